package check

import (
	"fmt"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// factsOfAKind is the number of contradictions of one kind that are reported one by one. A hundred
// have one cause, which ten of them show.
const factsOfAKind = 10

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
				l.AddProblem(diag.Problem{Code: p.Code, Pos: p.Pos, Msg: fmt.Sprintf("and %d more %s", left, kind), Notice: p.Notice})
				break
			}
			l.AddProblem(p)
		}
	}
}
