package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// sameMeeting returns the meeting of the body on that day that the site has already.
func (d *Draft) sameMeeting() Value {
	for _, m := range model.All[*model.Meeting](d.site, model.Meetings) {
		if m.Body == d.Body.Text && d.Date.known() && string(m.Date) == d.Date.Text {
			return Value{m.ID, "", Certain, "the meeting of that body on that day"}
		}
	}
	return Value{}
}

// nearestHeld is, of the days of a text, the one beside the words that a meeting was held: before
// it may be the day of a notice, behind it that of the next meeting.
func (d *Draft) nearestHeld(text string, days []dated) dated {
	m := d.lex.held.FindStringIndex(text)
	if m == nil || len(days) < 2 {
		return days[0]
	}
	return slices.MinFunc(days, func(a, b dated) int { return a.distance(m) - b.distance(m) })
}

// distance is how far a day is from a place of its text.
func (when dated) distance(place []int) int { return max(when.from-place[1], place[0]-when.to, 0) }

// uncertainDay asks about the day of the meeting where a sentence says it, and no label and no
// title, and a line of the head has another, which is not that of the record or its approval.
func (d *Draft) uncertainDay() {
	early := d.early()
	i := slices.IndexFunc(early, func(p *Piece) bool { return p.says(d.Date) })
	if i < 0 || early[i].ID == model.PartTitle || d.lex.date.MatchString(early[i].words()) || !d.lex.held.MatchString(early[i].Text) {
		return
	}
	for _, p := range early {
		if p.says(d.Date) || !d.inFront(p) && p.ID != model.PartTitle || utf8.RuneCountInString(p.words()) > 160 {
			continue
		}
		for _, when := range d.meetingDays(p.words(), Likely) {
			day := string(when.date.From())
			if !strings.Contains(d.Date.Text, day) && !strings.Contains(d.Signed.Text+d.Approved.Text, day) {
				d.Date.Sure = max(d.Date.Sure, Likely)
				d.ask("date", p.At, "is this the day of the meeting? the text has also "+quoted(p.words()[when.from:when.to]), d.Date.Text)
				return
			}
		}
	}
}

// dayAsked reports whether there is a question about the day of the meeting.
func (d *Draft) dayAsked() bool {
	return slices.ContainsFunc(d.Questions, func(q Question) bool { return q.About == "date" })
}

// mostlyBefore asks about the day of the meeting where most deadlines of the text are before it: a
// meeting seldom tells somebody to do what should be done already. What the head or a signature
// has instead is taken, unless a label or the title says the day.
func (d *Draft) mostlyBefore() {
	day := model.Date(d.Date.Text).From()
	if d.dayAsked() || !day.Known() {
		return
	}
	var before, all int
	for _, p := range d.Pieces {
		text := p.words()
		for _, when := range d.dates(text) {
			if dueBy(text, when) {
				all++
				if when.date.To() < day {
					before++
				}
			}
		}
	}
	if before < 2 || 2*before <= all {
		return
	}
	was := d.Date
	if other := d.dayInHead(string(day)); other.known() {
		d.Date = other
	}
	d.Date.Sure = Guess
	text := "is this the day of the meeting? " + strconv.Itoa(before) + " deadlines of the text are before "
	if d.Date.Text == was.Text {
		text += "it"
	} else {
		text += quoted(was.Why)
	}
	d.ask("date", was.At, text, d.Date.Text)
}

// says reports whether a value was read of a piece: on a page there are many.
func (p *Piece) says(v Value) bool { return p.At == v.At && strings.Contains(p.words(), v.Why) }

// dayInHead is an earlier day than that of the meeting, of the record or in front of the clauses,
// where that of the meeting is of a clause.
func (d *Draft) dayInHead(day string) Value {
	early := d.early()
	i := slices.IndexFunc(early, func(p *Piece) bool { return p.says(d.Date) })
	if i < 0 || d.inFront(early[i]) || early[i].ID == model.PartTitle || d.lex.date.MatchString(early[i].words()) {
		return Value{}
	}
	for _, p := range early {
		if !d.inFront(p) && p.ID != model.PartTitle {
			continue
		}
		for _, when := range d.meetingDays(p.words(), Likely) {
			if string(when.date.From()) < day {
				return Value{string(when.date), p.At, Guess, p.words()[when.from:when.to]}
			}
		}
	}
	if d.Signed.known() && d.Signed.Text < day {
		return Value{d.Signed.Text, d.Signed.At, Guess, "the day of signature"}
	}
	return Value{}
}

// dueBy reports whether the words beside a day say that something is to be done until then, in
// words that stand beside no day of a meeting.
func dueBy(text string, when dated) bool {
	return untilDue.MatchString(text[:when.from]) || deadlineAfter.MatchString(text[when.to:])
}

