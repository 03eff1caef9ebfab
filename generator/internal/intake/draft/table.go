package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// role is what a column of a table holds.
type role int

const (
	otherColumn role = iota
	taskRole
	ownerRole
	dueRole
	stateRole
)

// The words by which columns are headed.
var (
	taskColumn  = re(`^(?:[№#]\s*|no\.?\s+)?(?:actions?\b(?:\s+(?:items?|points?|required|agreed|taken))?|tasks?|what|to[- ]?do|next\s+steps?|follow|deliverable|activity|assignment|agreed\s+actions?|(?:decisions?|outcomes?|conclusions?)\s*(?:[/&,]|and|or)\s*(?:agreed\s+)?(?:actions?|next)|поручени|мероприяти|задач|содержани|решени|что\s|что$|действи|шаги?|работ[аы]|行动|具体|任务|工作|(?:待办|跟进|行动|议定)?事项|措施|要求|议定|decision)`)
	weakColumn  = re(`^(?:[№#]\s*|no\.?\s+)?(?:items?|description|issue|matter|subject|topic|point|вопрос|наименовани|предмет|пункт|тема|описани|内容|问题|议题|项目)`)
	ownerColumn = re(`^(?:отв\.|отв$|исп\.|исп$|(?:action\s+)?(?:owners?|by)\b|action(?:ed)?\s+(?:by|owner)|respons|assign|whom?\b|by\s+whom|lead|persons?\b|in\s+charge|champion|officer|ответств|исполнит|соисполн|кто|кому|куратор|责任|负责|牵头|承办|执行|主办|跟进人|落实人|落实单位|经办|对接人|谁|成员$|姓名$|人员$|单位$|部门$)`)
	dueColumn   = re(`^(?:due|deadline|when|target|by\s+when|by\s+date|date|by\s*$|timeline|timescale|time\s?frame|time|complet|срок|дата|когда|до\s+какого|к\s+какому|时限|时间|完成|期限|截止|日期|节点)`)
	stateColumn = re(`^(?:status|state|progress|remarks?|comments?|статус|состояние|отметка|примечани|状态|进展|完成情况|备注)`)
	nameColumn  = re(`^(?:(?:full\s+|first\s+|last\s+)?names?\b.{0,30}|(?:participants?|attendees?|members?|representatives?|delegates?|persons?|people|who|director|trustee|councill?or|commissioner|фио|ф\.\s?и\.\s?о\.?|фамили\p{L}+.{0,30}|участник\p{L}*|представител[ьи]|имя|член(?:ы)?(?:\s+\p{L}+)?|姓\s?名|名字|参会人员?|与会人员?|代表)(?:\s*[(/,（].*)?)\s*$`)
	strongName  = re(`^(?:(?:full\s+)?names?\b|representative|delegate|фио|ф\.\s?и|фамили|представител|姓\s?名)`)
	peopleHead  = re(`name|participant|attend|^who\b.*present|representative|delegate|фио|ф\.\s?и\.\s?о|фамили|участник|представител|姓\s?名|参会|与会`)
)

// taskColumns finds the columns of a table of tasks by its head; ok is false where it is none.
func taskColumns(head []string) (roles map[role]int, ok bool) {
	roles = map[role]int{}
	for _, c := range []struct {
		role
		*pattern
	}{{ownerRole, ownerColumn}, {dueRole, dueColumn}, {taskRole, taskColumn}, {taskRole, weakColumn}, {stateRole, stateColumn}} {
		if _, there := roles[c.role]; there {
			continue
		}
		for i, cell := range head {
			if taken(roles, i) || !c.MatchString(strings.TrimSpace(cell)) || utf8.RuneCountInString(cell) > 60 {
				continue
			}
			roles[c.role] = i
			break
		}
	}
	_, what := roles[taskRole]
	_, who := roles[ownerRole]
	return roles, what && who
}

