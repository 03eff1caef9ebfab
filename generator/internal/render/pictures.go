package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/picture"
)

// What a picture shows one by one, however large a collection is. The rest is counted.
const (
	homeLanes     = 8  // instruments along time on the first page
	listLanes     = 14 // … on the list of meetings
	namedMeetings = 12
	shownClauses  = 12 // with instruments
	shownEnds     = 3  // of a clause: instruments that it cites, and those that it acts on
)

// Chronology is the picture of meetings and instruments along time.
type Chronology struct {
	picture.Drawing
	Date     string              `json:"date"` // of today, EDTF
	Meetings []ChronologyMeeting `json:"meetings,omitempty"`
	Works    []ChronologyWork    `json:"works,omitempty"`
	Counted  bool                `json:"counted,omitempty"` // a circle stands for several things
	// What is not named, with the lists that have it.
	MeetingsLeft *Left `json:"meetings_left,omitempty"`
	WorksLeft    *Left `json:"works_left,omitempty"`
}

// ChronologyMeeting is what a circle on the axis represents.
type ChronologyMeeting struct {
	Link
	Number   int    `json:"number,omitempty"`
	Date     string `json:"date"`               // EDTF
	Disputed string `json:"disputed,omitempty"` // leads to another date
}

// ChronologyWork is an instrument with its strip.
type ChronologyWork struct {
	Link
	Events  []ChronologyEvent `json:"events,omitempty"`
	Awaited []string          `json:"awaited,omitempty"` // steps that were announced and are not evidenced
	Strip   picture.Lane      `json:"strip"`
}

// ChronologyEvent is what happened to an instrument.
type ChronologyEvent struct {
	Label    string `json:"label"`
	Date     string `json:"date"` // EDTF
	Reported bool   `json:"reported,omitempty"`
}

// Left is how many things a picture does not name, and the lists that have them all.
type Left struct {
	Count int     `json:"count"`
	More  []Count `json:"more"`
}

// Network is the picture of clauses with what they rest on and what they act on.
type Network struct {
	Papers []NetworkPaper `json:"papers"`
	Left   *Left          `json:"left,omitempty"` // older clauses
}

// NetworkPaper is a protocol, or a meeting whose protocol is not in the collection.
type NetworkPaper struct {
	Link
	Clauses []NetworkClause `json:"clauses"`
}

// NetworkClause is what is shown in the middle. Its title is empty where a paper is not divided.
type NetworkClause struct {
	Link
	Cites     []Link        `json:"cites,omitempty"`
	CitesLeft int           `json:"cites_left,omitempty"`
	Deeds     []NetworkDeed `json:"deeds,omitempty"`
	DeedsLeft int           `json:"deeds_left,omitempty"`
}

// NetworkDeed is what a clause does with an instrument.
type NetworkDeed struct {
	Acts    []string `json:"acts"`
	Object  Link     `json:"object"`
	State   string   `json:"state,omitempty"`   // of the object
	Awaited []string `json:"awaited,omitempty"` // its steps that are not evidenced

	Reported bool `json:"reported,omitempty"` // the state is known from reports alone
}

// left is what remains of some kinds of records; nil where nothing does.
func (b *builder) left(count int, kinds ...model.Kind) *Left {
	if count == 0 {
		return nil
	}
	l := &Left{Count: count}
	for _, k := range kinds {
		l.More = append(l.More, b.wholeList(k, "", len(b.c.List(k))))
	}
	return l
}

// middle is the day in the middle of what a date can mean.
func middle(d model.Date) int {
	first, last := picture.Day(d.First()), picture.Day(d.Last())
	return first + max(last-first, 0)/2
}

