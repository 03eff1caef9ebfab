package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/russian"
)

// word of a text or a name. A Chinese character is one by itself, since the script has no borders
// between words.
type word struct {
	key        string // what forms of one word share
	gap        gap    // what stands before it
	start, end int
}

// gap is what is between two words.
type gap rune

const (
	nothing gap = 0
	blank   gap = ' '
	hyphen  gap = '-'
	other   gap = '.' // a name goes across none
)

// words cuts a text, until the next one is cut. In HTML the name of an entity ("&amp;") is a word
// too, which does no harm: no term is called so.
func (l *Linker) words(text string) []word {
	out := l.cut[:0]
	defer func() { l.cut = out }()
	between := nothing
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			between = gapOf(between, r)
			i += n
			continue
		}
		end := i + n
		for !unicode.Is(unicode.Han, r) && end < len(text) {
			next, n := utf8.DecodeRuneInString(text[end:])
			if !wordRune(next) || unicode.Is(unicode.Han, next) {
				break
			}
			end += n
		}
		out = append(out, word{l.key(text[i:end]), between, i, end})
		between, i = nothing, end
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// gapOf is a gap with one more sign.
func gapOf(g gap, r rune) gap {
	switch {
	case unicode.IsSpace(r) && (g == nothing || g == blank):
		return blank
	case (r == '-' || r == '\u2010' || r == '\u2011') && g == nothing:
		return hyphen
	}
	return other
}

// key is what forms of one word share. Each word is looked at once.
func (l *Linker) key(s string) string {
	key, ok := l.keys[s]
	if !ok {
		s = strings.Clone(s) // so that a word does not keep its text in memory
		key = l.keyOf(s)
		l.keys[s] = key
	}
	return key
}

// keyOf makes the key of a word. An abbreviation in capitals is itself: "IT" is not "it".
func (l *Linker) keyOf(s string) string {
	if utf8.RuneCountInString(s) > 1 && s == strings.ToUpper(s) && s != strings.ToLower(s) {
		return s
	}
	return l.fold(strings.ToLower(s))
}

// folder returns a function that maps the forms of a word in a language to one. In other languages
// it leaves words unchanged.
func folder(lang string) func(string) string {
	base, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch base {
	case "ru":
		return stem
	case "en":
		return singular
	}
	return func(s string) string { return s }
}

// stem is the Snowball stem of a Russian word.
func stem(s string) string {
	env := snowballstem.NewEnv(strings.ReplaceAll(s, "ё", "е"))
	russian.Stem(env)
	return env.Current()
}

// singular of an English word, as far as its spelling tells. What it makes of other words in -s is
// no word, but always the same.
func singular(s string) string {
	for _, end := range []struct{ plural, singular string }{{"ies", "y"}, {"sses", "ss"}, {"xes", "x"}, {"ches", "ch"}, {"shes", "sh"}} {
		if before, ok := strings.CutSuffix(s, end.plural); ok && len(before) > 1 {
			return before + end.singular
		}
	}
	if before, ok := strings.CutSuffix(s, "s"); ok && len(before) > 2 && !strings.ContainsRune("siu", rune(before[len(before)-1])) {
		return before
	}
	return s
}
