package server

import (
	"bufio"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/generator/internal/verify"
)

func TestServerAnswersAddressesAsAHostDoes(t *testing.T) {
	s := testServer()
	for _, c := range []struct {
		address  string
		status   int
		selector string // of an element of the page
	}{
		{"/", http.StatusOK, `body script[src="` + reloadScript + `"]`},
		{"/ru/", http.StatusOK, `html[lang=ru]`},
		{"/ru/index.html", http.StatusOK, `html[lang=ru] body script[src="` + reloadScript + `"]`},
		{"/ru", http.StatusFound, `a[href="/ru/"]`},
		{"//ru", http.StatusNotFound, `html[lang=ru]`},
		{"/ru/no-such.html", http.StatusNotFound, `html[lang=ru]`},
		{"/en/no/such/folder/", http.StatusNotFound, `html[lang=en]`},
		{"/en/no-such-name", http.StatusNotFound, `html[lang=en]`},
		{"/en/no-such.css", http.StatusNotFound, `html[lang=en]`},
		{"/fr/no-such.html", http.StatusNotFound, `meta[name=robots][content=noindex]`},
		{"/../../site.go", http.StatusNotFound, `meta[name=robots][content=noindex]`},
	} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, c.address, nil))
		page, err := goquery.NewDocumentFromReader(rec.Body)
		if err != nil {
			t.Fatal(err)
		}
		mime := rec.Header().Get("Content-Type")
		if rec.Code != c.status || mime != "text/html; charset=utf-8" || page.Find(c.selector).Length() != 1 {
			t.Errorf("%s: status %d, type %s, %d of %s", c.address, rec.Code, mime, page.Find(c.selector).Length(), c.selector)
		}
	}
	for address, want := range map[string]string{
		"/css/kengash.css": "text/css", "/search/current.json": "application/json", reloadScript: "text/javascript",
	} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
		if mime := rec.Header().Get("Content-Type"); rec.Code != http.StatusOK || !strings.HasPrefix(mime, want) {
			t.Errorf("%s: status %d, type %s, want %s", address, rec.Code, mime, want)
		}
	}
}

func TestServerSendsTheHeadersOfAHostWithEveryAnswer(t *testing.T) {
	s := openServer(t)
	for _, address := range []string{
		"/ru/index.html", "/ru", "/en/nothing", "/en/nothing.html", "/nothing", "/css/kengash.css", reloadScript, searchAPI + "?q=x", searchAPI + "?x=x",
	} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
		for name, want := range verify.Headers(nil) {
			if got := rec.Header().Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", address, name, got, want)
			}
		}
	}
}

func TestServerSaysWhyThereIsNoSite(t *testing.T) {
	s := newServer(site.NewLive(t.Context(), site.Options{}), t.TempDir(), site.IndexFolder)
	s.hosts = []string{"example.com"}
	s.wrong = &wrong{"2 problems", "a\nb"}
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/ru/", nil))
	if rec.Code != http.StatusServiceUnavailable || !strings.Contains(rec.Body.String(), "2 problems") {
		t.Errorf("status %d, %q", rec.Code, rec.Body)
	}
}

// A page may have been made before a change, and listen for changes only after it.
func TestServerTellsAPageOfEveryVersionThatItDoesNotShow(t *testing.T) {
	s := testServer()
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	page := httptest.NewRecorder()
	s.ServeHTTP(page, httptest.NewRequest(http.MethodGet, "/ru/", nil))
	doc, err := goquery.NewDocumentFromReader(page.Body)
	if err != nil {
		t.Fatal(err)
	}
	if seen := doc.Find("script[data-seen]").AttrOr("data-seen", ""); seen != "0.0" {
		t.Errorf("the page says that it shows %q", seen)
	}
	index := func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.version.indexed++
		s.tell()
	}
	for _, c := range []struct {
		shown version // as compared with the present one
		want  []string
	}{
		{version{0, 0, 0}, []string{eventIndexed}},
		{version{0, -1, 0}, []string{eventIndexed, eventIndexed}},
		{version{-1, 0, 0}, []string{eventChanged, eventIndexed}},
		{version{-1, -1, 0}, []string{eventChanged, eventIndexed}},
	} {
		now, _ := s.now()
		answer, err := http.Get(web.URL + reloadEvents + "?seen=" + fmt.Sprintf(seenFormat, now.read+c.shown.read, now.indexed+c.shown.indexed))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(answer.Body)
		lines.Scan() // the connection is there
		for i, event := range c.want {
			if i == len(c.want)-1 {
				index()
			}
			for lines.Scan() && !strings.HasPrefix(lines.Text(), "data: ") {
			}
			if lines.Text() != "data: "+event {
				t.Errorf("a page that shows %+v is told %q, want %q", c.shown, lines.Text(), event)
			}
		}
		if err := answer.Body.Close(); err != nil {
			t.Error(err)
		}
	}
}
