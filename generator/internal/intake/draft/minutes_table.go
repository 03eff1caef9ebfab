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
	if d.Lang != "en" || b.Kind != source.Table || !hasSaid(b.Rows) {
		return nil
	}
	head, column := filled(b.Rows[0][:2]), strings.TrimSpace(b.Rows[0][2])
	d.added -= runes(column) // each row that has something there gets it
	out = paragraphsOf(head, b)
	for _, row := range b.Rows[1:] {
		lines := append(cellLines(row[0]), cellLines(row[1])...)
		if minuteNumber.MatchString(row[0]) {
			if allDigits.MatchString(lines[0]) && !strings.Contains(lines[0], ".") {
				lines[0] += "." // so that it is the number of a clause
				d.added++
			}
			lines = append([]string{lines[0] + " " + lines[1]}, lines[2:]...)
		}
		for _, who := range cellLines(row[2]) {
			d.added += runes(column) + 1
			lines = append(lines, column+": "+who)
		}
		out = append(out, paragraphsOf(lines, b)...)
	}
	return out
}

// hasSaid reports whether a table has items in its first column, in the second what was said on
// them in whole sentences, and in the third who does what.
func hasSaid(rows [][]string) bool {
	if len(rows) < 3 || len(rows[0]) != 3 || !whoWhen.MatchString(rows[0][2]) || !saidColumn.MatchString(rows[0][1]) && (!itemColumn.MatchString(rows[0][1]) || !minuteNumber.MatchString(rows[1][0])) {
		return false
	}
	size, goesOn := 0, 0
	for _, row := range rows[1:] {
		if len(row) != 3 || strings.TrimSpace(row[1]) == "" {
			return false
		}
		if strings.TrimSpace(row[0]) == "" { // what was said goes on, as on the next page
			goesOn++
		}
		size += utf8.RuneCountInString(row[1])
	}
	return size >= 60*(len(rows)-1) && rows[1][0] != "" && 2*goesOn < len(rows)
}

var (
	saidColumn = re(`^(?:what\s+was\s+(?:said|discussed|decided|agreed)\b.*|(?:key\s+)?(?:discussions?|notes?|minutes?|decisions?|points?|summary)(?:\s*(?:/|and|&)\s*(?:discussions?|notes?|decisions?|points?|outcomes?|agreements?))?)$`)
	itemColumn = re(`^(?:(?:agenda\s+)?items?|subject|topic)?$`)
	whoWhen    = re(`^(?:who\s*(?:/|and|&)\s*(?:by\s+)?when|actions?(?:\s+(?:points?|items?|required))?|action\s*/\s*(?:owner|who|when))$`)
)

// minuteNumber is a number of minutes alone: "26/014", "7.", "3.2".
var minuteNumber = exact(`^(?:\d{1,4}/\d{2,4}|\d{1,3}(?:\.\d{1,3}){0,2})[.)]?$`)
