package model

import (
	"maps"
	"unicode"
	"unicode/utf8"
)

// phrases finds all places of some phrases in a text in one pass, ignoring case.
// It is the automaton of Aho and Corasick: a state for each beginning of a phrase, with what goes
// on from it, and the state of the longest beginning within it, to fall back to.
type phrases struct {
	length  []int          // of each phrase, in runes
	symbol  map[rune]int32 // of each rune that the phrases have, in every case; 0 stands for any other
	first   []int32        // the state after a symbol at the beginning; 0 where none begins with it
	next    []map[int32]int32
	shorter []int32
	ends    [][]int // by state: the phrases that end there
}

// newPhrases makes the automaton of some phrases.
func newPhrases(all []string) *phrases {
	p := &phrases{symbol: map[rune]int32{}}
	symbols := int32(1)
	folded := make([][]rune, len(all))
	for i, phrase := range all {
		for _, r := range phrase {
			r = unicode.ToLower(r)
			folded[i] = append(folded[i], r)
			if p.symbol[r] == 0 {
				p.symbol[r] = symbols
				symbols++
			}
		}
		p.length = append(p.length, len(folded[i]))
	}
	p.first = make([]int32, symbols)
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

// trie makes a state for each beginning of a phrase; 0 is the state of none.
func (p *phrases) trie(folded [][]rune) {
	p.state()
	for i, phrase := range folded {
		at := int32(0)
		for _, r := range phrase {
			s := p.symbol[r]
			if p.goOn(at, s) == 0 {
				p.link(at, s, p.state())
			}
			at = p.goOn(at, s)
		}
		if at != 0 {
			p.ends[at] = append(p.ends[at], i)
		}
	}
}

func (p *phrases) state() int32 {
	p.next, p.ends, p.shorter = append(p.next, nil), append(p.ends, nil), append(p.shorter, 0)
	return int32(len(p.ends) - 1)
}

// goOn returns the state of a beginning that is longer by a symbol; 0 where no phrase has it.
func (p *phrases) goOn(at, symbol int32) int32 {
	if at == 0 {
		return p.first[symbol]
	}
	return p.next[at][symbol]
}

func (p *phrases) link(at, symbol, to int32) {
	if at == 0 {
		p.first[symbol] = to
		return
	}
	if p.next[at] == nil {
		p.next[at] = map[int32]int32{}
	}
	p.next[at][symbol] = to
}

// step returns the state after a further symbol.
func (p *phrases) step(at, symbol int32) int32 {
	for {
		to := p.goOn(at, symbol)
		if to != 0 || at == 0 {
			return to
		}
		at = p.shorter[at]
	}
}

// resolve finds the longest beginning within each. Shorter beginnings come first, so that theirs
// are known.
func (p *phrases) resolve() {
	var queue []int32
	for _, to := range p.first {
		if to != 0 {
			queue = append(queue, to)
		}
	}
	for len(queue) > 0 {
		at := queue[0]
		queue = queue[1:]
		p.ends[at] = append(p.ends[at], p.ends[p.shorter[at]]...)
		for symbol, to := range p.next[at] {
			p.shorter[to] = p.step(p.shorter[at], symbol)
			queue = append(queue, to)
		}
	}
}

// find calls found with every place of every phrase, in the order of their ends. A phrase does not
// begin or end within a word, in scripts that have spaces between words.
func (p *phrases) find(text string, found func(phrase, from, to int)) {
	state := int32(0)
	for i, r := range text {
		state = p.step(state, p.symbol[r])
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
