package draft

import (
	"strings"
	"unicode/utf8"
)

// The columns of a table of attendance: who, and how.
var (
	nameColumn  = re(`^(?:(?:full\s+)?names?|participants?|attendees?|members?|delegates?|representatives?|people|persons?|who|director|trustee|councill?or|commissioner|фио|ф\.\s?и\.\s?о\.?|фамилия|участник|член|представител|姓名|名字|人员|参会人|出席人|代表|成员|委员|與會人員)(?:$|[^\p{L}]|[\p{Han}]|\p{Cyrillic})`)
	peopleHead  = re(`names?|participant|attend|member|representative|фио|ф\.\s?и\.\s?о|участник|член|представител|姓名|人员|成员`)
	stateHead   = re(`^(?:status|attend(?:ance|ed|ing)?|present|presence|present\?|state|here|in\s+person|mode|how|явка|присутств\p{L}*|статус|отметка|участие|форма\s+участия|出席|出席情况|参会情况|参会方式|签到|状态|到会|是否\p{L}*|出席方式|到会情况|备注|примечани\p{L}*|notes?|remarks?|comments?)`)
	roleHead    = re(`^(?:role|position|post|title|office|роль|должность|статус|функция|职务|角色|职位|身份|备注|примечани\p{L}*|notes?|remarks?|в\s+комиссии)`)
	tableOfWork = re(`(?:^|\s)(?:task|action|deadline|due|decision|item|agenda|topic|amount|vote|votes|owner|score|срок|поручени\p{L}*|мероприяти\p{L}*|решени\p{L}*|вопрос|сумма|задача|оценк\p{L}*|балл\p{L}*|цена|голос\p{L}*)(?:$|[^\p{L}])|任务|事项|完成|时限|议题|决议|金额|责任|得分|报价`)
	tick        = re(`^(?:x|х|✓|✔|√|☑|☒|\+|yes|y|да|是|present|p|attended|here|出席|到会|参会|in\s+person|присутств\p{L}*|очно|лично|现场|线下|已到)\.?$`)
	noTick      = re(`^(?:no|n|нет|否|absent|a|-|–|—|✗|✘|×|отсутств\p{L}*|缺席|未到)\.?$`)
)

// bothWays is the head of a column that is for those who came and for those who did not, and
// hereInWords a cell that says that somebody came.
var (
	bothWays    = re(`(?:present|in\s+person).*(?:absent|proxy|remote)|присут\p{L}*.*отсут|出席.*缺席|/`)
	hereInWords = re(`^(?:present|attended|in\s+person|присутств\p{L}*|очно|лично|出席|到会|现场|线下|已到)\.?$`)
)

// rollTable reads a table whose rows are people, whose columns are lists of them, or whose cells
// are labels and names; code is the way to attend that its heading named.
func (d *Draft) rollTable(p *Piece, code string, rank int) {
	head := p.Rows[0]
	if code == "" && tableOfWork.MatchString(strings.Join(head, " ")) {
		return
	}
	if d.rollColumns(p) || code == "" && d.rollCells(p) {
		return
	}
	who, headed := d.nameColumnOf(p.Rows)
	if who < 0 || code == "" && (!headed || rank > 60 || !peopleHead.MatchString(strings.Join(head, " "))) {
		return
	}
	if code == "" {
		code = "present"
	}
	rows := p.Rows
	if headed {
		rows = rows[1:]
	}
	for _, row := range rows {
		if who < len(row) && row[who] != "" {
			d.rollRow(p, head, row, who, code, headed)
		}
	}
	if !headed && code != "" {
		d.rollCells(p)
	}
}

// rollRow adds whoever a row of a table names.
func (d *Draft) rollRow(p *Piece, head, row []string, who int, code string, headed bool) {
	how, notes := code, []string{}
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if i == who || cell == "" {
			continue
		}
		title := ""
		if headed && i < len(head) {
			title = head[i]
		}
		if own := d.stateIn(cell, title, headed); own != "" {
			how = own
		} else if _, offices := rolls[d.lex].note(cell); len(offices) > 0 {
			notes = append(notes, cell)
		}
	}
	for _, a := range d.rollCell(row[who]) {
		a.note = joinNotes(append([]string{a.note}, notes...)...)
		d.call(how, []attendee{a}, p.At)
	}
}

