package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/constants"
)

// Word is a word of a text as it is written: its letters and digits, in bytes of the text.
type Word struct{ Start, End int }

// WordsOf returns the words of a prepared text, without those in Han characters.
func WordsOf(s string) (out []Word) {
	EachWord(s, func(start, end int) { out = append(out, Word{start, end}) })
	return out
}

// EachWord visits the words of a prepared text, without those in Han characters. It takes most
// letters of ASCII and Cyrillic, and most Chinese characters, without decoding them.
func EachWord(s string, visit func(start, end int)) {
	start := -1
	for i := 0; i < len(s); {
		c, n, is := s[i], 1, false
		switch {
		case c < utf8.RuneSelf:
			is = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
		case c == 0xd0 || c == 0xd1:
			n, is = 2, true
		case c >= 0xe4 && c <= 0xe9:
			n = 3
		default:
			var r rune
			r, n = utf8.DecodeRuneInString(s[i:])
			is = IsWordRune(r) && !IsHan(r)
		}
		if is && start < 0 {
			start = i
		} else if !is && start >= 0 {
			visit(start, i)
			start = -1
		}
		i += n
	}
	if start >= 0 {
		visit(start, len(s))
	}
}

// Compound is a word that is written of parts.
type Compound struct {
	Written  string
	Parts    []string
	Capitals bool // which say where the parts begin
}

// Compounds returns what a prepared text has of words that are written of parts: with hyphens
// (e-government, COVID-19), with apostrophes (o'zbek), with a full stop before a number or between
// single letters (WP.29, U.S.A), or with capitals (camelCase); and numbers in groups.
func Compounds(s string) (out []Compound) {
	var chain []Word
	flush := func() {
		if len(chain) > 1 && isCompound(s[chain[0].Start:chain[len(chain)-1].End]) {
			parts := make([]string, len(chain))
			for i, w := range chain {
				parts[i] = s[w.Start:w.End]
			}
			out = append(out, Compound{s[chain[0].Start:chain[len(chain)-1].End], parts, false})
		}
		chain = chain[:0]
	}
	EachWord(s, func(start, end int) {
		if n := len(chain); n > 0 && !Joins(s[chain[n-1].Start:chain[n-1].End], s[chain[n-1].End:start], s[start:end]) {
			flush()
		}
		chain = append(chain, Word{start, end})
		if parts := CapitalParts(s[start:end]); parts != nil {
			out = append(out, Compound{s[start:end], parts, true})
		}
	})
	flush()
	return out
}

// isCompound reports whether a chain of parts may be a word: it has letters, or is a number in
// groups (215.000, or 2,15,000 as in India), and is not very long.
func isCompound(s string) bool {
	return (strings.ContainsFunc(s, unicode.IsLetter) || isGrouped(s)) && utf8.RuneCountInString(s) <= constants.Spelling.Max
}

func isGrouped(s string) bool {
	sign, size := ".", 3
	if strings.Contains(s, ",") {
		sign, size = ",", 2
	}
	groups := strings.Split(s, sign)
	for i, group := range groups {
		switch n := len(group); {
		case strings.Trim(group, "0123456789") != "":
			return false
		case i == 0 && n > 3, i == len(groups)-1 && n != 3, i > 0 && i < len(groups)-1 && n != size:
			return false
		}
	}
	return true
}

// Joins reports whether what stands between two words makes one word of them.
func Joins(before, sign, after string) bool {
	switch sign {
	case "-", "'":
		return true
	case ",":
		return isDigit(before, len(before)-1) && isDigit(after, 0)
	case ".":
		return utf8.RuneCountInString(before) == 1 && utf8.RuneCountInString(after) == 1 ||
			isDigit(after, 0) && (!isDigit(before, len(before)-1) || len(after) == 3)
	}
	return false
}

// CapitalParts returns the parts of a word in Latin letters that begin with a capital: camel and
// Case, XML and Http. There are none if it is all one.
func CapitalParts(word string) (parts []string) {
	is := func(i int, from, to byte) bool { return i >= 0 && i < len(word) && word[i] >= from && word[i] <= to }
	last := 0
	for i := 1; i < len(word); i++ {
		if is(i, 'A', 'Z') && (is(i-1, 'a', 'z') || is(i-1, 'A', 'Z') && is(i+1, 'a', 'z') && is(i+2, 'a', 'z')) {
			parts = append(parts, word[last:i])
			last = i
		}
	}
	if last == 0 {
		return nil
	}
	return append(parts, word[last:])
}

// Splits are the ways in which a word may be two: where digits meet letters, or else anywhere but
// for single letters, the longest beginning first.
func Splits(word string) (out [][2]string) {
	starts := make([]int, 0, len(word)) // of its letters
	for i := range word {
		starts = append(starts, i)
	}
	digit := func(i int) bool {
		r, _ := utf8.DecodeRuneInString(word[starts[i]:])
		return unicode.IsDigit(r)
	}
	for i := len(starts) - 1; i > 0; i-- {
		if digit(i-1) != digit(i) {
			out = append(out, [2]string{word[:starts[i]], word[starts[i]:]})
		}
	}
	if len(out) > 0 || HasHan(word) || len(starts) > constants.Spelling.Max {
		return out
	}
	for i := len(starts) - 2; i > 1; i-- {
		out = append(out, [2]string{word[:starts[i]], word[starts[i]:]})
	}
	return out
}
