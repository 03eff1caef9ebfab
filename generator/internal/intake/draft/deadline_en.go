package draft

import (
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
)

// onThatDay is the day on which something is to be done, where a sentence in English has no
// other: "Ann will report on 4 May", "Bo to call them on Monday", "Send the list (4 May)".
func (d *Draft) onThatDay(text, at string) (day Value) {
	all := slices.Concat(d.dates(text), d.daysWithoutYear(text))
	if len(all) != 1 {
		if m := onWeekdayAlone.FindStringSubmatch(text); m != nil && len(all) == 0 {
			if day, how := d.compute(term{unit: onWeekday}, m[1]); day != "" {
				return Value{day, at, Guess, m[0] + ": " + how}
			}
		}
		return Value{}
	}
	when := all[0]
	before, after := text[:when.from], text[when.to:]
	if !(onDayBefore.MatchString(before) && !meetingAfter.MatchString(after)) && !(strings.HasSuffix(before, "(") && strings.HasPrefix(after, ")")) {
		return Value{}
	}
	if when.date == "" {
		day = d.nextSuch(text, when, at)
	} else {
		day = Value{string(when.date.To()), at, max(when.sure, Likely), text[when.from:when.to]}
	}
	if held, ok := d.day(); !ok || day.Text <= held.Format(time.DateOnly) {
		return Value{}
	}
	day.Sure = Guess
	return day
}

// sameDay is the deadline of the task before, where one in English has the same: "Bo: draft a
// rule, same date".
func (d *Draft) sameDay(text, at string) Value {
	n := len(d.Actions) - 1
	if d.Lang != "en" || n < 1 || !sameDate.MatchString(text) || d.Actions[n-1].Node != d.Actions[n].Node && d.Actions[n-1].Title.At == at {
		return Value{}
	}
	day := d.Actions[n-1].Deadline
	day.At, day.Sure = at, min(day.Sure, Likely)
	return day
}

// sameDate ends a task with the deadline of the one before.
var sameDate = re(`\b(?:(?:by|on)\s+)?(?:the\s+)?same\s+(?:date|day|deadline|due\s+date|time(?:scale|line)?)\s*[.)]?$`)

var (
	onDayBefore    = re(`\b(?:will|to|shall|must|should|agreed|promised|undertook|offered|asked)\b.*\son\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$`)
	onWeekdayAlone = re(`\b(?:will|to|shall|must|should|agreed|promised)\b.*\son\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`)
)

// termAtEnd is a term in English that an item ends with, behind a comma or a dash.
var termAtEnd = re(`[,;–—-]\s+((?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?[^,;.()]{3,20}|next\s+\p{L}+|this\s+(?:week|month)|tomorrow|\p{L}+day|eow|eom|(?-i:` + wholeMonths + `)\s+\d{4}|in\s+\p{L}+\s+(?:days|weeks|months)))$`)

// ownDays are those of some days in an English text that are not of a document, a notice or
// another meeting: "In accordance with the Agreement of 3 May 2009, the session was held on 12
// October 2026."
func (d *Draft) ownDays(all []dated, text string) []dated {
	return slices.DeleteFunc(slices.Clone(all), func(when dated) bool {
		return d.ofDocument(text[:when.from]) || notThisMeeting.MatchString(text[:when.from])
	})
}

// numberedMeeting is a line on which the number of the meeting stands before its days.
var numberedMeeting = re(`^(?:the\s+)?` + ordinalEn + `\s+(?:\p{L}+\s+){0,3}(?:meeting|session|sitting)(?:\s*[–—,:(|-]|\s+(?-i:\p{Lu})[\p{L}-]+,\s)`)

// notThisMeeting ends before the day of another meeting, or of a notice.
var notThisMeeting = re(`\b(?:previous|last|preceding|earlier|prior|former)\s+(?:\p{L}+\s+){0,2}(?:meeting|session)s?\b[^.;:]{0,60}$|\b(?:notice|mailed|posted|circulated|published|issued|advertised|distributed)\b[^.;]{0,60}$`)

