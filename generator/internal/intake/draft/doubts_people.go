package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// strangers are the people whom a line of those who attended, or signed, names and who are not
// among them in the draft.
func (d *Draft) strangers(k *known, i, n int) (out []string) {
	p := d.Pieces[i]
	line := rowsOf(p)[n]
	have, ok := d.shouldBe(k, i, line)
	if !ok || n == 0 && len(p.Rows) > 1 && slices.ContainsFunc(p.Rows[0], nameColumn.MatchString) && !slices.ContainsFunc(p.Rows[0], d.personCell) {
		return nil
	}
	parts := []string{line}
	if len(p.Rows) > 0 {
		parts = p.Rows[n]
	}
	for _, part := range parts {
		away := len(part)
		if m := awayWord.FindStringIndex(part); m != nil && len(p.Rows) == 0 {
			away = m[0]
		}
		for _, name := range d.mayBeNames(part) {
			in := among(have, name) && !(strings.Index(part, name) > away && among(k.there, name) && !among(k.away, name))
			if !in && !slices.Contains(out, name) && (k.named(name) || !strings.HasPrefix(p.ID, "c") || !d.inTail(i)) {
				out = append(out, name)
			}
		}
	}
	return out
}

var (
	// spokeTo begins a line that says who speaks to an item.
	spokeTo = re(`^(?:докладчик|докладыва|доклад|сообщени|информаци|presenter|speaker|presented|汇报|发言)`)
	// awayWord is said of those who were not there.
	awayWord = re(`отсутств|не\s+(?:принима|участв|присутств|явил|смог|было|был[аи]?[\s:])|absent|apolog|regrets|excused|缺席|请假|因故`)
)

// shouldBe are those among whom the people of a line have to be; ok is false where it is no line of
// those who attended or signed.
func (d *Draft) shouldBe(k *known, i int, line string) (have []string, ok bool) {
	p := d.Pieces[i]
	part := model.PartOf(p.ID)
	switch {
	case d.inTail(i) && d.lex.attendanceOf(line) == "" && !d.lex.closing.MatchString(line):
		return k.signed, d.onlySigns(line) && !spokeTo.MatchString(line)
	case part == model.PartSignatures || part == model.PartClosing || i > 0 && signHead.MatchString(d.Pieces[i-1].Text):
		have = k.signed
		if !slices.ContainsFunc(d.Pieces, func(o *Piece) bool { return model.PartOf(o.ID) == model.PartSignatures }) && part == model.PartClosing {
			have = slices.Concat(k.there, k.signed)
		}
		if signLine.MatchString(line) {
			have = k.signed
		}
		return have, !d.lex.closing.MatchString(line) && d.onlySigns(line)
	case spokeTo.MatchString(line):
		have = k.names
	default:
		have = k.there
	}
	if len(p.Rows) > 0 {
		return have, (part == model.PartPreamble || d.namesThose(i, line)) && d.rowsOfPeople(k, p)
	}
	return have, d.namesThose(i, line)
}

// inTail reports whether nothing but short lines without numbers stand from a piece of a clause on,
// as where people sign whom no rule knows.
func (d *Draft) inTail(i int) bool {
	for n, p := range d.Pieces[i:] {
		part := model.PartOf(p.ID)
		if n > 0 && (model.IsAnnex(part) || part == model.PartSignatures) {
			break
		}
		if !strings.HasPrefix(part, "c") && part != model.PartClosing ||
			len(p.Items)+len(p.Rows) > 0 || p.Num != "" || p.Heading || utf8.RuneCountInString(p.Text) > 80 || saysIt.MatchString(p.Text) {
			return false
		}
	}
	return 2*i > len(d.Pieces)
}

// underPeople reports whether a piece is one of the short lines below a line that says who was
// there, and ends with a colon.
func (d *Draft) underPeople(i int) bool {
	for j := i - 1; j >= 0 && j > i-15; j-- {
		text := d.Pieces[j].Text
		if strings.HasSuffix(text, ":") || strings.HasSuffix(text, "：") {
			return doubtWords[d.lex].roster.MatchString(text)
		}
		if utf8.RuneCountInString(text) > 120 {
			return false
		}
	}
	return false
}

// onlySigned lists those who signed and are not among those who attended, at the first signature.
func (d *Draft) onlySigned(k *known) (first int, o Doubt) {
	if len(d.Attendance) == 0 {
		return 0, o
	}
	for i, p := range d.Pieces {
		name := p.By
		if !strings.HasPrefix(p.Signer.Text, string(model.States)+"/") && !name.known() {
			name = p.Signer
		}
		if model.PartOf(p.ID) != model.PartSignatures || !name.known() || name.Text == model.Todo || among(k.there, name.Text) || !isName(name.Text) {
			continue
		}
		if len(o.May) == 0 {
			first, o = i, Doubt{nil, p.At, cut(p.Text, 110)}
		}
		o.May = append(o.May, "person "+name.Text)
	}
	return first, o
}

