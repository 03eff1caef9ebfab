package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// facts collects contradictions between facts by kind, in words that go on "and 12 more …".
type facts struct {
	c     *model.Collection
	found map[string][]diag.Problem
}

// wrong records what cannot be, with the other places that say so.
func (f *facts) wrong(code diag.Code, kind string, pos diag.Position, hint, msg string, also ...diag.Position) {
	f.found[kind] = append(f.found[kind], diag.Problem{Code: code, Pos: pos, Msg: msg, Hint: hint, Also: also})
}

// odd records what can be and hardly ever is.
func (f *facts) odd(code diag.Code, kind string, pos diag.Position, hint, msg string, also ...diag.Position) {
	f.found[kind] = append(f.found[kind], diag.Problem{Code: code, Pos: pos, Msg: msg, Hint: hint, Also: also, Notice: true})
}

// before reports whether a date is before another, however the two are meant.
func before(a, b model.Date) bool {
	last, first := a.Last(), b.First()
	return !last.IsZero() && last.Before(first)
}
