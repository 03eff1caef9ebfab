package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// A label is the number that a block begins with.
type label struct {
	style string // of numbers that count together: "1.", "1.1", "(a)", "I.", "一、"
	path  []int  // its value; several of a dotted number
	num   string // as records print it, without the sign that ends it: "1", "1.1", "(a)"
	whole string // as the text has it
	ident string // the last part of the node: "1", "a"
}

var (
	numberLabel = exact(`^(\d{1,3}(?:\.\d{1,3}){0,4})([.)、．:]?)(\s+|$)`)
	tightLabel  = exact(`^(\d{1,2})([、．])`)
	tightStop   = exact(`^(\d{1,2}\.)\p{Han}`)
	bracketed   = exact(`^[(（](\d{1,2}|[\p{L}]|[ivx]{1,5}|[一二三四五六七八九十]{1,3})[)）]\s*`)
	letterLabel = exact(`^([a-zа-яё]|[ivx]{2,5})[.)]\s+`)
	cityName    = exact(`^(?:г\.|гор\.|город|с\.|пос\.|дер\.)\s+\p{Lu}`) // before the name of a city
	capital     = exact(`^([A-Z])[.)]\s+`)
	romanLabel  = exact(`^([IVX]{1,6})[.)]?(?:\s+|$)`)
	// minuteLabel is a number with a year behind or before it: "71/25 Dues", "25/071 Dues".
	minuteLabel = exact(`^((\d{1,4})/(\d{2,4}))([.:]?\s+)\p{Lu}`)
	hanLabel    = exact(`^([一二三四五六七八九十]{1,3})[、.．]\s*`)
)

// labelOf reads the number of a block, from the file's own numbering or from the text; rest is the
// text without it.
func (d *Draft) labelOf(b source.Block) (l label, rest string, ok bool) {
	if b.Label != "" && !bullet(b.Label) {
		if l, _, ok := parseLabel(b.Label + " "); ok {
			l.whole = b.Label
			return l, b.Text, true
		}
	}
	if m := d.lex.heading.FindStringSubmatch(b.Text); m != nil && b.Label == "" {
		if n := max(number(last(m[1:])), roman(strings.ToUpper(last(m[1:])))); n > 0 {
			return label{"heading", []int{n}, strings.TrimRight(strings.TrimSpace(m[0]), ".:–—-"), m[0], strconv.Itoa(n)}, b.Text[len(m[0]):], true
		}
	}
	if m := minuteLabel.FindStringSubmatch(b.Text); m != nil && b.Label == "" {
		n := number(m[2])
		if d.yearFirst {
			n = number(m[3])
		}
		return label{"/", []int{n}, m[1], m[1] + m[4], strconv.Itoa(n)}, b.Text[len(m[1]+m[4]):], n > 0
	}
	return parseLabel(b.Text)
}

// minuteNumbers finds out on which side of their stroke the numbers of minutes have the year: the
// one that stays the same.
func (d *Draft) minuteNumbers(blocks []source.Block) {
	first, second := map[string]bool{}, map[string]bool{}
	for _, b := range blocks {
		if m := minuteLabel.FindStringSubmatch(b.Text); m != nil {
			first[m[2]], second[m[3]] = true, true
		}
	}
	d.yearFirst = len(first) < len(second)
}

// labelIn is labelOf, and reads words that number a paragraph, too: "По первому вопросу …". These
// stay in the text.
func (v *divider) labelIn(b source.Block) (l label, rest string, ok bool) {
	if n := v.onQuestion(b.Text); n > 0 && b.Label == "" && (len(v.open) == 0 || v.open[0].style == "question") {
		return label{style: "question", path: []int{n}, ident: strconv.Itoa(n)}, b.Text, true
	}
	return v.labelOf(b)
}

// onQuestion is the number of the item of the agenda that words at the beginning of a paragraph
// say that it is on; 0 where they say none.
func (d *Draft) onQuestion(text string) int {
	if d.Lang != "ru" {
		return 0
	}
	return slices.IndexFunc(russianQuestions, func(r *pattern) bool { return r.MatchString(text) }) + 1
}

// bullet reports whether a label only marks an item.
func bullet(label string) bool {
	return strings.IndexFunc(label, func(r rune) bool { return unicode.IsLetter(r) && r != 'o' || unicode.IsDigit(r) }) < 0
}

