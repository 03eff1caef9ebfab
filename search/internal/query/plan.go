package query

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// Dictionary answers which terms an index has.
type Dictionary interface {
	Has(term string) bool // in title or body
	HasPrefix(prefix string) bool
	HasIn(field, term string) bool
}

// Plan is how a query is asked of the index of one language.
type Plan struct {
	Forbidden []query.Query // -word
	Anything  bool          // no text, or phrases of stop words alone: every document, for browsing by filters
	Nothing   bool          // signs alone, which no document is looked up by
	Marks     Matcher
	Unknown   map[string]bool   // words that the index does not have, as they are written
	Fixes     map[string]string // what some of them were taken for

	words  []word        // what tiers are made of
	quoted []word        // the words of phrases: the phrase is a filter, they are for the score
	exact  []query.Query // the whole query as title or alias, where the index has it
}

// Planner makes the plans of one language.
type Planner struct {
	Lang     string
	Language text.Language
	Analyzer analysis.Analyzer
	Dict     Dictionary
	Glossary *Glossary
	// Phrase returns the ids of the documents with a phrase as written.
	Phrase func(t Term) []string
	// Spell returns words of the texts that are an edit away from one that the index does not have,
	// the most frequent first; nil if no word is to be taken for another.
	Spell func(word string) []string
	// Lost reports whether no language has a word, so that it may be two; nil if none is to be
	// taken for another.
	Lost   func(word string) bool
	Typing bool // the last word may not be finished

	made  Plan
	joins map[string][]join // of words side by side in the query, each with its neighbours
}

// Plan plans a query.
func (p *Planner) Plan(q Query) *Plan {
	p.made = Plan{Marks: newMatcher(), Unknown: map[string]bool{}, Fixes: map[string]string{}}
	seen := map[string]bool{}
	add := func(to *[]word, words ...word) {
		for _, w := range words {
			if !seen[w.key] {
				seen[w.key] = true
				*to = append(*to, w)
			}
		}
	}
	marks := &p.made.Marks
	wanted, phrased := false, false
	for i := 0; i < len(q.Terms); {
		n := q.GroupAt(i)
		group := q.Terms[i : i+n]
		t := group[0]
		wanted = wanted || !t.Not
		switch {
		case n > 1:
			if w, ok := p.either(group, marks); ok {
				add(&p.made.words, w)
			}
		case t.Not && t.Phrase: // found by its text
		case t.Not:
			if words := p.words(t, newMark()); len(words) > 0 {
				p.made.Forbidden = append(p.made.Forbidden, All(queries(words)))
			}
		case t.Phrase:
			phrased = true
			add(&p.made.quoted, p.words(t, marks)...)
		default:
			n = q.plainAt(i)
			add(&p.made.words, p.plain(q.Terms[i:i+n], i+n == len(q.Terms))...)
		}
		i += n
	}
	p.planExact(q)
	p.made.Nothing = q.Signs
	p.made.Anything = !wanted && !q.Signs || phrased && len(p.made.words)+len(p.made.quoted)+len(p.made.exact) == 0
	return &p.made
}

// planExact looks for texts whose title or other name the query is: as it was typed, corrected, or
// without its number. Of titles that differ by an ellipsis alone, which is no letter, that comes
// first which has it if the query does.
func (p *Planner) planExact(q Query) {
	key, elided := text.Fold(q.Text()), text.HasEllipsis(q.Text())
	for _, key := range []string{key, p.corrected(key), text.Unnumbered(q.Text())} {
		if key == "" || len(p.made.exact) > 0 {
			continue
		}
		if p.Dict.HasIn(native.Exact, key) {
			p.made.exact = append(p.made.exact, TermIn(native.Exact, key, constants.Boosts.Exact))
		}
		for _, alias := range []string{key, key + text.Ellipsis} {
			if (alias == key || elided) && p.Dict.HasIn(native.Alias, alias) {
				p.made.exact = append(p.made.exact, TermIn(native.Alias, alias, constants.Boosts.Alias))
			}
		}
	}
}

// corrected returns a folded query with its misspelt words replaced, "" if there are none.
func (p *Planner) corrected(key string) string {
	if len(p.made.Fixes) == 0 {
		return ""
	}
	words := strings.Fields(key)
	for i, w := range words {
		if fix, ok := p.made.Fixes[w]; ok {
			words[i] = fix
		}
	}
	return strings.Join(words, " ")
}

// either is one word of a plan for terms of which one is enough.
func (p *Planner) either(group []Term, marks *Matcher) (word, bool) {
	var w word
	var alternatives []query.Query
	for _, t := range group {
		words := p.words(t, marks)
		q := together(words)
		if q == nil {
			continue // only stop words
		}
		if t.Phrase {
			b := query.NewBooleanQuery([]query.Query{q}, nil, nil)
			b.AddFilter(query.NewDocIDQuery(p.Phrase(t)))
			q = b
		}
		w.key += " | " + t.Text
		alternatives = append(alternatives, q)
	}
	w.query = Any(alternatives)
	return w, w.query != nil
}

