package verify

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// parsed verifies a page that scan leaves, as browsers read it: with scripts, without them, and tag
// by tag, since browsers do not agree on what a parser drops.
func (c *checker) parsed() {
	c.checkHTML(string(c.content), c.locate)
}

// checkHTML verifies a text of HTML; locate says where an element or an attribute of it is.
func (c *checker) checkHTML(text string, locate func(element, attribute string) int) {
	for _, scripting := range []bool{true, false} {
		root, err := html.ParseWithOptions(strings.NewReader(text), html.ParseOptionEnableScripting(scripting))
		if err != nil {
			c.add(fault{what: "cannot be parsed", value: err.Error(), want: "correct the HTML of its layout"})
			break
		}
		for n := range root.Descendants() {
			if n.Type == html.ElementNode {
				c.token(n.Data, n.Attr, rawText(n), locate)
			}
		}
	}
	z := html.NewTokenizer(strings.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				c.add(fault{what: "cannot be parsed", value: err.Error(), want: "correct the HTML of its layout"})
			}
			return
		case html.StartTagToken, html.SelfClosingTagToken:
			if t := z.Token(); t.Data != "script" && t.Data != "style" { // the tree has their texts
				c.token(t.Data, t.Attr, "", locate)
			}
		}
	}
}

// token verifies an element that html has read.
func (c *checker) token(name string, attrs []html.Attribute, text string, locate func(element, attribute string) int) {
	e := element{name: c.names.of([]byte(name)), text: []byte(text)}
	for _, a := range attrs {
		key := c.names.of([]byte(a.Key))
		if a.Namespace != "" {
			key = a.Namespace + ":" + key
		}
		e.attrs = append(e.attrs, attr{name: key, value: []byte(a.Val)})
	}
	before := len(c.faults)
	if c.element(&e); len(c.faults) == before {
		return
	}
	// Places are looked for where there is a fault: each is a walk through the page.
	c.faults = c.faults[:before]
	e.at = locate(name, "")
	for i := range e.attrs {
		e.attrs[i].at = e.at
		if i < maxFaults {
			e.attrs[i].at = locate(name, attrs[i].Key)
		}
	}
	c.element(&e)
}

// rawText is the text that is the only child of a script or style element.
func rawText(n *html.Node) string {
	if n.FirstChild != nil && n.FirstChild.Type == html.TextNode {
		return n.FirstChild.Data
	}
	return ""
}

// locate says where an element with an attribute probably is: a tree has no positions.
func (c *checker) locate(name, attribute string) int {
	if c.lower == nil {
		c.lower = lowerASCII(c.content)
	}
	tag, found := []byte("<"+strings.ToLower(name)), -1
	for i := 0; ; {
		n := bytes.Index(c.lower[i:], tag)
		if n < 0 {
			return max(found, 0)
		}
		i += n + len(tag)
		if found < 0 {
			found = i - len(tag)
		}
		rest := c.lower[i:]
		if end := bytes.IndexByte(rest, '<'); end >= 0 {
			rest = rest[:end]
		}
		if at := bytes.Index(rest, []byte(strings.ToLower(attribute))); at >= 0 {
			if attribute == "" {
				return found
			}
			return i + at
		}
	}
}
