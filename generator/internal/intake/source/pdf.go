package source

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

const mostOfPage = 100_000 // characters

// A pdfReading is a PDF that is being read.
type pdfReading struct {
	*reading
	pdfium.Pdfium
	*budget
	garbage  *collector
	document references.FPDF_DOCUMENT
	pages    []*sheet
	unknown  int // characters that the fonts do not name
	parts    int // signs of parts of characters in place of characters
	known    int
	pictures int // pages with nothing but pictures
	language string
}

// pdf reads a PDF.
func (r *reading) pdf(data []byte) error {
	if !bytes.Contains(data, []byte("trailer")) && !bytes.Contains(data, []byte("/XRef")) {
		return r.fault("it is damaged: its end, with the table of its objects, is not there", "get it again; want a whole file")
	}
	return r.readApart(data)
}

// readHere reads a PDF in this process. Its bytes are not there while PDFium is compiled, which
// takes memory. Where reading takes too long, it calls slow, and may not return.
func (r *reading) readHere(load func() ([]byte, error), slow func()) error {
	p := &pdfReading{reading: r}
	begun := used()
	stop, err := p.start(r.ctx)
	if err != nil {
		return fmt.Errorf("%s: starting PDFium: %w", r.doc.Name, err)
	}
	defer stop()
	data, err := load()
	if err != nil {
		return err
	}
	p.budget = newBudget(used() - begun)
	done := make(chan struct{})
	defer close(done)
	go p.watch(done, slow)
	if err := p.read(data); err != nil {
		return err
	}
	p.layout()
	return nil
}

// slow is the error of a PDF that takes more time than a sound one.
func (r *reading) slow() error {
	return r.fault("it takes too long to read", "print it to a new PDF, or divide it")
}

// read reads the text of all pages.
func (p *pdfReading) read(data []byte) error {
	opened, err := p.OpenDocument(&requests.OpenDocument{FileReader: bytes.NewReader(data), FileReaderSize: int64(len(data))})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return p.fault("it is encrypted", "open it with its password, and print it to a new PDF; or ask for one without a password")
	case err != nil:
		return p.fault("it is damaged, or no PDF after its first line", "open it in a browser; if that shows it, print it to a new PDF")
	}
	p.document = opened.Document
	count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: p.document})
	switch {
	case err != nil:
		return p.broken()
	case count.PageCount == 0:
		return p.fault("it has no pages", "want a whole PDF")
	case count.PageCount > mostPages:
		return p.fault(fmt.Sprintf("it has more than %d pages", mostPages), "divide it")
	}
	for i := range count.PageCount {
		p.garbage.collect()
		before, unknown, parts := p.known, p.unknown, p.parts
		if err := p.page(i); err != nil {
			return err
		}
		if parts = p.parts - parts; parts > 0 {
			p.mend("read "+plural(parts, "sign")+" of parts of characters as characters", "", "", 0, Place{Page: i + 1})
		}
		if unknown = p.unknown - unknown; unknown > 0 {
			p.mend("lost "+plural(unknown, "character")+" that the fonts do not name", "", "", 0, Place{Page: i + 1})
		}
		p.more(p.known - before)
		if p.known > mostText {
			p.refuse(fmt.Sprintf("it has more than %d characters of text", mostText))
		}
		if err := p.stop(); err != nil {
			return err
		}
	}
	return p.facts()
}

// broken is the error of a PDF on which PDFium gave up.
func (r *reading) broken() error {
	return r.fault("PDFium cannot read it: it is damaged, or wants more memory than a PDF of text does", "print it to a new PDF in a browser")
}

