package source

import (
	"encoding/xml"
	"path"
	"regexp"
	"strconv"
	"strings"
)

// docx reads a Word document.
func (r *reading) docx(data []byte) error {
	p, err := r.parts(data)
	if err != nil {
		return err
	}
	d := &docxReading{parts: p, links: map[string]string{}, languages: map[string]int{}}
	main, err := d.mainPart()
	if err != nil {
		return err
	}
	folder := path.Dir(main)
	if err := d.relations(folder, path.Base(main)); err != nil {
		return err
	}
	if d.styles, err = d.readStyles(d.target(folder, "styles")); err != nil {
		return err
	}
	if d.numbering, err = d.readNumbering(d.target(folder, "numbering")); err != nil {
		return err
	}
	if err := d.flow(main); err != nil {
		return err
	}
	return d.beside(folder)
}

// A docxReading is a Word document that is being read.
type docxReading struct {
	*parts
	*xmlReader
	related   []relation
	links     map[string]string // addresses by the ids of relations
	styles    map[string]*style
	numbering *numbering
	languages map[string]int // characters by language
	number    int            // of the paragraph
	notes     []string       // the ids of notes in the order of their marks
	para      *paragraph
	add       func(Block) // where blocks go
}

// A relation says where another part or an address is.
type relation struct{ id, kind, target string }

// A paragraph is one that is being read.
type paragraph struct {
	block    Block
	text     strings.Builder
	style    string
	num      string // of its own numbering, and its level there
	level    string
	outline  string
	plain    bool    // some of its text is not bold
	goesOn   bool    // its end was deleted: the next one goes on with it
	after    []Block // of its text boxes
	fields   []field // that are open
	deleted  strings.Builder
	hidden   strings.Builder
	contents bool // it is a line of a table of contents
}

// A field is a piece of text that Word computes, such as a link.
type field struct {
	code   strings.Builder
	result bool
	from   int
}

// mainPart returns the name of the part with the text.
func (d *docxReading) mainPart() (string, error) {
	rels, err := d.readRelations("_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, rel := range rels {
		if rel.kind == "officeDocument" && d.files[strings.TrimPrefix(rel.target, "/")] != nil {
			return strings.TrimPrefix(rel.target, "/"), nil
		}
	}
	if d.files["word/document.xml"] == nil {
		return "", d.fault("it has no part with a text", "it may be damaged; save it again as .docx in Word or LibreOffice")
	}
	return "word/document.xml", nil
}

func (d *docxReading) readRelations(name string) (rels []relation, err error) {
	x, err := d.parts.xml(name)
	if x == nil {
		return nil, err
	}
	err = x.each(func(root xml.StartElement) error {
		return x.each(func(e xml.StartElement) error {
			rels = append(rels, relation{attr(e, "Id"), path.Base(attr(e, "Type")), attr(e, "Target")})
			return nil
		})
	})
	return rels, err
}

// relations reads where the other parts of the document are.
func (d *docxReading) relations(folder, name string) (err error) {
	d.related, err = d.readRelations(path.Join(folder, "_rels", name+".rels"))
	for _, rel := range d.related {
		if rel.kind == "hyperlink" {
			d.links[rel.id] = rel.target
		}
	}
	return err
}

// target returns the name of the first part of a kind.
func (d *docxReading) target(folder, kind string) string {
	for _, rel := range d.related {
		if rel.kind == kind {
			return d.partName(folder, rel)
		}
	}
	return path.Join(folder, kind+".xml")
}

func (d *docxReading) partName(folder string, rel relation) string {
	if name, ok := strings.CutPrefix(rel.target, "/"); ok {
		return name
	}
	return path.Join(folder, rel.target)
}

// flow reads the text of the document.
func (d *docxReading) flow(name string) error {
	var err error
	if d.xmlReader, err = d.parts.xml(name); err != nil {
		return err
	}
	d.add = d.put
	return d.each(func(root xml.StartElement) error { return d.elements() })
}

