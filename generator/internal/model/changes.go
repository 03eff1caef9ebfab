package model

import "slices"

// Changes are what came between a meeting and the one of the same body before it, as far as the records show.
type Changes struct {
	Before          *Meeting
	Protocol        bool         // the collection has the protocol of the meeting
	BeforeProtocol  bool         // and of the one before
	Recorded        bool         // both records name the delegations; else members at the dates stand in
	Joined, Left    []string     // states
	Between, Here   []Step       // events of instruments since the meeting before: outside the meeting, and by it
	Opened          []Commitment // laid down by this meeting's protocol
	Closed          []Commitment // of earlier ones, shown since the meeting before
	Open            []Commitment // of earlier ones with an end, not shown by the day of the meeting
	TopicsNew, Gone []string     // compared only between two protocols
}

// Step is an event of an instrument.
type Step struct {
	Instrument *Instrument
	Event      Event
}

// Changes returns what is new at a meeting; ok is false where there is none before it, or where its day is not known.
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
	ch.Joined, ch.Left = without(is, was), without(was, is)

	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		for _, e := range c.Life(i).Events {
			switch {
			case c.at(e) == m:
				ch.Here = append(ch.Here, Step{i, e})
			case c.at(e) != before && e.Date.Compare(before.Date) > 0 && e.Date.Compare(m.Date) <= 0:
				ch.Between = append(ch.Between, Step{i, e})
			}
		}
	}
	slices.SortStableFunc(ch.Between, func(a, b Step) int { return a.Event.Date.Compare(b.Event.Date) })

	for _, cm := range c.Commitments() {
		switch {
		case c.meetingOf(cm.Clause) == m:
			ch.Opened = append(ch.Opened, cm)
		case cm.Since.Compare(before.Date) > 0:
		case !cm.Open && cm.Done.Compare(before.Date) > 0 && cm.Done.Compare(m.Date) <= 0:
			ch.Closed = append(ch.Closed, cm)
		case cm.OpenOn(m.Date) && !cm.Standing():
			ch.Open = append(ch.Open, cm)
		}
	}
	if ch.Protocol && ch.BeforeProtocol {
		topics := func(p *Protocol) (out []string) {
			for _, n := range p.Nodes {
				out = append(out, without(n.Topics, out)...)
			}
			return out
		}
		ch.TopicsNew, ch.Gone = without(topics(now), topics(old)), without(topics(old), topics(now))
	}
	return ch, true
}

// at is the meeting that made an event, or nil.
func (c *Collection) at(e Event) *Meeting {
	if e.Meeting != "" {
		return c.meetingOf(Ref{Kind: Meetings, ID: e.Meeting})
	}
	return c.meetingOf(e.Clause)
}

func without(ids, other []string) []string {
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(other, id) })
}
