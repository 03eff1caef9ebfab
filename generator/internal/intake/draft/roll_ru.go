package draft

import (
	"slices"
	"strings"
)

// russianRoll are the words on attendance in Russian; labels are in small letters.
var russianRoll = &rollWords{
	kinds: []kindWords{
		{"excused", words(`отсутств\p{L}*\s+(?:по\s+)?уважительн\p{L}*(?:\s+причин\p{L}*)?|по\s+уважительн\p{L}*\s+причин\p{L}*|в\s+отпуске|на\s+больничном|в\s+командировке|отпросил\p{L}*`)},
		{"absent", words(`не\s+представил[аи]?(?:\s+опросн\p{L}+)?(?:\s+(?:лист|бюллетен)\p{L}*)?|не\s+прин(?:имал|ял)[аио]?\s+участи[яе]|не\s+смогл?[аи]?(?:\s+(?:присутствовать|участвовать|прийти|быть))?|отсутств\p{L}*|не\s+(?:присутств|явил|участв|был|приш|прибы|подключ)\p{L}*|неявк\p{L}*|нет`)},
		{"guest", words(`приглаш[её]нн?\p{L}*|приглаш\p{L}*|гост[ьией]{1,2}|(?:также|кроме\s+(?:того|них))\s+(?:на\s+\p{L}+\s+)?(?:присутств|участв)\p{L}*|без\s+права\s+голоса|с\s+правом\s+совещательного\s+голоса|с\s+совещательным\s+голосом|сторонние`)},
		{"observer", words(`наблюдател\p{L}*`)},
		{"proxy", words(`по\s+доверенности|доверенн\p{L}+`)},
		{"remote", words(`подключ[ие]\p{L}*|(?:в\s+)?дистанционн\p{L}*|удал[её]нн\p{L}*|онлайн|в\s+режиме\s+(?:вкс|онлайн|видео\S*)|(?:по|через|посредством)\s+(?:видео\S*|вкс|zoom|зум\p{L}*|скайп\p{L}*|телефону)`)},
		{"scribe", words(`(?:протокол\p{L}*|запис[ьи])\s+(?:\p{L}+\s+)?(?:в[её]л[аи]?|вед[её]т|составил[аи]?|состав\p{L}*|подготов\p{L}*|оформ\p{L}*|запис\p{L}*)|(?:в[её]л[аи]?|вед[её]т|составил[аи]?|подготовил[аи]?|оформил[аи]?)\s+(?:протокол|запись)\p{L}*|(?:составил[аи]?|вед[её]т|ведение|составление|составитель|за)\s+протокол\p{L}*|протоколист\p{L}*|фиксирует|фиксировал[аи]?|вед[её]т\s+заметки|заметки|протоколировал\p{L}*|записывает|записывал[аи]?|записал[аи]?|запись\s+вед[её]т|стенографист\p{L}*|протокол`)},
		{"vice-chair", words(`(?:заместител[ьи]|зам\.?|вице-)\s*председател\p{L}*|вице-председател\p{L}*`)},
		{"chair", words(`(?:со)?председател\p{L}*|вед[её]т|председательств\p{L}*|ведущ(?:ий|ая|ие)|модератор\p{L}*|(?:провод\p{L}*|пров[её]л[аи]?|в[её]л[аи]?|вед[её]т|открыл[аи]?)\s+(?:заседани|собрани|совещани|встреч|планерк|планёрк|обсуждени|переговор)\p{L}*|(?:заседани|собрани|совещани|встреч|планерк|планёрк|обсуждени|переговор)\p{L}*\s+(?:провод\p{L}*|пров[её]л[аи]?|в[её]л[аи]?|вед[её]т|открыл[аи]?)|под\s+председательством|организатор|в[её]л[аи]?`)},
		{"secretary", words(`секретар\p{L}*|секретариат\p{L}*`)},
		{"present", words(`сч[её]тн\p{L}+\s+комисси\p{L}*|подсч[её]т\s+голосов|присутств\p{L}*|участник\p{L}*|участв\p{L}*|участи[ея]|явил\p{L}*|явк\p{L}*|собрал\p{L}*|собрались|член(?:ы|а|ов)?|на\s+(?:встрече|созвоне|звонке|связи|месте)|кто\s+был|в\s+зале|состав[е]?|были|был[аио]?|пришли|прибыли|регистраци\p{L}*|(?:официальн\p{L}+\s+)?оппонент\p{L}*|делегаци\p{L}*|представител[ьи]|со\s+стороны|стороны|от`)},
	},
	filler: words(`корпоративн\p{L}*|на|в|во|с|со|и|из|по|за|к|о|при|для|также|него|них|лиц[ао]?|человек|чел|всего|все|список|заседани\p{L}*|совещани\p{L}*|собрани\p{L}*|встреч\p{L}*|комисси\p{L}*|совет\p{L}*|комитет\p{L}*|правлени\p{L}*|рабоч\p{L}+|групп\p{L}*|коллеги\p{L}*|президиум\p{L}*|ревизионн\p{L}*|учредител\p{L}*|акционер\p{L}*|собственник\p{L}*|пайщик\p{L}*|депутат\p{L}*|педагог\p{L}*|директор\p{L}*|наблюдательн\p{L}*|уч[её]н\p{L}+|ответственн\p{L}*|техническ\p{L}*|следующ\p{L}*|кафедр\p{L}*|команд\p{L}*|обществ\p{L}*|товариществ\p{L}*|кооператив\p{L}*|организаци\p{L}*|постоянн\p{L}*|приняли|принял[аио]?|принимали|очно|лично|работ[еу]|общ(?:ее|его|ем)|вс[её]|переговор\p{L}*|конкурсн\p{L}*|аттестационн\p{L}*|диссертационн\p{L}*|экспертн\p{L}*|координационн\p{L}*|избран[аы]?|голосовани\p{L}*|праву?о?м?|решающ\p{L}+|голос[ао]?|сотрудник\p{L}*|специалист\p{L}*|инициативн\p{L}*|педагогическ\p{L}*|родител\p{L}*|жюри|клуба?|оргкомитет\p{L}*|штаб\p{L}*|бюро|конференци\p{L}*|сессии|№|\d+`),
	weak:   exact(`^(?:протокол|нет|был[аои]?|состав|представител[ьи]|стороны|организатор)$`),
	bare:   exact(`^(?:от\s.*|в[её]л[аи]?|нет|были?|был[ао]|представител[ьи]|стороны|организатор|состав|секретариат|приняли|.*голосовани\p{L}*|представители\s.*|протокол\s.*|.*собрания\s+собственников.*|общее\s+собрание\s.*|(?:\p{L}+\s+)*(?:заседани|собрани|совещани|встреч|комисси|совет)\p{L}*(?:\s+\p{L}+)*)$`),
	loose:  exact(`^(?:(?:на|в)\s[^.:]{3,80}\s)?(?:также\s+)?(?:присутств\p{L}*|участники|участвовали|участвуют|приняли\s+участие|члены|отсутств\p{L}*|приглаш[её]н\p{L}*|от|со\s+стороны|состав|явились|представител[ьи])(?:\s|$)|\s(?:присутств\p{L}*|участвовали|приняли\s+участие|отсутств\p{L}*|приглашены)$`),
	notes: []kindWords{
		{"excused", re(`(?:^|[^\p{L}])(?:уважительн\p{L}+|отпуск\p{L}*|больничн\p{L}*|болезн\p{L}*|болеет|командировк\p{L}*|отпросил\p{L}*)`)},
		{"absent", re(`(?:^|[^\p{L}])(?:письменн\p{L}+\s+мнени\p{L}+|отсутств\p{L}*|не\s+участв\p{L}*|не\s+(?:явил|был|приш)\p{L}*)`)},
		{"remote", re(`(?:^|[^\p{L}])(?:дистанционн\p{L}*|удал[её]нн\p{L}*|онлайн|по\s+видео\S*|по\s+вкс|вкс|zoom|по\s+телефону)`)},
		{"guest", re(`^(?:гость|приглаш[её]нн?\p{L}*)`)}, {"observer", re(`^наблюдател\p{L}+`)}, {"proxy", re(`по\s+доверенности`)},
		{"vice-chair", re(`^(?:заместитель|зам\.)\s+председателя(?:\s+(?:комиссии|совета|заседания|собрания|комитета|коллегии))?$`)},
		{"chair", re(`^(?:(?:со)?председател(?:ь|я|ем)|председательствующ(?:ий|ая)|ведущ(?:ий|ая)(?:\s+(?:встречи|собрани[ея]|совещани[ея]|заседани[ея]|встречу))?|вед[её]т(?:\s+(?:встречу|собрание|совещание))?|модератор)(?:\s+(?:комиссии|совета|заседания|собрания|совещания|комитета|рабочей\s+группы|президиума|коллегии|кафедры|штаба))?(?:\s+директоров)?$`)},
		{"secretary", re(`^(?:(?:уч[её]ный|ответственный|технический)\s+)?секретар(?:ь|я|[её]м)(?:\s+(?:(?:под)?комиссии|подгруппы|правления|технического\s+комитета|тк(?:\s+\d+)?|совета|заседания|собрания|совещания|комитета|рабочей\s+группы|президиума|коллегии|штаба|оргкомитета))?$`)},
		{"scribe", re(`^(?:протокол|вед[её]т\s+протокол|протоколист|в[её]л[аи]?\s+протокол|записывает)$`)},
	},
}

