package source

import (
	"bytes"
	"html"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extended "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/kengash/kengash/generator/internal/limit"
)

var markdownParser = goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify, extension.Footnote)).Parser()

// markdown reads Markdown with the extensions of GitHub, and footnotes.
func (r *reading) markdown(data []byte) error {
	decoded, name, err := r.decode(data)
	if err != nil {
		return err
	}
	if p := limit.Default.Check("text.md", []byte(decoded), false); p != nil {
		return r.fault("it has "+p.Msg, "divide the file")
	}
	r.doc.Encoding = name
	m := &markdownReading{reading: r, source: []byte(ends.Replace(decoded))}
	m.source = m.frontMatter(m.source)
	m.source, m.added = linesApart(m.source)
	m.blocks(markdownParser.Parse(text.NewReader(m.source)), 0)
	return nil
}

// A markdownReading is a text in Markdown that is being read.
type markdownReading struct {
	*reading
	source []byte
	skip   int   // lines of front matter before the source
	added  []int // the empty lines that the source has and the file has not
	line   int   // the last one known, and where it begins
	offset int
}

// frontMatter leaves out facts that stand before the text between two lines of signs.
func (m *markdownReading) frontMatter(source []byte) []byte {
	for _, fence := range []string{"---\n", "+++\n"} {
		if !bytes.HasPrefix(source, []byte(fence)) {
			continue
		}
		end := bytes.Index(source, []byte("\n"+fence))
		if end < 0 {
			continue
		}
		end += 1 + len(fence)
		m.facts(string(source[:end]))
		m.omit("front matter", string(source[:end]), Place{Line: 1})
		m.skip = bytes.Count(source[:end], []byte("\n"))
		return source[end:]
	}
	return source
}

// blocks reads the blocks within another.
func (m *markdownReading) blocks(parent ast.Node, level int) {
	for n := parent.FirstChild(); n != nil && m.stop() == nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			b := m.block(n)
			b.Kind, b.Level = Heading, n.Level
			m.put(b)
		case *ast.List:
			m.list(n, level+1)
		case *extended.Table:
			m.table(n)
		case *ast.HTMLBlock:
			m.raw(n)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.put(Block{Text: multiline(m.lines(n.Lines())), At: m.place(n)})
		case *extended.FootnoteList:
			for f := n.FirstChild(); f != nil; f = f.NextSibling() {
				note, _ := f.(*extended.Footnote)
				m.note(note)
			}
		case *ast.ThematicBreak:
		default:
			if n.Type() == ast.TypeBlock && n.FirstChild() != nil && n.FirstChild().Type() == ast.TypeBlock {
				m.blocks(n, level)
				continue
			}
			m.put(m.block(n))
		}
	}
}

// note reads a footnote.
func (m *markdownReading) note(note *extended.Footnote) {
	from := len(m.doc.Blocks)
	m.blocks(note, 0)
	for i := from; i < len(m.doc.Blocks); i++ {
		m.doc.Blocks[i].Kind = Note
		if i == from {
			m.doc.Blocks[i].Label = strconv.Itoa(note.Index)
		}
	}
}

// list reads the items of a list, each with the number or sign that is printed before it.
func (m *markdownReading) list(list *ast.List, level int) {
	number := list.Start
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		label := "•"
		if list.IsOrdered() {
			label = strconv.Itoa(number) + string(list.Marker)
			number++
		}
		for n := item.FirstChild(); n != nil && m.stop() == nil; n = n.NextSibling() {
			switch n := n.(type) {
			case *ast.List:
				m.list(n, level+1)
			case *ast.Paragraph, *ast.TextBlock:
				b := m.block(n)
				b.Kind, b.Level, b.Label = Item, level, label
				m.put(b)
			case *extended.Table:
				m.table(n)
			case *ast.HTMLBlock:
				m.raw(n)
			default:
				b := m.block(n)
				if n.Lines() != nil && n.FirstChild() == nil {
					b.Text = multiline(m.lines(n.Lines()))
				}
				b.Kind, b.Level, b.Label = Item, level, label
				m.put(b)
			}
			label = ""
		}
	}
}

