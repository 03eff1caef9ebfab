// Package limit scans files before they are parsed, and refuses those that would take more time or
// memory than a parser of TOML or Markdown should need: very long files, and those with thousands
// of nested keys, tables, lists or brackets.
//
// It reads every byte once and keeps nothing. It knows just enough of both languages to count, and
// leaves syntax errors to their parsers: up to the first error it sees what they see.
package limit

import (
	"bytes"
	"fmt"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Limits are what a site and its files may have at most. Sizes are in bytes.
type Limits struct {
	Languages   int `toml:"languages"`    // of the site
	Files       int `toml:"files"`        // and folders in the site's folder
	SourceBytes int `toml:"source_bytes"` // of all of them together
	FileBytes   int `toml:"file_bytes"`   // of one that is copied: pictures, styles, papers
	MarkupBytes int `toml:"markup_bytes"` // of a feed or page that is copied; a picture or style sheet may have four times as many
	CodeBytes   int `toml:"code_bytes"`   // of a layout, or a style sheet or script that is bundled
	CodeNesting int `toml:"code_nesting"` // brackets within each other in it
	CodeSigns   int `toml:"code_signs"`   // operators and blanks in one statement of it

	DataBytes   int `toml:"data_bytes"`   // of a file of facts or words (TOML)
	DataKeys    int `toml:"data_keys"`    // keys and items of lists in it
	ThemeKeys   int `toml:"theme_keys"`   // the same in a file of the interface's words
	DataTables  int `toml:"data_tables"`  // tables in it
	DataNesting int `toml:"data_nesting"` // keys and lists within each other, parts of dotted keys among them
	KeyBytes    int `toml:"key_bytes"`    // of one part of a key
	ValueBytes  int `toml:"value_bytes"`  // of one string

	TextBytes      int `toml:"text_bytes"`      // of a text (Markdown)
	TextLines      int `toml:"text_lines"`      // lines in it
	TextBlocks     int `toml:"text_blocks"`     // paragraphs, points of lists, quotes, headings in it
	TextHeadings   int `toml:"text_headings"`   // headings in it
	TextNesting    int `toml:"text_nesting"`    // lists and quotes within each other
	TextMarks      int `toml:"text_marks"`      // marks of links, emphasis and code in it
	ParagraphMarks int `toml:"paragraph_marks"` // the same in one paragraph
	ParagraphBytes int `toml:"paragraph_bytes"` // of one paragraph or table
	TableCells     int `toml:"table_cells"`     // cells of its tables
}

// Default are the limits of a site that names none. A text of a thousand pages stays within them,
// and no file within them costs more than seconds.
var Default = Limits{
	Languages: 50, Files: 100_000, SourceBytes: 2_000_000_000, FileBytes: 100_000_000, MarkupBytes: 1_000_000, CodeBytes: 250_000, CodeNesting: 250, CodeSigns: 10_000,
	DataBytes: 1_000_000, DataKeys: 20_000, ThemeKeys: 5_000, DataTables: 5_000, DataNesting: 16, KeyBytes: 500, ValueBytes: 10_000,
	TextBytes: 1_000_000, TextLines: 40_000, TextBlocks: 10_000, TextHeadings: 2_000, TextNesting: 16,
	TextMarks: 20_000, ParagraphMarks: 500, ParagraphBytes: 100_000, TableCells: 20_000,
}

// Bytes returns how many a file may have at most, by its name.
func (l Limits) Bytes(name string) int {
	switch path.Ext(name) {
	case ".toml":
		return l.DataBytes
	case ".md":
		return l.TextBytes
	}
	return l.FileBytes
}

// Check returns the first problem of a file that goes over a limit; nil where none does. What is
// neither TOML nor Markdown is only held against its length. joined says that the lines of each
// paragraph of a text are read as one.
func (l Limits) Check(name string, data []byte, joined bool) *diag.Problem {
	f := file{name, data}
	if most := l.Bytes(name); len(data) > most {
		return f.tooLong(most)
	}
	switch path.Ext(name) {
	case ".toml":
		return l.toml(f)
	case ".md":
		return l.markdown(f, joined)
	}
	return nil
}

// Code returns the problem of a style sheet or script with too many brackets within each other, or
// too long a statement: parsers go a step deeper for each bracket and, as in !!!x, each operator.
// It returns nil where there is none. The content of strings and comments counts too.
func (l Limits) Code(name string, data []byte) *diag.Problem {
	f := file{name, data}
	depth, signs := 0, 0
	for i, c := range data {
		switch {
		case strings.IndexByte(";{},", c) >= 0:
			signs = 0
		case c <= ' ' && i > 0 && data[i-1] > ' ', c > ' ' && strings.IndexByte("!~+-*/%<>=&|^?:.([`", c) >= 0:
			if signs++; signs > l.CodeSigns {
				return f.over(i, "divide the statement", "code_signs", l.CodeSigns, "operators and blanks in one statement")
			}
		}
		switch c {
		case '(', '[', '{':
			if depth++; depth > l.CodeNesting {
				return f.over(i, "nest them less", "code_nesting", l.CodeNesting, "brackets within each other")
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return nil
}

// tooLong is the problem of a file of more bytes than it may have.
func (f file) tooLong(most int) *diag.Problem {
	key := "file_bytes"
	switch path.Ext(f.name) {
	case ".toml":
		key = "data_bytes"
	case ".md":
		key = "text_bytes"
	}
	return f.over(most, "divide the file", key, most, "bytes")
}

// file is a file that is looked at.
type file struct {
	name string
	data []byte
}

// at returns the position of a byte.
func (f file) at(offset int) diag.Position {
	for offset > 0 && offset < len(f.data) && !utf8.RuneStart(f.data[offset]) {
		offset--
	}
	before := f.data[:min(offset, len(f.data))]
	return diag.Position{
		File: f.name,
		Line: 1 + bytes.Count(before, []byte("\n")),
		Col:  1 + utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]),
	}
}

// over is the problem of what goes over a limit at an offset.
func (f file) over(offset int, hint, key string, limit int, what string) *diag.Problem {
	p := Over(f.name, hint, key, limit, what)
	p.Pos = f.at(offset)
	return p
}

// Over is the problem of a file that goes over a limit: key is the limit's in the configuration,
// and what is that of which there are too many.
func Over(name, hint, key string, limit int, what string) *diag.Problem {
	return &diag.Problem{
		Code: diag.Limit,
		Pos:  diag.Position{File: name},
		Msg:  "more than " + Grouped(limit) + " " + what,
		Hint: fmt.Sprintf("%s; where that is right, raise %s in [limits] of the configuration", hint, key),
	}
}

// Grouped is a number with its digits in threes.
func Grouped(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// scan is what the scans of TOML and Markdown have in common: a file, and the first limit that it
// goes over.
type scan struct {
	file
	problem *diag.Problem
}

func (s *scan) refuse(offset int, hint, key string, limit int, what string) {
	if s.problem == nil {
		s.problem = s.over(offset, hint, key, limit, what)
	}
}
