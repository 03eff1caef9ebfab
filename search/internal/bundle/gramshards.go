package bundle

import (
	"encoding/binary"
	"slices"

	"github.com/kengash/kengash/search/internal/constants"
)

// The number of postings that a shard aims at: of grams, and of words by themselves, which need no
// places and are asked for less often.
const (
	gramShardSize = 4700
	wordShardSize = 12000
)

// gramRow is a gram with its postings: document × gramCycle + place, or documents.
type gramRow struct {
	hash     uint32
	postings []uint32
}

// shardGrams spreads rows over shards, whose numbers begin with first, and returns how many these
// are.
func shardGrams(rows []gramRow, size int, cycle uint32, first int, out *payloads) int {
	sum := 0
	for _, r := range rows {
		sum += len(r.postings)
	}
	n := uint32(max(1, (sum+size/2)/size))
	parts := make([][]gramRow, n)
	for _, r := range rows {
		parts[r.hash%n] = append(parts[r.hash%n], gramRow{r.hash / n % uint32(constants.Grams.Rows), r.postings})
	}
	for k, part := range parts {
		out.shard(gramFolder, first+k, packGrams(part, cycle))
	}
	return len(parts)
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
