package draft

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

// opensWithHeld begins a paragraph that says when a meeting was held: "2026年5月15日，…主持召开". The day
// above it is that of issue then.
var opensWithHeld = re(`^\d{4}年\d{1,2}月\d{1,2}日[^。；]{0,80}召开`)

// heldInYearOfIssue reads the day of the meeting in Chinese where it has no year, by the day on
// which the record was issued.
func (d *Draft) heldInYearOfIssue(early []*Piece) bool {
	if d.lex != chinese || !d.Signed.known() {
		return false
	}
	for _, p := range early {
		for _, when := range d.dates(p.words()) {
			if p.At != d.Signed.At && !ofInstrument.MatchString(p.words()[when.to:]) {
				return false
			}
		}
	}
	for _, p := range early {
		short := d.daysWithoutYear(p.Text)
		if len(short) == 0 || !d.lex.held.MatchString(p.Text) && !d.lex.date.MatchString(p.Text) {
			continue
		}
		year := number(d.Signed.Text[:4])
		for _, y := range []int{year, year - 1} {
			if day, ok := dayOf(y, short[0].month, short[0].day); ok && string(day) <= d.Signed.Text {
				d.Date = Value{string(day), p.At, Likely, p.Text[short[0].from:short[0].to] + ": the last such day before the record was issued"}
				return true
			}
		}
	}
	return false
}
