package report

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

func TestCaretsStandUnderTheirCharacters(t *testing.T) {
	for _, test := range []struct {
		name, source string
		line, col    int
		want         string
	}{
		{"Latin", "a = 1\nkey = x\n", 2, 7, "  2 | key = x\n    |       ^"},
		{"Cyrillic", `title = "Сoвет"`, 1, 11, "  1 | title = \"Сoвет\"\n    |           ^"},
		{"Chinese", `title = "会议纪要" x`, 1, 16, "  1 | title = \"会议纪要\" x\n    |                    ^"},
		{"combining mark", "e\u0301e = 1", 1, 3, "  1 | e\u0301e = 1\n    |  ^"},
		{"tab", "\tkey = 1", 1, 2, "  1 |     key = 1\n    |     ^"},
		{"end of the line", "key =\r\n", 1, 6, "  1 | key =\n    |      ^"},
		{"beyond it", "key", 1, 99, "  1 | key\n    |    ^"},
		{"no column", "key", 1, 0, "  1 | key"},
		{"no such line", "key", 2, 1, ""},
		{"no line", "key", 0, 0, ""},
		{"control character", "a\x1bb = 1", 1, 3, "  1 | a\\u001bb = 1\n    |        ^"},
	} {
		if got := Excerpt(test.source, diag.Position{File: "f", Line: test.line, Col: test.col}); got != test.want {
			t.Errorf("%s:\n%s\nwant\n%s", test.name, got, test.want)
		}
	}
	long := Excerpt(strings.Repeat("会", 500), diag.Position{Line: 1, Col: 300})
	text, caret, _ := strings.Cut(long, "\n")
	if n := len([]rune(text)); n > excerptMost+10 || !strings.HasSuffix(caret, "| "+strings.Repeat(" ", 1+2*excerptBefore)+"^") {
		t.Errorf("a long line is shown in %d characters:\n%s", n, long)
	}
}
