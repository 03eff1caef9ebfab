package model

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Formula is where a paragraph says what it does: the bytes From to To of its text are the words of the act of that number.
type Formula struct {
	Act      int // rank among the paragraph's acts
	From, To int
}

// Unsaid is an act whose words a paragraph does not have.
type Unsaid struct {
	Act  int // rank among the paragraph's acts
	Word int // rank among the words that the act itself names; -1 where those of the vocabulary were looked for
}

// Formulas finds the words of a paragraph's acts, in the order of the text. An act names them itself (Act.Words), each of which
// stands somewhere; else it is the first place with a formula of the vocabulary. Of two formulas in one place the longer one counts,
// also where the paragraph has no such act: "took as a basis" is no "took". An act without any words in a language is passed over.
func (c *Collection) Formulas(acts []Act, text string, l Lang) (found []Formula, unsaid []Unsaid) {
	for i, a := range acts {
		for j, word := range a.Words[l] {
			from, to := place(text, word, func(f, t int) bool { return strings.HasPrefix(text[f:], word) && free(found, f, t) })
			if to == 0 {
				unsaid = append(unsaid, Unsaid{i, j})
				continue
			}
			found = append(found, Formula{i, from, to})
		}
	}
	spoken := c.spoken(text, l, found)
	for i, a := range acts {
		term, rank, _ := c.Vocabulary[VocabAct].Term(a.Code())
		if len(a.Words[l]) > 0 || len(term.Formula[l]) == 0 {
			continue
		}
		at := slices.IndexFunc(spoken, func(f Formula) bool { return f.Act == rank })
		if at < 0 {
			unsaid = append(unsaid, Unsaid{i, -1})
			continue
		}
		found = append(found, Formula{i, spoken[at].From, spoken[at].To})
	}
	slices.SortFunc(found, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	return found, unsaid
}

// spoken are all places of a text, none within another, that have a formula of the vocabulary; Act is the rank of its term.
func (c *Collection) spoken(text string, l Lang, taken []Formula) []Formula {
	v := c.Vocabulary[VocabAct]
	if v == nil {
		return nil
	}
	var all []Formula
	for rank, term := range v.Terms {
		for _, word := range term.Formula[l] {
			place(text, word, func(from, to int) bool {
				if free(taken, from, to) {
					all = append(all, Formula{rank, from, to})
				}
				return false
			})
		}
	}
	slices.SortStableFunc(all, func(a, b Formula) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From))
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

// place gives the first place of a word in a text that is good, whatever the case of its letters; to is 0 where there is none. A word
// does not begin or end within another, in scripts that have spaces between words.
func place(text, word string, good func(from, to int) bool) (from, to int) {
	for i := range text {
		n := foldedPrefix(text[i:], word)
		if n == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		first, _ := utf8.DecodeRuneInString(text[i:])
		last, _ := utf8.DecodeLastRuneInString(text[:i+n])
		after, _ := utf8.DecodeRuneInString(text[i+n:])
		if joined(before, first) || joined(last, after) {
			continue
		}
		if good(i, i+n) {
			return i, i + n
		}
	}
	return 0, 0
}

// foldedPrefix is the length of a text's head that is the word but for the case of letters; 0 where it begins otherwise.
func foldedPrefix(text, word string) int {
	n := 0
	for _, want := range word {
		got, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || unicode.ToLower(got) != unicode.ToLower(want) {
			return 0
		}
		n += size
	}
	return n
}

// joined reports whether two neighbouring letters belong to one word.
func joined(a, b rune) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }
	return letter(a) && letter(b)
}
