package picture

import (
	"fmt"
	"slices"
)

// Network is what a picture of clauses and records is made from: what a clause rests on stands before it, what it acts on after it.
type Network struct {
	Papers  []Paper // protocols or meetings, by time
	Results []Record
	RTL     bool
}

// Paper holds clauses.
type Paper struct {
	Name    string
	URL     string
	Clauses []Clause
}

// Clause is a box in the middle. A paper that is not divided has one clause without a name.
type Clause struct {
	Name  string
	Title string // whole
	URL   string
	Cites []Record // what it rests on
	Acts  []Deed
}

// Deed is what a clause does with records: a row in its box.
type Deed struct {
	Label  string
	Result string // URL of one of Network.Results
	Open   bool   // a step follows that is not evidenced
}

// Record is what a clause cites or acts on.
type Record struct {
	Name    string
	URL     string
	State   string
	Awaited []string
}

// Sizes of the network.
const (
	networkWidth = 640
	originX      = 0 // the columns: what is cited, the clauses, what came of them
	originWidth  = 138
	clauseX      = 206
	clauseWidth  = 182
	resultX      = 452
	resultWidth  = networkWidth - resultX
	pad          = 9
	boxGap       = 12
	maxClauses   = 24 // the newest are shown
)

// Newest leaves the clauses that a picture has room for, and says how many it leaves out.
func (n Network) Newest() (Network, int) {
	room, out := maxClauses, n
	out.Papers = nil
	left := 0
	for _, p := range slices.Backward(n.Papers) {
		if len(p.Clauses) > room {
			left += len(p.Clauses) - room
			p.Clauses = p.Clauses[len(p.Clauses)-room:]
		}
		if room -= len(p.Clauses); len(p.Clauses) > 0 {
			out.Papers = append([]Paper{p}, out.Papers...)
		}
	}
	return out, left
}

// node is a box of an outer column before it has its place.
type node struct {
	record Record
	lines  []string
	steps  []Label
	height int
	ports  []int // y of what it is connected to
	y      int
}

type link struct {
	y    int // at the clause
	to   *node
	kind string
}

// Draw draws the network in three columns. ok is false where nothing is connected.
func (n Network) Draw() (Drawing, bool) {
	c := canvas{networkWidth, n.RTL}
	d := Drawing{Form: "wide"}
	var origins, results []*node
	var cites, deeds []link
	y := 4
	for _, paper := range n.Papers {
		y = n.paper(c, &d, paper, y, func(r Record, at int) {
			cites = append(cites, link{at, add(&origins, r, originWidth, at), "cites"})
		}, func(deed Deed, at int) {
			for _, r := range n.Results {
				if r.URL == deed.Result {
					kind := "act"
					if deed.Open {
						kind = "awaited"
					}
					deeds = append(deeds, link{at, add(&results, r, resultWidth, at), kind})
				}
			}
		})
	}
	if len(cites)+len(deeds) == 0 {
		return Drawing{}, false
	}
	foot := max(y, stack(origins), stack(results))
	for _, o := range origins {
		o.draw(c, &d, "origin", originX, originWidth)
	}
	for _, r := range results {
		r.draw(c, &d, "result", resultX, resultWidth)
	}
	for _, l := range cites {
		at := l.to.y + l.to.height/2
		d.Curves = append(d.Curves, n.curve(c, l.kind, originX+originWidth, clauseX, at, l.y))
		d.Marks = append(d.Marks, n.arrow(c, originX+originWidth, at, -1))
	}
	for _, l := range deeds {
		at := l.to.y + l.to.height/2
		d.Curves = append(d.Curves, n.curve(c, l.kind, clauseX+clauseWidth, resultX, l.y, at))
		d.Marks = append(d.Marks, n.arrow(c, resultX, at, 1))
	}
	d.Height = foot + 4
	return d, true
}

