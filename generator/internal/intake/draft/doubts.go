package draft

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// A Doubt is what a sentence, or a row of a table, seems to say and the draft does not have.
type Doubt struct {
	May   []string `json:"may_have"` // "act", "task", "table", "list", or a day or person by its words
	At    string   `json:"at,omitempty"`
	Words string   `json:"words"`
}

// mostDoubts is how many doubts a report has at most; what comes after them is counted.
const mostDoubts = 200

// doubts lists what the text seems to say and the draft does not have: sentences with a word of
// deciding or of duty that are no act and no task, clauses without an outcome, days that are no
// date, and names of nobody known. What is a question already is not listed again.
func (d *Draft) doubts() []Doubt {
	k := d.known()
	listed := make([][]Doubt, len(d.Pieces)) // by piece
	d.strange = nil
	for i, p := range d.Pieces {
		for n := range rowsOf(p) {
			d.strange = append(d.strange, d.strangers(k, i, n)...)
		}
	}
	for i, p := range d.Pieces {
		if part := model.PartOf(p.ID); !model.IsAnnex(part) || d.listsWho(p) {
			listed[i] = d.doubtsOf(k, i)
		}
	}
	for i, outcome := range d.withoutOutcome(k, listed) {
		listed[i] = append(listed[i], outcome)
	}
	if i, o := d.onlySigned(k); len(o.May) > 0 {
		listed[i] = append(listed[i], o)
	}
	if i, o := d.onlyVoted(k); len(o.May) > 0 {
		listed[i] = append(listed[i], o)
	}
	return slices.Concat(listed...)
}

// listsWho reports whether a piece of an annex is in a list of people or tasks.
func (d *Draft) listsWho(p *Piece) bool {
	for _, o := range d.Pieces {
		if o.ID == model.PartOf(p.ID) {
			return peopleHead.MatchString(o.Text) || annexOfTasks.MatchString(o.Text)
		}
	}
	return false
}

// annexOfTasks heads an annex of tasks, or of people.
var annexOfTasks = re(`поручени|мероприяти|задач|состав\s|\bactions?\b|\btasks?\b|delegat|名单|任务|分工`)

// doubtsOf are those of a piece.
func (d *Draft) doubtsOf(k *known, i int) (out []Doubt) {
	p := d.Pieces[i]
	if len(p.Items) > 3 && !k.places[p.At] && slices.ContainsFunc(p.Items, func(it line) bool { return it.level > p.Items[0].level }) {
		out = append(out, Doubt{[]string{"list"}, p.At, cut(p.Items[0].text, 100)})
	}
	for n, text := range rowsOf(p) {
		at := p.At
		if n < len(p.Items) && len(p.Items) == len(lines(p)) && p.Items[n].at != "" {
			at = p.Items[n].at
		}
		strangers := d.strangers(k, i, n)
		for _, sentence := range d.sentencesOf(p, text) {
			may, from := d.doubtful(k, i, sentence)
			for _, name := range strangers {
				if j := strings.Index(sentence, name); !nobody.MatchString(name) && (j >= 0 || !strings.Contains(text, name)) && !slices.Contains(may, "person "+name) {
					may, from = append(may, "person "+name), min(from, max(j, 0))
				}
			}
			if len(may) > 0 && !k.told(sentence) {
				out = append(out, Doubt{d.inBasicForm(may), at, around(sentence, from)})
			}
		}
	}
	if len(p.Rows) > 1 && len(out) == 0 && !k.places[p.At] {
		out = append(out, Doubt{[]string{"table"}, p.At, cut(strings.Join(p.Rows[0], " | "), 100)})
	}
	return out
}

// sentencesOf are those of a line of a piece. A short row is one; in a long one points are apart.
func (d *Draft) sentencesOf(p *Piece, text string) []string {
	switch {
	case len(p.Rows) == 0:
		return d.withTerms(d.sentences(text))
	case doneInRow.MatchString(text):
		return nil
	case utf8.RuneCountInString(text) < 160:
		return []string{text}
	}
	return strings.Split(strings.Join(d.sentences(text), " • "), " • ")
}

