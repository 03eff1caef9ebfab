package hugo

import (
	"bufio"
	"cmp"
	"context"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/scratch"
	"github.com/kengash/kengash/generator/internal/stage"
)

// Renderer renders the pages of a project in a child.
type Renderer struct {
	opt    Options
	asked  context.Context // of the caller
	ctx    context.Context // ends when the child is to be killed
	cancel context.CancelCauseFunc
	child  *child.Process
	used   *profile.Child

	ahead   chan struct{} // has as many as pages are asked for and not rendered
	sending sync.Mutex    // guards the two below; taken before mu
	to      *bufio.Writer
	enc     *gob.Encoder

	mu      sync.Mutex // guards the five below
	last    int        // number of the last request
	waiting map[int]awaited
	ending  bool   // no further page is asked for
	over    bool   // no answer comes any more
	silent  string // what was waited for when the child had been silent for too long

	alarm    *time.Timer
	answered chan struct{} // closed when no answer comes any more
	end      message       // the last; valid after answered is closed
	failed   error         // of opt.Asset; valid after answered is closed
	wait     func() error  // waits for the end of the child, once
	remove   func() error  // removes temp, once
	result   func() error  // waits for the end of all, once
}

// awaited is a page that was asked for.
type awaited struct {
	file string
	then func(content []byte, problems []diag.Problem)
}

// errSilent is the cause of the end of a child that was silent for too long.
var errSilent = errors.New("silent for too long")

// errEnded is the cause of the end of a child that was to end by itself, and errClosed of one that
// is not needed any more.
var (
	errEnded  = errors.New("ended")
	errClosed = errors.New("the renderer was closed")
)

// Start starts a child that renders pages of p. The caller calls Finish or Close in the end. When
// ctx ends, the child is killed.
//
// Nothing but a temporary folder is written to. It is removed in the end, by the child if this
// process is killed.
func Start(ctx context.Context, p Project, opt Options) (_ *Renderer, err error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	temp, err := scratch.New("render")
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			_ = temp.Remove()
		}
	}()
	work := job{
		Work: filepath.Join(temp.Path(), "project"), Temp: filepath.Join(temp.Path(), "temp"),
		Abandon: opt.Abandon, Layers: len(p.Theme), Ahead: 4 * runtime.NumCPU(), Now: opt.Now, MemoryMost: opt.MemoryMost,
	}
	if err := writeProject(p, work.Work, buildDirs); err != nil {
		if path, ok := errors.AsType[*fs.PathError](err); ok && strings.HasPrefix(path.Path, temp.Path()) {
			err = temp.Explain(err)
		}
		return nil, fmt.Errorf("render: %w", err)
	}
	if err := os.MkdirAll(work.Temp, 0o700); err != nil {
		return nil, temp.Explain(err)
	}
	r := &Renderer{
		opt: opt, asked: ctx, remove: sync.OnceValue(temp.Remove), waiting: map[int]awaited{},
		ahead: make(chan struct{}, work.Ahead), answered: make(chan struct{}),
	}
	r.ctx, r.cancel = context.WithCancelCause(ctx)
	r.used = opt.Profile.Child("render", stage.Rendering)
	r.child, err = child.Start(r.ctx, rendering, append(r.used.Environ(), "TMPDIR="+work.Temp, "TMP="+work.Temp, "TEMP="+work.Temp)...)
	if err != nil {
		r.cancel(errEnded)
		return nil, fmt.Errorf("render: the process that renders could not be started: %w", err)
	}
	r.wait = sync.OnceValue(func() error {
		err := r.child.Wait()
		<-r.answered
		r.used.Ended(r.child.State(), r.end.Peak)
		return err
	})
	r.result = sync.OnceValue(r.finish)
	r.to = bufio.NewWriterSize(r.child.In, 64<<10)
	r.enc = gob.NewEncoder(r.to)
	// Where a child cannot be told something, it has ended, and says itself why.
	_ = r.send(work)
	r.alarm = time.AfterFunc(never, r.complain)
	r.alarm.Reset(cmp.Or(opt.Silence, never)) // only now: what is called uses the alarm
	go r.follow()
	return r, nil
}

// never is a time that nobody waits.
const never = 1000 * time.Hour

// send sends a value to the child. The caller holds r.sending.
func (r *Renderer) send(value any) error {
	if err := r.enc.Encode(value); err != nil {
		return err
	}
	return r.to.Flush()
}

// Render hands a page to the child, and returns when it has taken it. Then is called once, with the
// content of the page or with what is wrong with it; calls do not overlap, and it must not call
// methods of the renderer. Where the child ends before the page is rendered, Then is not called,
// and Finish says why. Several goroutines may call Render.
func (r *Renderer) Render(p Page, then func(content []byte, problems []diag.Problem)) error {
	if err := p.check(); err != nil {
		return err
	}
	select {
	case r.ahead <- struct{}{}:
	case <-r.answered:
	}
	if !r.ask(p, then) {
		return cmp.Or(r.Finish(), fmt.Errorf("render: %s comes after the end", p.File()))
	}
	return nil
}

// ask asks the child for a page, and reports whether it took it.
func (r *Renderer) ask(p Page, then func(content []byte, problems []diag.Problem)) bool {
	r.sending.Lock() // until it is sent, or the end could be sent before
	defer r.sending.Unlock()
	r.mu.Lock()
	over := r.over || r.ending || r.ctx.Err() != nil
	r.last++
	number := r.last
	if !over {
		if len(r.waiting) == 0 {
			r.alarm.Reset(cmp.Or(r.opt.Silence, never))
		}
		r.waiting[number] = awaited{p.File(), then}
	}
	r.mu.Unlock()
	return !over && r.send(request{Number: number, Page: p}) == nil
}

