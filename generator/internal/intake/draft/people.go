package draft

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// attendanceCodes are the ways to attend, in the order in which their words are tried.
var attendanceCodes = []string{"excused", "absent", "guest", "observer", "proxy", "remote", "vice-chair", "chair", "secretary", "scribe", "present"}

// attendanceOf returns the way to attend that a line names: "Present: …"; "" where it names none.
func (l *lexicon) attendanceOf(text string) string {
	code, _ := l.attendance(text)
	return code
}

// attendance returns the way to attend that a line begins with, and its label. A label alone, such
// as "Chair", needs no colon.
func (l *lexicon) attendance(text string) (code, label string) {
	alone := len(text) < 40 && len(strings.Fields(text)) <= 3
	for _, code := range attendanceCodes {
		r := l.attended[code]
		if r == nil {
			continue
		}
		if m := r.FindString(text); m != "" {
			return code, m
		}
		if alone && r.FindString(text+":") == text+":" {
			return code, text
		}
	}
	return "", ""
}

// attended reads who was there.
func (d *Draft) attended() {
	code := ""
	for i, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || model.IsAnnex(part) || part == model.PartSignatures {
			code = ""
			continue
		}
		if len(p.Rows) > 0 {
			d.attendanceTable(p, code)
			code = ""
			continue
		}
		if len(p.Items) > 0 && code != "" && p.Agenda == "" {
			for _, it := range p.Items {
				if own := d.lex.attendanceOf(it.text); own != "" {
					code = own
				}
				d.attends(code, d.afterLabel(it.text), cmp.Or(it.at, p.At), false)
			}
			continue
		}
		for _, text := range d.attendanceLines(p) {
			own := d.lex.attendanceOf(text)
			if own == "" {
				if code != "" && !p.Heading && d.onlyNames(text) && i < 60 && !d.frontLine(text) {
					d.attends(code, text, p.At, true)
				} else {
					code = ""
				}
				continue
			}
			rest := firstSentence(d.afterLabel(text))
			d.attends(own, rest, p.At, true)
			if code = own; rest != "" {
				code = "" // the names stand behind the label
			}
		}
	}
}

// attendanceLines are the parts of a piece that may name attendance, each with its label.
func (d *Draft) attendanceLines(p *Piece) []string {
	if len(p.Items) == 0 {
		return d.labelled(p.Text)
	}
	var out []string
	for _, it := range p.Items {
		out = append(out, it.text)
	}
	return out
}

// labelled divides a text before each label of a line that it has: "Date: … Present: …".
func (d *Draft) labelled(text string) []string {
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

var wordStart = regexp.MustCompile(`[\s。；]+`)

// label reports whether a text begins with the label of a line and a colon.
func (l *lexicon) label(text string) bool {
	colon := strings.IndexAny(text, ":：")
	if colon < 0 || colon > 60 {
		return false
	}
	if _, label := l.attendance(text); len(label) > colon {
		return true
	}
	return len(l.date.FindString(text)) > colon || l.place[0].MatchString(text[:colon]+": x1")
}

var sentenceEnd = regexp.MustCompile(`\p{L}{3,}\)?[.。]\s+\p{Lu}`)

// firstSentence is a list of names up to the end of its sentence.
func firstSentence(text string) string {
	if m := sentenceEnd.FindStringIndex(text); m != nil {
		return text[:m[1]-1]
	}
	return text
}

// afterLabel is what follows the label of a line.
func (d *Draft) afterLabel(text string) string {
	_, label := d.lex.attendance(text)
	return strings.TrimSpace(text[len(label):])
}

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

// attends adds those whom a text names; several are separated by signs.
func (d *Draft) attends(code, text, at string, several bool) {
	for _, name := range d.names(text, several) {
		if !isName(name) {
			if r, _ := utf8.DecodeRuneInString(name); len(name) > 3 && !unicode.IsLower(r) && !d.lex.none.MatchString(name) {
				d.ask("attendance", at, "is "+quoted(cut(name, 60))+" somebody who attended?", "not written")
			}
			continue
		}
		who := Value{d.party(name), at, Certain, name}
		d.attend(code, who)
		_, after, _ := strings.Cut(text, name)
		if chairNote.MatchString(after) || !several && chairRole.MatchString(text[min(len(name), len(text)):]) {
			who.Sure = Likely
			d.attend("chair", who)
		}
	}
}

// chairRole is what is said of somebody in a list who was in the chair, and chairNote the same in
// brackets after a name.
var (
	chairRole = re(`^[^\p{L}]*` + chairWords + `[^\p{L}]*$`)
	chairNote = re(`^\s*[(（]` + chairWords + `[)）]`)
)

const chairWords = `(?:chair(?:man|person|woman)?|председатель(?:ствующий)?|主席|主持人?)`

func (d *Draft) attend(code string, who Value) {
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if w.Text == who.Text && g.Code == code {
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

var (
	inParens  = regexp.MustCompile(`\s*[(（\[][^()（）\[\]]*[)）\]]`)
	handle    = regexp.MustCompile(`(?:^|\s)@[\w-]+`)
	afterDash = regexp.MustCompile(`\s+[–—-]\s+.*$|\s*[:：].*$|——.*$`)
)

// names are the names of a list, without what is said of each.
func (d *Draft) names(text string, several bool) []string {
	if h := handle.FindString(text); h != "" && inParens.ReplaceAllString(handle.ReplaceAllString(text, ""), "") == "" {
		return []string{strings.TrimSpace(h)}
	}
	text = strings.TrimRight(inParens.ReplaceAllString(text, ""), "。;； ")
	if !endsInInitial(text) {
		text = strings.TrimRight(text, ". ")
	}
	var parts []string
	switch {
	case !several && d.Lang != "zh":
		parts = []string{firstOf(text)}
	case strings.ContainsAny(text, ";；"):
		for _, p := range strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '；' }) {
			parts = append(parts, firstOf(p))
		}
	default:
		parts = d.lex.and.Split(text, -1)
	}
	var out []string
	for _, p := range parts {
		p = handle.ReplaceAllString(p, "")
		p = strings.TrimSpace(afterDash.ReplaceAllString(p, ""))
		p = strings.Trim(p, "*_ \t")
		for {
			short := d.lex.titles.ReplaceAllString(p, "")
			if short == p || short == "" {
				break
			}
			p = short
		}
		if cutInitial.MatchString(p) {
			p += "."
		}
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}

// cutInitial is a name whose last initial has lost its full stop.
var cutInitial = regexp.MustCompile(`\p{Lu}\.\s?\p{Lu}$`)

// firstOf is what precedes the first comma or dash: of "Ada Byron, City Library" the name.
func firstOf(text string) string {
	text = afterDash.ReplaceAllString(strings.TrimSpace(text), "")
	if i := strings.IndexAny(text, ",，"); i > 0 {
		text = text[:i]
	}
	return strings.TrimSpace(text)
}

var small = []string{"de", "van", "von", "der", "den", "da", "di", "la", "le", "bin", "al", "el", "dos", "du", "of", "and", "the", "y", "e"}

// isName reports whether a text looks like the name of a person or a body.
func isName(text string) bool {
	n := utf8.RuneCountInString(text)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, `"'«“`))
	switch {
	case n < 2 || n > 70:
		return false
	case first == '@':
		return !strings.Contains(text, " ")
	case strings.ContainsAny(text, "0123456789:?!/<>=_") || strings.HasSuffix(text, ".") && !endsInInitial(text):
		return false
	case isHan(first):
		return len(strings.Fields(text)) <= 2 && n <= 24 && !strings.ContainsAny(text, "，。；")
	}
	return inCapitals(strings.Fields(text), n) && (unicode.IsUpper(first) || !strings.Contains(text, " "))
}