// onlyVoted lists those who moved, seconded or voted and are not among those who attended, where
// the first of them did.
func (d *Draft) onlyVoted(k *known) (first int, o Doubt) {
	for i, p := range d.Pieces {
		if p.Vote == nil {
			continue
		}
		for _, v := range slices.Concat(p.Vote.Mover, p.Vote.Seconder, p.Vote.ForBy, p.Vote.AgainstBy, p.Vote.AbstainingBy) {
			if may := "person " + v.Text; isName(v.Text) && !among(k.there, v.Text) && !slices.Contains(o.May, may) {
				if len(o.May) == 0 {
					first, o = i, Doubt{nil, p.At, cut(lines(p)[0], 110)}
				}
				o.May = append(o.May, may)
			}
		}
	}
	return first, o
}

// rowsOfPeople reports whether a table holds people who attended.
func (d *Draft) rowsOfPeople(k *known, p *Piece) bool {
	label := func(row []string) bool {
		text := strings.TrimSpace(strings.TrimRight(row[0], ":： "))
		return len(row) > 1 && text != "" && utf8.RuneCountInString(text) < 30 && (d.lex.attendanceOf(text+":") != "" || headsThose.MatchString(text))
	}
	return slices.ContainsFunc(p.Rows, label) || peopleHead.MatchString(strings.Join(p.Rows[0], " ")) || slices.ContainsFunc(p.Rows, func(row []string) bool {
		return slices.ContainsFunc(row, func(cell string) bool { return cell != "" && slices.Contains(k.there, cell) })
	})
}

// onlySigns reports whether a line at the end holds names and what stands beside them where people
// sign, and no sentence.
func (d *Draft) onlySigns(line string) bool {
	return signLine.MatchString(line) || utf8.RuneCountInString(line) < 200 && !saysIt.MatchString(strings.TrimSpace(line))
}

// saysIt ends a sentence, and no name with initials.
var saysIt = exact(`(?:\p{Ll}{2}\.|。)$`)

// namesThose reports whether a line says who was there: by its label, by the heading above it, or
// by its words in the head of the record.
func (d *Draft) namesThose(i int, line string) bool {
	p, roster := d.Pieces[i], doubtWords[d.lex].roster
	part := model.PartOf(p.ID)
	if model.IsAnnex(part) || p.heading != nil && headsThose.MatchString(p.heading.Text) && utf8.RuneCountInString(p.heading.Text) < 60 {
		return true
	}
	short, label := d.saysWho(part, line)
	switch {
	case part == model.PartTitle:
		return namedWithNote(line)
	case part == model.PartPreamble || part == "c1" && i < 12:
		return short || listForm(line) || utf8.RuneCountInString(line) < 300 && roster.MatchString(line) || part == model.PartPreamble && (d.underPeople(i) || namedWithNote(line))
	case strings.HasPrefix(part, "c"):
		return short && utf8.RuneCountInString(line[:label[0]]) < 40 || listForm(line)
	}
	return false
}

// saysWho reports whether the label of a line is one of those who were there, and where it ends.
func (d *Draft) saysWho(part, line string) (short bool, label []int) {
	label = labelEnds(line)
	return len(label) > 0 && label[0] < 90 && doubtWords[d.lex].roster.MatchString(line[:label[0]]) || labelled(part, line, label), label
}

// labelled reports whether a line of the head begins with a label, which may be of people whom no
// rule knows: "С совещательным голосом: директор Петренко Ф. М."
func labelled(part, line string, label []int) bool {
	return part == model.PartPreamble && len(label) > 0 && label[0] < 60 && !spokeTo.MatchString(line) && !noPeople.MatchString(line)
}

// noPeople begins a line of the head that names no people.
var noPeople = re(`^(?:дата|место|время|адрес|форма|повестка|тема|номер|организаци|начал|оконч|утвержд|date|time|place|venue|organi[sz]ation|company|project|area|version|status|location|subject|title|agenda|from|to|website|re\b|https?|时间|地点|日期|议题|主题|会议名称|方式|链接)`)

// listForm reports whether a line has the form of those of a list of people.
func listForm(line string) bool { return dotLeader.MatchString(line) || onlyBracket.MatchString(line) }

