package bundle

import (
	"slices"
	"sort"

	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// corpus is all that the documents of a language say, as numbers of words and terms.
type corpus struct {
	lexicon *text.Lexicon
	units   []uint32 // as text.Text has them; of each document those of the title, a gap, those of the text
	starts  []uint32 // of each document, where its units begin, and the end of all

	words [][]uint32 // of each word of the lexicon that is no Han character, the documents that have it
	terms [][]uint32 // of each term of the lexicon, the documents that have it in title or text
	whole [][]uint32 // of each of the words, the documents that have its term
}

// gap stands between the units of a title and those of a text: no gram has units of both.
const gap = 1<<32 - 1

// newCorpus takes in the units of n documents.
func newCorpus(x *text.Lexicon, n int, units func(document int) (title, body []uint32), fields []*native.Inverted) *corpus {
	c := &corpus{lexicon: x}
	size := 0
	for i := range n {
		title, body := units(i)
		size += len(title) + 1 + len(body)
	}
	c.units = make([]uint32, 0, size)
	for i := range n {
		title, body := units(i)
		c.starts = append(c.starts, uint32(len(c.units)))
		c.units = append(append(append(c.units, title...), gap), body...)
	}
	c.starts = append(c.starts, uint32(len(c.units)))
	c.listWords()
	c.listTerms(fields)
	c.whole = make([][]uint32, len(c.words))
	for word, documents := range c.words {
		if len(documents) > 0 {
			c.whole[word] = c.withTerm(x.Term(x.Words[word].Text))
		}
	}
	return c
}

// listWords lists the documents of words.
func (c *corpus) listWords() {
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
func (c *corpus) eachWord(visit func(word, document uint32)) {
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
func (c *corpus) listTerms(fields []*native.Inverted) {
	c.terms = make([][]uint32, len(c.lexicon.Terms))
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
func (c *corpus) documentOf(unit uint32) uint32 {
	return uint32(sort.Search(len(c.starts), func(i int) bool { return c.starts[i] > unit }) - 1)
}

// withTerm returns the documents that have the one term which some writing is.
func (c *corpus) withTerm(number uint32, ok bool) []uint32 {
	if !ok || int(number) >= len(c.terms) {
		return nil
	}
	return c.terms[number]
}

// atMost reports whether the terms of some units are together in no more than n documents.
func (c *corpus) atMost(n int, units []uint32) bool {
	var three [3][]uint32
	lists := three[:0]
	for i, u := range units {
		list := c.whole[u>>1]
		if word := &c.lexicon.Words[u>>1]; word.Han && i+1 < len(units) && u&1 == 0 {
			list = c.withTerm(c.lexicon.Pair(word.Text, c.lexicon.Words[units[i+1]>>1].Text))
		}
		if len(list) > 0 {
			lists = append(lists, list)
		}
	}
	if len(lists) == 0 {
		return len(units) == 1 // a stop word by itself is no phrase
	}
	slices.SortFunc(lists, func(a, b []uint32) int { return len(a) - len(b) })
	if len(lists[0]) <= n {
		return true
	}
next:
	for _, d := range lists[0] {
		for i, list := range lists[1:] {
			at, has := slices.BinarySearch(list, d)
			lists[i+1] = list[at:] // what comes next is further on
			if !has {
				continue next
			}
		}
		if n--; n < 0 {
			return false
		}
	}
	return true
}
