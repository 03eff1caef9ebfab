package search

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/char/regexp"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/cjk"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
	"github.com/blevesearch/bleve/v2/analysis/token/length"
	"github.com/blevesearch/bleve/v2/analysis/token/lowercase"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/unicode"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/russian"
)

// language is what sets one language's pipeline apart from the common one.
type language struct {
	chars    []charFilter // that follow charFilters
	filters  []string     // Bleve token filters that follow commonFilters
	joinHan  bool         // remove blanks between Han characters before indexing
	foldHan  bool         // take traditional characters for simplified ones
	variants func(stem, surface string, has func(term string) bool) []string
}

// languages is the one table of languages. A language that is not in it gets that of "", which is
// sound for any writing: words by UAX #29, lower case, pairs of Han characters, one form of letters
// that Arabic, Persian and Urdu keyboards write differently. So a new language needs a line here only
// to gain stemming and stop words.
var languages = map[string]language{
	"":   {chars: arabicFilters, filters: []string{ar.NormalizeName, notEmptyName}},
	"en": {filters: []string{en.PossessiveName, en.StopName, en.SnowballStemmerName}},
	"ru": {filters: []string{ru.StopName, ru.SnowballStemmerName}, variants: russianVariants},
	"zh": {joinHan: true, foldHan: true},
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

// arabicFilters bring the letters of Persian and Urdu to the Arabic ones beside which they are typed, and
// vowel signs to the tatweel, which ar.NormalizeName removes with those it knows. The barred yeh of Urdu
// stays: it is another letter than yeh there. The joiner that stands within words of Persian, and that
// many leave out, becomes blanks.
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

// functionCharacters are Chinese characters with a grammatical rather than a lexical meaning. A pair
// that holds one seldom is a word, so a query does not insist on it.
const functionCharacters = "的了和与或及在是为对中以等将从把被其该此"

// analyzerName is the name of the language's analyser in its index.
const analyzerName = "text"

// languageOf returns the table's entry for a key: its own, or that of its first part ("pt-BR" has
// that of "pt"), or the common pipeline.
func languageOf(key string) language {
	key = strings.ReplaceAll(strings.ToLower(key), "_", "-")
	for {
		if l, ok := languages[key]; ok {
			return l
		}
		key = key[:max(0, strings.LastIndexByte(key, '-'))]
	}
}

// prepare makes a text ready for the language's analyser.
func (l language) prepare(s string) string { return l.letters(l.asShown(s)) }

// asShown is what readers see of a text.
func (l language) asShown(s string) string {
	s = normalize(s)
	if l.joinHan {
		s = joinHan(s)
	}
	return s
}

// newMapping describes the index of one language to Bleve. It uses only parts that come with Bleve,
// so any program with the same Bleve opens the index. Scoring stays Bleve's default, TF-IDF: its
// BM25 takes the average length of documents from the number of distinct terms and ranks worse.
func newMapping(l language, facets ...string) (*mapping.IndexMappingImpl, error) {
	m := bleve.NewIndexMapping()
	m.StoreDynamic, m.IndexDynamic, m.DocValuesDynamic = false, false, false

	var chars []any
	for _, f := range slices.Concat(charFilters, l.chars) {
		config := map[string]any{"type": regexp.Name, "regexp": f.pattern, "replace": f.replacement}
		if err := m.AddCustomCharFilter(f.name, config); err != nil {
			return nil, fmt.Errorf("character filter %s: %w", f.name, err)
		}
		chars = append(chars, f.name)
	}
	if err := m.AddCustomTokenFilter(notEmptyName, map[string]any{"type": length.Name, "min": 1.0}); err != nil {
		return nil, fmt.Errorf("token filter %s: %w", notEmptyName, err)
	}
	var tokens []any
	for _, f := range slices.Concat(commonFilters, l.filters) {
		tokens = append(tokens, f)
	}
	err := m.AddCustomAnalyzer(analyzerName, map[string]any{
		"type":          custom.Name,
		"tokenizer":     unicode.Name,
		"char_filters":  chars,
		"token_filters": tokens,
	})
	if err != nil {
		return nil, fmt.Errorf("analyser: %w", err)
	}
	m.DefaultAnalyzer = analyzerName

	d := bleve.NewDocumentStaticMapping()
	// The composite field would double the index, and its term vectors are not reproducible.
	d.AddSubDocumentMapping("_all", bleve.NewDocumentDisabledMapping())
	add := func(name string, f mapping.FieldMapping) {
		f.Type, f.IncludeInAll = "text", false
		d.AddFieldMappingsAt(name, &f)
	}
	// What is searched. Without term vectors a phrase query silently finds nothing.
	add(fieldTitle, mapping.FieldMapping{Analyzer: analyzerName, Index: true, IncludeTermVectors: true})
	add(fieldBody, mapping.FieldMapping{Analyzer: analyzerName, Index: true, IncludeTermVectors: true, Store: true})
	// The whole title, and whole aliases, folded. Two fields, since the score of a value falls with
	// the number of values beside it, and a title must not lose for having synonyms.
	add(fieldExact, mapping.FieldMapping{Analyzer: keyword.Name, Index: true})
	add(fieldAlias, mapping.FieldMapping{Analyzer: keyword.Name, Index: true})
	// What is filtered and counted: doc values are what native facets and sorting read.
	for _, name := range append([]string{fieldDate}, facetFields...) {
		add(name, mapping.FieldMapping{Analyzer: keyword.Name, Index: true, Store: name != fieldYear, DocValues: true})
	}
	for _, facet := range facets {
		add(facetField(facet), mapping.FieldMapping{Analyzer: keyword.Name, Index: true, DocValues: true})
	}
	// What is only shown. The title as written is kept beside the prepared one, the text where it differs.
	for _, name := range []string{fieldName, fieldText, fieldURL, fieldCrumbs, fieldAlt, fieldPlaces} {
		add(name, mapping.FieldMapping{Store: true})
	}
	m.DefaultMapping = d
	return m, nil
}

// russianVariants returns further terms of the index under which a Russian word may stand, because
// the Snowball stemmer does not bring all forms of a word to one stem:
//   - the surface form, where a form was left whole;
//   - the stem of the stem ("массив" gives "масс", but "массивами" gives "массив");
//   - the stem with a fleeting vowel put in or taken out (сносок and сноск, владелец and владельц).
func russianVariants(stem, surface string, has func(string) bool) []string {
	var out []string
	seen := map[string]bool{stem: true}
	put := func(term string) {
		if !seen[term] && has(term) {
			seen[term] = true
			out = append(out, term)
		}
	}
	put(surface)
	whole := seen[surface] && surface != stem
	if again := stemRussian(stem); utf8.RuneCountInString(again) >= 3 {
		put(again)
	}
	for _, v := range fleetingVowels(stem) {
		// Where the form itself is a term, it is one without an ending: nothing is to be put in.
		if !whole || len(v) <= len(stem) {
			put(v)
		}
	}
	return out
}

func stemRussian(s string) string {
	env := snowballstem.NewEnv(s)
	russian.Stem(env)
	return env.Current()
}

// fleetingVowels returns the forms of a stem that differ by a vowel between its last two consonants.
func fleetingVowels(stem string) []string {
	const consonants, vowels = "бвгджзклмнпрстфхцчшщ", "аоуые"
	r := []rune(stem)
	n := len(r)
	if n < 4 {
		return nil
	}
	in := func(set string, r rune) bool { return strings.ContainsRune(set, r) }
	a, b, c := r[n-3], r[n-2], r[n-1]
	var out []string
	put := func(end ...rune) { out = append(out, string(r[:n-3])+string(end)) }
	if !in(consonants, c) {
		return nil
	}
	if in("ое", b) && (in(consonants, a) || a == 'ь') {
		put(a, c)
		if b == 'е' {
			put(a, 'ь', c)
		}
	}
	if b == 'е' && in(vowels, a) {
		put(a, 'й', c)
	}
	if in(consonants, b) {
		put(a, b, 'о', c)
		put(a, b, 'е', c)
	}
	if in("ьй", b) {
		put(a, 'е', c)
	}
	return out
}