// namedWithNote reports whether a line is a name with what is said of it in brackets.
func namedWithNote(line string) bool {
	name, _, _ := strings.Cut(line, "(")
	return nameAndNote.MatchString(line) && !noName.MatchString(name)
}

var (
	// headsThose heads a list of those who were there.
	headsThose  = re(`присутств|участник|(?:^|\s)состав|список|отсутств|\b(?:present|attend\p{L}*|attendance|roll|participants|delegat\p{L}+|absent|apologies|regrets|members)\b|出席|参会|与会|人员|名单|签到`)
	dotLeader   = exact(`^\p{L}[\p{L} .'’-]{2,40}?(?:\s?\.){4,}`)
	nameAndNote = exact(`^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’.-]*){1,3}\s*\([^()]{1,40}\)$`)
	onlyBracket = exact(`^[(（]\p{Lu}[\p{L}.-]+(?:[,、]\s*\p{Lu}[\p{L}. -]+)+[)）]$`)
	behindName  = exact(`\p{Lu}[^,;:()]*\([^()]*\)`)
	hanApart    = exact(`(?:` + chinesePosts + `|[官长员])[ \x{3000}]+(\p{Han}{2,4})(?:[（(；;，,、]|$)`)
	namedBehind = exact(`^\p{Han}+(?:人|员|长|任|理|师|监|总|记|表|席|委|事|方|会计|干部)([` + hanSurnames + `]\p{Han}{1,2})$`)
	nameBreaks  = exact(`\s*[,，;；、/|\n\t()（）\[\]:：_]\s*|\s{2,}|\s+[–—-]+\s+|\s+(?:and|и|with|&)\s+|\.{3,}|—`)
	lonelyName  = exact(`^(?:\p{Lu}\.\s?){0,2}\p{Lu}[\p{L}'’-]+(?:\s(?:\p{Lu}\.|(?:de|van|von|der|den|da|di|la|le|bin|al)|\p{Lu}[\p{L}'’-]*)){0,3}\.?$`)
	hanSigned   = exact(`代表(?:团团长)?([` + hanSurnames + `]\p{Han}{1,2}|\p{Han}{1,8}(?:·\p{Han}{1,10})+)(?:[（(]签|$)`)
)

// wideName is a name of two characters that are set apart.
var wideName = exact(`(^|[、，：:；])(\p{Han})[ \x{3000}]{1,3}(\p{Han})($|[（(、，；])`)

// hanFirmDash stands before the name of somebody from a firm: "中科微澜-闫志全".
var hanFirmDash = exact(`[-–—－]([` + hanSurnames + `]\p{Han}{1,2})(?:[、，,；;\s（(]|$)`)

