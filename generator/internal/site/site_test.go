package site_test

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/command"
	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/search"
)

const (
	repository = "../../.." // from this folder, where tests run
	siteBase   = "https://kengash.example/"
)

// builtSite is the real collection as a build left it.
type builtSite struct {
	dir   string
	pages map[string]*goquery.Document // by path
	ids   map[string][]string          // of every page
}

var realSite = sync.OnceValues(func() (*builtSite, error) {
	temp, err := os.MkdirTemp("", "kengash-site-test-")
	if err != nil {
		return nil, err
	}
	cleanup = append(cleanup, func() { os.RemoveAll(temp) })
	s := &builtSite{dir: filepath.Join(temp, "site"), pages: map[string]*goquery.Document{}, ids: map[string][]string{}}
	var stdout, stderr bytes.Buffer
	if code := command.Run(context.Background(), []string{"build", "-s", repository, "-d", s.dir}, nil, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
		return nil, fmt.Errorf("exit code %d\n%s", code, stderr.String())
	}
	return s, filepath.WalkDir(s.dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(p) != ".html" {
			return err
		}
		data, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		rel, err := filepath.Rel(s.dir, p)
		if err != nil {
			return err
		}
		name := filepath.ToSlash(rel)
		s.pages[name] = doc
		doc.Find("[id]").Each(func(_ int, e *goquery.Selection) { s.ids[name] = append(s.ids[name], e.AttrOr("id", "")) })
		return nil
	})
})

// realCollection builds the collection once for all tests that look at it.
func realCollection(t *testing.T) *builtSite {
	t.Helper()
	s, err := realSite()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// each calls test for every page in the order of names.
func (s *builtSite) each(test func(name string, page *goquery.Document)) {
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		test(name, s.pages[name])
	}
}

func (s *builtSite) page(t *testing.T, name string) *goquery.Document {
	t.Helper()
	if s.pages[name] == nil {
		t.Fatalf("there is no page %s", name)
	}
	return s.pages[name]
}

// lost tells whether a page answers for addresses that do not exist: it cannot have relative links.
func lost(name string) bool { return path.Base(name) == "404.html" }

var siteLangs = map[string]string{"ru": "ru", "zh": "zh-Hans", "en": "en"}

// langOf is the language of a page by its address; "" for the pages of no language.
func langOf(name string) string {
	head, _, found := strings.Cut(name, "/")
	if !found || siteLangs[head] == "" {
		return ""
	}
	return head
}

func TestTheCollectionIsWhole(t *testing.T) {
	s := realCollection(t)
	for lang := range siteLangs {
		protocol := s.page(t, lang+"/protocols/ict-2021.html")
		for i := range 6 {
			clause := fmt.Sprintf("c%d", i+1)
			if n := protocol.Find(fmt.Sprintf(`main [id="%s"] [id="%s.p1"]`, clause, clause)).Length(); n != 1 {
				t.Errorf("%s: %d paragraphs %s.p1 in %s", lang, n, clause, clause)
			}
		}
		if n := protocol.Find(`main [id="c7"]`).Length(); n != 0 {
			t.Errorf("%s: the protocol has a seventh clause", lang)
		}
		if n := protocol.Find(`main [id="sig"] [id^="sig."]`).Length(); n != 8 {
			t.Errorf("%s: the protocol has %d signatures, want 8", lang, n)
		}
		for kind, want := range map[string][2]int{ // at least, at most
			"meetings": {5, 99}, "protocols": {1, 99}, "instruments": {6, 99}, "programmes": {1, 99}, "actions": {1, 99},
			"topics": {10, 99}, "notes": {16, 16}, "states": {10, 10}, "bodies": {5, 99}, "pages": {3, 99},
		} {
			list := s.page(t, lang+"/"+kind+"/index.html")
			linked := map[string]bool{}
			list.Find("main a[href]").Each(func(_ int, a *goquery.Selection) {
				target, _, _ := strings.Cut(path.Join(lang, kind, a.AttrOr("href", "")), "#")
				if path.Dir(target) == lang+"/"+kind && path.Base(target) != "index.html" {
					linked[target] = true
				}
			})
			if len(linked) < want[0] || len(linked) > want[1] {
				t.Errorf("%s: the list of %s leads to %d, want %d to %d", lang, kind, len(linked), want[0], want[1])
			}
			for name := range s.pages {
				if path.Dir(name) == lang+"/"+kind && path.Base(name) != "index.html" && !linked[name] {
					t.Errorf("%s is not in its list", name)
				}
			}
		}
	}
	if !slices.Equal(pagesBut(s, "ru"), pagesBut(s, "zh")) || !slices.Equal(pagesBut(s, "ru"), pagesBut(s, "en")) {
		t.Error("the languages have not the same pages")
	}
}

