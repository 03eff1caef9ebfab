package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

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
	i := slices.IndexFunc(early, func(p *Piece) bool { return p.At == d.Date.At })
	if i < 0 || early[i].ID == model.PartTitle || d.lex.date.MatchString(early[i].words()) || !d.lex.held.MatchString(early[i].Text) {
		return
	}
	for _, p := range early {
		if p.At == d.Date.At || !d.inFront(p) && p.ID != model.PartTitle || utf8.RuneCountInString(p.words()) > 160 {
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
