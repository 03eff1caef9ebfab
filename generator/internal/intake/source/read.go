package source

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// What a file may have at most. No file within these limits costs more than seconds, nor more than
// half a gigabyte of memory; the longest minutes that we know have a hundredth of them.
const (
	mostBytes    = 64_000_000 // of a file
	mostSource   = 12_000_000 // bytes of a plain text, Markdown or HTML, decoded
	mostPart     = 24_000_000 // bytes of a part of a Word or OpenDocument file, unpacked
	mostText     = 2_000_000  // characters of all text
	mostOfBlock  = 100_000    // characters of a paragraph
	mostLines    = 200_000
	mostBlocks   = 20_000
	mostCells    = 200_000 // of all tables
	mostMends    = 100_000
	mostPages    = 2_000
	mostNesting  = 200 // elements within each other
	mostExcerpt  = 120 // characters of the text that a mend quotes
	formatsNamed = ".docx, .odt, .pdf, .html, .md or .txt"
)

// Read reads a file into blocks. Its format is known by its content and its name, which must agree.
// What cannot be read is a *diag.Error with one problem, which says what is wanted instead.
func Read(ctx context.Context, name string, data []byte) (*Document, error) {
	r := &reading{ctx: ctx, doc: &Document{Name: path.Base(strings.ReplaceAll(name, `\`, "/"))}}
	if err := r.read(data); err != nil {
		return nil, err
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r.doc, nil
}

// A reading is a file that is being read.
type reading struct {
	ctx   context.Context
	doc   *Document
	over  error // the first limit that the blocks or mends went over
	cells int   // of all tables
}

func (r *reading) read(data []byte) error {
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case len(data) > mostBytes:
		return tooLarge(r.doc.Name)
	case len(bytes.TrimSpace(data)) == 0:
		return r.fault("it is empty", "want a file with text: "+formatsNamed)
	}
	format, err := r.format(data)
	if err != nil {
		return err
	}
	r.doc.Format = format
	read, ok := readers[format]
	if !ok {
		return r.fault(titles[format]+" is not read", "want "+formatsNamed)
	}
	if err := read(r, data); err != nil {
		return err
	}
	if r.over != nil {
		return r.over
	}
	if len(r.doc.Blocks) == 0 {
		return r.fault("it has no text", "want a file with text; a picture of a page is made text by a program such as ocrmypdf")
	}
	return nil
}

// readers has a function for each format.
var readers = map[string]func(*reading, []byte) error{
	"txt":  (*reading).plain,
	"md":   (*reading).markdown,
	"html": (*reading).page,
	"docx": (*reading).docx,
	"pdf":  (*reading).pdf,
	"odt":  (*reading).odt,
}

// fault is the error of a file that cannot be read.
func (r *reading) fault(msg, hint string) error { return fault(r.doc.Name, msg, hint) }

// mend notes a change of the text. left is the number of characters that it left out.
func (r *reading) mend(what, from, to string, left int, at Place) {
	if len(r.doc.Mends) >= mostMends {
		r.refuse(fmt.Sprintf("it has more than %d places that had to be mended", mostMends))
		return
	}
	r.doc.Mends = append(r.doc.Mends, Mend{What: what, From: excerpt(from), To: excerpt(to), Left: left, At: at})
}

// leave notes a text that is left out.
func (r *reading) leave(what, text string, at Place) {
	text = oneLine(text)
	r.mend("left out "+what, text, "", count(text), at)
}

// add adds a block, unless it is empty.
func (r *reading) add(b Block) {
	if b.Text == "" && b.Label == "" && len(b.Rows) == 0 {
		return
	}
	if len(r.doc.Blocks) >= mostBlocks {
		r.refuse(fmt.Sprintf("it has more than %d paragraphs", mostBlocks))
		return
	}
	if long(b) {
		r.refuse(fmt.Sprintf("its paragraph at %s has more than %d characters", b.At, mostOfBlock))
		return
	}
	r.doc.Blocks = append(r.doc.Blocks, b)
}

// long reports whether a block has more text than a paragraph or cell can have.
func long(b Block) bool {
	tooLong := func(text string) bool {
		return len(text) > mostOfBlock && utf8.RuneCountInString(text) > mostOfBlock
	}
	for _, row := range b.Rows {
		if slices.ContainsFunc(row, tooLong) {
			return true
		}
	}
	return tooLong(b.Text)
}

// refuse notes a limit that was gone over.
func (r *reading) refuse(msg string) {
	if r.over == nil {
		r.over = r.fault(msg, "divide the file")
	}
}

// stop returns the error that ends a reading: a limit, or the end of its context.
func (r *reading) stop() error {
	if r.over != nil {
		return r.over
	}
	return r.ctx.Err()
}

// count is the number of characters of a text, white space not counted.
func count(text string) (n int) {
	for _, c := range text {
		if !unicode.IsSpace(c) {
			n++
		}
	}
	return n
}

// excerpt is the beginning of a text.
func excerpt(text string) string {
	if utf8.RuneCountInString(text) <= mostExcerpt {
		return text
	}
	return string([]rune(text)[:mostExcerpt-1]) + "…"
}

// oneLine is a text in NFC, with one space for each stretch of white space.
func oneLine(text string) string { return strings.Join(strings.Fields(norm.NFC.String(text)), " ") }
