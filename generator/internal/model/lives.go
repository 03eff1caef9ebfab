package model

import (
	"cmp"
	"slices"
)

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

// step is what a clause announced, and the day of the event that shows it; "" where none does.
type step struct {
	Awaited
	done Date
}

// gatherLives derives the state of each instrument from its events and from the clauses that act on
// it.
func (c *Collection) gatherLives() {
	c.steps, c.lives = map[*Instrument][]step{}, map[*Instrument]Life{}
	rank := func(code Code) int { _, r, _ := c.Vocabulary[VocabInstrumentState].Term(code); return r }
	c.gatherSteps(rank)
	for _, i := range All[*Instrument](c, Instruments, Programmes) {
		life := Life{Events: slices.Clone(i.Events)}
		slices.SortStableFunc(life.Events, func(a, b Event) int {
			return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(rank(a.Type), rank(b.Type)))
		})
		if n := len(life.Events); n > 0 {
			life.Present = &life.Events[n-1]
		}
		for _, s := range c.steps[i] {
			if s.done == "" {
				life.Awaited = append(life.Awaited, s.Awaited)
			}
		}
		c.lives[i] = life
	}
}

// gatherSteps finds what clauses announced for each instrument, done or not.
func (c *Collection) gatherSteps(rank func(Code) int) {
	for _, w := range All[Work](c, Works...) {
		for _, n := range w.Doc().Nodes {
			for _, act := range n.Acts {
				if act.Next == "" {
					continue
				}
				for _, r := range distinct(act.Objects) {
					i, ok := Get[*Instrument](c, r)
					if !ok || r.Node != "" {
						continue
					}
					s := step{Awaited: Awaited{act.Next, At(w, n.Key), w.Dated()}}
					s.done = shown(i, s.Awaited, rank)
					c.steps[i] = append(c.steps[i], s)
				}
			}
		}
	}
}

// shown is the first day on which an event of an instrument shows a step; "" where none does.
func shown(i *Instrument, s Awaited, rank func(Code) int) (done Date) {
	for _, e := range i.Events {
		shows := rank(e.Type) >= rank(s.State) && !e.Date.First().Before(s.Since.First())
		if shows && (done == "" || e.Date.Compare(done) < 0) {
			done = e.Date
		}
	}
	return done
}

// Life returns the state of an instrument.
func (c *Collection) Life(i *Instrument) Life { return c.lives[i] }
