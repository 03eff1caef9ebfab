package server

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"path/filepath"
	"slices"
	"sync"

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
		go s.index.closeUnused()
	}
	// The build before stays, for pages that have just loaded its name.
	folder := filepath.Join(s.dir, s.indexFolder)
	current, before := search.Current(folder), s.build
	s.index, s.build = &openIndex{Index: ix}, current
	return search.RemoveBuilds(folder, current, before)
}

// openIndex is an index with the searches that use it.
type openIndex struct {
	*search.Index
	users sync.WaitGroup
}

// closeUnused closes an index that gets no further search, when those before have ended.
func (x *openIndex) closeUnused() {
	x.users.Wait()
	_ = x.Close()
}

// using returns the index that is open now, which stays so until done is called; nil for none.
func (s *server) using() (ix *search.Index, done func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index == nil {
		return nil, func() {}
	}
	s.index.users.Add(1)
	return s.index.Index, s.index.users.Done
}

// search answers a search.
func (s *server) search(w http.ResponseWriter, r *http.Request) {
	ix, done := s.using()
	defer done()
	if ix == nil {
		later(w, "no index has been built yet")
		return
	}
	asked := r.URL.Query()
	req, err := ix.ParseRequest(asked, "")
	if err = errors.Join(err, known(asked, ix.Parameters())); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	ctx, end, err := s.searchTurn(r.Context())
	if err != nil {
		searchFailed(w, err)
		return
	}
	defer end()
	var body []byte
	answer, err := ix.Search(ctx, req)
	if err == nil {
		body, err = results.Sent(answer)
	}
	if err != nil {
		searchFailed(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = w.Write(body)
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

// searchFailed says why a search has no answer.
func searchFailed(w http.ResponseWriter, err error) {
	switch {
	case errors.Is(err, errBusy):
		later(w, err.Error())
	case errors.Is(err, context.DeadlineExceeded):
		later(w, fmt.Sprintf("the search took longer than %v", searchingTime))
	default:
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}
