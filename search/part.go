package search

import (
	"context"
	"crypto/sha256"
	"fmt"
	"path"
	"path/filepath"
	"slices"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/index"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// part is the index of a language in its place: dir/<part>/<lang>.
type part struct {
	manifest *bundle.Manifest             // without what all languages share
	native   map[string][sha256.Size]byte // of the files that Open reads, by their paths in dir
	sums     map[string][sha256.Size]byte // of all, if there is a cache
	files    int
	bytes    int64
}

func newPart(m *bundle.Manifest) *part {
	return &part{manifest: m, native: map[string][sha256.Size]byte{}, sums: map[string][sha256.Size]byte{}}
}

// indexing is the work of making the index of a language.
type indexing struct {
	*writer
	lang    string
	docs    []*Document         // not empty, in order of id
	facets  []string            // that the documents have
	texts   [][sha256.Size]byte // hashes of their texts, if there is a cache
	lexicon *text.Lexicon
	before  before
	root    string // where it is made
}

// language writes what belongs to one language. Docs is not empty and is in order of id.
func (w *writer) language(ctx context.Context, lang string, docs []*Document) (*part, error) {
	x := &indexing{writer: w, lang: lang, docs: docs, texts: make([][sha256.Size]byte, len(docs)), root: filepath.Join(w.temp, "part-"+lang)}
	x.facets = slices.DeleteFunc(slices.Clone(w.facets), func(name string) bool {
		return !slices.ContainsFunc(docs, func(d *Document) bool { return len(d.facet(name)) > 0 })
	})
	var key [sha256.Size]byte
	if w.cache != nil {
		key, x.texts = w.keyOf(lang, docs, x.facets)
		if p, ok := w.restore(key); ok {
			for range docs {
				w.progress()
			}
			return p, nil
		}
	}
	var err error
	if x.lexicon, err = text.LanguageOf(lang).NewLexicon(); err != nil {
		return nil, err
	}
	if w.cache != nil {
		x.before = w.earlier(lang, x.texts)
		remembered, ok := w.cache.Get(memoKey(lang))
		if !ok {
			x.before.manifest, x.before.compounds = nil, nil
		}
		x.lexicon.Remember(text.NewMemo(remembered), x.before.manifest == nil)
	}
	m, sums, err := x.pieces(ctx)
	if err != nil {
		return nil, err
	}
	folder := path.Join(lang, index.Folder)
	native, err := sumTree(filepath.Join(x.root, filepath.FromSlash(folder)))
	if err != nil {
		return nil, err
	}
	for name, sum := range native {
		sums[path.Join(folder, name)] = sum
	}
	if m.Part, err = namePart(sums, m); err != nil {
		return nil, err
	}
	p := newPart(m)
	for name, sum := range sums {
		if isNative(name) {
			p.native[m.Part+"/"+name] = sum
		}
	}
	if w.cache == nil {
		p.files, p.bytes, err = w.finish(x.root, m.Part, nil)
		return p, err
	}
	if x.before.manifest == nil { // else the lexicon has read what it had read before
		w.cache.Put(memoKey(lang), x.lexicon.Memo()...)
	}
	x.lexicon = nil // as large as the contents
	var all contents
	if p.files, p.bytes, err = w.finish(x.root, m.Part, &all); err != nil {
		return nil, err
	}
	return p, w.keep(key, p, x.before, all)
}

// pieces writes the native index and its pieces for browsers into root/<lang>. It returns the
// hashes of the pieces by their paths in root, and sets the compounds.
func (x *indexing) pieces(ctx context.Context) (*bundle.Manifest, map[string][sha256.Size]byte, error) {
	var p prepared
	corpus := bundle.NewCorpus(x.lexicon)
	segment, err := native.Index{
		Lexicon: x.lexicon, Facets: x.facets, Documents: len(x.docs), Progress: x.progress,
		Compounds: func(add func(document int, compound string)) {
			if x.before.manifest == nil {
				corpus.Compounds(func(document int, compound string) {
					x.before.compounds = append(x.before.compounds, compoundAt{document, compound})
				})
			}
			for _, c := range x.before.compounds {
				add(c.Document, c.Compound)
			}
		},
		Document: func(i int) native.Document {
			d := x.docs[i]
			r := d.record(x.lexicon, x.members[groupKey(d.ID, x.lang)], x.texts[i], &p)
			if x.before.manifest == nil {
				corpus.Add(p.inTitle.Units, p.inBody.Units)
			}
			if x.forget {
				d.Body, d.Hidden, d.Places = "", "", nil
			}
			return r
		},
	}.Write(ctx, filepath.Join(x.root, x.lang, index.Folder), x.temp)
	if err != nil {
		return nil, nil, err
	}
	// One at a time: it holds a whole index in memory, and uses all processors by itself.
	x.publishing.Lock()
	defer x.publishing.Unlock()
	numbers := make([]int, len(x.docs))
	for i, d := range x.docs {
		numbers[i] = x.groups[groupKey(d.ID, x.lang)]
	}
	m, sums, err := bundle.Source{
		Lang: x.lang, Segment: segment, Documents: len(x.docs), Groups: numbers, Facets: x.facets,
		Corpus: corpus, Memo: x.before.payloads, Same: x.before.manifest,
		Date:   func(i int) string { return x.docs[i].Date },
		Values: func(i int, facet string) []string { return x.docs[i].facet(facet) },
	}.Write(ctx, x.root)
	if err != nil {
		return nil, nil, fmt.Errorf("publish: %w", err)
	}
	return m, sums, nil
}
