package pages

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// text collects words: runs of white space become one space, blocks begin on a new line.
type text struct {
	b     strings.Builder
	blank bool // white space since the last word
	line  bool // a block has ended since the last word
}

func (t *text) write(s string) {
	for s != "" {
		end, space := 0, 0
		for ; end < len(s); end++ {
			if space = spaceAt(s, end); space > 0 {
				break
			}
		}
		if end > 0 {
			t.gap()
			t.b.WriteString(s[:end])
		}
		t.blank = t.blank || space > 0
		s = s[end+space:]
	}
}

// spaceAt returns the length of the white space at a byte of a text, 0 if there is none.
func spaceAt(s string, i int) int {
	switch c := s[i]; c {
	case ' ', '\t', '\n', '\v', '\f', '\r':
		return 1
	case 0xc2, 0xe1, 0xe2, 0xe3: // all others begin with one of these
		if r, n := utf8.DecodeRuneInString(s[i:]); unicode.IsSpace(r) {
			return n
		}
	}
	return 0
}

func (t *text) breakLine() { t.line = true }

func (t *text) gap() {
	if t.b.Len() > 0 {
		switch {
		case t.line:
			t.b.WriteByte('\n')
		case t.blank:
			t.b.WriteByte(' ')
		}
	}
	t.blank, t.line = false, false
}

// all writes all text below a node, whatever contains it.
func (t *text) all(n *html.Node) {
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			t.write(d.Data)
		}
	}
}

// take returns what was collected and begins anew.
func (t *text) take() string {
	s := t.b.String()
	*t = text{}
	return s
}
