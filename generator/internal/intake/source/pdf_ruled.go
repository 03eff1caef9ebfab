package source

import (
	"cmp"
	"slices"
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// A rule is a line that is drawn across or down a page.
type rule struct {
	at       float64 // its height, or how far from the left it is
	from, to float64
}

// mostObjects is how many objects of a page are looked at for its rules.
const mostObjects = 20_000

// near is how far apart rules may be that are one, and meeting those that meet: the lines of a
// double border have a space between them.
const near, meeting = 3, 6

// rules reads the lines that are drawn on a page: thin areas, and the sides of frames.
func (c *cutter) rules(page references.FPDF_PAGE) {
	of := requests.Page{ByReference: &page}
	objects, err := c.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: of})
	if err != nil {
		return
	}
	s := c.sheet
	for i := range min(objects.Count, mostObjects) {
		object, err := c.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: of, Index: i})
		if err != nil {
			return
		}
		kind, err := c.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		bounds, err := c.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject})
		if err != nil {
			continue
		}
		at := c.turned(box{float64(bounds.Left), float64(bounds.Right), float64(bounds.Bottom), float64(bounds.Top)})
		wide, high := at.right-at.left, at.top-at.bottom
		switch {
		case high <= near && wide > near:
			s.across = append(s.across, rule{(at.top + at.bottom) / 2, at.left, at.right})
		case wide <= near && high > near:
			s.down = append(s.down, rule{(at.left + at.right) / 2, at.bottom, at.top})
		case wide > near && high > near:
			mode, err := c.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: object.PageObject})
			if err == nil && mode.Stroke {
				s.across = append(s.across, rule{at.top, at.left, at.right}, rule{at.bottom, at.left, at.right})
				s.down = append(s.down, rule{at.left, at.bottom, at.top}, rule{at.right, at.bottom, at.top})
			}
		}
	}
}

// ruled reports whether a line is drawn between the last character and one at a place.
func (c *cutter) ruled(at box) bool {
	middle := (at.bottom + at.top) / 2
	return len(c.sheet.down) < 2_000 && slices.ContainsFunc(c.sheet.down, func(r rule) bool {
		return r.at > c.last.right-1 && r.at < at.left+1 && r.from < middle && r.to > middle
	})
}

// A ruling is rules that meet: those of a table, or of a frame.
type ruling struct {
	across, down []rule
	ys, xs       []float64 // where they are and end: from above, and from the left
}

// rulings puts rules that meet together.
func (s *sheet) rulings() []*ruling {
	if len(s.across) < 3 || len(s.down) < 3 || len(s.across)*len(s.down) > 1_000_000 {
		return nil
	}
	above := make([]int, len(s.across)+len(s.down))
	for i := range above {
		above[i] = i
	}
	root := func(i int) int {
		for above[i] != i {
			above[i] = above[above[i]]
			i = above[i]
		}
		return i
	}
	for i, a := range s.across {
		for j, d := range s.down {
			if a.at > d.from-meeting && a.at < d.to+meeting && d.at > a.from-meeting && d.at < a.to+meeting {
				above[root(i)] = root(len(s.across) + j)
			}
		}
	}
	of := map[int]*ruling{}
	var all []*ruling
	in := func(i int) *ruling {
		r := of[root(i)]
		if r == nil {
			r = &ruling{}
			of[root(i)] = r
			all = append(all, r)
		}
		return r
	}
	for i, a := range s.across {
		r := in(i)
		r.across = append(r.across, a)
	}
	for j, d := range s.down {
		r := in(len(s.across) + j)
		r.down = append(r.down, d)
	}
	return slices.DeleteFunc(all, func(r *ruling) bool {
		r.withoutUnderlines()
		r.placed()
		return len(r.ys) < 3 || len(r.xs) < 3 || len(r.xs) > mostColumns || len(r.xs)*len(r.ys) > 20_000
	})
}

// placed finds where the rules are and end.
func (r *ruling) placed() {
	for _, a := range r.across {
		r.ys, r.xs = append(r.ys, -a.at), append(r.xs, a.from, a.to)
	}
	for _, d := range r.down {
		r.xs, r.ys = append(r.xs, d.at), append(r.ys, -d.from, -d.to)
	}
	r.ys, r.xs = places(r.ys), places(r.xs)
	for i := range r.ys {
		r.ys[i] = -r.ys[i]
	}
}

// withoutUnderlines leaves out the lines under words, which may begin at the side of a cell and end
// within it, where neither a rule goes down nor another one ends.
func (r *ruling) withoutUnderlines() {
	ends := func(a rule, at float64) bool {
		return slices.ContainsFunc(r.down, func(d rule) bool { return abs(d.at-at) <= meeting }) ||
			slices.ContainsFunc(r.across, func(o rule) bool {
				return o != a && (abs(o.from-at) <= near || abs(o.to-at) <= near)
			})
	}
	all := slices.Clone(r.across)
	r.across = slices.DeleteFunc(all, func(a rule) bool { return !ends(a, a.from) || !ends(a, a.to) })
}

// places are the places of rules, in order, one for those that are near each other.
func places(of []float64) []float64 {
	slices.Sort(of)
	return slices.CompactFunc(of, func(a, b float64) bool { return abs(b-a) <= near })
}

// cell is the row and column in which a piece stands.
func (r *ruling) cell(of piece) (row, column int, ok bool) {
	x, y := of.left+1, of.base+0.3*of.size
	row = slices.IndexFunc(r.ys, func(at float64) bool { return at < y }) - 1
	column = slices.IndexFunc(r.xs, func(at float64) bool { return at > x }) - 1
	return row, column, row >= 0 && column >= 0
}

