package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// called is what lines that name who attended say of those on the lines below.
type called struct {
	code  string // the way to attend that the last label named; "" where none goes on
	level int    // of the item of a list that it stood in
	sure  bool
}

// attended reads who was there.
func (d *Draft) attended() {
	var under called
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		switch {
		case part == model.PartTitle || model.IsAnnex(part) || part == model.PartSignatures:
			under = called{}
		case len(p.Rows) > 0:
			d.attendanceTable(p, under.code)
			under = called{}
		case len(p.Items) > 0 && p.Agenda == "":
			d.rollItems(p, under, i < 80)
			under = called{}
		default:
			for _, text := range d.attendanceLines(p) {
				under = d.rollLine(text, under, p, i < 80 && !p.Heading)
			}
		}
	}
}

// rollItems reads a list. An item that is a label names how those of the items below it attended,
// and one with a label and names stands for itself.
func (d *Draft) rollItems(p *Piece, under called, early bool) {
	if !early {
		under = called{}
	}
	outer := under
	for _, it := range p.Items {
		text, at := strings.TrimSpace(mark.ReplaceAllString(it.text, "")), cmp.Or(it.at, p.At)
		if under != outer && it.level <= under.level {
			under = outer
		}
		ends := ""
		if m := endLabel.FindStringSubmatchIndex(text); m != nil && under.code != "" {
			ends, text = text[m[2]:m[3]], strings.TrimSpace(text[:m[2]])
		}
		for i, line := range d.labelled(text) {
			code, label := d.lex.attendance(line)
			rest := strings.TrimSpace(line[len(label):])
			switch {
			case code != "" && rest == "" && early:
				under = called{code, it.level, true}
			case code != "" && rest != "":
				d.calls(code, label, rest, at, true)
			case under.code == "" || i > 0 || notCalled.MatchString(line):
			default:
				d.call(under.code, d.roll(cleanRoll(line), d.listed(line), true), at)
			}
		}
		if ends != "" {
			under = called{d.lex.attendanceOf(ends + ":"), 0, true}
			outer = under
		}
	}
}

// endLabel is a label at the end of an item, whose names are the next items.
var endLabel = exact(`\p{Ll}\s+(Apologies|Regrets|Absent|Excused|Guests|Observers|Отсутствовали|Отсутствуют|Приглашённые|Приглашенные):?$`)

// notCalled is an item of a list of people that names none.
var notCalled = re(`^(?:date|time|place|venue|location|meeting|дата|время|место|повестка|форма|时间|地点|日期|主题|会议)[^:：]{0,30}[:：]`)

// listed reports whether one line names several people: more than one part of it is a name with
// more than one word.
func (d *Draft) listed(line string) bool {
	return d.manyNames(line) || d.Lang == "zh" || strings.Count(line, ",") > 1 && !strings.ContainsAny(line, "–—(") || d.groupOf(line)
}

// groupOf reports whether a line is a group and its members: "Council: Ada, Grace".
func (d *Draft) groupOf(line string) bool {
	m := groupLabel.FindStringSubmatch(line)
	return m != nil && len(d.roll(m[1], true, true)) > 1
}

// rollLine reads a line; goesOn says that names may still follow. It returns what goes on for the
// lines after it.
func (d *Draft) rollLine(text string, under called, p *Piece, goesOn bool) called {
	if formed.MatchString(p.Text) {
		return called{}
	}
	code, label := d.lex.attendance(text)
	speaks := d.lex.speaksFor != nil && under.code != "" && d.lex.speaksFor.MatchString(text)
	if code != "" && !speaks {
		return d.rollLabel(d.noMembers(code, text), label, text, p)
	}
	one := slices.Contains([]string{"chair", "secretary", "scribe", "vice-chair"}, under.code)
	switch {
	case d.postAndName(text, p.At), under.code == "":
	case one && utf8.RuneCountInString(text) < 160:
		if people := d.roll(cleanRoll(text), false, under.sure); len(people) > 0 {
			d.call(under.code, people[:1], p.At)
		}
	case !goesOn:
	case (speaks || !d.frontLine(text)) && d.callsOnly(text):
		bare := labelBefore.ReplaceAllString(text, "")
		d.call(under.code, d.roll(cleanRoll(bare), d.listed(bare), under.sure || d.groupOf(bare) || d.allNamed(bare)), p.At)
		return under
	case d.Lang == "ru" && postAlone(text), subgroup.MatchString(text) && !d.frontLine(text):
		return under
	}
	return called{}
}

// subgroup is a line that names a part of those who attended, whose names come next: "Project
// team:".
var subgroup = exact(`^\p{L}[\p{L} ()（）]{1,30}[:：]$`)

// rollLabel reads a line that begins with a label.
func (d *Draft) rollLabel(code, label, text string, p *Piece) called {
	rest := strings.TrimSpace(text[len(label):])
	if rest == "" {
		return called{code, 0, strings.ContainsAny(label, ":：") || p.Heading}
	}
	d.calls(code, label, rest, p.At, model.PartOf(p.ID) == model.PartPreamble)
	if last, _ := utf8.DecodeLastRuneInString(rest); strings.ContainsRune(",、;；", last) {
		return called{code, 0, true}
	}
	return called{}
}