// rowsOf are the lines of a piece; of a table the rows, whose cells may have several lines.
func rowsOf(p *Piece) []string {
	if len(p.Rows) == 0 {
		return lines(p)
	}
	out := make([]string, len(p.Rows))
	for i, row := range p.Rows {
		out[i] = strings.ReplaceAll(strings.Join(row, " "), "\n", " ")
	}
	return out
}

// known is what a draft has, by its words.
type known struct {
	places map[string]bool // of tables of which something was read
	days   map[string]bool
	names  []string
	called map[string]bool // names that were looked for, and whether they are known
	there  []string        // of those who attended
	away   []string        // and of those who did not
	chairs []string        // of those who had the chair, or headed a delegation
	clerks []string        // of those who wrote the record
	signed []string
	tasks  []knownTask
	asked  []string // words of the text that questions quote
	agenda []string
}

// knownTask is a task by its words, without white space.
type knownTask struct {
	title string
	due   bool
}

// known collects what the draft has.
func (d *Draft) known() *known {
	k := &known{places: map[string]bool{}, days: map[string]bool{}, called: map[string]bool{}}
	name := func(values ...Value) {
		for _, v := range values {
			k.names = append(k.names, v.Text, v.Why)
			k.places[v.At] = true
		}
	}
	day := func(values ...Value) {
		for _, v := range values {
			if v.known() {
				k.days[string(model.Date(v.Text).From())] = true
				k.days[string(model.Date(v.Text).To())] = true
				k.places[v.At] = true
			}
		}
	}
	day(d.Date, d.Signed, d.Approved)
	name(d.Chair, d.Place, d.Title)
	k.chairs = append(k.chairs, d.Chair.Text, d.Chair.Why)
	for _, g := range d.Attendance {
		name(g.Who...)
		for _, w := range g.Who {
			k.there = append(k.there, w.Text, w.Why)
			switch g.Code {
			case "absent", "excused", "proxy":
				k.away = append(k.away, w.Text, w.Why)
			case "chair", "vice-chair", "head":
				k.chairs = append(k.chairs, w.Text, w.Why)
			case "secretary", "scribe":
				k.clerks = append(k.clerks, w.Text, w.Why)
			}
		}
	}
	for _, a := range d.Agenda {
		name(a.By...)
		k.agenda = append(k.agenda, a.Title.Text)
	}
	for _, c := range d.Cited {
		day(c.Date)
	}
	for _, a := range d.Actions {
		name(a.Owners...)
		day(a.Deadline)
		k.places[a.Title.At] = true
		k.tasks = append(k.tasks, knownTask{squeezed(strings.TrimSuffix(a.Title.Text, "…")), a.Deadline.known()})
	}
	for _, p := range d.Pieces {
		name(p.Signer, p.By)
		k.signed = append(k.signed, p.By.Text, p.By.Why, p.Signer.Text)
		if len(p.Acts) > 0 {
			k.places[p.At] = true
		}
		if v := p.Vote; v != nil {
			name(slices.Concat(v.ForBy, v.AgainstBy, v.AbstainingBy, v.Mover, v.Seconder)...)
		}
	}
	slices.Sort(k.names)
	k.names = slices.Compact(k.names)
	for _, q := range d.Questions {
		if words := strings.TrimSuffix(unquoted(q.Text), "…"); len(words) > 8 {
			k.asked = append(k.asked, words)
		}
	}
	return k
}

// named reports whether somebody with a name is known, in whatever form.
func (k *known) named(name string) bool {
	is, before := k.called[name]
	if !before {
		is = among(k.names, name)
		k.called[name] = is
	}
	return is
}

// squeezed is a text without white space, to be compared with another.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// told reports whether a question quotes a sentence already, or it is an item of the agenda.
func (k *known) told(sentence string) bool {
	quotes := func(words string) bool {
		return 2*len(words) > len(sentence) && strings.Contains(sentence, words) || strings.Contains(words, sentence)
	}
	return slices.ContainsFunc(k.asked, quotes) || slices.Contains(k.agenda, strings.TrimRight(sentence, ".;。； "))
}