// mayBeNames are the parts of a line that may be names of people.
func (d *Draft) mayBeNames(line string) (out []string) {
	add := func(name string) {
		if name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	if d.Lang == "ru" {
		for _, name := range namesIn(line) {
			add(name)
		}
	}
	for _, name := range d.hanMoreNames(line) {
		add(name)
	}
	if ends := labelEnds(line); len(ends) > 0 && doubtWords[d.lex].roster.MatchString(line[:ends[0]]) {
		line = line[ends[0]:]
	}
	if d.Lang == "en" { // what is in brackets behind a name is where somebody comes from
		line = behindName.ReplaceAllStringFunc(line, func(s string) string {
			name, _, _ := strings.Cut(s, "(")
			if d.nameOfPart(strings.TrimSpace(name)) == "" {
				return s
			}
			return name
		})
	}
	if d.Lang == "zh" {
		line = wideName.ReplaceAllString(line, "$1$2$3$4")
	}
	if d.Lang == "zh" && !strings.ContainsAny(line, "，。、：") {
		line = strings.Join(strings.Fields(line), "、")
	}
	if d.Lang == "zh" {
		line = hanFirmDash.ReplaceAllString(line, "、$1、")
	}
	for _, part := range nameBreaks.Split(line, -1) {
		part = strings.Trim(part, " .*•·-–—@")
		if d.Lang == "zh" {
			add(hanOfPart(part))
		} else if part != "" && !slices.ContainsFunc(out, func(o string) bool { return strings.Contains(o, part) }) {
			name := d.nameOfPart(part)
			if d.Lang == "ru" && name == "" {
				name, _ = nameBehindPost(part, false)
			}
			add(name)
		}
	}
	return out
}

// hanOfPart is the name of a person in Chinese that a part of a line is, or that stands behind
// a post; "" where it has none.
func hanOfPart(part string) string {
	if m := namedBehind.FindStringSubmatch(part); m != nil && hanMayBe(m[1]) {
		return m[1]
	}
	if onlyAbove.MatchString(part) || signBlank.MatchString(part) {
		return ""
	}
	return hanSignatory(part)
}

// nameOfPart is a part of a line without titles and posts, if it may be the name of a person.
func (d *Draft) nameOfPart(part string) string {
	bare := d.bareName(part)
	if d.Lang == "en" {
		bare, _ = withoutPost(postBehindName.ReplaceAllString(bare, "$1"))
	}
	words := strings.Fields(bare)
	if d.Lang == "en" && strings.Contains(bare, "-") && byName(bare) {
		return bare
	}
	if !lonelyName.MatchString(bare) || noName.MatchString(bare) || doubtWords[d.lex].roster.MatchString(bare) || stateOf(bare) != "" || len(words) > 1 && allUpperCase(bare) || monthOf(words[0]) > 0 || weekday(words[0]) >= 0 {
		return ""
	}
	if slices.ContainsFunc(words, noNameWord) || d.Lang == "en" && roleAlone.MatchString(bare) || d.Lang == "ru" && len(words) == 1 && noRussianName(bare) {
		return ""
	}
	return bare
}

// postBehindName is a name and a post behind it without a sign: "Ada Byron Floating Board Member".
var postBehindName = exact(`^(\p{Lu}[\p{L}'’-]+\s\p{Lu}[\p{L}'’-]+)\s(?:\p{Lu}\p{L}+\s){1,5}(?:Member|Director|Officer|Manager|Lead|Chair|President|Secretary|Treasurer|Coordinator|Representative|Engineer|Advisor|Trustee|Clerk)$`)

// noRussianName reports whether a word is nobody's surname: by its end, or as an abbreviation
// ("далее – ИКТ").
func noRussianName(word string) bool {
	return noSurname.MatchString(word) || utf8.RuneCountInString(word) < 6 && allUpperCase(word)
}

// nobody is what stands where names do and is none: a code of a country, a label, the word for all.
var nobody = exact(`^(?:\p{Lu}{1,3}|(?:Document|Modified|Created|Authors?|States|Members?|Organization|Current|Status|Version)(?:\s.*)?|单位|各单位)$`)

// allUpperCase reports whether a text has no small letter.
func allUpperCase(text string) bool { return strings.ToUpper(text) == text }

// afterName is what follows the name of somebody who was there, with which a sentence begins.
func (d *Draft) afterName(sentence string) (rest string, ok bool) {
	text := strings.TrimLeft(sentenceStartMarks.ReplaceAllString(sentence, ""), "@")
	longest := 0
	try := func(whole string) {
		for _, name := range nameForms(whole) {
			if len(name) > longest && strings.HasPrefix(text, name) && (isHanStart(name) || endsWord(text, len(name))) {
				longest = len(name)
			}
		}
	}
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			try(w.Why)
		}
	}
	for _, name := range d.strange {
		try(name)
	}
	return text[longest:], longest > 0
}

// sentenceStartMarks stand before a sentence of a list.
var sentenceStartMarks = exact(`^(?:[-–—•*]\s+|\d+[.)、]\s*|\([a-z\d]\)\s+|\[\s?\]\s*|(?:[СсЗз]а?|На)\s|-+>\s*|→\s*|[A-Z]{3,}(?:\s+[A-Z&]{2,})*\s+|(?:Cllr|Mr|Mrs|Ms|Dr|Prof|Sir|Judge|Senator)\.?\s+)+`)

// nameForms are a name and those of its words by which somebody may be called.
func nameForms(name string) []string {
	out := []string{name}
	for _, w := range strings.Fields(name) {
		if utf8.RuneCountInString(strings.Trim(w, ".")) > 2 && w != name {
			out = append(out, w)
		}
	}
	return out
}

func isHanStart(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isHan(r)
}

// bySomebody reports whether a sentence, or a clause within it, begins with somebody who was there
// and says what they will do.
func (d *Draft) bySomebody(sentence string) bool {
	w := doubtWords[d.lex]
	if rest, ok := d.afterName(sentence); ok {
		return w.does.MatchString(rest) && !w.says.MatchString(rest)
	}
	for _, m := range clauseStart.FindAllStringIndex(sentence, 8) {
		if rest, ok := d.afterName(sentence[m[1]:]); ok && w.does.MatchString(rest) && !w.says.MatchString(rest) {
			return true
		}
	}
	return false
}

// clauseStart ends before a clause.
var clauseStart = exact(`[:：,，；;.。]\s*|\s[–—→-]+\s|——`)
