package check

import (
	"slices"
	"strconv"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// decided checks how decisions were taken and approved: that nobody votes twice, that numbers
// agree, and that what changes another comes after it.
func decided(c *model.Collection, l *diag.List) {
	for _, w := range model.All[model.Work](c, model.Works...) {
		for _, n := range w.Doc().Nodes {
			votes(n.Vote, func(key ...string) diag.Position { return w.At(append([]string{"node", n.Key, "vote"}, key...)...) }, l)
			later(c, n.Effects, w.Dated(), func(key ...string) diag.Position { return w.At(append([]string{"node", n.Key}, key...)...) }, l)
		}
		if i, ok := w.(*model.Instrument); ok {
			later(c, i.Effects, i.Dated(), i.At, l)
		}
	}
	for _, m := range model.All[*model.Meeting](c, model.Meetings) {
		for _, o := range m.Outcomes {
			votes(o.Vote, func(key ...string) diag.Position { return m.At(append([]string{"outcome", o.Key, "vote"}, key...)...) }, l)
			later(c, o.Effects, m.Date, func(key ...string) diag.Position { return m.At(append([]string{"outcome", o.Key}, key...)...) }, l)
		}
	}
	for _, p := range model.All[*model.Protocol](c, model.Protocols) {
		approval(c, p, l)
	}
	for _, a := range model.All[*model.Action](c, model.Actions) {
		if a.ClosedBy != (model.Ref{}) && !c.Fulfilled(a) {
			l.Add(diag.Status, a.At("closed_by"), `write status = "`+closing(c)+`", or remove it`, "the status %q does not close the action", a.Status)
		}
	}
}

// votes checks one vote; at is the position of a key of it.
func votes(v model.Vote, at func(...string) diag.Position, l *diag.List) {
	seen := map[model.Party]string{}
	for _, side := range v.Sides() {
		if n, ok := side.Count.Number(); ok && n < len(side.Who) {
			l.Add(diag.Votes, at(side.Name), "leave the number out, or count all of them", "%d votes are counted and %d named", n, len(side.Who))
		}
		for i, p := range side.Who {
			if old, twice := seen[p]; twice {
				l.Add(diag.Votes, at(side.Name+"_by", strconv.Itoa(i)), "name them once", "%s has voted twice, %s and %s", p, old, side.Name)
			}
			seen[p] = side.Name
		}
	}
}

// later checks that what a decision changes was there before it.
func later(c *model.Collection, e model.Effects, when model.Date, at func(...string) diag.Position, l *diag.List) {
	for _, effect := range e.Of(model.Ref{}) {
		if of := c.DateOf(effect.On); before(when, of) {
			l.Add(diag.WrongDates, at(string(effect.Code)), "want an earlier one, or correct a date", "%s of %s is later than what %s it, of %s", effect.On, of, effect.Code, when)
		}
	}
}

// approval checks that a record was approved after its meeting, and says so in one way.
func approval(c *model.Collection, p *model.Protocol, l *diag.List) {
	status, _, known := c.Vocabulary[model.VocabRecordStatus].Term(p.Status)
	if known && status.Provisional && (p.Approved != "" || p.ApprovedBy != (model.Ref{})) {
		l.Add(diag.Approval, p.At("status"), `write status = "approved", or remove approved and approved_by`, "a record that is %q has been approved", p.Status)
	}
	for _, said := range []struct {
		key  string
		when model.Date
	}{{"approved", p.Approved}, {"approved_by", c.DateOf(p.ApprovedBy)}} {
		if before(said.when, p.Dated()) {
			l.Add(diag.Approval, p.At(said.key), "want "+string(p.Dated())+" or later", "approved on %s, before the record of %s", said.when, p.Dated())
		}
	}
	if p.ApprovedBy.Kind == model.Meetings || p.ApprovedBy.Kind == model.Protocols || p.ApprovedBy == (model.Ref{}) {
		return
	}
	l.Add(diag.OtherKind, p.At("approved_by"), `want a meeting, an item of its agenda, or a clause of its record`, "%q is no meeting", p.ApprovedBy)
}

// owners checks that an action belongs to those who have a part of it.
func owners(c *model.Collection, l *diag.List) {
	for _, a := range model.All[*model.Action](c, model.Actions) {
		for _, part := range a.Parts {
			if last := model.Date(a.Deadline); a.Deadline != model.Standing && before(last, part.Deadline) {
				l.AddNotice(diag.OddDates, a.At("part", part.Key, "deadline"), "want "+string(last)+" or earlier", "the part is due after the whole, on %s", part.Deadline)
			}
			for i, p := range part.Who {
				if len(a.Owners) > 0 && !slices.Contains(a.Owners, p) && !a.AllParties {
					l.AddNotice(diag.Part, a.At("part", part.Key, "who", strconv.Itoa(i)), "write them into owners, too", "%s has a part and is not among the owners", p)
				}
			}
		}
	}
}
