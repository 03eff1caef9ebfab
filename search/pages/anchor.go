package pages

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxAbove is how many elements that begin with a heading are looked at for an id.
const maxAbove = 6

// anchorOf finds the id that leads to a heading: its own, that of an anchor in it, that of an empty
// anchor right before it (as Texinfo writes), or that of a section that begins with it (as Sphinx
// and DocBook write).
func anchorOf(n *html.Node) string {
	if id := attr(n, "id"); id != "" {
		return id
	}
	if id := anchorIn(n); id != "" {
		return id
	}
	for range maxAbove {
		before := elementBefore(n)
		for ; before != nil && isEmptyAnchor(before); before = elementBefore(before) {
			if id := cmp.Or(attr(before, "id"), anchorIn(before)); id != "" {
				return id
			}
		}
		if before != nil || hasTextBefore(n) {
			return ""
		}
		n = n.Parent
		if n == nil {
			return ""
		}
		switch n.DataAtom {
		case atom.Section, atom.Div, atom.Header, atom.Hgroup:
		default:
			return ""
		}
		if id := attr(n, "id"); id != "" {
			return id
		}
	}
	return ""
}

// anchorIn is the id of an anchor: of an element that may be one, or of the first below it.
func anchorIn(n *html.Node) string {
	if id := anchorID(n); id != "" {
		return id
	}
	for d := range n.Descendants() {
		if id := anchorID(d); id != "" {
			return id
		}
	}
	return ""
}

func anchorID(n *html.Node) string {
	if n.DataAtom != atom.A && n.DataAtom != atom.Span {
		return ""
	}
	if id := attr(n, "id"); id != "" || n.DataAtom != atom.A {
		return id
	}
	return attr(n, "name")
}

// isEmptyAnchor reports whether an element shows nothing and holds the place of what follows.
func isEmptyAnchor(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Span, atom.P, atom.Div:
	default:
		return false
	}
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && strings.TrimSpace(d.Data) != "", d.DataAtom == atom.Img, d.DataAtom == atom.Svg:
			return false
		}
	}
	return true
}

// elementBefore is the element before a node, if there is no text between them.
func elementBefore(n *html.Node) *html.Node {
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		switch {
		case s.Type == html.ElementNode:
			return s
		case s.Type == html.TextNode && strings.TrimSpace(s.Data) != "":
			return nil
		}
	}
	return nil
}

func hasTextBefore(n *html.Node) bool {
	for s := n.PrevSibling; s != nil; s = s.PrevSibling {
		if s.Type == html.TextNode && strings.TrimSpace(s.Data) != "" {
			return true
		}
	}
	return false
}
