package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Experience of states on a topic.
type Experience struct {
	States []StateNotes `json:"states"`
	None   []Link       `json:"none,omitempty"` // the states that have no note on it
}

// StateNotes are the notes of a state on a topic.
type StateNotes struct {
	ID    string `json:"id"` // anchor: "state.in"
	State Link   `json:"state"`
	Notes []Card `json:"notes"`
	More  *Count `json:"more,omitempty"` // all of them, where Notes are but some
}

// How many notes the page of a topic shows: of one state, and of all. What has no room there is
// counted, and leads to the list of notes.
const (
	stateNotesLimit = 3
	experienceLimit = 30
)

// holdsTopics reports whether a topic only holds others together: it is broader than some and
// narrower than none.
func (b *builder) holdsTopics(t *model.Topic) bool {
	return len(t.Broader) == 0 && len(b.c.Narrower(t.ID)) > 0
}

// experience are the notes on a topic, state by state; those that only link to it are not among
// them. A topic that only holds others together has the notes on all of these.
func (b *builder) experience(t *model.Topic) *Experience {
	if len(b.c.List(model.Notes)) == 0 || len(b.c.List(model.States)) == 0 {
		return nil // a site without notes, or without states, does not speak of those of states
	}
	e := &Experience{States: []StateNotes{}}
	topics := []string{t.ID}
	if b.holdsTopics(t) {
		topics = b.c.Below(t.ID)
	}
	room := experienceLimit
	for _, s := range model.All[*model.State](b.c, model.States) {
		notes := b.c.NotesOf(s.ID, topics...)
		row := StateNotes{ID: model.StateAnchor(s.ID), State: b.link(s.Ref()), Notes: []Card{}}
		if len(notes) == 0 {
			e.None = append(e.None, row.State)
			continue
		}
		shown := notes
		if limit := min(stateNotesLimit, room); len(notes) > limit {
			shown = notes[:limit]
			more := b.wholeList(model.Notes, "?topic="+t.ID+"&state="+s.ID, len(notes))
			row.More = &more
		}
		room -= len(shown)
		for _, n := range shown {
			card := b.noteCard(n)
			card.Tags = b.links(model.Topics, slices.DeleteFunc(slices.Clone(n.Topics), func(id string) bool { return id == t.ID }))
			row.Notes = append(row.Notes, card)
		}
		e.States = append(e.States, row)
	}
	return e
}
