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
	bonusBoost = 3  // a word in the title, once more: on top of what finds the document
	exactBoost = 8  // the whole title is the query
	aliasBoost = 12 // an alias is; higher, as its score falls with the number of aliases
	tailBoost  = .5 // a word that only begins with the last one of the query
	nameBoost  = .5 // another name of a concept
)

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
	title    query.Query // in the title only, for the bonus; nil for what is no word, such as a OR b
	optional bool        // adds to the score only, as long as all words are asked for
}

// plan is how a query is asked of the index of one language.
type plan struct {
	words     []word        // what tiers are made of
	quoted    []word        // the words of phrases: the phrase is a filter, they are for the score
	forbidden []query.Query // -word
	exact     []query.Query // the whole query as title or alias, where the index has it
	anything  bool          // no text, or phrases of stop words alone: every document, for browsing by filters
	marks     matcher
	unknown   map[string]bool   // words that the index does not have, as they are written
	fixes     map[string]string // what some of them were taken for
}

// planner makes the plan of one language.
type planner struct {
	lang     string
	language language
	analyzer analysis.Analyzer
	dict     dictionary
	// hasExact tells whether the whole-title or alias field has a value.
	hasExact func(field, key string) bool
	// phrase finds the documents with a phrase.
	phrase   func(t Term) phraseMatch
	glossary *glossary
	// spell returns words of the texts that are an edit away from one that the index does not have,
	// the most frequent first; nil if no word is to be taken for another.
	spell  func(word string) []string
	typing bool // the last word may not be finished
	made   plan
}

