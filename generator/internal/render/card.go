package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Card is an entry of a list.
type Card struct {
	Link
	Kind     string  `json:"kind,omitempty"`     // label, in the singular
	Code     string  `json:"code,omitempty"`     // "clause", "note"
	Num      string  `json:"num,omitempty"`      // of a clause
	Date     string  `json:"date,omitempty"`     // EDTF
	Disputed string  `json:"disputed,omitempty"` // leads to what other sources say of the date
	Text     string  `json:"text,omitempty"`     // a summary, the words of a paragraph
	TextIn   *Tongue `json:"text_in,omitempty"`  // its language, where it is another
	Absent   *Absent `json:"absent,omitempty"`
	Badge    *Badge  `json:"badge,omitempty"`
	Acts     []Term  `json:"acts,omitempty"`   // of a clause
	Tags     []Link  `json:"tags,omitempty"`   // state, topics
	Origin   string  `json:"origin,omitempty"` // of a clause: the protocol's title

	Keys       string `json:"keys,omitempty"`       // what it is found by, in a list with filters
	Provenance string `json:"provenance,omitempty"` // of a note where it stands with others: compiled or contributed

	compiled model.Date // of a note
}

// badge is the derived state of an instrument, or the status of an action; nil for other entities.
func (b *builder) badge(e model.Entity) *Badge {
	switch e := e.(type) {
	case *model.Instrument:
		life := b.c.Life(e)
		badge := &Badge{}
		if life.Present != nil {
			badge.Term, badge.Date = b.term(model.VocabInstrumentState, life.Present.Type), string(life.Present.Date)
			badge.Reported = b.reported(*life.Present)
		}
		for _, a := range life.Awaited {
			badge.Awaited = append(badge.Awaited, b.term(model.VocabInstrumentState, a.State))
		}
		if badge.Code == "" && badge.Awaited == nil {
			return nil
		}
		return badge
	case *model.Action:
		return &Badge{Term: b.term(model.VocabActionStatus, e.Status)}
	case *model.Meeting:
		if b.c.Cancelled(e) {
			return &Badge{Term: b.term(model.VocabMeetingStatus, e.Status)}
		}
	}
	return nil
}

// reported reports whether an event is known from reports alone, and not for certain.
func (b *builder) reported(e model.Event) bool {
	return e.Clause == (model.Ref{}) && (e.OneOrigin || b.doubt(e.Confidence) != nil)
}

// card is an entity as an entry of a list.
func (b *builder) card(e model.Entity) Card {
	r := e.Ref()
	badge := b.badge(e)
	if badge != nil { // its definition stands on the page of the entity
		badge.Definition = ""
		for i := range badge.Awaited {
			badge.Awaited[i].Definition = ""
		}
	}
	card := Card{
		Link: Link{b.text(e.Name()), b.address(r), b.tongue(e.Name())},
		Kind: b.kindLabel(r.Kind), Code: string(r.Kind.Code()),
		Text: b.lead(e), TextIn: b.tongue(model.Lead(e)), Badge: badge, Absent: b.absent(e),
	}
	switch e := e.(type) {
	case *model.Meeting:
		card.Title = b.c.ShortTitle(r, b.lang)
		card.Date, card.Disputed = string(e.Date), b.disputed(e)
	case *model.Protocol:
		card.Title = b.c.ShortTitle(r, b.lang)
		card.Date = string(e.Dated())
	case *model.Instrument:
		card.Tags = b.links(model.Topics, e.Topics)
	case *model.Action:
		card.Tags = []Link{b.link(e.MandatedBy)}
	case *model.Note:
		card.Date = string(e.Period)
		if e.State != "" {
			card.Tags = []Link{b.linkTo(model.States, e.State)}
		}
		card.Tags = append(card.Tags, b.links(model.Topics, e.Topics)...)
	case *model.State:
		card.Text, card.TextIn = b.text(e.OfficialName), b.tongue(e.OfficialName)
	}
	return card
}

// noteCard is a note as an entry of a list, with where it comes from.
func (b *builder) noteCard(n *model.Note) Card {
	card := b.card(n)
	card.compiled = n.Compiled
	card.Provenance = b.c.Label(model.VocabNoteOrigin, n.Origin, b.lang)
	return card
}
