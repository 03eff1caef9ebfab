package draft

import (
	"slices"
	"strings"
)

// withoutOutcome are the last sentences of clauses of which nothing was read and nothing is listed,
// by the place of their piece.
func (d *Draft) withoutOutcome(k *known, listed [][]Doubt) map[int]Doubt {
	out := map[int]Doubt{}
	for from, to := 0, 0; from < len(d.Pieces); from = to {
		clause := clauseOf(d.Pieces[from])
		for to = from; to < len(d.Pieces) && clauseOf(d.Pieces[to]) == clause; {
			to++
		}
		if !strings.HasPrefix(clause, "c") || noOutcome.MatchString(d.Pieces[from].Text) || d.clauseActs(d.Pieces[from]) {
			continue
		}
		if i := d.lastSaid(k, listed, from, to); i >= 0 {
			all := d.sentences(d.Pieces[i].Text)
			if said := all[len(all)-1]; d.mayConclude(k, i, said) {
				out[i] = Doubt{[]string{"act"}, d.Pieces[i].At, cut(said, 110)}
			}
		}
	}
	return out
}

// lastSaid is the last paragraph of some pieces; -1 where something was read of one, or is listed.
func (d *Draft) lastSaid(k *known, listed [][]Doubt, from, to int) int {
	last := -1
	for i, p := range d.Pieces[from:to] {
		if len(p.Rows) > 0 || k.places[p.At] || slices.ContainsFunc(listed[from+i], func(o Doubt) bool {
			return !strings.HasPrefix(o.May[0], "day") && !strings.HasPrefix(o.May[0], "person")
		}) {
			return -1
		}
		if !p.Heading && strings.TrimSpace(p.Text) != "" && !d.frontLine(p.Text) {
			last = from + i
		}
	}
	return last
}

// mayConclude reports whether the last sentence of a clause may be its outcome.
func (d *Draft) mayConclude(k *known, i int, said string) bool {
	task, _ := k.isTask(said)
	switch {
	case task, k.told(said), d.saysNothing(i, said), doubtWords[d.lex].idle.MatchString(said), d.spoken(said), d.lex.next.MatchString(said), !d.mayResolve(said):
		return false
	case len(said) < 20, d.Lang == "ru" && speech.MatchString(said):
		return false
	}
	return !d.saidBySomebody(said)
}

// saidBySomebody reports whether a sentence tells what one of those who were there said.
func (d *Draft) saidBySomebody(sentence string) bool {
	for _, g := range d.Attendance {
		for _, w := range g.Who {
			if _, rest, ok := strings.Cut(sentence, w.Why); ok && doubtWords[d.lex].says.MatchString(rest) {
				return true
			}
		}
	}
	rest, ok := d.afterName(sentence)
	return ok && doubtWords[d.lex].says.MatchString(rest)
}

// noOutcome heads a clause that needs no outcome.
var noOutcome = re(`call\s+to\s+order|adjourn|attend|present|apolog|welcome|opening|roll\s+call|quorum|agenda|next\s+(?:meeting|call)|any\s+other|introduc|announce|participants|comments|` +
	`присутств|участник|повестк|(?:^|\s)посл\p{L}+\s+вопрос|кворум|открыти|закрыти|подпис|разное|时间|地点|人员|出席|参会|议程|主持|记录|签到|附件|背景`)

// tellsToo reports whether a sentence in Chinese, of which a task was read, tells somebody to do it
// beside what it decides, and its piece has no such act.
func (d *Draft) tellsToo(p *Piece, sentence string) bool {
	return d.Lang == "zh" && len(p.Acts) > 0 && !p.hasAct("instructed") && toldBeside.MatchString(sentence)
}

// toldBeside begins a clause that tells somebody to do something.
var toldBeside = exact(`(?:^|[，；：。])(?:会议(?:明确|要求|决定)，?)?(?:(?:请|责成|要求)\p{Han}{2,20}|由\p{Han}{2,16}(?:按照|根据))`)
