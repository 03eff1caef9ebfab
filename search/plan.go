package search

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/search/query"
)

// The weights of the plan, all relative to a word in the body.
const (
	titleBoost = 2
	exactBoost = 8  // the whole title is the query
	aliasBoost = 12 // an alias is; higher, as its score falls with the number of aliases
)

// tierCount is the number of tiers a query is tried in: all words, all but one, half, any.
const tierCount = 4

// minPrefix is how many letters a prefix needs, in writings other than Han. Shorter ones stand for
// hundreds of terms, which a browser would have to load; they are taken as words.
const minPrefix = 3

// dictionary answers which terms an index has, in title or body.
type dictionary interface {
	has(term string) bool
	hasPrefix(prefix string) bool
}

// word is one thing to be found in title or body: a term with its variants, or a prefix.
type word struct {
	key      string // for telling repeats
	query    query.Query
	optional bool // adds to the score only, as long as all words are asked for
}

// plan is how a query is asked of the index of one language.
type plan struct {
	words     []word        // what tiers are made of
	quoted    []word        // the words of phrases: the phrase is a filter, they are for the score
	forbidden []query.Query // -word
	exact     []query.Query // the whole query as title or alias, where the index has it
	anything  bool          // no text at all: every document, for browsing by filters
	marks     matcher
}

// planner makes the plan of one language.
type planner struct {
	language language
	analyzer analysis.Analyzer
	dict     dictionary
	// hasExact tells whether the whole-title or alias field has a value.
	hasExact func(field, key string) bool
}

func (p *planner) plan(q Query) *plan {
	pl := &plan{marks: matcher{terms: map[string]int{}}}
	seen := map[string]bool{}
	add := func(to *[]word, words []word) {
		for _, w := range words {
			if !seen[w.key] {
				seen[w.key] = true
				*to = append(*to, w)
			}
		}
	}
	wanted := false
	for _, t := range q.Terms {
		marks := &pl.marks
		if t.Not {
			marks = &matcher{terms: map[string]int{}}
		}
		words := p.words(t, marks)
		switch {
		case t.Not && t.Phrase: // found by its text, see phrase.go
		case t.Not:
			if len(words) > 0 {
				pl.forbidden = append(pl.forbidden, all(queries(words)))
			}
		case t.Phrase:
			add(&pl.quoted, words)
		default:
			add(&pl.words, words)
		}
		wanted = wanted || !t.Not
	}
	pl.anything = !wanted
	if key := fold(q.text()); key != "" {
		if p.hasExact(fieldExact, key) {
			pl.exact = append(pl.exact, termQuery(fieldExact, key, exactBoost))
		}
		if p.hasExact(fieldAlias, key) {
			pl.exact = append(pl.exact, termQuery(fieldAlias, key, aliasBoost))
		}
	}
	return pl
}

// words returns what a term of the query means in the index, in the order of the text. Stop words
// are gone.
func (p *planner) words(t Term, marks *matcher) []word {
	text := p.language.prepare(t.Text)
	tail := ""
	if t.Prefix {
		if i := tailStart(text); utf8.RuneCountInString(text[i:]) >= minPrefix {
			text, tail = text[:i], text[i:]
		}
	}
	tokens := p.analyzer.Analyze([]byte(text))
	var out []word
	for i := 0; i < len(tokens); {
		// A run of Han characters: tokens that overlap or touch.
		j := i + 1
		for j < len(tokens) && hasHan(string(tokens[i].Term)) && hasHan(string(tokens[j].Term)) && tokens[j].Start <= tokens[j-1].End {
			j++
		}
		for _, token := range tokens[i:j] {
			term := string(token.Term)
			var w word
			switch {
			case hasHan(term) && utf8.RuneCountInString(term) == 1:
				w = p.character(term, marks)
			default:
				w = p.word(term, foldSurface(text[token.Start:token.End]), marks)
			}
			w.optional = j-i > 1 && strings.ContainsAny(term, functionCharacters)
			out = append(out, w)
		}
		i = j
	}
	if tail != "" {
		out = append(out, p.prefix(tail, marks))
	}
	return out
}

// tailStart returns where the last word of a text begins, if it is one without Han characters.
func tailStart(text string) int {
	i := len(text)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !isWordRune(r) || isHan(r) {
			break
		}
		i -= n
	}
	return i
}

// foldSurface is a form as written, made comparable with terms.
func foldSurface(s string) string { return strings.Map(foldRune, s) }

