package publish

import "errors"

var (
	// ErrBusy is what a refusal is when another build for the same
	// destination is running.
	ErrBusy = errors.New("another build for this destination is running")

	// ErrInPlace is what an error of Commit is when the new site is in place
	// nevertheless, and only the work after the exchange failed.
	ErrInPlace = errors.New("the new site is in place")
)

// Error says why a site cannot be put in place, and what to do about it. All
// three texts are sentences without a capital and a full stop.
type Error struct {
	Path       string // what it is about: the destination, or a path near it
	Problem    string // what is wrong
	Wanted     string // what would have been right
	Suggestion string // what the user can do
	Err        error  // the cause, if there is one

	kind error // ErrBusy, ErrInPlace or nil
}

// Error is the whole message on one line.
func (e *Error) Error() string {
	s := e.Problem
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s + "; wanted: " + e.Wanted + "; suggestion: " + e.Suggestion
}

// Unwrap gives the cause and the kind to [errors.Is] and [errors.As].
func (e *Error) Unwrap() []error {
	var errs []error
	if e.kind != nil {
		errs = append(errs, e.kind)
	}
	if e.Err != nil {
		errs = append(errs, e.Err)
	}
	return errs
}
