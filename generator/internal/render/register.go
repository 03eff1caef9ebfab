package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// A register is a whole list: of decisions, of commitments, of the records of a kind. Up to
// wholeLimit is how many entries one page shows. A longer list shows the first of them there and is
// divided, by year where its entries have one, into pages of up to wholeLimit: so a page has a
// bound, and the address of an old part stays when new entries come. Filters work over all of it by
// scripts that hold the rows of each part, and one that holds what each row is found by.
const (
	wholeLimit = 100
	firstLimit = 50 // entries on the first page of a divided list
)

// Register is the frame of a whole list, or of a part of one.
type Register struct {
	Filters []Filter   `json:"filters,omitempty"`
	Total   int        `json:"total"`
	Parts   []Division `json:"parts,omitempty"` // where the list is divided
	Shown   int        `json:"shown,omitempty"` // how many entries the first page of a divided list has
	Keys    string     `json:"keys,omitempty"`  // address of the script with the keys of all rows
	Part    *Division  `json:"part,omitempty"`  // the part that the page is
	Before  *Link      `json:"before,omitempty"`
	After   *Link      `json:"after,omitempty"`
}

// Division is a part of a divided list.
type Division struct {
	Link          // "1990–1994"; without a title: entries without a date
	Of     string `json:"of,omitempty"` // the table that it is a part of: a key of the theme's i18n
	Number int    `json:"number"`       // of its entries
}

// entry is a row of a list, in the order in which the list is read.
type entry struct {
	of      string // the table of the list: a key of the theme's i18n
	section string // what a list is divided by: a year, the id of a state. A part of an address
	label   string // in words
	group   keys   // what it is found by, as are its neighbours
	keys    keys   // what it is found by
	row     any    // Card, DecisionRow or Commitment
}

// whole is a list before it is divided.
type whole struct {
	folder  string // of its parts, in the folder of a language: "decisions/", "notes/list/"
	url     func(model.Lang) string
	file    string // content file of its first page
	layout  string
	row     string // partial that draws a row in a script: "decision"
	entries []entry
	first   []entry           // what the first page shows; nil: the head of entries
	filters []string          // names
	words   map[string]string // of filters that are not called after their names
	dated   bool              // sections are years
	// view makes the page that shows some entries; register is its frame.
	view func(shown []entry, register *Register) view
}

// long reports whether the list is divided.
func (w *whole) long() bool { return len(w.entries) > wholeLimit }

// listPart is a run of entries that make a page.
type listPart struct {
	name    string // of its address
	label   string
	entries []entry
}

// divided returns the parts of a list, in its order. Sections are put together as far as a page has
// room, from the end of the list, where nothing new comes in.
func (w *whole) divided() []listPart {
	var out []listPart
	for end := len(w.entries); end > 0; {
		from := w.sectionStart(end)
		last := w.entries[end-1]
		if end-from > wholeLimit { // a section of several pages
			for n := 1; end > from; n++ {
				start := max(from, end-wholeLimit)
				p := listPart{name: last.section, label: fmt.Sprintf("%s (%d)", last.label, n), entries: w.entries[start:end]}
				if last.label == "" {
					p.label = strconv.Itoa(n)
				}
				if n > 1 {
					p.name += "-" + strconv.Itoa(n)
				}
				out, end = append(out, p), start
			}
			continue
		}
		start := from
		for start > 0 && w.entries[start-1].of == last.of && end-w.sectionStart(start) <= wholeLimit {
			start = w.sectionStart(start)
		}
		out = append(out, listPart{last.section, w.span(w.entries[start], last), w.entries[start:end]})
		end = start
	}
	slices.Reverse(out)
	return out
}

// sectionStart is where the section begins that ends before an index.
func (w *whole) sectionStart(end int) int {
	last, from := w.entries[end-1], end-1
	for from > 0 && w.entries[from-1].section == last.section && w.entries[from-1].of == last.of {
		from--
	}
	return from
}

// span is what the sections from one entry to another are called.
func (w *whole) span(first, last entry) string {
	switch {
	case first.label == last.label:
		return first.label
	case first.label == "" || last.label == "":
		return cmp.Or(first.label, last.label)
	case w.dated:
		return min(first.label, last.label) + "–" + max(first.label, last.label)
	}
	return first.label + " – " + last.label
}

// partURL is the address of a file of a divided list in a language, relative to the site's root.
func (w *whole) partURL(file string) func(model.Lang) string {
	return func(l model.Lang) string { return string(l) + "/" + w.folder + file }
}

