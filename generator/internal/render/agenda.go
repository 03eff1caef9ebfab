package render

import (
	"cmp"

	"github.com/kengash/kengash/generator/internal/model"
)

// AgendaItem is an item of a meeting's agenda, with what became of it.
type AgendaItem struct {
	ID        string  `json:"id"`
	Num       string  `json:"num"`
	Title     string  `json:"title"`
	TitleIn   *Tongue `json:"title_in,omitempty"`
	Summary   string  `json:"summary,omitempty"`
	By        []Link  `json:"by,omitempty"`
	Topics    []Link  `json:"topics,omitempty"`
	Objects   []Link  `json:"objects,omitempty"`
	Clauses   []Link  `json:"clauses,omitempty"`   // of the record, and outcomes
	Continues *Link   `json:"continues,omitempty"` // the item of an earlier meeting
	Continued []Link  `json:"continued,omitempty"` // those of later ones
}

func (b *builder) agenda(m *model.Meeting) []AgendaItem {
	var out []AgendaItem
	for _, item := range m.Agenda {
		at := model.AgendaRef(m, item.Key)
		v := AgendaItem{
			ID: at.Node, Num: item.Key, Title: b.text(item.Title), TitleIn: b.tongue(item.Title), Summary: b.text(item.Summary),
			By: b.parties(item.By), Topics: b.links(model.Topics, item.Topics), Objects: b.refLinks(item.Objects),
			Continues: b.optionalAgenda(item.Continues),
		}
		for _, later := range b.c.ContinuedAt(at) {
			v.Continued = append(v.Continued, b.agendaLink(later.Ref()))
		}
		for _, r := range b.c.UnderItem(at) {
			v.Clauses = append(v.Clauses, b.placeLink(r))
		}
		out = append(out, v)
	}
	return out
}

// agendaOf leads to the item that a place of a record belongs to.
func (b *builder) agendaOf(w model.Work, node model.Node) *Link {
	p, ok := w.(*model.Protocol)
	if !ok || node.Agenda == "" {
		return nil
	}
	m, ok := model.Get[*model.Meeting](b.c, model.Ref{Kind: model.Meetings, ID: p.Meeting})
	if !ok || m.Item(node.Agenda) == nil {
		return nil
	}
	l := b.link(model.AgendaRef(m, node.Agenda))
	l.Title = node.Agenda + ". " + b.text(m.Item(node.Agenda).Title)
	return &l
}

// agendaLink leads to an item of an agenda, by its meeting and its number.
func (b *builder) agendaLink(r model.Ref) Link {
	l := b.link(r)
	if p, ok := b.c.AgendaItem(r); ok {
		l.Title += " · " + p.Item.Key + ". " + b.text(p.Item.Title)
	}
	return l
}

// optionalAgenda is agendaLink; nil where nothing is named.
func (b *builder) optionalAgenda(r model.Ref) *Link {
	if r == (model.Ref{}) {
		return nil
	}
	l := b.agendaLink(r)
	return &l
}

// placeLink leads to a place within a record, by the name of the place alone.
func (b *builder) placeLink(r model.Ref) Link {
	l := b.link(r)
	if w, ok := model.Get[model.Work](b.c, r); ok {
		l.Title = b.c.PartTitle(w, r.Node, b.lang)
	}
	if m, ok := model.Get[*model.Meeting](b.c, r); ok {
		for _, o := range m.Outcomes {
			if model.OutcomeAnchor(o.Key) == r.Node {
				l.Title = cmp.Or(clipped(b.text(o.Text), clipLimit), l.Title)
			}
		}
	}
	return l
}
