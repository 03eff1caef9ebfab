package draft

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/intake/source"
	"github.com/kengash/kengash/generator/internal/model"
)

// list gives a run of items its node, or each of its points with what is below it a sub-clause: so
// each point that decides something has an act of its own.
func (v *divider) list(blocks []source.Block, i int) int {
	run := itemRun(blocks[i:])
	switch {
	case v.part == "" && len(v.open) > 0 && (nested(run) || v.decides(run)),
		v.part == model.PartPreamble && len(v.open) == 0 && v.listed == "" && nested(run) && v.decides(run):
		v.points(run, len(v.open) == 0 || v.open[0].style == "point0" && len(v.open) == 1)
		return len(run)
	case len(v.open) == 0 && v.part == "":
		v.part = model.PartPreamble
	}
	v.items(run)
	return len(run)
}

// itemRun is the run of items that blocks begin with. A number ends it that goes on with those
// outside: of a list that has begun further out, or after items that have no numbers.
func itemRun(blocks []source.Block) []source.Block {
	first, n := blocks[0], 1
	for n < len(blocks) && blocks[n].Kind == source.Item {
		of := blocks[n]
		if hasNumber(of) && (of.Level < first.Level || of.Level == first.Level && !hasNumber(first)) {
			break
		}
		n++
	}
	return blocks[:n]
}

// hasNumber reports whether an item has a number and not only a sign.
func hasNumber(b source.Block) bool { return b.Label != "" && !bullet(b.Label) }

// decides reports whether several points of a list decide something, or it stands below a heading
// of decisions.
func (v *divider) decides(run []source.Block) bool {
	n := 0
	for _, b := range run {
		if v.saysAct(b.Text) {
			n++
		}
	}
	if len(v.Pieces) == 0 || len(run) < 2 {
		return false
	}
	above := v.Pieces[len(v.Pieces)-1]
	if actionsHeading.MatchString(above.Text) {
		return false
	}
	return n > 1 || v.lex.decisions != nil && v.lex.decisions.MatchString(above.Text) || v.lex.resolves != nil && v.lex.resolves.MatchString(above.Text)
}

// nested reports whether a list has items below others.
func nested(run []source.Block) bool {
	for _, b := range run {
		if b.Level > run[0].Level {
			return true
		}
	}
	return false
}

// points makes a sub-clause of each item with those below it; top says that the items are clauses.
func (v *divider) points(run []source.Block, top bool) {
	style := "point" + strconv.Itoa(len(v.open))
	if top {
		style = "point0"
	}
	for i := 0; i < len(run); {
		j := i + 1
		for j < len(run) && run[j].Level > run[i].Level {
			j++
		}
		n := 1
		if k := len(v.open); k > 0 && v.open[k-1].style == style {
			n = v.open[k-1].last + 1
		}
		v.push(style, n, strconv.Itoa(n))
		long := utf8.RuneCountInString(run[i].Text) > 250
		v.opened(label{}, withLabel(run[i]), run[i], !long)
		switch below := run[i+1 : j]; {
		case len(below) > 0 && len(v.open) < 6 && v.decides(below):
			v.points(below, false)
		case len(below) > 0:
			v.items(below)
		}
		i = j
	}
	if !top {
		v.open = v.open[:len(v.open)-1]
	}
}

// items adds items as one list; a single one is a paragraph.
func (v *divider) items(run []source.Block) {
	p := &Piece{At: run[0].At.String()}
	for _, b := range run {
		p.Items = append(p.Items, line{text: b.Text, at: b.At.String(), level: b.Level, label: b.Label})
	}
	if len(run) == 1 {
		p.Text, p.Items = withLabel(run[0]), nil
	} else {
		p.Lines = listLines(p.Items)
		var texts []string
		for _, b := range run {
			texts = append(texts, withLabel(b))
		}
		p.Text = strings.Join(texts, "\n")
	}
	p.ID = v.paragraph()
	v.add(p)
}

// front reads what is before the clauses: who was there, and the agenda. It returns how many blocks
// that are; 0 where the block is nothing of the kind.
func (v *divider) front(blocks []source.Block, i int) int {
	if v.part != model.PartPreamble || len(v.open) > 0 {
		v.listed = ""
		return 0
	}
	b := blocks[i]
	if !v.beginsList(blocks, i) {
		n, done := v.inList(blocks, i)
		if !done {
			v.listed = ""
		}
		if n > 0 || !done {
			return n
		}
	}
	v.add(&Piece{ID: v.paragraph(), Text: withLabel(b), At: b.At.String()})
	return 1
}

