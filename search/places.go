package search

import (
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file keeps the places of a text: what in it has an address of its own, such as a paragraph.

// places writes where the places of a document begin in its text as it is stored, a line each: how many
// characters stand before it, and the anchor as an address has it.
func (d *Document) places(l language) string {
	if len(d.Places) == 0 {
		return ""
	}
	body := l.prepare(d.Body)
	var lines []string
	for _, p := range d.Places {
		// What is prepared piece by piece is as long as when prepared as one, but for a blank between.
		at := min(len(l.prepare(d.Body[:p.At])), len(body))
		if strings.HasPrefix(body[at:], " ") {
			at++
		}
		anchor := (&url.URL{Fragment: p.Anchor}).EscapedFragment()
		lines = append(lines, strconv.Itoa(utf8.RuneCountInString(body[:at]))+" "+anchor)
	}
	return strings.Join(lines, "\n")
}

// placeURL leads to the place of a document in which a byte of its text stands: the last one that begins
// there or before. It is the document's own address where there is none, or at is less than 0.
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
