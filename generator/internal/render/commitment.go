package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// Commitment is something that a clause laid down. Its link leads to the action, else to the
// instrument.
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
	Overdue     bool       `json:"overdue,omitempty"` // by the day of the data
	Parts       []Share    `json:"parts,omitempty"`
	Open        bool       `json:"open,omitempty"`
	Sought      []Sought   `json:"sought,omitempty"`
	Unasked     bool       `json:"unasked,omitempty"` // no record of the site says what was looked for
	Evidence    []Evidence `json:"evidence,omitempty"`
	Topics      []Link     `json:"topics,omitempty"`
}

// Span is a length of time in whole years and months; both are 0 where it is less than a month.
type Span struct {
	Years  int `json:"years"`
	Months int `json:"months"`
}

func (b *builder) commitment(l model.Commitment) (Commitment, keys) {
	v := Commitment{
		Clause: b.optional(l.Clause), Since: string(l.Since), Standing: l.Standing(), Open: l.Open, Topics: b.links(model.Topics, l.Topics()),
		Unasked: !b.c.Seeks(),
	}
	var k keys
	if i := l.Instrument; i != nil {
		v.Link, v.Instrument, v.Step = b.link(i.Ref()), b.optional(i.Ref()), b.optionalTerm(model.VocabInstrumentState, l.Step)
		v.Sought = b.sought(slices.DeleteFunc(slices.Clone(i.Sought), func(s model.Sought) bool { return s.Key != string(l.Step) }))
	}
	if a := l.Action; a != nil {
		v.Link, v.Badge, v.AllParties = b.link(a.Ref()), b.badge(a), a.AllParties
		v.Responsible, v.Parts, v.Overdue = b.responsible(a), b.shares(a), l.Overdue(b.c.Config.DataDate)
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
	k.add("person", l.Persons()...)
	k.add("state", b.c.Responsible(l)...)
	k.add("year", l.Since.Year())
	return v, k
}

// Share is what some of those responsible have to do.
type Share struct {
	Who      []Link `json:"who"`
	Text     string `json:"text,omitempty"`
	Deadline string `json:"deadline,omitempty"`
}

func (b *builder) shares(a *model.Action) []Share {
	var out []Share
	for _, p := range a.Parts {
		out = append(out, Share{b.parties(p.Who), b.text(p.Text), string(p.Deadline)})
	}
	return out
}

// responsible are those who answer for an action as a whole.
func (b *builder) responsible(a *model.Action) []Link {
	return slices.Concat(b.links(model.Bodies, a.Bodies), b.links(model.States, a.States), b.parties(a.Owners))
}

// span is the time from a day to the day of the data.
func (b *builder) span(since model.Date) *Span {
	years, months := since.Until(b.c.Config.DataDate)
	return &Span{years, months}
}

// evidenceOf is what shows that an action was fulfilled.
func (b *builder) evidenceOf(a *model.Action) []Evidence {
	var out []Evidence
	for _, e := range a.Evidence {
		out = append(out, Evidence{
			ID: model.EvidenceAnchor(e.Key), Period: string(e.Date), Text: b.text(e.Text), Object: b.optional(e.Object),
			Confidence: b.optionalTerm(model.VocabConfidence, e.Confidence), Sources: b.keyedSources(a, e.Sources),
		})
	}
	return out
}

// openOnes are the open ones of commitments, standing ones last.
func openOnes(all []model.Commitment) []model.Commitment {
	var out, standing []model.Commitment
	for _, l := range all {
		switch {
		case !l.Open:
		case l.Standing():
			standing = append(standing, l)
		default:
			out = append(out, l)
		}
	}
	return append(out, standing...)
}
