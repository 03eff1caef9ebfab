package source

import (
	"slices"
	"strings"
)

// flow puts the pieces of a page into lines, and those that stand side by side into rows of tables.
// It follows the order of the file, which is that of writing: a text goes down, and where it jumps
// up to the right, another cell or column begins.
func (s *sheet) flow() []line {
	f := &flow{sheet: s}
	s.ruledTables()
	for from := 0; from < len(s.pieces); {
		to := from + 1
		if table := s.pieces[from].table; table != nil {
			f.endRow()
			f.endPending()
			f.endTable()
			f.lines = append(f.lines, *table)
			from = to
			continue
		}
		left, right := s.pieces[from].left, s.pieces[from].right
		for to < len(s.pieces) && s.pieces[to].table == nil && below(s.pieces[to-1], s.pieces[to], left, right) {
			left, right = min(left, s.pieces[to].left), max(right, s.pieces[to].right)
			to++
		}
		f.strip(s.pieces[from:to])
		from = to
	}
	f.endRow()
	f.endTable()
	s.justify(f.lines)
	return f.lines
}

// mirror turns a page that is written from right to left, so that lines begin on the left.
func (s *sheet) mirror() {
	if !s.rtl {
		return
	}
	for i := range s.pieces {
		of := &s.pieces[i]
		of.left, of.right = s.width-of.right, s.width-of.left
		for j := range of.spaces {
			of.spaces[j].right, of.spaces[j].left = s.width-of.spaces[j].right, s.width-of.spaces[j].left
		}
	}
}

// divide divides pieces at wide spaces after which a cell of another row begins at the same place,
// not far above or below.
func (s *sheet) divide() {
	const near = 4 // lines
	cells := map[int][]float64{}
	for i, of := range s.pieces {
		if i > 0 && abs(s.pieces[i-1].base-of.base) < 0.5*of.size {
			if at := int(of.left / 2); len(cells[at]) < mostColumns {
				cells[at] = append(cells[at], of.base)
			}
		}
	}
	var out []piece
	for _, of := range s.pieces {
		from := 0
		for _, gap := range of.spaces {
			at, rows := int(gap.left/2), 0
			for _, base := range slices.Concat(cells[at-1], cells[at], cells[at+1]) {
				if abs(base-of.base) <= near*1.5*of.size {
					rows++
				}
			}
			// One row may do so by chance.
			if rows > 1 || rows == 1 && gap.left-gap.right > of.size || s.betweenColumns(of, gap) {
				left := of
				left.text, left.right = of.text[from:gap.at], gap.right
				out = append(out, left)
				from, of.left = gap.at, gap.left
			}
		}
		of.text = of.text[from:]
		out = append(out, of)
	}
	s.pieces = out[:0]
	for _, of := range out {
		if of.text = oneLine(of.text); of.text != "" {
			s.pieces = append(s.pieces, of)
		}
	}
}

// betweenColumns reports whether a space in a row of heads stands above one between two columns:
// below it are cells on either side, in three rows at least, and none goes over it.
func (s *sheet) betweenColumns(of piece, gap space) bool {
	const most = 3_000 // pieces
	before, after, beside := 0, 0, false
	for _, other := range s.pieces[:min(len(s.pieces), most)] {
		down := of.base - other.base
		switch {
		case abs(down) < 0.5*of.size:
			beside = beside || other.right < of.left || other.left > of.right
		case down < 0 || down > 20*of.size || other.right < of.left || other.left > of.right:
		case other.left < gap.right && other.right > gap.left:
			return false
		case other.left >= of.left-of.size && other.right <= gap.left:
			before++
		case other.left >= gap.right && other.right <= of.right+of.size:
			after++
		}
	}
	return beside && before > 0 && after > 0 && before+after > 2
}

// below reports whether a piece goes on downwards with a strip of text, which has these edges.
func below(prev, next piece, left, right float64) bool {
	return next.base < prev.base-0.5*min(next.size, prev.size) && next.right > left-next.size && next.left < right+next.size && next.left > left-2*next.size
}

