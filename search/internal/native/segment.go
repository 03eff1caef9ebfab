package native

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"

	"github.com/kengash/kengash/search/internal/text"
)

// Segment holds the documents of an index in memory, and then what its file has.
type Segment struct {
	Documents int
	Fields    []string // by their number

	lexicon *text.Lexicon
	options map[string]index.FieldIndexingOptions
	fields  map[string]*field // that a document has
	stored  []Stored
}

// field is a field on its way to a segment.
type field struct {
	Inverted
	options  index.FieldIndexingOptions
	places   *places // of one that is analysed
	keywords keywords
	number   int
}

// idField is the field in which Bleve keeps the ids of documents.
const idField = "_id"

// NewSegment returns an empty segment of the index that m describes.
func NewSegment(m *mapping.IndexMappingImpl, x *text.Lexicon) *Segment {
	s := &Segment{lexicon: x, options: map[string]index.FieldIndexingOptions{}, fields: map[string]*field{}}
	for name, d := range m.DefaultMapping.Properties {
		for _, f := range d.Fields {
			s.options[name] = f.Options()
		}
	}
	s.options[idField] = index.IndexField | index.StoreField
	return s
}

// Add adds a document. They come in order of id.
func (s *Segment) Add(d Document) error {
	n := uint32(s.Documents)
	s.Documents++
	stored := Stored{ID: d.ID}
	s.field(idField).add(n, Field{Values: []string{d.ID}})
	for _, f := range d.Fields {
		options, ok := s.options[f.Name]
		if !ok {
			return fmt.Errorf("document %q: field %q is not of the index", d.ID, f.Name)
		}
		in := s.field(f.Name)
		if options.IsStored() {
			for _, v := range f.Values {
				stored.Values = append(stored.Values, Value{in.number, f.List, v})
			}
		}
		if options.IsIndexed() {
			in.add(n, f)
		}
		if in.places != nil && len(in.places.slabs) > maxSlabs {
			return errors.New("the texts of one language are too long for one index")
		}
	}
	s.stored = append(s.stored, stored)
	return nil
}

// AddCompound adds a compound to a document that was added.
func (s *Segment) AddCompound(document int, compound string) {
	f := s.field(Compound)
	f.keywords = append(f.keywords, keywordAt{compound, uint32(document)})
}

// field returns a field by its name. It has a number in the order of appearance for now.
func (s *Segment) field(name string) *field {
	f := s.fields[name]
	if f == nil {
		f = &field{Inverted: Inverted{Name: name}, options: s.options[name], number: len(s.fields)}
		if f.options.IncludeTermVectors() {
			f.places = &places{}
		}
		s.fields[name] = f
	}
	return f
}

func (f *field) add(document uint32, d Field) {
	f.Lengths = append(f.Lengths, make([]uint32, int(document)+1-len(f.Lengths))...)
	if f.places == nil {
		for _, v := range d.Values {
			f.keywords = append(f.keywords, keywordAt{v, document})
		}
		f.Lengths[document] = uint32(len(d.Values))
		return
	}
	for _, t := range d.Tokens {
		f.places.add(document, t)
	}
	f.Lengths[document] = uint32(len(d.Tokens))
}

// Write writes the segment into a file. Nothing can be added any more.
func (s *Segment) Write(path string) (err error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_TRUNC, 0)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	s.number()
	w := newSegmentWriter(file, s.Documents)
	stored := w.stored(s.stored)
	var table []zapField
	for _, name := range s.Fields {
		f := s.fields[name]
		f.close(s)
		dictionary, err := w.inverted(f.number, &f.Inverted, f.places)
		if err != nil {
			return fmt.Errorf("field %s: %w", name, err)
		}
		from, to := uint64(none), uint64(none)
		if f.options.IncludeDocValues() {
			from, to = w.values(&f.Inverted)
		}
		table = append(table, zapField{name, f.options, w.at})
		w.uvarints(from, to, dictionary)
		f.places, f.keywords = nil, nil
	}
	return w.finish(table, stored)
}

// number numbers the fields in order of their names, the id first.
func (s *Segment) number() {
	numbers := make([]int, len(s.fields))
	for name := range s.fields {
		s.Fields = append(s.Fields, name)
	}
	slices.SortFunc(s.Fields, func(a, b string) int {
		switch idField {
		case a:
			return -1
		case b:
			return 1
		}
		return cmp.Compare(a, b)
	})
	for i, name := range s.Fields {
		numbers[s.fields[name].number] = i
		s.fields[name].number = i
	}
	for _, d := range s.stored {
		for i := range d.Values {
			d.Values[i].Field = numbers[d.Values[i].Field]
		}
		slices.SortStableFunc(d.Values, func(a, b Value) int { return a.Field - b.Field })
	}
}

// close puts the terms of a field in order.
func (f *field) close(s *Segment) {
	f.Lengths = append(f.Lengths, make([]uint32, s.Documents-len(f.Lengths))...)
	if f.places == nil {
		f.Terms = f.keywords.terms()
		if f.Name == Compound { // how many there are says nothing of any of them
			for i := range f.Lengths {
				f.Lengths[i] = 1
			}
		}
		return
	}
	for n, c := range f.places.terms {
		if c.documents > 0 {
			f.Terms = append(f.Terms, Term{Term: s.lexicon.Terms[n], Number: uint32(n)})
		}
	}
	slices.SortFunc(f.Terms, func(a, b Term) int { return cmp.Compare(a.Term, b.Term) })
}

// Inverted returns a field of a segment that is written. A field that no document has is empty.
func (s *Segment) Inverted(name string) *Inverted {
	if f := s.fields[name]; f != nil {
		return &f.Inverted
	}
	return &Inverted{Name: name, Lengths: make([]uint32, s.Documents)}
}

// Stored returns a document of a segment that is written.
func (s *Segment) Stored(n int) *Stored { return &s.stored[n] }

// ForgetStored lets go of the stored documents.
func (s *Segment) ForgetStored() { s.stored = nil }
