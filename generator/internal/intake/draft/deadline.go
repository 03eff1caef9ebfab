package draft

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// term is a way to say until when without a whole date. Group 1 is how many there are of the
// unit, the name of a month or that of a day of the week; n stands for it where the words say
// it.
type term struct {
	*pattern
	unit termUnit
	n    int
}

type termUnit int

const (
	inDays       termUnit = iota // so many days after the meeting
	inWorkdays                   // so many days after it, without Saturdays and Sundays
	inWeeks                      // so many weeks after it
	inMonths                     // so many months after it
	endOfWeek                    // the Sunday of the week of the meeting, or the one n weeks later
	endOfMonth                   // the last day of a month: of the one named, else n after that of the meeting
	endOfQuarter                 // the last day of the quarter of that rank, of the half for 5 and 6
	endOfHalf                    // the end of June
	endOfHalves                  // the last day of the half of that rank
	onDay                        // the next such day of a month
	dayOfMonth                   // day n of the month named
	dayOfNext                    // such a day of the month after that of the meeting
	endOfYear                    // of that of the meeting
	onWeekday                    // the next such day
	onWeekdayOf                  // such a day in the week after
	today                        // the day of the meeting
	nextMeeting                  // the day of the next meeting, where the text has it
	meetingIn                    // the same, if it is in the month named
	standing                     // it has no end
	byNobody                     // it has to be asked
)

// deadline reads the deadline that a text sets.
func (d *Draft) deadline(a *Action, text string) {
	at := a.Title.At
	text = d.beforeReport(text)
	if when, ok := d.lastDay(text); ok {
		if a.Deadline = d.nextSuch(text, when, at); when.date != "" {
			a.Deadline = Value{string(when.date.To()), at, max(when.sure, Likely), text[when.from:when.to]}
			d.inTime(a)
		}
		return
	}
	for _, when := range d.dates(text) {
		if d.isDeadline(text, when) || d.Lang == "en" && forMeeting.MatchString(text[:when.from]) && meetingAfter.MatchString(text[when.to:]) {
			a.Deadline = Value{string(when.date.To()), at, max(when.sure, Likely), text[when.from:when.to]}
		}
	}
	if a.Deadline.known() {
		d.inTime(a)
		return
	}
	for _, when := range d.daysWithoutYear(text) {
		if d.isDeadline(text, when) || d.Lang == "en" && forMeeting.MatchString(text[:when.from]) && meetingAfter.MatchString(text[when.to:]) {
			a.Deadline = d.nextSuch(text, when, at)
		}
	}
	if !a.Deadline.known() {
		a.Deadline = d.termIn(text, at, false)
	}
	switch {
	case a.Deadline.known():
	case d.Lang == "en":
		if a.Deadline = d.slashDay(text, at); !a.Deadline.known() {
			a.Deadline = d.onThatDay(text, at)
		}
	case d.Lang == "ru":
		a.Deadline = d.dayOfEvent(text, at)
	}
}

// beforeReport is a text without the part that says by when to tell how it went, where there is a
// day before that.
func (d *Draft) beforeReport(text string) string {
	if d.Lang != "ru" {
		return text
	}
	if m := reportLater.FindStringIndex(text); m != nil && d.hasDay(text[:m[0]]) {
		return text[:m[0]]
	}
	return text
}

// reportLater begins the part of a sentence that tells somebody to report on what is before it.
var reportLater = re(`[,;.]?\s+(?:и\s+|а\s+)?об?\s+(?:результат|исполнени|выполнени|принятых\s+мер|ходе|итог|проделанн)\p{L}*\s[^.;]{0,60}?(?:доложить|(?:про)?информировать|сообщить|уведомить|отчитаться|представить)`)

// lastDay is the last day of a text that says that something is to be done before it, as Chinese
// does: of "9月2日前发出9月18日的通知" the first.
func (d *Draft) lastDay(text string) (last dated, ok bool) {
	for _, when := range slices.Concat(d.daysWithoutYear(text), d.dates(text)) {
		if deadlineAfter.MatchString(text[when.to:]) && (!ok || when.from > last.from) {
			last, ok = when, true
		}
	}
	return last, ok
}