// noMembers is the way to attend that a line names; who is "in attendance" besides those present is
// a guest.
func (d *Draft) noMembers(code, text string) string {
	if code == "present" && inAttendance.MatchString(text) && d.anybody("present") {
		return "guest"
	}
	return code
}

// inAttendance begins a line that names those who are no members, if another names those present.
var inAttendance = re(`^in\s+attendance\b`)

// anybody reports whether somebody attended in one way.
func (d *Draft) anybody(code string) bool {
	return slices.ContainsFunc(d.Attendance, func(g Group) bool { return g.Code == code })
}

// allNamed reports whether all parts of a list of several are names, if only those by which people
// are known.
func (d *Draft) allNamed(text string) bool {
	parts := d.rollParts(text, true)
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		bare, _ := withoutNotes(part)
		name, _ := d.rollName(bare, true)
		return name == ""
	})
}

// formed is a text that says of whom a commission is to be.
var formed = re(`(?:избра\p{L}+|созда\p{L}+|образова\p{L}+|утверди\p{L}+|сформирова\p{L}+)\s[^:]{3,120}в\s+составе`)

// callsOnly reports whether a line names people and says nothing else but their posts.
func (d *Draft) callsOnly(text string) bool {
	if utf8.RuneCountInString(text) > 1200 || strings.HasSuffix(text, "?") || len(d.sentences(text)) > 2 {
		return false
	}
	if d.onlyNames(text) || d.listsPeople(text) || d.groupOf(text) || d.allNamed(text) {
		return true
	}
	people := d.roll(cleanRoll(text), d.listed(text), false)
	if len(people) == 0 {
		return false
	}
	if d.Lang == "zh" {
		return !strings.ContainsAny(strings.TrimSuffix(text, "。"), "。")
	}
	first, _, _ := strings.Cut(text, people[0].name)
	return utf8.RuneCountInString(first) < 60 && (d.Lang != "ru" || predicate(text))
}

// calls adds those whom words after a label name.
func (d *Draft) calls(code, label, rest, at string, early bool) {
	w := rolls[d.lex]
	sure := strings.ContainsAny(label, ":：–—-")
	weak := w.weak.MatchString(strings.ToLower(strings.Trim(inParens.ReplaceAllString(label, ""), " \t*_:：–—-.")))
	if rest = cleanRoll(rest); d.Lang == "ru" {
		rest = howMany.ReplaceAllString(rest, "")
	}
	several := true
	if code == "chair" || code == "secretary" || code == "scribe" {
		several = d.manyNames(rest) || d.Lang == "zh" && strings.ContainsAny(rest, "、，, ")
	}
	people := d.roll(rest, several, sure && !weak)
	if weak && (!early || len(people) < 1) {
		people = d.roll(rest, several, false)
	}
	if len(people) == 0 && code != "scribe" && !d.lex.none.MatchString(rest) && early && d.Lang != "zh" {
		if r := []rune(rest); len(r) > 3 && len(r) < 80 && inCapitals(strings.Fields(rest), len(r)) {
			d.ask("attendance", at, "is "+quoted(cut(rest, 60))+" somebody who attended?", "not written")
		}
	}
	d.call(code, people, at)
}

// cleanRoll is the list that begins a text, up to the end of its sentence.
func cleanRoll(text string) string {
	text = firstSentence(text)
	if i := strings.Index(text, "。"); i > 0 {
		text = text[:i]
	}
	return strings.TrimSpace(text)
}

// call adds people, each in the way that is said of them, else in that of the list.
func (d *Draft) call(code string, people []attendee, at string) { d.callAs(code, people, at, Certain) }

// callAs is call with how sure it is that they attended.
func (d *Draft) callAs(code string, people []attendee, at string, sure Sure) {
	w := rolls[d.lex]
	for _, a := range people {
		state, offices := w.note(a.note)
		for part := range strings.SplitSeq(strings.ReplaceAll(a.note, " – ", ", "), ", ") {
			s, o := w.note(part)
			state = cmp.Or(state, s)
			for _, office := range o {
				if !slices.Contains(offices, office) {
					offices = append(offices, office)
				}
			}
		}
		how := code
		if state != "" && (code == "present" || code == "guest" || code == "remote" || state == "excused" && code == "absent") {
			how = state
		}
		who := Value{d.party(a.name), at, sure, a.name}
		d.attend(how, who)
		if h := handleOf.FindStringSubmatch(a.note); h != nil {
			if d.handles == nil {
				d.handles = map[string]string{}
			}
			d.handles[strings.ToLower(h[1])] = a.name
		}
		who.Sure = Likely
		for _, office := range offices {
			if office != code && how != "absent" && how != "excused" {
				d.attend(office, who)
			}
		}
	}
}

// attends adds those whom a text names; several are separated by signs.
func (d *Draft) attends(code, text, at string, several bool) {
	d.call(code, d.roll(text, several, true), at)
}
