package load

import (
	"bytes"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// signs are what an editor of the language would correct in a text, at their places. Markdown is
// masked and not parsed, so that each byte stays where it is; code, addresses and attributes have
// no typography.
func (t *textFile) signs(tag string) []model.Sign {
	if !typography.Knows(tag) {
		return nil
	}
	var out []model.Sign
	for _, s := range typography.Signs(tag, string(masked(t.source))) {
		out = append(out, model.Sign{Sign: s, Pos: t.at(s.Offset)})
	}
	return out
}

// masked returns a text with the forms of Markdown masked that hold no words: code between fences
// and within a line, the address of a link, what is in braces, as <…> or as [@fact], and the
// line below the head of a table.
func masked(source []byte) []byte {
	out := bytes.Clone(source)
	m := masker{source: source}
	for i := 0; i < len(source); {
		end := m.form(i)
		for ; i < end; i++ {
			out[i] = typography.Masked
		}
		i = max(i, end)
		if end == 0 {
			i++
		}
	}
	return out
}

// masker finds the forms in a text.
type masker struct {
	source []byte
	none   [256]int // by the sign that ends a form: up to here, a search for it has found none
}

// form returns the end of the form that begins at a byte, 0 where none does.
func (m *masker) form(at int) int {
	rest := m.source[at:]
	second := byte(0)
	if len(rest) > 1 {
		second = rest[1]
	}
	switch c := rest[0]; {
	case bytes.HasPrefix(rest, []byte("```")):
		if n := bytes.Index(rest[3:], []byte("```")); n >= 0 {
			return at + 3 + n + 3
		}
		return len(m.source)
	case c == '`':
		return m.to(at, '`', "\n")
	case c == ']' && second == '(':
		return m.to(at+1, ')', "\n")
	case c == '{' && (second == '#' || second == '.'):
		return m.to(at+1, '}', "\n")
	case c == '<':
		return m.to(at, '>', "\n ")
	case c == '[' && second == '@':
		return m.to(at+1, ']', "\n")
	case c == '|' && (at == 0 || m.source[at-1] == '\n'):
		line, _, _ := bytes.Cut(rest, []byte("\n"))
		if len(line) > 2 && line[len(line)-1] == '|' && len(bytes.Trim(line, " :|-")) == 0 {
			return at + len(line)
		}
	}
	return 0
}

// to returns the end of a form that ends with a sign, before one of those that no form goes over;
// 0 where it does not.
func (m *masker) to(at int, sign byte, over string) int {
	if at < m.none[sign] {
		return 0
	}
	for i := at + 1; ; i++ {
		if i == len(m.source) || strings.IndexByte(over, m.source[i]) >= 0 {
			m.none[sign] = i
			return 0
		}
		if m.source[i] == sign {
			return i + 1
		}
	}
}
