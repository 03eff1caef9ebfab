package check

import (
	"slices"
	"strconv"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// causes checks that nothing is dated before what it follows from: a deadline before it was set, a
// meeting before the protocol that called it, an event before the clause that made it.
func (f *facts) causes() {
	for _, e := range entities(f.c) {
		for _, s := range model.BaseOf(e).Sources {
			if before(s.Accessed, s.Date) {
				f.odd(diag.OddDates, "sources read before they were published", e.At("source", s.Key, "accessed"), "correct one of the dates",
					"read on "+string(s.Accessed)+", before it was published on "+string(s.Date), e.At("source", s.Key, "date"))
			}
		}
		if m, ok := e.(model.Member); ok {
			f.memberships(m)
		}
		f.formerNames(e)
		switch e := e.(type) {
		case *model.Action:
			f.action(e)
		case *model.Body:
			if set, of := f.dated(e.FoundedBy); e.Founded != "" && before(e.Founded, set) {
				f.wrong(diag.WrongDates, "bodies founded before the clause that founded them", e.At("founded"), "want "+string(set)+" or later, or another clause",
					"the founding on "+string(e.Founded)+" is before "+e.FoundedBy.String()+" of "+string(set)+", which founded it", of)
			}
		case *model.Meeting:
			if set, of := f.dated(e.MandatedBy); before(e.Date, set) {
				f.wrong(diag.WrongDates, "meetings before what called them", e.At("mandated_by"), "correct the date, or name what called the meeting",
					"the meeting of "+string(e.Date)+" is before "+e.MandatedBy.String()+" of "+string(set)+", which called it", of)
			}
		case *model.Note:
			if set, of := f.dated(e.MandatedBy); before(e.Compiled, set) {
				f.odd(diag.OddDates, "notes from before what they answer", e.At("compiled"), "correct the date, or name what asked for the note",
					"compiled on "+string(e.Compiled)+", though "+e.MandatedBy.String()+" of "+string(set)+" asked for it", of)
			}
		}
	}
}

// memberships checks that each time of a membership ends before the next begins.
func (f *facts) memberships(e model.Member) {
	for _, m := range e.MemberOf() {
		if before(m.To, m.From) {
			f.wrong(diag.WrongDates, "memberships that end before they begin", e.At("membership", m.Key, "to"), "want "+string(m.From)+" or later",
				"the membership of "+m.Key+" ends on "+string(m.To)+", before it begins", e.At("membership", m.Key, "from"))
		}
		for i, earlier := range m.Earlier {
			next, of, what := m.From, e.At("membership", m.Key, "from"), "the present one"
			if i+1 < len(m.Earlier) {
				next, of, what = m.Earlier[i+1].From(), e.At("membership", m.Key, "earlier", strconv.Itoa(i+1)), "the next one"
			}
			if !before(earlier.To(), next) {
				f.wrong(diag.WrongDates, "memberships that begin before an earlier one has ended", e.At("membership", m.Key, "earlier", strconv.Itoa(i)),
					`want intervals one after another, before the present one, as in "1996/1999"`,
					"the earlier membership of "+m.Key+" does not end before "+what+" begins", of)
			}
		}
	}
}

// formerNames checks that one former name ends at a time.
func (f *facts) formerNames(e model.Entity) {
	names := model.FormerNames(e)
	for i, n := range names[:max(0, len(names)-1)] {
		if next := names[i+1]; n.Until == next.Until {
			f.wrong(diag.WrongDates, "former names until the same day", e.At("former", next.Key, "until"), "want the day on which each was given up",
				"two former names end on "+string(n.Until), e.At("former", n.Key, "until"))
		}
	}
}

// dated is the day of what a reference names, where that has one, with the place that says so.
func (f *facts) dated(r model.Ref) (model.Date, diag.Position) {
	switch e := f.c.Entity(r).(type) {
	case *model.Meeting:
		if e.Date.Known() {
			return e.Date, e.At("date")
		}
	case *model.Protocol:
		return e.Dated(), e.At("date")
	case *model.Instrument:
		return e.Dated(), e.At("event")
	}
	return "", diag.Position{}
}

func (f *facts) action(a *model.Action) {
	set, of := f.dated(a.MandatedBy)
	if p, ok := f.c.Entity(a.MandatedBy).(*model.Protocol); ok { // minutes may be signed long after it
		if held, at := f.dated(model.Ref{Kind: model.Meetings, ID: p.Meeting}); held != "" && before(held, set) {
			set, of = held, at
		}
	}
	if set == "" {
		return
	}
	if d := model.Date(a.Deadline); a.Deadline != model.Standing && before(d, set) {
		f.wrong(diag.WrongDates, "deadlines before they were set", a.At("deadline"), "want a date after that, or another mandated_by",
			"the deadline "+string(d)+" was over when "+a.MandatedBy.String()+" of "+string(set)+" set it", of)
	}
	for _, e := range a.Evidence {
		if before(e.Date, set) {
			f.odd(diag.OddDates, "evidence from before the mandate", a.At("evidence", e.Key, "date"), "want what was done since",
				"evidence of "+string(e.Date)+" for what "+a.MandatedBy.String()+" of "+string(set)+" asked for", of)
		}
	}
}

// settled are states of an instrument that follow on one another wherever a vocabulary has them.
// That another state precedes these in the vocabulary is the editors' order: a draft may be
// taken as a basis, and approved later on.
var settled = []model.Code{"adopted", "in-force", "superseded", "lapsed"}

// instruments checks the histories of instruments and programmes.
func (f *facts) instruments() {
	for _, i := range model.All[*model.Instrument](f.c, model.Instruments, model.Programmes) {
		first := map[model.Code]model.Event{} // of each state
		for _, e := range i.Events {
			f.event(i, e)
			if old, seen := first[e.Type]; !seen || e.Date.Compare(old.Date) < 0 {
				first[e.Type] = e
			}
		}
		f.order(i, first)
		for _, s := range i.Sought {
			if e, found := first[model.Code(s.Key)]; found && !before(s.Date, e.Date) {
				f.odd(diag.Sought, "searches for what was found", i.At("sought", s.Key), "remove it, or the event",
					"looked for on "+string(s.Date)+" and not found, though there is the event "+e.Key, i.At("event", e.Key))
			}
		}
		for _, r := range i.Implements {
			if set, of := f.dated(r); before(i.Dated(), set) {
				f.odd(diag.OddDates, "instruments older than what they implement", i.At("implements"), "correct a date, or remove the reference",
					i.Ref().String()+" of "+string(i.Dated())+" implements "+r.String()+" of "+string(set), of)
			}
		}
	}
}

// event checks that an event is not dated before the clause or the meeting that made it.
func (f *facts) event(i *model.Instrument, e model.Event) {
	made := []model.Ref{e.Clause}
	if e.Meeting != "" {
		made = append(made, model.Ref{Kind: model.Meetings, ID: e.Meeting})
	}
	for _, by := range made {
		if set, of := f.dated(by); before(e.Date, set) {
			f.odd(diag.OddDates, "events before the clause or the meeting that made them", i.At("event", e.Key, "date"), "want "+string(set)+" or later, or name what made it",
				"the event "+e.Key+" of "+string(e.Date)+" is before "+by.String()+" of "+string(set)+", which made it", of)
		}
	}
}

// order checks that an instrument does not reach a state before one that must come first.
func (f *facts) order(i *model.Instrument, first map[model.Code]model.Event) {
	states := f.c.Vocabulary[model.VocabInstrumentState]
	if states == nil {
		return // told by vocabularies
	}
	var reached []model.Event // in the order of their states
	for _, term := range states.Codes() {
		if e, ok := first[model.Code(term)]; ok {
			reached = append(reached, e)
		}
	}
	for n, later := range reached {
		for _, e := range reached[:n] {
			if !before(later.Date, e.Date) {
				continue
			}
			tell := f.odd
			if a, b := slices.Index(settled, e.Type), slices.Index(settled, later.Type); a >= 0 && a < b {
				tell = f.wrong
			}
			tell(diag.OddDates, "events in another order than their states", i.At("event", later.Key, "date"), "correct a date; the vocabulary instrument-state has the order",
				"the event "+later.Key+" of "+string(later.Date)+" is before "+e.Key+" of "+string(e.Date), i.At("event", e.Key, "date"))
		}
	}
}
