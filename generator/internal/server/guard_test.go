package server

import (
	"bufio"
	"bytes"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

func TestServerRefusesWhatNoReaderAsksFor(t *testing.T) {
	s := openServer(t)
	s.hosts = append(s.hosts, "council.example")
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
		{"GET", "127.0.0.1", topics(mostValues), "", 400, "at most 64"},
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
		s.ServeHTTP(rec, r)
		address := c.address[:min(40, len(c.address))]
		if rec.Code != c.status || !strings.Contains(rec.Body.String(), c.why) {
			t.Errorf("%s %s%s: status %d, %.200q; want %d, %s", c.method, c.host, address, rec.Code, rec.Body, c.status, c.why)
		}
		if policy := rec.Header().Get("Content-Security-Policy"); policy == "" {
			t.Errorf("%s %s: no policy is sent", c.method, address)
		}
		if allow := rec.Header().Get("Allow"); (allow == "GET, HEAD") != (c.status == 405) {
			t.Errorf("%s %s: Allow is %q", c.method, address, allow)
		}
	}
}

func TestServerNeverLeadsElsewhere(t *testing.T) {
	s := testServer()
	for _, address := range []string{"//evil.example/..%2fen", "///evil.example/%2e%2e/en", "//evil.example/../ru", "/en/../en", "//en"} {
		r := httptest.NewRequest(http.MethodGet, "/", nil)
		var err error
		if r.URL, err = url.ParseRequestURI(address); err != nil {
			t.Fatal(err)
		}
		r.RequestURI = address
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, r)
		if to := rec.Header().Get("Location"); to != "" || rec.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, leads to %q", address, rec.Code, to)
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
	s.turn = 0
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
	for _, address := range []string{"/en/search.html", "/en/index.html?q=AI", "/en/search.html?from=newsletter"} {
		rec := httptest.NewRecorder()
		if s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil)); rec.Code != http.StatusOK {
			t.Errorf("%s, which searches nothing: status %d", address, rec.Code)
		}
	}
	<-s.searches
	s.turn = turnTime
	if status, text, a := ask(t, s, searchAPI+"?q=cooperation&lang=en"); status != http.StatusOK || len(a.Hits) == 0 {
		t.Errorf("when one has ended: status %d, %.200s", status, text)
	}
}

func TestServerSaysWhetherItIsHealthy(t *testing.T) {
	s := testServer()
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
	s := testServer()
	s.version.failed, s.wrong = 1, &wrong{"2 problems", "data/x.toml:1:2: a\ndata/y.toml:3:4: b"}
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
	s := testServer()
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

func TestServerLogsNothingOfWhoAsks(t *testing.T) {
	var out bytes.Buffer
	s := openServer(t)
	web := recorded(s, slog.New(slog.NewJSONHandler(&out, nil)), func(what string, err error) { t.Error(what, err) })
	r := httptest.NewRequest(http.MethodGet, "/en/search.html?q=secret", nil)
	r.RemoteAddr = "192.0.2.7:4242"
	r.Header.Set("Referer", "https://intranet.example/mail")
	r.Header.Set("User-Agent", "Browser of Ada")
	web.ServeHTTP(httptest.NewRecorder(), r)
	for _, want := range []string{`"path":"/en/search.html"`, `"status":200`, `"method":"GET"`} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%s is not in %s", want, out.String())
		}
	}
	for _, private := range []string{"192.0.2.7", "secret", "intranet", "Ada"} {
		if strings.Contains(out.String(), private) {
			t.Errorf("%s is in %s", private, out.String())
		}
	}
}

func TestServerGoesOnWhenItFailsOnARequest(t *testing.T) {
	told := ""
	web := recorded(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { panic("a fault") }), nil,
		func(what string, err error) { told = what + err.Error() })
	rec := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodGet, "/en/?q=secret", nil)
	r.RemoteAddr = "192.0.2.7:4242"
	web.ServeHTTP(rec, r)
	if rec.Code != http.StatusInternalServerError || told != "answering GET /en/: a fault" {
		t.Errorf("status %d, told %q", rec.Code, told)
	}
}

func TestServerDoesNotReloadPagesUnlessAsked(t *testing.T) {
	s := openServer(t)
	s.reload = false
	for _, address := range []string{"/en/index.html", "/en/nothing.html", reloadScript, reloadEvents} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
		if strings.Contains(rec.Body.String(), reloadScript) || strings.HasPrefix(address, "/__") && rec.Code != http.StatusNotFound {
			t.Errorf("%s: status %d, with the script", address, rec.Code)
		}
	}
}

func TestServerSaysWhenToAskAgain(t *testing.T) {
	s := testServer() // without an index
	for _, address := range []string{searchAPI + "?q=AI", health} {
		rec := httptest.NewRecorder()
		s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
		if rec.Code != http.StatusServiceUnavailable || rec.Header().Get("Retry-After") == "" {
			t.Errorf("%s: status %d, Retry-After %q", address, rec.Code, rec.Header().Get("Retry-After"))
		}
	}
}
