package site_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/model"
)

// parallelPages are the pages of texts side by side: of works with texts in two languages or more,
// in every language of the site.
func parallelPages(t *testing.T, s *builtSite, test func(w model.Work, lang model.Lang, langs []model.Lang, page *goquery.Document)) {
	t.Helper()
	c := s.model(t)
	n := 0
	for _, w := range model.All[model.Work](c, model.Works...) {
		for _, lang := range c.Config.Langs() {
			if langs := c.Compared(w); len(langs) > 1 {
				n++
				test(w, lang, langs, s.page(t, w.Ref().ParallelURL(lang)))
			}
		}
	}
	if n == 0 {
		t.Fatal("no text is in two languages")
	}
}

func TestTextsSideBySideHaveEveryParagraphInEveryLanguage(t *testing.T) {
	s := excerptSite(t)
	parallelPages(t, s, func(w model.Work, lang model.Lang, langs []model.Lang, page *goquery.Document) {
		for n, l := range langs {
			var got, want []string
			for _, b := range model.BaseOf(w).Prose[l].Blocks {
				want = append(want, b.ID+" "+b.Text)
			}
			page.Find(".part > .line").Each(func(_ int, line *goquery.Selection) {
				cell := line.Find(fmt.Sprintf(".cell.col-%d", n+1))
				words := cell.Find(".words")
				words.Find(".num").Remove()
				if cell.Length() == 1 && cell.AttrOr("lang", "") == siteLangs[string(l)] && cell.AttrOr("dir", "") != "" {
					got = append(got, line.AttrOr("id", "")+" "+strings.TrimSpace(words.Text()))
				}
			})
			if !slices.Equal(got, want) {
				t.Errorf("%s on the page in %s: the column of %s holds\n%s\nwant\n%s", w.Ref(), lang, l, strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		}
		if n, want := page.Find(".choice input[type=checkbox][checked]").Length(), len(langs); n != want {
			t.Errorf("%d languages can be chosen, want %d", n, want)
		}
	})
}

func TestTextsSideBySideSayWhatEachTextIs(t *testing.T) {
	s := excerptSite(t)
	page := s.page(t, "en/protocols/ict-2021/parallel.html")
	for n, want := range []string{"authentic text", "unofficial translation", "unofficial translation"} {
		column := fmt.Sprintf(".col-%d", n+1)
		if got := page.Find(".columns-head " + column + " .standing").Text(); got != want {
			t.Errorf("the head of column %d says %q, want %q", n+1, got, want)
		}
		parts := page.Find(".part")
		said := parts.FilterFunction(func(_ int, part *goquery.Selection) bool {
			return part.Find(column+" .standing").Text() == want // once a part
		})
		if said.Length() != parts.Length() || parts.Length() < 9 {
			t.Errorf("%d of %d parts say once that column %d is %q", said.Length(), parts.Length(), n+1, want)
		}
	}
	// The authentic Chinese text exists, and is not here.
	if got := strings.TrimSpace(page.Find(".texts-known .col-2 .missing").Text()); got != "中文: authentic text; not in the collection" {
		t.Errorf("of the authentic Chinese text is said %q", got)
	}
	if page.Find(".mark").Length() != 0 {
		t.Error("a text is marked, though none is stale")
	}
	// What a paragraph does stands once, not in each column.
	if page.Find(`[id="c4.p1"] .act`).Length() != 2 || page.Find(".cell .act").Length() != 0 {
		t.Errorf("clause 4 has the acts %q", page.Find(`[id="c4.p1"] .act`).Text())
	}
}

func TestEachClauseLeadsToItselfInTheTextsSideBySide(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		page := s.page(t, lang+"/protocols/ict-2021.html")
		parts := page.Find(".document .part")
		parts.Each(func(_ int, part *goquery.Selection) {
			id := part.AttrOr("id", "")
			if got := part.Find(".standing a.compare").AttrOr("href", ""); !strings.HasSuffix(got, lang+"/protocols/ict-2021/parallel.html#"+id) {
				t.Errorf("%s: %s leads to %q", lang, id, got)
			}
			if said := part.Find(".standing > span").Length() == 1; said != (lang != "ru") {
				t.Errorf("%s: %s says what its text is: %v", lang, id, said)
			}
		})
		if parts.Length() != 9 || page.Find(".status .compare-all").Length() != 1 {
			t.Errorf("%s: %d parts; the way to the texts side by side: %d", lang, parts.Length(), page.Find(".status .compare-all").Length())
		}
		back := s.page(t, lang+"/protocols/ict-2021/parallel.html").Find(".crumbs li:last-child a").AttrOr("href", "")
		if !strings.HasSuffix(back, lang+"/protocols/ict-2021.html") {
			t.Errorf("%s: the breadcrumbs end at %q", lang, back)
		}
	}
}
