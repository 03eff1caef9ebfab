package pages

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"
)

// metaDates are the names under which generators write the date of a page in its head.
var metaDates = []string{"article:published_time", "dcterms.date", "dc.date", "date"}

// take adds what the attributes of an element say. Where two say the same thing, the first holds.
func (a *attributes) take(n *html.Node) {
	for _, at := range n.Attr {
		value := strings.TrimSpace(at.Val)
		switch at.Key {
		case "data-search-title":
			set(&a.title, own(n, value))
		case "data-search-kind":
			set(&a.kind, own(n, value))
		case "data-search-alias":
			if s := own(n, value); s != "" {
				a.aliases = append(a.aliases, s)
			}
		case "data-search-date":
			if value == "" {
				value = attr(n, "datetime")
			}
			set(&a.date, date(own(n, value)))
		case "data-search-facet":
			a.addFacets(n, values(n, value, false))
		case "data-pagefind-filter":
			a.addFacets(n, values(n, value, true))
		case "data-pagefind-meta", "data-pagefind-sort":
			for _, p := range values(n, value, true) {
				switch p.name {
				case "title":
					set(&a.title, p.value)
				case "date":
					set(&a.date, date(p.value))
				}
			}
		}
	}
	if n.DataAtom == atom.Meta {
		name := strings.ToLower(attr(n, "property") + attr(n, "name"))
		if slices.Contains(metaDates, name) {
			set(&a.date, date(attr(n, "content")))
		}
	}
}

func (a *attributes) addFacets(n *html.Node, pairs []pair) {
	label, labelled := lookAttr(n, "data-search-label")
	if labelled {
		label = own(n, label)
	}
	for _, p := range pairs {
		a.facets = append(a.facets, facet{p, label})
	}
}

// facetName is the name of a facet as search has it: "Page Type" is "page-type".
func facetName(written string) string {
	words := strings.FieldsFunc(strings.ToLower(norm.NFC.String(written)), func(r rune) bool {
		return r != '_' && !unicode.In(r, unicode.L, unicode.N, unicode.M)
	})
	return strings.Trim(strings.Join(words, "-"), "_")
}

func set(field *string, value string) {
	if *field == "" {
		*field = value
	}
}

// own is the value of an attribute or, where it is empty, the text of its element.
func own(n *html.Node, value string) string {
	switch {
	case value != "":
		return strings.Join(strings.Fields(value), " ")
	case n.DataAtom == atom.Meta:
		return attr(n, "content")
	}
	return plain(n)
}

// values reads a list such as "topic:ai, author[content], tag". In Pagefind's lists a value after a
// colon goes on to the end, commas and all.
func values(n *html.Node, list string, toEnd bool) []pair {
	var out []pair
	add := func(name, value string) {
		if name, value = strings.TrimSpace(name), strings.TrimSpace(value); name != "" && value != "" {
			out = append(out, pair{name, value})
		}
	}
	for list != "" {
		var item string
		item, list, _ = strings.Cut(list, ",")
		name, value, given := strings.Cut(item, ":")
		if given {
			if toEnd && list != "" {
				value, list = value+","+list, ""
			}
			add(name, value)
			continue
		}
		name, key, _ := strings.Cut(strings.TrimSpace(item), "[")
		if key, ok := strings.CutSuffix(key, "]"); ok {
			add(name, attr(n, strings.ToLower(key)))
			continue
		}
		add(name, own(n, ""))
	}
	return out
}

// date takes the beginning of an ISO date or time that is a date of the calendar, else returns "".
func date(s string) string {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if len(s) < len(layout) {
			continue
		}
		if _, err := time.Parse(layout, s[:len(layout)]); err != nil {
			continue
		}
		if rest := s[len(layout):]; rest == "" || layout == time.DateOnly && (rest[0] == 'T' || rest[0] == ' ') {
			return s[:len(layout)]
		}
	}
	return ""
}
