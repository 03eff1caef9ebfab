package documents

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/search"
)

// party is what a participant is called, or was on the day of the record.
func (d documenter) party(p model.Party) string {
	if former := d.c.FormerName(p.Ref, d.day); former != nil {
		return d.text(former.Name)
	}
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
	return strings.Join(names, d.comma)
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

// owners are those who answer for an action, with what each has to do.
func (d documenter) owners(a *model.Action) string {
	lines := []string{d.parties(a.Owners)}
	for _, p := range a.Parts {
		lines = append(lines, d.parties(p.Who), d.text(p.Text))
	}
	for _, p := range a.History {
		lines = append(lines, d.text(p.Note))
	}
	return join(lines...)
}

// decided is who moved a decision, voted and stood apart, and in what words.
func (d documenter) decided(m model.Decided) string {
	lines := []string{d.parties(m.Vote.Mover), d.parties(m.Vote.Seconder), d.parties(m.Vote.ForBy), d.parties(m.Vote.AgainstBy), d.parties(m.Vote.AbstainingBy)}
	for _, p := range m.Positions {
		lines = append(lines, d.parties(p.Who), d.text(p.Text))
	}
	return join(lines...)
}

// attachments are the files of an entity: by their titles, and in their language by their text.
func (d documenter) attachments(e model.Entity, head search.Document) []search.Document {
	var docs []search.Document
	for _, a := range model.BaseOf(e).Attachments {
		r := e.Ref()
		r.Node = model.AttachmentAnchor(a.Key)
		title := cmp.Or(d.text(a.Title), d.c.Label(model.VocabAttachmentType, a.Type, d.lang), path.Base(a.File))
		doc := d.document(r, title)
		if lang := model.Lang(a.Lang); lang == d.lang || !slices.Contains(d.c.Config.Langs(), lang) {
			doc.Body = a.Text
		}
		doc.Facets[topic], doc.Facets[state], doc.Date = head.Facets[topic], head.Facets[state], head.Date
		doc.Breadcrumb = []string{d.c.ShortTitle(e.Ref(), d.lang)}
		docs = append(docs, doc)
	}
	return docs
}