// pagesBut are the pages of a language without the language.
func pagesBut(s *builtSite, lang string) []string {
	var names []string
	s.each(func(name string, _ *goquery.Document) {
		if rest, ok := strings.CutPrefix(name, lang+"/"); ok {
			names = append(names, rest)
		}
	})
	return names
}

func TestEveryLinkLeadsToAFileAndAnAnchor(t *testing.T) {
	s := realCollection(t)
	s.each(func(name string, page *goquery.Document) {
		if lost(name) {
			return
		}
		page.Find("[href], [src]").Each(func(_ int, e *goquery.Selection) {
			for _, attr := range []string{"href", "src"} {
				if to, ok := e.Attr(attr); ok {
					if fault := s.link(name, e, to); fault != "" {
						t.Errorf("%s: %s of <%s> %q %s", name, attr, goquery.NodeName(e), to, fault)
					}
				}
			}
		})
	})
}

// absolute are the elements whose addresses must be absolute.
const absolute = `link[rel="canonical"], link[rel="alternate"][hreflang]`

// link says what is wrong with a link of a page; "" where nothing is.
func (s *builtSite) link(page string, e *goquery.Selection, to string) string {
	u, err := url.Parse(to)
	switch {
	case err != nil:
		return "is no address"
	case e.Is(absolute):
		own, ok := strings.CutPrefix(to, siteBase)
		if !ok {
			return "is not absolute"
		}
		return s.exists(own, "")
	case strings.HasPrefix(to, siteBase):
		return "leads to the site itself by an absolute address"
	case u.Scheme == "https", u.Scheme == "http", u.Scheme == "mailto":
		return ""
	case u.Scheme != "":
		return "has an unknown scheme"
	case strings.HasPrefix(to, "/"):
		return "begins at the root"
	case u.Path == "" && u.Fragment == "":
		return "is empty"
	case u.Path == "":
		return s.exists(page, u.Fragment)
	case strings.HasSuffix(u.Path, "/"), strings.HasSuffix(u.Path, "."):
		return "leads to a folder"
	}
	return s.exists(path.Join(path.Dir(page), u.Path), u.Fragment)
}

// exists says what is wrong with an address from the site's root.
func (s *builtSite) exists(file, anchor string) string {
	info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(file)))
	switch {
	case err != nil:
		return "leads nowhere"
	case info.IsDir():
		return "leads to a folder"
	case anchor != "" && !slices.Contains(s.ids[file], anchor):
		return "has an anchor that is not there"
	}
	return ""
}

func TestPagesOfLostAddressesLeadHomeFromAnywhere(t *testing.T) {
	s := realCollection(t)
	for _, name := range []string{"404.html", "ru/404.html", "zh/404.html", "en/404.html"} {
		page := s.page(t, name)
		root, err := url.Parse(siteBase + "somewhere/else/")
		if err != nil {
			t.Fatal(err)
		}
		base, err := root.Parse(strings.TrimSpace(page.Find("base[href]").AttrOr("href", ""))) // browsers trim it too
		if err != nil {
			t.Fatal(err)
		}
		links := 0
		page.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
			to, err := base.Parse(a.AttrOr("href", ""))
			if err != nil {
				t.Fatal(err)
			}
			own, ok := strings.CutPrefix(to.String(), siteBase)
			own, anchor, _ := strings.Cut(own, "#")
			if fault := s.exists(own, anchor); !ok || fault != "" {
				t.Errorf("%s: %s is not of the site or %s", name, to, fault)
			}
			links++
		})
		if links == 0 || page.Find(`meta[name="robots"][content="noindex"]`).Length() != 1 {
			t.Errorf("%s has %d links, and robots are not kept away", name, links)
		}
	}
}

