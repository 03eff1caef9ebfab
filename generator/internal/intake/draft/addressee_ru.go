package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isAddressee reports whether the words with which a sentence begins name somebody in the dative
// whom it tells to do something, and not what is to be done to: "Отделу … представить план" and not
// "Смету … утвердить". Named are people in brackets, and after is what follows the verb.
func isAddressee(words, named, verb, after string) bool {
	first := strings.ToLower(strings.Trim(firstWord(words), `«»",`))
	switch {
	case (becomes.MatchString(first) || adjective.MatchString(first) && becomes.MatchString(secondWord(words))) && givesOffice.MatchString(verb), notDative.MatchString(first), strings.HasSuffix(words, " не"), isGift(verb, after):
		return false
	case abbreviated.MatchString(firstWord(words)):
		return !noOffice.MatchString(first) && (secondWord(words) == "России" || doneHere(verb, after))
	case office.MatchString(first), adjective.MatchString(first) && headsOffice(secondWords(words)), personPlural.MatchString(first), pluralDative.MatchString(first) && office.MatchString(secondWord(words)), inAnyDative.MatchString(first) && (isUpperFirst(words) || office.MatchString(secondWord(words))):
		return true
	case !isUpperFirst(words):
		return false
	case named != "":
		return true
	}
	if all := namesIn(words); len(all) > 0 {
		name, _ := nameParts(all[0])
		return len(name) > 0 && (strings.HasPrefix(first, name[0]) || personDative.MatchString(name[len(name)-1]))
	}
	return doneHere(verb, after)
}

// isGift reports whether a verb, and what is behind it, is what those who meet do to somebody.
func isGift(verb, after string) bool {
	return givesTo.MatchString(verb) || praise.MatchString(verb+" "+strings.TrimSpace(after))
}

// doneHere reports whether a verb has what is to be done to behind it, and is not one by which
// those who meet decide.
func doneHere(verb, after string) bool {
	if doneTo.MatchString(verb) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(after))
	return (unicode.IsLetter(r) || r == '«' || unicode.IsDigit(r)) && !afterObject.MatchString(strings.TrimSpace(after))
}

// toWhom reports whether words name somebody in the dative to whom something is given to do.
func toWhom(words string) bool {
	first := strings.ToLower(strings.Trim(firstWord(words), `«»",`))
	return !notDative.MatchString(first) && (office.MatchString(first) || abbreviated.MatchString(firstWord(words)) || pluralDative.MatchString(first) ||
		inAnyDative.MatchString(first) || len(namesIn(words)) > 0 || personDative.MatchString(first) && !notWhom.MatchString(words))
}

// officeFirst reports whether words begin with what offices and posts are called by.
func officeFirst(words string) bool {
	first := strings.Trim(firstWord(words), `«»",`)
	return officeStart.MatchString(first) || abbreviated.MatchString(first) && strings.Contains(words, " ")
}

// secondWord is the second word of a phrase; "" where it has none.
func secondWord(words string) string {
	if all := strings.Fields(words); len(all) > 1 {
		return strings.Trim(all[1], ",")
	}
	return ""
}

// secondWords are some of the words of a phrase behind the first.
func secondWords(words string) []string {
	all := strings.Fields(words)
	return all[min(1, len(all)):min(4, len(all))]
}

