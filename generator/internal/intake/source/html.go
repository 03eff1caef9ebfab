package source

import (
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// page reads a web page.
func (r *reading) page(data []byte) error {
	var text string
	// Windows-1252 is what pages have that name nothing.
	if _, name, _ := charset.DetermineEncoding(data, ""); name != "utf-8" && name != "windows-1252" && !utf8.Valid(data) {
		decoded, err := io.ReadAll(io.LimitReader(must(charset.NewReaderLabel(name, bytes.NewReader(data))), mostSource+1))
		if err != nil || len(decoded) > mostSource || binary(string(decoded)) {
			return r.fault("its text does not have the encoding that it names, "+name, "want a page in UTF-8")
		}
		text, r.doc.Encoding = string(decoded), name
	} else {
		var err error
		if text, r.doc.Encoding, err = r.decode(data); err != nil {
			return err
		}
	}
	before := *r.doc
	if m := r.markup(text, Place{Line: 1}, false); m.named > 2*m.kept() {
		// What seemed to be a menu is the page.
		*r.doc = before
		m = r.markup(text, Place{Line: 1}, true)
		m.putAll()
	} else {
		m.furniture()
		m.putAll()
	}
	return nil
}

// must is for encodings whose name is known to exist.
func must(reader io.Reader, err error) io.Reader {
	if err != nil {
		return strings.NewReader("")
	}
	return reader
}

// A markupReading is HTML that is being read, tag by tag. A tree would take quadratic time and
// memory where a page leaves many tags open.
type markupReading struct {
	*reading
	line   int
	block  Block           // the one that is being read
	text   strings.Builder // its text
	plain  bool            // some of its text is not bold
	bold   int
	pre    int
	raw    strings.Builder // the text as it stands in an element that keeps its lines
	free   bool            // some of its text stands in no link
	lists  []*list
	tables []*webTable
	blocks []webBlock // of the page, without those of the tables that are being read
	held   int        // how many blocks and cells there are in all
	link   string     // the address of the link that is being read, and where its text begins
	from   int
	hidden string // the tag of an element that is left out, and how many of them are open
	depth  int
	what   string // what it is called, "" for what is no text
	texts  int    // how many elements are open of which a page says that they are a text
	whole  bool   // no element is left out for its name alone
	named  int    // characters of those that are
}

// A list is one whose items are being read.
type list struct {
	ordered bool
	style   string
	number  int
	label   string // of the next block
}

// never are elements that hold no text of the page.
var never = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Template: true, atom.Noscript: true, atom.Svg: true, atom.Math: true,
	atom.Select: true, atom.Object: true, atom.Audio: true, atom.Video: true, atom.Canvas: true, atom.Iframe: true, atom.Button: true, atom.Textarea: true,
}

// within are elements that stand within a paragraph. All others begin a new one.
var within = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true,
	atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Input: true, atom.Ins: true, atom.Kbd: true, atom.Label: true, atom.Mark: true,
	atom.Q: true, atom.Rp: true, atom.Rt: true, atom.Ruby: true, atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true,
	atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true, atom.Var: true, atom.Wbr: true, atom.Br: true,
}

// markup reads HTML into blocks.
func (r *reading) markup(source string, at Place, whole bool) *markupReading {
	m := &markupReading{reading: r, line: at.Line, whole: whole}
	tokens := html.NewTokenizer(strings.NewReader(source))
	tokens.SetMaxBuf(mostSource)
	for m.stop() == nil {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			if !errors.Is(tokens.Err(), io.EOF) {
				m.refuse("a tag that does not end")
			}
			break
		}
		raw := bytes.Count(tokens.Raw(), []byte("\n"))
		m.token(tokenOf(tokens, kind))
		m.line += raw
	}
	if m.hidden != "" && m.what != "" {
		if furnished[m.what] {
			m.named += count(m.text.String())
		}
		m.omit(m.what, m.text.String(), m.block.At)
		m.text.Reset()
	}
	m.flush()
	for len(m.tables) > 0 {
		m.endTable()
	}
	return m
}

