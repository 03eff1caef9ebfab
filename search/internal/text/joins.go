package text

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Key is what stands for a word in pairs of words: its term or, of a stop word, the word. It
// reports whether the word is one term or a stop word.
func (x *Lexicon) Key(word string) (key string, stop, ok bool) {
	p := x.piece(word)
	switch p.tokenEnd - p.token {
	case 0:
		return FoldSurface(word), true, p.positions == 1
	case 1:
		return x.Terms[x.tokens[p.token].Term], false, true
	}
	return "", false, false
}

// Pair is two words side by side: the number of the first, and the key of the second.
type Pair struct {
	First  uint32
	Second string
}

// ReadCompounds reads compounds. It returns the parts of those with capitals, and those of three
// parts or more as one word; it notes those of two.
func (x *Lexicon) ReadCompounds(compounds []Compound) (terms []uint32) {
	for _, c := range compounds {
		switch {
		case c.Capitals:
			for _, part := range c.Parts {
				if n, ok := x.Term(part); ok && len(part) > 1 {
					terms = append(terms, n)
				}
			}
		case strings.Contains(c.Written, "'") && !x.keepsApostrophe(c.Written):
			// An article or possessive, which is no part of the word.
		case len(c.Parts) == 2:
			x.noteJoin(c.Parts[0], c.Parts[1])
		default:
			if n, ok := x.Term(strings.Join(c.Parts, "")); ok {
				terms = append(terms, n)
			}
		}
	}
	return terms
}

// keepsApostrophe reports whether a word is one term with its apostrophe.
func (x *Lexicon) keepsApostrophe(word string) bool {
	n, ok := x.Term(word)
	return ok && strings.Contains(x.Terms[n], "'")
}

// noteJoin notes that two words are written as one. Where forms of that have several terms, the
// longest counts, whichever is noted first: of it the least was cut off.
func (x *Lexicon) noteJoin(first, second string) {
	_, stop, ok := x.Key(first)
	key, stopped, is := x.Key(second)
	n, single := x.Term(first + second)
	if ok && is && single && !(stop && stopped) {
		pair := Pair{x.word(FoldPrepared(first), false), key}
		if before, noted := x.joins[pair]; !noted || longer(x.Terms[n], x.Terms[before]) {
			x.joins[pair] = n
		}
	}
}

// longer reports whether a term is longer than another, or as long and before it in order.
func longer(a, b string) bool { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) < 0 }

// Joins returns the pairs of words that some text has as one word, with the term of that: those
// with a hyphen, and those that are the two parts of a word.
func (x *Lexicon) Joins() map[Pair]uint32 {
	read := len(x.Words)
	has := func(word string) bool {
		n, ok := x.words[word]
		return ok && int(n) < read
	}
	for _, u := range x.Words {
		if u.Han || utf8.RuneCountInString(u.Text) < 3 || !strings.ContainsFunc(u.Text, unicode.IsLetter) {
			continue
		}
		for _, split := range Splits(u.Text) {
			if has(split[0]) && has(split[1]) {
				if _, stop, _ := x.Key(split[0]); !stop {
					x.noteJoin(split[0], split[1])
				}
			}
		}
	}
	return x.joins
}