// A flow is the text of a page as far as it is read.
type flow struct {
	*sheet
	lines   []line
	pending []piece     // lines that may turn out to be the first cell of a row
	row     [][]piece   // the cells of the row that is being read
	rows    [][][]piece // of the table that is being read
}

// strip adds pieces one below the other.
func (f *flow) strip(pieces []piece) {
	first := pieces[0]
	if f.row != nil {
		top, bottom, right := f.extent()
		if len(f.row) < mostColumns && first.left >= right-0.5*first.size && first.base <= top+first.size && first.base >= bottom-0.6*first.size {
			f.row = append(f.row, pieces)
			return
		}
		f.endRow()
	}
	at := len(f.pending)
	for at > 0 && f.pending[at-1].base <= first.base+0.6*first.size && f.pending[at-1].right <= first.left+0.5*first.size {
		at--
	}
	// In a table, a cell may begin above the others of its row.
	for at > 0 && at < len(f.pending) && f.rows != nil && above(f.pending[at-1], f.pending[at]) && f.pending[at-1].right <= first.left {
		at--
	}
	switch cell := f.pending[at:]; {
	case len(cell) == 0:
		if len(f.pending) > 0 && first.base > f.pending[len(f.pending)-1].base+first.size {
			f.endPending() // another column
			f.pending = nil
		}
		f.pending = append(f.pending, pieces...)
	case len(cell) > 7 && len(pieces) > 7:
		// Two columns of text.
		f.endPending()
		f.pending = slices.Clone(pieces)
	default:
		f.pending = f.pending[:at:at]
		f.endPending()
		f.row = [][]piece{cell, pieces}
	}
}

// above reports whether a piece is the line right above another one.
func above(a, b piece) bool {
	return abs(a.left-b.left) < 2 && a.base > b.base && a.base-b.base < 1.6*b.size
}

// extent is where the row is that is being read.
func (f *flow) extent() (top, bottom, right float64) {
	top, bottom = f.row[0][0].base, f.row[0][0].base
	for _, cell := range f.row {
		for _, of := range cell {
			top, bottom, right = max(top, of.base), min(bottom, of.base), max(right, of.right)
		}
	}
	last := f.row[len(f.row)-1]
	right = 0
	for _, of := range last {
		right = max(right, of.right)
	}
	return top, bottom, right
}

// endPending makes lines of what has turned out to be no cell.
func (f *flow) endPending() {
	if len(f.pending) == 0 {
		return
	}
	f.endTable()
	for i, of := range f.pending {
		l := f.line(of)
		l.page = i == 0 && len(f.lines) > 0 && of.base > f.lines[len(f.lines)-1].base
		f.lines = append(f.lines, l)
	}
	f.pending = nil
}

// line is a piece as a line.
func (f *flow) line(of piece) line {
	return line{text: of.text, at: Place{Page: f.number}, left: of.left, right: of.right, step: of.size / 2, base: of.base, end: of.base, size: of.size, bold: of.bold}
}

// endRow adds the row that was read to the table, or makes lines of it.
func (f *flow) endRow() {
	row := f.row
	f.row = nil
	if row == nil {
		f.endPending()
		return
	}
	if len(row) == 2 && len(row[0]) == 1 && labelled(row[0][0].text) && !strings.Contains(row[0][0].text, " ") {
		// The number of an item, and its text.
		f.endTable()
		first := row[1][0]
		first.text, first.left = row[0][0].text+" "+first.text, row[0][0].left
		f.lines = append(f.lines, f.line(first))
		for _, of := range row[1][1:] {
			f.lines = append(f.lines, f.line(of))
		}
		return
	}
	f.rows = append(f.rows, row)
}

