package picture

import (
	"cmp"
	"slices"
	"time"
)

// Timeline is what a picture of meetings and records along time is made from.
type Timeline struct {
	Today     int    // the day of which the collection speaks as "now"
	TodayDate string // the same, EDTF
	Meetings  []Meeting
	Works     []Work
	RTL       bool
	Full      bool // a lane for each record; else they share lanes where there is room

	MeetingsURL string // where a mark leads that stands for several meetings
	WorksURL    string
}

// Meeting is a point on the axis.
type Meeting struct {
	Name   string // whole
	Short  string // where there is room for a name
	Label  string // where there is little: the place
	URL    string
	Day    int
	Date   string // EDTF
	Number int    // ordinal; 0 where it has none
	Open   bool   // without a date: it stands behind today
}

// Work is a record with a history of its own.
type Work struct {
	Name    string
	URL     string
	Events  []Event // by time
	Awaited []string
	Since   int // when the first step that is not evidenced was announced
}

// Event in the history of a work.
type Event struct {
	Label string
	Day   int
	Date  string
}

// Day counts days, so that places on the axis are whole numbers.
func Day(t time.Time) int { return int(t.Unix() / 86400) }

func year(day int) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

func yearStart(y int) int { return Day(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)) }

// Sizes of the wide drawing.
const (
	timelineWidth = 640 // narrowest for which it is made
	radius        = 11  // of a meeting's circle
	dot           = 5
	levels        = 4  // of the words of meetings
	levelHeight   = 36 // two lines
	fewLanes      = 7
	manyLanes     = 14
)

// axis says where a day is.
type axis struct {
	first, last int // days
	from, to    int // places
	tail        int // where a meeting without a date stands
}

func (a axis) at(day int) int {
	return a.from + (day-a.first)*(a.to-a.from)/max(a.last-a.first, 1)
}

// axis runs from the year of the first mark to today, or to the last mark if something is dated later.
func (t Timeline) axis() (axis, bool) {
	first, last, open := t.Today, t.Today, false
	for _, m := range t.Meetings {
		if m.Open {
			open = true
			continue
		}
		first, last = min(first, m.Day), max(last, m.Day)
	}
	for _, w := range t.Works {
		for _, e := range w.Events {
			first, last = min(first, e.Day), max(last, e.Day)
		}
		if len(w.Awaited) > 0 && len(w.Events) == 0 {
			first = min(first, w.Since)
		}
	}
	a := axis{first: yearStart(year(first)), last: last, from: radius + 3, to: timelineWidth - 20}
	if open {
		a.to = timelineWidth - 120
	}
	a.tail = a.to + 30
	return a, open || first < t.Today || len(t.Meetings) > 0
}

// Wide draws time from the start of the lines to their end: meetings on the axis with their words above, records in lanes below.
// ok is false where there is nothing to draw.
func (t Timeline) Wide() (d Drawing, ok bool) {
	a, ok := t.axis()
	if !ok {
		return Drawing{}, false
	}
	d = Drawing{Form: "wide"}
	c := canvas{timelineWidth, t.RTL}
	marks, top := t.meetings(c, a, &d)
	axisY := top + radius + 1
	d.Lines = append(d.Lines, c.line("axis", a.from, axisY, a.at(t.Today), axisY))
	t.years(c, a, &d, axisY)
	y := t.lanes(c, a, &d, axisY+44)

	var drops []Line
	for _, m := range marks {
		if !m.open {
			drops = append(drops, c.line("drop", m.x, axisY+radius, m.x, y))
		}
	}
	today := a.at(t.Today)
	drops = append(drops, c.line("today", today, axisY-radius-3, today, y))
	d.Lines = append(drops, d.Lines...)
	d.Labels = append(d.Labels, c.label("today", "", t.TodayDate, "end", today, -2, y+12))
	d.Height = y + 24
	return d, true
}

// years are ticks and numbers under the axis, as many as have room.
func (t Timeline) years(c canvas, a axis, d *Drawing, y int) {
	perYear := max((a.to-a.from)*365/max(a.last-a.first, 1), 1)
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		if step = s; s*perYear >= 42 {
			break
		}
	}
	for n := year(a.first); n <= year(a.last); n++ {
		x := a.at(yearStart(n))
		if (n-year(a.first))%step != 0 {
			continue
		}
		d.Lines = append(d.Lines, c.line("tick", x, y, x, y+26))
		if x+36 < timelineWidth {
			d.Labels = append(d.Labels, c.label("year", itoa(n), "", "start", x, 4, y+21))
		}
	}
}

