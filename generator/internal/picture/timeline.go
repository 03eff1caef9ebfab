// Package picture computes positions along time.
//
// It places points and lines at shares of a strip's width and knows nothing of words, which are
// text beside the strips that a browser wraps in any font. Points are far enough apart not to touch
// in the narrowest strip that pictures are made for; those that would touch are counted in one
// circle. All numbers are integers, so the same input gives the same drawing on every machine.
//
// The package knows times and links, not meetings.
package picture

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// Timeline is what a picture of meetings and records along time is made from.
type Timeline struct {
	Today    int // the day of which the collection speaks as "now"
	Meetings []Meeting
	Works    []Work
	Lanes    int // how many works have a strip of their own; the others are counted
	RTL      bool
}

// Meeting is a point on the axis.
type Meeting struct {
	Name   string
	URL    string
	Day    int
	Number int  // ordinal; 0 where it has none
	Open   bool // without a date: it stands behind today
}

// Work is a record with a history of its own.
type Work struct {
	Name    string
	Events  []Event // by time
	Awaited bool    // a step was announced and is not evidenced
	Since   int     // when the first such step was announced
}

// Event in the history of a work.
type Event struct {
	Label string
	Day   int
}

// Drawing is a finished picture: an axis and a strip for each work that is shown.
type Drawing struct {
	From  string `json:"from"` // where the axis begins
	Today string `json:"today"`
	Years []Year `json:"years"`
	Marks []Mark `json:"marks,omitempty"` // meetings, on the axis
	Lanes []Lane `json:"lanes,omitempty"`
	Rest  []Mark `json:"rest,omitempty"` // works without a strip of their own, counted
	Left  []int  `json:"-"`              // their indexes among the works
}

// Year is a tick of the axis.
type Year struct {
	X    string `json:"x"`
	Year int    `json:"year"`
}

// Lane is the strip of a work.
type Lane struct {
	Work  int    `json:"-"` // its index
	Lines []Line `json:"lines,omitempty"`
	Marks []Mark `json:"marks"`
}

// Line is a stroke along a strip. Kind: "life" (between the events of a work), "gap" (up to today,
// since a step that was announced and is not evidenced).
type Line struct {
	Kind string `json:"kind"`
	X1   string `json:"x1"`
	X2   string `json:"x2"`
}

// Mark is a point.
type Mark struct {
	Kind   string `json:"kind"` // "meeting", "open" (a meeting to come), "many" (Number of them), "event", "end" (of a gap)
	X      string `json:"x"`
	Number int    `json:"number,omitempty"` // the ordinal of a meeting, or how many there are
	URL    string `json:"url,omitempty"`
	Title  string `json:"title,omitempty"`
}

// Places are in hundredths of a per cent of a strip, which is 280 CSS pixels wide on the narrowest
// telephone; a circle of meetings takes 19 of them, the number of a year 28.
const (
	whole    = 10000
	margin   = 550  // before the axis and after it
	apart    = 700  // circles whose middles are nearer would touch
	yearRoom = 1250 // between the numbers of years
)

// Day counts days, so that places on the axis are whole numbers.
func Day(t time.Time) int { return int(t.Unix() / 86400) }

func year(day int) int { return time.Unix(int64(day)*86400, 0).UTC().Year() }

func yearStart(y int) int { return Day(time.Date(y, 1, 1, 0, 0, 0, 0, time.UTC)) }

// Day is when a work begins.
func (w Work) Day() int {
	if len(w.Events) > 0 {
		return w.Events[0].Day
	}
	return w.Since
}

// axis says where a day is.
type axis struct {
	first, last int // days
	to          int // where the last is
	rtl         bool
}

func (a axis) at(day int) int {
	return margin + (day-a.first)*(a.to-margin)/max(a.last-a.first, 1)
}

// x is a place as the theme writes it.
func (a axis) x(place int) string {
	if a.rtl {
		place = whole - place
	}
	return fmt.Sprintf("%d.%02d%%", place/100, place%100)
}

// axis runs from the year of the first mark to today, or to the last mark if something is dated
// later. It reports whether there is anything to draw.
func (t Timeline) axis() (axis, bool) {
	first, last, open := t.Today, t.Today, false
	see := func(day int) { first, last = min(first, day), max(last, day) }
	for _, m := range t.Meetings {
		if m.Open {
			open = true
			continue
		}
		see(m.Day)
	}
	for _, w := range t.Works {
		for _, e := range w.Events {
			see(e.Day)
		}
		if w.Awaited {
			see(w.Day())
		}
	}
	a := axis{first: yearStart(year(first)), last: last, to: whole - margin, rtl: t.RTL}
	if open {
		a.to -= apart + apart/2
	}
	return a, open || first < t.Today || len(t.Meetings) > 0
}

