package bundle_test

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"

	"github.com/kengash/kengash/search/internal/wire"
)

// This file knows a zap v17 segment as the bytes it is made of. The sources of the format are
// zapx/v17 (write.go, merge.go, posting.go, intcoder.go, zap.md) and vellum (encoder_v1.go).

// segmentFile is a .zap file in memory.
type segmentFile struct {
	b         []byte
	documents int
	stored    uint64 // address of the index of stored documents
	fields    []segmentField
}

// segmentField is a field of a segment. One that is not indexed has no dictionary: its vellum is
// nil.
type segmentField struct {
	name   string
	number int
	vellum []byte
	end    uint64 // address of the end of the vellum
}

// zapFooter is the length of the end of a zap v17 file from the address of the sections index to
// the checksum (zapx/v17/write.go, persistFooter). All numbers are big-endian.
const zapFooter = 8 + 4 + 4 + 4

// zapHead is the length of the end of the file from the number of documents on.
const zapHead = 8 + 8 + zapFooter

func readSegment(b []byte) (*segmentFile, error) {
	if len(b) < zapHead {
		return nil, fmt.Errorf("segment of %d bytes", len(b))
	}
	if v := binary.BigEndian.Uint32(b[len(b)-8:]); v != zap.Version {
		return nil, fmt.Errorf("segment of zap version %d (want %d)", v, zap.Version)
	}
	end := wire.Reader{Bytes: b, At: uint64(len(b) - zapHead)}
	s := &segmentFile{b: b, documents: int(end.Uint64()), stored: end.Uint64()}
	r := wire.Reader{Bytes: b, At: end.Uint64()}
	for n := r.Uvarint(); n > 0 && !r.Bad; n-- {
		field, ok := readField(b, r.Uint64())
		if !ok {
			return nil, fmt.Errorf("field %d of the segment: %w", len(s.fields), errZap)
		}
		field.number = len(s.fields)
		s.fields = append(s.fields, field)
	}
	if r.Bad || s.stored > uint64(len(b)) || 8*uint64(s.documents) > uint64(len(b))-s.stored {
		return nil, errZap
	}
	return s, nil
}

var errZap = fmt.Errorf("the segment does not read as zap v%d", zap.Version)

func readField(b []byte, at uint64) (f segmentField, ok bool) {
	r := wire.Reader{Bytes: b, At: at}
	f.name = string(r.Skip(r.Uvarint()))
	r.Uvarint() // options
	inverted := uint64(0)
	for n := r.Uvarint(); n > 0 && !r.Bad; n-- {
		section := r.Skip(2)
		address := r.Uint64()
		if section != nil && binary.BigEndian.Uint16(section) == 0 {
			inverted = address
		}
	}
	if r.Bad || inverted == 0 {
		return f, !r.Bad
	}
	r.At = inverted
	r.Uvarint() // doc values: start
	r.Uvarint() // and end
	r.At = r.Uvarint()
	f.vellum = r.Skip(r.Uvarint())
	f.end = r.At
	return f, !r.Bad
}

// field returns a field by name.
func (s *segmentFile) field(name string) (segmentField, bool) {
	i := slices.IndexFunc(s.fields, func(f segmentField) bool { return f.name == name && f.vellum != nil })
	if i < 0 {
		return segmentField{}, false
	}
	return s.fields[i], true
}

// extent is a range of bytes of a file, the end excluded.
type extent struct{ start, end uint64 }

// region is where the postings and the dictionary of a field are.
type region struct {
	extent
	number int
	// direct reports that a term in one document only has it as its value. A segment that was never
	// merged does without.
	direct bool
}

// oneHit marks a value that is a document itself rather than the address of postings
// (zapx/v17/posting.go, FSTValEncoding1Hit).
const (
	oneHitMask = 0xc000000000000000
	oneHit     = 0x8000000000000000
	oneHitBits = 31
)

// region looks for the region of a field: from the postings of the first term to the end of the
// dictionary.
func (s *segmentFile) region(f segmentField) (region, error) {
	r := region{extent: extent{f.end, f.end}, number: f.number}
	fst, err := vellum.Load(f.vellum)
	if err != nil {
		return r, err
	}
	it, err := fst.Iterator(nil, nil)
	for ; err == nil; err = it.Next() {
		if _, value := it.Current(); value&oneHitMask == oneHit {
			r.direct = true
		} else {
			postings := wire.Reader{Bytes: s.b, At: value}
			r.start = min(r.start, postings.Uvarint())
		}
	}
	if !errors.Is(err, vellum.ErrIteratorDone) {
		return r, err
	}
	// Without terms that have postings the region is the dictionary alone.
	if r.start == f.end {
		r.start = f.end - uint64(len(f.vellum)) - uint64(len(binary.AppendUvarint(nil, uint64(len(f.vellum)))))
	}
	return r, nil
}

// gaps returns what extents, which do not overlap, leave out of the file.
func (s *segmentFile) gaps(extents []extent) []extent {
	slices.SortFunc(extents, func(a, b extent) int { return cmp.Compare(a.start, b.start) })
	size := uint64(len(s.b))
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
