package draft

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// due finds who has to do what by when.
func (d *Draft) due() {
	below := false // a line that heads actions and is no heading
	for _, p := range d.Pieces {
		switch {
		case !p.Heading && actionsHeading.MatchString(p.Text):
			below = true
		case p.Heading || p.Num == "" && len(p.Items) == 0:
			below = false
		}
		p.tasks = below
		d.hanNewClause(p)
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartSignatures || model.IsAnnex(part) {
			continue
		}
		if part == model.PartPreamble && d.onlyHead(p) || d.idleIn(p) {
			continue
		}
		d.toldBelow(p)
		switch {
		case len(p.Rows) > 0:
			d.actionTable(p)
		case len(p.Items) > 0:
			d.actionList(p)
		default:
			d.actionsOf(p)
		}
	}
}

// onlyHead reports whether a piece of the preamble cannot have tasks: a table that has no
// columns for them, or a paragraph that no label says to be a task.
func (d *Draft) onlyHead(p *Piece) bool {
	if len(p.Rows) > 0 {
		return !(d.Lang == "en" && (tasksEarly(p.Rows) || slices.ContainsFunc(p.Rows[0], actionsColumn.MatchString))) && !(d.Lang != "en" && tasksByHead(p.Rows)) && !(d.Lang == "ru" && slices.ContainsFunc(p.Rows[0], d.lex.decisions.MatchString))
	}
	return len(p.Items) == 0 && !d.lex.action.MatchString(p.Text)
}

// task is the last paragraph that may be a task: an owner or a deadline on a line of its own
// belongs to the last action of it, or makes one of it.
type task struct {
	node, text string
	actions    int // how many actions precede it
}

// term is what may say the deadline of a task besides the line that names its owner.
func (t task) term(lang model.Lang) string {
	if lang == "en" {
		return "" // a day in it may be any
	}
	return t.text
}

// actionList reads the actions of a list. An item that heads actions heads those below it; where
// some of these are labelled, the others are no actions.
func (d *Draft) actionList(p *Piece) {
	under, level := p.underActions(), -1
	labelled := slices.ContainsFunc(p.Items, func(it line) bool { return d.lex.action.MatchString(it.text) && !actionsHeading.MatchString(it.text) })
	early := model.PartOf(p.ID) == model.PartPreamble
	for _, it := range p.Items {
		if early && !d.lex.action.MatchString(it.text) {
			continue // who was there, or the agenda
		}
		if level >= 0 && it.level <= level {
			under, level = false, -1
		}
		if actionsHeading.MatchString(it.text) {
			under, level = true, it.level
		}
		inList := under && !labelled
		if d.Lang != "en" || inList || d.lex.action.MatchString(it.text) {
			d.action(p, it.text, cmp.Or(it.at, p.At), inList || d.Lang == "en" && checkbox.MatchString(it.text))
			continue
		}
		d.taskItem(p, it)
	}
}

// actionsOf reads the actions of a paragraph.
func (d *Draft) actionsOf(p *Piece) {
	under := p.underActions()
	if d.Lang == "en" && checkbox.MatchString(dashBefore.ReplaceAllString(p.Text, "")) {
		d.taskItem(p, line{text: dashBefore.ReplaceAllString(p.Text, "")})
		return
	}
	for _, text := range d.actionsIn(p.Text) {
		if !under && d.itemsWithin(p, text) {
			continue
		}
		if under || d.lex.action.MatchString(text) {
			d.action(p, text, p.At, under)
			continue
		}
		d.subject = ""
		for _, sentence := range d.sentences(text) {
			n := len(d.Actions)
			for _, part := range d.operativeParts(sentence) {
				d.action(p, part, p.At, false)
			}
			if len(d.Actions) == n {
				d.termOf(p, sentence)
				d.hanTermOf(p, sentence)
			}
			if d.Lang == "en" {
				d.subjectOf(sentence)
			}
		}
	}
}

