package command

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"sync"

	"github.com/mattn/go-isatty"
)

// progress shows on a terminal what a build is doing and how far it is, in one line that is written
// over. In a pipe it is silent. A nil progress is silent too.
type progress struct {
	w io.Writer

	mu    sync.Mutex
	steps map[string]string
	width int // of the line shown
}

// newProgress makes a progress for a writer; nil where that is not a terminal.
func newProgress(w io.Writer) *progress {
	if u, ok := w.(interface{ Unwrap() io.Writer }); ok {
		w = u.Unwrap() // the line is our own, and begins with a carriage return
	}
	if f, ok := w.(*os.File); !ok || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return &progress{w: w, steps: map[string]string{}}
}

// counter returns the function that a step reports to.
func (p *progress) counter(step string) func(done, total int) {
	if p == nil {
		return nil
	}
	return func(done, total int) {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.steps[step] = fmt.Sprintf("%s %d of %d", step, done, total)
		p.show()
	}
}

func (p *progress) show() {
	var parts []string
	for _, s := range p.steps {
		parts = append(parts, s)
	}
	sort.Strings(parts)
	line := strings.Join(parts, ", ")
	fmt.Fprintf(p.w, "\r%-*s", p.width, line)
	p.width = len(line)
}

// done removes the line.
func (p *progress) done() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	fmt.Fprintf(p.w, "\r%*s\r", p.width, "")
}
