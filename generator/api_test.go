package main

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"testing"
)

func TestServerAnswersSearchesFromTheNativeIndex(t *testing.T) {
	s := &server{dir: filepath.Join(t.TempDir(), "public"), changed: make(chan struct{})}
	ask := func(query string) (int, answerJSON) {
		t.Helper()
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, searchAPI+"?"+query, nil))
		var a answerJSON
		if rec.Code == http.StatusOK {
			if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
		}
		return rec.Code, a
	}
	if code, _ := ask("q=x"); code != http.StatusServiceUnavailable {
		t.Errorf("before the first build: status %d", code)
	}
	if _, err := build(t.Context(), buildOptions{site: site{source: ".."}, destination: s.dir}); err != nil {
		t.Fatal(err)
	}
	s.mu.Lock()
	err := s.reopen()
	s.mu.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	code, a := ask(url.Values{"q": {"электронное правительство"}, "lang": {"ru"}, "kind": {"clause"}}.Encode())
	if code != http.StatusOK || len(a.Hits) == 0 || a.Hits[0].URL != "ru/protocols/ict-2021.html#c2" {
		t.Errorf("status %d, hits %v", code, a.Hits)
	}
	for _, bad := range []string{"q=x&lang=fr", "q=x&limit=many", "q=x&limit=0", "q=x&offset=-1"} {
		if code, _ := ask(bad); code != http.StatusBadRequest {
			t.Errorf("%s: status %d", bad, code)
		}
	}
}
