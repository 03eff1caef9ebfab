package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// notesOf are the notes of a state on any of some topics.
func (b *builder) notesOf(state string, topics ...string) []*model.Note {
	var out []*model.Note
	for _, n := range b.notesBy(state) {
		if slices.ContainsFunc(n.Topics, func(id string) bool { return slices.Contains(topics, id) }) {
			out = append(out, n)
		}
	}
	return out
}

// notesBy are the notes of a state.
func (b *builder) notesBy(state string) []*model.Note {
	b.indexNotes()
	return b.byState[state]
}

// notesOn are the notes on a topic.
func (b *builder) notesOn(topic string) []*model.Note {
	b.indexNotes()
	return b.byTopic[topic]
}

func (b *builder) indexNotes() {
	if b.byState != nil {
		return
	}
	b.byState, b.byTopic, b.noteRank = map[string][]*model.Note{}, map[string][]*model.Note{}, map[*model.Note]int{}
	for i, n := range model.All[*model.Note](b.c, model.Notes) {
		b.noteRank[n] = i
		b.byState[n.State] = append(b.byState[n.State], n)
		for _, id := range n.Topics {
			b.byTopic[id] = append(b.byTopic[id], n)
		}
	}
}

// sortNotes puts notes in the order of the list of notes.
func (b *builder) sortNotes(notes []*model.Note) {
	slices.SortFunc(notes, func(x, y *model.Note) int { return cmp.Compare(b.noteRank[x], b.noteRank[y]) })
}

// holder reports whether a topic only holds others together: it is broader than some and narrower than
// none.
func (b *builder) holder(t *model.Topic) bool {
	narrower := func(o *model.Topic) bool { return slices.Contains(o.Broader, t.ID) }
	return len(t.Broader) == 0 && slices.ContainsFunc(model.All[*model.Topic](b.c, model.Topics), narrower)
}

// below are topics with all that are narrower, at any depth.
func (b *builder) below(ids []string) []string {
	for i := 0; i < len(ids); i++ {
		for _, o := range model.All[*model.Topic](b.c, model.Topics) {
			if slices.Contains(o.Broader, ids[i]) && !slices.Contains(ids, o.ID) {
				ids = append(ids, o.ID)
			}
		}
	}
	return ids
}
