package source

import (
	"regexp"
	"slices"
	"strings"
)

// A span is a part of a line of a plain text between wide gaps, and where it stands in columns.
type span struct {
	text     string
	from, to float64
}

// spans are the parts of a line that tabs or wide gaps divide; nil where they divide none.
func spans(raw string) []span {
	if strings.Contains(raw, hardBreak) || !wideGap.MatchString(strings.TrimSpace(raw)) {
		return nil
	}
	if out := divided(raw, wideGap); len(out) > 1 {
		return out
	}
	return nil
}

// divided are the parts of a line that some gaps divide.
func divided(raw string, gaps *regexp.Regexp) (out []span) {
	at := 0
	add := func(to int) {
		if text := strings.TrimSpace(raw[at:to]); text != "" {
			from := columns(raw[:at+strings.Index(raw[at:to], text)])
			out = append(out, span{oneLine(text), from, from + columns(text)})
		}
	}
	for _, gap := range gaps.FindAllStringIndex(raw, -1) {
		add(gap[0])
		at = gap[1]
	}
	add(len(raw))
	return out
}

// narrowGap divides the columns of a table whose cell is as wide as its column.
var narrowGap = regexp.MustCompile(`\t+|[ \x{a0}]{2,}|\x{3000}{2,}`)

// parted are the parts of a line of a table: a gap of two spaces divides them where the next column
// begins behind it.
func parted(l line, starts []span) []span {
	if l.spans == nil {
		return []span{{l.text, l.left, l.right}}
	}
	var out []span
	for _, p := range divided(l.raw, narrowGap) {
		wide := slices.ContainsFunc(l.spans, func(o span) bool { return o.from == p.from })
		column := slices.ContainsFunc(starts, func(o span) bool { return abs(o.from-p.from) <= 1 })
		if len(out) > 0 && !wide && !column {
			last := &out[len(out)-1]
			last.text, last.to = last.text+" "+p.text, p.to
			continue
		}
		out = append(out, p)
	}
	return out
}

// tables makes one line each of the tables that a plain text sets with spaces or tabs.
func (r *reading) tables(lines []line) (out []line) {
	for i := 0; i < len(lines); {
		n, rows := tableAt(lines[i:], i > 0 && lines[i].gap <= 0.25 && lines[i-1].spans == nil && headsList.MatchString(lines[i-1].text))
		if n == 0 {
			out = append(out, lines[i])
			i++
			continue
		}
		for _, l := range lines[i : i+n] {
			if dashes.MatchString(l.text) {
				r.leave("a line of dashes in a table", l.text, l.at)
			}
		}
		first := lines[i]
		first.text, first.rows, first.columns, first.alone = "", rows, nil, true
		out = append(out, first)
		i += n
	}
	return out
}

// tableAt returns of how many lines the table is with which some lines begin, and its rows; 0 where
// they begin with none. A line of dashes below the first row makes sure that it is one, and so does
// a label above it; without them a table has three columns and three rows at least, which lines to
// sign on do not have.
func tableAt(lines []line, headed bool) (n int, rows [][]string) {
	if lines[0].spans == nil {
		return 0, nil
	}
	n, most := inTable(lines)
	starts := lines[most].spans
	ruled := n > 2 && dashes.MatchString(lines[1].text)
	odd := 0
	for i, l := range lines[:n] {
		if dashes.MatchString(l.text) {
			continue
		}
		row := make([]string, len(starts))
		last := -1
		parts := parted(l, starts)
		for _, p := range parts {
			k := columnOf(starts, p)
			if k <= last {
				return 0, nil
			}
			if last = k; abs(p.from-starts[k].from) > 1 && abs(p.to-starts[k].to) > 1 {
				odd++
			}
			row[k] = p.text
		}
		if i > 0 && row[0] == "" && len(rows) > 0 && len(parts) < len(starts) { // the rest of the row above
			above := rows[len(rows)-1]
			for k := range row {
				above[k] = strings.TrimSpace(above[k] + " " + row[k])
			}
			continue
		}
		rows = append(rows, row)
	}
	switch few := len(starts) < 3 && !headed || len(rows) < 3; {
	case few && !ruled, len(rows) < 2, 5*odd > len(rows)*len(starts):
		return 0, nil
	}
	return n, rows
}

// inTable returns how many lines may be those of a table, and which of them has the most parts.
func inTable(lines []line) (n, most int) {
	for ; n < len(lines) && (n == 0 || lines[n].gap <= 0.25 && !lines[n].page); n++ {
		switch l := lines[n]; {
		case dashes.MatchString(l.text):
		case toSign.MatchString(l.text):
			return n, most
		case l.spans == nil:
			if starts := lines[most].spans; l.left+1 < starts[1].from {
				return n, most
			}
		case len(l.spans) > len(lines[most].spans):
			most = n
		}
	}
	for n > 0 && dashes.MatchString(lines[n-1].text) {
		n--
	}
	return n, most
}

// columnOf is the column in which a part of a line begins.
func columnOf(starts []span, p span) int {
	k := 0
	for k+1 < len(starts) && starts[k+1].from <= p.from+1 {
		k++
	}
	return k
}

// headsList is a label above those who attended, or above something else that is listed.
var headsList = regexp.MustCompile(`^\p{Lu}[\p{L} ]{3,40}:?$`)

// dashes is a line under the head of a table, or between its rows.
var dashes = regexp.MustCompile(`^[-=─━–—+| ]{4,}$`)
