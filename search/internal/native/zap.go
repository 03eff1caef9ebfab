package native

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"math"
	"os"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	"github.com/blevesearch/vellum"
	zap "github.com/blevesearch/zapx/v17"
	"github.com/golang/snappy"

	"github.com/kengash/kengash/search/internal/wire"
)

// This file writes a segment of Bleve, zap v17, as Bleve does when it merges segments: the same
// bytes (TestSegmentIsThatOfBleve). The sources of the format are zapx/v17 (merge.go, write.go,
// section_inverted_text_index.go, intcoder.go, contentcoder.go, posting.go, zap.md).

const (
	zapType    = zap.Type
	zapVersion = zap.Version
	chunkMode  = 1026
	// postingsInChunk is how many postings a chunk aims at in this mode.
	postingsInChunk = 1024
	// valuesInChunk is how many documents share a chunk of doc values.
	valuesInChunk = 1024
	// none stands for the address of doc values that a field does not have.
	none = math.MaxUint64
	// oneHit marks, in a dictionary, a document itself rather than the address of postings.
	oneHit     = 1 << 63
	oneHitBits = 31
)

// sections are the kinds of sections that a field has an address for, in order: inverted text,
// synonyms, shapes. Only the first of them is not empty.
var sections = []uint16{zap.SectionInvertedTextIndex, zap.SectionSynonymIndex, zap.SectionGeoShapeV2Index}

// segmentWriter writes a file whose parts know the addresses of others.
type segmentWriter struct {
	out       *bufio.Writer
	checksum  hash.Hash32
	at        uint64
	documents int

	scratch     []byte
	numbers     []byte
	frequencies chunks
	locations   chunks
	bitmap      *roaring.Bitmap
}

func newSegmentWriter(file *os.File, documents int) *segmentWriter {
	w := &segmentWriter{checksum: crc32.NewIEEE(), documents: documents, bitmap: roaring.New()}
	w.out = bufio.NewWriterSize(io.MultiWriter(file, w.checksum), 1<<18)
	return w
}

// write writes bytes. An error is that of finish.
func (w *segmentWriter) write(b []byte) {
	w.at += uint64(len(b))
	w.out.Write(b)
}

// uvarints writes numbers.
func (w *segmentWriter) uvarints(numbers ...uint64) {
	w.numbers = w.numbers[:0]
	for _, n := range numbers {
		w.numbers = binary.AppendUvarint(w.numbers, n)
	}
	w.write(w.numbers)
}

// document writes a stored document.
func (w *segmentWriter) document(d *Stored) {
	meta, text := binary.AppendUvarint(nil, uint64(len(d.ID))), w.scratch[:0]
	number, last := 0, -1 // of a value in its list
	for _, v := range d.Values {
		number++
		if v.Field != last {
			number, last = 0, v.Field
		}
		meta = wire.AppendNumbers(meta, []int{v.Field, 't', len(text), len(v.Text)})
		if v.List {
			meta = wire.AppendNumbers(meta, []int{1, number})
		} else {
			meta = append(meta, 0)
		}
		text = append(text, v.Text...)
	}
	w.scratch = text
	compressed := snappy.Encode(nil, text)
	w.uvarints(uint64(len(meta)), uint64(len(d.ID)+len(compressed)))
	w.write(meta)
	w.write([]byte(d.ID))
	w.write(compressed)
}

// stored writes all stored documents and their addresses, of which it returns that of the first.
func (w *segmentWriter) stored(documents []Stored) (address uint64) {
	var addresses []byte
	for i := range documents {
		addresses = binary.BigEndian.AppendUint64(addresses, w.at)
		w.document(&documents[i])
	}
	address = w.at
	w.write(addresses)
	w.uvarints(0) // no document is part of another
	return address
}

// chunks is a stream of numbers in chunks of documents.
type chunks struct {
	size  int // documents in a chunk
	bytes []byte
	ends  []uint64 // of the chunks before the last
}

