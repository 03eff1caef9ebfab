package search

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/search/internal/query"
)

// The parameters of an address that are not facets.
const (
	paramQuery  = "q"
	paramSort   = "sort"
	paramExact  = "exact"
	paramLimit  = "limit"
	paramOffset = "offset"
	paramLabels = "labels"
)

// AllLanguages is the value of the parameter lang for all languages.
const AllLanguages = "all"

// The most that an address may ask for.
const (
	maxLimit  = 1000
	maxOffset = 10_000
)

// Parameters returns the names of all parameters that ParseRequest reads.
func (ix *Index) Parameters() []string {
	return append([]string{paramQuery, query.Lang, paramSort, paramExact, paramLimit, paramOffset, paramLabels}, ix.manifest.Facets...)
}

// ParseRequest reads a search from the parameters of an address:
//
//	q=spectrum    the query
//	topic=ai      a value of any facet, by its name; any of several
//	lang=ru       the same for languages; all for all of them
//	sort=date     the newest first
//	exact=1       take words as they are
//	limit=20      how many hits to return, offset=20 to leave out before them
//	labels=en     the language of labels
//
// Where the address names no language the search is in lang, and in all languages if that is empty.
// Parameters of other names are not the search's. The request is good even if there is an error:
// what is not understood has its default.
func (ix *Index) ParseRequest(v url.Values, lang string) (Request, error) {
	langs := slices.DeleteFunc(nonEmpty(v[query.Lang]...), func(l string) bool { return l == AllLanguages })
	req := Request{
		Query: v.Get(paramQuery), Lang: lang, Exact: v.Has(paramExact), Facets: map[string][]string{},
		Limit: DefaultLimit, DisplayLang: cmp.Or(v.Get(paramLabels), lang),
	}
	if v.Has(query.Lang) {
		req.Lang = ""
	}
	if len(langs) > 0 {
		req.Facets[query.Lang] = langs
		req.DisplayLang = cmp.Or(req.DisplayLang, langs[0])
	}
	if v.Get(paramSort) == SortDate {
		req.Sort = SortDate
	}
	for _, facet := range ix.manifest.Facets {
		if values := nonEmpty(v[facet]...); len(values) > 0 {
			req.Facets[facet] = values
		}
	}
	var errs []error
	for _, l := range langs {
		if _, ok := ix.manifest.Languages[ix.resolve(column{facet: query.Lang}, l)]; !ok {
			errs = append(errs, fmt.Errorf("%s: the index has no language %q (want %s or %s)",
				query.Lang, l, strings.Join(sortedKeys(ix.manifest.Languages), ", "), AllLanguages))
		}
	}
	number := func(name string, into *int, least, most int) {
		written := v.Get(name)
		if written == "" {
			return
		}
		n, err := strconv.Atoi(written)
		if err != nil || n < least || n > most {
			errs = append(errs, fmt.Errorf("%s: want a number from %d to %d, not %q", name, least, most, written))
			return
		}
		*into = n
	}
	number(paramLimit, &req.Limit, 1, maxLimit)
	number(paramOffset, &req.Offset, 0, maxOffset)
	return req, errors.Join(errs...)
}
