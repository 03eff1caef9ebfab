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
	many  bool // the label is of several who share an office: "Сопредседатели:"
	weak  bool // the label had somebody on its own line: only lines that are people go on from it
}

// attended reads who was there.
func (d *Draft) attended() {
	var under called
	listed := false // within an annex that lists those who were there
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		was := listed
		if listed = model.IsAnnex(part) && (listed && p.ID != part || listsThose(p)); listed && !was {
			under, d.titledRoll = called{code: "present"}, d.mostlyTitled(i)
			continue
		}
		d.titledRoll = d.titledRoll && listed
		if model.IsAnnex(part) && !listed || part == model.PartTitle || part == model.PartSignatures || d.mail[p.At] {
			under = called{}
			continue
		}
		if under = d.rollPiece(i, under, listed || i < 80); listed && under.code == "" {
			under = called{code: "present"}
		}
	}
}

// rollPiece reads a piece below a label; early says that names may stand in it. It returns what
// goes on for the pieces after it.
func (d *Draft) rollPiece(i int, under called, early bool) called {
	p := d.Pieces[i]
	switch {
	case len(p.Rows) > 0:
		if under.weak {
			under = called{}
		}
		if !d.attendanceTable(p, under.code) {
			return called{}
		}
	case len(p.Items) > 0 && p.Agenda == "":
		d.rollItems(p, under, early)
		return called{}
	case d.wentOn(i):
	default:
		if label, ok := d.bareLabel(i); ok {
			return label
		}
		for _, text := range d.attendanceLines(p, d.withNext(i)) {
			goesOn := early && (!p.Heading || d.Lang == "en" && under.sure && someTitles.MatchString(text) && d.peopleOnly(text))
			under = d.rollLine(text, under, p, goesOn)
		}
	}
	return under
}

// listsThose reports whether a piece heads a list of those who were there.
func listsThose(p *Piece) bool {
	return utf8.RuneCountInString(p.Text) < 90 && listOfThose.MatchString(p.Text)
}

// withNext is the text of a piece, with that of the next one if a list of names goes on there.
func (d *Draft) withNext(i int) string {
	text := d.Pieces[i].Text
	if i+1 < len(d.Pieces) && d.wentOn(i+1) {
		text += " " + d.Pieces[i+1].Text
	}
	return text
}

// listOfThose heads an annex that lists those who were there.
var listOfThose = re(`спис\p{L}+\s+(?:\p{L}+\s+){0,3}(?:участник|присутств|приглаш|делегац|представител)|состав\p{L}*\s+(?:\p{L}+\s+){0,3}(?:участник|делегац)|лист\s+регистрации` +
	`|\b(?:participants|attendees|attendance|delegations|delegates)\b|\b(?:list|composition|members)\s+of\s+(?:\p{L}+\s+){0,4}delegation\b|代表团(?:成员|人员)?(?:名单|组成)|(?:与会|参会|出席|参加)[^，。]{0,8}(?:名单|人员|代表)|签到|到会人员`)

// wentOn reports whether a piece goes on with a list that begins in the line before it, within a
// name: "Present: Ada Byron, Simone" and "Achterberg (notes)".
func (d *Draft) wentOn(i int) bool {
	if i == 0 || d.Lang == "zh" || model.PartOf(d.Pieces[i].ID) != model.PartPreamble || len(d.Pieces[i].Items)+len(d.Pieces[i].Rows) > 0 {
		return false
	}
	before := d.Pieces[i-1].Text
	return utf8.RuneCountInString(before) > 45 && withinName.MatchString(before) && restOfName.MatchString(d.Pieces[i].Text) && d.lex.attendanceOf(before) != ""
}

var (
	withinName = exact(`[,:;] \p{Lu}[\p{L}'’-]+$`)
	restOfName = exact(`^\p{Lu}[\p{L}'’-]+(?:\s\([^()]*\))?(?:[,;]\s|$)`)
)

