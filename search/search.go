package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
	"github.com/kengash/kengash/search/internal/text"
)

// Search runs a query over the languages asked for, each analysed as that language is, and merges
// the hits by tier, then by score. A language without an index has no hits. Errors come from ctx or
// from a damaged index, never from what a reader typed.
func (ix *Index) Search(ctx context.Context, req Request) (*Response, error) {
	start := time.Now()
	q := query.Parse(req.Query, ix.manifest.Facets)
	res, err := ix.search(ctx, req, q)
	if err != nil {
		return nil, fmt.Errorf("search %q: %w", req.Query, err)
	}
	res.Took = time.Since(start)
	return res, nil
}

func (ix *Index) search(ctx context.Context, req Request, q query.Query) (*Response, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	limit, offset := req.Limit, max(0, req.Offset)
	if limit == 0 {
		limit = DefaultLimit
	}
	limit = max(0, limit)

	r, err := ix.find(ctx, req, q, limit, offset)
	if err != nil {
		return nil, err
	}
	apart := false
	if lost := lostPhrases(r.asked); len(r.hits) == 0 && len(lost) > 0 {
		q = q.WithoutPhrases(lost)
		if r, err = ix.find(ctx, req, q, limit, offset); err != nil {
			return nil, err
		}
		apart = len(r.hits) > 0
	}
	res := &Response{Total: r.total, Inflected: r.inflected, Apart: apart, Signs: q.Signs, Facets: ix.facetValues(r.counts, req)}
	if len(r.hits) > 0 {
		res.Correction = r.hits[0].inquiry.correction(q)
	}
	page := r.hits[min(offset, len(r.hits)):]
	for _, h := range page[:min(limit, len(page))] {
		hit, err := ix.load(h, req, q)
		if err != nil {
			return nil, fmt.Errorf("load document %q: %w", h.id, err)
		}
		res.Hits = append(res.Hits, hit)
	}
	return res, nil
}

// find ranks what a query finds, by other forms of its phrases if there is nothing else.
func (ix *Index) find(ctx context.Context, req Request, q query.Query, limit, offset int) (*ranking, error) {
	asked, err := ix.inquireAll(ctx, req, q)
	if err != nil {
		return nil, err
	}
	size := constants.Hits.Fill // a window past the last document is no reason to ask for more than there are
	for _, in := range asked {
		size = max(size, min(in.index.Documents, offset+min(limit, in.index.Documents)))
	}
	r := newRanking(req, ix.manifest.Facets, asked)
	err = r.rank(ctx, size)
	if err == nil && r.total == 0 && len(r.hits) == 0 && relax(asked) {
		r = newRanking(req, ix.manifest.Facets, asked)
		err = r.rank(ctx, size)
		r.inflected = r.total > 0
	}
	return r, err
}

// facetValues sorts and labels the counted values.
func (ix *Index) facetValues(counts map[string]map[string]int, req Request) map[string][]FacetValue {
	out := map[string][]FacetValue{}
	for facet, values := range counts {
		for v, n := range values {
			out[facet] = append(out[facet], FacetValue{v, ix.label(facet, v, req.DisplayLang, req.Lang), n})
		}
		slices.SortFunc(out[facet], func(a, b FacetValue) int {
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
	}
	return out
}

// load reads the stored fields of a hit and cuts its excerpt.
func (ix *Index) load(f found, req Request, q query.Query) (Hit, error) {
	x, marks := f.inquiry.index, &f.inquiry.plan.Marks
	h := Hit{ID: f.id, Lang: x.Lang, Score: f.score, Tier: f.tier, Facets: map[string][]Value{}}
	facets := map[string]string{} // field: facet
	for _, facet := range ix.manifest.Facets {
		facets[native.Facet(facet)] = facet
	}
	stored := map[string]string{}
	err := x.VisitStored(f.id, sortedKeys(facets), func(field, value string) {
		if facet, ok := facets[field]; ok {
			h.Facets[facet] = append(h.Facets[facet], Value{value, ix.label(facet, value, req.DisplayLang, req.Lang)})
			return
		}
		switch field {
		case native.Crumbs:
			h.Breadcrumb = append(h.Breadcrumb, value)
		case native.Alt:
			lang, url, _ := strings.Cut(value, " ")
			h.Others = append(h.Others, Translation{lang, url})
		default:
			stored[field] = value
		}
	})
	if err != nil {
		return h, err
	}
	h.Title, h.URL, h.Date = stored[native.Name], stored[native.URL], stored[native.Date]
	for i, other := range h.Others {
		h.Others[i].URL = cmp.Or(other.URL, addressIn(h.URL, x.Lang, other.Lang))
	}
	title, body, shown := x.Language.Han(h.Title), stored[native.Body], stored[native.Text]
	h.TitleMarks = query.MarksOf(title, h.Title, x.Analyzer, marks)
	most := -1
	if n, err := strconv.Atoi(stored[native.Shown]); err == nil {
		most = n
	}
	at := 0
	h.Excerpt, h.Marks, at = query.Excerpt(body, shown, most, x.Analyzer, marks)
	if text.Fold(title) != text.Fold(x.Language.Han(q.Text())) {
		h.URL = placeURL(h.URL, stored[native.Places], cmp.Or(shown, body), at)
	}
	return h, nil
}
