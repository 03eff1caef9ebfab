package search

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/kengash/kengash/search/internal/text"
)

// places writes where the places of a document begin in its stored text, one per line: the
// number of characters before it, and the anchor as an address has it. body is the prepared text.
//
// Pieces prepared one by one are as long as the text prepared as a whole, except for a space
// between two of them, as long as no character is composed across the border.
func (d *Document) places(l text.Language, body string) string {
	var out strings.Builder
	from, at, characters := 0, 0, 0 // in the text; in the prepared text, in bytes and characters
	for i, p := range d.Places {
		end := max(from, p.At+max(0, norm.NFC.FirstBoundaryInString(d.Body[p.At:])))
		next := min(at+len(l.AsShown(d.Body[from:end])), len(body))
		if strings.HasPrefix(body[next:], " ") {
			next++
		}
		characters += utf8.RuneCountInString(body[at:next])
		from, at = end, next
		if i > 0 {
			out.WriteByte('\n')
		}
		fmt.Fprintf(&out, "%d %s", characters, (&url.URL{Fragment: p.Anchor}).EscapedFragment())
	}
	return out.String()
}

// placeURL leads to the place of a document that contains a byte of its text: the last one that
// begins there or before. It is the document's own address where there is none, or at is less than
// 0.
func placeURL(address, places, body string, at int) string {
	if places == "" || at < 0 {
		return address
	}
	before := utf8.RuneCountInString(body[:at])
	anchor := ""
	for line := range strings.Lines(places) {
		from, name, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if n, err := strconv.Atoi(from); err != nil || n > before {
			break
		}
		anchor = name
	}
	if anchor == "" {
		return address
	}
	page, _, _ := strings.Cut(address, "#")
	return page + "#" + anchor
}
