package pages

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// reader walks the content of a page and cuts it into parts at headings.
type reader struct {
	page   *page // nil: headings are lines like others
	inside bool  // in <main>, <article> or <section>, or where the page says that its content is
	now    part
	text   text
	weight bool // what stands here counts as the title does
	keys   text // what does
}

func (r *reader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			r.text.write(c.Data)
			if r.weight {
				r.keys.write(c.Data)
			}
		case html.ElementNode:
			r.element(c)
		}
	}
}

func (r *reader) element(n *html.Node) {
	if r.skips(n) {
		return
	}
	if level := headingLevel(n); level > 0 && r.page != nil {
		r.heading(n, level)
		return
	}
	if r.page != nil && r.page.entitled == "" && attr(n, "class") == "title" {
		r.page.entitled = plain(n)
	}
	inside, weight := r.inside, r.weight
	if !weight && weighty(n) {
		r.weight = true
		r.keys.breakLine() // words apart stay apart
	}
	switch n.DataAtom {
	case atom.Main, atom.Article, atom.Section:
		r.inside = true
	}
	block := !inline[n.DataAtom]
	if block {
		r.breakLine()
	}
	r.children(n)
	if block {
		r.breakLine()
	}
	r.inside, r.weight = inside, weight
}

// heading begins a part, if there is an id to lead to; else it is a line of the part it is in.
func (r *reader) heading(n *html.Node, level int) {
	words := plain(n)
	if level == 1 && r.page.h1 == "" {
		r.page.h1 = words
	}
	anchor := anchorOf(n)
	led := anchor != "" && words != ""
	if led {
		r.cut()
		r.now = part{anchor: anchor, heading: words, level: level}
	}
	r.breakLine()
	if !led {
		r.text.write(words)
	}
	if r.weight || weighty(n) {
		r.keys.write(words)
	}
	r.breakLine()
}

func (r *reader) breakLine() {
	r.text.breakLine()
	r.keys.breakLine()
}

func (r *reader) cut() {
	r.now.text, r.now.keywords = r.text.take(), r.keys.take()
	r.page.parts = append(r.page.parts, r.now)
}

func headingLevel(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return int(n.Data[1] - '0')
	}
	return 0
}

// skips reports which elements hold no text of the page. A header or an aside is the site's where
// it stands beside the content, but the article's own (its title, a note) where it stands in it; a
// footer is links and dates in either place.
func (r *reader) skips(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Nav, atom.Footer,
		atom.Button, atom.Select, atom.Textarea, atom.Datalist, atom.Input, atom.Dialog,
		atom.Iframe, atom.Object, atom.Canvas, atom.Audio, atom.Video, atom.Svg, atom.Rt, atom.Rp:
		return true
	case atom.Header, atom.Aside:
		if !r.inside {
			return true
		}
	case atom.Sup:
		if c := onlyChild(n); c != nil && c.DataAtom == atom.A && strings.HasPrefix(attr(c, "href"), "#") {
			return true // the number of a note would become part of the word before it
		}
	case atom.A:
		if isPermalink(n) {
			return true
		}
	}
	switch attr(n, "role") {
	case "navigation", "contentinfo", "search", "menu", "menubar", "dialog":
		return true
	case "banner", "complementary":
		if !r.inside {
			return true
		}
	}
	_, ignore := ignored(n)
	return ignore || hidden(n) || isNavigation(n, r.inside)
}

// isPermalink knows the "¶" and "#" that many generators put beside headings.
func isPermalink(n *html.Node) bool {
	href := attr(n, "href")
	if !strings.Contains(href, "#") {
		return false
	}
	var t text
	t.all(n)
	return !strings.ContainsFunc(t.take(), isWordRune)
}

func onlyChild(n *html.Node) *html.Node {
	var only *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case only != nil:
			return nil
		default:
			only = c
		}
	}
	return only
}

// inline are the elements that words run through. Any other begins and ends a line.
var inline = map[atom.Atom]bool{
	atom.A: true, atom.Abbr: true, atom.Acronym: true, atom.B: true, atom.Bdi: true, atom.Bdo: true,
	atom.Big: true, atom.Cite: true, atom.Code: true, atom.Data: true, atom.Del: true, atom.Dfn: true,
	atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Ins: true, atom.Kbd: true,
	atom.Label: true, atom.Mark: true, atom.Nobr: true, atom.Q: true, atom.Rb: true, atom.Ruby: true,
	atom.S: true, atom.Samp: true, atom.Small: true, atom.Span: true, atom.Strike: true,
	atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true,
	atom.Var: true, atom.Wbr: true,
}

// plain is the text of one element in one line.
func plain(n *html.Node) string {
	r := reader{inside: true}
	r.children(n)
	return strings.Join(strings.Fields(r.text.take()), " ")
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
