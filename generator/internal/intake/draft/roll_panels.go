package draft

import (
	"slices"
	"strings"
)

// inPanels is a piece whose table has several lists of people beside each other, with these below
// each other: a head that comes again, "序号 | 姓名 | 单位 | 序号 | 姓名 | 单位", or in Chinese one that
// has as many columns for each of those who sent people.
func (d *Draft) inPanels(p *Piece) *Piece {
	width, headed := panelsByHead(p.Rows[0]), true
	if width == 0 && d.Lang == "zh" {
		width, headed = d.panelsBySender(p.Rows), false
	}
	if width == 0 {
		return p
	}
	stacked := *p
	stacked.Rows = nil
	if headed {
		stacked.Rows = [][]string{p.Rows[0][:width]}
	}
	for from := 0; from < len(p.Rows[0]); from += width {
		for _, row := range p.Rows[1:] {
			if part := row[min(from, len(row)):min(from+width, len(row))]; strings.Join(part, "") != "" {
				stacked.Rows = append(stacked.Rows, part)
			}
		}
	}
	return &stacked
}

// panelsByHead is how many columns a head has until it comes again; 0 where it does not.
func panelsByHead(head []string) int {
	for width := 2; 2*width <= len(head); width++ {
		again := len(head)%width == 0
		for i := width; again && i < len(head); i++ {
			again = strings.TrimSpace(head[i]) == strings.TrimSpace(head[i-width])
		}
		if again && !slices.Contains(head[:width], "") && head[0] != head[1] {
			return width
		}
	}
	return 0
}

// panelsBySender is how many columns each of those who sent people has below a head of their names
// alone; 0 where it is no such table.
func (d *Draft) panelsBySender(rows [][]string) int {
	head, width := rows[0], 0
	if len(rows) < 2 || head[0] == "" {
		return 0
	}
	for from := 0; from < len(head); {
		to := from + 1
		for to < len(head) && (head[to] == "" || head[to] == head[from]) {
			to++
		}
		if width == 0 {
			width = to - from
		}
		if to-from != width || d.personCell(head[from]) {
			return 0
		}
		from = to
	}
	if width < 2 || width == len(head) {
		return 0
	}
	for from := 0; from < len(head); from += width {
		if !d.personInPanel(rows[1], from, width) {
			return 0
		}
	}
	return width
}

// personInPanel reports whether a row has a person among some of its columns.
func (d *Draft) personInPanel(row []string, from, width int) bool {
	return slices.ContainsFunc(row[min(from, len(row)):min(from+width, len(row))], d.personCell)
}

// peopleBeside are the people with which cells in Chinese begin, as more of a list in the cell
// before them.
func (d *Draft) peopleBeside(cells []string) (list string) {
	for _, cell := range cells {
		if !d.personCell(cell) || d.lex.attendanceOf(strings.TrimRight(cell, ":： ")+"：") != "" {
			break
		}
		list += "、" + cell
	}
	return list
}
