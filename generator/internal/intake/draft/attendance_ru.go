package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// cue is a word of a sentence in Russian that says how those attended whom it names after it, or
// before it where nobody is named after it; code is "" of a word that says what somebody
// did.
type cue struct {
	code string
	in   oblique // the case of the names after it
	one  bool    // it is said of one
	*pattern
}

const meets = `(?:заседани[еяю]|собрани[еяю]|совещани[еяю]|встреч[уаи]|комисси[юи]|при[её]мк[уи]|планёрк[уи]|сесси[юи]|совет[а]?|конференци[юи]|пленарк[уи]|сход[а]?)`

var russianCues = []cue{
	{"excused", asNamed, false, re(`(?:отсутств\p{L}+|не\s+смог(?:л[аи])?\s+(?:присутств|участв|прийти|приехать|быть)\p{L}*|не\s+(?:явил|присутств|смог|участв|прибыл|пришл)\p{L}*)[^.;:]{0,40}?(?:по\s+(?:уважительн\p{L}+\s+причин\p{L}+|болезни)|командировк\p{L}*|отпуск\p{L}*|больничн\p{L}+)`)},
	{"excused", asNamed, false, re(`извинил(?:ся|ась|ись)|(?:прислал|принес)\p{L}*\s+извинени\p{L}+`)},
	{"absent", asNamed, false, re(`отсутств(?:овал|у)\p{L}*|не\s+прин(?:имал|ял)[аи]?\s+участи[ея]|участи[ея]\s+не\s+прин(?:имал|ял)[аи]?|не\s+(?:явил|присутств|смог|участв|прибыл|подключ|приш[её]?л)\p{L}*|(?:уведомил|сообщил|предупредил)[аи]?\s+(?:об?\s+)(?:сво[её]м\s+)?отсутствии|письменн\p{L}+\s+мнени\p{L}+(?:\s+представил[аи]?)?`)},
	{"vice-chair", asNamed, true, re(`(?:^|[:;]\s*)(?:заместитель|зам\.)\s+председателя`)},
	{"chair", genitive, false, re(`под\s+(?:со)?(?:совместным\s+)?председательством|под\s+руководством`)},
	{"chair", genitive, true, re(`(?:в\s+составе\s+)?председательствующего(?:\s+судьи)?`)},
	{"present", genitive, false, re(`(?:^|[^\p{L}])(?:судей|судьи|арбитров|заседателей)(?:[^\p{L}]|$)|,\s+членов\s+(?:комиссии|комитета|совета|суда|коллегии)(?:[^\p{L}]|$)`)},
	{"chair", accusative, true, re(`председателем\s+(?:общего\s+)?` + meets + `\s+избрали`)},
	{"chair", accusative, true, re(`избрать\s+председателем(?:\s+(?:общего\s+)?` + meets + `)?|председателем\s+` + meets + `\s+избрать`)},
	{"secretary", accusative, true, re(`избрать\s+секретар[её]м(?:\s+(?:общего\s+)?` + meets + `)?|секретар[её]м\s+` + meets + `\s+избрать`)},
	{"secretary", genitive, true, re(`при\s+секретаре`)},
	{"chair", asNamed, true, re(`(?:избран|выбран)[аи]?\s+председателем|председателем(?:\s+(?:общего\s+)?` + meets + `)?\s+(?:\p{L}+\s+)?(?:избран|был|является|выступил|назначен)[аи]?|председательств(?:овал[аи]?|ующ\p{L}+|ует)|(?:` + meets + `|обсуждение)\s+(?:провод\p{L}+|пров[её]л\p{L}*|в[её]л[аи]?|вед[её]т)|(?:в[её]л[аи]?|вед[её]т|пров[её]л[аи]?)\s+` + meets + `|^(?:председатель(?:\s+(?:заседания|собрания|совещания|комиссии|совета|комитета|правления|коллегии|рабочей\s+группы))?|модератор|ведущ(?:ий|ая))\s*(?:[:–—-]|[А-ЯЁ])`)},
	{"secretary", asNamed, true, re(`секретар[её]м|(?:^|[:;,]\s*)(?:\p{L}+\s+)?секретар[ья]|(?:функции|обязанности)\s+(?:\p{L}+\s+){0,2}секретаря(?:\s+\p{L}+)?\s*(?:ис|вы)?полнял\p{L}*|(?:функции|обязанности)\s+секретаря`)},
	{"scribe", asNamed, true, re(`протокол\s+(?:в[её]л|вед[её]т|состав|подготов|оформ)\p{L}*|(?:в[её]л[аи]?|вед[её]т)\s+протокол|протоколировал[аи]?|протоколист|ведение\s+протокола`)},
	{"remote", asNamed, false, re(`(?:по\s+(?:видео\S*|вкс|зум\p{L}*|телефону)|дистанционно|удал[её]нно|онлайн)\s+(?:участвовал|присутствовал|подключ|присоедин)\p{L}*|(?:участвовал|присутствовал|подключ|присоедин)\p{L}*\s+(?:по\s+(?:видео\S*|вкс)|дистанционно|удал[её]нно|онлайн)`)},
	{"guest", asNamed, false, re(`приглаш[её]н\p{L}*|в\s+качестве\s+(?:гост|приглаш[её]нн)\p{L}+(?:\s+(?:присутств|участв|прин)\p{L}*)?(?:\s+участие)?`)},
	{"observer", asNamed, false, re(`в\s+качестве\s+наблюдател\p{L}+(?:\s+(?:присутств|участв|прин)\p{L}*)?(?:\s+участие)?|наблюдател\p{L}+`)},
	{"present", asNamed, true, re(`подсч[её]т\p{L}*\s+голосов\s+(?:вед|в[её]л|осуществл|произв|пров)\p{L}*|присоединил(?:ся|ась)`)},
	{"present", asNamed, false, re(`сч[её]тн\p{L}+\s+комисси\p{L}+[^.;:]{0,20}?\s+(?:в\s+(?:следующем\s+)?составе|избран[аы]?|предложен[аы]?):`)},
	{"chair", asNamed, true, re(`на\s+должность\s+председателя(?:\s+собрания)?\s+(?:предложен|избран)[аы]?`)},
	{"secretary", asNamed, true, re(`,\s+секретаря\s+[–—-]`)},
	{"present", genitive, false, re(`(?:с|при)\s+участием|в\s+присутствии|при\s+участии`)},
	{"present", asNamed, false, re(`представлял[аи]?|(?:^|[;,]\s+)от\s+(?:\p{L}+\s+){1,4}(?:был|пришл|участвовал)[аи]?`)},
	{"present", asNamed, false, re(`присутств(?:овал|у)\p{L}*|участвовал[аи]?|участвуют|участники|принял[аио]?\s+участие|принимали\s+участие|прибыли|явились`)},
	{"", asNamed, false, re(`(?:^|[^\p{L}])(?:выступ|долож|докладыв|сообщ|отмет|предлож|открыл|информир|проинформир|представил|рассказ|ознаком|слушал|поддерж|подчеркн|пояснил|ответил|зада)\p{L}*`)},
}

