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

// Every record's page can be cited in all forms, which agree with one another and lead to it.
func TestEveryRecordCanBeCited(t *testing.T) {
	keys := map[string]string{}
	excerptSite(t).each(func(name string, page *goquery.Document) {
		canonical := page.Find("link[rel=canonical]").AttrOr("href", "")
		page.Find("#k-cite").Each(func(_ int, citing *goquery.Selection) {
			key := citedKey(t, name, canonical, citing)
			if other, taken := keys[key]; taken {
				t.Errorf("the key %s is that of %s and %s", key, other, canonical)
			}
			keys[key] = canonical
		})
		record := page.Find(".breadcrumbs, .crumbs").Length() > 0 && page.Find("article").Length() > 0
		if n := page.Find("main > .citing").Length(); record && n != 1 {
			t.Errorf("%s: %d citations of the page", name, n)
		}
	})
}

// citedKey checks that the forms of a citation lead to the page, and returns the key that they have
// in common.
func citedKey(t *testing.T, name, canonical string, citing *goquery.Selection) string {
	t.Helper()
	form := map[string]string{}
	citing.Find("dt").Each(func(i int, dt *goquery.Selection) {
		form[[]string{"text", "BibTeX", "RIS", "CSL-JSON"}[i]] = dt.Next().Find("pre").Text()
	})
	for _, f := range []string{"text", "BibTeX", "RIS", "CSL-JSON"} {
		if !strings.Contains(form[f], canonical) {
			t.Errorf("%s: %s does not lead to %s:\n%s", name, f, canonical, form[f])
		}
	}
	var csl []struct{ ID, Title, URL string }
	if err := json.Unmarshal([]byte(form["CSL-JSON"]), &csl); err != nil || len(csl) != 1 || csl[0].URL != canonical {
		t.Fatalf("%s: CSL-JSON: %v\n%s", name, err, form["CSL-JSON"])
	}
	bib, ris := bibTeXKey.FindStringSubmatch(form["BibTeX"]), risID.FindStringSubmatch(form["RIS"])
	if bib == nil || ris == nil || bib[1] != csl[0].ID || ris[1] != csl[0].ID {
		t.Errorf("%s: keys differ: BibTeX %q, RIS %q, CSL %q", name, bib, ris, csl[0].ID)
	}
	return csl[0].ID
}

// Every clause has its sentence, which leads to it, and a way to the page's entries.
func TestEveryClauseCanBeCited(t *testing.T) {
	s := excerptSite(t)
	s.each(func(name string, page *goquery.Document) {
		canonical := page.Find("link[rel=canonical]").AttrOr("href", "")
		page.Find(".part .citing").Each(func(_ int, citing *goquery.Selection) {
			id := citing.ParentsFiltered(".part").AttrOr("id", "")
			sentence := citing.Find("p").Text()
			if section := citing.AttrOr("data-section", ""); section == "" || !strings.Contains(sentence, section) {
				t.Errorf("%s: the sentence of %s does not name %q: %s", name, id, section, sentence)
			}
			link := citing.Find("p a")
			if link.Text() != canonical+"#"+id || link.AttrOr("href", "") != "#"+id || !strings.Contains(sentence, link.Text()) {
				t.Errorf("%s: the permanent link of %s is %q", name, id, link.Text())
			}
			if citing.Find(`a[href="#k-cite"]`).Length() != 1 || page.Find("#k-cite [data-gap]").Length() == 0 {
				t.Errorf("%s: %s has no way to entries with gaps", name, id)
			}
		})
	})
	for lang := range siteLangs {
		if n := s.page(t, lang+"/protocols/ict-2021.html").Find(".part.is-clause .citing").Length(); n != 6 {
			t.Errorf("%s: %d clauses can be cited, want 6", lang, n)
		}
	}
}
