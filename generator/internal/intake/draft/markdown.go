package draft

import (
	"strings"
)

var (
	special   = exact("[\\\\`*_\\[\\]<>|~]")
	entity    = exact(`&(#?[0-9A-Za-z]+;)`)
	lineStart = exact(`^(#|>|\+|-|=|\{)`)
	numeral   = exact(`^(\d{1,9})([.)])(\s|$)`)
)

// escape writes a text so that Markdown shows it letter for letter.
func escape(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	text = special.ReplaceAllString(text, `\$0`)
	text = entity.ReplaceAllString(text, `\&$1`)
	text = numeral.ReplaceAllString(text, `$1\$2$3`)
	return lineStart.ReplaceAllString(text, `\$1`)
}

// listLines writes items as a list in Markdown. Items that have numbers keep them.
func listLines(items []line) []string {
	var out []string
	base := items[0].level
	for _, it := range items {
		base = min(base, it.level)
	}
	depth, last := 0, base
	for i, it := range items {
		switch {
		case i == 0:
		case it.level > last:
			depth++
		case it.level < last:
			depth = max(0, min(depth-1, it.level-base))
		}
		last = it.level
		text := escape(it.text)
		if it.label != "" && !bullet(it.label) {
			text = escape(it.label + " " + it.text)
		}
		if strings.TrimSpace(text) == "" {
			text = "–"
		}
		out = append(out, strings.Repeat("  ", min(depth, 6))+"- "+text)
	}
	return out
}

// tableLines writes a table in Markdown; its first row is the head.
func tableLines(rows [][]string) []string {
	wide := 0
	for _, row := range rows {
		wide = max(wide, len(row))
	}
	var out []string
	for i, row := range rows {
		cells := make([]string, wide)
		for j := range cells {
			if j < len(row) {
				cells[j] = strings.TrimPrefix(escape(row[j]), `\`+"\x00")
			}
		}
		out = append(out, strings.TrimRight("| "+strings.Join(cells, " | "), " ")+" |")
		if i == 0 {
			out = append(out, "|"+strings.Repeat(" --- |", wide))
		}
	}
	return out
}

// withoutEmptyHead is a table without rows above its first words: a table has to have a header.
func withoutEmptyHead(rows [][]string) [][]string {
	for len(rows) > 1 && strings.TrimSpace(strings.Join(rows[0], "")) == "" {
		rows = rows[1:]
	}
	return rows
}

// words are the words of a table's row or of a piece on one line.
func (p *Piece) words() string {
	if p.Text != "" || len(p.Rows) == 0 {
		return p.Text
	}
	var rows []string
	for _, row := range p.Rows {
		rows = append(rows, strings.Join(row, " "))
	}
	return strings.Join(rows, "\n")
}

// Text returns the text of the draft in the site's grammar of nodes.
func (d *Draft) Text() string {
	var b strings.Builder
	for i, p := range d.Pieces {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(p.markdown())
		b.WriteString("\n{#" + p.ID + "}\n")
	}
	return b.String()
}

func (p *Piece) markdown() string {
	if len(p.Lines) > 0 {
		return strings.Join(p.Lines, "\n")
	}
	return escape(p.Text)
}
