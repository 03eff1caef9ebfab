package bundle

import (
	"encoding/binary"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// The lists in which a misspelt word is looked up have words as they are written, since a typo in
// an ending would hide behind stems.

// spellingShardSize is the size of a spelling shard in bytes before compression.
const spellingShardSize = 12 << 10

// wordCounts counts in how many documents each word is.
type wordCounts map[string]int

// add counts the words of a document's texts, folded.
func (c wordCounts) add(texts ...string) {
	seen := map[string]bool{}
	for _, t := range texts {
		for word := range text.Spellings(t) {
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
		*shard = wire.AppendFront(*shard, last, word)
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