// rollItems reads a list. An item that is a label names how those of the items below it attended,
// and one with a label and names stands for itself.
func (d *Draft) rollItems(p *Piece, under called, early bool) {
	if !early {
		under = called{}
	}
	outer, each := under, d.oneEach(p)
	for _, it := range p.Items {
		text, ends := endsInLabel(strings.TrimSpace(mark.ReplaceAllString(it.text, "")), under)
		at := cmp.Or(it.at, p.At)
		if under != outer && it.level <= under.level {
			under = outer
		}
		if under.code != "" && unticked.MatchString(it.text) && d.anyTicked(p) {
			d.call("absent", d.roll(cleanRoll(text), d.listed(text), true), at)
			continue
		}
		for i, line := range d.labelled(text) {
			code, label := d.lex.attendance(line)
			rest := strings.TrimSpace(line[len(label):])
			switch {
			case code != "" && rest == "" && early:
				under = called{code: code, level: it.level, sure: true}
			case code != "" && rest != "":
				d.calls(code, label, rest, at, true)
			case under.code == "" || i > 0 || notCalled.MatchString(line):
			default:
				d.call(under.code, d.roll(cleanRoll(line), !each && d.listed(line), true), at)
			}
		}
		if ends != "" {
			under = called{code: d.lex.attendanceOf(ends + ":"), sure: true}
			outer = under
		}
	}
}

// ticked and unticked are items of a list in which those who came are ticked.
var (
	ticked   = exact(`^\s*(?:[-*]\s)?\\?\[[xX✓✔√]\\?\]`)
	unticked = exact(`^\s*(?:[-*]\s)?\\?\[\s?\\?\]`)
)

// anyTicked reports whether a list has items that are ticked.
func (d *Draft) anyTicked(p *Piece) bool {
	if len(p.Items) > 0 {
		return slices.ContainsFunc(p.Items, func(it line) bool { return ticked.MatchString(it.text) })
	}
	return slices.ContainsFunc(d.Pieces[:min(80, len(d.Pieces))], func(o *Piece) bool { return ticked.MatchString(o.Text) })
}

// endLabel is a label at the end of an item, whose names are the next items.
var endLabel = exact(`\p{Ll}\s+(Apologies|Regrets|Absent|Excused|Guests|Observers|Отсутствовали|Отсутствуют|Приглашённые|Приглашенные):?$`)

// endsInLabel is an item without the label at its end, and that.
func endsInLabel(text string, under called) (bare, label string) {
	if m := endLabel.FindStringSubmatchIndex(text); m != nil && under.code != "" {
		return strings.TrimSpace(text[:m[2]]), text[m[2]:m[3]]
	}
	return text, ""
}

// notCalled is an item of a list of people that names none.
var notCalled = re(`^(?:date|time|place|venue|location|meeting|дата|время|место|повестка|форма|时间|地点|日期|主题|会议)[^:：]{0,30}[:：]`)

// listed reports whether one line names several people: more than one part of it is a name with
// more than one word.
func (d *Draft) listed(line string) bool {
	if d.titledRoll {
		return len(withTitle.FindAllStringIndex(line, 2)) > 1
	}
	if m := someTitles.FindString(line); m != "" && strings.Count(line, ",") == 1 && !withTitle.MatchString(line[len(m):]) && len(splitAnd(line)) == 1 {
		return false // "Dr Ada Byron, City Library"
	}
	if d.Lang == "ru" && len(namesIn(line)) > 1 {
		return true
	}
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
	if formed.MatchString(p.Text) || candidates.MatchString(p.Text) || linkOnly.MatchString(text) {
		return called{}
	}
	code, label := d.lex.attendance(text)
	code, label = d.rollHeading(code, label, text, p)
	speaks := d.lex.speaksFor != nil && under.code != "" && !under.weak && !under.many && d.lex.speaksFor.MatchString(text)
	if code != "" && (!speaks || label == text) {
		return d.rollLabel(d.noMembers(code, text), label, text, p)
	}
	switch {
	case d.postAndName(text, p.At), d.rollCall(text, p.At), under.code == "":
		return called{}
	case under.weak:
		return d.rollWeak(text, under, p, goesOn)
	case d.titledRoll && !withTitle.MatchString(text) && ofSecretariat.MatchString(text):
		return called{code: "present"} // no observers any more
	case d.titledRoll && !withTitle.MatchString(text):
		return under // a country, or a body
	}
	return d.rollUnder(text, under, p, goesOn, speaks)
}

// linkOnly is a label with an address: "Minutes: https://…" names nobody.
var linkOnly = exact(`^[^:：]{1,40}[:：]\s*(?:https?://|www\.)\S+\s*$`)

// rollHeading is the way to attend that a heading names below one that named such a way, too, as
// "Staff" below "Attendance"; else code and label are those of the line.
func (d *Draft) rollHeading(code, label, text string, p *Piece) (ownCode, ownLabel string) {
	switch {
	case p.Heading:
		if code == "" && d.rolling != "" && utf8.RuneCountInString(text) < 40 {
			if code, label = d.lex.attendanceOf(strings.TrimRight(text, ":： ")+":"), text; code == "scribe" && notesHead.MatchString(text) {
				code = ""
			}
		}
		d.rolling = code
	case code != "" && label == text && d.rolling == "":
		d.rolling = code
	}
	return code, label
}

