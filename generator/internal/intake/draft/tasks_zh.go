package draft

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// hanNewClause forgets, in Chinese, what the clause before a piece said of its tasks, and those
// whom a line told the items below it where these end.
func (d *Draft) hanNewClause(p *Piece) {
	if d.Lang != "zh" {
		return
	}
	clause := clauseOf(p)
	if p.Heading || !strings.HasPrefix(clause+".", d.waiting.Node+".") {
		d.task, d.waiting = task{}, Action{}
	}
	d.waiting.Node = clause
	if !strings.HasPrefix(p.ID, d.boss.clause) || p.Num == "" && len(p.Items) == 0 {
		d.boss = boss{}
	}
}

// hanAddressee reads a line in Chinese that names those to whom the items below it are told: "会议
// 要求秘书处：".
func (d *Draft) hanAddressee(p *Piece, text, at string) bool {
	bare := strings.TrimRight(text, "：: ")
	if bare != text && termLead.MatchString(bare) {
		clause := clauseOf(p)
		d.boss = boss{clause: clause[:strings.LastIndex(clause, ".")+1], until: bare}
		return true
	}
	clauses := hanClauses(bare, 0, len(bare))
	if bare == text || len(clauses) == 0 || len(p.Items) > 0 {
		return false
	}
	clause := hanOpening.ReplaceAllString(bare[clauses[len(clauses)-1][0]:], "")
	clause = clause[len(whoMet(clause)):]
	told := tellsBelow.FindString(clause)
	who, n := d.hanWho(clause[len(told):])
	rest := clause[len(told):][n:]
	if len(who) == 0 || !nothingMore.MatchString(rest) || told == "" && !mustBelow.MatchString(rest) || slices.ContainsFunc(who, hanMeets.MatchString) {
		return false
	}
	a := Action{}
	d.hanOwners(&a, who, at)
	d.boss = boss{clause: p.ID[:strings.LastIndex(p.ID, ".p")+1], owners: a.Owners}
	return true
}

var (
	// termLead says by when what stands below it is to be done.
	termLead   = exact(`^(?:请)?(?:各位|大家)?(?:[于在])?[^，。；：]{2,16}?(?:之?前)(?:需|要|应|须)?(?:完成|落实|提交|办结|做完)(?:的?(?:以下|下列|如下)?(?:工作|事项|任务|内容)?)?$`)
	tellsBelow = exact(`^(?:要求|责成|请|委托|由|授权|安排|指派|督促)`)
	mustBelow  = exact(`^(?:要|应|须|负责|需)`)
	// nothingMore is what such a line says of what is to be done: that it comes below.
	nothingMore = exact(`^(?:同志|要|应当?|必?须|需|负责|做好|抓好|完成|落实|重点|认真|切实|尽快|抓紧|如下|以下|下列|[几一二三四五六两]|[项点个]|方面|工作|任务|事项|的)*$`)
)

// hanBelowLead reads an item below a line that names those who have to do it, or below one that
// heads decisions, where it begins with whoever does something.
func (d *Draft) hanBelowLead(a *Action, p *Piece, text, at string) bool {
	switch {
	case d.hanCalled(a, p, text, at):
		if d.boss.until != "" && !d.hasDay(text) {
			d.deadline(a, d.boss.until)
		}
		return true
	case d.hanOrder(text):
		return false
	case len(d.boss.owners) > 0:
		a.Owners = d.boss.owners
	case p.led:
		d.hanOwners(a, d.hanDoes(text), at)
	case pointDuty.MatchString(text) && len(d.Actions) > 0 && d.Actions[len(d.Actions)-1].Node == p.ID && firstPoint.MatchString(d.Actions[len(d.Actions)-1].Title.Text):
		a.Owners = d.Actions[len(d.Actions)-1].Owners
	}
	a.Title = Value{text, at, Likely, ""}
	return len(a.Owners) > 0
}

// firstPoint and pointDuty are points of a sentence that tells somebody to do several things; the
// second is one of the others that says what is to be done.
var (
	firstPoint = exact(`[：:]\s*(?:一是|[（(]?[1一][）).、]|①)|^(?:[二三四五六]是|[（(]?[2-9二三四五六][）).、]|[②-⑨])`)
	pointDuty  = exact(`^(?:[二三四五六]是|[（(]?[2-9二三四五六][）).、]|[②-⑨])\s*(?:` + hanDuty + `|[于在要应须将对就向把\d])`)
)

