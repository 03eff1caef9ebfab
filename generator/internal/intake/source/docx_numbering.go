package source

import (
	"encoding/xml"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A numbering computes the labels that Word prints before paragraphs.
type numbering struct {
	lists map[string]*listing // by the ids that paragraphs name
}

// A listing is a list, with the levels that it has of its abstract list and of its own.
type listing struct {
	abstract *abstract
	starts   map[int]int  // where its own numbers begin
	own      map[int]*lvl // levels of its own
	begun    map[int]bool // which levels have begun at starts
}

// An abstract list has the levels of lists, and their numbers: lists of one abstract list go on
// with each other's.
type abstract struct {
	levels map[int]*lvl
	style  string // the list is that of another one
	link   string // the list of a style
	count  map[int]int
}

// A lvl is a level of a list.
type lvl struct {
	start, restart int
	format, text   string
	legal          bool
}

// mostLevels is the number of levels that Word's lists have.
const mostLevels = 9

func (d *docxReading) readNumbering(name string) (*numbering, error) {
	n := &numbering{lists: map[string]*listing{}}
	x, err := d.parts.xml(name)
	if x == nil {
		return n, err
	}
	abstracts := map[string]*abstract{}
	err = x.each(func(root xml.StartElement) error {
		return x.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "abstractNum":
				a, err := readAbstract(x)
				abstracts[attr(e, "abstractNumId")] = a
				return err
			case "num":
				l, of, err := readListing(x)
				l.abstract = abstracts[of]
				n.lists[attr(e, "numId")] = l
				return err
			}
			return nil
		})
	})
	// A list may only name a style, whose list is another.
	of := map[string]*abstract{}
	for _, id := range slices.Sorted(maps.Keys(abstracts)) {
		if a := abstracts[id]; a.style != "" {
			of[a.style] = a
		}
	}
	for _, l := range n.lists {
		if l.abstract != nil && of[l.abstract.link] != nil {
			l.abstract = of[l.abstract.link]
		}
	}
	return n, err
}

func readAbstract(x *xmlReader) (*abstract, error) {
	a := &abstract{levels: map[int]*lvl{}, count: map[int]int{}}
	err := x.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "lvl":
			l, err := readLevel(x)
			a.levels[level(e)] = l
			return err
		case "styleLink":
			a.style = attr(e, "val")
		case "numStyleLink":
			a.link = attr(e, "val")
		}
		return nil
	})
	return a, err
}

// level is the number of a level, from 0.
func level(e xml.StartElement) int {
	n, _ := strconv.Atoi(attr(e, "ilvl"))
	return min(max(n, 0), mostLevels-1)
}

func readLevel(x *xmlReader) (*lvl, error) {
	l := &lvl{start: 1, restart: -1, format: "decimal"}
	err := x.each(func(e xml.StartElement) error {
		value := attr(e, "val")
		switch e.Name.Local {
		case "start":
			l.start, _ = strconv.Atoi(value)
		case "numFmt":
			l.format = value
		case "lvlText":
			l.text = excerpt(value)
		case "lvlRestart":
			l.restart, _ = strconv.Atoi(value)
		case "isLgl":
			l.legal = on(e)
		}
		return nil
	})
	return l, err
}

func readListing(x *xmlReader) (l *listing, of string, err error) {
	l = &listing{starts: map[int]int{}, own: map[int]*lvl{}, begun: map[int]bool{}}
	err = x.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "abstractNumId":
			of = attr(e, "val")
		case "lvlOverride":
			at := level(e)
			return x.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "startOverride":
					l.starts[at], _ = strconv.Atoi(attr(e, "val"))
				case "lvl":
					own, err := readLevel(x)
					l.own[at] = own
					return err
				}
				return nil
			})
		}
		return nil
	})
	return l, of, err
}

// at returns a level of the list, nil where it has none.
func (l *listing) at(level int) *lvl {
	if own := l.own[level]; own != nil {
		return own
	}
	return l.abstract.levels[level]
}

// label returns what is printed before the next paragraph of a list.
func (n *numbering) label(num string, level int) string {
	l := n.lists[num]
	if l == nil || l.abstract == nil || l.at(level) == nil {
		return ""
	}
	count := l.abstract.count
	for i := 0; i <= level; i++ {
		of := l.at(i)
		if of == nil {
			continue
		}
		start, ok := l.starts[i]
		switch begun := count[i] != 0; {
		case ok && !l.begun[i]:
			l.begun[i] = true
			count[i] = start + 1
		case !begun:
			count[i] = of.start + 1
		case i == level:
			count[i]++
		}
	}
	// Counts are one more than the number, so that 0 means that a level has not begun.
	for i := level + 1; i < mostLevels; i++ {
		if of := l.at(i); of != nil && of.restart != 0 && (of.restart < 0 || level < of.restart) {
			delete(count, i)
		}
	}
	return l.printed(level)
}

// printed is the label with the numbers of the list.
func (l *listing) printed(level int) string {
	of := l.at(level)
	if of.format == "bullet" {
		return bulletOf(of.text)
	}
	text := of.text
	for i := range mostLevels {
		sign := "%" + strconv.Itoa(i+1)
		if !strings.Contains(text, sign) {
			continue
		}
		format := "decimal"
		if at := l.at(i); at != nil && (!of.legal || i == level && at.format == "none") {
			format = at.format
		}
		text = strings.ReplaceAll(text, sign, numeral(l.abstract.count[i]-1, format))
	}
	return oneLine(text)
}
