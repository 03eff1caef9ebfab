package server

import (
	"bytes"
	"fmt"
	"net/http"
	"net/url"
	"path/filepath"
	"strconv"

	"github.com/kengash/kengash/generator/internal/results"
	"github.com/kengash/kengash/search"
)

// searchAPI is the address at which the server answers searches from the native index, for tools of
// an intranet:
//
//	GET /api/search?q=…&lang=ru&kind=clause&topic=ai&state=uz&year=2021&limit=10&offset=0&labels=en
//
// The answer is the JSON of `kengash search --json`. kind, topic, state and year may stand several
// times.
const searchAPI = "/api/search"

// reopen opens the index of the build that is in place now, and lets go of the one before. The
// caller holds the lock.
func (s *server) reopen() error {
	ix, err := search.Open(filepath.Join(s.dir, s.indexFolder))
	if err != nil {
		return err
	}
	if s.index != nil {
		_ = s.index.Close()
	}
	s.index = ix
	return nil
}

// search answers a search. It holds the lock: the index must not be closed meanwhile, and an answer
// takes milliseconds.
func (s *server) search(w http.ResponseWriter, r *http.Request) {
	req, err := searchRequest(r.URL.Query())
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index == nil {
		http.Error(w, "no index has been built yet", http.StatusServiceUnavailable)
		return
	}
	if err := results.Check(s.index, req); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var body bytes.Buffer
	answer, err := s.index.Search(r.Context(), req)
	if err == nil {
		err = results.JSON(&body, answer)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(body.Bytes())
}

// withResults puts hits into a search page, for readers without scripts. It holds the lock, as
// search does.
func (s *server) withResults(r *http.Request, page []byte) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return results.Page(r.Context(), s.index, page, r.URL)
}

// searchRequest reads the parameters of a search.
func searchRequest(v url.Values) (search.Request, error) {
	req := search.Request{
		Query: v.Get("q"), Lang: v.Get("lang"), DisplayLang: v.Get("labels"),
		Kinds: v["kind"], Topics: v["topic"], States: v["state"], Years: v["year"],
		Limit: search.DefaultLimit,
	}
	for name, into := range map[string]*int{"limit": &req.Limit, "offset": &req.Offset} {
		text := v.Get(name)
		if text == "" {
			continue
		}
		n, err := strconv.Atoi(text)
		if err != nil || n > 1000 {
			return req, fmt.Errorf("%s: want a number up to 1000, not %q", name, text)
		}
		*into = n
	}
	return req, nil
}
