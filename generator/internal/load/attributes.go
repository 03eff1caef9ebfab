package load

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"github.com/kengash/kengash/generator/internal/diag"
)

// attributes reports those of a block of Markdown, of which a heading of the text itself may have
// one: its id. Goldmark would write styles, keys and ids of the theme into the page.
func (t *textFile) attributes(n ast.Node, source []byte, at func(offset int) diag.Position) {
	_, own := n.Parent().(*ast.Document)
	for _, a := range n.Attributes() {
		pos := at(attributesStart(n, source))
		switch {
		case string(a.Name) != "id":
			t.problems.Add(diag.Attributes, pos, "write ## Words {#id}", "a heading cannot have %q, only an id", string(a.Name))
		case !own:
			t.problems.Add(diag.Attributes, pos, "remove {…}, or write the heading outside of it", "a heading within a list or a quotation cannot have an id")
		}
	}
}

// attributeLine is a line that gives the block before it attributes, where Markdown has such.
var attributeLine = regexp.MustCompile(`^\{:?\s*(?:[#.][^\s{}]+|[A-Za-z-]+=[^{}]*)(?:\s[^{}]*)?\}\s*$`)

// attributesAsText reports lines that are meant as attributes of a block, which pages would show.
func (t *textFile) attributesAsText(n ast.Node, source []byte, at func(offset int) diag.Position) {
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if words := line.Value(source); len(words) > 0 && words[0] == '{' && attributeLine.Match(words) {
			t.problems.Add(diag.Attributes, at(line.Start), "remove it, or put \\ before a { that is meant literally", "only headings have an id, and nothing else has attributes")
		}
	}
}

// attributesStart is the offset of the brace that begins a heading's attributes.
func attributesStart(n ast.Node, source []byte) int {
	start := max(n.Pos(), 0)
	if lines := n.Lines(); lines.Len() > 0 {
		start = lines.At(lines.Len() - 1).Stop
	}
	if i := bytes.IndexByte(source[start:], '{'); i >= 0 {
		return start + i
	}
	return start
}
