package query

import (
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// join is two words side by side in a query, which a text may have as one.
type join struct {
	pair  string // as documents have it that have the one word, where others have the two
	whole string // the term of the one word
	near  bool   // whether to look for the one word where no document has the two
}

// joinsOf returns the joins of adjacent terms, by the words of each. Looking every one of them up
// would cost a browser a file a pair, so only those are that are written as a compound, with a
// particle, or with a word that the index does not have.
func (p *Planner) joinsOf(terms []Term) map[string][]join {
	var texts []string
	for _, t := range terms {
		texts = append(texts, t.Text)
	}
	s := p.Language.Prepare(strings.Join(texts, " "))
	joins := map[string][]join{}
	words := text.WordsOf(s)
	for i := 1; i < len(words); i++ {
		a, b := text.FoldSurface(s[words[i-1].Start:words[i-1].End]), text.FoldSurface(s[words[i].Start:words[i].End])
		sign := s[words[i-1].End:words[i].Start]
		j, ok := p.joinOf(a, sign, b)
		if !ok {
			continue
		}
		joins[a] = append(joins[a], j)
		joins[b] = append(joins[b], j)
		if sign != " " { // a word of the index may have the sign
			joins[a+sign+b] = append(joins[a+sign+b], j)
		}
	}
	return joins
}

// joinOf is the join of two words, if they make one.
func (p *Planner) joinOf(a, sign, b string) (j join, ok bool) {
	if sign != " " && !text.Joins(a, sign, b) {
		return j, false
	}
	if sign == "'" {
		if term, _ := p.key(a + sign + b); !strings.Contains(term, sign) {
			return j, false // an article or possessive
		}
	}
	first, stop := p.key(a)
	second, stopped := p.key(b)
	whole, none := p.key(a + b)
	if first == "" || second == "" || whole == "" || none || stop && (stopped || sign == " ") {
		return j, false
	}
	// With an apostrophe it is another word: toʻgʻ and togʻ.
	near := sign != "'" && (sign != " " || slices.Contains(constants.Query.Particles, b) ||
		!stop && !p.Dict.Has(first) || !stopped && !p.Dict.Has(second))
	return join{first + " " + second, whole, near}, true
}

// key is what stands for a word in pairs: its term or, of a stop word, the word; "" if it is
// several terms.
func (p *Planner) key(word string) (key string, stop bool) {
	switch tokens := p.Analyzer.Analyze([]byte(word)); len(tokens) {
	case 0:
		return word, true
	case 1:
		return string(tokens[0].Term), false
	}
	return "", false
}

// addJoin adds what the next word finds together with its neighbour.
func (p *Planner) addJoin(found *alternatives, j join, marks *Matcher) {
	has := p.addCompound(found, j.pair)
	if j.near && p.Dict.Has(j.whole) {
		found.addTerm(j.whole, 1, 1)
		has = true
	}
	if has {
		marks.terms[j.whole] = marks.words + 1
		marks.wholes = append(marks.wholes, j.whole)
	}
}

// addCompound adds the documents that have a word or a pair of words as a compound. It reports
// whether there are any.
func (p *Planner) addCompound(found *alternatives, compound string) bool {
	has := p.Dict.HasIn(native.Compound, compound)
	if has {
		found.anywhere = append(found.anywhere, TermIn(native.Compound, compound, constants.Boosts.Compound))
	}
	if p.Dict.HasIn(native.Compound, compound+native.TitleMark) {
		inTitle := TermIn(native.Compound, compound+native.TitleMark, constants.Boosts.CompoundTitle)
		found.anywhere, found.title = append(found.anywhere, inTitle), append(found.title, inTitle)
		has = true
	}
	return has
}

// addSplit adds the documents that have an absent word as two.
func (p *Planner) addSplit(found *alternatives, surface string, marks *Matcher) {
	for _, split := range text.Splits(surface) {
		first, stop := p.key(split[0])
		second, stopped := p.key(split[1])
		if first == "" || second == "" || stop && stopped || !stop && !p.Dict.Has(first) || !stopped && !p.Dict.Has(second) {
			continue
		}
		docs := p.Phrase(Term{Text: split[0] + " " + split[1], Phrase: true})
		if len(docs) == 0 {
			continue
		}
		var words []query.Query
		for _, key := range []string{first, second} {
			if p.Dict.Has(key) {
				words = append(words, TitleOrBody(key, 1))
			}
		}
		if parts := p.parts(split[0] + " " + split[1]); len(parts) > 1 {
			marks.addName(parts)
		}
		b := query.NewBooleanQuery([]query.Query{All(words)}, nil, nil)
		b.AddFilter(query.NewDocIDQuery(docs))
		found.anywhere = append(found.anywhere, b)
		return
	}
}
