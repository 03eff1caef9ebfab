package pages

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxBeside is how much text, in bytes, may stand beside the links of navigation.
const maxBeside = 600

// isNavigation reports whether an element without a telling name of its own leads to other places
// or is the site's, and says nothing: what a class or an id calls a line of navigation or a foot,
// what one calls contents and is links for the most part, or a list of places on this page. Where
// no element says that it is the content, a long list of nothing but links is navigation, too.
func isNavigation(n *html.Node, inside bool) bool {
	switch n.DataAtom {
	case atom.Div, atom.Table, atom.P, atom.Section, atom.Header, atom.Aside, atom.Center, atom.Address, atom.Span:
	case atom.Ul, atom.Ol, atom.Dl:
		if isContents(n, inside) {
			return true
		}
	default:
		return false
	}
	sure, maybe := callsItNavigation(n)
	if !sure && !maybe {
		return false
	}
	in, beside, ok := linked(n)
	return ok && (sure || in > beside)
}

// What classes and ids call navigation. Sure is what surrounds pages, whatever stands in it; the
// others are names of contents, too.
var (
	sureWords = []string{"navheader", "navfooter", "navigation", "navbar", "navpath", "topnav", "bottomnav", "subnav",
		"footer", "printfooter", "sitesub", "contentsub", "catlinks", "editsection", "titlearea"}
	maybeWords = []string{"nav", "toc", "toctree", "contents", "menu", "sidebar", "breadcrumb", "breadcrumbs",
		"pagination", "pager", "header", "related", "summary"}
)

func callsItNavigation(n *html.Node) (sure, maybe bool) {
	for _, a := range n.Attr {
		if a.Namespace != "" || a.Key != "class" && a.Key != "id" && a.Key != "role" {
			continue
		}
		isEnd := func(r rune) bool { return !isAlphanumeric(r) }
		for word := range strings.FieldsFuncSeq(strings.ToLower(a.Val), isEnd) {
			sure = sure || slices.Contains(sureWords, word)
			maybe = maybe || slices.ContainsFunc(maybeWords, func(w string) bool {
				return word == w || len(w) < 5 && (strings.HasPrefix(word, w) || strings.HasSuffix(word, w)) ||
					w == "contents" && strings.HasSuffix(word, w)
			})
		}
	}
	return sure, maybe
}

// linked counts the bytes of text in the links of an element and beside them, its headings left
// out. It is not ok if there is much, or the title of a page among it.
func linked(n *html.Node) (in, beside int, ok bool) {
	var walk func(n *html.Node, linked bool) bool
	walk = func(n *html.Node, linked bool) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.DataAtom == atom.H1, attr(c, "class") == "title":
				return false
			case headingLevel(c) > 1: // of the navigation itself
			case c.Type == html.TextNode && linked:
				in += len(strings.TrimSpace(c.Data))
			case c.Type == html.TextNode:
				if beside += len(strings.TrimSpace(c.Data)); beside > maxBeside {
					return false
				}
			case !walk(c, linked || c.DataAtom == atom.A && hasAttr(c, "href")):
				return false
			}
		}
		return true
	}
	ok = walk(n, false)
	return in, beside, ok
}

// minMenu is from how many links on a list of links is taken for a menu.
const minMenu = 5

// isContents reports whether a list has nothing but links, to places on the page itself or, where
// it is outside of the content, to any.
func isContents(n *html.Node, inside bool) bool {
	links, away := 0, 0
	var walk func(n *html.Node) bool
	walk = func(n *html.Node) bool {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			switch {
			case c.Type == html.TextNode && strings.ContainsFunc(c.Data, isWordRune):
				return false
			case c.DataAtom == atom.A && hasAttr(c, "href"):
				links++
				if !strings.HasPrefix(attr(c, "href"), "#") {
					away++
				}
			case c.DataAtom == atom.A || away > 0 && inside || !walk(c):
				return false
			}
		}
		return true
	}
	return walk(n) && links > 1 && (away == 0 || !inside && links >= minMenu)
}
