package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

func (b *builder) meeting(m *model.Meeting, p *Page) {
	protocol := b.c.Protocol(m.ID)
	var f facts
	f.link("fact_body", b.optionalTo(model.Bodies, m.Body))
	if m.Ordinal > 0 {
		f.add("fact_ordinal", FactValue{Number: m.Ordinal, Note: b.doubt(m.OrdinalConfidence)})
	}
	f.date("fact_date", m.Date, b.doubt(m.DateConfidence))
	f.term("fact_format", b.optionalTerm(model.VocabMeetingFormat, m.Format))
	f.text("fact_place", b.text(m.Place))
	var chair []Link
	if m.ChairState != "" {
		chair = append(chair, b.linkTo(model.States, m.ChairState))
	}
	if m.ChairPerson != "" {
		chair = append(chair, b.linkTo(model.Persons, m.ChairPerson))
	}
	f.links("fact_chair", chair...)
	states, recorded := b.c.Delegations(m)
	name := "fact_delegations"
	if !recorded {
		name = "fact_delegations_derived"
	}
	f.links(name, b.links(model.States, states)...)
	if protocol != nil {
		f.links("fact_protocol", b.link(protocol.Ref()))
	}
	f.link("fact_mandated_by", b.optional(m.MandatedBy))
	f.links("fact_topics", b.links(model.Topics, m.Topics)...)
	f.term("fact_confidence", b.optionalTerm(model.VocabConfidence, m.Confidence))
	p.Facts, p.Status = f.rows, b.status(m.TitleStatus)

	for _, o := range m.Outcomes {
		p.Outcomes = append(p.Outcomes, Outcome{
			ID: outcomeAnchor(o), Act: b.term(model.VocabAct, o.Act), Text: b.text(o.Text), Objects: b.refLinks(o.Objects),
			Topics: b.links(model.Topics, o.Topics), Confidence: b.optionalTerm(model.VocabConfidence, o.Confidence),
			Sources: b.keyedSources(m, o.Sources),
		})
	}
	for _, c := range m.Conflicts {
		p.Conflicts = append(p.Conflicts, Conflict{
			Field: "fact_" + c.Field, Value: c.Value, Date: c.Field == "date" && model.Date(c.Value).Valid(),
			Note: b.text(c.Note), Sources: b.keyedSources(m, c.Sources),
		})
	}
	p.Annexes, p.Sought, p.Changes = b.annexes(m), b.sought(m.Sought), b.changes(m)
	before, after := b.c.Neighbours(m)
	if before != nil || after != nil {
		p.Neighbours = &Neighbours{}
		if before != nil {
			p.Neighbours.Before = b.optional(before.Ref())
		}
		if after != nil {
			p.Neighbours.After = b.optional(after.Ref())
		}
	}
	clauses := Group{Name: "group_clauses"}
	if protocol != nil {
		clauses.Cards = b.clauses(protocol)
	}
	p.Groups = b.groups(
		clauses,
		b.mentionGroup("group_instruments", m.Ref(), model.Instruments, model.Programmes),
		b.mentionGroup("group_actions", m.Ref(), model.Actions),
	)
}

// doubt is a confidence that a reader must see beside a value; nil where it is high or not said.
func (b *builder) doubt(c model.Code) *Term {
	if c == "high" {
		return nil
	}
	return b.optionalTerm(model.VocabConfidence, c)
}

func (b *builder) annexes(m *model.Meeting) []Annex {
	var out []Annex
	for _, a := range m.Annexes {
		out = append(out, Annex{a.Key, b.text(a.Title), b.term(model.VocabAvailability, a.Availability), b.optional(a.Object)})
	}
	return out
}

func (b *builder) protocol(e *model.Protocol, p *Page) {
	var f facts
	f.link("fact_meeting", b.optionalTo(model.Meetings, e.Meeting))
	f.date("fact_date", e.Date, nil)
	f.link("fact_depositary", b.optionalTo(model.Bodies, e.Depositary))
	if e.Originals > 0 {
		f.add("fact_originals", FactValue{Number: e.Originals})
	}
	if e.CertifiedCopies {
		f.flag("fact_certified_copies")
	}
	p.Facts, p.Status = f.rows, b.status(e.TitleStatus)
	p.Document = b.document(e)
	if m, ok := model.Get[*model.Meeting](b.c, model.Ref{Kind: model.Meetings, ID: e.Meeting}); ok {
		p.Annexes = b.annexes(m)
		p.Description = b.lead(m)
	}
	actions := Group{Name: "group_actions"}
	for _, r := range b.c.MentionedBy(e.Ref(), model.Actions) {
		actions.Cards = append(actions.Cards, b.card(b.c.Entity(r)))
	}
	p.Groups = b.groups(actions)
}

