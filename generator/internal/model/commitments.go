package model

import (
	"cmp"
	"slices"
)

// Commitment is something that a clause laid down, and whether anything shows that it was done. An
// action and the awaited step of its object that the same clause announced are one commitment.
type Commitment struct {
	Action     *Action     // nil where no record of an action speaks of it
	Instrument *Instrument // whose step was announced; nil where the clause announced none
	Step       Code        // the step: "adopted"
	Clause     Ref         // the place that laid it down
	Since      Date        // the day on which it was laid down
	Open       bool        // nothing shows that it was done
	Done       Date        // the day of the first evidence; "" where it is open or the evidence has no date
	Inferred   bool        // that it was done is what the editors conclude; no source says so
}

// Standing reports whether the commitment has no end, so that no evidence can close it.
func (m Commitment) Standing() bool { return m.Action != nil && m.Action.Deadline == Standing }

// OpenOn reports whether the commitment was open at the end of a day.
func (m Commitment) OpenOn(d Date) bool {
	return m.Since.Compare(d) <= 0 && (m.Open || m.Done.Compare(d) > 0)
}

// Topics returns those of the action and of the instrument, in a slice of the caller's own.
func (m Commitment) Topics() []string {
	var out []string
	if m.Action != nil {
		out = append(out, m.Action.Topics...)
	}
	if m.Instrument != nil {
		out = append(out, m.Instrument.Topics...)
	}
	return distinct(out)
}

// Bodies returns those responsible; none where nobody is named.
func (m Commitment) Bodies() []string {
	if m.Action == nil {
		return nil
	}
	return distinct(append(slices.Clone(m.Action.Bodies), m.Action.Of(Bodies)...))
}

// Persons returns those who answer for a commitment, or for a part of it.
func (m Commitment) Persons() []string {
	if m.Action == nil {
		return nil
	}
	return m.Action.Of(Persons)
}

// Overdue reports whether a commitment was to be met before a day, and is open.
func (m Commitment) Overdue(today Date) bool {
	if !m.Open || m.Action == nil || m.Standing() {
		return false
	}
	last := Date(m.Action.Deadline).Last()
	return !last.IsZero() && last.Before(today.First())
}

// Responsible returns the states that answer for a commitment, by name or as one of all the
// parties, in the site's order and in a slice of the caller's own.
func (c *Collection) Responsible(m Commitment) []string {
	if m.Action == nil {
		return nil
	}
	states := append(slices.Clone(m.Action.States), m.Action.Of(States)...)
	if meeting := c.meetingOf(m.Clause); m.Action.AllParties && meeting != nil {
		states = append(states, c.parties[meeting]...)
	}
	slices.SortFunc(states, func(a, b string) int { return c.stateRank[a] - c.stateRank[b] })
	return distinct(states)
}

// Fulfilled reports whether the status of an action says that the commitment was met, shown or
// inferred.
func (c *Collection) Fulfilled(a *Action) bool { return c.status(a).Closes }

func (c *Collection) status(a *Action) Term {
	t, _, _ := c.Vocabulary[VocabActionStatus].Term(a.Status)
	return t
}

// carriers are the actions that may carry an announced step, as ranks in their order: by the place
// that mandated them and an instrument that they are about.
type carriers map[[2]Ref][]int

// first returns the first that may carry a step of an instrument and is free; -1 where there is
// none. Those that are not free are forgotten: they will not be again.
func (k carriers) first(step, instrument Ref, free func(int) bool) int {
	part := step
	part.Node = PartOf(step.Node)
	found := -1
	for _, place := range []Ref{step, part} {
		key := [2]Ref{place, instrument}
		for len(k[key]) > 0 && !free(k[key][0]) {
			k[key] = k[key][1:]
		}
		if list := k[key]; len(list) > 0 && (found < 0 || list[0] < found) {
			found = list[0]
		}
	}
	return found
}

// shownOn are the days on which something shows that an action was done: those of its evidence, of
// what closed it, and of the states in its history that close one.
func (c *Collection) shownOn(a *Action) []Date {
	var days []Date
	for _, e := range a.Evidence {
		days = append(days, e.Date)
	}
	if a.ClosedBy != (Ref{}) {
		days = append(days, c.DateOf(a.ClosedBy))
	}
	for _, p := range a.History {
		if t, _, _ := c.Vocabulary[VocabActionStatus].Term(p.Status); t.Closes {
			days = append(days, p.Date)
		}
	}
	return days
}