// officeWords are the beginnings of what offices and posts are called by.
const officeWords = `депутат|сенатор|делегат|организаци|объединени|учреждени|законодательн|управляющ|бригадир|мастер|прораб|диспетчер|комендант|автор|рецензент|студент|аспирант|слушател|жител|арендодател|пайщик|акционер|владел|производител|подразделени|работник|сотрудник|орган|наставник|отдел|департамент|комитет|подкомитет|министерств|управлени|агентств|секретариат|директор|руководител|председател|сопредседател|ректор|проректор|декан|совет|правлени|президиум|бюро|фонд|центр|институт|университет|академи|колледж|лице|школ|банк|предприяти|обществ|товариществ|учреждени|администраци|дирекци|комисси|подкомисси|групп|подгрупп|служб|инспекци|палат|кафедр|редакци|бухгалтер|мэри|компани|корпораци|подрядчик|заказчик|исполнител|поставщик|застройщик|инженер|секретар|куратор|заведующ|начальник|заместител|зам\.|глав|врач|министр|юрист|аналитик|архитектор|тренер|координатор|докладчик|модератор|представител|делегаци|федераци|ассоциаци|коллеги|прокуратур|полици|суд|член|участник|ревизор|казначе|кассир|менеджер|специалист|эксперт|разработчик|тестировщик|дизайнер|методист|учител|педагог|воспитател|родител|научн|редактор|библиотек|музе|театр|клуб|филиал|представительств|цех|участк|лаборатори|сектор|штаб|оператор|перевозчик|собственник|арендатор|инициатор|организатор|староста|старост|медиа|пресс-служб|правительств|премьер|президент|губернатор|префект|аким|хоким|сторон|казначейств|нотариус|охран|завод|хозяйств|кооператив|союз|профсоюз|фракци|аппарат|канцеляри|архив|росс?|мин[а-яё]+|гос[а-яё]+|рос[а-яё]{4,}`

var (
	// officeStart begins the name of an office or post in any case.
	officeStart = re(`^(?:` + officeWords + `)\p{L}{0,5}$`)
	// givesTo are verbs of what those who meet do to somebody, and praise is what they say of them.
	givesTo = re(`^(?:отказать|разрешить|запретить|присвоить|выделить|вручить|установить|выразить)$`)
	praise  = re(`^объявить\s+(?:благодарность|выговор|замечание)`)
	// becomes is an office that somebody is elected to, and givesOffice is the verb.
	becomes     = re(`^(?:старост|казначе|председател|секретар|член|заместител|руководител|директор|координатор|ответственн|делегат|представител|ревизор|завед)\p{L}*(?:ой|ей|ем|ём|ом|ым|ами|ями)$`)
	givesOffice = re(`^(?:(?:пере|до)?избрать|назначить|выбрать)$`)
	// personPlural are people by what they do, in the dative.
	personPlural = re(`(?:телям|никам|истам|ицам|ерам|ентам|янам|анам|ачам|екторам)$`)
	// notWhom begins words that name nobody.
	notWhom = re(`^(?:в|во|до|к|ко|с|со|на|по|об?|для|за|из|от|при|не|ему|ей|им|этого|чего|также|что|так|всё|все|данн\p{L}+|эт\p{L}+|как)\s`)
	// abbreviated is the name of an office that has no cases, and noOffice are things with such
	// names.
	abbreviated  = exact(`^[А-ЯЁ]{2,}[а-яё]?$`)
	noOffice     = re(`^(?:тз|чтз|тэо|псд|кп|нир|окр|ниокр|по|кпэ|нпа|гост|снип|пми|рд|рп|бп|дк|до|пдд|см[ир]|тмц|егэ|вкр|ипр|фот|ндс|акт|план|смета|отчёт|решили)$`)
	pluralDative = re(`(?:[иы]м)$`)
	notDative    = re(`^(?:тему|схему|систему|проблему|эмблему|дилемму|теорему)$|(?:ую|юю|ые|ие|ое|ее|[^нт]ию)$`)
	inAnyDative  = re(`(?:ам|ям|ому|ему)$`)
	personDative = re(`(?:у|ю|ой|ей|е|и)$`)
	// office begins the dative of what offices and posts are called by.
	office = re(`^(?:` + officeWords + `)(?:у|ю|ам|ям|ому|ему|е|и|ой|ей|ьям|ии|им|ым)?$`)
	// afterObject follows a verb whose object stands before it.
	afterObject = re(`^(?:в|во|на|до|за|к|ко|с|со|по|из|от|для|при|о|об|у|не|и|или|как|под|через|без|согласно|путём|единогласно|ежемесячно|ежеквартально|ежегодно|дополнительно|полностью)(?:[^\p{L}]|$)`)
	// doneTo are verbs of the body itself.
	doneTo = re(`^(?:принять|утвердить|одобрить|признать|считать|поддержать|отложить|перенести|снять|отметить|отклонить|продлить|избрать|назначить|исключить|допустить)$`)
)

