package documents

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/search"
)

// party is what a participant is called.
func (d documenter) party(p model.Party) string {
	if e := d.c.Entity(p.Ref); e != nil {
		return d.text(e.Name())
	}
	return p.Name
}

func (d documenter) parties(list []model.Party) string {
	var names []string
	for _, p := range list {
		names = append(names, d.party(p))
	}
	return strings.Join(names, d.comma())
}

// attendance is who was at a meeting, where the site names them.
func (d documenter) attendance(m *model.Meeting) string {
	if !d.c.Named(m) {
		return ""
	}
	var lines []string
	for _, a := range m.Attendance {
		lines = append(lines, d.parties(a.Who))
	}
	return join(lines...)
}

// agenda are the items of a meeting's agenda; each has the facets of the meeting, and topics of its
// own.
func (d documenter) agenda(m *model.Meeting, head search.Document) []search.Document {
	var docs []search.Document
	for _, item := range m.Agenda {
		doc := d.document(model.AgendaRef(m, item.Key), d.text(item.Title), d.text(item.Summary), d.parties(item.By))
		doc.Facets[topic], doc.Facets[state], doc.Date = union(item.Topics, nil), head.Facets[state], head.Date
		doc.Breadcrumb = []string{d.c.ShortTitle(m.Ref(), d.lang)}
		docs = append(docs, doc)
	}
	return docs
}
