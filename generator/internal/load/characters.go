package load

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
)

// standIns are allowed characters of one to four bytes, each of which replaces a forbidden one of
// the same length, so that the positions of what follows stay the same.
var standIns = [...]string{1: " ", 2: "\u00a0", 3: "\ufffd", 4: "\U00010000"}

// mostTold is the number of characters or words of a file that are reported one by one. If there
// are more, the cause is another.
const mostTold = 20

// onlyCharacters reports the characters of a file that are not allowed in it, each once with its
// first place, and returns the file with others in their places. What an older code page left
// behind stays, since what is to be done about it depends on where it is.
func onlyCharacters(file string, data []byte, problems *diag.List) []byte {
	all := chars.Find(data)
	if len(all) == 0 {
		return data
	}
	var faults []chars.Fault
	clean := bytes.Clone(data)
	for _, f := range all {
		if !chars.Leftover(f.Rune) {
			copy(clean[f.Offset:], standIns[utf8.RuneLen(f.Rune)])
			faults = append(faults, f)
		}
	}
	reportCharacters(faults, problems, func(f chars.Fault) diag.Position { return position(file, data, f.Offset) })
	return clean
}

// leftovers reports what an older code page left in a file, and returns the file without it. It is
// a notice: whoever copied the words did nothing wrong, and hardly sees it.
func leftovers(file string, data []byte, problems *diag.List) []byte {
	found := chars.Find(data)
	if len(found) == 0 {
		return data
	}
	tellCharacters(found, problems.AddNotice, "left out of the pages", func(f chars.Fault) diag.Position { return position(file, data, f.Offset) })
	return []byte(without(leftIn(data), string(data)))
}

// leftIn are the characters that an older code page left in a file, as a set: what is left of those
// that may not be published once it was read.
func leftIn(data []byte) string {
	set := ""
	for _, f := range chars.Find(data) {
		if !strings.ContainsRune(set, f.Rune) {
			set += string(f.Rune)
		}
	}
	return set
}

// without returns a text without the characters of a set.
func without(set, text string) string {
	if set == "" || !strings.ContainsAny(text, set) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(set, r) {
			return -1
		}
		return r
	}, text)
}

// reportCharacters reports characters, each once with the place of the first.
func reportCharacters(faults []chars.Fault, problems *diag.List, at func(chars.Fault) diag.Position) {
	tellCharacters(faults, problems.Add, "not allowed in a text", at)
}

// tellCharacters says one thing of characters, of each once with the place of the first.
func tellCharacters(faults []chars.Fault, tell func(code diag.Code, pos diag.Position, hint, msg string, args ...any), what string, at func(chars.Fault) diag.Position) {
	number, told := map[rune]int{}, 0
	for _, f := range faults {
		number[f.Rune]++
	}
	for _, f := range faults {
		n := number[f.Rune]
		if n == 0 {
			continue // said
		}
		delete(number, f.Rune)
		if told++; told > mostTold {
			tell(diag.Characters, at(f), "correct the others first", "this and %d more characters are %s", len(number), what)
			return
		}
		times := ""
		if n > 1 {
			times = ", and occurs " + strconv.Itoa(n) + " times"
		}
		tell(diag.Characters, at(f), chars.Advice(f.Rune), "%s is %s%s", chars.Name(f.Rune), what, times)
	}
}

const oneScript = "write the whole word in one alphabet; the search and many readers take it for another word"

// values reports the characters of keys and values of TOML that only escapes bring in, isolates
// that are not closed, and letters that look like those of another script: in keys a fault, in
// values a notice. What an older code page left in the file itself is raw, and reported by others.
func (l *loader) values(v any, path []string, index *diag.Index, raw string) {
	switch v := v.(type) {
	case string:
		if v = without(raw, v); plainText(v) {
			return
		}
		pos := index.At(path...)
		l.character(v, pos)
		l.strangers(chars.Strangers(v), func(int) diag.Position { return pos })
	case []any:
		for i, item := range v {
			l.values(item, append(path[:len(path):len(path)], strconv.Itoa(i)), index, raw)
		}
	case []map[string]any:
		for i, item := range v {
			l.values(item, append(path[:len(path):len(path)], strconv.Itoa(i)), index, raw)
		}
	case map[string]any:
		for key, item := range v {
			at := append(path[:len(path):len(path)], key)
			l.key(key, at, index)
			l.values(item, at, index, raw)
		}
	}
}

