package bundle

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// Speller looks words up in the published lists of one language, as a browser does.
type Speller struct {
	root  string // folder of the part
	part  string
	lang  string
	words Words
}

// NewSpeller reads the lists of a language in the folder of their part.
func NewSpeller(root string, m *Manifest) *Speller { return &Speller{root, m.Part, m.Lang, m.Words} }

// candidate is a word of the lists.
type candidate struct {
	word      string
	documents uint64
}

// Near returns the words of the lists that differ from a word by marks alone; if there are none,
// those at a distance of one edit; or else those at such a distance but for marks. They are in
// order of falling frequency, then of bytes. The lists are in order of the words without marks. An
// edit leaves the first half of a word whole, but for its last letter, or the second half; so two
// look-ups of prefixes find all. Of a word in Latin letters to which none is near, it looks for
// the same in Cyrillic ones, where the lists have such words.
func (s *Speller) Near(word string) ([]string, error) {
	found, err := s.near(word, false)
	if cyrillic := text.Cyrillic(word); err == nil && len(found) == 0 && cyrillic != "" && s.hasCyrillic() {
		return s.near(cyrillic, true)
	}
	return found, err
}

// hasCyrillic reports whether the lists have words in Cyrillic letters, or are too short to tell.
func (s *Speller) hasCyrillic() bool {
	separators := s.words.Forward
	return len(separators) == 0 || slices.ContainsFunc(separators, func(s string) bool { return s >= "а" && s < "ѡ" })
}

// near finds the words near a word, and with itself that word as well.
func (s *Speller) near(word string, itself bool) ([]string, error) {
	bare := text.Bare(word)
	runes := []rune(bare)
	half := len(runes) / 2
	var classes [3][]candidate
	keep := func(c candidate) {
		other := text.Bare(c.word)
		switch {
		case c.word == word && !itself:
		case other == bare:
			classes[0] = append(classes[0], c)
		case len(runes) < constants.Spelling.Min:
		case editDistance([]rune(word), []rune(c.word)) == 1:
			classes[1] = append(classes[1], c)
		case editDistance(runes, []rune(other)) == 1:
			classes[2] = append(classes[2], c)
		}
	}
	if len(runes) < constants.Spelling.Min {
		err := s.each(s.words.Forward, 0, bare, keep)
		return sorted(classes[0]), err
	}
	err := s.each(s.words.Forward, 0, string(runes[:half-1]), keep)
	if err != nil {
		return nil, err
	}
	err = s.each(s.words.Backward, len(s.words.Forward)+1, backward(string(runes[half:])), func(c candidate) {
		c.word = backward(c.word)
		keep(c)
	})
	if err != nil {
		return nil, err
	}
	for _, found := range classes {
		if len(found) > 0 {
			return sorted(found), nil
		}
	}
	return nil, nil
}

// sorted returns candidates, the most frequent first, without repeats.
func sorted(found []candidate) []string {
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.word, b.word))
	})
	var out []string
	for _, c := range slices.Compact(found) {
		out = append(out, c.word)
	}
	return out
}

// each visits the entries of a list that begin with prefix.
func (s *Speller) each(separators []string, first int, prefix string, visit func(candidate)) error {
	from := sort.SearchStrings(separators, prefix+"\x00") // the number of separators that are not greater
	to := sort.SearchStrings(separators, prefix+"\xff")
	for k := from; k <= to; k++ {
		data, err := ReadPayload(s.root, s.part, s.lang+"/"+shardName(wordFolder, first+k))
		if err != nil {
			return err
		}
		r := wire.Reader{Bytes: data}
		for last := ""; !r.Done(); {
			last = r.Front(last)
			c := candidate{last, r.Uvarint()}
			if r.Bad {
				return fmt.Errorf("spelling shard %d is damaged", first+k)
			}
			if strings.HasPrefix(text.Bare(c.word), prefix) {
				visit(c)
			}
		}
	}
	return nil
}

// editDistance is the optimal string alignment distance of two words, or 2 if it is more than 1:
// how many letters are to be put in, taken out, changed or swapped with the next.
func editDistance(a, b []rune) int {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(a)-len(b) > 1 {
		return 2
	}
	start := 0
	for start < len(b) && a[start] == b[start] {
		start++
	}
	end := 0
	for end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	a, b = a[start:len(a)-end], b[start:len(b)-end] // what differs
	switch {
	case len(a) == 0:
		return 0
	case len(a) == 1: // one changed, or one too many
		return 1
	case len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0]:
		return 1
	}
	return 2
}
