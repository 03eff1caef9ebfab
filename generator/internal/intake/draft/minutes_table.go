package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// minutesInTables gives the rows of a table that only lays out minutes, with their numbers at the
// margin, the form that they have without it: the number and the first line of the cell beside it,
// and each further line as a paragraph.
func (d *Draft) minutesInTables(blocks []source.Block) []source.Block {
	if !slices.ContainsFunc(blocks, func(b source.Block) bool { return b.Kind == source.Table && laysOutMinutes(b.Rows) }) {
		return blocks
	}
	var out []source.Block
	for _, b := range blocks {
		if b.Kind != source.Table || !laysOutMinutes(b.Rows) {
			out = append(out, b)
			continue
		}
		for _, row := range b.Rows {
			for i, line := range strings.Split(row[1], "\n") {
				if i == 0 {
					line = strings.TrimSpace(row[0] + " " + line)
				}
				if line != "" {
					out = append(out, source.Block{Kind: source.Paragraph, Text: line, At: b.At})
				}
			}
		}
		first, _, _ := strings.Cut(b.Rows[0][1], "\n")
		d.Mends = append(d.Mends, source.Mend{What: "divided a table into the numbered minutes that it has", From: first, To: first, At: b.At})
	}
	return out
}

// laysOutMinutes reports whether a table has the numbers of minutes in its first column, one after
// another, and in the second their texts, of which many have more than one line.
func laysOutMinutes(rows [][]string) bool {
	if len(rows) < 3 || len(rows[0]) != 2 || hasHead(rows) {
		return false
	}
	numbered, several, size := 0, 0, 0
	for _, row := range rows {
		switch {
		case minuteNumber.MatchString(row[0]):
			numbered++
		case row[0] != "":
			return false
		}
		if strings.Contains(row[1], "\n") {
			several++
		}
		size += utf8.RuneCountInString(row[1])
	}
	return 3*numbered >= 2*len(rows) && 3*several >= len(rows) && size >= 60*len(rows)
}

// saidApart divides a table in English with what was said on each item and a column of who does
// what: into the item, what was said, and what stands in the column with its head before it.
func (d *Draft) saidApart(b source.Block) (out []source.Block) {
	if d.Lang != "en" || b.Kind != source.Table {
		return nil
	}
	c, ok := saidIn(b.Rows)
	if !ok {
		return nil
	}
	var head []string
	for i, cell := range b.Rows[0] {
		if i != c.action {
			head = append(head, cell)
		}
	}
	column := strings.TrimSpace(b.Rows[0][c.action])
	d.added -= runes(column) // each row that has something there gets it
	out = paragraphsOf(filled(head), b)
	for _, row := range b.Rows[1:] {
		out = append(out, paragraphsOf(d.saidRow(row, c, column), b)...)
	}
	return out
}

// saidRow are the paragraphs of a row of such a table.
func (d *Draft) saidRow(row []string, c saidColumns, column string) (lines []string) {
	if c.item >= 0 && c.item != c.number {
		lines = cellLines(row[c.item])
	}
	lines = append(lines, cellLines(row[c.said])...)
	if number := strings.TrimSpace(row[c.number]); number != "" && len(lines) > 0 {
		if c.item != c.number || minuteNumber.MatchString(number) {
			if allDigits.MatchString(number) && !strings.Contains(number, ".") {
				number += "." // so that it is the number of a clause
				d.added++
			}
			lines[0] = number + " " + lines[0]
		} else {
			lines = append(cellLines(row[c.number]), lines...)
		}
	}
	actions := cellLines(row[c.action])
	for i, who := range actions {
		if c.by >= 0 && i == len(actions)-1 && strings.TrimSpace(row[c.by]) != "" {
			who += " – " + squared(row[c.by])
			d.added++
		}
		d.added += runes(column) + 1
		lines = append(lines, column+": "+who)
	}
	if c.by >= 0 && len(actions) == 0 {
		lines = append(lines, cellLines(row[c.by])...)
	}
	return lines
}

// saidColumns are the columns of a table with what was said on each item: its number or name, what
// was said, who does what, and by when; below 0 where there is none.
type saidColumns struct{ number, item, said, action, by int }

// saidIn finds the columns of a table that has items, what was said on them in whole sentences, and
// who does what.
func saidIn(rows [][]string) (c saidColumns, ok bool) {
	if len(rows) < 3 || len(rows[0]) < 3 || len(rows[0]) > 5 {
		return c, false
	}
	head := rows[0]
	c = saidColumns{0, -1, 1, 2, -1}
	switch n := len(head); {
	case n == 3:
		c.item = 0
	case n == 4 && dueColumn.MatchString(head[3]):
		c.item, c.by = 0, 3
	case n == 4:
		c = saidColumns{0, 1, 2, 3, -1}
	default:
		c = saidColumns{0, 1, 2, 3, 4}
	}
	if !whoWhen.MatchString(head[c.action]) || c.by >= 0 && !dueColumn.MatchString(head[c.by]) || c.item == 1 && !itemColumn.MatchString(head[1]) {
		return c, false
	}
	if !saidColumn.MatchString(head[c.said]) && (!itemColumn.MatchString(head[c.said]) || !minuteNumber.MatchString(rows[1][0])) {
		return c, false
	}
	return c, c.saidInRows(rows)
}

// saidInRows reports whether most rows below the first have an item, and all what was said on it.
func (c saidColumns) saidInRows(rows [][]string) bool {
	head := rows[0]
	size, goesOn := 0, 0
	for _, row := range rows[1:] {
		if len(row) != len(head) || strings.TrimSpace(row[c.said]) == "" && (c.item < 1 || strings.TrimSpace(row[c.item]) == "") {
			return false
		}
		if strings.TrimSpace(row[0]) == "" { // what was said goes on, as on the next page
			goesOn++
		}
		size += utf8.RuneCountInString(row[c.said])
	}
	return size >= (60-10*max(0, len(head)-3))*(len(rows)-1) && rows[1][0] != "" && 2*goesOn < len(rows)
}

var (
	saidColumn = re(`^(?:what\s+was\s+(?:said|discussed|decided|agreed)\b.*|(?:key\s+)?(?:discussions?|notes?|minutes?|decisions?|points?|summary)(?:\s*(?:/|and|&)\s*(?:discussions?|notes?|decisions?|points?|outcomes?|agreements?))?)$`)
	itemColumn = re(`^(?:(?:agenda\s+)?items?|subject|topic)?$`)
	whoWhen    = re(`^(?:who\s*(?:/|and|&)\s*(?:by\s+)?when|actions?(?:\s+(?:points?|items?|required))?|action\s*/\s*(?:owner|who|when))$`)
)

// minuteNumber is a number of minutes alone: "26/014", "7.", "3.2".
var minuteNumber = exact(`^(?:\d{1,4}/\d{2,4}|\d{1,3}(?:\.\d{1,3}){0,2})[.)]?$`)
