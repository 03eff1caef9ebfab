// Package stage tells which stages of a command run, and how far each is.
package stage

import (
	"cmp"
	"context"
	"runtime/pprof"
	"runtime/trace"
	"slices"
)

// The stages of a build, in the order in which they begin. Indexing runs beside composing and
// rendering.
const (
	Reading    = "reading"
	Checking   = "checking"
	Composing  = "composing" // the views that pages are made of
	Rendering  = "rendering"
	Indexing   = "indexing"
	Verifying  = "verifying"
	Publishing = "publishing"
	Keeping    = "keeping" // what later builds can use
)

var order = []string{Reading, Checking, Composing, Rendering, Indexing, Verifying, Publishing, Keeping}

// Compare compares the names of two stages by their order in a build.
func Compare(a, b string) int { return cmp.Compare(slices.Index(order, a), slices.Index(order, b)) }

// Unit returns what a stage counts.
func Unit(name string) string {
	switch name {
	case Rendering:
		return "pages"
	case Indexing:
		return "documents"
	}
	return "files"
}

// Kind is what happens to a stage.
type Kind int

// What happens to a stage.
const (
	Begin Kind = iota
	Advance
	End
)

// Event is something that happens to a stage. Done and Total are those of Advance.
type Event struct {
	Stage       string
	Kind        Kind
	Done, Total int
}

// Observer is told what happens. Stages run side by side, so it may be called from several
// goroutines at a time. A nil Observer is nobody.
type Observer func(Event)

// Label is the key under which samples of a CPU profile have the name of their stage.
const Label = "stage"

// Run runs a stage, or a part of it: do may be run more than once, also side by side. What do
// starts belongs to the stage in a CPU profile. Advance is nil where nobody observes.
func (o Observer) Run(ctx context.Context, name string, do func(ctx context.Context, advance func(done, total int)) error) (err error) {
	var advance func(done, total int)
	if o != nil {
		o(Event{Stage: name, Kind: Begin})
		defer o(Event{Stage: name, Kind: End})
		advance = func(done, total int) { o(Event{name, Advance, done, total}) }
	}
	pprof.Do(ctx, pprof.Labels(Label, name), func(ctx context.Context) {
		trace.WithRegion(ctx, name, func() { err = do(ctx, advance) })
	})
	return err
}

// Both returns an observer that tells two others.
func Both(a, b Observer) Observer {
	switch {
	case a == nil:
		return b
	case b == nil:
		return a
	}
	return func(e Event) {
		a(e)
		b(e)
	}
}
