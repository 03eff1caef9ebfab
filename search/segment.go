package search

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	"github.com/golang/snappy"
)

// This file reads a zap v17 segment as the bytes it is made of, so that they can be published in fewer
// (shards.go) and put together again (assemble.go). The sources of the format are zapx/v17 (write.go,
// merge.go, posting.go, intcoder.go, zap.md) and vellum (encoder_v1.go).

// segmentFile is a .zap file in memory.
type segmentFile struct {
	b         []byte
	documents int
	stored    uint64 // address of the index of stored documents
	fields    []segmentField
}

// segmentField is a field of a segment. One that is not indexed has no dictionary: its vellum is nil.
type segmentField struct {
	name   string
	number int
	vellum []byte
	end    uint64 // address of the end of the vellum
}

// zapHead is the length of the end of the file from the number of documents on.
const zapHead = 8 + 8 + zapFooter

func readSegment(b []byte) (*segmentFile, error) {
	if len(b) < zapHead {
		return nil, fmt.Errorf("segment of %d bytes", len(b))
	}
	if v := binary.BigEndian.Uint32(b[len(b)-8:]); v != zapVersion {
		return nil, fmt.Errorf("segment of zap version %d (want %d)", v, zapVersion)
	}
	end := zapReader{b: b, at: uint64(len(b) - zapHead)}
	s := &segmentFile{b: b, documents: int(end.uint64()), stored: end.uint64()}
	r := zapReader{b: b, at: end.uint64()}
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		field, ok := readField(b, r.uint64())
		if !ok {
			return nil, fmt.Errorf("field %d of the segment: %w", len(s.fields), errZap)
		}
		field.number = len(s.fields)
		s.fields = append(s.fields, field)
	}
	if r.bad || s.stored > uint64(len(b)) || 8*uint64(s.documents) > uint64(len(b))-s.stored {
		return nil, errZap
	}
	return s, nil
}

var errZap = fmt.Errorf("the segment does not read as zap v%d", zapVersion)

func readField(b []byte, at uint64) (f segmentField, ok bool) {
	r := zapReader{b: b, at: at}
	f.name = string(r.skip(r.uvarint()))
	r.uvarint() // options
	inverted := uint64(0)
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		section := r.skip(2)
		address := r.uint64()
		if section != nil && binary.BigEndian.Uint16(section) == 0 {
			inverted = address
		}
	}
	if r.bad || inverted == 0 {
		return f, !r.bad
	}
	r.at = inverted
	r.uvarint() // doc values: start
	r.uvarint() // and end
	r.at = r.uvarint()
	f.vellum = r.skip(r.uvarint())
	f.end = r.at
	return f, !r.bad
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

// invertedField is all that a segment knows of the terms of one field.
type invertedField struct {
	name    string
	number  int
	region  extent   // from the postings of the first term to the end of the dictionary
	lengths []uint64 // of the field in each document, in tokens
	terms   []invertedTerm
	// direct tells that a term in one document only has it as its value. A segment that was never
	// merged does without.
	direct bool
}

type invertedTerm struct {
	term      string
	documents []uint32
	counts    []uint32 // frequency in each of the documents
}

// oneHit marks a value that is a document itself rather than the address of postings
// (zapx/v17/posting.go, FSTValEncoding1Hit).
const (
	oneHitMask = 0xc000000000000000
	oneHit     = 0x8000000000000000
	oneHitBits = 31
)

// inverted reads a field with all its postings, but for the places of words in texts, which Assemble
// finds in the texts. It makes use of a fact of an index from newMapping: the length of a field is the
// same in all postings of a document.
func (s *segmentFile) inverted(f segmentField) (*invertedField, error) {
	in := &invertedField{name: f.name, number: f.number, lengths: make([]uint64, s.documents)}
	in.region = extent{f.end, f.end}
	fst, err := vellum.Load(f.vellum)
	if err != nil {
		return nil, err
	}
	it, err := fst.Iterator(nil, nil)
	for ; err == nil; err = it.Next() {
		term, value := it.Current()
		t := invertedTerm{term: string(term)}
		if err := s.postings(in, &t, value); err != nil {
			return nil, fmt.Errorf("term %q: %w", term, err)
		}
		in.terms = append(in.terms, t)
	}
	if !errors.Is(err, vellum.ErrIteratorDone) {
		return nil, err
	}
	// Without terms that have postings the region is the dictionary alone.
	if in.region.start == f.end {
		in.region.start = f.end - uint64(len(f.vellum)) - uint64(len(binary.AppendUvarint(nil, uint64(len(f.vellum)))))
	}
	return in, nil
}

// postings reads the documents of one term.
func (s *segmentFile) postings(in *invertedField, t *invertedTerm, value uint64) error {
	if value&oneHitMask == oneHit {
		document, length := value&(1<<oneHitBits-1), value>>oneHitBits&(1<<oneHitBits-1)
		if document >= uint64(s.documents) {
			return errZap
		}
		t.documents, t.counts = []uint32{uint32(document)}, []uint32{1}
		in.lengths[document] = length
		in.direct = true
		return nil
	}
	r := zapReader{b: s.b, at: value}
	frequencies := r.uvarint()
	r.uvarint() // locations
	list := r.skip(r.uvarint())
	if r.bad {
		return errZap
	}
	in.region.start = min(in.region.start, frequencies)
	bitmap := roaring.New()
	if _, err := bitmap.FromBuffer(list); err != nil {
		return err
	}
	t.documents = bitmap.ToArray()

	tf := chunkReader(s.b, frequencies)
	for _, d := range t.documents {
		count := tf.uvarint()
		if tf.bad || int(d) >= s.documents {
			return errZap
		}
		t.counts = append(t.counts, uint32(count>>1))
		in.lengths[d] = tf.uvarint()
	}
	return nil
}

// chunkReader reads the numbers of a chunked stream from its address (zapx/v17/intcoder.go).
func chunkReader(b []byte, at uint64) zapReader {
	r := zapReader{b: b, at: at}
	for n := r.uvarint(); n > 0 && !r.bad; n-- {
		r.uvarint()
	}
	return r
}

// storedDocument is a document as it is stored.
type storedDocument struct {
	id     []byte
	values []storedValue
}

type storedValue struct {
	field int
	list  bool // one of a list of values
	value []byte
}

// storedType is the type of all stored values: text.
const storedType = 't'

// document reads a stored document.
func (s *segmentFile) document(n int) (d storedDocument, err error) {
	index := zapReader{b: s.b, at: s.stored + 8*uint64(n)}
	r := zapReader{b: s.b, at: index.uint64()}
	metaSize, dataSize := r.uvarint(), r.uvarint()
	meta := zapReader{b: r.skip(metaSize)}
	data := zapReader{b: r.skip(dataSize)}
	d.id = data.skip(meta.uvarint())
	if r.bad || data.bad || meta.bad {
		return d, errZap
	}
	var values []byte
	if block := data.b[data.at:]; len(block) > 0 {
		if values, err = snappy.Decode(nil, block); err != nil {
			return d, err
		}
	}
	for meta.at < uint64(len(meta.b)) && !meta.bad {
		v := storedValue{field: int(meta.uvarint())}
		kind := meta.uvarint()
		value := zapReader{b: values, at: meta.uvarint()}
		v.value = value.skip(meta.uvarint())
		positions := meta.uvarint()
		v.list = positions > 0
		for range positions {
			meta.uvarint()
		}
		if kind != storedType || positions > 1 || value.bad || v.field >= len(s.fields) {
			return d, errZap
		}
		d.values = append(d.values, v)
	}
	if meta.bad {
		return d, errZap
	}
	return d, nil
}
