package server

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/kengash/kengash/generator/internal/site"
)

func TestServerRefusesWhatNoReaderAsksFor(t *testing.T) {
	s := openServer(t)
	topics := func(n int) string {
		return "/en/search.html?q=AI" + strings.Repeat("&topic=x", n)
	}
	for _, c := range []struct {
		method, host, address, body string
		status                      int
		why                         string
	}{
		{"GET", "localhost:1313", "/en/", "", 200, ""},
		{"HEAD", "127.0.0.1:1313", "/en/", "", 200, ""},
		{"GET", "[::1]:1313", "/en/", "", 200, ""},
		{"GET", "kb.localhost", "/en/", "", 200, ""},
		{"GET", "Council.example.:8080", "/en/", "", 200, ""},
		{"GET", "127.0.0.1", topics(mostValues - 1), "", 200, ""},
		{"GET", "council.example.evil.example", "/en/", "", 421, "--host"},
		{"GET", "evil.example", searchAPI + "?q=AI", "", 421, "--host"},
		{"GET", "evil.example:1313", reloadEvents, "", 421, "--host"},
		{"GET", "127.0.0.1.evil.example", "/en/", "", 421, "--host"},
		{"DELETE", "127.0.0.1", "/en/", "", 405, "GET or HEAD"},
		{"TRACE", "127.0.0.1", "/en/", "", 405, "GET or HEAD"},
		{"POST", "127.0.0.1", searchAPI, "q=AI", 405, "GET or HEAD"},
		{"GET", "127.0.0.1", searchAPI + "?q=AI", "body", 413, "without a body"},
		{"GET", "127.0.0.1", "/" + strings.Repeat("a", 5000), "", 414, "1024 bytes"},
		{"GET", "127.0.0.1", "/" + strings.Repeat("%41", 1024), "", 414, "1024 bytes"},
		{"GET", "127.0.0.1", topics(3000), "", 414, "8192 bytes"},
		{"GET", "127.0.0.1", topics(mostValues), "", 400, "at most 200"},
		{"GET", "127.0.0.1", "/en/search.html?q=%zz", "", 400, "cannot be read"},
		{"GET", "127.0.0.1", "/%5Cevil.example/en", "", 400, "backslashes"},
		{"GET", "127.0.0.1", "/en/%00", "", 400, "NUL"},
		{"GET", "127.0.0.1", "/.kengash", "", 404, ""},
		{"GET", "127.0.0.1", "/search/", "", 404, ""},
		{"GET", "127.0.0.1", "/search/../../etc/passwd", "", 404, ""},
	} {
		r := httptest.NewRequest(c.method, c.address, strings.NewReader(c.body))
		r.Host = c.host
		rec := httptest.NewRecorder()
		guarded(s, []string{"council.example"}).ServeHTTP(rec, r)
		address := c.address[:min(40, len(c.address))]
		if rec.Code != c.status || !strings.Contains(rec.Body.String(), c.why) {
			t.Errorf("%s %s%s: status %d, %.200q; want %d, %s", c.method, c.host, address, rec.Code, rec.Body, c.status, c.why)
		}
		if allow := rec.Header().Get("Allow"); (allow == "GET, HEAD") != (c.status == 405) {
			t.Errorf("%s %s: Allow is %q", c.method, address, allow)
		}
	}
}

func TestServerNeverLeadsElsewhere(t *testing.T) {
	s := newServer(live, built, site.IndexFolder)
	for _, address := range []string{"//evil.example/..%2fen", "///evil.example/%2e%2e/en", "//evil.example/../ru", "/en/../en", "//en"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		var err error
		if r.URL, err = url.ParseRequestURI(address); err != nil {
			t.Fatal(err)
		}
		r.RequestURI = address
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, r)
		if to := rec.Header().Get("Location"); to != "" && (!strings.HasPrefix(to, "/") || strings.HasPrefix(to, "//") || strings.Contains(to, "evil")) {
			t.Errorf("%s leads to %s", address, to)
		}
	}
}

