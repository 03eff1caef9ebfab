package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// DecisionsPage is the page of all that meetings did.
type DecisionsPage struct {
	Page
	Register  *Register `json:"register"`
	Decisions Decisions `json:"decisions"`
}

// Decisions is the table of all that meetings did, or a part of it.
type Decisions struct {
	Meetings []Link        `json:"meetings"`         // to the first row of each
	Status   *Term         `json:"status,omitempty"` // of the quoted words, where they are not authentic
	Rows     []DecisionRow `json:"rows"`
}

// DecisionRow is what a meeting did in one place.
type DecisionRow struct {
	ID       string        `json:"id,omitempty"`   // anchor, of the first row of a meeting
	Keys     string        `json:"keys,omitempty"` // what it is found by: "topic:ai act:approved"
	Place    Link          `json:"place"`          // the clause, or the meeting whose outcome sources report
	Meeting  Link          `json:"meeting"`
	Date     string        `json:"date"`
	Disputed string        `json:"disputed,omitempty"` // leads to another date
	Acts     []Act         `json:"acts"`
	Quote    string        `json:"quote,omitempty" set:"html"` // HTML: the sentence of the text
	Report   *Report       `json:"report,omitempty"`
	Objects  []Link        `json:"objects,omitempty"`
	Topics   []Link        `json:"topics,omitempty"`
	Named    []Link        `json:"named,omitempty"` // states and bodies
	Decided  *Decided      `json:"decided,omitempty"`
	Now      []ObjectNow   `json:"now,omitempty"`
	Sort     *DecisionSort `json:"sort,omitempty"`
}

// Report is what sources say where the collection has no protocol.
type Report struct {
	Text       string `json:"text"`
	Confidence *Term  `json:"confidence,omitempty"`
}

// ObjectNow is the present state of the object of an act.
type ObjectNow struct {
	Link
	Badge *Badge `json:"badge"`
}

// DecisionSort are the words by which rows can be put in order.
type DecisionSort struct {
	Act   string `json:"act"`
	Topic string `json:"topic"`
}

// decisionsList is the list of all decisions.
func (b *builder) decisionsList() whole {
	w := whole{
		folder: decisionsName + "/", row: "register/decision.html", dated: true,
		filters: []string{"act", "topic", "state", "named", "instrument", "meeting", "year"},
		words:   map[string]string{"state": "party"},
	}
	meeting, status := "", (*Term)(nil)
	for _, d := range b.c.Decisions() {
		row, own := b.decision(d)
		if d.Meeting.ID != meeting {
			meeting, row.ID = d.Meeting.ID, model.MeetingAnchor(d.Meeting.ID)
		}
		if p := d.Protocol; p != nil {
			if v, ok := p.Version(b.lang); ok && v.Status != model.Authentic {
				status = b.optionalTerm(model.VocabTextStatus, v.Status)
			}
		}
		group := b.meetingKeys(d.Meeting)
		year := d.Meeting.Date.Year()
		w.entries = append(w.entries, entry{section: sectionOf(year), label: year, group: group, keys: own, row: row})
	}
	if !w.long() { // else the keys stand in scripts
		for i, e := range w.entries {
			row := e.row.(DecisionRow)
			row.Keys = append(e.group, e.keys...).String()
			row.Sort = sortOf(row)
			w.entries[i].row = row
		}
	}
	w.view = func(shown []entry, r *Register) view {
		v := &DecisionsPage{Register: r, Decisions: Decisions{Status: status}}
		for _, e := range shown {
			row := e.row.(DecisionRow)
			if row.ID != "" {
				v.Decisions.Meetings = append(v.Decisions.Meetings, Link{Title: row.Meeting.Title, URL: "#" + row.ID})
			}
			v.Decisions.Rows = append(v.Decisions.Rows, row)
		}
		return v
	}
	return w
}

// sectionOf is the section of a year; entries without one have a section, too.
func sectionOf(year string) string {
	if year == "" {
		return "undated"
	}
	return year
}

// meetingKeys are what all decisions of a meeting are found by.
func (b *builder) meetingKeys(m *model.Meeting) keys {
	var k keys
	parties, _ := b.c.Delegations(m)
	k.add("state", parties...)
	k.add("meeting", m.ID)
	k.add("year", m.Date.Year())
	return k[:len(k):len(k)]
}

func (b *builder) decision(d model.Decision) (DecisionRow, keys) {
	m, scope := d.Meeting, d.Scope()
	row := DecisionRow{
		Meeting: b.link(m.Ref()), Date: string(m.Date), Disputed: b.disputed(m), Objects: b.refLinks(d.Objects()), Topics: b.links(model.Topics, scope.Topics),
		Named: slices.Concat(b.links(model.States, scope.States), b.links(model.Bodies, scope.Bodies), b.links(model.Persons, scope.Persons)),
	}
	var at model.Ref
	var k keys
	marks := make([]int, len(d.Acts))
	if d.Outcome != nil {
		at = model.OutcomeRef(m, d.Outcome.Key)
		row.Place = Link{Title: row.Meeting.Title, URL: b.address(at)}
		row.Report = &Report{b.text(d.Outcome.Text), b.optionalTerm(model.VocabConfidence, d.Outcome.Confidence)}
	} else {
		at = model.At(d.Protocol, d.Node.Key)
		row.Place = Link{Title: b.c.PartTitle(d.Protocol, d.Node.Key, b.lang), URL: b.address(at)}
		if block, ok := d.Protocol.Prose[b.lang].Block(d.Node.Key); ok {
			row.Quote, marks = b.quote(wordsOf(block), d.Acts)
		}
	}
	row.Decided = b.decided(d.Decided(), at)
	for i, a := range d.Acts {
		act := b.actView(a, marks[i])
		act.Definition = "" // the table is long enough, and the glossary has it
		row.Acts = append(row.Acts, act)
		k.add("act", a.Key)
	}
	for _, r := range d.Objects() {
		if badge := b.badge(b.c.Entity(r)); badge != nil {
			row.Now = append(row.Now, ObjectNow{b.link(r), badge})
		}
	}
	for _, r := range d.Concerns() {
		if r.Kind == model.Instruments || r.Kind == model.Programmes {
			k.add("instrument", r.ID)
		}
	}
	k.add("topic", scope.Topics...)
	k.add("named", scope.States...)
	k.add("named", scope.Bodies...)
	k.add("named", scope.Persons...)
	return row, k
}

func sortOf(row DecisionRow) *DecisionSort {
	s := &DecisionSort{Act: row.Acts[0].Label}
	if len(row.Topics) > 0 {
		s.Topic = row.Topics[0].Title
	}
	return s
}