// paper draws the clauses of a protocol below its name, and tells of each connection at which height it leaves.
func (n Network) paper(c canvas, d *Drawing, p Paper, y int, cites func(Record, int), acts func(Deed, int)) int {
	head := Mark{Kind: "words", URL: p.URL, Title: p.Name}
	for _, line := range Wrap(p.Name, nameSize, clauseWidth, 2) {
		head.Labels = append(head.Labels, c.label("name", line, "", "start", clauseX, 0, y+nameLine/2))
		y += nameLine
	}
	d.Marks = append(d.Marks, head)
	y += 6
	for _, clause := range p.Clauses {
		top := y
		y += pad - 2
		m := Mark{Kind: "words", URL: clause.URL, Title: clause.Title}
		for _, line := range Wrap(clause.Name, nameSize, clauseWidth-2*pad, 2) {
			m.Labels = append(m.Labels, c.label("name", line, "", "start", clauseX, pad, y+nameLine/2))
			y += nameLine
		}
		d.Marks = append(d.Marks, m)
		if len(clause.Cites) > 0 {
			for _, r := range clause.Cites {
				cites(r, (top+y)/2)
			}
		}
		for _, deed := range clause.Acts {
			lines := Wrap(deed.Label, smallSize, clauseWidth-2*pad, 2)
			acts(deed, y+len(lines)*smallLine/2+2)
			for _, line := range lines {
				d.Labels = append(d.Labels, c.label("act", line, "", "end", clauseX+clauseWidth, -pad, y+smallLine/2+2))
				y += smallLine
			}
			y += 4
		}
		y += pad - 2
		d.Boxes = append(d.Boxes, c.box("clause", clauseX, top, clauseWidth, y-top))
		y += boxGap
	}
	return y + 6
}

// add finds the node of a record or makes it.
func add(nodes *[]*node, r Record, width, port int) *node {
	for _, o := range *nodes {
		if o.record.URL == r.URL {
			o.ports = append(o.ports, port)
			return o
		}
	}
	o := &node{record: r, lines: Wrap(r.Name, nameSize, width-2*pad, 4), ports: []int{port}}
	o.height = 2*pad - 4 + len(o.lines)*nameLine
	if r.State != "" {
		o.steps = append(o.steps, Label{Kind: "state", Words: r.State})
	}
	for _, step := range r.Awaited {
		o.steps = append(o.steps, Label{Kind: "step", Words: step}, Label{Kind: "gap"})
	}
	o.height += len(o.steps) * smallLine
	*nodes = append(*nodes, o)
	return o
}

// stack places nodes at the middle of what they are connected to, one below the other, and gives the foot of the last.
func stack(nodes []*node) int {
	foot := 0
	for _, o := range nodes {
		sum := 0
		for _, port := range o.ports {
			sum += port
		}
		o.y = max(sum/len(o.ports)-o.height/2, foot, 2)
		foot = o.y + o.height + boxGap
	}
	return foot
}

func (o *node) draw(c canvas, d *Drawing, kind string, x, width int) {
	if len(o.record.Awaited) > 0 {
		kind = "awaited"
	}
	d.Boxes = append(d.Boxes, c.box(kind, x, o.y, width, o.height))
	m := Mark{Kind: "words", URL: o.record.URL, Title: o.record.Name}
	y := o.y + pad - 2
	for _, line := range o.lines {
		m.Labels = append(m.Labels, c.label("name", line, "", "start", x, pad, y+nameLine/2))
		y += nameLine
	}
	for _, s := range o.steps {
		m.Labels = append(m.Labels, c.label(s.Kind, cut(s.Words, smallSize, width-2*pad-8), "", "start", x, pad, y+smallLine/2))
		y += smallLine
	}
	d.Marks = append(d.Marks, m)
}

// curve connects two columns; y1 is at the start of the lines.
func (n Network) curve(c canvas, kind string, x1, x2, y1, y2 int) Curve {
	top := min(y1, y2) - 1
	a, b := y1-top, y2-top
	d := fmt.Sprintf("M0 %dC50 %d 50 %d 100 %d", a, a, b, b)
	left := x1
	if n.RTL {
		d = fmt.Sprintf("M100 %dC50 %d 50 %d 0 %d", a, a, b, b)
		left = networkWidth - x2
	}
	return Curve{Kind: kind, X: c.share(left), Width: c.share(x2 - x1), Y: top, H: max(y1, y2) - top + 1, D: d}
}

func (n Network) arrow(c canvas, x, y, turn int) Mark {
	return Mark{Kind: "arrow", X: c.x(x), Y: y, Turn: c.dx(turn)}
}
