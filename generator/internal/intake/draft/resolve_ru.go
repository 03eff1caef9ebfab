package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// resolving follows what stands below "РЕШИЛИ:", and motions until the text says what became of
// them.
type resolving struct {
	open   bool
	told   bool   // the lines below are for somebody whom a line before them names
	to     boss   // that line
	at     string // the clause of the last line below it
	force  bool   // a sentence resolves something, whatever its verb
	motion *Piece
	words  string // of the motion
	elect  bool   // the items below say whom the line before them elects
}

// decided makes acts of what a piece resolves.
func (r *resolving) decided(d *Draft, p *Piece) {
	if len(p.Rows) > 0 {
		return
	}
	if p.Heading {
		r.open = !turn.MatchString(p.Text) && (d.lex.decisions.MatchString(p.Text) || resolutionLabel.MatchString(p.Text+":"))
		if _, ok := d.addressees(p.Text); ok {
			r.open, r.told, r.to = true, true, bossIn(p, nil)
			return
		}
		r.told, r.to = r.open && actionsHeading.MatchString(p.Text), bossIn(p, nil)
		return
	}
	if r.told && !r.to.above(p) { // "Срок: 1 июля" is one more paragraph of the item above it
		r.told = r.at != "" && clauseOf(p) == r.at
	} else if r.told {
		r.at = clauseOf(p)
	}
	r.elects(d, p)
	for _, text := range lines(p) {
		for _, part := range d.resolutionParts(text) {
			if part = labelBefore.ReplaceAllString(part, ""); !r.moved(d, p, part) {
				r.line(d, p, part)
			}
		}
	}
}

// resolutionParts divides a text before the first sentence within it that begins with a label:
// "Выступил Иванов. Решили: …".
func (d *Draft) resolutionParts(text string) []string {
	at := 0
	for i, sentence := range d.sentences(text) {
		at += strings.Index(text[at:], sentence)
		if i > 0 && resolutionLabel.MatchString(sentence) {
			return []string{strings.TrimSpace(text[:at]), text[at:]}
		}
		at += len(sentence)
	}
	return []string{text}
}

// moved reads a motion, or what became of the one before.
func (r *resolving) moved(d *Draft, p *Piece, text string) bool {
	if m := proposed.FindStringIndex(text); m != nil && !adoptedBefore.MatchString(text[:m[1]]) && strings.TrimSpace(text[m[1]:]) != "" {
		r.open, r.motion, r.words = false, p, text[m[1]:]
		return true
	}
	if m := proposedTo.FindStringSubmatch(text); m != nil {
		if o := outcomeHere.FindStringSubmatch(text[len(m[0]):]); o != nil {
			p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text == "recommended" })
			r.motion, r.words = p, m[1]
			r.carried(d, o[1] == "")
			return true
		}
	}
	m := outcome.FindStringSubmatch(text)
	if m != nil && r.motion == nil && m[1] != "" && strings.HasPrefix(p.ID, "c") && outcomeFirst.MatchString(text) && !p.hasAct("rejected") {
		d.quotes(p, p.words(), "rejected", strings.TrimSpace(m[0]))
		d.putOff(p, text, strings.Index(p.words(), text))
		return true
	}
	if m == nil || r.motion == nil {
		return false
	}
	if r.carried(d, m[1] == ""); m[1] != "" && !p.hasAct("rejected") {
		d.quotes(p, p.words(), "rejected", strings.TrimSpace(m[0]))
	}
	return true
}

// line reads a line that is no motion.
func (r *resolving) line(d *Draft, p *Piece, text string) {
	clause := strings.HasPrefix(p.ID, "c")
	label, said := resolutionLabel.FindStringIndex(text), resolvedTo.FindStringIndex(text)
	switch {
	case label != nil && (!proposedBefore.MatchString(text[:label[1]]) || adoptedBefore.MatchString(text[:label[1]])):
		r.open, r.motion = true, nil
		if text[label[1]:] == "" { // it says what comes next
			p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool { return a.Text == "decided" || a.Text == "agreed" })
		}
		d.resolvesBehind(p, text[:label[1]], text[label[1]:], r)
	case opensResolution(d, text):
		r.open, r.motion = true, nil
		p.Acts = slices.DeleteFunc(p.Acts, func(a Act) bool {
			return (a.Text == "decided" || a.Text == "agreed") && (followsBelow.MatchString(text) || strings.HasSuffix(strings.TrimRight(text, ": "), a.Why))
		})
	case said != nil:
		d.resolvedIn(p, text[said[1]:], r)
	case turn.MatchString(text), d.saidBefore(p, text):
		r.turned(d, p, text)
	case d.leadsItems(text):
		r.told, r.to = true, bossIn(p, nil)
	case r.open, clause && d.resolvesByForm(p, text), clause && !p.underActions() && d.bare(text):
		d.resolves(p, text, r)
	case clause && !speech.MatchString(text):
		d.aside(p, text, r)
	case clause:
		d.afterSpeech(p, text)
	}
}

