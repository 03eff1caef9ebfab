// Package cite writes citations in RIS, which reference managers read. The theme's script makes
// BibTeX and CSL-JSON from it.
package cite

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// Item is what a citation is of: a page of the site, or a document that it holds, as a whole or a
// place in it.
type Item struct {
	Key       string // begins the key of the entry: "protocol-ict-2021"
	Edition   string // ends it: "en"
	Document  bool   // a document with a date of its own; else a page of the site
	Author    string // a body; "" where none is named
	Title     string
	Place     string // the id of a place in the document: "c2"; "" is the whole
	Section   string // its name: "Clause 2"
	Date      string // EDTF: "2021-11-25", "2021-11", "2021"; other forms are left out
	Site      string // name of the site
	Publisher string // of the site; "" where none is named
	Archive   string // who keeps the original
	Language  string // BCP 47
	Note      string // status of the text: "unofficial translation"
	DataDate  string // EDTF, the day of which the site speaks
	Permalink string // absolute address of the whole
}

// At is the item of a place in a document.
func (i Item) At(place, section string) Item {
	i.Place, i.Section = place, section
	return i
}

// key is the key of the entry: "protocol-ict-2021-c2-en".
func (i Item) key() string {
	if i.Place == "" {
		return i.Key + "-" + i.Edition
	}
	return i.Key + "-" + i.Place + "-" + i.Edition
}

// URL is the permanent address of what is cited.
func (i Item) URL() string {
	if i.Place == "" {
		return i.Permalink
	}
	return i.Permalink + "#" + i.Place
}

// dateParts are year, month, day as far as a date has them; nil for intervals and unknown dates.
func dateParts(edtf string) []int {
	var parts []int
	for _, s := range strings.Split(edtf, "-") {
		n, err := strconv.Atoi(s)
		if err != nil || len(parts) == 3 {
			return nil
		}
		parts = append(parts, n)
	}
	return parts
}

// oneLine is a value without what would begin a line of its own in an entry, where it would be
// taken for another field.
func oneLine(value string) string {
	breaks := func(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }
	if !strings.ContainsFunc(value, breaks) {
		return value
	}
	return strings.Join(strings.FieldsFunc(value, func(r rune) bool { return breaks(r) || r == ' ' }), " ")
}

// RIS is a record of type GEN for a document, ELEC for a page, by the tags of the RIS format
// specification (Research Information Systems, 2001): two letters, two blanks, a hyphen, a blank.
func (i Item) RIS() string {
	var b strings.Builder
	tag := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s  - %s\n", name, oneLine(value))
		}
	}
	kind := "ELEC"
	if i.Document {
		kind = "GEN"
	}
	tag("TY", kind)
	tag("ID", i.key())
	tag("AU", i.Author)
	tag("TI", i.Title)
	tag("SE", i.Section)
	if parts := dateParts(i.Date); parts != nil {
		tag("PY", fmt.Sprintf("%04d", parts[0]))
		date := [3]string{}
		for n, v := range parts {
			date[n] = fmt.Sprintf("%02d", v)
		}
		tag("DA", strings.Join(date[:], "/")+"/")
	}
	if i.Publisher == "" {
		tag("PB", i.Site)
	} else {
		tag("T2", i.Site)
		tag("PB", i.Publisher)
	}
	tag("LA", i.Language)
	tag("N1", i.Note)
	tag("AV", i.Archive)
	tag("UR", i.URL())
	tag("Y2", strings.ReplaceAll(i.DataDate, "-", "/"))
	b.WriteString("ER  - \n")
	return b.String()
}
