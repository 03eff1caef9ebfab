package render

import (
	"cmp"
	"hash/crc32"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// noteFinder finds the notes that stand beside a note. The page of each note looks at all notes on
// its topics, so what it looks at lies together.
type noteFinder struct {
	at      map[*model.Note]noteAt
	onTopic map[string][]noteAt // in the order of the list of notes
	any     []noteAt            // all of them
	others  []noteAt            // room for those that are looked at
}

// noteAt is a note as it is compared with another.
type noteAt struct {
	note  *model.Note
	place int    // in the list of notes
	state int    // its number
	day   int    // in the middle of the note's period
	turn  uint32 // its place on the ring of the checksums of names
}

func newNoteFinder(c *model.Collection) *noteFinder {
	f := &noteFinder{at: map[*model.Note]noteAt{}, onTopic: map[string][]noteAt{}}
	states := map[string]int{}
	for i, n := range c.NotesOf("") {
		own := n.State
		if own == "" {
			own = n.ID // those of no state are others to each other
		}
		if _, ok := states[own]; !ok {
			states[own] = len(states)
		}
		at := noteAt{n, i, states[own], middle(n.Period), crc32.ChecksumIEEE([]byte(n.ID))}
		f.at[n], f.any = at, append(f.any, at)
		for _, topic := range n.Topics {
			if on := f.onTopic[topic]; len(on) == 0 || on[len(on)-1] != at { // a topic named twice
				f.onTopic[topic] = append(on, at)
			}
		}
	}
	return f
}

// on are the notes on any of some topics, all notes without topics.
func (f *noteFinder) on(topics []string) []noteAt {
	if len(topics) == 0 {
		return f.any
	}
	found := f.onTopic[topics[0]]
	for _, topic := range topics[1:] {
		found = merged(found, f.onTopic[topic])
	}
	return found
}

// merged are the notes of two lists, each once, in their order.
func merged(a, b []noteAt) []noteAt {
	out := make([]noteAt, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].place < b[0].place:
			out, a = append(out, a[0]), a[1:]
		case a[0].place > b[0].place:
			out, b = append(out, b[0]), b[1:]
		default:
			b = b[1:]
		}
	}
	return append(append(out, a...), b...)
}

// nearest are the notes of other states on the topics of a note, where there are more than have
// room those nearest to it in time; of those equally near the ones that follow it on a ring of the
// checksums of their names, so that not all notes lead to the same few, and a note that comes or
// goes changes what stands beside its neighbours on the ring, not beside every note on its topics.
func (f *noteFinder) nearest(n *model.Note) []*model.Note {
	here := f.at[n]
	f.others = f.others[:0]
	for _, o := range f.on(n.Topics) {
		if o.state != here.state {
			f.others = append(f.others, o)
		}
	}
	out := f.others
	if len(out) > besideLimit {
		out = nearOf(here, f.others)
	}
	near := make([]*model.Note, len(out))
	for i, o := range out {
		near[i] = o.note
	}
	return near
}

// nearOf are those of the others that are nearest to a note.
func nearOf(here noteAt, others []noteAt) []noteAt {
	compare := func(a, b noteAt) int {
		if a.day != b.day {
			if c := cmp.Compare(here.far(a), here.far(b)); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.turn-here.turn, b.turn-here.turn)
	}
	out := make([]noteAt, 0, besideLimit+1)
	for _, o := range others {
		if len(out) == besideLimit && compare(out[besideLimit-1], o) <= 0 {
			continue
		}
		at := len(out)
		for at > 0 && compare(out[at-1], o) > 0 {
			at--
		}
		out = slices.Insert(out, at, o)[:min(len(out)+1, besideLimit)]
	}
	return out
}

// far is how many days lie between two notes.
func (a noteAt) far(b noteAt) int {
	return max(a.day-b.day, b.day-a.day)
}