// cameInRussian adds those of whom sentences before the first resolution say that they were there,
// or were not, and those who had an office, wherever the text says so.
func (d *Draft) cameInRussian() {
	if d.Lang != "ru" {
		return
	}
	d.heldBy()
	before := true
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || model.IsAnnex(part) || len(p.Rows) > 0 || d.mail[p.At] {
			continue
		}
		before = before && i < 60 && part != model.PartSignatures && !turn.MatchString(presence.ReplaceAllString(p.Text, "")) && !resolutionLabel.MatchString(p.Text)
		for _, text := range lines(p) {
			for _, sentence := range d.sentences(text) {
				if utf8.RuneCountInString(sentence) < 600 && (before || officersOnly.MatchString(sentence)) {
					d.cameInSentence(sentence, p.At)
				}
			}
		}
	}
}

var (
	// presence begins lines on those who were there, which end no list of them.
	presence = re(`^(?:присутств|приглаш)\p{L}*`)
	// officersOnly is said of those who had an office at the meeting.
	officersOnly = re(`протокол\s+(?:в[её]л|вед[её]т|состав|подготов|оформ)|в[её]л[аи]?\s+протокол|председателем\s+` + meets + `|секретар[её]м\s+` + meets + `|избрать\s+(?:председателем|секретар[её]м)\s+(?:общего\s+)?` + meets + `|^по\s+видео|подсч[её]т\p{L}*\s+голосов\s|сч[её]тн\p{L}+\s+комисси\p{L}+[^.;:]{0,20}?\s+(?:в\s+(?:следующем\s+)?составе|избран|предложен)|на\s+должность\s+председателя|не\s+(?:явил|присутствовал)\p{L}*`)
)

