// Package search makes and queries the full-text indexes of a static site.
//
// It knows documents and facets, not what they are about. From titles, texts, addresses and facet
// values in any languages, [Build] writes one native Bleve index per language, with the same bytes
// for the same documents. [Open] opens the indexes read-only, and [Index.Search] queries all
// languages at once. Build also publishes the same index in pieces that a browser reads from any
// static host (FORMAT.md, client/), with the same results.
//
// It imports nothing from the module except its internal packages, in this order:
//
//	constants   the numbers that Go and the browser share
//	wire        binary encodings
//	text        what a word is
//	native      documents to a Bleve index
//	bundle      a Bleve index to what a browser reads
//	query       the language of queries, and plans
//	index       an index of one language that is open
package search

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
	"github.com/kengash/kengash/search/internal/text"
)

// Document is what a hit is: a page or a part of a page that has an address of its own.
type Document struct {
	// ID is unique over all languages, such as "ru/clause/ict-2021#c2". Documents whose ids differ
	// only in the language in front of the first slash are versions of one document.
	ID    string
	Lang  string // the site's key of the language: "ru", "zh", "en", "uz", "pt-BR", any
	URL   string // relative to the site's root, with the anchor: "ru/protocols/ict-2021.html#c2"
	Title string // plain text
	Body  string // plain text; blanks and line breaks are collapsed

	Date       string   // "2021-11-25", "2021-11", "2021" or ""
	Breadcrumb []string // titles of the pages that hold this one, outermost first; may be empty

	// Facets are what documents are filtered and counted by: values by the name of a facet, such as
	// {"kind": {"clause"}, "topic": {"ai", "egov"}}. A name is lower-case letters and digits of any
	// writing, with hyphens between them; those of ReservedFacet are taken.
	Facets map[string][]string

	// Keywords are words of the text that count as those of the title do.
	Keywords string

	// Places are parts of Body that have an address: a hit leads to the one in which its excerpt
	// stands. They are in order.
	Places []Place

	// Hidden is found like Body, after which it stands, but no excerpt shows it: a list of other
	// names says less than the text that they are names of.
	Hidden string

	// Aliases are other exact titles, such as synonyms and abbreviations. A query that is exactly
	// an alias finds the document as if it were its title, even if no word of it is in the text.
	Aliases []string
}

// Place is a part of a text that has an address of its own: it reaches to the next one.
type Place struct {
	At     int    // byte of the text where it begins
	Anchor string // id of the element on the page
}

// Line is a part of a text: a paragraph, or a heading with what stands under it. A reader who finds
// its words is led to its anchor, if it has one, else to that of the line before.
type Line struct{ Anchor, Text string }

// SetText makes the body of lines, with a place for each that has an anchor. Empty ones are left
// out.
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

// facetNames is no facet: under it Labels has the names of facets.
const facetNames = "facet"

// reservedFacets are names that mean something else where facets are named: in addresses of the
// search page and of a server, in queries, and among labels.
var reservedFacets = []string{
	paramQuery, paramSort, paramExact, paramLimit, paramOffset, paramLabels, query.Lang, native.Date, facetNames,
}

// ReservedFacets returns the names that facets cannot have.
func ReservedFacets() []string { return slices.Clone(reservedFacets) }

// ReservedFacet reports whether a name is one of them.
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
		case ReservedFacet(name):
			return fmt.Errorf("document %q: a facet cannot be called %q", d.ID, name)
		case !facetPattern.MatchString(name) || name != strings.ToLower(name) || name != text.Normalize(name):
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

// facet returns the values of a facet, in any order.
func (d *Document) facet(name string) []string { return nonEmpty(d.Facets[name]...) }

// facetsOf lists the facets that documents have, those of order first.
func facetsOf(docs []*Document, order []string) []string {
	had := map[string]bool{}
	for _, d := range docs {
		for name := range d.Facets {
			had[name] = had[name] || len(d.facet(name)) > 0
		}
	}
	var names []string
	for _, name := range slices.Concat(order, sortedKeys(had)) {
		if had[name] {
			had[name] = false
			names = append(names, name)
		}
	}
	return names
}

func nonEmpty(values ...string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return v == "" })
}

// compounds returns what is to be found of the compounds of a title and a text besides the terms
// that these have.
func compounds(x *text.Lexicon, title, body []text.Token, inTitle, inBody []uint32) (out []string) {
	if len(inTitle)+len(inBody) == 0 {
		return nil
	}
	known := map[uint32]bool{}
	for _, token := range title {
		known[token.Term] = true
	}
	for _, term := range inTitle {
		if !known[term] {
			out = append(out, x.Terms[term]+native.TitleMark)
		}
	}
	for _, token := range body {
		known[token.Term] = true
	}
	for _, term := range append(inTitle, inBody...) {
		if !known[term] {
			out = append(out, x.Terms[term])
		}
	}
	return unique(out)
}

// unique sorts strings, without repeats.
func unique(s []string) []string {
	slices.Sort(s)
	return slices.Compact(s)
}

func foldAll(l text.Language, titles []string) (out []string) {
	for _, title := range titles {
		out = append(out, text.Fold(l.Letters(title)))
	}
	return out
}

// translation is how a document names itself in another language: "<lang> <url>", or the language
// alone where the two addresses differ in nothing but the language they begin with.
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

// groupKey is what a document has in common with itself in other languages: the id without the
// language in front.
func groupKey(id, lang string) string {
	if key, ok := strings.CutPrefix(id, lang+"/"); ok {
		return key
	}
	return id
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
