package search

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"path/filepath"
	"slices"

	"github.com/RoaringBitmap/roaring/v2"
	"github.com/blevesearch/vellum"
	"github.com/golang/snappy"
)

// Assemble puts the published pieces of a language's index together again: the bytes of its .zap, as
// in the native index. Dir is the folder of Build. It fails if a piece is missing or is not as it was.
func Assemble(dir, lang string) ([]byte, error) {
	a := assembler{lang: lang}
	if err := a.assemble(dir); err != nil {
		return nil, fmt.Errorf("assemble the index of %s in %s: %w", lang, dir, err)
	}
	return a.zap, nil
}

// assembler holds the pieces on their way to a .zap.
type assembler struct {
	root, lang string
	manifest   *clientManifest
	zap        []byte
	stored     uint64
	fields     []*invertedField // one for each of textFields
	documents  []storedDocument
	places     map[string]map[string][]tokenPlace // field, term: all its occurrences, document after document
}

// tokenPlace is where a token stands in the text of its field.
type tokenPlace struct{ position, start, end uint64 }

func (a *assembler) assemble(dir string) (err error) {
	if a.manifest, err = readClientManifest(dir, a.lang); err != nil {
		return err
	}
	a.root = filepath.Join(dir, a.manifest.Build)
	a.places = map[string]map[string][]tokenPlace{fieldTitle: {}, fieldBody: {}}
	for _, name := range textFields {
		a.fields = append(a.fields, &invertedField{
			name: name, number: slices.Index(a.manifest.Fields, name),
		})
	}
	for _, step := range []func() error{a.readLengths, a.readTerms, a.readDocuments, a.readRest} {
		if err := step(); err != nil {
			return err
		}
	}
	if size := len(a.zap); size != a.manifest.Zap.Size || size < 4 ||
		binary.BigEndian.Uint32(a.zap[size-4:]) != crc32.ChecksumIEEE(a.zap[:size-4]) {
		return errors.New("the pieces do not make up the segment")
	}
	return nil
}

func (a *assembler) read(name string) (*zapReader, error) {
	b, err := readPayload(a.root, a.lang+"/"+name)
	return &zapReader{b: b}, err
}

func (a *assembler) readLengths() error {
	r := &zapReader{b: a.manifest.lengths}
	for _, f := range a.fields {
		for n := a.manifest.Documents; n > 0 && !r.bad; n-- {
			f.lengths = append(f.lengths, r.uvarint())
		}
	}
	return r.finish("manifest/" + a.lang)
}

// readTerms reads term shards.
func (a *assembler) readTerms() error {
	for k := range len(a.manifest.Terms) + 1 {
		name := shardName(termFolder, k)
		r, err := a.read(name)
		if err != nil {
			return err
		}
		for _, f := range a.fields {
			f.terms = append(f.terms, readShardTerms(r)...)
		}
		if err := r.finish(name); err != nil {
			return err
		}
	}
	return nil
}

// readShardTerms reads what appendTerms wrote.
func readShardTerms(r *zapReader) []invertedTerm {
	terms := make([]invertedTerm, r.count())
	last := ""
	for i := range terms {
		last = r.front(last)
		terms[i].term = last
	}
	for i := range terms {
		terms[i].documents = make([]uint32, r.count())
	}
	for i := range terms {
		d := uint32(0)
		for j := range terms[i].documents {
			d += uint32(r.uvarint())
			terms[i].documents[j] = d
		}
	}
	for i := range terms {
		for range terms[i].documents {
			terms[i].counts = append(terms[i].counts, uint32(r.uvarint()))
		}
	}
	return terms
}

// readDocuments reads the stored documents, and finds in their texts where each term stands, as it
// was found when they were indexed.
func (a *assembler) readDocuments() error {
	l := languageOf(a.lang)
	mapping, err := newMapping(l)
	if err != nil {
		return err
	}
	analyzer := mapping.AnalyzerNamed(analyzerName)
	for k, n := range a.manifest.Docs {
		name := shardName(documentFolder, k)
		r, err := a.read(name)
		if err != nil {
			return err
		}
		for ; n > 0 && !r.bad; n-- {
			d := readStored(r)
			a.documents = append(a.documents, d)
			for field, text := range map[string]string{
				fieldTitle: a.value(d, fieldName) + "\n" + a.value(d, fieldKeywords), fieldBody: a.value(d, fieldBody),
			} {
				places := a.places[field]
				for _, t := range analyzer.Analyze([]byte(l.prepare(text))) {
					places[string(t.Term)] = append(places[string(t.Term)], tokenPlace{uint64(t.Position), uint64(t.Start), uint64(t.End)})
				}
			}
		}
		if err := r.finish(name); err != nil {
			return err
		}
	}
	if n := len(a.documents); n != a.manifest.Documents {
		return fmt.Errorf("%d documents (want %d)", n, a.manifest.Documents)
	}
	return nil
}

func (a *assembler) value(d storedDocument, field string) string {
	for _, v := range d.values {
		if v.field < len(a.manifest.Fields) && a.manifest.Fields[v.field] == field {
			return string(v.value)
		}
	}
	return ""
}

