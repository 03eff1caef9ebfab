package bundle

import (
	"fmt"
	"math/bits"
	"slices"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/wire"
)

// GramReader looks grams up in the published shards of one language, as a browser does.
type GramReader struct {
	root  string // folder of the part
	part  string
	lang  string
	grams Grams
}

// NewGramReader reads the lists of a language in the folder of their part.
func NewGramReader(root string, m *Manifest) *GramReader {
	return &GramReader{root, m.Part, m.Lang, m.Grams}
}

// places returns the places of a gram: of each document the places, a bit each. A word by itself
// has none, and is in all documents with its term if there is nothing but it.
func (r *GramReader) places(g Gram) (found map[uint32]uint64, all bool, err error) {
	h, first, n := gramHash(g.Text), 0, uint32(r.grams.Pairs)
	if g.Size == 1 {
		first, n = r.grams.Pairs, uint32(r.grams.Words)
	}
	name := shardName(gramFolder, first+int(h%n))
	data, err := ReadPayload(r.root, r.part, r.lang+"/"+name)
	if err != nil {
		return nil, false, err
	}
	in := &wire.Reader{Bytes: data}
	rows, lengths := make([]uint32, in.Count()), []int{}
	last := uint32(0)
	for i := range rows {
		last += uint32(in.Uvarint())
		rows[i] = last
	}
	row := slices.Index(rows, h/n%uint32(constants.Grams.Rows))
	var documents []uint32
	total, before := 0, 0
	for range rows {
		lengths = append(lengths, in.Count())
	}
	for i, length := range lengths {
		d := uint32(0)
		for range length {
			d += uint32(in.Uvarint())
			if i == row {
				documents = append(documents, d)
			}
		}
		if total += length; i < row {
			before = total
		}
	}
	found = map[uint32]uint64{}
	if g.Size == 1 {
		for _, d := range documents {
			found[d] = 1
		}
		return found, row >= 0 && len(documents) == 0, finish(in, name)
	}
	places := in.Skip(uint64(total*constants.Grams.Bits+7) / 8)
	if err := finish(in, name); err != nil {
		return nil, false, err
	}
	for i, d := range documents {
		found[d] |= 1 << placeAt(places, before+i)
	}
	return found, false, nil
}

// placeAt reads one of the places that packPlaces wrote.
func placeAt(packed []byte, i int) byte {
	bit := i * constants.Grams.Bits
	wide := uint16(packed[bit/8])
	if bit/8+1 < len(packed) {
		wide |= uint16(packed[bit/8+1]) << 8
	}
	return byte(wide>>(bit%8)) % byte(gramCycle)
}

// Follow returns the documents in which all grams of a phrase have the same distances as in
// it, or that all have it.
func (r *GramReader) Follow(grams []Gram) (found map[uint32]uint64, all bool, err error) {
	for i, g := range grams {
		places, all, err := r.places(g)
		if err != nil || all {
			return nil, all, err
		}
		for d := range places {
			places[d] = bits.RotateLeft64(places[d], -g.At) // to where the phrase begins
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

// finish fails if a payload was not read to its end, or further.
func finish(r *wire.Reader, name string) error {
	if !r.Done() {
		return fmt.Errorf("%s is damaged", name)
	}
	return nil
}
