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
