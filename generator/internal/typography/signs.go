package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sign is one that an editor of the language would write in another way.
type Sign struct {
	What   string // "straight quotation mark"
	Want   string // "want «…»"
	Offset int    // in bytes, of the first
	Count  int    // how many there are of the kind
	Found  string // the words around the first
}

// Knows reports whether Signs knows the rules of a language, by its tag (BCP 47).
func Knows(tag string) bool { return rules[base(tag)] != nil }

// Signs returns what an editor would correct in a text of a language: the first sign of each kind,
// with the number of them, in the order of the text. Where nothing is known of the language, it
// returns nothing.
func Signs(tag, text string) []Sign {
	rule := rules[base(tag)]
	if rule == nil {
		return nil
	}
	var found []Sign
	w := window{before: blank, before2: blank}
	for i, r := range text {
		w.depth, w.rest = w.depth+depth[r], text[i:]
		w.sign = r
		next := 0
		if w.after, next = utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):]); next == 0 {
			w.after = blank
		}
		if k := rule(&w); k != nil {
			found = add(found, k, text, i)
		}
		if r == '\n' {
			w.depth = 0
		}
		w.before2, w.before = w.before, r
	}
	return found
}

// add counts a sign of a kind.
func add(found []Sign, k *kind, text string, at int) []Sign {
	for i := range found {
		if found[i].What == k.what {
			found[i].Count++
			return found
		}
	}
	// The words are copied, so that a sign does not keep the whole text in memory.
	return append(found, Sign{k.what, k.want, at, 1, strings.Clone(around(text, at))})
}

// window is a sign with what is around it.
type window struct {
	before2, before, sign, after rune
	rest                         string // of the text, from the sign on
	depth                        int    // of quotations «…», with the sign's own
}

// blank is used before a text, and Masked within it, where there are no words.
const (
	blank = ' '
	// Masked replaces what is not text, such as the address of a link: it is neither a word nor a
	// blank.
	Masked = '\x00'
)

var depth = map[rune]int{'«': 1, '»': -1}

// kind is what a sign is and what an editor would write.
type kind struct{ what, want string }

var rules = map[string]func(*window) *kind{"ru": russianSigns, "en": englishSigns, "zh": chineseSigns}

var (
	dots        = &kind{"three dots", "want …"}
	blankBefore = &kind{"space before punctuation", "want no space before it"}

	ruQuotes = &kind{"straight quotation mark", "want «…», within them „…“"}
	ruNested = &kind{"«…» within «…»", "want „…“ within"}
	ruDash   = &kind{"hyphen instead of a dash", "want — or – between spaces"}

	enQuotes = &kind{"straight quotation mark", "want “…”, and ’ for an apostrophe"}
	enDash   = &kind{"hyphens instead of a dash", "want – or —"}

	zhQuotes = &kind{"straight quotation mark", "want “…”"}
	zhDots   = &kind{"three dots", "want ……"}
	zhHalf   = &kind{"half-width punctuation beside a Chinese character", "want ，。；：！？（）"}
	zhBlank  = &kind{"space beside Chinese characters", "want none between them, before 年月日 or beside full-width punctuation"}
)

// dotted reports whether the sign begins three dots.
func (w *window) dotted() bool {
	return w.sign == '.' && w.before != '.' && strings.HasPrefix(w.rest, "...")
}

// parted reports whether a space separates a word from a sign after it.
func (w *window) parted() bool {
	return strings.ContainsRune(",;:!?.", w.sign) && w.before == ' ' && word(w.before2) && unicode.IsSpace(w.after)
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func russianSigns(w *window) *kind {
	switch {
	case w.sign == '"':
		return ruQuotes
	case w.sign == '«' && w.depth > 1:
		return ruNested
	case w.sign == '-' && w.before == ' ' && w.before2 != '\n' && w.before2 != ' ' && (w.after == ' ' || w.after == '-'):
		return ruDash
	case w.dotted():
		return dots
	case w.parted() && w.sign != ':' && w.sign != ';': // bibliographic descriptions have these between blanks
		return blankBefore
	}
	return nil
}

func englishSigns(w *window) *kind {
	switch {
	case w.sign == '"' || w.sign == '\'':
		return enQuotes
	case w.sign == '-' && w.before != '-' && strings.HasPrefix(w.rest, "--") && !strings.HasPrefix(w.rest, "---"):
		return enDash
	case w.dotted():
		return dots
	case w.parted():
		return blankBefore
	}
	return nil
}

func chineseSigns(w *window) *kind {
	switch {
	case w.sign == '"':
		return zhQuotes
	case w.dotted():
		return zhDots
	case strings.ContainsRune(",;:!?()", w.sign) && (han(w.before) || han(w.after)), w.sign == '.' && han(w.before):
		return zhHalf
	case w.sign == ' ' && w.after != ' ' && (han(w.before) || fullWidth(w.before)) && (han(w.after) || fullWidth(w.after)),
		w.sign == ' ' && unicode.IsDigit(w.before) && strings.ContainsRune("年月日", w.after),
		w.sign == ' ' && (fullWidth(w.before) && word(w.after) || word(w.before) && fullWidth(w.after)):
		return zhBlank
	}
	return nil
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// fullWidth reports whether a sign brings its own space.
func fullWidth(r rune) bool { return strings.ContainsRune("，。；：！？、（）《》", r) }

// around returns the words around a place, without what is masked.
func around(text string, at int) string {
	const reach = 12 // characters to each side
	from, to := at, at
	for n := 0; n < reach && from > 0 && text[from-1] != '\n'; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:from])
		from -= size
	}
	for n := 0; n <= reach && to < len(text) && text[to] != '\n'; n++ {
		_, size := utf8.DecodeRuneInString(text[to:])
		to += size
	}
	return strings.TrimSpace(strings.ReplaceAll(text[from:to], string(Masked), ""))
}
