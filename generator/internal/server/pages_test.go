package server

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/site"
)

func TestServerAnswersAddressesAsAHostDoes(t *testing.T) {
	s := newServer(built, site.IndexFolder)
	for _, c := range []struct {
		address  string
		status   int
		mime     string // beginning of the type
		contains string
	}{
		{"/", http.StatusOK, "text/html", reloadScript},
		{"/ru/", http.StatusOK, "text/html", `<html lang="ru"`},
		{"/ru/index.html", http.StatusOK, "text/html", `<html lang="ru"`},
		{"/ru", http.StatusFound, "text/html", `href="/ru/"`},
		{"/ru/no-such.html", http.StatusNotFound, "text/html", `<html lang="ru"`},
		{"/en/no/such/folder/", http.StatusNotFound, "text/html", `<html lang="en"`},
		{"/en/no-such-name", http.StatusNotFound, "text/html", `<html lang="en"`},
		{"/en/no-such.css", http.StatusNotFound, "text/html", `<html lang="en"`},
		{"/fr/no-such.html", http.StatusNotFound, "text/html", `name="robots" content="noindex"`},
		{"/../../site.go", http.StatusNotFound, "text/html", "noindex"},
		{"//ru", http.StatusFound, "text/html", `href="/ru/"`},
		{"/css/kengash.css", http.StatusOK, "text/css", "{"},
		{"/search/current.json", http.StatusOK, "application/json", "build"},
		{reloadScript, http.StatusOK, "text/javascript", reloadEvents},
	} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, c.address, nil))
		mime, body := rec.Header().Get("Content-Type"), rec.Body.String()
		if rec.Code != c.status || !strings.HasPrefix(mime, c.mime) || !strings.Contains(body, c.contains) {
			t.Errorf("%s: status %d, type %s, want %d, %s, and %q in\n%.300s",
				c.address, rec.Code, mime, c.status, c.mime, c.contains, body)
		}
	}
}

func TestServerSaysWhyThereIsNoSite(t *testing.T) {
	s := newServer(t.TempDir(), site.IndexFolder)
	s.broken = []byte("not built: 2 problems\n")
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/ru/", nil))
	if rec.Code != http.StatusNotFound || !strings.Contains(rec.Body.String(), "2 problems") {
		t.Errorf("status %d, %q", rec.Code, rec.Body)
	}
}