// stateIn is the way to attend that a cell of a column with a title says; "" where it says none.
func (d *Draft) stateIn(cell, title string, headed bool) string {
	state, offices := rolls[d.lex].note(cell)
	labelled := d.lex.attendanceOf(title + ":")
	if bothWays.MatchString(title) {
		labelled = "present" // "Present / Absent"
	}
	switch {
	case hereInWords.MatchString(cell):
		return ""
	case noTick.MatchString(cell) && (stateHead.MatchString(title) || labelled == "present"):
		return "absent"
	case tick.MatchString(cell) && title != "" && labelled != "":
		return labelled
	case state != "" && (stateHead.MatchString(title) || roleHead.MatchString(title) || !headed || utf8.RuneCountInString(cell) < 24):
		return state
	case len(offices) == 0 && stateHead.MatchString(title):
		if own := d.lex.attendanceOf(cell + ":"); own != "chair" {
			return own
		}
	}
	return ""
}

// rollCell are the people in a cell; of a couple the first has the surname of the second.
func (d *Draft) rollCell(cell string) []attendee {
	if m := couple.FindStringSubmatch(cell); m != nil {
		return []attendee{{m[1] + " " + m[3], ""}, {m[2] + " " + m[3], ""}}
	}
	return d.roll(cell, d.manyNames(cell), true)
}

var couple = exact(`^(\p{Lu}\p{Ll}+)\s+(?:and|&)\s+(\p{Lu}\p{Ll}+)\s+(\p{Lu}[\p{L}'’-]+)$`)

// nameColumnOf is the column of a table that names people, and whether the table has a head: the
// one whose head says so and whose cells look like names, else the one with most names; below 0
// where there is none.
func (d *Draft) nameColumnOf(rows [][]string) (who int, headed bool) {
	who = -1
	best := 0
	for i, title := range rows[0] {
		n, full := 0, 0
		for _, row := range rows[1:] {
			if i >= len(row) || row[i] == "" {
				continue
			}
			full++
			bare, _ := withoutNotes(row[i])
			if name, _ := d.rollName(bare, false); name != "" {
				n += 2
			} else if name, _ := d.rollName(bare, true); name != "" && nameColumn.MatchString(title) {
				n++
			}
		}
		if full > 0 && nameColumn.MatchString(title) {
			headed = true
			n += n / 2
		}
		if n > best && n >= full {
			best, who = n, i
		}
	}
	if who >= 0 && !headed {
		bare, _ := withoutNotes(rows[0][who])
		name, _ := d.rollName(bare, false)
		headed = name == ""
	}
	return who, headed
}

// rollColumns reads a table whose columns are headed by ways to attend: "Present | Apologies".
func (d *Draft) rollColumns(p *Piece) bool {
	codes := make([]string, len(p.Rows[0]))
	n, filled := 0, 0
	for i, cell := range p.Rows[0] {
		if codes[i] = d.lex.attendanceOf(strings.TrimRight(cell, ":： ") + ":"); codes[i] != "" {
			n++
		}
	}
	if n == 0 || n < len(codes) || len(p.Rows) < 2 {
		return false
	}
	for _, row := range p.Rows[1:] {
		for i, cell := range row {
			bare, _ := withoutNotes(cell)
			if name, _ := d.rollName(bare, true); i < len(codes) && (name != "" || d.manyNames(cell)) && !tick.MatchString(cell) {
				filled++
			}
		}
	}
	if filled == 0 || len(codes) == 2 && d.lex.attendanceOf(strings.TrimRight(p.Rows[1][0], ":： ")+":") != "" {
		return false
	}
	for _, row := range p.Rows[1:] {
		for i, cell := range row {
			if i < len(codes) && cell != "" {
				d.call(codes[i], d.roll(cell, true, true), p.At)
			}
		}
	}
	return true
}

// rollCells reads a table of labels, each with what it says in the next cell: "Chair:" | "Ada
// Byron". It reports whether there was one.
func (d *Draft) rollCells(p *Piece) bool {
	found := false
	for _, row := range p.Rows {
		for i := 0; i+1 < len(row); i++ {
			if i > 0 && row[i] == row[i-1] || utf8.RuneCountInString(row[i]) > 60 {
				continue
			}
			code := d.lex.attendanceOf(strings.TrimRight(strings.TrimSpace(row[i]), ":：") + ":")
			if code == "" {
				continue
			}
			people := d.roll(row[i+1], true, true)
			if len(people) > 0 && d.lex.attendanceOf(row[i+1]+":") == "" {
				found = true
				for _, line := range strings.Split(row[i+1], "\n") {
					for j, part := range d.labelled(line) {
						if own, label := d.lex.attendance(part); own != "" && label != part {
							d.calls(own, label, strings.TrimSpace(part[len(label):]), p.At, true)
						} else if j == 0 {
							d.call(code, d.roll(part, true, true), p.At)
						}
					}
				}
			}
		}
	}
	return found
}
