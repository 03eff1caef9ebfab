package draft

import (
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

var (
	// yearOfRepublic says that a document counts the years of the Republic of China.
	yearOfRepublic = exact(`民[国國]\s*\d{2,3}\s*年|\b1[0-2]\d\s*(?:[学學]?年度|年\s*\d{1,2}\s*月)`)
	// numbersOfRepublic is a date of such a document in numbers alone.
	numbersOfRepublic = datePattern{exact(`\b(?P<roc>1[0-2]\d)[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})\b`), Certain}
)

// lastSigned takes the last of the days beside those who signed in Chinese.
func (d *Draft) lastSigned() bool {
	for _, p := range d.Pieces {
		if model.PartOf(p.ID) != model.PartSignatures || p.signer == "" {
			continue
		}
		for _, when := range d.dates(p.Text) {
			if day := string(when.date.To()); day > d.Signed.Text {
				d.Signed = Value{day, p.At, when.sure, p.Text[when.from:when.to]}
			}
		}
	}
	return d.Signed.known()
}

// ofNotice reports whether a day is the one on which the notice of a meeting in Chinese went out.
func (d *Draft) ofNotice(text string, when dated) bool {
	return d.Lang == "zh" && (noticeOf.MatchString(text[:when.from]) || noticeSent.MatchString(text[when.to:]))
}

// noticeOf and noticeSent stand before and behind such a day.
var (
	noticeOf   = exact(`通知[^，。；]{0,12}?(?:于|在)\s*$`)
	noticeSent = exact(`^[^，。；]{0,24}?(?:发出|送达|寄出|通知)`)
)

// fromThatDay reports whether something goes on in Chinese from a day on, which is not that of the
// meeting then.
func (d *Draft) fromThatDay(text string, when dated) bool {
	return d.Lang == "zh" && since.MatchString(text[:when.from]) && !heldBehind.MatchString(text[when.to:])
}

// onThatDayMet reports whether a day in Chinese stands behind a word that says on which day those
// who met came together.
func (d *Draft) onThatDayMet(text string, when dated) bool {
	return d.Lang == "zh" && onDayOf.MatchString(text[:when.from])
}

var (
	since      = exact(`自\s*$`)
	onDayOf    = exact(`[于在]\s*$`)
	heldBehind = exact(`^[^，。；]{0,20}(?:召开|举行|举办)`)
	// metThere says in Chinese that people came together, without a word of meeting.
	metThere = exact(`主持|出席|访问|会谈|会晤|会见|磋商|率团|率队|参加(?:了)?[^，。；]{0,20}会`)
)

// dayAndHour is a day with its time, as of a meeting: the day of issue has none.
var dayAndHour = exact(`\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:[（(][^（）()]{1,6}[)）])?\s*(?:上午|下午|晚|\d{1,2}\s*[时点:：])[^。；]{4}`)

// hanFront reports whether a piece in front of the clauses of a text in Chinese has some words.
func (d *Draft) hanFront(p *Piece, words *pattern) bool {
	return d.lex == chinese && d.inFront(p) && words.MatchString(p.Text)
}

// opensWithHeld begins a paragraph that says when a meeting was held: "2026年5月15日，…主持召开". The day
// above it is that of issue then.
var opensWithHeld = re(`^\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^。；]{0,100}召开`)

// heldInYearOfIssue reads the day of the meeting in Chinese where it has no year, by the day on
// which the record was issued, or by the year of its number and of the meeting.
func (d *Draft) heldInYearOfIssue(early []*Piece) bool {
	if d.lex != chinese {
		return false
	}
	for _, p := range early {
		for _, when := range d.dates(p.words()) {
			if p.At != d.Signed.At && !ofInstrument.MatchString(p.words()[when.to:]) && !issuedThen.MatchString(p.words()[when.to:]) && !dueBy(p.words(), when) {
				return false
			}
		}
		short := d.daysWithoutYear(p.Text)
		if len(short) > 0 && (d.lex.held.MatchString(p.Text) || d.lex.date.MatchString(p.Text)) {
			by := d.issued()
			if d.Date = inYearOf(by, short[0], p); d.Date.known() {
				return true
			}
			if y := d.yearNumbered(early); y > 0 && by == "" && short[0].month < 12 {
				if day, ok := dayOf(y, short[0].month, short[0].day); ok {
					d.Date = Value{string(day), p.At, Likely, p.Text[short[0].from:short[0].to] + ": of the year of the number"}
					return true
				}
			}
		}
	}
	return false
}

// inYearOf is a day without a year in a piece as the last such day before that of issue.
func inYearOf(issued string, when dated, p *Piece) Value {
	if issued == "" {
		return Value{}
	}
	year := number(issued[:4])
	for _, y := range []int{year, year - 1} {
		if day, ok := dayOf(y, when.month, when.day); ok && string(day) <= issued {
			return Value{string(day), p.At, Likely, p.Text[when.from:when.to] + ": the last such day before the record was issued"}
		}
	}
	return Value{}
}

// issued is the day on which a record in Chinese was signed or, as its head or its foot says,
// printed.
func (d *Draft) issued() string {
	if d.Signed.known() {
		return d.Signed.Text
	}
	for _, p := range d.Pieces {
		text := p.words()
		for _, when := range d.dates(text) {
			if utf8.RuneCountInString(text) < 80 && issuedThen.MatchString(text[when.to:]) {
				return string(when.date.To())
			}
		}
	}
	return ""
}

// yearNumbered is the year of the number that the head of a record in Chinese has; 0 where it has
// none.
func (d *Draft) yearNumbered(early []*Piece) int {
	for _, p := range early {
		if m := yearInNumber.FindStringSubmatch(p.words()); m != nil && (d.inFront(p) || p.ID == model.PartTitle || p.words() == m[0]) {
			return number(m[1] + m[2])
		}
	}
	return 0
}

var (
	// issuedThen follows the day on which a record was printed.
	issuedThen = exact(`^\s*(?:印发|印制|印)\s*$`)
	// yearInNumber is the year in the number of a record: "〔2026〕5号", "2026年第5次".
	yearInNumber = exact(`[〔\[［]\s*(20\d{2})\s*[〕\]］]\s*第?\s*\d{1,4}\s*[号期]|(20\d{2})\s*年\s*第\s*[\d一二三四五六七八九十]{1,4}\s*[次期]`)
)