// tokenOf returns the token that was read last, with no more attributes than the author of a page
// writes: each costs ten times its size.
func tokenOf(tokens *html.Tokenizer, kind html.TokenType) html.Token {
	const most = 100
	if kind != html.StartTagToken && kind != html.SelfClosingTagToken {
		return tokens.Token()
	}
	name, more := tokens.TagName()
	t := html.Token{Type: kind, DataAtom: atom.Lookup(name), Data: string(name)}
	for more && len(t.Attr) < most {
		var key, value []byte
		key, value, more = tokens.TagAttr()
		t.Attr = append(t.Attr, html.Attribute{Key: string(key), Val: string(value)})
	}
	return t
}

func (m *markupReading) token(t html.Token) {
	if m.hidden != "" {
		m.skipped(t)
		return
	}
	switch t.Type {
	case html.TextToken:
		m.write(t.Data)
	case html.StartTagToken, html.SelfClosingTagToken:
		m.start(t)
	case html.EndTagToken:
		m.end(t)
	}
}

// skipped reads what is left out.
func (m *markupReading) skipped(t html.Token) {
	switch {
	case t.Type == html.TextToken:
		if m.what != "" {
			m.text.WriteString(t.Data)
		}
	case t.Data != m.hidden:
	case t.Type == html.StartTagToken:
		m.depth++
	case t.Type == html.EndTagToken:
		if m.depth--; m.depth > 0 {
			return
		}
		if m.what == "title" {
			m.doc.Title = oneLine(m.text.String())
		} else if m.what != "" {
			if furnished[m.what] {
				m.named += count(m.text.String())
			}
			m.omit(m.what, m.text.String(), m.block.At)
		}
		m.hidden = ""
		m.text.Reset()
	}
}

// hide leaves out an element, under that name.
func (m *markupReading) hide(t html.Token, what string) {
	if what != "" {
		m.flush()
		m.block.At = Place{Line: m.line}
	}
	if t.Type == html.StartTagToken {
		m.hidden, m.depth, m.what = t.Data, 1, what
	}
}

func (m *markupReading) write(text string) {
	if m.text.Len() == 0 {
		blank := len(text) - len(strings.TrimLeft(text, " \t\r\n"))
		if blank == len(text) {
			return
		}
		m.block.At = Place{Line: m.line + strings.Count(text[:blank], "\n")}
	}
	if m.pre > 0 {
		m.raw.WriteString(text)
		text = strings.ReplaceAll(text, "\n", hardBreak)
	}
	m.plain = m.plain || m.bold == 0 && strings.TrimSpace(text) != ""
	m.free = m.free || m.link == "" && strings.ContainsFunc(text, inName)
	m.text.WriteString(text)
}

// flush ends a block.
func (m *markupReading) flush() {
	b := m.block
	b.Text = multiline(m.text.String())
	b.Bold = !m.plain && b.Text != ""
	if len(m.lists) > 0 && b.Kind == Paragraph && b.Text != "" {
		of := m.lists[len(m.lists)-1]
		b.Kind, b.Level, b.Label = Item, len(m.lists), of.label
		of.label = ""
	}
	if b.Text != "" {
		of := webBlock{Block: b, linked: len(b.Links) > 0 && !m.free}
		if b.Kind == Paragraph && strings.Count(b.Text, "\n") > 1 && count(m.raw.String()) == count(strings.ReplaceAll(m.text.String(), hardBreak, "")) {
			of.pre = m.raw.String()
		}
		m.emit(of)
	}
	m.raw.Reset()
	m.block = Block{Align: m.block.Align}
	m.text.Reset()
	m.plain, m.free = false, false
}

func (m *markupReading) start(t html.Token) {
	if !within[t.DataAtom] {
		m.flush()
	}
	style, _ := attribute(t, "style")
	if what, ok := omitted(t, style); ok && !(what == foot && m.texts > 0) { // the foot of a text may be signed
		m.hide(t, what)
		return
	}
	if what := besides(t); what != "" && !m.whole {
		m.hide(t, what)
		return
	}
	switch t.DataAtom {
	case atom.Html:
		if lang, ok := attribute(t, "lang"); ok && m.doc.Language == "" {
			m.doc.Language = excerpt(lang)
		}
	case atom.Br:
		if m.text.Len() > 0 {
			m.text.WriteString(hardBreak)
		}
	case atom.Article:
		m.texts++
	case atom.B, atom.Strong:
		m.bold++
	case atom.Pre:
		m.pre++
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m.block.Kind, m.block.Level = Heading, int(t.Data[1]-'0')
		m.align(t, style)
	case atom.P, atom.Div, atom.Center:
		m.align(t, style)
	case atom.A:
		m.link, _ = attribute(t, "href")
		m.from = m.text.Len()
	case atom.Ol, atom.Ul, atom.Li:
		m.startList(t)
	case atom.Table, atom.Caption, atom.Tr, atom.Td, atom.Th:
		m.startTable(t)
	}
}

