package render

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/cite"
	"github.com/kengash/kengash/generator/internal/model"
)

// Citation of a page, or of a place in its document: its parts, from which the theme makes a sentence by the custom of the
// language, and the formats of reference managers.
type Citation struct {
	ID        string `json:"id"`        // "c2"; "" is the whole page
	Permalink string `json:"permalink"` // absolute
	Author    string `json:"author,omitempty"`
	Title     string `json:"title"`
	Section   string `json:"section,omitempty"` // "Clause 2"
	Date      string `json:"date,omitempty"`    // EDTF
	Site      string `json:"site"`
	Note      string `json:"note,omitempty"` // status of the text, where it is not authentic
	Language  string `json:"language"`       // BCP 47
	BibTeX    string `json:"bibtex"`
	RIS       string `json:"ris"`
	CSL       string `json:"csl"`
}

// citation of an entity's page.
func (b *builder) citation(e model.Entity) *Citation {
	item := b.citeItem(e)
	return citation(item, "")
}

// citeClause is the citation of a clause of a text.
func (b *builder) citeClause(w model.Work, part string) *Citation {
	item := b.citeItem(w)
	item.Section = b.c.Numbered(model.VocabDocumentPart, model.ClausePart, w.Doc().Node(part).Num, b.lang)
	item.Key = b.citeKey(w, part)
	item.Permalink += "#" + part
	return citation(item, part)
}

func citation(i cite.Item, id string) *Citation {
	return &Citation{
		ID: id, Permalink: i.Permalink, Author: i.Author, Title: i.Title, Section: i.Section, Date: i.Date, Site: i.Site, Note: i.Note,
		Language: i.Language, BibTeX: i.BibTeX(), RIS: i.RIS(), CSL: i.CSL(),
	}
}

// citeKey is the key of a citation: kind, id, what else tells it from others, language.
func (b *builder) citeKey(e model.Entity, more ...string) string {
	r := e.Ref()
	return strings.Join(slices.Concat([]string{string(r.Kind.Code()), r.ID}, more, []string{string(b.lang)}), "-")
}

func (b *builder) citeItem(e model.Entity) cite.Item {
	r := e.Ref()
	i := cite.Item{
		Key:   b.citeKey(e),
		Title: upperFirst(b.text(e.Name())), Date: day(e), Site: b.brand(), Language: b.languageTag(b.lang),
		DataDate: string(b.c.Config.DataDate), Permalink: b.c.Config.BaseURL + r.URL(b.lang),
	}
	w, ok := e.(model.Work)
	if !ok || len(w.Doc().Versions) == 0 {
		if r.Kind != model.Notes { // the page is cited, not the thing that it tells of
			i.Date = i.DataDate
		}
		return i
	}
	i.Document, i.Date = true, string(w.Dated())
	switch w := w.(type) {
	case *model.Instrument:
		i.Author = b.bodyName(w.Body)
	case *model.Protocol:
		i.Archive = b.bodyName(w.Depositary)
		if m, ok := model.Get[*model.Meeting](b.c, model.Ref{Kind: model.Meetings, ID: w.Meeting}); ok {
			i.Author = b.bodyName(m.Body)
		}
	}
	if v, ok := w.Doc().Version(b.lang); ok && v.Status != model.Authentic {
		i.Note = b.c.Label(model.VocabTextStatus, v.Status, b.lang)
	}
	return i
}

// bodyName is the full name of a body; "" where no body is named.
func (b *builder) bodyName(id string) string {
	if id == "" {
		return ""
	}
	return b.text(b.c.Entity(model.Ref{Kind: model.Bodies, ID: id}).Name())
}

// day is the date of an entity for feeds: of a meeting, a protocol, the compilation of a note, the newest event of an
// instrument. "" where it has none that is a full date.
func day(e model.Entity) string {
	var d model.Date
	switch e := e.(type) {
	case *model.Meeting:
		d = e.Date
	case *model.Protocol:
		d = e.Date
	case *model.Note:
		d = e.Compiled
	case *model.Instrument:
		for _, event := range e.Events {
			if event.Date.Compare(d) > 0 {
				d = event.Date
			}
		}
	}
	if first := d.First(); d.Known() && !first.IsZero() {
		return first.Format("2006-01-02")
	}
	return ""
}
