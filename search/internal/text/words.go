package text

import (
	"iter"
	"strings"
	"unicode"

	"github.com/kengash/kengash/search/internal/constants"
)

// Spellings yields the words of a folded text that are looked up when a word is misspelt.
func Spellings(folded string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range strings.SplitSeq(folded, " ") {
			if IsSpelling(word) && !yield(word) {
				return
			}
		}
	}
}

// IsSpelling reports whether a word may be misspelt: one of letters only, of which none is Han,
// neither very short nor very long.
func IsSpelling(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || IsHan(r) {
			return false
		}
		n++
	}
	return constants.Spelling.Min <= n && n <= constants.Spelling.Max
}