// hanDoes are those with whom a decision begins that says what they do: "各村安排专人看守".
func (d *Draft) hanDoes(text string) []string {
	text = hanOpening.ReplaceAllString(text, "")
	who, n := d.hanWho(text)
	rest := firstClause(text[n:])
	if len(who) == 0 || firstDuty(rest) == "" || pastTense.MatchString(rest) || notByThem.MatchString(rest) || strings.Contains(rest, "的") {
		return nil
	}
	if slices.ContainsFunc(who, func(w string) bool { return hanMeets.MatchString(w) || notOffice.MatchString(w) }) {
		return nil
	}
	return who
}

// hanWaits keeps the owners and the deadline of lines that come before their task.
func (d *Draft) hanWaits(owners []Value, text, at string) bool {
	if d.Lang != "zh" || d.task.text != "" {
		return false
	}
	d.waiting.Owners = append(d.waiting.Owners, owners...)
	more := Action{Title: Value{At: at}}
	if d.deadline(&more, text); more.Deadline.known() {
		d.waiting.Deadline = more.Deadline
	}
	return true
}

// hanAwaited makes a task of the first text below such lines.
func (d *Draft) hanAwaited(a *Action, text, at string) bool {
	if len(d.waiting.Owners) == 0 {
		return false
	}
	a.Owners, a.Deadline, a.Title = d.waiting.Owners, d.waiting.Deadline, Value{text, at, Likely, ""}
	d.waiting.Owners, d.waiting.Deadline = nil, Value{}
	return true
}

// hanTermOf reads a sentence in Chinese that is nothing but the deadline of the task before it, in
// brackets: "（9月底前完成）".
func (d *Draft) hanTermOf(p *Piece, sentence string) {
	n := len(d.Actions)
	if d.Lang != "zh" || n == 0 || d.Actions[n-1].Node != p.ID || d.Actions[n-1].Deadline.known() || !bracketTerm.MatchString(sentence) {
		return
	}
	d.deadline(&d.Actions[n-1], sentence)
}

// bracketTerm is such a sentence.
var bracketTerm = exact(`^[（(【\[][^（()）]{2,20}?(?:前|内|底|日|末)(?:完成|办结|落实|报送|提交|上报)?[）)】\]]$`)

// idleIn reports whether a paragraph in Chinese tells of no decision and no task.
func (d *Draft) idleIn(p *Piece) bool {
	return d.Lang == "zh" && (idleLine.MatchString(p.Text) || agendaLine.MatchString(p.Text) || len(p.Items)+len(p.Rows) == 0 && d.lex.attendanceOf(p.Text) != "")
}

// idleLine begins a line of minutes in Chinese that tells what was put to those who met, and why;
// agendaLine names an item of the agenda.
var (
	idleLine   = exact(`^(?:案由|说明|提案说明|案情说明|背景|理由|缘由|主旨|依据|提案人|提案单位)\s*[：:]\s*(?:[^请责同决\s]|同[^意])|^提案\s*[：:][^：:]*$`)
	agendaLine = exact(`^(?:议题|提案)[一二三四五六七八九十\d]{1,3}\s*[：:.．]`)
)

var nameThenColon = exact(`^(?:\p{Han}{2,4}|[A-Z][A-Za-z]+)(?:[、,，](?:\p{Han}{2,4}|[A-Z][A-Za-z]+))*[：:]`)

// nameInBrackets are those who do what stands behind their names in brackets.
var nameInBrackets = exact(`^([【\[](?:\p{Han}{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?:\s*[、，,/和]\s*(?:\p{Han}{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?))*)[】\]]`)

// leadingHan is the part of a Chinese text that is the names of people who attended with which it
// begins; where it need not be strict also what stands before a colon.
func (d *Draft) leadingHan(text string, strict bool) string {
	n := 0
	for more := true; more; {
		more = false
		rest := strings.TrimLeft(text[n:], "、，,和与及 【[")
		for _, g := range d.Attendance {
			for _, w := range g.Who {
				if at := len(text) - len(rest); strings.HasPrefix(rest, w.Why) && at+len(w.Why) > n {
					n, more = at+len(w.Why), true
				}
			}
		}
	}
	if m := nameThenColon.FindString(text); n == 0 && !strict {
		return strings.TrimRight(m, "：:")
	}
	if m := nameInBrackets.FindStringSubmatch(text); m != nil && !strict { // also those who were not there
		return text[:len(m[1])]
	}
	return text[:n]
}

