// Package hugo renders a whole site with Hugo, used as a library.
//
// It is given a [Project] (a configuration, content files and the layers of a
// theme, all in memory) and writes the finished site to a folder:
//
//	stats, err := hugo.Render(ctx, project, "public.tmp", hugo.Options{Now: now})
//
// [Dump] writes the same project as plain files, from which the stock hugo
// command builds the same site.
//
// The package is the only one that knows Hugo. Hugo keeps state in the process,
// takes no context and, when many pages fail at once, may never return; so it
// runs in a child, which can be killed. A program that renders calls [Child]
// before all else.
package hugo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/scratch"
	"github.com/kengash/kengash/generator/internal/stage"
)

// Project is a whole Hugo project held in memory.
type Project struct {
	// Config is what hugo.toml would hold. It is laid over [BaseConfig].
	Config map[string]any

	// Content holds the content files by their path below content/, as in
	// "ru/states/uz.md".
	Content map[string][]byte

	// Theme lists file systems with layouts/, assets/, i18n/ and static/ at
	// their top. The first that holds a file wins; translations are merged
	// key by key, and there too the first wins.
	Theme []fs.FS
}

// Options controls how Render works. The zero value is usable.
type Options struct {
	// Log receives what Hugo warns of; level is "warn" or "error". It may be
	// called from several goroutines, one call at a time.
	Log func(level, msg string)

	// Progress is called with the number of pages that are written. It may be
	// called from several goroutines, one call at a time.
	Progress func(done, total int)

	// Now is the time that templates see. The zero value stands for the Unix
	// epoch, so that no output depends on the day it was made on.
	Now time.Time

	// MemoryLimit, in bytes, is what the Go runtime of the child tries to stay
	// under. Zero sets no limit.
	MemoryLimit int64

	// MemoryMost, in bytes, is what the child may have; it is ended above. Zero
	// sets no limit.
	MemoryMost int64

	// Silence is how long the child may write no page; it is ended after that.
	// Zero sets no limit.
	Silence time.Duration

	// Profile, if set, has the child write profiles, and measures it.
	Profile *profile.Session
}

// Stats says what Render wrote.
type Stats struct {
	Pages    int           // rendered files: HTML, RSS, sitemaps and the like
	Aliases  int           // redirect pages
	Static   int           // files copied from static/
	Duration time.Duration // time spent
}

// Render renders p into outDir, which should be new or empty: files that are
// there already are not removed, and a file from static/ never replaces one.
//
// What Hugo finds wrong comes back as an [*diag.Error] that lists all problems with
// their positions; files written until then stay in outDir. At the first file
// that cannot be written, and when ctx ends, the child is killed. p.Content is
// emptied.
// Nothing but outDir is written to; the temporary folder that Hugo needs is
// removed before Render returns. Should this process be killed meanwhile, the
// child removes what it can of both, and ends.
func Render(ctx context.Context, p Project, outDir string, opt Options) (stats Stats, err error) {
	start := time.Now()
	outDir, err = filepath.Abs(outDir)
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return Stats{}, err
	}
	temp, err := scratch.New("render")
	if err != nil {
		return Stats{}, err
	}
	defer temp.Remove()

	work := job{
		Work: filepath.Join(temp.Path(), "project"), Temp: filepath.Join(temp.Path(), "temp"), Out: outDir,
		Layers: len(p.Theme), Now: opt.Now, MemoryLimit: opt.MemoryLimit, MemoryMost: opt.MemoryMost,
	}
	if err := writeProject(p, work.Work, buildDirs); err != nil {
		if path, ok := errors.AsType[*fs.PathError](err); ok && strings.HasPrefix(path.Path, temp.Path()) {
			err = temp.Explain(err)
		}
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	if err := os.MkdirAll(work.Temp, 0o700); err != nil {
		return Stats{}, temp.Explain(err)
	}
	content := p.Content
	p.Content = nil // the child holds it, and has more use for the memory
	stats, err = renderInChild(ctx, work, content, opt)
	if err != nil {
		return Stats{}, err
	}
	stats.Static, err = copyStatic(p.Theme, outDir)
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	stats.Duration = time.Since(start)
	return stats, nil
}

// errSilent is the cause of the end of a child that was silent for too long.
var errSilent = errors.New("silent for too long")

// renderInChild has a child do the work, and kills it when it is of no use any
// more. It empties content as it hands the files over.
func renderInChild(ctx context.Context, work job, content map[string][]byte, opt Options) (Stats, error) {
	asked := ctx
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	measured := opt.Profile.Child("render", stage.Rendering)
	p, err := child.Start(ctx, append(measured.Environ(), "TMPDIR="+work.Temp, "TMP="+work.Temp, "TEMP="+work.Temp)...)
	if err != nil {
		return Stats{}, fmt.Errorf("render: the process that renders could not be started: %w", err)
	}
	total := len(content)
	go func() {
		// If it fails, the child has ended, and says itself why.
		_ = send(p.In, work, content)
		content = nil
	}()

	hear := func() {}
	if opt.Silence > 0 {
		alarm := time.AfterFunc(opt.Silence, func() { cancel(errSilent) })
		defer alarm.Stop()
		hear = func() { alarm.Reset(opt.Silence) }
	}
	end := follow(p.Out, func(m message) {
		hear()
		opt.tell(m, total)
	})
	if end.Failed != "" {
		cancel(nil)
	}
	crash := p.Wait()
	measured.Ended(p.State(), end.Peak)
	switch {
	case asked.Err() != nil:
		return Stats{}, asked.Err()
	case end.Failed != "":
		return Stats{}, newError([]diag.Problem{{Msg: end.Failed, Hint: end.Hint}})
	case len(end.Problems) > 0:
		return Stats{}, newError(end.Problems)
	case end.Err != "":
		return Stats{}, fmt.Errorf("render: %s", end.Err)
	case end.Done:
		return end.Stats, nil
	case context.Cause(ctx) == errSilent:
		return Stats{}, newError([]diag.Problem{{
			Msg:  fmt.Sprintf("no page was written for %v", opt.Silence.Round(time.Second)),
			Hint: "look in layouts/ for a loop or a partial without end; if there is none, the machine has too much else to do",
		}})
	}
	return Stats{}, crashed(crash)
}

// tell passes on what a child says of its progress.
func (opt Options) tell(m message, total int) {
	switch {
	case m.Text != "" && opt.Log != nil:
		opt.Log(m.Level, m.Text)
	// Hugo may add pages that the project did not list.
	case m.Page > 0 && m.Page <= total && opt.Progress != nil:
		opt.Progress(m.Page, total)
	}
}

// crashed returns the error of a child that ended without a result.
func crashed(err error) error {
	crash, ok := errors.AsType[*child.Crash](err)
	noMemory := ok && (crash.Killed || strings.Contains(crash.Output, "out of memory") ||
		strings.Contains(crash.Output, syscall.ENOMEM.Error()))
	if !noMemory {
		return fmt.Errorf("render: the process that renders crashed: %w", err)
	}
	return newError([]diag.Problem{{
		Msg:  "the process that renders was ended for lack of memory (" + crash.State + ")",
		Hint: "want some 0.4 GB, and 0.2 MB for each record and language; free memory, or raise the limit that the build runs under",
	}})
}
