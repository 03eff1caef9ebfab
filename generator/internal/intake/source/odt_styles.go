package source

import (
	"encoding/xml"
	"strings"
)

// An odtStyle is what a style of paragraphs or of their pieces says.
type odtStyle struct {
	parent, align string
	bold, boldSet bool
}

// styleOf returns a style with what it has of its parents.
func (o *odtReading) styleOf(name string) odtStyle {
	var out odtStyle
	for range 50 {
		s := o.styles[name]
		if s == nil || name == "" {
			break
		}
		out.align = either(out.align, s.align)
		if !out.boldSet {
			out.bold, out.boldSet = s.bold, s.boldSet
		}
		name = s.parent
	}
	out.align = map[string]string{"center": "center", "end": "right", "right": "right"}[out.align]
	return out
}

// style reads a style.
func (o *odtReading) style(e xml.StartElement) error {
	switch e.Name.Local {
	case "style", "default-style":
		s := &odtStyle{parent: attr(e, "parent-style-name")}
		if name := attr(e, "name"); name != "" {
			o.styles[name] = s
		}
		return o.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "paragraph-properties":
				s.align = attr(e, "text-align")
			case "text-properties":
				if weight := attr(e, "font-weight"); weight != "" {
					s.bold, s.boldSet = weight == "bold" || weight == "700" || weight == "800" || weight == "900", true
				}
				o.languageOf(e)
			}
			return nil
		})
	case "list-style":
		l := newODTList()
		o.lists[attr(e, "name")] = l
		return o.each(l.readLevel(o))
	case "outline-style":
		return o.each(o.outline.readLevel(o))
	}
	return nil
}

// languageOf notes the language that a style names: that of the text counts, where it is written in
// its script, otherwise the Asian one.
func (o *odtReading) languageOf(e xml.StartElement) {
	for _, kind := range []string{"", "-asian", "-complex"} {
		tag := attr(e, "language"+kind)
		if country := attr(e, "country"+kind); country != "" && country != "none" {
			tag += "-" + country
		}
		if tag != "" && !strings.HasPrefix(tag, "none") && !strings.HasPrefix(tag, "zxx") {
			o.languages = append(o.languages, tag)
		}
	}
}

// An odtList is a list style: its levels from 1, and their numbers.
type odtList struct {
	levels map[int]*odtLevel
	count  map[int]int
}

// An odtLevel says what is printed before an item.
type odtLevel struct {
	bullet, format, prefix, suffix string
	shown, start                   int // how many levels its label shows
}

func newODTList() *odtList { return &odtList{levels: map[int]*odtLevel{}, count: map[int]int{}} }

// readLevel returns a function that reads a level.
func (l *odtList) readLevel(o *odtReading) func(xml.StartElement) error {
	return func(e xml.StartElement) error {
		level := &odtLevel{
			format: attr(e, "num-format"), prefix: excerpt(attr(e, "num-prefix")), suffix: excerpt(attr(e, "num-suffix")),
			shown: max(number(attr(e, "display-levels")), 1), start: 1,
		}
		if start := attr(e, "start-value"); start != "" {
			level.start = number(start)
		}
		if e.Name.Local == "list-level-style-bullet" {
			level.bullet = bulletOf(attr(e, "bullet-char"))
		}
		l.levels[number(attr(e, "level"))] = level
		return o.each(func(xml.StartElement) error { return nil })
	}
}

// odtFormats are the names of Word for OpenDocument's formats of numbers.
var odtFormats = map[string]string{"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "а": "russianLower", "А": "russianUpper", "一, 二, 三, ...": "chineseCounting"}

// next returns the label of the next item of a level.
func (l *odtList) next(level int, start string) string {
	of := l.levels[level]
	if of == nil {
		return ""
	}
	for i := 1; i <= level; i++ {
		if at := l.levels[i]; at != nil && (l.count[i] == 0 || i == level) {
			l.count[i] = max(l.count[i], at.start) // counts are one more than numbers
			if l.count[i]++; start != "" && i == level {
				l.count[i] = number(start) + 1
			}
		}
	}
	for i := range l.count {
		if i > level {
			delete(l.count, i)
		}
	}
	switch {
	case of.bullet != "":
		return of.bullet
	case of.format == "":
		return ""
	}
	var numbers []string
	for i := max(level-of.shown+1, 1); i <= level; i++ {
		if at := l.levels[i]; at != nil && at.format != "" {
			numbers = append(numbers, numeral(l.count[i]-1, odtFormats[at.format]))
		}
	}
	return oneLine(of.prefix + strings.Join(numbers, ".") + of.suffix)
}

// readList reads a list, or one within an item of another.
func (o *odtReading) readList(e xml.StartElement) error {
	outer := o.list
	if o.level == 0 || attr(e, "style-name") != "" && o.lists[attr(e, "style-name")] != nil {
		if o.list = o.lists[attr(e, "style-name")]; o.list == nil {
			o.list = newODTList()
		}
	}
	o.level++
	if attr(e, "continue-numbering") != "true" && attr(e, "continue-list") == "" {
		delete(o.list.count, o.level)
	}
	err := o.each(func(e xml.StartElement) error {
		o.label = ""
		if e.Name.Local == "list-item" {
			o.label = o.list.next(o.level, attr(e, "start-value"))
		}
		return o.each(o.element)
	})
	o.level--
	o.list, o.label = outer, ""
	return err
}
