package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// scriptParams are the front matter of a script of a divided list: classic scripts, since those are
// what a page that was opened from a disk may load.
type scriptParams struct {
	Name string `json:"name,omitempty"` // of the part
	Part string `json:"part,omitempty"` // address of its page
	Row  string `json:"row,omitempty"`  // partial that draws a row
	Rows []any  `json:"rows,omitempty"`
	Data string `json:"data,omitempty" set:"-"` // JSON of listKeys
}

// rowsLayout is the template of scripts with rows.
const rowsLayout = "rows"

// addScript adds a script.
func (b *builder) addScript(file string, url func(model.Lang) string, layout string, p scriptParams) error {
	typeset(&p, b.set)
	return b.put(file, url(b.lang), layout, p)
}

// listKeys say what each row of a divided list is found by, in few bytes. A set is a list of
// indexes of Values; rows are indexes of Sets.
type listKeys struct {
	Values []string   `json:"values"` // "topic:ai"
	Sets   [][]int    `json:"sets"`
	Parts  []partKeys `json:"parts"` // in the order of the list
}

// partKeys are the rows of a part, in runs that share keys.
type partKeys struct {
	Name string    `json:"name"`
	Runs []keysRun `json:"runs"`
}

// keysRun are rows beside each other: the set that they share, and the own set of each.
type keysRun struct {
	Shared int   `json:"shared"`
	Own    []int `json:"own"`
}

// keyIndex numbers keys and sets of them.
type keyIndex struct {
	out          listKeys
	values, sets map[string]int
}

// set is the number of a set of keys.
func (x *keyIndex) set(k keys) int {
	name := k.String()
	if n, ok := x.sets[name]; ok {
		return n
	}
	set := make([]int, len(k))
	for i, key := range k {
		n, ok := x.values[key]
		if !ok {
			n = len(x.out.Values)
			x.values[key] = n
			x.out.Values = append(x.out.Values, key)
		}
		set[i] = n
	}
	x.sets[name] = len(x.out.Sets)
	x.out.Sets = append(x.out.Sets, set)
	return x.sets[name]
}
