package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// postAndName reads a line that is a post at the meeting and a name, without a colon: "Секретарь
// А. В. Смирнова".
func (d *Draft) postAndName(text, at string) bool {
	if d.lex.post == nil {
		return false
	}
	m := d.lex.post.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	code := d.lex.attendanceOf(m[1] + ":")
	if code == "" {
		code, m[2] = "present", m[1]
	}
	d.attends(code, m[2], at, false)
	return true
}

// inSentences adds those of whom sentences say that they were there, or were not.
func (d *Draft) inSentences() {
	for _, p := range d.Pieces {
		if part := model.PartOf(p.ID); part == model.PartTitle || model.IsAnnex(part) {
			continue
		}
		for _, sentence := range d.sentences(p.Text) {
			d.headed(sentence, p.At)
		}
		d.officers(p)
		d.presentIn(p)
	}
}

// officers adds those whom sentences name with their office: "The Vice-Chair, Mr. Okafor, was also
// present", "Respectfully submitted, Ada Byron, Secretary".
func (d *Draft) officers(p *Piece) {
	if d.Lang != "en" {
		return
	}
	for _, m := range officer.FindAllStringSubmatch(p.Text, -1) {
		code := d.lex.attendanceOf(m[1] + ":")
		if name := d.names(m[2], true); code != "" && len(name) > 0 && isName(name[0]) {
			d.came(code, d.fullName(name[0]), p.At)
		}
	}
	if !submitted.MatchString(p.Text) {
		return
	}
	text := submitted.ReplaceAllString(p.Text, "")
	if i := slices.Index(d.Pieces, p); text == "" && i+1 < len(d.Pieces) {
		text = cmp.Or(d.Pieces[i+1].signer, d.Pieces[i+1].Text)
	}
	if names := d.names(text, true); len(names) > 0 && isName(names[0]) && strings.Contains(names[0], " ") {
		d.came("secretary", d.fullName(names[0]), p.At)
	}
}

var (
	officer   = exact(`(?:The\s+|the\s+)?((?:[Vv]ice|[Dd]eputy)[- ][Cc]hair(?:man|person|woman)?|Chair(?:man|person|woman)?|Secretary|Rapporteur)\s*,\s*((?:Mr|Ms|Mrs|Dr|Prof|Captain|H\.E\.)\.?\s+[^,(.;]{3,40}?)\s*(?:\([^()]*\))?(?:[,;]|\.?$)`)
	withTitle = exact(`(?:\b(?:` + titlesEn + `|Excellency)\.?,?\s+)+((?:\p{Lu}\.?\s+)?\p{Lu}[\p{L}'’-]+(?:\s+(?:` + articleEn + `)?\p{Lu}[\p{L}'’-]+){0,2})`)
	submitted = re(`^(?:respectfully\s+)?submitted(?:\s+by)?\s*[,:]?\s*`)
)

// lastCapitals are the words with capital letters at the end of a text: a name after a post.
var lastCapitals = exact(`\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2}$`)

// attendanceLines are the parts of the text of a piece that may name attendance, each with its
// label.
func (d *Draft) attendanceLines(p *Piece, text string) []string {
	var out []string
	if len(p.Items) == 0 {
		for line := range strings.SplitSeq(text, "\n") {
			if d.Lang == "en" && strings.HasPrefix(model.PartOf(p.ID), "c") && d.lex.attendanceOf(line) == "" {
				out = append(out, d.labelledSentences(line)...)
				continue
			}
			out = append(out, d.labelLast(d.labelled(line))...)
		}
		return out
	}
	for _, it := range p.Items {
		out = append(out, it.text)
	}
	return out
}

// labelLast divides the last of some lines in Russian before its last sentence, if that is a label
// whose names stand on the next line: "Всего депутатов: 10. Присутствовали 8 депутатов:".
func (d *Draft) labelLast(lines []string) []string {
	text := lines[len(lines)-1]
	if d.Lang != "ru" || !strings.HasSuffix(text, ":") || utf8.RuneCountInString(text) > 200 {
		return lines
	}
	all := d.sentences(text)
	end := all[len(all)-1]
	if len(all) < 2 || d.lex.attendanceOf(end) == "" {
		return lines
	}
	return append(slices.Clone(lines[:len(lines)-1]), strings.TrimSpace(strings.TrimSuffix(text, end)), end)
}

// labelledSentences divides a text before each sentence that begins with a label of those who were
// there or were not; "Elected: Chair: …" says who is what.
func (d *Draft) labelledSentences(text string) (out []string) {
	for i, part := range d.labelled(text) {
		if i > 0 && (!strings.HasSuffix(out[len(out)-1], ".") || slices.Contains(oneOffice, d.lex.attendanceOf(part))) {
			out[len(out)-1] += " " + part
			continue
		}
		out = append(out, part)
	}
	return out
}

