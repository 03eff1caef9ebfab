package native

import (
	"errors"
	"fmt"
	"slices"

	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"
)

// Segment is what a finished index holds, all of which is in one segment.
type Segment struct {
	Documents int
	Fields    []string // by their number
	file      segment.Segment
}

// OpenSegment opens the segment of the index in a folder.
func OpenSegment(path string) (*Segment, error) {
	name, err := segmentFile(path)
	if err != nil {
		return nil, err
	}
	file, err := (&zap.ZapPlugin{}).Open(name)
	if err != nil {
		return nil, err
	}
	return &Segment{Documents: int(file.Count()), Fields: file.Fields(), file: file}, nil
}

// Close releases the file.
func (s *Segment) Close() error { return s.file.Close() }

// Inverted is all that a segment knows of the terms of one field, but for the places of words in
// texts.
type Inverted struct {
	Name    string
	Lengths []uint64 // of the field in each document, in tokens; 0 where the document does not have it
	Terms   []Term   // in order
}

// Term is a term with the documents that have it.
type Term struct {
	Term      string
	Documents []uint32
	Counts    []uint32 // frequency in each of the documents
}

// Inverted reads a field with all its postings. A field that no document has is empty. It makes use
// of a fact of an index by NewMapping: the length of a field is the same in all postings of a
// document.
func (s *Segment) Inverted(field string) (*Inverted, error) {
	in := &Inverted{Name: field, Lengths: make([]uint64, s.Documents)}
	dictionary, err := s.file.Dictionary(field)
	if err != nil {
		return nil, fmt.Errorf("field %s: %w", field, err)
	}
	terms := dictionary.AutomatonIterator(nil, nil, nil)
	var list segment.PostingsList
	var postings segment.PostingsIterator
	for {
		entry, err := terms.Next()
		if err != nil {
			return nil, fmt.Errorf("field %s: %w", field, err)
		}
		if entry == nil {
			return in, nil
		}
		t := Term{Term: entry.Term}
		if list, err = dictionary.PostingsList([]byte(t.Term), nil, list); err == nil {
			postings = list.Iterator(true, true, false, postings)
			err = in.read(&t, int(list.Count()), postings)
		}
		if err != nil {
			return nil, fmt.Errorf("field %s, term %q: %w", field, t.Term, err)
		}
		in.Terms = append(in.Terms, t)
	}
}

// read takes the documents of a term.
func (in *Inverted) read(t *Term, count int, postings segment.PostingsIterator) error {
	t.Documents, t.Counts = make([]uint32, 0, count), make([]uint32, 0, count)
	for {
		p, err := postings.Next()
		if err != nil || p == nil {
			return err
		}
		length, ok := p.(interface{ NormUint64() uint64 })
		if !ok || p.Number() >= uint64(len(in.Lengths)) {
			return errors.New("the segment does not read as one of zap")
		}
		t.Documents = append(t.Documents, uint32(p.Number()))
		t.Counts = append(t.Counts, uint32(p.Frequency()))
		in.Lengths[p.Number()] = length.NormUint64()
	}
}

// Stored is a document as it is stored.
type Stored struct {
	ID     []byte
	Values []Value
}

// Value is a stored value of a field.
type Value struct {
	Field int  // its number
	List  bool // whether it is one of a list of values
	Text  []byte
}

// Stored reads a stored document.
func (s *Segment) Stored(n int) (d Stored, err error) {
	err = s.file.VisitStoredFields(uint64(n), func(field string, _ byte, value []byte, positions []uint64) bool {
		if field == "_id" {
			d.ID = slices.Clone(value)
			return true
		}
		d.Values = append(d.Values, Value{slices.Index(s.Fields, field), len(positions) > 0, slices.Clone(value)})
		return true
	})
	if err == nil && d.ID == nil {
		err = errors.New("it has no id")
	}
	if err != nil {
		return d, fmt.Errorf("stored document %d: %w", n, err)
	}
	return d, nil
}