// operativeParts divides a sentence of a resolution before each verb that says what a body does.
func (d *Draft) operativeParts(sentence string) []string {
	if d.Lang == "zh" {
		return d.hanOrders(sentence)
	}
	if d.Lang == "ru" {
		return d.toldParts(sentence)
	}
	if d.lex.operative == nil {
		return []string{sentence}
	}
	var out []string
	from := 0
	for _, m := range d.lex.operative.FindAllStringSubmatchIndex(sentence, -1) {
		if m[2] > from {
			out = append(out, strings.TrimRight(sentence[from:m[0]], " ,;"))
			from = m[2]
		}
	}
	return append(out, sentence[from:])
}

// actionsIn divides a text before each label of an action that it has, and after one before each
// circled number.
func (d *Draft) actionsIn(text string) []string {
	var out []string
	from := 0
	for _, m := range wordStart.FindAllStringIndex(text, -1) {
		if l := d.lex.action.FindString(text[m[1]:]); l != "" && isUpperFirst(l) {
			out = append(out, strings.TrimSpace(text[from:m[0]]))
			from = m[1]
		}
	}
	rest := strings.TrimSpace(text[from:])
	label := d.lex.action.FindString(rest)
	parts := circled.Split(rest[len(label):], -1)
	if label == "" || len(parts) < 3 {
		return append(out, rest)
	}
	for _, part := range parts {
		if part != "" {
			out = append(out, label+part)
		}
	}
	return out
}

func isUpperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "["))
	return unicode.IsUpper(r) || isHan(r)
}

// circled are the numbers of points within a line.
var circled = exact(`\s*[①-⑳]\s*`)

// arrow points to a task in notes.
var arrow = exact(`^(?:-+>|=+>|→|➔|➜|➡\x{FE0F}?|▶\x{FE0F}?|>>|👉)\s*`)

// checkbox is that of a list of tasks, not yet ticked.
var checkbox = exact(`^\[\s?\]\s*`)

var actionsHeading = re(`^(?:(?:new|open|outstanding|pending|agreed|summary\s+of|list\s+of|review\s+of)\s+)*(?:action\s+(?:items?|points?|list|log|register|table|steps?)|actions|next\s+(?:steps|actions)|assignments?|tasks?|to[- ]?dos?|follow[- ]?ups?|deliverables|commitments|homework|who\s+does\s+what|кто,?\s+что(?:,?\s+когда|\s+делает)?|кому,?\s+что|谁做什么|(?:перечень\s+)?поручени[яй](?:\s+(?:по\s+итогам|участникам)[^.;:]{0,60})?|что\s+делаем|действия|домашнее\s+задание|задачи|следующие\s+шаги|дальнейшие\s+(?:действия|шаги)|план\s+действий|行动(?:项|事项|计划|清单)|待办(?:事项|任务|清单)?|遗留(?:问题|事项|任务)|会后(?:任务|事项|工作)|后续(?:任务|事项|工作|计划|安排|跟进)|(?:下(?:一)?(?:步|周|阶段|月|期))(?:的)?(?:重点)?(?:工作|任务)?(?:安排|计划|任务|打算|分工)?|(?:主要|重点)?(?:工作|任务)(?:安排|分工|清单|分解|部署)(?:表|及时间安排|与时间安排)?|责任分工|分工(?:安排)?|跟进事项|任务|议定事项责任分解(?:表)?)\s*[:：]?$`)

// onlyDeadline begins a sentence that sets a deadline for what was said before it.
var onlyDeadline = re(`^(?:о\s+(?:результатах|исполнении|выполнении)\s+(?:доложить|проинформировать|сообщить)|(?:срок\p{L}*(?:\s+(?:исполнения|выполнения|реализации|предоставления|представления|подготовки))?|доклад(?:\s+о\s+[^.;:]{3,40}?)?|отч[её]т|дата\s+исполнения)\s*[:–—-]|deadline\b|due\b|(?:this|it|these|both)\s+(?:(?:is|are|was|were)\s+(?:due|needed|required|expected|wanted|to\s+be)|(?:should|must|will|shall|has\s+to|needs\s+to)\s+be\s+(?:done|ready|completed|finished|submitted|in\b|delivered|circulated))\b|to\s+be\s+(?:done|completed|finished|ready|submitted|delivered|circulated)\s+(?:by|before)\b|(?:target(?:\s+date)?|timeline|timescale|by\s+when|eta|when)\s*[:–—-]|完成时[间限]|时限|截止|期限|时间\s*[：:][^，。；]{2,20}(?:前|底|内|末|止))`)

