package draft

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
)

// due finds who has to do what by when.
func (d *Draft) due() {
	for _, p := range d.Pieces {
		part := model.PartOf(p.ID)
		if part == model.PartTitle || part == model.PartPreamble || part == model.PartSignatures || model.IsAnnex(part) {
			continue
		}
		switch {
		case len(p.Rows) > 0:
			d.actionTable(p)
		case len(p.Items) > 0:
			under := d.underActions(p)
			for _, it := range p.Items {
				under = d.action(p, it.text, cmp.Or(it.at, p.At), under)
			}
		default:
			for _, text := range d.actionsIn(p.Text) {
				d.action(p, text, p.At, d.underActions(p))
			}
		}
	}
}

// actionsIn divides a text before each label of an action that it has.
func (d *Draft) actionsIn(text string) []string {
	var out []string
	from := 0
	for _, m := range wordStart.FindAllStringIndex(text, -1) {
		if l := d.lex.action.FindString(text[m[1]:]); l != "" && isUpperFirst(l) {
			out = append(out, strings.TrimSpace(text[from:m[0]]))
			from = m[1]
		}
	}
	return append(out, strings.TrimSpace(text[from:]))
}

func isUpperFirst(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "["))
	return unicode.IsUpper(r) || isHan(r)
}

// checkbox is that of a list of tasks, not yet ticked.
var checkbox = regexp.MustCompile(`^\[\s?\]\s*`)

var actionsHeading = re(`^(?:new\s+|open\s+)?(?:action\s+items?|actions|next\s+steps|summary\s+of\s+action\s+items|поручения|задачи|行动项|待办事项|工作安排)\s*:?$`)

// underActions reports whether a paragraph stands below a heading of actions.
func (d *Draft) underActions(p *Piece) bool {
	up := p.ID[:max(0, strings.LastIndexByte(p.ID, '.'))]
	for _, o := range d.Pieces {
		if o.ID == up {
			return o.Heading && actionsHeading.MatchString(o.Text)
		}
	}
	return false
}

// action reads an action of a text, if it is one; under says that it stands below a heading of
// actions.
func (d *Draft) action(p *Piece, text, at string, under bool) bool {
	if actionsHeading.MatchString(text) {
		return true
	}
	text = checkbox.ReplaceAllString(text, "")
	if d.lex.done.MatchString(text) {
		return under
	}
	a := Action{Node: p.ID}
	m := d.lex.action.FindStringSubmatch(text)
	switch {
	case m != nil:
		rest := strings.TrimSpace(text[len(m[0]):])
		if owner := last(m[1:]); owner != "" {
			a.Owners = d.people(strings.TrimPrefix(owner, "@"), at)
		}
		a.Title = Value{rest, at, Certain, ""}
		if len(a.Owners) == 0 {
			a.Owners = d.leadingNames(rest, at, false)
		}
	case d.ownedIn(&a, text, at):
	default:
		owners := d.leadingNames(text, at, !under)
		if len(owners) == 0 {
			if under && len(p.Items) > 0 && !strings.HasPrefix(text, "[") && brief(strings.TrimRight(text, ".")) {
				a.Title = Value{text, at, Likely, ""}
				d.ask("owner", at, "who has to do "+quoted(cut(text, 60))+"?", "")
				d.addAction(a, text)
			}
			return under
		}
		a.Owners, a.Title = owners, Value{text, at, Likely, ""}
	}
	if len(a.Owners) == 0 {
		d.ask("owner", at, "who has to do "+quoted(cut(a.Title.Text, 60))+"?", "")
	}
	d.addAction(a, text)
	return under
}

