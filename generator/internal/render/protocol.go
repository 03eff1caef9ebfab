package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// ProtocolPage is the page of a protocol.
type ProtocolPage struct {
	Record
	Document *Document `json:"document"`
	Annexes  []Annex   `json:"annexes,omitempty"`
}

func (b *builder) protocolPage(e *model.Protocol, r Record) *ProtocolPage {
	p := &ProtocolPage{Record: r, Document: b.document(e)}
	var f facts
	f.link("fact_meeting", b.optionalTo(model.Meetings, e.Meeting))
	f.date("fact_date", e.Dated(), nil)
	f.term("fact_status", b.optionalTerm(model.VocabRecordStatus, e.Status))
	f.date("fact_approved", e.Approved, nil)
	f.link("fact_approved_by", b.optionalAgenda(e.ApprovedBy))
	f.link("fact_depositary", b.optionalTo(model.Bodies, e.Depositary))
	if e.Originals > 0 {
		f.add("fact_originals", FactValue{Number: e.Originals})
	}
	if e.CertifiedCopies {
		f.flag("fact_certified_copies")
	}
	p.Facts, p.Status = f.rows, b.status(e.TitleStatus)
	if m, ok := model.Get[*model.Meeting](b.c, model.Ref{Kind: model.Meetings, ID: e.Meeting}); ok {
		p.Annexes = b.annexes(m)
		p.Description = b.lead(m)
	}
	p.Groups = filledGroups(b.mentionGroup("group_actions", e.Ref(), model.Actions))
	return p
}
