package check

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// entities are all entities of a collection, kind by kind.
func entities(c *model.Collection) []model.Entity {
	var all []model.Entity
	for _, k := range model.Kinds {
		all = append(all, c.List(k)...)
	}
	return all
}

// first returns the first of many words, with a mark where there are more.
func first(words []string, n int) []string {
	if len(words) > n {
		return append(slices.Clone(words[:n]), "…")
	}
	return words
}