// opensResolution reports whether a line says that resolutions follow.
func opensResolution(d *Draft, text string) bool {
	return (strings.HasSuffix(text, ":") && d.lex.resolves.MatchString(text) || followsBelow.MatchString(text)) && !proposedBefore.MatchString(text)
}

// followsBelow ends a line after which resolutions stand.
var followsBelow = re(`(?:согласились|договорились|условились|решили|пришли\s+к\s+соглашению)\s+о\s+(?:нижеследующем|следующем)[.:]?$`)

// turned reads a line that ends a resolution, and may have another.
func (r *resolving) turned(d *Draft, p *Piece, text string) {
	r.open, r.told = false, false
	switch {
	case !strings.HasPrefix(p.ID, "c"), d.saidBefore(p, text):
	case speech.MatchString(text):
		d.afterSpeech(p, text)
	default:
		d.aside(p, text, r)
	}
}

// operative reports whether a record is one of those whose clauses are resolutions where they have
// no verb but infinitives.
func (d *Draft) operative() bool {
	if d.Kind.Text == KindProtocol {
		return true
	}
	early := d.early()
	return slices.ContainsFunc(early[:min(8, len(early))], func(p *Piece) bool { return operativeTitle.MatchString(p.Text) })
}

var operativeTitle = re(`^(?:(?:итоговый\s+)?протокол|решени[ея]|постановлени[ея]|распоряжени[ея]|перечень\s+поручений|резолюция|выписка\s+из\s+протокола)(?:[^\p{L}]|$)`)

// aside makes acts of the sentences of a paragraph that begin with the short participle of one of
// the verbs of those who meet ("Поддержано 6 заявок"), or have an infinitive for their only verb.
func (d *Draft) aside(p *Piece, text string, r *resolving) {
	for _, sentence := range d.sentences(text) {
		if d.fillsOffice(p, sentence) || noResolution.MatchString(sentence) || nominal.MatchString(sentence) {
			continue
		}
		code, words := d.asideOf(sentence)
		if m := sideWill.FindStringSubmatch(sentence); code == "" && m != nil && d.operative() && d.ofSides() && d.hasDay(sentence) {
			code, words = "agreed", m[1]
		}
		if code != "" && !p.hasAct(code) {
			d.quotes(p, p.words(), code, words)
		}
		if d.operative() && predicate(sentence) && infinitiveIn(sentence) != nil {
			r.force = true
			d.resolves(p, sentence, r)
			r.force = false
		}
	}
}

// afterSpeech makes acts of the sentences behind what somebody said that have a vote: "Выступил
// Юдин В.К. Отчёт принят: за 102, против 9".
func (d *Draft) afterSpeech(p *Piece, text string) {
	for i, sentence := range d.sentences(text) {
		if i == 0 || !votedOn.MatchString(sentence) {
			continue
		}
		if code, words := d.asideOf(sentence); code != "" && !p.hasAct(code) {
			d.quotes(p, p.words(), code, words)
		}
	}
}

// votedOn is how many voted.
var votedOn = re(`[«"“]?за[»"”]?\s*[–—:-]?\s*\d|единогласно|большинством\s+голосов`)

// ofSides reports whether a record is one of sides that met, who agree on what each of them will
// do.
func (d *Draft) ofSides() bool {
	early := d.early()
	return slices.ContainsFunc(early[:min(8, len(early))], func(p *Piece) bool { return sidesMet.MatchString(p.Text) })
}

var (
	sidesMet = re(`(?:^|[^\p{L}])(?:переговор|консультаци|межправительственн|сторон[аы]|делегаци)`)
	// sideWill is what a side will do.
	sideWill = re(`^(?-i:[А-ЯЁ])[^.;:]{2,160}?\s(` + russianWill + `)(?:[^\p{L}]|$)`)
)

