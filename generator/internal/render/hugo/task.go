package hugo

import (
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"runtime/metrics"
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

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/profile"
)

// Child renders, and ends the process, where [Render] started this process for
// it. Elsewhere it does nothing.
func Child() { child.Main(task) }

// task does the job that it reads.
func task(in io.Reader, out io.Writer) error {
	var work job
	content := afero.NewMemMapFs()
	if err := receive(in, &work, content); err != nil {
		return err
	}
	// Hugo goes on meanwhile, and may make a folder anew. So what the next run
	// knows the folder by stays for it.
	child.EndWithParent(in, func() {
		for _, dir := range []string{work.Work, work.Temp, work.Out} {
			_ = os.RemoveAll(dir)
		}
	})
	enc := gob.NewEncoder(out) // serves several goroutines
	// Where it cannot tell, the parent is gone, and this process about to end.
	tell := func(m message) { _ = enc.Encode(m) }

	log := newLog(work.Work, func(level, msg string) { tell(message{Level: level, Text: msg}) })
	now := work.Now
	if now.IsZero() {
		now = time.Unix(0, 0)
	}
	htime.Clock = clocks.Fixed(now.UTC())
	// LoadConfig does so too, but reports deprecated settings before.
	loggers.SetGlobalLogger(log.logger)

	output := &output{Fs: afero.NewOsFs(), dir: work.Out, work: []byte(filepath.Dir(work.Work)), tell: tell}
	if work.MemoryLimit > 0 {
		debug.SetMemoryLimit(work.MemoryLimit)
	}
	if work.MemoryMost > 0 {
		go output.failAbove(work.MemoryMost)
	}
	stats, err := buildSafely(work, content, output, log)
	end := message{Done: true, Stats: stats}
	if panicked, ok := errors.AsType[*panicError](err); ok {
		end.Err = panicked.Error()
	} else {
		end.Problems = log.result(err, output.problems())
	}
	used, _ := profile.Own()
	end.Peak = used.Peak
	return enc.Encode(end)
}

// failAbove ends the render once the process has more memory than that.
func (o *output) failAbove(most int64) {
	const total, released = "/memory/classes/total:bytes", "/memory/classes/heap/released:bytes"
	samples := []metrics.Sample{{Name: total}, {Name: released}}
	for range time.Tick(200 * time.Millisecond) {
		metrics.Read(samples)
		if used := samples[0].Value.Uint64() - samples[1].Value.Uint64(); used > uint64(most) {
			o.fail(fmt.Sprintf("the layouts need more than %.1f GB of memory", float64(most)/1e9),
				"look in layouts/ for a loop that writes or collects without end; GOMEMLIMIT sets another limit")
			return
		}
	}
}

// panicError is a panic of Hugo's.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("Hugo panicked: %v\n%s", p.value, p.stack) }

// buildSafely makes an error of a panic in build.
func buildSafely(work job, content afero.Fs, out *output, log *log) (stats Stats, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = &panicError{r, debug.Stack()}
		}
	}()
	return build(work, content, out, log)
}

// hang is how long Hugo, once it has met so many faults that it stops, may go
// on with the pages that it has begun. It stops with a message to workers that
// may all have ended, and then waits for ever.
const hang = 5 * time.Second

// build runs Hugo over the project of a job.
func build(work job, content afero.Fs, out *output, log *log) (stats Stats, err error) {
	flags := config.New()
	flags.Set("workingDir", work.Work)
	flags.Set("publishDir", out.dir)
	flags.Set("cacheDir", filepath.Join(work.Temp, "cache"))
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
	if err := checkTranslations(work.layers(), configs.Languages); err != nil {
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

	go func() {
		<-sites.Done()
		time.Sleep(hang)
		out.fail("Hugo stopped at mistakes in templates, and hung before it named them", "build again")
	}()
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