// nextMeeting is the day of the next meeting, where the text names it and it is in that month, if
// one is asked for.
func (d *Draft) nextMeeting(month string) string {
	day := d.nextOnDay()
	if month != "" && (len(day) < len("2006-01") || number(day[5:7]) != monthOf(month)) {
		return ""
	}
	return day
}

// nextOnDay is the day of the next meeting, where the text names it.
func (d *Draft) nextOnDay() string {
	if d.lex.next == nil {
		return ""
	}
	for i, p := range d.Pieces {
		text := p.words()
		m := d.lex.next.FindStringIndex(text)
		if m == nil {
			continue
		}
		if p.Heading && i+1 < len(d.Pieces) {
			text += " " + d.Pieces[i+1].words()
		} else if d.Lang == "en" && len(p.Items)+len(p.Rows) > 0 { // the days of other items are of something else
			text, m = d.nextInItem(p)
		}
		if m == nil || d.Lang == "en" && untilNext.MatchString(text[:m[0]]) {
			continue
		}
		if forNext.MatchString(text[:m[0]]) { // the day of another sentence is of something else
			text = text[:len(text)-len(afterSentence(text[m[0]:]))]
		}
		text = text[m[0]:]
		held := string(model.Date(d.Date.Text).To())
		for _, when := range d.dates(text) {
			if day := string(when.date.From()); day > held {
				return day
			}
		}
		if short := d.daysWithoutYear(text); len(short) > 0 {
			return d.nextSuch(text, short[0], p.At).Text
		}
	}
	return ""
}

// nextInItem is the item of a list, or the line of a cell, that says when the next meeting is, and
// where it says that.
func (d *Draft) nextInItem(p *Piece) (text string, m []int) {
	var texts []string
	for _, it := range p.Items {
		texts = append(texts, it.text)
	}
	for _, cell := range slices.Concat(p.Rows...) {
		texts = append(texts, strings.Split(cell, "\n")...)
	}
	for _, text := range texts {
		if m = d.lex.next.FindStringIndex(text); m != nil && !untilNext.MatchString(text[:m[0]]) && !(forNext.MatchString(text[:m[0]]) && len(p.Rows) > 0) {
			return text, m
		}
	}
	return "", nil
}

// afterSentence is what stands behind the first sentence of a text.
func afterSentence(text string) string {
	if m := sentenceSign.FindStringIndex(text); m != nil {
		return text[m[1]:]
	}
	return ""
}

// forNext ends before a next meeting for which something has to be done.
var forNext = re(`\b(?:for|at|to)\s+(?:the\s+|our\s+|its\s+)?$`)

// untilNext ends before a next meeting until which something has to be done.
var untilNext = re(`\b(?:before|until|till|by|prior\s+to|ahead\s+of|in\s+time\s+for)\s+(?:the\s+|our\s+|its\s+)?$`)

// atEnd reports whether a piece stands behind the clauses: a day there is that of a signature.
func atEnd(p *Piece) bool {
	part := model.PartOf(p.ID)
	return part == model.PartClosing || part == model.PartSignatures
}

// slashDay is a deadline in English whose day and month are numbers with a stroke, without a
// year or with its last two digits, in the order of the document.
func (d *Draft) slashDay(text, at string) Value {
	m := dueSlash.FindStringSubmatch(text)
	if m == nil {
		return Value{}
	}
	day, month := number(m[1]), number(m[2])
	switch {
	case d.monthFirst || month > 12:
		day, month = month, day
	case !d.dayBefore && day <= 12:
		return Value{}
	}
	words := strings.TrimSpace(m[0])
	if y := number(m[3]); y > 0 {
		if on, ok := dayOf(2000+y, month, day); ok {
			return Value{string(on), at, Likely, words}
		}
		return Value{}
	}
	if _, ok := dayOf(2024, month, day); !ok {
		return Value{}
	}
	return d.nextSuch(text, dated{to: len(text), month: month, day: day}, at)
}

var dueSlash = re(`(?:^|\b(?:by|before|due|until|till|deadline|on)\s*:?\s+)(?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?,?\s+)?(\d{1,2})/(\d{1,2})(?:/(\d\d))?(?:$|[\s,;)]|\.(?:\s|$))`)
