package source

import (
	"fmt"
	"strings"
)

// count adds the characters of a text to those of the file.
func (r *reading) count(text string) {
	if r.doc.Runes += count(oneLine(text)); r.doc.Runes > mostText {
		r.refuse(fmt.Sprintf("it has more than %d characters of text", mostText))
	}
}

// put counts the text of a block and adds it.
func (r *reading) put(b Block) {
	r.count(b.Text)
	for _, row := range b.Rows {
		for _, cell := range row {
			r.count(cell)
		}
	}
	b.Text = r.clean(b.Text, b.At)
	for _, row := range b.Rows {
		for i := range row {
			row[i] = r.clean(row[i], b.At)
		}
	}
	for _, of := range r.divided(b) {
		r.add(of)
	}
}

// omit counts the text of what is left out, and notes it.
func (r *reading) omit(what, text string, at Place) {
	if text = oneLine(strings.ReplaceAll(text, hardBreak, " ")); text == "" {
		return
	}
	r.count(text)
	r.leave(what, text, at)
}

// hardBreak is a line break that the file itself has, until the other white space is tidied.
const hardBreak = "\x1e"

// multiline is a text in NFC with single spaces, on as many lines as it has hard breaks.
func multiline(text string) string {
	lines := strings.Split(text, hardBreak)
	for i, l := range lines {
		lines[i] = oneLine(l)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// A grid collects the cells of a table. A cell that takes the place of several is followed, or
// stands above, empty ones.
type grid struct {
	*reading
	rows  [][]string
	below map[int]int // for a column, in how many more rows the cell above goes on
}

func (g *grid) row() {
	g.rows = append(g.rows, nil)
	g.covered()
}

// mostColumns is the number of columns that a table may have.
const mostColumns = 200

// cell adds a cell that is so many columns wide and rows high.
func (g *grid) cell(text string, wide, high int) {
	if len(g.rows) == 0 {
		g.row()
	}
	if g.below == nil {
		g.below = map[int]int{}
	}
	row := &g.rows[len(g.rows)-1]
	for i := range max(min(wide, mostColumns-len(*row)), 1) {
		if !g.another() {
			return
		}
		if high > 1 {
			g.below[len(*row)] = high - 1
		}
		if i > 0 {
			text = ""
		}
		*row = append(*row, text)
	}
	g.covered()
}

// another reports whether there may be another cell.
func (g *grid) another() bool {
	if g.cells++; g.cells > mostCells {
		g.refuse(fmt.Sprintf("it has more than %d cells of tables", mostCells))
	}
	return g.cells <= mostCells
}

// covered adds the empty cells below one that goes on.
func (g *grid) covered() {
	row := &g.rows[len(g.rows)-1]
	for g.below[len(*row)] > 0 && g.another() {
		g.below[len(*row)]--
		*row = append(*row, "")
	}
}

// table returns the rows that have text in them, nil where none has.
func (g *grid) table() [][]string {
	var rows [][]string
	for _, row := range g.rows {
		if strings.TrimSpace(strings.Join(row, "")) != "" {
			rows = append(rows, row)
		}
	}
	return rows
}
