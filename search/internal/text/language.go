package text

import (
	"fmt"
	"slices"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/char/regexp"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/ca"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/it"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/token/length"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/mapping"
)

// Language is what sets one language's pipeline apart from the common one.
type Language struct {
	chars   []charFilter // that follow charFilters
	filters []string     // Bleve token filters that follow commonFilters
	joinHan bool         // remove blanks between Han characters before indexing

	// FoldsHan takes traditional characters for simplified ones.
	FoldsHan bool

	// Variants, if it is set, returns further terms under which a word may stand, of those that an
	// index has.
	Variants func(stem, surface string, has func(term string) bool) []string
}

// languages is the one table of languages. A language that is not in it gets that of "", which is
// sound for any writing: words by UAX #29, lower case, pairs of Han characters, one form of letters
// that Arabic, Persian and Urdu keyboards write differently. So a new language needs a line here
// only to gain stemming and stop words.
var languages = map[string]Language{
	"":   {chars: arabicFilters, filters: []string{ar.NormalizeName, notEmptyName}},
	"en": {filters: []string{en.PossessiveName, en.StopName, en.SnowballStemmerName}},
	"ru": {filters: []string{ru.StopName, ru.SnowballStemmerName}, Variants: russianVariants},
	// An elided article is no part of the word behind it: l'eau is found as eau.
	"fr": {chars: arabicFilters, filters: []string{ar.NormalizeName, fr.ElisionName, notEmptyName}},
	"it": {chars: arabicFilters, filters: []string{ar.NormalizeName, it.ElisionName, notEmptyName}},
	"ca": {chars: arabicFilters, filters: []string{ar.NormalizeName, ca.ElisionName, notEmptyName}},
	"zh": {joinHan: true, FoldsHan: true},
	// What is written in traditional characters is shown and searched as it is.
	"zh-hant": {joinHan: true}, "zh-tw": {joinHan: true}, "zh-hk": {joinHan: true}, "zh-mo": {joinHan: true},
}

// charFilter is a Bleve character filter: what matches a pattern is replaced.
type charFilter struct{ name, pattern, replacement string }

// charFilters work on the text before it is cut into words. Each keeps the number of bytes, so that
// the offsets of words stay true for excerpts.
var charFilters = []charFilter{
	{"yo", "ё", "е"}, // the stop words and most texts have "еще" for "ещё"
	{"yo_capital", "Ё", "Е"},
	{"underscore", "_", " "},           // UAX #29 takes a_b for one word
	{"inner_sign", `[.:](\pL)`, " $1"}, // and "г.Бишкек", "ссылка:имя" too
}

// arabicFilters bring the letters of Persian and Urdu to the Arabic ones beside which they are
// typed, and vowel signs to the tatweel, which ar.NormalizeName removes with those it knows. The
// barred yeh of Urdu stays: it is another letter than yeh there. The joiner that stands within
// words of Persian, and that many leave out, becomes blanks.
var arabicFilters = []charFilter{
	{"arabic_yeh", "ی", "ي"},
	{"arabic_kaf", "ک", "ك"},
	{"arabic_heh", "[ہۀۂۃ]", "ه"},
	{"arabic_signs", `[\x{610}-\x{61a}\x{653}-\x{65f}\x{670}\x{6d6}-\x{6dc}\x{6df}-\x{6e4}\x{6e7}\x{6e8}\x{6ea}-\x{6ed}]`, "\u0640"},
	{"joiner", `\x{200c}`, "   "},
}

// notEmptyName is the filter that removes words of which nothing is left.
const notEmptyName = "not_empty"

// commonFilters come first in every language, in this order. The pairs of Han characters are made
// before stop words go, because Bleve's filter counts positions anew and a phrase needs the gaps.
var commonFilters = []string{cjk.WidthName, lowercase.Name, cjk.BigramName}

// Analyzer is the name of the language's analyser in its index.
const Analyzer = "text"

// LanguageOf returns the table's entry for a key: its own, or that of its first part ("pt-BR" has
// that of "pt"), or the common pipeline.
func LanguageOf(key string) Language {
	key = strings.ReplaceAll(strings.ToLower(key), "_", "-")
	for {
		if l, ok := languages[key]; ok {
			return l
		}
		key = key[:max(0, strings.LastIndexByte(key, '-'))]
	}
}

// Prepare makes a text ready for the language's analyser.
func (l Language) Prepare(s string) string { return l.Letters(l.AsShown(s)) }

// AsShown is what readers see of a text.
func (l Language) AsShown(s string) string {
	s = Normalize(s)
	if l.joinHan {
		s = JoinHan(s)
	}
	return s
}

// Letters brings what readers take for the same to one form, as the function Letters does, and
// traditional characters to simplified ones.
func (l Language) Letters(s string) string { return Letters(l.Han(s)) }

// Han replaces traditional characters by simplified ones, one for one, where the language does.
func (l Language) Han(s string) string {
	if l.FoldsHan {
		return FoldHan(s)
	}
	return s
}

// shrinks reports whether a capital is one of which Bleve's lower case makes broken words
// ("İstanbul").
func shrinks(r rune) bool {
	return r >= 'İ' && (r == 'İ' || r == 'ẞ' || r >= 'Ɫ' && r <= 'Ɀ' || r >= 'Ɥ' && r <= 'Ʂ') && strings.ContainsRune(shrinking, r)
}

// shrinking are the capitals whose small letters take fewer bytes, as far as they are in form C.
const shrinking = "İẞⱢⱤⱭⱮⱯⱰⱾⱿꞍꞪꞫꞬꞭꞮꞰꞱꞲꟅ"

// Define adds the language's analyser to a mapping, under the name Analyzer.
func (l Language) Define(m *mapping.IndexMappingImpl) error {
	var chars, tokens []any
	for _, f := range slices.Concat(charFilters, l.chars) {
		config := map[string]any{"type": regexp.Name, "regexp": f.pattern, "replace": f.replacement}
		if err := m.AddCustomCharFilter(f.name, config); err != nil {
			return fmt.Errorf("character filter %s: %w", f.name, err)
		}
		chars = append(chars, f.name)
	}
	if err := m.AddCustomTokenFilter(notEmptyName, map[string]any{"type": length.Name, "min": 1.0}); err != nil {
		return fmt.Errorf("token filter %s: %w", notEmptyName, err)
	}
	for _, f := range slices.Concat(commonFilters, l.filters) {
		tokens = append(tokens, f)
	}
	err := m.AddCustomAnalyzer(Analyzer, map[string]any{
		"type":          custom.Name,
		"tokenizer":     unicode.Name,
		"char_filters":  chars,
		"token_filters": tokens,
	})
	if err != nil {
		return fmt.Errorf("analyser: %w", err)
	}
	return nil
}

// NewAnalyzer returns the language's analyser by itself.
func (l Language) NewAnalyzer() (analysis.Analyzer, error) {
	m := bleve.NewIndexMapping()
	if err := l.Define(m); err != nil {
		return nil, err
	}
	return m.AnalyzerNamed(Analyzer), nil
}
