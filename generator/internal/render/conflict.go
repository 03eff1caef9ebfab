package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Conflict is what other sources say of a fact. Field is a key of the theme's i18n ("fact_date").
type Conflict struct {
	Field       string      `json:"field"`
	Kept        []FactValue `json:"kept,omitempty"` // what the record says
	KeptSources []Source    `json:"kept_sources,omitempty"`
	KeptClause  *Link       `json:"kept_clause,omitempty"`
	Value       string      `json:"value"`
	Date        bool        `json:"date,omitempty"` // the value is a date
	Note        string      `json:"note,omitempty"`
	Sources     []Source    `json:"sources"`
}

// conflicts are those of a record, and puts each beside the fact that it is about.
func (b *builder) conflicts(e model.Entity, list []model.Conflict, facts []FactRow) []Conflict {
	var out []Conflict
	for _, c := range list {
		v := Conflict{
			Field: "fact_" + c.Field, Value: c.Value, Date: c.Field == "date" && model.Date(c.Value).Valid(),
			Note: b.text(c.Note), Sources: b.keyedSources(e, c.Sources),
			KeptSources: b.keyedSources(e, c.Kept), KeptClause: b.optional(c.KeptClause),
		}
		if text := b.text(c.Text); text != "" {
			v.Value = text
		}
		if i := slices.IndexFunc(facts, func(f FactRow) bool { return f.Name == v.Field }); i >= 0 {
			v.Kept = facts[i].Values
			facts[i].Conflicts = append(facts[i].Conflicts, v)
		}
		out = append(out, v)
	}
	return out
}

// disputed leads to what other sources say of the date of a meeting; "" where none does.
func (b *builder) disputed(m *model.Meeting) string {
	if len(model.Disputed(m.Conflicts, "date")) == 0 {
		return ""
	}
	return b.address(m.Ref()) + "#k-conflicts"
}
