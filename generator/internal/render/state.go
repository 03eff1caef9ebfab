package render

import (
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

func (b *builder) statePage(s *model.State, r Record) *Record {
	p := &r
	var f facts
	f.text("fact_official_name", b.text(s.OfficialName))
	b.formerNames(&f, s)
	iso := s.ISO2
	if s.ISO3 != "" {
		iso = strings.TrimPrefix(iso+" / "+s.ISO3, " / ")
	}
	f.text("fact_iso", iso)
	b.membershipFacts(&f, s.Memberships)
	p.Facts, p.Official = f.rows, b.text(s.OfficialName)
	p.Description = b.text(s.OfficialName)

	open := openOnes(b.c.CommitmentsOf(s.Ref()))
	var chaired []*model.Meeting
	for _, mention := range b.c.Mentions(s.Ref(), "chair_state") {
		if m, ok := model.Get[*model.Meeting](b.c, mention.From); ok {
			chaired = append(chaired, m)
		}
	}
	p.Groups = filledGroups(
		b.entitiesGroup("group_notes", model.Notes, entities(b.c.NotesOf(s.ID)), query(s.Ref())),
		b.clauseGroup(s.Ref(), "?named="+s.ID),
		b.commitmentGroup(open, query(s.Ref())),
		b.otherActions(s.Ref(), open),
		b.entitiesGroup("group_chaired", model.Meetings, entities(chaired), "?chair="+s.ID),
		b.entitiesGroup("group_delegations", model.Meetings, entities(b.c.MeetingsOf(s.Ref())), query(s.Ref())),
		b.signatureGroup(s),
		b.mentionGroup("group_instruments", s.Ref(), model.Instruments, model.Programmes),
		b.mentionGroup("group_persons", s.Ref(), model.Persons),
	)
	return p
}

// signatureGroup are the signature blocks of a state.
func (b *builder) signatureGroup(s *model.State) Group {
	g := Group{Name: "group_signatures"}
	for _, k := range model.Works {
		var places []model.Ref
		for _, r := range b.c.MentionedBy(s.Ref(), k) {
			if model.PartOf(r.Node) == model.PartSignatures {
				places = append(places, r)
			}
		}
		for _, r := range newest(places) {
			card := b.clauseCard(r)
			card.Title, card.Kind, card.Code, card.Origin = card.Origin, b.kindLabel(k), string(k.Code()), ""
			g.Cards = append(g.Cards, card)
		}
		g.Total += len(places)
		if len(places) > groupLimit {
			g.More = append(g.More, b.wholeList(k, "?signed="+s.ID, len(places)))
		}
	}
	return g
}
