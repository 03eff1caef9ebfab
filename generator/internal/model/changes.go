package model

import (
	"slices"
	"sort"
)

// Changes are what came between a meeting and the one of the same body before it, as far as the
// records show.
type Changes struct {
	Before          *Meeting
	Protocol        bool          // the collection has the protocol of the meeting
	BeforeProtocol  bool          // and of the one before
	Recorded        bool          // both records name the delegations; else members at the dates stand in
	Joined, Left    []string      // states
	Between, Here   []Step        // events of instruments since the meeting before: outside the meeting, and by it
	Opened          []Commitment  // laid down by this meeting's protocol
	Closed          []Commitment  // of earlier ones, shown since the meeting before
	Open            []*Commitment // of earlier ones with an end, not shown by the day of the meeting: many
	TopicsNew, Gone []string      // compared only between two protocols
}

// Step is an event of an instrument.
type Step struct {
	Instrument *Instrument
	Event      Event
}

// gatherEvents puts the events of all instruments in order: by date, and by the meeting that made
// them.
func (c *Collection) gatherEvents() {
	c.eventsAt = map[*Meeting][]Step{}
	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		for _, e := range c.Life(i).Events {
			c.events = append(c.events, Step{i, e})
			if m := c.madeBy(e); m != nil {
				c.eventsAt[m] = append(c.eventsAt[m], Step{i, e})
			}
		}
	}
	slices.SortStableFunc(c.events, func(a, b Step) int { return a.Event.Date.Compare(b.Event.Date) })
}

// madeBy is the meeting that made an event, or nil.
func (c *Collection) madeBy(e Event) *Meeting {
	if e.Meeting != "" {
		return c.meetingOf(Ref{Kind: Meetings, ID: e.Meeting})
	}
	return c.meetingOf(e.Clause)
}

// Changes returns what has changed at a meeting; ok is false if there is none before it or its day
// is not known. It looks at little but the result.
func (c *Collection) Changes(m *Meeting) (ch Changes, ok bool) {
	before, _ := c.Neighbours(m)
	if before == nil || !m.Date.Known() || !before.Date.Known() {
		return Changes{}, false
	}
	old, now := c.Protocol(before.ID), c.Protocol(m.ID)
	ch = Changes{Before: before, Protocol: now != nil, BeforeProtocol: old != nil}

	was, recordedThen := c.Delegations(before)
	is, recordedNow := c.Delegations(m)
	ch.Recorded = recordedThen && recordedNow
	if members := c.Members(before.Body, before.Date); !ch.Recorded && len(members) > 0 {
		was, is = members, c.Members(m.Body, m.Date) // who took part in one of the two is not known
	}
	ch.Joined, ch.Left = without(is, was), without(was, is)

	ch.Here = c.eventsAt[m]
	for _, s := range between(c.events, before.Date, m.Date, func(s Step) Date { return s.Event.Date }) {
		if by := c.madeBy(s.Event); by != m && by != before {
			ch.Between = append(ch.Between, s)
		}
	}
	c.changedCommitments(m, before, &ch)
	if ch.Protocol && ch.BeforeProtocol {
		ch.TopicsNew, ch.Gone = without(topicsOf(now), topicsOf(old)), without(topicsOf(old), topicsOf(now))
	}
	return ch, true
}

// changedCommitments finds those that a meeting laid down, and of those of the meetings before it
// those that were met since, and those that are open.
func (c *Collection) changedCommitments(m, before *Meeting, ch *Changes) {
	ch.Opened = c.CommitmentsFrom(m.Ref())
	here := func(cm Commitment) bool { return c.meetingOf(cm.Clause) == m }
	done := func(rank int) Date { return c.commitments[rank].Done }
	for _, rank := range slices.Sorted(slices.Values(between(c.closed, before.Date, m.Date, done))) {
		if cm := c.commitments[rank]; cm.Since.Compare(before.Date) <= 0 && !here(cm) {
			ch.Closed = append(ch.Closed, cm)
		}
	}
	earlier := sort.Search(len(c.commitments), func(i int) bool { return c.commitments[i].Since.Compare(before.Date) > 0 })
	c.open.each(c.commitments[:earlier], m.Date, func(cm *Commitment) {
		if !here(*cm) {
			ch.Open = append(ch.Open, cm)
		}
	})
}

// between returns the part of a list, sorted by a date, that is later than one day and not later
// than another.
func between[T any](list []T, after, until Date, date func(T) Date) []T {
	first := sort.Search(len(list), func(i int) bool { return date(list[i]).Compare(after) > 0 })
	list = list[first:]
	return list[:sort.Search(len(list), func(i int) bool { return date(list[i]).Compare(until) > 0 })]
}

// topicsOf are the topics of a protocol's nodes.
func topicsOf(p *Protocol) []string {
	var all []string
	for _, n := range p.Nodes {
		all = append(all, n.Whole().Topics...)
	}
	return distinct(all)
}
