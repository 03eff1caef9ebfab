package query

import (
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/native"
)

// word is one thing to be found in title or body: a term with its variants, or a prefix.
type word struct {
	key      string // for telling repeats
	query    query.Query
	title    query.Query // in the title only, for the bonus; nil for what is no word, such as a OR b
	optional bool        // adds to the score only, as long as all words are asked for
}

// alternatives are queries of which one is enough for a word, and the same in the title only.
type alternatives struct{ anywhere, title []query.Query }

func (a *alternatives) addTerm(term string, anywhere, title float64) {
	a.anywhere = append(a.anywhere, TitleOrBody(term, anywhere))
	a.title = append(a.title, TermIn(native.Title, term, constants.Boosts.Bonus*title))
}

func (a *alternatives) addPrefix(prefix string, boost float64) {
	a.anywhere = append(a.anywhere, PrefixIn(native.Title, prefix, constants.Boosts.Title*boost), PrefixIn(native.Body, prefix, boost))
	a.title = append(a.title, PrefixIn(native.Title, prefix, constants.Boosts.Bonus))
}

func (a alternatives) word(key string) word {
	return word{key: key, query: Any(a.anywhere), title: Any(a.title)}
}

// together finds the documents with all words, of which optional ones only add to the score as long
// as there are others.
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
		return Any(optional)
	}
	return prefer(All(required), optional)
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
