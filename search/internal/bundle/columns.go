package bundle

import (
	"encoding/binary"
	"slices"

	"github.com/kengash/kengash/search/internal/wire"
)

// The files that hold something of every document (facets, dates, groups) are
// far smaller than the postings of the same fields, since neighbours in the order of ids resemble
// each other, and a browser counts facets with them alone.

// column maps each document of a language to its values of one facet.
type column struct {
	name   string
	values []string
	lists  [][]int // numbers of values, ascending
	rows   []int   // of each document, the number of its list
}

// newColumn collects a column of n documents. Values may come in any order, and twice.
func newColumn(name string, n int, values func(document int) []string) column {
	c := column{name: name, rows: make([]int, n)}
	for i := range n {
		c.values = append(c.values, values(i)...)
	}
	slices.Sort(c.values)
	c.values = slices.Compact(c.values)

	known := map[string]int{}
	for i := range n {
		var list []int
		for _, v := range values(i) {
			n, _ := slices.BinarySearch(c.values, v)
			list = append(list, n)
		}
		slices.Sort(list)
		list = slices.Compact(list)
		key := string(wire.AppendNumbers(nil, list))
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

// packColumns writes columns as a payload.
func packColumns(columns ...column) []byte {
	out := binary.AppendUvarint(nil, uint64(len(columns)))
	for _, c := range columns {
		out = wire.AppendString(out, c.name)
		out = binary.AppendUvarint(out, uint64(len(c.values)))
		for _, v := range c.values {
			out = wire.AppendString(out, v)
		}
		out = binary.AppendUvarint(out, uint64(len(c.lists)))
		for _, list := range c.lists {
			out = wire.AppendNumbers(binary.AppendUvarint(out, uint64(len(list))), list)
		}
		out = wire.AppendNumbers(out, c.rows)
	}
	return out
}

// packGroups writes the numbers of the documents' groups as a payload.
func packGroups(groups []int) []byte {
	var out []byte
	last := 0
	for _, n := range groups {
		out = binary.AppendVarint(out, int64(n-last))
		last = n
	}
	return out
}
