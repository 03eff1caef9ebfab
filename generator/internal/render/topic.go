package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Experience of states on a topic.
type Experience struct {
	States []StateNotes `json:"states"`
	None   []Link       `json:"none,omitempty"` // the states that have no note on it
}

// StateNotes are the notes of a state on a topic.
type StateNotes struct {
	ID    string `json:"id"` // anchor: "state.in"
	State Link   `json:"state"`
	Notes []Card `json:"notes"`
}

// stateAnchor is where the notes of a state stand on the page of a topic. Texts have no such ids.
func stateAnchor(id string) string { return "state." + id }

func (b *builder) topic(t *model.Topic, p *Page) {
	var narrower []Link
	for _, o := range model.All[*model.Topic](b.c, model.Topics) {
		if slices.Contains(o.Broader, t.ID) {
			narrower = append(narrower, b.link(o.Ref()))
		}
	}
	var f facts
	f.links("fact_broader", b.links(model.Topics, t.Broader)...)
	f.links("fact_narrower", narrower...)
	f.links("fact_related", b.links(model.Topics, t.Related)...)
	f.links("group_bodies", b.refLinks(b.c.MentionedBy(t.Ref(), model.Bodies))...)
	f.links("group_meetings", b.refLinks(b.c.MentionedBy(t.Ref(), model.Meetings))...)
	p.Facts = f.rows
	for _, l := range b.c.Config.Languages {
		p.Terms = append(p.Terms, TopicTerms{
			LangName: l.Name, Tag: l.Tag, Dir: l.Direction, Label: t.Label[l.Lang()],
			Synonyms: t.Synonyms[l.Lang()], Abbreviations: t.Abbreviations[l.Lang()],
		})
	}
	open := b.commitmentGroup("?topic="+t.ID, func(l model.Commitment) bool { return slices.Contains(l.Topics(), t.ID) })
	p.Groups = b.groups(
		b.topicDecisions(t),
		open,
		b.topicInstruments(t),
		b.otherActions(t.Ref(), open),
	)
	p.Experience = b.experience(t)
}

// topicDecisions are the clauses on a topic, and what sources report of meetings whose protocols are not in the collection.
func (b *builder) topicDecisions(t *model.Topic) Group {
	g := b.clauseGroup(t.Ref())
	g.Name = "group_decided"
	for _, m := range model.All[*model.Meeting](b.c, model.Meetings) {
		for _, o := range m.Outcomes {
			if slices.Contains(o.Topics, t.ID) {
				card := b.card(m)
				card.URL += "#" + outcomeAnchor(o)
				card.Text, card.Acts = b.text(o.Text), []Term{b.term(model.VocabAct, o.Act)}
				g.Cards = append(g.Cards, card)
			}
		}
	}
	return g
}

func outcomeAnchor(o model.Outcome) string { return "outcome-" + o.Key }

// topicInstruments are the instruments on a topic, with their other topics.
func (b *builder) topicInstruments(t *model.Topic) Group {
	g := b.mentionGroup("group_instruments", t.Ref(), model.Instruments, model.Programmes)
	own := b.link(t.Ref())
	for i := range g.Cards {
		g.Cards[i].Tags = slices.DeleteFunc(g.Cards[i].Tags, func(l Link) bool { return l == own })
	}
	return g
}

// holder reports whether a topic only holds others together: it is broader than some and narrower than none.
func (b *builder) holder(t *model.Topic) bool {
	narrower := func(o *model.Topic) bool { return slices.Contains(o.Broader, t.ID) }
	return len(t.Broader) == 0 && slices.ContainsFunc(model.All[*model.Topic](b.c, model.Topics), narrower)
}

// experience are the notes on a topic, state by state; those that only link to it are not among them. A topic that only holds others
// together has the notes on all of these.
func (b *builder) experience(t *model.Topic) *Experience {
	e := &Experience{States: []StateNotes{}}
	topics := []string{t.ID}
	if b.holder(t) {
		topics = b.below(topics)
	}
	for _, s := range model.All[*model.State](b.c, model.States) {
		row := StateNotes{ID: stateAnchor(s.ID), State: b.link(s.Ref())}
		for _, n := range b.notesOf(s.ID, topics...) {
			card := b.noteCard(n)
			card.Tags = b.links(model.Topics, slices.DeleteFunc(slices.Clone(n.Topics), func(id string) bool { return id == t.ID }))
			row.Notes = append(row.Notes, card)
		}
		if len(row.Notes) > 0 {
			e.States = append(e.States, row)
		} else {
			e.None = append(e.None, row.State)
		}
	}
	return e
}

// below are topics with all that are narrower, at any depth.
func (b *builder) below(ids []string) []string {
	for i := 0; i < len(ids); i++ {
		for _, o := range model.All[*model.Topic](b.c, model.Topics) {
			if slices.Contains(o.Broader, ids[i]) && !slices.Contains(ids, o.ID) {
				ids = append(ids, o.ID)
			}
		}
	}
	return ids
}

// notesOf are the notes of a state on any of some topics.
func (b *builder) notesOf(state string, topics ...string) []*model.Note {
	var out []*model.Note
	for _, n := range model.All[*model.Note](b.c, model.Notes) {
		if n.State == state && shares(n.Topics, topics) {
			out = append(out, n)
		}
	}
	return out
}