// endTable makes a table of the rows that were read, or a line of a single one.
func (f *flow) endTable() {
	rows := f.rows
	f.rows = nil
	if len(rows) == 0 {
		return
	}
	first, last := rows[0][0][0], rows[0][0][0]
	single := len(rows) == 1
	for _, row := range rows {
		for _, cell := range row {
			single = single && len(cell) == 1
			for _, of := range cell {
				if of.base < last.base {
					last = of
				}
			}
		}
	}
	l := f.line(first)
	l.alone, l.end = true, last.base
	if single {
		var text []string
		for _, cell := range rows[0] {
			text = append(text, cell[0].text)
			l.right = cell[0].right
		}
		l.text = strings.Join(text, " ")
		f.lines = append(f.lines, l)
		return
	}
	l.text, l.rows = "", table(rows)
	f.lines = append(f.lines, l)
}

// table puts cells into columns: those of the row with the most cells.
func table(rows [][][]piece) [][]string {
	widest := rows[0]
	for _, row := range rows {
		if len(row) > len(widest) {
			widest = row
		}
	}
	var columns [][]int // of the cells of each row
	ends := make([]float64, len(widest))
	for _, row := range rows {
		var own []int
		at := 0
		for i, cell := range row {
			// Each of the cells that follow needs a column as well.
			for at+len(row)-i < len(widest) && farther(cell, widest[at], widest[at+1]) {
				at++
			}
			for _, of := range cell {
				ends[at] = max(ends[at], of.right)
			}
			own = append(own, at)
			at++
		}
		columns = append(columns, own)
	}
	var out [][]string
	for k, row := range rows {
		cells := make([]string, len(widest))
		for i, cell := range row {
			end := ends[columns[k][i]]
			if len(rows) == 1 && len(row) > 1 { // such as signatures, and no data
				end = endOf(row, i)
			}
			cells[columns[k][i]] = ruledCell(cell, end)
		}
		out = append(out, cells)
	}
	return out
}

// endOf is where a cell of a row may end: where the next begins, or as far from its own beginning
// as that is from the one before.
func endOf(row [][]piece, i int) float64 {
	if i+1 < len(row) {
		return row[i+1][0].left
	}
	return 2*row[i][0].left - row[i-1][0].left
}

// farther reports whether a cell is nearer to the second of two columns.
func farther(cell, a, b []piece) bool {
	return abs(cell[0].left-b[0].left) < abs(cell[0].left-a[0].left)
}

// cellLines is the text of a cell, whose lines are one paragraph as far as a cell has them.
func cellLines(cell []piece) string {
	var text strings.Builder
	for i, of := range cell {
		if i > 0 && !hyphenated(cell[i-1].text, of.text) && !(endsSpaceless(cell[i-1].text) && endsSpaceless(of.text)) {
			text.WriteByte(' ')
		}
		text.WriteString(of.text)
	}
	return text.String()
}

// endsSpaceless reports whether a text begins with a character that needs no space before it.
func endsSpaceless(text string) bool {
	for _, c := range text {
		return spaceless(c)
	}
	return false
}

// justify says which lines stand in the middle or on the right of the page.
func (s *sheet) justify(lines []line) {
	var lefts, rights []float64
	for _, l := range lines {
		if !l.alone {
			lefts, rights = append(lefts, l.left), append(rights, l.right)
		}
	}
	if len(lefts) < 2 {
		return
	}
	slices.Sort(lefts)
	slices.Sort(rights)
	left, right := lefts[len(lefts)/10], rights[len(rights)*9/10]
	width := right - left
	for i := range lines {
		l := &lines[i]
		before, after := l.left-left, right-l.right
		below := i+1 < len(lines) && abs(lines[i+1].left-l.left) < 2 || i > 0 && abs(lines[i-1].left-l.left) < 2
		switch {
		case l.alone || below || labelled(l.text): // lines with one left edge stand to the left, if only of a column
		case before > 0.04*width && (abs(before-after) < 0.03*width+l.size && after > before/2 || abs(l.left+l.right-s.width) < 0.04*width):
			l.align = "center"
		case before > 0.4*width && after < 0.05*width:
			l.align = "right"
		}
	}
}