// plain returns the words of plain terms side by side. Names of concepts among them become one word
// each, which is found by the other names as well.
func (p *Planner) plain(terms []Term, last bool) []word {
	var out []word
	p.joins = p.joinsOf(terms)
	defer func() { p.joins = nil }()
	for i := 0; i < len(terms); {
		if n, c := p.Glossary.at(terms[i:]); n > 0 {
			out = append(out, p.concept(c))
			i += n
			continue
		}
		t := terms[i]
		i++
		for {
			before, c, after := p.Glossary.inside(t)
			if c == nil {
				break
			}
			out = append(out, p.words(Term{Text: before}, &p.made.Marks)...)
			out = append(out, p.concept(c))
			t = Term{Text: after}
		}
		if last && i == len(terms) && !t.Prefix {
			out = append(out, p.lastWords(t)...)
		} else {
			out = append(out, p.words(t, &p.made.Marks)...)
		}
	}
	return out
}

// concept finds a concept by the name that was typed and, with less weight, by its names in the
// language of the index.
func (p *Planner) concept(c *conceptMatch) word {
	var found alternatives
	add := func(name string, boost float64, marks *Matcher) {
		words := p.tokens(p.Language.Prepare(name), boost, marks, true, nil)
		if q := together(words); q != nil {
			found.anywhere = append(found.anywhere, q)
			found.title = append(found.title, All(titles(words)))
		}
	}
	marks := &p.made.Marks
	add(c.typed, 1, marks)
	marks.words++
	for _, name := range c.names(p.Lang) {
		add(name, constants.Boosts.Name, newMark())
		marks.addName(p.parts(name))
	}
	return found.word("concept " + text.Fold(c.typed))
}

// parts returns the words of a name.
func (p *Planner) parts(name string) (parts []part) {
	prepared := p.Language.Prepare(name)
	tokens := p.Analyzer.Analyze([]byte(prepared))
	for _, t := range tokens {
		forms := p.forms(string(t.Term), text.FoldSurface(prepared[t.Start:t.End]))
		parts = append(parts, part{t.Position - tokens[0].Position, forms})
	}
	return parts
}

// forms returns a term and its variants.
func (p *Planner) forms(term, surface string) []string {
	forms := []string{term}
	if p.Language.Variants != nil {
		forms = append(forms, p.Language.Variants(term, surface, p.Dict.Has)...)
	}
	return forms
}

// words returns what a term of the query means in the index, in the order of the text. Stop words
// are gone.
func (p *Planner) words(t Term, marks *Matcher) []word {
	prepared := p.Language.Prepare(t.Text)
	tail := ""
	if t.Prefix {
		if i := tailStart(prepared); utf8.RuneCountInString(prepared[i:]) >= constants.Query.Prefix {
			prepared, tail = prepared[:i], prepared[i:]
		}
	}
	out := p.tokens(prepared, 1, marks, t.Phrase || t.Not, nil)
	if tail != "" {
		out = append(out, p.prefix(tail, marks))
	}
	return out
}

// lastWords is words for the last term of a query, the last word of which may not be finished.
func (p *Planner) lastWords(t Term) []word {
	prepared := p.Language.Prepare(t.Text)
	return p.tokens(prepared, 1, &p.made.Marks, false, func(end int) bool { return end == len(prepared) })
}

// tokens returns the words of a prepared text. With exact, none of them is corrected. Tail reports
// whether the end of a token is the end of the query.
func (p *Planner) tokens(prepared string, boost float64, marks *Matcher, exact bool, tail func(end int) bool) []word {
	tokens := p.Analyzer.Analyze([]byte(prepared))
	var out []word
	for i := 0; i < len(tokens); {
		// A run of Han characters: tokens that overlap or touch.
		j := i + 1
		for j < len(tokens) && text.HasHan(string(tokens[i].Term)) && text.HasHan(string(tokens[j].Term)) && tokens[j].Start <= tokens[j-1].End {
			j++
		}
		for _, token := range tokens[i:j] {
			term, surface := string(token.Term), text.FoldSurface(prepared[token.Start:token.End])
			var w word
			switch {
			case isOneHan(term):
				w = p.character(term, boost, marks)
			case text.HasHan(term) || exact:
				w = p.known(term, surface, boost, marks, alternatives{}).word(term)
			default:
				w = p.word(term, surface, marks, tail != nil && tail(token.End))
			}
			if w.query == nil {
				continue
			}
			w.optional = j-i > 1 && strings.ContainsAny(term, constants.Query.FunctionCharacters)
			out = append(out, w)
		}
		i = j
	}
	return out
}

// isOneHan reports whether a term is a single Han character.
func isOneHan(term string) bool { return text.HasHan(term) && utf8.RuneCountInString(term) == 1 }

// tailStart returns where the last word of a text begins, if it is one without Han characters.
func tailStart(s string) int {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !text.IsWordRune(r) || text.IsHan(r) {
			break
		}
		i -= n
	}
	return i
}