func TestEveryPageIsSoundHTML(t *testing.T) {
	s := realCollection(t)
	titles := map[string]string{} // title by language → page
	s.each(func(name string, page *goquery.Document) {
		if n := page.Find("h1").Length(); n != 1 {
			t.Errorf("%s has %d h1", name, n)
		}
		if strings.TrimSpace(page.Find("h1").Text()) == "" {
			t.Errorf("%s has an empty h1", name)
		}
		seen := map[string]bool{}
		for _, id := range s.ids[name] {
			if seen[id] || id == "" || strings.ContainsAny(id, " \t\n") {
				t.Errorf("%s has the id %q twice, or it is none", name, id)
			}
			seen[id] = true
		}
		page.Find("[aria-labelledby], [aria-describedby], [aria-controls], [for]").Each(func(_ int, e *goquery.Selection) {
			for _, attr := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for"} {
				for _, id := range strings.Fields(e.AttrOr(attr, "")) {
					if !seen[id] {
						t.Errorf("%s: %s names %q, which is not there", name, attr, id)
					}
				}
			}
		})
		if want := siteLangs[langOf(name)]; want != "" && page.Find("html").AttrOr("lang", "") != want {
			t.Errorf("%s is in the language %q, want %q", name, page.Find("html").AttrOr("lang", ""), want)
		}
		title := langOf(name) + " " + strings.TrimSpace(page.Find("head > title").Text())
		if other, dup := titles[title]; dup || page.Find("head > title").Length() != 1 {
			t.Errorf("%s has the title %q, as has %s", name, title, other)
		}
		titles[title] = name
		page = goquery.CloneDocument(page)
		page.Find(".citing pre").Remove() // BibTeX has braces of its own
		raw, err := page.Html()
		if err != nil {
			t.Fatal(err)
		}
		for _, bad := range []string{"ZgotmplZ", "map[", "<no value>", "&lt;no value&gt;", "%!", "[i18n]", "{{", "}}", "&lt;p&gt;"} {
			if i := strings.Index(raw, bad); i >= 0 {
				t.Errorf("%s holds %q: …%s…", name, bad, raw[max(i-60, 0):min(i+60, len(raw))])
			}
		}
	})
}

func TestEveryPageNamesItselfAndItsTranslations(t *testing.T) {
	s := realCollection(t)
	alternates := map[string]map[string]string{} // page → language → page
	s.each(func(name string, page *goquery.Document) {
		if lost(name) {
			return
		}
		canonical := page.Find(`head > link[rel="canonical"]`)
		if canonical.Length() != 1 || canonical.AttrOr("href", "") != siteBase+name {
			t.Errorf("%s says that its address is %q", name, canonical.AttrOr("href", ""))
		}
		if og := page.Find(`head > meta[property="og:url"]`).AttrOr("content", ""); og != siteBase+name {
			t.Errorf("%s says in og:url that its address is %q", name, og)
		}
		alternates[name] = map[string]string{}
		page.Find(`head > link[rel="alternate"][hreflang]`).Each(func(_ int, l *goquery.Selection) {
			lang := l.AttrOr("hreflang", "")
			if _, dup := alternates[name][lang]; dup {
				t.Errorf("%s has %s twice", name, lang)
			}
			alternates[name][lang] = strings.TrimPrefix(l.AttrOr("href", ""), siteBase)
		})
		if got := slices.Sorted(maps.Keys(alternates[name])); !slices.Equal(got, []string{"en", "ru", "x-default", "zh-Hans"}) {
			t.Errorf("%s has the languages %q", name, got)
		}
		own := siteLangs[langOf(name)]
		if own == "" {
			own = "x-default" // the chooser of languages
		}
		if alternates[name][own] != name {
			t.Errorf("%s is not among its own languages", name)
		}
	})
	for name, langs := range alternates {
		for lang, other := range langs {
			if lang != "x-default" && !maps.Equal(alternates[other], langs) {
				t.Errorf("%s names %s, which does not name it", name, other)
			}
		}
	}
}