// beginsList reports whether a block names those who were there, or the agenda, and remembers which
// list follows it.
func (v *divider) beginsList(blocks []source.Block, i int) bool {
	b := blocks[i]
	text := strings.TrimSpace(b.Text)
	code := v.lex.attendanceOf(text)
	switch {
	case v.lex.agenda.MatchString(text) && !v.deeper(blocks, i):
		v.listed = "agenda"
	case code != "" && b.Kind != source.Item:
		if v.listed = code; v.afterLabel(text) != "" && !strings.HasSuffix(text, ",") {
			v.listed = "" // the names stand behind the label
		}
	case b.Kind == source.Heading && v.lex.front.MatchString(text) && !v.deeper(blocks, i):
		v.listed = "front"
	default:
		return false
	}
	return true
}

// inList reads a block of the list that has begun; done is false where it is none of it, and n is 0
// where it is a paragraph.
func (v *divider) inList(blocks []source.Block, i int) (n int, done bool) {
	b := blocks[i]
	l, _, numbered := v.labelOf(b)
	switch {
	case v.listed == "" || b.Kind == source.Heading || b.Kind == source.Table:
		return 0, false
	case v.listed == "agenda" && numbered:
		n = v.agendaItem(blocks, i, l)
		return n, n > 0
	case b.Kind == source.Item:
		run := itemRun(blocks[i:])
		v.items(run)
		return len(run), true
	case numbered && (v.listed == "present" || v.Lang == "ru" && v.listed != "agenda" && v.listed != "front"):
		n = v.numberedNames(blocks, i)
		return n, n > 0
	}
	text := strings.TrimSpace(b.Text)
	alone := v.listed == "front" || v.Draft.listed(text)
	return 0, alone && !numbered && utf8.RuneCountInString(text) <= 200 && !v.saysAct(text)
}

// deeper reports whether the section that a heading begins has headings of its own, or points with
// notes below them: then it holds the minutes themselves.
func (v *divider) deeper(blocks []source.Block, i int) bool {
	b := blocks[i]
	if b.Kind != source.Heading {
		return false
	}
	for _, next := range blocks[i+1:] {
		if next.Kind == source.Heading {
			return next.Level > b.Level
		}
		if next.Kind == source.Item && next.Level > 1 {
			return true
		}
	}
	return false
}

// agendaItem reads the run of numbered blocks that are an agenda, up to where the numbers begin
// anew.
func (v *divider) agendaItem(blocks []source.Block, i int, first label) int {
	n, last := 0, 0
	var run []source.Block
	for _, b := range blocks[i:] {
		l, rest, ok := v.labelOf(b)
		if !ok && b.Kind == source.Item {
			run = append(run, source.Block{Kind: source.Item, Level: 2, Label: b.Label, Text: b.Text, At: b.At})
			n++
			continue
		}
		if !ok || len(l.path) == 1 && l.path[0] <= last || b.Kind == source.Heading {
			break
		}
		level := len(l.path)
		if level == 1 {
			if l.style != first.style {
				level = 2
			} else {
				last = l.path[0]
			}
		}
		run = append(run, source.Block{Kind: source.Item, Level: level, Label: strings.TrimSpace(l.whole), Text: rest, At: b.At})
		n++
	}
	v.listed = ""
	if n < 2 {
		return 0
	}
	v.items(run)
	v.Pieces[len(v.Pieces)-1].Agenda = "agenda"
	return n
}

// numberedNames reads a numbered list of those who were there, or were not.
func (v *divider) numberedNames(blocks []source.Block, i int) int {
	var run []source.Block
	for _, b := range blocks[i:] {
		l, rest, ok := v.labelOf(b)
		speaks := v.lex.speaksFor != nil && v.lex.speaksFor.MatchString(rest)
		if !ok || l.path[0] != len(run)+1 || !isName(firstOf(inParens.ReplaceAllString(rest, " "))) && !speaks {
			break
		}
		run = append(run, source.Block{Kind: source.Item, Level: 1, Label: strings.TrimSpace(l.whole), Text: rest, At: b.At})
	}
	if len(run) == 0 {
		v.listed = ""
		return 0
	}
	v.items(run)
	return len(run)
}

