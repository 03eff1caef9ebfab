package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// CommitmentsPage is the page of all commitments.
type CommitmentsPage struct {
	Filters []Filter          `json:"filters,omitempty"`
	Parts   []CommitmentsPart `json:"parts"`
}

// CommitmentsPart is a table of them. Name is a key of the theme's i18n ("commitments_open", "commitments_standing", "commitments_done").
type CommitmentsPart struct {
	Name string       `json:"name"`
	Rows []Commitment `json:"rows"`
}

// Commitment is something that a clause laid down. Its link leads to the action, else to the instrument.
type Commitment struct {
	Link
	Keys        string     `json:"keys,omitempty"` // what the row is found by
	Step        *Term      `json:"step,omitempty"` // of the instrument, where it is announced
	Instrument  *Link      `json:"instrument,omitempty"`
	Badge       *Badge     `json:"badge,omitempty"` // the status of the action
	Clause      *Link      `json:"clause,omitempty"`
	Responsible []Link     `json:"responsible,omitempty"`
	AllParties  bool       `json:"all_parties,omitempty"`
	Since       string     `json:"since,omitempty"`
	Span        *Span      `json:"span,omitempty"` // until the day of the data, where it is open
	Standing    bool       `json:"standing,omitempty"`
	Deadline    string     `json:"deadline,omitempty"`
	Open        bool       `json:"open,omitempty"`
	Sought      []Sought   `json:"sought,omitempty"`
	Evidence    []Evidence `json:"evidence,omitempty"`
	Topics      []Link     `json:"topics,omitempty"`
}

// Span is a length of time in whole years and months; both are 0 where it is less than a month.
type Span struct {
	Years  int `json:"years"`
	Months int `json:"months"`
}

// open is the page of open commitments.
func (b *builder) open() Page {
	parts := []CommitmentsPart{{Name: "commitments_open"}, {Name: "commitments_standing"}, {Name: "commitments_done"}}
	var all []keys
	for _, l := range b.c.Commitments() {
		row, k := b.commitment(l)
		row.Keys = k.String()
		all = append(all, k)
		part := &parts[2]
		switch {
		case l.Open && l.Standing():
			part = &parts[1]
		case l.Open:
			part = &parts[0]
		}
		part.Rows = append(part.Rows, row)
	}
	parts = slices.DeleteFunc(parts, func(p CommitmentsPart) bool { return len(p.Rows) == 0 })
	return Page{Open: &CommitmentsPage{b.filters(all, "topic", "body", "status"), parts}}
}

func (b *builder) commitment(l model.Commitment) (Commitment, keys) {
	v := Commitment{
		Clause: b.optional(l.Clause), Since: string(l.Since), Standing: l.Standing(), Open: l.Open, Topics: b.links(model.Topics, l.Topics()),
	}
	var k keys
	if i := l.Instrument; i != nil {
		v.Link, v.Instrument, v.Step = b.link(i.Ref()), b.optional(i.Ref()), b.optionalTerm(model.VocabInstrumentState, l.Step)
		v.Sought = b.sought(slices.DeleteFunc(slices.Clone(i.Sought), func(s model.Sought) bool { return s.Key != string(l.Step) }))
	}
	if a := l.Action; a != nil {
		v.Link, v.Badge, v.AllParties = Link{b.text(a.Title), "/" + a.Ref().URL(b.lang)}, b.badge(a), a.AllParties
		v.Responsible = append(b.links(model.Bodies, a.Bodies), b.links(model.States, a.States)...)
		v.Evidence = b.evidenceOf(a)
		if d := model.Date(a.Deadline); a.Deadline != model.Standing && d != "" {
			v.Deadline = string(d)
		}
		for _, s := range b.sought(a.Sought) {
			same := func(o Sought) bool { return o.Date == s.Date && o.Note == s.Note }
			if !slices.ContainsFunc(v.Sought, same) {
				v.Sought = append(v.Sought, s)
			}
		}
		k.add("status", string(a.Status))
	}
	if l.Open && l.Since.Known() {
		v.Span = b.span(l.Since)
	}
	k.add("topic", l.Topics()...)
	k.add("body", l.Bodies()...)
	return v, k
}

// span is the time from a day to the day of the data.
func (b *builder) span(since model.Date) *Span {
	years, months := since.Until(b.c.Config.DataDate)
	return &Span{years, months}
}

// commitmentGroup are the open commitments that a page shows. The filter is that of the page of all of them.
func (b *builder) commitmentGroup(filter string, shown func(model.Commitment) bool) Group {
	return Group{Name: "group_open", Commitments: b.openCommitments(shown), More: "/" + model.OverviewURL("open", b.lang) + filter}
}

// openCommitments are the open commitments that are shown, standing ones last.
func (b *builder) openCommitments(shown func(model.Commitment) bool) []Commitment {
	var out, standing []Commitment
	for _, l := range b.c.Commitments() {
		if !l.Open || !shown(l) {
			continue
		}
		v, _ := b.commitment(l)
		if l.Standing() {
			standing = append(standing, v)
		} else {
			out = append(out, v)
		}
	}
	return append(out, standing...)
}

// otherActions are the actions that mention an entity and do not stand among its open commitments.
func (b *builder) otherActions(to model.Ref, open Group) Group {
	g := b.mentionGroup("group_actions", to, model.Actions)
	g.Cards = slices.DeleteFunc(g.Cards, func(c Card) bool {
		return slices.ContainsFunc(open.Commitments, func(l Commitment) bool { return l.URL == c.URL })
	})
	return g
}
