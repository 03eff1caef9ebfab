package bundle

import (
	"strings"
	"unicode/utf8"

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

// unit is what grams are made of: a word, or one Han character.
type unit struct {
	text string
	rest string // the folded text from here on, so that a gram is a piece of it
	han  bool
	last bool // a blank follows, or the end
}

// unitsOf takes a folded text apart.
func unitsOf(folded string) []unit {
	var out []unit
	for rest := folded; rest != ""; {
		word, after, _ := strings.Cut(rest, " ")
		if !text.HasHan(word) {
			out = append(out, unit{word, rest, false, true})
		} else {
			for i, r := range word {
				n := utf8.RuneLen(r)
				out = append(out, unit{word[i : i+n], rest[i:], true, i+n == len(word)})
			}
		}
		rest = after
	}
	return out
}

// gramAt returns the gram that begins at a unit, if one does.
func gramAt(units []unit, at int) (g Gram, ok bool) {
	u := units[at:]
	switch {
	case len(u) > 1 && u[0].last:
		return Gram{u[0].rest[:len(u[0].text)+len(" ")+len(u[1].text)], at, 2}, true
	case len(u) > 2 && !u[0].last && !u[1].last:
		return Gram{u[0].rest[:len(u[0].text)+len(u[1].text)+len(u[2].text)], at, 3}, true
	}
	return Gram{}, false
}

// Cover returns the fewest grams that a folded phrase is made of, from its beginning on: those of a
// long one stop early, since few documents have all its words.
func Cover(phrase string) []Gram {
	units := unitsOf(phrase)
	if len(units) == 1 && !units[0].han {
		return []Gram{{units[0].text, 0, 1}}
	}
	var out []Gram
	for at := 0; at < len(units) && len(out) < constants.Grams.PerPhrase; {
		end := 0
		for from := at; from >= max(0, at-2); from-- {
			if g, ok := gramAt(units, from); ok && from+g.Size > at {
				out = append(out, g)
				end = from + g.Size
				break
			}
		}
		at = max(at+1, end)
	}
	return out
}

// gramHash is FNV-1a.
func gramHash(text string) uint32 {
	h := uint32(2166136261)
	for i := range len(text) {
		h = (h ^ uint32(text[i])) * 16777619
	}
	return h
}
