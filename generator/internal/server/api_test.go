package server

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/kengash/kengash/generator/internal/site"
)

// answer is what a test reads of an answer to a search.
type answer struct {
	Hits []struct{ URL string }
}

func TestServerAnswersSearchesFromTheNativeIndex(t *testing.T) {
	s := newServer(built, site.IndexFolder)
	ask := func(query string) (int, answer) {
		t.Helper()
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, searchAPI+"?"+query, nil))
		var a answer
		if rec.Code == http.StatusOK {
			if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil {
				t.Fatal(err)
			}
		}
		return rec.Code, a
	}
	if code, _ := ask("q=x"); code != http.StatusServiceUnavailable {
		t.Errorf("before an index is open: status %d", code)
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
