package results

import (
	"bytes"

	"golang.org/x/net/html"
)

// places are where a search page says what it is, and where an answer goes. They are looked for
// with a tokenizer, so a page may be written in any way that HTML allows, and the rest of it stays
// as it is.
type places struct {
	lang     string // of the search element
	field    int    // where an attribute of the field for the query can be added; 0 without a field
	noScript [2]int // the element for readers without scripts
}

// findPlaces finds the places of a page; false where it has no search element, or nothing for
// readers without scripts after it.
func findPlaces(page []byte) (p places, ok bool) {
	z := html.NewTokenizer(bytes.NewReader(page))
	inside, end := false, 0 // the search element has begun; where the present token ends
	for {
		kind := z.Next()
		start := end
		end += len(z.Raw())
		switch kind {
		case html.ErrorToken:
			return p, false
		case html.EndTagToken:
			if name, _ := z.TagName(); p.noScript[0] > 0 && string(name) == "noscript" {
				p.noScript[1] = end
				return p, true
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			name, _ := z.TagName()
			tag, attributes := string(name), attributesOf(z)
			_, searches := attributes["data-kengash-search"]
			switch {
			case searches && !inside:
				inside, p.lang = true, attributes["data-lang"]
			case inside && p.field == 0 && p.noScript[0] == 0 && tag == "input" && attributes["name"] == "q":
				p.field = start + len("<input")
			case inside && p.noScript[0] == 0 && tag == "noscript":
				p.noScript[0] = start
			}
		}
	}
}

func attributesOf(z *html.Tokenizer) map[string]string {
	attributes := map[string]string{}
	for {
		key, value, more := z.TagAttr()
		if len(key) > 0 {
			attributes[string(key)] = string(value)
		}
		if !more {
			return attributes
		}
	}
}