// aside begins a line that says more of a task, and is none.
var aside = re(`^(?:配合|协助|соисполнител|контроль\s+за|примечание|note)`)

// underActions reports whether a paragraph stands below a heading of actions.
func (p *Piece) underActions() bool {
	return p.tasks || p.heading != nil && !p.heading.voted && actionsHeading.MatchString(p.heading.Text)
}

// action reads an action of a text, if it is one; under says that it stands below a heading of
// actions.
func (d *Draft) action(p *Piece, text, at string, under bool) {
	if d.Lang != "zh" {
		text = dashBefore.ReplaceAllString(text, "")
	}
	if actionsHeading.MatchString(text) {
		return
	}
	if m := d.lex.next.FindStringIndex(text); m != nil && m[0] == 0 && (d.Lang != "zh" || !d.hanOrder(text)) {
		return // when the next meeting is
	}
	if d.arrowBehind(p, text, at) {
		return
	}
	under = under || arrow.MatchString(text)
	text = d.withColon(text)
	text = checkbox.ReplaceAllString(arrow.ReplaceAllString(text, ""), "")
	a := Action{Node: p.ID}
	m := d.lex.action.FindStringSubmatch(text)
	switch {
	case d.lex.done.MatchString(text), doneAfter.MatchString(text), d.saidBefore(p, text):
		return
	case m != nil:
		d.labelledAction(&a, m, withoutEnd(text[len(m[0]):]), at)
	case d.addressee(p, text, at) || d.saysMore(p, text, at):
		return
	case d.forBoss(&a, p, text, at):
	case under && d.taskOfList(&a, p, text, at):
	case !d.ownedIn(&a, text, at) && !d.namedAction(&a, p, text, at, under):
		if d.mayBeTask(p, text) {
			d.task = task{p.ID, text, len(d.Actions)}
		}
		return
	}
	d.addTask(a, text, at, under || hasLabel(m, d.Lang))
}

// toSeeTo ends a line in Russian below which stands what somebody has to see to.
var toSeeTo = re(`\s(?:обеспечить|организовать|провести|подготовить|представить|предоставить|направить|разработать|осуществить|завершить)(?:\s+следующ\p{L}+)?\s*:$`)

// leadsThings reports whether a text tells somebody to see to what stands below it.
func (d *Draft) leadsThings(a Action, text string) bool {
	i := slices.IndexFunc(d.Pieces, func(p *Piece) bool { return p.ID == a.Node })
	if d.Lang != "ru" || len(a.Owners) == 0 || i < 0 || d.Pieces[i].underActions() || !toSeeTo.MatchString(text) {
		return false
	}
	d.boss = bossIn(d.Pieces[i], a.Owners)
	d.boss.things = true
	return true
}

// startsLower reports whether a text begins with a small letter.
func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

// hasLabel reports whether a text has the label of an action, behind which its day may stand alone.
func hasLabel(label []string, lang model.Lang) bool { return label != nil && lang == "en" }

