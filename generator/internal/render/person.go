package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

func (b *builder) personPage(e *model.Person, r Record) *Record {
	p := &r
	var f facts
	f.text("fact_post", b.text(e.Post))
	f.link("fact_state", b.optionalTo(model.States, e.State))
	p.Facts, p.Lead = f.rows, ""
	p.Groups = filledGroups(b.mentionGroup("group_meetings", e.Ref(), model.Meetings))
	return p
}
