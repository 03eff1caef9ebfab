package draft

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// infinitives finds what paragraphs in English do that begin with "To …", as protocols of the
// cooperation of states are written: "2.1. To approve the plan."
func (d *Draft) infinitives(p *Piece, text string) {
	m := toDoSo.FindStringSubmatchIndex(text)
	if d.Lang != "en" || m == nil || len(p.Acts) > 0 || p.Heading || !strings.HasPrefix(model.PartOf(p.ID), "c") || !strings.ContainsAny(text[len(text)-1:], ".;") {
		return
	}
	code, verb := d.doing(text[m[4]:])
	switch {
	case takeNote.MatchString(text[m[4]:]):
		code, verb = "noted", span{0, m[5] - m[4]}
	case verb.from > 0 || code == "" || code == "deferred" && strings.HasPrefix(text[m[4]:], "continue"):
		code, verb = "decided", span{0, m[5] - m[4]}
	}
	if m[2] >= 0 && slices.Contains(deciding, code) {
		code = "rejected"
	}
	d.quotesAt(p, code, text[m[4]+verb.from:m[4]+verb.to], m[4]+verb.from)
}

var (
	toDoSo   = exact(`^(?:\d+(?:\.\d+)*[.)]?\s+)?(Not\s)?(?:To|to)\s+([\p{Ll}-]{3,})\s`)
	takeNote = exact(`^(?:take\s+(?:due\s+)?note|note)\s`)
)

// tableOfTasks reports whether a table is one of tasks, and says nothing of decisions.
func (d *Draft) tableOfTasks(p *Piece) bool {
	_, tasks := taskColumns(p.Rows[0])
	return tasks && !slices.ContainsFunc(p.Rows[0], decisionHead.MatchString)
}

// decidedInCells finds the acts in the column of decisions of a table in English.
func (d *Draft) decidedInCells(p *Piece) {
	column := slices.IndexFunc(p.Rows[0], func(head string) bool { return decisionHead.MatchString(strings.TrimSpace(head)) })
	if column < 0 {
		d.toldInCells(p)
		return
	}
	text := joinTexts(lines(p))
	for _, row := range p.Rows[1:] {
		if column >= len(row) || row[column] == "" || noDeadline.MatchString(row[column]) {
			continue
		}
		code, words := d.decidedIn(row[column])
		if code == "" || p.hasAct(code) {
			continue
		}
		if at := strings.Index(text, words); at >= 0 {
			p.Acts = append(p.Acts, Act{Value: Value{code, p.At, Likely, words}, Words: words, from: at})
		}
	}
}

// decisionHead heads the decisions of a table.
var decisionHead = re(`^(?:[\p{L}/]+\s+)?(?:decisions?|resolutions?|outcomes?|conclusions?|agreed|result)\b(?:\s*[/&]\s*actions?)?(?:\s+(?:taken|made))?$|^decisions?\s+(?:and|or)\s+actions?$`)

// decidedIn says what a cell of decisions decides, and by which words.
func (d *Draft) decidedIn(cell string) (code, words string) {
	cell = strings.Join(strings.Fields(cell), " ")
	w := refusingWords[d.lex]
	for _, all := range [][]saying{w.to, w.by, d.lex.fragments.told, d.lex.fragments.done} {
		for _, v := range all {
			if m := v.FindStringSubmatchIndex(cell); m != nil && !d.idle(cell, m[2], m[3]) {
				return v.code, cell[m[2]:m[3]]
			}
		}
	}
	code, verb := d.doing(cell)
	if verb.to > verb.from && leadingVerb.MatchString(cell[:verb.from]) {
		return code, cell[verb.from:verb.to]
	}
	if _, ok := d.dutyIn(cell); ok {
		return "", "" // a task
	}
	return "decided", cut(cell, 60)
}

// voteOnly is a paragraph in English that says nothing but how something was decided.
var voteOnly = re(`^\W*(?:adopted|approved|agreed|carried|passed|accepted|so\s+ordered)\s*(?:unanimously|by\s+(?:consensus|acclamation|\d)|\(?\d)[^.]{0,60}\.?\W*$`)

// onlyVote reports whether a paragraph only says how what precedes it was decided.
func (d *Draft) onlyVote(i int) bool {
	return d.Lang == "en" && i > 0 && voteOnly.MatchString(d.Pieces[i].Text) && len(d.Pieces[i-1].Acts) > 0 && model.PartOf(d.Pieces[i-1].ID) == model.PartOf(d.Pieces[i].ID)
}

