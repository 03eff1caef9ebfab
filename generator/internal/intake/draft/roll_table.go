package draft

import (
	"slices"
	"strings"
)

// rollColumns reads a table whose columns are headed by ways to attend and hold names: "Present |
// Apologies". It reports whether it is one.
func (d *Draft) rollColumns(p *Piece) bool {
	codes := make([]string, len(p.Rows[0]))
	for i, cell := range p.Rows[0] {
		if codes[i] = d.lex.attendanceOf(strings.TrimRight(cell, ":： ") + ":"); codes[i] == "present" && slices.Contains(codes[:i], "present") && inAttendance.MatchString(cell) {
			codes[i] = "guest"
		}
		if codes[i] == "" || slices.Contains(codes[:i], codes[i]) {
			return false
		}
	}
	if len(p.Rows) < 2 || len(codes) < 2 || len(codes) == 2 && d.lex.attendanceOf(strings.TrimRight(p.Rows[1][0], ":： ")+":") != "" {
		return false
	}
	found := make([][]attendee, len(codes))
	columns := 0
	for _, row := range p.Rows[1:] {
		for i := range min(len(row), len(codes)) {
			people := d.roll(row[i], true, true)
			if len(people) > 0 && len(found[i]) == 0 {
				columns++
			}
			found[i] = append(found[i], people...)
		}
	}
	if columns < 2 {
		return false
	}
	for i, people := range found {
		d.call(codes[i], people, p.At)
	}
	return true
}
