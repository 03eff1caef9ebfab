package draft

import (
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// citedBeforeDay finds the document or the meeting of which a text in Russian or English names the
// day at once: "the roadmap of 5 March 2026", "the ninth session, held on 5 March 2026". It
// reports whether there is one.
func (d *Draft) citedBeforeDay(p *Piece, text string, when dated) bool {
	if held := model.Date(d.Date.Text); when.date.From() >= held.From() && held.From().Known() || d.citesDay(p, when) || strings.Contains(string(when.date), "/") {
		return false
	}
	before, inside := text[:when.from], text[when.from:when.to]
	if m := versionBefore[d.Lang].FindStringIndex(before); m != nil {
		if title := lastPhrase(before[:m[0]]); title != "" {
			d.citesTitled(p, title, instrumentKind{code: "other"}, inside, when.byItself())
			return true
		}
	}
	if title, place := d.sessionBefore(before, text[when.to:]); title != "" {
		if place != "" {
			inside += ", " + place
		}
		d.citesTitled(p, title+" "+ofDay[d.Lang]+" "+text[when.from:when.to], instrumentKind{code: "other"}, inside, when.byItself())
		return true
	}
	if _, title, kind, ok := d.nearPaper(before); ok {
		d.citesTitled(p, title, kind, inside, when.byItself())
		return true
	}
	if m := numberedBehind.FindStringSubmatch(text[when.to:]); m != nil && d.Lang == "ru" {
		d.citesTitled(p, "Протокол "+m[1], instrumentKind{code: "other"}, inside, when.byItself())
		return true
	}
	return false
}

// ofDay is the word before the day of a document.
var ofDay = map[model.Lang]string{"ru": "от", "en": "of"}

// versionBefore ends before the day of a version of a document that stands before it, or of the
// number under which it came in.
var versionBefore = map[model.Lang]*pattern{
	"ru": re(`\s*\(?(?:вх|исх|рег)\p{L}{0,8}\.?\s*(?:номер\s+)?(?:№|N)?\s*[^\s()]{1,20}\s+от\s+$|,?\s*[\s(](?:в\s+)?(?:\p{L}+\s+)?(?:редакци|верси)\p{L}{1,2}(?:\s+(?:№\s?)?[\d.]+)?,?\s+от\s+$`),
	"en": re(`,?\s*[\s(](?:in\s+(?:the|its)\s+)?(?:version|rev\.?|revision|edition|issue|draft)(?:\s+(?:no\.?\s*)?v?[\d.]+)?,?\s+(?:of|dated)\s+(?:the\s+)?$`),
}

// numberedBehind follows the day of an earlier meeting and has the number of its record: "на
// заседании 5 марта 2026 года (протокол № 4)".
var numberedBehind = re(`^(?:\s*(?:года|г\.))?\s*\(протокол(?:ом)?\s+(№\s*[\p{L}\d/.-]+)\)`)

// lastPhrase is the document that a text ends with: the words behind the last sign of a sentence
// and the verb that was told of it.
func lastPhrase(text string) string {
	if i := strings.LastIndexAny(text, ".;:,–—!?()"); i >= 0 {
		_, n := utf8.DecodeRuneInString(text[i:])
		text = text[i+n:]
	}
	text = strings.TrimLeft(strings.TrimSpace(text), "-•* 0123456789")
	if m := verbBefore.FindString(text); m != "" {
		text = text[len(m):]
	}
	if n := len(strings.Fields(text)); n == 0 || n > 8 {
		return ""
	}
	return strings.Trim(text, " «»“”\"")
}

// verbBefore is what is done with a document, before it.
var verbBefore = re(`^(?:[А-ЯЁ]?\p{L}+(?:ить|ать|ять|еть)\s+(?:за\s+основу\s+)?|(?:утверждён|утвержден|принят|одобрен|согласован)\p{L}*\s+|(?:to\s+)?(?:approve|adopt|accept|agree|endorse|note|consider|circulate)(?:d|ed|s)?\s+)(?:the\s+)?`)

// sessionBefore names the record of an earlier meeting whose day follows, with its place: the text
// says which meeting it was, or that something was decided there.
func (d *Draft) sessionBefore(before, after string) (title, place string) {
	switch d.Lang {
	case "ru":
		m := russianSession.FindStringSubmatchIndex(before)
		if m == nil || !earlierRu.MatchString(before[:m[1]]) && !decidedThen.MatchString(after) {
			return "", ""
		}
		noun := russianMeeting[strings.ToLower(firstRunes(before[m[2]:m[3]], 4))]
		if noun != "" {
			title = "Протокол " + noun
		}
		place = strings.TrimSpace(group2(before, m, 2))
	case "en":
		m := englishSession.FindStringSubmatchIndex(before)
		if m == nil {
			return "", ""
		}
		title = "Minutes of the " + before[m[2]:m[3]]
		place = strings.TrimSpace(group2(before, m, 2))
	}
	return title, place
}

func firstRunes(s string, n int) string { return string([]rune(s)[:min(n, utf8.RuneCountInString(s))]) }

// russianMeeting are the words for a meeting in the genitive, by their beginnings.
var russianMeeting = map[string]string{"засе": "заседания", "сесс": "сессии", "сове": "совещания", "собр": "собрания", "конф": "конференции", "съез": "съезда", "встр": "встречи"}

var (
	// russianSession ends before the day of a meeting; group 2 is its place.
	russianSession = re(`(?:^|[^\p{L}])(заседани|сесси|совещани|собрани|конференци|съезд|встреч)\p{L}{1,3}(?:\s+(?:членов\s+)?\p{L}+){0,4}(?:\s*\((?:г\.\s*|город\s+)?((?-i:\p{Lu})[\p{L}-]+(?:\s(?-i:\p{Lu})[\p{L}-]+)?),\s+|,?\s+(?:состоявш|прошедш|провед[её]нн|проходивш)\p{L}+(?:\s+(?:в\s+)?(?:г\.\s*|городе\s+)?(?-i:\p{Lu})[\p{L}-]+)?\s+|\s*\(|\s+от\s+|\s+)$`)
	// earlierRu ends with which earlier meeting it was, or names what was decided there.
	earlierRu = re(`(?:(?:` + strings.Join(russianOrdinals[1:], "|") + `)(?:ого|ой|ая|ое|ом|ем|ьего|ьей|ьем|ую|ий|ый)|\d{1,3}-?(?:го|й|я|е|м|ом|ей)|прошл\p{L}{2,3}|предыдущ\p{L}{2,3})\s+(?:(?:очередн|внеочередн|отч[её]тн|общ|пленарн|совместн)\p{L}{2,3}\s+){0,2}(?:заседани|сесси|совещани|собрани|конференци|съезд|встреч)[^.;]{0,140}$` +
		`|(?:решени|поручени|протокол|рекомендаци|выпис|итог|договор[её]нност)\p{L}{0,4}\s[^.;]{0,140}$`)
	// decidedThen follows the day of a meeting that decided something.
	decidedThen = re(`^\s*(?:запретил|решил|утвердил|избрал|постановил|определил|поручил|разрешил|одобрил|обязал)[аио]{0,2}(?:[^\p{L}]|$)`)
	// englishSession ends before the day of an earlier meeting; group 1 is which, group 2 where.
	englishSession = re(`\b((?:(?:` + ordinalEn + `|last|previous|preceding)\s+)(?:\p{L}+\s+){0,3}?(?:session|meeting|sitting|conference|assembly|call|round|workshop))(?:\s+of\s+(?:the\s+)?(?-i:\p{Lu})[\p{L}-]+(?:\s(?-i:\p{Lu})[\p{L}-]+){0,3})?(?:\s*\(((?-i:\p{Lu})[\p{L}’'-]+(?:\s(?-i:\p{Lu})[\p{L}’'-]+){0,2}),\s+|,?\s+(?:which\s+(?:was|met)\s+)?(?:held|convened|that\s+met)(?:\s+(?:in|at)\s+(?-i:\p{Lu})[\p{L}’'-]+(?:\s(?-i:\p{Lu})[\p{L}’'-]+){0,2})?,?\s+on\s+(?:the\s+)?)$`)
)

// nearPaper is a document that stands at once before its day: where it begins, and its title. Of
// these words texts speak often without such a day.
func (d *Draft) nearPaper(before string) (at int, title string, kind instrumentKind, ok bool) {
	head := ""
	for _, end := range nearEnds[d.Lang] {
		if m := end.FindStringIndex(before); m != nil {
			head = before[:m[0]]
			break
		}
	}
	at = -1
	for _, k := range nearPapers[d.Lang] {
		for _, m := range k.form.FindAllStringIndex(head, -1) {
			between := head[m[1]:]
			if m[0] > at && startsWord(head, m[0]) && endsWord(head, m[1]) && utf8.RuneCountInString(between) <= 70 && !farFromDay.MatchString(initial.ReplaceAllString(between, "")) {
				at, kind = m[0], k
			}
		}
	}
	if at < 0 {
		return 0, "", kind, false
	}
	if d.Lang == "en" {
		title = strings.TrimSpace(head[titleStart(head, at):])
		if !strings.Contains(title, " ") {
			title = strings.ToUpper(title[:1]) + title[1:]
		}
		return at, title, kind, true
	}
	return at, strings.TrimRight(kind.inBase(head[at:]), " ,"), kind, true
}

// nearEnds end before the day of a document, and farFromDay is in what cannot stand between the
// two.
var (
	nearEnds = map[model.Lang][]*pattern{
		"ru": {re(`,?\s+(?:(?:№|N)\s*[\p{L}\d/.-]+\s+)?от\s+$`), re(`,?\s+(?:утвержд[её]нн|принят|одобренн|согласованн|подписанн|выданн)\p{L}{1,3}\s+(?:\p{L}+\s+){0,5}$|\s(?:подписан|составлен|выдан|получен|зарегистрирован)[аоы]?\s+$|,?\s+(?:датированн|направленн|поступивш)\p{L}+\s+(?:от\s+)?$`)},
		"en": {re(`,?\s+(?:of|dated|from)\s+(?:the\s+)?$|,?\s+(?:(?:that|which)\s+(?:was|were)\s+)?(?:taken|made|passed|issued|received|circulated|sent|agreed)(?:\s+(?:in|at)\s+(?-i:\p{Lu})[\p{L}’'-]+(?:\s(?-i:\p{Lu})[\p{L}’'-]+){0,2})?\s+on\s+(?:the\s+)?$`)},
	}
	farFromDay = re(`[.;:()!?]|,\s.*,|\b(?:was|were|is|are|be|been|will|shall|has|had|meetings?|sessions?|calls?|hearing|event|fire|accident|outage|storm|year|period|and|by|before|until)\b|(?:^|[^\p{L}])(?:был|будет|заседани|совещани|собрани|встреч|авари|пожар|пери|год|до|и\s+также|[\p{L}]+(?:ил|ал|ял|ел)[аио]?(?:[^\p{L}]|$))`)
	nearPapers = map[model.Lang][]instrumentKind{
		"en": {
			{re(`(?:roadmap|(?:work|business|action|project|management|communications?)\s+plan)`), "action-plan", ""}, {re(`plan`), "action-plan", ""}, {re(`(?:strategy|policy)`), "policy", ""}, {re(`(?:guidance|guidelines?)`), "guideline", ""},
			{re(`(?:decisions?|resolutions?|rulings?)`), "resolution", ""}, {re(`(?:offers?|quotes?|quotations?|tenders?|bids?|invoices?|estimates?|valuation)`), "other", ""},
			{re(`(?:application|submission|response|reply|briefing|brief|paper|record|charter|certificate|licen[cs]e|permit|lease|opinion|judgment|declaration|communiqu[eé]|terms\s+of\s+reference|conclusions|recommendations?|instructions?|specification|mandate|(?:draft|version|revision)(?:[- ]?\d[\d.]*)?)`), "other", ""},
		},
		"ru": {
			{re(`доверенност(?:ью|и|ь)`), "other", "Доверенность"}, {re(`(?:служебн|докладн|пояснительн|объяснительн)\p{L}+\s+записк(?:ой|а|и|е|у)`), "other", ""}, {re(`записк(?:ой|а|и|е|у)`), "other", "Записка"},
			{re(`акт(?:ом|а|у|е|ы)?`), "other", "Акт"}, {re(`(?:(?:письменн|особ)\p{L}+\s+)?мнени(?:ем|е|я|ю)`), "other", ""}, {re(`справк(?:ой|а|и|е|у)`), "report", "Справка"}, {re(`смет(?:ой|а|ы|е|у)`), "budget", "Смета"}, {re(`доклад(?:ом|а|у|е)?`), "report", "Доклад"}, {re(`график(?:ом|а|у|е)?`), "action-plan", "График"},
			{re(`переч(?:нем|ень|ня|ню|не)`), "other", "Перечень"}, {re(`ре[её]стр(?:ом|а|у|е)?`), "other", "Реестр"}, {re(`(?:телеграмм|телефонограмм)(?:ой|а|ы|е|у)`), "other", ""}, {re(`ходатайств(?:ом|о|а|у|е)`), "other", "Ходатайство"},
			{re(`претензи(?:ей|я|и|ю)`), "other", "Претензия"}, {re(`требовани(?:ем|е|я|ю|и)`), "other", "Требование"}, {re(`определени(?:ем|е|я|ю|и)`), "resolution", "Определение"}, {re(`рекомендаци(?:ями|ях|ям|ей|и|я|ю)`), "other", "Рекомендации"},
			{re(`решени(?:ями|ях|ям|й)`), "resolution", "Решения"}, {re(`поручени(?:ями|ях|ям|й)`), "resolution", "Поручения"}, {re(`(?:коммерческ\p{L}+\s+)?предложени(?:ем|е|я|ю|и)`), "other", ""}, {re(`программ(?:ой|а|ы|е|у)`), "programme", "Программа"},
			{re(`план(?:ом|а|у|е)?`), "action-plan", "План"}, {re(`правил(?:ами|ах|ам|а)?`), "rules", "Правила"}, {re(`методик(?:ой|а|и|е|у)`), "rules", "Методика"}, {re(`концепци(?:ей|я|и|ю)`), "concept", "Концепция"},
			{re(`извещени(?:ем|е|я|ю|и)`), "other", "Извещение"}, {re(`разрешени(?:ем|е|я|ю|и)`), "other", "Разрешение"}, {re(`лицензи(?:ей|я|и|ю)`), "other", "Лицензия"}, {re(`свидетельств(?:ом|о|а|у|е)`), "other", "Свидетельство"}, {re(`паспорт(?:ом|а|у|е)?`), "other", "Паспорт"},
			{re(`техническ\p{L}+\s+задани(?:ем|е|я|ю|и)`), "other", "Техническое задание"}, {re(`(?-i:ТЗ)`), "other", "ТЗ"}, {re(`сч[её]т(?:ом|а|у|е)?`), "other", "Счёт"}, {re(`экспертиз(?:ой|а|ы|е|у)`), "report", "Экспертиза"}, {re(`рецензи(?:ей|я|и|ю)`), "report", "Рецензия"},
		},
	}
)
