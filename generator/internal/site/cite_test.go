package site_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

var risID = regexp.MustCompile(`\nID {2}- ([a-z0-9-]+)\n`)

// Every record's page can be cited by a sentence and a record, which lead to it.
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

// citedKey checks that the forms of a citation lead to the page, and returns the key of its record.
func citedKey(t *testing.T, name, canonical string, citing *goquery.Selection) string {
	t.Helper()
	forms := citing.Find("dd pre")
	if forms.Length() != 2 {
		t.Fatalf("%s: %d forms of a citation, want a sentence and RIS", name, forms.Length())
	}
	forms.Each(func(_ int, form *goquery.Selection) {
		if !strings.Contains(form.Text(), canonical) {
			t.Errorf("%s: this does not lead to %s:\n%s", name, canonical, form.Text())
		}
	})
	id := risID.FindStringSubmatch(forms.Last().Text())
	if id == nil {
		t.Fatalf("%s: the record has no key:\n%s", name, forms.Last().Text())
	}
	return id[1]
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
