package render

import (
	"cmp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/picture"
)

// Chronology is the picture of meetings and instruments along time, and the same in words.
type Chronology struct {
	Wide picture.Drawing `json:"wide"`
	Tall picture.Drawing `json:"tall"`
	Rows []ChronologyRow `json:"rows"` // by time; steps that are not evidenced and meetings to come stand last
}

// ChronologyRow is a meeting or an event.
type ChronologyRow struct {
	Link
	Date    string `json:"date,omitempty"` // EDTF
	Kind    string `json:"kind"`           // label
	State   string `json:"state,omitempty"`
	Awaited bool   `json:"awaited,omitempty"` // State was announced and is not evidenced
	Place   string `json:"place,omitempty"`
	Via     *Link  `json:"via,omitempty"` // the clause or meeting that made or announced it
}

// Network is the picture of clauses with what they rest on and what they act on, and the same in words.
type Network struct {
	Drawing picture.Drawing `json:"drawing"`
	Left    int             `json:"left,omitempty"` // older clauses that the picture leaves out
	Rows    []NetworkRow    `json:"rows"`
}

// NetworkRow is a clause, or a meeting whose protocol is not in the collection.
type NetworkRow struct {
	Link
	Cites []Link `json:"cites,omitempty"`
	Acts  []Act  `json:"acts,omitempty"`
}

// middle is the day in the middle of what a date can mean.
func middle(d model.Date) int {
	first, last := picture.Day(d.First()), picture.Day(d.Last())
	return first + max(last-first, 0)/2
}

// chronology makes the timeline; nil where nothing has a date.
func (b *builder) chronology(full bool) *Chronology {
	t := picture.Timeline{
		Today: middle(b.c.Config.DataDate), TodayDate: string(b.c.Config.DataDate), RTL: b.rtl(), Full: full,
		MeetingsURL: "/" + model.Meetings.ListURL(b.lang), WorksURL: "/" + model.Instruments.ListURL(b.lang),
	}
	view := &Chronology{}
	var later []ChronologyRow
	for _, m := range model.All[*model.Meeting](b.c, model.Meetings) {
		l := b.link(m.Ref())
		point := picture.Meeting{Name: l.Title, Short: l.Title, URL: l.URL, Date: string(m.Date), Number: m.Ordinal, Open: !m.Date.Known()}
		row := ChronologyRow{Link: l, Date: string(m.Date), Kind: b.kindLabel(model.Meetings), Place: b.text(m.Place)}
		if m.Format != "" && row.Place == "" {
			row.Place = upperFirst(b.c.Label(model.VocabMeetingFormat, m.Format, b.lang))
		}
		point.Label = cmp.Or(row.Place, l.Title)
		if point.Open {
			point.Label = l.Title
			later = append(later, row)
		} else {
			point.Day = middle(m.Date)
			view.Rows = append(view.Rows, row)
		}
		t.Meetings = append(t.Meetings, point)
	}
	for _, i := range model.All[*model.Instrument](b.c, model.Instruments, model.Programmes) {
		work, rows, awaited := b.work(i)
		t.Works = append(t.Works, work)
		view.Rows, later = append(view.Rows, rows...), append(awaited, later...)
	}
	slices.SortStableFunc(t.Works, func(a, c picture.Work) int { return cmp.Compare(a.Day(), c.Day()) })
	slices.SortStableFunc(view.Rows, func(a, c ChronologyRow) int { return model.Date(a.Date).Compare(model.Date(c.Date)) })
	view.Rows = append(view.Rows, later...)
	var wide, tall bool
	view.Wide, wide = t.Wide()
	view.Tall, tall = t.Tall()
	if !wide || !tall {
		return nil
	}
	return view
}

// work is an instrument in the timeline, with its rows in words.
func (b *builder) work(i *model.Instrument) (w picture.Work, rows, awaited []ChronologyRow) {
	l, life := b.link(i.Ref()), b.c.Life(i)
	w = picture.Work{Name: l.Title, URL: l.URL}
	kind := upperFirst(b.c.Label(model.VocabInstrumentType, i.Type, b.lang))
	for _, e := range life.Events {
		if !e.Date.Known() {
			continue
		}
		label := b.c.Label(model.VocabInstrumentState, e.Type, b.lang)
		w.Events = append(w.Events, picture.Event{Label: label, Day: middle(e.Date), Date: string(e.Date)})
		row := ChronologyRow{Link: l, Date: string(e.Date), Kind: kind, State: label, Place: b.text(e.Place), Via: b.optional(e.Clause)}
		if row.Via == nil {
			row.Via = b.optionalTo(model.Meetings, e.Meeting)
		}
		rows = append(rows, row)
	}
	for _, a := range life.Awaited {
		label := b.c.Label(model.VocabInstrumentState, a.State, b.lang)
		if !slices.Contains(w.Awaited, label) {
			w.Awaited = append(w.Awaited, label)
		}
		if day := middle(a.Since); w.Since == 0 || day < w.Since {
			w.Since = day
		}
		awaited = append(awaited, ChronologyRow{Link: l, Kind: kind, State: label, Awaited: true, Via: b.optional(a.Clause)})
	}
	return w, rows, awaited
}

