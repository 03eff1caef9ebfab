package search

import "github.com/blevesearch/bleve/v2/search/query"

// This file makes of the words of a plan what is asked of the index.

// tierCount is the number of tiers a query is tried in: all words, all but one, half, any.
const tierCount = 4

// tier returns the query of a tier, or nil if it asks for nothing that an earlier one did not. Tier
// 0 asks for all words, or for most of them with half in the title; the later ones for all but one, for
// half and for any of them.
func (pl *plan) tier(n int) query.Query {
	if n > 0 {
		return pl.atLeast(n)
	}
	q := together(pl.words)
	if most := pl.mostWithTitle(); q != nil && most != nil {
		q = all([]query.Query{any1(queries(pl.words)), any1([]query.Query{q, most})})
	}
	q = prefer(prefer(q, queries(pl.quoted)), titles(pl.words))
	switch {
	case pl.anything:
		return query.NewMatchAllQuery()
	case q == nil && len(pl.exact) == 0:
		return nil // only stop words
	case q == nil:
		return any1(pl.exact)
	case len(pl.exact) == 0:
		return q
	}
	return any1(append([]query.Query{q}, pl.exact...))
}

// together finds the documents with all words, of which optional ones only add to the score as long as
// there are others.
func together(words []word) query.Query {
	var required, optional []query.Query
	for _, w := range words {
		if w.optional {
			optional = append(optional, w.query)
		} else {
			required = append(required, w.query)
		}
	}
	if len(required) == 0 {
		return any1(optional)
	}
	return prefer(all(required), optional)
}

// mostWithTitle finds the documents with two thirds of the words, half of all words in the title. People
// seldom recall the very words of a page: that on "Defining print ranges" has no "viewing print ranges",
// while many a long page has all three words by chance. With three words or more, or it is no "most".
func (pl *plan) mostWithTitle() query.Query {
	n := len(pl.words)
	inTitle := titles(pl.words)
	half, most := max(2, (n+1)/2), (2*n+2)/3
	if most == n || half > len(inTitle) {
		return nil
	}
	return all([]query.Query{anyOf(half, inTitle), anyOf(most, queries(pl.words))})
}

func (pl *plan) atLeast(tier int) query.Query {
	n := len(pl.words)
	least := [tierCount]int{n, n - 1, (n + 1) / 2, 1}
	if least[tier] < 1 || least[tier] >= least[tier-1] {
		return nil
	}
	return prefer(anyOf(least[tier], queries(pl.words)), queries(pl.quoted))
}

func queries(words []word) []query.Query {
	var out []query.Query
	for _, w := range words {
		out = append(out, w.query)
	}
	return out
}

// titles returns the words in the title only, as far as they are words.
func titles(words []word) []query.Query {
	var out []query.Query
	for _, w := range words {
		if w.title != nil {
			out = append(out, w.title)
		}
	}
	return out
}

func titleOrBody(term string, boost float64) query.Query {
	return any1([]query.Query{termQuery(fieldTitle, term, titleBoost*boost), termQuery(fieldBody, term, boost)})
}

func termQuery(field, term string, boost float64) query.Query {
	q := query.NewTermQuery(term)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

func prefixQuery(field, prefix string, boost float64) query.Query {
	q := query.NewPrefixQuery(prefix)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

// any1 finds the documents of at least one query, all those of every query; of none they are nil.
func any1(qs []query.Query) query.Query {
	switch len(qs) {
	case 0:
		return nil
	case 1:
		return qs[0]
	}
	return anyOf(1, qs)
}

// anyOf finds the documents of at least so many queries.
func anyOf(least int, qs []query.Query) query.Query {
	d := query.NewDisjunctionQuery(qs)
	d.SetMin(float64(least))
	return d
}

func all(qs []query.Query) query.Query {
	switch len(qs) {
	case 0:
		return nil
	case 1:
		return qs[0]
	}
	return query.NewConjunctionQuery(qs)
}

// prefer finds the documents of q and scores higher those that match others too. Without q the
// others decide.
func prefer(q query.Query, others []query.Query) query.Query {
	switch {
	case q == nil:
		return any1(others)
	case len(others) == 0:
		return q
	}
	return query.NewBooleanQuery([]query.Query{q}, others, nil)
}