// ofThisBody are offices without those at another body than the one that met, as "заместитель
// председателя Комитета" at the meeting of a commission.
func (d *Draft) ofThisBody(offices []string, note string) []string {
	m := bodyWord.FindStringSubmatch(note)
	if m == nil || !titleBody.MatchString(d.Title.Text) || strings.Contains(strings.ToLower(d.Title.Text), strings.ToLower(m[1])) {
		return offices
	}
	return slices.DeleteFunc(slices.Clone(offices), func(code string) bool { return code == "chair" || code == "vice-chair" })
}

// bodyWord is a body whose chair somebody is.
var (
	bodyWord  = re(`председател\p{L}+\s+(комисси|совет|комитет|коллеги|президиум)`)
	titleBody = re(`(?:^|\s)(?:комисси|совет|комитет|коллеги|президиум)`)
)

// caseOfPatronymic is the case of a name in Russian, as far as its patronymic tells.
func caseOfPatronymic(name string) oblique {
	for c, ends := range map[oblique]*pattern{genitive: patronymicGenitive, dative: patronymicDative, instrumental: patronymicInstrumental} {
		if ends.MatchString(name) {
			return c
		}
	}
	return asNamed
}

var (
	patronymicGenitive     = exact(`(?:[её]?вича|ьича|[ое]вны|ичны)(?:\s|$)`)
	patronymicDative       = exact(`(?:вичу|ьичу|[ое]вне|ичне)(?:\s|$)`)
	patronymicInstrumental = exact(`(?:вичем|ьичем|[ое]вной|ичной)(?:\s|$)`)
)

