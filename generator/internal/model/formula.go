package model

import (
	"cmp"
	"slices"
	"strings"
)

// Formula is where a paragraph says what it does: the bytes From to To of its text are the words of
// the act of that number.
type Formula struct {
	Act      int // rank among the paragraph's acts
	From, To int
}

// Unsaid is an act whose words a paragraph does not have.
type Unsaid struct {
	Act  int // rank among the paragraph's acts
	Word int // rank among the words that the act itself names; -1 where those of the vocabulary were looked for
}

// formulas are those of the vocabulary of acts in one language.
type formulas struct {
	*phrases
	act []int // by phrase: the rank of its term
}

func newFormulas(v *Vocabulary, l Lang) *formulas {
	f := &formulas{}
	var all []string
	for rank, term := range v.Terms {
		for _, phrase := range term.Formula[l] {
			all, f.act = append(all, phrase), append(f.act, rank)
		}
	}
	f.phrases = newPhrases(all)
	return f
}

// gatherFormulas makes the automata of all languages that have formulas, and looks through every
// paragraph that acts.
func (c *Collection) gatherFormulas() {
	c.formulas, c.saidAt = map[Lang]*formulas{}, map[inLang]formulasAt{}
	if v := c.Vocabulary[VocabAct]; v != nil {
		for _, term := range v.Terms {
			for l := range term.Formula {
				if c.formulas[l] == nil {
					c.formulas[l] = newFormulas(v, l)
				}
			}
		}
	}
	for _, w := range All[Work](c, Works...) {
		for _, n := range w.Doc().Nodes {
			for l, text := range BaseOf(w).Prose {
				if block, ok := text.Block(n.Key); ok && len(n.Acts) > 0 {
					found, unsaid := c.Formulas(n.Acts, block.Text, l)
					c.saidAt[inLang{At(w, n.Key), l}] = formulasAt{found, unsaid}
				}
			}
		}
	}
}

// inLang is a place of a text in one language.
type inLang struct {
	Ref
	Lang
}

type formulasAt struct {
	found  []Formula
	unsaid []Unsaid
}

// FormulasAt returns what Formulas finds for the acts of a node in its block of one language;
// nothing where the node has no acts or the language no such block.
func (c *Collection) FormulasAt(node Ref, l Lang) (found []Formula, unsaid []Unsaid) {
	at := c.saidAt[inLang{node, l}]
	return at.found, at.unsaid
}

// Formulas finds the words of a paragraph's acts, in the order of the text. An act names them
// itself (Act.Words), each of which stands somewhere; else it is the first place with a formula of
// the vocabulary. Of two formulas in one place the longer one counts, also where the paragraph has
// no such act: "took as a basis" is no "took". An act without any words in a language is passed
// over.
func (c *Collection) Formulas(acts []Act, text string, l Lang) (found []Formula, unsaid []Unsaid) {
	for i, a := range acts {
		for j, words := range a.Words[l] {
			from, ok := named(text, words, found)
			if !ok {
				unsaid = append(unsaid, Unsaid{i, j})
				continue
			}
			found = append(found, Formula{i, from, from + len(words)})
		}
	}
	said := c.said(text, l, found)
	for i, a := range acts {
		term, rank, _ := c.Vocabulary[VocabAct].Term(a.Code())
		if len(a.Words[l]) > 0 || len(term.Formula[l]) == 0 {
			continue
		}
		at := slices.IndexFunc(said, func(f Formula) bool { return f.Act == rank })
		if at < 0 {
			unsaid = append(unsaid, Unsaid{i, -1})
			continue
		}
		found = append(found, Formula{i, said[at].From, said[at].To})
	}
	slices.SortFunc(found, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	return found, unsaid
}

// named is the first place of words, letter for letter, where nothing is taken.
func named(text, words string, taken []Formula) (from int, ok bool) {
	for at := 0; words != ""; {
		i := strings.Index(text[at:], words)
		if i < 0 {
			break
		}
		from = at + i
		if to := from + len(words); whole(text, from, to) && free(taken, from, to) {
			return from, true
		}
		at = from + 1
	}
	return 0, false
}

// said are all places of a text, none within another, that have a formula of the vocabulary; Act is
// the rank of its term.
func (c *Collection) said(text string, l Lang, taken []Formula) []Formula {
	formulas := c.formulas[l]
	if formulas == nil {
		return nil
	}
	var all []Formula
	formulas.find(text, func(phrase, from, to int) {
		if free(taken, from, to) {
			all = append(all, Formula{formulas.act[phrase], from, to})
		}
	})
	slices.SortFunc(all, func(a, b Formula) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From), cmp.Compare(a.Act, b.Act))
	})
	var kept []Formula
	for _, f := range all {
		if free(kept, f.From, f.To) {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	return kept
}

func free(taken []Formula, from, to int) bool {
	return !slices.ContainsFunc(taken, func(f Formula) bool { return from < f.To && f.From < to })
}
