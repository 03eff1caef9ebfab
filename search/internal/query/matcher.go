package query

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/kengash/kengash/search/internal/text"
)

// Matcher knows which words of a text a query means, for excerpts.
type Matcher struct {
	words    int            // how many words of the query it knows
	terms    map[string]int // a term, or a variant of it: the number of its word
	prefixes []prefixMark
	wholes   []string // words that a text may have in parts
	names    []name
}

func newMatcher() Matcher { return Matcher{terms: map[string]int{}} }

// newMark is a matcher for what is not to be marked.
func newMark() *Matcher {
	m := newMatcher()
	return &m
}

type prefixMark struct {
	prefix string
	word   int
}

// name is words that are marked only where all of them stand, as a synonym that nobody typed.
type name struct {
	parts []part
	word  int
}

// part is one word of a name.
type part struct {
	position int      // from the first word on; stop words count
	forms    []string // terms that stand for it
}

// addName marks a name; one of a single word is a term like others.
func (m *Matcher) addName(parts []part) {
	switch {
	case len(parts) > 1:
		m.names = append(m.names, name{parts, m.words})
	case len(parts) == 1 && isOneHan(parts[0].forms[0]):
		m.prefixes = append(m.prefixes, prefixMark{parts[0].forms[0], m.words})
	case len(parts) == 1:
		for _, form := range parts[0].forms {
			if _, typed := m.terms[form]; !typed {
				m.terms[form] = m.words
			}
		}
	}
}

// at returns where a name ends that the tokens of a text begin with, 0 if it is another text.
func (n *name) at(tokens analysis.TokenStream) (end int) {
	i := 0
	for _, p := range n.parts {
		for i < len(tokens) && tokens[i].Position < tokens[0].Position+p.position {
			i++
		}
		if i == len(tokens) || tokens[i].Position != tokens[0].Position+p.position {
			return 0
		}
		if end = p.in(tokens[i]); end == 0 {
			return 0
		}
	}
	return end
}

// in returns where a part ends in a token, 0 if it is another word.
func (p *part) in(t *analysis.Token) int {
	term, first := string(t.Term), p.forms[0]
	switch {
	case slices.Contains(p.forms, term):
		return t.End
	case isOneHan(first) && strings.HasPrefix(term, first): // the index has pairs
		return t.Start + len(first)
	}
	return 0
}

// Match returns the number of the word that a token of the text is a match of, and how many bytes
// of the token it covers.
func (m *Matcher) Match(term, surface string) (word, length int, ok bool) {
	if word, ok := m.terms[term]; ok {
		return word, len(surface), true
	}
	folded := text.FoldSurface(surface)
	for _, p := range m.prefixes {
		if !strings.HasPrefix(folded, p.prefix) {
			continue
		}
		if text.HasHan(p.prefix) && strings.HasPrefix(surface, p.prefix) {
			return p.word, len(p.prefix), true // of a pair only the character that was asked for
		}
		return p.word, len(surface), true
	}
	return 0, 0, false
}

// inParts returns the words of a text that are written of parts, or apart, and that a query means
// as one, and those a part of which it means.
func (m *Matcher) inParts(letters string, a analysis.Analyzer) (out []span) {
	find := func(word string, start, end int) bool {
		tokens := a.Analyze([]byte(word))
		if len(tokens) != 1 {
			return false
		}
		n, ok := m.terms[string(tokens[0].Term)]
		if ok {
			out = append(out, span{start, end, n})
		}
		return ok
	}
	words := text.WordsOf(letters)
	for i, w := range words {
		written := letters[w.Start:w.End]
		for _, part := range text.CapitalParts(written) {
			if find(part, w.Start, w.End) {
				break
			}
		}
		whole := text.FoldSurface(written)
		for j := i + 1; j < len(words) && m.begins(whole); j++ {
			last, next := words[j-1], words[j]
			written := letters[next.Start:next.End]
			if sign := letters[last.End:next.Start]; sign != " " && !text.Joins(letters[last.Start:last.End], sign, written) {
				break
			}
			whole += text.FoldSurface(written)
			find(whole, w.Start, next.End)
		}
	}
	return out
}

// begins reports whether a word of the query goes on after these letters.
func (m *Matcher) begins(letters string) bool {
	return slices.ContainsFunc(m.wholes, func(whole string) bool { return len(whole) > len(letters) && strings.HasPrefix(whole, letters) })
}
