package bundle

import (
	"encoding/binary"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
)

// The number of postings that a shard aims at: of grams, and of words by themselves, which need no
// places and are asked for less often.
const (
	gramShardSize = 4700
	wordShardSize = 12000
)

// gramCounter collects the grams of a language's documents.
type gramCounter struct {
	analyzer analysis.Analyzer
	postings map[string][]uint32 // of each term the documents that have it, in title or text
	lists    map[string][]uint32 // of each unit the documents that have its term, none if it says nothing
	few      map[uint32]bool     // of each gram whether its terms leave no more than constants.Grams.Read documents
	pairs    []uint64            // hash, document, place
	words    []uint64            // hash, document
	whole    map[uint32]int      // of each word in how many documents its term is
}

func newGramCounter(a analysis.Analyzer, fields []*native.Inverted) *gramCounter {
	c := &gramCounter{analyzer: a, postings: map[string][]uint32{}, lists: map[string][]uint32{}, few: map[uint32]bool{}, whole: map[uint32]int{}}
	for _, in := range fields {
		if in.Name != native.Title && in.Name != native.Body {
			continue
		}
		for _, t := range in.Terms {
			list := append(slices.Clip(c.postings[t.Term]), t.Documents...)
			slices.Sort(list)
			c.postings[t.Term] = slices.Compact(list)
		}
	}
	return c
}

// add counts the folded texts of a document. Their units are numbered as if one text followed the
// other, but no gram has units of two.
func (c *gramCounter) add(document int, texts ...string) {
	first := 0
	for _, text := range texts {
		units := unitsOf(text)
		for i, u := range units {
			if !u.han {
				c.put(Gram{u.text, 0, 1}, units[i:i+1], document)
			}
			if g, ok := gramAt(units, i); ok {
				g.At += first
				c.put(g, units[i:i+g.Size], document)
			}
		}
		first += len(units) + 1
	}
}

func (c *gramCounter) put(g Gram, units []unit, document int) {
	h := gramHash(g.Text)
	few, known := c.few[h]
	if !known {
		few = c.atMost(constants.Grams.Read, units)
		c.few[h] = few
		if g.Size == 1 {
			c.whole[h] = len(c.list(g.Text))
		}
	}
	switch {
	case g.Size > 1:
		c.pairs = append(c.pairs, uint64(h)<<32|uint64(document*gramCycle+g.At%gramCycle))
	case !few:
		c.words = append(c.words, uint64(h)<<32|uint64(document))
	}
}

// atMost reports whether the terms of some units are together in no more than n documents.
func (c *gramCounter) atMost(n int, units []unit) bool {
	lists := make([][]uint32, 0, 3)
	for i, u := range units {
		text := u.text
		if u.han {
			if i+1 == len(units) || u.last {
				continue
			}
			text = u.rest[:len(text)+len(units[i+1].text)]
		}
		if list := c.list(text); len(list) > 0 {
			lists = append(lists, list)
		}
	}
	if len(lists) == 0 {
		return len(units) == 1 // a stop word by itself is no phrase
	}
	shortest := slices.MinFunc(lists, func(a, b []uint32) int { return len(a) - len(b) })
	if len(shortest) <= n {
		return true
	}
next:
	for _, d := range shortest {
		for i, list := range lists {
			at, has := slices.BinarySearch(list, d)
			lists[i] = list[at:] // what comes next is further on
			if !has {
				continue next
			}
		}
		if n--; n < 0 {
			return false
		}
	}
	return true
}

// list returns the documents that have the term of a unit.
func (c *gramCounter) list(unit string) []uint32 {
	list, known := c.lists[unit]
	if !known {
		if tokens := c.analyzer.Analyze([]byte(unit)); len(tokens) == 1 {
			list = c.postings[string(tokens[0].Term)]
		}
		c.lists[unit] = list
	}
	return list
}

