package site_test

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

var (
	bibTeXKey = regexp.MustCompile(`^@misc\{([a-z0-9-]+),\n`)
	risID     = regexp.MustCompile(`\nID {2}- ([a-z0-9-]+)\n`)
)

// Every record's page, and every clause, can be cited in all forms, which agree with one another
// and lead to the place.
func TestEveryRecordAndClauseCanBeCited(t *testing.T) {
	s := excerptSite(t)
	keys := map[string]string{}
	s.each(func(name string, page *goquery.Document) {
		canonical := page.Find("link[rel=canonical]").AttrOr("href", "")
		page.Find(".citing").Each(func(_ int, citing *goquery.Selection) {
			form := map[string]string{}
			citing.Find("dt").Each(func(i int, dt *goquery.Selection) {
				form[[]string{"link", "text", "BibTeX", "RIS", "CSL-JSON"}[i]] = dt.Next().Find("pre").Text()
			})
			link := form["link"]
			want := canonical
			if part := citing.ParentsFiltered(".part").AttrOr("id", ""); part != "" {
				want += "#" + part
			}
			if link != want {
				t.Errorf("%s: the permanent link is %q, want %q", name, link, want)
			}
			for _, f := range []string{"text", "BibTeX", "RIS", "CSL-JSON"} {
				if !strings.Contains(form[f], link) {
					t.Errorf("%s: %s does not lead to %s:\n%s", name, f, link, form[f])
				}
			}
			var csl []struct{ ID, Title, URL string }
			if err := json.Unmarshal([]byte(form["CSL-JSON"]), &csl); err != nil || len(csl) != 1 || csl[0].URL != link {
				t.Fatalf("%s: CSL-JSON: %v\n%s", name, err, form["CSL-JSON"])
			}
			bib, ris := bibTeXKey.FindStringSubmatch(form["BibTeX"]), risID.FindStringSubmatch(form["RIS"])
			if bib == nil || ris == nil || bib[1] != csl[0].ID || ris[1] != csl[0].ID {
				t.Errorf("%s: keys differ: BibTeX %q, RIS %q, CSL %q", name, bib, ris, csl[0].ID)
			}
			if other, taken := keys[csl[0].ID]; taken {
				t.Errorf("the key %s is that of %s and %s", csl[0].ID, other, link)
			}
			keys[csl[0].ID] = link
		})
		record := page.Find(".breadcrumbs, .crumbs").Length() > 0 && page.Find("article").Length() > 0
		if n := page.Find("main > .citing").Length(); record && n != 1 {
			t.Errorf("%s: %d citations of the page", name, n)
		}
	})
	for lang := range siteLangs {
		if n := s.page(t, lang+"/protocols/ict-2021.html").Find(".part.is-clause .citing").Length(); n != 6 {
			t.Errorf("%s: %d clauses can be cited, want 6", lang, n)
		}
	}
}
