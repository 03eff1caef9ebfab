package load

import (
	"fmt"
	"regexp"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// citations is a goldmark extension: [@f1] and [@f1 @f2] in a text point to facts of the note,
// after Pandoc's citation syntax.
type citations struct{}

func (citations) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(parser.WithInlineParsers(util.Prioritized(citationParser{}, 100))) // before links, which also begin with [
	m.Renderer().AddOptions(renderer.WithNodeRenderers(util.Prioritized(citationRenderer{}, 100)))
}

// citation is one fact that a text points to.
type citation struct {
	ast.BaseInline
	fact   string
	offset int // in the source
	number int // of the fact in its note, from 1; set by resolve
}

var citationKind = ast.NewNodeKind("Citation")

func (*citation) Kind() ast.NodeKind { return citationKind }

func (c *citation) Dump(source []byte, level int) {
	ast.DumpHelper(c, source, level, map[string]string{"Fact": c.fact}, nil)
}

type citationParser struct{}

func (citationParser) Trigger() []byte { return []byte{'['} }

var (
	citationForm = regexp.MustCompile(`^\[@[a-z0-9-]+(?:[ ,;]+@[a-z0-9-]+)*\]`)
	citedFact    = regexp.MustCompile(`@([a-z0-9-]+)`)
)

func (citationParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	whole := citationForm.Find(line)
	if whole == nil {
		return nil
	}
	block.Advance(len(whole))
	var last ast.Node
	for _, m := range citedFact.FindAllSubmatchIndex(whole, -1) {
		if last != nil {
			parent.AppendChild(parent, last)
		}
		last = &citation{fact: string(whole[m[2]:m[3]]), offset: segment.Start + m[0]}
	}
	return last
}

type citationRenderer struct{}

func (citationRenderer) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(citationKind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
		if c := n.(*citation); entering {
			fmt.Fprintf(w, `<sup class="cite"><a href="#%s">%d</a></sup>`, c.fact, c.number)
		}
		return ast.WalkContinue, nil
	})
}