// document is the text of a work in the page's language.
func (b *builder) document(e model.Work) *Document {
	text := model.BaseOf(e).Prose[b.lang]
	d := &Document{}
	if len(b.c.Compared(e)) > 1 {
		d.Parallel = "/" + e.Ref().ParallelURL(b.lang)
	}
	if title, ok := text.Block(model.PartTitle); ok {
		d.Title = title.HTML
	}
	for _, v := range e.Doc().Versions {
		view := b.version(e, v)
		if v.Availability == model.InCollection && v.Lang == b.lang && d.Version == nil {
			shown := view
			d.Version = &shown
		}
		d.Versions = append(d.Versions, view)
	}
	for _, part := range model.Parts(text) {
		view := b.part(e, part.ID)
		if part.Clause {
			view.Citation = b.citeClause(e, part.ID)
		}
		if d.Parallel != "" {
			view.Compare = "/" + model.At(e, part.ID).ParallelURL(b.lang)
		}
		if d.Version != nil && d.Version.Status.Code != string(model.Authentic) {
			view.Status = &d.Version.Status
		}
		for _, block := range part.Blocks {
			view.Blocks = append(view.Blocks, b.block(e, block))
			view.Stale = view.Stale || model.Stale(e, b.lang, block.ID)
		}
		d.Parts = append(d.Parts, view)
	}
	return d
}

// part is what a part of a text has beside its blocks.
func (b *builder) part(e model.Work, id string) Part {
	node := e.Doc().Node(id)
	if r := model.At(e, id); r.Clause() != "" {
		return Part{ID: id, Kind: string(model.ClausePart), Num: node.Num, Label: b.text(node.Label)}
	}
	return Part{ID: id, Kind: id, Num: node.Num, Label: b.c.PartTitle(e, id, b.lang)}
}

func (b *builder) version(e model.Work, v model.Version) Version {
	view := Version{
		Lang: string(v.Lang), LangName: b.languageName(v.Lang), Tag: b.tag(v.Lang),
		Status: b.term(model.VocabTextStatus, v.Status), Availability: b.term(model.VocabAvailability, v.Availability),
	}
	for _, from := range e.Doc().Versions {
		if from.Key == v.TranslatedFrom {
			view.From = b.languageName(from.Lang)
		}
	}
	if v.Availability == model.InCollection {
		view.URL = "/" + e.Ref().URL(v.Lang)
		for _, block := range model.BaseOf(e).Prose[v.Lang].Blocks {
			if model.Stale(e, v.Lang, block.ID) {
				view.Stale++
			}
		}
	}
	return view
}

func (b *builder) languageName(l model.Lang) string {
	if lang, ok := b.c.Config.Language(l); ok {
		return lang.Name
	}
	return string(l)
}

func (b *builder) tag(l model.Lang) string {
	if lang, ok := b.c.Config.Language(l); ok {
		return lang.Tag
	}
	return string(l)
}

func (b *builder) block(e model.Work, block model.Block) Block {
	node := e.Doc().Node(block.ID)
	code, marks := b.marked(block.HTML, node.Acts)
	view := Block{ID: block.ID, HTML: code, Topics: b.links(model.Topics, node.Topics), Cites: b.refLinks(node.Cites),
		State: b.optionalTo(model.States, node.State)}
	for i, a := range node.Acts {
		view.Acts = append(view.Acts, b.act(a, marks[i]))
	}
	return view
}

func (b *builder) instrument(i *model.Instrument, p *Page) {
	var f facts
	f.term("fact_type", b.optionalTerm(model.VocabInstrumentType, i.Type))
	f.link("fact_body", b.optionalTo(model.Bodies, i.Body))
	f.links("fact_proposed_by", b.links(model.States, i.ProposedBy)...)
	f.links("fact_implements", b.refLinks(i.Implements)...)
	f.links("fact_topics", b.links(model.Topics, i.Topics)...)
	f.term("fact_availability", b.optionalTerm(model.VocabAvailability, i.Availability))
	p.Facts, p.Status = f.rows, b.status(i.TitleStatus)
	p.Timeline, p.Sought = b.timeline(i), b.soughtBeside(i)
	if len(i.Versions) > 0 {
		p.Document = b.document(i)
	}

	implementedBy := Group{Name: "group_implemented_by"}
	for _, k := range []model.Kind{model.Instruments, model.Programmes} {
		for _, m := range b.c.Mentions(i.Ref(), "implements") {
			if m.From.Kind == k {
				implementedBy.Cards = append(implementedBy.Cards, b.card(b.c.Entity(m.From)))
			}
		}
	}
	p.Groups = b.groups(
		b.clauseGroup(i.Ref()),
		implementedBy,
		b.otherActions(i.Ref(), b.commitmentGroup("", func(l model.Commitment) bool { return l.Instrument == i })), // those stand in the timeline
		b.mentionGroup("group_meetings", i.Ref(), model.Meetings),
		b.mentionGroup("group_mentions", i.Ref(), model.Notes, model.Pages, model.Bodies),
	)
}

