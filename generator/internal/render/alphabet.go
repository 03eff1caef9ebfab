package render

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// alphabet is the order in which readers of a language look words up: Chinese by pinyin, other
// languages as CLDR has them.
type alphabet struct{ collator *collate.Collator }

func newAlphabet(tag string) alphabet { return alphabet{collate.New(language.Make(tag))} }

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
	for _, r := range word {
		switch {
		case unicode.Is(unicode.Han, r):
			letter := pinyin[0].letter
			for _, p := range pinyin {
				if a.collator.CompareString(string(r), p.first) >= 0 {
					letter = p.letter
				}
			}
			return letter
		case r == 'ё' || r == 'Ё': // has no place of its own in Russian indexes
			return "Е"
		case unicode.IsLetter(r):
			return string(unicode.ToUpper(r))
		case unicode.IsDigit(r):
			return "0–9"
		}
	}
	first, _ := utf8.DecodeRuneInString(word)
	return string(first)
}

// compare orders two words: by letter, so that Latin words are among Chinese ones, then as the
// language has it.
func (a alphabet) compare(x, y string) int {
	if c := a.collator.CompareString(a.letter(x), a.letter(y)); c != 0 {
		return c
	}
	return a.collator.CompareString(x, y)
}
