package server

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"
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
		fmt.Fprintf(w, reload, reloadEvents, eventChanged)
	case reloadEvents:
		s.events(w, r)
	case searchAPI:
		s.search(w, r)
	default:
		s.file(w, r)
	}
}

// Events of the server: the site has changed, or the search knows of it.
const (
	eventChanged = "changed"
	eventIndexed = "indexed"
)

// reload is the script that reloads a page at a change, and one that searches once more when the
// search knows of it. A page says which version it shows, since that may be an old one before the
// connection is there.
const reload = `new EventSource(%q + "?seen=" + document.currentScript.dataset.seen).onmessage = function (e) {
	if (e.data === %q || document.querySelector("[data-kengash-search]")) location.reload();
};
`

// events holds the connection open and sends a message for each version that the page does not
// show.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, "retry: 200\n: waiting\n\n")
	seen, _ := s.now()
	_, _ = fmt.Sscanf(r.FormValue("seen"), seenFormat, &seen.read, &seen.indexed)
	for {
		_ = http.NewResponseController(w).Flush()
		now, news := s.now()
		switch {
		case now.read != seen.read:
			fmt.Fprintf(w, "data: %s\n\n", eventChanged)
		case now.indexed != seen.indexed:
			fmt.Fprintf(w, "data: %s\n\n", eventIndexed)
		default:
			select {
			case <-r.Context().Done():
				return
			case <-news:
			}
		}
		seen = now
	}
}

// seenFormat is how a page says which version it shows.
const seenFormat = "%d.%d"

// file serves a file of the site; HTML gets the script that reloads it.
func (s *server) file(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasPrefix(name, s.indexFolder+"/") {
		http.ServeFile(w, r, filepath.Join(s.dir, filepath.FromSlash(name)))
		return
	}
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	status := http.StatusOK
	seen, _ := s.now() // before the file is read, which may be newer then but not older
	content, err := s.site.File(name)
	if errors.Is(err, fs.ErrNotExist) && path.Ext(name) == "" {
		if _, err := s.site.File(path.Join(name, "index.html")); err == nil {
			http.Redirect(w, r, "/"+name+"/", http.StatusFound)
			return
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		status = http.StatusNotFound
		if content, err = s.notFound(name); err != nil {
			s.unread(w)
			return
		}
	case err != nil:
		s.faulty(w, err, seen)
		return
	case path.Ext(name) != ".html":
		http.ServeContent(w, r, path.Base(name), time.Time{}, bytes.NewReader(content))
		return
	}
	if content, err = s.withResults(r, content); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(withReload(content, seen))
}

// faulty says why a page could not be made. The page reloads when that is corrected.
func (s *server) faulty(w http.ResponseWriter, err error, seen version) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_, _ = w.Write(withReload([]byte("<!doctype html><title>500</title><pre>"+template.HTMLEscapeString(err.Error())+"</pre>"), seen))
}

// withReload adds the script to a page, before the end of its body; HTML lets a page leave that
// out.
func withReload(page []byte, seen version) []byte {
	end := bytes.LastIndex(page, []byte("</body>"))
	if end < 0 {
		end = len(page)
	}
	script := fmt.Sprintf(`<script src="%s" data-seen="`+seenFormat+`"></script>`, reloadScript, seen.read, seen.indexed)
	return slices.Concat(page[:end], []byte(script), page[end:])
}

// notFound is the page of the language of an address, else that of all.
func (s *server) notFound(name string) ([]byte, error) {
	lang, _, _ := strings.Cut(name, "/")
	page, err := s.site.File(lang + "/404.html")
	if err != nil {
		page, err = s.site.File("404.html")
	}
	return page, err
}

// unread says that the site could not be read yet.
func (s *server) unread(w http.ResponseWriter) {
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
