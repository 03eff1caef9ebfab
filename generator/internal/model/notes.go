package model

import "slices"

// cell is a state and a topic, of which one may be "": any.
type cell struct{ state, topic string }

// gatherNotes puts notes where their states and topics cross, and topics below those that hold
// them.
func (c *Collection) gatherNotes() {
	c.narrower, c.notes, c.noteRank = map[string][]*Topic{}, map[cell][]*Note{}, map[*Note]int{}
	for _, t := range All[*Topic](c, Topics) {
		for _, id := range distinct(t.Broader) {
			c.narrower[id] = append(c.narrower[id], t)
		}
	}
	for i, n := range All[*Note](c, Notes) {
		c.noteRank[n] = i
		cells := []cell{{}, {state: n.State}}
		for _, topic := range n.Topics {
			cells = append(cells, cell{topic: topic}, cell{n.State, topic})
		}
		for _, at := range distinct(cells) {
			c.notes[at] = append(c.notes[at], n)
		}
	}
}

// NotesOf returns the notes of a state that are on any of some topics, in the order of their list.
// Without topics they are all of the state's, and with the state "" those of any state.
func (c *Collection) NotesOf(state string, topics ...string) []*Note {
	switch len(topics) {
	case 0:
		return c.notes[cell{state: state}]
	case 1:
		return c.notes[cell{state, topics[0]}]
	}
	var out []*Note
	for _, topic := range topics {
		out = append(out, c.notes[cell{state, topic}]...)
	}
	slices.SortFunc(out, func(a, b *Note) int { return c.noteRank[a] - c.noteRank[b] })
	return slices.Compact(out)
}

// Narrower returns the topics that name a topic as broader, in their order.
func (c *Collection) Narrower(topic string) []*Topic { return c.narrower[topic] }

// Below returns topics with all that are narrower, at any depth, in a slice of the caller's own.
func (c *Collection) Below(topics ...string) []string {
	out := slices.Clone(topics)
	seen := map[string]bool{}
	for _, id := range out {
		seen[id] = true
	}
	for i := 0; i < len(out); i++ {
		for _, t := range c.narrower[out[i]] {
			if !seen[t.ID] {
				seen[t.ID] = true
				out = append(out, t.ID)
			}
		}
	}
	return out
}
