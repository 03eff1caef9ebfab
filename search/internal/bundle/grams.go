package bundle

import (
	"strings"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

// Lists decide phrases: in which documents, and where, two words stand side by side as they are
// written. The index itself has stems and no stop words, and the text of every document that may
// have a phrase is too much to load. Here is what the lists are made of; FORMAT.md has the layout.

// gramCycle is what places are kept modulo of: enough to tell neighbours.
var gramCycle = 1 << constants.Grams.Bits

// Gram is a piece of a folded text: two words side by side, or three Han characters, two of which
// are a term of the index already. At is the number of its first unit, Size how many it has.
type Gram struct {
	Text     string
	At, Size int
}

// gramSize returns how many units the gram has that the first of n units begins: 0 if none does.
// Whether the first and the second are the last before a blank decides.
func gramSize(n int, first, second bool) int {
	switch {
	case n > 1 && first:
		return 2
	case n > 2 && !first && !second:
		return 3
	}
	return 0
}

// Cover returns the fewest grams that a folded phrase is made of, from its beginning on: those of a
// long one stop early, since few documents have all its words.
func Cover(phrase string) []Gram {
	units := text.Units(phrase)
	if len(units) == 1 && !units[0].Han {
		return []Gram{{units[0].Text, 0, 1}}
	}
	var out []Gram
	for at := 0; at < len(units) && len(out) < constants.Grams.PerPhrase; {
		end := 0
		for from := at; from >= max(0, at-2); from-- {
			next := units[min(from+1, len(units)-1)]
			if size := gramSize(len(units)-from, units[from].Last, next.Last); from+size > at {
				out = append(out, Gram{gramText(units[from : from+size]), from, size})
				end = from + size
				break
			}
		}
		at = max(at+1, end)
	}
	return out
}

// gramText is the piece of a text that some units are.
func gramText(units []text.Unit) string {
	var b strings.Builder
	for i, u := range units {
		b.WriteString(u.Text)
		if u.Last && i+1 < len(units) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// gramHash is FNV-1a.
func gramHash(text string) uint32 { return hashOn(2166136261, text) }

// hashOn goes on with a hash.
func hashOn(h uint32, text string) uint32 {
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}
