package bundle

import (
	"encoding/binary"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/wire"
)

// Shards hold the data of a range of terms or of a few documents. They have what the .zap holds in
// fewer bytes: the .zap repeats the length of a field in every posting, has the place of every
// token, which the stored texts tell as well, and its trees and bitmaps are made for random access
// to a file, which a browser that loads whole shards does not need. FORMAT.md has the layout.

// The sizes that shards aim at, in bytes before compression. Small ones make a query cheap, large
// ones the number of files low: with 6 and 11 KiB a first query took 7 to 10 kB more, and there
// were a third fewer files.
const (
	termShardSize    = 4 << 10
	documentFileSize = 7 << 10
)

// fieldsOf returns the fields of a segment, one for each of constants.Fields, and the lengths that
// documents have in them, packed.
func fieldsOf(s *native.Segment) (fields []*native.Inverted, lengths []byte) {
	for _, name := range constants.Fields {
		in := s.Inverted(name)
		fields = append(fields, in)
		for _, n := range in.Lengths {
			lengths = binary.AppendUvarint(lengths, uint64(n))
		}
	}
	return fields, lengths
}

// writeTerms cuts the terms of all fields, merged in order, into shards, and returns what separates
// these.
func writeTerms(fields []*native.Inverted, out *payloads) (separators []string) {
	var cutter shardCutter
	first := make([]int, len(fields)) // of each field, the first term of the shard
	next := make([]int, len(fields))  // and the next term to be seen
	shards := 0
	flush := func(end []int) {
		var terms []byte
		for i, in := range fields {
			terms = appendTerms(terms, in.Terms[first[i]:end[i]])
			first[i] = end[i]
		}
		out.shard(termFolder, shards, terms)
		shards++
	}
	for {
		term, more := "", false
		for i, in := range fields {
			if next[i] < len(in.Terms) && (!more || in.Terms[next[i]].Term < term) {
				term, more = in.Terms[next[i]].Term, true
			}
		}
		if !more {
			break
		}
		end := append([]int(nil), next...)
		cost := 0
		for i, in := range fields {
			if next[i] < len(in.Terms) && in.Terms[next[i]].Term == term {
				cost += size(&in.Terms[next[i]])
				next[i]++
			}
		}
		if cutter.add(term, cost, termShardSize) {
			flush(end)
		}
	}
	flush(next)
	return cutter.separators
}

// shardCutter cuts a list of terms, given in order, into shards.
type shardCutter struct {
	separators []string
	filled     int // bytes in the last shard
	last       string
}

// add puts a term into the last shard, or into a new one if it would not fit. It reports whether it
// began a new one.
func (c *shardCutter) add(term string, cost, size int) (began bool) {
	if began = c.filled > 0 && c.filled+cost > size; began {
		c.separators = append(c.separators, separator(c.last, term))
		c.filled = 0
	}
	c.filled += cost
	c.last = term
	return began
}

// separator returns the shortest prefix of next, in whole characters, that is greater than last.
func separator(last, next string) string {
	n := 0
	for n < len(last) && n < len(next) && last[n] == next[n] {
		n++
	}
	for n++; n < len(next) && !utf8.RuneStart(next[n]); n++ {
	}
	return next[:min(n, len(next))]
}

// size is about how many bytes a term takes in a shard.
func size(t *native.Term) int {
	return len(t.Term) + 3 + len(appendDocuments(nil, t.Documents)) + len(t.Counts)
}

// appendTerms writes the terms of one field.
func appendTerms(out []byte, terms []native.Term) []byte {
	out = binary.AppendUvarint(out, uint64(len(terms)))
	last := ""
	for _, t := range terms {
		out = wire.AppendFront(out, last, t.Term)
		last = t.Term
	}
	for _, t := range terms {
		out = binary.AppendUvarint(out, uint64(len(t.Documents)))
	}
	for _, t := range terms {
		out = appendDocuments(out, t.Documents)
	}
	for _, t := range terms {
		for _, n := range t.Counts {
			out = binary.AppendUvarint(out, uint64(n))
		}
	}
	return out
}

func appendDocuments(out []byte, documents []uint32) []byte {
	last := uint32(0)
	for _, d := range documents {
		out = binary.AppendUvarint(out, uint64(d-last))
		last = d
	}
	return out
}

// writeDocuments puts consecutive documents into files, and returns how many each holds.
func writeDocuments(s *native.Segment, out *payloads) (counts []int) {
	var file, document []byte
	for i := range s.Documents {
		document = appendStored(document[:0], s.Stored(i))
		if len(file) > 0 && len(file)+len(document) > documentFileSize {
			out.shard(documentFolder, len(counts)-1, file)
			file = nil
		}
		if len(file) == 0 {
			counts = append(counts, 0)
			file = make([]byte, 0, max(len(document), documentFileSize))
		}
		file = append(file, document...)
		counts[len(counts)-1]++
	}
	out.shard(documentFolder, max(0, len(counts)-1), file)
	return counts
}

func appendStored(out []byte, d *native.Stored) []byte {
	out = wire.AppendString(out, d.ID)
	out = binary.AppendUvarint(out, uint64(len(d.Values)))
	for _, v := range d.Values {
		field := uint64(v.Field) << 1
		if v.List {
			field |= 1
		}
		out = binary.AppendUvarint(out, field)
		out = binary.AppendUvarint(out, uint64(len(v.Text)))
	}
	for _, v := range d.Values {
		out = append(out, v.Text...)
	}
	return out
}
