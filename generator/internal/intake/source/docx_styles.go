package source

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// A style is what a style of Word says, with what it has of those that it is based on.
type style struct {
	based, align, outline, num, level string
	language, eastern                 string
	bold, hidden, contents            bool
	boldSet, resolved                 bool
}

// readStyles reads the styles. That with no name is of paragraphs that name none.
func (d *docxReading) readStyles(name string) (map[string]*style, error) {
	styles := map[string]*style{"": {resolved: true}}
	x, err := d.parts.xml(name)
	if x == nil {
		return styles, err
	}
	defaults, standard := styles[""], ""
	err = x.each(func(root xml.StartElement) error {
		return x.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "docDefaults":
				return x.each(func(xml.StartElement) error {
					return x.each(func(e xml.StartElement) error { return readStyle(x, defaults, e) })
				})
			case "style":
				s := &style{}
				id := attr(e, "styleId")
				if attr(e, "default") == "1" && attr(e, "type") == "paragraph" {
					standard = id
				}
				styles[id] = s
				return x.each(func(e xml.StartElement) error { return readStyle(x, s, e) })
			}
			return nil
		})
	})
	for _, s := range styles {
		resolve(styles, s, defaults, 0)
	}
	if s := styles[standard]; s != nil {
		styles[""] = s
	}
	return styles, err
}

func readStyle(x *xmlReader, s *style, e xml.StartElement) error {
	switch e.Name.Local {
	case "basedOn":
		s.based = attr(e, "val")
	case "name":
		name := strings.ToLower(attr(e, "val"))
		if rest, ok := strings.CutPrefix(name, "heading "); ok {
			if level, err := strconv.Atoi(rest); err == nil && s.outline == "" {
				s.outline = strconv.Itoa(level - 1)
			}
		}
		if name == "title" {
			s.outline = "0"
		}
		s.contents = strings.HasPrefix(name, "toc ") && name != "toc heading"
	case "pPr":
		return x.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "jc":
				s.align = attr(e, "val")
			case "outlineLvl":
				s.outline = attr(e, "val")
			case "numPr":
				return x.listed(&s.level, &s.num)
			}
			return nil
		})
	case "rPr":
		return x.each(func(e xml.StartElement) error {
			switch e.Name.Local {
			case "b":
				s.bold, s.boldSet = on(e), true
			case "vanish":
				s.hidden = on(e)
			case "lang":
				s.language, s.eastern = attr(e, "val"), attr(e, "eastAsia")
			}
			return nil
		})
	case "rPrDefault", "pPrDefault":
		return x.each(func(e xml.StartElement) error { return readStyle(x, s, e) })
	}
	return nil
}

// resolve gives a style what it has of others.
func resolve(styles map[string]*style, s, defaults *style, depth int) {
	if s.resolved {
		return
	}
	s.resolved = true
	base := styles[s.based]
	if base == nil || base == s || s.based == "" || depth > 50 {
		base = defaults
	}
	resolve(styles, base, defaults, depth+1)
	s.align, s.outline = either(s.align, base.align), either(s.outline, base.outline)
	if s.num == "" {
		s.num, s.level = base.num, either(s.level, base.level)
	}
	s.language, s.eastern = either(s.language, base.language), either(s.eastern, base.eastern)
	s.hidden = s.hidden || base.hidden
	if !s.boldSet {
		s.bold = base.bold
	}
}

// listed reads which list a paragraph or a style belongs to, and at what level.
func (x *xmlReader) listed(level, num *string) error {
	return x.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "ilvl":
			*level = attr(e, "val")
		case "numId":
			*num = attr(e, "val")
		}
		return nil
	})
}