// inGenitive gives people behind a label such as "в присутствии" the basic forms of their names.
func (d *Draft) inGenitive(people []attendee, label, at string) {
	if d.Lang != "ru" || !ofWhom.MatchString(label) {
		return
	}
	for i, a := range people {
		people[i].name = d.member(a.name, at, genitive).Text
	}
}

var (
	// onlyCounts says how many people there were, and nobody's name.
	onlyCounts = exact(`^\d+(?:\s+[\p{Ll}\d]+){0,6}\.(?:\s|$)`)
	// ofWhom ends a label whose names are in the genitive.
	ofWhom = re(`(?:^|[^\p{L}])(?:в\s+составе|председателя|членов|секретаря|представител(?:я|ей)|(?:в\s+присутствии|с\s+участием)[^:]*)\s*[:–—-]?$`)
)

// officeBehind divides the words behind the label of an office in Russian before the label of the
// next one: "Председательствующий – Юдин В.К., секретарь совета – Белая Л.А."
func (d *Draft) officeBehind(code, rest string) (own, next string) {
	if d.Lang == "ru" && slices.Contains(oneOffice, code) {
		for _, m := range officeLabel.FindAllStringSubmatchIndex(rest, -1) {
			if slices.Contains(oneOffice, d.lex.attendanceOf(rest[m[2]:])) {
				return rest[:m[0]], rest[m[2]:]
			}
		}
	}
	return rest, ""
}

