// Package index opens the index of one language read-only and looks up what query plans need.
package index

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/text"
)

// Folder is the folder of the native index, in that of its language.
const Folder = "bleve"

// Index is the index of one language. It may be used from several goroutines at once.
type Index struct {
	Lang      string
	Language  text.Language
	Analyzer  analysis.Analyzer
	Documents int
	Bleve     bleve.Index

	manifest *bundle.Manifest
	reader   bleveindex.IndexReader
	speller  *bundle.Speller
	grams    *bundle.GramReader
}

// Open opens the index of a language in a build; dir has the manifests, and the folder part.
func Open(dir, build, part, lang string) (*Index, error) {
	root := filepath.Join(dir, part)
	x := &Index{Lang: lang, Language: text.LanguageOf(lang)}
	if err := x.open(filepath.Join(root, lang, Folder)); err != nil {
		return nil, errors.Join(err, x.Close())
	}
	m, err := bundle.ReadManifest(dir, lang)
	if err == nil && (m.Build != build || m.Part != part) {
		err = fmt.Errorf("its manifest is of %s in build %s, not %s in %s (is it being built right now?)", m.Part, m.Build, part, build)
	}
	if err != nil {
		return nil, errors.Join(err, x.Close())
	}
	x.manifest = m
	x.speller, x.grams = bundle.NewSpeller(root, m), bundle.NewGramReader(root, m)
	return x, nil
}

func (x *Index) open(path string) error {
	opened, err := bleve.OpenUsing(path, map[string]any{"read_only": true})
	if err != nil {
		return err
	}
	x.Bleve = opened
	internal, err := x.Bleve.Advanced()
	if err != nil {
		return err
	}
	if x.reader, err = internal.Reader(); err != nil {
		return err
	}
	n, err := x.reader.DocCount()
	if err != nil {
		return err
	}
	x.Documents = int(n)
	if x.Analyzer = x.Bleve.Mapping().AnalyzerNamed(text.Analyzer); x.Analyzer == nil {
		return fmt.Errorf("the index has no analyser %q", text.Analyzer)
	}
	return nil
}

// Agrees reports whether its manifest has these languages, with their documents, and these facets.
func (x *Index) Agrees(languages map[string]int, facets []string) bool {
	return maps.Equal(x.manifest.Languages, languages) && slices.Equal(x.manifest.Facets, facets)
}

// Close releases the files.
func (x *Index) Close() error {
	var err error
	if x.reader != nil {
		err = x.reader.Close()
	}
	if x.Bleve != nil {
		err = errors.Join(err, x.Bleve.Close())
	}
	return err
}

// Near returns the words of the texts at a distance of one edit, the most frequent first.
func (x *Index) Near(word string) ([]string, error) { return x.speller.Near(word) }

// EachTerm visits the terms of a field that begin with prefix, in order, until visit returns false.
func (x *Index) EachTerm(field, prefix string, visit func(term string) bool) (err error) {
	dict, err := x.reader.FieldDictPrefix(field, []byte(prefix))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	for {
		e, err := dict.Next()
		if err != nil || e == nil || !visit(e.Term) {
			return err
		}
	}
}

// VisitStored visits the stored values of a document, and after them its values of fields that are
// counted and filtered by.
func (x *Index) VisitStored(id string, counted []string, visit func(field, value string)) error {
	d, err := x.reader.Document(id)
	if err != nil {
		return err
	}
	if d == nil {
		return errors.New("the index does not have it")
	}
	d.VisitFields(func(f bleveindex.Field) { visit(f.Name(), string(f.Value())) })
	if len(counted) == 0 {
		return nil
	}
	values, err := x.reader.DocValueReader(counted)
	if err != nil {
		return err
	}
	internal, err := x.reader.InternalID(id)
	if err != nil {
		return err
	}
	return values.VisitDocValues(internal, func(field string, term []byte) { visit(field, string(term)) })
}
