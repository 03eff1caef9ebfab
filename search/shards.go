package search

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf8"
)

// This file writes an index in shards, each the data of a range of terms or of a few documents. They
// hold what the .zap holds in fewer bytes: the .zap repeats the length of a field in every posting, has the
// place of every token, which the stored texts tell as well, and its trees and bitmaps are made for
// random access to a file, which a browser that loads whole shards does not need. FORMAT.md has the layout.

// The sizes that shards aim at, in bytes before compression. Small ones make a query cheap, large ones
// the number of files low.
const (
	termShardSize    = 6 << 10
	documentFileSize = 11 << 10
)

// textFields are the fields that a query looks terms up in; term shards hold all of them together.
var textFields = []string{fieldTitle, fieldBody, fieldExact, fieldAlias}

// packed is an index in shards.
type packed struct {
	separators []string // between term shards
	terms      [][]byte
	documents  [][]byte
	counts     []int // how many documents each document file holds
	lengths    []byte
	fields     []*invertedField // one for each of textFields
	rest       []byte
}

// pack reads a whole segment.
func (s *segmentFile) pack() (*packed, error) {
	var fields []*invertedField // one for each of textFields, empty if the segment does not have it
	for _, name := range textFields {
		in := &invertedField{name: name, lengths: make([]uint64, s.documents)}
		if f, ok := s.field(name); ok {
			var err error
			if in, err = s.inverted(f); err != nil {
				return nil, fmt.Errorf("field %s: %w", name, err)
			}
		}
		fields = append(fields, in)
	}
	p := &packed{fields: fields}
	p.packTerms(fields)
	for _, in := range fields {
		for _, n := range in.lengths {
			p.lengths = binary.AppendUvarint(p.lengths, n)
		}
	}
	if err := p.packDocuments(s); err != nil {
		return nil, err
	}
	p.rest = s.packRest(fields)
	return p, nil
}

// packTerms cuts the terms of all fields, merged in order, into shards.
func (p *packed) packTerms(fields []*invertedField) {
	var cutter shardCutter
	first := make([]int, len(fields)) // of each field, the first term of the shard
	next := make([]int, len(fields))  // and the next term to be seen
	flush := func(end []int) {
		var terms []byte
		for i, in := range fields {
			terms = appendTerms(terms, in.terms[first[i]:end[i]])
			first[i] = end[i]
		}
		p.terms = append(p.terms, terms)
	}
	for {
		term, more := "", false
		for i, in := range fields {
			if next[i] < len(in.terms) && (!more || in.terms[next[i]].term < term) {
				term, more = in.terms[next[i]].term, true
			}
		}
		if !more {
			break
		}
		end := append([]int(nil), next...)
		cost := 0
		for i, in := range fields {
			if next[i] < len(in.terms) && in.terms[next[i]].term == term {
				cost += in.terms[next[i]].size()
				next[i]++
			}
		}
		if cutter.add(term, cost, termShardSize) {
			flush(end)
		}
	}
	flush(next)
	p.separators = cutter.separators
}

// shardCutter cuts a list of terms, given in order, into shards.
type shardCutter struct {
	separators []string
	filled     int // bytes in the last shard
	last       string
}

// add puts a term into the last shard, or into a new one if it would not fit. It tells whether it
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
func (t *invertedTerm) size() int {
	return len(t.term) + 3 + len(t.appendDocuments(nil)) + len(t.counts)
}

// appendTerms writes the terms of one field.
func appendTerms(out []byte, terms []invertedTerm) []byte {
	out = binary.AppendUvarint(out, uint64(len(terms)))
	last := ""
	for _, t := range terms {
		out = appendFront(out, last, t.term)
		last = t.term
	}
	for _, t := range terms {
		out = binary.AppendUvarint(out, uint64(len(t.documents)))
	}
	for _, t := range terms {
		out = t.appendDocuments(out)
	}
	for _, t := range terms {
		for _, n := range t.counts {
			out = binary.AppendUvarint(out, uint64(n))
		}
	}
	return out
}

// appendFront writes a string as what it adds to the one before.
func appendFront(out []byte, last, s string) []byte {
	shared := 0
	for shared < len(s) && shared < len(last) && s[shared] == last[shared] {
		shared++
	}
	return appendString(binary.AppendUvarint(out, uint64(shared)), s[shared:])
}

func (t *invertedTerm) appendDocuments(out []byte) []byte {
	last := uint32(0)
	for _, d := range t.documents {
		out = binary.AppendUvarint(out, uint64(d-last))
		last = d
	}
	return out
}

// packDocuments puts consecutive documents into files.
func (p *packed) packDocuments(s *segmentFile) error {
	var file []byte
	for i := range s.documents {
		d, err := s.document(i)
		if err != nil {
			return fmt.Errorf("stored document %d: %w", i, err)
		}
		document := d.append(nil)
		if len(file) > 0 && len(file)+len(document) > documentFileSize {
			p.documents, file = append(p.documents, file), nil
		}
		if len(file) == 0 {
			p.counts = append(p.counts, 0)
		}
		file = append(file, document...)
		p.counts[len(p.counts)-1]++
	}
	p.documents = append(p.documents, file)
	return nil
}

func (d *storedDocument) append(out []byte) []byte {
	out = appendString(out, string(d.id))
	out = binary.AppendUvarint(out, uint64(len(d.values)))
	for _, v := range d.values {
		field := uint64(v.field) << 1
		if v.list {
			field |= 1
		}
		out = binary.AppendUvarint(out, field)
		out = binary.AppendUvarint(out, uint64(len(v.value)))
	}
	for _, v := range d.values {
		out = append(out, v.value...)
	}
	return out
}

// packRest writes what no shard holds: the bytes of the .zap outside of the regions that the shards
// make up for.
func (s *segmentFile) packRest(fields []*invertedField) []byte {
	regions := []extent{{0, s.stored + 8*uint64(s.documents)}}
	out := []byte{}
	for _, in := range fields {
		out = binary.AppendUvarint(out, in.region.start)
		out = binary.AppendUvarint(out, in.region.end)
		if in.direct {
			out = append(out, 1)
		} else {
			out = append(out, 0)
		}
		if in.region.end > 0 {
			regions = append(regions, in.region)
		}
	}
	out = binary.AppendUvarint(out, s.stored)
	at := uint64(0)
	for _, gap := range gaps(regions, uint64(len(s.b))) {
		out = binary.AppendUvarint(out, gap.start-at)
		out = appendString(out, string(s.b[gap.start:gap.end]))
		at = gap.end
	}
	return append(out, 0, 0) // no more
}

// gaps returns what extents, which do not overlap, leave out of a file.
func gaps(extents []extent, size uint64) []extent {
	slices.SortFunc(extents, func(a, b extent) int { return cmp.Compare(a.start, b.start) })
	var out []extent
	at := uint64(0)
	for _, e := range append(extents, extent{size, size}) {
		if e.start > at {
			out = append(out, extent{at, e.start})
		}
		at = e.end
	}
	return out
}
