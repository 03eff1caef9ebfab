package server

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/search"
)

// askWithoutScripts opens a page of the server as a browser without scripts shows it.
func askWithoutScripts(t *testing.T, s *server, address string) *goquery.Selection {
	t.Helper()
	rec := httptest.NewRecorder()
	s.ServeHTTP(rec, httptest.NewRequest(http.MethodGet, address, nil))
	if rec.Code != http.StatusOK {
		t.Fatalf("%s: status %d", address, rec.Code)
	}
	// With scripts noscript holds text; without, elements.
	html := strings.NewReplacer("<noscript>", `<div id="noscript">`, "</noscript>", "</div>").Replace(rec.Body.String())
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(html))
	if err != nil {
		t.Fatal(err)
	}
	return doc.Find("main")
}

func TestServerShowsHitsWithoutScripts(t *testing.T) {
	s := openServer(t)
	for lang, query := range map[string]string{"ru": "цифровая грамотность", "en": "digital literacy", "zh": "数字素养"} {
		page := askWithoutScripts(t, s, "/"+lang+"/search.html?kind=clause&q="+url.QueryEscape(query))
		if got := page.Find("#noscript .ks-hit h2 a").First().AttrOr("href", ""); got != "/"+lang+"/protocols/ict-2021.html#c4" {
			t.Errorf("%s: the first hit leads to %q", lang, got)
		}
		if page.Find(".ks-hit .ks-excerpt mark").Length() == 0 || page.Find(".ks-hit .ks-others a").Length() == 0 {
			t.Errorf("%s: no word is marked, or no other language named", lang)
		}
		if got := page.Find("form input[name=q]").AttrOr("value", ""); got != query {
			t.Errorf("%s: the field says %q", lang, got)
		}
		chosen := page.Find(`.ks-facet.is-kind a[aria-current=true]`)
		if chosen.Length() != 1 || strings.Contains(chosen.AttrOr("href", ""), "kind=") {
			t.Errorf("%s: the kind that is chosen cannot be taken back: %q", lang, chosen.AttrOr("href", ""))
		}
		for _, nothing := range []string{"", "?q=", "?q=+%20"} {
			page = askWithoutScripts(t, s, "/"+lang+"/search.html"+nothing)
			if got := page.Find("#noscript").Text(); got != "" {
				t.Errorf("%s%s: a page that asks nothing says %q", lang, nothing, got)
			}
		}
	}
}

func TestServersLinksLeadThroughTheHits(t *testing.T) {
	s := openServer(t)
	seen := map[string]bool{}
	pages := 0
	for address := "/en/search.html?q=cooperation&sort=date"; address != ""; pages++ {
		page := askWithoutScripts(t, s, address)
		for _, a := range page.Find(".ks-hit h2 a").EachIter() {
			seen[a.AttrOr("href", "")] = true
		}
		address = page.Find("a[rel=next]").AttrOr("href", "")
		if pages > 0 && page.Find("a[rel=prev]").Length() != 1 {
			t.Errorf("page %d has no way back", pages)
		}
	}
	answer, err := s.index.Search(t.Context(), search.Request{Query: "cooperation", Lang: "en"})
	if err != nil || len(seen) != answer.Total || pages < 2 {
		t.Errorf("%d hits on %d pages, want %d, %v", len(seen), pages, answer.Total, err)
	}
	page := askWithoutScripts(t, s, "/en/search.html?q=cooperation")
	for _, link := range page.Find(".ks-facet li a").EachIter() {
		narrowed := askWithoutScripts(t, s, link.AttrOr("href", ""))
		if got, want := narrowed.Find(".ks-status").Text(), link.Find(".ks-count").Text()+" result"; !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, want %ss", link.AttrOr("href", ""), got, want)
		}
	}
	if page.Find(".ks-facet").Length() < 4 {
		t.Error("there are fewer facets than four")
	}
}

func TestServerSaysWhatToTry(t *testing.T) {
	s := openServer(t)
	for lang, want := range map[string]string{"ru": "ничего не найдено", "en": "Nothing found", "zh": "未找到"} {
		page := askWithoutScripts(t, s, "/"+lang+`/search.html?topic=ai&q=zzqqxx%3C%2Fnoscript%3E%3Cxxscript%3E%22`)
		if got := page.Find(".ks-status").Text(); !strings.Contains(got, want) || !strings.Contains(got, "zzqqxx</noscript><xxscript>\"") {
			t.Errorf("%s: %q", lang, got)
		}
		if n := page.Find(".ks-notes a").Length(); n != 2 {
			t.Errorf("%s: %d pieces of advice are links, want 2: fewer filters, all languages", lang, n)
		}
		if page.Find("xxscript").Length() > 0 {
			t.Errorf("%s: what was asked is read as HTML", lang)
		}
	}
	page := askWithoutScripts(t, s, "/en/search.html?q=spectrom")
	if got := page.Find(".ks-notes").Text(); !strings.Contains(got, "spectrum") || page.Find(".ks-hit").Length() == 0 {
		t.Errorf("a slip of the finger is not told: %q", got)
	}
	page = askWithoutScripts(t, s, page.Find(".ks-notes a").AttrOr("href", ""))
	if page.Find(".ks-hit").Length() != 0 {
		t.Error("what was meant as written is corrected again")
	}
	page = askWithoutScripts(t, s, "/ru/search.html?q=AI&lang=all")
	if page.Find(".ks-facet.is-lang a").Length() < 2 || page.Find(".ks-hit h2[lang]").Length() == 0 {
		t.Error("not all languages are searched, or hits do not say theirs")
	}
}

// The help of the search page gives examples, each of which finds something.
func TestTheExamplesOfTheSearchPageFindSomething(t *testing.T) {
	s := openServer(t)
	for _, lang := range []string{"ru", "zh", "en"} {
		examples := askWithoutScripts(t, s, "/"+lang+"/search.html").Find("details.help code")
		if examples.Length() != 3 {
			t.Errorf("%s: the help has %d examples", lang, examples.Length())
		}
		for _, code := range examples.EachIter() {
			if status, text, a := ask(t, s, searchAPI+"?lang="+lang+"&q="+url.QueryEscape(code.Text())); status != http.StatusOK || a.Total == 0 {
				t.Errorf("%s: %s: status %d, %.200s", lang, code.Text(), status, text)
			}
		}
	}
}