// notesHead heads the notes of a meeting, and not those who took them.
var notesHead = re(`\b(?:notes|minutes)\s*:?$`)

// oneOffice are the ways to attend of one.
var oneOffice = []string{"chair", "secretary", "scribe", "vice-chair"}

// rollUnder reads a line below a label that had nobody on its own.
func (d *Draft) rollUnder(text string, under called, p *Piece, goesOn, speaks bool) called {
	one := slices.Contains(oneOffice, under.code)
	if unticked.MatchString(text) && d.anyTicked(p) {
		d.call("absent", d.roll(cleanRoll(text), d.listed(text), true), p.At)
		return under
	}
	text = placeInList.ReplaceAllString(mark.ReplaceAllString(text, ""), "")
	if one && utf8.RuneCountInString(text) < 160 {
		return d.rollOffice(text, under, p)
	}
	switch {
	case !goesOn:
	case d.Lang == "en" && subgroup.MatchString(text) && !d.frontLine(text):
		return under
	case (speaks || !d.frontLine(text)) && d.callsOnly(text):
		bare := cleanRoll(labelBefore.ReplaceAllString(text, ""))
		d.call(under.code, d.roll(bare, d.listed(bare), under.sure || d.groupOf(bare) || d.allNamed(bare)), p.At)
		return under
	case d.Lang == "ru" && d.firstCalls(text, under, p):
	case d.Lang == "ru" && postAlone(text), subgroup.MatchString(text) && !d.frontLine(text):
		return under
	}
	return called{}
}

// placeInList is the number of somebody in a list.
var placeInList = exact(`^\d{1,3}[.)]\s+`)

// rollWeak reads a line below one that had a label and somebody: it goes on if it is somebody else,
// or the name of an office and its people.
func (d *Draft) rollWeak(text string, under called, p *Piece, goesOn bool) called {
	bare := text
	if d.Lang == "zh" {
		if m := hanPart.FindStringSubmatch(text); m != nil {
			if notHanPart.MatchString(m[1]) {
				return called{}
			}
			if bare = m[2]; under.code != "guest" && under.code != "remote" {
				under.code = "present"
			}
		}
	}
	if part := model.PartOf(p.ID); !goesOn || part != model.PartPreamble && (part != "c1" || len(p.Text) > 90) && !d.hanSeveral(bare) || d.frontLine(text) || !d.peopleOnly(bare) {
		return called{}
	}
	d.call(under.code, d.roll(cleanRoll(bare), d.Lang == "zh" || d.listed(bare), false), p.At)
	return under
}

var (
	hanPart    = exact(`^(\p{Han}{2,12})\s*[:：]\s*(.+)$`)
	notHanPart = exact(`审核|签发|编制|校对|抄送|主送|联系|电话|汇报|发言|提案|起草|拟稿|责任|负责|工程|项目|会议|时间|日期|地点|主题|议题|议程|内容|纪律|决定|决议|事项|要求|如下`)
)

// peopleOnly reports whether a line begins with a person, and names people with their posts only.
func (d *Draft) peopleOnly(text string) bool {
	if utf8.RuneCountInString(text) > 160 || strings.HasSuffix(text, ":") || len(d.dates(text)) > 0 {
		return false
	}
	switch d.Lang {
	case "ru":
		return listsWithPosts(text)
	case "zh":
		parts := d.hanRollParts(text)
		return len(parts) > 0 && !strings.Contains(strings.TrimRight(text, "。"), "。") && !slices.ContainsFunc(parts, func(part string) bool {
			bare, _ := withoutNotes(part)
			name, _ := d.hanRollName(bare, false)
			return name == ""
		})
	}
	first, _, _ := strings.Cut(inParens.ReplaceAllString(text, ""), ",")
	name, rest := d.rollName(first, false)
	return name != "" && rest == "" && d.callsOnly(text) || someTitles.MatchString(text) && name != ""
}

// rollCall reads lines that have a name, dots and how somebody attended: "Ada Byron .... Present".
func (d *Draft) rollCall(text, at string) bool {
	all := dotted.FindAllStringSubmatch(text, -1)
	for _, m := range all {
		if name, _ := d.rollName(m[1], true); name != "" {
			d.call(cmp.Or(wayOf(m[2]), "present"), []attendee{{name, ""}}, at)
		}
	}
	return len(all) > 0
}