// chronology makes the timeline, with strips for so many instruments; nil where nothing has a date.
func (b *builder) chronology(lanes int) *Chronology {
	t := picture.Timeline{Today: middle(b.c.Config.DataDate), RTL: b.rtl(), Lanes: lanes}
	for _, m := range model.All[*model.Meeting](b.c, model.Meetings) {
		point := picture.Meeting{Name: b.c.ShortTitle(m.Ref(), b.lang), Number: m.Ordinal, Open: !m.Date.Known()}
		if !point.Open {
			point.Day = middle(m.Date)
		}
		point.URL = b.address(m.Ref())
		t.Meetings = append(t.Meetings, point)
	}
	instruments := model.All[*model.Instrument](b.c, model.Instruments, model.Programmes)
	for _, i := range instruments {
		t.Works = append(t.Works, b.work(i))
	}
	drawing, ok := t.Draw()
	if !ok {
		return nil
	}
	view := &Chronology{Drawing: drawing, Date: string(b.c.Config.DataDate)}
	for _, l := range drawing.Lanes {
		view.Works = append(view.Works, b.chronologyWork(instruments[l.Work], l))
	}
	view.Lanes = nil // each stands with its words
	view.Counted = slices.ContainsFunc(append(slices.Clone(view.Marks), view.Rest...), func(m picture.Mark) bool { return m.Kind == "many" })
	var kinds []model.Kind
	for _, i := range drawing.Left {
		if k := instruments[i].Ref().Kind; !slices.Contains(kinds, k) {
			kinds = append(kinds, k)
		}
	}
	view.WorksLeft = b.left(len(drawing.Left), kinds...)
	b.nameMeetings(view)
	return view
}

// nameMeetings names the newest meetings, and counts those before them.
func (b *builder) nameMeetings(view *Chronology) {
	meetings := model.All[*model.Meeting](b.c, model.Meetings)
	left := max(len(meetings)-namedMeetings, 0)
	for _, m := range meetings[left:] {
		view.Meetings = append(view.Meetings, ChronologyMeeting{Link: b.link(m.Ref()), Number: m.Ordinal, Date: string(m.Date), Disputed: b.disputed(m)})
	}
	view.MeetingsLeft = b.left(left, model.Meetings)
}

// work is an instrument as the timeline sees it.
func (b *builder) work(i *model.Instrument) picture.Work {
	life := b.c.Life(i)
	w := picture.Work{Awaited: len(life.Awaited) > 0}
	for _, e := range life.Events {
		if e.Date.Known() {
			label := b.c.Label(model.VocabInstrumentState, e.Type, b.lang)
			w.Events = append(w.Events, picture.Event{Label: label, Day: middle(e.Date)})
		}
	}
	for _, a := range life.Awaited {
		if day := middle(a.Since); w.Since == 0 || day < w.Since {
			w.Since = day
		}
	}
	return w
}

// chronologyWork puts words beside the strip of an instrument.
func (b *builder) chronologyWork(i *model.Instrument, strip picture.Lane) ChronologyWork {
	w, life := ChronologyWork{Link: b.link(i.Ref()), Strip: strip}, b.c.Life(i)
	for _, e := range life.Events {
		if e.Date.Known() {
			label := b.c.Label(model.VocabInstrumentState, e.Type, b.lang)
			w.Events = append(w.Events, ChronologyEvent{label, string(e.Date), b.reported(e)})
		}
	}
	w.Awaited = b.awaited(life)
	return w
}