// isTask reports whether an action was read of a sentence, and whether it has a deadline.
func (k *known) isTask(sentence string) (task, due bool) {
	text := squeezed(strings.TrimRight(sentence, ".,。，;； "))
	for _, t := range k.tasks {
		if strings.Contains(text, t.title) || strings.HasPrefix(t.title, text) {
			task, due = true, due || t.due
		}
	}
	return task, due
}

// doubtful says what of a sentence of a piece may have been missed, and where its words begin.
func (d *Draft) doubtful(k *known, i int, sentence string) (may []string, from int) {
	p := d.Pieces[i]
	from = len(sentence)
	add := func(what string, at int) {
		if may = append(may, what); at < from {
			from = at
		}
	}
	task, due := k.isTask(sentence)
	act, tell := d.saysMoreThan(i, sentence)
	if act >= 0 && (!task || len(p.Rows) == 0 && d.strongerAct(p, sentence, sentence) >= 0) {
		add("act", act)
	}
	if act < 0 && task && d.tellsToo(p, sentence) {
		add("act", 0)
	}
	if tell >= 0 && !task {
		add("task", tell)
	}
	if i := d.otherKind(p, sentence, task); i >= 0 && !slices.Contains(may, "act") {
		add("act", i)
	}
	for _, when := range d.daysIn(k, sentence, due, tell >= 0 || task, len(may) > 0) {
		if words := strings.Trim(sentence[when.from:when.to], " .,;:"); !slices.Contains(k.asked, words) {
			add("day "+words, when.from)
		}
	}
	for _, m := range d.untold(k, i, sentence) {
		if person := "person " + strings.TrimSpace(sentence[m[0]:m[1]]); !slices.Contains(may, person) {
			add(person, m[0])
		}
	}
	return may, from
}

// hasClauses reports whether the text has clauses.
func (d *Draft) hasClauses() bool {
	return slices.ContainsFunc(d.Pieces, func(p *Piece) bool { return strings.HasPrefix(p.ID, "c") })
}

// among reports whether somebody is one of those named.
func among(names []string, name string) bool {
	return slices.ContainsFunc(names, func(o string) bool {
		return o != "" && (strings.Contains(o, name) && (len(o) < len(name)+40 && !strings.ContainsAny(o, "（(") || len(name) > 12) || sameName(name, o) || sameName(o, name))
	})
}

// saysMoreThan says where a sentence of a piece has words of an act that the piece does not have,
// and words of a task; -1 where it has none.
func (d *Draft) saysMoreThan(i int, sentence string) (act, task int) {
	act, task = -1, -1
	p := d.Pieces[i]
	if d.saysNothing(i, sentence) {
		return act, task
	}
	words, early := doubtWords[d.lex], d.inFront(p) && !longPoint(p)
	text := withoutAddress.ReplaceAllStringFunc(words.idle.ReplaceAllStringFunc(sentence, blank), blank)
	if !early || !d.frontLine(sentence) {
		act = d.moreActs(i, sentence, text)
	}
	told := act >= 0 || slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Text == "instructed" && strings.Contains(sentence, a.Why) })
	text = d.notHandedOn(text)
	switch m := words.tells.FindStringIndex(text); {
	case early && !told && indexOf(words.gives, text) < 0 || d.onlyOwner(sentence) || onlyDeadline.MatchString(sentence) || d.saysNext(sentence):
	case m != nil:
		task = m[0]
	case indexOf(words.gives, text) >= 0:
		if task = indexOf(words.gives, text); givesNobody.MatchString(text[task:]) {
			task = -1
		}
	case told && act < 0, d.looksLikeTask(p, sentence), act >= 0 && d.hasTerm(sentence):
		task = max(act, 0)
	default:
		task = d.setsDeadline(text)
	}
	return act, task
}

// looksLikeTask reports whether a sentence is a task by its place or its form.
func (d *Draft) looksLikeTask(p *Piece, sentence string) bool {
	return len(p.Rows) > 0 && d.rowOfTask(sentence) || p.underActions() && !p.Heading || checkbox.MatchString(sentence) || arrow.MatchString(sentence) || d.bySomebody(sentence)
}

// inFront reports whether a piece stands before the clauses.
func (d *Draft) inFront(p *Piece) bool {
	return model.PartOf(p.ID) == model.PartPreamble && d.hasClauses()
}

