// Package results writes the answer to a search: as JSON, as text, and as a page for readers
// without scripts.
package results

import (
	"bytes"
	"cmp"
	"context"
	_ "embed"
	"html/template"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/search"
)

// This file makes the hits of a search page on the server, for readers without scripts. They stand
// in the page's <noscript>, in the elements and classes of the browser's view
// (search/client/view/), so that a browser that runs scripts shows its own view and nothing twice.

//go:embed page.html
var resultsSource string

var resultsTemplate = template.Must(template.New("results").Parse(resultsSource))

var (
	searchElement = regexp.MustCompile(`<[^<>]*\bdata-kengash-search\b[^<>]*>`)
	langAttribute = regexp.MustCompile(`\bdata-lang="([^"]*)"`)
	queryField    = regexp.MustCompile(`<input\b[^<>]*\bname="q"`)
	noScript      = regexp.MustCompile(`(?s)<noscript>.*?</noscript>`)
)

// Page puts the answer to an address into a search page. A page without a search element is returned
// unchanged; one whose address asks nothing loses the words which say that the search needs scripts.
func Page(ctx context.Context, ix *search.Index, page []byte, address *url.URL) ([]byte, error) {
	element := searchElement.FindIndex(page)
	if element == nil || ix == nil {
		return page, nil
	}
	head, rest := page[:element[1]], page[element[1]:]
	lang := ""
	if m := langAttribute.FindSubmatch(page[element[0]:element[1]]); m != nil {
		lang = string(m[1])
	}
	asked := asking{ix: ix, path: address.Path, lang: lang, values: address.Query()}
	var made bytes.Buffer
	if asked.any() {
		view, err := asked.answer(ctx)
		if err != nil {
			return nil, err
		}
		if err := resultsTemplate.Execute(&made, view); err != nil {
			return nil, err
		}
		value := []byte(` value="` + template.HTMLEscapeString(asked.values.Get("q")) + `"`)
		if field := queryField.FindIndex(rest); field != nil {
			rest = slices.Concat(rest[:field[1]], value, rest[field[1]:])
		}
	}
	place := noScript.FindIndex(rest)
	if place == nil {
		return page, nil
	}
	return slices.Concat(head, rest[:place[0]], []byte("<noscript>"), made.Bytes(), []byte("</noscript>"), rest[place[1]:]), nil
}

// asking is what the address of a search page asks, as search/client/view/state.ts reads it:
// ?q=spectrum&topic=ai&topic=startups&lang=all&sort=date&offset=10.
type asking struct {
	ix         *search.Index
	path, lang string
	values     url.Values
}

const everyLanguage = "all"

// facets are all by which a reader can choose, in the order of the view.
func (a asking) facets() []string { return slices.Concat([]string{"lang"}, a.ix.Facets()) }

func (a asking) any() bool { return strings.TrimSpace(a.values.Get("q")) != "" || a.narrowed() }

func (a asking) narrowed() bool {
	return slices.ContainsFunc(a.facets(), func(f string) bool { return len(a.chosen(f)) > 0 })
}

func (a asking) chosen(facet string) []string {
	return slices.DeleteFunc(slices.Clone(a.values[facet]), func(v string) bool { return v == "" || facet == "lang" && v == everyLanguage })
}

func (a asking) everywhere() bool { return a.values.Has("lang") }

// offset is how many hits other pages have shown; what is no number is none.
func (a asking) offset() int {
	n, _ := strconv.Atoi(a.values.Get("offset"))
	return max(0, min(n, 10_000))
}

// request is what the index is asked, without the choice in one facet if that is named.
func (a asking) request(without string) search.Request {
	req := search.Request{
		Query: a.values.Get("q"), Lang: a.lang, DisplayLang: a.lang, Exact: a.values.Has("exact"),
		Facets: map[string][]string{}, Offset: a.offset(),
	}
	if a.everywhere() {
		req.Lang = ""
	}
	if a.values.Get("sort") == search.SortDate {
		req.Sort = search.SortDate
	}
	for _, f := range a.facets() {
		if f != without {
			req.Facets[f] = a.chosen(f)
		}
	}
	return req
}

// address is that of the page after a change of what is asked; it begins at the first hit.
func (a asking) address(change func(url.Values)) string {
	v := maps.Clone(a.values)
	v.Del("offset")
	change(v)
	return (&url.URL{Path: a.path, RawQuery: v.Encode()}).String()
}

// toggled is the address with a value of a facet chosen, or no more.
func (a asking) toggled(facet, value string) string {
	return a.address(func(v url.Values) {
		chosen := a.chosen(facet)
		v[facet] = slices.DeleteFunc(slices.Clone(chosen), func(x string) bool { return x == value })
		if !slices.Contains(chosen, value) {
			v.Add(facet, value)
		}
		if facet == "lang" && len(v[facet]) == 0 {
			v.Set(facet, everyLanguage)
		}
	})
}

func (a asking) cleared() string {
	return a.address(func(v url.Values) {
		for _, f := range a.facets() {
			v.Del(f)
		}
		if a.everywhere() {
			v.Set("lang", everyLanguage)
		}
	})
}

func (a asking) inAll() string {
	return a.address(func(v url.Values) { v.Set("lang", everyLanguage) })
}

// answer asks the index, and for each facet with a choice what else could be chosen in it.
func (a asking) answer(ctx context.Context) (*resultsView, error) {
	words, err := search.WordsIn(a.lang)
	if err != nil {
		return nil, err
	}
	answer, err := a.ix.Search(ctx, a.request(""))
	if err != nil {
		return nil, err
	}
	for _, f := range a.facets() {
		if len(a.chosen(f)) == 0 {
			continue
		}
		req := a.request(f)
		req.Limit = -1
		open, err := a.ix.Search(ctx, req)
		if err != nil {
			return nil, err
		}
		answer.Facets[f] = open.Facets[f]
	}
	return a.view(words, answer), nil
}

// few is how many values of a facet are shown, besides those that are chosen.
const few = 12

// counted are the values of a facet that are shown: those that count most, and those that are
// chosen.
func (a asking) counted(facet string, values []search.FacetValue) []search.FacetValue {
	chosen := a.chosen(facet)
	var shown []search.FacetValue
	for i, v := range values {
		if i < few || slices.Contains(chosen, v.Value) {
			shown = append(shown, v)
		}
	}
	for _, value := range chosen {
		if !slices.ContainsFunc(shown, func(v search.FacetValue) bool { return v.Value == value }) {
			shown = append(shown, search.FacetValue{Value: value, Label: value})
		}
	}
	if facet == "year" {
		slices.SortFunc(shown, func(a, b search.FacetValue) int { return cmp.Compare(b.Value, a.Value) })
	}
	return shown
}