// addressed are those whom a line names to whom the items below it are told.
type addressed struct {
	parts []string // "Отделу кадров (Юдин В.К.)"
	until string   // by when, for all of them
	named bool     // only the people in brackets can be told
}

// addressees reads a line in Russian that names those to whom the items below it are told: "Главам
// районов (Юдин В.К.) и Отделу кадров (Белая Л.А.) до 1 июля:".
func (d *Draft) addressees(text string) (a addressed, ok bool) {
	if text = strings.TrimSpace(text); d.Lang != "ru" || !linesFollow.MatchString(text) || utf8.RuneCountInString(text) > 400 || resolvesBelow.MatchString(text) {
		return a, false
	}
	text = linesFollow.ReplaceAllString(labelBefore.ReplaceAllString(text, ""), "")
	if m := untilThen.FindStringIndex(text); m != nil {
		text, a.until = text[:m[0]], strings.Trim(text[m[0]:], " ,")
	}
	bare := inBracket.ReplaceAllString(text, "")
	given := giveTo.FindString(bare)
	first := firstWord(bare[len(given):])
	if given == "" && !isUpperFirst(bare) || notTold.MatchString(first) || len(d.sentences(bare)) != 1 || strings.ContainsAny(bare, ";:") ||
		slices.ContainsFunc(strings.Fields(bare), isFinite) || infinitiveIn(bare[len(given):]) != nil || !inDativeCase(bare[len(given):]) && !(namedBeside.MatchString(text) && personDative.MatchString(first)) {
		return a, false
	}
	text = text[len(given):]
	from := 0
	for _, m := range afterNamed.FindAllStringIndex(text, -1) {
		a.parts = append(a.parts, text[from:m[0]+1])
		from = m[1]
	}
	a.parts = append(a.parts, text[from:])
	a.named = len(a.parts) > 1 && slices.ContainsFunc(a.parts, func(part string) bool { return !inDativeCase(part) })
	return a, true
}

// resolvesBelow ends a line with whoever resolved what stands below it: "Совет РЕШИЛ:".
var resolvesBelow = re(`[^\p{L}](?:решил[аио]?|решает|постановил[аио]?|постановляет|определил[аио]?)\s*:$`)

// leadsItems reports whether a line names those to whom the items below it are told.
func (d *Draft) leadsItems(text string) bool {
	_, ok := d.addressees(text)
	return ok
}

// inDativeCase reports whether words begin with an office, a post or somebody in the dative.
func inDativeCase(words string) bool {
	all := strings.Fields(strings.NewReplacer("«", "", "»", "", ",", "").Replace(words))
	if len(all) == 0 {
		return false
	}
	first := strings.ToLower(all[0])
	switch {
	case notDative.MatchString(first), inPlural.MatchString(first), inNominative.MatchString(first):
		return false
	case abbreviated.MatchString(all[0]):
		return !noOffice.MatchString(first)
	case office.MatchString(first):
		return true
	case adjective.MatchString(first) && headsOffice(all[1:min(len(all), 5)]), personPlural.MatchString(first):
		return true
	}
	names := namesIn(words)
	return len(names) > 0 && strings.HasPrefix(words, names[0]) && personDative.MatchString(strings.Trim(firstWord(names[0]), ".,"))
}

// headsOffice reports whether one of some words, behind adjectives, is what offices are called by,
// in the dative.
func headsOffice(words []string) bool {
	for _, w := range words {
		if w = strings.ToLower(w); office.MatchString(w) && !inPlural.MatchString(w) {
			return true
		}
		if !adjective.MatchString(w) {
			return false
		}
	}
	return false
}