// deadlineOf reads the deadline of a cell that holds nothing else.
func (d *Draft) deadlineOf(a *Action, cell string) {
	at := a.Title.At
	if ds := d.dates(cell); len(ds) > 0 {
		last := ds[len(ds)-1]
		a.Deadline = Value{string(last.date.To()), at, last.sure, cell}
		d.inTime(a)
	} else if short := d.daysWithoutYear(cell); len(short) > 0 {
		a.Deadline = d.nextSuch(cell, short[len(short)-1], at)
	} else if slash := d.slashDay(cell, at); d.Lang == "en" && slash.known() {
		a.Deadline = slash
		d.inTime(a)
	} else if a.Deadline = d.termIn(cell, at, true); !a.Deadline.known() && cell != "" && !noDeadline.MatchString(cell) && !d.asked("deadline", at, cell) {
		d.ask("deadline", at, "until which day is "+quoted(cut(cell, 60))+"?", "")
	}
}

// dayAtEnd is the day with which an item of a list of actions ends.
func (d *Draft) dayAtEnd(text, at string) Value {
	text = strings.TrimRight(text, " .。)）]")
	if ds := d.dates(text); len(ds) > 0 && ds[len(ds)-1].to == len(text) {
		return Value{string(ds[len(ds)-1].date.To()), at, Likely, text[ds[len(ds)-1].from:]}
	}
	if short := d.daysWithoutYear(text); len(short) > 0 && short[len(short)-1].to >= len(text) {
		return d.nextSuch(text, short[len(short)-1], at)
	}
	if m := termAtEnd.FindStringSubmatch(text); m != nil && d.Lang == "en" {
		return d.termIn(m[1], at, true)
	}
	return Value{}
}

// noDeadline is a cell that says that there is no day.
var noDeadline = re(`^(?:[-–—]+|n/?a|none|nil|tbd|tbc|n\.a\.|no\s+action|нет|б/с|无)\.?$`)

// asked reports whether words are in a question already.
func (d *Draft) asked(about, at, words string) bool {
	return slices.ContainsFunc(d.Questions, func(q Question) bool {
		return q.About == about && q.At == at && strings.Contains(words, unquoted(q.Text))
	})
}

func unquoted(text string) string {
	_, text, _ = strings.Cut(text, "“")
	text, _, _ = strings.Cut(text, "”")
	return text
}

// inTime asks about a deadline before the meeting, which is not written unless the day of the
// meeting is the one that may be wrong.
func (d *Draft) inTime(a *Action) {
	if d.dayAsked() {
		return
	}
	if day := cmp.Or(string(model.Date(d.Date.Text).From()), d.Signed.Text); day != "" && a.Deadline.Text < day {
		d.ask("deadline", a.Title.At, "the deadline "+a.Deadline.Text+" is before the meeting", "no deadline")
		a.Deadline = Value{}
	}
}

// daysWithoutYear finds days without a year that are no part of a whole date.
func (d *Draft) daysWithoutYear(text string) []dated {
	var out []dated
	whole := d.dates(text)
	for _, p := range d.lex.dayMonth {
		for _, m := range p.FindAllStringSubmatchIndex(text, -1) {
			found := dated{from: p.first(m, "d", "m"), to: m[1], month: monthOf(group(p, text, m, "m")), day: number(group(p, text, m, "d")), sure: Likely}
			if d.Lang == "en" { // a sign behind the month is no part of it
				found.to = m[0] + len(strings.TrimRight(text[m[0]:m[1]], " ,;:)]"))
			}
			overlaps := func(o dated) bool { return o.from < found.to && found.from < o.to }
			if _, ok := dayOf(2024, found.month, found.day); ok && !slices.ContainsFunc(whole, overlaps) && !slices.ContainsFunc(out, overlaps) {
				out = append(out, found)
			}
		}
	}
	slices.SortFunc(out, func(a, b dated) int { return a.from - b.from })
	return out
}

// nextSuch is the next such day after the meeting.
func (d *Draft) nextSuch(text string, when dated, at string) Value {
	words := text[when.from:when.to]
	held, ok := d.day()
	if !ok {
		d.ask("deadline", at, "of which year is "+quoted(words)+"?", "")
		return Value{}
	}
	for y := held.Year(); y < held.Year()+5; y++ { // 29 February is not in every year
		if day, ok := dayOf(y, when.month, when.day); ok && string(day) >= held.Format(time.DateOnly) {
			return Value{string(day), at, Likely, words + ": the next such day after the meeting"}
		}
	}
	return Value{}
}

// day is the last day of the meeting.
func (d *Draft) day() (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, string(model.Date(d.Date.Text).To()))
	return t, err == nil
}

