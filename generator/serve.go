package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/search"
)

func newServe() *cobra.Command {
	var opt buildOptions
	var bind string
	var port int
	cmd := &cobra.Command{
		Use:     "serve",
		Aliases: []string{"server"},
		Short:   "Build the site and serve it at a local address, with reload on change",
		Long:    "Serve builds the site into a temporary folder and serves it. When a file of the source changes it builds again, and open pages reload. Problems are printed, and the last good site stays.",
		Example: "  kengash serve\n  kengash serve -s ~/my-council -p 8080",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			opt.progress = newProgress(cmd.ErrOrStderr())
			return serve(cmd.Context(), opt, net.JoinHostPort(bind, strconv.Itoa(port)), cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	siteFlags(cmd, &opt.site)
	cmd.Flags().IntVarP(&port, "port", "p", 1313, "port; 0 takes a free one")
	cmd.Flags().StringVar(&bind, "bind", "127.0.0.1", "address to listen on")
	return cmd
}

// serve builds, listens and watches until the context ends.
func serve(ctx context.Context, opt buildOptions, address string, stdout, stderr io.Writer) error {
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return err
	}
	defer listener.Close()
	temp, err := os.MkdirTemp("", "kengash-serve-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	opt.destination = filepath.Join(temp, "public")
	opt.baseURL = "http://" + listener.Addr().String() + "/"
	opt.warn = func(msg string) { fmt.Fprintf(stderr, "warning: %s\n", msg) }

	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	if err := watchTree(watcher, opt.source); err != nil {
		return err
	}

	s := &server{dir: opt.destination, changed: make(chan struct{})}
	s.rebuild(ctx, opt, stdout, stderr)
	fmt.Fprintf(stdout, "serving at %s (Ctrl-C ends)\n", opt.baseURL)

	web := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, BaseContext: func(net.Listener) context.Context { return ctx }}
	failed := make(chan error, 1)
	go func() { failed <- web.Serve(listener) }()
	defer web.Close()
	return s.watch(ctx, watcher, failed, func() { s.rebuild(ctx, opt, stdout, stderr) })
}

// quiet is how long no file may change before a build: editors write in several steps.
const quiet = 150 * time.Millisecond

// watch calls rebuild after changes, until the context ends or the web server fails.
func (s *server) watch(ctx context.Context, w *fsnotify.Watcher, failed <-chan error, rebuild func()) error {
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return nil
		case err := <-failed:
			return err
		case err := <-w.Errors:
			return fmt.Errorf("watching the source: %w", err)
		case e := <-w.Events:
			if ignored(e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			if isDir(e.Name) {
				_ = watchTree(w, e.Name) // a folder that is gone again is no fault
			}
			due = time.After(quiet)
		case <-due:
			due = nil
			rebuild()
		}
	}
}

// watchTree watches a folder and those below it, builds and hidden ones apart.
func watchTree(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !d.IsDir() {
			return err
		}
		if p != root && ignored(p) {
			return fs.SkipDir
		}
		return w.Add(p)
	})
}

// ignored tells whether a change is none of ours: a build's own folders, hidden files, an editor's copies.
func ignored(p string) bool {
	name := filepath.Base(p)
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"), strings.HasSuffix(name, ".swp"):
		return true
	}
	return name == "public" || name == "node_modules" || name == "bin"
}

// server serves the built site and tells open pages when it changed.
type server struct {
	dir string

	mu      sync.Mutex
	changed chan struct{} // closed at the next change
	broken  []byte        // shown where no build has succeeded yet
	index   *search.Index // of the present build; nil where there is none
}

// rebuild builds once and prints what came of it.
func (s *server) rebuild(ctx context.Context, opt buildOptions, stdout, stderr io.Writer) {
	made, err := build(ctx, opt)
	opt.progress.done()
	s.mu.Lock()
	defer s.mu.Unlock()
	if problems, ok := errors.AsType[*diag.Error](err); ok {
		_ = diag.Print(stderr, problems.Problems)
		err = errors.New(countProblems(len(problems.Problems)))
	}
	if err != nil {
		fmt.Fprintf(stderr, "kengash: not built: %v\n", err)
		s.broken = []byte("not built: " + err.Error() + "\nsee the terminal for the problems\n")
		return
	}
	s.broken = nil
	if err := s.reopen(); err != nil {
		fmt.Fprintf(stderr, "kengash: no search: %v\n", err)
	}
	fmt.Fprintln(stdout, made)
	close(s.changed)
	s.changed = make(chan struct{})
}

// Addresses of the server's own; no page of a site begins with two underscores.
const (
	reloadScript = "/__kengash/reload.js"
	reloadEvents = "/__kengash/changes"
)

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case reloadScript:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprintf(w, "new EventSource(%q).onmessage = function () { location.reload(); };\n", reloadEvents)
	case reloadEvents:
		s.events(w, r)
	case searchAPI:
		s.search(w, r)
	default:
		s.file(w, r)
	}
}

// events holds the connection open and sends one message at the next change.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	changed := s.changed
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, ": waiting\n\n")
	_ = http.NewResponseController(w).Flush()
	select {
	case <-r.Context().Done():
	case <-changed:
		fmt.Fprint(w, "data: changed\n\n")
	}
}

// file serves a file of the site; HTML gets the script that reloads it.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	name := path.Clean("/" + r.URL.Path)
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	file := filepath.Join(s.dir, filepath.FromSlash(name))
	if isDir(file) {
		http.Redirect(w, r, r.URL.Path+"/", http.StatusFound)
		return
	}
	if path.Ext(name) != ".html" {
		http.ServeFile(w, r, file)
		return
	}
	status := http.StatusOK
	page, err := os.ReadFile(file)
	if err != nil {
		status = http.StatusNotFound
		if page, err = s.notFound(name); err != nil {
			s.unbuilt(w)
			return
		}
	}
	if page, err = s.withResults(r, page); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(bytes.Replace(page, []byte("</body>"), []byte(`<script src="`+reloadScript+`"></script></body>`), 1))
}

// notFound is the page of the language of an address, else that of all.
func (s *server) notFound(name string) ([]byte, error) {
	lang, _, _ := strings.Cut(strings.TrimPrefix(name, "/"), "/")
	page, err := os.ReadFile(filepath.Join(s.dir, lang, "404.html"))
	if err != nil {
		page, err = os.ReadFile(filepath.Join(s.dir, "404.html"))
	}
	return page, err
}

func (s *server) unbuilt(w http.ResponseWriter) {
	s.mu.Lock()
	text := s.broken
	s.mu.Unlock()
	if text == nil {
		text = []byte("not found\n")
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(text)
}
