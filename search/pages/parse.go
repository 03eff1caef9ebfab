package pages

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

var errNotUTF8 = errors.New("is not UTF-8 and names no other encoding")

// parse reads a page. It fails where the encoding is not known or the parser gives up (as it does
// on elements nested by the hundred); any other malformed HTML is read as browsers read it.
func parse(name string, content []byte) (*page, error) {
	content, err := decode(content)
	if err != nil {
		return nil, err
	}
	if isXML(name, content) {
		content = closeEmpty(content)
	}
	root, err := html.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("cannot be parsed: %w", err)
	}
	p := &page{}
	p.survey(root)
	if p.reason != "" {
		return p, nil
	}
	p.read(root)
	return p, nil
}

// decode returns the page in UTF-8. Valid UTF-8 is read as such, whatever the page declares.
func decode(content []byte) ([]byte, error) {
	content = bytes.TrimPrefix(content, []byte("\ufeff"))
	if utf8.Valid(content) {
		return content, nil
	}
	if out, ok := declaredByXML(content); ok {
		return out, nil
	}
	enc, name, _ := charset.DetermineEncoding(content, "")
	// What it says of a page that names no encoding is a guess: windows-1252 as a rule.
	start := bytes.ToLower(content[:min(len(content), 1024)])
	switch {
	case name == "utf-8":
		return bytes.ToValidUTF8(content, []byte("\ufffd")), nil
	case name == "windows-1252" && !bytes.Contains(start, []byte("charset")):
		return nil, errNotUTF8
	}
	out, err := enc.NewDecoder().Bytes(content)
	if err != nil {
		return nil, fmt.Errorf("is not %s: %w", name, err)
	}
	return out, nil
}

// survey takes from the whole document all that is not its text.
func (p *page) survey(n *html.Node) {
	if n.Type == html.ElementNode {
		switch n.DataAtom {
		case atom.Html:
			p.lang = cmp.Or(attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Title:
			if p.head == "" && n.Namespace == "" {
				p.head = trimSeparators(plain(n))
			}
		case atom.Link:
			p.alternate(n)
		case atom.Meta:
			p.meta(n)
		case atom.Template:
			return
		}
		if ignore, ok := ignored(n); ok {
			if n.DataAtom == atom.Html || n.DataAtom == atom.Body {
				p.reason = "says that it is to be ignored"
			}
			if ignore == "all" {
				return
			}
		}
		if isMarked(n) {
			p.marked = true
		}
		if p.crumbs == nil && isBreadcrumb(n) {
			p.crumbs = links(n)
		}
		p.attributes.take(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.survey(c)
	}
}

// meta takes from an element of the head what decides whether, and in which language, a page is
// read.
func (p *page) meta(n *html.Node) {
	content := attr(n, "content")
	switch {
	case strings.EqualFold(attr(n, "http-equiv"), "refresh") && strings.Contains(strings.ToLower(content), "url"):
		p.reason = "leads to another page"
	case strings.EqualFold(attr(n, "http-equiv"), "content-language"):
		p.lang = cmp.Or(p.lang, content)
	case strings.EqualFold(attr(n, "name"), "robots"):
		for word := range strings.SplitSeq(strings.ToLower(content), ",") {
			if word = strings.TrimSpace(word); word == "noindex" || word == "none" {
				p.noindex = true
			}
		}
	}
}

// alternate notes where a page says that it is to be found in other languages (and in its own).
func (p *page) alternate(n *html.Node) {
	lang, href := attr(n, "hreflang"), attr(n, "href")
	if languageKey(lang, true) == "" || href == "" || !slices.Contains(strings.Fields(strings.ToLower(attr(n, "rel"))), "alternate") {
		return
	}
	if p.same == nil {
		p.same = map[string]string{}
	}
	if _, again := p.same[lang]; !again {
		p.same[lang] = href
	}
}

// read takes the text of the content.
func (p *page) read(root *html.Node) {
	r := reader{page: p}
	for _, n := range content(root) {
		r.inside = n.DataAtom != atom.Body
		r.children(n)
		r.breakLine()
	}
	r.cut()
}

// content finds the elements that hold what a page is about, outermost only.
func content(root *html.Node) []*html.Node {
	for _, is := range []func(*html.Node) bool{
		isMarked,
		func(n *html.Node) bool { return isShown(n, atom.Main, "main") },
		func(n *html.Node) bool { return isShown(n, atom.Article, "article") },
		func(n *html.Node) bool { return n.DataAtom == atom.Body },
	} {
		if found := outermost(root, is, nil); len(found) > 0 {
			return found
		}
	}
	return nil // a frameset
}

func isShown(n *html.Node, element atom.Atom, role string) bool {
	return (n.DataAtom == element || attr(n, "role") == role) && !hidden(n)
}

func outermost(n *html.Node, is func(*html.Node) bool, found []*html.Node) []*html.Node {
	if n.Type == html.ElementNode {
		_, ignore := ignored(n)
		switch {
		case ignore:
			return found
		case is(n):
			return append(found, n)
		case hidden(n) || n.DataAtom == atom.Template:
			return found
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		found = outermost(c, is, found)
	}
	return found
}

// isBreadcrumb knows the line of links to the pages that hold this one by what nearly all themes
// call it.
func isBreadcrumb(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Ol, atom.Ul, atom.Div:
	default:
		return false
	}
	return strings.Contains(strings.ToLower(attr(n, "class")+" "+attr(n, "aria-label")), "breadcrumb") ||
		strings.HasSuffix(attr(n, "itemtype"), "schema.org/BreadcrumbList")
}

// links returns the texts of the links in an element; the page itself is seldom one, and never a
// crumb.
func links(n *html.Node) []string {
	out := []string{}
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && attr(d, "aria-current") == "" {
			if s := plain(d); s != "" {
				out = append(out, s)
			}
		}
	}
	return out
}
