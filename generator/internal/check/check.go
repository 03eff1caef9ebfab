// Package check checks that a collection is consistent. It finds, for example, unknown codes,
// references that lead nowhere, missing translations, and texts whose nodes differ between
// languages.
//
// Each family of rules has a file and a function that takes the collection and a list. All problems
// are collected.
package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// rules are all families, in the order in which they run.
var rules = []func(*model.Collection, *diag.List){
	settings,
	skips,
	vocabularies,
	values,
	texts,
	ids,
	works,
	formulas,
	evidence,
	commitments,
	conflicts,
	sought,
	notes,
	contradictions,
	signs,
}

// Collection returns all problems of a collection.
func Collection(c *model.Collection) diag.List {
	var l diag.List
	for _, rule := range rules {
		rule(c, &l)
	}
	return l
}