// facts reads what the file says of itself, and refuses one whose text cannot be known.
func (p *pdfReading) facts() error {
	if title, err := p.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: p.document, Tag: "Title"}); err == nil {
		p.doc.Title = excerpt(oneLine(title.Value))
	}
	if catalog, err := p.FPDFCatalog_GetLanguage(&requests.FPDFCatalog_GetLanguage{Document: p.document}); err == nil {
		p.language = catalog.Language
	}
	switch {
	case p.known+p.unknown == 0 && p.pictures > 0:
		return p.fault("its pages are pictures without text", "make text of them with a program such as ocrmypdf, and import its PDF")
	case p.known+p.unknown == 0:
		return p.fault("it has no text", "want a PDF with text; one of pictures is made text by a program such as ocrmypdf")
	case p.unknown > p.known/4:
		return p.fault("its fonts do not say which characters they draw", "make text of it with a program such as ocrmypdf (--force-ocr), or import the file that it was made of")
	}
	return nil
}

// A piece is a line of text, or the part of one before a wide space.
type piece struct {
	text              string
	left, right, base float64 // base is the height of the line that letters stand on
	size              float64
	bold              bool
	spaces            []space
	table             *line // that stands in the place of the pieces of its cells
}

// A space is one in a piece that is wide, though not so wide that cells must begin after it.
type space struct {
	at          int     // in the text
	right, left float64 // where the text before it ends, and where that after it begins
}

// A sheet is a page with its pieces in the order of the file.
type sheet struct {
	number        int
	width, height float64
	pieces        []piece
	rtl           bool   // most of it is read from right to left
	across, down  []rule // the lines that are drawn on it
}

// page reads the pieces of a page.
func (p *pdfReading) page(index int) error {
	s := &sheet{number: index + 1}
	p.pages = append(p.pages, s)
	page, err := p.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.document, Index: index})
	if err != nil {
		p.mend("left out a page that is damaged", "", "", 0, Place{Page: s.number})
		return nil
	}
	defer p.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page.Page})
	of := requests.Page{ByReference: &page.Page}
	size, err := p.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: p.document, Index: index})
	if err != nil {
		return p.broken()
	}
	s.width, s.height = size.Width, size.Height
	text, err := p.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: of})
	if err != nil {
		return p.broken()
	}
	defer p.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: text.TextPage})
	count, err := p.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: text.TextPage})
	switch {
	case err != nil:
		return p.broken()
	case count.Count > mostOfPage:
		return p.fault(fmt.Sprintf("page %d has more than %d characters", s.number, mostOfPage), "print it to pages of an office's size")
	}
	chars, err := p.GetPageTextStructured(&requests.GetPageTextStructured{Page: of, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		return p.broken()
	}
	rotation, _ := p.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: of})
	c := &cutter{pdfReading: p, sheet: s, text: text.TextPage}
	if rotation != nil {
		c.turn = int(rotation.PageRotation)
	}
	if s.rtl = mostlyRTL(chars.Chars); s.rtl {
		c.reorder(chars.Chars)
	} else {
		c.rules(page.Page)
	}
	for i, char := range chars.Chars {
		if s.rtl {
			break
		}
		c.char(i, char.Text, box{char.PointPosition.Left, char.PointPosition.Right, char.PointPosition.Bottom, char.PointPosition.Top})
	}
	c.cut()
	s.mirror()
	s.divide()
	if len(s.pieces) == 0 {
		if objects, err := p.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: of}); err == nil && objects.Count > 0 {
			p.pictures++
			p.mend("found no text on a page, which may be a picture", "", "", 0, Place{Page: s.number})
		}
	}
	return nil
}

// A box is where a character is, from the left and from below.
type box struct{ left, right, bottom, top float64 }

// A cutter makes pieces of the characters of a page.
type cutter struct {
	*pdfReading
	sheet   *sheet
	text    references.FPDF_TEXTPAGE
	turn    int // of the page, in quarters
	out     strings.Builder
	piece   piece
	last    box
	letters int // of the piece
	bold    int
	rtl     bool
}

// turned is a box as the page is shown.
func (c *cutter) turned(b box) box {
	w, h := c.sheet.width, c.sheet.height
	switch c.turn {
	case 1:
		return box{b.bottom, b.top, h - b.right, h - b.left}
	case 2:
		return box{w - b.right, w - b.left, h - b.top, h - b.bottom}
	case 3:
		return box{w - b.top, w - b.bottom, b.left, b.right}
	}
	return b
}