var dotted = re(`((?-i:\p{Lu})[\p{L}.'’ -]{2,50}?)\s*(?:\.{3,}|…+|_{3,})\s*(present|absent|excused|here|remote|присутств\p{L}+|отсутств\p{L}+)`)

// subgroup is a line that names a part of those who attended, whose names come next: "Project
// team:".
var subgroup = exact(`^\p{L}[\p{L} ()（）]{1,30}[:：]$`)

// rollLabel reads a line that begins with a label.
func (d *Draft) rollLabel(code, label, text string, p *Piece) called {
	rest := strings.TrimSpace(text[len(label):])
	if rest == "" {
		return called{code: code, sure: strings.ContainsAny(label, ":：") || p.Heading, many: coChairs.MatchString(label)}
	}
	rest, next := d.officeBehind(code, rest)
	d.calls(code, label, rest, p.At, model.PartOf(p.ID) == model.PartPreamble)
	if next != "" {
		code, label = d.lex.attendance(next)
		return d.rollLabel(code, label, next, p)
	}
	if last, _ := utf8.DecodeLastRuneInString(rest); strings.ContainsRune(",、;；", last) {
		return called{code: code, sure: true}
	}
	if slices.Contains(oneOffice, code) && !(d.Lang == "zh" && d.anybody("present")) {
		return called{}
	}
	return called{code: code, weak: true}
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
	rest = d.untilSigned(rest)
	if rest = cleanRoll(rest); d.Lang == "ru" {
		rest = howMany.ReplaceAllString(rest, "")
		if onlyCounts.MatchString(rest) {
			return // "Присутствует – 16. Отсутствуют …"
		}
	}
	code = d.fromSecretariat(code, label, rest)
	several := true
	if code == "chair" || code == "secretary" || code == "scribe" {
		several = d.manyNames(rest) || d.Lang == "zh" && strings.ContainsAny(rest, "、，, ")
	}
	people := d.roll(rest, several, sure && !weak)
	d.inGenitive(people, label, at)
	if weak {
		people = d.rollOfWeak(people, rest, several, sure, early)
	}
	if len(people) == 0 && code != "scribe" && !d.lex.none.MatchString(rest) && early && d.Lang != "zh" {
		if r := []rune(rest); len(r) > 3 && len(r) < 80 && inCapitals(strings.Fields(rest), len(r)) {
			d.ask("attendance", at, "is "+quoted(cut(rest, 60))+" somebody who attended?", "not written")
		}
	}
	d.call(code, people, at)
}

// rollOfWeak are the people behind a word that is a label of attendance only before names: if it
// is one, single words are names; else those of people who are there.
func (d *Draft) rollOfWeak(people []attendee, rest string, several, sure, early bool) []attendee {
	switch {
	case early && len(people) > 1:
		return d.roll(rest, several, sure)
	case early && len(people) > 0:
		return people
	}
	return slices.DeleteFunc(d.roll(rest, several, true), func(a attendee) bool {
		return !strings.Contains(a.name, " ") && d.Lang != "zh" && !d.wasThere(d.fullName(a.name))
	})
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
		if d.stoodIn(a, at, sure) {
			continue
		}
		note := withoutInitials(strings.ReplaceAll(a.note, " – ", ", "), a.name)
		state, offices := w.note(note)
		for part := range strings.SplitSeq(note, ", ") {
			s, o := w.note(part)
			state = cmp.Or(state, s)
			for _, office := range o {
				if !slices.Contains(offices, office) {
					offices = append(offices, office)
				}
			}
		}
		offices = d.onlyOneChairs(people, a.note, offices)
		how := code
		if state != "" && (code == "present" || code == "guest" || code == "remote" || state == "excused" && code == "absent") {
			how = state
		}
		sure := sure
		if d.Lang == "ru" {
			if c := caseOfPatronymic(a.name); c != asNamed { // "Не было: Лосевой Раисы Фёдоровны"
				who := d.member(a.name, at, c)
				a.name, sure = cmp.Or(who.Text, a.name), who.Sure
			}
			if full := d.signedAs(a.name); full != "" {
				a.name = full // "членов комиссии: Рощиной Е. В."
			}
			offices = d.ofThisBody(offices, a.note)
		}
		d.knownBy(a.name, at)
		who := Value{d.party(a.name), at, sure, a.name}
		d.attend(how, who)
		d.goesBy(a)
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