// beside reads what stands beside the text: notes, and what is left out of it.
func (d *docxReading) beside(folder string) error {
	language := d.language()
	for _, kind := range []string{"footnotes", "endnotes"} {
		if err := d.readNotes(d.target(folder, kind), kind); err != nil {
			return err
		}
	}
	names := map[string]string{"header": "a running head", "footer": "a running foot", "comments": "a comment"}
	for _, rel := range d.related {
		what, ok := names[rel.kind]
		if !ok {
			continue
		}
		var err error
		if d.xmlReader, err = d.parts.xml(d.partName(folder, rel)); err != nil {
			return err
		}
		if d.xmlReader == nil {
			continue
		}
		d.add = func(b Block) { d.omit(what, blockText(b), Place{}) }
		if err := d.each(func(root xml.StartElement) error { return d.elements() }); err != nil {
			return err
		}
	}
	d.doc.Language = language
	return d.properties()
}

// properties reads the title that the file has.
func (d *docxReading) properties() error {
	x, err := d.parts.xml("docProps/core.xml")
	if x == nil {
		return err
	}
	return x.each(func(root xml.StartElement) error {
		return x.each(func(e xml.StartElement) error {
			if e.Name.Local != "title" {
				return nil
			}
			title, err := x.content()
			d.doc.Title = excerpt(oneLine(title))
			return err
		})
	})
}

// readNotes reads the footnotes or endnotes, in the order of their marks.
func (d *docxReading) readNotes(name, kind string) (err error) {
	if d.xmlReader, err = d.parts.xml(name); d.xmlReader == nil {
		return err
	}
	notes := map[string][]Block{}
	var ids []string
	err = d.each(func(root xml.StartElement) error {
		return d.each(func(e xml.StartElement) error {
			id := attr(e, "id")
			if kind := attr(e, "type"); kind != "" && kind != "normal" {
				return nil
			}
			ids = append(ids, id)
			d.add = func(b Block) { notes[id] = append(notes[id], b) }
			return d.elements()
		})
	})
	var order []string
	mark := map[string]int{}
	for i, note := range d.notes {
		if id, ok := strings.CutPrefix(note, kind+" "); ok && mark[id] == 0 {
			order = append(order, id)
			mark[id] = i + 1
		}
	}
	for _, id := range append(order, ids...) {
		for i, b := range notes[id] {
			if b.Kind != Table {
				b.Kind, b.Level, b.Label = Note, 0, ""
			}
			if i == 0 && mark[id] > 0 {
				b.Label = strconv.Itoa(mark[id])
			}
			d.put(b)
		}
		delete(notes, id)
	}
	return err
}

// element reads an element that holds paragraphs, at any depth.
func (d *docxReading) element(e xml.StartElement) error {
	switch e.Name.Local {
	case "p":
		return d.paragraph()
	case "tbl":
		return d.table()
	case "Fallback", "sectPr", "sdtPr", "tblPr", "trPr", "tcPr", "pPr":
		return nil
	case "del", "moveFrom":
		return nil
	}
	return d.each(d.element)
}

// paragraph reads a paragraph.
func (d *docxReading) paragraph() error {
	d.number++
	if d.para == nil {
		d.para = &paragraph{block: Block{At: Place{Paragraph: d.number}}}
	}
	d.para.goesOn = false
	err := d.each(d.inline)
	if !d.para.goesOn {
		d.finish()
	}
	return err
}

// elements reads the elements that hold paragraphs, and ends the last of these.
func (d *docxReading) elements() error {
	err := d.each(d.element)
	d.finish()
	return err
}