// sign is a character as it is typed, a space for all white space; false if it is none.
func (c *cutter) sign(text string) (string, bool) {
	switch text {
	case "\x02", "\ufffe", "\uffff":
		// PDFium's sign for a hyphen at the end of a line, which follows a letter.
		if last, _ := utf8.DecodeLastRuneInString(c.out.String()); unicode.IsLetter(last) {
			return "-", true
		}
	case "\r", "\n":
		return "", false
	}
	first, _ := utf8.DecodeRuneInString(text)
	if whole, ok := radical(first); ok {
		c.parts++
		return whole, true
	}
	switch {
	case unicode.IsSpace(first):
		return " ", true
	case first < ' ', first == utf8.RuneError: // a character that its font does not name
		c.unknown++
		return "", false
	}
	return folded(text), true
}

// char adds a character.
func (c *cutter) char(index int, text string, at box) {
	if text == "\r" || text == "\n" {
		c.cut()
		return
	}
	text, ok := c.sign(text)
	if !ok {
		return
	}
	if text == " " {
		if c.letters > 0 {
			c.out.WriteByte(' ')
		}
		return
	}
	at = c.turned(at)
	if c.letters > 0 {
		gap, back := at.left-c.last.right, c.last.left-at.right
		if c.rtl {
			gap, back = back, gap
		}
		if gap > 1.8*c.piece.size || gap < -3*c.piece.size && (back < 3*c.piece.size || !c.rtl && !rightToLeft(text)) || c.away(at) || gap > 1 && c.ruled(at) {
			c.cut()
		} else if gap > 0.5*c.piece.size && !c.rtl {
			c.piece.spaces = append(c.piece.spaces, space{c.out.Len(), c.last.right, at.left})
		}
	}
	c.letters++
	c.known++
	if c.letters == 1 {
		c.begin(index, text, at)
	} else if c.letters%16 == 0 {
		c.sample(index)
	}
	c.piece.left, c.piece.right = min(c.piece.left, at.left), max(c.piece.right, at.right)
	c.last = at
	c.out.WriteString(text)
}

// away reports whether a character stands on another line than those before it.
func (c *cutter) away(at box) bool {
	middle := (at.top + at.bottom) / 2
	return middle > c.piece.base+1.6*c.piece.size || middle < c.piece.base-0.8*c.piece.size
}

// begin begins a piece.
func (c *cutter) begin(index int, text string, at box) {
	c.piece = piece{left: at.left, right: at.right, base: at.bottom, size: max(at.top-at.bottom, 1)}
	c.rtl = rightToLeft(text)
	if origin, err := c.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: c.text, Index: index}); err == nil {
		c.piece.base = c.turned(box{origin.X, origin.X, origin.Y, origin.Y}).bottom
	}
	if matrix, err := c.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: c.text, Index: index}); err == nil {
		if size, err := c.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: c.text, Index: index}); err == nil {
			m := matrix.Matrix
			c.piece.size = max(size.FontSize*max(abs(float64(m.D)), abs(float64(m.C))), 1)
		}
	}
	c.bold = 0
	c.sample(index)
}

func abs(x float64) float64 { return max(x, -x) }

// sample looks at the font of a character.
func (c *cutter) sample(index int) {
	font, err := c.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: c.text, Index: index})
	if err != nil {
		c.bold = -1 << 30
		return
	}
	name := strings.ToLower(font.FontName)
	heavy := strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") || font.Flags&(1<<18) != 0
	if !heavy {
		c.bold = -1 << 30
	} else {
		c.bold++
	}
}

// cut ends a piece.
func (c *cutter) cut() {
	if text := strings.TrimSpace(c.out.String()); text != "" {
		c.piece.text, c.piece.bold = text, c.bold > 0
		c.sheet.pieces = append(c.sheet.pieces, c.piece)
	}
	c.out.Reset()
	c.letters = 0
}
