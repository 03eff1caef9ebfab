package render

import (
	"cmp"

	"github.com/kengash/kengash/generator/internal/model"
)

// Changes is what is new since the meeting before, in sentences.
type Changes struct {
	Before    *Link    `json:"before,omitempty"`
	Sentences []Change `json:"sentences"`
}

// Change is a sentence. Name is a key of the theme's i18n ("changed_chair"), whose words have
// places for the items and for what was so before.
type Change struct {
	Name   string       `json:"name"`
	Items  []ChangeItem `json:"items,omitempty"`
	Before []ChangeItem `json:"before,omitempty"`
	Left   int          `json:"left,omitempty"` // how many more items there are
}

// ChangeItem is a thing that a sentence names, with a word and a date about it.
type ChangeItem struct {
	Link
	Term     *Term  `json:"term,omitempty"`
	Date     string `json:"date,omitempty"`
	Reported bool   `json:"reported,omitempty"` // the term is known from reports alone
}

// changes returns what is new at a meeting; nil where its day is not known.
func (b *builder) changes(m *model.Meeting) *Changes {
	v := &Changes{}
	say := func(name string, items, before []ChangeItem) {
		v.Sentences = append(v.Sentences, Change{Name: "changed_" + name, Items: items, Before: before})
	}
	ch, ok := b.c.Changes(m)
	if !ok {
		if before, _ := b.c.Neighbours(m); before != nil || !m.Date.Known() {
			return nil
		}
		say(map[bool]string{true: "first", false: "nothing_before"}[m.Ordinal == 1], nil, nil)
		return v
	}
	v.Before = b.optional(ch.Before.Ref())
	switch {
	case !ch.Protocol && !ch.BeforeProtocol:
		say("no_protocols", nil, nil)
	case !ch.Protocol:
		say("no_protocol", nil, nil)
	case !ch.BeforeProtocol:
		say("no_protocol_before", nil, nil)
	}
	some := func(name string, items []ChangeItem) {
		if len(items) > 0 {
			say(name, items, nil)
		}
	}
	joined, left, same := "joined", "left", "same_members"
	if ch.Recorded {
		joined, left, same = "delegation_joined", "delegation_left", "same_delegations"
	}
	some(joined, items(b.links(model.States, ch.Joined)...))
	some(left, items(b.links(model.States, ch.Left)...))
	if states, _ := b.c.Delegations(m); len(ch.Joined)+len(ch.Left) == 0 && len(states) > 0 {
		say(same, nil, nil)
	}
	b.chairs(m, ch.Before, say)
	b.placeChange(m, ch.Before, say)
	some("here", b.steps(ch.Here, false))
	some("between", b.steps(ch.Between, true))
	some("topics_new", items(b.links(model.Topics, ch.TopicsNew)...))
	some("topics_gone", items(b.links(model.Topics, ch.Gone)...))
	few := func(name string, shown []model.Commitment, all int) {
		some(name, b.commitments(shown))
		if left := all - len(shown); left > 0 {
			v.Sentences[len(v.Sentences)-1].Left = left
		}
	}
	met := func(name string, commitments []model.Commitment) {
		few(name, newest(commitments), len(commitments))
	}
	met("opened", ch.Opened)
	var shown, inferred []model.Commitment
	for _, l := range ch.Closed {
		if l.Inferred {
			inferred = append(inferred, l)
		} else {
			shown = append(shown, l)
		}
	}
	met("closed", shown)
	met("closed_inferred", inferred)
	var open []model.Commitment
	for _, l := range newest(ch.Open) {
		open = append(open, *l)
	}
	few("open", open, len(ch.Open))
	return v
}

func (b *builder) chairs(m, before *model.Meeting, say func(string, []ChangeItem, []ChangeItem)) {
	now, old := b.optionalTo(model.States, m.ChairState), b.optionalTo(model.States, before.ChairState)
	switch {
	case now != nil && old != nil && *now == *old:
		say("chair_same", items(*now), nil)
	case now != nil && old != nil:
		say("chair", items(*now), items(*old))
	case now != nil:
		say("chair_now", items(*now), nil)
	case old != nil:
		say("chair_unknown", nil, items(*old))
	}
}

// placeChange compares where meetings were held; a videoconference has its format in place of a
// place.
func (b *builder) placeChange(m, before *model.Meeting, say func(string, []ChangeItem, []ChangeItem)) {
	where := func(m *model.Meeting) string {
		format := ""
		if m.Format != "" {
			format = b.c.Label(model.VocabMeetingFormat, m.Format, b.lang)
		}
		return cmp.Or(b.text(m.Place), format)
	}
	now, old := where(m), where(before)
	switch {
	case now != "" && now == old:
		say("place_same", items(Link{Title: now}), nil)
	case now != "" && old != "":
		say("place", items(Link{Title: now}), items(Link{Title: old}))
	}
}

func items(links ...Link) []ChangeItem {
	var out []ChangeItem
	for _, l := range links {
		out = append(out, ChangeItem{Link: l})
	}
	return out
}

func (b *builder) steps(steps []model.Step, dated bool) []ChangeItem {
	var out []ChangeItem
	for _, s := range steps {
		item := ChangeItem{Link: b.link(s.Instrument.Ref()), Term: b.optionalTerm(model.VocabInstrumentState, s.Event.Type), Reported: b.reported(s.Event)}
		if dated {
			item.Date = string(s.Event.Date)
		}
		out = append(out, item)
	}
	return out
}

// commitments are shown by the name of the action, else of the instrument with its step; with the
// day of the evidence where there is one.
func (b *builder) commitments(commitments []model.Commitment) []ChangeItem {
	var out []ChangeItem
	for _, l := range commitments {
		v, _ := b.commitment(l)
		item := ChangeItem{Link: v.Link, Date: string(l.Done)}
		if l.Action == nil {
			item.Term = v.Step
		}
		out = append(out, item)
	}
	return out
}