// untilDue ends before such a day.
var untilDue = re(`(?:^|[^\p{L}])(?:до|не\s+поз(?:днее|же))\s+$|\b(?:by|before|until|till|later\s+than|prior\s+to)\s+(?:the\s+)?$|(?:不晚于|不迟于|截至|截止)\s*$`)

// onlyPlanned reports whether a piece behind the head only says what is to be on a day, or when the
// record was signed.
func (d *Draft) onlyPlanned(p *Piece) bool {
	if !d.hasClauses() || d.inFront(p) || p.ID == model.PartTitle {
		return false
	}
	text := p.words()
	ds := d.dates(text)
	return d.Signed.known() && p.says(d.Signed) || len(ds) > 0 && planned.MatchString(text[:ds[0].from]) || len(ds) > 0 && willBe.MatchString(text[ds[0].to:])
}

var (
	// planned stands before the day of what is to be.
	planned = re(`(?:^|[^\p{L}])(?:провести|перенес\p{L}+|перенос\p{L}*|назначить|созвать|организовать|состоится|отложить|(?:за)?планир\p{L}+|предстоящ\p{L}+|следующ\p{L}+)\s[^.;]{0,120}$` +
		`|\b(?:postpone|reschedule|hold|convene|organi[sz]e|schedule[ds]?|planned|upcoming|next\s+(?:meeting|session)|(?:will|shall|to)\s+be)\b[^.;]{0,120}$` +
		`|(?:拟|将|应|定于|计划|推迟|延期|改期|筹备|下次会议)[^，。；]{0,24}$`)
	// willBe stands behind it.
	willBe = re(`^[^.;。；]{0,40}?(?:состоится|будет\s+провед|will\s+(?:be|take)|is\s+to\s+be)`)
)

// chairedBelow reports whether a paragraph behind another early in the text says under whom the
// meeting was, by name: the head of a record may have only the office.
func (d *Draft) chairedBelow(above *Piece) bool {
	early := d.early()
	i := slices.Index(early, above)
	return slices.ContainsFunc(early[i+1:], func(p *Piece) bool {
		m := d.lex.chair[0].FindStringSubmatch(p.words())
		return m != nil && !roleAlone.MatchString(m[1])
	})
}

// heldOfLetter takes the day of which a letter in English, or a record with the day of its own,
// says that the meeting was on it: "Our meeting of Thursday 4 June 2026", "held on 9 June 2026".
func (d *Draft) heldOfLetter(early []*Piece) bool {
	if d.Lang != "en" || !slices.ContainsFunc(early, func(p *Piece) bool { return letterHead.MatchString(p.Text) }) {
		return false
	}
	for _, p := range early {
		for _, when := range d.dates(p.Text) {
			if before := p.Text[:when.from]; metThatDay.MatchString(before) && !earlierMeeting.MatchString(before) {
				d.Date = Value{string(when.date), p.At, max(Likely, when.sure), p.Text[when.from:when.to]}
				d.datedOn(early)
				return true
			}
		}
	}
	return false
}

// datedOn takes the day of a letter for that on which the record was signed.
func (d *Draft) datedOn(early []*Piece) {
	for _, p := range early {
		if ds := d.dates(p.Text); len(ds) == 1 && !d.Signed.known() && datedLine.MatchString(p.Text) && ds[0].date.To() >= model.Date(d.Date.Text).To() {
			d.Signed = Value{string(ds[0].date.To()), p.At, Likely, p.Text[ds[0].from:ds[0].to]}
		}
	}
}

var (
	// datedLine is a line with the day of a letter.
	datedLine = re(`^dated\s*:?\s`)
	// letterHead begins a line of a letter.
	letterHead = re(`^(?:dear\s|dated\s*:?\s+(?:the\s+)?\d|sub(?:ject)?\s*:|re\s*:|to\s+(?:the|all)\s+(?:trustees|members|participants)\b)`)
	// metThatDay ends before the day of a meeting.
	metThatDay = re(`\b(?:meeting|session|call|discussions?|consultations?|conference)\b[^.;:]{0,110}?\b(?:held|convened|took\s+place)\s+(?:on\s+)?(?:the\s+)?(?:\p{L}+day,?\s+)?(?:the\s+)?$|^(?:our|the|minutes\s+of\s+(?:the|our))\s+(?:\p{L}+\s+)?(?:meeting|session|call)\s+(?:of|on)\s+(?:the\s+)?(?:\p{L}+day,?\s+)?(?:the\s+)?$`)
	// earlierMeeting is in what tells of another meeting.
	earlierMeeting = re(`\b(?:last|previous|earlier|preceding|next|future)\b|\bminutes\s+of\s+the\s+\d`)
)
