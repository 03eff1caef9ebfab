package server

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/results"
	"github.com/kengash/kengash/search"
)

// searchAPI is the address at which the server answers searches from the native index, for other
// programs:
//
//	GET /api/search?q=…&lang=ru&kind=clause&topic=ai&state=uz&year=2021&limit=10&offset=0&labels=en
//
// The answer is the JSON of `kengash search --json`. Index.ParseRequest says what an address may
// hold.
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
	// The build before stays, for pages that have just loaded its name.
	folder := filepath.Join(s.dir, s.indexFolder)
	current, before := search.Current(folder), s.build
	s.index, s.build = ix, current
	return search.RemoveBuilds(folder, current, before)
}

// search answers a search. It holds the lock: the index must not be closed meanwhile, and an answer
// takes milliseconds.
func (s *server) search(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index == nil {
		http.Error(w, "no index has been built yet", http.StatusServiceUnavailable)
		return
	}
	asked := r.URL.Query()
	req, err := s.index.ParseRequest(asked, "")
	if err = errors.Join(err, known(asked, s.index.Parameters())); err != nil {
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

// known refuses parameters that the search does not have: one that is misspelt would be an answer
// to another question.
func known(asked url.Values, parameters []string) error {
	var errs []error
	for _, name := range slices.Sorted(maps.Keys(asked)) {
		if !slices.Contains(parameters, name) {
			errs = append(errs, fmt.Errorf("unknown parameter %q (%s)", name, diag.Want(name, parameters)))
		}
	}
	return errors.Join(errs...)
}

// withResults puts hits into a search page, for readers without scripts. It holds the lock, as
// search does.
func (s *server) withResults(r *http.Request, page []byte) ([]byte, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return results.Page(r.Context(), s.index, page, r.URL)
}
