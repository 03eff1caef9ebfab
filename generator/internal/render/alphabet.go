package render

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// alphabet is the order in which readers of a language look words up: Chinese by pinyin, other
// languages as CLDR has them.
type alphabet struct {
	collator *collate.Collator
	loose    *collate.Collator // tells letters apart, not their marks or case
	upper    cases.Caser
	uzbek    bool // in Latin letters
}

func newAlphabet(tag string) alphabet {
	t := language.Make(tag)
	base, _ := t.Base()
	script, _ := t.Script()
	return alphabet{collate.New(t), collate.New(t, collate.Loose), cases.Upper(t), base.String() == "uz" && script.String() == "Latn"}
}

// The last letters of the Uzbek alphabet are written with two signs, and the collator does not
// know them. Rare letters take their places: the collator has these after Z, in the same order.
var (
	uzbekLast   = []struct{ written, place string }{{"Oʻ", "ʒ"}, {"Gʻ", "þ"}, {"Sh", "ƿ"}, {"Ch", "ʔ"}}
	uzbekPlaces = uzbekReplacer()
)

func uzbekReplacer() *strings.Replacer {
	var pairs []string
	for _, l := range uzbekLast {
		first, sign := l.written[:1], l.written[1:]
		signs := []string{sign, strings.ToUpper(sign)}
		if sign == "ʻ" {
			signs = []string{"ʻ", "ʼ", "‘", "’", "'", "`"}
		}
		for _, s := range signs {
			pairs = append(pairs, first+s, l.place, strings.ToLower(first)+s, l.place)
		}
	}
	return strings.NewReplacer(pairs...)
}

// pinyin are the letters of pinyin and the first character of each in the order of CLDR. No
// syllable begins with I, U or V.
var pinyin = []struct{ letter, first string }{
	{"A", "阿"}, {"B", "八"}, {"C", "嚓"}, {"D", "咑"}, {"E", "妸"}, {"F", "发"}, {"G", "旮"}, {"H", "哈"}, {"J", "丌"}, {"K", "咔"},
	{"L", "垃"}, {"M", "妈"}, {"N", "拏"}, {"O", "噢"}, {"P", "妑"}, {"Q", "七"}, {"R", "呥"}, {"S", "仨"}, {"T", "他"}, {"W", "穵"},
	{"X", "夕"}, {"Y", "丫"}, {"Z", "帀"},
}

// letter is the one under which an index lists a word. Of a character with several readings it
// is the most usual.
func (a alphabet) letter(word string) string {
	word = a.places(norm.NFC.String(word))
	for i, r := range word {
		switch {
		case unicode.Is(unicode.Han, r):
			letter := pinyin[0].letter
			for _, p := range pinyin {
				if a.collator.CompareString(string(r), p.first) >= 0 {
					letter = p.letter
				}
			}
			return letter
		case unicode.IsLetter(r):
			return a.heading(r, word[i+utf8.RuneLen(r):])
		case unicode.IsDigit(r):
			return "0–9"
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return string(first)
}

// heading is the letter under which an index lists what begins with a letter and the signs after
// it: letters that differ by marks alone stand together, and two signs that the language counts as
// one letter stand alone, as Ch in Czech.
func (a alphabet) heading(r rune, after string) string {
	for _, l := range uzbekLast {
		if a.uzbek && string(r) == l.place {
			return l.written
		}
	}
	one := string(r)
	if next, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(next) {
		var keys collate.Buffer
		two := one + string(next)
		if a.loose.CompareString(one, two) != 0 && len(a.loose.KeyFromString(&keys, one)) == len(a.loose.KeyFromString(&keys, two)) {
			return a.upper.String(one) + string(unicode.ToLower(next))
		}
	}
	if plain, _ := utf8.DecodeRuneInString(norm.NFD.String(one)); a.loose.CompareString(one, string(plain)) == 0 {
		one = string(plain)
	}
	return a.upper.String(one)
}

// places are a word as the collator is to see it.
func (a alphabet) places(word string) string {
	if a.uzbek {
		return uzbekPlaces.Replace(word)
	}
	return word
}

// compare orders two words: by letter, so that Latin words are among Chinese ones, then as the
// language has it.
func (a alphabet) compare(x, y string) int {
	if c := a.collator.CompareString(a.places(a.letter(x)), a.places(a.letter(y))); c != 0 {
		return c
	}
	return a.collator.CompareString(a.places(x), a.places(y))
}
