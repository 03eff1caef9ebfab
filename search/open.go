package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	index "github.com/blevesearch/bleve_index_api"
)

// Index is an open build: the indexes of all its languages. It may be searched from several
// goroutines at once.
type Index struct {
	manifest Manifest
	labels   Labels
	glossary *glossary
	parts    []*part                      // in order of language
	values   map[string]map[string]string // facet, folded value or label: value
	facets   []string                     // all that documents have, but the language
}

// part is the index of one language.
type part struct {
	lang      string
	language  language
	documents int
	bleve     bleve.Index
	reader    index.IndexReader
	analyzer  analysis.Analyzer
	speller   speller
	grams     gramReader
}

var buildPattern = regexp.MustCompile(`^[0-9a-f]+$`)

// Open opens the build that dir/current.json names, read-only: nothing is written or locked for
// writing, so a read-only mount will do, and any number of processes. A build without documents is
// no error.
func Open(dir string) (*Index, error) {
	ix := &Index{values: map[string]map[string]string{}}
	if err := ix.open(dir); err != nil {
		return nil, errors.Join(fmt.Errorf("open search index in %s: %w", dir, err), ix.Close())
	}
	return ix, nil
}

func (ix *Index) open(dir string) error {
	if err := readJSON(filepath.Join(dir, manifestFile), &ix.manifest); err != nil {
		return err
	}
	m := ix.manifest
	if m.Version != Version {
		return fmt.Errorf("%s: version %d (this program reads version %d; build the index again)", manifestFile, m.Version, Version)
	}
	if !buildPattern.MatchString(m.Build) {
		return fmt.Errorf("%s: bad build name %q", manifestFile, m.Build)
	}
	ix.facets = slices.Concat(facetFields, m.Facets)
	root := filepath.Join(dir, m.Build)
	if err := readJSON(filepath.Join(root, labelsFile), &ix.labels); err != nil {
		return err
	}
	var concepts []Concept
	if err := readJSON(filepath.Join(root, glossaryFile), &concepts); err != nil {
		return err
	}
	ix.glossary = newGlossary(concepts)
	for _, lang := range sortedKeys(m.Languages) {
		if !langPattern.MatchString(lang) {
			return fmt.Errorf("%s: bad language key %q", manifestFile, lang)
		}
		p, err := openPart(filepath.Join(root, lang, nativeFolder), lang)
		if err != nil {
			return fmt.Errorf("language %s: %w", lang, err)
		}
		ix.parts = append(ix.parts, p)
		client, err := readClientManifest(dir, lang)
		if err != nil {
			return fmt.Errorf("language %s: %w", lang, err)
		}
		if client.Build != m.Build {
			return fmt.Errorf("language %s: its manifest is of build %s, %s says %s (is it being built right now?)", lang, client.Build, manifestFile, m.Build)
		}
		p.speller = speller{root, lang, client.Words}
		p.grams = gramReader{root, lang, client.Grams}
		if n := m.Languages[lang].Documents; n != p.documents {
			return fmt.Errorf("language %s: %d documents, but %s says %d", lang, p.documents, manifestFile, n)
		}
	}
	return ix.loadValues()
}

func openPart(path, lang string) (_ *part, err error) {
	p := &part{lang: lang, language: languageOf(lang)}
	if p.bleve, err = bleve.OpenUsing(path, map[string]any{"read_only": true}); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, p.close())
		}
	}()
	internal, err := p.bleve.Advanced()
	if err != nil {
		return nil, err
	}
	if p.reader, err = internal.Reader(); err != nil {
		return nil, err
	}
	n, err := p.reader.DocCount()
	if err != nil {
		return nil, err
	}
	p.documents = int(n)
	if p.analyzer = p.bleve.Mapping().AnalyzerNamed(analyzerName); p.analyzer == nil {
		return nil, fmt.Errorf("the index has no analyser %q", analyzerName)
	}
	return p, nil
}

func (p *part) close() error {
	var err error
	if p.reader != nil {
		err = p.reader.Close()
	}
	return errors.Join(err, p.bleve.Close())
}

// Manifest tells what is open.
func (ix *Index) Manifest() Manifest { return ix.manifest }

// Close releases the files. The index is of no use afterwards.
func (ix *Index) Close() error {
	var errs []error
	for _, p := range ix.parts {
		errs = append(errs, p.close())
	}
	ix.parts = nil
	return errors.Join(errs...)
}

// loadValues lists all facet values with what a reader may write for them: the value in any case, or
// one of its labels.
func (ix *Index) loadValues() error {
	for _, p := range ix.parts {
		ix.addValue(facetLang, p.lang)
		for _, facet := range ix.facets {
			err := p.eachTerm(facetField(facet), "", func(term string) bool {
				ix.addValue(facet, term)
				return true
			})
			if err != nil {
				return fmt.Errorf("language %s: values of %s: %w", p.lang, facet, err)
			}
		}
	}
	return nil
}

func (ix *Index) addValue(facet, value string) {
	known := ix.values[facet]
	if known == nil {
		known = map[string]string{}
		ix.values[facet] = known
	}
	for _, label := range ix.labels[facet][value] {
		if key := fold(label); known[key] == "" {
			known[key] = value
		}
	}
	known[fold(value)] = value // a value goes before a label of another
}

// resolve returns the value that a reader means; an unknown one stays as it is and matches nothing.
func (ix *Index) resolve(facet, written string) string {
	if value, ok := ix.values[facet][fold(written)]; ok {
		return value
	}
	return written
}

// Facets lists what documents may be filtered by, besides their language: "kind", "topic", "state",
// "year", then the site's own in order.
func (ix *Index) Facets() []string { return slices.Clone(ix.facets) }

// FacetLabel is the name of a facet in the first of the languages that has one, "" if there is none.
func (ix *Index) FacetLabel(facet string, langs ...string) string {
	for _, lang := range langs {
		if label := ix.labels[facetNames][facet][lang]; label != "" {
			return label
		}
	}
	return ""
}

// LanguageLabel is the name of a language in the first of the languages that has one; its key, if none
// has.
func (ix *Index) LanguageLabel(lang string, langs ...string) string {
	return ix.label(facetLang, lang, langs...)
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

// eachTerm visits the terms of a field that begin with prefix, in order, until visit returns false.
func (p *part) eachTerm(field, prefix string, visit func(term string) bool) (err error) {
	dict, err := p.reader.FieldDictPrefix(field, []byte(prefix))
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