// termIn computes the deadline that words set by the day of the meeting; alone says that the text
// is nothing but a deadline.
func (d *Draft) termIn(text, at string, alone bool) Value {
	for _, t := range d.lex.terms {
		for _, m := range t.FindAllStringSubmatchIndex(text, -1) {
			if d.Lang == "zh" && againAt.MatchString(text[:m[0]]) || !alone && !d.lex.setsTerm(text[:m[0]], text[m[0]:m[1]], text[m[1]:]) {
				continue
			}
			words := strings.TrimSpace(text[m[0]:m[1]])
			if day, how := d.compute(t, askedIn(t, text, m)); day != "" && !(t.unit <= inMonths && (fromElsewhere(text[m[1]:]) || hanSince.MatchString(text[:m[0]]))) {
				if n := group2(text, m, 1); t.unit == inDays && workDays.MatchString(words) {
					day, how = d.afterWorkDays(max(t.n, number(n), numberWord(n)))
				}
				return Value{day, at, Guess, words + ": " + how}
			}
			d.ask("deadline", at, "until which day is "+quoted(words)+"?", "")
			return Value{}
		}
	}
	return Value{}
}

// againAt ends before a day in Chinese that comes again and again, and is no deadline.
var againAt = exact(`每(?:个|年|月)?$`)

// afterWorkDays is the day so many days after the meeting, of which none is a Saturday or Sunday.
func (d *Draft) afterWorkDays(n int) (day, how string) {
	held, _ := d.day()
	for n > 0 {
		if held = held.AddDate(0, 0, 1); held.Weekday() != time.Saturday && held.Weekday() != time.Sunday {
			n--
		}
	}
	return held.Format(time.DateOnly), "counted from the meeting, without Saturdays and Sundays"
}

var workDays = re(`рабоч|work|business|工作日`)

// fromElsewhere reports whether what follows a number of days says that they are counted from
// something else than the meeting or its record.
func fromElsewhere(after string) bool {
	m := countedFrom.FindString(after)
	return m != "" && !fromHere.MatchString(m)
}

var (
	// hanSince ends the words before a number of days that are counted from what these say.
	hanSince    = exact(`(?:收到|接到|签署|签订|批复|获批|批准|公示|验收|中标|到账|交付|生效)[^，。；]{0,16}[后起]$`)
	countedFrom = re(`^\s*(?:до\s|после|со?\s+(?:дня|даты|момента)|from\s+(?:the\s+)?(?:date|receipt)|(?:of|after)\s+(?:receipt|receiving|publication))[^.;,]{0,60}`)
	fromHere    = re(`заседани|совещани|собрани|протокол|настоящ|принятия|решения|постановления|meeting|minutes|this|decision`)
)

// askedIn is what the words of a term ask for: the number, month or quarter that they name, with
// the year behind it put before, as in Chinese.
func askedIn(t term, text string, m []int) string {
	if len(m) < 4 {
		return ""
	}
	asked := group2(text, m, 1)
	if asked == "" {
		asked = group2(text, m, 2)
	}
	if t.unit != endOfMonth && t.unit != endOfQuarter && t.unit != endOfHalves {
		return asked
	}
	if n := max(roman(strings.ToUpper(asked)), ordinalWord(asked)); t.unit != endOfMonth && n > 0 {
		asked = strconv.Itoa(n)
	}
	if y := yearBehind.FindStringSubmatch(strings.Replace(text[m[0]:], asked, "x", 1)); y != nil {
		asked = y[1] + "年" + asked
	}
	return asked
}

// ordinalWord reads an ordinal number up to four, in Russian or English; 0 where it is none.
func ordinalWord(word string) int {
	for i, start := range []string{"перв", "втор", "трет", "четв", "first", "second", "third", "fourth"} {
		if strings.HasPrefix(strings.ToLower(word), start) {
			return i%4 + 1
		}
	}
	return 0
}

// yearBehind is a year behind the words of a term.
var yearBehind = re(`^(?:\p{L}+\s+){0,4}(?:\p{L}+\s+)?((?:19|20)\d\d)(?:\s|$|[.,;)])`)

