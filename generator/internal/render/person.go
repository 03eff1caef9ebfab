package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

func (b *builder) personPage(e *model.Person, r Record) *Record {
	p := &r
	var f facts
	if post := b.text(e.Post); post != "" {
		f.add("fact_post", FactValue{Text: post, Status: b.status(e.PostStatus)})
	}
	f.link("fact_state", b.optionalTo(model.States, e.State))
	p.Facts, p.Lead, p.Status = f.rows, "", b.status(e.NameStatus)
	p.Groups = filledGroups(b.mentionGroup("group_meetings", e.Ref(), model.Meetings))
	return p
}
