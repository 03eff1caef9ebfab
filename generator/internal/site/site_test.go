package site_test

import (
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
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render"
)

func TestEveryPageIsInItsListAndInEveryLanguage(t *testing.T) {
	s := realSite(t)
	for lang := range s.langs {
		for _, kind := range model.Kinds {
			list := s.pages[path.Join(lang, string(kind), "index.html")]
			if list == nil {
				continue
			}
			linked := map[string]bool{}
			list.Find("main a[href]").Each(func(_ int, a *goquery.Selection) {
				target, _, _ := strings.Cut(path.Join(lang, string(kind), a.AttrOr("href", "")), "#")
				linked[target] = true
			})
			for name := range s.pages {
				if path.Dir(name) == lang+"/"+string(kind) && path.Base(name) != "index.html" && !linked[name] {
					t.Errorf("%s is not in its list", name)
				}
			}
		}
		if !slices.Equal(pagesBut(s, lang), pagesBut(s, "ru")) {
			t.Errorf("%s has other pages than ru", lang)
		}
	}
}

func TestTheProtocolOnThePageHasItsParts(t *testing.T) {
	s := excerptSite(t)
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
		for kind, want := range map[string]int{
			"meetings": 5, "protocols": 1, "instruments": 6, "programmes": 1, "actions": 6,
			"topics": 10, "notes": 4, "states": 10, "bodies": 5, "pages": 3,
		} {
			n := 0
			for name := range s.pages {
				if path.Dir(name) == lang+"/"+kind && path.Base(name) != "index.html" {
					n++
				}
			}
			if n != want {
				t.Errorf("%s has %d pages of %s, want %d", lang, n, kind, want)
			}
		}
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
	realSite(t).links(t, func(string, string) {})
}

func TestPagesOfLostAddressesLeadHomeFromAnywhere(t *testing.T) {
	s := realSite(t)
	lostPages := 0
	for name, page := range s.pages {
		if !lost(name) {
			continue
		}
		lostPages++
		root, err := url.Parse(siteBase + "somewhere/else/")
		if err != nil {
			t.Fatal(err)
		}
		if page.Find("base").Length() > 0 {
			t.Errorf("%s has a base, which no policy need allow", name)
		}
		links := 0
		page.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
			if a.Is(".skip") { // to the content of the page itself, wherever it is shown
				return
			}
			to, err := root.Parse(strings.TrimSpace(a.AttrOr("href", ""))) // browsers trim it too
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
	if want := 1 + len(s.langs); lostPages != want {
		t.Errorf("%d pages answer for addresses that do not exist, want %d", lostPages, want)
	}
}

func TestEveryPageIsSoundHTML(t *testing.T) {
	s := realSite(t)
	titles := map[string]string{} // title by language → page
	s.each(func(name string, page *goquery.Document) {
		if n := page.Find("h1").Length(); n != 1 && !leadsOn(name) {
			t.Errorf("%s has %d h1", name, n)
		}
		if !leadsOn(name) && strings.TrimSpace(page.Find("h1").Text()) == "" {
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
		if want := s.langs[s.langOf(name)]; want != "" && page.Find("html").AttrOr("lang", "") != want {
			t.Errorf("%s is in the language %q, want %q", name, page.Find("html").AttrOr("lang", ""), want)
		}
		title := s.langOf(name) + " " + strings.TrimSpace(page.Find("head > title").Text())
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
	s := realSite(t)
	alternates := map[string]map[string]string{} // page → language → page
	s.each(func(name string, page *goquery.Document) {
		if lost(name) || leadsOn(name) {
			return
		}
		canonical := page.Find(`head > link[rel="canonical"]`)
		if canonical.Length() != 1 || canonical.AttrOr("href", "") != siteBase+name {
			t.Errorf("%s says that its address is %q", name, canonical.AttrOr("href", ""))
		}
		alternates[name] = map[string]string{}
		page.Find(`head > link[rel="alternate"][hreflang]`).Each(func(_ int, l *goquery.Selection) {
			lang := l.AttrOr("hreflang", "")
			if _, dup := alternates[name][lang]; dup {
				t.Errorf("%s has %s twice", name, lang)
			}
			alternates[name][lang] = strings.TrimPrefix(l.AttrOr("href", ""), siteBase)
		})
		if got := slices.Sorted(maps.Keys(alternates[name])); len(got) > 0 && !slices.Contains(got, "x-default") {
			t.Errorf("%s has the languages %q, and none for readers of others", name, got)
		}
		own := s.langs[s.langOf(name)]
		if own == "" {
			own = "x-default" // the chooser of languages
		}
		if len(alternates[name]) > 0 && alternates[name][own] != name {
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

func TestTwoBuildsAreTheSameByteByByte(t *testing.T) {
	s := realSite(t)
	// The same files elsewhere, with other times, without git, by another process with other means.
	source, other := filepath.Join(t.TempDir(), "elsewhere"), filepath.Join(t.TempDir(), "other")
	for _, dir := range []string{"data", "content", "i18n", "themes"} {
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
	cmd := exec.Command("kengash", "build", "-s", source, "-d", other, "--no-cache")
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
	if _, ok := a[".kengash"]; !ok || len(a) <= len(s.pages) {
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

// Pages in Russian have no-break blanks, also in a text for pages in other languages. What is
// copied and what machines read has none, nor have the files.
func TestRussianPagesKeepTogetherWhatBelongsTogether(t *testing.T) {
	s := realSite(t)
	for name, want := range map[string][]string{
		"ru/protocols/ict-2021.html":           {"(14~июня 2019~года, г.~Бишкек)", "(далее~– ИКТ)", "приложения~№1", " 2026 года). URL: "},
		"ru/programmes/digital-literacy.html":  {"приложение~№~3", "25~ноября 2021~года"},
		"ru/notes/uzbekistan-it-park.html":     {"2026~года"},
		"ru/instruments/action-plan-2025.html": {"17~июня 2025~года"},
	} {
		data, err := os.ReadFile(filepath.Join(s.dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		page := strings.ReplaceAll(string(data), "\u00a0", "~")
		for _, w := range want {
			if !strings.Contains(page, w) {
				t.Errorf("%s does not hold %q", name, w)
			}
		}
		_, cited, _ := strings.Cut(page, `id="k-cite"`)
		for cite := range strings.SplitSeq(cited, "<pre>") {
			if cite, _, found := strings.Cut(cite, "</pre>"); found && strings.Contains(cite, "~") {
				t.Errorf("%s: a citation to copy has no-break blanks: %s", name, cite)
			}
		}
	}
	if !slices.ContainsFunc(s.textCells(t, "ru/protocols/ict-2021.js"), func(cell render.TextCell) bool {
		return strings.Contains(cell.HTML, "(14\u00a0июня 2019\u00a0года, г.\u00a0Бишкек)")
	}) {
		t.Error("the text for other pages has no no-break blanks")
	}
}

// A document's words are those of the collection's text, letter for letter, with nothing of the
// page's own in between.
func TestDocumentsOnTheirPagesAreVerbatim(t *testing.T) {
	s := realSite(t)
	for _, d := range documents.Of(s.model(t)) {
		if d.Facets["kind"][0] != "clause" {
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