// compute says on which day a term ends, and how it was counted; "" where that cannot be known.
func (d *Draft) compute(t term, asked string) (day, how string) {
	held, ok := d.day()
	if !ok {
		return "", ""
	}
	n := t.n
	if n == 0 && t.unit <= inMonths {
		if n = max(number(asked), numberWord(asked)); n == 0 {
			return "", ""
		}
	}
	const counted, after = "counted from the meeting", "of the meeting"
	switch t.unit {
	case inDays:
		held, how = held.AddDate(0, 0, n), counted
	case inWorkdays:
		for ; n > 0; n-- {
			for held = held.AddDate(0, 0, 1); held.Weekday() == time.Saturday || held.Weekday() == time.Sunday; {
				held = held.AddDate(0, 0, 1)
			}
		}
		how = counted + " without Saturdays and Sundays"
	case inWeeks:
		held, how = held.AddDate(0, 0, 7*n), counted
	case inMonths:
		held, how = held.AddDate(0, n, 0), counted
	case endOfWeek:
		held, how = held.AddDate(0, 0, (7-int(held.Weekday()))%7+7*n), "the week "+after
	case endOfMonth, endOfHalf, endOfHalves, onDay, dayOfMonth, dayOfNext, endOfQuarter, endOfYear:
		held, how = partOfYear(held, t.unit, n, asked)
	case onWeekday:
		held, how = held.AddDate(0, 0, (weekday(asked)-int(held.Weekday())+6)%7+1), "the next such day after the meeting"
	case onWeekdayOf: // on from the Sunday of this week
		held, how = held.AddDate(0, 0, (7-int(held.Weekday()))%7+(weekday(asked)+6)%7+1), "in the week after that of the meeting"
	case today:
		how = "the day of the meeting"
	case standing:
		return string(model.Standing), "it has no end"
	case nextMeeting, meetingIn:
		return d.nextMeeting(asked), "the day of the next meeting that the text names"
	default:
		return "", ""
	}
	return held.Format(time.DateOnly), how
}

// partOfYear is the day on which a part of a year ends, or a day of a month.
func partOfYear(held time.Time, unit termUnit, n int, asked string) (day time.Time, how string) {
	switch unit {
	case endOfMonth:
		return endOf(held, asked, n), "the last day of the month"
	case endOfHalf:
		return endOf(held, "6", 0), "the first half of the year"
	case endOfHalves:
		return endOf(held, yearBefore.FindString(asked)+strconv.Itoa(6*number(lastDigit(asked))), 0), "the last day of the half year"
	case endOfQuarter:
		return endOf(held, yearBefore.FindString(asked)+strconv.Itoa(3*number(lastDigit(asked))), 0), "the last day of the quarter"
	case dayOfMonth:
		day = endOf(held, asked, 0)
		return day.AddDate(0, 0, n-day.Day()), "that part of the month"
	case dayOfNext:
		return endOf(held, "", 0).AddDate(0, 0, number(asked)), "that day of the month after the meeting"
	case onDay:
		if number(asked) < held.Day() {
			held = held.AddDate(0, 1, 1-held.Day())
		}
		return held.AddDate(0, 0, number(asked)-held.Day()), "the next such day after the meeting"
	}
	if y := number(asked); y > 0 {
		n = y - held.Year()
	}
	return time.Date(held.Year()+n, 12, 31, 0, 0, 0, 0, time.UTC), "the year of the meeting"
}

// endOf is the last day of the month that words name, with its year or without, else of the
// month n after a day.
func endOf(day time.Time, asked string, n int) time.Time {
	year, month := day.Year(), day.Month()+time.Month(n)
	if y := yearBefore.FindString(asked); y != "" {
		year = number(y[:4])
		month = time.Month(max(1, monthOf(monthDigits(asked[len(y):]))))
	} else if named := monthOf(monthDigits(asked)); asked != "" && named > 0 {
		if month = time.Month(named); month < day.Month() {
			month += 12
		}
	}
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC)
}

// monthDigits is a month without the word for it in Chinese.
func monthDigits(text string) string { return strings.TrimRight(text, "月 ") }

// yearBefore is the year before a month or a quarter.
var yearBefore = exact(`^\d{4}年`)

// lastDigit is the last character of a text.
func lastDigit(text string) string {
	_, size := utf8.DecodeLastRuneInString(text)
	return text[len(text)-size:]
}