// asideOf says what a sentence does that begins with a participle of a verb of those who meet, or
// has one of these verbs in the plural without a subject: "Вопрос сняли с повестки".
func (d *Draft) asideOf(sentence string) (code, words string) {
	from := len(sentence)
	for _, all := range [][]saying{passiveFirst, withoutSubject, happened} {
		if len(all) > 0 && all[0].pattern == happened[0].pattern && before.MatchString(sentence) {
			continue
		}
		for _, v := range all {
			if m := v.FindStringSubmatchIndex(sentence); m != nil && m[2] < from && !d.idle(sentence, m[2], m[3]) && !d.lex.notActed.MatchString(sentence[:m[2]]) {
				from, code, words = m[2], v.code, sentence[m[2]:m[3]]
			}
		}
	}
	return code, words
}

const matters = `(?:сам\s+)?(?:вопрос[ы]?|пункт[ы]?|тем[аы]|предложени[ея]|заявк[аи]|заявлени[ея]|бюджет|смет[аы]|план[ы]?|проект[ы]?|отч[её]т[ы]?|кандидатур[аы]|дат[аы]|срок[и]?|протокол|регламент|положение|устав|информация|рассмотрение|обсуждение|голосование|выборы|перечень|список|график|состав|договор|концепция|программа|правила|порядок|взнос|тариф[ы]?|размер|полномочия|идея|инициатива|поправк[аи]|ходатайство|жалоба|апелляция|просьба|премия|закупка)`

var (
	// happened are participles that say what became of a matter.
	happened = russianForms(`^(?:[^:.;]{2,40}:\s+|[Пп]о\s+(?:\p{L}+\s+)?(?:вопросу|пункту)\s(?:[^.;:]{0,80}?[\s,]\s?)??)?`+matters+`(?:\s[^.;:,]{1,140}?)?\s`, `(?:[^\p{L}-]|$)`, func(f family) string {
		if f.code == "considered" || f.code == "discussed" {
			return ""
		}
		return anyOf(f.passive, shortEnd)
	})
	// before says that something was done at another time, or by an act of somebody else.
	before = re(`(?:^|[^\p{L}])(?:был[аои]?|ранее|прежде|в\s+прошлом|приказом|распоряжением|постановлением|указом|решением)(?:[^\p{L}]|$)`)
	// withoutSubject are verbs in the plural where a sentence begins with them, with the number
	// of an item of the agenda, or with what they do something to.
	withoutSubject = russianForms(`^(?:[^:.;]{2,40}:\s+)?(?:(?:[Пп]о\s+(?:[\p{L}\d-]+\s+(?:вопросу|пункту)|вопросу\s+[^.;:,]{3,100}?)|[Ее]диногласно|[Вв]\s+итоге|[Пп]осле\s+(?:обсуждения|спора|прений|дискуссии)|[Пп]о\s+итогам\s+(?:обсуждения|голосования)|[Тт]акже|[Дд]алее|[Вв]месте)(?:[\s,]+[\p{L}\d.,«»"-]+){0,6}?,?\s+|`+
		`(?:(?:сам\s+)?вопрос|пункт|тему|предложение|заявк[уи]|заявлени[ея]|бюджет|смету|план|проект|отч[её]т|кандидатур[уы]|идею|инициативу|поправк[уи]|просьбу|жалобу|ходатайство|обращение|апелляцию|работу|дату|срок[и]?|решение|протокол|регламент|положение|устав|доклад|информацию|рассмотрение|обсуждение|голосование|встречу|заседание|собрание|выборы|перечень|список|график|состав|договор|концепцию|программу|правила|порядок|председател(?:я|ем)|секретар(?:я|ём|ем)|счётную\s+комиссию|в\s+состав|членом|членами|взнос|тариф|размер)(?:\s[^.;:]{1,140}?)?\s(?:(?:единогласно|также|пока|решили)\s+)?)?`, `(?:[^\p{L}-]|$)`, func(f family) string {
		if f.past == "" {
			return f.acting
		}
		return anyOf(f.acting, ``, `(?:`+f.past+`)ли(?:сь)?`, ``)
	})
	// passiveFirst are the short participles that begin a sentence.
	passiveFirst = russianForms(`^(?:\p{L}+о\s)?`, `(?:[^\p{L}-]|$)`, func(f family) string {
		if f.code == "considered" || f.code == "discussed" {
			return ""
		}
		return anyOf(f.passive, shortEnd)
	})
	// nominal begins or holds what names a matter and decides nothing.
	nominal = re(`^(?:об?|для|чтобы|цел[ьи]|задач\p{L}|тем[аы]|проект)\s|(?:предложени|возможност|необходимост|прав|желани|готовност|намерени|обязательств|просьб|попытк|способност|решени|поручени|идея|идею|план|планы|нужно|пора)\p{L}{0,3}\s+(?:\p{L}+\s+){0,2}` + infinitive)
	// resolvedWord says only that something was resolved.
	resolvedWord = re(`^(?:соч(?:ли|ла|ло)$|решил|решен|решит|постанов|принят[оа]?\s+решени|приня\p{L}+\s+решени)`)
)