// readRest makes the segment: what the rest holds as it is, and between that what the shards hold.
func (a *assembler) readRest() error {
	r, err := a.read(restFile)
	if err != nil {
		return err
	}
	regions := map[uint64]*invertedField{}
	for _, f := range a.fields {
		f.region = extent{r.uvarint(), r.uvarint()}
		f.direct = r.uvarint() == 1
		regions[f.region.start] = f
	}
	a.stored = r.uvarint()
	type slice struct {
		gap   uint64
		bytes []byte
	}
	var slices []slice
	for !r.bad {
		s := slice{gap: r.uvarint()}
		if s.bytes = r.skip(r.uvarint()); len(s.bytes) == 0 {
			break
		}
		slices = append(slices, s)
	}
	if err := r.finish(restFile); err != nil {
		return err
	}
	for _, s := range slices {
		for end := uint64(len(a.zap)) + s.gap; uint64(len(a.zap)) < end; {
			f := regions[uint64(len(a.zap))]
			switch {
			case len(a.zap) == 0:
				err = a.appendDocuments()
			case f != nil:
				err = a.appendField(f)
			default:
				err = fmt.Errorf("%s: bytes from %d on are in no piece", restFile, len(a.zap))
			}
			if err != nil {
				return err
			}
		}
		a.zap = append(a.zap, s.bytes...)
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
	if a.stored != uint64(len(a.zap)) {
		return fmt.Errorf("the stored documents have %d bytes (want %d)", len(a.zap), a.stored)
	}
	for _, address := range addresses {
		a.zap = binary.BigEndian.AppendUint64(a.zap, address)
	}
	return nil
}

func readStored(r *zapReader) storedDocument {
	d := storedDocument{id: r.skip(r.uvarint())}
	d.values = make([]storedValue, r.count())
	sizes := make([]uint64, len(d.values))
	for i := range d.values {
		field := r.uvarint()
		d.values[i].field, d.values[i].list = int(field>>1), field&1 == 1
		sizes[i] = r.uvarint()
	}
	for i, n := range sizes {
		d.values[i].value = r.skip(n)
	}
	return d
}

// appendDocument writes a stored document as zapx/v17/new.go does (writeStoredFields).
func (a *assembler) appendDocument(d storedDocument) {
	meta := binary.AppendUvarint(nil, uint64(len(d.id)))
	var values []byte
	number, last := 0, -1 // of a value in its list
	for _, v := range d.values {
		number++
		if v.field != last {
			number, last = 0, v.field
		}
		meta = appendNumbers(meta, []int{v.field, storedType, len(values), len(v.value)})
		if v.list {
			meta = appendNumbers(meta, []int{1, number})
		} else {
			meta = append(meta, 0)
		}
		values = append(values, v.value...)
	}
	block := snappy.Encode(nil, values)
	a.zap = appendNumbers(a.zap, []int{len(meta), len(d.id) + len(block)})
	a.zap = append(append(append(a.zap, meta...), d.id...), block...)
}

// appendField writes the postings and the dictionary of a field as zapx/v17/merge.go does.
func (a *assembler) appendField(f *invertedField) error {
	var dictionary bytes.Buffer
	builder, err := vellum.New(&dictionary, &vellum.BuilderOpts{Encoder: 1}) // without sharing suffixes
	if err != nil {
		return err
	}
	for _, t := range f.terms {
		value, err := a.appendPostings(f, &t)
		if err != nil {
			return fmt.Errorf("field %s, term %q: %w", f.name, t.term, err)
		}
		if err := builder.Insert([]byte(t.term), value); err != nil {
			return fmt.Errorf("field %s, term %q: %w", f.name, t.term, err)
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
func (a *assembler) appendPostings(f *invertedField, t *invertedTerm) (uint64, error) {
	occurrences := 0
	for i, d := range t.documents {
		if int(d) >= a.manifest.Documents {
			return 0, fmt.Errorf("document %d of %d", d, a.manifest.Documents)
		}
		occurrences += int(t.counts[i])
	}
	list, located := a.places[f.name]
	places := list[t.term]
	if located && len(places) != occurrences {
		return 0, fmt.Errorf("the texts have it %d times (want %d)", len(places), occurrences)
	}
	if f.direct && len(t.documents) == 1 && t.counts[0] == 1 && !located {
		d := t.documents[0]
		return oneHit | f.lengths[d]<<oneHitBits | uint64(d), nil
	}
	has := uint64(0)
	if located {
		has = 1
	}
	frequencies, locations := a.newChunks(len(t.documents)), a.newChunks(len(t.documents))
	for i, d := range t.documents {
		frequencies.add(d, uint64(t.counts[i])<<1|has, f.lengths[d])
		if !located {
			continue
		}
		var numbers []uint64
		for _, place := range places[:t.counts[i]] {
			numbers = append(numbers, uint64(f.number), place.position, place.start, place.end, 0)
		}
		places = places[t.counts[i]:]
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
	bitmap, err := roaring.BitmapOf(t.documents...).ToBytes()
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

// count reads a number of things that take a byte each at least.
func (r *zapReader) count() int {
	n := r.uvarint()
	if r.bad || n > uint64(len(r.b))-r.at {
		r.bad = true
		return 0
	}
	return int(n)
}

// front reads what appendFront wrote after last.
func (r *zapReader) front(last string) string {
	shared := r.uvarint()
	rest := r.skip(r.uvarint())
	if r.bad || shared > uint64(len(last)) {
		r.bad = true
		return ""
	}
	return last[:shared] + string(rest)
}

// varint reads a zigzag number.
func (r *zapReader) varint() int64 {
	u := r.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

// finish tells whether a payload was read to its end, and no further.
func (r *zapReader) finish(name string) error {
	if r.bad || r.at != uint64(len(r.b)) {
		return fmt.Errorf("%s is damaged", name)
	}
	return nil
}