// tasksByHead reports whether the head of a table has columns for tasks, for who does them and by
// when.
func tasksByHead(rows [][]string) bool {
	return slices.ContainsFunc(rows, func(row []string) bool {
		roles, ok := taskColumns(row)
		_, due := roles[dueRole]
		return ok && due
	})
}

func taken(roles map[role]int, column int) bool {
	for _, i := range roles {
		if i == column {
			return true
		}
	}
	return false
}

// guessColumns finds the columns of a table of tasks without a head by what they hold: people or
// offices, days, and the longest texts.
func (d *Draft) guessColumns(rows [][]string) (roles map[role]int, ok bool) {
	roles = map[role]int{}
	longest, width := -1, 0
	for i := range rows[0] {
		days, people, filled, long := 0, 0, 0, 0
		for _, row := range rows {
			if i >= len(row) || row[i] == "" {
				continue
			}
			filled++
			long += utf8.RuneCountInString(row[i])
			if d.onlyDay(row[i]) {
				days++
			} else if d.somebody(row[i]) {
				people++
			}
		}
		switch _, due := roles[dueRole]; {
		case filled == 0 || 2*filled < len(rows):
		case 2*days > filled && !due:
			roles[dueRole] = i
		case 3*people > 2*filled:
			if _, who := roles[ownerRole]; !who {
				roles[ownerRole] = i
			}
		case long/filled > width:
			longest, width = i, long/filled
		}
	}
	_, who := roles[ownerRole]
	_, due := roles[dueRole]
	if longest >= 0 {
		roles[taskRole] = longest
	}
	return roles, who && due && width > 12
}

// onlyDay reports whether a cell is a day or a term and nothing else.
func (d *Draft) onlyDay(cell string) bool {
	if utf8.RuneCountInString(cell) > 40 {
		return false
	}
	return len(d.dates(cell)) > 0 || len(d.daysWithoutYear(cell)) > 0 || slices.ContainsFunc(d.lex.terms, func(t term) bool { return t.MatchString(cell) })
}

// somebody reports whether a cell names people.
func (d *Draft) somebody(cell string) bool {
	names := d.whoIn(cell, true)
	return utf8.RuneCountInString(cell) < 80 && len(names) > 0 && !slices.ContainsFunc(names, func(n string) bool {
		return !isName(n) || d.Lang == "zh" && !isHanName(n) || d.Lang != "zh" && !strings.Contains(n, " ") && !d.wasThere(d.fullName(n))
	})
}

// actionTable reads a table of tasks: a column says what, another who, another when. A table
// without a head goes on from the one before it, as at the end of a page.
func (d *Draft) actionTable(p *Piece) {
	for i := range p.Rows { // above the head may be a title, or another table
		if roles, ok := taskColumns(p.Rows[i]); ok && (i < 2 || tasksByHead(p.Rows[i:i+1])) {
			if d.Lang == "en" && d.isAgenda(p, p.Rows[i], p.Rows[i+1:], roles) {
				return
			}
			d.tasks, d.wide, d.mixed = roles, len(p.Rows[i]), decisionColumn.MatchString(p.Rows[i][roles[taskRole]]) || hanDecisions.MatchString(p.Rows[i][roles[taskRole]])
			d.findDue(p.Rows[i+1:])
			d.taskRows(p, p.Rows[i+1:], Certain)
			return
		}
	}
	if d.tasks != nil && len(p.Rows[0]) == d.wide && d.follows(p) {
		d.taskRows(p, p.Rows, Likely)
		return
	}
	if d.Lang == "ru" && d.ordersIn(p) || d.actionCells(p) {
		return
	}
	if roles, ok := d.guessColumns(p.Rows); ok {
		d.tasks, d.wide = roles, len(p.Rows[0])
		d.taskRows(p, p.Rows, Guess)
	}
}

