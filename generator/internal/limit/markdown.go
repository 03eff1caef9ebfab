package limit

import (
	"bytes"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// markdown looks through a text.
func (l Limits) markdown(f file, joined bool) *diag.Problem {
	s, data := textScan{scan: scan{file: f}, Limits: l, joined: joined}, f.data
	for start := 0; start < len(data) && s.problem == nil; {
		end := len(data)
		if i := bytes.IndexByte(data[start:], '\n'); i >= 0 {
			end = start + i
		}
		s.line(start, data[start:end])
		start = end + 1
	}
	return s.problem
}

// textScan is the way through a text. What it counts is an upper bound: it need not know whether a
// star is emphasis, and where it cannot tell what begins a paragraph it takes two for one.
type textScan struct {
	scan
	Limits
	joined bool

	lines, blocks, headings, marks, cells int
	paragraph, bytes                      int  // marks and bytes since the last block began
	numbered                              byte // what follows the number of the last point; 0 where it has none
	columns                               int  // of the table that the last lines may be; 0 where they are none
	words                                 bool // the line before has words
}

// line looks at a line, which begins at an offset.
func (s *textScan) line(start int, line []byte) {
	if s.lines++; s.lines > s.TextLines {
		s.refuse(start, "divide the text", "text_lines", s.TextLines, "lines")
	}
	rest := bytes.TrimSpace(line)
	if len(rest) == 0 || s.joined && bytes.HasPrefix(rest, []byte("{#")) {
		s.block(start, len(rest) > 0)
		s.words, s.columns = false, 0
		return
	}
	if !s.words {
		s.block(start, true)
	}
	at := s.markers(start, line)
	s.leaf(at, s.data[at:start+len(line)])
	s.count(at, s.data[at:start+len(line)])
	s.words = true
}

// block begins a block.
func (s *textScan) block(offset int, counts bool) {
	s.paragraph, s.bytes, s.numbered = 0, 0, 0
	if counts {
		s.another(offset)
	}
}

// another counts a block.
func (s *textScan) another(offset int) {
	if s.blocks++; s.blocks > s.TextBlocks {
		s.refuse(offset, "divide the text", "text_blocks", s.TextBlocks, "paragraphs, points of lists and the like")
	}
}

// markers reads the signs of quotes and lists that a line begins with, and returns where its words
// begin. Lists within each other are indented by two columns or more a step.
func (s *textScan) markers(start int, line []byte) (words int) {
	depth := 0
	for at := 0; ; {
		words = at
		column := 0
		for at < len(line) && (line[at] == ' ' || line[at] == '\t') {
			if column++; line[at] == '\t' {
				column += 3 - (column-1)%4
			}
			at++
		}
		sign := markerLength(line[at:])
		if sign == 0 {
			return start + words
		}
		if words == 0 && column < 4 {
			s.point(line[at:], sign, column)
		}
		depth += column / 2
		s.deeper(start+at, depth)
		s.another(start + at)
		depth++
		at += sign
	}
}

// markerLength is the number of bytes of the sign of a quote or of a point of a list that a line
// begins with; 0 where it begins with none.
func markerLength(line []byte) int {
	if len(line) == 0 {
		return 0
	}
	n := 0
	switch c := line[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*':
		n = 1
	default:
		for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
			n++
		}
		if n == 0 || n == len(line) || line[n] != '.' && line[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// point looks at the first sign of a line. A point of a list begins a paragraph where it may be
// right below another: a dot or star always, a number where it is 1 or the next of its list.
func (s *textScan) point(line []byte, sign, column int) {
	if s.joined || line[0] == '>' || len(bytes.TrimSpace(line[sign:])) == 0 {
		return
	}
	number := byte(0)
	if line[0] >= '0' && line[0] <= '9' {
		number = line[sign-1]
	}
	if number == 0 || string(line[:sign-1]) == "1" || s.numbered == number && column == 0 {
		s.paragraph, s.bytes, s.numbered = 0, 0, number
	}
}

// leaf looks for headings, rules, fences and heads of tables, each of which is a block.
func (s *textScan) leaf(offset int, words []byte) {
	words = bytes.TrimSpace(words)
	if len(words) == 0 {
		return
	}
	first := words[0]
	below := (first == '=' || first == '-') && len(bytes.Trim(words, string(first))) == 0 && s.words // of a heading
	switch {
	case first == '#' && len(words)-len(bytes.TrimLeft(words, "#")) <= 6, below:
		s.another(offset)
		if s.headings++; s.headings > s.TextHeadings {
			s.refuse(offset, "divide the text", "text_headings", s.TextHeadings, "headings")
		}
	case first == '`' || first == '~' || first == '<' || first == '-' || first == '*' || first == '_':
		s.another(offset)
	}
	if s.columns > 0 {
		s.row(offset)
	}
	if s.words && isTableRule(words) {
		s.columns = max(s.columns, 1+bytes.Count(words, []byte("|")))
		s.row(offset)
	}
}

// row counts the cells of a row of a table: as many as its header has, whatever the row has.
func (s *textScan) row(offset int) {
	if s.cells += s.columns; s.cells > s.TableCells {
		s.refuse(offset, "divide the table", "table_cells", s.TableCells, "cells of tables")
	}
}

// isTableRule reports whether a line may be below the header of a table.
func isTableRule(words []byte) bool {
	return strings.Trim(string(words), "|-: \t") == "" && bytes.IndexByte(words, '-') >= 0
}

// count counts the marks of a line that a reader of Markdown has to find the other end of:
// brackets, signs of citations, and runs of stars, underscores and backticks.
func (s *textScan) count(offset int, words []byte) {
	if s.bytes += 1 + len(words); s.bytes > s.ParagraphBytes {
		s.refuse(offset, "divide the paragraph", "paragraph_bytes", s.ParagraphBytes, "bytes in a paragraph")
	}
	n, run := 0, 0
	for i, c := range words {
		if i > 0 && c == words[i-1] {
			run++
		} else {
			run = 0
		}
		switch c {
		case '[', '<', '@':
			n++
		case '*', '_': // two may be one
			n += (run + 1) % 2
		case '`':
			if run == 0 {
				n++
			}
		}
		if s.paragraph+n > s.ParagraphMarks {
			s.refuse(offset+i, "divide the paragraph", "paragraph_marks", s.ParagraphMarks, "marks of links, emphasis and code in a paragraph")
			return
		}
		if s.marks+n > s.TextMarks {
			s.refuse(offset+i, "divide the text", "text_marks", s.TextMarks, "marks of links, emphasis and code")
			return
		}
	}
	s.paragraph += n
	s.marks += n
}

func (s *textScan) deeper(offset, depth int) {
	if depth >= s.TextNesting {
		s.refuse(offset, "nest them less", "text_nesting", s.TextNesting, "lists and quotes within each other")
	}
}