// omitted reports whether an element is left out, and what it is called; "" for what is no text.
func omitted(t html.Token, style string) (what string, ok bool) {
	_, hidden := attribute(t, "hidden")
	switch {
	case never[t.DataAtom]:
		return "", true
	case t.DataAtom == atom.Title:
		return "title", true
	case t.DataAtom == atom.Nav:
		return "the navigation of the page", true
	case t.DataAtom == atom.Footer:
		return foot, true
	case void[t.DataAtom]:
		return "", false
	}
	return "what the page hides", hidden || strings.Contains(strings.ReplaceAll(style, " ", ""), "display:none")
}

// void are elements without an end.
var void = map[atom.Atom]bool{
	atom.Img: true, atom.Input: true, atom.Br: true, atom.Hr: true, atom.Wbr: true, atom.Meta: true, atom.Link: true, atom.Col: true, atom.Area: true, atom.Base: true, atom.Embed: true, atom.Source: true, atom.Track: true,
}

func (m *markupReading) align(t html.Token, style string) {
	value, _ := attribute(t, "align")
	if _, after, ok := strings.Cut(strings.ReplaceAll(style, " ", ""), "text-align:"); ok {
		value, _, _ = strings.Cut(after, ";")
	}
	m.block.Align = ""
	if value = strings.ToLower(value); value == "center" || value == "right" {
		m.block.Align = value
	} else if t.DataAtom == atom.Center {
		m.block.Align = "center"
	}
}

func (m *markupReading) startList(t html.Token) {
	switch {
	case t.DataAtom != atom.Li:
		if len(m.lists) >= mostNesting {
			m.refuse("lists within lists more than " + strconv.Itoa(mostNesting) + " deep")
			return
		}
		start, _ := attribute(t, "start")
		style, _ := attribute(t, "type")
		number, err := strconv.Atoi(start)
		if err != nil {
			number = 1
		}
		m.lists = append(m.lists, &list{ordered: t.DataAtom == atom.Ol, style: style, number: number})
	case len(m.lists) > 0:
		of := m.lists[len(m.lists)-1]
		if value, ok := attribute(t, "value"); ok {
			if n, err := strconv.Atoi(value); err == nil {
				of.number = n
			}
		}
		of.label = "•"
		if of.ordered {
			of.label = numeral(of.number, map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}[of.style]) + "."
			of.number++
		}
	}
}

func (m *markupReading) end(t html.Token) {
	if !within[t.DataAtom] {
		m.flush()
	}
	switch t.DataAtom {
	case atom.Article:
		m.texts = max(m.texts-1, 0)
	case atom.B, atom.Strong:
		m.bold = max(m.bold-1, 0)
	case atom.Pre:
		m.pre = max(m.pre-1, 0)
	case atom.P, atom.Div, atom.Center, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		m.block.Align = ""
	case atom.A:
		if text := oneLine(m.text.String()[min(m.from, m.text.Len()):]); m.link != "" && text != "" {
			m.block.Links = append(m.block.Links, Link{strings.ReplaceAll(text, hardBreak, " "), m.link})
		}
		m.link = ""
	case atom.Ol, atom.Ul:
		m.lists = m.lists[:max(len(m.lists)-1, 0)]
	case atom.Table:
		if len(m.tables) > 0 {
			m.endTable()
		}
	case atom.Td, atom.Th, atom.Tr:
		m.endCell()
	}
}

// attribute returns an attribute of a tag.
func attribute(t html.Token, name string) (string, bool) {
	for _, a := range t.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val), true
		}
	}
	return "", false
}