// withoutClauses makes a clause of the text of a record that has none: of what follows the first
// paragraphs that say when it was and who was there.
func (d *Draft) withoutClauses() {
	from := d.textBegins()
	if from < 0 {
		return
	}
	n, end := 0, 0
	for _, p := range d.Pieces[from:] {
		if model.PartOf(p.ID) != model.PartPreamble {
			continue
		}
		if end > 0 || n > 0 && d.lex.closing.MatchString(p.Text) {
			end++
			p.ID = model.PartClosing + ".p" + strconv.Itoa(end)
			continue
		}
		n++
		p.ID = "c1.p" + strconv.Itoa(n)
	}
	d.ask("clauses", d.Pieces[from].At, "the text has no numbers and no headings", "one clause, from here on")
}

// textBegins is the first piece that is not of those that say when it was, who was there and what
// was on the agenda; -1 where no piece says an act or is long.
func (d *Draft) textBegins() int {
	from := -1
	for i, p := range d.Pieces {
		first := lines(p)[0]
		if model.PartOf(p.ID) != model.PartPreamble || p.Agenda != "" || d.frontLine(first) || len(p.Items) > 0 && i > 0 && d.lex.agenda.MatchString(d.Pieces[i-1].Text) {
			from = -1 // what stands before it is of the head, too
			continue
		}
		acts := d.saysOutcome(p.Text)
		switch {
		case len(p.Items) > 0 && !acts, len(p.Items) == 0 && !acts && utf8.RuneCountInString(p.Text) <= 300 && !d.tells(p.Text):
		case from < 0:
			from = i
		}
		if from >= 0 && (acts || utf8.RuneCountInString(p.Text) > 300) {
			return from
		}
	}
	return -1
}

// saysOutcome reports whether a text says an act, or what became of something.
func (d *Draft) saysOutcome(text string) bool {
	return d.saysAct(text) || d.Lang == "en" && tellsOutcome.MatchString(text)
}

// tellsOutcome is a line in English that tells what became of something.
var tellsOutcome = re(`(?:^|\s)(?:allowed|refused|granted|dismissed|deferred|denied|rejected|declined|accepted|agreed|approved|carried|tabled)\s*(?:[.;,(]|$|\s(?:until|unanimously|with|subject|to)\b)`)

// tells reports whether a paragraph is a sentence of what happened, or a point of notes in English,
// and none on who was there or when.
func (d *Draft) tells(text string) bool {
	if d.Lang == "en" && dashBefore.MatchString(text) {
		return true
	}
	return toldSentence.MatchString(text) && !d.lex.held.MatchString(text) && !doubtWords[d.lex].roster.MatchString(text) && len(d.dates(text)) == 0
}

// toldSentence is a sentence of some words.
var toldSentence = exact(`^(?:\p{Lu}\S*(?:\s+\S+){4,}[.!]|\p{Han}[^：:]{9,}。)$`)

// wholeClauses gives a clause that is a heading and nothing else its paragraph: the heading. Where
// other clauses have numbers and it has none, it is a paragraph of what precedes it.
func (v *divider) wholeClauses() {
	numbers := false
	for _, p := range v.Pieces {
		numbers = numbers || p.Num != "" && !strings.Contains(strings.TrimSuffix(p.ID, ".p1"), ".")
	}
	for i, p := range v.Pieces {
		if !p.Heading || !strings.HasPrefix(model.PartOf(p.ID), "c") || slices.ContainsFunc(v.Pieces, func(o *Piece) bool { return strings.HasPrefix(o.ID, p.ID+".") }) {
			continue
		}
		p.Heading = false
		if !numbers || p.Num != "" || i == 0 || p.ID != model.PartOf(p.ID) {
			v.next[p.ID]++
			p.ID += ".p" + strconv.Itoa(v.next[p.ID])
			continue
		}
		before := v.Pieces[i-1].ID
		if j := strings.LastIndex(before, ".p"); j > 0 {
			before = before[:j]
		}
		if before == model.PartTitle {
			before = model.PartPreamble
		}
		v.next[before]++
		p.ID = before + ".p" + strconv.Itoa(v.next[before])
	}
}