// toAddressees are those whom a line names as addressees.
func (d *Draft) toAddressees(a addressed, at string) (out []Value) {
	for _, part := range a.parts {
		if !a.named {
			out = append(out, d.owners(part, at, dative)...)
			continue
		}
		for _, name := range namesIn(part) {
			out = append(out, d.member(strings.TrimSpace(name), at, caseOf(name)))
		}
	}
	return out
}

var (
	linesFollow = exact(`\s*(?:[:–—]|\s-)$`)
	untilThen   = re(`(?:,?\s+` + russianUntil + `)+,?$`)
	inBracket   = exact(`\s*\([^()]*\)`)
	giveTo      = re(`^(?:поручить|рекомендовать|предложить|обязать|предписать)\s+`)
	// afterNamed stands between addressees of whom the first has somebody in brackets.
	afterNamed = re(`\)(?:\s*[,;]|\s+и|,?\s+а\s+также|\s+совместно\s+со?)\s+`)
	// togetherWith are offices, with people in brackets, with which another does a task.
	togetherWith = re(`\sсовместно\s+со?((?:\s+(?:и\s+)?[^.;:()]{3,100}\s\((?-i:` + russianPerson + `)\),?)+)\s`)
	// namedBeside is somebody in brackets behind an office.
	namedBeside = exact(`\(` + russianPerson + `[^()]*\)`)
	// inPlural are the names of people and posts in the plural, in the nominative.
	inPlural = re(`[клрд]и$`)
)

// thatThey begins a sentence that says what those who met agree that somebody will do.
var thatThey = re(`^(?:стороны\s+|участники\s+)?(?:договорились|условились|согласились|решили)(?:\s+о\s+том)?,\s+что\s+`)

// caseOf is the case of a name in brackets behind an addressee: that of the addressee, or none.
func caseOf(name string) oblique {
	words, _ := nameParts(name)
	if len(words) > 0 && dativeName.MatchString(words[0]) {
		return dative
	}
	return asNamed
}

// dativeName is a surname that is more likely in the dative than in the basic form, behind an
// office in the dative.
var dativeName = re(`(?:ов|ев|ёв|ин|ын|ск|цк)(?:у|ому)$|(?:ов|ев|ёв|ин|ын)ой$|[бвгджзклмнпрстфхцчшщ]у$|ому$`)

// willTask reads a sentence that says what somebody will do: a person, or anybody else by a day.
func (d *Draft) willTask(a *Action, text, at string) bool {
	if rest := thatThey.ReplaceAllString(text, ""); rest != text && d.hasDay(rest) && d.willTask(a, rest, at) {
		return true // "Стороны договорились, что Секретариат до 1 мая направит …"
	}
	m := doesByDay.FindStringSubmatchIndex(text)
	if m == nil {
		return d.nameLast(a, text, at)
	}
	who, verb := text[m[2]:m[3]], text[m[4]:m[5]]
	names := namesIn(who)
	if notDoer.MatchString(who) || notTold.MatchString(firstWord(who)) && firstWord(who) != "Стороны" || imperfective.MatchString(verb) || nounsLikeVerbs.MatchString(verb) || len(names) == 0 && !d.hasDay(text) {
		return d.nameLast(a, text, at)
	}
	if len(names) > 0 {
		a.Owners = d.people(names[0], at, asNamed)
	} else {
		a.Owners = []Value{d.office(who, at, asNamed)}
	}
	a.Title = Value{text, at, Likely, ""}
	return true
}

