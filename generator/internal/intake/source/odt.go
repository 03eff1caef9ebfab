package source

import (
	"bytes"
	"encoding/xml"
	"strconv"
	"strings"
)

// odt reads an OpenDocument text.
func (r *reading) odt(data []byte) error {
	p, err := r.parts(data)
	if err != nil {
		return err
	}
	manifest, err := p.part("META-INF/manifest.xml")
	if err != nil {
		return err
	}
	if bytes.Contains(manifest, []byte("encryption-data")) {
		return r.fault("it is encrypted", "open it with its password, and save it without one")
	}
	kind, err := p.part("mimetype")
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(kind, []byte("application/vnd.oasis.opendocument.text")) {
		return r.fault("it is an OpenDocument file, but not a text", "want "+formatsNamed)
	}
	o := &odtReading{parts: p, styles: map[string]*odtStyle{}, lists: map[string]*odtList{}, outline: newODTList()}
	o.add = o.put
	for _, name := range []string{"styles.xml", "content.xml"} {
		if o.xmlReader, err = p.xml(name); o.xmlReader == nil || err != nil {
			if err == nil && name == "content.xml" {
				err = r.fault("it has no part with a text", "it may be damaged; save it again in LibreOffice")
			}
			if err != nil {
				return err
			}
			continue
		}
		if err := o.each(func(root xml.StartElement) error { return o.each(o.document) }); err != nil {
			return err
		}
	}
	for _, b := range o.notes {
		o.put(b)
	}
	for _, tag := range o.languages {
		if r.doc.Language == "" {
			r.doc.Language = r.written(tag)
		}
	}
	return o.properties()
}

// An odtReading is an OpenDocument text that is being read.
type odtReading struct {
	*parts
	*xmlReader
	styles    map[string]*odtStyle
	lists     map[string]*odtList
	outline   *odtList // of headings
	languages []string // that the styles name
	number    int      // of the paragraph
	level     int      // of lists within each other
	list      *odtList
	label     string // of the next paragraph of the list
	notes     []Block
	add       func(Block)
	para      *odtParagraph
}

// An odtParagraph is one that is being read.
type odtParagraph struct {
	block Block
	text  strings.Builder
	plain bool
	bold  bool
	after []Block // of its text boxes
}

// document reads the elements of a part.
func (o *odtReading) document(e xml.StartElement) error {
	switch e.Name.Local {
	case "styles", "automatic-styles":
		return o.each(o.style)
	case "master-styles":
		return o.each(func(e xml.StartElement) error { return o.each(o.margin) })
	case "body":
		return o.each(func(e xml.StartElement) error { return o.each(o.element) })
	}
	return nil
}

// margin reads a running head or foot of a page style.
func (o *odtReading) margin(e xml.StartElement) error {
	what := "a running head"
	if strings.HasPrefix(e.Name.Local, "footer") {
		what = "a running foot"
	}
	return o.aside(what, o.each)
}

// aside reads blocks that are left out.
func (o *odtReading) aside(what string, each func(func(xml.StartElement) error) error) error {
	add, para := o.add, o.para
	o.para = nil
	o.add = func(b Block) { o.omit(what, blockText(b), Place{}) }
	err := each(o.element)
	o.add, o.para = add, para
	return err
}

// blockText is all text of a block.
func blockText(b Block) string {
	text := b.Text
	for _, row := range b.Rows {
		text += " " + strings.Join(row, " ")
	}
	return text
}

// element reads an element that holds paragraphs.
func (o *odtReading) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "p", "h":
		return o.paragraph(e)
	case "list":
		return o.readList(e)
	case "table":
		return o.table()
	case "tracked-changes":
		return o.aside("deleted text", o.each)
	case "annotation":
		return o.aside("a comment", o.each)
	case "table-of-content", "illustration-index", "alphabetical-index":
		return o.aside("a line of the table of contents", o.each)
	case "table-of-content-source", "forms", "sequence-decls", "variable-decls", "creator", "date", "change-info":
		return nil
	}
	return o.each(o.element)
}

// properties reads the title that the file has.
func (o *odtReading) properties() error {
	x, err := o.parts.xml("meta.xml")
	if x == nil {
		return err
	}
	var find func(e xml.StartElement) error
	find = func(e xml.StartElement) error {
		if e.Name.Local != "title" {
			return x.each(find)
		}
		title, err := x.content()
		o.doc.Title = excerpt(oneLine(title))
		return err
	}
	return x.each(find)
}