// isAgenda reports whether a table in English with a column of people is one of items, and
// those who speak to them, and has no tasks: no column says what is to be done, or by which
// day.
func (d *Draft) isAgenda(p *Piece, head []string, rows [][]string, roles map[role]int) bool {
	if taskColumn.MatchString(strings.TrimSpace(head[roles[taskRole]])) || p.underActions() {
		return false
	}
	due, ok := roles[dueRole]
	if !ok {
		_, state := roles[stateRole]
		return !state
	}
	return !slices.ContainsFunc(rows, func(row []string) bool { return due < len(row) && d.onlyDay(row[due]) })
}

// ordersIn reads the tasks that stand in the column of decisions of a table.
func (d *Draft) ordersIn(p *Piece) bool {
	column := slices.IndexFunc(p.Rows[0], d.lex.decisions.MatchString)
	if column < 0 {
		column = slices.IndexFunc(p.Rows[0], mixedDecisions.MatchString)
	}
	for _, row := range p.Rows[min(1, len(p.Rows)):] {
		if column >= 0 && column < len(row) {
			for _, sentence := range d.sentences(squared(row[column])) {
				d.action(p, labelBefore.ReplaceAllString(sentence, ""), p.At, false)
			}
		}
	}
	return column >= 0
}

// findDue takes a column that holds days for that of the terms, where no head says which it is.
func (d *Draft) findDue(rows [][]string) {
	if _, due := d.tasks[dueRole]; due {
		return
	}
	for i := range d.wide {
		days := 0
		for _, row := range rows {
			if i < len(row) && d.onlyDay(row[i]) {
				days++
			}
		}
		if !taken(d.tasks, i) && days > 0 && 2*days >= len(rows) {
			d.tasks[dueRole] = i
			return
		}
	}
}

// follows reports whether a piece stands right behind another table.
func (d *Draft) follows(p *Piece) bool {
	i := slices.Index(d.Pieces, p)
	return i > 0 && len(d.Pieces[i-1].Rows) > 0
}

// taskRows reads the tasks of rows.
func (d *Draft) taskRows(p *Piece, rows [][]string, sure Sure) {
	for _, row := range rows {
		cell := func(r role) string {
			i, there := d.tasks[r]
			if !there || i >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[i])
		}
		title := d.taskIn(row, cell(ownerRole)+cell(dueRole) == "")
		switch {
		case title == "":
			continue
		case cell(ownerRole) == "" && cell(dueRole) == "" && len(d.Actions) > 0 && d.Actions[len(d.Actions)-1].Node == p.ID && !isUpperFirst(title):
			a := &d.Actions[len(d.Actions)-1] // the row goes on over a page
			a.Title.Text = cut(joinTexts([]string{a.Title.Text, title}), 300)
			continue
		case d.onlyDecided(title, cell(ownerRole), cell(dueRole)):
			continue
		case d.lex.done.MatchString(cell(stateRole)):
			d.ask("action", p.At, quoted(cut(title, 60))+" is done already: is it an action?", "none")
			continue
		}
		a := Action{Node: p.ID, Title: Value{cut(title, 300), p.At, sure, ""}, Owners: d.owners(stroke.ReplaceAllString(cell(ownerRole), ", "), p.At, asNamed)}
		a.Owners = d.fullerOwners(a.Owners)
		if len(a.Owners) == 0 && sure == Guess || d.Lang == "en" && noTask(cell(ownerRole), cell(dueRole)) {
			continue
		}
		if d.deadlineOf(&a, cell(dueRole)); d.Lang == "en" && !a.Deadline.known() {
			d.deadline(&a, cell(stateRole)) // "open – by 13 February"
		}
		if len(a.Owners) == 0 {
			d.ask("owner", p.At, "who has to do "+quoted(cut(a.Title.Text, 60))+"?", "")
		}
		d.Actions = append(d.Actions, a)
	}
}

