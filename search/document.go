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
	"strings"
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

	// Facets are values of facets of the site's own, by name. A name is lower-case letters and digits of
	// any writing, with hyphens between them; those of ReservedFacet are taken.
	Facets map[string][]string

	// Keywords are words of the text that count as those of the title do.
	Keywords string

	// Places are parts of Body that have an address: a hit leads to the one in which its excerpt stands.
	Places []Place

	// Aliases are other exact titles, such as synonyms and abbreviations. A query that is exactly
	// an alias finds the document as if it were its title, even if no word of it is in the text.
	Aliases []string
}

// Place is a part of a text that has an address of its own: it reaches to the next one.
type Place struct {
	At     int    // byte of the text where it begins
	Anchor string // id of the element on the page
}

// Line is a part of a text: a paragraph, or a heading with what stands under it. A reader who finds its
// words is led to its anchor, if it has one, else to that of the line before.
type Line struct{ Anchor, Text string }

// SetText makes the body of lines, with a place for each that has an anchor. Empty ones are left out.
func (d *Document) SetText(lines ...Line) {
	var body strings.Builder
	d.Places = nil
	for _, line := range lines {
		if line.Text == "" {
			continue
		}
		if body.Len() > 0 {
			body.WriteByte('\n')
		}
		if line.Anchor != "" {
			d.Places = append(d.Places, Place{body.Len(), line.Anchor})
		}
		body.WriteString(line.Text)
	}
	d.Body = body.String()
}

var (
	// langPattern keeps language keys fit to be the name of a folder.
	langPattern = regexp.MustCompile(`^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*$`)
	datePattern = regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
	// facetPattern keeps names of facets fit for queries (name:value) and addresses (?name=value).
	facetPattern = regexp.MustCompile(`^[\pL\pN\pM]+([_-][\pL\pN\pM]+)*$`)
)

// reservedFacets are names that mean something else where facets are named: in addresses of the search
// page and of the server, in queries, and among labels.
var reservedFacets = []string{"q", "sort", "exact", "limit", "offset", "labels", facetLang, fieldDate, facetNames}

// ReservedFacets are the names that cannot be those of facets of a site's own.
func ReservedFacets() []string { return slices.Clone(reservedFacets) }

// ReservedFacet tells whether a name is one of them.
func ReservedFacet(name string) bool { return slices.Contains(reservedFacets, name) }

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
	for name := range d.Facets {
		switch {
		case ReservedFacet(name) || slices.Contains(facetFields, name):
			return fmt.Errorf("document %q: a facet of its own cannot be called %q", d.ID, name)
		case !facetPattern.MatchString(name) || name != strings.ToLower(name) || name != normalize(name):
			return fmt.Errorf("document %q: bad name of a facet %q (want lower-case letters and digits, such as \"page-type\")", d.ID, name)
		}
	}
	last := 0
	for _, p := range d.Places {
		if p.At < last || p.At > len(d.Body) || p.Anchor == "" {
			return fmt.Errorf("document %q: bad place %q at %d (want places in order)", d.ID, p.Anchor, p.At)
		}
		last = p.At
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
	fieldPlaces = "places"
	// fieldKeywords is in an index only if a document has any: Assemble needs them.
	fieldKeywords = "keywords"
)

// facetFields are the fields that every index has to be counted and filtered by, under the same name.
var facetFields = []string{fieldKind, fieldTopic, fieldState, fieldYear}

// facetLang is a facet without a field: each language has its own index.
const facetLang = "lang"

// facetNames is no facet: under it Labels has the names of facets.
const facetNames = "facet"

// facetField is the field of a facet. Those of a site's own have names apart, so that one may be called
// "title".
func facetField(facet string) string {
	if slices.Contains(facetFields, facet) {
		return facet
	}
	return "facet-" + facet
}

// ownFacets lists the facets that documents have besides facetFields, in order.
func ownFacets(docs []*Document) []string {
	names := map[string]bool{}
	for _, d := range docs {
		for name, values := range d.Facets {
			if len(nonEmpty(values...)) > 0 {
				names[name] = true
			}
		}
	}
	return sortedKeys(names)
}

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
	return nonEmpty(d.Facets[name]...)
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
	text(fieldTitle, l.prepare(d.Title+"\n"+d.Keywords))
	text(fieldKeywords, normalize(d.Keywords))
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
	for facet := range d.Facets {
		list(facetField(facet), d.facet(facet))
	}
	text(fieldPlaces, d.places(l, body))
	list(fieldCrumbs, d.Breadcrumb)

	var others []string
	for _, other := range group {
		if other.Lang != d.Lang {
			others = append(others, translation(d, other))
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

// translation is how a document names itself in another language: "<lang> <url>", or the language alone
// where the two addresses differ in nothing but the language they begin with.
func translation(d, other *Document) string {
	if other.URL == addressIn(d.URL, d.Lang, other.Lang) {
		return other.Lang
	}
	return other.Lang + " " + other.URL
}

// addressIn is an address with another language at its beginning; "" where it begins with none.
func addressIn(url, lang, other string) string {
	rest, ok := strings.CutPrefix(url, lang+"/")
	if !ok {
		return ""
	}
	return other + "/" + rest
}
