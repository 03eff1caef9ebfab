package typography

import (
	"unicode"
	"unicode/utf8"
)

// UpperFirst returns words as a heading begins: with a capital letter, where the script has them.
func UpperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}
