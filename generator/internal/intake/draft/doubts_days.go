package draft

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// daysIn are the days and terms of a sentence that no value of the draft has; due says that a task
// was read of it with its deadline, binding that it gives something to do, and listed that it is a
// doubt: then also a day that the draft has elsewhere may be missing here.
func (d *Draft) daysIn(k *known, sentence string, due, binding, listed bool) (out []span) {
	listed = listed && binding && !due
	for _, when := range d.dates(sentence) {
		approval := len(sentence) < 90 && approvedOn.MatchString(sentence[:when.from]) && !d.Approved.known()
		if listed || approval || !k.days[string(when.date.From())] && !k.days[string(when.other.From())] {
			out = append(out, span{when.from, when.to})
		}
	}
	for _, when := range d.daysWithoutYear(sentence) {
		_, last := utf8.DecodeLastRuneInString(sentence[:when.to])
		if !due && !aNumber.MatchString(sentence[when.to-last:]) && (listed || !k.hasDay(when)) {
			out = append(out, span{when.from, when.to})
		}
	}
	if due || !binding || len(out) > 0 {
		return out
	}
	return d.firstTerm(sentence)
}

// firstTerm is the first term of a sentence, in a list; nil where it has none.
func (d *Draft) firstTerm(sentence string) []span {
	for _, t := range d.lex.terms {
		m := t.FindStringIndex(sentence)
		if m == nil || (t.unit == byNobody || t.unit == standing) && !endsSoon.MatchString(sentence[m[0]:m[1]]) {
			continue
		}
		if t.unit != onWeekday || d.lex.setsTerm(sentence[:m[0]], sentence[m[0]:m[1]], sentence[m[1]:]) {
			return []span{{m[0], m[1]}}
		}
	}
	if m := soon.FindStringIndex(sentence); m != nil {
		return []span{{m[0], m[1]}}
	}
	return nil
}

// approvedOn ends before the day of an approval, and soon are words for a day that is not counted.
var (
	approvedOn = re(`(?:approved|confirmed|утвержд[её]н\p{L}*)[^.;]{0,40}$`)
	soon       = re(`\b(?:tomorrow|today|immediately|forthwith|(?:this|next)\s+(?:week|month|quarter|spring|summer|autumn|fall|winter)|(?:at|for|to|before|by|in)\s+(?:the\s+)?(?:same|that|(?-i:\p{Lu}\p{L}+)|spring|summer|autumn|annual)\s+(?:meeting|session|agm|call|board)|(?:by|in|before)\s+(?-i:` + wholeMonths + `|Christmas|Easter|summer|term))\b` +
		`|(?:^|[^\p{L}])(?:сегодня|завтра|на\s+(?:этой|следующей|будущей)\s+неделе|на\s+(?:этом|следующем)\s+(?:заседании|совещании|собрании)|до\s+нового\s+года|(?:к|до)\s+(?:лету|осени|зиме|весне|лета|осени|зимы|весны)|весной|летом|осенью|зимой|срочно|немедленно)(?:[^\p{L}]|$)` +
		`|明天|今天|后天|当天|下周|本周|下个?月|近期|尽快|立即|下次|(?:春节|清明|五一|国庆|中秋|元旦|端午|节|汛期|寒假|暑假|年终|学期末)(?:节)?前`)
)

// endsSoon begins a term that ends, though on a day that is not to be counted.
var endsSoon = re(`^(?:до|к|не\s+позднее|by|before|until|due)\s|前$`)

// hasDay reports whether the draft has a day of that month.
func (k *known) hasDay(when dated) bool {
	end := fmt.Sprintf("-%02d-%02d", when.month, when.day)
	for day := range k.days {
		if strings.HasSuffix(day, end) {
			return true
		}
	}
	return false
}

// givesNobody begins words that have the form of a task and name nobody.
var givesNobody = re(`^\W*(?:(?:and\s+)?(?:consensus|motion|moved?|welcome|thanks?|resolved|agreed|proposal|request|next|prior|due|according|subject|decision|vote|reports?|plans?|ready|unable)\b)`)

// dueThen ends before the next meeting as the time by which something is to be done.
var dueThen = re(`.{12}\b(?:before|ahead\s+of|by|for|at|to|in\s+time\s+for)\s+(?:the\s+|our\s+|its\s+)?$|(?:^|[^\p{L}])(?:к|до|на|перед)\s+$`)

// saysNext reports whether a sentence only says when the next meeting is; what has to be done
// before that says more.
func (d *Draft) saysNext(sentence string) bool {
	m := d.lex.next.FindStringIndex(sentence)
	if d.Lang == "zh" && m != nil && m[0] > len("本年度第") {
		return false // "请李明询价，下次会议提出"
	}
	return m != nil && !dueThen.MatchString(sentence[:m[0]]) && !strings.HasPrefix(sentence[m[1]:], "前") && !strings.HasPrefix(sentence[m[1]:], "上")
}

// setsDeadline says where a sentence sets a deadline; -1 where it sets none.
func (d *Draft) setsDeadline(sentence string) int {
	for _, when := range slices.Concat(d.dates(sentence), d.daysWithoutYear(sentence)) {
		if d.isDeadline(sentence, when) {
			return when.from
		}
	}
	for _, t := range d.lex.terms {
		if t.unit == byNobody || t.unit == standing {
			continue
		}
		for _, m := range t.FindAllStringIndex(sentence, -1) {
			if d.lex.setsTerm(sentence[:m[0]], sentence[m[0]:m[1]], sentence[m[1]:]) {
				return m[0]
			}
		}
	}
	return -1
}

// longPoint reports whether a piece is a numbered point of several sentences, as clauses are.
func longPoint(p *Piece) bool {
	return (p.label != "" || p.Num != "" || pointNumber.MatchString(p.Text)) && utf8.RuneCountInString(p.Text) > 120 && strings.Contains(p.Text, ". ")
}

// pointNumber begins a numbered point.
var pointNumber = exact(`^\d{1,2}[.)、．]\s*\p{L}`)

// hasTerm reports whether a text has a day without its year, or a term.
func (d *Draft) hasTerm(text string) bool {
	return len(d.daysWithoutYear(text)) > 0 || slices.ContainsFunc(d.lex.terms, func(t term) bool { return t.unit != nextMeeting && t.MatchString(text) })
}