// ownedIn reads an action of a sentence that says who is responsible, or whom it tells to do it.
func (d *Draft) ownedIn(a *Action, text, at string) bool {
	if m := d.lex.owner.FindStringSubmatchIndex(text); m != nil {
		a.Owners = d.owners(text[m[2]:m[3]], at)
		a.Title = Value{strings.TrimSpace(strings.TrimRight(text[:m[0]], " (,;.（")), at, Likely, ""}
		if n := len(d.Actions); a.Title.Text == "" && n > 0 && model.PartOf(d.Actions[n-1].Node) == model.PartOf(a.Node) {
			d.Actions[n-1].Owners = append(d.Actions[n-1].Owners, a.Owners...) // of the action above
			more := Action{Title: Value{At: at}}
			d.deadline(&more, text)
			if more.Deadline.known() && !d.Actions[n-1].Deadline.known() {
				d.Actions[n-1].Deadline = more.Deadline
			}
			a.Title.Text = d.Actions[n-1].Title.Text
		} else if a.Title.Text == "" {
			a.Title.Text = text
		}
		return len(a.Owners) > 0
	}
	if m := d.lex.orgOwner.FindStringSubmatchIndex(text); m != nil {
		a.Owners = d.owners(last(d.lex.orgOwner.FindStringSubmatch(text)[1:]), at)
		for i := range a.Owners {
			a.Owners[i].Sure = Guess
		}
		a.Title = Value{sentenceAt(text, m[0]), at, Likely, ""}
		return len(a.Owners) > 0
	}
	return false
}

// owners are those whom words name as responsible, bodies too.
func (d *Draft) owners(words, at string) []Value {
	if d.onlyNames(words) {
		return d.people(words, at)
	}
	words = strings.Trim(untilWhen.ReplaceAllString(words, ""), " ,;")
	if n := utf8.RuneCountInString(words); n < 2 || n > 90 {
		return nil
	}
	for _, b := range model.All[*model.Body](d.site, model.Bodies) {
		for _, name := range []string{b.FullName[d.Lang], b.ShortName[d.Lang]} {
			if name != "" && likeName(words, name) {
				return []Value{{b.Ref().String(), at, Likely, words}}
			}
		}
	}
	if id := stateOf(words); id != "" && sideOf.MatchString(words) {
		d.wantState(id)
		return []Value{{string(model.States) + "/" + id, at, Likely, words}}
	}
	d.named(words)
	if model.ValidID(words) {
		words = strings.ToUpper(words[:1]) + words[1:]
	}
	return []Value{{words, at, Guess, words}}
}

// sideOf says that words name a state by its delegation.
var sideOf = re(`сторон|делегаци|\b(?:side|party|delegation)\b|方$`)

// untilWhen is the deadline that may follow whose an action is.
var untilWhen = re(`\s*,?\s+(?:в\s+срок\s+)?(?:до|к|не\s+позднее)\s+\d.*$|\s+by\s+\d.*$`)

// sentenceAt is the sentence of a text that has a place.
func sentenceAt(text string, at int) string {
	from, to := 0, len(text)
	for _, end := range []string{". ", "。", "; ", "；"} {
		for i := strings.Index(text, end); i >= 0; {
			if !endsInInitial(text[:i+1]) {
				if i < at {
					from = max(from, i+len(end))
				} else {
					to = min(to, i)
				}
			}
			next := strings.Index(text[i+1:], end)
			if next < 0 {
				break
			}
			i += 1 + next
		}
	}
	return strings.TrimSpace(text[from:to])
}

var leading = regexp.MustCompile(`^@?((?:[\p{Lu}][\p{L}'’.-]*|@[\w-]+)(?:\s+(?:[\p{Lu}][\p{L}'’.-]*|@[\w-]+)){0,3}(?:(?:\s*,\s*|\s+and\s+|\s+и\s+|\s*/\s*|\s*&\s*)@?[\p{Lu}][\p{L}'’.-]*(?:\s+[\p{Lu}][\p{L}'’.-]*){0,2}){0,4})`)

// leadingNames are those with whom a text begins, if what follows says that they have to do
// something; strict: they must be among those who attended.
func (d *Draft) leadingNames(text, at string, strict bool) []Value {
	m := leading.FindString(text)
	if m == "" || !d.lex.mustDo.MatchString(text[len(m):]) || strict && !toDo.MatchString(text[len(m):]) {
		return nil
	}
	var out []Value
	for _, name := range d.names(strings.ReplaceAll(strings.ReplaceAll(m, "@", ""), "/", ","), true) {
		full := d.fullName(name)
		if strict && !d.wasThere(full) {
			return nil
		}
		if isName(full) {
			out = append(out, Value{d.party(full), at, Likely, full})
		}
	}
	return out
}

