package text

import (
	"unicode"

	"github.com/kengash/kengash/search/internal/constants"
)

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
