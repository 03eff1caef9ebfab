package site_test

import (
	"path"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// pictures are the pages that have one, and how many drawings each.
var pictures = map[string]int{"index.html": 2, "meetings/index.html": 2, "instruments/index.html": 1}

func TestEachPointOfAPictureLeadsToAPage(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for page, drawings := range pictures {
			name := lang + "/" + page
			found := s.page(t, name).Find("main svg.picture")
			if found.Length() != drawings {
				t.Errorf("%s has %d drawings, want %d", name, found.Length(), drawings)
			}
			links := found.Find("a")
			if links.Length() < 8 {
				t.Errorf("%s: the pictures have %d links", name, links.Length())
			}
			links.Each(func(_ int, a *goquery.Selection) {
				href := a.AttrOr("href", "")
				target, anchor, _ := strings.Cut(href, "#")
				target = path.Join(path.Dir(name), target)
				if strings.HasPrefix(href, "/") || s.pages[target] == nil {
					t.Errorf("%s: a point leads to %q, which is no page", name, href)
				} else if anchor != "" && s.pages[target].Find(`[id="`+anchor+`"]`).Length() != 1 {
					t.Errorf("%s: a point leads to %q, and there is no such place", name, href)
				}
				if strings.TrimSpace(a.Text()) == "" {
					t.Errorf("%s: the point that leads to %s has no name", name, href)
				}
			})
		}
	}
}

// What a picture shows can be read without it.
func TestAPictureIsSaidInWords(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for page := range pictures {
			name := lang + "/" + page
			s.page(t, name).Find("main svg.picture").Each(func(_ int, svg *goquery.Selection) {
				for _, attribute := range []string{"aria-labelledby", "aria-describedby"} {
					id := svg.AttrOr(attribute, "")
					if n := s.page(t, name).Find(`[id="` + id + `"]`).Length(); id == "" || n != 1 {
						t.Errorf("%s: %s of a picture names %q, which %d elements have", name, attribute, id, n)
					}
				}
				words := map[string]bool{}
				svg.Closest("section").Find("ul a[href]").Each(func(_ int, a *goquery.Selection) { words[a.AttrOr("href", "")] = true })
				svg.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
					href := a.AttrOr("href", "")
					if !words[href] && !strings.Contains(href, "protocols/ict-2021.html") {
						t.Errorf("%s: the list beside the picture does not have %s", name, href)
					}
				})
			})
		}
	}
}

func TestStepsThatAreNotEvidencedAreGapsInThePicture(t *testing.T) {
	s := excerptSite(t)
	for lang := range siteLangs {
		for _, page := range []string{"index.html", "meetings/index.html"} {
			s.page(t, lang+"/"+page).Find("svg.picture").Each(func(_ int, svg *goquery.Selection) {
				if gaps, ends := svg.Find("line.is-gap").Length(), svg.Find("circle.is-end").Length(); gaps != 2 || ends != 2 {
					t.Errorf("%s/%s: %d gaps with %d ends, want 2 and 2", lang, page, gaps, ends)
				}
			})
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
