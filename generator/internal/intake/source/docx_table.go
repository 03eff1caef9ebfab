package source

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// table reads a table. The paragraphs of one that only lays out the page are blocks.
func (d *docxReading) table() error {
	outer, add, at := d.para, d.add, Place{Paragraph: d.number + 1}
	d.para = nil
	g := &grid{reading: d.reading}
	var rows [][][]Block
	err := d.rows(func(row xml.StartElement) error {
		g.row()
		rows = append(rows, nil)
		return d.cells(func(cell xml.StartElement) error {
			var blocks []Block
			d.add = func(b Block) { blocks = append(blocks, b) }
			wide, err := d.cell()
			g.cell(cellText(blocks), wide, 1)
			rows[len(rows)-1] = append(rows[len(rows)-1], blocks)
			return err
		})
	})
	d.para, d.add = outer, add
	for _, b := range tableOf(g, rows, at) {
		d.add(b)
	}
	return err
}

// tableOf is a table with the blocks of its cells, or these where it only lays out the page: no row
// has two texts, or the cell with most of the text holds headings or tables.
func tableOf(g *grid, rows [][][]Block, at Place) []Block {
	var all, largest []Block
	texts, most, whole := 0, 0, 0
	for _, row := range rows {
		in := 0
		for _, cell := range row {
			size := 0
			for _, b := range cell {
				size += utf8.RuneCountInString(blockText(b))
			}
			in += min(size, 1)
			if whole += size; size > most {
				most, largest = size, cell
			}
			all = append(all, cell...)
		}
		texts = max(texts, in)
	}
	if texts < 2 || 2*most > whole && slices.ContainsFunc(largest, func(b Block) bool { return b.Kind == Table || b.Kind == Heading }) {
		return all
	}
	b := Block{Kind: Table, Rows: g.table(), At: at}
	for _, of := range all {
		b.Links = append(b.Links, of.Links...)
	}
	return []Block{b}
}

// rows calls a function with each row of a table.
func (d *docxReading) rows(do func(xml.StartElement) error) error { return d.named("tr", do) }

// cells calls a function with each cell of a row.
func (d *docxReading) cells(do func(xml.StartElement) error) error { return d.named("tc", do) }

// named calls a function with each element of a name, also within content controls and changes.
func (d *docxReading) named(name string, do func(xml.StartElement) error) error {
	return d.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case name:
			return do(e)
		case "tblPr", "trPr", "tcPr", "tblGrid", "tblPrEx", "sdtPr":
			return nil
		}
		return d.named(name, do)
	})
}

// cell reads a cell, and returns how many columns wide it is. One that goes on from the row above
// has no text in Word's files.
func (d *docxReading) cell() (wide int, err error) {
	wide = 1
	err = d.each(func(e xml.StartElement) error {
		if e.Name.Local != "tcPr" {
			return d.element(e)
		}
		return d.each(func(e xml.StartElement) error {
			if e.Name.Local == "gridSpan" {
				wide, _ = strconv.Atoi(attr(e, "val"))
			}
			return nil
		})
	})
	d.finish()
	return wide, err
}

// cellText is the text of the blocks of a cell, a line each.
func cellText(blocks []Block) string {
	var lines []string
	for _, b := range blocks {
		for _, row := range b.Rows {
			lines = append(lines, strings.Join(row, " "))
		}
		if b.Text == "" {
			continue
		}
		lines = append(lines, strings.TrimSpace(b.Label+" "+b.Text))
	}
	return strings.Join(lines, "\n")
}
