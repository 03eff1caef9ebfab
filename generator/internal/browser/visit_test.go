package browser

import (
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// look is what one visit of a page showed.
type look struct {
	page     string // its file
	Links    []string
	IDs      []string
	Width    int    // of the document, in a window 320 pixels wide
	Widest   string // what reaches beyond the window
	Unsized  int    // style sheets that did not apply
	requests []string
	trouble  []string
}

// script that looks at a page. Links are as the browser understands them.
const looking = `({
	links: Array.from(document.querySelectorAll('a[href], area[href], link[rel=alternate][type][href]'), a => new URL(a.getAttribute('href'), document.baseURI).href),
	ids: Array.from(document.querySelectorAll('[id]'), e => e.id),
	width: document.documentElement.scrollWidth,
	widest: document.documentElement.scrollWidth <= 320 ? '' : Array.from(document.body.querySelectorAll('*'))
		.filter(e => e.getBoundingClientRect().right > 320).slice(0, 3)
		.map(e => e.tagName.toLowerCase() + (e.className && e.className.baseVal === undefined ? '.' + e.className : '') + ' ' + e.textContent.trim().slice(0, 40)).join(' | '),
	unsized: Array.from(document.querySelectorAll('link[rel=stylesheet]')).filter(l => !l.sheet).length,
})`

// pages are the HTML files of a site's folder.
func pages(t testing.TB, dir string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err == nil && path.Ext(p) == ".html" {
			name, _ := filepath.Rel(dir, p)
			all = append(all, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	// Fewer would mean that the site was not built as it should: it has a home page and lists in
	// three languages.
	if len(all) < 30 {
		t.Fatalf("the site has only %d pages: %q", len(all), all)
	}
	return all
}

// atAnyAddress reports whether a page is for addresses that do not exist. Its links are absolute,
// so they only hold at the base URL.
func atAnyAddress(page string) bool { return path.Base(page) == "404.html" }

// leadsOn reports whether a page only leads to another, from an address that was published.
func leadsOn(page string) bool { return path.Base(page) == "parallel.html" }

// visit opens every page of the excerpt once in a narrow window, below an address. The looks are
// kept for all tests.
func visit(t *testing.T, base string) []look {
	t.Helper()
	looksMu.Lock()
	defer looksMu.Unlock()
	if found, ok := looks[base]; ok {
		return found
	}
	all := visitAll(t, noto, built.dir, base, base == built.http)
	looks[base] = all
	return all
}

// abreast is in how many tabs pages are opened at a time: a browser mostly waits for itself.
const abreast = 4

// visitAll opens every page of a folder once in a narrow window, below an address. Pages for
// addresses that do not exist are left out unless the address is the site's own, and those that
// lead on.
func visitAll(t *testing.T, f *fonts, dir, base string, own bool) []look {
	t.Helper()
	newTabIn(t, f) // says why the test is skipped
	var wanted []string
	for _, page := range pages(t, dir) {
		if (own || !atAnyAddress(page)) && !leadsOn(page) {
			wanted = append(wanted, page)
		}
	}
	all := make([]look, len(wanted))
	t.Run("visit", func(t *testing.T) {
		for n := range abreast {
			t.Run(strconv.Itoa(n), func(t *testing.T) {
				t.Parallel()
				b := newTabIn(t, f)
				b.do(chromedp.EmulateViewport(320, 640))
				b.speak("xx") // a language that the site does not have: the chooser stays where it is
				for i := n; i < len(wanted); i += abreast {
					all[i] = lookAt(b, base, wanted[i])
				}
			})
		}
	})
	if t.Failed() {
		t.FailNow() // pages that were not opened have nothing to say
	}
	return all
}

// lookAt opens a page below an address, and says what it shows.
func lookAt(b *tab, base, page string) look {
	b.Helper()
	b.forget()
	b.open(base + page)
	l := eval[look](b, looking)
	l.page = page
	l.requests, l.trouble = b.forget()
	return l
}

var (
	looksMu sync.Mutex
	looks   = map[string][]look{}
)

func TestNoOutsideRequests(t *testing.T) { keepInside(t, visit(t, built.http), built.http) }
func TestNoCSPViolations(t *testing.T)   { keepCalm(t, visit(t, built.http)) }

func TestNoSidewaysScrollAt320(t *testing.T) {
	keepNarrow(t, visit(t, built.http))
	t.Run(dejavu.sans, func(t *testing.T) {
		keepNarrow(t, visitAll(t, dejavu, built.dir, built.http, true))
	})
}

// keepInside fails where a page asks for what is not below the site's own address.
func keepInside(t *testing.T, all []look, root string) {
	t.Helper()
	for _, l := range all {
		if len(l.requests) == 0 {
			t.Errorf("%s: no request was seen, not even the page's own", l.page)
		}
		for _, r := range l.requests {
			if outside(r, root) {
				t.Errorf("%s asks for %s", l.page, r)
			}
		}
	}
}

// keepCalm fails where the browser complained.
func keepCalm(t *testing.T, all []look) {
	t.Helper()
	for _, l := range all {
		for _, trouble := range l.trouble {
			t.Errorf("%s: %s", l.page, trouble)
		}
	}
}

// keepNarrow fails where a page is wider than the window.
func keepNarrow(t *testing.T, all []look) {
	t.Helper()
	for _, l := range all {
		if l.Width > 320 {
			t.Errorf("%s is %d pixels wide: %s", l.page, l.Width, l.Widest)
		}
	}
}

// What editors write keeps the promises that the excerpt keeps.
func TestEveryPageOfTheCollectionWorks(t *testing.T) {
	dir, root := buildSite(t, repository)
	all := visitAll(t, noto, dir, root, true)
	keepInside(t, all, root)
	keepNarrow(t, all)
	keepWhole(t, all, dir, root)
}

func TestPagesWorkAtRoot(t *testing.T) { keepWhole(t, visit(t, built.http), built.dir, built.http) }
func TestPagesWorkUnderSubPath(t *testing.T) {
	keepWhole(t, visit(t, built.below), built.dir, built.below)
}
func TestPagesWorkFromFile(t *testing.T) { keepWhole(t, visit(t, built.file), built.dir, built.file) }

// keepWhole fails where a page of a folder, seen below an address, lacks what belongs to it, or has
// a link that leads nowhere.
func keepWhole(t *testing.T, all []look, dir, base string) {
	t.Helper()
	ids := map[string][]string{}
	for _, l := range all {
		ids[l.page] = l.IDs
	}
	keepCalm(t, all)
	for _, l := range all {
		if l.Unsized > 0 {
			t.Errorf("%s: %d style sheets did not load", l.page, l.Unsized)
		}
		if len(l.Links) == 0 {
			t.Errorf("%s: no links", l.page)
		}
		for _, link := range l.Links {
			if why := leads(link, dir, base, ids); why != "" {
				t.Errorf("%s: link %s: %s", l.page, link, why)
			}
		}
	}
}

// leads says why a link inside the site leads nowhere.
func leads(link, dir, base string, ids map[string][]string) string {
	u, err := url.Parse(link)
	if err != nil {
		return err.Error()
	}
	site, _ := url.Parse(base)
	if u.Scheme != site.Scheme || u.Host != site.Host {
		if u.Scheme == "file" || u.Host == "127.0.0.1" {
			return "leaves the site"
		}
		return ""
	}
	name, inside := strings.CutPrefix(u.Path, site.Path)
	if !inside {
		return "leaves the site's folder"
	}
	// A host has index.html for a folder, a file system has a list of files.
	if (name == "" || strings.HasSuffix(name, "/")) && u.Scheme != "file" {
		name += "index.html"
	}
	info, err := os.Stat(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		return "no such file"
	}
	if info.IsDir() {
		return "is a folder"
	}
	// #choose is for the script of the chooser of languages: it stays there.
	if u.Fragment != "" && !(name == "index.html" && u.Fragment == "choose") && !slices.Contains(ids[name], u.Fragment) {
		return "no such place in that page"
	}
	return ""
}

// The tests above look for what must not be. This one shows that they would see it.
func TestFaultsAreSeen(t *testing.T) {
	b := newTab(t)
	dir := t.TempDir()
	page := `<!doctype html><title>x</title><style>p { width: 900px }</style><script src="https://outside.example/a.js"></script>
<script>document.title = "inline ran"</script><p style="width: 900px">x</p><a href="nowhere.html">x</a><link rel="stylesheet" href="no.css">`
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	headers, err := hostHeaders()
	if err != nil {
		t.Fatal(err)
	}
	address := serveFolder(t, host(dir, headers))
	b.do(chromedp.EmulateViewport(320, 640))
	b.open(address)
	// What a browser says may come after the page.
	b.hears("style", "inline script", "outside.example", "no.css")
	requests, _ := b.forget()
	if !slices.ContainsFunc(requests, func(r string) bool { return outside(r, address) }) {
		t.Errorf("the request to another host was not seen: %q", requests)
	}
	b.open("data:text/html,<meta name=viewport content=width=device-width><p style='width:900px'>wide")
	if l := eval[look](b, looking); l.Width <= 320 || l.Widest == "" {
		t.Errorf("a page 900 pixels wide looks %d wide: %q", l.Width, l.Widest)
	}
	if why := leads(built.http+"nowhere.html", built.dir, built.http, nil); why == "" {
		t.Error("a link to nowhere is taken for a good one")
	}
	if why := leads(built.file+"ru/", built.dir, built.file, nil); why == "" {
		t.Error("a link to a folder is taken for a good one in the file system")
	}
}
