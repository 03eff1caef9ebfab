// Han writes the table by which the search takes traditional Chinese characters for simplified
// ones:
//
//	npm pack opencc@1.4.2 && tar xzf opencc-1.4.2.tgz
//	go run ./tools/han 1.4.2 package/data/dictionary/TSCharacters.txt >search/internal/text/han.txt
//
// Of the dictionary of OpenCC it keeps one character for one, those that GB 2312 writes, the set of
// characters that simplified Chinese is typed in; and of several the first.
package main

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// pairsInLine is how many pairs a line of the table has.
const pairsInLine = 40

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: han VERSION TSCharacters.txt")
		os.Exit(2)
	}
	dictionary, err := os.ReadFile(os.Args[2])
	if err != nil {
		fmt.Fprintln(os.Stderr, "han:", err)
		os.Exit(1)
	}
	pairs := read(string(dictionary))
	fmt.Printf("# Traditional and simplified Chinese characters, %d pairs, made by tools/han.\n", len(pairs))
	fmt.Printf("# From TSCharacters.txt of OpenCC %s, https://github.com/BYVoid/OpenCC, Apache License 2.0.\n", os.Args[1])
	for line := range slices.Chunk(pairs, pairsInLine) {
		fmt.Println(strings.Join(line, ""))
	}
}

// read returns the pairs in order of their first character.
func read(dictionary string) []string {
	to := map[string]string{}
	for line := range strings.Lines(dictionary) {
		from, all, ok := strings.Cut(strings.TrimSpace(line), "\t")
		first, _, _ := strings.Cut(all, " ")
		if ok && from != first && utf8.RuneCountInString(from) == 1 && len(from) == len(first) {
			to[from] = first
		}
	}
	var pairs []string
	for from, first := range to {
		for to[first] != "" { // so that the table need not be applied twice
			first = to[first]
		}
		if _, err := simplifiedchinese.HZGB2312.NewEncoder().String(first); err == nil && len(from) == len(first) {
			pairs = append(pairs, from+first)
		}
	}
	slices.Sort(pairs)
	return pairs
}
