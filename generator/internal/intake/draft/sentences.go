package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// sentences are those of a text, which each rule asks for.
func (d *Draft) sentences(text string) []string {
	out, ok := d.divided[text]
	if !ok {
		if d.divided == nil {
			d.divided = map[string][]string{}
		}
		out = slices.Clip(sentences(text))
		d.divided[text] = out
	}
	return out
}

// beginsSentence reports whether a text after a surname and initials begins a sentence, and no
// name.
func beginsSentence(text string) bool {
	m := newSentence.FindStringSubmatch(text)
	return begins.MatchString(text) || m != nil && !likeSurname.MatchString(m[1]) && !noSurname.MatchString(m[1])
}

// sentences divides a text into sentences; a full stop after an initial or an abbreviation ends
// none.
func sentences(text string) []string {
	var out []string
	from := 0
	for _, m := range stop.FindAllStringIndex(text, -1) {
		if said := text[from : m[0]+1]; abbreviation.MatchString(said) && !ofTheYear.MatchString(said) && !(dayThenMonth.MatchString(said) && newWord.MatchString(text[m[1]:])) && strings.HasPrefix(text[m[0]:], ".") && !(afterInitials.MatchString(said) && beginsSentence(text[m[1]:])) {
			continue
		}
		if text[m[0]] == ';' && ownerBracket.MatchString(text[from:m[0]]) {
			continue // "(отв. Юдин, Белая; срок – 1 мая)"
		}
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[m[1]:], " «\"“("))
		if before, _ := utf8.DecodeLastRuneInString(text[:m[0]]); isHan(before) && isHan(next) {
			next = 'X' // a full stop in Chinese
		}
		if strings.HasPrefix(text[m[0]:], ".") && (!unicode.IsUpper(next) && !unicode.IsDigit(next) && next != '@' || nameAtEnd.MatchString(text[m[1]:])) {
			continue
		}
		out = append(out, strings.TrimSpace(text[from:m[1]]))
		from = m[1]
	}
	if rest := strings.TrimSpace(text[from:]); rest != "" {
		out = append(out, rest)
	}
	return out
}

var (
	stop = exact(`[.!?;]\s+|[。；]`)
	// ownerBracket ends within a bracket in Russian that says who does something.
	ownerBracket = re(`\((?:отв\.|исп\.|ответствен|исполнител)[^()]{2,120}$`)
	// nameAtEnd is somebody in brackets with whom a sentence in Russian ends: "до 2 марта 2026 г.
	// (Белая Л.А.)".
	nameAtEnd = exact(`^\(` + russianPerson + `(?:,[^()]*)?\)[.;]?(?:\s|$)`)
	// afterInitials ends with a surname and its initials, and begins is a word that begins a
	// sentence after it.
	afterInitials = exact(`(?:^|[^\p{L}])` + surname + `\s+` + initials + `$`)
	newSentence   = exact(`^(\p{Lu}[\p{L}-]+)\s+\p{Ll}{2,}`)
	likeSurname   = re(`(?:ов|ев|ёв|ин|ын|ск|цк|енк|ук|юк|як|ян|дз|швил|ич|ых)(?:а|у|ы|е|ым|ой|ий|ого|ому|им|ая|ую|о|и|ю)?$`)
	begins        = exact(`^(?:\p{Lu}\p{L}{0,2}\s|` + surname + `\s+` + initials + `\s|(?:Всего|Приглаш|Отсутств|Присутств|Протокол|Решени|Решил|Срок|Ответствен|Кворум|Голосова|Секретар|Председател|Контрол|Выступ|Слушал|Постанов|Поруч|Принят|Доклад|Также|Повестк|Собрани|Заседани|Комисси|Сторон|Вопрос|Предлож|Избра|Утверд|Призна|Информац|Начал|Время|Место|Дата|Результат)|\p{Lu}[\p{L}]+(?:ить|ать|ять|еть|уть|ыть)\s)`)
	// dayThenMonth ends with a day whose month is short, and newWord begins a sentence after it.
	dayThenMonth = re(`\d(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.$`)
	newWord      = exact(`^\p{Lu}[\p{L}.’'-]*\s`)
	ofTheYear    = exact(`\d\s*г\.$`)
	abbreviation = re(`(?:(?:^|[^\p{L}\d])\p{L}\.?|[^\d\s]\s+г|(?:^|[^\p{L}])(?:гг|им|др|отв|исп|ул|зам|проф|доц|асс|преп|зав|акад|кв|уч|оф|каб|корп|гл|нач|рук|обл|дер|пос|прил|чел|руб|тыс|млн|стр|пп|ст|см|т\.\s?[дпе]|mr|mrs|ms|dr|prof|hon|amb|cllrs?|crs?|alds?|drs|profs|mmes|coun|pres|treas|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|capt|gen|col|rev|eng|engr|st|no|inc|ltd|vs|e\.g|i\.e|approx|jr|sr|tel|asst|dept|supt|atty|sgt|lt|messrs|revd|assoc|dir|hr|cmdr|maj|prop|sec|secd|adj|nos|rs|govt|sh|smt|mohd))\.$`)
)