// Shown reports whether anything shows that an action was done.
func (c *Collection) Shown(a *Action) bool { return len(c.shownOn(a)) > 0 }

// Seeks reports whether the collection says of any action or document what was looked for and not
// found.
func (c *Collection) Seeks() bool { return c.seeks }

// gatherCommitments joins actions and announced steps.
func (c *Collection) gatherCommitments() {
	var all []Commitment
	carriers := carriers{}
	for _, a := range All[*Action](c, Actions) {
		status := c.status(a)
		c.seeks = c.seeks || len(a.Sought) > 0
		m := Commitment{
			Action: a, Clause: a.MandatedBy, Since: c.DateOf(a.MandatedBy),
			Open: !status.Closes, Inferred: status.Closes && status.Inferred,
		}
		for _, day := range c.shownOn(a) {
			if !m.Open && (m.Done == "" || day != "" && day.Compare(m.Done) < 0) {
				m.Done = day
			}
		}
		for _, r := range a.Objects {
			key := [2]Ref{a.MandatedBy, r}
			carriers[key] = append(carriers[key], len(all))
		}
		all = append(all, m)
	}
	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		c.seeks = c.seeks || len(i.Sought) > 0
		for _, s := range c.steps[i] {
			at := carriers.first(s.Clause, i.Ref(), func(n int) bool { return all[n].Instrument == nil })
			if at < 0 {
				all = append(all, Commitment{Since: s.Since, Open: s.done == "", Done: s.done})
				at = len(all) - 1
			}
			all[at].Instrument, all[at].Step, all[at].Clause = i, s.State, s.Clause
		}
	}
	slices.SortStableFunc(all, func(a, b Commitment) int {
		return cmp.Or(a.Since.Compare(b.Since), c.CompareNodes(a.Clause, b.Clause))
	})
	c.commitments = all
	c.open = newOpenUntil(all)
	c.indexCommitments()
}

func (c *Collection) indexCommitments() {
	c.commitmentsOf, c.commitmentsFrom = map[Ref][]Commitment{}, map[Ref][]Commitment{}
	for rank, m := range c.commitments {
		concerned := append(refs(Topics, m.Topics()), refs(Bodies, m.Bodies())...)
		concerned = append(concerned, refs(States, c.Responsible(m))...)
		concerned = append(concerned, refs(Persons, m.Persons())...)
		if m.Action != nil {
			concerned = append(concerned, m.Action.Ref())
		}
		if m.Instrument != nil {
			concerned = append(concerned, m.Instrument.Ref())
		}
		for _, r := range distinct(concerned) {
			c.commitmentsOf[r] = append(c.commitmentsOf[r], m)
		}
		from := []Ref{m.Clause, m.Clause.Entity()}
		if part := PartOf(m.Clause.Node); part != "" {
			from = append(from, Ref{m.Clause.Kind, m.Clause.ID, part})
		}
		if meeting := c.meetingOf(m.Clause); meeting != nil {
			from = append(from, meeting.Ref())
		}
		for _, r := range distinct(from) {
			c.commitmentsFrom[r] = append(c.commitmentsFrom[r], m)
		}
		if !m.Open {
			c.closed = append(c.closed, rank)
		}
	}
	slices.SortStableFunc(c.closed, func(a, b int) int {
		return c.commitments[a].Done.Compare(c.commitments[b].Done)
	})
}

// refs returns the references to ids of a kind.
func refs(kind Kind, ids []string) []Ref {
	out := make([]Ref, len(ids))
	for i, id := range ids {
		out[i] = Ref{Kind: kind, ID: id}
	}
	return out
}

// Commitments returns all of them, oldest first, then in the order of the clauses.
func (c *Collection) Commitments() []Commitment { return c.commitments }

// CommitmentsOf returns the commitments that concern an entity: of a state, a body or a person
// those that it answers for, of a topic those on it, of an instrument or a programme those that
// announced a step of it, of an action its own.
func (c *Collection) CommitmentsOf(r Ref) []Commitment { return c.commitmentsOf[r] }

// CommitmentsFrom returns the commitments that a place laid down: a paragraph, a clause with its
// paragraphs, a whole text, or a meeting with its protocol.
func (c *Collection) CommitmentsFrom(r Ref) []Commitment { return c.commitmentsFrom[r] }

// DateOf returns the day of a meeting, a protocol or an instrument; "" of anything else.
func (c *Collection) DateOf(r Ref) Date {
	switch e := c.Entity(r).(type) {
	case *Meeting:
		return e.Date
	case Work:
		return e.Dated()
	}
	return ""
}
