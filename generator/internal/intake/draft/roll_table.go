package draft

import (
	"slices"
	"strings"
)

// rollColumns reads a table whose columns are headed by ways to attend and hold names: "Present |
// Apologies". It reports whether it is one.
func (d *Draft) rollColumns(p *Piece) bool {
	codes := make([]string, len(p.Rows[0]))
	for i, cell := range p.Rows[0] {
		if codes[i] = d.lex.attendanceOf(strings.TrimRight(cell, ":： ") + ":"); codes[i] == "present" && slices.Contains(codes[:i], "present") && inAttendance.MatchString(cell) {
			codes[i] = "guest"
		}
		if codes[i] == "" || slices.Contains(codes[:i], codes[i]) {
			return false
		}
	}
	if len(p.Rows) < 2 || len(codes) < 2 || len(codes) == 2 && d.lex.attendanceOf(strings.TrimRight(p.Rows[1][0], ":： ")+":") != "" {
		return false
	}
	found := make([][]attendee, len(codes))
	columns := 0
	for _, row := range p.Rows[1:] {
		for i := range min(len(row), len(codes)) {
			people := d.roll(row[i], true, true)
			if len(people) > 0 && len(found[i]) == 0 {
				columns++
			}
			found[i] = append(found[i], people...)
		}
	}
	if columns < 2 {
		return false
	}
	for i, people := range found {
		d.call(codes[i], people, p.At)
	}
	return true
}

// officesBelow reads a table of two rows, the first of which has labels of one person each, such as
// who had the chair, above whom they name. It reports whether it is one.
func (d *Draft) officesBelow(p *Piece) bool {
	if len(p.Rows) != 2 || len(p.Rows[0]) != len(p.Rows[1]) || len(p.Rows[0]) < 3 {
		return false
	}
	found := false
	for i, label := range p.Rows[0] {
		code := d.lex.attendanceOf(strings.TrimRight(label, ":： ") + ":")
		if slices.Contains(oneOffice, code) && d.personCell(p.Rows[1][i]) {
			d.attends(code, p.Rows[1][i], p.At, false)
			found = true
		}
	}
	return found
}

// oneBelowOther is a piece whose table has its columns twice or more, beside each other, with these
// parts one below the other: "Name | Post | Name | Post".
func oneBelowOther(p *Piece) *Piece {
	head := p.Rows[0]
	for n := 2; 2*n <= len(head); n++ {
		parts := slices.Collect(slices.Chunk(head, n))
		if slices.ContainsFunc(parts, func(part []string) bool { return !slices.Equal(part, parts[0]) }) {
			continue
		}
		single := *p
		single.Rows = [][]string{parts[0]}
		for i := range parts {
			for _, row := range p.Rows[1:] {
				if (i+1)*n <= len(row) && strings.Join(row[i*n:(i+1)*n], "") != "" {
					single.Rows = append(single.Rows, row[i*n:(i+1)*n])
				}
			}
		}
		return &single
	}
	return p
}

// rollSections reads a table with rows that are labels of attendance alone, each above the people
// of that kind. It reports whether it is one.
func (d *Draft) rollSections(p *Piece) bool {
	code, sections := "", 0
	for _, row := range p.Rows {
		if own := d.sectionOf(row); own != "" {
			sections++
		}
	}
	if d.sectionOf(p.Rows[0]) == "" || sections < 2 && !d.peopleBelow(p.Rows[1:]) || len(p.Rows[0]) > 4 {
		return false
	}
	var rows [][]string
	read := func() {
		if code != "" && len(rows) > 0 {
			d.attendanceRows(p, nil, rows, max(0, d.nameColumnOf(append([][]string{make([]string, len(rows[0]))}, rows...))), code)
		}
		rows = nil
	}
	for _, row := range p.Rows {
		if own := d.sectionOf(row); own != "" {
			read()
			code = d.noMembers(own, row[0])
			continue
		}
		rows = append(rows, row)
	}
	read()
	return true
}

