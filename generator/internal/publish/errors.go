package publish

import (
	"errors"

	"github.com/kengash/kengash/generator/internal/diag"
)

var (
	// ErrBusy is what a refusal is when another build for the same
	// destination is running.
	ErrBusy = errors.New("another build for this destination is running")

	// ErrInPlace is what an error of Commit is when the new site is in place
	// nevertheless, and only the work after the exchange failed.
	ErrInPlace = errors.New("the new site is in place")
)

// refusal says why a site cannot be put in place, and what to do about it. All
// three texts are phrases without a capital and a full stop.
type refusal struct {
	problem    string // what is wrong
	wanted     string // what would have been right
	suggestion string // what the user can do
	cause      error  // if there is one
	kind       error  // ErrBusy, ErrInPlace or nil
}

// err returns the refusal as a [*diag.Error], which [errors.Is] takes for its
// cause and its kind too.
func (r refusal) err() error {
	e := &diag.Error{Problems: []diag.Problem{{Code: diag.Publishing, Msg: r.problem, Hint: "want " + r.wanted + "; " + r.suggestion}}}
	if r.cause != nil {
		e.Problems[0].Msg += ": " + r.cause.Error()
		e.Causes = append(e.Causes, r.cause)
	}
	if r.kind != nil {
		e.Causes = append(e.Causes, r.kind)
	}
	return e
}