// taskIn is the task of a row, without its number. Where its column is empty, the cell before it
// has both: a PDF may move a cell by one. In English a row of nobody's without a task has none.
func (d *Draft) taskIn(row []string, nobodys bool) string {
	at := d.tasks[taskRole]
	if at >= len(row) || d.Lang == "en" && nobodys && strings.TrimSpace(row[at]) == "" {
		return ""
	}
	title := strings.TrimSpace(row[at])
	for _, beside := range []int{at + 1, at - 1} {
		if (title == "" || allDigits.MatchString(title)) && beside >= 0 && beside < len(row) && !taken(d.tasks, beside) {
			title = strings.TrimSpace(row[beside])
		}
	}
	return withoutRowNumber(title)
}

// withoutRowNumber is what a cell says behind the number of its row, on one line.
func withoutRowNumber(cell string) string { return squared(rowNumber.ReplaceAllString(cell, "")) }

var (
	stroke    = exact(`\s*(?:\s/\s|\n)\s*`) // between those who do a task together
	allDigits = exact(`^[\d.]+$`)
	// decisionColumn heads a column that has also decisions which are no tasks.
	decisionColumn = re(`вопрос|решени|постановлени|пункт|тема`)
	rowNumber      = exact(`^\d{1,2}(?:\.\d{1,2})*[.)]?\s+`)
)

// attendanceTable reads a table whose rows are people; code is the way to attend that its heading
// named. It reports whether people may go on below it.
func (d *Draft) attendanceTable(p *Piece, code string) bool {
	p = d.inPanels(d.wholeNamesIn(oneBelowOther(p)))
	if d.officesBelow(p) || d.rollColumns(p) || d.rollSections(p) || d.delegationColumns(p, code) || headsTasks(p.Rows[0]) {
		return false
	}
	head := p.Rows[0]
	who := d.nameColumnOf(p.Rows)
	own := code
	explained := d.explainedColumn(p.Rows)
	if d.Lang == "ru" && who >= 0 && code == "" {
		own = d.lex.attendanceOf(strings.TrimRight(head[who], ":")) // "Присутствовали | Должность"
	}
	switch headed := slices.ContainsFunc(head, nameColumn.MatchString); {
	case slices.ContainsFunc(head, votesColumn.MatchString) && d.anybody("present"):
		return false // how they voted, of whom some may have sent their vote
	case d.labelsFirst(p.Rows):
		d.labelTable(p)
		return false
	case explained >= 0 && who >= 0 && d.legend()[markIn(head[explained])] != "":
		d.attendanceRows(p, nil, p.Rows, who, cmp.Or(own, "present"))
	case own == "" && (who < 0 || !headed):
		d.labelTable(p)
		return false
	case headed:
		d.attendanceRows(p, head, p.Rows[1:], who, cmp.Or(own, "present"))
	default:
		d.attendanceRows(p, nil, p.Rows, max(who, 0), own)
	}
	return code != ""
}

// headsTasks reports whether the first row of a table heads tasks, and no people.
func headsTasks(head []string) bool {
	_, tasks := taskColumns(head)
	return tasks && !peopleHead.MatchString(strings.Join(head, " "))
}