// gramRow is a gram with its postings: document × gramCycle + place, or documents.
type gramRow struct {
	hash     uint32
	postings []uint32
}

// rowsOf sorts what was found by hash.
func rowsOf(found []uint64) []gramRow {
	slices.Sort(found)
	var out []gramRow
	for _, v := range slices.Compact(found) {
		h := uint32(v >> 32)
		if n := len(out); n == 0 || out[n-1].hash != h {
			out = append(out, gramRow{hash: h})
		}
		last := &out[len(out)-1]
		last.postings = append(last.postings, uint32(v))
	}
	return out
}

// shards writes the grams that are not decided by reading, and the words; pairs is how many of
// the shards come first.
func (c *gramCounter) shards() (shards [][]byte, pairs int) {
	cycle := uint32(gramCycle)
	grams := slices.DeleteFunc(rowsOf(c.pairs), func(r gramRow) bool {
		documents := 1
		for i, v := range r.postings[1:] {
			if v/cycle != r.postings[i]/cycle {
				documents++
			}
		}
		return c.few[r.hash] && documents <= constants.Grams.Read
	})
	words := rowsOf(c.words)
	for i, r := range words {
		if len(r.postings)*3 >= c.whole[r.hash]*2 {
			words[i].postings = nil // its term has hardly another form
		}
	}
	shards = shardGrams(grams, gramShardSize, cycle)
	return append(shards, shardGrams(words, wordShardSize, 1)...), len(shards)
}

// shardGrams spreads rows over shards.
func shardGrams(rows []gramRow, size int, cycle uint32) [][]byte {
	sum := 0
	for _, r := range rows {
		sum += len(r.postings)
	}
	n := uint32(max(1, (sum+size/2)/size))
	parts := make([][]gramRow, n)
	for _, r := range rows {
		parts[r.hash%n] = append(parts[r.hash%n], gramRow{r.hash / n % uint32(constants.Grams.Rows), r.postings})
	}
	var out [][]byte
	for _, part := range parts {
		out = append(out, packGrams(part, cycle))
	}
	return out
}

// packGrams writes a shard: numbers of rows, lengths, documents, and then places.
func packGrams(rows []gramRow, cycle uint32) []byte {
	slices.SortStableFunc(rows, func(a, b gramRow) int { return int(a.hash) - int(b.hash) })
	merged := rows[:0]
	for _, r := range rows { // two grams in a row are as one
		n := len(merged)
		switch {
		case n == 0 || merged[n-1].hash != r.hash:
			merged = append(merged, r)
		case len(r.postings) == 0 || len(merged[n-1].postings) == 0:
			merged[n-1].postings = nil
		default:
			list := append(slices.Clip(merged[n-1].postings), r.postings...)
			slices.Sort(list)
			merged[n-1].postings = slices.Compact(list)
		}
	}
	out := binary.AppendUvarint(nil, uint64(len(merged)))
	last := uint32(0)
	for _, r := range merged {
		out = binary.AppendUvarint(out, uint64(r.hash-last))
		last = r.hash
	}
	for _, r := range merged {
		out = binary.AppendUvarint(out, uint64(len(r.postings)))
	}
	var places []byte
	for _, r := range merged {
		last := uint32(0)
		for _, v := range r.postings {
			out = binary.AppendUvarint(out, uint64(v/cycle-last))
			last = v / cycle
			if cycle > 1 {
				places = append(places, byte(v%cycle))
			}
		}
	}
	return append(out, packPlaces(places)...)
}

// packPlaces writes places in six bits each, the lowest bit first, and fills the last byte with
// zeros.
func packPlaces(places []byte) []byte {
	out := make([]byte, (len(places)*constants.Grams.Bits+7)/8)
	for i, p := range places {
		bit := i * constants.Grams.Bits
		wide := uint16(p) << (bit % 8)
		out[bit/8] |= byte(wide)
		if wide > 0xff {
			out[bit/8+1] |= byte(wide >> 8)
		}
	}
	return out
}
