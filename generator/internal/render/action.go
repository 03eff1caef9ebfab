package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// ActionPage is the page of an action.
type ActionPage struct {
	Record
	Shares   []Share    `json:"shares,omitempty"`
	Progress []Progress `json:"progress,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"` // what shows fulfilment
	Sought   []Sought   `json:"sought,omitempty"`
}

func (b *builder) actionPage(a *model.Action, r Record) *ActionPage {
	p := &ActionPage{Record: r, Shares: b.shares(a), Progress: b.progress(a), Evidence: b.evidenceOf(a), Sought: b.sought(a.Sought)}
	var f facts
	f.link("fact_mandated_by", b.optional(a.MandatedBy))
	switch {
	case a.Deadline == model.Standing:
		f.flag("fact_deadline_standing")
	case a.Deadline != "":
		f.date("fact_deadline", model.Date(a.Deadline), nil)
	}
	for _, m := range b.c.CommitmentsOf(a.Ref()) {
		if m.Overdue(b.c.Config.DataDate) {
			f.flag("fact_overdue")
			break
		}
	}
	f.links("fact_responsible", b.responsible(a)...)
	if a.AllParties {
		f.flag("fact_all_parties")
	}
	f.link("fact_closed_by", b.optionalAgenda(a.ClosedBy))
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

// Progress is a state that an action reached.
type Progress struct {
	Status  Term     `json:"status"`
	Date    string   `json:"date"`
	By      *Link    `json:"by,omitempty"`
	Note    string   `json:"note,omitempty"`
	Sources []Source `json:"sources,omitempty"`
}

func (b *builder) progress(a *model.Action) []Progress {
	var out []Progress
	for _, p := range a.History {
		out = append(out, Progress{
			Status: b.term(model.VocabActionStatus, p.Status), Date: string(p.Date), By: b.optionalAgenda(p.By),
			Note: b.text(p.Note), Sources: b.keyedSources(a, p.Sources),
		})
	}
	return out
}
