package bundle_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"path/filepath"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	"github.com/golang/snappy"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// assemble puts the published pieces of a language's index together again: the bytes of its .zap.
// What no piece holds, such as the postings of facets, is taken from the .zap itself. Keywords are
// those of documents by their ids, which are in no piece.
func assemble(dir, lang string, zap []byte, keywords map[string]string) ([]byte, error) {
	s, err := readSegment(zap)
	if err != nil {
		return nil, err
	}
	a := assembler{lang: lang, keywords: keywords}
	if a.manifest, err = bundle.ReadManifest(dir, lang); err != nil {
		return nil, err
	}
	a.root = filepath.Join(dir, a.manifest.Part)
	a.places = map[string]map[string][]tokenPlace{native.Title: {}, native.Body: {}}
	for _, name := range constants.Fields {
		a.fields = append(a.fields, &field{name: name})
	}
	for _, step := range []func() error{a.readLengths, a.readTerms, a.readDocuments} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return a.zap, a.fill(s)
}

// assembler holds the pieces on their way to a .zap.
type assembler struct {
	root, lang string
	keywords   map[string]string
	manifest   *bundle.Manifest
	zap        []byte
	fields     []*field // one for each of constants.Fields
	documents  []native.Stored
	places     map[string]map[string][]tokenPlace // field, term: all its occurrences, document after document
}

type field struct {
	native.Inverted
	name   string
	region region
}

// tokenPlace is where a token stands in the text of its field.
type tokenPlace struct{ position, start, end uint64 }

func (a *assembler) read(name string) (*wire.Reader, error) {
	b, err := bundle.ReadPayload(a.root, a.manifest.Part, a.lang+"/"+name)
	return &wire.Reader{Bytes: b}, err
}

func finish(r *wire.Reader, name string) error {
	if !r.Done() {
		return fmt.Errorf("%s is damaged", name)
	}
	return nil
}

func (a *assembler) readLengths() error {
	r := &wire.Reader{Bytes: bundle.Lengths(a.manifest)}
	for _, f := range a.fields {
		for n := a.manifest.Documents; n > 0 && !r.Bad; n-- {
			f.Lengths = append(f.Lengths, uint32(r.Uvarint()))
		}
	}
	return finish(r, "manifest/"+a.lang)
}

// readTerms reads term shards.
func (a *assembler) readTerms() error {
	for k := range len(a.manifest.Terms) + 1 {
		name := fmt.Sprintf("t/%d", k)
		r, err := a.read(name)
		if err != nil {
			return err
		}
		for _, f := range a.fields {
			f.Terms = append(f.Terms, readShardTerms(r)...)
		}
		if err := finish(r, name); err != nil {
			return err
		}
	}
	return nil
}

// readShardTerms reads what appendTerms wrote.
func readShardTerms(r *wire.Reader) []native.Term {
	terms := make([]native.Term, r.Count())
	last := ""
	for i := range terms {
		last = r.Front(last)
		terms[i].Term = last
	}
	for i := range terms {
		terms[i].Documents = make([]uint32, r.Count())
	}
	for i := range terms {
		d := uint32(0)
		for j := range terms[i].Documents {
			d += uint32(r.Uvarint())
			terms[i].Documents[j] = d
		}
	}
	for i := range terms {
		for range terms[i].Documents {
			terms[i].Counts = append(terms[i].Counts, uint32(r.Uvarint()))
		}
	}
	return terms
}

