package load

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"github.com/kengash/kengash/generator/internal/diag"
)

// shape checks what readers who hear a text go by: headings whose levels follow on one another and
// have words, tables that have a head and are whole.
func (t *textFile) shape(doc ast.Node) {
	level := 1 // of the heading before; the title is the first
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if headingID(n) != "" && !hasWords(plain(t.source, n)) { // without an id it is told by sections
				t.problems.Add(diag.EmptyHeading, t.at(max(firstByte(n), n.Pos())), "write what the section is about, or remove the heading", "a heading without words")
			}
			if n.Level > level+1 {
				want := strings.Repeat("#", level+1)
				t.problems.Add(diag.HeadingLevel, t.at(max(firstByte(n), n.Pos())), "want "+want+", one level below the heading before", "a heading of level %d after one of level %d", n.Level, level)
			}
			level = n.Level
		case *east.Table:
			t.table(n, t.source, t.at)
			return ast.WalkSkipChildren, nil
		case *ast.Paragraph, *ast.TextBlock:
			lines := n.Lines()
			for i := range lines.Len() {
				if line := lines.At(i); tableLine(line.Value(t.source)) {
					t.problems.Add(diag.TableHeader, t.at(line.Start), noHeader, "a table without a header")
					break
				}
			}
		}
		return ast.WalkContinue, nil
	})
}

// noHeader says what a table needs.
const noHeader = "want a header row, and below it a row such as | --- | --- | with as many cells"

// tables checks those of a block.
func (t *textFile) tables(doc ast.Node, source []byte, at func(int) diag.Position) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if table, is := n.(*east.Table); is && entering {
			t.table(table, source, at)
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// table checks that a table has words in its head, and as many cells in each row as there.
func (t *textFile) table(n *east.Table, source []byte, at func(int) diag.Position) {
	if !hasWords(plain(source, n.FirstChild())) {
		t.problems.Add(diag.TableHeader, at(n.Pos()), "write into the first row what the columns hold", "a table without a header")
	}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		start := row.Pos()
		if row == n.FirstChild() { // a head knows the places of its cells alone
			if start = row.FirstChild().Pos(); start > 0 && source[start-1] == '|' {
				start--
			}
		}
		line, _, _ := bytes.Cut(source[start:], []byte("\n"))
		if got, want := cells(line), len(n.Alignments); got != want {
			t.problems.Add(diag.TableCells, at(start), "a cell may be empty; put \\ before a | that is meant literally", "a row of %d cells in a table of %d columns", got, want)
			return
		}
	}
}

// cells counts those of a row, as goldmark divides it.
func cells(line []byte) int {
	line = bytes.TrimSpace(line)
	line = bytes.TrimSuffix(bytes.TrimPrefix(line, []byte("|")), []byte("|"))
	n := 1
	for i, b := range line {
		if b == '|' && (i == 0 || line[i-1] != '\\') {
			n++
		}
	}
	return n
}

var delimiterRow = regexp.MustCompile(`^\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?$`)

// tableLine reports whether a line of a paragraph was meant for a row of a table.
func tableLine(line []byte) bool {
	line = bytes.TrimSpace(line)
	if n := len(line); n > 2 && line[0] == '|' && line[n-1] == '|' {
		return true
	}
	return bytes.IndexByte(line, '|') >= 0 && delimiterRow.Match(line)
}

// wordless reports what documents cannot show, among the lines of a block that begins at an offset,
// with its place.
func (t *textFile) wordless(block []string, start int) bool {
	for i, line := range block {
		what, hint := "", ""
		switch {
		case tableLine([]byte(line)):
			what, hint = "a table without a header", noHeader
		case strings.HasPrefix(line, "```"), strings.HasPrefix(line, "~~~"):
			what, hint = "a code fence in a document, whose page would show the markup", "documents are made of paragraphs, lists and tables; write only the words"
		default:
			continue
		}
		pos := t.at(start)
		t.problems.Add(diag.Shape, diag.Position{File: pos.File, Line: pos.Line + i, Col: 1}, hint, "%s", what)
		return true
	}
	return false
}

// blanks are the letters and signs that draw nothing: fillers of Hangul, Braille without dots.
const blanks = "\u115f\u1160\u3164\uffa0\u2800"

// hasWords reports whether readers see anything of a text.
func hasWords(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool {
		return unicode.IsGraphic(r) && !unicode.IsSpace(r) && !strings.ContainsRune(blanks, r)
	})
}
