package model

import (
	"cmp"
	"slices"
	"strings"
)

// Commitment is something that a clause laid down, and whether anything shows that it was done. An action
// and the awaited step of its object that the same clause announced are one commitment.
type Commitment struct {
	Action     *Action     // nil where no record of an action speaks of it
	Instrument *Instrument // whose step was announced; nil where the clause announced none
	Step       Code        // the step: "adopted"
	Clause     Ref         // the place that laid it down
	Since      Date        // the day on which it was laid down
	Open       bool        // nothing shows that it was done
	Done       Date        // the day of the first evidence; "" where it is open or the evidence has no date
}

// Standing reports whether the commitment has no end, so that no evidence can close it.
func (m Commitment) Standing() bool { return m.Action != nil && m.Action.Deadline == Standing }

// OpenOn reports whether the commitment was open at the end of a day.
func (m Commitment) OpenOn(d Date) bool {
	return m.Since.Compare(d) <= 0 && (m.Open || m.Done.Compare(d) > 0)
}

// Topics are those of the action and of the instrument.
func (m Commitment) Topics() []string {
	var out []string
	if m.Action != nil {
		out = slices.Clone(m.Action.Topics)
	}
	if m.Instrument != nil {
		for _, t := range m.Instrument.Topics {
			if !slices.Contains(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// Bodies are those responsible; none where nobody is named.
func (m Commitment) Bodies() []string {
	if m.Action == nil {
		return nil
	}
	return m.Action.Bodies
}

// Responsible reports whether a state answers for the commitment, by name or as one of all the parties.
func (c *Collection) Responsible(m Commitment, state string) bool {
	if m.Action == nil {
		return false
	}
	if slices.Contains(m.Action.States, state) {
		return true
	}
	if !m.Action.AllParties {
		return false
	}
	meeting := c.meetingOf(m.Clause)
	if meeting == nil {
		return false
	}
	parties, _ := c.Delegations(meeting)
	return slices.Contains(parties, state)
}

// Fulfilled reports whether the record says that the commitment was met, shown or inferred.
func (a *Action) Fulfilled() bool { return strings.HasPrefix(string(a.Status), "fulfilled") }

// Commitments are all of them, oldest first, then as the clauses stand.
func (c *Collection) Commitments() []Commitment {
	var out []Commitment
	for _, a := range All[*Action](c, Actions) {
		m := Commitment{Action: a, Clause: a.MandatedBy, Since: c.dateOf(a.MandatedBy), Open: !a.Fulfilled()}
		for _, e := range a.Evidence {
			if !m.Open && (m.Done == "" || e.Date != "" && e.Date.Compare(m.Done) < 0) {
				m.Done = e.Date
			}
		}
		out = append(out, m)
	}
	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		for _, s := range c.steps(i) {
			at := slices.IndexFunc(out, func(m Commitment) bool {
				return m.Instrument == nil && samePlace(m.Clause, s.Clause) && slices.Contains(m.Action.Objects, i.Ref())
			})
			if at < 0 {
				out = append(out, Commitment{Clause: s.Clause, Since: s.Since, Open: s.done == "", Done: s.done})
				at = len(out) - 1
			}
			out[at].Instrument, out[at].Step, out[at].Clause = i, s.State, s.Clause
		}
	}
	slices.SortStableFunc(out, func(a, b Commitment) int {
		return cmp.Or(a.Since.Compare(b.Since), c.CompareNodes(a.Clause, b.Clause))
	})
	return out
}

// samePlace reports whether a reference names a paragraph, or the clause that holds it.
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
