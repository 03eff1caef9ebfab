package search

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

func TestRecovery(t *testing.T) {
	docs := []Document{
		{ID: "ru/1", Lang: "ru", Title: "Управление спектром", Body: "Регулирование радиочастот и управление."},
		{ID: "ru/2", Lang: "ru", Title: "Связь", Body: "Развитие широкополосной связи, регулирование тарифов."},
		{ID: "en/1", Lang: "en", Title: "Spectrum management", Body: "Regulation of radio frequencies."},
		{ID: "en/3", Lang: "en", Title: "Telecoms", Body: "Broadband for all."},
		{ID: "zh/4", Lang: "zh", Title: "频谱", Body: "发展电子政务 broadband。"},
	}
	concepts := []Concept{
		{"ru": {"связь", "телеком"}, "en": {"telecoms"}, "zh": {"电信"}},
		{"ru": {"электронное правительство", "ЭП"}, "en": {"e-government"}, "zh": {"电子政务", "电子政府"}},
		{"ru": {"широкополосный доступ"}, "en": {"broadband"}},
	}
	dir := t.TempDir()
	if _, err := Build(context.Background(), dir, docs, Options{Glossary: concepts}); err != nil {
		t.Fatal(err)
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, test := range []struct {
		name       string
		req        Request
		want       string
		correction string
	}{
		{"letter missing", Request{Query: "упрвление", Lang: "ru"}, "ru/1", "управление"},
		{"letter too many", Request{Query: "regulattion", Lang: "en"}, "en/1", "regulation"},
		{"other letter, in the ending", Request{Query: "регулированию спектроп", Lang: "ru"}, "ru/1 +ru/2", "регулированию спектром"},
		{"letters swapped", Request{Query: "raido -telecoms", Lang: "en"}, "en/1", "radio -telecoms"},
		{"two slips", Request{Query: "упрвлние", Lang: "ru"}, "", ""},
		{"as another word of the query", Request{Query: "развите связи", Lang: "ru"}, "ru/2", "развитие связи"},
		{"a word of another language is none", Request{Query: "broadbond radio"}, "+en/3 +en/1 +zh/4", "broadband radio"},
		{"known elsewhere", Request{Query: "radio", Lang: ""}, "en/1", ""},
		{"in quotes", Request{Query: `"упрвление"`, Lang: "ru"}, "ru/1", "управление"},
		{"in quotes, to be left out", Request{Query: `тарифов -"упрвление"`, Lang: "ru"}, "ru/2", ""},

		{"beginning, typing", Request{Query: "spectrum manag", Lang: "en", Typing: true}, "en/1", ""},
		{"beginning of a known word, typing", Request{Query: "radio", Lang: "en", Typing: true}, "en/1", ""},
		{"beginning of an absent word", Request{Query: "широкополосн", Lang: "ru"}, "ru/2", ""},
		{"beginning that is not last", Request{Query: "широкополо связь", Lang: "ru"}, "+ru/2", ""},

		{"either", Request{Query: "спектр OR тарифов", Lang: "ru"}, "ru/1 ru/2", ""},
		{"either, with another", Request{Query: "регулирование спектр | связь", Lang: "ru"}, "ru/2 ru/1", ""},
		{"either phrase", Request{Query: `"управление спектром" OR "развитие широкополосной"`, Lang: "ru"}, "ru/1 ru/2", ""},
		{"no phrase of them", Request{Query: `"спектром управление" OR тарифов`, Lang: "ru"}, "ru/2", ""},

		{"concept in another language", Request{Query: "электронное правительство"}, "zh/4", ""},
		{"its abbreviation", Request{Query: "ЭП"}, "zh/4", ""},
		{"its synonym", Request{Query: "telecoms", Lang: "ru"}, "ru/2", ""},
		{"inside a run", Request{Query: "发展电子政府", Lang: "zh"}, "zh/4", ""},
		{"with other words", Request{Query: "e-government 发展", Lang: "zh"}, "zh/4", ""},

		{"versions", Request{Query: "спектром OR spectrum", DisplayLang: "ru"}, "ru/1", ""},
		{"newest first", Request{Query: "broadband", Sort: SortDate}, "en/3 zh/4", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			res := mustSearch(t, ix, test.req)
			if got := ids(res); got != test.want || res.Correction != test.correction {
				t.Errorf("%+v finds %q, correction %q\nwant %q, %q", test.req, got, res.Correction, test.want, test.correction)
			}
		})
	}
}

