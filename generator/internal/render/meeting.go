package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// MeetingPage is the page of a meeting.
type MeetingPage struct {
	Record
	Attendance *Attendance        `json:"attendance,omitempty"`
	Agenda     []AgendaItem       `json:"agenda,omitempty"`
	Outcomes   []OutcomeView      `json:"outcomes,omitempty"` // where the collection has no protocol
	Annexes    []Annex            `json:"annexes,omitempty"`
	Conflicts  []Conflict         `json:"conflicts,omitempty"`
	Sought     []Sought           `json:"sought,omitempty"`  // looked for and not found
	Changes    *Changes           `json:"changes,omitempty"` // what is new since the meeting before
	Neighbours *MeetingNeighbours `json:"neighbours,omitempty"`
}

func (b *builder) meetingPage(m *model.Meeting, r Record) *MeetingPage {
	p := &MeetingPage{
		Record: r, Annexes: b.annexes(m), Outcomes: b.outcomes(m),
		Sought: b.sought(m.Sought), Changes: b.changes(m), Neighbours: b.neighbours(m),
		Attendance: b.attendance(m), Agenda: b.agenda(m),
	}
	p.Facts, p.Status = b.meetingFacts(m), b.status(m.TitleStatus)
	p.Conflicts = b.conflicts(m, m.Conflicts, p.Facts)
	clauses := Group{Name: "group_clauses"}
	if protocol := b.c.Protocol(m.ID); protocol != nil {
		clauses.Cards = b.clauses(protocol)
		clauses.Total = len(clauses.Cards)
	}
	p.Groups = filledGroups(
		clauses,
		b.mentionGroup("group_instruments", m.Ref(), model.Instruments, model.Programmes),
		b.mentionGroup("group_actions", m.Ref(), model.Actions),
	)
	return p
}

func (b *builder) meetingFacts(m *model.Meeting) []FactRow {
	var f facts
	f.link("fact_body", b.optionalTo(model.Bodies, m.Body))
	if m.Ordinal > 0 {
		f.add("fact_ordinal", FactValue{Number: m.Ordinal, Note: b.doubt(m.OrdinalConfidence)})
	}
	f.add("fact_date", FactValue{Date: string(m.Date), Time: times(m.Start, m.End, m.Zone), Note: b.doubt(m.DateConfidence)})
	f.term("fact_status", b.optionalTerm(model.VocabMeetingStatus, m.Status))
	f.link("fact_moved_to", b.optionalTo(model.Meetings, m.MovedTo))
	f.add("fact_sessions", b.sessions(m)...)
	f.term("fact_format", b.optionalTerm(model.VocabMeetingFormat, m.Format))
	if place := b.text(m.Place); place != "" {
		f.add("fact_place", FactValue{Text: place, Note: b.doubt(m.PlaceConfidence)})
	}
	var chair []Link
	if m.ChairState != "" {
		chair = append(chair, b.linkTo(model.States, m.ChairState))
	}
	if m.ChairPerson != "" {
		chair = append(chair, b.linkTo(model.Persons, m.ChairPerson))
	}
	f.links("fact_chair", chair...)
	states, recorded := b.c.Delegations(m)
	name := "fact_delegations"
	if !recorded {
		name = "fact_delegations_derived"
	}
	f.links(name, b.links(model.States, states)...)
	f.links("fact_heads", b.links(model.Persons, m.Heads)...)
	if protocol := b.c.Protocol(m.ID); protocol != nil {
		f.links("fact_protocol", b.link(protocol.Ref()))
	}
	f.link("fact_mandated_by", b.optional(m.MandatedBy))
	f.links("fact_topics", b.links(model.Topics, m.Topics)...)
	f.term("fact_confidence", b.optionalTerm(model.VocabConfidence, m.Confidence))
	return f.rows
}

// times are those of a meeting or a session, with their zone.
func times(from, to model.Clock, zone string) string {
	s := string(from)
	if to != "" {
		s += "–" + string(to)
	}
	if s != "" && zone != "" {
		s += ", " + zone
	}
	return s
}

func (b *builder) sessions(m *model.Meeting) []FactValue {
	var out []FactValue
	for _, s := range m.Sessions {
		v := FactValue{Date: string(s.Date), Time: times(s.Start, s.End, "")}
		for _, words := range []string{b.text(s.Title), b.text(s.Place)} {
			if v.Time != "" && words != "" {
				v.Time += ", "
			}
			v.Time += words
		}
		out = append(out, v)
	}
	return out
}

func (b *builder) outcomes(m *model.Meeting) []OutcomeView {
	var out []OutcomeView
	for _, o := range m.Outcomes {
		out = append(out, OutcomeView{
			ID: model.OutcomeAnchor(o.Key), Act: b.term(model.VocabAct, o.Act), Text: b.text(o.Text), Objects: b.refLinks(o.Objects),
			Topics: b.links(model.Topics, o.Topics), Confidence: b.optionalTerm(model.VocabConfidence, o.Confidence),
			Sources: b.keyedSources(m, o.Sources), OneOrigin: o.OneOrigin, By: b.parties(o.By),
			Decided: b.decided(o.Decided, model.OutcomeRef(m, o.Key)),
		})
	}
	return out
}

func (b *builder) neighbours(m *model.Meeting) *MeetingNeighbours {
	before, after := b.c.Neighbours(m)
	if before == nil && after == nil {
		return nil
	}
	n := &MeetingNeighbours{}
	if before != nil {
		n.Before = b.optional(before.Ref())
	}
	if after != nil {
		n.After = b.optional(after.Ref())
	}
	return n
}

// OutcomeView is what a source reports of a meeting.
type OutcomeView struct {
	ID         string   `json:"id"`
	Act        Term     `json:"act"`
	Text       string   `json:"text"`
	By         []Link   `json:"by,omitempty"`
	Decided    *Decided `json:"decided,omitempty"`
	Objects    []Link   `json:"objects,omitempty"`
	Topics     []Link   `json:"topics,omitempty"`
	Confidence *Term    `json:"confidence,omitempty"`
	Sources    []Source `json:"sources,omitempty"`
	OneOrigin  bool     `json:"one_origin,omitempty"`
}

// Annex of a record.
type Annex struct {
	Num          string `json:"num"`
	Title        string `json:"title"`
	Availability Term   `json:"availability"`
	Object       *Link  `json:"object,omitempty"`
}

// MeetingNeighbours are the meetings before and after.
type MeetingNeighbours struct {
	Before *Link `json:"before,omitempty"`
	After  *Link `json:"after,omitempty"`
}

func (b *builder) annexes(m *model.Meeting) []Annex {
	var out []Annex
	for _, a := range m.Annexes {
		v := Annex{a.Key, b.text(a.Title), b.term(model.VocabAvailability, a.Availability), b.optional(a.Object)}
		if p := b.c.Protocol(m.ID); v.Object == nil && p != nil {
			if text := model.At(p, "a"+a.Key); b.c.HasNode(text) {
				v.Object = b.optional(text)
			}
		}
		out = append(out, v)
	}
	return out
}
