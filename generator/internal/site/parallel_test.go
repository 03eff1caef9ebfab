package site_test

import (
	"compress/flate"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render"
)

// inSeveral are the pages of works with texts in two languages or more, in every language of the
// site; langs are those of the texts, the page's own first.
func inSeveral(t *testing.T, s *builtSite, test func(w model.Work, lang model.Lang, langs []model.Lang, page *goquery.Document)) {
	t.Helper()
	c := s.model(t)
	n := 0
	for _, w := range model.All[model.Work](c, model.Works...) {
		for _, lang := range c.Config.Langs() {
			if langs := c.Compared(w); len(langs) > 1 && slices.Contains(langs, lang) {
				n++
				others := slices.DeleteFunc(langs, func(l model.Lang) bool { return l == lang })
				test(w, lang, slices.Insert(others, 0, lang), s.page(t, c.Paths.URL(w.Ref(), lang)))
			}
		}
	}
	if n == 0 {
		t.Fatal("no text is in two languages")
	}
}

// textCells are the paragraphs in the script of a text.
func (s *builtSite) textCells(t *testing.T, name string) []render.TextCell {
	t.Helper()
	script, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		t.Fatal(err)
	}
	_, packed, _ := strings.Cut(string(script), `, "`)
	packed, _, _ = strings.Cut(packed, `"`)
	var cells []render.TextCell
	inflated := flate.NewReader(base64.NewDecoder(base64.StdEncoding, strings.NewReader(packed)))
	if err := json.NewDecoder(inflated).Decode(&cells); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return cells
}

// textOf is what a script of a text says: paragraphs, each with its id before it.
func (s *builtSite) textOf(t *testing.T, name string) []string {
	t.Helper()
	var all []string
	for _, cell := range s.textCells(t, name) {
		words, err := goquery.NewDocumentFromReader(strings.NewReader(strings.ReplaceAll(cell.HTML, "\u00a0", " ")))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, cell.ID+" "+strings.TrimSpace(words.Text()))
	}
	return all
}

