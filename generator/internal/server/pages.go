package server

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Addresses of the server's own; no page of a site begins with two underscores.
const (
	reloadScript = "/__kengash/reload.js"
	reloadEvents = "/__kengash/changes"
)

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	for name, value := range s.headers {
		w.Header().Set(name, value)
	}
	s.mu.Unlock()
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
	info, err := os.Stat(file)
	switch {
	case err == nil && info.IsDir():
		http.Redirect(w, r, name+"/", http.StatusFound)
		return
	case err == nil && path.Ext(name) != ".html":
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
	_, _ = w.Write(withReload(page))
}

// withReload adds the script to a page, before the end of its body; HTML lets a page leave that
// out.
func withReload(page []byte) []byte {
	end := bytes.LastIndex(page, []byte("</body>"))
	if end < 0 {
		end = len(page)
	}
	return slices.Concat(page[:end], []byte(`<script src="`+reloadScript+`"></script>`), page[end:])
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