// resolvedIn makes acts of what follows "решили": "решила отказать" refuses, and is no other
// decision.
func (d *Draft) resolvedIn(p *Piece, text string, r *resolving) {
	said := p.Acts
	p.Acts = slices.DeleteFunc(slices.Clone(said), func(a Act) bool { return a.Text == "decided" && resolvedWord.MatchString(a.Why) })
	n := len(p.Acts)
	r.force = true
	d.resolves(p, text, r)
	if r.force = false; len(p.Acts) == n {
		p.Acts = said
	}
}

// headingOf is the heading of the clause of a piece.
func headingOf(p *Piece) string {
	if p.heading == nil {
		return ""
	}
	return p.heading.Text
}

// infinitiveIn is the place of the first infinitive of a sentence; nil where it has none.
func infinitiveIn(sentence string) []int {
	for _, m := range anyInfinitive.FindAllStringSubmatchIndex(sentence, -1) {
		if !nounsLikeInfinitives.MatchString(sentence[m[2]:m[3]]) {
			return m[2:4]
		}
	}
	return nil
}

// whatDoes is the verb of a sentence that says what somebody does or will do; "" where it has none.
func whatDoes(sentence string) string {
	if inForce.MatchString(sentence) {
		return ""
	}
	if m := willDo.FindStringSubmatch(sentence); m != nil {
		return m[1]
	}
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return !isLetter(r) && r != '-' }) {
		if present.MatchString(w) && !nounsLikeVerbs.MatchString(w) {
			return w
		}
	}
	return ""
}

// inForce is said of the record itself, or of what is added to it.
var inForce = re(`^настоящ|вступа[ею]т\s+в\s+силу|прилага[ею]тся|явля[ею]тся|составля[ею]т|име[ею]тся`)

// present is a verb in the third person.
var present = exact(`^[а-яё]{4,}(?:ит|ет|ёт|ят|ут|ют)$`)

// carried makes an act of a motion: what it proposes, or that it was rejected.
func (r *resolving) carried(d *Draft, adopted bool) {
	if adopted {
		d.resolves(r.motion, r.words, r)
	} else if first := firstWord(strings.TrimSpace(r.words)); first != "" {
		r.motion.Acts = nil
		d.quotes(r.motion, r.motion.words(), "rejected", strings.TrimRight(first, ".,;:"))
	}
	r.motion = nil
}

// resolves makes acts of the sentences of a resolution.
func (d *Draft) resolves(p *Piece, text string, r *resolving) {
	whole := p.words()
	for i, sentence := range d.sentences(text) {
		sentence = strings.TrimSpace(labelBefore.ReplaceAllString(sentence, ""))
		labelled := false
		if m := resolved.FindStringIndex(sentence); m != nil {
			sentence, labelled = sentence[m[1]:], true
		}
		if sentence == "" || d.fillsOffice(p, sentence) || noResolution.MatchString(sentence) {
			continue
		}
		if _, _, task := d.noteTask(sentence); task || d.inRow(sentence) != nil {
			continue
		}
		code, words, known := d.resolution(sentence, r.told)
		if code == "" {
			code, words = d.asideOf(sentence)
			known = code != ""
		}
		if at := strings.Index(whole, sentence); code != "" && at >= 0 {
			if j := strings.Index(whole[at:], words); !p.hasAct(code) && j >= 0 && (known || labelled || i == 0 && (r.force || !p.actsIn(at, at+len(sentence))) || d.lex.infinitive.MatchString(sentence)) {
				d.quotesAt(p, code, words, at+j)
			}
			if code != "instructed" {
				d.alsoResolves(p, sentence, at)
			}
		}
	}
}

