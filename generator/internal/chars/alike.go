package chars

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// scripts are those that share letters. Of each but Latin, twins lists the letters that look like
// one of ASCII, each with that one. They are the confusables of Unicode's UTS #39 that keyboards
// have; of small Greek letters only omicron, since formulas mix the others with Latin ones.
var scripts = []struct {
	name  string
	table *unicode.RangeTable
	twins map[rune]rune
}{
	{"Latin", unicode.Latin, nil},
	{"Cyrillic", unicode.Cyrillic, pairs(`АA ВB ЕE ЁE ЅS ІI ЇI ЈJ КK МM НH ОO РP СC ТT УY ХX ҮY ҺH ӀI
		аa еe ёe ѕs іi їi јj оo рp сc уy хx үy һh ӏl`)},
	{"Greek", unicode.Greek, pairs(`ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo`)},
}

// looksLatin is the letter of ASCII that a letter looks like.
var looksLatin = map[rune]rune{}

func init() {
	for _, s := range scripts {
		for letter, twin := range s.twins {
			looksLatin[letter] = twin
		}
	}
}

func pairs(list string) map[rune]rune {
	m := map[rune]rune{}
	for _, pair := range strings.Fields(list) {
		letter, size := utf8.DecodeRuneInString(pair)
		m[letter] = rune(pair[size])
	}
	return m
}

// script is the index of a letter's script in scripts, or -1.
func script(r rune) int {
	for i, s := range scripts {
		if unicode.Is(s.table, r) {
			return i
		}
	}
	return -1
}

// Stranger is a letter that looks like one of another script, in which its word is written.
type Stranger struct {
	Offset int // of the word
	Word   string
	Letter rune
}

// longest is how many characters of a word messages quote.
const longest = 40

// String says which letter it is: `с in сity is Cyrillic (U+0441)`.
func (s Stranger) String() string {
	word := s.Word
	if letters := []rune(word); len(letters) > longest {
		word = string(letters[:longest]) + "…"
	}
	return fmt.Sprintf("%c in %s is %s (U+%04X)", s.Letter, word, scripts[script(s.Letter)].name, s.Letter)
}

// InName returns the first letter that makes a name other than one of ASCII letters, though it
// looks like that; ok is false where a name does not look so.
func InName(name string) (s Stranger, ok bool) {
	for _, r := range name {
		if r < utf8.RuneSelf {
			continue
		}
		if looksLatin[r] == 0 {
			return Stranger{}, false
		}
		if !ok {
			s, ok = Stranger{0, name, r}, true
		}
	}
	return s, ok
}

// Latin returns a name with the letters of ASCII that its letters look like.
func Latin(name string) string {
	return strings.Map(func(r rune) rune {
		if twin := looksLatin[r]; twin != 0 {
			return twin
		}
		return r
	}, name)
}

// Strangers returns the words of a text in which letters of another script look like those of the
// word's own. Words in which two scripts are told apart by eyes, as in ITшник or GovТех, are none.
func Strangers[T ~string | ~[]byte](text T) []Stranger {
	var out []Stranger
	start, before := 0, none // of the word
	for i := 0; i < len(text); i++ {
		c := classes[text[i]]
		if c == within || c == before {
			continue
		}
		if c == none || before == none {
			start, before = i, c
			continue
		}
		end := i
		for end < len(text) && classes[text[end]] != none {
			end++
		}
		if s, ok := stranger(string(text[start:end])); ok {
			s.Offset = start
			out = append(out, s)
		}
		i, before = end-1, none
	}
	return out
}

// class is what a byte says of its character: the script of a letter, as far as that needs no
// decoding, since every file is searched.
type class uint8

const (
	none   class = iota
	within       // not its first byte
	latin
	cyrillic
	greek
)

var classes = func() (of [256]class) {
	for b := range of {
		switch {
		case b < utf8.RuneSelf:
			if b|0x20 >= 'a' && b|0x20 <= 'z' {
				of[b] = latin
			}
		case b < 0xc0:
			of[b] = within
		case b >= 0xc3 && b <= 0xc9:
			of[b] = latin
		case b >= 0xd0 && b <= 0xd3:
			of[b] = cyrillic
		case b == 0xce || b == 0xcf:
			of[b] = greek
		}
	}
	return of
}()

// stranger returns the first letter of a word that looks like one of another script, in which most
// of the word is. An abbreviation in capitals may have less of its own script: МСЭ is seldom
// written with the M and C of Latin by intention.
func stranger(word string) (s Stranger, ok bool) {
	letters := []rune(word)
	count := make([]int, len(scripts))
	for _, r := range letters {
		if n := script(r); n >= 0 {
			count[n]++
		}
	}
	if compound(letters) {
		return Stranger{}, false
	}
	capital := capitals(letters)
	for own, n := range count {
		if n > 0 && !ok && (capital || n == slices.Max(count)) {
			s, ok = strangerIn(word, own)
		}
	}
	return s, ok
}

// strangerIn returns the first letter of a word that is not of the word's own script, where all
// such letters look like letters of that.
func strangerIn(word string, own int) (s Stranger, ok bool) {
	for _, r := range word {
		n := script(r)
		if n == own {
			continue
		}
		if n < 0 || !looksLike(r, n, own) {
			return Stranger{}, false
		}
		if !ok {
			s, ok = Stranger{Word: word, Letter: r}, true
		}
	}
	return s, ok
}

// looksLike reports whether a letter of one script has a twin in another.
func looksLike(r rune, of, in int) bool {
	if of != 0 {
		return looksLatin[r] != 0
	}
	for _, twin := range scripts[in].twins {
		if twin == r {
			return true
		}
	}
	return false
}

func capitals(letters []rune) bool { return !slices.ContainsFunc(letters, unicode.IsLower) }

// compound reports whether a word is put together of two, each in one script: an abbreviation in
// capitals with an ending (ITшник), or two words of which the second begins with one (GovТех).
func compound(letters []rune) bool {
	at := 0
	for i := 1; i < len(letters); i++ {
		if script(letters[i]) == script(letters[i-1]) {
			continue
		}
		if at > 0 {
			return false
		}
		at = i
	}
	if at == 0 {
		return false
	}
	first, second := letters[:at], letters[at:]
	abbreviation := len(first) > 1 && capitals(first) && unicode.IsLower(second[0])
	named := unicode.IsUpper(second[0]) && (len(second) == 1 || unicode.IsLower(second[1]))
	return abbreviation || named && unicode.IsLower(first[at-1])
}
