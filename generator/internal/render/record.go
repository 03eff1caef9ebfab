package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Record is what the page of every record has.
type Record struct {
	Page
	ID       string    `json:"id"`
	Official string    `json:"official,omitempty"` // official name beside a short one
	Draft    bool      `json:"draft,omitempty"`    // seen before it is published
	Embargo  string    `json:"embargo,omitempty"`  // the day from which it is published, if it is to come
	Status   *Term     `json:"status,omitempty"`   // of the heading's words, where they are not official
	Badge    *Badge    `json:"badge,omitempty"`    // the present state, for instruments and actions
	Absent   *Absent   `json:"absent,omitempty"`   // what the page lacks in its language
	Files    []File    `json:"files,omitempty" set:"-"`
	Citation *Citation `json:"citation,omitempty" set:"-"`

	Facts    []FactRow `json:"facts,omitempty"`
	Sections []Section `json:"sections,omitempty"` // prose
	Sources  []Source  `json:"sources,omitempty"`

	Attachments []Attachment `json:"attachments,omitempty"`
	Links       []Link       `json:"links,omitempty"` // addresses outside

	Groups []Group `json:"groups,omitempty"` // what refers to this
}

// recordOf is what the pages of all records have.
func (b *builder) recordOf(e model.Entity) Record {
	ref := e.Ref()
	r := Record{
		Page: Page{
			Kind: string(ref.Kind), KindLabel: b.kindLabel(ref.Kind),
			Heading: b.text(e.Name()), HeadingIn: b.tongue(e.Name()), Lead: b.lead(e), LeadIn: b.tongue(model.Lead(e)),
			Description: b.lead(e), absentIn: b.absentIn(e),
		},
		ID: ref.ID, Badge: b.badge(e), Absent: b.absent(e), Sections: b.sections(e), Sources: b.sources(e),
		Files: b.pageFiles(e), Citation: b.citation(e), Attachments: b.attachments(e), Links: b.webLinks(e),
	}
	base := model.BaseOf(e)
	if r.Draft = base.Draft; base.Embargo.First().After(b.c.Config.DataDate.Last()) {
		r.Embargo = string(base.Embargo)
	}
	if ref.Kind != model.Pages {
		r.Breadcrumbs = []Link{b.listLink(ref.Kind)}
	}
	return r
}

// pageFiles are the files that an entity's page is made from: of a work the texts in other
// languages, too.
func (b *builder) pageFiles(e model.Entity) []File {
	files := b.files(e)
	if w, ok := e.(model.Work); ok {
		for _, l := range b.texts(w) {
			if l != b.lang {
				files = append(files, b.file(model.BaseOf(w).Prose[l].File))
			}
		}
	}
	return files
}
