package report

import (
	"fmt"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
)

// How much of a long line is shown: so many characters before the place, and in all.
const (
	excerptBefore = 50
	excerptMost   = 90
)

// widths are those of a terminal of any language: a Chinese character takes two columns, a
// combining mark none.
var widths = &runewidth.Condition{StrictEmojiNeutral: true}

// Excerpt returns the line of a source at a place and below it a caret under its character, for
// people who read in a terminal; "" where the source has no such line.
func Excerpt(source string, at diag.Position) string {
	if at.Line < 1 {
		return ""
	}
	lines := strings.SplitN(source, "\n", at.Line+1)
	if len(lines) < at.Line {
		return ""
	}
	line := []rune(strings.TrimSuffix(lines[at.Line-1], "\r"))
	col := min(max(at.Col-1, 0), len(line))
	from := max(0, col-excerptBefore)
	to := min(len(line), from+excerptMost)
	before, after := shown(line[from:col]), shown(line[col:to])
	if from > 0 {
		before = "…" + before
	}
	if to < len(line) {
		after += "…"
	}
	number := fmt.Sprint(at.Line)
	margin := strings.Repeat(" ", len(number))
	text := fmt.Sprintf("  %s | %s%s", number, before, after)
	if at.Col < 1 {
		return text
	}
	return fmt.Sprintf("%s\n  %s | %s^", text, margin, strings.Repeat(" ", widths.StringWidth(before)))
}

// shown is a part of a line as a terminal can show it.
func shown(part []rune) string {
	return chars.Line(strings.ReplaceAll(string(part), "\t", "    "))
}