func TestVersionsCountOnce(t *testing.T) {
	docs := []Document{
		{ID: "ru/a", Lang: "ru", URL: "ru/a.html", Title: "ИКТ 2021", Date: "2021-02", Facets: map[string][]string{"kind": {"clause"}, "year": {"2021"}}},
		{ID: "en/a", Lang: "en", URL: "en/a.html", Title: "ICT 2021", Date: "2021-02", Facets: map[string][]string{"kind": {"clause"}, "year": {"2021"}}},
		{ID: "zh/a", Lang: "zh", URL: "zh/a.html", Title: "信息技术 2021", Date: "2021-02", Facets: map[string][]string{"kind": {"clause"}, "year": {"2021"}}},
		{ID: "en/b", Lang: "en", URL: "en/b.html", Title: "Note of 2021 with more words", Date: "2022", Facets: map[string][]string{"kind": {"note"}, "year": {"2022"}}},
		{ID: "alone", Lang: "en", URL: "en/c.html", Title: "2021 and many other words in the title", Facets: map[string][]string{"kind": {"note"}}},
	}
	ix := openDocuments(t, docs, nil)
	res := mustSearch(t, ix, Request{Query: "2021", DisplayLang: "zh"})
	if res.Total != 3 || len(res.Hits) != 3 {
		t.Fatalf("%d hits: %s", res.Total, ids(res))
	}
	var others []string
	for _, h := range res.Hits {
		if strings.HasSuffix(h.ID, "/a") {
			others = append(others, h.ID, fmt.Sprint(h.Others))
		}
	}
	if got := strings.Join(others, " "); got != "en/a [{ru ru/a.html} {zh zh/a.html}]" && got != "zh/a [{en en/a.html} {ru ru/a.html}]" && got != "ru/a [{en en/a.html} {zh zh/a.html}]" {
		t.Error(got)
	}
	counts := func(facet string) string { return fmt.Sprint(res.Facets[facet]) }
	if got := counts("kind") + counts("lang") + counts("year"); got != "[{note note 2} {clause clause 1}][{en en 3} {ru ru 1} {zh zh 1}][{2021 2021 1} {2022 2022 1}]" {
		t.Error(got)
	}
	if res := mustSearch(t, ix, Request{Query: "2021", Sort: SortDate}); res.Hits[0].ID != "en/b" || res.Hits[2].ID != "alone" {
		t.Errorf("newest first: %s", ids(res))
	}
}

// TestTitlesDecide: of a page with all words of a query by chance and one whose title has most of
// them, the latter comes first, and titles decide among pages that all have the words.
func TestTitlesDecide(t *testing.T) {
	docs := []Document{
		{ID: "en/chance", Lang: "en", Title: "Instructions", Body: "On viewing, on printing, on ranges of mountains."},
		{ID: "en/half", Lang: "en", Title: "Defining print ranges", Body: "Which cells go to paper, and which do not."},
		{ID: "en/often", Lang: "en", Title: "Notes", Body: "Paper, paper, paper, paper."},
		{ID: "en/title", Lang: "en", Title: "Choice of paper for a very long series of notes", Body: "To be written."},
	}
	ix := openDocuments(t, docs, nil)
	for _, test := range []struct {
		query, want string
		total       int
	}{
		{"viewing print ranges", "en/half en/chance", 2},
		{"viewing mountains ranges printing paper", "+en/chance +en/half +en/title +en/often", 1}, // two of five are not most
		{"paper", "en/title en/often en/half", 3},
	} {
		res := mustSearch(t, ix, Request{Query: test.query, Lang: "en"})
		if got := ids(res); got != test.want || res.Total != test.total {
			t.Errorf("%q finds %q, %d in all\nwant %q, %d", test.query, got, res.Total, test.want, test.total)
		}
	}
}