// feed is what a sitemap, a list of sitemaps or a feed holds.
type feed struct {
	XMLName xml.Name
	Locs    []string `xml:"url>loc"`
	Maps    []string `xml:"sitemap>loc"`
	Links   []struct {
		Href string `xml:"href,attr"`
	} `xml:"url>link"`
	Channel struct {
		Links []string `xml:"link"`
		Items []struct {
			Title string `xml:"title"`
			Link  string `xml:"link"`
			GUID  string `xml:"guid"`
			Date  string `xml:"pubDate"`
		} `xml:"item"`
	} `xml:"channel"`
}

func (s *builtSite) feed(t *testing.T, name string) feed {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	var f feed
	if err := xml.Unmarshal(data, &f); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return f
}

func TestSitemapsHoldEveryPageByItsAbsoluteAddress(t *testing.T) {
	s := realCollection(t)
	own := func(file, address string) string {
		name, ok := strings.CutPrefix(address, siteBase)
		if !ok {
			t.Errorf("%s: %q is not absolute", file, address)
		}
		if fault := s.exists(name, ""); fault != "" {
			t.Errorf("%s: %q %s", file, address, fault)
		}
		return name
	}
	listed := map[string]bool{}
	for _, address := range s.feed(t, "sitemap.xml").Maps {
		file := own("sitemap.xml", address)
		f := s.feed(t, file)
		for _, loc := range f.Locs {
			name := own(file, loc)
			if listed[name] {
				t.Errorf("%s is listed twice", name)
			}
			listed[name] = true
		}
		for _, l := range f.Links {
			own(file, l.Href)
		}
	}
	for name := range s.pages {
		if want := !lost(name) && langOf(name) != ""; listed[name] != want {
			t.Errorf("%s is in the sitemap: %v", name, listed[name])
		}
	}
	robots, err := os.ReadFile(filepath.Join(s.dir, "robots.txt"))
	if err != nil || !strings.Contains(string(robots), "Sitemap: "+siteBase+"sitemap.xml\n") {
		t.Errorf("robots.txt does not name the sitemap: %s", robots)
	}
}

func TestFeedsHoldDatedEntriesNewestFirst(t *testing.T) {
	s := realCollection(t)
	for lang := range siteLangs {
		name := lang + "/index.xml"
		f := s.feed(t, name)
		if len(f.Channel.Items) < 16 {
			t.Errorf("%s has %d entries", name, len(f.Channel.Items))
		}
		var last time.Time
		for i, item := range f.Channel.Items {
			own, ok := strings.CutPrefix(item.Link, siteBase)
			if fault := s.exists(own, ""); !ok || fault != "" || item.GUID != item.Link || langOf(own) != lang {
				t.Errorf("%s: %q, %q %s", name, item.Link, item.GUID, fault)
			}
			date, err := time.Parse(time.RFC1123Z, item.Date)
			if err != nil || item.Title == "" || i > 0 && date.After(last) {
				t.Errorf("%s: %q of %q stands after %v: %v", name, item.Title, item.Date, last, err)
			}
			last = date
		}
		for _, l := range f.Channel.Links {
			if l != "" && !strings.HasPrefix(l, siteBase+lang+"/") {
				t.Errorf("%s: the channel leads to %q", name, l)
			}
		}
	}
}

func TestEveryDocumentOfTheIndexHasItsPlaceOnAPage(t *testing.T) {
	s := realCollection(t)
	c, err := site.Open(site.Source{Dir: repository})
	if err != nil {
		t.Fatal(err)
	}
	docs := documents.Of(c)
	ids := map[string]bool{}
	for _, d := range docs {
		file, anchor, _ := strings.Cut(d.URL, "#")
		if fault := s.exists(file, anchor); fault != "" {
			t.Errorf("%s: %s %s", d.ID, d.URL, fault)
		}
		if ids[d.ID] || d.Title == "" || !strings.HasPrefix(d.URL, d.Lang+"/") {
			t.Errorf("the document %+v", d)
		}
		ids[d.ID] = true
	}
	ix, err := search.Open(filepath.Join(s.dir, "search"))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for lang := range siteLangs {
		for _, kind := range []string{"clause", "topic", "meeting", "protocol", "instrument", "programme", "action", "note", "state", "body", "page"} {
			want := 0
			for _, d := range docs {
				if d.Lang == lang && d.Kind == kind {
					want++
				}
			}
			answer, err := ix.Search(context.Background(), search.Request{Query: "kind:" + kind, Lang: lang, Limit: 1})
			if err != nil || answer.Total != want || want == 0 {
				t.Errorf("%s: the index has %+v of %d %s: %v", lang, answer, want, kind, err)
			}
		}
	}
}