// origin is the row and column where the cell begins that covers a place: no rule divides it from
// those above and to the left.
func (r *ruling) origin(row, column int) (int, int) {
	for column > 0 && !covered(r.down, r.xs[column], (r.ys[row]+r.ys[row+1])/2) {
		column--
	}
	for row > 0 && !covered(r.across, r.ys[row], (r.xs[column]+r.xs[column+1])/2) {
		row--
	}
	return row, column
}

// covered reports whether one of some rules at a place goes over a point.
func covered(rules []rule, at, point float64) bool {
	return slices.ContainsFunc(rules, func(r rule) bool {
		return abs(r.at-at) <= meeting && r.from <= point && r.to >= point
	})
}

// ruledTables makes one piece of those that stand in the cells of a table with rules.
func (s *sheet) ruledTables() {
	for _, r := range s.rulings() {
		rows := make([][][]piece, len(r.ys)-1)
		for i := range rows {
			rows[i] = make([][]piece, len(r.xs)-1)
		}
		first, within := -1, make([]bool, len(s.pieces))
		for i, of := range s.pieces {
			row, column, ok := r.cell(of)
			if !ok || of.table != nil {
				continue
			}
			row, column = r.origin(row, column)
			rows[row][column] = append(rows[row][column], of)
			within[i] = true
			if first < 0 {
				first = i
			}
		}
		if first < 0 || !slices.ContainsFunc(rows, several) {
			continue
		}
		table := r.table(rows)
		table.at = Place{Page: s.number}
		kept := s.pieces[:0:0]
		for i, of := range s.pieces {
			if i == first {
				kept = append(kept, piece{table: table, base: table.base, left: table.left, right: table.right, size: of.size})
			}
			if !within[i] {
				kept = append(kept, of)
			}
		}
		s.pieces = kept
	}
}

// several reports whether more than one cell of a row has a text.
func several(row [][]piece) bool {
	n := 0
	for _, cell := range row {
		n += min(len(cell), 1)
	}
	return n > 1
}

// table is a line with the rows of a table. Columns without any text are only wide lines.
func (r *ruling) table(rows [][][]piece) *line {
	l := &line{alone: true, left: r.xs[0], right: r.xs[len(r.xs)-1], base: r.ys[0], end: r.ys[len(r.ys)-1]}
	for column := range r.xs[1:] {
		if slices.ContainsFunc(rows, func(row [][]piece) bool { return len(row[column]) > 0 }) {
			l.starts = append(l.starts, r.xs[column])
		}
	}
	for _, row := range rows {
		var cells []string
		empty := true
		for i, cell := range row {
			if len(cell) > 0 {
				empty, l.size = false, cell[0].size
			}
			if slices.Contains(l.starts, r.xs[i]) {
				cells = append(cells, ruledCell(cell, r.xs[i+1]))
			}
		}
		if !empty {
			l.rows = append(l.rows, cells)
		}
	}
	l.step = l.size / 2
	return l
}

// ruledCell is the text of a cell that ends at a rule. A line ends there where its author ended it:
// the next word had a place in it.
func ruledCell(cell []piece, right float64) string {
	slices.SortStableFunc(cell, func(a, b piece) int {
		if abs(a.base-b.base) < 0.5*min(a.size, b.size) {
			return cmp.Compare(a.left, b.left)
		}
		return cmp.Compare(b.base, a.base)
	})
	var text string
	for i, of := range cell {
		if i == 0 {
			text = of.text
			continue
		}
		prev := cell[i-1]
		word, _, _ := strings.Cut(of.text, " ")
		if endsSpaceless(of.text) {
			word = "字"
		}
		wide := (prev.right - prev.left) / columns(prev.text)
		switch {
		case abs(prev.base-of.base) < 0.5*of.size:
			text += " " + of.text
		case prev.right+(columns(word)+3)*wide < right && !abbreviated(prev.text), !endsSpaceless(of.text) && person.MatchString(cell[0].text) && person.MatchString(of.text):
			text += "\n" + of.text
		default:
			text = cellLines([]piece{{text: text}, of})
		}
	}
	return text
}

// goesOnWith reports whether a table on the next page is the same one, and joins them.
func (p *pdfReading) goesOnWith(table, next *line) bool {
	if len(table.starts) == 0 || len(table.starts) != len(next.starts) {
		return false
	}
	for i, x := range table.starts {
		if abs(x-next.starts[i]) > near {
			return false
		}
	}
	rows := next.rows
	if len(rows) > 0 && slices.Equal(rows[0], table.rows[0]) {
		p.leave("the head of a table, which its next page repeats", strings.Join(rows[0], " "), next.at)
		rows = rows[1:]
	}
	p.mend("joined a table over the end of a page", strings.Join(table.rows[0], " "), strings.Join(table.rows[0], " "), 0, next.at)
	if last := table.rows[len(table.rows)-1]; len(rows) > 0 && goesOnIn(last, rows[0]) {
		for i, cell := range rows[0] {
			if cell != "" {
				last[i] = cellLines([]piece{{text: last[i]}, {text: cell}})
			}
		}
		rows = rows[1:]
	}
	table.rows = append(table.rows, rows...)
	return true
}

// goesOnIn reports whether all texts of a row go on with those of the row before.
func goesOnIn(last, next []string) bool {
	n := 0
	for i, cell := range next {
		if cell == "" {
			continue
		}
		if n++; last[i] == "" || !continues(last[i], cell) && !(endsSpaceless(cell) && !ended(last[i])) {
			return false
		}
	}
	return n > 0 && next[0] == ""
}
