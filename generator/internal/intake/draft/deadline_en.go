package draft

import (
	"slices"
	"strings"
	"time"
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

var (
	onDayBefore    = re(`\b(?:will|to|shall|must|should|agreed|promised|undertook|offered|asked)\b.*\son\s+(?:the\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:the\s+)?$`)
	onWeekdayAlone = re(`\b(?:will|to|shall|must|should|agreed|promised)\b.*\son\s+((?:mon|tues|wednes|thurs|fri|satur|sun)day)\b`)
)

// termAtEnd is a term in English that an item ends with, behind a comma or a dash.
var termAtEnd = re(`[,;–—-]\s+((?:by\s+)?(?:(?:the\s+)?end\s+(?:of\s+)?[^,;.()]{3,20}|next\s+\p{L}+|this\s+(?:week|month)|tomorrow|\p{L}+day|eow|eom|in\s+\p{L}+\s+(?:days|weeks|months)))$`)
