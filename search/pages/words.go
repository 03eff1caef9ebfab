package pages

import (
	"strings"
	"unicode"

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
		if i := strings.IndexFunc(s, unicode.IsSpace); i != 0 {
			if i < 0 {
				i = len(s)
			}
			t.gap()
			t.b.WriteString(s[:i])
			s = s[i:]
			continue
		}
		t.blank = true
		s = strings.TrimLeftFunc(s, unicode.IsSpace)
	}
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