// readDocuments reads the stored documents, and finds in their texts where each term stands, as it
// was found when they were indexed.
func (a *assembler) readDocuments() error {
	l := text.LanguageOf(a.lang)
	analyzer, err := l.NewAnalyzer()
	if err != nil {
		return err
	}
	for k, n := range a.manifest.Docs {
		name := fmt.Sprintf("d/%d", k)
		r, err := a.read(name)
		if err != nil {
			return err
		}
		for ; n > 0 && !r.Bad; n-- {
			d := readStored(r)
			a.documents = append(a.documents, d)
			for field, written := range map[string]string{
				native.Title: a.value(d, native.Name) + "\n" + a.keywords[d.ID], native.Body: a.value(d, native.Body),
			} {
				places := a.places[field]
				for _, t := range analyzer.Analyze([]byte(l.Prepare(written))) {
					places[string(t.Term)] = append(places[string(t.Term)], tokenPlace{uint64(t.Position), uint64(t.Start), uint64(t.End)})
				}
			}
		}
		if err := finish(r, name); err != nil {
			return err
		}
	}
	if n := len(a.documents); n != a.manifest.Documents {
		return fmt.Errorf("%d documents (want %d)", n, a.manifest.Documents)
	}
	return nil
}

func (a *assembler) value(d native.Stored, field string) string {
	for _, v := range d.Values {
		if v.Field < len(a.manifest.Fields) && a.manifest.Fields[v.Field] == field {
			return v.Text
		}
	}
	return ""
}

// fill makes the segment: what is outside of the regions as it is, and between that what the shards
// hold.
func (a *assembler) fill(s *segmentFile) error {
	regions := map[uint64]*field{}
	extents := []extent{{0, s.stored + 8*uint64(s.documents)}}
	for _, f := range a.fields {
		if in, ok := s.field(f.name); ok {
			var err error
			if f.region, err = s.region(in); err != nil {
				return err
			}
			regions[f.region.start] = f
			extents = append(extents, f.region.extent)
		}
	}
	for _, gap := range s.gaps(extents) {
		for uint64(len(a.zap)) < gap.start {
			f := regions[uint64(len(a.zap))]
			var err error
			switch {
			case len(a.zap) == 0:
				err = a.appendDocuments()
			case f != nil:
				err = a.appendField(f)
			default:
				err = fmt.Errorf("bytes from %d on are in no piece", len(a.zap))
			}
			if err != nil {
				return err
			}
		}
		a.zap = append(a.zap, s.b[gap.start:gap.end]...)
	}
	return nil
}

// appendDocuments writes the stored documents and their index.
func (a *assembler) appendDocuments() error {
	var addresses []uint64
	for _, d := range a.documents {
		addresses = append(addresses, uint64(len(a.zap)))
		a.appendDocument(d)
	}
	for _, address := range addresses {
		a.zap = binary.BigEndian.AppendUint64(a.zap, address)
	}
	return nil
}

func readStored(r *wire.Reader) native.Stored {
	d := native.Stored{ID: string(r.Skip(r.Uvarint()))}
	d.Values = make([]native.Value, r.Count())
	sizes := make([]uint64, len(d.Values))
	for i := range d.Values {
		field := r.Uvarint()
		d.Values[i].Field, d.Values[i].List = int(field>>1), field&1 == 1
		sizes[i] = r.Uvarint()
	}
	for i, n := range sizes {
		d.Values[i].Text = string(r.Skip(n))
	}
	return d
}

// appendDocument writes a stored document as zapx/v17/new.go does (writeStoredFields).
func (a *assembler) appendDocument(d native.Stored) {
	meta := binary.AppendUvarint(nil, uint64(len(d.ID)))
	var values []byte
	number, last := 0, -1 // of a value in its list
	for _, v := range d.Values {
		number++
		if v.Field != last {
			number, last = 0, v.Field
		}
		meta = wire.AppendNumbers(meta, []int{v.Field, 't', len(values), len(v.Text)})
		if v.List {
			meta = wire.AppendNumbers(meta, []int{1, number})
		} else {
			meta = append(meta, 0)
		}
		values = append(values, v.Text...)
	}
	block := snappy.Encode(nil, values)
	a.zap = wire.AppendNumbers(a.zap, []int{len(meta), len(d.ID) + len(block)})
	a.zap = append(append(append(a.zap, meta...), d.ID...), block...)
}

