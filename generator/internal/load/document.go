package load

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// nodeLine is the line below a block; in a translation it may say what the block was made from:
// {#c2.p1 source=ab12cd34}.
var (
	bareNode = regexp.MustCompile(`^\{((?:title|pre|end|sig|[ac][0-9]+)(?:\.[a-z0-9-]+)*)\}$`) // without #
	nodeLine = regexp.MustCompile(`^\{#([^{}]*)\}\s*$`)
	hashForm = regexp.MustCompile(fmt.Sprintf(`^[0-9a-f]{%d}$`, model.HashLength))
)

// document reads blocks that are each followed by a line {#node}. Where no line names a node, the
// text is an ordinary one of headings, paragraphs, lists and tables, which are numbered.
func (t *textFile) document() {
	blocks := t.split()
	if !slices.ContainsFunc(blocks, func(b rawBlock) bool { return b.marked }) {
		t.number(blocks)
		return
	}
	for _, b := range blocks {
		mark := t.at(b.mark)
		switch {
		case !b.marked:
			t.nameless(b.lines, b.start)
			continue
		case len(b.lines) == 0:
			t.problems.Add(diag.EmptyNode, mark, "write the block above its {#node}", "a node without a text")
			continue
		}
		id, source, hashed := strings.Cut(b.node, " source=")
		id = t.claim(id, mark)
		if hashed && !hashForm.MatchString(source) {
			t.problems.Add(diag.SourceMark, mark, fmt.Sprintf("want %d of the digits 0-9 and a-f, as kengash mark writes them", model.HashLength), "%q is not the hash of a source", source)
		}
		t.block(model.Block{ID: id, Pos: t.at(b.start), Source: source, Mark: mark}, b.lines, b.start)
	}
}

// nameless reports a block that no node follows.
func (t *textFile) nameless(block []string, start int) {
	if !t.wordless(block, start) {
		t.problems.Add(diag.NoNodeMark, t.at(start), "put a line such as {#c2.p1} right below the block", "a text without a node")
	}
}

// joinLines makes one line of several.
func joinLines(lines []string) string {
	var whole strings.Builder
	for i, line := range lines {
		if i > 0 && !unspaced([]byte(lines[i-1]), []byte(line)) {
			whole.WriteByte(' ')
		}
		whole.WriteString(line)
	}
	return whole.String()
}

// oneLine makes one line of a text on several.
func oneLine(text string) string {
	if !strings.Contains(text, "\n") {
		return text
	}
	var lines []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return joinLines(lines)
}

// unspaced reports whether a line's end between two texts means nothing, as in Chinese, and
// not for a blank.
func unspaced(before, after []byte) bool {
	a, _ := utf8.DecodeLastRune(before)
	b, _ := utf8.DecodeRune(after)
	return util.IsEastAsianWideRune(a) && util.IsEastAsianWideRune(b)
}

// block parses the words of one node and fills them in. They are one paragraph, or have lists,
// tables or quotations; what else Markdown takes for its own would change a document's text.
func (t *textFile) block(block model.Block, lines []string, start int) {
	if _, words := heading(lines); words != "" && !model.IsParagraph(block.ID) {
		lines = []string{numbered.ReplaceAllString(words, `$1\$2`)}
	}
	flow := flowing(lines, block.ID)
	words := strings.Join(lines, "\n")
	if !flow {
		words = joinLines(trimmed(lines))
	}
	if !flow && t.wordless(lines, start) {
		block.Text = words // so that the node is not missing, too
		t.prose.Blocks = append(t.prose.Blocks, block)
		return
	}
	source := []byte(words)
	doc := markdown.Parser().Parse(text.NewReader(source))
	at := func(int) diag.Position { return block.Pos }
	if flow {
		at = func(offset int) diag.Position {
			return diag.Position{File: block.Pos.File, Line: block.Pos.Line + bytes.Count(source[:offset], []byte("\n")), Col: 1}
		}
	}
	if n := unfit(doc, flow); n != nil {
		hint := `numbers of clauses are in the data (num = "1"); put \ before a character that Markdown would interpret`
		if n.Kind() == ast.KindHTMLBlock {
			hint = `remove the <tags> and comments, and write their words as Markdown; put \ before a < that is meant literally`
		}
		t.problems.Add(diag.NotAParagraph, block.Pos, hint, "the text of %s reads as %s in Markdown, not as a paragraph", block.ID, strings.ToLower(n.Kind().String()))
		return
	}
	t.resolve(doc, source, at)
	block.Flow = flow
	if flow {
		t.tables(doc, source, at)
		block.HTML, block.Text = strings.TrimSpace(t.render(source, doc)), oneLine(plain(source, doc))
	} else {
		p := doc.FirstChild()
		html := t.render(source, p)
		block.HTML = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(html), "<p>"), "</p>")
		block.Text = oneLine(plain(source, p))
	}
	t.prose.Blocks = append(t.prose.Blocks, block)
}

func trimmed(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = strings.TrimSpace(line)
	}
	return out
}

// numbered is the beginning of a heading that would be an item of a list, were it a paragraph.
var numbered = regexp.MustCompile(`^([0-9]{0,9})([.)*+-]\s)`)

// listItem is a line that begins an item of a list.
var listItem = regexp.MustCompile(`^\s*(?:[-*+]|[0-9]{1,9}[.)])\s+\S`)

// flowing reports whether a block has a table, a list or a quotation. The one number at the
// beginning of a clause is no list, but that of the clause.
func flowing(lines []string, id string) bool {
	items := 0
	for i, line := range lines {
		if i > 0 && delimiterRow.MatchString(strings.TrimSpace(line)) {
			return true
		}
		if listItem.MatchString(line) {
			if items++; i > 0 && strings.HasSuffix(strings.TrimSpace(lines[i-1]), ":") {
				return true // what the words before announce
			}
		}
	}
	first := strings.TrimSpace(lines[0])
	switch {
	case items > 1:
		return true
	case !model.IsParagraph(id):
		return false
	case strings.HasPrefix(first, ">"):
		return true
	}
	return listItem.MatchString(first) && (strings.IndexByte("-*+", first[0]) >= 0 || !strings.HasSuffix(id, ".p1"))
}

// unfit returns what a block must not be; nil where it is a paragraph, or where it flows one with
// lists and tables.
func unfit(doc ast.Node, flow bool) ast.Node {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n.(type) {
		case *ast.Paragraph:
			if !flow && n.NextSibling() != nil {
				return n.NextSibling()
			}
		case *ast.List, *east.Table, *ast.Blockquote:
			if !flow {
				return n
			}
		default:
			return n
		}
	}
	var found ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n.(type) {
		case *ast.Heading, *ast.CodeBlock, *ast.FencedCodeBlock, *ast.ThematicBreak, *ast.HTMLBlock:
			found = n
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}
