package source

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A webBlock is a block of a page before it is known whether it belongs to the text.
type webBlock struct {
	Block
	linked bool   // all of its text leads elsewhere
	listed bool   // it is one of the links that a line introduces
	pre    string // the text with its own lines, where it has them
	aside  string // what it is called if it is left out
}

// A webTable is a table that is being read.
type webTable struct {
	rows   [][]webCell
	inCell bool
	data   bool    // its author marked it as one with heads or a caption
	layout bool    // or as one without a meaning
	border bool    // it has lines
	lists  []*list // that it stands in
	at     Place
}

// A webCell is a cell with what it holds.
type webCell struct {
	blocks     []webBlock
	wide, high int
}

// emit adds a block to the cell that is being read, or to the page.
func (m *markupReading) emit(b webBlock) {
	if !m.hold() {
		return
	}
	for _, t := range slices.Backward(m.tables) {
		if t.inCell {
			row := t.rows[len(t.rows)-1]
			cell := &row[len(row)-1]
			cell.blocks = append(cell.blocks, b)
			return
		}
	}
	m.blocks = append(m.blocks, b)
}

// hold reports whether there may be another block or cell.
func (m *markupReading) hold() bool {
	if m.held++; m.held > 2*mostCells {
		m.refuse(fmt.Sprintf("it has more than %d cells of tables", mostCells))
	}
	return m.held <= 2*mostCells
}

func (m *markupReading) startTable(t html.Token) {
	if t.DataAtom == atom.Table {
		if len(m.tables) >= mostNesting {
			m.refuse("tables within tables more than " + strconv.Itoa(mostNesting) + " deep")
			return
		}
		role, _ := attribute(t, "role")
		border, _ := attribute(t, "border")
		m.tables = append(m.tables, &webTable{
			layout: role == "presentation" || role == "none", border: border != "" && border != "0", lists: m.lists, at: Place{Line: m.line},
		})
		m.lists = nil
		return
	}
	if len(m.tables) == 0 {
		return
	}
	of := m.tables[len(m.tables)-1]
	m.endCell()
	if t.DataAtom == atom.Caption {
		of.data = true
		return
	}
	if t.DataAtom == atom.Tr || len(of.rows) == 0 {
		of.rows = append(of.rows, nil)
	}
	if t.DataAtom == atom.Tr || !m.hold() {
		return
	}
	cell := webCell{wide: 1, high: 1}
	for name, n := range map[string]*int{"colspan": &cell.wide, "rowspan": &cell.high} {
		if value, ok := attribute(t, name); ok {
			span, _ := strconv.Atoi(value)
			*n = min(max(span, 1), 1000)
		}
	}
	of.inCell, of.data = true, of.data || t.DataAtom == atom.Th
	row := &of.rows[len(of.rows)-1]
	*row = append(*row, cell)
}

// endCell ends the cell that is being read, with the lists in it.
func (m *markupReading) endCell() {
	if len(m.tables) > 0 {
		m.tables[len(m.tables)-1].inCell = false
		m.lists, m.block = nil, Block{}
	}
}

// endTable adds the table that was read, or what it holds where it only lays out the page.
func (m *markupReading) endTable() {
	n := len(m.tables) - 1
	of := m.tables[n]
	m.endCell()
	m.tables, m.lists = m.tables[:n], of.lists
	if of.laysOut() {
		for _, row := range of.rows {
			for _, cell := range row {
				for _, b := range of.withoutMenu(cell) {
					m.emit(b)
				}
			}
		}
		return
	}
	g := &grid{reading: m.reading}
	b := Block{Kind: Table, At: of.at}
	for _, row := range of.rows {
		g.row()
		for _, cell := range row {
			var blocks []Block
			for _, in := range cell.blocks {
				blocks = append(blocks, in.Block)
				b.Links = append(b.Links, in.Links...)
			}
			g.cell(cellText(blocks), cell.wide, cell.high)
		}
	}
	if b.Rows = g.table(); b.Rows != nil {
		m.emit(webBlock{Block: b})
	}
}

// laysOut reports whether a table says nothing by its rows and columns: it has no row with two
// texts, only links, or a cell with most of the page.
func (t *webTable) laysOut() bool {
	texts, whole, most := 0, 0, 0
	var largest []webBlock
	free := false
	for _, row := range t.rows {
		in := 0
		for _, cell := range row {
			size := 0
			for _, b := range cell.blocks {
				size += utf8.RuneCountInString(blockText(b.Block))
				free = free || !b.linked
			}
			in += min(size, 1)
			if whole += size; size > most {
				most, largest = size, cell.blocks
			}
		}
		texts = max(texts, in)
	}
	switch {
	case t.layout || texts < 2 || len(t.rows) == 1 && !free:
		return true
	case t.data:
		return false
	case slices.ContainsFunc(largest, func(b webBlock) bool { return b.Kind == Table || b.Kind == Heading && b.Level <= 3 }):
		return 2*most > whole
	}
	return !t.border && !t.headed() && len(largest) > 2 && most > 300 && 5*most > 3*whole
}

// headed reports whether the first row has a short text in each cell, and the next one as many
// cells: then these are heads of columns.
func (t *webTable) headed() bool {
	if len(t.rows) < 2 || len(t.rows[0]) != len(t.rows[1]) {
		return false
	}
	for _, cell := range t.rows[0] {
		if len(cell.blocks) != 1 || cell.blocks[0].linked || utf8.RuneCountInString(cell.blocks[0].Text) > 40 {
			return false
		}
	}
	return true
}

// withoutMenu are the blocks of a cell. Those of one that only leads elsewhere are left out, where
// they are more than one link.
func (t *webTable) withoutMenu(cell webCell) []webBlock {
	links := 0
	for _, b := range cell.blocks {
		if links += len(b.Links); !b.linked {
			return cell.blocks
		}
	}
	if links > 1 {
		for i := range cell.blocks {
			cell.blocks[i].aside = menu
		}
	}
	return cell.blocks
}