// actsIn reports whether an act of a piece has its words between two places of the text.
func (p *Piece) actsIn(from, to int) bool {
	return slices.ContainsFunc(p.Acts, func(a Act) bool { return from <= a.from && a.from < to })
}

// alsoResolves makes acts of the verbs that a sentence has beside its first: "создать группу и
// назначить её руководителем …".
func (d *Draft) alsoResolves(p *Piece, sentence string, at int) {
	for _, v := range resolutionVerbs {
		for _, m := range v.FindAllStringSubmatchIndex(sentence, -1) {
			if m[2] > 0 && alongside.MatchString(sentence[:m[2]]) && !p.hasAct(v.code) {
				d.quotesAt(p, v.code, sentence[m[2]:m[3]], at+m[2])
			}
		}
	}
}

// alongside ends before a verb that stands beside another.
var alongside = re(`(?:,|\s+и|\s+а\s+также)\s+(?:\p{L}+\s+){0,2}$`)

// beginningOf is a text, or its first words where it is longer than n characters.
func beginningOf(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	text = string([]rune(text)[:n])
	return text[:max(strings.LastIndexByte(text, ' '), 1)]
}

// resolution says what a sentence of a resolution does, by which words, and whether these are a
// verb of those who meet; code is "" where it does nothing.
func (d *Draft) resolution(sentence string, told bool) (code, words string, known bool) {
	if o, ok := d.told(sentence); ok {
		return "instructed", o.verb, true
	}
	if m := d.lex.infinitive.FindStringSubmatch(sentence); m != nil && told {
		return "instructed", m[1], true
	}
	from := len(sentence)
	for _, v := range resolutionVerbs {
		if m := v.FindStringSubmatchIndex(sentence); m != nil && m[2] < from && !d.lex.notActed.MatchString(sentence[:m[2]]) {
			from, code, words, known = m[2], v.code, beginningOf(sentence[m[2]:m[3]], 80), true
		}
	}
	if m := infinitiveIn(sentence); m != nil && m[0] < from {
		code, words, known = "decided", sentence[m[0]:m[1]], false
		if told {
			code = "instructed"
		}
	}
	if code == "" {
		words = whatDoes(sentence)
		if words != "" {
			code = "decided"
		}
		if m := weDoNot.FindStringSubmatchIndex(sentence); m != nil && whatDoes(sentence[:m[2]]) == "" {
			code, words = "rejected", sentence[m[2]:m[3]]
		}
	}
	return code, words, known
}

