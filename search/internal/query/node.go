package query

import (
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
)

// TitleOrBody finds the documents with a term in the title, which counts for more, or in the body.
func TitleOrBody(term string, boost float64) query.Query {
	return Any([]query.Query{TermIn(native.Title, term, constants.Boosts.Title*boost), TermIn(native.Body, term, boost)})
}

// TermIn finds the documents with a term in a field.
func TermIn(field, term string, boost float64) query.Query {
	q := query.NewTermQuery(term)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

// PrefixIn finds the documents with a term in a field that begins so.
func PrefixIn(field, prefix string, boost float64) query.Query {
	q := query.NewPrefixQuery(prefix)
	q.SetField(field)
	q.SetBoost(boost)
	return q
}

// Any finds the documents of at least one query; of none it is nil.
func Any(qs []query.Query) query.Query {
	switch len(qs) {
	case 0:
		return nil
	case 1:
		return qs[0]
	}
	return AtLeast(1, qs)
}

// AtLeast finds the documents of at least so many queries.
func AtLeast(least int, qs []query.Query) query.Query {
	d := query.NewDisjunctionQuery(qs)
	d.SetMin(float64(least))
	return d
}

// All finds the documents of every query; of none it is nil.
func All(qs []query.Query) query.Query {
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
		return Any(others)
	case len(others) == 0:
		return q
	}
	return query.NewBooleanQuery([]query.Query{q}, others, nil)
}