// addTask adds an action, and asks whose it is where nobody is named.
func (d *Draft) addTask(a Action, text, at string, under bool) {
	if a.Title.Text == "" || d.leadsThings(a, text) {
		return
	}
	if len(a.Owners) == 0 {
		d.ask("owner", at, "who has to do "+quoted(cut(a.Title.Text, 60))+"?", "")
	}
	d.task = task{a.Node, text, len(d.Actions)}
	d.addAction(a, text)
	if n := len(d.Actions); n > d.task.actions && !d.Actions[n-1].Deadline.known() {
		if term := d.termAtEnd(text); term != "" {
			d.deadlineOf(&d.Actions[n-1], term)
		} else if day := d.dayBehindTask(text, at); day.known() {
			d.Actions[n-1].Deadline = day
		} else if same := d.sameDay(text, at); same.known() {
			d.Actions[n-1].Deadline = same
		} else if day := d.dayAtEnd(text, at); (under || d.Lang == "zh" && dayBehindDash.MatchString(text)) && day.Text >= string(model.Date(d.Date.Text).From()) {
			d.Actions[n-1].Deadline = day
		}
	}
}

// dayBehindDash ends a task in Chinese with its day.
var dayBehindDash = exact(`(?:[—–-]+|，|,)\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*月\s*\d{1,2}\s*日[。]?$`)

// doneAfter ends a task that is done.
var doneAfter = re(`[.–—:(，-]\s*(?:done|completed?|closed|выполнено|исполнено|сделано|готово|已完成|已办结)\s*[.)。]?$`)

// termAtEnd is the day or term that a text in Russian ends with, in brackets or behind a dash.
func (d *Draft) termAtEnd(text string) string {
	m := lastPart.FindStringSubmatch(text)
	if m == nil || d.Lang != "ru" {
		return ""
	}
	part := last(m[1:])
	if i := strings.LastIndex(part, ","); i > 0 {
		part = strings.TrimSpace(part[i+1:])
	}
	if !d.onlyDay(part) {
		return ""
	}
	return part
}

// lastPart is what stands at the end of a text in brackets or behind a dash.
var lastPart = exact(`(?:\(([^()]{2,60})\)|\s[–—-]\s+([^–—()]{2,40}?))\s*[.;]?$`)

// dashBefore is the sign of an item of a list that a paragraph begins with.
var dashBefore = exact(`^[-–—•*]\s+`)

// saysMore reads a line that only says who is responsible for what was said before it, or by when.
func (d *Draft) saysMore(p *Piece, text, at string) bool {
	switch {
	case d.forSeveral(text, at), d.ownThing(p, text, at), d.knownOwner(text, at):
	case d.Lang == "en" && d.ownerAndDay(text, at):
	case d.Lang == "en" && aloneInitials.MatchString(text):
		owners := d.initialOwners(text, at)
		if len(owners) > 0 {
			d.later(owners, d.task.text, at)
		}
		return len(owners) > 0
	case onlyDeadline.MatchString(text):
		d.later(nil, text, at)
	case d.onlyOwner(text):
		d.later(d.owners(last(d.lex.owner.FindStringSubmatch(text)[1:]), at, asNamed), text, at)
	default:
		return false
	}
	return true
}

// mayBeItem reports whether a text may be an item of what somebody is told.
func (d *Draft) mayBeItem(text string) bool {
	return d.boss.things && startsLower(text) || d.lex.infinitive.MatchString(text) || d.Lang == "ru" && begunOrBare(d, text)
}

// forBoss reads an item of a clause that is told to those whom a line before it names.
func (d *Draft) forBoss(a *Action, p *Piece, text, at string) bool {
	switch d.Lang {
	case "en":
		return d.toldAbove(a, p, text, at)
	case "zh":
		return d.hanBelowLead(a, p, text, at)
	}
	if !d.boss.above(p) || !d.mayBeItem(text) {
		return false
	}
	if o, ok := d.told(text); ok && d.Lang == "ru" && (o.named != "" || officeFirst(o.whom) || len(namesIn(o.whom)) > 0) {
		d.boss = boss{} // it is for somebody else
		return false
	}
	a.Owners, a.Title = d.boss.owners, Value{text, at, Likely, ""}
	if d.boss.until != "" && !d.hasDay(text) {
		d.deadline(a, d.boss.until)
	}
	verb := ""
	if m := d.lex.infinitive.FindStringSubmatch(text); m != nil {
		verb = m[1]
	} else if m := infinitiveIn(text); m != nil {
		verb = text[m[0]:m[1]]
	}
	if len(p.Acts) == 0 && verb != "" && !p.underActions() {
		d.quotes(p, p.words(), "instructed", verb)
	}
	return true
}

