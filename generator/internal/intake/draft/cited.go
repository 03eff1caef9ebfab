package draft

import (
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scaffold"
)

// cited finds the instruments that paragraphs cite with their date and place in brackets.
func (d *Draft) cited() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) || !strings.Contains(p.ID, ".p") && !(d.Lang == "ru" && p.Heading) {
			continue
		}
		text := joinTexts(lines(p))
		for _, m := range d.lex.cited.FindAllStringSubmatchIndex(text, -1) {
			inside := text[m[2]:m[3]]
			if d.citedBy(p, text[:m[0]], inside) {
				continue
			}
			ds := d.dates(inside)
			if len(ds) == 0 && minutesAtEnd.MatchString(text[:m[0]]) {
				if ds = d.earlierDays(inside); len(ds) > 0 && ds[0].to < len(inside) {
					continue // more than a day
				}
			}
			if len(ds) == 0 || ds[0].from > 3 || d.afterMeeting(ds[0]) || d.Lang == "zh" && strings.Contains(string(ds[0].date), "/") {
				continue
			}
			d.cites(p, text[:m[0]], inside, ds[0])
		}
		d.citedByDay(p, text)
	}
}

// citedBy cites a document in English that has who made it and its day in brackets behind it: "the
// report (Lund & Co, 2 May 2026)". It reports whether these are such brackets.
func (d *Draft) citedBy(p *Piece, before, inside string) bool {
	ds := d.dates(inside)
	if d.Lang != "en" || len(ds) != 1 || !byWhom.MatchString(inside[:ds[0].from]) || ds[0].to < len(inside) || d.afterMeeting(ds[0]) {
		return false
	}
	if paperAtEnd.MatchString(before) {
		d.cites(p, before, inside[ds[0].from:], ds[0].byItself())
	}
	return true
}

// byItself is a day in a text that begins with it.
func (when dated) byItself() dated {
	return dated{to: when.to - when.from, date: when.date, sure: when.sure, month: when.month}
}

// afterMeeting reports whether a day is after the meeting, so that it is that of no document that
// is cited.
func (d *Draft) afterMeeting(when dated) bool {
	held := model.Date(d.Date.Text).To()
	return held != "" && when.date.From() > held
}

// citedByDay finds the documents that a paragraph cites by their day alone: "the Agreement of 5
// March 2020", "the minutes of the meeting held on 5 March 2020".
func (d *Draft) citedByDay(p *Piece, text string) {
	if d.Lang == "zh" {
		d.citedBehindDay(p, text)
		return
	}
	if d.lex.ofDay == nil {
		return
	}
	for _, when := range append(d.dates(text), d.earlierDays(text)...) {
		if d.citedByPaper(p, text, when) || d.afterMeeting(when) {
			continue
		}
		d.citedBeforeDay(p, text, when)
	}
}

// citedByPaper cites the document in Russian or English that a sentence names before its day, and
// reports whether there is one.
func (d *Draft) citedByPaper(p *Piece, text string, when dated) bool {
	m := d.lex.ofDay.FindStringIndex(text[:when.from])
	made := false
	if m == nil && d.Lang == "en" {
		if m = heldThen.FindStringIndex(text[:when.from]); m == nil {
			m = madeThen.FindStringIndex(text[:when.from])
			made = m != nil
		}
	}
	if m == nil || d.afterMeeting(when) || model.PartOf(p.ID) == model.PartPreamble && string(when.date) == d.Date.Text {
		return false
	}
	before := text[:m[0]]
	sentence := 0
	for _, m := range sentenceSign.FindAllStringIndex(before, -1) {
		sentence = m[1]
	}
	at, kind, ok := d.lastPaper(before[sentence:])
	if !ok || kind.code == "" || ownPaper.MatchString(before[sentence+at:]) || len(before)-sentence-at > 400 || made && minutesWord.MatchString(kind.base) {
		return false
	}
	if near, _, _, ok := d.nearPaper(text[:when.from]); ok && near > sentence+at {
		return false
	}
	inside := text[when.from:when.to]
	span := when.byItself()
	if place := placeBehind.FindString(text[when.to:]); place != "" {
		inside += ", " + strings.Trim(place, " ()")
	}
	d.cites(p, before, inside, span)
	return true
}