// Draw draws time from the start of the lines to their end. It reports whether there is anything to
// draw.
func (t Timeline) Draw() (Drawing, bool) {
	a, ok := t.axis()
	if !ok {
		return Drawing{}, false
	}
	d := Drawing{From: a.x(margin), Today: a.x(a.at(t.Today)), Years: a.years(), Marks: t.marks(a)}
	shown, left := t.chosen()
	for _, i := range shown {
		d.Lanes = append(d.Lanes, t.lane(a, i))
	}
	d.Rest, d.Left = t.counted(a, left), left
	return d, true
}

// years are as many ticks as have room for their numbers.
func (a axis) years() (out []Year) {
	step := 1
	for _, s := range []int{1, 2, 5, 10, 20, 50, 100} {
		if step = s; a.at(yearStart(year(a.first)+s))-margin >= yearRoom {
			break
		}
	}
	for n := year(a.first); n <= year(a.last); n++ {
		if (n-year(a.first))%step == 0 {
			out = append(out, Year{a.x(a.at(yearStart(n))), n})
		}
	}
	return out
}

// stop is a place on the axis with what is there.
type stop struct {
	x       int
	open    bool
	indexes []int
}

// stops gathers what would touch. Indexes are by time.
func stops(n int, at func(i int) (x int, open bool)) (out []stop) {
	for i := range n {
		x, open := at(i)
		if k := len(out) - 1; k >= 0 && x-out[k].x < apart && out[k].open == open {
			out[k].indexes = append(out[k].indexes, i)
			continue
		}
		out = append(out, stop{x, open, []int{i}})
	}
	return out
}

// marks are the meetings on the axis.
func (t Timeline) marks(a axis) (out []Mark) {
	meetings := slices.Clone(t.Meetings)
	slices.SortStableFunc(meetings, func(a, b Meeting) int {
		if a.Open != b.Open {
			return map[bool]int{true: 1, false: -1}[a.Open]
		}
		return cmp.Compare(a.Day, b.Day)
	})
	all := stops(len(meetings), func(i int) (int, bool) {
		if meetings[i].Open {
			return whole - margin, true
		}
		return a.at(meetings[i].Day), false
	})
	for _, s := range all {
		first, last := meetings[s.indexes[0]], meetings[s.indexes[len(s.indexes)-1]]
		m := Mark{Kind: "meeting", X: a.x(s.x), Number: first.Number, URL: first.URL, Title: first.Name}
		if n := len(s.indexes); n > 1 {
			m = Mark{Kind: "many", X: m.X, Number: n, Title: span(first.Name, last.Name)}
		} else if s.open {
			m.Kind = "open"
		}
		out = append(out, m)
	}
	return out
}

// chosen are the works that have a strip, by time, and those that have none. Works with a step that
// is not evidenced come before others, newer ones before older.
func (t Timeline) chosen() (shown, left []int) {
	var order []int
	for i, w := range t.Works {
		if len(w.Events) > 0 || w.Awaited {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		if a, b := t.Works[i], t.Works[j]; a.Awaited != b.Awaited {
			return map[bool]int{true: -1, false: 1}[a.Awaited]
		}
		return cmp.Compare(t.Works[j].Day(), t.Works[i].Day())
	})
	n := min(len(order), t.Lanes)
	shown, left = order[:n], order[n:]
	byTime := func(i, j int) int { return cmp.Or(cmp.Compare(t.Works[i].Day(), t.Works[j].Day()), cmp.Compare(i, j)) }
	slices.SortFunc(shown, byTime)
	slices.SortFunc(left, byTime)
	return shown, left
}

// lane draws a work: a line between its events, and a gap up to today where a step is not
// evidenced.
func (t Timeline) lane(a axis, i int) Lane {
	w, l := t.Works[i], Lane{Work: i}
	from := a.at(w.Day())
	last := from
	for _, e := range w.Events {
		last = a.at(e.Day)
		l.Marks = append(l.Marks, Mark{Kind: "event", X: a.x(last), Title: e.Label})
	}
	if last > from {
		l.Lines = append(l.Lines, Line{"life", a.x(from), a.x(last)})
	}
	if w.Awaited {
		end := a.at(t.Today)
		l.Lines = append(l.Lines, Line{"gap", a.x(last), a.x(end)})
		l.Marks = append(l.Marks, Mark{Kind: "end", X: a.x(end)})
	}
	return l
}

// counted are circles with the numbers of works that have no strip. Works are by time.
func (t Timeline) counted(a axis, works []int) (out []Mark) {
	for _, s := range stops(len(works), func(i int) (int, bool) { return a.at(t.Works[works[i]].Day()), false }) {
		first, last := year(t.Works[works[s.indexes[0]]].Day()), year(t.Works[works[s.indexes[len(s.indexes)-1]]].Day())
		out = append(out, Mark{Kind: "many", X: a.x(s.x), Number: len(s.indexes), Title: span(strconv.Itoa(first), strconv.Itoa(last))})
	}
	return out
}

// span names several things by the first and the last.
func span(first, last string) string {
	if first == last {
		return first
	}
	return first + " – " + last
}