// network makes the picture of clauses and instruments; nil where no clause acts on an instrument or cites one.
func (b *builder) network() *Network {
	n, view := picture.Network{RTL: b.rtl()}, &Network{}
	for _, m := range model.All[*model.Meeting](b.c, model.Meetings) {
		paper := picture.Paper{}
		if p := b.c.Protocol(m.ID); p != nil {
			l := b.link(p.Ref())
			paper.Name, paper.URL = l.Title, l.URL
			paper.Clauses = b.networkClauses(p, view)
		} else if row, clause := b.networkOutcomes(m); len(row.Acts) > 0 {
			paper.Name, paper.URL, paper.Clauses = row.Title, row.URL, []picture.Clause{clause}
			view.Rows = append(view.Rows, row)
		}
		if len(paper.Clauses) > 0 {
			n.Papers = append(n.Papers, paper)
		}
	}
	for _, i := range model.All[*model.Instrument](b.c, model.Instruments, model.Programmes) {
		n.Results = append(n.Results, b.record(i))
	}
	n, view.Left = n.Newest()
	var ok bool
	if view.Drawing, ok = n.Draw(); !ok {
		return nil
	}
	return view
}

func (b *builder) record(i *model.Instrument) picture.Record {
	l := b.link(i.Ref())
	r := picture.Record{Name: l.Title, URL: l.URL}
	if badge := b.badge(i); badge != nil {
		r.State = badge.Label
		for _, a := range badge.Awaited {
			r.Awaited = append(r.Awaited, a.Label)
		}
	}
	return r
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

// networkClauses are the clauses of a protocol that have to do with instruments.
func (b *builder) networkClauses(p *model.Protocol, view *Network) []picture.Clause {
	var out []picture.Clause
	for _, part := range model.Parts(p.Prose[b.lang]) {
		ref := model.Ref{Kind: model.Protocols, ID: p.ID, Node: part.ID}
		title := b.c.PartTitle(p, part.ID, b.lang)
		clause := picture.Clause{Name: title, Title: title, URL: "/" + ref.URL(b.lang)}
		if num := p.Node(part.ID).Num; part.Clause && num != "" {
			clause.Name = b.c.Numbered(model.VocabDocumentPart, model.ClausePart, num, b.lang)
		}
		row := NetworkRow{Link: Link{Title: title, URL: clause.URL}}
		for _, block := range part.Blocks {
			node := p.Node(block.ID)
			for _, i := range b.instruments(node.Cites) {
				clause.Cites = append(clause.Cites, b.record(i))
				row.Cites = append(row.Cites, b.link(i.Ref()))
			}
			for _, act := range node.Acts {
				b.networkAct(act.Code(), act.Objects, &row, &clause)
			}
		}
		if len(row.Cites)+len(row.Acts) > 0 {
			out = append(out, clause)
			view.Rows = append(view.Rows, row)
		}
	}
	return out
}

// networkOutcomes are what sources report of a meeting without a protocol.
func (b *builder) networkOutcomes(m *model.Meeting) (NetworkRow, picture.Clause) {
	row, clause := NetworkRow{Link: b.link(m.Ref())}, picture.Clause{}
	for _, o := range m.Outcomes {
		b.networkAct(o.Act, o.Objects, &row, &clause)
	}
	return row, clause
}

// networkAct adds an act on instruments to the words and to the picture, where several acts on the same instrument are one connection.
func (b *builder) networkAct(code model.Code, objects []model.Ref, row *NetworkRow, clause *picture.Clause) {
	instruments := b.instruments(objects)
	if len(instruments) == 0 {
		return
	}
	act := Act{Term: b.term(model.VocabAct, code)}
	for _, i := range instruments {
		r := b.record(i)
		act.Objects = append(act.Objects, b.link(i.Ref()))
		same := slices.IndexFunc(clause.Acts, func(d picture.Deed) bool { return d.Result == r.URL })
		if same < 0 {
			clause.Acts = append(clause.Acts, picture.Deed{Label: act.Label, Result: r.URL, Open: len(r.Awaited) > 0})
		} else {
			clause.Acts[same].Label = strings.Join([]string{clause.Acts[same].Label, act.Label}, " · ")
		}
	}
	row.Acts = append(row.Acts, act)
}
