package limit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// small are limits that short inputs go over.
var small = Limits{
	FileBytes: 10,
	DataBytes: 200, DataKeys: 8, ThemeKeys: 3, DataTables: 3, DataNesting: 3, KeyBytes: 10, ValueBytes: 60,
	TextBytes: 200, TextLines: 12, TextBlocks: 6, TextHeadings: 2, TextNesting: 3,
	TextMarks: 8, ParagraphMarks: 4, ParagraphBytes: 100, TableCells: 12,
}

func TestWhatGoesOverALimitHasItsPlaceAndItsKey(t *testing.T) {
	for _, c := range []struct{ name, data, want string }{
		{"a.png", "ten bytes…", "1:10: file_bytes"},

		{"a.toml", strings.Repeat("#\n", 101), "101:1: data_bytes"},
		{"a.toml", "[t]\na = [1, 2, 3,\n  4, 5, 6,\n  7]\n", "4:3: data_keys"},
		{"a.toml", "a = [\n]\nb = { c = 1, d = 1, e = 1, f = 1, g = 1, h = 1, i = 1 }\n", "3:49: data_keys"},
		{"i18n/en.toml", "a = 1\nb = 1\nc = 1\nd = 1\n", "4:1: theme_keys"},
		{"data/topics/a.toml", "a = 1\nb = 1\nc = 1\nd = 1\ne = [1, 1, 1, 1]\n", "5:15: data_keys"},
		{"a.toml", "[a]\n[b]\n[c]\n[[d]]\n", "4:3: data_tables"},
		{"a.toml", "a = [{}, {}, {}, {}]\n", "1:19: data_tables"},
		{"a.toml", "a.b.c.d = 1\n", "1:7: data_nesting"},
		{"a.toml", "# é\n[a.b]\n'c'.\"d\" = 1\n", "3:5: data_nesting"},
		{"a.toml", "[[a.b . c.d]]\n", "1:11: data_nesting"},
		{"a.toml", "a = [[[[1]]]]\n", "1:8: data_nesting"},
		{"a.toml", "a = { b = { c = { d = 1 } } }\n", "1:19: data_nesting"},
		{"a.toml", "a = { b.c.d = 1 }\n", "1:11: data_nesting"},
		{"a.toml", "a = { b = 1,\n  c = [[[]]] }\n", "2:9: data_nesting"},
		{"a.toml", "\"" + strings.Repeat("é", 5) + "\" = 1\n", "1:1: key_bytes"},

		{"a.toml", "a = '" + strings.Repeat("é", 30) + "'\n", "1:5: value_bytes"},
		{"a.toml", "a = [\"\"\"" + strings.Repeat("é\n", 30) + "\"\"\"]\n", "1:6: value_bytes"},

		{"a.md", strings.Repeat("word ", 41), "1:201: text_bytes"},
		{"a.md", strings.Repeat("a\n", 13), "13:1: text_lines"},
		{"a.md", "a\n\nb\n\n# c\n\n- d\n- e\n", "8:1: text_blocks"},
		{"a.md", "# a\n\nb\n---\n\n## c\n", "6:1: text_headings"},
		{"a.md", "> > > > a\n", "1:7: text_nesting"},
		{"a.md", "- a\n  - b\n    - c\n      - d\n", "4:7: text_nesting"},
		{"a.md", "1. 2) - + a\n", "1:9: text_nesting"},
		{"a.md", "[a] *b* [c]\nd\n[e]\n", "3:1: paragraph_marks"},
		{"a.md", "****** ****\n", "1:10: paragraph_marks"},
		{"a.md", "[a] [b] [c]\n\n[d] [e] [f]\n\n`g` [h]\n", "5:5: text_marks"},
		{"a.md", "[a] [b]\n- [c] [d] [e]\n2. [f] [g]\n", "3:8: paragraph_marks"},
		{"a.md", strings.Repeat("word ", 18) + "\nword word\n", "2:1: paragraph_bytes"},
		{"a.md", "|a|b|\n|-|-|\n|\n|\n|\n|\n", "5:1: table_cells"},
	} {
		p := small.Check(c.name, []byte(c.data), false)
		if p == nil {
			t.Errorf("%q stays within the limits, want %s", c.data, c.want)
			continue
		}
		place, key, _ := strings.Cut(c.want, ": ")
		if got := p.Pos.String(); got != c.name+":"+place || !strings.Contains(p.Hint, "raise "+key+" in [limits]") {
			t.Errorf("%q: %s, want %s", c.data, p, c.want)
		}
	}
}

func TestWhatLooksLikeMoreIsNot(t *testing.T) {
	for _, c := range []struct{ name, data string }{
		{"a.toml", "a = \"[[[[ {{{{ a.b.c.d.e\"\n"},
		{"a.toml", "a = '''\n[[[[\na.b.c.d = 1\n'''' # [[[[\n"},
		{"a.toml", "a = \"\"\"\\\"\"\" [[[[ \"\"\"\"\"\n"},
		{"a.toml", "# [a.b.c.d]\na = 1.2\n[b] # c.d.e.f\n"},
		{"a.toml", "a = [ # [[[[\n  '[', # {{{\n]\n"},
		{"a.toml", "a = [ [], [], [] ]\nb = [[1]]\n"},
		{"a.toml", "a = \"never closed [[[[\nb = 1\n"},
		{"a.toml", "[a\nb = [\n"},
		{"a.toml", "\"a.b.c.d\" = 1\n"},
		{"a.md", "- [a] [b]\n- [c] [d]\n"},
		{"a.md", "1. [a] [b]\n2. [c] [d]\n"},
		{"a.md", "***\n"},
		{"a.md", "a - b > c + d\n-5 degrees\n"},
		{"a.md", "|a|b|\n|-|-|\n|1|2|\n\na | b\n"},
	} {
		if p := small.Check(c.name, []byte(c.data), false); p != nil {
			t.Errorf("%q: %s", c.data, p)
		}
	}
}

// The lines of a block of a document are read as one, so that no sign of a list divides it.
func TestTheLinesOfABlockAreOneParagraph(t *testing.T) {
	text := []byte("- [a] [b]\n- [c] [d] [e]\n{#c1}\n\n[f]\n{#c2}\n")
	if p := small.Check("a.md", text, true); p == nil || p.Pos.String() != "a.md:2:11" {
		t.Errorf("got %v", p)
	}
}

// The collection beside the program has room to grow to ten times its largest file.
func TestTheCollectionIsFarFromTheLimits(t *testing.T) {
	tenth := Default
	for _, n := range []*int{&tenth.DataBytes, &tenth.DataKeys, &tenth.DataTables, &tenth.TextBytes, &tenth.TextLines, &tenth.TextBlocks, &tenth.TextHeadings, &tenth.TextMarks} {
		*n /= 10
	}
	for _, pattern := range []string{"data/*/*.toml", "content/*/*/*.md", "themes/kengash/i18n/*.toml"} {
		names, err := filepath.Glob(filepath.Join("../../..", pattern))
		if err != nil || len(names) == 0 {
			t.Fatalf("no files %s: %v", pattern, err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if p := tenth.Check(name, data, false); p != nil {
				t.Error(p)
			}
		}
	}
}