func TestSearchesAtTheBarFindTheClauseFirst(t *testing.T) {
	s := realCollection(t)
	ix, err := search.Open(filepath.Join(s.dir, "search"))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, q := range []struct {
		lang, query string
		topic       string // may be first where no kind is asked for
	}{
		{"ru", "обмен опытом по электронному правительству", "e-government"},
		{"ru", "искусственный интеллект", "ai"},
		{"en", "radio spectrum policy", "spectrum"},
		{"zh", "电子政务", "e-government"},
		{"ru", "политики управления радиочастотным спектром", "spectrum"},
	} {
		t.Run(q.query, func(t *testing.T) {
			clause := q.lang + "/protocols/ict-2021.html#c2"
			for _, c := range []struct {
				kinds []string
				want  []string
			}{
				{[]string{"clause"}, []string{clause}},
				{nil, []string{clause, q.lang + "/topics/" + q.topic + ".html"}},
			} {
				answer, err := ix.Search(context.Background(), search.Request{Query: q.query, Lang: q.lang, Kinds: c.kinds})
				if err != nil {
					t.Fatal(err)
				}
				if len(answer.Hits) == 0 || !slices.Contains(c.want, answer.Hits[0].URL) {
					var got []string
					for _, h := range answer.Hits {
						got = append(got, h.URL)
					}
					t.Errorf("of the kinds %q: got %q, want %q first", c.kinds, got, c.want)
				}
			}
		})
	}
}

func TestTwoBuildsAreTheSameByteByByte(t *testing.T) {
	s := realCollection(t)
	// The same files elsewhere, with other times, without git, by another process with other means.
	source, other := filepath.Join(t.TempDir(), "elsewhere"), filepath.Join(t.TempDir(), "other")
	for _, dir := range []string{"data", "content", "themes"} {
		if err := os.CopyFS(filepath.Join(source, dir), os.DirFS(filepath.Join(repository, dir))); err != nil {
			t.Fatal(err)
		}
	}
	config, err := os.ReadFile(filepath.Join(repository, "kengash.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(source, "kengash.toml"), config, 0o600); err != nil {
		t.Fatal(err)
	}
	old := time.Date(2001, 2, 3, 4, 5, 6, 7, time.UTC)
	if err := filepath.WalkDir(source, func(p string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(p, old, old)
	}); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("kengash", "build", "-s", source, "-d", other)
	cmd.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", runtime.GOMAXPROCS(0)+3), "TZ=Asia/Tashkent", "LANG=uz_UZ.UTF-8", "LC_ALL=C")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	a, b := contents(t, s.dir), contents(t, other)
	for _, name := range slices.Sorted(maps.Keys(a)) {
		if _, ok := b[name]; !ok {
			t.Errorf("the second build has no %s", name)
		} else if a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			t.Errorf("the first build has no %s", name)
		}
	}
	if _, ok := a[".kengash"]; !ok || len(a) < 200 {
		t.Errorf("%d files, and the marker: %v", len(a), ok)
	}
}

// contents are the files of a folder by their names.
func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	if err := fs.WalkDir(os.DirFS(dir), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, p))
		files[p] = string(data)
		return err
	}); err != nil {
		t.Fatal(err)
	}
	return files
}

// The protocol's words are those of the collection's text, letter for letter, with nothing of the page's own in between.
func TestTheProtocolOnThePageIsVerbatim(t *testing.T) {
	s := realCollection(t)
	c, err := site.Open(site.Source{Dir: repository})
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range documents.Of(c) {
		if !strings.HasPrefix(d.URL, d.Lang+"/protocols/ict-2021.html#c") {
			continue
		}
		name, anchor, _ := strings.Cut(d.URL, "#")
		part := s.page(t, name).Find(fmt.Sprintf("[id=%q]", anchor)).Text()
		for line := range strings.Lines(d.Body) {
			if !strings.Contains(part, strings.TrimSpace(line)) {
				t.Errorf("%s does not hold %q", d.URL, line)
			}
		}
	}
}
