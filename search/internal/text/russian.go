package text

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/russian"
)

// russianVariants returns further terms of the index under which a Russian word may be, because
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
	if again := StemRussian(stem); utf8.RuneCountInString(again) >= 3 {
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

// StemRussian returns the stem of a Russian word.
func StemRussian(s string) string {
	env := snowballstem.NewEnv(s)
	russian.Stem(env)
	return env.Current()
}

// fleetingVowels returns the forms of a stem that differ by a vowel between its last two
// consonants.
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
