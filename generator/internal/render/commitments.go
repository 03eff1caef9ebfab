package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// CommitmentsPage is the page of all commitments.
type CommitmentsPage struct {
	Page
	Register *Register         `json:"register"`
	Tables   []CommitmentsPart `json:"tables"`
}

// CommitmentsPart is a table of them. Name is a key of the theme's i18n ("commitments_open",
// "commitments_standing", "commitments_done").
type CommitmentsPart struct {
	Name  string       `json:"name"`
	Hint  bool         `json:"hint"`  // what the table means is said
	Total int          `json:"total"` // of the whole list
	Rows  []Commitment `json:"rows"`
}

// commitmentTables are the tables in their order.
var commitmentTables = []string{"commitments_open", "commitments_standing", "commitments_done"}

// commitmentTable is the table of a commitment.
func commitmentTable(l model.Commitment) int {
	switch {
	case l.Open && l.Standing():
		return 1
	case l.Open:
		return 0
	}
	return 2
}

// commitmentsList is the list of all commitments.
func (b *builder) commitmentsList() whole {
	w := whole{
		folder: openName + "/", row: "register/commitment.html", dated: true,
		filters: []string{"topic", "state", "person", "body", "status"},
		words:   map[string]string{"body": "responsible"},
	}
	totals := make([]int, len(commitmentTables))
	all := slices.Clone(b.c.Commitments())
	slices.SortStableFunc(all, func(x, y model.Commitment) int { return cmp.Compare(commitmentTable(x), commitmentTable(y)) })
	for _, l := range all {
		row, k := b.commitment(l)
		if len(all) <= wholeLimit { // else they stand in scripts
			row.Keys = k.String()
		}
		table, year := commitmentTable(l), l.Since.Year()
		totals[table]++
		w.entries = append(w.entries, entry{
			of: commitmentTables[table], section: commitmentTables[table][len("commitments_"):] + "-" + sectionOf(year), label: year, keys: k, row: row,
		})
	}
	w.view = func(shown []entry, r *Register) view {
		v := &CommitmentsPage{Register: r}
		for i, name := range commitmentTables {
			t := CommitmentsPart{Name: name, Hint: i > 0 || b.c.Seeks(), Total: totals[i]}
			for _, e := range shown {
				if e.of == name {
					t.Rows = append(t.Rows, e.row.(Commitment))
				}
			}
			if len(t.Rows) > 0 {
				v.Tables = append(v.Tables, t)
			}
		}
		return v
	}
	return w
}
