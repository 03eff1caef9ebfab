package search

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// This file makes the lists of words in which a misspelt one is looked up: words as they are
// written, since a typo in an ending would hide behind stems.

// Words of the lists have so many letters. In a shorter one a single edit makes too many others.
const (
	minSpelling = 4
	maxSpelling = 30
)

// spellingShardSize is the size of a spelling shard in bytes before compression.
const spellingShardSize = 12 << 10

// spellingWords yields the words of a folded text that the lists hold.
func spellingWords(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.SplitSeq(folded, " ") {
			if isSpellingWord(word) && !yield(word) {
				return
			}
		}
	}
}

func isSpellingWord(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || isHan(r) {
			return false
		}
		n++
	}
	return minSpelling <= n && n <= maxSpelling
}

// wordCounts counts in how many documents each word is.
type wordCounts map[string]int

// add counts the words of a document's texts, folded.
func (c wordCounts) add(texts ...string) {
	seen := map[string]bool{}
	for _, text := range texts {
		for word := range spellingWords(text) {
			if !seen[word] {
				seen[word] = true
				c[word]++
			}
		}
	}
}

// spellingList is a list of words in shards.
type spellingList struct {
	separators []string
	shards     [][]byte
}

// list puts the words in order, forward or reversed.
func (c wordCounts) list(form func(string) string) spellingList {
	forms := make(map[string]int, len(c))
	for word, documents := range c {
		forms[form(word)] = documents
	}
	var cutter shardCutter
	l := spellingList{shards: [][]byte{nil}}
	last := ""
	for _, word := range slices.Sorted(maps.Keys(forms)) {
		// The cost is that of the first word of a shard, a little too much for the others.
		if cutter.add(word, len(word)+3, spellingShardSize) {
			l.shards = append(l.shards, nil)
			last = ""
		}
		shard := &l.shards[len(l.shards)-1]
		*shard = appendFront(*shard, last, word)
		*shard = binary.AppendUvarint(*shard, uint64(forms[word]))
		last = word
	}
	l.separators = cutter.separators
	return l
}

func asIs(word string) string { return word }

// backward reverses a word, by code points.
func backward(word string) string {
	out := make([]byte, 0, len(word))
	for len(word) > 0 {
		_, n := utf8.DecodeLastRuneInString(word)
		out = append(out, word[len(word)-n:]...)
		word = word[:len(word)-n]
	}
	return string(out)
}

// speller looks words up in the published lists of one language, as a browser does.
type speller struct {
	root  string // folder of the build
	lang  string
	words clientWords
}

// candidate is a word of the lists.
type candidate struct {
	word      string
	documents uint64
}

// near returns the words of the lists at a distance of one edit, in order of falling frequency, then
// of bytes. An edit leaves the first half of a word whole, but for its last letter, or the second
// half; so two look-ups of prefixes find all.
func (s *speller) near(word string) ([]string, error) {
	runes := []rune(word)
	half := len(runes) / 2
	if half == 0 {
		return nil, nil
	}
	var found []candidate
	keep := func(c candidate) {
		if editDistance(runes, []rune(c.word)) == 1 {
			found = append(found, c)
		}
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
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.documents, a.documents), cmp.Compare(a.word, b.word))
	})
	var out []string
	for _, c := range slices.Compact(found) {
		out = append(out, c.word)
	}
	return out, nil
}

// each visits the entries of a list that begin with prefix.
func (s *speller) each(separators []string, first int, prefix string, visit func(candidate)) error {
	from := sort.SearchStrings(separators, prefix+"\x00") // the number of separators that are not greater
	to := sort.SearchStrings(separators, prefix+"\xff")
	for k := from; k <= to; k++ {
		data, err := readPayload(s.root, s.lang+"/"+shardName(wordFolder, first+k))
		if err != nil {
			return err
		}
		r := zapReader{b: data}
		for last := ""; r.at < uint64(len(r.b)); {
			last = r.front(last)
			c := candidate{last, r.uvarint()}
			if r.bad {
				return fmt.Errorf("spelling shard %d is damaged", first+k)
			}
			if strings.HasPrefix(c.word, prefix) {
				visit(c)
			}
		}
	}
	return nil
}

// editDistance is the optimal string alignment distance of two words, or 2 if it is more than 1: how
// many letters are to be put in, taken out, changed or swapped with the next.
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