func (m *markdownReading) table(table *extended.Table) {
	b := Block{Kind: Table, At: m.place(table)}
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			c := m.block(cell)
			cells = append(cells, c.Text)
			b.Links = append(b.Links, c.Links...)
		}
		b.Rows = append(b.Rows, cells)
	}
	m.put(b)
}

// raw reads HTML that stands between the blocks: its text, without what scripts would do.
func (m *markdownReading) raw(n *ast.HTMLBlock) {
	raw := m.lines(n.Lines())
	if n.HasClosure() {
		raw += string(n.ClosureLine.Value(m.source))
	}
	m.markup(raw, m.place(n), true).putAll()
}

// block is a block of the text within a node.
func (m *markdownReading) block(n ast.Node) Block {
	b := Block{At: m.place(n), Bold: true}
	var out strings.Builder
	m.inline(n, &out, &b, false)
	b.Text = multiline(out.String())
	b.Bold = b.Bold && b.Text != ""
	return b
}

// inline writes the text within a node.
func (m *markdownReading) inline(parent ast.Node, out *strings.Builder, b *Block, bold bool) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			value := html.UnescapeString(string(unescaped(n.Segment.Value(m.source))))
			out.WriteString(value)
			b.Bold = b.Bold && (bold || strings.TrimSpace(value) == "")
			switch {
			case n.HardLineBreak():
				out.WriteString(hardBreak)
			case n.SoftLineBreak():
				out.WriteByte(' ')
			}
		case *ast.String:
			out.Write(n.Value)
		case *ast.AutoLink:
			out.Write(n.Label(m.source))
			b.Bold = false
			b.Links = append(b.Links, Link{string(n.Label(m.source)), string(n.URL(m.source))})
		case *ast.Link:
			start := out.Len()
			m.inline(n, out, b, bold)
			b.Links = append(b.Links, Link{multiline(out.String()[start:]), string(n.Destination)})
		case *ast.Emphasis:
			m.inline(n, out, b, bold || n.Level > 1)
		case *ast.RawHTML:
			if tag := strings.ToLower(string(n.Segments.Value(m.source))); strings.HasPrefix(tag, "<br") {
				out.WriteString(hardBreak)
			}
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					out.Write(t.Segment.Value(m.source))
				}
			}
			b.Bold = false
		default:
			m.inline(n, out, b, bold)
		}
	}
}

// unescaped is a text without the backslashes before signs.
func unescaped(text []byte) []byte {
	if bytes.IndexByte(text, '\\') < 0 {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", text[i+1]) >= 0 {
			i++
		}
		out = append(out, text[i])
	}
	return out
}

// lines are the lines of a block as they stand.
func (m *markdownReading) lines(segments *text.Segments) string {
	var lines []string
	for i := range segments.Len() {
		s := segments.At(i)
		lines = append(lines, strings.TrimSuffix(string(s.Value(m.source)), "\n"))
	}
	return strings.Join(lines, hardBreak)
}

// place is that of the first text within a node. Places are asked for in the order of the text.
func (m *markdownReading) place(n ast.Node) Place {
	for at := n; at != nil; at = at.FirstChild() {
		offset := -1
		if t, ok := at.(*ast.Text); ok {
			offset = t.Segment.Start
		} else if at.Type() != ast.TypeInline && at.Lines() != nil && at.Lines().Len() > 0 {
			offset = at.Lines().At(0).Start
		}
		if offset < 0 {
			continue
		}
		if offset < m.offset {
			m.offset, m.line = 0, 0
		}
		m.line += bytes.Count(m.source[m.offset:offset], []byte("\n"))
		m.offset = offset
		break
	}
	before, _ := slices.BinarySearch(m.added, m.line)
	return Place{Line: m.skip + m.line - before + 1}
}
