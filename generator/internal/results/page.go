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
	"strings"

	"github.com/kengash/kengash/search"
)

// This file makes the hits of a search page on the server, for readers without scripts. They stand
// in the page's <noscript>, in the elements and classes of the browser's view
// (search/client/view/), so that a browser that runs scripts shows its own view and nothing twice.

//go:embed page.html
var resultsSource string

var resultsTemplate = template.Must(template.New("results").Parse(resultsSource))

// year is a value of a facet whose values go from the newest to the oldest.
var year = regexp.MustCompile(`^\d{4}$`)

// Turn waits until a search may begin.
type Turn func(context.Context) (searching context.Context, done func(), err error)

// Page inserts the results for an address into a search page. It returns a page without a search
// element unchanged. If the address has no query, it only removes the note that the search needs
// scripts.
//
// Turn, if set, is asked before a search, whose time it may limit. Page calls done after it.
func Page(ctx context.Context, ix *search.Index, page []byte, address *url.URL, turn Turn) ([]byte, error) {
	at, ok := findPlaces(page)
	if !ok || ix == nil {
		return page, nil
	}
	asked := asking{ix: ix, path: address.Path, lang: at.lang, values: address.Query()}
	asked.req, _ = ix.ParseRequest(asked.values, at.lang) // what is not understood has its default
	var answer, value []byte
	if asked.any() {
		if turn != nil {
			searching, done, err := turn(ctx)
			if err != nil {
				return nil, err
			}
			defer done()
			ctx = searching
		}
		var err error
		if answer, err = asked.made(ctx); err != nil {
			return nil, err
		}
		value = []byte(` value="` + template.HTMLEscapeString(asked.req.Query) + `"`)
	}
	if at.field == 0 {
		at.field, value = at.noScript[0], nil
	}
	return slices.Concat(page[:at.field], value, page[at.field:at.noScript[0]],
		[]byte("<noscript>"), answer, []byte("</noscript>"), page[at.noScript[1]:]), nil
}

// asking is what the address of a search page asks, as search/client/view/state.ts reads it:
// ?q=spectrum&topic=ai&topic=startups&lang=all&sort=date&offset=10.
type asking struct {
	ix         *search.Index
	path, lang string
	values     url.Values
	req        search.Request
	most       int // values of each facet to choose from
}

// facets are all by which a reader can choose, in the order of the view.
func (a asking) facets() []string { return slices.Concat([]string{"lang"}, a.ix.Facets()) }

func (a asking) any() bool { return strings.TrimSpace(a.req.Query) != "" || a.narrowed() }

func (a asking) narrowed() bool { return len(a.req.Facets) > 0 }

func (a asking) chosen(facet string) []string { return a.req.Facets[facet] }

func (a asking) everywhere() bool { return a.req.Lang == "" }

// without is what the index is asked to see what else could be chosen in a facet.
func (a asking) without(facet string) search.Request {
	req := a.req
	req.Facets = maps.Clone(req.Facets)
	delete(req.Facets, facet)
	req.Limit = -1
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
			v.Set(facet, search.AllLanguages)
		}
	})
}

func (a asking) cleared() string {
	return a.address(func(v url.Values) {
		for _, f := range a.facets() {
			v.Del(f)
		}
		if a.everywhere() {
			v.Set("lang", search.AllLanguages)
		}
	})
}

func (a asking) inAll() string {
	return a.address(func(v url.Values) { v.Set("lang", search.AllLanguages) })
}

// made is the answer as HTML: where there is too much, hits go to the next page, and there are
// fewer values to choose.
func (a asking) made(ctx context.Context) ([]byte, error) {
	words, err := search.WordsIn(a.lang)
	if err != nil {
		return nil, err
	}
	answer, err := a.answer(ctx)
	if err != nil {
		return nil, err
	}
	all, values := answer.Hits, search.FacetValues
	for _, chosen := range a.req.Facets {
		values = max(values, search.FacetValues+len(chosen))
	}
	return fit(len(all), values, func(hits, values int) ([]byte, error) {
		shown := a
		if hits < len(all) {
			answer.Hits, shown.req.Limit = all[:hits], max(1, hits)
		}
		shown.most = values
		var b bytes.Buffer
		err := resultsTemplate.Execute(&b, shown.view(words, answer))
		return b.Bytes(), err
	})
}

// answer searches the index, and for each facet with a choice counts its other values.
func (a asking) answer(ctx context.Context) (*search.Response, error) {
	answer, err := a.ix.Search(ctx, a.req)
	if err != nil {
		return nil, err
	}
	for _, f := range a.facets() {
		if len(a.chosen(f)) == 0 {
			continue
		}
		open, err := a.ix.Search(ctx, a.without(f))
		if err != nil {
			return nil, err
		}
		answer.Facets[f] = open.Facets[f]
	}
	return answer, nil
}

// counted are the values of a facet that are shown: those that count most, and those that are
// chosen; not more than most.
func (a asking) counted(facet string, values []search.FacetValue) []search.FacetValue {
	chosen := a.chosen(facet)
	var shown []search.FacetValue
	for i, v := range values {
		if i < search.FacetValues || slices.Contains(chosen, v.Value) {
			shown = append(shown, v)
		}
	}
	for _, value := range chosen {
		if !slices.ContainsFunc(shown, func(v search.FacetValue) bool { return v.Value == value }) {
			shown = append(shown, search.FacetValue{Value: value, Label: value})
		}
	}
	shown = shown[:min(len(shown), a.most)]
	if !slices.ContainsFunc(shown, func(v search.FacetValue) bool { return !year.MatchString(v.Value) }) {
		slices.SortFunc(shown, func(a, b search.FacetValue) int { return cmp.Compare(b.Value, a.Value) }) // the newest first
	}
	return shown
}
