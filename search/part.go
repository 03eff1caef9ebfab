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

// language writes what belongs to one language. Docs is not empty and is in order of id.
func (w *writer) language(ctx context.Context, lang string, docs []*Document) (*part, error) {
	facets := slices.DeleteFunc(slices.Clone(w.facets), func(name string) bool {
		return !slices.ContainsFunc(docs, func(d *Document) bool { return len(d.facet(name)) > 0 })
	})
	var key [sha256.Size]byte
	texts := make([][sha256.Size]byte, len(docs))
	if w.cache != nil {
		key, texts = w.keyOf(lang, docs, facets)
		if p, ok := w.restore(key); ok {
			for range docs {
				w.progress()
			}
			return p, nil
		}
	}
	root := filepath.Join(w.temp, "part-"+lang)
	lexicon, err := text.LanguageOf(lang).NewLexicon()
	if err != nil {
		return nil, err
	}
	var b before
	if w.cache != nil {
		b = w.earlier(lang, texts)
		remembered, ok := w.cache.Get(memoKey(lang))
		if !ok {
			b.manifest, b.compounds = nil, nil
		}
		lexicon.Remember(text.NewMemo(remembered), b.manifest == nil)
	}
	m, sums, err := w.pieces(ctx, root, lang, docs, texts, facets, lexicon, &b)
	if err != nil {
		return nil, err
	}
	folder := path.Join(lang, index.Folder)
	native, err := sumTree(filepath.Join(root, filepath.FromSlash(folder)))
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
		p.files, p.bytes, err = w.finish(root, m.Part, nil)
		return p, err
	}
	var all contents
	if p.files, p.bytes, err = w.finish(root, m.Part, &all); err != nil {
		return nil, err
	}
	if b.manifest == nil { // else the lexicon has read what it had read before
		w.cache.Put(memoKey(lang), lexicon.Memo())
	}
	return p, w.keep(key, p, b, all)
}

// pieces writes the native index of a language and its pieces for browsers into root/<lang>. Texts
// are the hashes of the texts of documents, where the lexicon remembers. It returns the hashes of
// the pieces by their paths in root, and sets the compounds of b.
func (w *writer) pieces(ctx context.Context, root, lang string, docs []*Document, texts [][sha256.Size]byte, facets []string, lexicon *text.Lexicon, b *before) (*bundle.Manifest, map[string][sha256.Size]byte, error) {
	var p prepared
	corpus := bundle.NewCorpus(lexicon)
	segment, err := native.Index{
		Lexicon: lexicon, Facets: facets, Documents: len(docs), Progress: w.progress,
		Compounds: func(add func(document int, compound string)) {
			if b.manifest == nil {
				corpus.Compounds(func(document int, compound string) {
					b.compounds = append(b.compounds, compoundAt{document, compound})
				})
			}
			for _, c := range b.compounds {
				add(c.Document, c.Compound)
			}
		},
		Document: func(i int) native.Document {
			r := docs[i].record(lexicon, w.members[groupKey(docs[i].ID, lang)], texts[i], &p)
			if b.manifest == nil {
				corpus.Add(p.inTitle.Units, p.inBody.Units)
			}
			return r
		},
	}.Write(ctx, filepath.Join(root, lang, index.Folder), w.temp)
	if err != nil {
		return nil, nil, err
	}
	// One at a time: it holds a whole index in memory, and uses all processors by itself.
	w.publishing.Lock()
	defer w.publishing.Unlock()
	numbers := make([]int, len(docs))
	for i, d := range docs {
		numbers[i] = w.groups[groupKey(d.ID, lang)]
	}
	m, sums, err := bundle.Source{
		Lang: lang, Segment: segment, Documents: len(docs), Groups: numbers, Facets: facets,
		Corpus: corpus, Memo: b.payloads, Same: b.manifest,
		Date:   func(i int) string { return docs[i].Date },
		Values: func(i int, facet string) []string { return docs[i].facet(facet) },
	}.Write(ctx, root)
	if err != nil {
		return nil, nil, fmt.Errorf("publish: %w", err)
	}
	return m, sums, nil
}