// namedAction reads an action of a text that begins with those who have to do it, or of an item of
// a list of tasks.
func (d *Draft) namedAction(a *Action, p *Piece, text, at string, under bool) bool {
	if d.hanAwaited(a, text, at) {
		return true
	}
	if !under && d.hanTells(p, text) {
		return false
	}
	a.Title = Value{text, at, Likely, ""}
	if under || !notToDo.MatchString(text[len(leading.FindString(text)):]) {
		a.Owners = d.leadingNames(text, at, !under)
	}
	return len(a.Owners) > 0 || under && len(p.Items) > 0 && !strings.HasPrefix(text, "[") && brief(strings.TrimRight(text, "."))
}

// mayBeTask reports whether a later line may name the owner or the deadline of a text.
func (d *Draft) mayBeTask(p *Piece, text string) bool {
	if d.lex.step.MatchString(text) || aside.MatchString(text) {
		return false
	}
	return !p.Heading || d.Lang == "zh" || d.lex.infinitive != nil && d.lex.infinitive.MatchString(text)
}

// labelledAction reads an action after its label: m is the match of that, and rest what follows.
func (d *Draft) labelledAction(a *Action, m []string, rest, at string) {
	if short := strings.Trim(rest, ".* "); ownerAlone.MatchString(short) && d.task.text != "" && (d.wasThere(d.fullName(short)) || initialsOnly.MatchString(short)) {
		d.later([]Value{d.member(short, at, asNamed)}, "", at) // "Ann agreed to ask for prices. Action: AB"
		return
	}
	if who, ok := d.toOne(rest); ok && d.Lang == "en" && d.task.text != "" && last(m[1:]) == "" {
		d.later(d.englishOwners(who, at), rest, at)
		return
	}
	if d.Lang == "en" && last(m[1:]) == "" && (d.handleFirst(a, rest, at) || d.toOffices(m[0], rest, at)) {
		return
	}
	if owner := last(m[1:]); owner != "" {
		a.Owners = d.people(stroke.ReplaceAllString(strings.NewReplacer("/", " / ", "+", " / ").Replace(strings.TrimPrefix(owner, "@")), ", "), at, asNamed)
	}
	a.Title = Value{rest, at, Certain, ""}
	if len(a.Owners) == 0 {
		a.Owners = d.leadingNames(rest, at, false)
	}
	if len(a.Owners) == 0 || d.Lang == "en" && last(m[1:]) == "" && !slices.ContainsFunc(a.Owners, func(o Value) bool { return d.wasThere(o.Why) }) {
		if behind := d.toldBehind(rest, at); len(behind) > 0 { // "AP1 – Notice to users – Ann – 8 June"
			a.Owners = behind
		}
	}
}

// withoutEnd is what stands behind the label of an action, which may begin in a bracket: "[ACTION:
// Ann to call]".
func withoutEnd(rest string) string {
	rest = strings.TrimSpace(rest)
	if strings.HasSuffix(rest, "]") && !strings.Contains(rest, "[") {
		return strings.TrimRight(rest, "] ")
	}
	return rest
}

var (
	ownerAlone   = exact(`^(?:\p{Lu}[\p{L}.'’-]*\s?){1,3}$`)
	initialsOnly = exact(`^\p{Lu}{2,3}$`)
)

// addAction adds an action with the deadline that its text sets.
func (d *Draft) addAction(a Action, text string) {
	if !a.Deadline.known() {
		d.deadline(&a, text)
	}
	a.Title.Text = cut(strings.TrimRight(strings.TrimSpace(a.Title.Text), ".,。，;； "), 300)
	if a.Title.Text != "" && !slices.ContainsFunc(d.Actions, func(o Action) bool { return o.Title.Text == a.Title.Text }) {
		d.Actions = append(d.Actions, a)
	}
}
