// Package source reads the files that people have, such as Word documents, PDFs and plain texts,
// into blocks of text in the order of reading. It mends what comes of the page alone (lines that a
// paragraph was cut into, running heads, page numbers) and lists each mend; it decides nothing of
// what the text means.
package source

import "strconv"

// A Document is what was read of one file.
type Document struct {
	Name     string // of the file, without its folders
	Format   string // txt, md, docx, pdf, odt or html
	Encoding string // of a plain text, as IANA names it; "" for the others
	Language string // BCP 47, where the file says it
	Title    string // of the file's own properties, where it has one
	Date     string // the day that these name, as in 2024-10-02
	Blocks   []Block
	Mends    []Mend
	Runes    int // characters of text in the file, white space not counted
}

// A Kind says what a block is.
type Kind int

// The kinds of blocks.
const (
	Paragraph Kind = iota
	Heading        // a paragraph that the file itself marks as a heading
	Item           // an item of a list that the file itself marks as one
	Table
	Note // a footnote: it stands after the text, with its number as Label
)

// A Block is a paragraph, heading, item or table.
type Block struct {
	Kind  Kind
	Level int        // of a heading, from 1; how deep an item stands, from 1; otherwise 0
	Label string     // the number or sign that the file's own numbering prints before the text: "1.", "(a)", "•"
	Text  string     // on one line, NFC, without its label; "\n" only where the file itself breaks the line
	Rows  [][]string // of a table: the texts of its cells
	Bold  bool       // all of its text is bold: often a heading that is not marked as one
	Align string     // center or right, where the file says so
	Links []Link
	At    Place

	Columns []string // of a line that tabs or wide gaps divide: its parts
}

// A Link is an address that a piece of a block's text leads to.
type Link struct{ Text, Address string }

// A Place is where a block or mend begins in its file. What a format does not know is 0.
type Place struct {
	Page      int // from 1, in a PDF
	Line      int // from 1, in a plain text, Markdown or HTML
	Paragraph int // from 1, in a Word or OpenDocument file
}

func (p Place) String() string {
	switch {
	case p.Page > 0 && p.Line > 0:
		return "page " + strconv.Itoa(p.Page) + ", line " + strconv.Itoa(p.Line)
	case p.Page > 0:
		return "page " + strconv.Itoa(p.Page)
	case p.Line > 0:
		return "line " + strconv.Itoa(p.Line)
	case p.Paragraph > 0:
		return "paragraph " + strconv.Itoa(p.Paragraph)
	}
	return ""
}

// A Mend is a change of the text that was made while reading.
type Mend struct {
	What string // such as "joined lines", "left out a page number", "removed a soft hyphen"
	From string // a piece of the text as it stood, or its beginning
	To   string // the same piece as it is now; "" where it was left out
	Left int    // how many characters were left out by it, white space not counted
	At   Place
}
