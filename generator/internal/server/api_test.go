package server

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// answer is what a test reads of an answer to a search.
type answer struct {
	Total int
	Hits  []struct{ URL string }
}

// openServer serves the site that is built, with its index open.
func openServer(t *testing.T) *server {
	t.Helper()
	s := testServer()
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.reopen(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.index.closeUnused)
	return s
}

// ask asks the server for an address, and returns the status, the text and what it says as JSON.
func ask(t *testing.T, s *server, address string) (status int, text string, a answer) {
	t.Helper()
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
	if rec.Code == http.StatusOK {
		if err := json.Unmarshal(rec.Body.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
	}
	return rec.Code, rec.Body.String(), a
}

func TestServerAnswersSearchesFromTheNativeIndex(t *testing.T) {
	if status, _, _ := ask(t, testServer(), searchAPI+"?q=x"); status != http.StatusServiceUnavailable {
		t.Errorf("before an index is open: status %d", status)
	}
	s := openServer(t)
	query := url.Values{"q": {"электронное правительство"}, "lang": {"ru"}, "kind": {"clause"}}
	status, _, a := ask(t, s, searchAPI+"?"+query.Encode())
	if status != http.StatusOK || len(a.Hits) == 0 || a.Hits[0].URL != "ru/protocols/ict-2021.html#c2" {
		t.Errorf("status %d, hits %v", status, a.Hits)
	}
	for bad, want := range map[string]string{
		"q=x&lang=fr":    `no language "fr"`,
		"q=x&limit=many": "limit: want a number",
		"q=x&limit=0":    "limit: want a number",
		"q=x&offset=-1":  "offset: want a number",
		"q=x&topc=ai":    `unknown parameter "topc" (want `,
		"q=x&toppic=ai":  `did you mean "topic"?`,
	} {
		if status, text, _ := ask(t, s, searchAPI+"?"+bad); status != http.StatusBadRequest || !strings.Contains(text, want) {
			t.Errorf("%s: status %d, %s; want %s", bad, status, text, want)
		}
	}
}

// docs/api.md has every parameter that the server reads, and no other; its examples have hits.
func TestTheInterfaceIsDocumented(t *testing.T) {
	s := openServer(t)
	data, err := os.ReadFile("../../../docs/api.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, found := strings.Cut(string(data), "| Parameter of `/api/search` |")
	table, _, ended := strings.Cut(text, "\n\n")
	if !found || !ended {
		t.Fatal("docs/api.md has no table of the parameters")
	}
	documented := s.index.Facets() // by "the name of a facet"
	for row := range strings.Lines(table) {
		first, _, _ := strings.Cut(strings.TrimPrefix(row, "| "), " |")
		for _, m := range regexp.MustCompile("`(\\w+)`").FindAllStringSubmatch(first, -1) {
			documented = append(documented, m[1])
		}
	}
	if got, want := slices.Sorted(slices.Values(documented)), slices.Sorted(slices.Values(s.index.Parameters())); !slices.Equal(got, want) {
		t.Errorf("documented are %q, want %q", got, want)
	}
	examples := regexp.MustCompile(`curl 'http://127\.0\.0\.1:1313(/[^']*)'`).FindAllStringSubmatch(string(data), -1)
	if len(examples) == 0 {
		t.Fatal("docs/api.md has no example")
	}
	for _, example := range examples {
		if status, text, a := ask(t, s, example[1]); status != http.StatusOK || len(a.Hits) == 0 {
			t.Errorf("%s: status %d, %s", example[1], status, text)
		}
	}
}

// Each example of docs/query-language.md finds something, with all that it asks for.
func TestTheExamplesOfTheQueryLanguageFindSomething(t *testing.T) {
	s := openServer(t)
	data, err := os.ReadFile("../../../docs/query-language.md")
	if err != nil {
		t.Fatal(err)
	}
	examples := regexp.MustCompile("(?m)^\\| `(.+?)` \\|").FindAllStringSubmatch(string(data), -1)
	if len(examples) < 15 {
		t.Fatalf("docs/query-language.md has %d examples", len(examples))
	}
	for _, example := range examples {
		query := strings.ReplaceAll(example[1], `\|`, "|")
		if status, text, a := ask(t, s, searchAPI+"?q="+url.QueryEscape(query)); status != http.StatusOK || a.Total == 0 {
			t.Errorf("%s: status %d, %.200s", query, status, text)
		}
	}
}
