package hugo

import (
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The tests in this file hold what themes and page writers rely on. Most of it
// is Hugo's own doing, and may change with its version.

func TestLinksBecomeRelative(t *testing.T) {
	for _, base := range []string{"https://x.example/", "https://x.example/kb/"} {
		t.Run(base, func(t *testing.T) {
			dir := render(t, project(t, base, theme(t)))
			doc := document(t, dir, "ru/topics/ai.html")
			for _, c := range []struct{ selector, attr, want string }{
				{"#href", "href", "../../ru/topics/ai.html#x"},
				{"#href-single", "href", "../../ru/topics/ai.html"},
				{"#href-home", "href", "../../"},
				{"#src", "src", "../../img/a.png"},
				{"#src", "srcset", "../../img/a.png 1x, ../../img/b.png 2x"},
				{"#action", "action", "../../ru/search.html"},
				{"#action button", "formaction", "../../ru/other.html"},
				{"#data", "data-href", "../../ru/a.html"},
				{"#data", "data-src", "../../ru/a.js"},
				{"#data", "data-url", "../../ru/a.json"},
				{"#refresh", "content", "0; url=../../ru/x.html"},
				{"#html a", "href", "../../ru/body.html"},

				{"#href-abs", "href", "https://other.example/a"},
				{"#href-scheme", "href", "//other.example/a"},
				{"#data", "data-index", "/ru/index.bin"},
				{"#data", "content", "/ru/c.html"},
				{"#poster", "poster", "/img/a.png"},
				{"link[rel=canonical]", "href", base + "ru/topics/ai.html"},
				{"link[hreflang=zh-Hans]", "href", base + "zh/topics/ai.html"},
			} {
				wantAttr(t, doc, c.selector, c.attr, c.want)
			}
			wantText(t, doc, "#ld", `{"@id":"/ru/topics/ai.html","url":"/ru/topics/ai.html"}`)

			wantAttr(t, document(t, dir, "ru/index.html"), "#up", "href", "../")
			wantAttr(t, document(t, dir, "index.html"), "#up", "href", "./")
		})
	}
}

func TestPagesAtTheRoot(t *testing.T) {
	dir := render(t, project(t, "https://x.example/kb/", theme(t)))
	wantAttr(t, document(t, dir, "index.html"), "main", "data-layout", "choose")
	wantAttr(t, document(t, dir, "404.html"), "main", "data-layout", "special")

	// A server shows a page of what is not found at any depth, so relative links of it need an
	// absolute base.
	doc := document(t, dir, "zh/404.html")
	wantAttr(t, doc, "html", "lang", "zh-Hans")
	wantAttr(t, doc, "base", "href", "https://x.example/kb/zh/404.html")
	wantAttr(t, doc, "#up", "href", "../")
}

func TestFiles(t *testing.T) {
	hash := regexp.MustCompile(`[0-9a-f]{64}`)
	got := map[string]bool{}
	for name := range tree(t, render(t, project(t, "https://x.example/", theme(t)))) {
		got[hash.ReplaceAllString(name, "HASH")] = true
	}
	want := map[string]bool{}
	for _, name := range []string{
		"404.html", "index.html", "robots.txt",
		"assets/both.min.HASH.css", "assets/main.HASH.css", "assets/main.HASH.js",
	} {
		want[name] = true
	}
	for _, l := range []string{"ru", "zh", "en"} {
		for _, name := range []string{
			"404.html", "About Us.html", "index.html", "index.xml", "plain.html", "rows/states.js",
			"topics/index.html", "topics/ai.html", "topics/deep/index.html", "topics/deep/page.html",
		} {
			want[path.Join(l, name)] = true
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("files are\n%s\nwant\n%s",
			strings.Join(slices.Sorted(maps.Keys(got)), "\n"), strings.Join(slices.Sorted(maps.Keys(want)), "\n"))
	}
}

// What is no page of HTML is not escaped as if it were, and its links stay absolute.
func TestOtherFormats(t *testing.T) {
	dir := render(t, project(t, "https://x.example/kb/", theme(t)))
	for name, want := range map[string]string{
		"robots.txt":        "User-agent: *\nSitemap: https://x.example/kb/sitemap.xml\n",
		"ru/rows/states.js": `rows(["\u003cb\u003e",1], "/ru/</script>");` + "\n",
		"zh/index.xml": `<rss version="2.0"><channel><title>首页</title><item><guid>https://x.example/kb/zh/topics/ai.html?a&amp;b` +
			"</guid></item></channel></rss>\n",
	} {
		if got := read(t, dir, name); got != want {
			t.Errorf("%s is\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestLanguages(t *testing.T) {
	dir := render(t, project(t, "https://x.example/", theme(t)))
	for _, c := range []struct{ lang, locale, date, full, numbers, plurals, who string }{
		{
			"ru", "ru", "4 мая 2026 г.", "понедельник, 4 мая 2026 г.", "1 234 568|1 234 567,89|12,3 %",
			"0 документов|1 документ|2 документа|5 документов|21 документ|25 документов|101 документ", "3 документа, X",
		},
		{
			"zh", "zh-Hans", "2026年5月4日", "2026年5月4日星期一", "1,234,568|1,234,567.89|12.3%",
			"0 份文件|1 份文件|2 份文件|5 份文件|21 份文件|25 份文件|101 份文件", "3 份文件，X",
		},
		{
			"en", "en", "May 4, 2026", "Monday, May 4, 2026", "1,234,568|1,234,567.89|12.3%",
			"0 documents|1 document|2 documents|5 documents|21 documents|25 documents|101 documents", "3 documents by X",
		},
	} {
		t.Run(c.lang, func(t *testing.T) {
			doc := document(t, dir, c.lang+"/topics/ai.html")
			wantAttr(t, doc, "html", "lang", c.locale)
			wantAttr(t, doc, "html", "dir", "ltr")
			wantText(t, doc, "time.long", c.date)
			wantText(t, doc, "time.full", c.full)
			wantText(t, doc, "#number", c.numbers)
			wantText(t, doc, "#plural li", c.plurals)
			wantText(t, doc, "#plural-dict", c.who)
			wantText(t, doc, "#now", "2026-01-02T03:04:05Z")
		})
	}
}

func TestLayoutsAndParams(t *testing.T) {
	dir := render(t, project(t, "https://x.example/", theme(t)))
	for name, want := range map[string]string{
		"ru/index.html":             "home",
		"ru/topics/index.html":      "topics/section",
		"ru/topics/ai.html":         "topics/page",
		"ru/topics/deep/page.html":  "topics/deep/page",
		"ru/topics/deep/index.html": "topics/section",
		"ru/About Us.html":          "special",
		"ru/plain.html":             "page",
	} {
		wantAttr(t, document(t, dir, name), "main", "data-layout", want)
	}
	doc := document(t, dir, "ru/topics/ai.html")
	// Keys of maps come in lower case, those of maps in lists as written.
	wantText(t, doc, "#params", `foo|deep|item|{"deepkey":"deep"}|[{"itemKey":"item"}]`)
	// Numbers from JSON are floating point.
	wantText(t, doc, "#numbers", `2026|1e+06|false|true|1000000`)
}

func TestAssets(t *testing.T) {
	dir := render(t, project(t, "https://x.example/kb/", theme(t)))
	doc := document(t, dir, "ru/topics/ai.html")
	for _, c := range []struct{ selector, attr, pattern, content string }{
		{
			"#css", "href", `^\.\./\.\./(assets/main\.[0-9a-f]{64}\.css)$`,
			".a{color:green}.b{color:#00f;background:url('data:image/svg+xml,<svg xmlns=\"http://www.w3.org/2000/svg\"/>%0A')}" +
				".c{background:url(../img/a.png)}main{color:red}\n",
		},
		{
			"#both", "href", `^\.\./\.\./(assets/both\.min\.[0-9a-f]{64}\.css)$`,
			".a{color:green}.b{color:blue;background:url(../icons/dot.svg)}.c{background:url(../img/a.png)}",
		},
		{
			"#js", "src", `^\.\./\.\./(assets/main\.[0-9a-f]{64}\.js)$`,
			"(()=>{function e(r){return\"hello \"+r}window.greet=e;})();\n",
		},
	} {
		link := doc.Find(c.selector).AttrOr(c.attr, "")
		m := regexp.MustCompile(c.pattern).FindStringSubmatch(link)
		if m == nil {
			t.Errorf("%s[%s] = %q, want %s", c.selector, c.attr, link, c.pattern)
			continue
		}
		if got := read(t, dir, m[1]); got != c.content {
			t.Errorf("%s is\n%s\nwant\n%s", m[1], got, c.content)
		}
	}
}