// toldParts divides a sentence before the commas behind which somebody else is told to do
// something: "смету утвердить, отделу кадров разослать её".
func (d *Draft) toldParts(sentence string) (out []string) {
	from := 0
	for _, m := range nextOrder.FindAllStringIndex(sentence, -1) {
		rest := sentence[m[1]:]
		if m[0] >= from && strings.HasSuffix(sentence[:m[1]], " а ") && doesByDay.MatchString(rest) && d.hasDay(rest) && d.hasDay(sentence[from:m[0]]) {
			out, from = append(out, sentence[from:m[0]]), m[1] // "А до 1 мая направит …, а Б до 5 мая подготовит …"
			continue
		}
		if m[0] < from || !inDativeCase(rest) || infinitiveIn(sentence[from:m[0]]) == nil {
			continue
		}
		if o, ok := d.told(rest); ok && (office.MatchString(firstWord(o.whom)) || headsOffice(secondWords(o.whom)) || o.named != "" || len(namesIn(o.whom)) > 0) {
			out, from = append(out, sentence[from:m[0]]), m[1]
		}
	}
	return append(out, sentence[from:])
}

// nextOrder stands before another order.
var nextOrder = exact(`,\s+(?:а\s+|и\s+)?`)

// namedLast reads a task that names somebody in brackets at the end, and before it those to whom
// something is to be done: "Должникам направить письма (Белая Л.А., до 1 марта)".
func (d *Draft) namedLast(a *Action, text, at string) bool {
	m := taskThenName.FindStringSubmatch(text)
	if m == nil || infinitiveIn(text) == nil || votedBy.MatchString(text) {
		return false
	}
	if o, ok := d.told(text); ok && (officeFirst(o.whom) || o.named != "" || len(namesIn(o.whom)) > 0) {
		return false
	}
	a.Owners, a.Title = d.people(m[1], at, asNamed), Value{text, at, Likely, ""}
	return len(a.Owners) > 0
}

// votedBy is how many voted in one way, behind whom the names of those may stand in brackets.
var votedBy = re(`[«"“]?(?:против|воздерж\p{L}+|возд\.)[»"”]?\s*[–—:-]?\s*\d`)

// nameLast reads a task that ends with those who have to do it: "Запросить список (Белая Л.А.)",
// "Закупку поручили Белой Л.А.", "Письмо готовит Белая Л.А.".
func (d *Draft) nameLast(a *Action, text, at string) bool {
	a.Title = Value{text, at, Likely, ""}
	if m := d.inRow(text); m != nil {
		a.Title.Text, a.Owners = m[0], d.people(m[1], at, asNamed)
		d.deadlineOf(a, m[2])
	} else if everybody.MatchString(text) {
		a.Owners = []Value{{everyOne(text), at, Guess, firstWord(text)}}
	} else if m := taskThenKnown.FindStringSubmatch(text); m != nil && !votedBy.MatchString(text) && infinitiveIn(text) != nil && d.allThere(last(m[1:])) && (m[1] != "" || !doneTo.MatchString(text[infinitiveIn(text)[0]:infinitiveIn(text)[1]])) {
		a.Owners = d.people(withNames.ReplaceAllString(last(m[1:]), ", "), at, asNamed)
	} else if m := entrusted.FindStringSubmatch(text); m != nil && toWhom(m[1]) && infinitiveIn(m[1]) == nil {
		a.Owners = d.owners(m[1], at, dative)
	} else if m := verbThenName.FindStringSubmatch(text); m != nil && (d.allThere(m[2]) || personal.MatchString(m[2])) && !noteTold.MatchString(m[1]) {
		a.Owners = d.people(m[2], at, asNamed)
	}
	return len(a.Owners) > 0
}

// everyOne are all who have to do something, by the word for them if a text has it.
func everyOne(text string) string {
	if m := allOfThem.FindStringSubmatch(text); m != nil {
		return "Все " + basicPhrase(m[1])
	}
	return "Все"
}

// allOfThem begins a text that tells all people of one kind to do something.
var allOfThem = exact(`^(?:Всем|всем)\s+(\p{Ll}+(?:ам|ям))\s`)

