package source

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// A run is a piece of a paragraph whose letters look alike.
type run struct {
	bold, hidden, deleted bool
	language, eastern     string
}

// run reads a run.
func (d *docxReading) run(deleted bool) error {
	style := d.styles[d.para.style]
	if style == nil {
		style = d.styles[""]
	}
	r := run{bold: style.bold, hidden: style.hidden, deleted: deleted, language: style.language, eastern: style.eastern}
	return d.each(func(e xml.StartElement) error { return d.inRun(&r, e) })
}

func (d *docxReading) inRun(r *run, e xml.StartElement) error {
	if text, ok := sign(e); ok {
		d.text(r, text)
		return nil
	}
	switch e.Name.Local {
	case "rPr":
		return d.each(func(e xml.StartElement) error {
			d.runProperty(r, e)
			return nil
		})
	case "t", "delText":
		text, err := d.content()
		r.deleted = r.deleted || e.Name.Local == "delText"
		d.text(r, text)
		return err
	case "footnoteReference", "endnoteReference":
		d.notes = append(d.notes, strings.TrimSuffix(e.Name.Local, "Reference")+"s "+attr(e, "id"))
	case "fldChar":
		d.field(attr(e, "fldCharType"))
	case "instrText":
		code, err := d.content()
		if n := len(d.para.fields); n > 0 {
			d.para.fields[n-1].code.WriteString(code)
		}
		return err
	case "Fallback":
	case "txbxContent":
		return d.box()
	case "drawing", "pict", "object", "AlternateContent", "Choice", "ruby", "rubyBase", "r", "rt":
		return d.each(func(e xml.StartElement) error { return d.inRun(r, e) })
	default: // of a drawing: a text box may be anywhere in it
		return d.inDrawing(e)
	}
	return nil
}

func (d *docxReading) runProperty(r *run, e xml.StartElement) {
	switch e.Name.Local {
	case "b":
		r.bold = on(e)
	case "vanish":
		r.hidden = on(e)
	case "rStyle":
		if style := d.styles[attr(e, "val")]; style != nil {
			r.bold, r.hidden = r.bold || style.bold, r.hidden || style.hidden
		}
	case "lang":
		r.language, r.eastern = either(attr(e, "val"), r.language), either(attr(e, "eastAsia"), r.eastern)
	}
}

// sign returns what an element stands for that is a sign of the text.
func sign(e xml.StartElement) (string, bool) {
	switch e.Name.Local {
	case "tab":
		return "\t", true
	case "br", "cr":
		if kind := attr(e, "type"); kind == "" || kind == "textWrapping" {
			return hardBreak, true
		}
		return " ", true
	case "noBreakHyphen":
		return "\u2011", true
	case "softHyphen":
		return "\u00ad", true
	case "sym":
		return symbol(attr(e, "char")), true
	}
	return "", false
}

// inDrawing looks for text boxes.
func (d *docxReading) inDrawing(e xml.StartElement) error {
	switch e.Name.Local {
	case "txbxContent":
		return d.box()
	case "Fallback":
		return nil
	}
	return d.each(d.inDrawing)
}

// box reads a text box: its blocks stand after the paragraph that holds it.
func (d *docxReading) box() error {
	outer, add := d.para, d.add
	d.para = nil
	d.add = func(b Block) { outer.after = append(outer.after, b) }
	err := d.elements()
	d.para, d.add = outer, add
	return err
}

// text adds text to the paragraph, or to what is left out of it.
func (d *docxReading) text(r *run, text string) {
	p := d.para
	switch {
	case r.deleted:
		p.deleted.WriteString(text)
	case r.hidden:
		p.hidden.WriteString(text)
	default:
		p.plain = p.plain || !r.bold && strings.Trim(text, " \t\u00a0"+hardBreak) != ""
		p.text.WriteString(text)
		for _, c := range text {
			switch {
			case spaceless(c) || unicode.Is(unicode.Hangul, c):
				d.languages[r.eastern]++
			case unicode.IsLetter(c):
				d.languages[r.language]++
			}
		}
	}
}

// field follows the fields of a paragraph.
func (d *docxReading) field(kind string) {
	p := d.para
	n := len(p.fields)
	switch {
	case kind == "begin" && n < mostNesting:
		p.fields = append(p.fields, field{})
	case n == 0:
	case kind == "separate":
		p.fields[n-1].result, p.fields[n-1].from = true, p.text.Len()
	case kind == "end":
		f := &p.fields[n-1]
		if f.result {
			d.linkOf(f.code.String(), f.from)
		}
		p.fields = p.fields[:n-1]
	}
}

// language returns the language that most of the text is marked with, if its letters are of it:
// programs mark a text in their own language where nobody told them.
func (d *docxReading) language() string {
	best := ""
	for tag, n := range d.languages {
		if m := d.languages[best]; tag != "" && (best == "" || n > m || n == m && tag < best) {
			best = tag
		}
	}
	return d.written(best)
}

// written returns a language if the text is written in its script, otherwise "".
func (r *reading) written(tag string) string {
	t, err := language.Parse(tag)
	if err != nil || tag == "" {
		return ""
	}
	count, seen := map[string]int{}, 0
	for _, b := range r.doc.Blocks {
		if seen += len(b.Text); seen > 200_000 {
			break
		}
		for _, c := range b.Text {
			for name, table := range scripts {
				if unicode.Is(table, c) {
					count[name]++
				}
			}
		}
	}
	own, _ := t.Script()
	name := own.String()
	if name == "Hans" || name == "Hant" || name == "Jpan" {
		name = "Hani"
	}
	for other, n := range count {
		if other != name && n > count[name] {
			return ""
		}
	}
	return t.String()
}

// scripts are those that the languages of offices are written in.
var scripts = map[string]*unicode.RangeTable{
	"Latn": unicode.Latin, "Cyrl": unicode.Cyrillic, "Arab": unicode.Arabic, "Hani": unicode.Han, "Deva": unicode.Devanagari, "Grek": unicode.Greek, "Kore": unicode.Hangul,
}

// on reports whether a property that is on or off is on.
func on(e xml.StartElement) bool {
	value := attr(e, "val")
	return value != "0" && value != "false" && value != "off" && value != "none"
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// symbol is a sign of a font of signs.
func symbol(code string) string {
	n, err := strconv.ParseUint(code, 16, 32)
	if err != nil {
		return ""
	}
	if n >= 0xf000 && n <= 0xf0ff {
		return signs[rune(n)]
	}
	return string(rune(n))
}

// signs are the characters of fonts of signs, by the numbers that they have there.
var signs = map[rune]string{
	0xf0b7: "•", 0xf0a7: "▪", 0xf0d8: "➢", 0xf0fc: "✓", 0xf0fe: "☒", 0xf0a8: "☐", 0xf06f: "☐", 0xf0a3: "☐", 0xf02d: "–", 0xf0e0: "→", 0xf076: "❖",
}
