package search

import (
	"encoding/binary"
	"slices"
	"strings"
)

// This file makes the files that hold something of every document: facets, dates, groups. They are
// far smaller than the postings of the same fields, since neighbours in the order of ids resemble
// each other, and a browser counts facets with them alone.

// column maps each document of a language to its values of one facet.
type column struct {
	name   string
	values []string
	lists  [][]int // numbers of values, ascending
	rows   []int   // of each document, the number of its list
}

// newColumn collects a column. Values may come in any order, and twice.
func newColumn(name string, docs []*Document, values func(*Document) []string) column {
	c := column{name: name, rows: make([]int, len(docs))}
	for _, d := range docs {
		c.values = append(c.values, values(d)...)
	}
	slices.Sort(c.values)
	c.values = slices.Compact(c.values)

	known := map[string]int{}
	for i, d := range docs {
		var list []int
		for _, v := range values(d) {
			n, _ := slices.BinarySearch(c.values, v)
			list = append(list, n)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		key := string(appendNumbers(nil, list))
		n, ok := known[key]
		if !ok {
			n = len(c.lists)
			known[key] = n
			c.lists = append(c.lists, list)
		}
		c.rows[i] = n
	}
	return c
}

// facetColumns are the columns of a manifest.
func facetColumns(docs []*Document) []column {
	var out []column
	for _, facet := range slices.Concat(facetFields, ownFacets(docs)) {
		out = append(out, newColumn(facet, docs, func(d *Document) []string { return d.facet(facet) }))
	}
	return out
}

func dateColumn(docs []*Document) column {
	return newColumn(fieldDate, docs, func(d *Document) []string { return nonEmpty(d.Date) })
}

// packColumns writes columns as a payload.
func packColumns(columns ...column) []byte {
	out := binary.AppendUvarint(nil, uint64(len(columns)))
	for _, c := range columns {
		out = appendString(out, c.name)
		out = binary.AppendUvarint(out, uint64(len(c.values)))
		for _, v := range c.values {
			out = appendString(out, v)
		}
		out = binary.AppendUvarint(out, uint64(len(c.lists)))
		for _, list := range c.lists {
			out = appendNumbers(binary.AppendUvarint(out, uint64(len(list))), list)
		}
		out = appendNumbers(out, c.rows)
	}
	return out
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

func appendNumbers(out []byte, numbers []int) []byte {
	for _, n := range numbers {
		out = binary.AppendUvarint(out, uint64(n))
	}
	return out
}

// groupKey is what a document has in common with itself in other languages: the id without the
// language in front.
func groupKey(id, lang string) string {
	if key, ok := strings.CutPrefix(id, lang+"/"); ok {
		return key
	}
	return id
}

// groups numbers the group keys of all documents, in order, and lists the members of each.
func groups(byLang map[string][]*Document) (numbers map[string]int, members map[string][]*Document) {
	members = map[string][]*Document{}
	for _, lang := range sortedKeys(byLang) {
		for _, d := range byLang[lang] {
			key := groupKey(d.ID, d.Lang)
			members[key] = append(members[key], d)
		}
	}
	numbers = make(map[string]int, len(members))
	for i, key := range sortedKeys(members) {
		numbers[key] = i
	}
	return numbers, members
}

// packGroups writes the groups of one language's documents as a payload.
func packGroups(docs []*Document, numbers map[string]int) []byte {
	var out []byte
	last := 0
	for _, d := range docs {
		n := numbers[groupKey(d.ID, d.Lang)]
		out = binary.AppendVarint(out, int64(n-last))
		last = n
	}
	return out
}
