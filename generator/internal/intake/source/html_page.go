package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"
)

// What stands on a page besides its text is called so.
const (
	menu    = "a menu of the page"
	side    = "the side of the page"
	trail   = "the path to the page"
	foot    = "the foot of the page"
	sharing = "links to share the page"
)

// furnished are those that are known by the name of an element alone.
var furnished = map[string]bool{menu: true, side: true, trail: true, foot: true, sharing: true}

// names are classes and ids by which authors of pages call what is no part of the text. Only whole
// names count: a page "with-sidebar" is no sidebar.
var names = map[string]string{
	"menu": menu, "nav": menu, "navbar": menu, "navbar-nav": menu, "dropdown-menu": menu, "navigation": menu, "main-menu": menu, "mainmenu": menu, "main-nav": menu, "mainnav": menu, "main-navigation": menu,
	"topmenu": menu, "top-menu": menu, "topnav": menu, "leftmenu": menu, "left-menu": menu, "leftnav": menu, "submenu": menu, "side-menu": menu, "sidenav": menu,
	"skip": menu, "skip-link": menu, "skiplink": menu, "skip-nav": menu, "skipnav": menu, "skip-to-content": menu, "pagination": menu, "pager": menu, "post-navigation": menu,
	"sidebar": side, "side-bar": side, "sidebar-left": side, "sidebar-right": side, "left-sidebar": side, "right-sidebar": side, "widget-area": side,
	"breadcrumb": trail, "breadcrumbs": trail, "crumbs": trail, "bread-crumbs": trail,
	"footer": foot, "site-footer": foot, "page-footer": foot, "copyright": foot, "colophon": foot,
	"share": sharing, "social": sharing, "sharing": sharing, "social-share": sharing, "share-buttons": sharing,
}

// roles are the same for the attribute by which authors say what an element is for.
var roles = map[string]string{"navigation": menu, "menu": menu, "menubar": menu, "search": menu, "contentinfo": foot, "complementary": side}

// besides returns what an element is called that is no part of the text, "" for one that may be.
// Only elements count that must have an end.
func besides(t html.Token) string {
	switch t.DataAtom {
	case atom.Aside:
		return side
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.Header, atom.A, atom.Span:
	default:
		return ""
	}
	if role, ok := attribute(t, "role"); ok && roles[strings.ToLower(role)] != "" {
		return roles[strings.ToLower(role)]
	}
	for _, name := range []string{"id", "class"} {
		value, _ := attribute(t, name)
		for word := range strings.FieldsSeq(strings.ToLower(value)) {
			if what := names[strings.ReplaceAll(word, "_", "-")]; what != "" {
				return what
			}
		}
	}
	return ""
}

// inName reports whether a character belongs to a word rather than to a sign between links.
func inName(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// kept is how many characters of the page have been read as its text.
func (m *markupReading) kept() (n int) {
	for _, b := range m.blocks {
		n += count(blockText(b.Block))
	}
	return n
}

// putAll adds the blocks of the page to the document, and leaves out those that are not its text.
func (m *markupReading) putAll() {
	for _, b := range m.blocks {
		if m.stop() != nil {
			return
		}
		if b.aside != "" {
			m.omit(b.aside, blockText(b.Block), b.At)
			continue
		}
		if b.pre != "" {
			m.preformatted(b)
			continue
		}
		m.put(b.Block)
	}
}

// preformatted adds a text that has its own lines, as a plain text has them.
func (m *markupReading) preformatted(b webBlock) {
	text := norm.NFC.String(b.pre)
	m.count(text)
	from, mends := len(m.doc.Blocks), len(m.doc.Mends)
	m.assemble(m.lines(text))
	for i := range m.doc.Blocks[from:] {
		m.doc.Blocks[from+i].At.Line += b.At.Line - 1
	}
	for i := range m.doc.Mends[mends:] {
		m.doc.Mends[mends+i].At.Line += b.At.Line - 1
	}
}

var (
	crumbs = regexp.MustCompile(`^[^.。!?;；]{1,40}(?:\s*(?:>|»|›|→|&gt;)\s*[^.。!?;；]{1,60}){1,6}$`)
	files  = regexp.MustCompile(`(?i)\.(?:pdf|docx?|odt|xlsx?|pptx?|zip|txt)(?:$|[?#])`)
	owned  = regexp.MustCompile(`^(?i:©|\(c\)\s|copyright\b|版权所有|主办单位[:：]|все права защищены)`)
)

// furniture marks what stands before and after the text of a page: menus, the path to it, and who
// owns it. Links within the text stay, and so does a list of links that a line introduces.
func (m *markupReading) furniture() {
	all := m.blocks
	introduced(all)
	for i := range all {
		b := &all[i]
		switch {
		case b.aside != "":
		case leads(all, i):
			b.aside = menu
		case b.Kind == Paragraph && crumbs.MatchString(b.Text):
			b.aside = trail
		case b.Kind == Heading && b.Level == 1 && leads(all, i+1) && leads(all, i+2) && leads(all, i+3):
			// The name of the site, above its menu.
		case b.Kind == Heading || b.Kind == Table || utf8.RuneCountInString(b.Text) > 80:
			feet(all[i:])
			m.textless()
			return
		}
	}
	m.textless()
}

// introduced notes which lists of links a line or heading introduces.
func introduced(all []webBlock) {
	for i := 1; i < len(all); i++ {
		prev, b := all[i-1], &all[i]
		heads := strings.HasSuffix(prev.Text, ":") || strings.HasSuffix(prev.Text, "：") || prev.Kind == Heading && prev.Level > 1 || prev.Bold && prev.Kind == Paragraph
		b.listed = b.linked && (prev.listed || !prev.linked && heads)
	}
}

// feet marks what follows the text.
func feet(all []webBlock) {
	for i, b := range slices.Backward(all) {
		switch {
		case i == 0:
			return
		case b.aside != "":
		case leads(all, i):
			all[i].aside = menu
		case owned.MatchString(b.Text) && utf8.RuneCountInString(b.Text) < 300:
			all[i].aside = foot
		default:
			return
		}
	}
}

// leads reports whether a block is one of a menu: it only leads to other pages, and is one of
// several links, short, or leads to a place in the page.
func leads(all []webBlock, i int) bool {
	if i >= len(all) {
		return false
	}
	b := all[i]
	if !b.linked || b.listed || b.Kind == Heading || b.Kind == Table || files.MatchString(b.Links[0].Address) {
		return false
	}
	beside := i > 0 && all[i-1].linked || i+1 < len(all) && all[i+1].linked
	return beside || len(b.Links) > 1 || utf8.RuneCountInString(b.Text) <= 25 || strings.HasPrefix(b.Links[0].Address, "#")
}

// textless takes back all marks where nothing else is on the page.
func (m *markupReading) textless() {
	if slices.ContainsFunc(m.blocks, func(b webBlock) bool { return b.aside == "" }) {
		return
	}
	for i := range m.blocks {
		m.blocks[i].aside = ""
	}
}
