package pages

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxBeside is how much text, in bytes, may stand between the links of a table of contents.
const maxBeside = 600

// isNavigation reports whether an element without a telling name of its own leads to other places
// and says nothing: what a class or an id calls navigation and is links for the most part, or a
// list of places on this page.
func isNavigation(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Ul, atom.Ol, atom.Dl:
		return isContents(n) || callsItNavigation(n) && mostlyLinks(n)
	case atom.Div, atom.Table, atom.P, atom.Section, atom.Header, atom.Aside, atom.Center:
		return callsItNavigation(n) && mostlyLinks(n)
	}
	return false
}

// navigationWords are what classes and ids of navigation begin or end with, in generators of all
// kinds.
var navigationWords = []string{"nav", "navigation", "navheader", "navfooter", "toc", "toctree", "contents", "menu",
	"sidebar", "breadcrumb", "breadcrumbs", "pagination", "pager", "header", "footer", "related", "index"}

func callsItNavigation(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Namespace != "" || a.Key != "class" && a.Key != "id" && a.Key != "role" {
			continue
		}
		isEnd := func(r rune) bool { return !isAlphanumeric(r) }
		for word := range strings.FieldsFuncSeq(strings.ToLower(a.Val), isEnd) {
			for _, w := range navigationWords {
				if word == w || len(w) < 5 && (strings.HasPrefix(word, w) || strings.HasSuffix(word, w)) || w == "contents" && strings.HasSuffix(word, w) {
					return true
				}
			}
		}
	}
	return false
}

// mostlyLinks reports whether more text stands in the links of an element than beside them, and no
// title of a page among it.
func mostlyLinks(n *html.Node) bool {
	var in, beside int
	var walk func(n *html.Node, linked bool) bool
	walk = func(n *html.Node, linked bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case headingLevel(c) > 1: // of the navigation itself
			case c.Type == html.TextNode && linked:
				in += len(strings.TrimSpace(c.Data))
			case c.Type == html.TextNode:
				if beside += len(strings.TrimSpace(c.Data)); beside > maxBeside {
					return false
				}
			case c.DataAtom == atom.H1 || !walk(c, linked || c.DataAtom == atom.A && hasAttr(c, "href")):
				return false
			}
		}
		return true
	}
	return walk(n, false) && in > beside
}

// isContents reports whether a list has nothing but links to places on the page itself.
func isContents(n *html.Node) bool {
	links := 0
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode && strings.ContainsFunc(c.Data, isWordRune):
				return false
			case c.DataAtom == atom.A && strings.HasPrefix(attr(c, "href"), "#"):
				links++
			case c.DataAtom == atom.A || !walk(c):
				return false
			}
		}
		return true
	}
	return walk(n) && links > 1
}