// setsTerm reports whether a term of a text is a deadline: by the words before, within or after
// it.
func (l *lexicon) setsTerm(before, words, after string) bool {
	inBrackets := strings.HasSuffix(strings.TrimSpace(before), "(") && (strings.HasPrefix(after, ")") || strings.HasSuffix(words, ")"))
	if m := l.due.FindAllStringIndex(before+words, -1); len(m) > 0 {
		if last := m[len(m)-1]; last[1] > len(before)-2 && last[1] > last[0] {
			return true
		}
	}
	return inBrackets || l.within.MatchString(strings.TrimSpace(words)) || deadlineAfter.MatchString(after)
}

// isDeadline reports whether words before or after a day say that something is to be done by
// then.
func (d *Draft) isDeadline(text string, when dated) bool {
	if d.Lang == "zh" && !deadlineAfter.MatchString(text[when.to:]) && fixedFor.MatchString(text[:when.from]) && takesPlace.MatchString(text[when.to:]) {
		return false
	}
	if d.Lang == "zh" && validUntil.MatchString(text[:when.from]) {
		return false
	}
	before := d.lex.due.FindAllStringIndex(text[:when.from], -1)
	if len(before) > 0 {
		last := before[len(before)-1]
		if last[1] >= when.from-2 && last[1] > last[0] {
			return true
		}
	}
	return deadlineAfter.MatchString(text[when.to:])
}

// fixedFor and takesPlace stand in Chinese around a day on which something takes place, and is
// not to be done by.
var (
	fixedFor   = exact(`(?:[定订将拟]于|计划于|安排在|定在)\s*$`)
	takesPlace = exact(`^[^，。；]{0,16}?(?:召开|举行|举办|开会|启用|实施|施行|办理|进行)`)
	// validUntil ends before the day until which a contract or an office lasts.
	validUntil = exact(`(?:合[同约]|协议|有效期?|任期|聘期|租期|保修期?|质保期?)[^，。；]{0,8}[至到]\s*$`)
)

// forMeeting and meetingAfter stand around the day of a later meeting for which something has
// to be done: "report at the July 15, 2025 meeting".
var (
	forMeeting   = re(`\b(?:at|for|to|before)\s+(?:the|its|their|our)\s+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?$`)
	meetingAfter = re(`^,?\s+(?:(?:regular|special|board|council|committee)\s+)*(?:meeting|session|call)\b`)
)

var deadlineAfter = re(`^\s*[）)]?(?:[（(]?(?:周|星期)[一二三四五六日天][)）]?)?\s*(?:(?:上午|下午|中午|晚上?|早上?)?(?:\d{1,2}[:：点时]\d{0,2}分?)?|\s*下班|\s*会议|24时)?(?:前|之前|以前|底前|截止|为止|止)`)

// weekdays are the beginnings of the names of days, from Sunday on.
var weekdays = [][]string{{"sun", "воскр", "周日", "星期日", "周天"}, {"mon", "понед", "周一", "星期一"}, {"tue", "втор", "周二", "星期二"}, {"wed", "сред", "周三", "星期三"}, {"thu", "четв", "周四", "星期四"}, {"fri", "пятн", "周五", "星期五"}, {"sat", "субб", "周六", "星期六"}}

func weekday(name string) int {
	return slices.IndexFunc(weekdays, func(starts []string) bool {
		return slices.ContainsFunc(starts, func(s string) bool { return strings.HasPrefix(strings.ToLower(name), s) })
	})
}

// numberWords are words for small numbers, by their beginnings.
var numberWords = []struct {
	start string
	n     int
}{
	{"одинн", 11}, {"двенадц", 12}, {"пятнадц", 15}, {"двадц", 20}, {"тридц", 30}, {"сорок", 45},
	{"одн", 1}, {"дв", 2}, {"тр", 3}, {"чет", 4}, {"пя", 5}, {"шес", 6}, {"сем", 7}, {"вос", 8}, {"девя", 9}, {"деся", 10},
	{"eleven", 11}, {"twelve", 12}, {"fifteen", 15}, {"twenty", 20}, {"thirty", 30}, {"sixty", 60}, {"ninety", 90},
	{"one", 1}, {"a", 1}, {"two", 2}, {"couple", 2}, {"three", 3}, {"four", 4}, {"five", 5}, {"six", 6}, {"seven", 7}, {"eight", 8}, {"nine", 9}, {"ten", 10},
}

func numberWord(word string) int {
	word = strings.ToLower(word)
	for _, w := range numberWords {
		if strings.HasPrefix(word, w.start) {
			return w.n
		}
	}
	return 0
}
