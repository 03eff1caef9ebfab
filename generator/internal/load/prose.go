package load

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// markdown is CommonMark with tables and with line breaks as in Chinese. Raw HTML is not
// let through.
var markdown = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.NewCJK(extension.WithEastAsianLineBreaks()), citations{}),
	goldmark.WithParserOptions(parser.WithHeadingAttribute()),
	goldmark.WithRendererOptions(html.WithXHTML()),
)

// textFile is one Markdown file on its way into the model.
type textFile struct {
	prose       model.Prose
	ref         model.Ref // whose text it is
	lang        model.Lang
	source      []byte
	places      *places
	facts       []string       // keys of the facts that citations may name
	factNumbers map[string]int // from 1
	problems    *diag.List
	paths       model.Paths              // of the records that it links to
	nodes       map[string]diag.Position // ids seen so far
}

func newText(file string, source []byte, lang model.Lang, e model.Entity, problems *diag.List) *textFile {
	t := &textFile{
		prose:       model.Prose{File: file},
		ref:         e.Ref(),
		lang:        lang,
		source:      source,
		places:      newPlaces(file, source),
		problems:    problems,
		nodes:       map[string]diag.Position{},
		factNumbers: map[string]int{},
	}
	if n, ok := e.(*model.Note); ok {
		for _, f := range n.Facts {
			t.facts = append(t.facts, f.Key)
			t.factNumbers[f.Key] = len(t.facts)
		}
	}
	return t
}

// invalidUTF8 is the offset of the first byte that is not valid UTF-8, or -1.
func invalidUTF8(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
	return -1
}

// at is the position of a byte of the source.
func (t *textFile) at(offset int) diag.Position {
	return t.places.at(offset)
}

// claim records a node id, and a problem where it is not an id or was taken before. It returns the
// id that was meant, so that nothing else is said of a letter of another alphabet.
func (t *textFile) claim(id string, pos diag.Position) string {
	if !model.ValidNode(id) {
		hint := diag.Name(id, "want letters, digits, hyphens and dots, as in c2.p1")
		latin := chars.Latin(id)
		if model.ValidNode(latin) {
			hint += "; did you mean " + latin + "?"
		}
		t.problems.Add(diag.NodeID, pos, hint, "%q cannot be a node", id)
		id = latin
	}
	if why := model.UnfitAnchor(id); why != "" {
		t.problems.Add(diag.NodeID, pos, "give it another id", "%q %s", id, why)
	}
	if first, dup := t.nodes[id]; dup {
		t.problems.AddProblem(diag.Problem{Code: diag.NodeTwice, Pos: pos, Msg: "the node " + id + " occurs twice", Hint: "each node once in a text", Also: []diag.Position{first}})
	}
	t.nodes[id] = pos
	return id
}

// sections reads prose whose headings are "## Words {#id}".
func (t *textFile) sections() {
	doc := markdown.Parser().Parse(text.NewReader(t.source))
	if t.multiplied(doc) {
		return
	}
	t.resolve(doc, t.source, t.at)
	t.shape(doc)
	cur := model.Section{Pos: t.at(0)}
	var body, words []string
	flush := func() {
		cur.HTML, cur.Text = strings.Join(body, ""), strings.Join(words, "\n")
		if cur.ID != "" || cur.HTML != "" {
			t.prose.Sections = append(t.prose.Sections, cur)
		}
		body, words = nil, nil
	}
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		h, isHeading := n.(*ast.Heading)
		if !isHeading {
			body = append(body, t.render(t.source, n))
			words = append(words, plain(t.source, n))
			continue
		}
		pos, id := t.at(max(firstByte(h), h.Pos())), headingID(h)
		switch {
		case id == "":
			t.problems.Add(diag.HeadingID, pos, "write ## Words {#id}, with the same id in every language", "a heading without an id")
			continue
		case h.Level == 1:
			t.problems.Add(diag.HeadingLevel, pos, "the title is in the data file; begin with ##", "a heading of level 1")
			continue
		}
		id = t.claim(id, pos)
		if h.Level > 2 {
			body = append(body, t.render(t.source, h))
			words = append(words, plain(t.source, h))
			continue
		}
		flush()
		cur = model.Section{ID: id, Title: oneLine(plain(t.source, h)), Pos: pos}
	}
	flush()
}

// multiplied reports the link with which the addresses of a text come to more than a text may have:
// by a reference, one long address can be linked from every word of it.
func (t *textFile) multiplied(doc ast.Node) bool {
	bytes, most := 0, limit.Default.TextBytes
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		link, is := n.(*ast.Link)
		if !is || !entering {
			return ast.WalkContinue, nil
		}
		if bytes += len(link.Destination) + len(link.Title); bytes <= most {
			return ast.WalkContinue, nil
		}
		t.problems.Add(diag.Limit, t.at(firstByte(n)), "link to it from fewer places, or with a shorter address", "the addresses of the links so far exceed %d bytes", most)
		return ast.WalkStop, nil
	})
	return bytes > most
}

