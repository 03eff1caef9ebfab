package bundle

import (
	"slices"

	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// Corpus is all that the documents of a language say, as numbers of words and terms.
type Corpus struct {
	lexicon *text.Lexicon
	units   []uint32 // as text.Text has them; of each document those of the title, a gap, those of the text
	starts  []uint32 // of each document, where its units begin, and the end of all

	words [][]uint32 // of each word of the lexicon that is no Han character, the documents that have it
	terms [][]uint32 // of each term of the lexicon, the documents that have it in title or text
	whole []uint32   // of each of the words, its term and 1 more; 0 if it is none

	sets   [][]uint64 // of terms that many documents have, the same as a bit for each document
	blocks []uint32   // of each block of units, the document of the first
}

const unitsInBlock = 64

// gap stands between the units of a title and those of a text: no gram has units of both.
const gap = 1<<32 - 1

// NewCorpus returns a corpus without documents.
func NewCorpus(x *text.Lexicon) *Corpus { return &Corpus{lexicon: x, starts: []uint32{0}} }

// Add adds the units of a document's title and text. Documents come in the order of the index.
func (c *Corpus) Add(title, body []uint32) {
	c.units = append(append(append(c.units, title...), gap), body...)
	c.starts = append(c.starts, uint32(len(c.units)))
}

// close lists what documents have, when all are added.
func (c *Corpus) close(fields []*native.Inverted) {
	c.listWords()
	c.listTerms(fields)
	c.whole = make([]uint32, len(c.words))
	for word, documents := range c.words {
		if len(documents) > 0 {
			c.whole[word] = c.known(c.lexicon.Term(c.lexicon.Words[word].Text))
		}
	}
	for d, end := range c.starts[1:] {
		for uint32(len(c.blocks))*unitsInBlock < end {
			c.blocks = append(c.blocks, uint32(d))
		}
	}
}

// listWords lists the documents of words.
func (c *Corpus) listWords() {
	count := make([]uint32, len(c.lexicon.Words))
	c.eachWord(func(word, _ uint32) { count[word]++ })
	total := uint32(0)
	for _, n := range count {
		total += n
	}
	all := make([]uint32, total)
	c.words = make([][]uint32, len(count))
	for word, n := range count {
		c.words[word], all = all[:0:n], all[n:]
	}
	c.eachWord(func(word, document uint32) { c.words[word] = append(c.words[word], document) })
}

// eachWord calls a function for each word of each document, once.
func (c *Corpus) eachWord(visit func(word, document uint32)) {
	seen := make([]uint32, len(c.lexicon.Words)) // of each word the last document, and 1 more
	for d := range uint32(len(c.starts) - 1) {
		for _, u := range c.units[c.starts[d]:c.starts[d+1]] {
			if word := u >> 1; u != gap && seen[word] != d+1 && !c.lexicon.Words[word].Han {
				seen[word] = d + 1
				visit(word, d)
			}
		}
	}
}

// listTerms lists the documents of terms.
func (c *Corpus) listTerms(fields []*native.Inverted) {
	c.terms, c.sets = make([][]uint32, len(c.lexicon.Terms)), make([][]uint64, len(c.lexicon.Terms))
	for _, in := range fields {
		if in.Name != native.Title && in.Name != native.Body {
			continue
		}
		for _, t := range in.Terms {
			list := t.Documents
			if other := c.terms[t.Number]; len(other) > 0 {
				list = slices.Concat(other, list)
				slices.Sort(list)
				list = slices.Compact(list)
			}
			c.terms[t.Number] = list
		}
	}
}

// documentOf returns the document that has the unit with a number.
func (c *Corpus) documentOf(unit uint32) uint32 {
	d := c.blocks[unit/unitsInBlock]
	for c.starts[d+1] <= unit {
		d++
	}
	return d
}

// known is the number of a term that a document has, and 1 more; else 0.
func (c *Corpus) known(term uint32, ok bool) uint32 {
	if !ok || int(term) >= len(c.terms) || len(c.terms[term]) == 0 {
		return 0
	}
	return term + 1
}

// withTerm returns the documents that have the term of a word.
func (c *Corpus) withTerm(word int) []uint32 {
	if c.whole[word] == 0 {
		return nil
	}
	return c.terms[c.whole[word]-1]
}

// atMost reports whether the terms of some units are together in no more than n documents.
func (c *Corpus) atMost(n int, units []uint32) bool {
	var room [3]uint32
	terms := room[:0]
	for i, u := range units {
		term := c.whole[u>>1]
		if word := &c.lexicon.Words[u>>1]; word.Han && i+1 < len(units) && u&1 == 0 {
			term = c.known(c.lexicon.Pair(word.Text, c.lexicon.Words[units[i+1]>>1].Text))
		}
		if term == 0 {
			continue
		}
		if len(c.terms[term-1]) <= n {
			return true
		}
		terms = append(terms, term-1)
	}
	if len(terms) == 0 {
		return len(units) == 1 // a stop word by itself is no phrase
	}
	slices.SortFunc(terms, func(a, b uint32) int { return len(c.terms[a]) - len(c.terms[b]) })
	shortest := c.terms[terms[0]]
	for _, term := range terms[1:] {
		c.makeSet(term)
	}
next:
	for _, d := range shortest {
		for _, term := range terms[1:] {
			if !c.has(term, d) {
				continue next
			}
		}
		if n--; n < 0 {
			return false
		}
	}
	return true
}

// rare is the part of all documents below which a list is searched: above it there are not many
// terms, and a set for each takes little room.
const rare = 128

// makeSet makes the set of a term that is not rare.
func (c *Corpus) makeSet(term uint32) {
	if len(c.terms[term]) < len(c.starts)/rare || c.sets[term] != nil {
		return
	}
	set := make([]uint64, (len(c.starts)+62)/64)
	for _, d := range c.terms[term] {
		set[d/64] |= 1 << (d % 64)
	}
	c.sets[term] = set
}

// has reports whether a document has a term.
func (c *Corpus) has(term, document uint32) bool {
	if set := c.sets[term]; set != nil {
		return set[document/64]>>(document%64)&1 == 1
	}
	_, has := slices.BinarySearch(c.terms[term], document)
	return has
}
