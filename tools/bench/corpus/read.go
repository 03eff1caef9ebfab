package main

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// doc is a page of the corpus in one language.
type doc struct {
	id, title, module string
	entries           []string // of the index that people made for it; not in the page
	sections          []string // HTML; all of them are the page
	headings          []string // plain, of each section; "" if it has none
	text              string
}

const handbook = "handbook"

// minText is the length, in bytes, below which a page is only a redirection or a stub.
const minText = 40

// read reads the pages of a language in order of id.
func read(packages, office, book string) ([]*doc, error) {
	var docs []*doc
	err := each(filepath.Join(packages, "usr/share/libreoffice/help", office, "text"), func(name string, root *html.Node) {
		content := find(root, func(n *html.Node) bool { return attr(n, "id") == "DisplayArea" })
		module, _, _ := strings.Cut(name, "/")
		d := &doc{id: "lo/" + name, title: line(find(root, is(atom.Title))), module: module}
		for n := range root.Descendants() {
			if n.DataAtom == atom.Meta && attr(n, "itemprop") == "keywords" {
				d.entries = append(d.entries, strings.Join(strings.Fields(attr(n, "content")), " "))
			}
		}
		docs = append(docs, d.fill(content)...)
	})
	if err != nil {
		return nil, err
	}
	err = each(filepath.Join(packages, "usr/share/doc/debian-handbook/html", book), func(name string, root *html.Node) {
		heading := find(root, func(n *html.Node) bool {
			return strings.Contains(attr(n, "class"), "title") && n.DataAtom != atom.Title && line(n) != ""
		})
		d := &doc{id: "dh/" + name, title: cmp.Or(line(heading), line(find(root, is(atom.Title)))), module: handbook}
		docs = append(docs, d.fill(find(root, is(atom.Body)))...)
	})
	slices.SortFunc(docs, func(a, b *doc) int { return cmp.Compare(a.id, b.id) })
	return docs, err
}

// each parses the HTML files of a folder. Names are without ".html".
func each(folder string, do func(name string, root *html.Node)) error {
	return filepath.WalkDir(folder, func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(file) != ".html" {
			return err
		}
		content, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		root, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			return err
		}
		name, err := filepath.Rel(folder, strings.TrimSuffix(file, ".html"))
		do(filepath.ToSlash(name), root)
		return err
	})
}

// fill takes the content of a page. It returns the page, or nothing if there is too little.
func (d *doc) fill(content *html.Node) []*doc {
	if content == nil || d.title == "" {
		return nil
	}
	w := writer{d: d}
	w.cut("")
	if find(content, is(atom.H1)) == nil {
		w.html("<h1>" + html.EscapeString(d.title) + "</h1>\n")
	}
	w.children(content)
	d.text = strings.Join(strings.Fields(w.text.String()), " ")
	if len(d.text) < minText {
		return nil
	}
	return []*doc{d}
}

// writer writes the content anew, in the plainest HTML: blocks and headings, without attributes
// except the ids of headings.
type writer struct {
	d    *doc
	text strings.Builder
}

func (w *writer) cut(heading string) {
	d := w.d
	if n := len(d.sections); n > 0 && strings.TrimSpace(d.sections[n-1]) == "" {
		d.headings[n-1] = heading
		return
	}
	d.sections = append(d.sections, "")
	d.headings = append(d.headings, heading)
}

func (w *writer) html(s string) { w.d.sections[len(w.d.sections)-1] += s }

// blocks are written as they are; other elements leave only what is in them.
var blocks = []atom.Atom{atom.P, atom.Ul, atom.Ol, atom.Li, atom.Table, atom.Tbody, atom.Tr, atom.Td, atom.Th, atom.Pre, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote}

// dropped is navigation and what has no words.
var dropped = []atom.Atom{atom.Script, atom.Style, atom.Noscript, atom.Nav, atom.Button, atom.Input, atom.Svg, atom.Head}

func (w *writer) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			w.html(html.EscapeString(c.Data))
			w.text.WriteString(c.Data)
		case c.Type != html.ElementNode || slices.Contains(dropped, c.DataAtom) || isNavigation(c):
		default:
			w.element(c)
		}
	}
}

func (w *writer) element(n *html.Node) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		name := "h" + string(min(n.Data[1], '4'))
		if name <= "h2" {
			// A section of its own must be whole HTML: a heading within a list or a table is no
			// border.
			if isTop(n) {
				w.cut(line(n))
			}
		}
		id := ""
		if s := attr(n, "id"); s != "" {
			id = ` id="` + html.EscapeString(s) + `"`
		}
		w.text.WriteString(" " + line(n) + "\n")
		w.html("<" + name + id + ">" + html.EscapeString(line(n)) + "</" + name + ">\n")
	case atom.Br, atom.Hr:
		w.html("<br>")
		w.text.WriteByte('\n')
	case atom.Div, atom.Section:
		w.html("\n")
		w.text.WriteByte('\n')
		w.children(n)
		w.html("<br>\n")
		w.text.WriteByte('\n')
	default:
		block := slices.Contains(blocks, n.DataAtom)
		if block {
			w.html("<" + n.Data + ">")
			w.text.WriteByte('\n')
		}
		w.children(n)
		if block {
			w.html("</" + n.Data + ">\n")
			w.text.WriteByte('\n')
		}
	}
}

func isTop(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if slices.Contains(blocks, p.DataAtom) {
			return false
		}
	}
	return true
}

// isNavigation knows the links of the handbook's pages to their neighbours, and its lists of
// contents.
func isNavigation(n *html.Node) bool {
	class := attr(n, "class")
	return attr(n, "id") == "title" || strings.Contains(class, "nav") || strings.Contains(class, "toc")
}

func find(root *html.Node, is func(*html.Node) bool) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && is(n) {
			return n
		}
	}
	return nil
}

func is(a atom.Atom) func(*html.Node) bool {
	return func(n *html.Node) bool { return n.DataAtom == a }
}

// line is the text of an element, "" for none.
func line(n *html.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
