package search

import (
	_ "embed"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
	"sync"
)

// hanKey is the payload with the table, for all languages that need it.
const hanKey = "han"

// hanTable is made by tools/han, which says how; its first lines say what of.
//
//go:embed han.txt
var hanTable string

// hanPairs are traditional characters with the simplified ones that stand for them.
var hanPairs = sync.OnceValue(func() map[rune]rune {
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

// foldHan writes a text in simplified characters, one for one, so that what is typed in traditional
// ones is found. It keeps the length, in bytes too.
func foldHan(s string) string {
	pairs := hanPairs()
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

// hanPayload is the table for browsers, which load it for a query that needs it: the numbers of the
// characters, as differences to the one before.
func hanPayload() []byte {
	var keys, values []byte
	key, value, n := rune(0), rune(0), 0
	for _, from := range slices.Sorted(maps.Keys(hanPairs())) {
		to := hanPairs()[from]
		keys = binary.AppendUvarint(keys, uint64(from-key))
		values = binary.AppendVarint(values, int64(to-value))
		key, value, n = from, to, n+1
	}
	return append(append(binary.AppendUvarint(nil, uint64(n)), keys...), values...)
}
