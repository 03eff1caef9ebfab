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
// The package is the only one that knows Hugo. Hugo keeps some of its state in
// the process (its logger, its clock, its memory limit); Render sets and
// restores it, so that only one Render runs at a time.
package hugo

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strconv"
	"sync"
	"time"

	"github.com/bep/clocks"
	"github.com/gohugoio/hugo/common/htime"
	"github.com/gohugoio/hugo/common/hugo"
	"github.com/gohugoio/hugo/common/loggers"
	"github.com/gohugoio/hugo/config"
	"github.com/gohugoio/hugo/config/allconfig"
	"github.com/gohugoio/hugo/deps"
	"github.com/gohugoio/hugo/hugofs"
	"github.com/gohugoio/hugo/hugolib"
	"github.com/spf13/afero"
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

	// Progress is told how many of the project's pages are written. It may be
	// called from several goroutines, one call at a time.
	Progress func(done, total int)

	// Now is the time that templates see. The zero value stands for the Unix
	// epoch, so that no output depends on the day it was made on.
	Now time.Time

	// MemoryLimit, in bytes, is what the Go runtime tries to stay under while
	// rendering; a quarter of it goes to Hugo's caches. Zero leaves both alone.
	MemoryLimit int64
}

// Stats says what Render wrote.
type Stats struct {
	Pages    int           // rendered files: HTML, RSS, sitemaps and the like
	Aliases  int           // redirect pages
	Static   int           // files copied from static/
	Duration time.Duration // time spent
}

// renderMu guards the state Hugo keeps in the process.
var renderMu sync.Mutex

// Render renders p into outDir, which should be new or empty: files that are
// there already are not removed, and a file from static/ never replaces one.
//
// What Hugo finds wrong comes back as an [*diag.Error] that lists all problems with
// their positions; files written until then stay in outDir.
// Nothing but outDir is written to; the temporary folder that Hugo needs is
// removed before Render returns.
func Render(ctx context.Context, p Project, outDir string, opt Options) (stats Stats, err error) {
	start := time.Now()
	outDir, err = filepath.Abs(outDir)
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	if err := ctx.Err(); err != nil {
		return Stats{}, err
	}

	renderMu.Lock()
	defer renderMu.Unlock()

	work, err := newWorkDir()
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	defer os.RemoveAll(work)

	log := newLog(work, opt.Log)
	defer setProcessState(log.logger, opt)()
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("render: Hugo panicked: %v\n%s", r, debug.Stack())
		}
	}()

	if err := writeProject(p, work, buildDirs); err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	out := &output{
		Fs: afero.NewOsFs(), ctx: ctx, dir: outDir, work: []byte(work),
		progress: opt.Progress, total: len(p.Content),
	}
	content := afero.NewMemMapFs()
	if err := contentTo(content, p, work); err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	p.Content = nil // Hugo wants the memory

	stats, err = build(p, content, out, work, log)
	if ctx.Err() != nil {
		// Hugo reports a cancelled write once per page; one cause is enough.
		return Stats{}, ctx.Err()
	}
	if err := log.result(err, out.problems()); err != nil {
		return Stats{}, err
	}

	stats.Static, err = copyStatic(p.Theme, outDir)
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	stats.Duration = time.Since(start)
	return stats, nil
}

// newWorkDir makes the temporary folder Hugo works in. The project but for its
// content lies there as files, because esbuild, which bundles styles and
// scripts, knows no other; and Hugo may write there what it likes.
func newWorkDir() (string, error) {
	dir, err := os.MkdirTemp("", "kengash-render-")
	if err != nil {
		return "", err
	}
	// esbuild names files by their real path. With a link in the way, as in
	// the temporary folder of macOS, Hugo would not know them again.
	return filepath.EvalSymlinks(dir)
}

// build runs Hugo over p, which lies in work.
func build(p Project, content afero.Fs, out *output, work string, log *log) (stats Stats, err error) {
	flags := config.New()
	flags.Set("workingDir", work)
	flags.Set("publishDir", out.dir)
	flags.Set("cacheDir", filepath.Join(work, "cache"))
	// Whatever the configuration says, problems must reach the log.
	flags.Set("printI18nWarnings", true)
	flags.Set("printPathWarnings", true)

	configs, err := allconfig.LoadConfig(allconfig.ConfigSourceDescriptor{
		Fs:          hugofs.Os,
		Logger:      log.logger,
		Flags:       flags,
		Filename:    configFile,
		Environment: hugo.EnvironmentProduction,
		// Not empty, or Hugo would take HUGO_* from the process's environment.
		Environ:      []string{"none="},
		SkipNpmCheck: true,
	})
	if err != nil {
		return Stats{}, err
	}
	if err := checkTranslations(p.Theme, configs.Languages); err != nil {
		return Stats{}, err
	}

	hfs := hugofs.NewFromSourceAndDestination(afero.NewCopyOnWriteFs(hugofs.Os, content), out, flags)
	// This is how the hugo command notices that two pages share a path.
	hfs.PublishDir = hugofs.NewCreateCountingFs(hfs.PublishDir)

	sites, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    configs,
		Fs:         hfs,
		TestLogger: log.logger,
	})
	if err != nil {
		return Stats{}, err
	}
	defer func() { err = errors.Join(err, sites.Close()) }()

	if err := sites.Build(hugolib.BuildCfg{NoBuildLock: true}); err != nil {
		return Stats{}, err
	}
	for _, site := range sites.Sites {
		n := site.PathSpec.ProcessingStats
		stats.Pages += int(n.Pages + n.PaginatorPages)
		stats.Aliases += int(n.Aliases)
	}
	return stats, nil
}

// memoryLimitEnv sizes Hugo's caches, in gigabytes. Hugo reads it from the
// process's environment only.
const memoryLimitEnv = "HUGO_MEMORYLIMIT"

// setProcessState sets what Hugo keeps once per process and returns a function
// that puts the former state back.
func setProcessState(logger loggers.Logger, opt Options) (restore func()) {
	now := opt.Now
	if now.IsZero() {
		now = time.Unix(0, 0)
	}
	oldClock, oldLogger := htime.Clock, loggers.Log()
	htime.Clock = clocks.Fixed(now.UTC())
	// LoadConfig does so too, but reports deprecated settings before.
	loggers.SetGlobalLogger(logger)
	restore = func() {
		htime.Clock = oldClock
		loggers.SetGlobalLogger(oldLogger)
	}
	if opt.MemoryLimit <= 0 {
		return restore
	}

	oldEnv, hadEnv := os.LookupEnv(memoryLimitEnv)
	cache := float64(opt.MemoryLimit) / 4 / (1 << 30)
	os.Setenv(memoryLimitEnv, strconv.FormatFloat(cache, 'f', -1, 64))
	oldLimit := debug.SetMemoryLimit(opt.MemoryLimit)
	restoreOthers := restore
	return func() {
		restoreOthers()
		debug.SetMemoryLimit(oldLimit)
		if hadEnv {
			os.Setenv(memoryLimitEnv, oldEnv)
		} else {
			os.Unsetenv(memoryLimitEnv)
		}
	}
}
