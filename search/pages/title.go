package pages

import (
	"cmp"
	"strings"
)

// separators are used between the title of a page and the name of its site.
var separators = []string{" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", " › "}

// trimSeparators takes off a title the separator of a name of the site that is empty: "Scope - ".
func trimSeparators(title string) string {
	for _, sep := range separators {
		title = strings.TrimSuffix(title, sep[:len(sep)-1])
		title = strings.TrimPrefix(title, sep[1:])
	}
	return title
}

// minPages is how many pages must share an ending before it is taken for the name of the site.
const minPages = 3

// siteTitles are what the titles of a site have in common.
type siteTitles struct{ beginnings, endings []string }

// parenthesis begins the name of a site in the titles of some generators: "Scope (The Book)".
const parenthesis = " ("

// ofLanguage is a title, or a part of one, of pages in a language.
type ofLanguage struct{ lang, title string }

// shared finds the titles that more than half of the pages of a language have: they are the name of
// the site and not those of pages.
func shared(pages []*page) map[ofLanguage]bool {
	of := map[ofLanguage]bool{}
	for _, key := range most(pages, func(p *page) string { return p.head }) {
		of[key] = true
	}
	return of
}

// heading is what a page shows as its title: its first <h1>, else what a class calls its title,
// else its first heading.
func (p *page) heading() string {
	if p.h1 != "" || p.entitled != "" {
		return cmp.Or(p.h1, p.entitled)
	}
	for _, part := range p.parts {
		if part.heading != "" {
			return part.heading
		}
	}
	return ""
}

// siteNames finds the endings, with their separator, that more than half of the pages of a language
// have: "Introduction | My Project" is found by "Introduction".
func siteNames(pages []*page) []string {
	return common(pages, func(p *page) string {
		i := lastSeparator(p.head)
		if strings.HasSuffix(p.head, ")") {
			i = max(i, strings.LastIndex(p.head, parenthesis))
		}
		return p.head[max(i, 0):]
	})
}

// siteBeginnings finds the beginnings, with their separator, that more than half of the pages of a
// language have: "My Project: Introduction".
func siteBeginnings(pages []*page) []string {
	return common(pages, func(p *page) string {
		first := ""
		for _, sep := range append([]string{": "}, separators...) {
			if i := strings.Index(p.head, sep); i > 0 && (first == "" || i+len(sep) < len(first)) {
				first = p.head[:i+len(sep)]
			}
		}
		return first
	})
}

// common finds what more than half of the pages of a language have of their titles, but not all of
// a title.
func common(pages []*page, of func(*page) string) []string {
	var names []string
	for _, key := range most(pages, func(p *page) string {
		if part := of(p); part != p.head {
			return part
		}
		return ""
	}) {
		names = append(names, key.title)
	}
	return names
}

// most finds what more than half of the pages of a language have, in the order of the pages; "" is
// nothing.
func most(pages []*page, of func(*page) string) (found []ofLanguage) {
	total := map[string]int{}
	count := map[ofLanguage]int{}
	var order []ofLanguage
	for _, p := range pages {
		total[p.lang]++
		key := ofLanguage{p.lang, of(p)}
		if key.title == "" {
			continue
		}
		if count[key] == 0 {
			order = append(order, key)
		}
		count[key]++
	}
	for _, key := range order {
		if n := count[key]; n >= minPages && 2*n > total[key.lang] {
			found = append(found, key)
		}
	}
	return found
}

func lastSeparator(s string) int {
	last := -1
	for _, sep := range separators {
		last = max(last, strings.LastIndex(s, sep))
	}
	return last
}

// trimSiteName takes the name of the site off a title: an ending that most pages have, or what
// is before or after the heading of the page, with a separator between.
func trimSiteName(title, h1 string, names siteTitles) string {
	for _, n := range names.endings {
		if cut, ok := strings.CutSuffix(title, n); ok && cut != "" {
			return cut
		}
	}
	for _, n := range names.beginnings {
		if cut, ok := strings.CutPrefix(title, n); ok && cut != "" {
			return cut
		}
	}
	if h1 == "" {
		return title
	}
	for _, sep := range separators {
		if strings.HasPrefix(title, h1+sep) || strings.HasSuffix(title, sep+h1) {
			return h1
		}
	}
	return title
}