// cameInSentence adds those whom a sentence names with a word that says how they attended.
func (d *Draft) cameInSentence(sentence, at string) {
	d.officesBySurname(sentence, at)
	d.coChairsKnown(sentence, at)
	found := cuesOf(sentence)
	if len(found) == 0 {
		return
	}
	if candidates.MatchString(sentence) {
		return // "Предложено избрать председателем: 1) Михееву В.Ф. 2) Захарьина И.Е."
	}
	found = slices.DeleteFunc(withoutSaidOf(sentence, found), func(c placed) bool {
		return groupUnder.MatchString(sentence[:c.to]) // "создать подгруппу под руководством Юдина В.К."
	})
	from := 0
	used := map[int]bool{}
	for _, name := range namesIn(sentence) {
		i := strings.Index(sentence[from:], name)
		if i < 0 {
			continue
		}
		i += from
		from = i + len(name)
		c, n := nearest(found, i)
		if c.code == "secretary" && c.in == asNamed && electing.MatchString(sentence) {
			c.in = accusative // "избрать председателем …, секретарём – Яковлева Романа Андреевича"
		}
		after := sentence[from:]
		if m := roleAfter.FindStringSubmatch(after); m != nil {
			d.cameAs(officeCode(m[1]), name, asNamed, at)
			if c.code == "present" || n < 0 {
				continue
			}
		}
		if m := headOfBody.FindStringSubmatch(sentence[:i]); m != nil && d.bodyThatMet(m[1]) {
			d.cameAs("chair", name, asNamed, at) // the head of the body that met
		}
		switch {
		case n < 0, c.code == "":
			continue
		case used[n] && c.one: // "Председатель Иванов И.И., Петров П.П."
			continue
		case c.in == accusative && found[n].from > i: // "старостой избрали Юдина В.К., секретарём – …"
			continue
		case c.in == accusative && forTerm.MatchString(sentence[found[n].from:i]):
			continue // "Избрать Председателем Совета на 2026–2027 годы"
		}
		used[n] = true
		d.cameAs(c.code, name, c.in, at)
	}
	d.cameWithoutInitials(sentence, found, used, at)
}

// cameWithoutInitials adds those whom a sentence names right behind a cue by a given name and a
// surname: "в качестве наблюдателя участвовал Йоганн Штейн".
func (d *Draft) cameWithoutInitials(sentence string, found []placed, used map[int]bool, at string) {
	for n, c := range found {
		if m := twoCapitals.FindStringSubmatch(sentence[c.to:]); m != nil && !used[n] && c.code != "" && c.in == asNamed && !noSurname.MatchString(m[2]) && !noSurname.MatchString(m[1]) {
			d.cameAs(c.code, m[1]+" "+m[2], asNamed, at)
			continue
		}
		if m := representedBy.FindStringSubmatch(sentence[c.to:]); m != nil && (c.code == "observer" || c.code == "guest") && !noSurname.MatchString(m[1]) && !noSurname.MatchString(m[2]) && stateOf(m[1]+" "+m[2]) == "" {
			d.cameAs(c.code, m[1]+" "+m[2], asNamed, at)
			continue
		}
		if c.code == "absent" && !used[n] { // "Представитель Армении Погосян Левон участия не принимал"
			for _, name := range givenFirst(sentence[:c.from]) {
				if strings.HasSuffix(strings.TrimSpace(sentence[:c.from]), name) {
					d.cameAs(c.code, name, asNamed, at)
				}
			}
		}
	}
}