// ownPaper is the record itself: "This Protocol was done on".
var ownPaper = re(`^(?:this|the\s+present|настоящ\p{L}+)\s`)

// earlierDays are the days without a year in a text in English or Chinese of minutes and letters,
// as the last such days before the meeting: "the minutes of 13th May".
func (d *Draft) earlierDays(text string) (out []dated) {
	held, ok := d.day()
	if d.Lang == "ru" || !ok {
		return nil
	}
	for _, when := range d.daysWithoutYear(text) {
		year := held.Year()
		if int(held.Month())*100+held.Day() <= when.month*100+when.day {
			year--
		}
		day, ok := dayOf(year, when.month, when.day)
		if !ok || string(day) < held.AddDate(0, -9, 0).Format(time.DateOnly) {
			continue // it may be that of the year after
		}
		when.date = day
		out = append(out, when)
	}
	return out
}

// citedBehindDay finds the documents in Chinese, which stand behind their day.
func (d *Draft) citedBehindDay(p *Piece, text string) {
	for _, when := range append(d.dates(text), d.earlierDays(text)...) {
		if d.afterMeeting(when) || string(when.date) == d.Date.Text || when.month > 0 && !namesEarlier.MatchString(text[:when.from]) && !spiritOf.MatchString(text[when.to:]) && !minutesThen.MatchString(text[when.to:]) {
			continue
		}
		for _, behind := range []*pattern{signedThen, minutesThen, letterThen, spiritOf, settledThen, versionThen} {
			if m := behind.FindStringSubmatch(text[when.to:]); m != nil {
				title := last(m[1:])
				if !strings.HasPrefix(title, "《") {
					title = "《" + title + "》" // all of it is the title
				}
				d.cites(p, title, text[when.from:when.to], when.byItself())
				break
			}
		}
		d.citedBesideDay(p, text, when)
	}
}

// signedThen follows the day of an instrument in Chinese: "2020年6月5日签署的《协定》", "2020年6月5日
// 《协定》签署以来".
var signedThen = exact(`^\s*(?:在[\p{Han}·]{2,10}?)?(?:起|共同|正式|重新|审议|表决)?(?:` + hanIssues + `|达成|作出|发来)的[^，。；《》]{0,16}?(《[^》]+》|[^，。；《》]{1,24}?(?:协定|议定书|条例|规划|方案|` + hanLetters + `))|^\s*(《[^》]+》)\s*(?:` + hanIssues + `)`)

var (
	// settledThen follows the day of a meeting that settled something: "2025年4月11日联席会议确定的".
	settledThen = exact(`^\s*(?:召开的)?(\p{Han}{0,12}?(?:会议|全会|例会|大会))(?:上)?(?:审议)?(?:确定|通过|部署|议定|决定|明确|商定|形成|批准)的`)
	// versionThen follows the day of a version: "2024年6月1日版流程".
	versionThen = exact(`^\s*版(?:的)?(\p{Han}{2,10}?)(?:的|与|和|，|。|；|、|$)`)
)

// heldThen ends before the day of an earlier meeting: "the minutes of the meeting held on".
var heldThen = re(`\s+(?:of|from|for)(?:\s+(?:the|our|its))?(?:\s+\p{L}+){0,3}?\s+(?:meeting|session|call)(?:,?\s+(?:held\s+|dated\s+)?(?:of|on)|\s+dated)?(?:\s+(?:the|\p{L}+day,?))?\s+$`)

var (
	// madeThen ends before the day on which a document was made or published.
	madeThen = re(`,?\s+(?:(?:which\s+)?(?:was|were|(?:had|has)\s+been)\s+)?(?:completed|published|posted|submitted|prepared|released)\s+on\s+(?:the\s+)?$`)
	// byWhom is who made a document, before its day in brackets.
	byWhom = exact(`^\p{Lu}[^,;]{1,40},\s+$`)
	// minutesAtEnd ends with the minutes of an earlier meeting, whose day is in brackets.
	minutesAtEnd = re(`\b(?:minutes|notes)\b[^.;:]{0,40}$`)
	paperAtEnd   = re(`\b(?:report|letter|assessment|survey|study|audit|review|plan|policy|strategy|guidance|agreement|contract)\s+$`)
)