// noTask reports whether the cells of a row say that nobody has to do anything.
func noTask(owner, due string) bool {
	return noDeadline.MatchString(owner) && (due == "" || noDeadline.MatchString(due))
}

// onlyDecided reports whether a row has no task: nothing, or a decision that nobody has to carry
// out.
func (d *Draft) onlyDecided(title, owner, due string) bool {
	none := func(cell string) bool { return noDeadline.MatchString(cmp.Or(cell, "-")) }
	return d.Lang == "en" && noDeadline.MatchString(title) || d.hanRefused(title) && none(due) || d.Lang == "ru" && d.mixed && none(owner) && none(due)
}

// consents makes approvals of what texts in English approve that is no document: the vocabulary
// keeps "adopted" for a document in its final form.
func (d *Draft) consents() {
	if d.Lang != "en" {
		return
	}
	for _, p := range d.Pieces {
		text := ""
		for i, a := range p.Acts {
			if a.Text != "adopted" || !approving.MatchString(a.Why) {
				continue
			}
			text = cmp.Or(text, joinTexts(lines(p)))
			if end := a.from + len(a.Why); end <= len(text) && (noPaper.MatchString(text[end:]) || noPaperBefore.MatchString(text[:a.from])) && !p.hasAct("approved") {
				p.Acts[i].Text, p.Acts[i].Words = "approved", a.Why
			}
		}
	}
}

// Words of an approval, and what is approved that is no document, behind and before them.
var (
	approving     = re(`^(?:(?:was|were|been|be)\s+)?(?:approved?|accept(?:ed)?)$`)
	noPaper       = re(`^\s+(?:for\s|[$£€]\s?\d|(?:the\s+|an?\s+|its\s+|all\s+|two\s+|three\s+|\d+\s+)?(?:[\p{L}'’-]+\s+){0,2}?(?:release|expenditure|spending|payments?|purchases?|hiring|recruitment|requests?|applications?|use|extension|transfers?|loans?|allocation|reimbursement|membership|leave|permits?|variances?|waivers?|disbursement|donations?|quot(?:e|ation)s?|tenders?|bids?|estimates?)\b)`)
	noPaperBefore = re(`(?:^|[.;:–—-]\s+)(?:[\p{L}\d'’-]+\s+){0,6}(?:grants?|members?|applications?|requests?|payments?|purchases?|expenditure|spending|permits?|variances?|loans?|leave|transfers?|quot(?:e|ation)s?|tenders?|bids?|estimates?)(?:\s+be)?\s*$`)
)

// saidInCells finds the acts that the notes of a table of items and tasks in English tell in
// sentences; a table of tasks alone has none.
func (d *Draft) saidInCells(p *Piece) {
	if d.Lang != "en" || len(p.Rows) < 2 || !d.tableOfTasks(p) && !slices.ContainsFunc(p.Rows[0], actionsColumn.MatchString) {
		return
	}
	column := slices.IndexFunc(p.Rows[0], func(head string) bool { return notesColumn.MatchString(strings.TrimSpace(head)) })
	if column < 0 {
		return
	}
	text, from := joinTexts(lines(p)), 0
	for _, row := range p.Rows[1:] {
		if column >= len(row) || row[column] == "" {
			continue
		}
		cell := squared(row[column])
		q := &Piece{ID: p.ID, Text: cell, Lines: []string{cell}, At: p.At}
		d.formulas(q, cell, d.site.Said(cell, d.Lang), false)
		d.says(q, cell)
		d.did(q, cell, false)
		d.fragments(q, cell, "")
		at := strings.Index(text[from:], cell)
		if at < 0 {
			continue
		}
		from += at
		for _, a := range q.Acts {
			if a.from += from; a.Text != "closed" && !p.hasAct(a.Text) {
				p.Acts = append(p.Acts, a)
			}
		}
	}
}

// notesColumn heads what was said on the items of a table.
var notesColumn = re(`^(?:discussions?|notes?|minutes?|summary|details?|record|main\s+points|key\s+points|points\s+discussed|discussion\b.{0,30}|items?\s*(?:/|and|&)\s*discussions?|narrative|outline)$`)