var (
	// taskThenKnown is taskThenName with names that need no initials.
	taskThenKnown = re(`(?:\((` + noteNames + `)(?:\s*[,;–—-]\s*[^()]{2,40})?\)|\s[–—-]\s+(` + noteNames + `)(?:,\s*(?:до|к|срок)\s[^(),]{3,40}|\s*\((?:до|к|срок)\s[^()]{3,40}\))?)\s*[.;]?$`)
	// entrusted says at the end to whom something is given to do.
	entrusted = re(`^[^.;:]{3,120}\s(?:поручили|поручил[ао]?|поручить|поручен[аоы]?)\s+((?:(?-i:[А-ЯЁ]\.)|[^.;:()]){3,80}?)(?:,?\s+` + russianUntil + `)?(?:\s*\([^()]*\))?\s*[.;]?$`)
	// verbThenName is a verb of work, and behind it who does it.
	verbThenName = re(`(?:^|[^\p{L}])(` + russianWill + `|готов[ия]т|пиш[еу]т|дела[ею]т|собира[ею]т|вед[её]т|организу[ею]т|проверя[ею]т|обеспечива[ею]т|закупа[ею]т)\s+(` + noteName + `)(?:[\s.,;(]|$)`)
	// doesByDay is who will do something, and the verb.
	doesByDay = re(`^((?-i:[А-ЯЁ])[\p{L}«»"-]*(?:\s+(?:(?-i:[А-ЯЁ]\.)|[\p{L}«»"-])+){0,5}?)\s+(?:(?:за|по|в|на|со?)\s+(?:\p{L}+\s+){1,3}|также\s+|` + russianUntil + `,?\s+)*((?:за|на|по|про|пере|пере|при|вы|от|об|под|раз|рас|с|со|из|ис|до|у|вз|воз|вос|в|о)\p{L}{2,}(?:ит|[её]т|ят|ат|ут|ют))(?:[^\p{L}]|$)`)
	// imperfective is a verb of what somebody does at other times.
	imperfective = re(`(?:[ыи]ва[ею]т|а[ею]т|яе[тю]|яют|водит|ходит|носит|просит|стоит|следит|дится|тится)$|^(?:составит|пройд[её]т|поступит|вступит|наступит|произойд[её]т|приведет|потребует)$`)
	notDoer      = re(`^(?:срок|вопрос|следующ|очередн|ближайш|заседани|собрани|совещани|встреч|раунд|работ|дата|стоимост|сумм|проект|план|решени|протокол|договор|приложени|средств|цена|объ[её]м|количество|(?:при|если|в|на|по|об?|с|к|до|для|за|из|от|это|он|она|они|все|каждый)\s)`)
	// givenTo says to whom something was given to do.
	givenTo = re(`поручен[оаы]?\s+` + infinitive + `\s+(?:[^.;:()]{0,60}?\s)?((?-i:` + russianPerson + `))`)
	// taskThenName is somebody in brackets at the end of a task, with or without a day.
	taskThenName = re(`\(((?-i:` + russianPerson + `)(?:,\s*(?-i:` + russianPerson + `))*)(?:\s*[,;–—-]\s*[^()]{2,40})?\)\s*[.;]?$`)
)

// controlTask reads a sentence that says who has to see to it that something is done: "Контроль …
// возложить на Иванова И. И.".
func (d *Draft) controlTask(a *Action, text, at string) bool {
	m := control.FindStringSubmatch(text)
	if m == nil || self.MatchString(m[1]) {
		return false
	}
	a.Owners, a.Title = d.owners(m[1], at, accusative), Value{text, at, Likely, ""}
	return len(a.Owners) > 0
}

var (
	control = re(`(?:контрол[ья]|ответственност[ьи]|координаци[юя]|исполнение|выполнение)\s+(?:[^.;:]{3,160}?\s)?(?:возложить|возложен[оа]?|возлагается|возложил[аио]?)\s+на\s+((?:(?-i:[А-ЯЁ]\.)|[^.;:]){3,120}?)\.?$`)
	self    = re(`^(?:себя|собой)`)
)
