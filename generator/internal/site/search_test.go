package site_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/search"
)

func TestEveryDocumentOfTheIndexHasItsPlaceOnAPage(t *testing.T) {
	s := realSite(t)
	docs := documents.Of(s.model(t))
	ids := map[string]bool{}
	for _, d := range docs {
		file, anchor, _ := strings.Cut(d.URL, "#")
		if fault := s.exists(file, anchor); fault != "" {
			t.Errorf("%s: %s %s", d.ID, d.URL, fault)
		}
		if ids[d.ID] || d.Title == "" || !strings.HasPrefix(d.URL, d.Lang+"/") {
			t.Errorf("the document %+v", d)
		}
		ids[d.ID] = true
	}
	ix, err := search.Open(filepath.Join(s.dir, "search"))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	want := map[[2]string]int{} // by language and kind
	for _, d := range docs {
		want[[2]string{d.Lang, d.Facets["kind"][0]}]++
	}
	for key, n := range want {
		answer, err := ix.Search(context.Background(), search.Request{Query: "kind:" + key[1], Lang: key[0], Limit: 1})
		if err != nil || answer.Total != n {
			t.Errorf("the index has %+v of %d %s: %v", answer, n, key, err)
		}
	}
}

func TestSearchesAtTheBarFindTheClauseFirst(t *testing.T) {
	s := excerptSite(t)
	ix, err := search.Open(filepath.Join(s.dir, "search"))
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for _, q := range []struct {
		lang, query string
		topic       string // may be first where no kind is asked for
	}{
		{"ru", "обмен опытом по электронному правительству", "e-government"},
		{"ru", "искусственный интеллект", "ai"},
		{"en", "radio spectrum policy", "spectrum"},
		{"zh", "电子政务", "e-government"},
		{"ru", "политики управления радиочастотным спектром", "spectrum"},
	} {
		t.Run(q.query, func(t *testing.T) {
			clause := q.lang + "/protocols/ict-2021.html#c2"
			for _, c := range []struct {
				kinds []string
				want  []string
			}{
				{[]string{"clause"}, []string{clause}},
				{nil, []string{clause, q.lang + "/topics/" + q.topic + ".html"}},
			} {
				answer, err := ix.Search(context.Background(), search.Request{Query: q.query, Lang: q.lang, Facets: map[string][]string{"kind": c.kinds}})
				if err != nil {
					t.Fatal(err)
				}
				if len(answer.Hits) == 0 || !slices.Contains(c.want, answer.Hits[0].URL) {
					var got []string
					for _, h := range answer.Hits {
						got = append(got, h.URL)
					}
					t.Errorf("of the kinds %q: got %q, want %q first", c.kinds, got, c.want)
				}
			}
		})
	}
}