// rowOfTask reports whether a row of a table names somebody and a day.
func (d *Draft) rowOfTask(row string) bool {
	return d.hasTerm(row) && (len(d.anyNames(row)) > 0 || slices.ContainsFunc(d.Attendance, func(g Group) bool {
		return slices.ContainsFunc(g.Who, func(w Value) bool { return w.Why != "" && strings.Contains(row, w.Why) })
	}))
}

// moreActs says where a sentence has words of an act that its piece does not have; -1 where it has
// none.
func (d *Draft) moreActs(i int, sentence, text string) int {
	p, words := d.Pieces[i], doubtWords[d.lex]
	switch {
	case p.decisionsInColumn(d.lex), p.Heading && (d.Lang == "zh" || d.clauseActs(p)):
		return -1
	case d.acts(p, sentence):
		return d.strongerAct(p, sentence, text)
	}
	if m := words.decides.FindStringIndex(d.lex.noAct.ReplaceAllStringFunc(text, blank)); m != nil {
		return m[0]
	}
	if i := indexOf(otherKinds[d.lex].open, text); i >= 0 && !d.inFront(p) {
		return i
	}
	w := refusingWords[d.lex]
	for _, v := range slices.Concat(w.to, w.by, w.bare) {
		if m := v.FindStringIndex(text); m != nil {
			return m[0]
		}
	}
	below, early := !p.Heading && (d.belowDecisions(p) || p.led), d.inFront(p) && !longPoint(p)
	if (below || !early && d.byThoseWhoMet(sentence)) && d.mayResolve(sentence) || !early && d.votedAlone(i, sentence) {
		return 0
	}
	return -1
}

// decisionsInColumn reports whether a piece is a table of whose column of decisions acts were read.
func (p *Piece) decisionsInColumn(lex *lexicon) bool {
	return len(p.Rows) > 0 && len(p.Acts) > 0 && p.decisionColumn(lex) >= 0
}

// mayResolve reports whether a sentence below a line that heads decisions may be one, and does not
// say whose task it is, by when, or who signs.
func (d *Draft) mayResolve(sentence string) bool {
	switch {
	case doubtWords[d.lex].idle.MatchString(sentence), onlyDeadline.MatchString(sentence), d.onlyOwner(sentence), d.lex.next.MatchString(sentence), d.lex.held.MatchString(sentence), d.lex.attendanceOf(sentence) != "", d.onQuestion(sentence) > 0 && utf8.RuneCountInString(sentence) < 60, d.signatory(sentence) != "" && len(sentence) < 80:
		return false
	case d.Lang == "ru":
		return !noResolution.MatchString(sentence) && !turn.MatchString(sentence) && (isUpperFirst(sentence) || infinitiveIn(sentence) != nil)
	case d.Lang == "zh":
		return !hanTail.MatchString(sentence) && utf8.RuneCountInString(sentence) > 5 && hanClauseEnd.MatchString(sentence)
	}
	return true
}

// strongerAct says where a sentence, of which only acts were read that decide nothing, has words of
// one that does; -1 where it has none.
func (d *Draft) strongerAct(p *Piece, sentence, text string) int {
	rest := text
	for _, a := range p.Acts {
		if !strings.Contains(sentence, a.Why) {
			continue
		}
		if !slices.Contains(weakActs, a.Text) && !(d.Lang == "ru" && slices.Contains(undecided, a.Text)) {
			return -1
		}
		rest = strings.Replace(rest, a.Why, blank(a.Why), 1)
	}
	rest = refusalLabel.ReplaceAllStringFunc(rest, blank)
	if m := doubtWords[d.lex].settles.FindStringIndex(d.lex.noAct.ReplaceAllStringFunc(rest, blank)); m != nil {
		return m[0]
	}
	if m := bareAfterComma.FindStringSubmatchIndex(rest); d.Lang == "ru" && m != nil {
		return m[2]
	}
	return -1
}

// refusalLabel heads a decision, and is none.
var refusalLabel = re(`^[^:]{0,30}(?:решил\p{L}*|реш[её]н[оа]|решение|постанов\p{L}+)[^:]{0,20}:`)