// groupUnder ends with who leads a group that those who meet make.
var groupUnder = re(`(?:групп|комисси|комитет|штаб)\p{L}*\s(?:[^.;:]{0,60}\s)?под\s+руководством$`)

// candidates are those of whom one is to be elected.
var candidates = re(`предлож\p{L}+\s+(?:избрать|кандидатур)[^:]*:\s*1\)`)

// twoCapitals are a given name and a surname, and no more.
var twoCapitals = exact(`^\s+([А-ЯЁ][а-яё-]+)\s([А-ЯЁ][а-яё-]+)(?:[,.;(]|\s+[а-яё(–—]|$)`)

// representedBy is a sentence that ends with the name of whoever came from an organisation: "в
// заседании участвовал представитель Союза портов и гаваней Йоганн Штейн".
var representedBy = exact(`^[^.;:]{0,80}\sпредставител[\p{L}]+\s(?:[^.;:]{0,160}\s)?[а-яё-]{3,}[»"]?\s+([А-ЯЁ][а-яё-]{2,})\s([А-ЯЁ][а-яё-]{2,})\s*\.?$`)

var (
	forTerm  = re(`совета|правления|комитета|общества|фонда|\sна\s+\d|срок`)
	electing = re(`(?:^|[^\p{L}])(?:избрать|избрали|назначить|назначили)(?:[^\p{L}]|$)`)
)

// bodyThatMet reports whether the first lines of a record name a body.
func (d *Draft) bodyThatMet(body string) bool {
	for _, p := range d.Pieces[:min(4, len(d.Pieces))] {
		text, name := strings.ToLower(p.Text), strings.TrimSpace(strings.ToLower(body))
		if strings.Contains(text, name) && !strings.Contains(text, "председатель "+name) && !presence.MatchString(p.Text) {
			return true
		}
	}
	return false
}

// headOfBody ends with the post of the head of a body; group 1 is the body.
var headOfBody = re(`(?:^|[:,;–—]\s*)председатель\s+((?:[\p{L}«»"-]+\s+){1,5})$`)

// placed is a cue at a place of a sentence.
type placed struct {
	cue
	from, to int
}

// cuesOf are the cues of a sentence; of two at one place the first of the table.
func cuesOf(sentence string) []placed {
	var out []placed
	for _, c := range russianCues {
	next:
		for _, m := range c.FindAllStringIndex(sentence, -1) {
			for _, o := range out {
				if o.from < m[1] && m[0] < o.to {
					continue next
				}
			}
			out = append(out, placed{c, m[0], m[1]})
		}
	}
	return out
}

// nearest is the cue that a name at a place belongs to: the last before it, else the first after
// it; n is its rank, below 0 where there is none.
func nearest(found []placed, at int) (c cue, n int) {
	n = -1
	for i, o := range found {
		if o.to <= at && (n < 0 || o.to > found[n].to) {
			n = i
		}
	}
	if n < 0 {
		for i, o := range found {
			if o.from >= at && o.in == asNamed && (n < 0 || o.from < found[n].from) {
				n = i
			}
		}
	}
	if n < 0 {
		return cue{}, -1
	}
	return found[n].cue, n
}

// roleAfter is an office at the meeting that is said of somebody behind the name; group 1 is it.
var roleAfter = re(`^\s*(?:\((?:[^()]{0,60}[,;\s])?|[,–—-]\s*)\s*(председатель(?:ствующий)?|секретарь|сопредседатель|протоколист|модератор|ведущ(?:ий|ая)|вед[её]т|в[её]л[аи]?)(?:\s+(?:комиссии|совета|заседания|собрания|совещания|правления|комитета|рабочей\s+группы|президиума|коллегии))?(?:\s+директоров)?\s*(?:[).,;]|$)`)