// hanBehindDash reads a task of a list in Chinese behind which a dash and those who do it stand:
// "确认接口变更 —— 曹志 王欢". They have to be people who were there.
func (d *Draft) hanBehindDash(a *Action, text, at string) bool {
	m := whoBehindDash.FindStringSubmatch(text)
	if m == nil {
		return false
	}
	who := strings.FieldsFunc(m[2], func(r rune) bool { return strings.ContainsRune(" 　、，,/@", r) })
	if slices.ContainsFunc(who, func(name string) bool { return !d.wasThere(d.fullName(name)) }) {
		return false
	}
	d.hanOwners(a, who, at)
	a.Title = Value{m[1], at, Likely, ""}
	return len(a.Owners) > 0
}

// hanCalled reads a point of notes in Chinese that ends with those whom it calls: "整理问卷 @王芳".
func (d *Draft) hanCalled(a *Action, p *Piece, text, at string) bool {
	m := calledAtEnd.FindStringSubmatch(text)
	if m == nil || p.Num == "" && p.label == "" && len(p.Items) == 0 && !p.underActions() || notCalledTo.MatchString(m[1]) {
		return false
	}
	d.hanOwners(a, strings.FieldsFunc(m[2], func(r rune) bool { return strings.ContainsRune(" 　、，,/@＠", r) }), at)
	a.Title = Value{m[1], at, Likely, ""}
	return len(a.Owners) > 0
}

var (
	calledAtEnd = exact(`^(.{3,}?)[\s（(]*((?:[@＠][\p{Han}A-Za-z][\p{Han}\w·.-]{1,20}[、，,\s/]*)+)[）)]?[。；;]?$`)
	notCalledTo = exact(`^(?:感谢|欢迎|祝贺|恭喜|cc|抄送|主持|记录|参会|出席|列席|缺席|请假)|[：:]\s*$|(?:由|与|和|邀请|感谢)$`)
)

// whoBehindDash is what is to be done, a dash, those who do it, and by when.
var whoBehindDash = exact(`^(.{4,}?)\s*(?:—+|–|--+|\s-)\s*([@\p{Han}·、/ 　]{2,40})(?:[，,；;（(][^，。；]{2,24})?[。；;]?$`)

// hanOrders divides a sentence before each clause that gives another task to somebody.
func (d *Draft) hanOrders(sentence string) (out []string) {
	from := 0
	for _, c := range hanClauses(sentence, 0, len(sentence)) {
		if c[0] == 0 || utf8.RuneCountInString(sentence[from:c[0]]) < 7 {
			continue
		}
		clause := sentence[c[0]:c[1]]
		if who, words := d.hanTask(clause); len(who) == 0 || withThem.MatchString(words) || hanWithThem.MatchString(clause) || !strings.HasPrefix(handsOver.ReplaceAllString(hanOpening.ReplaceAllString(clause, ""), "$1"), words) || !d.hanOrder(sentence[from:c[0]]) {
			continue
		}
		if rest := clause[len(hanOpening.FindString(clause)):]; utf8.RuneCountInString(rest) < 6 {
			continue
		}
		out = append(out, strings.TrimRight(sentence[from:c[0]], "，, "))
		from = c[0]
	}
	return append(out, sentence[from:])
}

// withThem is in words that tell others to help, handsOver begins a clause that gives them the
// rest, and hanWithThem one on those with whom the task before it is done.
var (
	withThem    = exact(`配合|协助`)
	handsOver   = exact(`^(?:再|后|最后)?(?:移|转)?交(由)`)
	hanWithThem = exact(`^(?:并|再)?(?:会同|联合|会商|商)`)
)

// doneOnDay begins what somebody did on a day, and has not to do by then.
var doneOnDay = exact(`^已?[于在][^，。；前止]{2,20}日[^，。；前止]{0,8}(?:出具|提交|发出|发布|印发|完成|签订|签署|收到|报送|公布|召开|作出)了`)
