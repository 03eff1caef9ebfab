package draft

import "strings"

// actionCells reads the tasks of a table in English that has no column of owners: each line of the
// column of actions says who does what. It reports whether there is such a column.
func (d *Draft) actionCells(p *Piece) bool {
	if d.Lang != "en" {
		return false
	}
	for n, head := range p.Rows[:min(4, len(p.Rows))] {
		found := false
		for i, cell := range head {
			if actionsColumn.MatchString(strings.TrimSpace(cell)) && len(cell) < 40 {
				found = true
				for _, row := range p.Rows[n+1:] {
					d.actionCell(p, row, i, leadInCell.MatchString(cell))
				}
			}
		}
		if found {
			return true
		}
	}
	return false
}

// actionCell reads the tasks of a cell of such a column; withLead says that each line of it is one.
func (d *Draft) actionCell(p *Piece, row []string, column int, withLead bool) {
	if column >= len(row) {
		return
	}
	for _, text := range inCell(row[column]) {
		if noDeadline.MatchString(text) || d.whoseIsRow(p, row, column, text) {
			continue
		}
		for _, sentence := range d.sentences(text) {
			d.action(p, sentence, p.At, withLead)
		}
	}
}

// whoseIsRow reads a cell that has only the initials of those who have to do what another cell of
// its row says, and perhaps the day: "RO by 9 June".
func (d *Draft) whoseIsRow(p *Piece, row []string, column int, text string) bool {
	m := whoseCell.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	owners := d.initialOwners(m[1], p.At)
	said := ""
	for i, cell := range row {
		if i != column && len(cell) > len(said) {
			said = cell
		}
	}
	all := d.sentences(strings.Join(strings.Fields(said), " "))
	if len(owners) == 0 || len(all) == 0 {
		return false
	}
	title := all[len(all)-1]
	for _, sentence := range all {
		if _, ok := d.dutyIn(sentence); ok {
			title = sentence
			break
		}
	}
	a := Action{Node: p.ID, Title: Value{title, p.At, Likely, ""}, Owners: owners}
	if m[2] != "" {
		d.deadlineOf(&a, m[2])
	}
	d.addAction(a, title)
	return true
}

// whoseCell is a cell of initials, with or without a day.
var whoseCell = exact(`^(\p{Lu}{2,3}(?:\s*(?:[/,&+]|and)\s*\p{Lu}{2,3})*)(?:[\s,–:-]+(?:by\s+)?([\p{L}\d].{2,30}))?$`)

// leadInCell heads a column that has tasks with those who do them, and no notes.
var leadInCell = re(`\bactions?\s*[/,&|–-]\s*(?:lead|owner|who|by|responsible|assignee|due|deadline)`)

// actionsColumn heads a column that has tasks, or notes and tasks.
var actionsColumn = re(`\bactions?\b|^(?:next\s+steps|follow[- ]?ups?|to[- ]?dos?)$`)

// inCell are the lines of a cell, and the points of a list in it.
func inCell(cell string) (out []string) {
	for _, text := range cellPoints.Split(cell, -1) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// cellPoints divides the lines and points of a cell.
var cellPoints = exact(`\s*\n\s*(?:•\s+)?|(?:^|\s+)•\s+`)

// toldInCells finds the decisions of a table in English that has no column of them: the lines of
// its cells that begin with such a word.
func (d *Draft) toldInCells(p *Piece) {
	text := joinTexts(lines(p))
	for _, row := range p.Rows[1:] {
		for _, cell := range row {
			for _, said := range inCell(cell) {
				for _, v := range d.lex.fragments.told {
					m := v.FindStringSubmatchIndex(said)
					if m == nil || v.code == "instructed" {
						continue
					}
					if at := strings.Index(text, said); at >= 0 && !p.hasAct(v.code) {
						d.quotesAt(p, v.code, said[m[2]:m[3]], at+m[2])
					}
					break
				}
			}
		}
	}
}

// nextTitled divides the people of a cell whose lines a PDF has joined before their titles: "Ada
// Byron, Clerk Mr Bo Lund, Warden".
func nextTitled(text string) string {
	var out strings.Builder
	from := 0
	for _, m := range titledName.FindAllStringIndex(text, -1) {
		if m[0] > 0 && !beforeTitled.MatchString(text[:m[0]]) {
			out.WriteString(text[from:m[0]] + ";")
			from = m[0]
		}
	}
	return out.String() + text[from:]
}

var (
	titledName   = exact(`\s(?:` + titlesEn + `)\.?\s+\p{Lu}`)
	beforeTitled = exact(`(?:[;,:&–—-]|\b(?:The|Rt|` + titlesEn + `|and|for|of|by|with|to|vice|from|representing|behalf)\.?)$`)
)

// twoPeople are two names that nothing divides.
var twoPeople = exact(`\b(\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+) (\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+)\b`)

// tasksEarly reports whether a table that stands before the clauses is one of tasks: a column
// says what is to be done, one who does it and one by when.
func tasksEarly(rows [][]string) bool {
	roles, ok := taskColumns(rows[0])
	_, due := roles[dueRole]
	return ok && due && taskColumn.MatchString(strings.TrimSpace(rows[0][roles[taskRole]]))
}

// oneALine divides the lines of a cell that have a person each, and what is said of them behind a
// comma.
func (d *Draft) oneALine(text string) string {
	all := strings.Split(text, "\n")
	for _, one := range all {
		if d.manyNames(one) {
			return text
		}
	}
	return strings.Join(all, "; ")
}