func officeCode(word string) string {
	switch word = strings.ToLower(word); {
	case strings.HasPrefix(word, "секретар"):
		return "secretary"
	case strings.HasPrefix(word, "протокол"):
		return "scribe"
	}
	return "chair"
}

// cameAs adds somebody whom a sentence names in a case. Whoever is there already in another way
// than by an office is not added again.
func (d *Draft) cameAs(code, name string, c oblique, at string) {
	form, sure := d.fullName(name), Likely
	if form == name && c != asNamed && !d.wasThere(name) {
		if form = basicName(name, c); form != name {
			sure = Guess
		}
	}
	an := code == "chair" || code == "secretary" || code == "scribe" || code == "vice-chair"
	if !an && d.wasThere(d.fullName(form)) {
		return
	}
	if sure == Guess {
		about := "name"
		if code == "chair" {
			about = "chair"
		}
		d.ask(about, at, "what is the basic form of "+quoted(name)+"?", form)
	}
	d.attend(code, Value{d.party(form), at, sure, form})
}

// heldBy reads of the title with whom a meeting was: "совещания у министра … Иванова И.И.".
func (d *Draft) heldBy() {
	for i, p := range d.Pieces {
		if p.ID != model.PartTitle {
			continue
		}
		text := strings.Join(strings.Fields(p.words()), " ")
		if i+1 < len(d.Pieces) && personal.FindString(d.Pieces[i+1].Text) == d.Pieces[i+1].Text {
			text += " " + d.Pieces[i+1].Text
		}
		if m := heldAt.FindStringSubmatch(text); m != nil {
			if name := nameIn(loudSurname.ReplaceAllStringFunc(m[1], inSmall)); name != "" {
				d.cameAs("chair", name, genitive, p.At)
			}
		}
	}
}

// loudSurname is a surname in capitals beside initials: "ВОЛОДИНА И.Б."
var loudSurname = exact(`[А-ЯЁ][А-ЯЁ-]{2,}(?:\s[А-ЯЁ]\.)|[А-ЯЁ]\.\s?[А-ЯЁ][А-ЯЁ-]{2,}`)

// loudPerson is somebody whose surname is in capitals, and nothing else.
var loudPerson = exact(`^(?:(?:[А-ЯЁ]\.\s?){1,2}[А-ЯЁ][А-ЯЁ-]{2,}|[А-ЯЁ][А-ЯЁ-]{2,}\s(?:[А-ЯЁ]\.\s?){1,2})$`)

// inSmall puts all letters of words into small ones but the first of each.
func inSmall(words string) string {
	within := false
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			within = false
			return r
		}
		if within {
			return unicode.ToLower(r)
		}
		within = true
		return r
	}, words)
}

var heldAt = re(`(?:совещани|встреч|при[её]м|заседани|планёрк)\p{L}*\s+(?:у|при|под\s+(?:руководством|председательством))\s+(.+)$`)

// listsWithPosts reports whether a line in Russian is one of a list of people with their posts:
// besides names it has words, but no verb. A post alone is the first line of such a line.
func listsWithPosts(text string) bool {
	return utf8.RuneCountInString(text) < 240 && len(namesIn(text)) > 0 && predicate(text) && !anyInfinitive.MatchString(text) && !resolutionLabel.MatchString(text)
}

// postAlone reports whether a line names a post, or an office, whose holder the next line names.
func postAlone(text string) bool {
	return brief(strings.TrimRight(text, ",")) && utf8.RuneCountInString(text) < 90 && postWord.MatchString(text) && predicate(text)
}

var postWord = re(`^(?:(?:и\.\s?о\.|врио|первый|главный|генеральный|исполнительный|коммерческий|технический|старший|ведущий|начальник|заместитель|руководитель|директор|министр|председатель|президент|вице-президент|глава|заведующ\p{L}+|представитель|советник|помощник|специалист|инженер|эксперт|консультант|депутат|профессор|доцент|проректор|ректор|декан)(?:[^\p{L}]|$))`)
