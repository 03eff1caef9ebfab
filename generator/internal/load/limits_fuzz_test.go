package load

import (
	"bytes"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"github.com/kengash/kengash/generator/internal/limit"
)

// few are limits that short inputs reach.
var few = limit.Limits{
	DataBytes: 2000, DataKeys: 20, DataTables: 6, DataNesting: 4, KeyBytes: 20, ValueBytes: 100,
	TextBytes: 2000, TextLines: 60, TextBlocks: 20, TextHeadings: 3, TextNesting: 4,
	TextMarks: 20, ParagraphMarks: 6, ParagraphBytes: 1000, TableCells: 30,
}

// What is within the limits by a look at the bytes is within them as the parser sees it.
func FuzzLimitsOfTOML(f *testing.F) {
	seeds(f, "data", ".toml", func(string) bool { return true })
	hostileSeeds(f, "toml", ".toml", "")
	hostileSeeds(f, "records", ".toml", "")
	for _, s := range []string{
		"a.b.c.d = 1\n", "[a.b]\nc = [[[1]]]\n", "a = { b = { c = { d = 1 } } }\n", "a = [{ b = [{ c = 1 }] }]\n",
		"a = '''\n''''' # [[[\n", "a = \"\\\"[\" # {\nb = [ # ]\n[ [1] ] ]\n", "\"a.b\".'c.d' . e = 1\n", "[[a]]\n[[a.b]]\nc.d = 1\n",
	} {
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, _ string) {
		data = normalised(data)
		var table map[string]any
		if few.Check("a.toml", data, false) != nil || toml.Unmarshal(data, &table) != nil {
			return
		}
		s := tomlShape{t: t}
		s.table(table, 0)
		if s.keys > few.DataKeys || s.tables > few.DataTables+few.DataKeys {
			t.Errorf("%d keys and %d tables are within the limits", s.keys, s.tables)
		}
	})
}

// tomlShape counts what a parsed file has.
type tomlShape struct {
	t            *testing.T
	keys, tables int
}

func (s *tomlShape) table(table map[string]any, depth int) {
	s.tables++
	for key, v := range table {
		if s.keys++; depth >= few.DataNesting || len(key) > few.KeyBytes {
			s.t.Errorf("the key %q is %d deep", key, depth)
		}
		s.value(v, depth)
	}
}

func (s *tomlShape) value(v any, depth int) {
	if depth >= few.DataNesting {
		s.t.Errorf("%v is %d deep", v, depth)
	}
	switch v := v.(type) {
	case map[string]any:
		s.table(v, depth+1)
	case []map[string]any:
		for _, table := range v {
			s.table(table, depth+1)
		}
	case []any:
		for _, item := range v {
			if s.keys++; s.keys > few.DataKeys {
				s.t.Fatal("too many items are within the limits")
			}
			if list, ok := item.([]any); ok {
				s.value(list, depth+1)
			}
		}
	}
}

func FuzzLimitsOfTexts(f *testing.F) {
	seeds(f, "content", ".md", func(string) bool { return true })
	hostileSeeds(f, "prose", ".md", "")
	for _, s := range []string{
		"> - 1. + a\n", "- a\n  - b\n    - c\n      - d\n", "1. [a](b) [a](b)\n2. [a](b) *c*\n", "> [a](b)\n> - [a](b)\n",
		"a\n===\nb\n---\n# c\n", "|a|b|\n|-|-|\n|\n|c|\n", "- [a](b)\n2) *b* *c*\n", "1. a\n   2. [b](c) *d*\n", "\t- a\n- \tb\n",
	} {
		f.Add([]byte(s), "")
	}
	f.Fuzz(func(t *testing.T, data []byte, _ string) {
		data = bytes.ToValidUTF8(normalised(data), []byte("?"))
		if few.Check("a.md", data, false) != nil {
			return
		}
		doc := markdown.Parser().Parse(text.NewReader(data))
		s := textShape{}
		_ = ast.Walk(doc, s.visit)
		if s.deepest > few.TextNesting || s.headings > few.TextHeadings || s.cells > few.TableCells+few.TextBytes || s.blocks > 2*few.TextBlocks {
			t.Errorf("%+v is within the limits", s)
		}
		if s.marks > 2*few.TextMarks || s.most > few.ParagraphMarks {
			t.Errorf("%+v is within the limits", s)
		}
	})
}

// textShape counts what a parsed text has.
type textShape struct {
	depth, deepest, headings, cells, blocks int
	marks                                   int
	paragraph, most                         int // marks of a paragraph
}

func (s *textShape) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	step := -1
	if entering {
		step = 1
	}
	switch n.(type) {
	case *ast.ListItem, *ast.Blockquote:
		s.depth += step
		s.deepest = max(s.deepest, s.depth)
	case *ast.Heading:
		s.headings += (step + 1) / 2
	case *east.TableCell:
		s.cells += (step + 1) / 2
	case *ast.Link, *ast.Image, *ast.AutoLink, *ast.RawHTML, *ast.Emphasis, *ast.CodeSpan:
		s.marks += (step + 1) / 2
		s.paragraph += (step + 1) / 2
		s.most = max(s.most, s.paragraph)
	}
	if entering && n.Type() == ast.TypeBlock {
		s.paragraph = 0
		if s.cells == 0 {
			s.blocks++
		}
	}
	return ast.WalkContinue, nil
}
