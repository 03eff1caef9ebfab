package model

import (
	"cmp"
	"slices"
)

// What follows from the records, and so is never typed in.

// Members are the ids of the states that belong to a body on a date, in the site's order. Where no state has a membership of
// the body itself, those of the nearest body above it count.
func (c *Collection) Members(body string, d Date) []string {
	if !d.Known() {
		return nil
	}
	for seen := map[string]bool{}; body != "" && !seen[body]; {
		seen[body] = true
		var members []string
		any := false
		for _, s := range All[*State](c, States) {
			for _, m := range s.Memberships {
				if m.Key == body {
					any = true
					if m.In(d) {
						members = append(members, s.ID)
					}
				}
			}
		}
		if any {
			return members
		}
		b, ok := Get[*Body](c, Ref{Bodies, body, ""})
		if !ok {
			return nil
		}
		body = b.Parent
	}
	return nil
}

// Delegations are the states of a meeting: those that its record names, else the members of its body on its date.
func (c *Collection) Delegations(m *Meeting) (states []string, recorded bool) {
	if len(m.Delegations) > 0 {
		return m.Delegations, true
	}
	return c.Members(m.Body, m.Date), false
}

// Protocol gives the protocol of a meeting, or nil.
func (c *Collection) Protocol(meeting string) *Protocol {
	for _, p := range All[*Protocol](c, Protocols) {
		if p.Meeting == meeting {
			return p
		}
	}
	return nil
}

// Life is the derived state of an instrument.
type Life struct {
	Events  []Event   // by date, then by rank in the vocabulary
	Present *Event    // the last of them; nil where nothing is evidenced
	Awaited []Awaited // what clauses announced and no event shows
}

// Awaited is a step that a clause announced and that no event evidences.
type Awaited struct {
	State  Code
	Clause Ref  // the paragraph that announced it
	Since  Date // of the work that the clause stands in
}

// Life derives the state of an instrument from its events and from the clauses that act on it.
func (c *Collection) Life(i *Instrument) Life {
	vocabulary := c.Vocabulary[VocabInstrumentState]
	rank := func(code Code) int { _, r, _ := vocabulary.Term(code); return r }
	life := Life{Events: slices.Clone(i.Events)}
	slices.SortStableFunc(life.Events, func(a, b Event) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(rank(a.Type), rank(b.Type)))
	})
	if n := len(life.Events); n > 0 {
		life.Present = &life.Events[n-1]
	}
	for _, s := range c.steps(i) {
		if s.done == "" {
			life.Awaited = append(life.Awaited, s.Awaited)
		}
	}
	return life
}

// step is what a clause announced, and the day of the event that shows it; "" where none does.
type step struct {
	Awaited
	done Date
}

// steps are those that clauses announced for an instrument, done or not.
func (c *Collection) steps(i *Instrument) []step {
	rank := func(code Code) int { _, r, _ := c.Vocabulary[VocabInstrumentState].Term(code); return r }
	var out []step
	for _, w := range All[Work](c, Works...) {
		for _, n := range w.Doc().Nodes {
			for _, act := range n.Acts {
				if act.Next == "" || !slices.Contains(act.Objects, i.Ref()) {
					continue
				}
				s := step{Awaited: Awaited{act.Next, At(w, n.Key), w.Dated()}}
				for _, e := range i.Events {
					shows := rank(e.Type) >= rank(act.Next) && !e.Date.First().Before(w.Dated().First())
					if shows && (s.done == "" || e.Date.Compare(s.done) < 0) {
						s.done = e.Date
					}
				}
				out = append(out, s)
			}
		}
	}
	return out
}

// Neighbours are the meetings of the same body before and after one, or nil.
func (c *Collection) Neighbours(m *Meeting) (before, after *Meeting) {
	var same []*Meeting
	for _, o := range All[*Meeting](c, Meetings) {
		if o.Body == m.Body {
			same = append(same, o)
		}
	}
	i := slices.Index(same, m)
	if i > 0 {
		before = same[i-1]
	}
	if i+1 < len(same) {
		after = same[i+1]
	}
	return before, after
}
