package query

import "github.com/blevesearch/bleve/v2/search/query"

// Tiers is the number of tiers a query is tried in: all words, all but one, half, any.
const Tiers = 4

// Tier returns the query of a tier, or nil if it asks for nothing that an earlier one did not. Tier
// 0 asks for all words, or for most of them with half in the title; the later ones for all but one,
// for half and for any of them.
func (pl *Plan) Tier(n int) query.Query {
	if n > 0 {
		return pl.atLeast(n)
	}
	q := together(pl.words)
	if most := pl.mostWithTitle(); q != nil && most != nil {
		q = All([]query.Query{Any(queries(pl.words)), Any([]query.Query{q, most})})
	}
	q = prefer(prefer(q, queries(pl.quoted)), titles(pl.words))
	switch {
	case pl.Nothing:
		return nil
	case pl.Anything:
		return query.NewMatchAllQuery()
	case q == nil && len(pl.exact) == 0:
		return nil // only stop words
	case q == nil:
		return Any(pl.exact)
	case len(pl.exact) == 0:
		return q
	}
	return Any(append([]query.Query{q}, pl.exact...))
}

// mostWithTitle finds the documents with two thirds of the words, half of all words in the title.
// People seldom recall the very words of a page: that on "Defining print ranges" has no "viewing
// print ranges", while many a long page has all three words by chance. With three words or more, or
// it is not "most".
func (pl *Plan) mostWithTitle() query.Query {
	n := len(pl.words)
	inTitle := titles(pl.words)
	half, most := max(2, (n+1)/2), (2*n+2)/3
	if most == n || half > len(inTitle) {
		return nil
	}
	return All([]query.Query{AtLeast(half, inTitle), AtLeast(most, queries(pl.words))})
}

func (pl *Plan) atLeast(tier int) query.Query {
	n := len(pl.words)
	least := [Tiers]int{n, n - 1, (n + 1) / 2, 1}
	if least[tier] < 1 || least[tier] >= least[tier-1] {
		return nil
	}
	return prefer(AtLeast(least[tier], queries(pl.words)), queries(pl.quoted))
}
