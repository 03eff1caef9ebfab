package model

import (
	"maps"
	"unicode"
	"unicode/utf8"
)

// phrases finds all places of some phrases in a text in one pass, whatever the case of its letters.
// It is the automaton of Aho and Corasick with its failures resolved: a state for each beginning of
// a phrase, and for each rune of a text one step.
type phrases struct {
	length []int          // of each phrase, in runes
	symbol map[rune]int32 // of each rune that the phrases have, in every case; 0 stands for any other
	row    int32          // the number of symbols
	next   []int32        // the state after a state and a symbol, at state*row + symbol
	ends   [][]int        // by state: the phrases that end there
}

// newPhrases makes the automaton of some phrases.
func newPhrases(all []string) *phrases {
	p := &phrases{symbol: map[rune]int32{}, row: 1}
	folded := make([][]rune, len(all))
	for i, phrase := range all {
		for _, r := range phrase {
			r = unicode.ToLower(r)
			folded[i] = append(folded[i], r)
			if p.symbol[r] == 0 {
				p.symbol[r] = p.row
				p.row++
			}
		}
		p.length = append(p.length, len(folded[i]))
	}
	p.trie(folded)
	p.resolve()
	p.symbol = everyCase(p.symbol)
	return p
}

// everyCase adds to lower-case runes those that become one of them in lower case.
func everyCase(lower map[rune]int32) map[rune]int32 {
	all := maps.Clone(lower)
	for _, cases := range unicode.CaseRanges {
		for r := rune(cases.Lo); r <= rune(cases.Hi); r++ {
			if s := lower[unicode.ToLower(r)]; s != 0 {
				all[r] = s
			}
		}
	}
	return all
}

// trie makes a state for each beginning of a phrase; 0 is the state of none, and no step yet.
func (p *phrases) trie(folded [][]rune) {
	p.state()
	for i, phrase := range folded {
		at := int32(0)
		for _, r := range phrase {
			step := at*p.row + p.symbol[r]
			if p.next[step] == 0 {
				p.next[step] = p.state()
			}
			at = p.next[step]
		}
		if at != 0 {
			p.ends[at] = append(p.ends[at], i)
		}
	}
}

func (p *phrases) state() int32 {
	p.next = append(p.next, make([]int32, p.row)...)
	p.ends = append(p.ends, nil)
	return int32(len(p.ends) - 1)
}

// resolve fills in the steps that no phrase goes on with: they lead where the longest beginning of
// a phrase that the text ends with would go. Shorter beginnings come first, so that theirs are
// known.
func (p *phrases) resolve() {
	shorter := make([]int32, len(p.ends)) // the state of the longest beginning within each
	queue := []int32{0}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		p.ends[at] = append(p.ends[at], p.ends[shorter[at]]...)
		for s := range p.row {
			back := p.next[shorter[at]*p.row+s]
			step := &p.next[at*p.row+s]
			if *step == 0 {
				*step = back
				continue
			}
			if at != 0 {
				shorter[*step] = back
			}
			queue = append(queue, *step)
		}
	}
}

// find calls found with every place of every phrase, in the order of their ends. A phrase does not
// begin or end within a word, in scripts that have spaces between words.
func (p *phrases) find(text string, found func(phrase, from, to int)) {
	state := int32(0)
	for i, r := range text {
		state = p.next[state*p.row+p.symbol[r]]
		for _, phrase := range p.ends[state] {
			_, size := utf8.DecodeRuneInString(text[i:])
			from, to := i+size, i+size
			for range p.length[phrase] {
				_, size = utf8.DecodeLastRuneInString(text[:from])
				from -= size
			}
			if whole(text, from, to) {
				found(phrase, from, to)
			}
		}
	}
}

// whole reports whether a part of a text neither begins nor ends within a word.
func whole(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	first, _ := utf8.DecodeRuneInString(text[from:])
	last, _ := utf8.DecodeLastRuneInString(text[:to])
	after, _ := utf8.DecodeRuneInString(text[to:])
	return !joined(before, first) && !joined(last, after)
}

// joined reports whether two neighbouring letters belong to one word.
func joined(a, b rune) bool {
	letter := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Han, r) }
	return letter(a) && letter(b)
}
