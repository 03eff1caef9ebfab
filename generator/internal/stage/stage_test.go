package stage

import (
	"context"
	"errors"
	"runtime/pprof"
	"slices"
	"testing"
)

func TestRunTellsWhatHappens(t *testing.T) {
	failed := errors.New("failed")
	for _, c := range []struct {
		name string
		err  error
	}{{"a stage that succeeds", nil}, {"a stage that fails", failed}} {
		t.Run(c.name, func(t *testing.T) {
			var first, second []Event
			o := Both(Both(nil, func(e Event) { first = append(first, e) }), func(e Event) { second = append(second, e) })
			err := o.Run(t.Context(), Indexing, func(ctx context.Context, advance func(done, total int)) error {
				if label, _ := pprof.Label(ctx, Label); label != Indexing {
					t.Errorf("samples are labelled %q", label)
				}
				advance(3, 5)
				return c.err
			})
			want := []Event{{Indexing, Begin, 0, 0}, {Indexing, Advance, 3, 5}, {Indexing, End, 0, 0}}
			if err != c.err || !slices.Equal(first, want) || !slices.Equal(second, want) {
				t.Errorf("error %v, told %v and %v, want %v", err, first, second, want)
			}
		})
	}
}

func TestNobodyObserves(t *testing.T) {
	ran := false
	err := Both(nil, nil).Run(t.Context(), Reading, func(_ context.Context, advance func(done, total int)) error {
		ran = advance == nil
		return nil
	})
	if err != nil || !ran {
		t.Errorf("error %v; the stage ran without a function to report to: %v", err, ran)
	}
}