// minutesThen follows the day of an earlier meeting whose minutes or decisions are named:
// "2026年5月15日会议纪要".
var minutesThen = exact(`^\s*(?:的|召开的)?((?:第\p{Han}{1,6}次|上次|\p{Han}{2,8})?(?:会议|例会|全会|大会)?(?:的)?(?:纪要|记录|决议|决定))`)

// sentenceSign ends a sentence, or a part of it; a full stop within a date or a number does not.
var sentenceSign = exact(`[.;]\s|[。；]`)

// placeBehind is a place in brackets behind a day.
var placeBehind = exact(`^\s*\((?:г\.|город|in)\s*[\p{L} -]{2,30}\)`)

func (d *Draft) cites(p *Piece, before, inside string, when dated) {
	from, kind, ok := d.lastPaper(before)
	if !ok && !placeAfter.MatchString(inside[when.to:]) {
		return
	}
	if !ok {
		d.ask("cited", p.At, "which document is of "+quoted(inside)+"?", "not written")
		return
	}
	c := Cited{Node: p.ID, Date: Value{string(when.date), p.At, Certain, inside}, Type: Value{kind.code, p.At, Likely, ""}}
	if when.month > 0 {
		c.Date.Sure = Likely // without its year
	}
	title, adopted := d.untilAdopted(before[from:])
	c.Event = Value{"adopted", p.At, Guess, "the text does not say what happened on that day"}
	if adopted != "" {
		c.Event = Value{"adopted", p.At, Likely, adopted}
	}
	title = kind.inBase(strings.TrimLeft(strings.TrimRight(title, " ,《》«»“”\""), "《"))
	if m := numberBehind.FindString(strings.TrimPrefix(p.words(), before)); d.Lang == "ru" && !strings.Contains(title, "№") {
		title += strings.TrimRight(numberOnly.FindString(m), ".,;")
	}
	if open := strings.LastIndex(title, "("); d.Lang == "ru" && open > 0 && !strings.Contains(title[open:], ")") {
		title = title[:open] // "договор с сетью (исх. № 118 от …)"
	}
	if title = strings.TrimSpace(title); d.Lang == "en" && title == kind.base && title != "" {
		title += " of " + inside[when.from:when.to] // else all minutes would have one title
		if when.month > 0 {
			title += " " + string(when.date)[:4]
		}
	}
	c.Title = Value{title, p.At, Likely, cut(before[from:], 80)}
	d.citesWhere(p, &c, inside, when)
}

// citesTitled cites a document of which only the title and the day are known.
func (d *Draft) citesTitled(p *Piece, title string, kind instrumentKind, inside string, when dated) {
	c := Cited{Node: p.ID, Date: Value{string(when.date), p.At, Certain, inside}, Type: Value{kind.code, p.At, Likely, ""}, Title: Value{title, p.At, Likely, title}}
	if when.month > 0 {
		c.Date.Sure = Likely // without its year
	}
	c.Event = Value{"adopted", p.At, Guess, "the text does not say what happened on that day"}
	d.citesWhere(p, &c, inside, when)
}

// citesWhere adds the place behind the day of a document, and the document.
func (d *Draft) citesWhere(p *Piece, c *Cited, inside string, when dated) {
	if place := placeAfter.FindStringSubmatch(inside[when.to:]); place != nil {
		c.Place = Value{strings.TrimSpace(place[1]), p.At, Certain, inside}
	}
	d.refer(p, c)
}

// untilAdopted returns a title up to the words that say that the document was adopted, and those.
func (d *Draft) untilAdopted(title string) (rest, adopted string) {
	for i := range title {
		m := d.lex.adoptedBy.FindString(title[i:])
		if m == "" || i <= 8 || d.Lang == "en" && title[i-1] != ' ' && title[i-1] != ',' {
			continue
		}
		if title[i] == ',' || title[i] == ' ' || d.Lang == "zh" {
			return title[:i], strings.Trim(m, ", ")
		}
	}
	return title, ""
}

// inBase puts the word for the document, at the beginning of its title, in its basic form.
func (k instrumentKind) inBase(title string) string {
	if k.base == "" {
		return title
	}
	word := k.form.FindString(title)
	title = k.base + title[len(word):]
	if k.base == "План" && strings.HasPrefix(word, "План") {
		title = "План" + strings.TrimPrefix(word, firstWord(word)) + title[len("План"):]
	}
	return title
}

