package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// plain reads a plain text.
func (r *reading) plain(data []byte) error {
	text, name, err := r.decode(data)
	if err != nil {
		return err
	}
	r.doc.Encoding = name
	text = norm.NFC.String(text)
	r.count(text)
	if r.over != nil {
		return r.over
	}
	r.assemble(r.tables(r.numbersLeftOut(r.lines(text))))
	return nil
}

// ends are the characters that end a line. A form feed begins a page.
var ends = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n", "\f", "\n\f")

// lines divides a plain text.
func (r *reading) lines(text string) []line {
	var lines []line
	blank, number, page := 0, 0, false
	for raw := range strings.SplitSeq(ends.Replace(text), "\n") {
		number++
		if rest, ok := strings.CutPrefix(raw, "\f"); ok {
			raw, page = rest, true
			number--
		}
		at := Place{Line: number}
		trimmed := strings.TrimRightFunc(raw, unicode.IsSpace)
		body := strings.TrimLeftFunc(trimmed, unicode.IsSpace)
		clean := r.clean(oneLine(body), at)
		if clean == "" {
			blank++
			continue
		}
		left := columns(trimmed[:len(trimmed)-len(body)])
		visible := seen(trimmed)
		lines = append(lines, line{
			text: clean, at: at, left: left, right: left + columns(clean), step: 1, gap: float64(blank),
			page: page, alone: apart.MatchString(body), columns: inColumns(body), spans: spans(visible), raw: visible,
		})
		if gaps := wideGap.FindAllStringIndex(body, -1); gaps != nil {
			lines[len(lines)-1].hang = columns(raw[:strings.Index(raw, body)+gaps[len(gaps)-1][1]])
		}
		blank, page = 0, false
		if len(lines) > mostLines {
			r.refuse(fmt.Sprintf("it has more than %d lines", mostLines))
			return nil
		}
	}
	spacing(lines)
	return lines
}

// apart are the spaces between columns.
var apart = regexp.MustCompile(`\t|\S {3,}\S|\S\x{3000}{4,}\S`)

// wideGap divides the columns of a line.
var wideGap = regexp.MustCompile(`\t+|[ \x{a0}]{3,}|\x{3000}{4,}`)

// inColumns are the parts of a line that tabs or wide gaps divide; nil where they divide none.
func inColumns(text string) []string {
	if strings.Contains(text, hardBreak) || !wideGap.MatchString(text) {
		return nil
	}
	var parts []string
	for _, part := range wideGap.Split(text, -1) {
		if part = oneLine(part); part != "" {
			parts = append(parts, part)
		}
	}
	if len(parts) < 2 {
		return nil
	}
	return parts
}

// columns is the width of a text on a terminal: ideographs have two columns, a tab up to eight.
func columns(text string) (n float64) {
	for _, c := range text {
		switch {
		case c == '\t':
			n += 8 - float64(int(n)%8)
		case spaceless(c) || unicode.Is(unicode.Hangul, c):
			n += 2
		case unicode.IsMark(c):
		default:
			n++
		}
	}
	return n
}

// spacing takes away the empty lines that follow every line, where a text is double-spaced.
func spacing(lines []line) {
	close, follow := 0, 0
	width := 0.0
	for _, l := range lines {
		width = max(width, l.right)
	}
	for i := 1; i < len(lines); i++ {
		switch next := lines[i]; {
		case next.gap == 0:
			close++
		case next.gap == 1 && goesOn(lines[i-1], next, width):
			follow++
		}
	}
	if close*20 > len(lines) || follow*5 < len(lines) {
		return
	}
	for i := range lines {
		lines[i].gap = max(lines[i].gap-1, 0)
	}
}

// neverSeen are the kinds of characters that no reader sees.
var neverSeen = []struct {
	what string
	is   func(rune) bool
}{
	{"soft hyphen", func(c rune) bool { return c == '\u00ad' }},
	{"control character", func(c rune) bool {
		return unicode.IsControl(c) && !unicode.IsSpace(c) || c == '\ufeff' || c == '\ufffe' || c == '\uffff'
	}},
}

// clean leaves out what is never seen: soft hyphens, byte order marks and control characters. It
// notes characters that could not be read.
func (r *reading) clean(text string, at Place) string {
	if n := strings.Count(text, "\ufffd"); n > 0 {
		r.mend("found "+plural(n, "character")+" that could not be read", text, text, 0, at)
	}
	for _, kind := range neverSeen {
		if !strings.ContainsFunc(text, kind.is) {
			continue
		}
		without := dropped(text, kind.is)
		left := utf8.RuneCountInString(text) - utf8.RuneCountInString(without)
		r.mend("removed "+plural(left, kind.what), text, without, left, at)
		text = without
	}
	return strings.TrimSpace(text)
}

// dropped is a text without characters of a kind.
func dropped(text string, is func(rune) bool) string {
	return strings.Map(func(c rune) rune {
		if is(c) {
			return -1
		}
		return c
	}, text)
}

// seen is a text without what is never seen.
func seen(text string) string {
	for _, kind := range neverSeen {
		text = dropped(text, kind.is)
	}
	return text
}

// pageNumber is a line with nothing but the number of a page.
var pageNumber = regexp.MustCompile(`^(?:[-–—\[(/]*\s?(\d{1,4})\s?[-–—\])/]*|(?i:page|стр\.|страница|p\.)\s?(\d{1,4})(?:\s?(?i:of|из|/)\s?\d{1,4})?|(\d{1,4})\s?/\s?\d{1,4}|第\s?(\d{1,4})\s?页(?:.{0,3}共\s?\d{1,4}\s?页)?)$`)

// numberOf returns the number that a line has as the number of a page, 0 for none.
func numberOf(text string) int {
	for _, group := range pageNumber.FindStringSubmatch(text) {
		if n, err := strconv.Atoi(group); err == nil && n > 0 {
			return n
		}
	}
	return 0
}

// numbersLeftOut leaves out lines with the numbers of pages: they stand alone, and each is one more
// than that before.
func (r *reading) numbersLeftOut(lines []line) []line {
	var at []int
	for i, l := range lines {
		before := i == 0 || l.gap > 0 || l.page
		after := i == len(lines)-1 || lines[i+1].gap > 0 || lines[i+1].page
		if before && after && numberOf(l.text) > 0 {
			at = append(at, i)
		}
	}
	drop := map[int]bool{}
	for i := 1; i < len(at); i++ {
		if numberOf(lines[at[i]].text) == numberOf(lines[at[i-1]].text)+1 && at[i] > at[i-1]+3 {
			drop[at[i-1]], drop[at[i]] = true, true
		}
	}
	var kept []line
	page := false
	for i, l := range lines {
		if drop[i] {
			r.leave("the number of a page", l.text, l.at)
			page = true
			continue
		}
		l.page = l.page || page
		page = false
		kept = append(kept, l)
	}
	return kept
}