func TestAWorkHasEveryParagraphInEveryLanguage(t *testing.T) {
	s := excerptSite(t)
	inSeveral(t, s, func(w model.Work, lang model.Lang, langs []model.Lang, page *goquery.Document) {
		for n, l := range langs {
			var got, want []string
			for _, b := range model.BaseOf(w).Prose[l].Blocks {
				want = append(want, b.ID+" "+b.Text)
			}
			if l != lang { // its text comes when a reader chooses it
				box := page.Find(fmt.Sprintf("#k-show-%d", n+1))
				got = s.textOf(t, path.Join(path.Dir(s.model(t).Paths.URL(w.Ref(), lang)), box.AttrOr("data-src", "")))
			}
			page.Find(".paper-text .block").Each(func(_ int, block *goquery.Selection) {
				cell := block.Find(fmt.Sprintf("div.t%d", n+1))
				words := cell.Find("p")
				words.Find(".num").Remove()
				// The page's own language needs no attribute; a language's name comes first.
				if cell.Length() == 1 && cell.AttrOr("lang", "") == "" && cell.Children().First().Is("b") {
					got = append(got, block.AttrOr("id", "")+" "+strings.TrimSpace(words.Text()))
				}
			})
			if !slices.Equal(got, want) {
				t.Errorf("%s on the page in %s: the column of %s holds\n%s\nwant\n%s", w.Ref(), lang, l, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		boxes := page.Find(".choice input[type=checkbox]")
		if checked := boxes.Filter("[checked]"); boxes.Length() != len(langs) || checked.Length() != 1 || checked.AttrOr("value", "") != string(lang) {
			t.Errorf("%s on the page in %s: %d languages can be chosen, %d are", w.Ref(), lang, boxes.Length(), checked.Length())
		}
	})
}

func TestAWorkSaysWhatEachTextIs(t *testing.T) {
	s := excerptSite(t)
	page := s.page(t, "en/protocols/ict-2021.html")
	for n, want := range []string{"unofficial translation", "authentic text", "unofficial translation"} {
		column := fmt.Sprintf(".t%d", n+1)
		if got := page.Find(".columns-head " + column + " span").Text(); got != want {
			t.Errorf("the head of column %d says %q, want %q", n+1, got, want)
		}
		parts := page.Find(".part")
		said := parts.FilterFunction(func(_ int, part *goquery.Selection) bool {
			return part.Find("div"+column+" > span").Text() == want // once a part
		})
		if n == 0 && said.Length() != parts.Length() || parts.Length() < 9 {
			t.Errorf("%d of %d parts say once that column %d is %q", said.Length(), parts.Length(), n+1, want)
		}
	}
	// The authentic Chinese text exists, and is not here.
	if got := strings.TrimSpace(page.Find(".status .missing").Text()); got != "中文: authentic text; not in the collection" {
		t.Errorf("of the authentic Chinese text is said %q", got)
	}
	if got := page.Find(".status li:not(.missing) small").Text(); got != "Translated from the Russian." {
		t.Errorf("of the Chinese text is said %q", got)
	}
	if page.Find(".document .mark").Length() != 0 {
		t.Error("a text is marked, though none is stale")
	}
	// What a paragraph does stands once, not in each column.
	if page.Find(`[id="c4.p1"] .act`).Length() != 2 || page.Find(".block > div .act").Length() != 0 {
		t.Errorf("clause 4 has the acts %q", page.Find(`[id="c4.p1"] .act`).Text())
	}
	// Where the page's own text is the authentic one, the style need not say so before another is
	// chosen.
	if n := s.page(t, "ru/protocols/ict-2021.html").Find(".part .t1 > span:not(.also)").Length(); n != 0 {
		t.Errorf("the authentic text says %d times what it is", n)
	}
}

func TestATextLeadsToItselfInAllLanguages(t *testing.T) {
	s := excerptSite(t)
	for lang, query := range map[string]string{"ru": "?langs=ru,zh,en", "zh": "?langs=zh,ru,en", "en": "?langs=en,ru,zh"} {
		page := s.page(t, lang+"/protocols/ict-2021.html")
		if got := page.Find(".choice .compare-all").AttrOr("href", ""); got != query+"#k-text" {
			t.Errorf("%s: the way to all languages is %q", lang, got)
		}
	}
}

// Pages of texts side by side were published: each address leads to the work, and is in no list.
func TestTheAddressesOfTextsSideBySideLeadOn(t *testing.T) {
	s := excerptSite(t)
	c := s.model(t)
	inSeveral(t, s, func(w model.Work, lang model.Lang, langs []model.Lang, _ *goquery.Document) {
		name := c.Paths.ParallelURL(w.Ref(), lang)
		var names []string
		for _, l := range langs {
			names = append(names, string(l))
		}
		to := string(w.Ref().Kind) + "/" + w.Ref().ID + ".html?langs=" + strings.Join(names, ",")
		same := func(link string) bool { // Hugo begins at the root, links within a language in its folder
			return link == "../../"+to || link == "../../../"+string(lang)+"/"+to
		}
		page := s.page(t, name)
		refresh, zero := strings.CutPrefix(page.Find("meta[http-equiv=refresh]").AttrOr("content", ""), "0; url=")
		if !zero || !same(refresh) || !same(page.Find("a").AttrOr("href", "")) {
			t.Errorf("%s leads to %q and %q, want %q", name, refresh, page.Find("a").AttrOr("href", ""), to)
		}
		if got := page.Find("link[rel=canonical]").AttrOr("href", ""); !strings.HasSuffix(got, "/"+c.Paths.URL(w.Ref(), lang)) {
			t.Errorf("%s: its canonical address is %q", name, got)
		}
		if page.Find("meta[name=robots][content=noindex]").Length() != 1 {
			t.Errorf("%s is for search engines", name)
		}
		content, err := os.ReadFile(filepath.Join(s.dir, name))
		if err != nil || len(content) >= 1000 {
			t.Errorf("%s has %d bytes: %v", name, len(content), err)
		}
	})
	s.each(func(name string, page *goquery.Document) {
		if filepath.Base(name) != "parallel.html" && page.Find(`a[href*="/parallel.html"]`).Length() > 0 {
			t.Errorf("%s leads to an address that leads on", name)
		}
	})
	for lang := range siteLangs {
		sitemap, err := os.ReadFile(filepath.Join(s.dir, lang, "sitemap.xml"))
		if err != nil || strings.Contains(string(sitemap), "parallel.html") {
			t.Errorf("%s: the sitemap has addresses that lead on: %v", lang, err)
		}
	}
}