// addWhole adds the pages of a list: one, or the first and its parts with their scripts.
func (b *builder) addWhole(w whole) error {
	r := &Register{Total: len(w.entries), Filters: b.filters(w.entries, w.filters, w.words)}
	if !w.long() {
		return b.add(w.file, w.url, w.layout, w.view(w.entries, r))
	}
	parts := w.divided()
	for _, p := range parts {
		l := Link{Title: p.label, URL: "/" + w.partURL(p.name+".html")(b.lang)}
		r.Parts = append(r.Parts, Division{l, p.entries[0].of, len(p.entries)})
	}
	shown := w.first
	if shown == nil {
		shown = w.entries[:firstLimit]
	}
	r.Shown, r.Keys = len(shown), "/"+w.partURL("keys.js")(b.lang)
	if err := b.add(w.file, w.url, w.layout, w.view(shown, r)); err != nil {
		return err
	}
	if err := b.addKeys(w, parts); err != nil {
		return err
	}
	for i, p := range parts {
		if err := b.addPart(w, p, i, r.Parts); err != nil {
			return err
		}
	}
	return nil
}

// addPart adds the page of a part of a list, and the script with its rows.
func (b *builder) addPart(w whole, p listPart, i int, parts []Division) error {
	r := &Register{Total: len(p.entries), Part: &parts[i], Parts: parts}
	if i > 0 {
		r.Before = &parts[i-1].Link
	}
	if i < len(parts)-1 {
		r.After = &parts[i+1].Link
	}
	v := w.view(p.entries, r)
	page := v.common()
	page.Breadcrumbs = append(page.Breadcrumbs, Link{Title: page.Heading, URL: "/" + w.url(b.lang)})
	file := w.partFile(p.name)
	if w.layout == "section" { // which Hugo has for lists alone
		file = strings.TrimSuffix(file, ".md") + "/_index.md"
	}
	if err := b.add(file, w.partURL(p.name+".html"), w.layout, v); err != nil {
		return err
	}
	rows := make([]any, len(p.entries))
	for j, e := range p.entries {
		rows[j] = e.row
	}
	return b.addScript(w.partFile(p.name+".rows"), w.partURL(p.name+".js"), rowsLayout, scriptParams{Name: p.name, Part: r.Part.URL, Row: w.row, Rows: rows})
}

// partFile is the content file of a part. It is at the top, since a folder would become a list.
func (w *whole) partFile(name string) string {
	return "part-" + strings.ReplaceAll(w.folder, "/", "-") + name + ".md"
}

// filters are those of the names that tell rows apart, each with the values that rows have, in the
// order of the site. A filter is called after its name where words does not say otherwise.
func (b *builder) filters(entries []entry, names []string, words map[string]string) []Filter {
	have := map[string]bool{}
	var years []string // as the rows have them
	for _, e := range entries {
		for _, k := range [...]keys{e.group, e.keys} {
			for _, key := range k {
				if year, is := strings.CutPrefix(key, "year:"); is && !have[key] {
					years = append(years, year)
				}
				have[key] = true
			}
		}
	}
	var out []Filter
	for _, name := range names {
		options := slices.DeleteFunc(b.filterOptions(name, years), func(o FilterOption) bool { return !have[name+":"+o.Value] })
		if len(options) > 1 {
			out = append(out, Filter{name, cmp.Or(words[name], name), options[:min(len(options), optionLimit)]})
		}
	}
	return out
}

// addKeys adds the script with the keys of all rows.
func (b *builder) addKeys(w whole, parts []listPart) error {
	index := keyIndex{values: map[string]int{}, sets: map[string]int{}}
	for _, p := range parts {
		pk := partKeys{Name: p.name}
		var before keys
		for i, e := range p.entries {
			if i == 0 || !slices.Equal(e.group, before) {
				pk.Runs = append(pk.Runs, keysRun{Shared: index.set(e.group)})
				before = e.group
			}
			run := &pk.Runs[len(pk.Runs)-1]
			run.Own = append(run.Own, index.set(e.keys))
		}
		index.out.Parts = append(index.out.Parts, pk)
	}
	data, err := json.Marshal(index.out)
	if err != nil {
		return err
	}
	return b.addScript(w.partFile("keys"), w.partURL("keys.js"), "keys", scriptParams{Data: string(data)})
}
