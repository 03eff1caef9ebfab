package source

import (
	"errors"
	"sync/atomic"
	"time"

	"github.com/kengash/kengash/generator/internal/profile"
)

// pdfTime is what a PDF may take of the processor, and pdfFirstTime what it may take together with
// the compilation of PDFium. Tests change them, since their process does more.
var (
	pdfTime      = 1500 * time.Millisecond
	pdfFirstTime = 4 * time.Second
)

const (
	pdfLeastTime = 700 * time.Millisecond // after a compilation on a slow machine
	// What a PDF may take in addition for each page and character that was read: more than those of
	// most PDFs do, so that only long ones get more time.
	pdfPageTime      = 5 * time.Millisecond
	pdfCharacterTime = 10 * time.Microsecond
	fullPage         = 5_000 // characters: those beyond add nothing
)

// errSlow is the cause of the end of a PDF that takes too long.
var errSlow = errors.New("too slow")

// A budget is the time that a PDF may take. It is time of the processor where the system tells it:
// on a busy machine, time passes for sound files too.
type budget struct {
	left atomic.Int64 // from the beginning of this process
}

// used is what this process has used of the processor.
func used() time.Duration {
	if usage, ok := profile.Own(); ok {
		return usage.User + usage.System
	}
	return time.Since(began)
}

var began = time.Now()

// newBudget is a budget of which a compilation has taken some.
func newBudget(compiled time.Duration) *budget {
	b := &budget{}
	b.left.Store(int64(used() + max(min(pdfTime, pdfFirstTime-compiled), pdfLeastTime)))
	return b
}

// more adds what a page with so many characters adds.
func (b *budget) more(characters int) {
	b.left.Add(int64(pdfPageTime + time.Duration(min(characters, fullPage))*pdfCharacterTime))
}

// watch calls slow when the budget is used up, unless that ends before.
func (b *budget) watch(done <-chan struct{}, slow func()) {
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case <-done:
			return
		case <-tick.C:
			if int64(used()) > b.left.Load() {
				slow()
				return
			}
		}
	}
}
