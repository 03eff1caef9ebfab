package source

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// hyphenated reports whether a word may go on from one line to the next.
func hyphenated(prev, next string) bool {
	last, size := utf8.DecodeLastRuneInString(prev)
	if last != '-' && last != '\u2010' {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(prev[:len(prev)-size])
	first, _ := utf8.DecodeRuneInString(next)
	return unicode.IsLetter(before) && unicode.IsLetter(first)
}

// hyphen is a line that ends with a hyphen as it stands before the next one. Whether the hyphen is
// part of the word is decided by the rest of the text: there the word stands with it or without it.
func (r *reading) hyphen(prev, next line, words []string) string {
	head, tail := lastWord(prev.text), firstWord(next.text)
	_, size := utf8.DecodeLastRuneInString(head)
	start := head[:len(head)-size]
	first, _ := utf8.DecodeRuneInString(tail)
	with, without := known(words, start+"-"+tail, len(start)+1), known(words, start+tail, len(start))
	from := head + " " + tail
	switch {
	case unicode.IsLower(first) && without > with:
		r.mend("removed a hyphen at the end of a line", from, start+tail, 1, prev.at)
		return prev.text[:len(prev.text)-size]
	case with > 0, capital(start):
		r.mend("kept a hyphen at the end of a line", from, head+tail, 0, prev.at)
	default:
		r.mend("kept a hyphen at the end of a line, in doubt: the word stands nowhere else", from, head+tail, 0, prev.at)
	}
	return prev.text
}

// capital reports whether a text ends with a capital letter: no word is divided there.
func capital(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return unicode.IsUpper(last)
}

// vocabulary returns the words of a text in lower case, sorted. Those at the ends of lines, which
// may be halves, are left out.
func vocabulary(lines []line) []string {
	var words []string
	hyphens := false
	for _, l := range lines {
		hyphens = hyphens || strings.HasSuffix(l.text, "-") || strings.HasSuffix(l.text, "\u2010")
	}
	if !hyphens {
		return nil
	}
	for i, l := range lines {
		of := strings.FieldsFunc(strings.ToLower(l.text), func(c rune) bool { return !inWord(c) })
		if len(of) > 0 && strings.HasSuffix(l.text, "-") {
			of = of[:len(of)-1]
		}
		if len(of) > 0 && i > 0 && hyphenated(lines[i-1].text, l.text) {
			of = of[1:]
		}
		words = append(words, of...)
	}
	slices.Sort(words)
	return words
}

// known counts how often a word stands in the vocabulary. Endings of grammar may differ, as long as
// two letters after the hyphen are the same.
func known(words []string, word string, hyphen int) (n int) {
	word = strings.ToLower(word)
	letters := []rune(word)
	stem := string(letters[:max(len(letters)-3, min(len(letters), utf8.RuneCountInString(word[:min(hyphen, len(word))])+2))])
	i, _ := slices.BinarySearch(words, stem)
	for ; i < len(words) && strings.HasPrefix(words[i], stem) && n < 100; i++ {
		if utf8.RuneCountInString(words[i]) <= len(letters)+3 {
			n++
		}
	}
	return n
}

func inWord(c rune) bool {
	return unicode.IsLetter(c) || unicode.IsMark(c) || c == '-' || c == '\u2010'
}

// lastWord is the end of a text after the last character that stands in no word.
func lastWord(text string) string {
	i := strings.LastIndexFunc(text, func(c rune) bool { return !inWord(c) })
	if i < 0 {
		return text
	}
	_, size := utf8.DecodeRuneInString(text[i:])
	return text[i+size:]
}

func firstWord(text string) string {
	if i := strings.IndexFunc(text, func(c rune) bool { return !inWord(c) }); i >= 0 {
		return text[:i]
	}
	return text
}

// plural is a number with its noun.
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}
