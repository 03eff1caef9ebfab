package native

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
	zap "github.com/blevesearch/zapx/v17"

	"github.com/kengash/kengash/search/internal/text"
	"github.com/kengash/kengash/search/internal/wire"
)

// sortedZap is Bleve's segment format, except that a new segment holds its documents in order of
// id: the builder takes those of a batch from a map.
type sortedZap struct{ scorch.SegmentPlugin }

func (sortedZap) Type() string { return "zap-sorted" }

func (p sortedZap) New(docs []index.Document) (segment.Segment, uint64, error) {
	slices.SortFunc(docs, func(a, b index.Document) int { return cmp.Compare(a.ID(), b.ID()) })
	return p.SegmentPlugin.New(docs)
}

// sortSections puts the sections of each field of a segment in order, as Bleve writes them in that
// of a map, and sets the checksum anew.
func sortSections(b []byte) {
	const footer = 8 + 4 + 4 + 4 // from the address of the table of fields on
	r := wire.Reader{Bytes: b, At: binary.BigEndian.Uint64(b[len(b)-footer:])}
	for fields := r.Uvarint(); fields > 0; fields-- {
		f := wire.Reader{Bytes: b, At: r.Uint64()}
		f.Skip(f.Uvarint()) // name
		f.Uvarint()         // options
		const pair = 10     // number and address
		pairs := f.Skip(f.Uvarint() * pair)
		var sections [][]byte
		for s := range slices.Chunk(bytes.Clone(pairs), pair) {
			sections = append(sections, s)
		}
		slices.SortFunc(sections, func(x, y []byte) int { return bytes.Compare(x[:2], y[:2]) })
		copy(pairs, slices.Concat(sections...))
	}
	binary.BigEndian.PutUint32(b[len(b)-4:], crc32.ChecksumIEEE(b[:len(b)-4]))
}

// segmentOfBleve is the segment that Bleve's builder makes of documents.
func segmentOfBleve(t *testing.T, l text.Language, facets []string, docs []Document) []byte {
	t.Helper()
	m, err := NewMapping(l, facets)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "bleve")
	batch := min(300, (len(docs)+1)/2)
	builder, err := bleve.NewBuilder(path, m, map[string]any{
		"batchSize": batch, "mergeMax": len(docs)/batch + 2, "forceSegmentType": sortedZap{}.Type(), "forceSegmentVersion": int(zapVersion),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		fields := map[string]any{}
		for _, f := range d.Fields {
			if fields[f.Name] = f.Values[0]; f.List {
				fields[f.Name] = f.Values
			}
		}
		if err := builder.Index(d.ID, fields); err != nil {
			t.Fatal(err)
		}
	}
	if err := builder.Close(); err != nil {
		t.Fatal(err)
	}
	return readSegment(t, path, sortSections)
}

func readSegment(t *testing.T, path string, change func([]byte)) []byte {
	t.Helper()
	name, err := segmentFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	change(b)
	return b
}

// randomDocuments makes n documents, of which some lack any field.
func randomDocuments(x *text.Lexicon, n, words int) (docs []Document) {
	r := rand.New(rand.NewPCG(uint64(n), 1))
	word := func(i int) string {
		switch i % 7 {
		case 0:
			return "the"
		case 1:
			return fmt.Sprintf("中文%c", rune(0x4e00+i))
		case 2:
			return "Ёлка's, "
		}
		return fmt.Sprintf("word%d", i)
	}
	prose := func(n int) string {
		var out []string
		for range n {
			out = append(out, word(int(r.ExpFloat64()*20)))
		}
		return x.Language.Prepare(strings.Join(out, " "))
	}
	for i := range n {
		d := Document{ID: fmt.Sprintf("id/%06d", i)}
		one := func(name, value string) {
			if value == "" || r.IntN(20) == 0 {
				return
			}
			var read text.Text
			if name == Title || name == Body {
				x.Read(value, &read)
			}
			d.Fields = append(d.Fields, Field{Name: name, Values: []string{value}, Tokens: read.Tokens})
		}
		list := func(name string, values ...string) {
			if len(values) > 0 {
				d.Fields = append(d.Fields, Field{Name: name, Values: values, List: true})
			}
		}
		one(Body, prose(r.IntN(words)))
		one(Title, prose(r.IntN(4)))
		one(Name, "…")
		one(URL, fmt.Sprintf("u%d", i))
		one(Exact, prose(1))
		if i%3 == 1 {
			one(Date, fmt.Sprintf("20%02d", r.IntN(30)))
			list(Alias, word(i%50), word(i%30))
		}
		list(Crumbs, slices.Repeat([]string{"a", "b"}, r.IntN(3))...)
		list(Facet("late"), slices.Repeat([]string{"z", "y"}, i/1500)...)
		list(Facet("topic"), slices.Repeat([]string{word(i%20 + 3), "all"}, r.IntN(2))...)
		docs = append(docs, d)
	}
	return docs
}

// TestSegmentIsThatOfBleve: a segment is byte for byte what Bleve's builder makes of the same
// documents, but for what differs from run to run there.
func TestSegmentIsThatOfBleve(t *testing.T) {
	scorch.RegisterSegmentPlugin(sortedZap{&zap.ZapPlugin{}}, false)
	facets := []string{"late", "topic"}
	for _, test := range []struct {
		lang             string
		documents, words int
	}{
		{"en", 1, 50}, {"ru", 2, 50}, {"zh", 3, 2}, {"", 700, 300}, {"zh", 1100, 30}, {"en", 5000, 40},
	} {
		t.Run(fmt.Sprintf("%d documents in %q", test.documents, test.lang), func(t *testing.T) {
			l := text.LanguageOf(test.lang)
			x, err := l.NewLexicon()
			if err != nil {
				t.Fatal(err)
			}
			docs := randomDocuments(x, test.documents, test.words)
			dir := t.TempDir()
			path := filepath.Join(dir, "index")
			s, err := Index{
				Lexicon: x, Facets: facets, Documents: len(docs),
				Document: func(i int) Document { return docs[i] }, Progress: func() {},
			}.Write(t.Context(), path, dir)
			if err != nil {
				t.Fatal(err)
			}
			want := segmentOfBleve(t, l, facets, docs)
			if got := readSegment(t, path, func([]byte) {}); !bytes.Equal(got, want) {
				at := 0
				for at < min(len(got), len(want)) && got[at] == want[at] {
					at++
				}
				t.Errorf("%d bytes (want %d), different from byte %d on; fields %v", len(got), len(want), at, s.Fields)
			}
		})
	}
}

func TestFieldsAreOfTheIndex(t *testing.T) {
	x, err := text.LanguageOf("en").NewLexicon()
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewMapping(x.Language, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = NewSegment(m, x).Add(Document{ID: "a", Fields: []Field{{Name: "facet-topic", Values: []string{"x"}}}})
	if err == nil || !strings.Contains(err.Error(), `field "facet-topic"`) {
		t.Errorf("error %v", err)
	}
}
