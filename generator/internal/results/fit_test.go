package results

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/kengash/kengash/search"
)

// largeIndex is an index whose documents all have the word "signal" and are as large as anything
// that is shown of them can be: titles of so many bytes, a place and translations.
func largeIndex(t *testing.T, documents, title int) *search.Index {
	t.Helper()
	docs := make([]search.Document, documents)
	for i := range docs {
		docs[i] = search.Document{
			ID: fmt.Sprintf("en/%d", i), Lang: "en", URL: fmt.Sprintf("en/%s/%d.html", strings.Repeat("x", 200), i), Date: "2026-11-27",
			Title: fmt.Sprintf("Signal %d %s", i, strings.Repeat("<&\" ", title/4)), Body: strings.Repeat("signal & \"<word>\" ", 100),
			Facets: map[string][]string{"kind": {"note"}, "topic": {fmt.Sprintf("topic-%d", i)}, "year": {fmt.Sprint(1000 + i)}},
		}
	}
	dir := t.TempDir()
	if _, err := search.Build(t.Context(), dir, docs, search.Options{}); err != nil {
		t.Fatal(err)
	}
	ix, err := search.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = ix.Close() })
	return ix
}

// largestAddress asks for as much as a server lets an address ask for: 64 values in 8,192 bytes,
// each of which becomes three in a link.
func largestAddress(path string, limit int) *url.URL {
	query := fmt.Sprintf("q=signal&lang=all&limit=%d", limit)
	for i := range 61 {
		value := fmt.Sprintf("topic-%d", i)
		if i%2 == 1 {
			value = strings.Repeat("ж", 120)
		}
		query += "&topic=" + value
	}
	return &url.URL{Path: path, RawQuery: query}
}

const searchPage = `<!doctype html><main data-kengash-search data-lang="en"><input name="q"><noscript>scripts</noscript></main>`

// Whatever is asked, an answer has some hundred kB at most, and its hits go on where it ends.
func TestAnswersAreBounded(t *testing.T) {
	ix := largeIndex(t, 1200, 0)
	asked := url.Values{"q": {"signal"}, "lang": {"en"}, "limit": {"1000"}}
	const most = largest + len(searchPage)
	seen := map[string]bool{}
	pages := 0
	for address := (&url.URL{Path: "/en/search.html", RawQuery: asked.Encode()}); address != nil; pages++ {
		page, err := Page(t.Context(), ix, []byte(searchPage), address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if len(page) > most {
			t.Errorf("page %d has %d bytes, want at most %d", pages+1, len(page), most)
		}
		for _, part := range bytes.Split(page, []byte(`<h2><a href="`))[1:] {
			hit, _, _ := bytes.Cut(part, []byte(`"`))
			seen[string(hit)] = true
		}
		_, next, ok := bytes.Cut(page, []byte(`rel="next" href="`))
		if address = nil; ok {
			next, _, _ = bytes.Cut(next, []byte(`"`))
			if address, err = url.Parse(strings.ReplaceAll(string(next), "&amp;", "&")); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(seen) != 1200 || pages < 3 {
		t.Errorf("%d hits on %d pages, want all 1200 on several", len(seen), pages)
	}

	req, err := ix.ParseRequest(asked, "")
	if err != nil {
		t.Fatal(err)
	}
	answer, err := ix.Search(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	sent, err := Sent(answer)
	if err != nil || len(sent) > largest || bytes.Count(sent, []byte(`"excerpt"`)) < 100 || bytes.Count(sent, []byte(`"label": "topic-`)) != mostValues {
		t.Errorf("%v, %d bytes of JSON for %d hits", err, len(sent), len(answer.Hits))
	}
}

func TestAnswersToTheLargestAddressesAreBounded(t *testing.T) {
	const rest = 300 << 10 // without any hit and choice there are at most ten links, of 3 × 8,192 bytes each
	for title, documents := range map[int]int{100: 60, largest: 4} {
		ix := largeIndex(t, documents, title)
		for _, limit := range []int{1, 1000} {
			address := largestAddress("/en/search.html", limit)
			if n := len(address.RequestURI()); n > 8192 {
				t.Fatalf("the address has %d bytes", n)
			}
			page, err := Page(t.Context(), ix, []byte(searchPage), address, nil)
			if err != nil || len(page) > rest {
				t.Errorf("titles of %d bytes, %d hits: %v, %d bytes", title, limit, err, len(page))
			}
			req, err := ix.ParseRequest(address.Query(), "")
			if err != nil {
				t.Fatal(err)
			}
			answer, err := ix.Search(t.Context(), req)
			if err != nil || answer.Total != documents/2 {
				t.Fatalf("%v, %d hits", err, answer.Total)
			}
			if sent, err := Sent(answer); err != nil || len(sent) > largest {
				t.Errorf("titles of %d bytes, %d hits: %v, %d bytes of JSON", title, limit, err, len(sent))
			}
		}
	}
}