func (c *chunks) reset(documents, postings int) {
	c.size = documents / (postings/postingsInChunk + 1)
	c.bytes, c.ends = c.bytes[:0], c.ends[:0]
}

// begin goes on to the chunk of a document.
func (c *chunks) begin(document uint32) {
	for uint64(len(c.ends)) < uint64(document)/uint64(c.size) {
		c.ends = append(c.ends, uint64(len(c.bytes)))
	}
}

// chunks writes a stream and returns its address.
func (w *segmentWriter) chunks(c *chunks) (address uint64) {
	c.begin(uint32(w.documents - 1))
	address = w.at
	w.uvarints(uint64(len(c.ends) + 1))
	w.uvarints(c.ends...)
	w.uvarints(uint64(len(c.bytes)))
	w.write(c.bytes)
	return address
}

// postings writes the documents of a term, with what frequencies and locations hold, and returns
// the value of the term in its dictionary.
func (w *segmentWriter) postings(t *Term) uint64 {
	frequencies, locations := w.chunks(&w.frequencies), uint64(0)
	if len(w.locations.bytes) > 0 {
		locations = w.chunks(&w.locations)
	}
	value := w.at
	w.bitmap.Clear()
	w.bitmap.AddMany(t.Documents)
	bitmap, err := w.bitmap.ToBytes()
	if err != nil {
		panic(fmt.Sprintf("bitmap of %d documents: %v", len(t.Documents), err)) // it writes to memory
	}
	w.uvarints(frequencies, locations, uint64(len(bitmap)))
	w.write(bitmap)
	return value
}

// inverted writes the postings and the dictionary of a field, and returns the address of the
// latter. If there are places, they fill in the documents of the terms.
func (w *segmentWriter) inverted(field int, in *Inverted, p *places) (address uint64, err error) {
	var dictionary bytes.Buffer
	builder, err := vellum.New(&dictionary, &vellum.BuilderOpts{Encoder: 1}) // without sharing suffixes
	if err != nil {
		return 0, err
	}
	for i := range in.Terms {
		t := &in.Terms[i]
		if p != nil {
			w.placed(field, t, in.Lengths, p)
		} else {
			w.frequencies.reset(w.documents, len(t.Documents))
			w.locations.reset(w.documents, len(t.Documents))
			for k, d := range t.Documents {
				w.frequency(d, t.Counts[k], 0, in.Lengths)
			}
		}
		var value uint64
		if d := t.Documents[0]; p == nil && len(t.Documents) == 1 && t.Counts[0] == 1 && w.documents > 1 {
			value = oneHit | uint64(in.Lengths[d])<<oneHitBits | uint64(d)
		} else {
			value = w.postings(t)
		}
		if err := builder.Insert([]byte(t.Term), value); err != nil {
			return 0, fmt.Errorf("term %q: %w", t.Term, err)
		}
	}
	if err := builder.Close(); err != nil {
		return 0, err
	}
	address = w.at
	w.uvarints(uint64(dictionary.Len()))
	w.write(dictionary.Bytes())
	return address, nil
}

// frequency notes how often a document has a term, and whether it is known where.
func (w *segmentWriter) frequency(document, count uint32, placed uint64, lengths []uint32) {
	w.frequencies.begin(document)
	w.frequencies.bytes = binary.AppendUvarint(w.frequencies.bytes, uint64(count)<<1|placed)
	w.frequencies.bytes = binary.AppendUvarint(w.frequencies.bytes, uint64(lengths[document]))
}

