package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// recordPage makes the view of a record's page.
func (b *builder) recordPage(e model.Entity) view {
	r := b.recordOf(e)
	switch e := e.(type) {
	case *model.State:
		return b.statePage(e, r)
	case *model.Body:
		return b.bodyPage(e, r)
	case *model.Person:
		return b.personPage(e, r)
	case *model.Topic:
		return b.topicPage(e, r)
	case *model.Meeting:
		return b.meetingPage(e, r)
	case *model.Protocol:
		return b.protocolPage(e, r)
	case *model.Instrument:
		return b.instrumentPage(e, r)
	case *model.Action:
		return b.actionPage(e, r)
	case *model.Note:
		return b.notePage(e, r)
	}
	return &r // prose about the site
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
		Files: b.files(e), Citation: b.citation(e),
	}
	if ref.Kind != model.Pages {
		r.Breadcrumbs = []Link{b.listLink(ref.Kind)}
	}
	return r
}
