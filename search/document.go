// Package search makes and queries the full-text indexes of a static site.
//
// It knows documents, not what they are about: give it titles, texts, addresses and facet values in
// any languages and [Build] writes one native Bleve index a language, the same bytes for the same
// documents every time. [Open] opens them read-only and [Index.Search] queries all languages at
// once. Beside it Build publishes the same index in pieces that a browser reads from any static host
// (publish.go, FORMAT.md, client/), with the same answers: everything that decides what a word is
// stands in one table (analyze.go), and the query plan (plan.go, phrase.go) asks for nothing but
// terms, prefixes, a list of words and, for phrases, stored text.
//
// This is the only package of the module that imports Bleve; it imports nothing else of the module.
package search

import (
	"fmt"
	"regexp"
	"slices"
)

// Document is what a hit is: a page or a part of a page that has an address of its own.
type Document struct {
	// ID is unique over all languages, such as "ru/clause/ict-2021#c2". Documents whose ids differ only
	// in the language in front of the first slash are versions of one document.
	ID    string
	Lang  string // the site's key of the language: "ru", "zh", "en", "uz", "pt-BR", any
	URL   string // relative to the site's root, with the anchor: "ru/protocols/ict-2021.html#c2"
	Title string // plain text
	Body  string // plain text; blanks and line breaks are collapsed
	Kind  string // one of a small set, such as "clause", "topic", "meeting", "note"

	Topics []string // facet values (ids)
	States []string // facet values (ids)

	Date       string   // "2021-11-25", "2021-11", "2021" or ""
	Breadcrumb []string // titles of the pages that hold this one, outermost first; may be empty

	// Aliases are other exact titles, such as synonyms and abbreviations. A query that is exactly
	// an alias finds the document as if it were its title, even if no word of it is in the text.
	Aliases []string
}

var (
	// langPattern keeps language keys fit to be the name of a folder.
	langPattern = regexp.MustCompile(`^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$`)
	datePattern = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
)

// validate returns what is wrong with a document, naming it.
func (d *Document) validate() error {
	switch {
	case d.ID == "":
		return fmt.Errorf("document titled %q (%s): empty id", d.Title, d.URL)
	case !langPattern.MatchString(d.Lang):
		return fmt.Errorf("document %q: bad language key %q (want letters and digits, such as \"ru\" or \"pt-BR\")", d.ID, d.Lang)
	case d.Date != "" && !datePattern.MatchString(d.Date):
		return fmt.Errorf("document %q: bad date %q (want 2021, 2021-11 or 2021-11-25)", d.ID, d.Date)
	}
	return nil
}

// The fields of the Bleve index. What each is for stands in newMapping.
const (
	fieldTitle  = "title"
	fieldBody   = "body"
	fieldExact  = "tk"
	fieldAlias  = "ak"
	fieldKind   = "kind"
	fieldTopic  = "topic"
	fieldState  = "state"
	fieldYear   = "year"
	fieldDate   = "date"
	fieldName   = "name"
	fieldText   = "text"
	fieldURL    = "url"
	fieldCrumbs = "crumbs"
	fieldAlt    = "alt"
)

// facetFields are the fields that are counted and filtered, under the same name.
var facetFields = []string{fieldKind, fieldTopic, fieldState, fieldYear}

// facetLang is a facet without a field: each language has its own index.
const facetLang = "lang"

// facet returns the values of a facet, in any order.
func (d *Document) facet(name string) []string {
	switch name {
	case fieldKind:
		return nonEmpty(d.Kind)
	case fieldTopic:
		return nonEmpty(d.Topics...)
	case fieldState:
		return nonEmpty(d.States...)
	case fieldYear:
		return nonEmpty(d.Date[:min(len(d.Date), 4)])
	}
	return nil
}

func nonEmpty(values ...string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

// record is the document as the index takes it, with links to the others of its group. Empty values
// are left out: a keyword field would make a facet value of the empty string.
func (d *Document) record(l language, group []*Document) map[string]any {
	r := map[string]any{}
	text := func(field, value string) {
		if value != "" {
			r[field] = value
		}
	}
	list := func(field string, values []string) {
		if len(values) > 0 {
			r[field] = values
		}
	}
	text(fieldName, normalize(d.Title))
	text(fieldTitle, l.prepare(d.Title))
	shown := l.asShown(d.Body)
	body := l.letters(shown)
	text(fieldBody, body)
	if body != shown {
		text(fieldText, shown)
	}
	text(fieldURL, d.URL)
	text(fieldDate, d.Date)
	text(fieldExact, fold(l.letters(d.Title)))
	for _, facet := range facetFields {
		list(facet, d.facet(facet))
	}
	list(fieldCrumbs, d.Breadcrumb)

	var others []string
	for _, other := range group {
		if other.Lang != d.Lang {
			others = append(others, other.Lang+" "+other.URL)
		}
	}
	list(fieldAlt, others)

	var aliases []string
	for _, a := range d.Aliases {
		if k := fold(l.letters(a)); k != "" && k != r[fieldExact] && !slices.Contains(aliases, k) {
			aliases = append(aliases, k)
		}
	}
	list(fieldAlias, aliases)
	return r
}
