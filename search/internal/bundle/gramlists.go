package bundle

import (
	"slices"

	"github.com/kengash/kengash/search/internal/constants"
)

// writeGrams writes the grams that are not decided by reading, and then the words; it returns how
// many shards each have.
func (c *Corpus) writeGrams(out *payloads) (pairs, words int) {
	pairs = shardGrams(c.pairRows(), gramShardSize, uint32(gramCycle), 0, out)
	return pairs, shardGrams(c.wordRows(), wordShardSize, 1, pairs, out)
}

// wordRows are the words that more documents have than are read.
func (c *Corpus) wordRows() []gramRow {
	var rows []gramRow
	for word, documents := range c.words {
		whole := c.withTerm(word)
		if len(whole) <= constants.Grams.Read {
			continue // a stop word, too: by itself it is no phrase
		}
		if len(documents)*3 >= len(whole)*2 {
			documents = nil // its term has hardly another form
		}
		rows = append(rows, gramRow{gramHash(c.lexicon.Words[word].Text), documents})
	}
	return rows
}

// pairRows are the grams of several units, in order of their hash.
func (c *Corpus) pairRows() []gramRow {
	var rows []gramRow
	var places []uint32
	found := c.pairs()
	for len(found) > 0 {
		hash := uint32(found[0] >> 32)
		n := 1
		for n < len(found) && uint32(found[n]>>32) == hash {
			n++
		}
		if n > cap(places)-len(places) {
			places = make([]uint32, 0, max(n, 1<<16)) // rows keep the ones before
		}
		first := len(places)
		documents, last := 0, uint32(gap)
		for _, v := range found[:n] {
			d := c.documentOf(uint32(v))
			if d != last {
				documents, last = documents+1, d
			}
			places = append(places, d*uint32(gramCycle)+(uint32(v)-c.starts[d])%uint32(gramCycle))
		}
		if documents <= constants.Grams.Read && c.atMost(constants.Grams.Read, c.gram(uint32(found[0]))) {
			places = places[:first]
		} else {
			row := places[first:]
			slices.Sort(row)
			row = slices.Compact(row)
			places = places[:first+len(row)]
			rows = append(rows, gramRow{hash, row[:len(row):len(row)]})
		}
		found = found[n:]
	}
	return rows
}

// gram returns the units of the gram that begins at a unit.
func (c *Corpus) gram(unit uint32) []uint32 {
	return gramOf(c.units[unit:c.starts[c.documentOf(unit)+1]])
}

// gramOf returns the units of the gram that some units of a document begin with, none if none
// does.
func gramOf(units []uint32) []uint32 {
	n := 0
	for n < min(3, len(units)) && units[n] != gap {
		n++
	}
	if n < 2 {
		return nil
	}
	return units[:gramSize(n, units[0]&1 == 1, units[1]&1 == 1)]
}

// pairs lists the grams of several units: the hash of each, and the number of its first unit. They
// are sorted.
func (c *Corpus) pairs() []uint64 {
	hashes := make([]uint32, len(c.lexicon.Words))
	for i, w := range c.lexicon.Words {
		hashes[i] = gramHash(w.Text)
	}
	out := make([]uint64, 0, len(c.units)) // hardly more than there are
	for d := range len(c.starts) - 1 {
		for unit := c.starts[d]; unit < c.starts[d+1]; unit++ {
			gram := gramOf(c.units[unit:c.starts[d+1]])
			if len(gram) == 0 {
				continue
			}
			h := hashes[gram[0]>>1]
			if len(gram) == 2 {
				h = hashOn(h, " ")
			}
			for _, u := range gram[1:] {
				h = hashOn(h, c.lexicon.Words[u>>1].Text)
			}
			out = append(out, uint64(h)<<32|uint64(unit))
		}
	}
	return sortedHashes(out)
}

// sortedHashes returns numbers that begin with a hash in their order. They are divided by the
// beginning of the hash first, which is even; that takes half the time of sorting them at once.
func sortedHashes(all []uint64) []uint64 {
	const bits = 14
	var ends [1<<bits + 1]int // of each beginning, once it is passed over
	for _, v := range all {
		ends[v>>(64-bits)+1]++
	}
	for i := 1; i < len(ends); i++ {
		ends[i] += ends[i-1]
	}
	sorted := make([]uint64, len(all))
	for _, v := range all {
		at := &ends[v>>(64-bits)]
		sorted[*at] = v
		*at++
	}
	from := 0
	for _, end := range ends[:1<<bits] {
		slices.Sort(sorted[from:end])
		from = end
	}
	return sorted
}