// inCapitals reports whether words begin with capital letters, as those of names do; a single word
// in small letters is a name by which somebody is known.
func inCapitals(words []string, n int) bool {
	upper := 0
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'«“`))
		switch {
		case unicode.IsUpper(r):
			upper++
		case slices.Contains(small, strings.ToLower(w)):
		case unicode.IsLower(r) && upper > 0 && len(words) <= 2:
			return false
		case unicode.IsLower(r):
			return len(words) == 1 && unicode.Is(unicode.Latin, r) && n <= 20
		}
	}
	return len(words) <= 7 && upper > 0
}

func endsInInitial(text string) bool {
	runes := []rune(text)
	if !strings.HasSuffix(text, ".") {
		return false
	}
	return len(runes) >= 2 && (unicode.IsUpper(runes[len(runes)-2]) || strings.HasSuffix(text, "Jr.") || strings.HasSuffix(text, "Sr."))
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
		if id := stateOf(name); id != "" && d.site.Entity(model.Ref{Kind: model.States, ID: id}) != nil && stateOnly(name) {
			return string(model.States) + "/" + id
		}
	}
	d.named(name)
	if model.ValidID(name) {
		return strings.ToUpper(name[:1]) + name[1:] // else it would be the id of a record
	}
	return name
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

// attendanceTable reads a table whose rows are people; code is the way to attend that its heading
// named.
func (d *Draft) attendanceTable(p *Piece, code string) {
	who := -1
	head := p.Rows[0]
	for i, cell := range head {
		if nameColumn.MatchString(cell) {
			who = i
			break
		}
	}
	if who < 0 && code == "" {
		for _, row := range p.Rows { // "Chair:" | "Ada Byron"
			if own := ""; len(row) >= 2 {
				own = d.lex.attendanceOf(strings.TrimRight(row[0], ":：") + ":")
				if own != "" {
					d.attends(own, row[1], p.At, true)
				}
			}
		}
		return
	}
	if code == "" {
		code = "present"
		if !peopleHead.MatchString(strings.Join(head, " ")) {
			return
		}
	}
	rows := p.Rows
	if who >= 0 {
		rows = rows[1:]
	}
	for _, row := range rows {
		if cell := max(who, 0); cell < len(row) && row[cell] != "" {
			d.attends(code, row[cell], p.At, false)
		}
	}
}

var (
	nameColumn = re(`^(?:name|names|participant|attendee|member|фио|ф\.и\.о\.?|фамилия|участник|姓名|名字)\b?`)
	peopleHead = re(`name|participant|attend|фио|ф\.и\.о|участник|姓名`)
)

func quoted(s string) string { return "“" + s + "”" }
