package source

import (
	"bytes"
	"regexp"
	"strings"
)

// fact is a line of front matter in YAML or TOML.
var fact = regexp.MustCompile(`(?m)^(title|date)[ \t]*[:=][ \t]*(\S.*?)[ \t]*$`)

// facts reads the title and the day that front matter has.
func (m *markdownReading) facts(text string) {
	for _, f := range fact.FindAllStringSubmatch(text, -1) {
		value := oneLine(strings.Trim(f[2], `"'`))
		switch {
		case f[1] == "title" && m.doc.Title == "":
			m.doc.Title = excerpt(value)
		case f[1] == "date" && m.doc.Date == "":
			m.doc.Date = day.FindString(value)
		}
	}
}

// day is a day as ISO 8601 writes it, at the beginning of a value.
var day = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}`)

var (
	boldLabel = regexp.MustCompile(`^(?:\*\*|__|\*|_)[^*_]{1,80}(?:[:：]\s*(?:\*\*|__|\*|_)|(?:\*\*|__|\*|_)\s*[:：])`)
	boldLine  = regexp.MustCompile(`^(?:[-*+]\s+)?(?:\*\*|__)[^*_]{2,80}(?:\*\*|__)\s*:?$`)
	labelLine = regexp.MustCompile(`^(?:\p{Lu}[\p{L}'’/-]*(?: [\p{L}'’/-]+){0,3}\s*:\s|\p{Han}{2,8}[：:])`)
	numberAt  = regexp.MustCompile(`^\d{1,2}[.)]\s`)
	hanNumber = regexp.MustCompile(`^(?:\d{1,2}、|\d{1,2}[.．]\p{Han}|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|[一二三四五六七八九十]{1,3}、)\s*[\p{Han}《]`)
	dotted    = regexp.MustCompile(`^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+\pL`)
	codeFence = regexp.MustCompile("^ {0,3}(?:```|~~~)")
)

// linesApart puts an empty line before each line that its author began for what it is, and that
// Markdown joins with the one before: labels such as "Chair: …", lines that are bold as a whole
// and what follows them, and numbers after the end of a sentence. It returns the numbers of the
// lines that it added.
func linesApart(source []byte) ([]byte, []int) {
	var out bytes.Buffer
	var added []int
	prev, n, code := "", 0, false
	for raw := range bytes.SplitAfterSeq(source, []byte("\n")) {
		line := strings.TrimRight(string(raw), " \t\n")
		fence := codeFence.MatchString(line)
		if !code && !fence && apartFrom(prev, line) {
			out.WriteString(line[:len(line)-len(strings.TrimLeft(line, " \t>"))])
			out.WriteByte('\n')
			added = append(added, n)
			n++
		}
		code = code != fence
		out.Write(raw)
		n++
		prev = line
	}
	return out.Bytes(), added
}

// apartFrom reports whether a line that follows another one begins a paragraph of its own.
func apartFrom(prev, line string) bool {
	above, text := strings.TrimLeft(prev, " \t>"), strings.TrimLeft(line, " \t>")
	switch {
	case above == "" || text == "" || strings.ContainsAny(above[:1], "|#<") || strings.HasPrefix(text, "<") || strings.Contains(text, "|"):
		return false
	case hanNumber.MatchString(text) && len(text) == len(line) && (boldLine.MatchString(above) || ended(above) && hanNumber.MatchString(above)):
		return true
	case boldLabel.MatchString(text), boldLine.MatchString(text), labelLine.MatchString(text):
		return true
	case boldLine.MatchString(above):
		return !labelled(above) && !labelled(text)
	case dotted.MatchString(text) && (ended(above) || strings.HasSuffix(above, ";")):
		return true
	case numberAt.MatchString(text):
		return len(text) == len(line) && ended(above) && !labelled(above)
	}
	return false
}
