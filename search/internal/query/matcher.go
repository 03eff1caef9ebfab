package query

import (
	"strings"

	"github.com/kengash/kengash/search/internal/text"
)

// Matcher knows which words of a text a query means, for excerpts.
type Matcher struct {
	words    int            // how many words of the query it knows
	terms    map[string]int // a term, or a variant of it: the number of its word
	prefixes []prefixMark
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
		if text.HasHan(p.prefix) {
			return p.word, len(p.prefix), true // of a pair only the character that was asked for
		}
		return p.word, len(surface), true
	}
	return 0, 0, false
}