// timeline are the events of an instrument, and where the next was announced and nothing shows it, the gap.
func (b *builder) timeline(i *model.Instrument) []Event {
	life := b.c.Life(i)
	var out []Event
	for _, e := range life.Events {
		view := Event{
			Term: b.term(model.VocabInstrumentState, e.Type), Date: string(e.Date), By: b.optionalTo(model.Bodies, e.Body),
			Clause: b.optional(e.Clause), Meeting: b.optionalTo(model.Meetings, e.Meeting), Place: b.text(e.Place), Note: b.text(e.Note),
			Confidence: b.optionalTerm(model.VocabConfidence, e.Confidence), Sources: b.keyedSources(i, e.Sources),
		}
		out = append(out, view)
	}
	for _, l := range b.c.Commitments() {
		awaited := func(a model.Awaited) bool { return a.State == l.Step && a.Clause == l.Clause }
		if l.Instrument == i && slices.ContainsFunc(life.Awaited, awaited) {
			commitment, _ := b.commitment(l)
			out = append(out, Event{
				Term: b.term(model.VocabInstrumentState, l.Step), Awaited: true, Clause: b.optional(l.Clause),
				Date: string(b.c.Config.DataDate), Commitment: &commitment,
			})
		}
	}
	return out
}

// soughtBeside is what was looked for, without what the gaps of the timeline say.
func (b *builder) soughtBeside(i *model.Instrument) []Sought {
	awaited := b.c.Life(i).Awaited
	return b.sought(slices.DeleteFunc(slices.Clone(i.Sought), func(s model.Sought) bool {
		return slices.ContainsFunc(awaited, func(a model.Awaited) bool { return string(a.State) == s.Key })
	}))
}

// list makes the view of a kind's list.
func (b *builder) list(kind model.Kind) Page {
	p := Page{Kind: string(kind), KindLabel: b.kindPlural(kind), Heading: b.kindPlural(kind), Description: b.kindPlural(kind)}
	entities := slices.Clone(b.c.List(kind))
	group := Group{Name: "group_all"}
	switch kind {
	case model.Meetings, model.Protocols, model.Instruments: // newest first
		slices.Reverse(entities)
	case model.Notes:
		p.Matrix, p.Groups = b.matrix(), b.notesByState()
		return p
	case model.Topics:
		p.Matrix = b.matrix()
	case model.Persons:
		slices.SortStableFunc(entities, func(a, c model.Entity) int { return cmp.Compare(b.text(a.Name()), b.text(c.Name())) })
	}
	group.Cards = b.cards(entities...)
	p.Groups = b.groups(group)
	switch kind {
	case model.Meetings:
		p.Chronology = b.chronology(true)
	case model.Instruments:
		p.Network = b.network()
	}
	return p
}

// home makes the view of the first page.
func (b *builder) home() Page {
	config := b.c.Config
	p := Page{Kind: "home", Heading: b.text(config.Title), Lead: b.text(config.Description), Description: b.text(config.Description)}
	h := &Home{
		Meetings: b.list(model.Meetings).cards(),
		Topics:   b.list(model.Topics).cards(),
		Works:    b.cards(append(slices.Clone(b.c.List(model.Programmes)), b.c.List(model.Instruments)...)...),
		Notes:    b.cards(b.c.List(model.Notes)...),
	}
	if protocol := b.featured(); protocol != nil {
		card := b.card(protocol)
		h.Protocol, h.Clauses = &card, b.clauses(protocol)
	}
	open := len(b.openCommitments(func(model.Commitment) bool { return true }))
	for _, o := range []struct {
		name string
		n    int
	}{{"decisions", len(b.c.Decisions())}, {"open", open}} {
		for _, item := range b.menuItem(o.name) {
			h.Ledger = append(h.Ledger, Tally{item, o.n})
		}
	}
	for _, k := range model.Kinds {
		if n := len(b.c.List(k)); n > 0 && k != model.Pages {
			h.Counts = append(h.Counts, Count{Link{b.kindPlural(k), "/" + k.ListURL(b.lang)}, n})
		}
	}
	p.Home, p.Chronology, p.Heat = h, b.chronology(false), b.heat()
	return p
}

// cards are those of a page's first group.
func (p Page) cards() []Card {
	if len(p.Groups) == 0 {
		return nil
	}
	return p.Groups[0].Cards
}

// featured is the protocol on the first page: the one that the configuration names, else the newest.
func (b *builder) featured() *model.Protocol {
	if p, ok := model.Get[*model.Protocol](b.c, model.Ref{Kind: model.Protocols, ID: b.c.Config.Home.Protocol}); ok {
		return p
	}
	all := model.All[*model.Protocol](b.c, model.Protocols)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}
