package render

import (
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
	place int // in the list of notes
	state int // its number
	day   int // in the middle of the note's period
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
		at := noteAt{n, i, states[own], middle(n.Period)}
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
// room those nearest to it in time; of those equally near some that follow a place in the list,
// another for each note, so that not all lead to the same few.
func (f *noteFinder) nearest(n *model.Note) []*model.Note {
	here := f.at[n]
	f.others = f.others[:0]
	for _, o := range f.on(n.Topics) {
		if o.state != here.state {
			f.others = append(f.others, o)
		}
	}
	var out []int // of the others
	if len(f.others) <= besideLimit {
		for i := range f.others {
			out = append(out, i)
		}
	} else {
		out = f.nearOf(here, int(crc32.ChecksumIEEE([]byte(n.ID))%uint32(len(f.others))))
	}
	near := make([]*model.Note, len(out))
	for k, i := range out {
		near[k] = f.others[i].note
	}
	return near
}

// nearOf are the numbers of the others that are nearest to a note in time, the first of those that
// follow a place in the list where they are equally near.
func (f *noteFinder) nearOf(here noteAt, start int) []int {
	far := func(i int) int {
		d := f.others[i].day - here.day
		return max(d, -d)
	}
	var out []int
	for k := range f.others {
		i := start + k
		if i >= len(f.others) {
			i -= len(f.others)
		}
		if len(out) == besideLimit && far(out[besideLimit-1]) <= far(i) {
			continue
		}
		at, _ := slices.BinarySearchFunc(out, far(i), func(j, f int) int {
			if far(j) <= f {
				return -1
			}
			return 1
		})
		out = slices.Insert(out, at, i)[:min(len(out)+1, besideLimit)]
	}
	return out
}