// nameColumnOf is the column that has the names: the one that its head says, if it holds names,
// else the one that holds most.
func (d *Draft) nameColumnOf(rows [][]string) int {
	best, most := -1, 0
	for i, cell := range rows[0] {
		n := 0
		for _, row := range rows[min(1, len(rows)-1):] {
			if i < len(row) && d.personCell(row[i]) {
				n += 2
			}
		}
		if nameColumn.MatchString(strings.TrimSpace(cell)) {
			n += 1 + len(rows)/3
		}
		if strongName.MatchString(cell) { // and not "Member", which may be an organisation
			n += 1 + len(rows)
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

// personCell reports whether a cell of a list of people is the name of one.
func (d *Draft) personCell(cell string) bool {
	first, _, _ := strings.Cut(mark.ReplaceAllString(cell, ""), "\n")
	if d.Lang == "ru" && len(namesIn(first)) > 0 {
		return true
	}
	name := firstOf(strings.TrimSpace(inParens.ReplaceAllString(first, "")))
	if d.Lang == "zh" {
		return isHanPerson(bareHan(strings.ReplaceAll(name, " ", ""))) || middleDot.MatchString(name) || soundsFar(name) || mister.MatchString(name)
	}
	if m := someTitles.FindString(name); m != "" {
		return true
	}
	return wholeName.MatchString(name) && !noName.MatchString(name) && stateOf(name) == ""
}

// attendanceRows reads the people of rows: who is the column of their names. Other columns may
// say how each attended, in words or by a mark, and who had the chair.
func (d *Draft) attendanceRows(p *Piece, head []string, rows [][]string, who int, code string) {
	head = d.headsApart(head)
	marked, explained := d.markColumn(head, rows), d.explainedColumn(rows)
	for _, row := range rows {
		if d.labelledRow(row, p.At) {
			continue
		}
		if who >= len(row) || row[who] == "" || totals.MatchString(row[who]) {
			continue
		}
		own, office := d.howOf(head, row, who, code)
		if marked >= 0 && marked < len(row) && row[marked] == "" && own == "present" {
			own = "absent"
		}
		if explained >= 0 && explained < len(row) {
			own = cmp.Or(d.legend()[markIn(row[explained])], own)
		}
		if own == "" {
			continue
		}
		if d.Lang == "en" && d.severalInCell(row[who]) {
			for _, one := range cellLines(row[who]) {
				d.attends(own, one, p.At, false)
			}
			continue
		}
		name, several := d.nameInCell(row[who])
		d.attends(own, name, p.At, several)
		if office != "" && office != own && own != "absent" && own != "excused" {
			d.attends(office, name, p.At, several)
		}
	}
}

// markColumn is the column in which those who came have a mark, and others nothing; below 0 where
// there is none.
func (d *Draft) markColumn(head []string, rows [][]string) int {
	for i, cell := range head {
		if !presenceColumn.MatchString(cell) {
			continue
		}
		marks, other := 0, 0
		for _, row := range rows {
			switch {
			case i >= len(row) || row[i] == "":
			case yesMark.MatchString(row[i]):
				marks++
			default:
				other++
			}
		}
		if marks > 1 && other == 0 {
			return i
		}
	}
	return -1
}

// headsApart gives two narrow columns their heads back, which stand so near to each other that
// they were read as one: "Present Absent".
func (d *Draft) headsApart(head []string) []string {
	for i, cell := range head[:max(0, len(head)-1)] {
		if ways := strings.Fields(cell); len(ways) == 2 && d.lex.attendanceOf(ways[0]+":") != "" && d.lex.attendanceOf(ways[1]+":") != "" {
			return slices.Concat(head[:i], ways, head[i+2:])
		}
	}
	return head
}

var totals = re(`^(?:total|итого|всего|合计|共)`)

// headedAs is the way to attend that the head of a column names.
func (d *Draft) headedAs(head []string, i int) string {
	if i >= len(head) {
		return ""
	}
	headed := d.lex.attendanceOf(strings.TrimRight(head[i], ":： ") + ":")
	if headed == "" && presenceColumn.MatchString(head[i]) {
		return "present"
	}
	return headed
}

// howOf says how the one of a row attended, and which office at the meeting a column says.
func (d *Draft) howOf(head, row []string, who int, code string) (own, office string) {
	own = code
	for i, cell := range row {
		cell = strings.TrimSpace(cell)
		if i == who || cell == "" {
			continue
		}
		headed := d.headedAs(head, i)
		switch how := wayOf(cell); {
		case headed != "" && noMark.MatchString(cell):
			if headed == own {
				own = "absent"
			}
		case headed != "" && yesMark.MatchString(cell):
			own = headed
		case how == "":
			office = cmp.Or(d.officeIn(cell), office)
		case how == "chair", how == "secretary":
			office = how
		case how != "":
			own = how
		}
	}
	return own, office
}
