package command

import (
	"fmt"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/term"

	"github.com/kengash/kengash/generator/internal/stage"
)

// progress shows on a terminal which stages run and how far they are, in one line that is written
// over. A nil progress shows nothing.
type progress struct {
	w     io.Writer
	width func() int // of the terminal

	mu     sync.Mutex
	stages []*counted // that run now
	drawn  time.Time
	shown  int // columns of the line on the terminal
}

// counted is a stage that runs.
type counted struct {
	name        string
	running     int // how many times
	done, total int
	first       int       // what was done when it was counted for the first time,
	since       time.Time // and when that was
}

// newProgress makes a progress for a writer; nil where that is not a terminal.
func newProgress(w io.Writer) *progress {
	if u, ok := w.(interface{ Unwrap() io.Writer }); ok {
		w = u.Unwrap() // the line is our own, and begins with a carriage return
	}
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &progress{w: w, width: func() int {
		width, _, err := term.GetSize(int(f.Fd()))
		if err != nil || width <= 0 {
			width = 80
		}
		return width
	}}
}

// drawEvery is how often the line is drawn at most while stages advance.
const drawEvery = 100 * time.Millisecond

// observer returns what stages report to.
func (p *progress) observer() stage.Observer {
	if p == nil {
		return nil
	}
	return func(e stage.Event) {
		p.mu.Lock()
		defer p.mu.Unlock()
		now := time.Now()
		p.follow(e, now)
		if e.Kind == stage.Advance && e.Done < e.Total && now.Sub(p.drawn) < drawEvery {
			return
		}
		p.drawn = now
		p.draw(p.line(now))
	}
}

// follow notes what happens to a stage.
func (p *progress) follow(e stage.Event, now time.Time) {
	i := slices.IndexFunc(p.stages, func(s *counted) bool { return s.name == e.Stage })
	if i < 0 {
		i = len(p.stages)
		p.stages = append(p.stages, &counted{name: e.Stage})
	}
	s := p.stages[i]
	switch e.Kind {
	case stage.Begin:
		s.running++
	case stage.Advance:
		if s.total == 0 {
			s.first, s.since = e.Done, now
		}
		s.done, s.total = e.Done, e.Total
	case stage.End:
		if s.running--; s.running <= 0 {
			p.stages = slices.Delete(p.stages, i, i+1)
		}
	}
}

// line returns the line, as much of it as the terminal has room for.
func (p *progress) line(now time.Time) string {
	room := p.width() - 1 // the last column breaks the line on some terminals
	for _, rates := range []bool{true, false} {
		var parts []string
		for _, s := range p.stages {
			parts = append(parts, s.text(now, rates))
		}
		line := strings.Join(parts, "; ")
		if len(line) <= room {
			return line
		}
		if !rates {
			return line[:max(0, room-1)] + "…"
		}
	}
	return ""
}

// text says how far a stage is: what, how many of how many, how many a second, how long it will
// take.
func (s *counted) text(now time.Time, rates bool) string {
	if s.total == 0 {
		return s.name
	}
	text := fmt.Sprintf("%s %d of %d %s", s.name, s.done, s.total, stage.Unit(s.name))
	took := now.Sub(s.since)
	// At first it is too early to tell. When all is counted, what is still done is something else.
	if !rates || took < time.Second || s.done <= s.first || s.done >= s.total {
		return text
	}
	rate := float64(s.done-s.first) / took.Seconds()
	return text + fmt.Sprintf(", %s/s, %s", rounded(rate), left(float64(s.total-s.done)/rate))
}

// rounded writes a number with two digits that count, or as a whole.
func rounded(n float64) string {
	if n < 10 {
		return fmt.Sprintf("%.2g", n)
	}
	return fmt.Sprintf("%.0f", n)
}

// left says how many seconds are left.
func left(seconds float64) string {
	switch {
	case seconds <= 90:
		return fmt.Sprintf("%.0f s left", math.Ceil(seconds))
	case seconds <= 90*60:
		return fmt.Sprintf("%.0f min left", seconds/60)
	}
	return fmt.Sprintf("%.0f h left", seconds/3600)
}

// draw writes a line over the one that is shown.
func (p *progress) draw(line string) {
	width := utf8.RuneCountInString(line)
	if width == 0 && p.shown == 0 {
		return
	}
	fmt.Fprintf(p.w, "\r%s%s", line, strings.Repeat(" ", max(0, p.shown-width)))
	p.shown = width
	if width == 0 {
		fmt.Fprint(p.w, "\r")
	}
}

// clear removes the line until the next event.
func (p *progress) clear() { p.without(func() {}) }

// without removes the line while do writes something else.
func (p *progress) without(do func()) {
	if p == nil {
		do()
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.draw("")
	do()
}
