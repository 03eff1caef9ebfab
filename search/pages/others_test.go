package pages

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// What other generators write, and what is to be made of it.

func TestPlacesOfOtherGenerators(t *testing.T) {
	for _, c := range []struct{ name, html, anchor string }{
		{"Texinfo", `<p>one</p><span id="Over"></span><h2 class="chapter">Two</h2>x`, "Over"},
		{"two anchors", `<p>one</p><a name="a"></a> <a name="b"></a><h2>Two</h2>x`, "b"},
		{"an anchor in a paragraph", `<p>one</p><p><a id="a"></a></p><h2>Two</h2>x`, "a"},
		{"an empty paragraph with an id", `<p>one</p><div id="a"></div><h2>Two</h2>x`, "a"},
		{"Sphinx with a target", `<p>one</p><section id="s"><span id="t"></span><h2>Two</h2>x</section>`, "t"},
		{"DocBook", `<p>one</p><div id="s"><div class="titlepage"><div><div><h2>Two</h2></div></div></div>x</div>`, "s"},
		{"its own first", `<p>one</p><a id="a"></a><h2 id="own">Two</h2>x`, "own"},
		{"text between", `<p>one</p><a id="a"></a>text<h2>Two</h2>x`, ""},
		{"an anchor with text", `<p>one</p><a id="a">text</a><h2>Two</h2>x`, ""},
		{"a section that begins with text", `<p>one</p><div id="s">text<h2>Two</h2>x</div>`, ""},
	} {
		d := one(t, "<title>T</title>"+c.html)
		anchor := ""
		if n := len(d.Places); n > 0 {
			anchor = d.Places[n-1].Anchor
		}
		if anchor != c.anchor {
			t.Errorf("%s: a hit leads to %q, want %q", c.name, anchor, c.anchor)
		}
	}
}

func TestNavigationOfOtherGenerators(t *testing.T) {
	const links = `<a href="a.html">Alpha</a> <a href="b.html">Beta</a>`
	for _, c := range []struct{ name, html, body string }{
		{"DocBook", `<div class="navheader"><table><tr><td>` + links + `</table></div><div class="toc"><p><b>Contents</b></p><dl><dt>` + links + `</dl></div>one`, "one"},
		{"Texinfo", `<div class="header"><p>Next: ` + links + ` [<a href="#SEC_Contents">Contents</a>]</p></div>one`, "one"},
		{"Doxygen", `<div id="nav-path" class="navpath"><ul><li>` + links + `</ul></div><div class="contents"><p>one ` + links + ` and much more text</p></div>`, "one Alpha Beta and much more text"},
		{"DocBook with titles that are no links", `<div class="navheader"><table><tr><th>Title</th></tr><tr><td><a href="p">Prev</a></td><th>Chapter of the title</th></table></div>one`, "one"},
		{"the head of Doxygen", `<div id="titlearea">Lib 1.0</div><div class="header"><div class="summary"><a href="#m">Members of the class</a></div><div class="headertitle"><div class="title">Box</div></div></div>one<address class="footer">Generated</address>`, "Box\none"},
		{"the foot of AsciiDoc", `one<div id="footer"><div id="footer-text">Last updated 2024</div></div>`, "one"},
		{"the lines of MediaWiki", `<div id="siteSub">From Wiki</div><h2>Two <span class="mw-editsection">[<a href="e">edit</a>]</span></h2>one<div class="printfooter">Retrieved from</div>`, "Two\none"},
		{"javadoc", `<div class="topNav">` + links + `</div>one`, "one"},
		{"MediaWiki", `<div id="toc" class="toc"><h2>Contents</h2><ul><li><a href="#a">Alpha</a></ul></div>one`, "one"},
		{"places of the page, without a name", `<ul><li><a href="#a">Alpha</a><li><a href="#b">Beta</a></ul>one`, "one"},
		{"a list of links to other pages", `<ul><li>` + links + `</ul>one`, "Alpha Beta\none"},
		{"a menu without a name", `<ul>` + strings.Repeat("<li>"+links, 3) + `</ul>one`, "one"},
		{"a list of links in the content", `<main><ul>` + strings.Repeat("<li>"+links, 3) + `</ul></main>`, strings.TrimSpace(strings.Repeat("Alpha Beta\n", 3))},
		{"a list with text", `<ul class="index"><li><a href="#a">A</a> is a long text<li><a href="#b">B</a></ul>one`, "A is a long text\nB\none"},
		{"a chapter of DocBook that is a table of contents", `<div class="chapter" id="nav-index"><div><h2 class="title">Two</h2></div><div class="toc">` + links + `</div></div>`, "Two"},
		{"a header with the title", `<div id="header"><h1>Title</h1><div id="toc">` + links + `</div></div>one`, "Title\none"},
		{"inline styles", `<p style="color:red; DISPLAY : none !important">a</p><p style="visibility:hidden">b</p><p style="display:none;display:block">c</p>`, "c"},
	} {
		if d := one(t, "<title>T</title>"+c.html); d.Body != c.body {
			t.Errorf("%s: %q, want %q", c.name, d.Body, c.body)
		}
	}
}

