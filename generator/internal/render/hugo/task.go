package hugo

import (
	"bufio"
	"bytes"
	"encoding/gob"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
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

	"github.com/kengash/kengash/generator/internal/child"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/profile"
)

// Child renders, and ends the process, where [Start] started this process for
// it. Elsewhere it does nothing.
func Child() { child.Main(rendering, task) }

// rendering is the name of the task.
const rendering = "render pages"

// teller sends messages to the parent.
type teller struct {
	mu  sync.Mutex
	to  *bufio.Writer
	enc *gob.Encoder
}

// tell sends a message. Where it cannot, the parent is gone, and this process about to end.
func (t *teller) tell(m message) {
	t.mu.Lock()
	defer t.mu.Unlock()
	m.Size = len(m.content)
	_ = t.enc.Encode(m)
	_, _ = t.to.Write(m.content)
	_ = t.to.Flush()
}

// gcPercent lets garbage be twice of what is used, which is little: templates make much of it.
const gcPercent = 200

// task renders the pages that it is asked for.
func task(in io.Reader, out io.Writer) error {
	dec := gob.NewDecoder(bufio.NewReaderSize(in, 64<<10))
	var work job
	if err := dec.Decode(&work); err != nil {
		return fmt.Errorf("reading the job: %w", err)
	}
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	to := bufio.NewWriterSize(out, 64<<10)
	t := &teller{to: to, enc: gob.NewEncoder(to)}
	// It has room for all that is asked for. So the parent is listened to at all times, and its
	// death noticed while templates do not end.
	requests := make(chan request, work.Ahead)
	go func() {
		defer close(requests)
		for {
			var r request
			if err := dec.Decode(&r); err != nil {
				abandon(work)
			}
			if r.Number == 0 {
				child.EndWithParent(in, func() { abandon(work) })
				return
			}
			requests <- r
		}
	}()
	log := newLog(work.Work, func(level, msg string) { t.tell(message{Level: level, Text: msg}) })
	assets := newAssets(filepath.Dir(work.Work), t)
	if work.MemoryMost > 0 {
		go failAbove(work.MemoryMost, t)
	}
	err := renderSafely(work, log, assets, t, requests)
	end := message{Done: true}
	if panicked, ok := errors.AsType[*panicError](err); ok {
		end.Err = panicked.Error()
	} else {
		end.Problems = log.result(err, assets.problems())
	}
	used, _ := profile.Own()
	end.Peak = used.Peak
	t.tell(end)
	return nil
}

// failAbove ends the work once the process has more memory than that.
func failAbove(most int64, t *teller) {
	const total, released = "/memory/classes/total:bytes", "/memory/classes/heap/released:bytes"
	samples := []metrics.Sample{{Name: total}, {Name: released}}
	for range time.Tick(200 * time.Millisecond) {
		metrics.Read(samples)
		if used := samples[0].Value.Uint64() - samples[1].Value.Uint64(); used > uint64(most) {
			t.tell(message{
				Failed: fmt.Sprintf("the layouts need more than %.1f GB of memory", float64(most)/1e9),
				Hint:   "look in layouts/ for a loop that writes or collects without end; GOMEMLIMIT sets another limit",
			})
			return
		}
	}
}

// abandon ends the process where the parent is gone. Hugo goes on meanwhile, and may make a folder
// anew. So what the next run knows the folder by stays for it.
func abandon(work job) {
	for _, dir := range append(work.Abandon, work.Work, work.Temp) {
		_ = os.RemoveAll(dir)
	}
	os.Exit(1)
}

// panicError is a panic of Hugo's.
type panicError struct {
	value any
	stack []byte
}

func (p *panicError) Error() string { return fmt.Sprintf("Hugo panicked: %v\n%s", p.value, p.stack) }

// recovered makes an error of a panic.
func recovered(err *error) {
	if r := recover(); r != nil {
		*err = &panicError{r, debug.Stack()}
	}
}

// renderSafely renders all pages that are asked for, and makes an error of a panic.
func renderSafely(work job, log *log, assets *assets, t *teller, requests <-chan request) (err error) {
	defer recovered(&err)
	sites, close, err := open(work, log, assets)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, close()) }()
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			var buffer bytes.Buffer
			for r := range requests {
				m := message{Page: r.Number}
				err := sites.render(r.Page, &buffer)
				if err != nil {
					m.Problems = log.locate.problemsOf(err)
				} else {
					m.content = buffer.Bytes()
				}
				m.Problems = append(m.Problems, log.drain()...)
				t.tell(m)
			}
		})
	}
	group.Wait()
	return nil
}

// open reads the project of a job: its configuration, theme and words.
func open(work job, log *log, assets *assets) (_ sites, close func() error, err error) {
	now := work.Now
	if now.IsZero() {
		now = time.Unix(0, 0)
	}
	htime.Clock = clocks.Fixed(now.UTC())
	// LoadConfig does so too, but reports deprecated settings before.
	loggers.SetGlobalLogger(log.logger)

	publishDir := filepath.Join(work.Temp, "public")
	flags := config.New()
	flags.Set("workingDir", work.Work)
	flags.Set("publishDir", publishDir)
	flags.Set("cacheDir", filepath.Join(work.Temp, "cache"))
	// Whatever the configuration says, problems must reach the log.
	flags.Set("printI18nWarnings", true)

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
		return nil, nil, err
	}
	if err := checkTranslations(work.layers(), configs.Languages); err != nil {
		return nil, nil, err
	}
	assets.dir = publishDir
	all, err := hugolib.NewHugoSites(deps.DepsCfg{
		Configs:    configs,
		Fs:         hugofs.NewFromSourceAndDestination(hugofs.Os, assets, flags),
		TestLogger: log.logger,
	})
	if err != nil {
		return nil, nil, err
	}
	defer func() {
		if err != nil {
			_ = all.Close()
		}
	}()
	// There is no content: this readies templates and what they call.
	if err := all.Build(hugolib.BuildCfg{NoBuildLock: true, SkipRender: true}); err != nil {
		return nil, nil, err
	}
	of, err := sitesOf(all, configs)
	return of, all.Close, err
}

// problem returns an error as the problems of a page.
func problem(msg string) error {
	return &diag.Error{Problems: []diag.Problem{{Code: diag.Rendering, Msg: msg}}}
}
