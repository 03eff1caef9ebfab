package pages

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/search"
)

// site makes a folder of files from pairs of path and content.
func site(pairs ...string) fs.FS {
	m := fstest.MapFS{}
	for i := 0; i < len(pairs); i += 2 {
		m[pairs[i]] = &fstest.MapFile{Data: []byte(pairs[i+1])}
	}
	return m
}

func mustRead(t testing.TB, s fs.FS, opt Options) ([]search.Document, Report) {
	t.Helper()
	docs, report, err := Read(context.Background(), s, opt)
	if err != nil {
		t.Fatal(err)
	}
	return docs, report
}

// one reads a site of one page, and wants one document.
func one(t testing.TB, html string) search.Document {
	t.Helper()
	docs, report := mustRead(t, site("p.html", html), Options{})
	if len(docs) != 1 {
		t.Fatalf("%d documents, left out %v", len(docs), report.Left)
	}
	return docs[0]
}

func TestWhatIsRead(t *testing.T) {
	for _, c := range []struct{ name, html, title, body string }{
		{"main", `<title>T</title><nav>menu</nav><main><p>one</p><p>two</p></main><footer>foot</footer>`, "T", "one\ntwo"},
		{"role main", `<title>T</title><p>before<div role=main>one</div>`, "T", "one"},
		{"hidden main", `<title>T</title><main hidden>old</main><main>new</main>`, "T", "new"},
		{"articles", `<title>T</title><p>site<article>one</article><article>two</article>`, "T", "one\ntwo"},
		{"body", `<title>T</title><header>site</header><aside>side</aside><p>one`, "T", "one"},
		{"header and aside of an article", `<title>T</title><main><header>by Ann</header><aside>note</aside>one<footer>tags</footer></main>`, "T", "by Ann\nnote\none"},
		{"roles", `<title>T</title><div role=navigation>menu</div><div role=banner>site</div>one`, "T", "one"},
		{"not text", `<title>T</title><script>x</script><style>y</style><noscript>z</noscript><template>t</template><svg><text>s</text></svg><button>b</button><select><option>o</select>one`, "T", "one"},
		{"hidden", `<title>T</title><p hidden>a<p aria-hidden=true>b<p hidden=until-found>c`, "T", "c"},
		{"lines and words", `<title>T</title>a <b>b</b>c<br>d<table><tr><td>e<td>f</table>x&shy;y`, "T", "a bc\nd\ne\nf\nx\u00ady"},
		{"ruby", `<title>T</title><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp>字</ruby>`, "T", "漢字"},
		{"numbers of notes", `<title>T</title>spectrum<sup><a href="#n1">1</a></sup> is 10<sup>9</sup>`, "T", "spectrum is 109"},
		{"permalinks", `<title>T</title><h2 id=a>Scope<a href="#a">¶</a></h2>one`, "T", "Scope\none"},
		{"heading", `<title>Scope</title><h1 id=a>Scope</h1>one`, "Scope", "Scope\none"},
		{"marked", `<title>T</title><main>no<div data-search-body>yes <i data-search-ignore>no</i> and</div></main><p data-pagefind-body>yes`, "T", "yes and\nyes"},
		{"ignored main", `<title>T</title><div data-search-ignore><main>no</main></div>one`, "T", "one"},
		{"no title", `<h1>Scope</h1>one`, "Scope", "Scope\none"},
		{"no title at all", `one`, "p", "one"},
		{"title of an image", `<svg><title>arrow</title></svg><h1>Scope</h1>one`, "Scope", "Scope\none"},
		{"own title", `<title>T</title><h1><span data-search-title>Long</span> x</h1>one`, "Long", "Long x\none"},
		{"own title in the attribute", `<title>T</title><body data-search-title=" Long  one ">one`, "Long one", "one"},
		{"Pagefind's title", `<title>T</title><p data-pagefind-meta="title">Long</p>one`, "Long", "Long\none"},
		{"site and heading", `<title>Scope | Site</title><h1>Scope</h1>one`, "Scope", "Scope\none"},
		{"site before heading", `<title>Site — Scope</title><h1>Scope</h1>one`, "Scope", "Scope\none"},
		{"malformed", `<title>T</title><p><b>one<div></b></p>two</table><i`, "T", "one\ntwo"},
		{"byte order mark", "\ufeff<title>Ж</title>щ", "Ж", "щ"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := one(t, c.html)
			if d.Title != c.title || d.Body != c.body {
				t.Errorf("title %q, body %q; want %q, %q", d.Title, d.Body, c.title, c.body)
			}
		})
	}
}

