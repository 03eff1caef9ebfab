package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

func (b *builder) bodyPage(e *model.Body, r Record) *Record {
	p := &r
	var f facts
	f.term("fact_type", b.optionalTerm(model.VocabBodyType, e.Classification))
	f.text("fact_short_name", b.text(e.ShortName))
	b.formerNames(&f, e)
	f.link("fact_parent", b.optionalTo(model.Bodies, e.Parent))
	f.date("fact_founded", e.Founded, nil)
	f.link("fact_founded_by", b.optional(e.FoundedBy))
	f.links("fact_proposed_by", b.links(model.States, e.ProposedBy)...)
	f.links("fact_implements", b.refLinks(e.Implements)...)
	f.links("fact_topics", b.links(model.Topics, e.Topics)...)
	b.officers(&f, e)
	b.membershipFacts(&f, e.Memberships)
	p.Facts, p.Status = f.rows, b.status(e.NameStatus)

	open := openOnes(b.c.CommitmentsOf(e.Ref()))
	members, former, future := b.members(e)
	p.Groups = filledGroups(
		b.meetingGroup("group_to_come", e.Ref(), false),
		b.meetingGroup("group_meetings", e.Ref(), true),
		b.mentionGroup("group_instruments", e.Ref(), model.Instruments, model.Programmes),
		b.clauseGroup(e.Ref(), "?named="+e.ID),
		b.commitmentGroup(open, query(e.Ref())),
		b.otherActions(e.Ref(), open),
		b.mentionGroup("group_bodies", e.Ref(), model.Bodies),
		members, former, future,
		b.mentionGroup("group_mentions", e.Ref(), model.Notes, model.Pages),
	)
	return p
}

// officers adds those who hold a post in a body on the day of the data.
func (b *builder) officers(f *facts, e *model.Body) {
	for _, o := range b.c.Officers(e.ID) {
		if o.Role.In(b.c.Config.DataDate) {
			f.rows = append(f.rows, FactRow{Label: typography.UpperFirst(b.roleName(o.Role)), Values: []FactValue{linkValue(b.link(o.Person.Ref()))}})
		}
	}
}

// meetingGroup are the meetings that refer to a body, those to come or the others.
func (b *builder) meetingGroup(name string, to model.Ref, past bool) Group {
	meetings := slices.DeleteFunc(b.mentioning(to, model.Meetings), func(e model.Entity) bool {
		return b.c.ToCome(e.(*model.Meeting)) == past
	})
	return b.entitiesGroup(name, model.Meetings, meetings, query(to))
}

// members are the members of a body by the day of the data, those that were, and those that are to
// be, each with its last time; all of them, since they are what it is.
func (b *builder) members(e *model.Body) (present, former, future Group) {
	present, former, future = Group{Name: "group_members"}, Group{Name: "group_former_members"}, Group{Name: "group_future_members"}
	for _, s := range model.All[model.Member](b.c, model.PartyKinds...) {
		for _, m := range s.MemberOf() {
			if m.Key != e.ID {
				continue
			}
			g := &former
			switch today := b.c.Config.DataDate; {
			case m.In(today):
				g = &present
			case !m.Begun(today):
				g = &future
			}
			card := b.card(s)
			card.Date = string(m.Period())
			if role := b.optionalTerm(model.VocabRole, m.Role); role != nil {
				card.Badge = &Badge{Term: *role}
			}
			g.Cards = append(g.Cards, card)
			g.Total++
		}
	}
	return present, former, future
}