// peopleBelow reports whether each of some rows of a table in Russian has people and their posts.
func (d *Draft) peopleBelow(rows [][]string) bool {
	return d.Lang == "ru" && len(rows) > 1 && !slices.ContainsFunc(rows, func(row []string) bool {
		return !slices.ContainsFunc(row, func(cell string) bool { return len(namesIn(cell)) > 0 && d.callsOnly(cell) })
	})
}

// sectionOf is the way to attend that a row names that has a label and nothing else.
func (d *Draft) sectionOf(row []string) string {
	for _, cell := range row[1:] {
		if cell != "" && cell != row[0] {
			return ""
		}
	}
	if row[0] == "" {
		return ""
	}
	code, label := d.lex.attendance(strings.TrimRight(row[0], ":： ") + ":")
	if len(label) < len(strings.TrimRight(row[0], ":： ")) {
		return ""
	}
	return code
}

// oneEach reports whether most items of a list are a name, a comma and where somebody comes from.
func (d *Draft) oneEach(p *Piece) bool {
	n := 0
	for _, it := range p.Items {
		text := mark.ReplaceAllString(it.text, "")
		if first, _, ok := strings.Cut(text, ","); ok && strings.Count(text, ",") == 1 && !strings.ContainsAny(text, ";:") && len(splitAnd(text)) == 1 {
			if name, _ := d.rollName(first, false); name != "" {
				n++
			}
		}
	}
	return d.Lang == "en" && n > 3 && 3*n >= 2*len(p.Items)
}

// labelsFirst reports whether the rows of a table of two columns begin with labels of attendance.
func (d *Draft) labelsFirst(rows [][]string) bool {
	n := 0
	for _, row := range rows {
		if len(row) == 2 && strings.HasSuffix(strings.TrimSpace(row[0]), ":") && row[1] != "" && d.lex.attendanceOf(row[0]) != "" {
			n++
		}
	}
	return n > 1 && 2*n >= len(rows)
}

// wholeNamesIn is a piece whose table in English has given names and family names in one column,
// where its head gives them one each.
func (d *Draft) wholeNamesIn(p *Piece) *Piece {
	given := slices.IndexFunc(p.Rows[0], givenColumn.MatchString)
	family := slices.IndexFunc(p.Rows[0], familyColumn.MatchString)
	if d.Lang != "en" || given < 0 || family < 0 || given == family {
		return p
	}
	joined := *p
	joined.Rows = nil
	for i, row := range p.Rows {
		row = slices.Clone(row)
		if max(given, family) >= len(row) {
			continue
		}
		row[given] = strings.TrimSpace(row[given] + " " + row[family])
		if i == 0 {
			row[given] = "Name"
		}
		joined.Rows = append(joined.Rows, slices.Delete(row, family, family+1))
	}
	return &joined
}

// Heads of the columns of a name that stands in two.
var (
	givenColumn  = re(`^\s*(?:given|first|christian)\s*-?names?(?:\(s\))?\s*$|^\s*forenames?\s*$|^\s*(?:given|first)\s*$`)
	familyColumn = re(`^\s*(?:family|last|second)\s*-?names?(?:\(s\))?\s*$|^\s*surnames?\s*$|^\s*(?:family|last)\s*$`)
)

// votesColumn heads a column of a table in Russian of how those who meet voted.
var votesColumn = re(`^[«"]?(?:за|против)[»"]?$`)

