package bundle

import (
	"cmp"
	"encoding/binary"
	"slices"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// The lists in which a misspelt word is looked up have words as they are written, since a typo in
// an ending would hide behind stems.

// spellingShardSize is the size of a spelling shard in bytes before compression.
const spellingShardSize = 12 << 10

// spelling is a word with the number of documents that have it.
type spelling struct {
	word      string
	documents int
}

// spellings are the words that are looked up when a word is misspelt.
func (c *Corpus) spellings() (out []spelling) {
	for n, documents := range c.words {
		if word := c.lexicon.Words[n].Text; len(documents) > 0 && text.IsListed(word) {
			out = append(out, spelling{word, len(documents)})
		}
	}
	return out
}

// spellingList is a list of words in shards.
type spellingList struct {
	separators []string
	shards     [][]byte
}

// listSpellings puts the words, none of which comes twice, in order of their bare letters.
func listSpellings(words []spelling) spellingList {
	bare := make(map[string]string, len(words))
	for _, w := range words {
		bare[w.word] = text.Bare(w.word)
	}
	slices.SortFunc(words, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(bare[a.word], bare[b.word]), cmp.Compare(a.word, b.word))
	})
	var cutter shardCutter
	l := spellingList{shards: [][]byte{nil}}
	last := ""
	for _, w := range words {
		// The cost is that of the first word of a shard, a little too much for the others.
		if bare[w.word] != cutter.last && cutter.add(bare[w.word], len(w.word)+3, spellingShardSize) {
			l.shards = append(l.shards, nil)
			last = ""
		}
		shard := &l.shards[len(l.shards)-1]
		*shard = wire.AppendFront(*shard, last, w.word)
		*shard = binary.AppendUvarint(*shard, uint64(w.documents))
		last = w.word
	}
	l.separators = cutter.separators
	return l
}

// listBackward puts the words, reversed, in order.
func listBackward(words []spelling) spellingList {
	reversed := slices.Clone(words)
	for i := range reversed {
		reversed[i].word = backward(reversed[i].word)
	}
	return listSpellings(reversed)
}

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