// plan plans a query.
func (p *planner) plan(q Query) *plan {
	p.made = plan{marks: newMatcher(), unknown: map[string]bool{}, fixes: map[string]string{}}
	seen := map[string]bool{}
	add := func(to *[]word, words ...word) {
		for _, w := range words {
			if !seen[w.key] {
				seen[w.key] = true
				*to = append(*to, w)
			}
		}
	}
	marks := &p.made.marks
	wanted, phrased := false, false
	for i := 0; i < len(q.Terms); {
		n := q.groupAt(i)
		group := q.Terms[i : i+n]
		t := group[0]
		wanted = wanted || !t.Not
		switch {
		case n > 1:
			if w, ok := p.either(group, marks); ok {
				add(&p.made.words, w)
			}
		case t.Not && t.Phrase: // found by its text, see phrase.go
		case t.Not:
			if words := p.words(t, newMark()); len(words) > 0 {
				p.made.forbidden = append(p.made.forbidden, all(queries(words)))
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
	if key := fold(q.text()); key != "" {
		if p.hasExact(fieldExact, key) {
			p.made.exact = append(p.made.exact, termQuery(fieldExact, key, exactBoost))
		}
		if p.hasExact(fieldAlias, key) {
			p.made.exact = append(p.made.exact, termQuery(fieldAlias, key, aliasBoost))
		}
	}
	p.made.anything = !wanted || phrased && len(p.made.words)+len(p.made.quoted)+len(p.made.exact) == 0
	return &p.made
}

// groupAt returns how many terms from i on are alternatives of each other.
func (q Query) groupAt(i int) int {
	n := 1
	for i+n < len(q.Terms) && q.Terms[i+n].Or {
		n++
	}
	return n
}

// plainAt returns how many terms from i on are plain words that stand side by side.
func (q Query) plainAt(i int) int {
	n := 0
	for i+n < len(q.Terms) && !q.Terms[i+n].Not && !q.Terms[i+n].Phrase && q.groupAt(i+n) == 1 {
		n++
	}
	return n
}

// either is one word of a plan for terms of which one is enough.
func (p *planner) either(group []Term, marks *matcher) (word, bool) {
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
			b.AddFilter(query.NewDocIDQuery(p.phrase(t).asWritten))
			q = b
		}
		w.key += " | " + t.Text
		alternatives = append(alternatives, q)
	}
	w.query = any1(alternatives)
	return w, w.query != nil
}

// plain returns the words of plain terms side by side. Names of concepts among them become one word
// each, which is found by the other names as well.
func (p *planner) plain(terms []Term, last bool) []word {
	var out []word
	for i := 0; i < len(terms); {
		if n, c := p.glossary.at(terms[i:]); n > 0 {
			out = append(out, p.concept(c))
			i += n
			continue
		}
		t := terms[i]
		i++
		for {
			before, c, after := p.glossary.inside(t)
			if c == nil {
				break
			}
			out = append(out, p.words(Term{Text: before}, &p.made.marks)...)
			out = append(out, p.concept(c))
			t = Term{Text: after}
		}
		if last && i == len(terms) && !t.Prefix {
			out = append(out, p.lastWords(t)...)
		} else {
			out = append(out, p.words(t, &p.made.marks)...)
		}
	}
	return out
}

// concept finds a concept by the name that was typed and, with less weight, by its names in the
// language of the index.
func (p *planner) concept(c *conceptMatch) word {
	var found alternatives
	add := func(name string, boost float64) {
		words := p.tokens(p.language.prepare(name), boost, &p.made.marks, true, nil)
		if q := together(words); q != nil {
			found.anywhere = append(found.anywhere, q)
			found.title = append(found.title, all(titles(words)))
		}
	}
	add(c.typed, 1)
	for _, name := range c.names(p.lang) {
		add(name, nameBoost)
	}
	return found.word("concept " + fold(c.typed))
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
	out := p.tokens(text, 1, marks, t.Phrase || t.Not, nil)
	if tail != "" {
		out = append(out, p.prefix(tail, marks))
	}
	return out
}

// lastWords is words for the last term of a query, the last word of which may not be finished.
func (p *planner) lastWords(t Term) []word {
	text := p.language.prepare(t.Text)
	return p.tokens(text, 1, &p.made.marks, false, func(end int) bool { return end == len(text) })
}

// tokens returns the words of a prepared text. With exact, none of
// them is taken for another. Tail tells of the end of a token whether it is the end of the query.
func (p *planner) tokens(text string, boost float64, marks *matcher, exact bool, tail func(end int) bool) []word {
	tokens := p.analyzer.Analyze([]byte(text))
	var out []word
	for i := 0; i < len(tokens); {
		// A run of Han characters: tokens that overlap or touch.
		j := i + 1
		for j < len(tokens) && hasHan(string(tokens[i].Term)) && hasHan(string(tokens[j].Term)) && tokens[j].Start <= tokens[j-1].End {
			j++
		}
		for _, token := range tokens[i:j] {
			term, surface := string(token.Term), foldSurface(text[token.Start:token.End])
			var w word
			switch {
			case hasHan(term) && utf8.RuneCountInString(term) == 1:
				w = p.character(term, boost, marks)
			case hasHan(term) || exact:
				w = p.known(term, surface, boost, marks).word(term)
			default:
				w = p.word(term, surface, marks, tail != nil && tail(token.End))
			}
			w.optional = j-i > 1 && strings.ContainsAny(term, functionCharacters)
			out = append(out, w)
		}
		i = j
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

// alternatives are queries of which one is enough for a word, and the same in the title only.
type alternatives struct{ anywhere, title []query.Query }

func (a *alternatives) addTerm(term string, boost float64) {
	a.anywhere = append(a.anywhere, titleOrBody(term, boost))
	a.title = append(a.title, termQuery(fieldTitle, term, bonusBoost))
}

func (a *alternatives) addPrefix(prefix string, boost float64) {
	a.anywhere = append(a.anywhere, prefixQuery(fieldTitle, prefix, titleBoost*boost), prefixQuery(fieldBody, prefix, boost))
	a.title = append(a.title, prefixQuery(fieldTitle, prefix, bonusBoost))
}

func (a alternatives) word(key string) word {
	return word{key: key, query: any1(a.anywhere), title: any1(a.title)}
}

// known finds a term and its variants. It is never empty: a term that the index does not have finds
// nothing.
func (p *planner) known(term, surface string, boost float64, marks *matcher) alternatives {
	marks.words++
	marks.terms[term] = marks.words
	var found alternatives
	found.addTerm(term, boost)
	if p.language.variants != nil {
		for _, v := range p.language.variants(term, surface, p.dict.has) {
			marks.terms[v] = marks.words
			found.addTerm(v, boost)
		}
	}
	return found
}

// maxCandidates is how many words a misspelt one is taken for at most.
const maxCandidates = 8

// word finds a word. The last one of a query may be the beginning of another, if the reader is still
// typing or if the index does not have it; any other that the index does not have may be misspelt.
func (p *planner) word(term, surface string, marks *matcher, last bool) word {
	found := p.known(term, surface, 1, marks)
	absent := len(found.anywhere) == 1 && !p.dict.has(term)
	if last && (absent || p.typing) && utf8.RuneCountInString(surface) >= minPrefix && p.dict.hasPrefix(surface) {
		absent = false
		marks.prefixes = append(marks.prefixes, prefixMark{surface, marks.words})
		found.addPrefix(surface, tailBoost)
	}
	if absent && isSpellingWord(surface) {
		p.made.unknown[surface] = true
		if candidates := p.candidates(surface, marks); len(candidates.anywhere) > 0 {
			found = candidates
		}
	}
	return found.word(term)
}

// candidates finds the words that a misspelt one may stand for.
func (p *planner) candidates(surface string, marks *matcher) alternatives {
	var out alternatives
	if p.spell == nil {
		return out
	}
	seen := map[string]bool{}
	for _, c := range p.spell(surface) {
		tokens := p.analyzer.Analyze([]byte(c))
		if len(tokens) != 1 || seen[string(tokens[0].Term)] {
			continue
		}
		if len(seen) == 0 {
			p.made.fixes[surface] = c
		}
		term := string(tokens[0].Term)
		seen[term] = true
		marks.terms[term] = marks.words
		out.addTerm(term, 1)
		if len(seen) == maxCandidates {
			break
		}
	}
	return out
}

// character finds a single Han character: the index has pairs, so the pairs that begin with it.
func (p *planner) character(c string, boost float64, marks *matcher) word {
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{c, marks.words})
	var found alternatives
	found.addPrefix(c, boost)
	return found.word(c + "*")
}

// prefix finds words by their beginning. The index has stems, so the beginning may be longer than
// the term that is meant: "управлени*" has to find the stem "управлен", and "governanc*" "govern".
func (p *planner) prefix(tail string, marks *matcher) word {
	prefix := foldSurface(tail)
	marks.words++
	marks.prefixes = append(marks.prefixes, prefixMark{prefix, marks.words})
	var found alternatives
	found.addPrefix(prefix, 1)
	stem := ""
	if tokens := p.analyzer.Analyze([]byte(tail)); len(tokens) == 1 && p.dict.has(string(tokens[0].Term)) {
		stem = string(tokens[0].Term)
	} else if !p.dict.hasPrefix(prefix) {
		stem = p.longestTermIn(prefix)
	}
	if stem != "" {
		marks.terms[stem] = marks.words
		found.addTerm(stem, 1)
	}
	return found.word(prefix + "*")
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

// matcher tells which words of a text a query means, for excerpts.
type matcher struct {
	words    int            // how many words of the query it knows
	terms    map[string]int // a term, or a variant of it: the number of its word
	prefixes []prefixMark
}

func newMatcher() matcher { return matcher{terms: map[string]int{}} }

// newMark is a matcher for what is not to be marked.
func newMark() *matcher {
	m := newMatcher()
	return &m
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
