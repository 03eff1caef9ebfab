package verify

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Namespaces whose elements browsers act on anywhere.
const (
	spaceXHTML = "http://www.w3.org/1999/xhtml"
	spaceSVG   = "http://www.w3.org/2000/svg"
	spaceMath  = "http://www.w3.org/1998/Math/MathML"
)

// maxNesting is how deep elements of XML may be nested.
const maxNesting = 256

// checkXML verifies a feed, a sitemap, a picture or other XML.
func (c *checker) checkXML() {
	dec := xml.NewDecoder(bytes.NewReader(c.content))
	var open []element // those above the present place
	var texts [][]byte // of each
	for {
		at := int(dec.InputOffset())
		token, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return
		case err != nil:
			c.add(fault{at: at, what: "is not well-formed XML", value: err.Error(), want: "correct its layout"})
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(open) == maxNesting {
				c.add(fault{at: at, what: fmt.Sprintf("has elements nested more than %d deep", maxNesting), want: "nest them less", traces: []string{"<" + t.Name.Local}})
				return
			}
			open, texts = append(open, xmlElement(t, at)), append(texts, nil)
			if name := open[len(open)-1].name; name != "style" {
				c.element(&open[len(open)-1])
			}
		case xml.CharData:
			if len(texts) > 0 {
				texts[len(texts)-1] = append(texts[len(texts)-1], t...)
			}
		case xml.EndElement:
			last := len(open) - 1
			c.holds(&open[last], texts[last])
			open, texts = open[:last], texts[:last]
		case xml.ProcInst:
			c.instruction(t, at)
		case xml.Directive:
			if bytes.IndexByte(t, '[') >= 0 {
				c.add(fault{at: at, what: "declares entities", want: "remove the declaration", traces: []string{"<!ENTITY", "<!DOCTYPE"}})
			}
		}
	}
}

// xmlElement is an element as rules see it.
func xmlElement(t xml.StartElement, at int) element {
	e := element{name: strings.ToLower(t.Name.Local), at: at}
	e.foreign = t.Name.Space != spaceXHTML && t.Name.Space != spaceSVG && t.Name.Space != spaceMath
	for _, a := range t.Attr {
		name := strings.ToLower(a.Name.Local)
		switch {
		case a.Name.Space == "xmlns" || a.Name.Space == "" && name == "xmlns":
			continue // a name that nobody asks for
		case strings.HasSuffix(a.Name.Space, "XML/1998/namespace") || a.Name.Space == "xml":
			name = "xml:" + name
		}
		e.attrs = append(e.attrs, attr{name: name, value: []byte(a.Value), at: at})
	}
	return e
}

// holds verifies the content of an element: styles of a picture, addresses and HTML of a feed.
func (c *checker) holds(e *element, text []byte) {
	switch e.name {
	case "style":
		e.text = text
		c.element(e)
	case "link", "guid", "id", "uri", "url", "loc", "comments", "docs", "icon", "logo":
		if e.foreign && len(bytes.TrimSpace(text)) > 0 {
			a := attr{name: "the text", value: text, at: e.at}
			if t := parseAddress(a.value); t.scheme != "urn" && t.scheme != "tag" {
				c.follow(e, &a)
			}
		}
	case "description", "summary", "content", "encoded", "title", "subtitle", "rights":
		kind, _ := e.get("type")
		asHTML := e.name == "description" || e.name == "encoded" || string(kind) == "html"
		if e.foreign && asHTML && bytes.IndexByte(text, '<') >= 0 {
			c.checkHTML(string(text), func(string, string) int { return e.at })
		}
	}
}

// instruction verifies a processing instruction: a style sheet may be a program.
func (c *checker) instruction(t xml.ProcInst, at int) {
	if t.Target == "xml" {
		return
	}
	if t.Target != "xml-stylesheet" {
		c.add(fault{at: at, what: "has the processing instruction " + t.Target, want: "remove it", traces: []string{"<?" + t.Target}})
		return
	}
	inst := string(t.Inst)
	_, rest, _ := strings.Cut(inst, "href=")
	if rest != "" {
		rest, _, _ = strings.Cut(rest[1:], rest[:1])
	}
	if file := c.fileOf(c.name, []byte(rest)); !c.own(parseAddress([]byte(rest))) || c.missing(file) || kindOf(file) == unread {
		c.add(fault{at: at, what: "names a style sheet that is not a file of the site", value: inst, want: "want a file of the site that ends in .css or .xsl", traces: []string{rest, "xml-stylesheet"}})
	}
}
