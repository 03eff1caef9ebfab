// Package check checks that a collection is consistent. It finds, for example, unknown codes,
// references that lead nowhere, missing translations, and texts whose nodes differ between
// languages.
//
// Each family of rules has a file and a function that takes the collection and a list. All problems
// are collected.
package check

import (
	"sync"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// rules are all families, in the order of what they find.
var rules = []func(*model.Collection, *diag.List){
	settings,
	skips,
	vocabularies,
	paths,
	values,
	texts,
	ids,
	redirects,
	works,
	formulas,
	evidence,
	commitments,
	conflicts,
	sought,
	notes,
	committees,
	decided,
	drafts,
	owners,
	contradictions,
	signs,
	todo,
}

// Collection returns all problems of a collection, which no rule changes. An editor waits for them,
// so the rules run side by side.
func Collection(c *model.Collection) diag.List {
	found := make([]diag.List, len(rules))
	var running sync.WaitGroup
	for i, rule := range rules {
		running.Go(func() { rule(c, &found[i]) })
	}
	running.Wait()
	var l diag.List
	for _, problems := range found {
		l.Append(problems)
	}
	return l
}
