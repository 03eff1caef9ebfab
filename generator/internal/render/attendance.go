package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Attendance is who was at a meeting, by name or in numbers.
type Attendance struct {
	Rows   []Attended `json:"rows,omitempty"`
	Quorum *Quorum    `json:"quorum,omitempty"`
}

// Attended are those who attended in one way.
type Attended struct {
	Term   Term      `json:"term"`
	Number int       `json:"number"`
	Who    []Partner `json:"who,omitempty"` // none where a site counts them
}

// Partner is a participant, with a link where there is a record, and who stood in for them.
type Partner struct {
	Link
	By *Link `json:"by,omitempty"`
}

// Quorum is what the record says of it.
type Quorum struct {
	State    *Term `json:"state,omitempty"`
	Required int   `json:"required,omitempty"`
	Present  int   `json:"present,omitempty"`
}

func (b *builder) attendance(m *model.Meeting) *Attendance {
	a := &Attendance{}
	named := b.c.Named(m)
	for _, of := range m.Attendance {
		row := Attended{Term: b.term(model.VocabAttendance, model.Code(of.Key)), Number: of.Number()}
		for i, p := range of.Who {
			if !named {
				break
			}
			who := Partner{Link: b.party(p)}
			if i < len(of.By) {
				by := b.party(of.By[i])
				who.By = &by
			}
			row.Who = append(row.Who, who)
		}
		a.Rows = append(a.Rows, row)
	}
	if q := m.Quorum; q != (model.Quorum{}) {
		a.Quorum = &Quorum{b.optionalTerm(model.VocabQuorum, q.State), q.Required, q.Present}
	}
	if len(a.Rows) == 0 && a.Quorum == nil {
		return nil
	}
	return a
}

// party leads to the record of a participant, if there is one.
func (b *builder) party(p model.Party) Link {
	if p.Ref == (model.Ref{}) {
		return Link{Title: p.Name}
	}
	return b.link(p.Ref)
}

func (b *builder) parties(list []model.Party) []Link {
	var out []Link
	for _, p := range list {
		out = append(out, b.party(p))
	}
	return out
}