// placed fills frequencies and locations, and the documents of a term, from its places.
func (w *segmentWriter) placed(field int, t *Term, lengths []uint32, p *places) {
	c := &p.terms[t.Number]
	w.frequencies.reset(w.documents, int(c.documents))
	w.locations.reset(w.documents, int(c.documents))
	w.scratch = p.read(c, w.scratch[:0])
	t.Documents, t.Counts = make([]uint32, 0, c.documents), make([]uint32, 0, c.documents)
	in := wire.Reader{Bytes: w.scratch}
	var document, position, start uint64
	var locations []byte // of one document
	flush := func() {
		n := len(t.Documents) - 1
		if n < 0 {
			return
		}
		w.frequency(t.Documents[n], t.Counts[n], 1, lengths)
		w.locations.begin(t.Documents[n])
		w.locations.bytes = binary.AppendUvarint(w.locations.bytes, uint64(len(locations)))
		w.locations.bytes = append(w.locations.bytes, locations...)
		locations = locations[:0]
	}
	for !in.Done() {
		distance := in.Uvarint()
		if distance&1 == 1 {
			flush()
			document, position, start = document+in.Uvarint(), 0, 0
			t.Documents, t.Counts = append(t.Documents, uint32(document)), append(t.Counts, 0)
		}
		position += distance >> 1
		start += in.Uvarint()
		t.Counts[len(t.Counts)-1]++
		locations = binary.AppendUvarint(locations, uint64(field))
		locations = binary.AppendUvarint(locations, position)
		locations = binary.AppendUvarint(locations, start)
		locations = binary.AppendUvarint(locations, start+in.Uvarint())
		locations = append(locations, 0)
	}
	flush()
}

// values writes the doc values of a field: of each document its terms, each with an end mark.
func (w *segmentWriter) values(in *Inverted) (from, to uint64) {
	values := make([][]byte, w.documents)
	for _, t := range in.Terms {
		for _, d := range t.Documents {
			values[d] = append(append(values[d], t.Term...), index.DocValueTermSeparator)
		}
	}
	from = w.at
	var ends []byte
	for first := 0; first < w.documents; first += valuesInChunk {
		var text []byte
		var meta []uint64
		for d, v := range values[first:min(first+valuesInChunk, w.documents)] {
			if text = append(text, v...); len(v) > 0 {
				meta = append(meta, uint64(first+d), uint64(len(text)))
			}
		}
		if len(meta) > 0 || first == 0 {
			w.uvarints(append([]uint64{uint64(len(meta) / 2)}, meta...)...)
			w.write(snappy.Encode(nil, text))
		}
		ends = binary.AppendUvarint(ends, w.at-from)
	}
	w.write(ends)
	w.write(binary.BigEndian.AppendUint64(nil, uint64(len(ends))))
	w.write(binary.BigEndian.AppendUint64(nil, uint64((w.documents-1)/valuesInChunk+1)))
	return from, w.at
}

// finish writes the table of the fields and the end of the file.
func (w *segmentWriter) finish(fields []zapField, stored uint64) error {
	var addresses []byte
	for _, f := range fields {
		addresses = binary.BigEndian.AppendUint64(addresses, w.at)
		w.uvarints(uint64(len(f.name)))
		w.write([]byte(f.name))
		w.uvarints(uint64(f.options), uint64(len(sections)))
		for i, section := range sections {
			address := uint64(0)
			if i == 0 {
				address = f.address
			}
			w.write(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint16(nil, section), address))
		}
	}
	table := w.at
	w.uvarints(uint64(len(fields)))
	w.write(addresses)

	end := binary.BigEndian.AppendUint32(nil, 0) // length of the name of a writer
	end = binary.BigEndian.AppendUint64(end, uint64(w.documents))
	end = binary.BigEndian.AppendUint64(end, stored)
	end = binary.BigEndian.AppendUint64(end, table)
	end = binary.BigEndian.AppendUint32(end, chunkMode)
	w.write(binary.BigEndian.AppendUint32(end, zapVersion))
	if err := w.out.Flush(); err != nil {
		return err
	}
	w.write(binary.BigEndian.AppendUint32(nil, w.checksum.Sum32()))
	return w.out.Flush()
}

// zapField is a field in the table of fields.
type zapField struct {
	name    string
	options index.FieldIndexingOptions
	address uint64
}
