package picture

import (
	"cmp"
	"slices"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// lane is what a work takes below the axis, placed as if it began at y = 0.
type lane struct {
	work     Work
	from, to int // with its words
	height   int
	lines    []Line
	marks    []Mark
	row      int
}

// lanes draws the works below y and gives the foot of the last. Where there are too many, those without an open step are counted by year.
func (t Timeline) lanes(c canvas, a axis, d *Drawing, y int) int {
	var all []lane
	for _, w := range t.Works {
		if len(w.Events) > 0 || len(w.Awaited) > 0 {
			all = append(all, t.lane(c, a, w))
		}
	}
	limit, shared := fewLanes, !t.Full
	if t.Full {
		limit, shared = manyLanes, len(all) > manyLanes
	}
	shown, rows, rest := arrange(all, limit, shared)
	tops := make([]int, rows+1)
	for r := range rows {
		height := 0
		for _, l := range shown {
			if l.row == r {
				height = max(height, l.height)
			}
		}
		tops[r+1] = tops[r] + height
	}
	for _, l := range shown {
		at := y + tops[l.row]
		for _, line := range l.lines {
			line.Y1, line.Y2 = line.Y1+at, line.Y2+at
			d.Lines = append(d.Lines, line)
		}
		for _, m := range l.marks {
			m.Y += at
			for i := range m.Labels {
				m.Labels[i].Y += at
				m.Labels[i].area.y1 += at
				m.Labels[i].area.y2 += at
			}
			d.Marks = append(d.Marks, m)
		}
	}
	y += tops[rows]
	if len(rest) > 0 {
		y = t.counted(c, a, d, rest, y)
	}
	return y
}

// arrange gives works their rows, shared where there is room and it is asked for. Works with an open step come before others where not all
// have a place, newer ones before older.
func arrange(all []lane, limit int, shared bool) (shown []lane, rows int, rest []Work) {
	order := make([]int, len(all))
	for i := range order {
		order[i] = len(all) - 1 - i
	}
	slices.SortStableFunc(order, func(i, j int) int { return open(all[j].work) - open(all[i].work) })
	for n := len(order); ; n-- {
		chosen := slices.Clone(order[:n])
		slices.Sort(chosen)
		shown = shown[:0]
		var ends []int
		for _, i := range chosen {
			l := all[i]
			l.row = -1
			if shared {
				l.row = slices.IndexFunc(ends, func(end int) bool { return end+14 <= l.from })
			}
			if l.row < 0 {
				l.row, ends = len(ends), append(ends, 0)
			}
			ends[l.row] = l.to
			shown = append(shown, l)
		}
		if rows = len(ends); rows <= limit {
			for i, l := range all {
				if !slices.Contains(chosen, i) {
					rest = append(rest, l.work)
				}
			}
			return shown, rows, rest
		}
	}
}

func open(w Work) int { return min(len(w.Awaited), 1) }

// lane places a work with its words: beside its point where it has only one, else its name above its line and its states below.
func (t Timeline) lane(c canvas, a axis, w Work) lane {
	if len(w.Events) == 1 && len(w.Awaited) == 0 {
		return t.single(c, a, w)
	}
	return t.span(c, a, w)
}

func (t Timeline) single(c canvas, a axis, w Work) lane {
	e := w.Events[0]
	x := a.at(e.Day)
	room := timelineWidth - x - 12
	anchor, dx := "start", 12
	if Width(w.Name, nameSize) > room && x-12 > room {
		anchor, dx, room = "end", -12, x-12
	}
	l := lane{work: w, height: 42}
	m := Mark{Kind: "event", X: c.x(x), Y: 11, R: dot, URL: w.URL, Title: w.Name, Labels: []Label{
		c.label("name", cut(w.Name, nameSize, room), "", anchor, x, dx, 11),
		c.label("state", e.Label, e.Date, anchor, x, dx, 27),
	}}
	if state := m.Labels[1]; state.area.x2 > timelineWidth || state.area.x1 < 0 { // the date has a line of its own
		m.Labels[1] = c.label("state", cut(e.Label, smallSize, room), "", anchor, x, dx, 27)
		m.Labels = append(m.Labels, c.label("state", "", e.Date, anchor, x, dx, 27+smallLine))
		l.height += smallLine
	}
	l.marks = []Mark{m}
	l.bounds(x)
	return l
}

func (t Timeline) span(c canvas, a axis, w Work) lane {
	l := lane{work: w, height: 62}
	from, end := a.at(w.Day()), a.at(t.Today)
	last := from
	const y = 28 // of the line
	x, anchor, dx := from, "start", -dot
	if from-dot+Width(w.Name, nameSize) > timelineWidth {
		x, anchor, dx = timelineWidth, "end", 0
		if Width(w.Name, nameSize) <= end {
			x = end
		}
	}
	name := c.label("name", cut(w.Name, nameSize, timelineWidth-2), "", anchor, x, dx, 11)
	m := Mark{Kind: "event", URL: w.URL, Title: w.Name, X: c.x(from), Y: y, R: dot, Labels: []Label{name}}
	if len(w.Events) == 0 {
		m.Kind = "words"
	}
	taken := 0
	for i, e := range w.Events {
		at := a.at(e.Day)
		label := c.label("state", e.Label, e.Date, "start", at, -dot, y+16)
		if label.area.x2 > timelineWidth {
			label = c.label("state", e.Label, e.Date, "end", at, dot, y+16)
		}
		if label.area.x1 >= taken && label.area.x2 <= timelineWidth {
			m.Labels = append(m.Labels, label)
			taken = label.area.x2 + 10
		}
		if i > 0 {
			l.marks = append(l.marks, Mark{Kind: "event", X: c.x(at), Y: y, R: dot, URL: w.URL, Title: e.Label})
		}
		last = at
	}
	if last > from {
		l.lines = append(l.lines, c.line("life", from, y, last, y))
	}
	if len(w.Awaited) > 0 {
		l.lines = append(l.lines, c.line("gap", last, y, end, y))
		l.marks = append(l.marks, Mark{Kind: "end", X: c.x(end), Y: y, R: dot, URL: w.URL, Title: w.Name})
	}
	row := y + 16
	for _, step := range w.Awaited {
		label := c.label("awaited", step, "", "end", end, -dot-4, row)
		if label.area.x1 < taken {
			row += smallLine
			label = c.label("awaited", step, "", "end", end, -dot-4, row)
		}
		if label.area.x1 < 0 {
			label = c.label("awaited", cut(step, smallSize, max(end-dot-4-notEvidencedWidth, 40)), "", "start", 0, 0, row)
		}
		m.Labels = append(m.Labels, label)
		taken = timelineWidth // the next has a row of its own
	}
	l.height = row + smallLine/2 + 11
	l.marks = append([]Mark{m}, l.marks...)
	l.bounds(from)
	return l
}

// bounds takes in all words and lines.
func (l *lane) bounds(x int) {
	l.from, l.to = x-dot, x+dot
	for _, m := range l.marks {
		for _, label := range m.Labels {
			l.from, l.to = min(l.from, label.area.x1), max(l.to, label.area.x2)
		}
	}
}

// Day is when a work begins.
func (w Work) Day() int {
	if len(w.Events) > 0 {
		return w.Events[0].Day
	}
	return w.Since
}

// span names several things by the first and the last.
func span(first, last string) string {
	if first == last {
		return first
	}
	return first + " – " + last
}

// counted is a row of circles with how many works there are in a time.
func (t Timeline) counted(c canvas, a axis, d *Drawing, works []Work, y int) int {
	slices.SortStableFunc(works, func(a, b Work) int { return cmp.Compare(a.Day(), b.Day()) })
	type bin struct {
		x     int
		works []Work
	}
	var bins []bin
	for _, w := range works {
		x := a.at(w.Day())
		if n := len(bins); n > 0 && x-bins[n-1].x < 2*radius+6 {
			bins[n-1].works = append(bins[n-1].works, w)
			continue
		}
		bins = append(bins, bin{x, []Work{w}})
	}
	for _, b := range bins {
		title := span(b.works[0].Name, b.works[len(b.works)-1].Name)
		d.Marks = append(d.Marks, Mark{Kind: "many", X: c.x(b.x), Y: y + radius + 4, R: radius, Number: len(b.works), URL: t.WorksURL, Title: title})
	}
	return y + 2*radius + 14
}