// complain kills a child that has been silent for too long though something is waited for.
func (r *Renderer) complain() {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.over:
	case len(r.waiting) > 0 || r.ending:
		// Now, since an answer that is on its way may yet be read.
		r.silent = r.unfinished("; waiting for ")
		r.cancel(errSilent)
	default:
		r.alarm.Reset(cmp.Or(r.opt.Silence, never))
	}
}

// oldest is how many of the pages that are waited for are named. A page that is never done is among
// the first of them.
const oldest = 4

// unfinished names the pages that have been waited for longest, after other words; "" where there
// is none. The caller holds r.mu, or the child has ended.
func (r *Renderer) unfinished(words string) string {
	var files []string
	for _, number := range slices.Sorted(maps.Keys(r.waiting)) {
		if len(files) == oldest {
			files = append(files, "…")
			break
		}
		files = append(files, r.waiting[number].file)
	}
	if files == nil {
		return ""
	}
	return words + strings.Join(files, ", ")
}

// follow passes on the messages of the child until it is done or ends.
func (r *Renderer) follow() {
	defer func() {
		r.mu.Lock()
		r.over = true
		r.mu.Unlock()
		r.alarm.Stop()
		close(r.answered)
	}()
	from := bufio.NewReaderSize(r.child.Out, 64<<10)
	dec := gob.NewDecoder(from) // reads no further than a value
	for {
		m, err := receive(dec, from)
		if err != nil {
			return
		}
		r.alarm.Reset(cmp.Or(r.opt.Silence, never))
		switch {
		case m.Done, m.Failed != "":
			r.end = m
			return
		case m.Text != "":
			if r.opt.Log != nil {
				r.opt.Log(m.Level, m.Text)
			}
		case m.Asset != "":
			if r.opt.Asset == nil {
				continue
			}
			if err := r.opt.Asset(m.Asset, m.content); err != nil {
				r.failed = err
				r.cancel(err)
				return
			}
		default:
			r.mu.Lock()
			page, ok := r.waiting[m.Page]
			delete(r.waiting, m.Page)
			r.mu.Unlock()
			if ok {
				<-r.ahead
				page.then(m.content, m.Problems)
			}
		}
	}
}

// receive returns the next message of a child, with its content.
func receive(dec *gob.Decoder, from io.Reader) (m message, err error) {
	if err = dec.Decode(&m); err == nil && m.Size > 0 {
		m.content = make([]byte, m.Size)
		_, err = io.ReadFull(from, m.content)
	}
	return m, err
}

// Finish waits until all pages are rendered, and ends the child. What Hugo finds wrong besides the
// pages comes back as a [*diag.Error] that lists all problems with their positions. It may be
// called more than once, and returns the same each time.
func (r *Renderer) Finish() error { return r.result() }

func (r *Renderer) finish() error {
	r.sending.Lock()
	r.mu.Lock()
	r.ending = true
	r.mu.Unlock()
	_ = r.send(request{})
	r.sending.Unlock()
	<-r.answered
	if r.end.Failed != "" {
		r.cancel(errEnded)
	} else if !r.end.Done {
		// It has closed its pipes, and may be about to say why.
		defer time.AfterFunc(time.Second, func() { r.cancel(errEnded) }).Stop()
	}
	crash := r.wait()
	cause := context.Cause(r.ctx)
	r.Close()
	switch {
	case r.asked.Err() != nil:
		return r.asked.Err()
	case r.failed != nil:
		return r.failed
	case cause == errSilent: // though it may have said more before it was killed
		return NewError([]diag.Problem{{
			Code: diag.Rendering,
			Msg:  fmt.Sprintf("no page was rendered for %v", r.opt.Silence.Round(time.Second)),
			Hint: "look in layouts/ for a loop or a partial without end; if there is none, the machine has too much else to do" + r.silent,
		}})
	case r.end.Failed != "":
		return NewError([]diag.Problem{{Code: diag.Rendering, Msg: r.end.Failed, Hint: r.end.Hint}})
	case len(r.end.Problems) > 0:
		return NewError(r.end.Problems)
	case r.end.Err != "":
		return fmt.Errorf("render: %s", r.end.Err)
	case r.end.Done:
		return nil
	case cause == errClosed:
		return fmt.Errorf("render: %w", errClosed)
	}
	return r.crashed(crash)
}

// Close ends the child at once, and removes what it worked with. It may be called at any time, and
// more than once.
func (r *Renderer) Close() {
	r.cancel(errClosed)
	<-r.answered
	_ = r.wait()
	_ = r.remove()
}

// Ended is closed when no page is rendered any more; Finish says why.
func (r *Renderer) Ended() <-chan struct{} { return r.answered }

// crashed returns the error of a child that ended without a result.
func (r *Renderer) crashed(err error) error {
	crash, ok := errors.AsType[*child.Crash](err)
	noMemory := ok && (crash.Killed || strings.Contains(crash.Output, "out of memory") ||
		strings.Contains(crash.Output, syscall.ENOMEM.Error()))
	if !noMemory {
		return fmt.Errorf("render: the process that renders crashed%s: %w", r.unfinished(" while it rendered "), err)
	}
	return NewError([]diag.Problem{{
		Code: diag.Rendering,
		Msg:  "the process that renders was ended for lack of memory (" + crash.State + ")",
		Hint: "want some 0.3 GB; free memory, or raise the limit that the build runs under" + r.unfinished("; it rendered "),
	}})
}
