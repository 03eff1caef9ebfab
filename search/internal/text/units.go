package text

import (
	"strings"
	"unicode/utf8"
)

// Unit is what phrases are made of: a word of a folded text, or one Han character.
type Unit struct {
	Text string
	Han  bool
	Last bool // a blank follows, or the end
}

// Units takes a folded text apart.
func Units(folded string) []Unit {
	var out []Unit
	for rest := folded; rest != ""; {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		if !HasHan(word) {
			out = append(out, Unit{word, false, true})
			continue
		}
		for i, r := range word {
			n := utf8.RuneLen(r)
			out = append(out, Unit{word[i : i+n], true, i+n == len(word)})
		}
	}
	return out
}