var (
	// resolutionLabel begins a line behind which, or after which, resolutions stand.
	resolutionLabel = re(`^(?:[^:.;]{0,120}?[^\p{L}:.;])?(?:решил[аио]?|решено|решает|постановил[аио]?|постановляет|постановлено|определил[аио]?|условились|договорились|договор[её]нности|решени[ея]|постановлени[ея]|поручени[ея]|рекомендации|рекомендовано|заключил[аи]?|(?:пришл[аи]|достиг\p{L}*|приня\p{L}+|определ\p{L}+|соглас\p{L}+)\s(?:[^:.;]{0,60}\s)?следующ\p{L}+|к\s+следующему|о\s+следующем|о\s+нижеследующем)(?:[\s,][^:.;]{0,100})?\s*:\s*|^(?:решил[аио]?|решени[ея]|решено|постановил[аио]?|постановлени[ея])\s*\.?\s*$|^` + shortResolved)
	// resolvedTo begins a sentence that goes on with what was resolved.
	resolvedTo = re(`^(?:(?:\p{Lu}\.|[^.;:])*?\s)?(?:решил[аио]?|решено|постановил[аио]?|постановлено|принято\s+решение|приняли\s+решение|приняла\s+решение|соч(?:ли|ла|ло)\s+(?:целесообразн|возможн|необходим|нужн|правильн)\p{L}+)\s+(?:единогласно\s+|единодушно\s+)?`)
	// proposed begins a motion.
	proposed = re(`^(?:предложено|предложил[аи]?|предлагается|поступило\s+предложение|(?:вопрос|формулировка\s+решения|решение)?,?\s*(?:вопрос,?\s+)?поставлен\p{L}*\s+на\s+голосование|формулировка\s+решения|проект\s+решения|на\s+голосование\s+(?:ставится|вынесен\p{L}*)(?:\s+\p{L}+){0,3})[^:.;]{0,60}:\s*`)
	// proposedTo is a motion of one sentence, and outcomeHere says behind it what became of it.
	proposedTo     = re(`^(?:предложено|предлагается|поступило\s+предложение)(?:\s+(?-i:` + russianPerson + `))?\s+((?:[^.;]|\.\S){4,300}?)[.;]\s`)
	outcomeHere    = re(`(?:^|[.;]\s+|\)\s*[–—-]\s+)(?:решени\p{L}\s|предложени\p{L}\s)?(?:[–—-]\s+)?(не\s+)?принят[оа]?(?:\s+(?:единогласно|единодушно|большинством[^.;]{0,20}))?(?:[.;,]|$)`)
	proposedBefore = re(`проект|формулировк|поставленн|предложен`)
	adoptedBefore  = re(`решени\p{L},?\s+принят\p{L}+`)
	// outcome says what became of a motion; group 1 is set where it was lost.
	outcome = re(`(?:решени\p{L}|предложени\p{L})(?:[^.;:]{0,80}?)\s*[:–—-]?\s*(не\s+)?принят[оа]?(?:[^\p{L}]|$)`)
	// outcomeFirst begins a sentence that says what became of what was voted on.
	outcomeFirst = re(`^(?:решение|предложение)(?:\s+по\s+[^.;:,]{3,60}?)?\s+не\s+принято[.;,]?(?:\s|$)`)
	// turn begins what ends a resolution.
	turn = re(`^(?:по\s+\p{L}+\s+вопросу|(?:за)?слушали|слушал[аи]?|выступ(?:ил|или|ила|ления|ающие)(?:[^\p{L}]|$)|докладыва|доложил|отметили\s*:|обсуждение\s*(?:[:.]|$)|вопрос\s*(?:№\s*)?\d|повестка|приложение|предложено|прения|разное|присутств|информаци[яю]\s*:|в\s+обсуждении|обсудили\s*:|справочно)`)
	// speech begins what somebody said.
	speech = re(`^(?:\d+[.)]\s*)?(?:по\s+\p{L}+\s+вопросу:?\s+)?(?:слушали|выступ(?:ил|или|ила|ления)|докладывал|доложил|сообщил|прения|обсуждение)(?:[^\p{L}]|[аи](?:[^\p{L}]|$)|$)`)
	// noResolution begins a sentence that resolves nothing, though it stands in a resolution.
	noResolution = re(`^(?:голосовали|проголосовали|[«"“]?за[»"”]?\s*[:–—-]|[«"“]?против|[«"“]?воздерж|результаты\s+голосования|итоги\s+голосования|голосование|решени[ея]\s+(?:[^.;:]{0,60}?\s)?принят|принято\s+(?:единогласно|большинством|открытым|тайным|без\s+голосования|консенсусом)|единогласно|срок\p{L}*(?:\s+(?:исполнения|выполнения|реализации|предоставления|представления|подготовки))?\s*(?:[:–—-]|до\s|не\s|к\s|\d|$)|ответственн(?:ый|ая|ое|ые|ого|ых)(?:[^\p{L}]|$)|отв\.|исполнител|соисполнител|докладчик[иа]?(?:\s*[:–—-]|\s+(?-i:[А-ЯЁ]))|кворум|приложени|примечани|особое\s+мнение|протокол\s+(?:в[её]л|подписан|состав(?:лен|ил))|рассылка(?:\s*:|$)|(?:дата\s+)?следующ(?:ее|его)\s+(?:совещани|заседани|собрани)\p{L}+\s*[:–—-]\s*\d|заседание\s+(?:закрыт|окончен)|доложить\s+о)`)
	weDoNot      = re(`(?:^|[^\p{L}])(не\s+\p{L}{2,}(?:ем|им|ём)(?:ся)?)(?:[^\p{L}]|$)`)
	aim          = re(`^(?:цел[ьи]|задач|повестк|тем[аы]|вопросы|план|предмет)`)
	// anyInfinitive finds an infinitive, and nounsLikeInfinitives are no such words.
	anyInfinitive        = re(`(?:^|[^\p{L}-])(` + infinitive + `)(?:[^\p{L}-]|$)`)
	nounsLikeInfinitives = re(`^(?:печать|память|пять|девять|десять|двадцать|тридцать|сеть|треть|путь|суть|нить|речь|ночь|часть|область|власть|очередь|стать|мать|есть)$`)
	// willDo finds what somebody will do, or what those who speak do.
	willDo = re(`(?:^|[^\p{L}-])(` + russianWill + `|\p{L}{3,}(?:[аея]ем|им|ём)(?:ся)?)(?:[^\p{L}-]|$)`)
)