// strangers reports letters that look like those of another script, as notices, each word once.
func (l *loader) strangers(found []chars.Stranger, at func(offset int) diag.Position) {
	told := map[string]bool{}
	for _, s := range found {
		if told[s.Word] {
			continue
		}
		if told[s.Word] = true; len(told) > mostTold {
			l.problems.AddNotice(diag.MixedAlphabets, at(s.Offset), "correct the others first", "more words have letters of two alphabets")
			return
		}
		l.problems.AddNotice(diag.MixedAlphabets, at(s.Offset), oneScript, "%s", s)
	}
}

// key reports what is not allowed in a key.
func (l *loader) key(key string, path []string, index *diag.Index) {
	if plainText(key) && !strings.ContainsAny(key, "\n\t") {
		return
	}
	pos := index.At(append(path, "")...)
	l.character(key, pos)
	if strings.ContainsAny(key, "\n\t") {
		l.problems.Add(diag.KeyLetters, pos, "want a key of letters, digits and hyphens", "a tab or a line break in a key")
	}
	for _, s := range chars.Strangers(key) {
		l.problems.Add(diag.KeyLetters, pos, "want letters of one alphabet in a key", "%s", s)
	}
}

// plainText reports whether nothing is to be said of a text, as of nearly all.
func plainText(text string) bool {
	_, open := chars.Unclosed(text)
	return !open && len(chars.Find(text)) == 0 && len(chars.Strangers(text)) == 0
}

// character reports what is not allowed in a text that has one place.
func (l *loader) character(text string, pos diag.Position) {
	reportCharacters(chars.Find(text), &l.problems, func(chars.Fault) diag.Position { return pos })
	unclosed(text, pos, &l.problems)
}

func unclosed(text string, pos diag.Position, problems *diag.List) {
	if f, open := chars.Unclosed(text); open {
		what := "is not closed"
		if f.Rune == 0x2069 {
			what = "closes nothing"
		}
		problems.Add(diag.Characters, pos, chars.Advice(f.Rune), "%s %s", chars.Name(f.Rune), what)
	}
}

// isolating is how all isolates begin in UTF-8.
var isolating = []byte("\xe2\x81")

// escaping reports whether the values of a file may have characters that the file itself has not,
// or isolates, or letters of several scripts.
func escaping(data []byte) bool {
	return bytes.IndexByte(data, '\\') >= 0 || bytes.Contains(data, isolating) || len(chars.Strangers(data)) > 0
}

// reference is how Markdown names a character: &#8238;, &#x202e;, &rlm;.
var reference = regexp.MustCompile(`&#?[0-9A-Za-z]+;`)

// inline reports what a block of Markdown says by references to characters and may not, and
// isolates that it does not close. Text itself was looked through with its file.
func (t *textFile) inline(n ast.Node, source []byte, at func(offset int) diag.Position) {
	switch n := n.(type) {
	case *ast.Link:
		reportCharacters(chars.Find(resolved(n.Title)), t.problems, func(chars.Fault) diag.Position { return at(firstByte(n)) })
		unclosed(string(resolved(n.Title)), at(firstByte(n)), t.problems)
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		unclosed(string(n.Lines().Value(source)), at(firstByte(n)), t.problems)
		return
	}
	if n.Type() != ast.TypeBlock || n.FirstChild() == nil || n.FirstChild().Type() != ast.TypeInline {
		return
	}
	words := plain(source, n)
	place := func(f chars.Fault) diag.Position { return at(whereSaid(f.Rune, n, source)) }
	reportCharacters(chars.Find(words), t.problems, place)
	if f, open := chars.Unclosed(words); open {
		unclosed(words, place(f), t.problems)
	}
}

// whereSaid is the offset of a character in a block, or of a reference to it.
func whereSaid(r rune, n ast.Node, source []byte) int {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if j := bytes.IndexRune(line.Value(source), r); j >= 0 {
			return line.Start + j
		}
		for _, m := range reference.FindAllIndex(line.Value(source), -1) {
			if said, _ := utf8.DecodeRune(resolved(line.Value(source)[m[0]:m[1]])); said == r {
				return line.Start + m[0]
			}
		}
	}
	return firstByte(n)
}

func resolved(text []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(text))
}
