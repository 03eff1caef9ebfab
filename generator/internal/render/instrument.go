package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// InstrumentPage is the page of an instrument or a programme.
type InstrumentPage struct {
	Record
	Document  *Document  `json:"document,omitempty"` // where it has texts
	Timeline  []Event    `json:"timeline,omitempty"`
	Conflicts []Conflict `json:"conflicts,omitempty"`
	Sought    []Sought   `json:"sought,omitempty"`
}

func (b *builder) instrumentPage(i *model.Instrument, r Record) *InstrumentPage {
	p := &InstrumentPage{Record: r, Timeline: b.timeline(i), Sought: b.soughtBeside(i)}
	var f facts
	f.term("fact_type", b.optionalTerm(model.VocabInstrumentType, i.Type))
	f.link("fact_body", b.optionalTo(model.Bodies, i.Body))
	f.links("fact_proposed_by", b.links(model.States, i.ProposedBy)...)
	f.links("fact_implements", b.refLinks(i.Implements)...)
	for _, e := range b.effects(i.Effects, i.Ref()) {
		f.links(e.Name, e.To...)
	}
	f.links("fact_topics", b.links(model.Topics, i.Topics)...)
	f.term("fact_availability", b.optionalTerm(model.VocabAvailability, i.Availability))
	p.Facts, p.Status = f.rows, b.status(i.TitleStatus)
	p.Conflicts = b.conflicts(i, i.Conflicts, p.Facts)
	if len(i.Versions) > 0 {
		p.Document = b.document(i)
	}

	inTimeline := openOnes(b.c.CommitmentsOf(i.Ref()))
	p.Groups = filledGroups(
		b.clauseGroup(i.Ref(), query(i.Ref())),
		b.implementedBy(i),
		b.otherActions(i.Ref(), inTimeline),
		b.mentionGroup("group_meetings", i.Ref(), model.Meetings),
		b.mentionGroup("group_mentions", i.Ref(), model.Notes, model.Pages),
	)
	return p
}

// implementedBy are the instruments, programmes and bodies that implement one.
func (b *builder) implementedBy(i *model.Instrument) Group {
	g := Group{Name: "group_implemented_by"}
	for _, k := range []model.Kind{model.Instruments, model.Programmes, model.Bodies} {
		var list []model.Entity
		for _, m := range b.c.Mentions(i.Ref(), "implements") {
			if m.From.Kind == k {
				list = append(list, b.c.Entity(m.From))
			}
		}
		b.addEntities(&g, k, list, query(i.Ref()))
	}
	return g
}

// Event of a timeline. Where Awaited is set, it is a step that was announced and is not evidenced.
type Event struct {
	Term
	Date       string      `json:"date,omitempty"`
	Awaited    bool        `json:"awaited,omitempty"`
	Commitment *Commitment `json:"commitment,omitempty"` // of an awaited step: since when, who answers, what was looked for
	By         *Link       `json:"by,omitempty"`
	Clause     *Link       `json:"clause,omitempty"`
	Meeting    *Link       `json:"meeting,omitempty"`
	Place      string      `json:"place,omitempty"`
	Note       string      `json:"note,omitempty"`
	Confidence *Term       `json:"confidence,omitempty"`
	ShownBy    *Link       `json:"shown_by,omitempty"`
	Sources    []Source    `json:"sources,omitempty"`
	OneOrigin  bool        `json:"one_origin,omitempty"`
}

// timeline are the events of an instrument, and where the next was announced and nothing shows it,
// the gap, as of the day of the last search.
func (b *builder) timeline(i *model.Instrument) []Event {
	life := b.c.Life(i)
	var out []Event
	for _, e := range life.Events {
		view := Event{
			Term: b.term(model.VocabInstrumentState, e.Type), Date: string(e.Date), By: b.optionalTo(model.Bodies, e.Body),
			Clause: b.optional(e.Clause), Meeting: b.optionalTo(model.Meetings, e.Meeting), Place: b.text(e.Place), Note: b.text(e.Note),
			Confidence: b.optionalTerm(model.VocabConfidence, e.Confidence), Sources: b.keyedSources(i, e.Sources),
			ShownBy: b.optional(e.ShownBy), OneOrigin: e.OneOrigin,
		}
		out = append(out, view)
	}
	for _, l := range b.c.CommitmentsOf(i.Ref()) {
		awaited := func(a model.Awaited) bool { return a.State == l.Step && a.Clause == l.Clause }
		if slices.ContainsFunc(life.Awaited, awaited) {
			commitment, _ := b.commitment(l)
			searched := ""
			for _, s := range commitment.Sought {
				searched = max(searched, s.Date)
			}
			out = append(out, Event{
				Term: b.term(model.VocabInstrumentState, l.Step), Awaited: true, Clause: b.optional(l.Clause),
				Date: cmp.Or(searched, string(b.c.Config.DataDate)), Commitment: &commitment,
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
