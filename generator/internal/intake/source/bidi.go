package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The kinds of characters that decide in which direction a text runs (UAX #9).
const (
	neutral    = iota
	leftward   // letters that are read from right to left
	rightward  // letters that are read from left to right
	digit      //
	separator  // signs that may stand within a number
	hyphenLike // signs that may, if the number does not follow Arabic letters
	unit       // signs before or after a number, if it does not follow Arabic letters
)

func directionOf(text string) int {
	c, _ := utf8.DecodeRuneInString(text)
	switch {
	case unicode.IsDigit(c):
		return digit
	case unicode.In(c, unicode.Arabic, unicode.Hebrew) && (unicode.IsLetter(c) || unicode.IsMark(c)):
		return leftward
	case unicode.IsLetter(c):
		return rightward
	case strings.ContainsRune(".,:/\u00a0٫٬", c):
		return separator
	case c == '-' || c == '+':
		return hyphenLike
	case strings.ContainsRune("%‰#$€£¥°", c):
		return unit
	}
	return neutral
}

// stretches returns, in the order in which they are read, the pieces of a line that stand from left
// to right in it: single signs, or numbers and words in other scripts, which run the other way in a
// line that is read from right to left. Each is the first and the last of its signs.
func stretches(seen []string) (all [][2]int) {
	kinds := make([]int, len(seen))
	arabic := false
	for i, text := range seen {
		kinds[i] = directionOf(text)
		arabic = arabic || kinds[i] == leftward && strings.ContainsFunc(text, func(c rune) bool { return unicode.Is(unicode.Arabic, c) })
	}
	if !slices.Contains(kinds, leftward) {
		return [][2]int{{0, len(seen) - 1}}
	}
	for i := len(seen) - 1; i >= 0; {
		from := stretch(kinds, i, arabic)
		all = append(all, [2]int{from, i})
		i = from - 1
	}
	return all
}

// stretch returns where a number or a piece in another script begins that ends at a sign, or the
// sign itself.
func stretch(kinds []int, end int, arabic bool) int {
	at := end
	if kinds[end] == unit && !arabic && end > 0 && kinds[end-1] == digit {
		at--
	} else if kinds[end] != rightward && kinds[end] != digit {
		return end
	}
	for next := at - 1; next >= 0 && kinds[next] != leftward; next-- {
		switch between := kinds[next+1 : at]; kinds[next] {
		case rightward:
			at = next
		case digit:
			if len(between) > 0 && (kinds[at] != digit || !withinNumber(between, arabic)) {
				return at
			}
			at = next
		case unit:
			if len(between) == 0 && !arabic && kinds[at] == digit {
				at = next
			}
		}
	}
	return at
}

// withinNumber reports whether characters may stand between the digits of a number.
func withinNumber(kinds []int, arabic bool) bool {
	return len(kinds) == 1 && (kinds[0] == separator || kinds[0] == hyphenLike && !arabic)
}

// brackets are the pairs of brackets.
const opening, closing = "([{«‹", ")]}»›"

// paired turns the brackets of a text which is read from right to left: files have them as they are
// read, or as they are seen.
func paired(text string) string {
	if !rightToLeft(text) || !strings.ContainsAny(text, opening+closing) {
		return text
	}
	runes := []rune(text)
	opened, closed := []rune(opening), []rune(closing)
	open := map[int]int{}
	for i, c := range runes {
		pair := max(slices.Index(opened, c), slices.Index(closed, c))
		if pair < 0 {
			continue
		}
		before := i == 0 || unicode.IsSpace(runes[i-1]) || slices.Contains(opened, runes[i-1])
		after := i+1 == len(runes) || unicode.IsSpace(runes[i+1]) || unicode.IsPunct(runes[i+1])
		begins := before && !after
		if before == after {
			begins = open[pair] == 0
		}
		if begins {
			open[pair]++
			runes[i] = opened[pair]
		} else {
			open[pair] = max(open[pair]-1, 0)
			runes[i] = closed[pair]
		}
	}
	return string(runes)
}