// toDo is what follows a name where nothing else says that it is an action.
var toDo = re(`^\s*,?\s*(?:to\s+\p{L}{3,}|will\s+|shall\s+|has\s+an?\s+action|took\s+an?\s+action|agreed\s+to|volunteered\s+to|(?:подготовить|направить|представить|обеспечить|разработать)|负责|牵头)`)

// wasThere reports whether somebody of that name attended.
func (d *Draft) wasThere(name string) bool {
	return slices.ContainsFunc(d.Attendance, func(g Group) bool {
		return slices.ContainsFunc(g.Who, func(v Value) bool { return strings.EqualFold(v.Why, name) })
	})
}

// addAction adds an action with the deadline that its text sets.
func (d *Draft) addAction(a Action, text string) {
	d.deadline(&a, text)
	a.Title.Text = cut(strings.TrimSpace(a.Title.Text), 300)
	if a.Title.Text != "" && !slices.ContainsFunc(d.Actions, func(o Action) bool { return o.Title.Text == a.Title.Text }) {
		d.Actions = append(d.Actions, a)
	}
}

// deadline reads the deadline that a text sets.
func (d *Draft) deadline(a *Action, text string) {
	for _, when := range dates(text) {
		if d.isDeadline(text, when) {
			a.Deadline = Value{string(when.date.To()), a.Title.At, max(when.sure, Likely), text[when.from:when.to]}
		}
	}
	if !a.Deadline.known() {
		if m := vague.FindString(text); m != "" {
			d.ask("deadline", a.Title.At, "until which day is "+quoted(strings.TrimSpace(m))+"?", "")
		}
	}
}

// isDeadline reports whether words before or after a day say that something is to be done by then.
func (d *Draft) isDeadline(text string, when dated) bool {
	before := d.lex.due.FindAllStringIndex(text[:when.from], -1)
	if len(before) > 0 {
		last := before[len(before)-1]
		if last[1] >= when.from-2 && last[1] > last[0] {
			return true
		}
	}
	return deadlineAfter.MatchString(text[when.to:])
}

var (
	deadlineAfter = re(`^\s*(?:前|之前|以前)`)
	vague         = re(`(?:\b(?:by|due)\s+(?:the\s+)?(?:end\s+of|next|mid|early|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*(?:\s+\p{L}+)?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?|(?:до|к)\s+(?:конца|середины|следующего)\s+\p{L}+(?:\s+\p{L}+)?|срок\s*[:–—-]\s*[^.;]{3,40}|(?:年底|月底|下次会议)前)`)
)

// actionTable reads a table of actions: a column says what, another who, another when.
func (d *Draft) actionTable(p *Piece) {
	what, who, when := -1, -1, -1
	for i, cell := range p.Rows[0] {
		switch {
		case what < 0 && re(`^(?:action(?:\s+items?)?|task|what|поручение|мероприятие|задача|содержание|行动|任务|事项)`).MatchString(cell):
			what = i
		case who < 0 && re(`^(?:owner|responsible|assignee|assigned|who|by\s+whom|ответственн|исполнител|责任|负责|牵头)`).MatchString(cell):
			who = i
		case when < 0 && re(`^(?:due|deadline|when|target|by\s+when|срок|时限|完成|期限|截止)`).MatchString(cell):
			when = i
		}
	}
	if what < 0 || who < 0 {
		return
	}
	for _, row := range p.Rows[1:] {
		cell := func(i int) string {
			if i < 0 || i >= len(row) {
				return ""
			}
			return strings.TrimSpace(row[i])
		}
		if cell(what) == "" {
			continue
		}
		a := Action{Node: p.ID, Title: Value{cut(cell(what), 300), p.At, Certain, ""}, Owners: d.owners(cell(who), p.At)}
		if ds := dates(cell(when)); len(ds) > 0 {
			a.Deadline = Value{string(ds[0].date.To()), p.At, ds[0].sure, cell(when)}
		} else if cell(when) != "" {
			d.ask("deadline", p.At, "until which day is "+quoted(cell(when))+"?", "")
		}
		if len(a.Owners) == 0 {
			d.ask("owner", p.At, "who has to do "+quoted(cut(a.Title.Text, 60))+"?", "")
		}
		d.Actions = append(d.Actions, a)
	}
}
