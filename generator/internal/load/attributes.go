package load

import (
	"bytes"

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
			t.problems.Add(pos, "write ## Words {#id}", "a heading takes no %q, but its id alone", string(a.Name))
		case !own:
			t.problems.Add(pos, "take {…} out, or write the heading outside of it", "a heading within a list or a quotation takes no id")
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