// resolvesByForm reports whether a text that no line heads is a resolution by its form.
func (d *Draft) resolvesByForm(p *Piece, text string) bool {
	return !p.underActions() && d.operative() && begunOrBare(d, text) && !aim.MatchString(headingOf(p))
}

// begunOrBare reports whether a text begins with an infinitive, or has no other verb.
func begunOrBare(d *Draft, text string) bool {
	first := d.beginning(text)
	return d.lex.infinitive.MatchString(text) || predicate(first) && infinitiveIn(first) != nil && !nominal.MatchString(first)
}

// beginning is the first sentence of a text; "" where it has none.
func (d *Draft) beginning(text string) string {
	if all := d.sentences(text); len(all) > 0 {
		return all[0]
	}
	return ""
}

// bare reports whether a text begins with a sentence that has one of the verbs of those who meet as
// an infinitive, and no other verb.
func (d *Draft) bare(text string) bool {
	first := d.beginning(text)
	return predicate(first) && slices.ContainsFunc(bareVerbs, func(v saying) bool { return v.MatchString(first) })
}

// bareVerbs are the infinitives that mean an act also where no line says that there is a
// resolution.
var bareVerbs = russianForms(`(?:^|[^\p{L}-])`, `(?:[^\p{L}-]|$)`, func(f family) string { return f.infinitive })

// predicate reports whether a sentence has no verb but infinitives: "Кандидатуру Зверева
// отклонить".
func predicate(sentence string) bool {
	for _, w := range strings.FieldsFunc(sentence, func(r rune) bool { return !isLetter(r) && r != '-' }) {
		w = strings.ToLower(w)
		if finite.MatchString(w) && !nounsLikeVerbs.MatchString(w) || pastOfOne.MatchString(w) && !nounsLikePast.MatchString(w) || modal.MatchString(w) {
			return false
		}
	}
	return true
}

var (
	nounsLikeVerbs = re(`(?:^нет|торговли|прибыли|кровли|охраны|страны|цены|мены|органы|ветераны|\p{L}тели|(?:протокол|раздел|отдел|филиал|материал|капитал|персонал|журнал|канал|портал|квартал|предел|стол|арсенал|сигнал|вокзал|оригинал|потенциал|терминал|метал|генерал|зал|трал|тыл|угл|посл|тел|объедин|масл|стекл)а|(?:модел|отрасл|мысл|ссыл|площад|петл|рубл|автомобил|профил|кабел|лидел|стил|текстил|мебел|дуэл|водорос|апрел|июл|феврал)и|(?:тепл|стекл|тел|весл|масл)о|(?:приорит|университ|мандат|кандидат|адрес[ау]|агрегат|сюж|билет|моск|газ|банк|букл|дирижёр|авторит|менталит)[еа]т|итет|абинет|бюджет|совет|лимит|кредит|дефицит|аудит|визит|отч[её]т|предмет|интернет|пакет|факультет|проект|объект|субъект|акт|контракт|лет|смет|дела|правила|село|число|начало|сел[ао]|неё|ещ[её]|если|или|роли|цели|недели|доли|сети|земли|школ[аы]|средств|маршрут|институт|состав|квадрат|формат|результат|штат|аппарат|депутат|сертификат|факт|тракт|пункт|продукт|комплект|конфликт|текст|зачёт|учёт|расчёт|счёт|доклад|сила|единогласно|план[аы]|закон[аы]|имено|кворум|пять|шесть|закрыто|было)$`)
	pastOfOne      = re(`^\p{L}{2,}[аиеыуёя]л(?:ся)?$`)
	nounsLikePast  = re(`^(?:отдел|раздел|материал|журнал|филиал|финал|капитал|персонал|канал|потенциал|портал|терминал|квартал|предел|сигнал|оригинал|арсенал|вокзал|интервал|минерал|модел|профил|автомобил|зал|передел|пол|генерал|бал|дел|уч[её]л)$`)
	modal          = re(`^(?:может|могут|необходимо|нужно|следует|вправе|намерен[аы]?|что|чтобы|котор\p{L}+|должен|должн[аоы]|хочет|хотят|готов[аы]?|было|был[аи]?|буд[еу]т?|можно|нельзя|если|правомочн\p{L})$`)
)