func firstWord(s string) string {
	if i := strings.IndexByte(s, ' '); i > 0 {
		return s[:i]
	}
	return s
}

var placeAfter = exact(`^(?:\s*(?:года|г\.))?\s*[,，、]\s*(?:г\.\s*|город\s+)?([\p{L}][\p{L}\s’'-]{1,40}?)\s*$`)

// refer gives an instrument its id, that of the site's record where there is one.
func (d *Draft) refer(p *Piece, c *Cited) {
	for _, i := range model.All[*model.Instrument](d.site, model.Instruments) {
		named := slices.ContainsFunc([]string{i.Title[d.Lang], i.ShortTitle[d.Lang]}, func(t string) bool { return t != "" && strings.EqualFold(t, c.Title.Text) })
		dated := slices.ContainsFunc(i.Events, func(e model.Event) bool { return string(e.Date) == c.Date.Text })
		if named || dated && string(i.Type) == c.Type.Text {
			c.ID, c.Known = i.ID, true
		}
	}
	earlier, body, ok := d.recordOf(model.Date(c.Date.Text).From())
	if ok && body == d.Body.Text && minutesWord.MatchString(c.Title.Text) {
		if !slices.Contains(p.Cites, earlier.String()) {
			p.Cites = append(p.Cites, earlier.String())
		}
		return
	}
	if c.ID == "" {
		c.ID = scaffold.ID(c.Title.Text, "document")
		for _, o := range d.Cited {
			switch same := o.Title.Text == c.Title.Text; {
			case same && o.Date.Text == c.Date.Text:
				c.ID = o.ID
			case o.ID == c.ID: // two of one title
				c.ID += "-" + c.Date.Text
			}
		}
	}
	ref := string(model.Instruments) + "/" + c.ID
	if !slices.Contains(p.Cites, ref) {
		p.Cites = append(p.Cites, ref)
	}
	if !c.Known && !slices.ContainsFunc(d.Cited, func(o Cited) bool { return o.ID == c.ID }) {
		d.Cited = append(d.Cited, *c)
		if c.Event.Sure == Guess {
			d.ask("cited", p.At, "what happened to "+quoted(cut(c.Title.Text, 60))+" on "+c.Date.Text+"?", c.Event.Text)
		}
	}
}

// minutesWord begins the title of minutes, which are the record of a meeting where the site has it.
var minutesWord = exact(`^(?:Minutes|Notes|Протокол|\p{Han}*(?:纪要|记录))`)

// lastPaper is lastInstrument, and knows also documents that are called by a word in small
// letters, such as an order, which has to be near.
func (d *Draft) lastPaper(text string) (at int, kind instrumentKind, ok bool) {
	if at, kind, ok = d.lastInstrument(text); !ok && d.Lang == "zh" {
		return titledPaper(text)
	}
	for _, k := range papers[d.Lang] {
		for _, m := range k.form.FindAllStringIndex(text, -1) {
			if (!ok || m[0] > at) && startsWord(text, m[0]) && endsWord(text, m[1]) && len(text)-m[1] < 160 {
				at, kind, ok = m[0], k, true
			}
		}
	}
	return at, kind, ok
}