func TestWhatPagesSay(t *testing.T) {
	for _, c := range []struct {
		name, html string
		want       search.Document // of what is set
	}{
		{"values", `<html data-search-kind=guide data-search-date=2021-11 data-search-facet="topic:ai, state:uz,topic:data">x`,
			search.Document{Date: "2021-11", Facets: map[string][]string{"kind": {"guide"}, "topic": {"ai", "data"}, "state": {"uz"}, "year": {"2021"}}}},
		{"text and attributes", `<time data-search-date datetime="2021-11-25T10:00">today</time><i data-search-facet=topic>ai</i><meta data-search-facet="state[content]" content=uz>`,
			search.Document{Date: "2021-11-25", Facets: map[string][]string{"topic": {"ai"}, "state": {"uz"}, "year": {"2021"}}}},
		{"Pagefind's", `<p data-pagefind-filter="kind[data-k], topic:ai, robots and all" data-k=guide data-pagefind-sort="date:2021">x`,
			search.Document{Date: "2021", Facets: map[string][]string{"kind": {"guide"}, "topic": {"ai, robots and all"}, "year": {"2021"}}}},
		{"year", `<p data-search-facet=year:2021>x`, search.Document{Date: "2021", Facets: map[string][]string{"year": {"2021"}}}},
		{"date of the head", `<meta property="article:published_time" content="2021-11-25T00:00:00Z">x`, search.Document{Date: "2021-11-25", Facets: map[string][]string{"year": {"2021"}}}},
		{"no date", `<p data-search-date=2021-13>x`, search.Document{}},
		{"aliases", `<p data-search-alias=AI>x</p><abbr data-search-alias>ML</abbr>`, search.Document{Aliases: []string{"AI", "ML"}}},
		{"ignored with its attributes", `<p data-search-ignore=all data-search-kind=a>x</p><p data-search-ignore data-search-facet=topic:ai>x</p>y`,
			search.Document{Facets: map[string][]string{"topic": {"ai"}}}},
		{"breadcrumb", `<nav aria-label=Breadcrumb><a>Home</a><a>Guides</a><a aria-current=page>Here</a></nav>x`,
			search.Document{Breadcrumb: []string{"Home", "Guides"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := one(t, c.html)
			if c.want.Facets == nil {
				c.want.Facets = map[string][]string{}
			}
			got := search.Document{Date: d.Date, Facets: d.Facets, Aliases: d.Aliases, Breadcrumb: d.Breadcrumb}
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct {
		tag  string
		opt  Options
		want string
	}{
		{"ru", Options{}, "ru"},
		{"zh-CN", Options{}, "zh"},
		{"PT_br", Options{}, "pt"},
		{"pt-br", Options{KeepRegion: true}, "pt-BR"},
		{"ZH-hant-tw", Options{KeepRegion: true}, "zh-Hant-TW"},
		{"", Options{}, "und"},
		{"", Options{DefaultLang: "uz"}, "uz"},
		{"русский", Options{DefaultLang: "ru-RU"}, "ru"},
	} {
		docs, report := mustRead(t, site("p.html", `<html lang="`+c.tag+`">x`), c.opt)
		if docs[0].Lang != c.want {
			t.Errorf("%q, %+v: %s, want %s", c.tag, c.opt, docs[0].Lang, c.want)
		}
		if none := c.want == "und"; none != (report.NoLang == 1) {
			t.Errorf("%q: %d pages without a language", c.tag, report.NoLang)
		}
	}
}

// A page in several languages has ids that differ by the language in front only.
func TestTranslationsAreOne(t *testing.T) {
	page := func(lang, links string) string { return "<html lang=" + lang + ">" + links + "<p>x" }
	const links = `<link rel=alternate hreflang=ru href=/obzor><link rel="ALTERNATE nofollow" hreflang=en href=/scope><link rel=alternate hreflang=x-default href=/>`
	docs, _ := mustRead(t, site(
		"a.html", page("en", ""), // its name is what "en/a.html" has in common with "ru/a.html"
		"docs/zh-cn/b.html", page("zh-CN", ""), "docs/en/b.html", page("en", ""),
		"en/a.html", page("en", ""), "ru/a.html", page("ru", ""),
		"obzor.html", page("ru", links), "scope.html", page("en", links),
		"kk/only.html", page("uz", ""),
	), Options{})
	want := map[string]string{
		"a.html": "en/a.html", "en/a.html": "en/en/a.html", "ru/a.html": "ru/a.html",
		"docs/zh-cn/b.html": "zh/docs/b.html", "docs/en/b.html": "en/docs/b.html",
		"obzor.html": "ru//obzor", "scope.html": "en//obzor", "kk/only.html": "uz/kk/only.html",
	}
	for _, d := range docs {
		if d.ID != want[d.URL] {
			t.Errorf("%s: id %q, want %q", d.URL, d.ID, want[d.URL])
		}
	}
}

func TestSections(t *testing.T) {
	docs, _ := mustRead(t, site("a b/Обзор.html", `<html lang=ru data-search-facet=topic:ai><title>Page</title>
		<main><h1 id=top>Page</h1>intro
		<h2 id=a>First</h2>one<h3>no id</h3>more
		<section id=b><h3>Deep</h3>two</section>
		<h2><a name="c d"></a>Last</h2>three
		<h2 id=a>Again</h2>four</main>`), Options{Sections: true})
	const base = "a%20b/%D0%9E%D0%B1%D0%B7%D0%BE%D1%80.html"
	var got []string
	for _, d := range docs {
		if len(d.Facets["topic"]) != 1 || d.Lang != "ru" || !strings.HasPrefix(d.ID, "ru/a b/Обзор.html") {
			t.Errorf("%+v", d)
		}
		got = append(got, fmt.Sprintf("%s|%s|%s|%s", strings.TrimPrefix(d.URL, base), d.Title, strings.Join(d.Breadcrumb, ">"), strings.ReplaceAll(d.Body, "\n", "/")))
	}
	want := []string{
		"|Page||intro",
		"#a|First|Page|one/no id/more/Again/four",
		"#b|Deep|Page>First|two",
		"#c%20d|Last|Page|three",
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWhichFiles(t *testing.T) {
	s := site(
		"index.html", "home", "docs/index.HTML", "x", "docs/a.htm", "a", "style.css", "p{}",
		"404.html", "lost", ".git/x.html", "x", "tags/ai.html", "x", "docs/tags.html", "x",
		"old.html", `<meta http-equiv=refresh content="0; url=index.html">`,
		"off.html", `<body data-search-ignore>x`, "empty.html", "<title>only a title</title>",
	)
	docs, report := mustRead(t, s, Options{Exclude: []string{"tags", "docs/t*"}, FolderURLs: true})
	var urls []string
	for _, d := range docs {
		urls = append(urls, d.URL)
	}
	if got, want := strings.Join(urls, " "), "docs/a.htm docs/index.HTML "; got != want {
		t.Errorf("addresses %q, want %q", got, want)
	}
	want := []LeftOut{
		{"empty.html", "has no text"},
		{"off.html", "says that it is to be ignored"},
		{"old.html", "leads to another page"},
	}
	if !reflect.DeepEqual(report.Left, want) {
		t.Errorf("left out %v, want %v", report.Left, want)
	}
}

func TestMarkedSite(t *testing.T) {
	docs, report := mustRead(t, site("a.html", "<p data-search-body>x", "b.html", "y"), Options{})
	if len(docs) != 1 || docs[0].Body != "x" || len(report.Left) != 1 {
		t.Errorf("%v, left out %v", docs, report.Left)
	}
}

func TestSiteName(t *testing.T) {
	docs, _ := mustRead(t, site(
		"a.html", "<title>Scope | My Site</title>x", "b.html", "<title>Terms | My Site</title>x",
		"c.html", "<title>A | B | My Site</title>x", "d.html", "<title>My Site</title>x"), Options{})
	var got []string
	for _, d := range docs {
		got = append(got, d.Title)
	}
	if want := []string{"Scope", "Terms", "A | B", "My Site"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestFacetsByOtherNames(t *testing.T) {
	s := site("a.html", `<p data-search-facet="author:Ann, sort:x, sort:y">x`)
	docs, report := mustRead(t, s, Options{Facets: map[string]string{"author": "topic"}})
	if !reflect.DeepEqual(docs[0].Facets["topic"], []string{"Ann"}) || !reflect.DeepEqual(report.Refused, map[string]int{"sort": 1}) {
		t.Errorf("%+v, %v", docs[0], report.Refused)
	}
}

func TestFacetsOfTheSite(t *testing.T) {
	s := site("a.html", `<html lang=ru><p data-search-facet="Page Type:guide, author:Ann, author:Bob">x</p>
		<a data-search-facet=level:1 data-search-label>Начальный</a><i data-pagefind-filter="Автор: Анна, младшая">y`)
	docs, report := mustRead(t, s, Options{})
	want := map[string][]string{"page-type": {"guide"}, "author": {"Ann", "Bob"}, "level": {"1"}, "автор": {"Анна, младшая"}}
	if !reflect.DeepEqual(docs[0].Facets, want) {
		t.Errorf("%v, want %v", docs[0].Facets, want)
	}
	labels := search.Labels{
		"facet": {"page-type": {"ru": "Page Type"}, "автор": {"ru": "Автор"}},
		"level": {"1": {"ru": "Начальный"}},
	}
	if !reflect.DeepEqual(report.Labels, labels) || len(report.Refused) != 0 {
		t.Errorf("%v, want %v; refused %v", report.Labels, labels, report.Refused)
	}
}

func TestWeight(t *testing.T) {
	const html = `<html lang=en><title>T</title><p>one <b data-search-weight=2>two <i>three</i></b>, <b data-pagefind-weight="7.5">four</b>
		<b data-search-weight=1.5>five</b><section data-search-weight=3><p>six</p><h2 id=s>seven</h2>eight</section><h2 id=z data-search-weight=9>nine</h2>ten`
	d := one(t, html)
	if want := "two three\nfour\nsix\nseven\neight\nnine"; d.Keywords != want {
		t.Errorf("%q, want %q", d.Keywords, want)
	}
	docs, _ := mustRead(t, site("p.html", html), Options{Sections: true})
	var got []string
	for _, d := range docs {
		got = append(got, d.Keywords)
	}
	if want := []string{"two three\nfour\nsix", "seven\neight", "nine"}; !reflect.DeepEqual(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestHeadingsArePlaces(t *testing.T) {
	d := one(t, `<title>T</title><main><h1 id=t>T</h1>one<h2 id="a b">Two</h2>three<h3>four</h3><h2 id=e></h2>five<h2 id=f>Six</h2></main>`)
	var got []string
	for i, p := range d.Places {
		end := len(d.Body)
		if i+1 < len(d.Places) {
			end = d.Places[i+1].At
		}
		got = append(got, p.Anchor+"="+d.Body[p.At:end])
	}
	if want := []string{"a b=Two\nthree\nfour\nfive\n", "f=Six"}; !reflect.DeepEqual(got, want) || !strings.HasPrefix(d.Body, "T\none\nTwo") {
		t.Errorf("%q, want %q, in %q", got, want, d.Body)
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, html, body, reason string }{
		{"declared", "<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2", "Привет", ""},
		{"wrongly declared", "<meta charset=windows-1251><p>Привет", "Привет", ""},
		{"not declared", "<p>\xcf\xf0\xe8\xe2\xe5\xf2", "", errNotUTF8.Error()},
	} {
		docs, report := mustRead(t, site("p.html", c.html), Options{})
		switch {
		case c.reason != "":
			if len(report.Left) != 1 || report.Left[0].Reason != c.reason {
				t.Errorf("%s: %v, left out %v", c.name, docs, report.Left)
			}
		case len(docs) != 1 || docs[0].Body != c.body:
			t.Errorf("%s: %v, left out %v", c.name, docs, report.Left)
		}
	}
}

func TestTooDeepIsLeftOut(t *testing.T) {
	_, report := mustRead(t, site("deep.html", strings.Repeat("<div>", 10000)+"x", "p.html", "x"), Options{})
	if report.Pages != 1 || len(report.Left) != 1 || !strings.Contains(report.Left[0].Reason, "cannot be parsed") {
		t.Errorf("%+v", report)
	}
}

func TestSameDocumentsEveryTime(t *testing.T) {
	var pairs []string
	for i := range 200 {
		pairs = append(pairs, fmt.Sprintf("%d.html", i*7919%200), fmt.Sprintf("<title>%d</title>text", i))
	}
	first, _ := mustRead(t, site(pairs...), Options{})
	for range 5 {
		if again, _ := mustRead(t, site(pairs...), Options{}); !reflect.DeepEqual(again, first) {
			t.Fatal("other documents, or another order")
		}
	}
}

func TestBadOptions(t *testing.T) {
	for _, c := range []struct {
		opt  Options
		want string
	}{
		{Options{DefaultLang: "русский"}, `bad language "русский"`},
		{Options{Exclude: []string{"[a"}}, `bad pattern "[a"`},
		{Options{Facets: map[string]string{"author": "Writers"}}, `cannot be "Writers"`},
		{Options{Facets: map[string]string{"author": "lang"}}, `cannot be "lang"`},
	} {
		if _, _, err := Read(context.Background(), site(), c.opt); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %s", c.opt, err, c.want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, _, err := Read(ctx, site("a.html", "x"), Options{}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzParse holds that no page, however broken, makes the reader fail or say what search would
// refuse.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`<html lang=ru data-search-facet="topic:ai, a[b], c:"><title>T | S</title><main><h1 id=a>T</h1>x<h2><a name=b></a>y</h2>`,
		`<meta charset=gbk><p data-pagefind-filter="a:b,c" data-search-date=2021-11-25T00:00>`,
		`<svg><title>x</title></svg><noscript><meta http-equiv=refresh></noscript><frameset>`,
		`<?xml version="1.0"?><html><title/><script/><a id="x"/><![CDATA[a<b]]><p style="display:none;"/><div class="toc"><a href="#x">y</a>`,
		`<?xml encoding="koi8-r"?><a/`, `<div id="nav"><div class=toc><p><span id=a></span></p><h2>x</h2><ul><li><a href="#">`,
		"\xff\xfe<\x00", `<table><h1 id><form><ruby><template><main hidden data-search-body=`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		for _, sections := range []bool{false, true} {
			docs, report, err := Read(context.Background(), site("p.html", string(content), "x.xhtml", string(content)), Options{Sections: sections, KeepRegion: true})
			if err != nil {
				t.Fatal(err)
			}
			if len(docs) == 0 && len(report.Left) == 0 {
				t.Error("neither read nor left out")
			}
			seen := map[string]bool{}
			for _, d := range docs {
				if d.ID == "" || d.Title == "" || seen[d.ID] || languageKey(d.Lang, true) != d.Lang || d.Date != date(d.Date) {
					t.Errorf("%+v", d)
				}
				seen[d.ID] = true
			}
		}
	})
}
