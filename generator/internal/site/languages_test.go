package site_test

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/pelletier/go-toml/v2"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/typography"
)

// urduSite builds the sample collection in Urdu.
func urduSite(t *testing.T) *builtSite {
	t.Helper()
	s, err := buildSite("../../../examples/urdu", filepath.Join(t.TempDir(), "site"))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestALanguageFromRightToLeftIsAddedByFiles(t *testing.T) {
	s := urduSite(t)
	for name, page := range s.pages {
		if path.Base(name) == "404.html" || !strings.Contains(name, "/") {
			continue
		}
		lang, _, _ := strings.Cut(name, "/")
		want := map[string]string{"ur": "rtl", "en": "ltr", "ru": "ltr"}[lang]
		if got := page.Find("html").AttrOr("dir", ""); got != want {
			t.Errorf("%s runs %q, want %q", name, got, want)
		}
		// Names of files and titles of sources keep to themselves.
		page.Find("code").Each(func(_ int, code *goquery.Selection) {
			if code.Closest(".files").Length() > 0 && code.AttrOr("dir", "") != "ltr" {
				t.Errorf("%s: the name of the file %s is not isolated", name, code.Text())
			}
		})
		page.Find(`.sources a[href^="http"]`).Each(func(_ int, a *goquery.Selection) {
			if a.AttrOr("dir", "") != "auto" {
				t.Errorf("%s: the title of the source %q is not isolated", name, a.Text())
			}
		})
	}
	protocol := s.page(t, "ur/protocols/first-2025.html")
	for selector, want := range map[string]string{
		"h1":                          "پہلے نمونہ اجلاس کا پروٹوکول",
		"#c3 > h3":                    "[رائے کی آزادی (دفعہ 19)]",
		`time[datetime="2025-03-14"]`: "14 مارچ، 2025",
		".status strong":              "غیر سرکاری ترجمہ",
	} {
		if got := protocol.Find(selector).First().Text(); !strings.Contains(got, want) {
			t.Errorf("%s says %q, want %q", selector, got, want)
		}
	}
	words, err := os.ReadFile(filepath.Join(s.dir, "js", "search-ur.js"))
	if err != nil || !bytes.Contains(words, []byte("نتائج")) {
		t.Errorf("the search does not speak Urdu: %v", err)
	}
}

func TestAPageMissingInALanguageNamesTheOthers(t *testing.T) {
	s := urduSite(t)
	for lang, kind := range map[string]string{"ur": "notes", "ru": "notes"} {
		list := s.page(t, lang+"/"+kind+"/index.html")
		card := list.Find(`.card:has(a[href$="notes/river-book-boats.html"])`).First()
		if card.Length() == 0 {
			t.Fatalf("%s: the note is not listed", lang)
		}
		title := card.Find(".card-head a")
		if title.AttrOr("lang", "") != "en" || title.AttrOr("dir", "") != "ltr" || title.Text() != "Books by boat" {
			t.Errorf("%s: the title is not marked as English", lang)
		}
		if got := card.Find(".card-absent a").Text(); got != "English" {
			t.Errorf("%s: the list names %q as its languages", lang, got)
		}
		page := s.page(t, lang+"/notes/river-book-boats.html")
		if got := page.Find("h1").AttrOr("lang", ""); got != "en" {
			t.Errorf("%s: the heading is in %q", lang, got)
		}
		link := page.Find(".absent a[hreflang]")
		if link.Length() != 1 || link.AttrOr("href", "") != "../../en/notes/river-book-boats.html" {
			t.Errorf("%s: the page does not lead to its English text", lang)
		}
		if page.Find(".facts dt").Length() == 0 {
			t.Errorf("%s: the page does not show the facts", lang)
		}
		if n := page.Find(`link[rel="alternate"][hreflang]`).Length(); n != 0 {
			t.Errorf("%s: search engines are told of a translation that is none", lang)
		}
		if page.Find(`nav.languages a.absent[aria-current]`).Length() != 1 {
			t.Errorf("%s: the switch does not mark the language", lang)
		}
	}
}

func TestTranslationsNameEachOther(t *testing.T) {
	s := urduSite(t)
	const base = "https://example.org/"
	alternates := map[string][]string{}
	for name, page := range s.pages {
		page.Find(`link[rel="alternate"][hreflang]:not([hreflang="x-default"])`).Each(func(_ int, l *goquery.Selection) {
			alternates[name] = append(alternates[name], strings.TrimPrefix(l.AttrOr("href", ""), base))
		})
	}
	if len(alternates) == 0 {
		t.Fatal("no page names its translations")
	}
	for name, others := range alternates {
		if name != "index.html" && !slices.Contains(others, name) {
			t.Errorf("%s does not name itself", name)
		}
		for _, o := range others {
			if !slices.Equal(alternates[o], others) {
				t.Errorf("%s names %s, which names %v", name, o, alternates[o])
			}
		}
	}
}

func TestTheCoverageIsCounted(t *testing.T) {
	s := urduSite(t)
	page := s.page(t, "ur/coverage.html")
	notes := texts(page.Selection, `tbody:has(a[href$="notes/index.html"]) td`)
	// Titles, summaries and texts, in Urdu, English and Russian.
	if want := []string{"1 / 2", "2 / 2", "1 / 2", "1 / 2", "2 / 2", "0 / 2", "1 / 2", "2 / 2", "0 / 2"}; !slices.Equal(notes, want) {
		t.Errorf("the notes are counted %q, want %q", notes, want)
	}
	gap := page.Find(".gaps li")
	if gap.Length() != 1 || gap.Find(`a[href$="notes/river-book-boats.html"]`).Length() != 1 || !strings.Contains(gap.Text(), "content/ur/notes/river-book-boats.md") {
		t.Errorf("the gaps are %q", gap.Text())
	}
	if whole := s.page(t, "en/coverage.html"); whole.Find(".gaps, td.partial:nth-child(3)").Length() != 0 {
		t.Error("English lacks something")
	}
}

var templateTag = regexp.MustCompile(`\{\{.*?\}\}`)

// The languages that the theme speaks have all its words, none of them empty: English lends none of
// them. They are set as the check wants texts to be.
func TestTheThemesLanguagesAreWhole(t *testing.T) {
	keys := map[string][]string{}
	for _, lang := range []string{"en", "ru", "zh"} {
		data, err := fs.ReadFile(kengash.Files, "themes/kengash/i18n/"+lang+".toml")
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]any
		if err := toml.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		keys[lang] = slices.Sorted(maps.Keys(words))
		for key, value := range words {
			text, ok := value.(string)
			if forms, plural := value.(map[string]any); plural {
				for _, form := range forms {
					text += form.(string) + "\n"
				}
			} else if !ok || text == "" {
				t.Errorf("i18n/%s.toml has no words for %s", lang, key)
			}
			for _, s := range typography.Signs(lang, templateTag.ReplaceAllString(text, "x")) {
				t.Errorf("i18n/%s.toml, %s: %s: %s (%s)", lang, key, s.What, s.Found, s.Want)
			}
		}
	}
	for _, lang := range []string{"ru", "zh"} {
		for _, key := range keys["en"] {
			if !slices.Contains(keys[lang], key) {
				t.Errorf("i18n/%s.toml lacks %s", lang, key)
			}
		}
		for _, key := range keys[lang] {
			if !slices.Contains(keys["en"], key) {
				t.Errorf("i18n/%s.toml has %s, which en.toml lacks", lang, key)
			}
		}
	}
}