var (
	// numberBehind is the number of a document behind its day, or before it.
	numberBehind = re(`^\s*(?:от\s+)?[«"\d][^№;()]{3,40}№\s*[\p{L}\d/.-]+|^\s*№\s*[\p{L}\d/.-]+\s+от\s`)
	numberOnly   = re(`\s*№\s*[\p{L}\d/.-]+`)
	papers       = map[model.Lang][]instrumentKind{"ru": russianPapers, "en": englishPapers}
	// englishPapers and russianPapers are words for documents that texts cite by their day.
	englishPapers = []instrumentKind{
		{re(`minutes`), "other", "Minutes"}, {re(`notes`), "other", "Notes"}, {re(`decision`), "resolution", "Decision"}, {re(`resolution`), "resolution", "Resolution"},
		{re(`agreement`), "agreement", "Agreement"}, {re(`contract`), "agreement", "Contract"}, {re(`memorandum`), "agreement", "Memorandum"}, {re(`order`), "regulation", "Order"},
		{re(`report`), "report", "Report"}, {re(`notice`), "other", "Notice"}, {re(`memo`), "other", "Memo"}, {re(`e-?mail`), "other", "Email"},
		{re(`(?:assessment|survey|study|audit)`), "report", ""}, {exact(`RFC(?:\s\d+)?`), "other", ""}, {re(`(?:circular|petition|proposal|statement)`), "other", ""},
	}
	russianPapers = []instrumentKind{
		{re(`протокол(?:а|у|ом|е|ы|ов)?`), "agreement", "Протокол"}, {re(`договор(?:а|у|ом|е)?`), "agreement", "Договор"}, {re(`контракт(?:а|у|ом|е)?`), "agreement", "Контракт"},
		{re(`соглашени[еяюем]+`), "agreement", "Соглашение"}, {re(`меморандум(?:а|у|ом|е)?`), "agreement", "Меморандум"}, {re(`решени[еяюем]+`), "resolution", "Решение"},
		{re(`постановлени[еяюем]+`), "resolution", "Постановление"}, {re(`распоряжени[еяюем]+`), "resolution", "Распоряжение"}, {re(`приказ(?:а|у|ом|е)?`), "resolution", "Приказ"},
		{re(`указ(?:а|у|ом|е)?`), "resolution", "Указ"}, {re(`закон(?:а|у|ом|е)?`), "regulation", "Закон"}, {re(`положени[еяюем]+`), "regulation", "Положение"},
		{re(`письм(?:ом|о|а|у|е)`), "other", "Письмо"}, {re(`объявлени(?:ем|е|я|ю|и)`), "other", "Объявление"}, {re(`акт(?:а|у|ом|е)?`), "other", "Акт"}, {re(`поручени[еяюем]+`), "resolution", "Поручение"},
		{re(`политик(?:а|и|е|у|ой)`), "policy", "Политика"}, {re(`инструкци[ияюей]+`), "regulation", "Инструкция"}, {re(`кодекс(?:а|у|ом|е)?`), "regulation", "Кодекс"}, {re(`поряд(?:ок|ка|ку|ком|ке)`), "regulation", "Порядок"},
		{re(`регламент(?:а|у|ом|е)?`), "regulation", "Регламент"}, {re(`устав(?:а|у|ом|е)?`), "charter", "Устав"}, {re(`предписани[еяюем]+`), "other", "Предписание"}, {re(`обращени[еяюем]+`), "other", "Обращение"},
		{re(`заявлени[еяюем]+`), "other", "Заявление"}, {re(`уведомлени[еяюем]+`), "other", "Уведомление"}, {re(`запрос(?:а|у|ом|е)?`), "other", "Запрос"},
		{re(`отч[её]т(?:а|у|ом|е)?`), "report", "Отчёт"}, {re(`заключени[еяюем]+`), "report", "Заключение"}, {re(`представлени[еяюем]+`), "other", "Представление"},
	}
)

// lastInstrument finds the last word for a document in a text: where it is, and of what type.
func (d *Draft) lastInstrument(text string) (at int, kind instrumentKind, ok bool) {
	at = -1
	if d.Lang == "zh" {
		if open := strings.LastIndex(text, "《"); open >= 0 {
			title := text[open:]
			for _, k := range d.lex.kinds {
				if k.form.MatchString(title) {
					return open, k, true
				}
			}
		}
	}
	for _, k := range d.lex.kinds {
		for _, m := range k.form.FindAllStringIndex(text, -1) {
			if m[0] > at && startsWord(text, m[0]) && endsWord(text, m[1]) {
				at, kind = m[0], k
			}
		}
	}
	if at < 0 {
		return 0, kind, false
	}
	if d.Lang == "en" {
		at = titleStart(text, at)
	}
	return at, kind, true
}

func endsWord(text string, at int) bool {
	for _, r := range text[at:] {
		return !isLetter(r) || isHan(r)
	}
	return true
}

var capitalised = exact(`(?:\p{Lu}[\p{L}-]*\s+(?:(?:of|for|on|and|in|the|to|with)\s+)*)+$`)

// titleStart goes back to the beginning of a title whose words have capital letters.
func titleStart(text string, at int) int {
	if m := capitalised.FindStringIndex(text[:at]); m != nil {
		return m[0]
	}
	return at
}