// awaited are the steps of an instrument that were announced and are not evidenced.
func (b *builder) awaited(life model.Life) (out []string) {
	for _, a := range life.Awaited {
		if label := b.c.Label(model.VocabInstrumentState, a.State, b.lang); !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	return out
}

// network makes the picture of the newest clauses and their instruments; nil where no clause acts
// on an instrument or cites one.
func (b *builder) network() *Network {
	view := &Network{}
	room, left := shownClauses, 0
	for _, m := range slices.Backward(model.All[*model.Meeting](b.c, model.Meetings)) {
		paper := b.networkPaper(m)
		if n := len(paper.Clauses); n > room {
			left += n - room
			paper.Clauses = paper.Clauses[n-room:]
		}
		if room -= len(paper.Clauses); len(paper.Clauses) > 0 {
			view.Papers = append(view.Papers, paper)
		}
	}
	if len(view.Papers) == 0 {
		return nil
	}
	slices.Reverse(view.Papers)
	view.Left = b.left(left, model.Protocols)
	return view
}

// networkPaper is the protocol of a meeting, or else what sources report of the meeting.
func (b *builder) networkPaper(m *model.Meeting) NetworkPaper {
	p := b.c.Protocol(m.ID)
	if p != nil {
		return NetworkPaper{b.link(p.Ref()), b.networkClauses(p)}
	}
	paper, clause := NetworkPaper{Link: b.link(m.Ref())}, networkEnds{}
	for _, o := range m.Outcomes {
		clause.act(b, o.Act, o.Objects)
	}
	if len(clause.deeds) > 0 {
		paper.Clauses = []NetworkClause{clause.view(b, Link{})}
	}
	return paper
}

// networkClauses are the clauses of a protocol that have to do with instruments.
func (b *builder) networkClauses(p *model.Protocol) (out []NetworkClause) {
	for _, part := range model.Parts(p.Prose[b.lang]) {
		var ends networkEnds
		for _, block := range part.Blocks {
			node := p.Node(block.ID)
			ends.cites = append(ends.cites, b.instruments(node.Cites)...)
			for _, act := range node.Acts {
				ends.act(b, act.Code(), act.Objects)
			}
		}
		if len(ends.cites)+len(ends.deeds) > 0 {
			ref := model.Ref{Kind: model.Protocols, ID: p.ID, Node: part.ID}
			out = append(out, ends.view(b, Link{Title: b.c.PartTitle(p, part.ID, b.lang), URL: b.address(ref)}))
		}
	}
	return out
}

// instruments are those among references.
func (b *builder) instruments(refs []model.Ref) []*model.Instrument {
	var out []*model.Instrument
	for _, r := range refs {
		if i, ok := model.Get[*model.Instrument](b.c, r); ok && !slices.Contains(out, i) {
			out = append(out, i)
		}
	}
	return out
}

// networkEnds are the instruments that a clause has to do with.
type networkEnds struct {
	cites []*model.Instrument
	deeds []networkDeed
}

type networkDeed struct {
	acts   []model.Code
	object *model.Instrument
}

// act adds an act on instruments. Several acts on one of them are one connection.
func (e *networkEnds) act(b *builder, code model.Code, objects []model.Ref) {
	for _, i := range b.instruments(objects) {
		n := slices.IndexFunc(e.deeds, func(d networkDeed) bool { return d.object == i })
		if n < 0 {
			n, e.deeds = len(e.deeds), append(e.deeds, networkDeed{object: i})
		}
		e.deeds[n].acts = append(e.deeds[n].acts, code)
	}
}

// view is the clause as the theme draws it.
func (e *networkEnds) view(b *builder, clause Link) NetworkClause {
	out := NetworkClause{Link: clause}
	cites, deeds := min(len(e.cites), shownEnds), min(len(e.deeds), shownEnds)
	for _, i := range e.cites[:cites] {
		out.Cites = append(out.Cites, b.link(i.Ref()))
	}
	for _, d := range e.deeds[:deeds] {
		life := b.c.Life(d.object)
		deed := NetworkDeed{Object: b.link(d.object.Ref()), Awaited: b.awaited(life)}
		if life.Present != nil {
			deed.State = b.c.Label(model.VocabInstrumentState, life.Present.Type, b.lang)
			deed.Reported = b.reported(*life.Present)
		}
		for _, code := range d.acts {
			deed.Acts = append(deed.Acts, b.c.Label(model.VocabAct, code, b.lang))
		}
		out.Deeds = append(out.Deeds, deed)
	}
	out.CitesLeft, out.DeedsLeft = len(e.cites)-cites, len(e.deeds)-deeds
	return out
}