func TestXHTML(t *testing.T) {
	const declared = `<?xml version="1.0" encoding="utf-8"?>` + "\n"
	for _, c := range []struct{ name, file, html, title, body string }{
		{"empty title", "a.xhtml", `<html><head><title/></head><body><h1>One</h1><p>two</p></body></html>`, "One", "One\ntwo"},
		{"empty script", "a.html", declared + `<html><head><title>T</title><script src="x.js"/><style/></head><body><textarea/><p>two</p></body></html>`, "T", "two"},
		{"empty anchor and block", "a.xhtml", `<html><body><a id="x"/><div/><p>one <i/>two<br/>three</p></body></html>`, "a", "one two\nthree"},
		{"CDATA", "a.xhtml", `<html><body><p><![CDATA[a < b]]></p></body></html>`, "a", "a < b"},
		{"not XML", "a.html", `<title/>T</title><p>one`, "T", "one"},
		{"another encoding", "a.xhtml", "<?xml version='1.0' encoding='windows-1251'?><html><body><p>\xcf\xf0\xe8</p></body></html>", "a", "При"},
	} {
		docs, report := mustRead(t, site(c.file, c.html), Options{})
		if len(docs) != 1 || docs[0].Title != c.title || docs[0].Body != c.body {
			t.Errorf("%s: %+v, left out %v; want %q, %q", c.name, docs, report.Left, c.title, c.body)
		}
	}
}

