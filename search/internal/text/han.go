package text

import (
	_ "embed"
	"strings"
	"sync"
)

// hanTable is made by tools/han, which says how; its first lines say what of.
//
//go:embed han.txt
var hanTable string

// HanPairs are traditional characters with the simplified ones that stand for them.
var HanPairs = sync.OnceValue(func() map[rune]rune {
	pairs := map[rune]rune{}
	for line := range strings.Lines(hanTable) {
		if runes := []rune(strings.TrimSpace(line)); runes[0] != '#' {
			for i := 0; i+1 < len(runes); i += 2 {
				pairs[runes[i]] = runes[i+1]
			}
		}
	}
	return pairs
})

// FoldHan writes a text in simplified characters, one for one, so that what is typed in traditional
// ones is found. It keeps the length, in bytes too.
func FoldHan(s string) string {
	pairs := HanPairs()
	return strings.Map(func(r rune) rune {
		if r >= firstHan {
			if to, ok := pairs[r]; ok {
				return to
			}
		}
		return r
	}, s)
}

// firstHan is less than any character of the table.
const firstHan = '\u3400'
