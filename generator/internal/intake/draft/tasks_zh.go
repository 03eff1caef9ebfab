package draft

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
	return d.Lang == "zh" && (idleLine.MatchString(p.Text) || agendaLine.MatchString(p.Text))
}

// idleLine begins a line of minutes in Chinese that tells what was put to those who met, and why;
// agendaLine names an item of the agenda.
var (
	idleLine   = exact(`^(?:案由|说明|提案说明|案情说明|背景|理由|缘由|主旨|依据|提案人|提案单位)\s*[：:]\s*(?:[^请责同决\s]|同[^意])`)
	agendaLine = exact(`^(?:议题|提案)[一二三四五六七八九十\d]{1,3}\s*[：:.．]`)
)