func (p *planner) word(term, surface string, marks *matcher) word {
	marks.words++
	marks.terms[term] = marks.words
	alternatives := []query.Query{titleOrBody(term)}
	if p.language.variants != nil {
		for _, v := range p.language.variants(term, surface, p.dict.has) {
			marks.terms[v] = marks.words
			alternatives = append(alternatives, titleOrBody(v))
		}
	}
	return word{key: term, query: any1(alternatives)}
}

// character finds a single Han character: the index has pairs, so the pairs that begin with it.
func (p *planner) character(c string, marks *matcher) word {
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{c, marks.words})
	return word{key: c + "*", query: any1([]query.Query{
		prefixQuery(fieldTitle, c, titleBoost), prefixQuery(fieldBody, c, 1),
	})}
}

// prefix finds words by their beginning. The index has stems, so the beginning may be longer than
// the term that is meant: "управлени*" has to find the stem "управлен", and "governanc*" "govern".
func (p *planner) prefix(tail string, marks *matcher) word {
	prefix := foldSurface(tail)
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{prefix, marks.words})
	alternatives := []query.Query{prefixQuery(fieldTitle, prefix, titleBoost), prefixQuery(fieldBody, prefix, 1)}
	stem := ""
	if tokens := p.analyzer.Analyze([]byte(tail)); len(tokens) == 1 && p.dict.has(string(tokens[0].Term)) {
		stem = string(tokens[0].Term)
	} else if !p.dict.hasPrefix(prefix) {
		stem = p.longestTermIn(prefix)
	}
	if stem != "" {
		marks.terms[stem] = marks.words
		alternatives = append(alternatives, titleOrBody(stem))
	}
	return word{key: prefix + "*", query: any1(alternatives)}
}

// longestTermIn returns the longest term with which a prefix that no term begins with begins itself:
// of four letters or more, and at most three shorter. Longer cuts would find other words.
func (p *planner) longestTermIn(prefix string) string {
	runes := []rune(prefix)
	for n := len(runes) - 1; n >= max(4, len(runes)-3); n-- {
		if term := string(runes[:n]); p.dict.has(term) {
			return term
		}
	}
	return ""
}

// tier returns the query of a tier, or nil if it asks for nothing that an earlier one did not. Tier
// 0 asks for all words; the later ones for all but one, for half and for any of them.
func (pl *plan) tier(n int) query.Query {
	if n > 0 {
		return pl.atLeast(n)
	}
	var q query.Query
	var required, optional []query.Query
	for _, w := range pl.words {
		if w.optional {
			optional = append(optional, w.query)
		} else {
			required = append(required, w.query)
		}
	}
	if len(required) == 0 {
		required, optional = optional, nil
		q = any1(required)
	} else {
		q = all(required)
	}
	q = prefer(q, append(optional, queries(pl.quoted)...))
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

func (pl *plan) atLeast(tier int) query.Query {
	n := len(pl.words)
	least := [tierCount]int{n, n - 1, (n + 1) / 2, 1}
	if least[tier] < 1 || least[tier] >= least[tier-1] {
		return nil
	}
	d := query.NewDisjunctionQuery(queries(pl.words))
	d.SetMin(float64(least[tier]))
	return prefer(d, queries(pl.quoted))
}

func queries(words []word) []query.Query {
	var out []query.Query
	for _, w := range words {
		out = append(out, w.query)
	}
	return out
}

func titleOrBody(term string) query.Query {
	return any1([]query.Query{termQuery(fieldTitle, term, titleBoost), termQuery(fieldBody, term, 1)})
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
	d := query.NewDisjunctionQuery(qs)
	d.SetMin(1)
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

// matcher tells which words of a text a query means, for excerpts.
type matcher struct {
	words    int            // how many words of the query it knows
	terms    map[string]int // a term, or a variant of it: the number of its word
	prefixes []prefixMark
}

type prefixMark struct {
	prefix string
	word   int
}

// match returns the number of the word that a token of the text is a match of, and how many bytes
// of the token it covers.
func (m *matcher) match(term, surface string) (word, length int, ok bool) {
	if word, ok := m.terms[term]; ok {
		return word, len(surface), true
	}
	folded := foldSurface(surface)
	for _, p := range m.prefixes {
		if !strings.HasPrefix(folded, p.prefix) {
			continue
		}
		if hasHan(p.prefix) {
			return p.word, len(p.prefix), true // of a pair only the character that was asked for
		}
		return p.word, len(surface), true
	}
	return 0, 0, false
}
