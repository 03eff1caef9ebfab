package model

import (
	"cmp"
	"maps"
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
		for _, phrase := range slices.Concat(term.Formula[l], term.Older[l]) {
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
		maps.Copy(c.saidAt, Once(w, "formulas", func() map[inLang]formulasAt { return c.formulasOf(w) }))
	}
}

// formulasOf looks through the paragraphs of a work that act.
func (c *Collection) formulasOf(w Work) map[inLang]formulasAt {
	all := map[inLang]formulasAt{}
	for _, n := range w.Doc().Nodes {
		if len(n.Acts) == 0 {
			continue
		}
		for l, text := range BaseOf(w).Prose {
			if block, ok := text.Block(n.Key); ok {
				found, unsaid := c.Formulas(n.Acts, block.Text, l)
				all[inLang{At(w, n.Key), l}] = formulasAt{found, unsaid}
			}
		}
	}
	return all
}

// inLang is a place of a text in one language.
type inLang struct {
	Ref
	Lang
}

type formulasAt struct {
	Found  []Formula
	Unsaid []Unsaid
}

// FormulasAt returns what Formulas finds for the acts of a node in its block of one language;
// nothing where the node has no acts or the language no such block.
func (c *Collection) FormulasAt(node Ref, l Lang) (found []Formula, unsaid []Unsaid) {
	at := c.saidAt[inLang{node, l}]
	return at.Found, at.Unsaid
}

// Formulas finds the words of a paragraph's acts, in the order of the text. An act names them
// itself (Act.Words), each in the text; else it is the first place with a formula of
// the vocabulary. Of two formulas in one place the longer one counts, also where the paragraph has
// no such act: "took as a basis" is not "took"; words that are the formula of two acts are those of
// the one that the paragraph has. An act without any words in a language is passed over.
func (c *Collection) Formulas(acts []Act, text string, l Lang) (found []Formula, unsaid []Unsaid) {
	taken := newTaken(text)
	for i, a := range acts {
		for j, words := range a.Words[l] {
			from, ok := taken.first(text, words)
			if !ok {
				unsaid = append(unsaid, Unsaid{i, j})
				continue
			}
			found = append(found, Formula{i, from, from + len(words)})
		}
	}
	said := c.said(text, l, taken, acts)
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

// Said is a place of a text that has a formula of an act; Other is another act that had the same
// words as its formula before.
type Said struct {
	Code, Other Code
	From, To    int
}

// Said finds the formulas of acts in a text of which no record says yet what it does. Words that
// are the formula of one act and were that of another are the former's.
func (c *Collection) Said(text string, l Lang) []Said {
	var out []Said
	v := c.Vocabulary[VocabAct]
	for _, f := range c.said(text, l, newTaken(text), nil) {
		s := Said{Code: Code(v.Terms[f.Act].Key), From: f.From, To: f.To}
		words := strings.ToLower(text[f.From:f.To])
		if slices.Contains(v.Terms[f.Act].Older[l], words) {
			for _, term := range v.Terms {
				if slices.Contains(term.Formula[l], words) {
					s.Code, s.Other = Code(term.Key), s.Code
				}
			}
		}
		out = append(out, s)
	}
	return out
}

// taken are the bytes of a text that are the words of an act already.
type taken struct {
	bytes []bool
	after map[string]int // words that were looked for: where to look on for the next place
}

func newTaken(text string) *taken {
	return &taken{bytes: make([]bool, len(text))}
}

// first takes the first place of words, letter for letter, where nothing is taken.
func (t *taken) first(text, words string) (from int, ok bool) {
	for words != "" {
		at := t.after[words]
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.goOn(words, len(text))
			break
		}
		from = at + i
		t.goOn(words, from+1)
		if to := from + len(words); whole(text, from, to) && t.free(from, to) {
			t.take(from, to)
			return from, true
		}
	}
	return 0, false
}

// goOn says where to look on for words.
func (t *taken) goOn(words string, at int) {
	if t.after == nil {
		t.after = map[string]int{}
	}
	t.after[words] = at
}

func (t *taken) free(from, to int) bool { return !slices.Contains(t.bytes[from:to], true) }

func (t *taken) take(from, to int) {
	for i := from; i < to; i++ {
		t.bytes[i] = true
	}
}

// said are all places of a text, none within another, that have a formula of the vocabulary; Act is
// the rank of its term.
func (c *Collection) said(text string, l Lang, taken *taken, acts []Act) []Formula {
	formulas := c.formulas[l]
	if formulas == nil {
		return nil
	}
	var all []Formula
	formulas.find(text, func(phrase, from, to int) {
		if taken.free(from, to) {
			all = append(all, Formula{formulas.act[phrase], from, to})
		}
	})
	terms := c.Vocabulary[VocabAct].Terms
	other := func(f Formula) int {
		if slices.ContainsFunc(acts, func(a Act) bool { return a.Key == terms[f.Act].Key }) {
			return 0
		}
		return 1
	}
	slices.SortFunc(all, func(a, b Formula) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From), other(a)-other(b), cmp.Compare(a.Act, b.Act))
	})
	var kept []Formula
	for _, f := range all {
		if taken.free(f.From, f.To) {
			taken.take(f.From, f.To)
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	return kept
}
