package bundle

import (
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// Compounds finds the pairs of words that stand side by side in a document and as one word in
// another, or here with a hyphen. Such a document has the word too, and one with the word the pair,
// unless it has these as words by themselves.
func (c *Corpus) Compounds(add func(document int, compound string)) {
	x := c.lexicon
	joins := x.Joins()
	first := make([]bool, len(x.Words))
	for pair := range joins {
		first[pair.First] = true
	}
	words := c.joinedWords()
	has := make([]int, len(x.Terms)) // of each term, the last document with it, and 1 more
	pairs := map[uint32][]foundPair{}
	known := map[text.Pair]bool{}
	c.eachPair(has, words, func(document int, mark string, a, b uint32) {
		if !first[a] || words[b].key == "" {
			return
		}
		pair := text.Pair{First: a, Second: words[b].key}
		term, ok := joins[pair]
		if !ok {
			return
		}
		if !known[pair] {
			known[pair] = true
			pairs[term] = append(pairs[term], foundPair{words[a], words[b]})
		}
		if has[term] != document+1 {
			add(document, x.Terms[term]+mark)
		}
	})
	c.eachPair(has, words, func(document int, mark string, a, _ uint32) {
		if !words[a].isTerm {
			return
		}
		for _, pair := range pairs[words[a].term] {
			if !pair.first.isIn(document, has) || !pair.second.isIn(document, has) {
				add(document, pair.first.key+" "+pair.second.key+mark)
			}
		}
	})
}

// joinedWord is what a word is in pairs.
type joinedWord struct {
	key    string // "" for none
	term   uint32
	isTerm bool
}

// isIn reports whether a document has a word by itself; stop words count as if it had.
func (w joinedWord) isIn(document int, has []int) bool { return !w.isTerm || has[w.term] == document+1 }

// foundPair is two words that stand side by side somewhere.
type foundPair struct{ first, second joinedWord }

func (c *Corpus) joinedWords() []joinedWord {
	words := make([]joinedWord, len(c.lexicon.Words))
	for n, u := range c.lexicon.Words {
		if u.Han {
			continue
		}
		key, _, ok := c.lexicon.Key(u.Text)
		if !ok {
			continue
		}
		words[n].key = key
		words[n].term, words[n].isTerm = c.lexicon.Term(u.Text)
	}
	return words
}

// eachPair visits the words of each document, each with the next, or with itself where it is the
// last of a title or text. Before it notes which terms the document has.
func (c *Corpus) eachPair(has []int, words []joinedWord, visit func(document int, mark string, a, b uint32)) {
	clear(has)
	for d := range len(c.starts) - 1 {
		units := c.units[c.starts[d]:c.starts[d+1]]
		for _, u := range units {
			if u != gap && words[u>>1].isTerm {
				has[words[u>>1].term] = d + 1
			}
		}
		mark := native.TitleMark
		for i, u := range units {
			if u == gap {
				mark = ""
				continue
			}
			next := u
			if i+1 < len(units) && units[i+1] != gap {
				next = units[i+1]
			}
			visit(d, mark, u>>1, next>>1)
		}
	}
}
