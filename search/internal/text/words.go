package text

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kengash/kengash/search/internal/constants"
)

// Bare is a word without the marks of its letters, as it is typed on a keyboard that does not have
// them: cafe for café, укимет for үкімет.
func Bare(word string) string {
	return strings.Map(func(r rune) rune {
		switch bare, ok := bareLetters()[r]; {
		case ok:
			return bare
		case r >= 0x300 && r <= 0x36f:
			return -1
		}
		return r
	}, norm.NFD.String(word))
}

var bareLetters = sync.OnceValue(func() map[rune]rune {
	pairs := map[rune]rune{}
	letters := []rune(constants.Spelling.Bare)
	for i := 0; i+1 < len(letters); i += 2 {
		pairs[letters[i]] = letters[i+1]
	}
	return pairs
})

// Cyrillic is a word in small Latin letters as it is written in Cyrillic ones, "" for any other.
func Cyrillic(word string) string {
	if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return cyrillic().Replace(word)
}

var cyrillic = sync.OnceValue(func() *strings.Replacer {
	return strings.NewReplacer(strings.Fields(constants.Spelling.Cyrillic)...)
})

// IsListed reports whether the lists of words have a word: one that IsSpelling, and of the very
// short ones only such as have marks.
func IsListed(word string) bool {
	return IsSpelling(word) && (utf8.RuneCountInString(word) >= constants.Spelling.Min || Bare(word) != word)
}

// IsSpelling reports whether a word may be misspelt: one of letters only, of which none is Han, of
// two or more and not very many.
func IsSpelling(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || IsHan(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= constants.Spelling.Max
}
