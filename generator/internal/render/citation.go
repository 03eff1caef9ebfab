package render

import (
	"html"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/cite"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// Citation of a page, or of a place in its document: its parts, from which the theme makes a
// sentence by the custom of the language, and of a page its RIS record, from which a script makes
// BibTeX and CSL-JSON. Where the page's document has clauses, sentence and record have gaps
// (<i data-gap>), from which the script makes those of a clause.
type Citation struct {
	Permalink string `json:"permalink"` // absolute
	Author    string `json:"author,omitempty"`
	Title     string `json:"title"`
	Date      string `json:"date,omitempty"` // EDTF
	Site      string `json:"site,omitempty"`
	Publisher string `json:"publisher,omitempty"` // of the site
	Note      string `json:"note,omitempty"`      // status of the text, where it is not authentic
	Language  string `json:"language,omitempty"`  // BCP 47
	Gaps      bool   `json:"gaps,omitempty"`
	RIS       string `json:"ris,omitempty"` // HTML
}

// citation of an entity's page.
func (b *builder) citation(e model.Entity) *Citation {
	i := b.citeItem(e)
	c := &Citation{
		Permalink: i.URL(), Author: i.Author, Title: i.Title, Date: i.Date, Site: i.Site, Publisher: i.Publisher, Note: i.Note, Language: i.Language,
		Gaps: b.hasClauses(e),
	}
	if c.Gaps {
		c.RIS = gapped(i.Gaps())
	} else {
		c.RIS = escapeText(strings.TrimSuffix(i.RIS(), "\n"))
	}
	return c
}

// escapeText leaves quotation marks as they are.
var escapeText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace

// gapped is an entry with its gaps as HTML.
func gapped(pieces []cite.Piece) string {
	var out strings.Builder
	for _, p := range pieces {
		out.WriteString(escapeText(p.Text))
		if p.Gap != "" {
			out.WriteString(`<i data-gap="` + html.EscapeString(p.Gap) + `"></i>`)
		}
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// hasClauses reports whether the page of an entity shows a text with clauses.
func (b *builder) hasClauses(e model.Entity) bool {
	w, ok := e.(model.Work)
	if !ok {
		return false
	}
	clause := func(id string) bool { return model.At(w, id).Clause() != "" }
	return slices.ContainsFunc(alignedNodes(w, b.texts(w)), clause)
}

func (b *builder) citeItem(e model.Entity) cite.Item {
	r := e.Ref()
	i := cite.Item{
		Key: string(r.Kind.Code()) + "-" + r.ID, Edition: string(b.lang),
		Title: typography.UpperFirst(b.text(e.Name())), Date: day(e), Site: b.brand(), Publisher: b.text(b.c.Config.Publisher), Language: b.languageTag(b.lang),
		DataDate: string(b.c.Config.DataDate), Permalink: b.c.Config.BaseURL + b.c.Paths.URL(r, b.lang),
	}
	w, ok := e.(model.Work)
	if !ok || len(w.Doc().Versions) == 0 {
		if r.Kind != model.Notes { // the page is cited, not the thing that it tells of
			i.Date = "" // it is of the day of the data, which every citation has
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

// bodyName is the full name of a body on the day of the page; "" where no body is named.
func (b *builder) bodyName(id string) string {
	if id == "" {
		return ""
	}
	r := model.Ref{Kind: model.Bodies, ID: id}
	if former := b.c.FormerName(r, b.day); former != nil {
		return b.text(former.Name)
	}
	return b.text(b.c.Entity(r).Name())
}

// day is the date of an entity for feeds: of a meeting, a protocol, the compilation of a note, the
// newest event of an instrument. "" where it has none that is a full date.
func day(e model.Entity) string {
	var d model.Date
	switch e := e.(type) {
	case *model.Meeting:
		d = e.Date
	case *model.Protocol:
		d = e.Dated()
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