// labelTable reads a table whose rows, or halves of rows, are labels and what they say:
// "Chair:" | "Ada Byron".
func (d *Draft) labelTable(p *Piece) {
	last := make([]string, len(p.Rows[0]))
	whose := d.Lang == "en" && slices.ContainsFunc(p.Rows, func(row []string) bool { return d.lex.attendanceOf(row[0]) != "" })
	for _, row := range p.Rows {
		for i := 0; i+1 < min(len(row), len(last)); i++ {
			if row[i] == "" && last[i] != "" && row[i+1] != "" && d.personCell(row[i+1]) { // below the label of a row above
				d.attends(last[i], strings.ReplaceAll(row[i+1], "\n", ", "), p.At, true)
				d.hanOfficeBeside(row[i+1:], p.At)
				continue
			}
			last[i] = ""
			text := row[i+1]
			own := d.lex.attendanceOf(strings.TrimRight(row[i], ":： ") + ": " + text)
			if own == "" && whose && d.side(row[i], text) {
				own = "present"
			}
			switch own = d.noMembers(own, row[i]); d.Lang {
			case "en":
				text = d.oneALine(text)
			case "zh":
				text = d.hanAbsentIn(text, p.At) + d.peopleBeside(row[i+2:])
			}
			if own != "" && text != "" && !topicOf.MatchString(row[i]) { // "О председателе комиссии"
				last[i] = own
				if d.Lang == "en" && d.Source.Format == "pdf" {
					text = apartInPDF(text)
				}
				d.attends(own, strings.ReplaceAll(text, "\n", ", "), p.At, true)
				d.hanOfficeBeside(row[i+1:], p.At)
			}
		}
	}
}

// hanAbsentIn is a cell in Chinese without the lines that say who did not come: "设计：缺席（许文涛
// 请假）".
func (d *Draft) hanAbsentIn(cell, at string) string {
	lines := strings.Split(cell, "\n")
	kept := slices.DeleteFunc(lines, func(line string) bool {
		m := absentInside.FindStringSubmatch(strings.TrimSpace(line))
		if m != nil {
			d.attends("absent", m[1], at, true)
		}
		return m != nil
	})
	return strings.Join(kept, "\n")
}

// absentInside is a line of an office from which nobody came, with the names in brackets.
var absentInside = exact(`^\p{Han}{1,10}[:：]\s*(?:缺席|未到|未派员|请假|未参会|未出席)\s*[(（]\s*(\p{Han}{2,4}(?:[、，,]\p{Han}{2,4})*)\s*(?:请假|出差|病假|事假|缺席)?\s*[)）]$`)

// apartInPDF has a sign between those in a cell of a PDF who stood on lines of their own.
func apartInPDF(text string) string {
	text = nextTitled(text)
	if !titledName.MatchString(" " + text) {
		text = twoPeople.ReplaceAllString(text, "$1; $2")
	}
	return nextPerson.ReplaceAllString(text, "$1; $2")
}

// severalInCell reports whether each line of a cell begins with somebody with a title.
func (d *Draft) severalInCell(cell string) bool {
	lines := cellLines(cell)
	return len(lines) > 1 && !slices.ContainsFunc(lines, func(line string) bool { return someTitles.FindString(line) == "" })
}

// side reports whether a label in English may be the side of those who are named beside it, one on
// each line: "Staff side:".
func (d *Draft) side(label, cell string) bool {
	lines := cellLines(cell)
	return strings.HasSuffix(label, ":") && !notThere.MatchString(label) && len(lines) > 1 && !slices.ContainsFunc(lines, func(line string) bool { return !d.personCell(line) })
}

// notThere is a label of people who may not have been at the meeting.
var notThere = re(`\b(?:cop(?:y|ies)|cc|bcc|distribut\p{L}+|circulat\p{L}+|prepared|drafted|written|contacts?|authors?|from|to|sent|for)\b`)

// nameInCell is the name in a cell, which is on its first line. In Russian a cell beside those who
// sent them may have several people.
func (d *Draft) nameInCell(cell string) (name string, several bool) {
	if list := strings.ReplaceAll(cell, "\n", ", "); d.Lang == "ru" && len(namesIn(list)) > 1 && d.callsOnly(list) {
		return list, true
	}
	name, rest, _ := strings.Cut(cell, "\n")
	if d.Lang == "ru" && oneWord.MatchString(name) && givenLine.MatchString(rest) {
		name += " " + strings.TrimSpace(rest) // the surname has a line of its own
	}
	return name, false
}

var (
	oneWord   = exact(`^\s*[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?\s*$`)
	givenLine = exact(`^\s*[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:вич|вна|ична|оглы|кызы|улы|угли|зода)?\s*$`)
)
