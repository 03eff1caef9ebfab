// Package server implements the local server for editors: it serves a site as it is in its folder,
// has open pages reload when a file changes, and answers searches.
package server

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/scratch"
	"github.com/kengash/kengash/generator/internal/verify"
)

// Options say what is served, and where.
type Options struct {
	Source  string // folder to watch
	Index   string // folder of the search index, in the site
	Address string // host and port to listen on
	// Hosts are the names, besides those of this machine, by which the server is asked for.
	Hosts []string
	// Open returns the site as it is at an address. It is not read yet.
	Open   func(baseURL string) Site
	Stdout io.Writer
	// Failed is called with what failed while the server goes on, and why.
	Failed func(what string, err error)
	Log    *log.Logger // of faults of connections

	BaseURL  string       // instead of that of the address
	Once     bool         // changes are not followed
	Reload   bool         // open pages reload at a change
	Requests *slog.Logger // of each request that is answered; nil for none
}

// Site is what is served. All but Update may be called by several goroutines.
type Site interface {
	// Update reads the site as it is now. Where it is not right, the error is a [*diag.Error], and
	// its files stay as they were.
	Update() error
	// File returns a file, but for those of the search; the error is [fs.ErrNotExist] where there
	// is none.
	File(name string) ([]byte, error)
	// Headers are sent with every answer.
	Headers() map[string]string
	// Index writes the search index below a folder, and returns how many documents it has.
	Index(ctx context.Context, dir string) (int, error)
}

// Serve reads, listens and watches until the context ends, and then returns why it did.
func Serve(ctx context.Context, opt Options) error {
	listener, err := net.Listen("tcp", opt.Address)
	if err != nil {
		return err
	}
	defer listener.Close()
	temp, err := scratch.New("serve")
	if err != nil {
		return err
	}
	defer temp.Remove()

	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	if !opt.Once {
		if err := watchTree(watcher, opt.Source); err != nil {
			return err
		}
	}

	address := "http://" + listener.Addr().String() + "/"
	s := newServer(opt.Open(cmp.Or(opt.BaseURL, address)), temp.Path(), opt.Index)
	s.hosts, s.reload = opt.Hosts, opt.Reload && !opt.Once
	defer s.stopIndexing()
	rebuild := func() { s.update(ctx, opt) }
	if err := inTime(ctx, rebuild); err != nil {
		return err
	}
	fmt.Fprintf(opt.Stdout, "serving at %s (Ctrl-C ends)\n", address)

	web := &http.Server{
		Handler: recorded(s, opt.Requests, opt.Failed), ErrorLog: opt.Log, MaxHeaderBytes: headerBytes,
		ReadTimeout: readingTime, WriteTimeout: writingTime, IdleTimeout: idleTime,
	}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	defer s.drain(web)
	return watching{watcher, opt, rebuild}.until(ctx, failed)
}

// drain lets what is being answered come to its end, but not for long.
func (s *server) drain(web *http.Server) {
	close(s.ending)
	ctx, cancel := context.WithTimeout(context.Background(), drainingTime)
	defer cancel()
	if web.Shutdown(ctx) != nil {
		_ = web.Close()
	}
}

// patience is how long a build may clean up when the context has ended.
const patience = 2 * time.Second

// inTime calls do, and goes on without it when the context ends and do does not. The error is the
// context's.
func inTime(ctx context.Context, do func()) error {
	done := make(chan struct{})
	go func() {
		defer close(done)
		do()
	}()
	select {
	case <-done:
	case <-ctx.Done():
		select {
		case <-done:
		case <-time.After(patience):
		}
	}
	return ctx.Err()
}

// server serves the site and notifies open pages when it has changed.
type server struct {
	site        Site
	dir         string // that has the index
	indexFolder string // in dir

	hosts  []string // names by which it is known, besides those of this machine
	reload bool     // open pages reload at a change

	mu      sync.Mutex
	version version
	news    chan struct{} // closed when there is another version
	wrong   *wrong        // with the source as it is now; nil where the pages show it
	index   *openIndex    // nil where there is none
	build   string        // the build of the index that is open
	headers map[string]string

	searches chan struct{} // has as many as there are searches
	turn     time.Duration // how long a search waits for its turn
	ending   chan struct{} // closed when the server ends

	indexing sync.WaitGroup
	oneIndex sync.Mutex
	cancel   context.CancelFunc // of indexing; nil where there is none
}

// wrong is why the source cannot be shown.
type wrong struct {
	what  string // in a few words
	lines string // the first problems, for pages of the last site that was right
}

// version counts what has happened to the site: how often it was read anew, how often the search
// has come to know of that, and how often it could not be read.
type version struct{ read, indexed, failed int }

func newServer(site Site, dir, indexFolder string) *server {
	return &server{
		site: site, dir: dir, indexFolder: indexFolder, headers: verify.Headers(nil), reload: true,
		news: make(chan struct{}), searches: make(chan struct{}, mostSearches), turn: turnTime, ending: make(chan struct{}),
	}
}

// update reads the site once, has open pages reload, and begins to index it.
func (s *server) update(ctx context.Context, opt Options) {
	start := time.Now()
	err := s.site.Update()
	if ctx.Err() != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		opt.Failed("not updated: ", err)
		s.wrong = &wrong{err.Error(), firstLines(err.Error())}
		if problems, ok := errors.AsType[*diag.Error](err); ok {
			s.wrong.what = problems.Count()
		}
		s.version.failed++
		s.tell()
		return
	}
	s.wrong, s.headers = nil, s.site.Headers()
	fmt.Fprintf(opt.Stdout, "read in %.1f s\n", time.Since(start).Seconds())
	s.version.read++
	s.tell()

	if s.cancel != nil {
		s.cancel()
	}
	var indexing context.Context
	indexing, s.cancel = context.WithCancel(ctx)
	s.indexing.Go(func() { s.reindex(indexing, opt) })
}

// firstLines returns as much of a text as one can read beside a page.
func firstLines(text string) string {
	lines := strings.SplitN(text, "\n", 21)
	if len(lines) > 20 {
		lines[20] = "…"
	}
	for i, line := range lines {
		if len(line) > 500 {
			lines[i] = strings.ToValidUTF8(line[:500], "") + "…"
		}
	}
	return strings.Join(lines, "\n")
}

// stopIndexing ends the indexing that is going on.
func (s *server) stopIndexing() {
	s.mu.Lock()
	if s.cancel != nil {
		s.cancel()
	}
	s.mu.Unlock()
	s.indexing.Wait()
}

// reindex indexes the site as it was last read.
func (s *server) reindex(ctx context.Context, opt Options) {
	s.oneIndex.Lock() // the one before ends soon: it was cancelled
	defer s.oneIndex.Unlock()
	start := time.Now()
	n, err := s.site.Index(ctx, s.dir)
	if ctx.Err() != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err == nil {
		err = s.reopen()
	}
	if err != nil {
		opt.Failed("no search: ", err)
		return
	}
	fmt.Fprintf(opt.Stdout, "%d documents indexed in %.1f s\n", n, time.Since(start).Seconds())
	s.version.indexed++
	s.tell()
}

// tell tells open pages that there is another version. The caller holds s.mu.
func (s *server) tell() {
	close(s.news)
	s.news = make(chan struct{})
}

// now returns the present version, and what is closed when there is another.
func (s *server) now() (version, <-chan struct{}) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.version, s.news
}

// problems returns what is wrong with the source as it is now; "" where the pages show it.
func (s *server) problems() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.wrong == nil {
		return ""
	}
	return s.wrong.lines
}