func headingID(h *ast.Heading) string {
	if v, ok := h.AttributeString("id"); ok {
		if id, ok := v.([]byte); ok {
			return string(id)
		}
	}
	return ""
}

// resolve replaces references to entities by their addresses, records links and citations, and
// refuses what must not be in a page: raw HTML, attributes, characters written as numbers. The
// addresses begin at the site's root; the pages make them relative.
func (t *textFile) resolve(doc ast.Node, source []byte, at func(offset int) diag.Position) {
	references := bytes.IndexByte(source, '&') >= 0 || bytes.Contains(source, isolating)
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		if n.Attributes() != nil {
			t.attributes(n, source, at)
		}
		if references {
			t.inline(n, source, at)
		}
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			t.attributesAsText(n, source, at)
		case *ast.Link:
			pos := at(firstByte(n))
			if !hasWords(plain(source, n)) {
				t.problems.Add(diag.EmptyLink, pos, "write between the [brackets] what it leads to", "a link without words")
			}
			t.link(n, pos)
		case *ast.AutoLink:
			if n.AutoLinkType == ast.AutoLinkURL && !outside.Match(n.URL(source)) {
				t.nowhere(string(n.URL(source)), at(firstByte(n)))
			}
		case *ast.Image:
			t.problems.Add(diag.Picture, at(firstByte(n)), "say it in words, or link to it at https://…", "pictures are not supported in texts")
		case *ast.RawHTML, *ast.HTMLBlock:
			t.problems.Add(diag.HTML, at(firstByte(n)), "Markdown only; put \\ before a < that is meant literally", "HTML in a text")
		case *citation:
			// "a fact [@f1]." is written with a gap that readers must not see: the number would
			// stand alone on the next line.
			if before, ok := n.PreviousSibling().(*ast.Text); ok {
				before.Segment = before.Segment.TrimRightSpace(source)
			}
			pos := at(n.offset)
			n.number = t.factNumbers[n.fact]
			if n.number == 0 {
				t.problems.Add(diag.NoFact, pos, t.problems.Want(n.fact, t.facts), "there is no [fact.%s] in the data file", n.fact)
			}
			t.prose.Cites = append(t.prose.Cites, model.Citation{Fact: n.fact, Pos: pos})
		}
		return ast.WalkContinue, nil
	})
}

var outside = regexp.MustCompile(`^(https?://|mailto:)`)

func (t *textFile) link(n *ast.Link, pos diag.Position) {
	dest := string(n.Destination)
	if outside.MatchString(dest) {
		return
	}
	if node, same := strings.CutPrefix(dest, "#"); same && model.ValidNode(node) {
		to := t.ref
		to.Node = node
		t.prose.Links = append(t.prose.Links, model.Link{To: to, Pos: pos})
		return
	}
	ref, ok := model.ParseRef(dest)
	if !ok {
		t.nowhere(dest, pos)
		return
	}
	n.Destination = []byte("/" + t.paths.URL(ref, t.lang))
	t.prose.Links = append(t.prose.Links, model.Link{To: ref, Pos: pos})
}

func (t *textFile) nowhere(dest string, pos diag.Position) {
	t.problems.Add(diag.DeadLink, pos, orMeant("want <kind>/<id>, <kind>/<id>#<node>, #<node> or https://…", t.paths, dest), "%q leads nowhere", dest)
}

func (t *textFile) render(source []byte, n ast.Node) string {
	var b buffer
	if err := markdown.Renderer().Render(&b, source, n); err != nil {
		panic("load: writing to memory failed: " + err.Error())
	}
	return b.String()
}

// buffer is a bytes.Buffer as goldmark expects it (util.BufWriter), which else puts a buffer of 4
// KB before it for each paragraph.
type buffer struct{ bytes.Buffer }

func (b *buffer) Buffered() int { return b.Len() }
func (b *buffer) Flush() error  { return nil }

var _ util.BufWriter = (*buffer)(nil)

// firstByte is the offset of a node's first text in its source; that of its parent where it has
// none.
func firstByte(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
		if raw, ok := n.(*ast.RawHTML); ok && raw.Segments.Len() > 0 {
			return raw.Segments.At(0).Start
		}
		for c := n.FirstChild(); c != nil; c = c.FirstChild() {
			if s, ok := c.(*ast.Text); ok {
				return s.Segment.Start
			}
		}
	}
	return 0
}

// plain is the text of a node without marks and citations: words as a reader sees them, a line a
// block.
func plain(source []byte, n ast.Node) string {
	var b bytes.Buffer
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				words := n.Segment.Value(source)
				if !n.IsRaw() {
					words = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(words)))
				}
				b.Write(words)
				next, _ := n.NextSibling().(*ast.Text)
				if n.HardLineBreak() || n.SoftLineBreak() && !(next != nil && unspaced(words, next.Segment.Value(source))) {
					b.WriteByte('\n')
				}
			}
		case *ast.String:
			if entering {
				b.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				b.Write(n.Label(source))
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if entering {
				b.Write(n.Lines().Value(source))
			}
		default:
			if n.Type() == ast.TypeBlock && !entering {
				b.WriteByte('\n')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}
