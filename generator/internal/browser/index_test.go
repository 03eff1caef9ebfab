package browser

import (
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// indexedSite makes a site of somebody else's searchable, and gives its addresses: of a host, below
// a path, of the disk.
func indexedSite(t *testing.T) map[string]string {
	t.Helper()
	if built.program == "" {
		newTab(t) // says why it is skipped
	}
	dir := t.TempDir()
	for name, html := range map[string]string{
		"index.html": `<!doctype html><html lang="en" dir="rtl"><title>Search</title><main data-search-ignore><div data-kengash-search></div></main>` +
			`<script defer src="search/kengash-search.js"></script>`,
		"a.html": `<!doctype html><html lang="en"><title>Lighthouses</title><script defer src="search/kengash-search.js"></script><nav>menu</nav>
			<main><h1>Lighthouses</h1><p data-search-facet="Author:Ann">Light by night.</p><h2 id="keepers">Keepers</h2><p>A keeper trims the wick of the lamp.</p></main>`,
		"b.html": `<!doctype html><html lang="en"><title>Harbours</title><main data-search-facet="Author:Bob, constructor:Eve"><h1>Harbours</h1><p>A lamp stands at the pier.</p></main>`,
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(html), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if out, err := exec.Command(built.program, "index", dir).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	web := httptest.NewServer(host(dir, map[string]string{"Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'"}))
	t.Cleanup(web.Close)
	return map[string]string{"root": web.URL + "/", "below a path": web.URL + subPath, "file": "file://" + filepath.ToSlash(dir) + "/"}
}

func TestAnySiteHasFacetsOfItsOwn(t *testing.T) {
	for name, base := range indexedSite(t) {
		t.Run(name, func(t *testing.T) {
			b := newTab(t)
			b.open(base + "index.html?q=lamp&author=Ann")
			b.results(1)
			if !eval[bool](b, `document.getElementById('ks-author-Ann').checked && document.querySelector('.ks-facet.is-author legend').textContent === 'Author' &&
				document.getElementById('ks-author-Bob').closest('label').querySelector('.ks-count').textContent === '1'`) {
				t.Error("the facet of the address is not chosen, or not counted")
			}
			b.script("document.getElementById('ks-author-Ann').click()")
			b.results(2)
			b.until("!location.search.includes('author')")
			b.walk(-1)
			b.results(1)
			b.click(hitSelector)
			b.at(base + "a.html#keepers")
			b.until(markedWords + ".join() === 'lamp'")
			b.calm()

			b.open(base + "index.html?author=Bob")
			b.results(1)
			b.open(base + "index.html?q=author:ann&utm_source=x")
			b.results(1)
			if got := eval[string](b, "document.querySelector('"+hitSelector+"').textContent"); got != "Lighthouses" {
				t.Errorf("author:ann finds %q", got)
			}
			b.calm()

			// A name that every object of JavaScript has.
			b.open(base + "index.html?q=lamp&constructor=Eve")
			b.results(1)
			if got := eval[string](b, "document.querySelector('.ks-facet.is-constructor legend').textContent"); got != "constructor" {
				t.Errorf("the facet is called %q", got)
			}
			b.script("document.getElementById('ks-constructor-Eve').click()")
			b.results(2)
			b.calm()
		})
	}
}

func TestSearchPageFromRightToLeft(t *testing.T) {
	base := indexedSite(t)["root"]
	b := newTab(t)
	b.open(base + "index.html?q=lamp")
	b.results(2)
	if !eval[bool](b, `(() => {
		const [list, facets, title] = ['.ks-results', '.ks-facets', '.ks-hit h2'].map(s => document.querySelector(s));
		return list.getBoundingClientRect().left > facets.getBoundingClientRect().left && getComputedStyle(title).direction === 'rtl' &&
			document.documentElement.scrollWidth <= innerWidth;
	})()`) {
		t.Error("the columns do not stand from right to left")
	}
}
