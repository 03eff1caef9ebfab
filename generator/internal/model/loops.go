package model

import (
	"cmp"
	"slices"
	"strings"
)

// Loop is something that a clause promised, and whether anything shows that it was done. An action and the awaited step of its
// object that the same clause announced are one loop.
type Loop struct {
	Action     *Action     // nil where no record of an action speaks of it
	Instrument *Instrument // whose step was announced; nil where the clause announced none
	Step       Code        // the step: "adopted"
	Clause     Ref         // the place that promised it
	Since      Date        // the day of the promise
	Open       bool        // nothing shows that it was done
	Done       Date        // the day of the first evidence; "" where it is open or the evidence has no date
}

// Standing tells whether the commitment has no end, so that no evidence can close it.
func (l Loop) Standing() bool { return l.Action != nil && l.Action.Deadline == Standing }

// OpenOn tells whether the loop was open at the end of a day.
func (l Loop) OpenOn(d Date) bool {
	return l.Since.Compare(d) <= 0 && (l.Open || l.Done.Compare(d) > 0)
}

// Topics are those of the action and of the instrument.
func (l Loop) Topics() []string {
	var out []string
	if l.Action != nil {
		out = slices.Clone(l.Action.Topics)
	}
	if l.Instrument != nil {
		for _, t := range l.Instrument.Topics {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// Bodies are those responsible; none where nobody is named.
func (l Loop) Bodies() []string {
	if l.Action == nil {
		return nil
	}
	return l.Action.Bodies
}

// Responsible tells whether a state answers for the loop, by name or as one of all the parties.
func (c *Collection) Responsible(l Loop, state string) bool {
	if l.Action == nil {
		return false
	}
	if slices.Contains(l.Action.States, state) {
		return true
	}
	if !l.Action.AllParties {
		return false
	}
	m := c.meetingOf(l.Clause)
	if m == nil {
		return false
	}
	parties, _ := c.Delegations(m)
	return slices.Contains(parties, state)
}

// Fulfilled tells whether the record says that the commitment was met, shown or inferred.
func (a *Action) Fulfilled() bool { return strings.HasPrefix(string(a.Status), "fulfilled") }

// Loops are all promises, oldest first, then as the clauses stand.
func (c *Collection) Loops() []Loop {
	var out []Loop
	for _, a := range All[*Action](c, Actions) {
		l := Loop{Action: a, Clause: a.MandatedBy, Since: c.dateOf(a.MandatedBy), Open: !a.Fulfilled()}
		for _, e := range a.Evidence {
			if !l.Open && (l.Done == "" || e.Date != "" && e.Date.Compare(l.Done) < 0) {
				l.Done = e.Date
			}
		}
		out = append(out, l)
	}
	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		for _, s := range c.steps(i) {
			at := slices.IndexFunc(out, func(l Loop) bool {
				return l.Instrument == nil && samePlace(l.Clause, s.Clause) && slices.Contains(l.Action.Objects, i.Ref())
			})
			if at < 0 {
				out = append(out, Loop{Clause: s.Clause, Since: s.Since, Open: s.done == "", Done: s.done})
				at = len(out) - 1
			}
			out[at].Instrument, out[at].Step, out[at].Clause = i, s.State, s.Clause
		}
	}
	slices.SortStableFunc(out, func(a, b Loop) int {
		return cmp.Or(a.Since.Compare(b.Since), c.CompareNodes(a.Clause, b.Clause))
	})
	return out
}

// samePlace tells whether a reference names a paragraph, or the clause that holds it.
func samePlace(r, paragraph Ref) bool {
	return r == paragraph || r.Entity() == paragraph.Entity() && r.Node == PartOf(paragraph.Node)
}

// meetingOf is the meeting whose protocol, or which itself, a reference names; nil where it is neither.
func (c *Collection) meetingOf(r Ref) *Meeting {
	if p, ok := Get[*Protocol](c, r); ok {
		r = Ref{Kind: Meetings, ID: p.Meeting}
	}
	m, _ := Get[*Meeting](c, r)
	return m
}

// dateOf is the day of a meeting, a protocol or an instrument; "" of anything else.
func (c *Collection) dateOf(r Ref) Date {
	switch e := c.Entity(r).(type) {
	case *Meeting:
		return e.Date
	case Work:
		return e.Dated()
	}
	return ""
}