// bareAfterComma is a clause that begins with an infinitive.
var bareAfterComma = re(`[,–—]\s+(` + infinitive + `)\s`)

// weakActs are those that decide nothing.
var weakActs = []string{"considered", "discussed", "noted", "exchanged-views", "welcomed"}

// clauseOf is the beginning of the nodes of the clause that a piece is in.
func clauseOf(p *Piece) string {
	clause, _, _ := strings.Cut(p.ID, ".p")
	return clause
}

// clauseActs reports whether the clause of a piece has an act.
func (d *Draft) clauseActs(p *Piece) bool {
	clause := clauseOf(p)
	return slices.ContainsFunc(d.Pieces, func(o *Piece) bool {
		return len(o.Acts) > 0 && (o.ID == clause || strings.HasPrefix(o.ID, clause+"."))
	})
}

// votedAlone reports whether a sentence tells of a vote, and nothing from the vote before it to the
// one after it is an act of its clause.
func (d *Draft) votedAlone(i int, sentence string) bool {
	if v := d.voteIn(&Piece{Text: sentence}); v.empty() || strings.HasSuffix(v.Method.Text, "-call") && !v.For.known() {
		return false
	}
	clause := clauseOf(d.Pieces[i])
	for _, step := range []int{-1, 1} {
		for j := i; j >= 0 && j < len(d.Pieces) && clauseOf(d.Pieces[j]) == clause; j += step {
			if j != i && d.Pieces[j].Vote != nil && (step > 0 || j < i-1) {
				break
			}
			if len(d.Pieces[j].Acts) > 0 {
				return false
			}
		}
	}
	return true
}

// saysNothing reports whether a sentence of a piece is one of those that say no act and no task:
// a line of the head, a heading of tasks, a question, a vote on what is an act already.
func (d *Draft) saysNothing(i int, sentence string) bool {
	p := d.Pieces[i]
	part := model.PartOf(p.ID)
	switch {
	case doneAfter.MatchString(sentence), part == model.PartTitle, part == model.PartSignatures && len(p.Text) < 300, model.IsAnnex(part):
		return true
	case d.lex.step.MatchString(sentence), notSaid.MatchString(sentence), d.lex.closing.MatchString(sentence), d.lex.done.MatchString(sentence) && !d.belowDecisions(p), actionsHeading.MatchString(sentence):
		return true
	case len(p.Rows) > 0 && sentence == rowsOf(p)[0], d.hanSaysNothing(p, sentence):
		return true
	}
	vote := d.voteIn(&Piece{Text: sentence})
	return !vote.empty() && !d.votedAlone(i, sentence) && !(d.Lang == "zh" && toldBeside.MatchString(sentence))
}

// doneInRow ends a row of a table of tasks that says that it is done.
var doneInRow = re(`\s(?:done|completed?|closed|выполнено|исполнено|已完成)$`)

var (
	withoutAddress = exact(`\S*(?://|www\.)\S*`)
	aNumber        = exact(`^.?\s*[万亿元%条章节款版]|^.?(?:公[里斤顷]|米|亩|吨|倍)|^[里斤顷]`) // behind what may be a day: "8.6万", "6.2条"
	notSaid        = exact(`[?？]["”»]?$|[:：]$`)                              // a question, or what only says what comes next
)

// acts reports whether an act of a piece has its words in a sentence, or all that the sentence says
// by formulas are acts of the piece.
func (d *Draft) acts(p *Piece, sentence string) bool {
	if slices.ContainsFunc(p.Acts, func(a Act) bool { return strings.Contains(sentence, strings.TrimSuffix(a.Why, "…")) }) {
		return true
	}
	said := d.site.Said(sentence, d.Lang)
	return len(said) > 0 && !slices.ContainsFunc(said, func(s model.Said) bool { return !p.hasAct(string(s.Code)) })
}

// around are some hundred characters of a sentence around a place of it.
func around(sentence string, at int) string {
	const longest, before = 110, 40
	at = min(at, len(sentence))
	if n := utf8.RuneCountInString(sentence[:at]); n > before && utf8.RuneCountInString(sentence) > longest {
		sentence = "…" + string([]rune(sentence)[n-before:])
	}
	return cut(sentence, longest)
}
