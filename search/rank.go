package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/blevesearch/bleve/v2"
	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
)

// found is a hit before its document is loaded.
type found struct {
	inquiry *inquiry
	id      string
	score   float64
	tier    int
	date    string // set only where hits are sorted by it
}

// ranking is the merged list of hits, best first.
type ranking struct {
	asked     []*inquiry
	facets    []string // that are counted
	byDate    bool
	prefer    string // language that goes first where all else is equal
	hits      []found
	total     int
	counts    map[string]map[string]int // facet, value: documents
	inflected bool
}

func newRanking(req Request, facets []string, asked []*inquiry) *ranking {
	return &ranking{
		asked: asked, facets: facets, byDate: req.Sort == SortDate, prefer: cmp.Or(req.Lang, req.DisplayLang),
		counts: map[string]map[string]int{},
	}
}

// grouped reports whether a document may be found in several languages.
func (r *ranking) grouped() bool { return len(r.asked) > 1 }

// rank tries tier after tier in all languages. The first with any hit is counted, with up to size
// hits a language in the list; the following ones only fill the list up.
func (r *ranking) rank(ctx context.Context, size int) error {
	listed := map[string]bool{}
	for tier := 0; tier < query.Tiers && r.total < constants.Hits.Fill; tier++ {
		counting := r.total == 0
		if !counting && r.byDate {
			break
		}
		want := size
		if !counting {
			want = constants.Hits.Fill + len(r.hits) // all of the list may come again
		}
		var hits []found
		for _, in := range r.asked {
			if r.grouped() && counting {
				want = in.index.Documents // which documents are one is seen in all of them
			}
			more, err := in.run(ctx, tier, want, counting, r)
			if err != nil {
				return fmt.Errorf("language %s: %w", in.index.Lang, err)
			}
			hits = append(hits, more...)
		}
		slices.SortFunc(hits, r.compare)
		for _, h := range hits {
			if key := h.group(); !listed[key] && (counting || len(r.hits) < constants.Hits.Fill) {
				listed[key] = true
				r.hits = append(r.hits, h)
			}
		}
		if counting && r.grouped() && r.total > 0 {
			r.total = len(r.hits)
			if err := r.countGroups(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

// compare puts the better of two hits of a tier first.
func (r *ranking) compare(a, b found) int {
	foreign := func(f found) int {
		if f.inquiry.index.Lang == r.prefer {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.date, a.date), cmp.Compare(rounded(b.score), rounded(a.score)),
		cmp.Compare(foreign(a), foreign(b)), cmp.Compare(a.inquiry.index.Lang, b.inquiry.index.Lang), cmp.Compare(a.id, b.id))
}

// rounded is a score without its last twelve bits (Veltkamp's splitting): those of a sum of many
// words depend on the order in which Bleve happens to add them up, and documents that differ in
// nothing are in the order of their ids.
func rounded(score float64) float64 {
	wide := float64(score * (1<<12 + 1)) // the conversions keep processors from fusing steps
	return wide - float64(wide-score)
}

// group is the same for the versions of a document in several languages.
func (f found) group() string { return groupKey(f.id, f.inquiry.index.Lang) }

// countGroups counts the facets, other than the language, of the documents in the list.
func (r *ranking) countGroups(ctx context.Context) error {
	byPart := map[*inquiry][]string{}
	for _, h := range r.hits {
		byPart[h.inquiry] = append(byPart[h.inquiry], h.id)
	}
	for in, ids := range byPart {
		request := bleve.NewSearchRequestOptions(bquery.NewDocIDQuery(ids), 0, 0, false)
		r.addFacets(request)
		result, err := in.index.Bleve.SearchInContext(ctx, request)
		if err != nil {
			return fmt.Errorf("language %s: %w", in.index.Lang, err)
		}
		r.countFacets(result)
	}
	return nil
}

// facetLimit is more values than any facet of a site has.
const facetLimit = 10_000

// run searches one language for one tier, and with counting adds totals and facets to r.
func (in *inquiry) run(ctx context.Context, tier, size int, counting bool, r *ranking) ([]found, error) {
	q := in.query(tier)
	if q == nil {
		return nil, nil
	}
	request := bleve.NewSearchRequestOptions(q, size, 0, false)
	request.SortBy([]string{"-_score", "_id"})
	byDate := in.plan.Anything || r.byDate
	if byDate {
		request.SortBy([]string{"-" + native.Date, "-_score", "_id"})
	}
	if counting && !r.grouped() {
		r.addFacets(request)
	}
	result, err := in.index.Bleve.SearchInContext(ctx, request)
	if err != nil {
		return nil, err
	}
	var out []found
	for _, h := range result.Hits {
		f := found{inquiry: in, id: h.ID, score: h.Score, tier: tier}
		if byDate {
			f.date = h.Sort[0]
		}
		out = append(out, f)
	}
	if counting && result.Total > 0 {
		r.total += int(result.Total)
		r.count(query.Lang, in.index.Lang, int(result.Total))
		r.countFacets(result)
	}
	return out, nil
}

func (r *ranking) addFacets(request *bleve.SearchRequest) {
	for _, facet := range r.facets {
		request.AddFacet(facet, bleve.NewFacetRequest(native.Facet(facet), facetLimit))
	}
}

func (r *ranking) countFacets(result *bleve.SearchResult) {
	for facet, values := range result.Facets {
		for _, v := range values.Terms.Terms() {
			r.count(facet, v.Term, v.Count)
		}
	}
}

func (r *ranking) count(facet, value string, n int) {
	if r.counts[facet] == nil {
		r.counts[facet] = map[string]int{}
	}
	r.counts[facet][value] += n
}
