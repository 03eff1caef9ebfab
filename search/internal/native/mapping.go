package native

import (
	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/mapping"

	"github.com/kengash/kengash/search/internal/text"
)

// NewMapping describes the index of one language to Bleve. It uses only parts that come with Bleve,
// so any program with the same Bleve opens the index. Scoring stays Bleve's default, TF-IDF: its
// BM25 takes the average length of documents from the number of distinct terms and ranks worse.
func NewMapping(l text.Language, facets []string) (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false
	if err := l.Define(m); err != nil {
		return nil, err
	}
	m.DefaultAnalyzer = text.Analyzer

	d := bleve.NewDocumentStaticMapping()
	// The composite field would double the index, and its term vectors are not reproducible.
	d.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	add := func(name string, f mapping.FieldMapping) {
		f.Type, f.IncludeInAll = "text", false
		d.AddFieldMappingsAt(name, &f)
	}
	// What is searched. Without term vectors a phrase query silently finds nothing.
	add(Title, mapping.FieldMapping{Analyzer: text.Analyzer, Index: true, IncludeTermVectors: true})
	add(Body, mapping.FieldMapping{Analyzer: text.Analyzer, Index: true, IncludeTermVectors: true, Store: true})
	// The whole title, and whole aliases, folded. Two fields, since the score of a value falls with
	// the number of values beside it, and a title must not lose for having synonyms.
	add(Exact, mapping.FieldMapping{Analyzer: keyword.Name, Index: true})
	add(Alias, mapping.FieldMapping{Analyzer: keyword.Name, Index: true})
	// Words that are written as one elsewhere, or of which a word is made: see text.Compounds.
	add(Compound, mapping.FieldMapping{Analyzer: keyword.Name, Index: true})
	// What is filtered, counted and sorted by: doc values are what Bleve reads for that.
	add(Date, mapping.FieldMapping{Analyzer: keyword.Name, Index: true, Store: true, DocValues: true})
	for _, name := range facets {
		add(Facet(name), mapping.FieldMapping{Analyzer: keyword.Name, Index: true, DocValues: true})
	}
	// What is only shown. The title as written is kept beside the prepared one, the text where it
	// differs.
	for _, name := range []string{Name, Text, URL, Crumbs, Alt, Places, Shown} {
		add(name, mapping.FieldMapping{Store: true})
	}
	m.DefaultMapping = d
	return m, nil
}
