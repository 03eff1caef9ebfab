package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

func (b *builder) personPage(e *model.Person, r Record) *Record {
	p := &r
	var f facts
	if post := b.text(e.Post); post != "" {
		f.add("fact_post", FactValue{Text: post, Status: b.status(e.PostStatus)})
	}
	f.link("fact_state", b.optionalTo(model.States, e.State))
	f.link("fact_affiliation", b.optionalTo(model.Bodies, e.Body))
	f.text("fact_affiliation", b.text(e.Affiliation))
	for _, role := range e.Roles {
		row := FactRow{Label: typography.UpperFirst(b.roleName(role)), Values: []FactValue{linkValue(b.linkTo(model.Bodies, role.Body))}}
		if period := role.Period(); period != "" {
			row.Values = append(row.Values, FactValue{Date: string(period)})
		}
		f.rows = append(f.rows, row)
	}
	b.membershipFacts(&f, e.Memberships)
	p.Facts, p.Lead, p.Status = f.rows, "", b.status(e.NameStatus)

	open := openOnes(b.c.CommitmentsOf(e.Ref()))
	meetings := b.mentioning(e.Ref(), model.Meetings)
	for _, m := range entities(b.c.MeetingsOf(e.Ref())) {
		if !slices.Contains(meetings, m) {
			meetings = append(meetings, m)
		}
	}
	p.Groups = filledGroups(
		b.commitmentGroup(open, query(e.Ref())),
		b.otherActions(e.Ref(), open),
		b.entitiesGroup("group_meetings", model.Meetings, meetings, query(e.Ref())),
		b.clauseGroup(e.Ref(), "?named="+e.ID),
		b.mentionGroup("group_notes", e.Ref(), model.Notes),
	)
	return p
}

// roleName is the name of a post, else the word of its role.
func (b *builder) roleName(r model.Role) string {
	if title := b.text(r.Title); title != "" {
		return title
	}
	return b.c.Label(model.VocabRole, r.Role, b.lang)
}

// membershipFacts adds what a state, a body or a person is a member of, and when.
func (b *builder) membershipFacts(f *facts, memberships []model.Membership) {
	for _, m := range memberships {
		l := b.linkTo(model.Bodies, m.Key)
		for _, period := range m.Periods() {
			values := []FactValue{linkValue(l)}
			if period != "" {
				values = append(values, FactValue{Date: string(period)})
			}
			f.add("fact_membership", values...)
		}
		f.term("fact_role", b.optionalTerm(model.VocabRole, m.Role))
		if m.OnBehalf != (model.Party{}) {
			f.links("fact_on_behalf", b.party(m.OnBehalf))
		}
	}
}