// stop is a meeting, or several that are too near each other to be told apart, on the axis.
type stop struct {
	x        int
	open     bool
	meetings []Meeting
	level    int // of its words; -1: there is no room for them
	area     area
	words    []Label
}

// stops gathers meetings whose circles would touch.
func (t Timeline) stops(a axis) []stop {
	meetings := slices.Clone(t.Meetings)
	slices.SortStableFunc(meetings, func(a, b Meeting) int {
		if a.Open != b.Open {
			return map[bool]int{true: 1, false: -1}[a.Open]
		}
		return cmp.Compare(a.Day, b.Day)
	})
	var out []stop
	for _, m := range meetings {
		x := a.at(m.Day)
		if m.Open {
			x = a.tail
		}
		if n := len(out); n > 0 && x-out[n-1].x < 2*radius+3 && m.Open == out[n-1].open {
			out[n-1].meetings = append(out[n-1].meetings, m)
			continue
		}
		out = append(out, stop{x: x, open: m.Open, meetings: []Meeting{m}})
	}
	return out
}

// meetings places the circles and their words above the axis, and says where the circles begin. The last comes first: its words stand lowest,
// and whoever is before it has its words before its point or rises over others, so that no line to words crosses other words.
func (t Timeline) meetings(c canvas, a axis, d *Drawing) (stops []stop, top int) {
	stops = t.stops(a)
	highest := 0
	var taken []area
	for i := range slices.Backward(stops) {
		s := &stops[i]
		s.level = -1
		if len(s.meetings) > 1 {
			continue
		}
		for place := range 2 * levels {
			level, anchor := place/2, []string{"start", "end"}[place%2]
			words, box := t.flag(c, *s, level, anchor)
			leader := area{s.x - 1, box.y1, s.x + 2, 0}
			// Words before a point must leave the points before it their way up.
			way := anchor == "start" || i == 0 || stops[i-1].x < box.x1
			free := way && box.x1 >= 0 && box.x2 <= timelineWidth &&
				!slices.ContainsFunc(taken, func(o area) bool { return o.meets(box) || o.meets(leader) })
			if free {
				s.level, s.words, s.area = level, words, box
				taken = append(taken, box, leader)
				highest = max(highest, level+1)
				break
			}
		}
	}
	top = highest*levelHeight + 6
	axisY := top + radius + 1
	for _, s := range stops {
		m := Mark{Kind: "meeting", X: c.x(s.x), Y: axisY, R: radius}
		if n := len(s.meetings); n > 1 {
			m.Kind, m.Number, m.URL = "many", n, t.MeetingsURL
			m.Title = span(s.meetings[0].Name, s.meetings[n-1].Name)
		} else {
			m.Number, m.URL, m.Title = s.meetings[0].Number, s.meetings[0].URL, s.meetings[0].Name
		}
		if s.open {
			m.Kind = "open"
		}
		if s.level >= 0 {
			d.Lines = append(d.Lines, c.line("leader", s.x, top+s.area.y1+2, s.x, top))
			for _, l := range s.words {
				l.Y, l.area.y1, l.area.y2 = l.Y+top, l.area.y1+top, l.area.y2+top
				m.Labels = append(m.Labels, l)
			}
		}
		d.Marks = append(d.Marks, m)
	}
	return stops, top
}

// flag is the words of a meeting at a level, after its leader or before it; the foot of the lowest is at y = 0.
func (t Timeline) flag(c canvas, s stop, level int, anchor string) ([]Label, area) {
	m := s.meetings[0]
	y, dx := -level*levelHeight-levelHeight, 7
	if anchor == "end" {
		dx = -dx
	}
	var labels []Label
	if s.open {
		for _, line := range Wrap(m.Label, smallSize, timelineWidth-s.x-8, 2) {
			labels = append(labels, c.label("state", line, "", anchor, s.x, dx, y+nameLine/2+len(labels)*smallLine))
		}
	} else {
		labels = append(labels,
			c.label("name", cut(m.Label, nameSize, 150), "", anchor, s.x, dx, y+nameLine/2),
			c.label("state", "", m.Date, anchor, s.x, dx, y+nameLine+smallLine/2))
	}
	box := area{s.x, y, s.x, y + levelHeight - 2}
	for _, l := range labels {
		box.x1, box.x2 = min(box.x1, l.area.x1), max(box.x2, l.area.x2)
	}
	if anchor == "end" {
		box.x1 -= 6
	} else if !s.open {
		box.x2 += 6
	}
	return labels, box
}
