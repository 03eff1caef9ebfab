// Package profile finds out where a command spends time and memory: it writes profiles of this
// process and of the children that it starts, and measures what each stage and each process takes.
package profile

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	pprof "github.com/google/pprof/profile"

	"github.com/kengash/kengash/generator/internal/stage"
)

// Session measures a command from [Start] to [Session.Stop]. A nil Session measures nothing.
type Session struct {
	dir   string
	began time.Time
	usage Usage // of this process when it began
	stop  func() error

	mu       sync.Mutex
	stages   []*measured
	children []*Child
}

// measured is a stage as it is measured.
type measured struct {
	name    string
	running int       // how many times it runs now
	since   time.Time // it runs without a break
	wall    time.Duration
}

// Start begins to measure, and to write profiles into a folder, which it makes.
func Start(dir string) (*Session, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	if err := removeOld(dir); err != nil {
		return nil, err
	}
	s := &Session{dir: dir, began: time.Now()}
	s.usage, _ = Own()
	s.stop, err = record(dir + string(filepath.Separator))
	return s, err
}

// Observe measures stages; it is a [stage.Observer].
func (s *Session) Observe(e stage.Event) {
	if e.Kind == stage.Advance {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	m := s.stage(e.Stage)
	switch now := time.Now(); e.Kind {
	case stage.Begin:
		if m.running == 0 {
			m.since = now
		}
		m.running++
	case stage.End:
		if m.running--; m.running == 0 {
			m.wall += now.Sub(m.since)
		}
	}
}

// stage returns a stage by its name. The caller holds the lock.
func (s *Session) stage(name string) *measured {
	for _, m := range s.stages {
		if m.name == name {
			return m
		}
	}
	m := &measured{name: name}
	s.stages = append(s.stages, m)
	return m
}

// Child is a process that works for a stage. A nil Child is not measured.
type Child struct {
	name, stage string
	prefix      string // of its files
	ended       *Usage
	session     *Session
}

// Child names a child that is about to be started: "render" is render-1, the next one render-2.
func (s *Session) Child(name, of string) *Child {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	c := &Child{stage: of, session: s}
	c.name = fmt.Sprintf("%s-%d", name, len(s.children)+1)
	c.prefix = filepath.Join(s.dir, c.name+".")
	s.children = append(s.children, c)
	return c
}

// Environ returns what the environment of the child is to have, for [FromEnvironment].
func (c *Child) Environ() []string {
	if c == nil {
		return nil
	}
	return []string{variable + "=" + c.prefix}
}

// Ended records what a child that has ended had used. The peak of its memory is what the child says
// of itself; 0 if it did not come to that.
func (c *Child) Ended(state *os.ProcessState, peak int64) {
	if c == nil {
		return
	}
	u := ended(state, peak)
	c.session.mu.Lock()
	defer c.session.mu.Unlock()
	c.ended = &u
}

// Stop writes the profiles and returns what was measured. The CPU time that this process spent in
// each stage is in proportion to the samples of its CPU profile.
func (s *Session) Stop() (Report, error) {
	now := time.Now()
	usage, known := Own()
	if err := s.stop(); err != nil {
		return Report{}, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	shares, err := sampled(filepath.Join(s.dir, cpuFile))
	if err != nil {
		return Report{}, err
	}
	usage.User -= s.usage.User
	usage.System -= s.usage.System
	r := Report{Wall: now.Sub(s.began), Processes: []Process{{Name: thisProcess, Usage: usage, Known: known}}}
	slices.SortStableFunc(s.stages, func(a, b *measured) int { return stage.Compare(a.name, b.name) })
	rest := usage.User + usage.System
	for _, m := range s.stages {
		u := Stage{Name: m.name, Wall: m.wall}
		if m.running > 0 {
			u.Wall += now.Sub(m.since)
		}
		u.Own = time.Duration(shares[m.name] * float64(usage.User+usage.System))
		rest -= u.Own
		for _, c := range s.children {
			if c.stage == m.name && c.ended != nil {
				u.Children += c.ended.User + c.ended.System
			}
		}
		r.Stages = append(r.Stages, u)
	}
	r.Rest = max(0, rest) // which rounding may make less than nothing
	for _, c := range s.children {
		p := Process{Name: c.name, Known: c.ended != nil}
		if c.ended != nil {
			p.Usage = *c.ended
		}
		r.Processes = append(r.Processes, p)
	}
	return r, nil
}

// sampled returns the share of each stage in the samples of a CPU profile.
func sampled(name string) (map[string]float64, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	cpu, err := pprof.Parse(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	shares, all := map[string]float64{}, 0.0
	for _, sample := range cpu.Sample {
		n := float64(sample.Value[0])
		all += n
		for _, of := range sample.Label[stage.Label] {
			shares[of] += n
		}
	}
	for of := range shares {
		shares[of] /= all
	}
	return shares, nil
}
