package draft

import (
	"slices"
	"strings"
)

// hanDecisions heads a column of decisions in Chinese, hanMixed one of tasks and decisions.
var (
	hanDecisions = exact(`^(?:表决|投票|审议|审查|评审|处理|处置|讨论|会议|商议|议决|议定|决议|评议|采纳|意见处理)?(?:结果|意见|情况|决议|决定|结论|议决|议定|事项|内容|方式)$|^(?:是否(?:采纳|同意|通过)|决议|决定|结论|结果)$`)
	notOutcome   = exact(`^(?:意见|情况|事项|内容|方式|议决|会议(?:内容|情况|事项)|讨论(?:事项|内容|情况)|审议事项|评议内容|处理事项)$`)
)

// hanInCells finds the acts in the column of decisions of a table in Chinese: one of each kind.
// Where the table has a column of those who carry them out, what no verb settles is a task alone.
func (d *Draft) hanInCells(p *Piece, column int) {
	for column >= 0 && column < len(p.Rows[0]) && !(hanDecisions.MatchString(p.Rows[0][column]) && !notOutcome.MatchString(p.Rows[0][column])) {
		column++
	}
	if column < 0 || column == len(p.Rows[0]) {
		return
	}
	_, tasks := taskColumns(p.Rows[0])
	text, from := joinTexts(lines(p)), 0
	for _, row := range p.Rows {
		for i, cell := range row {
			at := strings.Index(text[from:], cell)
			if at < 0 || cell == "" {
				continue
			}
			at += from
			from = at + len(cell)
			if i != column || noDeadline.MatchString(cell) || strings.HasPrefix(cell, p.Rows[0][column]) {
				continue
			}
			code := d.decidedInCell(cell)
			if !p.hasAct(code) && !(tasks && code == "decided" && !hanSettles(cell)) {
				d.quotesAt(p, code, cut(cell, 60), at)
			}
		}
	}
}

// hanRefused reports whether a row of a table of decisions in Chinese refuses something or puts it
// off, which is no task.
func (d *Draft) hanRefused(title string) bool {
	return d.Lang == "zh" && d.mixed && slices.Contains([]string{"rejected", "deferred"}, d.decidedInCell(title))
}
