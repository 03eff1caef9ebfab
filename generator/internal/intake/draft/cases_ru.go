package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// oblique is a case of Russian grammar in which a text names somebody; the words before the name
// ask for it.
type oblique byte

// Cases in which texts name people; asNamed is the basic form.
const (
	asNamed      oblique = 0
	genitive     oblique = 'g' // "под председательством Иванова"
	dative       oblique = 'd' // "поручить Иванову"
	accusative   oblique = 'a' // "слушали Иванова"
	instrumental oblique = 'i' // "внесено Ивановым"
)

// ending is how a word ends in some cases, and in its basic form.
type ending struct{ cases, from, to string }

// surnameEndings are those of surnames that are adjectives or possessives: they say more than the
// letters of the last vowel alone.
var surnameEndings = func() []ending {
	var out []ending
	for _, stem := range []string{"ск", "цк"} {
		out = append(out, ending{"ga", stem + "ого", stem + "ий"}, ending{"d", stem + "ому", stem + "ий"}, ending{"i", stem + "им", stem + "ий"},
			ending{"gdi", stem + "ой", stem + "ая"}, ending{"a", stem + "ую", stem + "ая"})
	}
	for _, stem := range []string{"ов", "ев", "ёв", "ин", "ын"} {
		out = append(out, ending{"gdi", stem + "ой", stem + "а"}, ending{"a", stem + "у", stem + "а"}, ending{"d", stem + "у", stem},
			ending{"ga", stem + "а", stem}, ending{"i", stem + "ым", stem})
	}
	return append(out, ending{"ga", "ого", "ый"}, ending{"d", "ому", "ый"}, ending{"gdi", "ой", "ая"}, ending{"a", "ую", "ая"})
}()

// nounEndings are those of other surnames and of given names.
var nounEndings = []ending{
	{"ga", "ья", "ий"}, {"d", "ье", "ья"}, {"d", "ии", "ия"}, {"ga", "я", "ь"}, {"d", "ю", "ь"}, {"i", "ем", "ь"}, {"a", "ю", "я"},
	{"ga", "а", ""}, {"d", "у", ""}, {"i", "ом", ""}, {"a", "у", "а"}, {"g", "ии", "ия"}, {"g", "ы", "а"}, {"d", "е", "а"}, {"gdi", "ой", "а"}, {"gdi", "ей", "я"},
}

var patronymicEndings = []ending{
	{"ga", "ича", "ич"}, {"d", "ичу", "ич"}, {"i", "ичем", "ич"},
	{"g", "вны", "вна"}, {"d", "вне", "вна"}, {"a", "вну", "вна"}, {"i", "вной", "вна"}, {"g", "ичны", "ична"}, {"d", "ичне", "ична"}, {"a", "ичну", "ична"}, {"i", "ичной", "ична"},
}

var (
	patronymic = re(`(?:(?:ов|ев|[ьи])ич(?:[ауе]|ем)?|(?:ов|ев)н(?:[аыеу]|ой)|иничн(?:[аыеу]|ой))$`)
	feminine   = re(`(?:вн|ичн)(?:[аыеу]|ой)$`)
	vowelLast  = exact(`[аеёиоуыэюя]$`)
)

// irregular are given names whose stem changes.
var irregular = map[string]string{"Павл": "Павел", "Льв": "Лев", "Петр": "Пётр"}

// basic takes a word back to its basic form by the first of the endings that fits.
func basic(word string, c oblique, tables ...[]ending) string {
	for _, table := range tables {
		for _, e := range table {
			stem, ok := strings.CutSuffix(word, e.from)
			if !ok || !strings.ContainsRune(e.cases, rune(c)) || utf8.RuneCountInString(stem) < 2 {
				continue
			}
			to := e.to
			if to == "ь" && vowelLast.MatchString(stem) {
				to = "й"
			}
			if full := irregular[stem+to]; full != "" {
				return full
			}
			return stem + to
		}
	}
	return word
}

// basicForms are all basic forms that a word may have, itself among them.
func basicForms(word string) []string {
	out := []string{word}
	for _, c := range []oblique{genitive, dative, accusative, instrumental} {
		for _, tables := range [][][]ending{{surnameEndings}, {nounEndings}, {patronymicEndings}} {
			if form := basic(word, c, tables...); !slices.Contains(out, form) {
				out = append(out, form)
			}
		}
	}
	if m := stressedEnd.FindStringSubmatch(word); m != nil {
		out = append(out, m[1]+"ой") // "Рудому" of Рудой
	}
	return out
}

// stressedEnd ends a surname in an oblique case that may end with its stress.
var stressedEnd = exact(`^(\p{L}+)(?:ого|ому|ым)$`)

// basicName is the basic form of a person's name in a case.
func basicName(name string, c oblique) string {
	if c == asNamed {
		return name
	}
	words := strings.Fields(name)
	father := slices.IndexFunc(words, patronymic.MatchString)
	for i, w := range words {
		switch {
		case strings.Contains(w, "."):
		case i == father:
			words[i] = basic(w, c, patronymicEndings)
		case father > 0 && i == father-1, father < 0 && len(words) > 1 && i == 0 && !strings.Contains(name, "."):
			words[i] = basic(w, c, nounEndings)
		case father > 0 && feminine.MatchString(words[father]) && !surnameOfWoman.MatchString(w): // "Анне Павловне Ким"
		default:
			var parts []string
			for part := range strings.SplitSeq(w, "-") {
				parts = append(parts, basic(part, c, surnameEndings, nounEndings))
			}
			words[i] = strings.Join(parts, "-")
		}
	}
	return strings.Join(words, " ")
}

var surnameOfWoman = re(`(?:ой|ую|[уые])$`)

