// Package picture decides the geometry of the site's pictures: what stands where, so that no words overlap in any script.
//
// A drawing keeps its letters at their own size and stretches only across: x is a share of the width ("37.50%"), y and everything about
// words is in CSS pixels. What fits at the narrowest width for which a drawing is made fits at every other, so no picture needs scripts or a
// measuring browser. There are a wide drawing and a tall one; the theme shows one of them and decides the look. All numbers are whole:
// the same input gives the same drawing on every machine. Words are measured by a rough table (words.go), always on the wide side.
//
// The package knows times, names and links, not meetings.
package picture

import "fmt"

// Drawing is a finished picture. The theme draws its parts in the order of the fields, so that words lie on top.
type Drawing struct {
	Form   string  `json:"form"`             // "wide" or "tall"
	Origin string  `json:"origin,omitempty"` // where x = 0 is, if not at the left edge: "100%" of a tall drawing that runs from right to left
	Height int     `json:"height"`
	Lines  []Line  `json:"lines,omitempty"`
	Curves []Curve `json:"curves,omitempty"`
	Boxes  []Box   `json:"boxes,omitempty"`
	Labels []Label `json:"labels,omitempty"` // words without a link
	Marks  []Mark  `json:"marks,omitempty"`
}

// Line is a straight stroke. Kind: "axis", "tick", "drop" (from a meeting through the lanes), "leader" (from a mark to its words),
// "life" (between the events of one record), "gap" (a step that was announced and is not evidenced), "today".
type Line struct {
	Kind string `json:"kind"`
	X1   string `json:"x1"`
	Y1   int    `json:"y1"`
	X2   string `json:"x2"`
	Y2   int    `json:"y2"`
}

// Curve is a connection across an empty column, in a view box 100 wide that is stretched to the column.
type Curve struct {
	Kind  string `json:"kind"` // of the act: "cites", "act", "awaited"
	X     string `json:"x"`
	Width string `json:"width"`
	Y     int    `json:"y"`
	H     int    `json:"h"`
	D     string `json:"d"`
}

// Box is a rectangle behind words.
type Box struct {
	Kind  string `json:"kind"` // "origin", "clause", "result", "awaited"
	X     string `json:"x"`
	Y     int    `json:"y"`
	Width string `json:"width"`
	H     int    `json:"h"`
}

// Mark is a point with its words; all of it is one link where URL is set.
type Mark struct {
	Kind   string  `json:"kind"` // "meeting", "open" (a meeting to come), "many" (several, Number), "event", "end" (of a gap), "words", "arrow"
	X      string  `json:"x,omitempty"`
	Y      int     `json:"y,omitempty"`
	R      int     `json:"r,omitempty"`
	Number int     `json:"number,omitempty"` // in the circle: the ordinal of a meeting, or how many there are
	Turn   int     `json:"turn,omitempty"`   // of an arrow: 1 points to the right, -1 to the left
	URL    string  `json:"url,omitempty"`
	Title  string  `json:"title,omitempty"` // the whole name
	Labels []Label `json:"labels,omitempty"`
}

// Label is a line of words. What Words are to be is said by Kind: "year", "name", "state" and "more" are as they stand; "awaited" is the step
// that is not evidenced, "step" the same before a line of its own that says so ("gap"); "today" speaks of Date. With Date, its words follow.
type Label struct {
	Kind   string `json:"kind"`
	X      string `json:"x"`
	DX     int    `json:"dx,omitempty"`
	Y      int    `json:"y"`
	Anchor string `json:"anchor"` // "start", "middle" or "end", in the direction of the language
	Words  string `json:"words,omitempty"`
	Date   string `json:"date,omitempty"` // EDTF

	area area
}

// area is where something stands at the narrowest width, counted from the start of the lines of the language.
type area struct{ x1, y1, x2, y2 int }

func (a area) meets(b area) bool { return a.x1 < b.x2 && b.x1 < a.x2 && a.y1 < b.y2 && b.y1 < a.y2 }

// Sizes of letters and what a line of them takes.
const (
	nameSize  = 13 // of names
	smallSize = 12 // of all other words
	nameLine  = 17
	smallLine = 15
)

// canvas turns places counted from the start of the lines into those of a drawing.
type canvas struct {
	width int // for which the drawing is made; 0: x stays in pixels
	rtl   bool
}

func (c canvas) share(n int) string {
	n = n * 10000 / c.width
	return fmt.Sprintf("%d.%02d%%", n/100, n%100)
}

func (c canvas) x(x int) string {
	switch {
	case c.width == 0 && c.rtl:
		return fmt.Sprint(-x)
	case c.width == 0:
		return fmt.Sprint(x)
	case c.rtl:
		return c.share(c.width - x)
	}
	return c.share(x)
}

func (c canvas) dx(d int) int {
	if c.rtl {
		return -d
	}
	return d
}

func (c canvas) line(kind string, x1, y1, x2, y2 int) Line {
	return Line{kind, c.x(x1), y1, c.x(x2), y2}
}

func (c canvas) box(kind string, x, y, w, h int) Box {
	left := x
	if c.rtl {
		left = c.width - x - w
	}
	return Box{kind, c.share(left), y, c.share(w), h}
}

// label places a line of words whose anchor is at x+dx and whose middle is at y.
func (c canvas) label(kind, words, date, anchor string, x, dx, y int) Label {
	l := Label{Kind: kind, X: c.x(x), DX: c.dx(dx), Y: y + 4, Anchor: anchor, Words: words, Date: date}
	w, half := l.width(), smallLine/2
	if kind == "name" {
		half = nameLine / 2
	}
	from := x + dx
	switch anchor {
	case "end":
		from -= w
	case "middle":
		from -= w / 2
	}
	l.area = area{from, y - half, from + w, y + half}
	return l
}

// width is what a label takes, with the words that the theme adds.
func (l Label) width() int {
	size := smallSize
	if l.Kind == "name" {
		size = nameSize
	}
	w := Width(l.Words, size)
	switch l.Kind {
	case "awaited":
		w += notEvidencedWidth
	case "gap":
		w = notEvidencedWidth
	case "step":
		w += Width("«»:", size)
	case "today":
		w = todayWidth
	}
	if l.Date != "" && l.Kind != "today" {
		w += dateWidth
		if l.Words != "" {
			w += Width(" · ", size)
		}
	}
	return w
}

// What words of the theme may take.
const (
	dateWidth         = 84  // a day and a month: "25 сентября"
	notEvidencedWidth = 172 // "подтверждений не найдено"
	todayWidth        = 210 // "По состоянию на 22 сентября 2026 г."
)