// labelled divides a text before each label of a line that it has: "Date: … Present: …".
func (d *Draft) labelled(text string) []string {
	text = bracketLabel.ReplaceAllString(text, "$1：")
	if len(text) > 4000 || !strings.ContainsAny(text, ":：") {
		return []string{text}
	}
	var out []string
	from, skip := 0, 0
	if d.lex.label(text) {
		skip = strings.IndexAny(text, ":：")
	}
	for _, m := range wordStart.FindAllStringIndex(text, -1) {
		at := m[1]
		if at <= skip || at >= len(text) {
			continue
		}
		if d.lex.label(text[at:]) {
			skip = at + strings.IndexAny(text[at:], ":：")
			out = append(out, strings.TrimSpace(text[from:at]))
			from = at
		}
	}
	return append(out, strings.TrimSpace(text[from:]))
}

// bracketLabel is the label of a line in square brackets.
var bracketLabel = exact(`^[\[【［]\s*(\p{Han}{2,8})\s*[\]】］]\s*[：:]?\s*`)

var wordStart = exact(`[\s。；]+`)

// label reports whether a text begins with the label of a line and a colon.
func (l *lexicon) label(text string) bool {
	colon := strings.IndexAny(text, ":：")
	if colon < 0 || colon > 60 || text[0] == '(' {
		return false
	}
	if _, label := l.labelOf(text, false); len(label) > colon {
		return true
	}
	return len(l.date.FindString(text)) > colon || l.madeOn != nil && len(l.madeOn.FindString(text)) > colon || l.place[0].MatchString(text[:colon]+": x1")
}

var sentenceEnd = exact(`(\p{L}{3,}\)?[.。])\s+\p{Lu}`)

// firstSentence is a list of names up to the end of its sentence.
func firstSentence(text string) string {
	for _, m := range initialsThen.FindAllStringIndex(text, -1) {
		if begins.MatchString(text[m[1]:]) {
			text = strings.TrimSpace(text[:m[1]])
			break
		}
	}
	for _, m := range sentenceEnd.FindAllStringSubmatchIndex(text, -1) {
		if end := text[:m[3]]; strings.HasSuffix(end, "。") || !abbreviation.MatchString(end) {
			return end
		}
	}
	return text
}

// initialsThen are initials that may end a sentence.
var initialsThen = exact(`[А-ЯЁ]\.\s+`)

// afterLabel is what follows the label of a line.
func (d *Draft) afterLabel(text string) string {
	_, label := d.lex.attendance(text)
	rest := strings.TrimSpace(text[len(label):])
	if d.Lang == "ru" {
		return howMany.ReplaceAllString(rest, "")
	}
	return rest
}

// howMany says how many people a list names, before it.
var howMany = re(`^\d+\s*(?:чел\p{L}*\.?|член\p{L}*|педагог\p{L}*|депутат\p{L}*|участник\p{L}*|представител\p{L}*)?[^:\p{Lu}]{0,60}:\s*`)

// onlyNames reports whether a text is a list of names and nothing else.
func (d *Draft) onlyNames(text string) bool {
	names := d.names(text, true)
	for _, n := range names {
		if !isName(n) {
			return false
		}
	}
	return len(names) > 0 && !strings.HasSuffix(text, "?")
}

// groupLabel is the name of a group before its members: "Council: Ada, Grace".
var groupLabel = exact(`^\p{L}[\p{L} ]{1,30}[:：]\s+(.+,.+)$`)

// cameToSign adds those as present who sign as they were there, and are nowhere yet.
func (d *Draft) cameToSign() {
	for _, p := range d.Pieces {
		if p.came && p.signer != "" && d.fullName(p.signer) == p.signer && !d.wasThere(p.signer) {
			d.came("present", p.signer, p.At)
		}
		signer := p.signer
		if signer == "" && model.PartOf(p.ID) == model.PartSignatures {
			signer = nameIn(p.Text)
		}
		d.secretarySigned(p, signer)
		if m := officeSigned.FindStringSubmatch(p.Text); m != nil && signer != "" {
			code := d.lex.attendanceOf(m[1] + ":")
			if name := d.fullName(signer); (code == "chair" || code == "secretary" || code == "scribe") && (!d.anybody(code) || chairsPart.MatchString(p.Text)) && !d.isAway(name) {
				d.came(code, name, p.At)
			}
		}
	}
}

// secretarySigned adds whoever signs in English as the secretary, where the text names no other.
func (d *Draft) secretarySigned(p *Piece, signer string) {
	if d.Lang != "en" || signer == "" || d.Kind.Text != KindMinutes || d.anybody("secretary") || d.anybody("scribe") || d.isAway(d.fullName(signer)) {
		return
	}
	_, rest, ok := strings.Cut(p.Text, signer)
	post := strings.TrimSpace(datedAt.Split(strings.TrimLeft(rest, " ,–—-("), 2)[0])
	if before, _, more := strings.Cut(post, "  "); more {
		post = before
	}
	if m := signsAs.FindString(strings.TrimRight(post, ")")); ok && m != "" {
		d.came("secretary", d.fullName(signer), p.At)
	}
}

