package command

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"sync"

	"github.com/mattn/go-isatty"

	"github.com/kengash/kengash/generator/internal/stage"
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

// observer returns what stages report to.
func (p *progress) observer() stage.Observer {
	if p == nil {
		return nil
	}
	return func(e stage.Event) {
		p.mu.Lock()
		defer p.mu.Unlock()
		switch e.Kind {
		case stage.Begin:
			p.steps[e.Stage] = e.Stage
		case stage.Advance:
			p.steps[e.Stage] = fmt.Sprintf("%s %d of %d", e.Stage, e.Done, e.Total)
		case stage.End:
			delete(p.steps, e.Stage)
		}
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
