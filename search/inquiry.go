package search

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	bquery "github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/index"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/query"
	"github.com/kengash/kengash/search/internal/text"
)

// inquiry is one search in the index of one language.
type inquiry struct {
	index     *index.Index
	plan      *query.Plan
	filters   []bquery.Query // all hold
	forbidden []bquery.Query // none holds
	phrases   []index.Phrase // all hold
	numbers   []int          // of these among the phrases that are wanted
	inflected bool           // whether other forms of a phrase do
}

// inquireAll plans a query in all requested languages. A word that none has may be misspelt.
func (ix *Index) inquireAll(ctx context.Context, req Request, q query.Query) ([]*inquiry, error) {
	var asked []*inquiry
	var lost func(string) bool
	plan := func(spell func(x *index.Index) func(string) []string) error {
		asked = nil
		for _, x := range ix.parts {
			if ix.wantsLang(req, q, x.Lang) {
				in, err := ix.inquire(ctx, x, req, q, spell(x), lost)
				if err != nil {
					return fmt.Errorf("language %s: %w", x.Lang, err)
				}
				asked = append(asked, in)
			}
		}
		return nil
	}
	if err := plan(func(*index.Index) func(string) []string { return nil }); err != nil || len(asked) == 0 {
		return asked, err
	}
	unknown := asked[0].plan.Unknown
	for _, in := range asked[1:] {
		maps.DeleteFunc(unknown, func(word string, _ bool) bool { return !in.plan.Unknown[word] })
	}
	if len(unknown) == 0 || req.Exact {
		return asked, nil
	}
	lost = func(word string) bool { return unknown[word] }
	var failed error
	err := plan(func(x *index.Index) func(string) []string {
		return func(word string) []string {
			if !unknown[word] {
				return nil
			}
			words, err := x.Near(word)
			failed = errors.Join(failed, err)
			return words
		}
	})
	return asked, errors.Join(err, failed)
}

func (ix *Index) inquire(ctx context.Context, x *index.Index, req Request, q query.Query, spell func(string) []string, lost func(string) bool) (*inquiry, error) {
	q = q.InLetters(x.Language)
	dict := x.NewLookup()
	var failed error
	planner := &query.Planner{
		Lang: x.Lang, Language: x.Language, Analyzer: x.Analyzer, Dict: dict,
		Glossary: ix.glossary, Spell: spell, Lost: lost, Typing: req.Typing,
		Phrase: func(t query.Term) []string {
			m, err := x.FindPhrase(ctx, t.Text)
			failed = errors.Join(failed, err)
			return m.AsWritten
		},
	}
	in := &inquiry{index: x, plan: planner.Plan(q)}
	if failed != nil {
		return nil, failed
	}
	in.forbidden = in.plan.Forbidden

	for _, facet := range ix.manifest.Facets {
		groups := q.FilterGroups(facet, false)
		if values := req.Facets[facet]; len(values) > 0 {
			groups = append(groups, values)
		}
		for _, values := range groups {
			in.filters = append(in.filters, ix.anyValue(column{x.Lang, facet}, values))
		}
		for _, values := range q.FilterGroups(facet, true) {
			in.forbidden = append(in.forbidden, ix.anyValue(column{x.Lang, facet}, values))
		}
	}
	wanted := -1
	for i, t := range q.Terms {
		if t.Phrase && !t.Not {
			wanted++
		}
		if !t.Phrase || t.Or || q.GroupAt(i) > 1 {
			continue
		}
		m, err := x.FindPhrase(ctx, t.Text)
		if err != nil {
			return nil, err
		}
		switch {
		case !t.Not:
			in.phrases, in.numbers = append(in.phrases, m), append(in.numbers, wanted)
		case len(m.AsWritten) > 0:
			in.forbidden = append(in.forbidden, bquery.NewDocIDQuery(m.AsWritten))
		}
	}
	return in, dict.Err
}

// anyValue finds the documents with one of the values of a column.
func (ix *Index) anyValue(of column, values []string) bquery.Query {
	var qs []bquery.Query
	for _, v := range values {
		qs = append(qs, query.TermIn(native.Facet(of.facet), ix.resolve(of, v), 1))
	}
	return query.Any(qs)
}

// relax lets other forms of the words of phrases count. It reports whether that makes a difference.
func relax(asked []*inquiry) bool {
	more := false
	for _, in := range asked {
		in.inflected = true
		for _, m := range in.phrases {
			more = more || len(m.Inflected) > 0
		}
	}
	return more
}

// lostPhrases are the phrases that none of the languages has in any form, by their number among
// those that are wanted.
func lostPhrases(asked []*inquiry) map[int]bool {
	lost := map[int]bool{}
	for i, in := range asked {
		for k, n := range in.numbers {
			none := len(in.phrases[k].AsWritten)+len(in.phrases[k].Inflected) == 0
			lost[n] = none && (i == 0 || lost[n])
		}
	}
	maps.DeleteFunc(lost, func(_ int, none bool) bool { return !none })
	return lost
}

// query puts a tier and all that narrows it down together; nil if there is nothing to ask. Filters
// have no part in the score.
func (in *inquiry) query(tier int) bquery.Query {
	if in.plan.Anything && (tier > 0 || in.inflected) { // stop words have no other forms
		return nil
	}
	q := in.plan.Tier(tier)
	if q == nil {
		return nil
	}
	filters := slices.Clone(in.filters)
	for _, m := range in.phrases {
		ids := m.AsWritten
		if in.inflected {
			ids = m.Inflected
		}
		if len(ids) == 0 {
			return nil
		}
		filters = append(filters, bquery.NewDocIDQuery(ids))
	}
	if len(filters) == 0 && len(in.forbidden) == 0 {
		return q
	}
	b := bquery.NewBooleanQuery([]bquery.Query{q}, nil, in.forbidden)
	if len(filters) > 0 {
		b.AddFilter(query.All(filters))
	}
	return b
}

// correction returns the query with its misspelt words replaced, "" if there are none.
func (in *inquiry) correction(q query.Query) string {
	if len(in.plan.Fixes) == 0 {
		return ""
	}
	fixed := query.Query{Terms: slices.Clone(q.Terms), Filters: q.Filters}
	for i, t := range fixed.Terms {
		if t.Phrase || t.Not {
			continue
		}
		written := in.index.Language.Prepare(t.Text)
		for _, token := range slices.Backward(in.index.Analyzer.Analyze([]byte(written))) {
			if fix, ok := in.plan.Fixes[text.FoldSurface(written[token.Start:token.End])]; ok {
				written = written[:token.Start] + fix + written[token.End:]
				fixed.Terms[i].Text = written
			}
		}
	}
	return fixed.String()
}

// wantsLang reports whether the language is among those that the request and the query ask for.
func (ix *Index) wantsLang(req Request, q query.Query, lang string) bool {
	in := func(values []string) bool {
		return slices.ContainsFunc(values, func(v string) bool { return ix.resolve(column{facet: query.Lang}, v) == lang })
	}
	if asked := req.Facets[query.Lang]; len(asked) > 0 && !in(asked) {
		return false
	}
	if req.Lang != "" && req.Lang != lang || slices.ContainsFunc(q.FilterGroups(query.Lang, true), in) {
		return false
	}
	return !slices.ContainsFunc(q.FilterGroups(query.Lang, false), func(values []string) bool { return !in(values) })
}
