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

// minuteNumber is a number of minutes alone: "26/014", "7.", "3.2".
var minuteNumber = exact(`^(?:\d{1,4}/\d{2,4}|\d{1,3}(?:\.\d{1,3}){0,2})[.)]?$`)