// finish makes a block of the paragraph that is being read.
func (d *docxReading) finish() {
	p := d.para
	if p == nil {
		return
	}
	d.para = nil
	b := p.block
	b.Text, b.Columns = multiline(p.text.String()), inColumns(p.text.String())
	d.omit("deleted text", p.deleted.String(), b.At)
	d.omit("hidden text", p.hidden.String(), b.At)
	style := d.styles[p.style]
	if style == nil {
		style = d.styles[""]
	}
	if p.contents || style.contents {
		d.omit("a line of the table of contents", b.Text, b.At)
		return
	}
	b.Bold = b.Text != "" && !p.plain
	if b.Align == "" {
		b.Align = style.align
	}
	b.Align = map[string]string{"center": "center", "right": "right", "end": "right"}[b.Align]
	outline := p.outline
	if outline == "" {
		outline = style.outline
	}
	if level, err := strconv.Atoi(outline); err == nil && level >= 0 && level < 9 && b.Text != "" {
		b.Kind, b.Level = Heading, level+1
	}
	num, level := p.num, p.level
	if num == "" {
		num, level = style.num, style.level
	}
	if num != "" && num != "0" {
		n, _ := strconv.Atoi(level)
		n = min(max(n, 0), mostLevels-1)
		if b.Label = d.numbering.label(num, n); b.Label != "" && b.Kind == Paragraph {
			b.Kind, b.Level = Item, n+1
		}
	}
	if b.Text != "" {
		d.add(b)
	}
	for _, box := range p.after {
		d.add(box)
	}
}

// inline reads an element within a paragraph.
func (d *docxReading) inline(e xml.StartElement) error {
	switch e.Name.Local {
	case "pPr":
		return d.each(d.paragraphProperty)
	case "r":
		return d.run(false)
	case "hyperlink":
		return d.hyperlink(e)
	case "fldSimple":
		from := d.para.text.Len()
		err := d.each(d.inline)
		d.linkOf(attr(e, "instr"), from)
		return err
	case "del", "moveFrom":
		return d.each(func(e xml.StartElement) error {
			if e.Name.Local != "r" {
				return d.inline(e)
			}
			return d.run(true)
		})
	case "Fallback", "sdtPr", "rPr":
		return nil
	case "t": // of a formula
		text, err := d.content()
		d.para.plain = d.para.plain || strings.TrimSpace(text) != ""
		d.para.text.WriteString(text)
		return err
	}
	return d.each(d.inline)
}

func (d *docxReading) paragraphProperty(e xml.StartElement) error {
	p := d.para
	switch e.Name.Local {
	case "pStyle":
		p.style = attr(e, "val")
	case "jc":
		p.block.Align = attr(e, "val")
	case "outlineLvl":
		p.outline = attr(e, "val")
	case "numPr":
		p.level = "0"
		if style := d.styles[p.style]; style != nil && style.level != "" {
			p.level = style.level
		}
		return d.listed(&p.level, &p.num)
	case "rPr":
		return d.each(func(e xml.StartElement) error {
			p.goesOn = p.goesOn || e.Name.Local == "del" || e.Name.Local == "moveFrom"
			return nil
		})
	}
	return nil
}

func (d *docxReading) hyperlink(e xml.StartElement) error {
	from := d.para.text.Len()
	err := d.each(d.inline)
	address := d.links[attr(e, "id")]
	if anchor := attr(e, "anchor"); anchor != "" && address != "" {
		address += "#" + anchor
	}
	d.link(address, from)
	return err
}

// link notes that the text since from leads to an address.
func (d *docxReading) link(address string, from int) {
	if text := d.para.text.String(); address != "" && from < len(text) {
		d.para.block.Links = append(d.para.block.Links, Link{oneLine(strings.ReplaceAll(text[from:], hardBreak, " ")), address})
	}
}

var hyperlinkCode = regexp.MustCompile(`^\s*HYPERLINK\s+"([^"]+)"`)

// linkOf notes the link that a field makes.
func (d *docxReading) linkOf(code string, from int) {
	if m := hyperlinkCode.FindStringSubmatch(code); m != nil {
		d.link(m[1], from)
	}
	if strings.HasPrefix(strings.TrimSpace(code), "TOC") {
		d.para.contents = true
	}
}
