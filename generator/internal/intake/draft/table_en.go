package draft

import "strings"

// actionCells reads the tasks of a table in English that has no column of owners: each line of the
// column of actions says who does what. It reports whether there is such a column.
func (d *Draft) actionCells(p *Piece) bool {
	found := false
	for i, head := range p.Rows[0] {
		if d.Lang != "en" || !actionsColumn.MatchString(strings.TrimSpace(head)) {
			continue
		}
		withLead := leadInCell.MatchString(head)
		for _, row := range p.Rows[1:] {
			if i >= len(row) {
				continue
			}
			for _, text := range inCell(row[i]) {
				if noDeadline.MatchString(text) {
					continue
				}
				for _, sentence := range d.sentences(text) {
					d.action(p, sentence, p.At, withLead)
				}
			}
		}
		found = true
	}
	return found
}

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
