package check

import (
	"fmt"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// factsOfAKind is the number of contradictions of one kind that are told one by one. A hundred of
// them have one cause, which can be seen from ten.
const factsOfAKind = 10

// facts collects contradictions between facts by kind, in words that go on "and 12 more …".
type facts struct {
	c     *model.Collection
	found map[string][]diag.Problem
}

// contradictions checks that the facts of the records do not contradict each other. What cannot be
// is a problem, what is only odd is a notice; a text in another script than its language's is.
func contradictions(c *model.Collection, l *diag.List) {
	f := &facts{c, map[string][]diag.Problem{}}
	f.circles()
	f.causes()
	f.meetings()
	f.instruments()
	f.scripts()
	for kind, problems := range f.found {
		var all diag.List
		for _, p := range problems {
			all.AddProblem(p)
		}
		sorted := all.Sorted()
		for i, p := range sorted {
			if left := len(sorted) - i; i == factsOfAKind && left > 1 {
				l.AddProblem(diag.Problem{Pos: p.Pos, Msg: fmt.Sprintf("and %d more %s", left, kind), Notice: p.Notice})
				break
			}
			l.AddProblem(p)
		}
	}
}

// wrong records what cannot be, with the other places that say so.
func (f *facts) wrong(kind string, pos diag.Position, hint, msg string, also ...diag.Position) {
	f.found[kind] = append(f.found[kind], diag.Problem{Pos: pos, Msg: msg, Hint: hint, Also: also})
}

// odd records what can be and hardly ever is.
func (f *facts) odd(kind string, pos diag.Position, hint, msg string, also ...diag.Position) {
	f.found[kind] = append(f.found[kind], diag.Problem{Pos: pos, Msg: msg, Hint: hint, Also: also, Notice: true})
}

// before reports whether a date lies before another, however the two are meant.
func before(a, b model.Date) bool {
	last, first := a.Last(), b.First()
	return !last.IsZero() && last.Before(first)
}