// signsAs is the office of a secretary with which a signature begins.
var signsAs = re(`^(?:hon(?:orary|\.)?\s+|recording\s+|meeting\s+|parish\s+|town\s+|minutes?\s+)*(?:secretary(?:\s+(?:of|to)\s+the\s+(?:meeting|board|committee|council|trustees|society|club|trust|group))?|clerk(?:\s+to\s+the\s+\p{L}+)?)(?:$|\s+c\.?c\.?\b)`)

// officeSigned begins a signature with an office at the meeting; group 1 is it.
var officeSigned = re(`^(председател(?:ь|ьствующий)(?:\s+(?:заседания|собрания|совещания|комиссии|совета|правления|комитета|коллегии|штаба))?|(?:уч[её]ный\s+|ответственный\s+|технический\s+|корпоративный\s+)?секретарь|会议主持人?|主持人|会议记录人?|记录人)(?:[^\p{L}]|签|\s|$)`)

// chairsPart is one of those who have the chair of a commission of several parts together.
var chairsPart = re(`^председатель\s+\p{L}+\s+части\s`)

// isAway reports whether somebody is known not to have come.
func (d *Draft) isAway(name string) bool {
	return slices.ContainsFunc(d.Attendance, func(g Group) bool {
		return (g.Code == "excused" || g.Code == "absent" || g.Code == "proxy") && slices.ContainsFunc(g.Who, func(w Value) bool { return w.Why == name })
	})
}

// came adds somebody whom a sentence names.
func (d *Draft) came(code, name, at string) { d.attend(code, Value{d.party(name), at, Likely, name}) }

func (d *Draft) attend(code string, who Value) {
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if g.Code == code && (w.Text == who.Text || isCyrillic(strings.ToLower(who.Why)) && sameName(who.Why, w.Why)) {
				return
			}
		}
	}
	for i := range d.Attendance {
		if d.Attendance[i].Code == code {
			d.Attendance[i].Who = append(d.Attendance[i].Who, who)
			return
		}
	}
	d.Attendance = append(d.Attendance, Group{code, []Value{who}})
}

// party returns what records write for a name: the id or reference of the record that has it, or
// the name.
func (d *Draft) party(name string) string {
	want := strings.ToLower(name)
	for _, p := range model.All[*model.Person](d.site, model.Persons) {
		for _, n := range p.FullName {
			if strings.ToLower(n) == want || strings.HasSuffix(strings.ToLower(n), " "+want) && strings.Count(want, " ") == 0 && d.oneOnly(want) {
				return p.ID
			}
		}
	}
	for _, b := range model.All[*model.Body](d.site, model.Bodies) {
		for _, names := range []model.Text{b.FullName, b.ShortName} {
			for _, n := range names {
				if strings.ToLower(n) == want {
					return b.Ref().String()
				}
			}
		}
	}
	if d.Lang != "en" || strings.Contains(want, "republic") {
		if id, _ := d.stateOf(name); id != "" && d.site.Entity(model.Ref{Kind: model.States, ID: id}) != nil && stateOnly(name) {
			return string(model.States) + "/" + id
		}
	}
	if slices.ContainsFunc(d.Handles, func(v Value) bool { return v.Text == name }) {
		return name
	}
	d.named(name)
	if model.ValidID(name) {
		return strings.ToUpper(name[:1]) + name[1:] // else it would be the id of a record
	}
	return name
}

// knownBy remembers somebody who attended and is known by a name in small letters: in a list it
// would be the id of a record, so there has to be one.
func (d *Draft) knownBy(name, at string) {
	if model.ValidID(name) && d.site.Entity(model.Ref{Kind: model.Persons, ID: name}) == nil && !slices.ContainsFunc(d.Handles, func(v Value) bool { return v.Text == name }) {
		d.Handles = append(d.Handles, Value{name, at, Certain, name})
	}
}

// stateOnly reports whether a name is that of a state and not of somebody from there.
func stateOnly(name string) bool {
	return len(strings.Fields(name)) <= 4 && !strings.Contains(name, ".")
}

// oneOnly reports whether one person of the site alone has a surname.
func (d *Draft) oneOnly(surname string) bool {
	n := 0
	for _, p := range model.All[*model.Person](d.site, model.Persons) {
		for _, name := range p.FullName {
			if strings.HasSuffix(strings.ToLower(name), " "+surname) {
				n++
				break
			}
		}
	}
	return n == 1
}

// named remembers somebody who has no record.
func (d *Draft) named(name string) {
	if !slices.ContainsFunc(d.Named, func(v Value) bool { return v.Text == name }) {
		d.Named = append(d.Named, Value{Text: name})
	}
}

func quoted(s string) string { return "“" + s + "”" }
