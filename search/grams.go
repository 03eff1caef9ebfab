package search

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"
)

// This file reads the lists that decide phrases: in which documents, and where, two words stand side
// by side as they are written. The index itself has stems and no stop words, and the text of every
// document that may have a phrase is too much to load. What the lists are made of stands here too;
// gramshards.go makes them, and FORMAT.md has the layout.

const (
	// gramRows is how many rows a shard of grams has. With the shards of a site that is some hundred
	// thousand in all, so hardly two grams of a corpus share one.
	gramRows = 1 << 12
	// gramCycle is what places are kept modulo of: enough to tell neighbours; gramBits hold one.
	gramBits  = 6
	gramCycle = 1 << gramBits
	// gramShardSize is the number of postings that a shard aims at, wordShardSize the same for words by
	// themselves, which need no places and are asked for less often.
	gramShardSize = 4700
	wordShardSize = 12000
	// maxRead is how many documents are looked through for a phrase. Grams of which it follows that
	// no more have them need no row, which are most.
	maxRead = 8
	// maxGrams is how many grams of a phrase are looked up.
	maxGrams = 3
)

// gram is a piece of a folded text: two words side by side, or three Han characters, two of which are a
// term of the index already. At is the number of its first unit, size how many it has.
type gram struct {
	text     string
	at, size int
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
		if !hasHan(word) {
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
func gramAt(units []unit, at int) (g gram, ok bool) {
	u := units[at:]
	switch {
	case len(u) > 1 && u[0].last:
		return gram{u[0].rest[:len(u[0].text)+len(" ")+len(u[1].text)], at, 2}, true
	case len(u) > 2 && !u[0].last && !u[1].last:
		return gram{u[0].rest[:len(u[0].text)+len(u[1].text)+len(u[2].text)], at, 3}, true
	}
	return gram{}, false
}

// cover returns the fewest grams that a phrase is made of, from its beginning on: those of a long one
// stop early, since few documents have all its words.
func cover(units []unit) []gram {
	if len(units) == 1 && !units[0].han {
		return []gram{{units[0].text, 0, 1}}
	}
	var out []gram
	for at := 0; at < len(units) && len(out) < maxGrams; {
		end := 0
		for from := at; from >= max(0, at-2); from-- {
			if g, ok := gramAt(units, from); ok && from+g.size > at {
				out = append(out, g)
				end = from + g.size
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

// gramReader looks grams up in the published shards of one language, as a browser does.
type gramReader struct {
	root  string // folder of the build
	lang  string
	grams clientGrams
}

// places returns where a gram stands: of each document the places, a bit each. A word by itself has
// none, and is in all documents with its term if there is nothing but it.
func (r *gramReader) places(g gram) (found map[uint32]uint64, all bool, err error) {
	h, first, n := gramHash(g.text), 0, uint32(r.grams.Pairs)
	if g.size == 1 {
		first, n = r.grams.Pairs, uint32(r.grams.Words)
	}
	name := shardName(gramFolder, first+int(h%n))
	data, err := readPayload(r.root, r.lang+"/"+name)
	if err != nil {
		return nil, false, err
	}
	in := &zapReader{b: data}
	rows, lengths := make([]uint32, in.count()), []int{}
	last := uint32(0)
	for i := range rows {
		last += uint32(in.uvarint())
		rows[i] = last
	}
	row := slices.Index(rows, h/n%gramRows)
	var documents []uint32
	total, before := 0, 0
	for range rows {
		lengths = append(lengths, in.count())
	}
	for i, length := range lengths {
		d := uint32(0)
		for range length {
			d += uint32(in.uvarint())
			if i == row {
				documents = append(documents, d)
			}
		}
		if total += length; i < row {
			before = total
		}
	}
	found = map[uint32]uint64{}
	if g.size == 1 {
		for _, d := range documents {
			found[d] = 1
		}
		return found, row >= 0 && len(documents) == 0, in.finish(name)
	}
	places := in.skip(uint64(total*gramBits+7) / 8)
	if err := in.finish(name); err != nil {
		return nil, false, err
	}
	for i, d := range documents {
		found[d] |= 1 << placeAt(places, before+i)
	}
	return found, false, nil
}

// placeAt reads one of the places that packPlaces wrote.
func placeAt(packed []byte, i int) byte {
	bit := i * gramBits
	wide := uint16(packed[bit/8])
	if bit/8+1 < len(packed) {
		wide |= uint16(packed[bit/8+1]) << 8
	}
	return byte(wide>>(bit%8)) % gramCycle
}

// follow returns the documents in which all grams of a phrase stand as far from one another as in it,
// or that all have it.
func (r *gramReader) follow(grams []gram) (found map[uint32]uint64, all bool, err error) {
	for i, g := range grams {
		places, all, err := r.places(g)
		if err != nil || all {
			return nil, all, err
		}
		for d := range places {
			places[d] = bits.RotateLeft64(places[d], -g.at) // to where the phrase begins
			if i > 0 {
				places[d] &= found[d]
			}
			if places[d] == 0 {
				delete(places, d)
			}
		}
		found = places
	}
	return found, false, nil
}
