// Package typography knows how a language is set: which blanks no line may break at, and which
// signs an editor of official texts would correct. It knows words and HTML, not records.
package typography

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
)

// noBreak is the blank at which no line breaks.
const noBreak = "\u00a0"

// Setter puts no-break blanks into texts of a language. Nothing else of a text changes, so that
// whoever takes both blanks for one finds the same words as before. The nil Setter leaves texts as
// they are.
type Setter func(before, after string) bool

// SetterOf returns the Setter of a language by its tag (BCP 47); nil where none is known.
func SetterOf(tag string) Setter {
	if base(tag) == "ru" {
		return russian
	}
	return nil
}

// base is the language of a tag without script and country: "zh" of "zh-Hans".
func base(tag string) string {
	t, _ := language.Parse(tag)
	b, _ := t.Base()
	return b.String()
}

// Text sets a plain text.
func (s Setter) Text(text string) string { return s.set(text, false) }

// HTML sets the text of HTML: tags, and the content of <pre> and <code>, stay unchanged.
func (s Setter) HTML(code string) string { return s.set(code, true) }

func (s Setter) set(text string, isHTML bool) string {
	if s == nil {
		return text
	}
	var out strings.Builder
	done := 0 // bytes of the text that are written
	for i := 0; i < len(text); {
		switch {
		case isHTML && text[i] == '<':
			i += tagLength(text[i:])
			continue
		case text[i] == ' ' && s(wordBefore(text[:i], isHTML), wordAfter(text[i+1:], isHTML)):
			out.WriteString(text[done:i] + noBreak)
			done = i + 1
		}
		i++
	}
	if done == 0 {
		return text
	}
	return out.String() + text[done:]
}

// verbatim are elements whose text is not set.
var verbatim = []string{"pre", "code"}

// tagLength is the length of the tag at the head of HTML, with its element where that is verbatim.
func tagLength(code string) int {
	end := strings.IndexByte(code, '>') + 1
	if end == 0 {
		return len(code)
	}
	name, _, _ := strings.Cut(strings.TrimSuffix(code[1:end-1], "/"), " ")
	if slices.Contains(verbatim, name) {
		if n := strings.Index(code, "</"+name+">"); n > 0 {
			return n
		}
	}
	return end
}

// wordBefore is the last word of a text; tags at its end do not count.
func wordBefore(text string, isHTML bool) string {
	for isHTML && strings.HasSuffix(text, ">") {
		text = text[:max(0, strings.LastIndexByte(text, '<'))]
	}
	start := len(text)
	for start > 0 && !isBlank(text[start-1]) && text[start-1] != '>' && !strings.HasSuffix(text[:start], noBreak) {
		start--
	}
	return text[start:]
}

// isBlank reports whether a byte is a blank at which a line may break.
func isBlank(b byte) bool { return b == ' ' || b == '\n' }

// wordAfter is the first word of a text; tags at its head do not count.
func wordAfter(text string, isHTML bool) string {
	for isHTML && strings.HasPrefix(text, "<") {
		end := strings.IndexByte(text, '>')
		if end < 0 {
			return ""
		}
		text = text[end+1:]
	}
	end := 0
	for end < len(text) && !isBlank(text[end]) && text[end] != '<' && !strings.HasPrefix(text[end:], noBreak) {
		end++
	}
	return text[:end]
}

// counted are beginnings of the words that a number does not part from: months, spans, amounts,
// money, units.
var counted = strings.Fields("январ феврал март апрел мая мае июн июл август сентябр октябр ноябр декабр " +
	"год лет век месяц недел дней дня день час минут тыс млн млрд трлн миллион миллиард триллион крор процент " +
	"руб долл евро тенге сум сом юан рупи МГц ГГц кГц Гц Мбит Гбит Кбит Тбит кВт МВт чел")

// countedWhole are such words that others begin with.
var countedWhole = strings.Fields("г гг в вв м км кв кг т ч % ‰")

// referring are beginnings of words that a number follows: "пункт 4".
var referring = strings.Fields("пункт приложени стать глав част раздел абзац таблиц рисун подпункт")

// shortened are abbreviations that do not part from what follows.
var shortened = strings.Fields("ст. п. пп. стр. рис. табл. гл. ч. т. им. ул. с.")

// russian reports whether the words stay together on a line, as Russian books have it: a number and
// what it counts, № and its number, a word and the dash after it, initials and the name.
func russian(before, after string) bool {
	first, _ := utf8.DecodeRuneInString(after)
	if before == "" || after == "" {
		return false
	}
	if first == '–' || first == '—' {
		return len(after) == utf8.RuneLen(first)
	}
	last := before[len(before)-1]
	inner := strings.TrimRightFunc(after, isPunct)
	switch {
	case strings.HasSuffix(before, "№"), strings.HasSuffix(before, "§"):
		return true
	case last >= '0' && last <= '9':
		return beginsWith(inner, counted) || slices.Contains(countedWhole, inner) || thousands(before, inner)
	case last == '.':
		return dotted(strings.TrimLeftFunc(before, isPunct), first)
	}
	return (unicode.IsDigit(first) || first == '№') && beginsWith(lowerFirst(strings.TrimLeftFunc(before, isPunct)), referring)
}

// dotted reports whether an abbreviation stays with what begins with a sign: "г. Москва", "ст. 5",
// "И. И. Иванов", "т. е.".
func dotted(abbreviation string, first rune) bool {
	if abbreviation == "г." {
		return unicode.IsUpper(first)
	}
	initial, n := utf8.DecodeRuneInString(abbreviation)
	if n == len(abbreviation)-1 && unicode.IsUpper(initial) {
		return unicode.IsUpper(first)
	}
	return slices.Contains(shortened, abbreviation) && (unicode.IsDigit(first) || unicode.IsLetter(first))
}

// thousands reports whether a number continues after a space: "10 000".
func thousands(before, after string) bool {
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	return len(after) == 3 && digits(after) && len(before) <= 3 && digits(before)
}

func isPunct(r rune) bool {
	return r != '%' && r != '‰' && r != '№' && (unicode.IsPunct(r) || unicode.IsSymbol(r))
}

func beginsWith(word string, beginnings []string) bool {
	return slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(word, b) })
}

func lowerFirst(word string) string {
	first, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToLower(first)) + word[n:]
}
