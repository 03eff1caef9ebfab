package render

import "github.com/kengash/kengash/generator/internal/model"

// Decisions is the table of all that meetings did.
type Decisions struct {
	Filters  []Filter      `json:"filters,omitempty"`
	Meetings []Link        `json:"meetings"`         // to the first row of each
	Status   *Term         `json:"status,omitempty"` // of the quoted words, where they are not authentic
	Rows     []DecisionRow `json:"rows"`
}

// DecisionRow is what a meeting did in one place.
type DecisionRow struct {
	ID      string       `json:"id,omitempty"` // anchor, of the first row of a meeting
	Keys    string       `json:"keys"`         // what it is found by: "topic:ai act:approved"
	Place   Link         `json:"place"`        // the clause, or the meeting whose outcome sources report
	Meeting Link         `json:"meeting"`
	Date    string       `json:"date"`
	Acts    []Act        `json:"acts"`
	Quote   string       `json:"quote,omitempty"` // HTML: the sentence of the text
	Report  *Report      `json:"report,omitempty"`
	Objects []Link       `json:"objects,omitempty"`
	Topics  []Link       `json:"topics,omitempty"`
	Named   []Link       `json:"named,omitempty"` // states and bodies
	Now     []ObjectNow  `json:"now,omitempty"`
	Sort    DecisionSort `json:"sort"`
}

// Report is what sources say where the collection has no protocol.
type Report struct {
	Text       string `json:"text"`
	Confidence *Term  `json:"confidence,omitempty"`
}

// ObjectNow is what became of a thing that was acted on.
type ObjectNow struct {
	Link
	Badge *Badge `json:"badge"`
}

// DecisionSort are the words by which rows can be put in order.
type DecisionSort struct {
	Act   string `json:"act"`
	Topic string `json:"topic"`
}

// decisions is the page of all decisions.
func (b *builder) decisions() Page {
	d := &Decisions{}
	var all []keys
	for _, decision := range b.c.Decisions() {
		row, k := b.decision(decision)
		if n := len(d.Rows); n == 0 || d.Rows[n-1].Meeting != row.Meeting {
			row.ID = "k-" + decision.Meeting.ID
			d.Meetings = append(d.Meetings, Link{row.Meeting.Title, "#" + row.ID})
		}
		if p := decision.Protocol; p != nil {
			if v, ok := p.Version(b.lang); ok && v.Status != model.Authentic {
				d.Status = b.optionalTerm(model.VocabTextStatus, v.Status)
			}
		}
		row.Keys = k.String()
		d.Rows, all = append(d.Rows, row), append(all, k)
	}
	d.Filters = b.filters(all, "act", "topic", "state", "instrument", "meeting", "year")
	return Page{Decisions: d}
}

func (b *builder) decision(d model.Decision) (DecisionRow, keys) {
	m := d.Meeting
	row := DecisionRow{
		Meeting: b.link(m.Ref()), Date: string(m.Date), Objects: b.refLinks(d.Objects()), Topics: b.links(model.Topics, d.Topics()),
		Named: append(b.links(model.States, d.Node.States), b.links(model.Bodies, d.Node.Bodies)...),
	}
	var k keys
	marks := make([]int, len(d.Acts))
	if d.Outcome != nil {
		row.Place = Link{row.Meeting.Title, "/" + m.Ref().URL(b.lang) + "#" + outcomeAnchor(*d.Outcome)}
		row.Report = &Report{b.text(d.Outcome.Text), b.optionalTerm(model.VocabConfidence, d.Outcome.Confidence)}
	} else {
		place := d.Protocol.Ref()
		place.Node = d.Node.Key
		row.Place = Link{b.c.PartTitle(d.Protocol, d.Node.Key, b.lang), "/" + place.URL(b.lang)}
		if block, ok := d.Protocol.Prose[b.lang].Block(d.Node.Key); ok {
			row.Quote, marks = b.quote(block.Text, d.Acts)
		}
	}
	for i, a := range d.Acts {
		row.Acts = append(row.Acts, b.act(a, marks[i]))
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
	parties, _ := b.c.Delegations(m)
	k.add("topic", d.Topics()...)
	k.add("state", parties...)
	k.add("meeting", m.ID)
	k.add("year", m.Date.Year())
	row.Sort.Act = row.Acts[0].Label
	if len(row.Topics) > 0 {
		row.Sort.Topic = row.Topics[0].Title
	}
	return row, k
}

func (b *builder) act(a model.Act, mark int) Act {
	return Act{
		Term: b.term(model.VocabAct, a.Code()), Mark: mark, Objects: b.refLinks(a.Objects),
		State: b.optionalTerm(model.VocabInstrumentState, a.State), Next: b.optionalTerm(model.VocabInstrumentState, a.Next),
	}
}