// adjective is a word that describes the noun after it.
var adjective = re(`(?:ому|ему|ой|ей|ым|им)$`)

// phraseEndings are those of adjectives and of the nouns that offices and posts are called by, in
// the dative.
var (
	masculineEndings = []ending{{"d", "щим", "щие"}, {"d", "шим", "шие"}, {"d", "ким", "кие"}, {"d", "кому", "кий"}, {"d", "жему", "жий"}, {"d", "щему", "щий"}, {"d", "шему", "ший"}, {"d", "ему", "ий"}, {"d", "ому", "ый"}, {"d", "ым", "ые"}, {"d", "им", "ие"}}
	feminineEndings  = []ending{{"d", "щей", "щая"}, {"d", "жей", "жая"}, {"d", "шей", "шая"}, {"d", "чей", "чая"}, {"d", "ней", "няя"}, {"d", "ой", "ая"}}
	headEndings      = []ending{
		{"d", "чам", "чи"}, {"d", "шам", "ши"}, {"d", "жам", "жи"}, {"d", "щам", "щи"}, {"d", "хам", "хи"}, {"d", "лицам", "лица"}, {"d", "ятиям", "ятия"}, {"d", "ректорам", "ректора"}, {"d", "чителям", "чителя"}, {"d", "астерам", "астера"},
		{"d", "ствам", "ства"}, {"d", "ениям", "ения"}, {"d", "аниям", "ания"}, {"d", "ству", "ство"}, {"d", "ению", "ение"}, {"d", "анию", "ание"}, {"d", "ятию", "ятие"}, {"d", "телю", "тель"}, {"d", "иям", "ии"}, {"d", "ью", "ья"}, {"d", "ии", "ия"}, {"d", "кам", "ки"}, {"d", "гам", "ги"}, {"d", "ам", "ы"}, {"d", "ям", "и"}, {"d", "ю", "ь"}, {"d", "у", ""}, {"d", "е", "а"},
	}
)

// objectPhrase is the basic form of what a body or post is called in the accusative: "рабочую
// группу" is "рабочая группа".
func objectPhrase(phrase string) string {
	words := strings.Fields(phrase)
	for i, w := range words {
		form := basic(w, accusative, objectEndings)
		words[i] = form
		if !objectAdjective.MatchString(w) {
			break
		}
	}
	return strings.Join(words, " ")
}

var (
	objectAdjective = re(`(?:ую|юю|ого|его)$`)
	objectEndings   = []ending{
		{"a", "ующего", "ующий"}, {"a", "ющего", "ющий"}, {"a", "кого", "кий"}, {"a", "ого", "ый"}, {"a", "шего", "ший"}, {"a", "него", "ний"}, {"a", "ую", "ая"}, {"a", "юю", "яя"}, {"a", "ию", "ия"},
		{"a", "теля", "тель"}, {"a", "аря", "арь"}, {"a", "ора", "ор"}, {"a", "ника", "ник"}, {"a", "ера", "ер"}, {"a", "ента", "ент"}, {"a", "иста", "ист"}, {"a", "стра", "стр"}, {"a", "чея", "чей"}, {"a", "еста", "ест"}, {"a", "у", "а"}, {"a", "ю", "я"},
	}
)

// basicPhrase is the basic form of what a body or post is called in the dative: "Рабочей группе по
// почте" is "Рабочая группа по почте".
func basicPhrase(phrase string) string {
	if m := postAndSurname.FindStringSubmatch(phrase); m != nil {
		return basicPhrase(m[1]) + " " + basic(m[2], dative, surnameEndings)
	}
	words := strings.Fields(phrase)
	if len(words) == 1 && standsForNoun.MatchString(words[0]) || len(words) > 1 && standsForNoun.MatchString(words[0]) && !(strings.HasSuffix(words[0], "ей") && strings.HasSuffix(words[1], "ии")) {
		words[0] = basic(words[0], dative, masculineEndings, feminineEndings)
		return strings.Join(words, " ")
	}
	head := 0
	for head < len(words)-1 && adjective.MatchString(words[head]) {
		head++
	}
	if len(words) == 0 || strings.HasSuffix(words[head], ".") || loud(words[head]) {
		return phrase
	}
	noun := basic(words[head], dative, headEndings)
	if noun == words[head] {
		return phrase
	}
	for i := range words[:head] {
		switch form := basic(words[i], dative, masculineEndings, feminineEndings); {
		case strings.HasSuffix(form, "ый") && neuter.MatchString(noun):
			words[i] = strings.TrimSuffix(form, "ый") + "ое"
		case strings.HasSuffix(form, "ий") && neuter.MatchString(noun):
			words[i] = strings.TrimSuffix(form, "ий") + "ое"
		default:
			words[i] = form
		}
	}
	words[head] = noun
	return strings.Join(words, " ")
}

// postAndSurname is a post in the dative, and behind it the surname of the one who has it.
var postAndSurname = exact(`^((?:\p{L}+\s+){0,3}(?:[Дд]иректору|[Нн]ачальнику|[Сс]екретарю|[Бб]ухгалтеру|[Ии]нженеру|[Зз]аместителю|[Рр]уководителю|[Пп]редседателю|[Юю]ристу|[Сс]пециалисту|[Ээ]ксперту|[Дд]оценту|[Пп]рофессору)(?:\s+\p{Ll}+){0,4})\s+(\p{Lu}\p{Ll}+(?:[оеё]в|[иы]н|[сц]к)(?:у|ому|ой))$`)

// standsForNoun is a participle that is the name of a post.
var standsForNoun = re(`^(?:заведующ|управляющ|командующ|участвующ|присутствующ|отвечающ|служащ|учащ)(?:ему|ей|им)$|^(?:участков|дежурн|вожат)ому$`)

var neuter = re(`(?:ство|ние|тие)$`)