// known finds a term and its variants, or something more. It is never empty: a term that the index
// does not have finds nothing. What there is more takes nothing from the weight of the others.
func (p *Planner) known(term, surface string, boost float64, marks *Matcher, more alternatives) alternatives {
	marks.words++
	terms := p.forms(term, surface)
	n := float64(len(terms))
	anywhere, title := boost*(n+float64(len(more.anywhere)))/n, (n+float64(len(more.title)))/n
	var found alternatives
	for _, t := range terms {
		marks.terms[t] = marks.words
		found.addTerm(t, anywhere, title)
	}
	found.anywhere = append(found.anywhere, more.anywhere...)
	found.title = append(found.title, more.title...)
	return found
}

// word finds a word. The last one of a query may be the beginning of another, if the reader is
// still typing or if the index does not have it; any other that the index does not have may be
// misspelt. There is none if it is a misspelt stop word.
func (p *Planner) word(term, surface string, marks *Matcher, last bool) word {
	var more alternatives
	marks.wholes = append(marks.wholes, surface)
	p.addCompound(&more, term)
	for _, j := range p.joins[surface] {
		p.addJoin(&more, j, marks)
	}
	found := p.known(term, surface, 1, marks, more)
	absent := len(found.anywhere) == 1+len(more.anywhere) && !p.Dict.Has(term)
	// Of a slip in an ending the stem of the stem may be known by chance.
	doubtful := !absent && len(more.anywhere) == 0 && !p.Dict.Has(term) && !p.Dict.Has(surface) && text.IsSpelling(surface)
	if last && (absent || p.Typing) && utf8.RuneCountInString(surface) >= constants.Query.Prefix && p.Dict.HasPrefix(surface) {
		absent = false
		marks.prefixes = append(marks.prefixes, prefixMark{surface, marks.words})
		found.addPrefix(surface, constants.Boosts.Tail)
	}
	if doubtful {
		p.made.Unknown[surface] = true
		near, _ := p.candidates(surface, marks)
		found.anywhere, found.title = append(found.anywhere, near.anywhere...), append(found.title, near.title...)
	}
	if absent && len(more.anywhere) == 0 && (text.IsSpelling(surface) || len(text.Splits(surface)) > 0) {
		found = p.misspelt(found, surface, marks)
	}
	return found.word(term)
}

// misspelt finds what an absent word may stand for; nothing if it is a misspelt stop word.
func (p *Planner) misspelt(found alternatives, surface string, marks *Matcher) alternatives {
	p.made.Unknown[surface] = true
	candidates, stop := p.candidates(surface, marks)
	switch {
	case len(candidates.anywhere) > 0:
		return candidates
	case stop != "":
		p.made.Fixes[surface] = stop
		return alternatives{}
	case p.Lost != nil && p.Lost(surface):
		p.addSplit(&found, surface, marks)
	}
	return found
}

// candidates finds the words that a misspelt one may mean, and the first stop word among them.
func (p *Planner) candidates(surface string, marks *Matcher) (out alternatives, stop string) {
	if p.Spell == nil || !text.IsSpelling(surface) {
		return out, ""
	}
	seen := map[string]bool{}
	for _, c := range p.Spell(surface) {
		tokens := p.Analyzer.Analyze([]byte(c))
		if len(tokens) == 0 && stop == "" {
			stop = c
		}
		if len(tokens) != 1 || seen[string(tokens[0].Term)] {
			continue
		}
		if len(seen) == 0 {
			p.made.Fixes[surface] = c
		}
		term := string(tokens[0].Term)
		seen[term] = true
		marks.terms[term] = marks.words
		out.addTerm(term, 1, 1)
		if len(seen) == constants.Query.Candidates {
			break
		}
	}
	return out, stop
}

// character finds a single Han character: the index has pairs, so the pairs that begin with it.
func (p *Planner) character(c string, boost float64, marks *Matcher) word {
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{c, marks.words})
	var found alternatives
	found.addPrefix(c, boost)
	return found.word(c + "*")
}

// prefix finds words by their beginning. The index has stems, so the beginning may be longer than
// the term that is meant: "управлени*" has to find the stem "управлен", and "governanc*" "govern".
func (p *Planner) prefix(tail string, marks *Matcher) word {
	prefix := text.FoldSurface(tail)
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{prefix, marks.words})
	var found alternatives
	found.addPrefix(prefix, 1)
	stem := ""
	if tokens := p.Analyzer.Analyze([]byte(tail)); len(tokens) == 1 && p.Dict.Has(string(tokens[0].Term)) {
		stem = string(tokens[0].Term)
	} else if !p.Dict.HasPrefix(prefix) {
		stem = p.longestTermIn(prefix)
	}
	if stem != "" {
		marks.terms[stem] = marks.words
		found.addTerm(stem, 1, 1)
	}
	return found.word(prefix + "*")
}

// longestTermIn returns the longest term with which a prefix that no term begins with begins
// itself: of four letters or more, and at most three shorter. Longer cuts would find other words.
func (p *Planner) longestTermIn(prefix string) string {
	runes := []rune(prefix)
	for n := len(runes) - 1; n >= max(4, len(runes)-3); n-- {
		if term := string(runes[:n]); p.Dict.Has(term) {
			return term
		}
	}
	return ""
}