// parseLabel reads the number that a text begins with.
func parseLabel(text string) (l label, rest string, ok bool) {
	made := func(style, num string, n int, whole string) (label, string, bool) {
		ident := strconv.Itoa(n)
		return label{style, []int{n}, num, whole, ident}, strings.TrimSpace(text[len(whole):]), n > 0
	}
	if m := numberLabel.FindStringSubmatch(text); m != nil {
		return numbered(text, m)
	}
	if m := tightLabel.FindStringSubmatch(text); m != nil {
		return made("1"+m[2], m[1], number(m[1]), m[0])
	}
	if m := tightStop.FindStringSubmatch(text); m != nil {
		return made("1.", strings.TrimSuffix(m[1], "."), number(strings.TrimSuffix(m[1], ".")), m[1])
	}
	if m := hanLabel.FindStringSubmatch(text); m != nil {
		return made("一", m[1], number(m[1]), m[0])
	}
	if m := bracketed.FindStringSubmatch(text); m != nil {
		return lettered(text, m[1], "(", strings.TrimSpace(m[0]), m[0])
	}
	if m := letterLabel.FindStringSubmatch(text); m != nil && !cityName.MatchString(text) {
		return lettered(text, m[1], "a", strings.TrimSpace(m[0]), m[0])
	}
	if m := romanLabel.FindStringSubmatch(text); m != nil && (len(m[1]) > 1 || strings.ContainsAny(m[0], ".)") || m[0] == text) {
		return made("I", m[1], roman(m[1]), m[0])
	}
	if m := capital.FindStringSubmatch(text); m != nil {
		return lettered(text, strings.ToLower(m[1]), "A", m[1], m[0])
	}
	return label{}, text, false
}

func numbered(text string, m []string) (label, string, bool) {
	var path []int
	for part := range strings.SplitSeq(m[1], ".") {
		path = append(path, number(part))
	}
	if len(path) == 1 && m[2] == "" && m[3] != "" || path[0] == 0 || path[0] > 200 {
		return label{}, text, false // "5 members": a number of something
	}
	rest := text[len(m[0]):]
	if r, _ := utf8.DecodeRuneInString(rest); len(path) > 1 && m[2] == "" && unicode.IsLower(r) {
		return label{}, text, false // "3.5 million"
	}
	if len(path) == 2 && path[1] == 0 { // "3.0 Consent", before 3.1
		return label{"1.0", path[:1], m[1], m[0], strconv.Itoa(path[0])}, rest, true
	}
	style := "1" + m[2]
	if len(path) > 1 {
		style = "1.1"
	}
	return label{style, path, m[1], m[0], strconv.Itoa(path[len(path)-1])}, rest, true
}

// lettered is the label of a letter, of a number in brackets, or of small Roman digits.
func lettered(text, inside, style, num, whole string) (label, string, bool) {
	rest := strings.TrimSpace(text[len(whole):])
	if n := number(inside); n > 0 {
		return label{style + "1", []int{n}, num, whole, strconv.Itoa(n)}, rest, true
	}
	r, size := utf8.DecodeRuneInString(inside)
	if size < len(inside) { // several letters
		n := roman(strings.ToUpper(inside))
		return label{style + "i", []int{n}, num, whole, strings.ToLower(inside)}, rest, n > 0
	}
	n := 0
	switch r = unicode.ToLower(r); {
	case r >= 'a' && r <= 'z':
		n = int(r-'a') + 1
	case strings.ContainsRune(russianLetters, r):
		n = len([]rune(russianLetters[:strings.IndexRune(russianLetters, r)])) + 1
	default:
		return label{}, text, false
	}
	return label{style, []int{n}, num, whole, string(rune('a' + n - 1))}, rest, n <= 26
}

// russianLetters are those that lists are numbered by.
const russianLetters = "абвгдежзиклмнопрстуфхцчшэюя"

// roman reads a Roman number; 0 where it is none.
func roman(s string) int {
	values := map[byte]int{'I': 1, 'V': 5, 'X': 10, 'L': 50}
	n := 0
	for i := range len(s) {
		v := values[s[i]]
		if v == 0 {
			return 0
		}
		if i+1 < len(s) && values[s[i+1]] > v {
			v = -v
		}
		n += v
	}
	return n
}
