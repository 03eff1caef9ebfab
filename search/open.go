package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/index"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
	"github.com/kengash/kengash/search/internal/text"
)

// Index is an open build: the indexes of all its languages. It may be searched from several
// goroutines at once.
type Index struct {
	manifest Manifest
	labels   Labels
	glossary *query.Glossary
	parts    []*index.Index               // in order of language
	values   map[column]map[string]string // folded value or label: value
}

// column is a facet of the documents of a language, or query.Lang of none.
type column struct{ lang, facet string }

// Open opens the build that dir/current.json names, if it is as Build wrote it, read-only: nothing
// is written or locked for writing, so a read-only mount will do, and any number of processes. A
// build without documents is no error.
func Open(dir string) (*Index, error) {
	ix := &Index{values: map[column]map[string]string{}}
	if err := ix.open(dir); err != nil {
		return nil, errors.Join(fmt.Errorf("open search index in %s: %w", dir, err), ix.Close())
	}
	return ix, nil
}

func (ix *Index) open(dir string) error {
	if err := readJSON(filepath.Join(dir, ManifestFile), &ix.manifest); err != nil {
		return err
	}
	m := ix.manifest
	if m.Version != Version {
		return fmt.Errorf("%s: version %d (this program reads version %d; build the index again)", ManifestFile, m.Version, Version)
	}
	if !bundle.IsBuild(m.Build) {
		return fmt.Errorf("%s: bad build name %q", ManifestFile, m.Build)
	}
	for _, lang := range sortedKeys(m.Languages) {
		if !langPattern.MatchString(lang) {
			return fmt.Errorf("%s: bad language key %q", ManifestFile, lang)
		}
		if name := m.Languages[lang].Part; !bundle.IsBuild(name) {
			return fmt.Errorf("%s: bad name %q of a part", ManifestFile, name)
		}
	}
	if err := checkSums(dir, m.Build, m.Languages); err != nil {
		return err
	}
	root := filepath.Join(dir, m.Build)
	if err := readJSON(filepath.Join(root, labelsFile), &ix.labels); err != nil {
		return err
	}
	var concepts []query.Concept
	if err := readJSON(filepath.Join(root, glossaryFile), &concepts); err != nil {
		return err
	}
	ix.glossary = query.NewGlossary(concepts)
	for _, lang := range sortedKeys(m.Languages) {
		x, err := index.Open(dir, m.Build, m.Languages[lang].Part, lang)
		if err != nil {
			return fmt.Errorf("language %s: %w", lang, err)
		}
		ix.parts = append(ix.parts, x)
		if n := m.Languages[lang].Documents; n != x.Documents {
			return fmt.Errorf("language %s: %d documents, but %s says %d", lang, x.Documents, ManifestFile, n)
		}
		if !x.Agrees(m.documents(), m.Facets) {
			return fmt.Errorf("%s is damaged: languages or facets are not those of %s; %s", ManifestFile, bundle.ManifestKey(lang), remedy)
		}
	}
	return ix.loadValues()
}

// Manifest returns what current.json says of the build that is open.
func (ix *Index) Manifest() Manifest { return ix.manifest }

// Close releases the files. The index is of no use afterwards.
func (ix *Index) Close() error {
	var errs []error
	for _, x := range ix.parts {
		errs = append(errs, x.Close())
	}
	ix.parts = nil
	return errors.Join(errs...)
}

// loadValues lists all facet values with what a reader may write for them: the value in any case,
// or one of its labels.
func (ix *Index) loadValues() error {
	for _, x := range ix.parts {
		ix.addValue(column{facet: query.Lang}, x.Lang)
		for _, facet := range ix.manifest.Facets {
			err := x.EachTerm(native.Facet(facet), "", func(term string) bool {
				ix.addValue(column{x.Lang, facet}, term)
				return true
			})
			if err != nil {
				return fmt.Errorf("language %s: values of %s: %w", x.Lang, facet, err)
			}
		}
	}
	return nil
}

func (ix *Index) addValue(of column, value string) {
	known := ix.values[of]
	if known == nil {
		known = map[string]string{}
		ix.values[of] = known
	}
	for _, label := range ix.labels[of.facet][value] {
		if key := text.Fold(label); known[key] == "" {
			known[key] = value
		}
	}
	known[text.Fold(value)] = value // a value goes before a label of another
}

// resolve returns the value that a reader means; an unknown one stays as it is and matches nothing.
func (ix *Index) resolve(of column, written string) string {
	if value, ok := ix.values[of][text.Fold(written)]; ok {
		return value
	}
	return written
}

// Facets lists what documents may be filtered by, besides their language, in the order in which
// readers see them.
func (ix *Index) Facets() []string { return slices.Clone(ix.manifest.Facets) }

// FacetLabel is the name of a facet in the first of the languages that has one, "" if there is
// none.
func (ix *Index) FacetLabel(facet string, langs ...string) string {
	for _, lang := range langs {
		if label := ix.labels[facetNames][facet][lang]; label != "" {
			return label
		}
	}
	return ""
}

// LanguageLabel is the name of a language in the first of the languages that has one; its key, if
// none has.
func (ix *Index) LanguageLabel(lang string, langs ...string) string {
	return ix.label(query.Lang, lang, langs...)
}

// label names a facet value in the first of the languages that has a name for it.
func (ix *Index) label(facet, value string, langs ...string) string {
	for _, lang := range langs {
		if label := ix.labels[facet][value][lang]; label != "" {
			return label
		}
	}
	return value
}

func readJSON(path string, v any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, v); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}