func TestTitlesOfOtherGenerators(t *testing.T) {
	for title, want := range map[string]string{"Scope - ": "Scope", "Scope | ": "Scope", "| Scope": "Scope", "Scope —": "Scope", "A - B": "A - B", "C-": "C-"} {
		if d := one(t, "<title>"+title+"</title>x"); d.Title != want {
			t.Errorf("%q: %q, want %q", title, d.Title, want)
		}
	}
	for _, form := range []string{"Lib: %s", "%s (The Lib)", "Lib - %s"} {
		page := func(title string) string { return "<title>" + fmt.Sprintf(form, title) + "</title>x" }
		docs, _ := mustRead(t, site("a.html", page("Scope"), "b.html", page("Terms"), "c.html", page("Uses")), Options{})
		if docs[0].Title != "Scope" || docs[2].Title != "Uses" {
			t.Errorf("%s: %q, %q", form, docs[0].Title, docs[2].Title)
		}
	}
	docs, _ := mustRead(t, site(
		"a.html", "<title>Lib</title><h1>Alpha</h1>x", "b.html", `<title>Lib</title><div class="title">Beta</div>x`,
		"c.html", "<title>Lib</title><h2 id=g>Gamma</h2>x", "d.html", "<title>Lib</title>x"), Options{})
	var got []string
	for _, d := range docs {
		got = append(got, d.Title)
	}
	if want := []string{"Alpha", "Beta", "Gamma", "Lib"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestNoindexAndRepeatsAreLeftOut(t *testing.T) {
	s := map[string]string{"tag.html": `<meta name="Robots" content="NOINDEX, follow">tag`, "none.html": `<meta name=robots content=none>none`}
	all := ""
	for i := range 5 {
		text := fmt.Sprintf("<h2 id=c%d>Chapter %d</h2><p>What chapter %d has to say in one paragraph of its own.</p>", i, i, i)
		s[fmt.Sprintf("ch%d.html", i)] = text
		all += text
	}
	s["book.html"] = "<h1>Book</h1>" + all
	s["intro.html"] = "<p>" + strings.Repeat("An introduction that quotes two chapters. ", 5) + "</p>" + all
	var pairs []string
	for name, html := range s {
		pairs = append(pairs, name, "<html lang=en>"+html)
	}
	_, report := mustRead(t, site(pairs...), Options{})
	want := []LeftOut{{"book.html", "repeats the text of other pages"}, {"none.html", "says noindex"}, {"tag.html", "says noindex"}}
	if !slices.Equal(report.Left, want) {
		t.Errorf("left out %v, want %v", report.Left, want)
	}
	if _, report := mustRead(t, site(pairs...), Options{All: true}); len(report.Left) != 0 {
		t.Errorf("left out %v of all", report.Left)
	}
}

// The same page in folders of several languages, not translated, repeats no page.
func TestUntranslatedPagesRepeatNothing(t *testing.T) {
	var pairs []string
	text := ""
	for i, lang := range []string{"da", "el", "hr", "hu", "id"} {
		text += fmt.Sprintf("<p>This is paragraph %d of a page that is in no language but one.</p>", i)
		pairs = append(pairs, lang+"/a.html", text+"<p>"+lang)
	}
	if _, report := mustRead(t, site(pairs...), Options{}); len(report.Left) != 0 {
		t.Errorf("left out %v", report.Left)
	}
}

func TestNamesWithColons(t *testing.T) {
	docs, _ := mustRead(t, site("File:a b.html", "x", "d/Talk:c.html", "x"), Options{})
	if docs[0].URL != "File%3Aa%20b.html" || docs[1].URL != "d/Talk%3Ac.html" {
		t.Errorf("%s, %s", docs[0].URL, docs[1].URL)
	}
}

func TestLanguagesOfFolders(t *testing.T) {
	s := site("ru/a.html", "x", "zh_CN/a.html", "x", "zh_CN/deep/b.html", "x", "c.fr.html", "x", "d.html", "x", "ru/own.html", "<html lang=uk>x",
		"ru/meta.html", "<meta http-equiv=Content-Language content=be>x")
	docs, report := mustRead(t, s, Options{Langs: []string{"ru=ru/", "zh=zh_CN/", "fr=*.fr.html"}, DefaultLang: "de"})
	want := map[string]string{"ru/a.html": "ru/a.html", "zh_CN/a.html": "zh/a.html", "zh_CN/deep/b.html": "zh/deep/b.html", "c.fr.html": "fr/c.html",
		"d.html": "de/d.html", "ru/own.html": "uk/ru/own.html", "ru/meta.html": "be/ru/meta.html"}
	for _, d := range docs {
		if d.ID != want[d.URL] {
			t.Errorf("%s: id %q, want %q", d.URL, d.ID, want[d.URL])
		}
	}
	if report.NoLang != 0 || len(report.Guessed) != 0 {
		t.Errorf("%+v", report)
	}
}

func TestLanguagesAreGuessed(t *testing.T) {
	texts := map[string]string{
		"en": "This chapter is about the installation of the system and of what it needs.",
		"de": "Dieses Kapitel ist für alle, die das System nicht mit einem Netz und von einer CD installieren.",
		"ru": "В этой главе описано, как установить систему, если у вас нет сети, и что для этого нужно.",
		"uk": "Як встановити систему, якщо мережі не має, і що для цього потрібно, це описано в цій главі.",
		"zh": "本章说明如何安装系统。Use the apt command.",
		"ja": "この章では、システムのインストール方法について説明します。",
		"ko": "이 장에서는 시스템을 설치하는 방법을 설명합니다.",
		"fa": "در این فصل می خوانید که سیستم را چگونه با آن نصب کنید و از چه چیزی استفاده می شود.",
		"da": "Dette kapitel handler om, hvad man skal gøre efter at systemet er installeret af en bruger, og det er ikke svært.",
		"nb": "Dette kapittelet handler om hva man skal gjøre etter at systemet er installert av en bruker, og det er ikke vanskelig å gjøre.",
		"el": "Σε αυτό το κεφάλαιο περιγράφεται η εγκατάσταση.",
		"":   "void f(int a, int b) { return a + b; }",
	}
	for want, text := range texts {
		if got := guess(text); got != want {
			t.Errorf("%q is guessed to be %q, want %q", text, got, want)
		}
	}
	docs, report := mustRead(t, site("a.html", texts["en"], "b.html", texts["en"], "c.html", texts["en"], "d/short.html", "f(x)", "e.html", texts["ru"]), Options{})
	var langs []string
	for _, d := range docs {
		langs = append(langs, d.Lang)
	}
	if want := []string{"en", "en", "en", "en", "ru"}; !slices.Equal(langs, want) || !maps.Equal(report.Guessed, map[string]int{"en": 4, "ru": 1}) {
		t.Errorf("%v, want %v; guessed %v", langs, want, report.Guessed)
	}
}

func TestFrequentWordsBelongToAScript(t *testing.T) {
	known := map[string]bool{}
	for _, s := range scripts {
		for _, l := range s.langs {
			known[l] = true
		}
	}
	for lang, words := range frequent {
		seen := map[string]bool{}
		for word := range strings.FieldsSeq(words) {
			if seen[word] || word != strings.ToLower(word) {
				t.Errorf("%s: %q is there twice, or has a capital", lang, word)
			}
			seen[word] = true
		}
		if !known[lang] {
			t.Errorf("%s belongs to no script", lang)
		}
	}
}