// fromSide is a line that says only who sent those below it: "От Северной Стороны:".
var fromSide = re(`^от\s+(?:\p{L}+(?:ой|ей)$|.*(?:сторон|част|делегаци)\p{L}*$)`)

// officeLabel is the label of an office at a meeting within a line, with the sign before it.
var officeLabel = exact(`[,;.]\s+((?:\p{L}+\s+){1,4}[–—:-]\s|\p{L}+:\s)`)

// firstCalls reads the first sentence of a line that names people and goes on with others.
func (d *Draft) firstCalls(text string, under called, p *Piece) bool {
	first := firstSentence(text)
	if len(first) == len(text) || d.frontLine(first) || !d.callsOnly(first) || len(namesIn(first)) == 0 {
		return false
	}
	d.call(under.code, d.roll(first, d.listed(first), under.sure), p.At)
	return true
}

// topicOf begins an item of an agenda in Russian.
var topicOf = exact(`^(?:О|Об|Обо)\s`)

// inLatinToo is a name in Russian with what it is in Latin letters behind it.
var inLatinToo = exact(`^([А-ЯЁ][А-ЯЁа-яё.\s-]*?[а-яё.])\s*[/|(]?\s+[/|(]?([\p{Latin}][\p{Latin}.\s’'-]*[\p{Latin}.])\)?$`)

// nameBehindPost is the name in a part of a list in Russian that stands behind words in small
// letters, and these: "протоиерей Сергий Лапин", "мама третьеклассника Вера Жукова". sure says that
// a single word may be a name.
func nameBehindPost(part string, sure bool) (name, post string) {
	if m := saidBehindName.FindStringSubmatch(part); sure && m != nil && likeRussianName(m[1]) {
		return m[1], m[2]
	}
	m := smallPostThenName.FindStringSubmatch(part)
	if m == nil || slices.ContainsFunc(strings.Fields(m[2]), noNameWord) || placeAhead.MatchString(m[1]) {
		return "", ""
	}
	words := strings.Fields(m[2])
	given := slices.ContainsFunc(words, func(w string) bool { return givenNames[strings.ReplaceAll(strings.ToLower(w), "ё", "е")] })
	switch last := words[len(words)-1]; {
	case len(words) == 2 && given:
	case isUpperFirst(part) || len(words) == 1 && !sure:
		return "", ""
	case !slices.ContainsFunc(words, likeRussianName) || adjectiveEnd.MatchString(last) || len(words) == 2 && adjectiveEnd.MatchString(words[0]):
		return "", ""
	}
	return m[2], strings.TrimSpace(m[1])
}

var (
	// saidBehindName is a surname, and where somebody is from: "Терентьев из 71 кв."
	saidBehindName = exact(`^([А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?)\s+((?:из|от|с|со)\s+.{2,60})$`)
	// smallPostThenName is a post or the like, and a name behind it.
	smallPostThenName = exact(`^([А-ЯЁ]?[а-яё][а-яё-]*\.?(?:\s+(?:[а-яё][а-яё-]*\.?|[А-ЯЁ]{2,6}|«[^«»]{2,60}»|№\s?\d{1,4}|\d{1,3}-?[а-я]{0,2}))*\s+)([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?(?:\s[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)?)$`)
	// placeAhead ends with the word for a place or a firm, whose name follows.
	placeAhead = re(`(?:^|\s)(?:г\.|с\.|д\.|ул\.|город\p{L}*|сел[аоеу]|деревн\p{L}+|пос[её]л\p{L}+|район\p{L}*|област\p{L}+|улиц\p{L}+|завод\p{L}*|фирм\p{L}+|компани\p{L}+|банк\p{L}*|фонд\p{L}*|и|от|из|в|на|по)\s+$`)
	// adjectiveEnd ends an adjective in an oblique case, which is no surname.
	adjectiveEnd = exact(`(?:ого|его|ому|ему|ой|ей|ую|юю|ыми|ими)$`)
)
