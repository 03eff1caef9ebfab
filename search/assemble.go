package search

import (
	"bytes"
	"cmp"
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
}

func (a *assembler) assemble(dir string) (err error) {
	if a.manifest, err = readClientManifest(dir, a.lang); err != nil {
		return err
	}
	a.root = filepath.Join(dir, a.manifest.Build)
	a.zap = make([]byte, 0, a.manifest.Zap.Size)
	for _, name := range textFields {
		a.fields = append(a.fields, &invertedField{
			name: name, number: slices.Index(a.manifest.Fields, name), tokens: make([][]tokenPlace, a.manifest.Documents),
		})
	}
	for _, step := range []func() error{a.readLengths, a.readTerms, a.readRest} {
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
	r, err := a.read(lengthsFile)
	if err != nil {
		return err
	}
	for _, f := range a.fields {
		for range a.manifest.Documents {
			f.lengths = append(f.lengths, r.uvarint())
		}
	}
	return r.finish(lengthsFile)
}

// readTerms reads term shards and the locations that go with them.
func (a *assembler) readTerms() error {
	var locations *zapReader
	for k := range len(a.manifest.Terms) + 1 {
		name := shardName(termFolder, k)
		terms, err := a.read(name)
		if err != nil {
			return err
		}
		if k%locationPair == 0 {
			if locations, err = a.read(shardName(locationFolder, k/locationPair)); err != nil {
				return err
			}
		}
		part := zapReader{b: locations.skip(locations.uvarint())}
		for _, f := range a.fields {
			shard := readShardTerms(terms)
			if f.name == fieldTitle || f.name == fieldBody {
				for i := range shard {
					shard[i].readPositions(&part)
				}
			}
			f.terms = append(f.terms, shard...)
		}
		if err := errors.Join(terms.finish(name), part.finish("locations of "+name)); err != nil {
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

func (t *invertedTerm) readPositions(r *zapReader) {
	for _, n := range t.counts {
		p := uint32(0)
		for range n {
			if r.bad {
				return
			}
			p += uint32(r.uvarint())
			t.positions = append(t.positions, p)
		}
	}
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
	a.readPlaces(r)
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

// readPlaces reads where the tokens of the documents stand.
func (a *assembler) readPlaces(r *zapReader) {
	for _, f := range a.fields {
		for _, t := range f.terms {
			positions := t.positions
			if len(positions) == 0 {
				continue
			}
			for i, d := range t.documents {
				for _, p := range positions[:t.counts[i]] {
					if int(d) >= len(f.tokens) {
						r.bad = true
						return
					}
					f.locations = true
					f.tokens[d] = append(f.tokens[d], tokenPlace{position: p, end: uint32(r.uvarint())}) // the size, for now
				}
				positions = positions[t.counts[i]:]
			}
		}
		for _, tokens := range f.tokens {
			slices.SortStableFunc(tokens, func(x, y tokenPlace) int { return cmp.Compare(x.position, y.position) })
			end := uint32(0)
			for i := range tokens {
				t := &tokens[i]
				t.start = end + uint32(r.varint())
				t.end += t.start
				end = t.end
			}
		}
	}
}

// appendDocuments writes the stored documents and their index.
func (a *assembler) appendDocuments() error {
	var addresses []uint64
	for k, n := range a.manifest.Docs {
		name := shardName(documentFolder, k)
		r, err := a.read(name)
		if err != nil {
			return err
		}
		for range n {
			addresses = append(addresses, uint64(len(a.zap)))
			a.appendDocument(readStored(r))
		}
		if err := r.finish(name); err != nil {
			return err
		}
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
	places := make([]map[uint32]tokenPlace, len(f.tokens))
	for d, tokens := range f.tokens {
		places[d] = make(map[uint32]tokenPlace, len(tokens))
		for _, t := range tokens {
			places[d][t.position] = t
		}
	}
	for _, t := range f.terms {
		value, err := a.appendPostings(f, &t, places)
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
func (a *assembler) appendPostings(f *invertedField, t *invertedTerm, places []map[uint32]tokenPlace) (uint64, error) {
	for _, d := range t.documents {
		if int(d) >= a.manifest.Documents {
			return 0, fmt.Errorf("document %d of %d", d, a.manifest.Documents)
		}
	}
	if f.direct && len(t.documents) == 1 && t.counts[0] == 1 && len(t.positions) == 0 {
		d := t.documents[0]
		return oneHit | f.lengths[d]<<oneHitBits | uint64(d), nil
	}
	has := uint64(0)
	if len(t.positions) > 0 {
		has = 1
	}
	frequencies, locations := a.newChunks(len(t.documents)), a.newChunks(len(t.documents))
	positions := t.positions
	for i, d := range t.documents {
		frequencies.add(d, uint64(t.counts[i])<<1|has, f.lengths[d])
		if has == 0 {
			continue
		}
		var numbers []uint64
		for _, p := range positions[:t.counts[i]] {
			place := places[d][p]
			numbers = append(numbers, uint64(f.number), uint64(p), uint64(place.start), uint64(place.end), 0)
		}
		positions = positions[t.counts[i]:]
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
	list, err := roaring.BitmapOf(t.documents...).ToBytes()
	if err != nil {
		return 0, err
	}
	a.zap = binary.AppendUvarint(a.zap, tf)
	a.zap = binary.AppendUvarint(a.zap, loc)
	a.zap = binary.AppendUvarint(a.zap, uint64(len(list)))
	a.zap = append(a.zap, list...)
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