// appendField writes the postings and the dictionary of a field as zapx/v17/merge.go does.
func (a *assembler) appendField(f *field) error {
	var dictionary bytes.Buffer
	builder, err := vellum.New(&dictionary, &vellum.BuilderOpts{Encoder: 1}) // without sharing suffixes
	if err != nil {
		return err
	}
	for _, t := range f.Terms {
		value, err := a.appendPostings(f, &t)
		if err != nil {
			return fmt.Errorf("field %s, term %q: %w", f.name, t.Term, err)
		}
		if err := builder.Insert([]byte(t.Term), value); err != nil {
			return fmt.Errorf("field %s, term %q: %w", f.name, t.Term, err)
		}
	}
	if err := builder.Close(); err != nil {
		return err
	}
	a.zap = binary.AppendUvarint(a.zap, uint64(dictionary.Len()))
	a.zap = append(a.zap, dictionary.Bytes()...)
	return nil
}

// appendPostings writes what belongs to one term, and returns its value in the dictionary.
func (a *assembler) appendPostings(f *field, t *native.Term) (uint64, error) {
	occurrences := 0
	for i, d := range t.Documents {
		if int(d) >= a.manifest.Documents {
			return 0, fmt.Errorf("document %d of %d", d, a.manifest.Documents)
		}
		occurrences += int(t.Counts[i])
	}
	list, located := a.places[f.name]
	places := list[t.Term]
	if located && len(places) != occurrences {
		return 0, fmt.Errorf("the texts have it %d times (want %d)", len(places), occurrences)
	}
	if f.region.direct && len(t.Documents) == 1 && t.Counts[0] == 1 && !located {
		d := t.Documents[0]
		return oneHit | uint64(f.Lengths[d])<<oneHitBits | uint64(d), nil
	}
	has := uint64(0)
	if located {
		has = 1
	}
	frequencies, locations := a.newChunks(len(t.Documents)), a.newChunks(len(t.Documents))
	for i, d := range t.Documents {
		frequencies.add(d, uint64(t.Counts[i])<<1|has, uint64(f.Lengths[d]))
		if !located {
			continue
		}
		var numbers []uint64
		for _, place := range places[:t.Counts[i]] {
			numbers = append(numbers, uint64(f.region.number), place.position, place.start, place.end, 0)
		}
		places = places[t.Counts[i]:]
		size := 0
		for _, n := range numbers {
			size += len(binary.AppendUvarint(nil, n))
		}
		locations.add(d, uint64(size))
		locations.add(d, numbers...)
	}
	tf, loc := uint64(len(a.zap)), uint64(0)
	a.zap = frequencies.append(a.zap)
	if has == 1 {
		loc = uint64(len(a.zap))
		a.zap = locations.append(a.zap)
	}
	value := uint64(len(a.zap))
	bitmap, err := roaring.BitmapOf(t.Documents...).ToBytes()
	if err != nil {
		return 0, err
	}
	a.zap = binary.AppendUvarint(a.zap, tf)
	a.zap = binary.AppendUvarint(a.zap, loc)
	a.zap = binary.AppendUvarint(a.zap, uint64(len(bitmap)))
	a.zap = append(a.zap, bitmap...)
	return value, nil
}

// chunks is a stream of numbers in chunks of documents (zapx/v17/intcoder.go and chunk.go).
type chunks struct {
	size  int // documents in a chunk
	parts [][]byte
}

// postingsInChunk is how many postings a chunk aims at in chunk mode 1026.
const postingsInChunk = 1024

func (a *assembler) newChunks(postings int) chunks {
	size := a.manifest.Documents / (postings/postingsInChunk + 1)
	return chunks{size, make([][]byte, (a.manifest.Documents-1)/size+1)}
}

func (c chunks) add(document uint32, numbers ...uint64) {
	part := &c.parts[int(document)/c.size]
	for _, n := range numbers {
		*part = binary.AppendUvarint(*part, n)
	}
}

func (c chunks) append(out []byte) []byte {
	out = binary.AppendUvarint(out, uint64(len(c.parts)))
	end := 0
	for _, part := range c.parts {
		end += len(part)
		out = binary.AppendUvarint(out, uint64(end))
	}
	for _, part := range c.parts {
		out = append(out, part...)
	}
	return out
}