// paragraph reads a paragraph or heading.
func (o *odtReading) paragraph(e xml.StartElement) error {
	o.number++
	style := o.styleOf(attr(e, "style-name"))
	outer := o.para
	p := &odtParagraph{block: Block{Align: style.align, At: Place{Paragraph: o.number}}, bold: style.bold}
	o.para = p
	err := o.mixed(o.inline, o.write)
	o.para = outer
	b := p.block
	b.Text, b.Columns = multiline(p.text.String()), inColumns(p.text.String())
	b.Bold = b.Text != "" && !p.plain
	if b.Text != "" {
		o.labelled(&b, e)
		o.add(b)
	}
	for _, box := range p.after {
		o.add(box)
	}
	return err
}

// labelled gives a block the label of its list, or of the outline of headings.
func (o *odtReading) labelled(b *Block, e xml.StartElement) {
	if e.Name.Local == "h" {
		level, err := strconv.Atoi(attr(e, "outline-level"))
		if err != nil {
			level = 1
		}
		b.Kind, b.Level = Heading, min(max(level, 1), mostLevels)
		if o.level == 0 {
			b.Label = o.outline.next(b.Level, "")
		}
	}
	if o.level > 0 {
		if b.Label, o.label = o.label, ""; b.Kind == Paragraph {
			b.Kind, b.Level = Item, o.level
		}
	}
}

// write adds text to the paragraph.
func (o *odtReading) write(text string) {
	p := o.para
	p.plain = p.plain || !p.bold && strings.TrimSpace(text) != ""
	p.text.WriteString(text)
}

// inline reads an element within a paragraph.
func (o *odtReading) inline(e xml.StartElement) error {
	p := o.para
	switch e.Name.Local {
	case "span":
		outer := p.bold
		if style := o.styles[attr(e, "style-name")]; style != nil && style.boldSet {
			p.bold = style.bold
		}
		err := o.mixed(o.inline, o.write)
		p.bold = outer
		return err
	case "a":
		from := p.text.Len()
		err := o.mixed(o.inline, o.write)
		if text := oneLine(strings.ReplaceAll(p.text.String()[from:], hardBreak, " ")); text != "" && attr(e, "href") != "" {
			p.block.Links = append(p.block.Links, Link{text, attr(e, "href")})
		}
		return err
	case "s":
		p.text.WriteByte(' ')
	case "tab":
		p.text.WriteByte('\t')
	case "line-break":
		p.text.WriteString(hardBreak)
	case "note":
		return o.note()
	case "annotation":
		return o.aside("a comment", o.each)
	case "text-box":
		add := o.add
		o.add = func(b Block) { p.after = append(p.after, b) }
		err := o.each(o.element)
		o.add = add
		return err
	case "frame", "custom-shape", "g", "rect", "ruby":
		return o.each(o.inline)
	case "p", "h", "list", "table":
		// In a shape, without a text box around it.
		add := o.add
		o.add = func(b Block) { p.after = append(p.after, b) }
		err := o.element(e)
		o.add = add
		return err
	case "soft-page-break", "title", "desc", "ruby-text", "image", "object", "annotation-end":
	default: // fields, bookmarks
		return o.mixed(o.inline, o.write)
	}
	return nil
}

// note reads a footnote: it stands after the text.
func (o *odtReading) note() error {
	label := ""
	add, para, level := o.add, o.para, o.level
	o.para, o.level = nil, 0
	o.add = func(b Block) {
		if b.Kind != Table {
			b.Kind, b.Level = Note, 0
		}
		b.Label, label = label, ""
		o.notes = append(o.notes, b)
	}
	err := o.each(func(e xml.StartElement) (err error) {
		if e.Name.Local == "note-citation" {
			label, err = o.content()
			label = oneLine(label)
			return err
		}
		return o.each(o.element)
	})
	o.add, o.para, o.level = add, para, level
	return err
}

// table reads a table. The paragraphs of one that only lays out the page are blocks.
func (o *odtReading) table() error {
	add, para, level := o.add, o.para, o.level
	o.para, o.level = nil, 0
	g, at := &grid{reading: o.reading}, Place{Paragraph: o.number + 1}
	var rows [][][]Block
	var part func(e xml.StartElement) error
	part = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-row":
			g.row()
			rows = append(rows, nil)
		case "table-cell":
			var blocks []Block
			o.add = func(b Block) { blocks = append(blocks, b) }
			err := o.each(o.element)
			g.cell(cellText(blocks), 1, 1)
			if len(rows) == 0 {
				rows = append(rows, nil)
			}
			rows[len(rows)-1] = append(rows[len(rows)-1], blocks)
			return err
		case "covered-table-cell":
			g.cell("", 1, 1)
			return nil
		}
		return o.each(part)
	}
	err := o.each(part)
	o.add, o.para, o.level = add, para, level
	for _, b := range tableOf(g, rows, at) {
		o.add(b)
	}
	return err
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
