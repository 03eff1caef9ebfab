package picture

import (
	"cmp"
	"slices"
)

// Sizes of the tall drawing. Its x is in pixels: it is as wide as the narrowest telephone and may stand in any wider place.
const (
	tallWidth = 286
	tallRows  = 24 // older ones are counted by year
	gapStep   = 10 // between the lines of steps that are not evidenced
	gapLines  = 4
)

// entry is something at a time in the tall drawing: a meeting, or an event of a work.
type entry struct {
	day     int
	meeting *Meeting
	work    Work
	event   Event
	last    bool // of the work's events: steps that are not evidenced follow
}

func (t Timeline) entries() []entry {
	var out []entry
	for i, m := range t.Meetings {
		if !m.Open {
			out = append(out, entry{day: m.Day, meeting: &t.Meetings[i]})
		}
	}
	for _, w := range t.Works {
		for i, e := range w.Events {
			out = append(out, entry{day: e.Day, work: w, event: e, last: i == len(w.Events)-1})
		}
		if len(w.Events) == 0 && len(w.Awaited) > 0 {
			out = append(out, entry{day: w.Since, work: w, last: true})
		}
	}
	slices.SortStableFunc(out, func(a, b entry) int { return cmp.Compare(a.day, b.day) })
	return out
}

// Tall draws time downwards, one thing below the other; the distances are not those of time, but years stand beside them.
func (t Timeline) Tall() (d Drawing, ok bool) {
	entries := t.entries()
	if len(entries) == 0 && !slices.ContainsFunc(t.Meetings, func(m Meeting) bool { return m.Open }) {
		return Drawing{}, false
	}
	p := pen{c: canvas{0, t.RTL}, d: &Drawing{Form: "tall"}}
	if t.RTL {
		p.d.Origin = "100%"
	}
	gaps := 0
	for _, w := range t.Works {
		gaps += open(w)
	}
	shown := shownFrom(entries)
	p.text = 2*radius + 12 + min(gaps, gapLines)*gapStep
	last := 0
	for i := 0; i < len(entries); i++ {
		e := entries[i]
		if y := year(e.day); y != last {
			p.y += 6
			p.year(y)
			last = y
		}
		switch {
		case last < shown:
			n := 0
			for i+n < len(entries) && year(entries[i+n].day) == last {
				n++
			}
			p.d.Marks = append(p.d.Marks, Mark{Kind: "many", X: p.c.x(radius + 1), Y: p.y - 11, R: radius, Number: n, URL: t.MeetingsURL, Title: itoa(last)})
			p.y += 8
			i += n - 1
		case e.meeting != nil:
			p.meeting(*e.meeting)
		default:
			p.event(e)
		}
	}
	t.foot(&p)
	p.d.Height = p.y
	return *p.d, true
}

// shownFrom is the first year whose entries there is room for, one by one, with those of all later years.
func shownFrom(entries []entry) int {
	if len(entries) <= tallRows {
		return 0
	}
	return year(entries[len(entries)-tallRows-1].day) + 1
}

// foot is today, where lines of what is not evidenced end, and the meeting to come.
func (t Timeline) foot(p *pen) {
	p.y += 8
	p.d.Lines = append(p.d.Lines, p.c.line("axis", radius+1, 4, radius+1, p.y), p.c.line("today", 0, p.y, tallWidth, p.y))
	for _, g := range p.gaps {
		p.d.Lines = append(p.d.Lines, p.c.line("gap", g.x, g.y+dot, g.x, p.y))
		p.d.Marks = append(p.d.Marks, Mark{Kind: "end", X: p.c.x(g.x), Y: p.y, R: dot - 1, URL: g.work.URL, Title: g.work.Name})
	}
	p.y += 14
	p.d.Labels = append(p.d.Labels, p.c.label("today", "", t.TodayDate, "start", p.text, 0, p.y))
	p.y += 16
	for _, m := range t.Meetings {
		if m.Open {
			m.Date = ""
			p.meeting(m)
		}
	}
}

// pen draws downwards.
type pen struct {
	c    canvas
	d    *Drawing
	y    int // where the next thing begins
	text int // where words begin
	gaps []gap
}

type gap struct {
	x, y int
	work Work
}

func (p *pen) year(n int) {
	p.d.Labels = append(p.d.Labels, p.c.label("year", itoa(n), "", "start", p.text, 0, p.y+8))
	p.d.Lines = append(p.d.Lines, p.c.line("tick", radius+1, p.y+8, 2*radius-2, p.y+8))
	p.y += 22
}

// words puts a name and lines below it; the mark stands beside the first line.
func (p *pen) words(m Mark, name string, more ...Label) {
	for _, line := range Wrap(name, nameSize, tallWidth-p.text, 3) {
		m.Labels = append(m.Labels, p.c.label("name", line, "", "start", p.text, 0, p.y+nameLine/2))
		p.y += nameLine
	}
	for _, l := range more {
		n := 3
		if l.Kind == "step" { // the theme puts it in quotation marks, so it stays on one line
			n = 1
		}
		lines := Wrap(l.Words, smallSize, tallWidth-p.text-16, n)
		if len(lines) == 0 {
			lines = []string{""}
		}
		for i, line := range lines {
			date := ""
			if i == len(lines)-1 {
				date = l.Date
			}
			label := p.c.label(l.Kind, line, date, "start", p.text, 0, p.y+smallLine/2)
			if date != "" && label.area.x2 > tallWidth {
				label = p.c.label(l.Kind, line, "", "start", p.text, 0, p.y+smallLine/2)
			}
			m.Labels = append(m.Labels, label)
			p.y += smallLine
		}
	}
	p.y += 10
	p.d.Marks = append(p.d.Marks, m)
}

func (p *pen) meeting(v Meeting) {
	m := Mark{Kind: "meeting", X: p.c.x(radius + 1), Y: p.y + nameLine/2 + 1, R: radius, Number: v.Number, URL: v.URL, Title: v.Name}
	if v.Open {
		m.Kind = "open"
		p.words(m, v.Short)
		return
	}
	p.words(m, v.Short, Label{Kind: "state", Date: v.Date})
}

func (p *pen) event(e entry) {
	x := radius + 1
	kind := "event"
	more := []Label{{Kind: "state", Words: e.event.Label, Date: e.event.Date}}
	if e.event.Label == "" {
		kind, more = "words", nil
	}
	if e.last {
		for _, step := range e.work.Awaited {
			more = append(more, Label{Kind: "step", Words: step}, Label{Kind: "gap"})
		}
	}
	if e.last && len(e.work.Awaited) > 0 && len(p.gaps) < gapLines {
		x = 2*radius + 8 + len(p.gaps)*gapStep
		p.gaps = append(p.gaps, gap{x, p.y + nameLine/2, e.work})
	}
	p.words(Mark{Kind: kind, X: p.c.x(x), Y: p.y + nameLine/2, R: dot, URL: e.work.URL, Title: e.work.Name}, e.work.Name, more...)
}
