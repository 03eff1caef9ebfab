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
	table := hanFolds()
	return strings.Map(func(r rune) rune {
		if r >= firstHan && r <= lastHan {
			return rune(table[r-firstHan])
		}
		return r
	}, s)
}

// The characters of the table are between these two.
const firstHan, lastHan = '\u3400', '\u9fff'

// hanFolds has for each of these characters what it is folded to.
var hanFolds = sync.OnceValue(func() *[lastHan + 1 - firstHan]uint16 {
	table := new([lastHan + 1 - firstHan]uint16)
	for r := range table {
		table[r] = uint16(r + firstHan)
	}
	for from, to := range HanPairs() {
		table[from-firstHan] = uint16(to)
	}
	return table
})
