package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
)

// rowsApart gives the rows of a table in Chinese that holds the minutes themselves paragraphs of
// their own, as if they had no frame: of a form with labels on the left, "决议 | 照案通过。", or of
// numbered points with a column of those who see to them.
func (d *Draft) rowsApart(blocks []source.Block) (out []source.Block) {
	return d.tablesApart(blocks, func(b source.Block) []source.Block {
		if apart := d.formApart(b); apart != nil {
			return apart
		}
		return d.pointsApart(b)
	})
}

// tablesApart puts the paragraphs that apart gives for a table, if any, in its place.
func (d *Draft) tablesApart(blocks []source.Block, apart func(source.Block) []source.Block) (out []source.Block) {
	for _, b := range blocks {
		apart := apart(b)
		if apart == nil {
			out = append(out, b)
			continue
		}
		out = append(out, apart...)
		first := strings.Join(b.Rows[0], " | ")
		d.Mends = append(d.Mends, source.Mend{What: "made paragraphs of the rows of a table", From: cut(first, 60), To: cut(first, 60), At: b.At})
	}
	return out
}

// formApart divides a form: its rows above the first label of what was dealt with stay a table.
func (d *Draft) formApart(b source.Block) (out []source.Block) {
	from := slices.IndexFunc(b.Rows, isFormRow)
	if from < 0 || !isForm(b.Rows[from:]) {
		return nil
	}
	if from > 0 && headsForm.MatchString(squeezed(strings.Join(b.Rows[from-1], ""))) {
		from--
	}
	if from > 0 {
		front := b
		front.Rows = b.Rows[:from]
		out = append(out, front)
	}
	for _, row := range b.Rows[from:] {
		cells := filled(row)
		if len(cells) == 0 {
			continue
		}
		lines := cellLines(cells[len(cells)-1])
		switch label := squeezed(cells[0]); {
		case len(cells) == 1:
		case signLabel.MatchString(label):
			lines = append([]string{label}, lines...)
		case len(lines) > 1 && pointBegins.MatchString(lines[0]):
			lines = append([]string{d.behindLabel(label, "")}, lines...)
		default:
			lines[0] = d.behindLabel(label, lines[0])
		}
		out = append(out, paragraphsOf(lines, b)...)
	}
	return out
}

// isForm reports whether rows are labels with what they say, and lines over the whole width.
func isForm(rows [][]string) bool {
	labels := 0
	for _, row := range rows {
		cells := filled(row)
		switch {
		case len(cells) > 2, len(cells) == 2 && utf8.RuneCountInString(squeezed(row[0])) > 12:
			return false
		case isFormRow(row):
			labels++
		}
	}
	return labels > 1
}

// isFormRow reports whether a row is a label of what was dealt with, and what it says.
func isFormRow(row []string) bool {
	return len(filled(row)) == 2 && formLabel.MatchString(strings.TrimRight(squeezed(row[0]), ":："))
}

// pointsApart divides a table of numbered points with a column of those who see to them, in which
// most are no tasks.
func (d *Draft) pointsApart(b source.Block) (out []source.Block) {
	if len(b.Rows) < 3 || len(b.Rows[0]) != 3 || !followColumn.MatchString(squeezed(b.Rows[0][2])) || !pointsColumn.MatchString(squeezed(b.Rows[0][1])) {
		return nil
	}
	numbered, free := 0, 0
	for _, row := range b.Rows[1:] {
		if rowsNumber.MatchString(squeezed(row[0])) {
			numbered++
		}
		if strings.TrimSpace(row[2]) == "" {
			free++
		}
	}
	if rows := len(b.Rows) - 1; 2*numbered <= rows || 5*free < rows {
		return nil
	}
	follow := squeezed(b.Rows[0][2]) // each row gets it, and the head is left out
	d.added -= runes(follow)
	out = paragraphsOf(filled(b.Rows[0][:2]), b)
	for _, row := range b.Rows[1:] {
		lines := cellLines(row[1])
		if number := squeezed(row[0]); number != "" {
			lines = slices.Concat([]string{strings.TrimSpace(number + " " + strings.Join(lines[:min(1, len(lines))], ""))}, lines[min(1, len(lines)):])
		}
		if who := squared(row[2]); who != "" {
			d.added += runes(follow)
			lines = append(lines, d.behindLabel(follow, who))
		}
		out = append(out, paragraphsOf(lines, b)...)
	}
	return out
}

// behindLabel is a line with a label that stood in a cell of its own.
func (d *Draft) behindLabel(label, line string) string {
	if strings.HasSuffix(label, "：") || strings.HasSuffix(label, ":") {
		return label + line
	}
	d.added++
	return label + "：" + line
}

// filled are the cells of a row that are not empty.
func filled(row []string) (cells []string) {
	for _, cell := range row {
		if cell = strings.TrimSpace(cell); cell != "" {
			cells = append(cells, cell)
		}
	}
	return cells
}

// cellLines are the lines of a cell.
func cellLines(cell string) []string { return filled(strings.Split(cell, "\n")) }

// paragraphsOf are lines of a table as paragraphs.
func paragraphsOf(lines []string, table source.Block) (out []source.Block) {
	for _, line := range lines {
		out = append(out, source.Block{Text: line, At: table.At})
	}
	return out
}

const hanNth = `[一二三四五六七八九十\d]{0,3}`

var (
	formLabel = exact(`^(?:(?:议题|议案|提案|案由|说明|办法)` + hanNth + `|第` + hanNth + `案|(?:会议|讨论|审议|表决|议决)?(?:决议|决定|结论|裁示|议定)(?:事项|内容|意见|结果)?|主席(?:裁示|结论)|讨论(?:情况|内容|要点|经过)?|会议(?:(?:主要)?内容|记录|纪要|议程|决议|要点|情况)|(?:主要|发言)(?:内容|要点)|(?:会议)?(?:议题|议程)|(?:议定|讨论|报告|其他|待办|跟进|督办|交办|后续|行动)事项|(?:后续|下步|下一步)?工作(?:计划|安排|要求)|任务(?:安排|分工|分配)|临时动议|\p{Han}{0,6}签[字名章]\p{Han}{0,2}|散会)$`)
	// pointBegins begins the first of some points, which need a line each below their label.
	pointBegins  = exact(`^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十\d]{1,3}(?:、|[）)])|(?:议题|议案|提案)` + hanNth + `[：:])`)
	signLabel    = exact(`^(?:\p{Han}{0,6}签[字名章]\p{Han}{0,4})[：:]?$`)
	headsForm    = exact(`^(?:提案|议案|议题|案由|第)` + hanNth + `(?:案)?(?:提案(?:单位|人|委员)[：:].*)?$|^(?:议定|讨论|报告|审议|研究)事项$`)
	followColumn = exact(`^(?:跟进|负责|责任|行动|执行|办理)(?:者|人|人员|人士|单位|部门|方)?$`)
	pointsColumn = exact(`^(?:(?:讨论|会议|议程|议决)?(?:事项|内容|项目|要点|记录|议题|议程)?)$`)
	rowsNumber   = exact(`^(?:\d{1,2}(?:\.\d{1,2})*[.、．]?|[一二三四五六七八九十]{1,3}、?)$`)
)
