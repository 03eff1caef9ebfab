package pages

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

func isMarked(n *html.Node) bool {
	return hasAttr(n, "data-search-body") || hasAttr(n, "data-pagefind-body")
}

func ignored(n *html.Node) (value string, ok bool) {
	if value, ok = lookAttr(n, "data-search-ignore"); ok {
		return value, true
	}
	return lookAttr(n, "data-pagefind-ignore")
}

func hasAttr(n *html.Node, key string) bool {
	_, ok := lookAttr(n, key)
	return ok
}

// minWeight is the weight from which on words count as those of the title.
const minWeight = 2

// weighty reports whether the words of an element count as those of the title.
func weighty(n *html.Node) bool {
	written, ok := lookAttr(n, "data-search-weight")
	if !ok {
		written, ok = lookAttr(n, "data-pagefind-weight")
	}
	weight, err := strconv.ParseFloat(written, 64)
	return ok && err == nil && weight >= minWeight
}

func attr(n *html.Node, key string) string {
	s, _ := lookAttr(n, key)
	return s
}

func lookAttr(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return strings.TrimSpace(a.Val), true
		}
	}
	return "", false
}

// languageKey is the key of a language tag (BCP 47): its first part or, with the region, all of it
// in the usual case. It is "" for what is not a tag, and for those, as "x-default", that name no
// language.
func languageKey(tag string, region bool) string {
	parts := strings.Split(strings.ReplaceAll(tag, "_", "-"), "-")
	for i, p := range parts {
		if p == "" || i == 0 && len(p) < 2 || len(p) > 8 || strings.ContainsFunc(p, func(r rune) bool { return !isAlphanumeric(r) }) {
			return ""
		}
		switch p = strings.ToLower(p); {
		case i > 0 && len(p) == 2:
			p = strings.ToUpper(p)
		case i > 0 && len(p) == 4:
			p = strings.ToUpper(p[:1]) + p[1:]
		}
		parts[i] = p
	}
	if !region {
		return parts[0]
	}
	return strings.Join(parts, "-")
}

func isAlphanumeric(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// hidden reports what is not there for readers. What a browser's own search opens ("until-found")
// is.
func hidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch value := strings.TrimSpace(a.Val); {
		case a.Namespace != "":
		case a.Key == "hidden" && !strings.EqualFold(value, "until-found"), a.Key == "aria-hidden" && value == "true",
			a.Key == "style" && hidesByStyle(value):
			return true
		}
	}
	return false
}

// hidesByStyle reports whether the style that an element itself has hides it.
func hidesByStyle(style string) bool {
	display, visibility := "", ""
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		value, _, _ = strings.Cut(value, "!")
		switch strings.TrimSpace(name) {
		case "display":
			display = strings.TrimSpace(value)
		case "visibility":
			visibility = strings.TrimSpace(value)
		}
	}
	return display == "none" || visibility == "hidden" || visibility == "collapse"
}
