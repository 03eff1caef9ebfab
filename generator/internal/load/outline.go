package load

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// rawBlock is a block of a document as it stands in its file.
type rawBlock struct {
	lines  []string // as they are, but for blanks at their ends
	start  int      // offset of the first line
	last   int      // offset of the last one
	marked bool     // a line below it names its node
	node   string   // what stands there between the braces
	mark   int      // offset of that line
}

// split divides a document into its blocks. They end at a blank line, but a list goes on behind one
// with an item, or with a line that is indented.
func (t *textFile) split() []rawBlock {
	var blocks []rawBlock
	var b rawBlock
	gap, offset := false, 0
	end := func() {
		if len(b.lines) > 0 || b.marked {
			blocks = append(blocks, b)
		}
		b, gap = rawBlock{}, false
	}
	for line := range strings.Lines(string(t.source)) {
		trimmed := strings.TrimSpace(line)
		m := nodeLine.FindStringSubmatch(trimmed)
		if bare := bareNode.FindStringSubmatch(trimmed); bare != nil {
			m = bare
			t.problems.Add(diag.NoNodeMark, t.at(offset), "want {#"+bare[1]+"}", "%s is no mark of a node", trimmed)
		}
		switch {
		case m != nil:
			if gap {
				end()
			}
			// A copy, so that the short words of a block do not keep its whole file in memory.
			b.marked, b.node, b.mark = true, strings.Clone(strings.TrimSpace(m[1])), offset
			end()
		case trimmed == "":
			gap = len(b.lines) > 0
		default:
			if gap && !goesOn(b.lines, line) || len(b.lines) > 0 && (hashes.MatchString(line) || hashes.MatchString(b.lines[0])) {
				end()
			}
			if gap {
				b.lines, gap = append(b.lines, ""), false
			}
			if len(b.lines) == 0 {
				b.start = offset
			}
			b.lines, b.last = append(b.lines, strings.TrimRight(line, " \t\r\n")), offset
		}
		offset += len(line)
	}
	end()
	return blocks
}

// goesOn reports whether a line behind a blank one belongs to the same list.
func goesOn(block []string, line string) bool {
	return listItem.MatchString(block[0]) && (listItem.MatchString(line) || strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t"))
}

var (
	hashes = regexp.MustCompile(`^ {0,3}#{1,6}[ \t]+\S`)
	ruler  = regexp.MustCompile(`^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$`)
)

const (
	boldLevel  = 7 // of a heading that is a line in bold, below all of Markdown's own
	boldLength = 120
)

// heading returns the level and the words of a block that is a heading: with hashes, underlined, or
// a paragraph all in bold that does not end as a sentence does. The words of other blocks are "".
func heading(lines []string) (level int, words string) {
	switch whole := strings.Join(lines, " "); {
	case hashes.MatchString(lines[0]) && len(lines) == 1:
		words = strings.TrimSpace(lines[0])
		text := strings.TrimLeft(words, "#")
		return len(words) - len(text), strings.TrimSpace(strings.TrimRight(text, "#"))
	case len(lines) == 2 && strings.Trim(lines[1], "=") == "":
		return 1, strings.TrimSpace(lines[0])
	case len(lines) == 2 && strings.Trim(lines[1], "-") == "":
		return 2, strings.TrimSpace(lines[0])
	case len(whole) <= boldLength && bold(whole):
		return boldLevel, whole
	}
	return 0, ""
}

// bold reports whether a line is in bold from end to end, and no sentence.
func bold(line string) bool {
	for _, sign := range []string{"**", "__"} {
		inner, opened := strings.CutPrefix(line, sign)
		inner, closed := strings.CutSuffix(inner, sign)
		if opened && closed && inner != "" && !strings.Contains(inner, sign) {
			return !strings.ContainsAny(inner[len(inner)-1:], ".!?;:,") && !slices.ContainsFunc([]string{"。", "！", "？", "；", "：", "，", "۔", "؟"}, func(s string) bool {
				return strings.HasSuffix(inner, s)
			})
		}
	}
	return false
}

// number gives each block of an ordinary text its node: a first heading above all others, or
// of level 1 without others, is the title; each other one begins a clause or a sub-clause, within
// which paragraphs are counted.
func (t *textFile) number(blocks []rawBlock) {
	blocks = slices.DeleteFunc(blocks, func(b rawBlock) bool { return len(b.lines) == 1 && ruler.MatchString(b.lines[0]) })
	var o outline
	highest := 0 // of the headings after the first block
	for _, b := range blocks[min(1, len(blocks)):] {
		if level, _ := heading(b.lines); level > 0 && (highest == 0 || level < highest) {
			highest = level
		}
	}
	for i, b := range blocks {
		level, _ := heading(b.lines)
		id := ""
		switch {
		case level == 0:
			id = o.paragraph(highest > 0)
		case i == 0 && (highest > 0 && level < highest || highest == 0 && level == 1):
			id = model.PartTitle
		default:
			id = o.clause(level)
		}
		t.block(model.Block{ID: id, Pos: t.at(b.start), Mark: t.at(b.last), Counted: true}, b.lines, b.start)
	}
}

// outline counts the clauses and paragraphs of a text.
type outline struct {
	levels     []int // of the headings above
	numbers    []int // of their clauses, and of the last one below
	paragraphs int   // in the present one
}

// clause returns the node of the next heading.
func (o *outline) clause(level int) string {
	for len(o.levels) > 0 && o.levels[len(o.levels)-1] >= level {
		o.levels = o.levels[:len(o.levels)-1]
	}
	depth := len(o.levels)
	o.levels = append(o.levels, level)
	if len(o.numbers) == depth {
		o.numbers = append(o.numbers, 0)
	}
	o.numbers = o.numbers[:depth+1]
	o.numbers[depth]++
	o.paragraphs = 0
	return o.node()
}

// node is that of the present clause.
func (o *outline) node() string {
	var parts []string
	for _, n := range o.numbers {
		parts = append(parts, strconv.Itoa(n))
	}
	return "c" + strings.Join(parts, ".")
}

// paragraph returns the node of the next paragraph. Before the first of the headings that follow it
// belongs to the preamble.
func (o *outline) paragraph(headings bool) string {
	o.paragraphs++
	in := model.PartPreamble
	switch {
	case len(o.numbers) > 0:
		in = o.node()
	case !headings:
		in = "c1"
	}
	return in + ".p" + strconv.Itoa(o.paragraphs)
}