func TestServerAnswersConditionalAndRangeRequests(t *testing.T) {
	s := openServer(t)
	for _, address := range []string{"/en/index.html", "/css/kengash.css", "/search/current.json"} {
		ask := func(name, value string) *httptest.ResponseRecorder {
			r := httptest.NewRequest(http.MethodGet, address, nil)
			r.Header.Set(name, value)
			rec := httptest.NewRecorder()
			s.ServeHTTP(rec, r)
			return rec
		}
		whole := ask("Accept", "*/*")
		tag := whole.Header().Get("ETag")
		if rec := ask("If-None-Match", tag); rec.Code != http.StatusNotModified || rec.Body.Len() > 0 {
			t.Errorf("%s: a reader that has it gets status %d, %d bytes", address, rec.Code, rec.Body.Len())
		}
		if rec := ask("If-None-Match", `"other"`); rec.Code != http.StatusOK || rec.Body.String() != whole.Body.String() {
			t.Errorf("%s: a reader that has another version gets status %d", address, rec.Code)
		}
		if rec := ask("Range", "bytes=2-5"); rec.Code != http.StatusPartialContent || rec.Body.String() != whole.Body.String()[2:6] {
			t.Errorf("%s: a part has status %d, %q", address, rec.Code, rec.Body)
		}
		if rec := ask("Range", "bytes=99999999-"); rec.Code != http.StatusRequestedRangeNotSatisfiable {
			t.Errorf("%s: a part that is not there has status %d", address, rec.Code)
		}
	}
}

func TestServerAnswersAFewSearchesAtATime(t *testing.T) {
	s := openServer(t)
	s.turn = time.Millisecond
	for range mostSearches {
		s.searches <- struct{}{}
	}
	for _, address := range []string{searchAPI + "?q=AI", "/en/search.html?q=AI"} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
		if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") == "" {
			t.Errorf("%s: status %d while others search", address, rec.Code)
		}
	}
	rec := httptest.NewRecorder()
	if s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, "/en/search.html", nil)); rec.Code != http.StatusOK {
		t.Errorf("a page that searches nothing: status %d", rec.Code)
	}
	<-s.searches
	s.turn = turnTime
	if status, text, a := ask(t, s, searchAPI+"?q=cooperation&lang=en"); status != http.StatusOK || len(a.Hits) == 0 {
		t.Errorf("when one has ended: status %d, %.200s", status, text)
	}
}

func TestServerSaysWhetherItIsHealthy(t *testing.T) {
	s := newServer(live, built, site.IndexFolder)
	for read, want := range []int{http.StatusServiceUnavailable, http.StatusOK} {
		s.version.read = read
		rec := httptest.NewRecorder()
		if s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, health, nil)); rec.Code != want {
			t.Errorf("read %d times: status %d, want %d", read, rec.Code, want)
		}
	}
}

// A page of the last site that was right says what is wrong with the source.
func TestServerTellsPagesOfProblems(t *testing.T) {
	s := newServer(live, built, site.IndexFolder)
	s.version.failed, s.problems = 1, "data/x.toml:1:2: a\ndata/y.toml:3:4: b"
	web := httptest.NewServer(s)
	t.Cleanup(web.Close)
	answer, err := http.Get(web.URL + reloadEvents + "?seen=0.0")
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	for lines.Scan() && lines.Text() != "event: "+eventProblems {
	}
	for _, want := range []string{"data: data/x.toml:1:2: a", "data: data/y.toml:3:4: b", ""} {
		if lines.Scan(); lines.Text() != want {
			t.Errorf("the page is told %q, want %q", lines.Text(), want)
		}
	}
}

// The connections that tell of changes never end by themselves.
func TestServerEndsWithPagesOpen(t *testing.T) {
	s := newServer(live, built, site.IndexFolder)
	web := httptest.NewServer(s)
	defer web.Close()
	answer, err := http.Get(web.URL + reloadEvents)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	s.drain(web.Config)
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
	}
}
