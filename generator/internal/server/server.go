// Package server implements the local server for editors: it builds the site, serves it, rebuilds
// it when a file changes, reloads open pages, and answers searches.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"path/filepath"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/scratch"
	"github.com/kengash/kengash/generator/internal/verify"
	"github.com/kengash/kengash/search"
)

// Options say what is served, and where.
type Options struct {
	Source  string // folder to watch
	Index   string // folder of the search index, in the site
	Address string // host and port to listen on
	// Build makes the site in a folder, for the address that it is served at.
	Build  func(ctx context.Context, dir, baseURL string) (Built, error)
	Stdout io.Writer
	// Failed is called with what failed while the server goes on, and why.
	Failed func(what string, err error)
	Log    *log.Logger // of faults of connections
}

// Built is what a build made.
type Built struct {
	Summary fmt.Stringer      // is printed
	Headers map[string]string // are sent with every answer
}

// Serve builds, listens and watches until the context ends, and then returns why it did.
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
	if err := watchTree(watcher, opt.Source); err != nil {
		return err
	}

	baseURL := "http://" + listener.Addr().String() + "/"
	s := newServer(filepath.Join(temp.Path(), "public"), opt.Index)
	rebuild := func() { s.rebuild(ctx, opt, baseURL) }
	if err := inTime(ctx, rebuild); err != nil {
		return err
	}
	fmt.Fprintf(opt.Stdout, "serving at %s (Ctrl-C ends)\n", baseURL)

	web := &http.Server{
		Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx },
		ErrorLog: opt.Log,
	}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	defer web.Close()
	return s.watch(ctx, watcher, failed, rebuild)
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

// server serves the built site and notifies open pages when it has changed.
type server struct {
	dir         string
	indexFolder string // in dir

	mu      sync.Mutex
	changed chan struct{} // closed at the next change
	broken  []byte        // shown where no build has succeeded yet
	index   *search.Index // of the present build; nil where there is none
	headers map[string]string
}

func newServer(dir, indexFolder string) *server {
	return &server{dir: dir, indexFolder: indexFolder, changed: make(chan struct{}), headers: verify.Headers(nil)}
}

// rebuild builds once and prints the result.
func (s *server) rebuild(ctx context.Context, opt Options, baseURL string) {
	made, err := opt.Build(ctx, s.dir, baseURL)
	if ctx.Err() != nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if err != nil {
		opt.Failed("not built: ", err)
		if problems, ok := errors.AsType[*diag.Error](err); ok {
			err = errors.New(problems.Count())
		}
		s.broken = []byte("not built: " + err.Error() + "\nsee the terminal for the problems\n")
		return
	}
	s.broken, s.headers = nil, made.Headers
	if err := s.reopen(); err != nil {
		opt.Failed("no search: ", err)
	}
	fmt.Fprintln(opt.Stdout, made.Summary)
	close(s.changed)
	s.changed = make(chan struct{})
}
