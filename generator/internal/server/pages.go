package server

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/results"
)

// Addresses of the server's own; no page of a site begins with two underscores.
const (
	reloadScript = "/__kengash/reload.js"
	reloadEvents = "/__kengash/changes"
)

// answer answers a request that is not refused.
func (s *server) answer(w http.ResponseWriter, r *http.Request) {
	switch address := r.URL.Path; {
	case address == reloadScript && s.reload:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		fmt.Fprintf(w, reload, reloadEvents, eventChanged, eventProblems)
	case address == reloadEvents && s.reload:
		s.events(w, r)
	case address == searchAPI:
		s.search(w, r)
	case address == health:
		s.healthy(w)
	default:
		s.file(w, r)
	}
}

// Events of the server: the site has changed, the search knows of it, or there is something wrong.
const (
	eventChanged  = "changed"
	eventIndexed  = "indexed"
	eventProblems = "problems" // the source cannot be read; the pages show what it was before
)

// reload is the script that reloads a page at a change, and one that searches once more when the
// search knows of it. A page says which version it shows, since that may be an old one before the
// connection is there.
const reload = `var events = new EventSource(%q + "?seen=" + document.currentScript.dataset.seen);
events.onmessage = function (e) {
	if (e.data === %q || document.querySelector("[data-kengash-search]")) location.reload();
};
events.addEventListener(%q, function (e) {
	var note = document.getElementById("kengash-problems") || document.createElement("pre");
	note.id = "kengash-problems";
	note.dir = "ltr";
	note.lang = "en";
	note.setAttribute("role", "alert");
	note.textContent = e.data;
	note.style.cssText = "position:fixed;inset:auto 0 0;margin:0;padding:1rem;max-height:50vh;overflow:auto;white-space:pre-wrap;z-index:9;background:#5c0d0d;color:#fff;font:14px/1.4 monospace";
	document.body.append(note);
});
`

// events holds the connection open and sends a message for each version that the page does not
// show.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprint(w, "retry: 200\n: waiting\n\n")
	connection := http.NewResponseController(w)
	_ = connection.SetReadDeadline(time.Time{}) // it stays as long as the page is open
	seen, _ := s.now()
	seen.failed = -1
	_, _ = fmt.Sscanf(r.FormValue("seen"), seenFormat, &seen.read, &seen.indexed)
	for {
		_ = connection.SetWriteDeadline(time.Now().Add(writingTime))
		_ = connection.Flush()
		now, news := s.now()
		problems := s.problems()
		switch {
		case now.read != seen.read:
			fmt.Fprintf(w, "data: %s\n\n", eventChanged)
		case now.indexed != seen.indexed:
			fmt.Fprintf(w, "data: %s\n\n", eventIndexed)
		case now.failed != seen.failed && problems != "":
			fmt.Fprintf(w, "event: %s\ndata: %s\n\n", eventProblems, strings.ReplaceAll(problems, "\n", "\ndata: "))
		default:
			select {
			case <-r.Context().Done():
				return
			case <-s.ending:
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
	w.Header().Set("Cache-Control", "no-cache") // which asks each time whether it has changed
	clean := path.Clean("/" + r.URL.Path)
	name := strings.TrimPrefix(clean, "/")
	seen, _ := s.now() // before the file is read, which may be newer then but not older
	if strings.TrimSuffix(r.URL.Path, "/") != strings.TrimSuffix(clean, "/") {
		s.missing(w, name, seen) // to lead to the clean address could lead a browser elsewhere
		return
	}
	if strings.HasPrefix(name, s.indexFolder+"/") {
		s.indexFile(w, r, name)
		return
	}
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	}
	content, err := s.site.File(name)
	if errors.Is(err, fs.ErrNotExist) && path.Ext(name) == "" {
		if _, err := s.site.File(path.Join(name, "index.html")); err == nil {
			http.Redirect(w, r, "/"+name+"/", http.StatusFound)
			return
		}
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		s.missing(w, name, seen)
		return
	case err != nil:
		s.faulty(w, err, seen)
		return
	case path.Ext(name) != ".html":
		serveContent(w, r, name, content)
		return
	}
	if content, err = s.withResults(r, content); err != nil {
		searchFailed(w, err)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	serveContent(w, r, name, s.withReload(content, seen))
}

// missing answers with the page for addresses that do not exist.
func (s *server) missing(w http.ResponseWriter, name string, seen version) {
	content, err := s.notFound(name)
	if err != nil {
		s.unread(w)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusNotFound)
	_, _ = w.Write(s.withReload(content, seen))
}

// serveContent answers with a file, or with a part of it, or that the reader has it already.
func serveContent(w http.ResponseWriter, r *http.Request, name string, content []byte) {
	w.Header().Set("ETag", fmt.Sprintf(`"%x"`, sha256.Sum256(content)))
	http.ServeContent(w, r, path.Base(name), time.Time{}, bytes.NewReader(content))
}

// indexFile serves a file of the index.
func (s *server) indexFile(w http.ResponseWriter, r *http.Request, name string) {
	var content []byte
	root, err := os.OpenRoot(s.dir)
	if err == nil {
		defer root.Close()
		content, err = root.ReadFile(filepath.FromSlash(name))
	}
	if err != nil { // a folder, too
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	serveContent(w, r, name, content)
}

// withResults puts hits into a search page, for readers without scripts.
func (s *server) withResults(r *http.Request, page []byte) ([]byte, error) {
	ix, done := s.using()
	defer done()
	return results.Page(r.Context(), ix, page, r.URL, s.searchTurn)
}

// healthy says whether there is a site to serve.
func (s *server) healthy(w http.ResponseWriter) {
	w.Header().Set("Cache-Control", "no-store")
	if now, _ := s.now(); now.read == 0 {
		later(w, "no site")
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintln(w, "ok")
}

// faulty says why a page could not be made. The page reloads when that is corrected.
func (s *server) faulty(w http.ResponseWriter, err error, seen version) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(http.StatusInternalServerError)
	_, _ = w.Write(s.withReload([]byte("<!doctype html><title>500</title><pre>"+template.HTMLEscapeString(err.Error())+"</pre>"), seen))
}

// withReload adds the script to a page, before the end of its body; HTML lets a page leave that
// out. Where no page reloads, it stays as it is.
func (s *server) withReload(page []byte, seen version) []byte {
	if !s.reload {
		return page
	}
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
	wrong := s.wrong
	s.mu.Unlock()
	if wrong == nil {
		http.Error(w, "not found", http.StatusNotFound)
		return
	}
	later(w, "not updated: "+wrong.what+"\nsee the terminal for the problems")
}
