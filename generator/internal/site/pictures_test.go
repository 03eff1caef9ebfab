package site_test

import (
	"path"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// pictures are the pages that have one, and where it stands.
var pictures = map[string]string{
	"index.html": "section.chronology", "meetings/index.html": "section.chronology", "instruments/index.html": "section.network",
}

func TestEachLinkOfAPictureLeadsToAPage(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for page, selector := range pictures {
			name := lang + "/" + page
			links := s.page(t, name).Find(selector + " a")
			if links.Length() < 8 {
				t.Errorf("%s: the picture has %d links", name, links.Length())
			}
			links.Each(func(_ int, a *goquery.Selection) {
				href := a.AttrOr("href", "")
				target, anchor, _ := strings.Cut(href, "#")
				target = path.Join(path.Dir(name), target)
				if strings.HasPrefix(href, "/") || s.pages[target] == nil {
					t.Errorf("%s: a link leads to %q, which is no page", name, href)
				} else if anchor != "" && s.pages[target].Find(`[id="`+anchor+`"]`).Length() != 1 {
					t.Errorf("%s: a link leads to %q, and there is no such place", name, href)
				}
				if strings.TrimSpace(a.Text()) == "" {
					t.Errorf("%s: the link to %s has no name", name, href)
				}
			})
		}
	}
}

// Strips say nothing to those who do not see them: each circle that leads somewhere has its words
// beside it.
func TestAPictureIsSaidInWords(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for _, page := range []string{"index.html", "meetings/index.html"} {
			picture := s.page(t, lang+"/"+page).Find("section.chronology")
			if n := picture.Find("svg.strip:not([aria-hidden=true]), svg.strip a:not([tabindex='-1'])").Length(); n > 0 {
				t.Errorf("%s/%s: %d drawings are read out or reached by keyboard", lang, page, n)
			}
			words := map[string]bool{}
			picture.Find("ul a[href]").Each(func(_ int, a *goquery.Selection) { words[a.AttrOr("href", "")] = true })
			picture.Find("svg.strip a[href]").Each(func(_ int, a *goquery.Selection) {
				if href := a.AttrOr("href", ""); !words[href] {
					t.Errorf("%s/%s: no words lead to %s", lang, page, href)
				}
			})
			if n := picture.Find(".named > li").Length(); n != 5 {
				t.Errorf("%s/%s: %d meetings are named, want 5", lang, page, n)
			}
		}
	}
}

func TestStepsThatAreNotEvidencedAreGapsInThePicture(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for _, page := range []string{"index.html", "meetings/index.html"} {
			lanes := s.page(t, lang+"/"+page).Find(".lanes")
			gaps, ends, words := lanes.Find("line.is-gap").Length(), lanes.Find("circle.is-end").Length(), lanes.Find(".is-awaited").Length()
			if gaps != 2 || ends != 2 || words != 2 {
				t.Errorf("%s/%s: %d gaps with %d ends and %d words, want 2 of each", lang, page, gaps, ends, words)
			}
		}
		if n := s.page(t, lang+"/instruments/index.html").Find(".results > ul > .is-awaited").Length(); n != 2 {
			t.Errorf("%s: %d instruments with an open step, want 2", lang, n)
		}
	}
}

func TestTheNetworkShowsWhatEachClauseRestsOnAndActsOn(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		joints := s.page(t, lang+"/instruments/index.html").Find(".joint")
		var got []string
		joints.Each(func(_ int, j *goquery.Selection) {
			clause := path.Base(j.Find(".clause > a, .paper a").Last().AttrOr("href", ""))
			ends := func(selector string) string {
				return strings.Join(j.Find(selector).Map(func(_ int, a *goquery.Selection) string {
					return strings.TrimSuffix(path.Base(a.AttrOr("href", "")), ".html")
				}), ",")
			}
			got = append(got, ends(".origins a")+" < "+clause+" > "+ends(".object a"))
		})
		want := []string{
			"concept-2019,statement-2020 < ict-2021.html#c1 > meeting-regulation",
			" < ict-2021.html#c4 > digital-literacy",
			"concept-2019 < ict-2021.html#c5 > concept-action-plan",
			" < ict-2025.html > action-plan-2025",
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s: the network is\n%s\nwant\n%s", lang, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if reported := joints.Last().Find(".object .quiet").Length(); reported != 1 {
			t.Errorf("%s: that the last instrument is known from reports alone is said %d times", lang, reported)
		}
	}
}

func TestTheFirstPageShowsWhichStatesHaveExperience(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		heat := s.page(t, lang+"/index.html").Find("ul.heat")
		filled := s.page(t, lang+"/notes/index.html").Find("table.matrix td a").Length()
		if rows := heat.Children().Length(); rows != 9 {
			t.Errorf("%s: %d topics, want 9", lang, rows)
		}
		if n := heat.Find("li li a[href]").Length(); n == 0 || n > filled {
			t.Errorf("%s: %d cells are filled; the table of notes links %d notes", lang, n, filled)
		}
	}
}
