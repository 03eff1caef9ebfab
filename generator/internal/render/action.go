package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// ActionPage is the page of an action.
type ActionPage struct {
	Record
	Evidence []Evidence `json:"evidence,omitempty"` // what shows fulfilment
	Sought   []Sought   `json:"sought,omitempty"`
}

func (b *builder) actionPage(a *model.Action, r Record) *ActionPage {
	p := &ActionPage{Record: r, Evidence: b.evidenceOf(a), Sought: b.sought(a.Sought)}
	var f facts
	f.link("fact_mandated_by", b.optional(a.MandatedBy))
	switch {
	case a.Deadline == model.Standing:
		f.flag("fact_deadline_standing")
	case a.Deadline != "":
		f.date("fact_deadline", model.Date(a.Deadline), nil)
	}
	responsible := append(b.links(model.Bodies, a.Bodies), b.links(model.States, a.States)...)
	f.links("fact_responsible", responsible...)
	if a.AllParties {
		f.flag("fact_all_parties")
	}
	f.links("fact_objects", b.refLinks(a.Objects)...)
	f.links("fact_topics", b.links(model.Topics, a.Topics)...)
	p.Facts = f.rows
	clause := Group{Name: "group_clauses"}
	if a.MandatedBy.Kind.Work() && a.MandatedBy.Node != "" {
		clause.Cards, clause.Total = []Card{b.clauseCard(a.MandatedBy)}, 1
	}
	p.Groups = filledGroups(clause)
	return p
}
