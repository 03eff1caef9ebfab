package search

import (
	"cmp"
	"encoding/json"
	"errors"
	"strings"

	"golang.org/x/text/feature/plural"
	bcp47 "golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Words are what a page of hits says in one language: the same as in a browser
// (client/view/words/), and the words of pages.json, which browsers do without.
type Words struct {
	Facets map[string]string // headings of facets, as far as they are known by their names

	Filters, Clear, All, Sort, Relevance, Date string
	Hits, Previous, Next, Partial              string
	Inflected, Apart, Corrected, Instead, Also string
	None, Spelling, Signs                      string

	// Counted are the forms of "{n} results" by the plural rules of the language.
	Counted map[string]string `json:"found"`

	tag bcp47.Tag
}

// WordsIn returns the words of a language, those of English where it has none.
func WordsIn(lang string) (Words, error) {
	base, _, _ := strings.Cut(strings.ReplaceAll(strings.ToLower(lang), "_", "-"), "-")
	source, err := clientSources.ReadFile("client/view/words/" + base + ".json")
	if err != nil {
		lang, base = "en", "en"
		source, err = clientSources.ReadFile("client/view/words/en.json")
	}
	if err != nil {
		return Words{}, err
	}
	pages, err := clientSources.ReadFile("client/view/pages.json")
	if err != nil {
		return Words{}, err
	}
	w, byLanguage := Words{tag: bcp47.Make(lang)}, map[string]json.RawMessage{}
	err = errors.Join(json.Unmarshal(source, &w), json.Unmarshal(pages, &byLanguage))
	return w, errors.Join(err, json.Unmarshal(byLanguage[base], &w))
}

// Facet is the heading of a facet; label is what an index calls it.
func (w Words) Facet(name, label string) string {
	return cmp.Or(label, w.Facets[name], name)
}

// Found says how many hits there are.
func (w Words) Found(n int) string {
	forms := map[plural.Form]string{
		plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many",
	}
	form, ok := w.Counted[forms[plural.Cardinal.MatchPlural(w.tag, n, 0, 0, 0, 0)]]
	if !ok {
		form = w.Counted["other"]
	}
	return strings.Replace(form, "{n}", w.Numeral(n), 1)
}

// Numeral writes a number as the language does.
func (w Words) Numeral(n int) string { return message.NewPrinter(w.tag).Sprint(n) }

// Quote puts a query into one of the words that have a place for it.
func (w Words) Quote(word, query string) string { return strings.Replace(word, "{q}", query, 1) }
