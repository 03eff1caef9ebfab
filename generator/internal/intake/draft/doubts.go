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
// deciding or of duty that are no act and no task, days that are no date, and names of nobody
// known. What is a question already is not listed again.
func (d *Draft) doubts() []Doubt {
	k := d.known()
	var out []Doubt
	for _, p := range d.Pieces {
		if model.IsAnnex(model.PartOf(p.ID)) {
			continue
		}
		if len(p.Rows) > 0 && !k.places[p.At] {
			out = append(out, Doubt{[]string{"table"}, p.At, cut(strings.Join(p.Rows[0], " | "), 100)})
		}
		if len(p.Items) > 3 && !k.places[p.At] && slices.ContainsFunc(p.Items, func(it line) bool { return it.level > p.Items[0].level }) {
			out = append(out, Doubt{[]string{"list"}, p.At, cut(p.Items[0].text, 100)})
		}
		for i, text := range lines(p) {
			at := p.At
			if i < len(p.Items) && len(p.Items) == len(lines(p)) && p.Items[i].at != "" {
				at = p.Items[i].at
			}
			for _, sentence := range d.sentences(text) {
				if may, from := d.doubtful(k, p, sentence); len(may) > 0 && !k.told(sentence) {
					out = append(out, Doubt{may, at, around(sentence, from)})
				}
			}
		}
	}
	return out
}

// known is what a draft has, by its words.
type known struct {
	places map[string]bool // of tables of which something was read
	days   map[string]bool
	names  []string
	called map[string]bool // names that were looked for, and whether they are known
	tasks  []string        // titles, without white space
	asked  []string        // words of the text that questions quote
	agenda []string
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
	for _, g := range d.Attendance {
		name(g.Who...)
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
		k.tasks = append(k.tasks, squeezed(strings.TrimSuffix(a.Title.Text, "…")))
	}
	for _, p := range d.Pieces {
		name(p.Signer, p.By)
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
		is = slices.ContainsFunc(k.names, func(o string) bool {
			return o != "" && (strings.Contains(o, name) || sameName(name, o) || sameName(o, name))
		})
		k.called[name] = is
	}
	return is
}

// squeezed is a text without white space, to be compared with another.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// told reports whether a question quotes a sentence already, or it is an item of the agenda.
func (k *known) told(sentence string) bool {
	quotes := func(words string) bool { return strings.Contains(sentence, words) || strings.Contains(words, sentence) }
	return slices.ContainsFunc(k.asked, quotes) || slices.Contains(k.agenda, strings.TrimRight(sentence, ".;。； "))
}

// isTask reports whether an action was read of a sentence.
func (k *known) isTask(sentence string) bool {
	text := squeezed(strings.TrimRight(sentence, ".,。，;； "))
	return slices.ContainsFunc(k.tasks, func(t string) bool { return strings.Contains(text, t) || strings.Contains(t, text) })
}

// doubtful says what of a sentence of a piece may have been missed, and where its words begin.
func (d *Draft) doubtful(k *known, p *Piece, sentence string) (may []string, from int) {
	from = len(sentence)
	add := func(what string, at int) {
		if may = append(may, what); at < from {
			from = at
		}
	}
	task := k.isTask(sentence)
	act, tell := d.saysMoreThan(p, sentence)
	if act >= 0 && !task {
		add("act", act)
	}
	if tell >= 0 && !task {
		add("task", tell)
	}
	for _, when := range slices.Concat(d.dates(sentence), d.daysWithoutYear(sentence)) {
		if when.date == "" && (task || aNumber.MatchString(sentence[when.to-1:])) || k.days[string(when.date.From())] || k.days[string(when.other.From())] {
			continue
		}
		add("day "+sentence[when.from:when.to], when.from)
	}
	for _, m := range d.anyNames(sentence) {
		name := strings.TrimSpace(sentence[m[0]:m[1]])
		if !k.named(name) && !slices.Contains(may, "person "+name) {
			add("person "+name, m[0])
		}
	}
	return may, from
}

// saysMoreThan says where a sentence of a piece has words of an act that the piece does not have,
// and words of a task; -1 where it has none.
func (d *Draft) saysMoreThan(p *Piece, sentence string) (act, task int) {
	act, task = -1, -1
	if d.saysNothing(p, sentence) {
		return act, task
	}
	words, acts, early := doubtWords[d.lex], d.acts(p, sentence), model.PartOf(p.ID) == model.PartPreamble
	text := withoutAddress.ReplaceAllStringFunc(words.idle.ReplaceAllStringFunc(sentence, blank), blank)
	if m := words.decides.FindStringIndex(d.lex.noAct.ReplaceAllStringFunc(text, blank)); m != nil && !acts && !(p.Heading && d.Lang == "zh") {
		act = m[0]
	} else if !acts && !p.Heading && d.belowDecisions(p) {
		act = 0
	}
	told := act >= 0 || slices.ContainsFunc(p.Acts, func(a Act) bool { return a.Text == "instructed" && strings.Contains(sentence, a.Why) })
	switch m := words.tells.FindStringIndex(text); {
	case early && !told || d.onlyOwner(sentence) || onlyDeadline.MatchString(sentence) || d.lex.next.MatchString(sentence):
	case m != nil:
		task = m[0]
	case told && act < 0 || p.underActions():
		task = 0
	}
	return act, task
}

// saysNothing reports whether a sentence of a piece is one of those that say no act and no task:
// a line of the head, a heading of tasks, a question, a vote on what is an act already.
func (d *Draft) saysNothing(p *Piece, sentence string) bool {
	part := model.PartOf(p.ID)
	switch {
	case part == model.PartTitle, part == model.PartSignatures, part == model.PartPreamble && d.frontLine(sentence):
		return true
	case d.lex.step.MatchString(sentence), notSaid.MatchString(sentence), d.lex.closing.MatchString(sentence), d.lex.done.MatchString(sentence) && !d.belowDecisions(p), actionsHeading.MatchString(sentence):
		return true
	case len(p.Rows) > 0 && sentence == strings.Join(p.Rows[0], " "):
		return true
	}
	vote := d.voteIn(&Piece{Text: sentence})
	clause := strings.SplitAfterN(p.ID, ".p", 2)[0]
	return !vote.empty() && slices.ContainsFunc(d.Pieces, func(o *Piece) bool { return len(o.Acts) > 0 && strings.HasPrefix(o.ID, clause) })
}

// blank is as much white space as a text has bytes.
func blank(text string) string { return strings.Repeat(" ", len(text)) }

var (
	withoutAddress = exact(`\S*(?://|www\.)\S*`)
	aNumber        = exact(`^.?\s*[万亿元%]`)      // behind what may be a day: "8.6万"
	notSaid        = exact(`[?？]["”»]?$|[:：]$`) // a question, or what only says what comes next
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
