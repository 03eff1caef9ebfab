package search

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// TestRelevance holds what must come first. The files are lines "query => id".
func TestRelevance(t *testing.T) {
	ix := openSite(t)
	for _, lang := range []string{"ru", "en", "zh"} {
		f, err := os.Open(filepath.Join("testdata", "relevance", lang+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		for lines := bufio.NewScanner(f); lines.Scan(); {
			query, want, ok := strings.Cut(lines.Text(), " => ")
			if strings.HasPrefix(query, "#") {
				continue
			}
			if !ok {
				t.Fatalf("%s: bad line %q", f.Name(), lines.Text())
			}
			if res := mustSearch(t, ix, Request{Query: query}); len(res.Hits) == 0 || res.Hits[0].ID != want {
				t.Errorf("%s: %q finds %s\nwant %s first", lang, query, ids(res), want)
			}
		}
	}
}

// filteredDocuments are documents for queries with filters.
var filteredDocuments = []Document{
	{ID: "ru/a", Lang: "ru", Title: "Обмен опытом", Body: "Регулярный обмен опытом по развитию связи.", Facets: map[string][]string{"kind": {"clause"}, "year": {"2021"}, "topic": {"ai", "egov"}, "state": {"uz"}}, Date: "2021-11-25"},
	{ID: "ru/b", Lang: "ru", Title: "Опыт", Body: "Обмена новым опытом пока нет. Развитие связи.", Facets: map[string][]string{"kind": {"note"}, "year": {"2022"}, "topic": {"ai"}}, Date: "2022"},
	{ID: "ru/c", Lang: "ru", Title: "Регулирование", Body: "Управление спектром частот и опыт.", Facets: map[string][]string{"kind": {"note"}, "year": {"2021"}, "topic": {"5g"}}, Date: "2021-06"},
	{ID: "en/d", Lang: "en", Title: "Governance", Body: "Governance of the internet at large. Regulation by states.", Date: "2020", Facets: map[string][]string{"kind": {"note"}, "year": {"2020"}}},
	{ID: "zh/e", Lang: "zh", Title: "经验", Body: "发展电子政务和电信。IT产业。", Facets: map[string][]string{"kind": {"clause"}, "topic": {"egov"}}},
	{ID: "zh/f", Lang: "zh", Title: "报告", Body: "电子产品与政务服务。", Facets: map[string][]string{"kind": {"note"}}},
}

var filteredLabels = Labels{
	"topic": {"egov": {"ru": "Электронное правительство", "en": "E-government"}},
	"state": {"uz": {"ru": "Узбекистан"}},
	"lang":  {"zh": {"en": "Chinese"}},
}

func TestQueryLanguage(t *testing.T) {
	ix := openDocuments(t, filteredDocuments, filteredLabels)
	for _, test := range []struct{ query, want string }{
		// words
		{"обмен опыт связь", "ru/a ru/b +ru/c"},
		{"обмен спектр", "+ru/a +ru/c +ru/b"},
		{"нетакогослова", ""},
		{"и в на", ""},
		{"— !!! *", ""}, // no text at all
		// phrases
		{`"обмен опытом"`, "ru/a"},
		{`"ОБМЕН, ОПЫТОМ!"`, "ru/a"},
		{`“обмен опытом”`, "ru/a"},
		{`"опытом обмен"`, "ru/a ru/b"}, // no document has it in any form: its words
		{`"опытом по развитию"`, "ru/a"},
		{`"опытом о развитию"`, "ru/a"}, // in no document as written; in other forms, with a gap, it is
		{`"развитие связи"`, "ru/b"},
		{`"развитию связь"`, "ru/a ru/b"}, // no document has it as written
		{`"the internet at large"`, "en/d"},
		{`"the"`, ""},
		{`"обмен опытом" частот`, ""}, // a phrase is never given up, nor the only word
		{`опыт -"обмен опытом"`, "ru/b ru/c"},
		// negation
		{"опыт -обмен", "ru/c"},
		{"опыт -регул*", "ru/b"},
		{"-опыт lang:ru", ""},
		{"-обмен", "ru/c en/d zh/e zh/f"},
		// prefixes
		{"регул*", "ru/c ru/a"},
		{"управлени*", "ru/c"},
		{"governanc*", "en/d"},
		{"regu*", "en/d"},
		{"об*", ""}, // too short for a prefix: the word "об"
		{"электро*", ""},
		// filters
		{"topic:ai", "ru/b ru/a"},
		{"topic:AI,5g", "ru/b ru/a ru/c"},
		{"topic:ai topic:egov", "ru/a"},
		{"-topic:ai lang:ru", "ru/c"},
		{`topic:"электронное правительство"`, "ru/a zh/e"},
		{"state:узбекистан", "ru/a"},
		{"state:nowhere", ""},
		{"kind:note опыт", "ru/b ru/c"},
		{"year:2021", "ru/a ru/c"},
		{"year：2021 опыт", "ru/a ru/c"},
		{"lang:zh", "zh/e zh/f"},
		{"lang:chinese", "zh/e zh/f"},
		{"-lang:ru -lang:zh", "en/d"},
		{"lang:ru lang:zh", ""},
		{"lang:ru,zh kind:clause", "ru/a zh/e"},
		{"color:red", ""}, // no filter: words
		// Chinese
		{"电子政务", "zh/e +zh/f"},
		{`"电子政务"`, "zh/e"},
		{`"政务服务"`, "zh/f"},
		{"电子 政务", "zh/f zh/e"},
		{"电", "zh/e zh/f"},
		{`"电"`, "zh/e zh/f"},
		{`"信 IT"`, "+zh/e"},
		{`"电信。IT"`, "zh/e"},
		{"-政务 lang:zh", ""},
		{"和", "zh/e"},
	} {
		res := mustSearch(t, ix, Request{Query: test.query})
		if got := ids(res); got != test.want {
			t.Errorf("%s finds %q (want %q)", test.query, got, test.want)
		}
	}
}

func TestRequestNarrows(t *testing.T) {
	ix := openSite(t)
	const q = "искусственный интеллект"
	for _, test := range []struct {
		name string
		req  Request
		want string
	}{
		{"kind", Request{Query: q, Facets: map[string][]string{"kind": {"clause"}}}, "ru/clause/ict-2021#c2"},
		{"kind by label", Request{Query: q, Facets: map[string][]string{"kind": {"Тема"}}}, "ru/topic/ai"},
		{"two kinds", Request{Query: q, Facets: map[string][]string{"kind": {"clause", "topic"}}}, "ru/topic/ai ru/clause/ict-2021#c2"},
		{"topic", Request{Query: q, Facets: map[string][]string{"kind": {"note"}, "topic": {"egov"}}}, "ru/note/uz-portal"},
		{"state", Request{Query: q, Facets: map[string][]string{"state": {"cn"}}}, "ru/note/cn-ai"},
		{"year", Request{Query: q, Facets: map[string][]string{"year": {"2021"}}}, "ru/clause/ict-2021#c2"},
		{"language", Request{Query: "web", Lang: "zh"}, "zh/note/ru-school"},
		{"language without an index", Request{Query: q, Lang: "fr"}, ""},
		{"request and query both hold", Request{Query: q + " kind:note", Facets: map[string][]string{"kind": {"clause"}}}, ""},
	} {
		res := mustSearch(t, ix, test.req)
		var full []string
		for _, h := range res.Hits {
			if h.Tier == 0 {
				full = append(full, h.ID)
			}
		}
		if got := strings.Join(full, " "); got != test.want || res.Total != len(full) {
			t.Errorf("%s: %d in all, %q (want %q)", test.name, res.Total, got, test.want)
		}
	}
}

func TestHit(t *testing.T) {
	ix := openSite(t)
	res := mustSearch(t, ix, Request{Query: "kind:clause lang:ru радиочастотным"})
	if res.Total != 1 {
		t.Fatalf("%d hits", res.Total)
	}
	h := res.Hits[0]
	if h.Title != "2. Обмен опытом в области цифрового развития" || h.URL != "ru/clause/ict-2021.html#c2" ||
		h.Lang != "ru" || fmt.Sprint(h.Facets["kind"]) != "[{clause clause}]" || h.Date != "2021-11-25" || h.Score <= 0 ||
		len(h.Breadcrumb) != 1 || fmt.Sprint(h.Facets["topic"]) != "[{ai ai} {digital-economy digital-economy} {egov egov} {it-industry it-industry} {spectrum spectrum} {startups startups}]" {
		t.Errorf("%+v", h)
	}
	if len(h.Marks) != 1 || h.Excerpt[h.Marks[0][0]:h.Marks[0][1]] != "радиочастотным" {
		t.Errorf("marks %v in %q", h.Marks, h.Excerpt)
	}
}

func TestFacets(t *testing.T) {
	ix := openSite(t)
	res := mustSearch(t, ix, Request{Query: "искусственный интеллект", DisplayLang: "en", Limit: 1})
	show := func(facet string) string {
		var out []string
		for _, v := range res.Facets[facet] {
			out = append(out, fmt.Sprintf("%s=%s:%d", v.Value, v.Label, v.Count))
		}
		return strings.Join(out, ", ")
	}
	for facet, want := range map[string]string{
		"kind":  "note=Experience note:2, clause=Clause:1, topic=Topic:1",
		"topic": "ai=Artificial intelligence:3, egov=E-government:2, digital-economy=Digital economy:1, it-industry=IT industry:1, spectrum=Radio spectrum:1, startups=Support of startups:1",
		"state": "cn=China:1, uz=Uzbekistan:1",
		"year":  "2021=2021:1, 2022=2022:1, 2023=2023:1",
		"lang":  "ru=Russian:4",
	} {
		if got := show(facet); got != want {
			t.Errorf("%s: %s\nwant %s", facet, got, want)
		}
	}
	if len(res.Hits) != 1 || res.Total != 4 {
		t.Errorf("%d hits of %d (want 1 of 4)", len(res.Hits), res.Total)
	}

	t.Run("labels fall back", func(t *testing.T) {
		for _, test := range []struct{ display, lang, want string }{
			{"zh", "ru", "中国"}, {"uz", "ru", "Китай"}, {"", "ru", "Китай"}, {"uz", "", "cn"},
		} {
			res := mustSearch(t, ix, Request{Query: "state:cn", Lang: test.lang, DisplayLang: test.display})
			if got := res.Facets["state"][0].Label; got != test.want {
				t.Errorf("display %q, language %q: %s (want %s)", test.display, test.lang, got, test.want)
			}
		}
	})
}

func TestPagesJoinWithoutGapsOrRepeats(t *testing.T) {
	ix := openSite(t)
	for _, query := range []string{"", "ict", "ШОС", "экономика цифровая", "数字"} {
		whole := mustSearch(t, ix, Request{Query: query, Limit: 1000})
		if len(whole.Hits) < whole.Total {
			t.Fatalf("%q: %d hits of %d", query, len(whole.Hits), whole.Total)
		}
		var paged []string
		for offset := 0; ; offset += 3 {
			page := mustSearch(t, ix, Request{Query: query, Limit: 3, Offset: offset})
			if page.Total != whole.Total {
				t.Fatalf("%q: total %d on one page, %d on another", query, page.Total, whole.Total)
			}
			if len(page.Hits) == 0 {
				break
			}
			for _, h := range page.Hits {
				paged = append(paged, h.ID)
			}
		}
		for i, h := range whole.Hits {
			if i >= len(paged) || paged[i] != h.ID {
				t.Fatalf("%q: pages differ from the whole list at %d: %v", query, i, paged)
			}
		}
		if len(paged) != len(whole.Hits) {
			t.Errorf("%q: %d hits by page, %d in one", query, len(paged), len(whole.Hits))
		}
	}
}

func TestOddRequests(t *testing.T) {
	ix := openSite(t)
	for _, req := range []Request{
		{Query: "ict", Limit: -1}, {Query: "ict", Offset: -5}, {Query: "ict", Offset: int(^uint(0) >> 1)},
		{Query: "ict", Limit: int(^uint(0) >> 1)}, {Query: strings.Repeat("ШОС ", 5000)}, {Query: "\xff\x00\ufeff"},
		{Query: strings.Repeat(`"`, 99)}, {Query: "a*b*c* ** -* -- :: topic: topic:,,, \"\" -\"\""},
		{Query: "的 了 和"}, {Query: "“”*"}, {Lang: "../.."}, {Facets: map[string][]string{"kind": {""}}},
	} {
		res := mustSearch(t, ix, req)
		if req.Limit < 0 && (len(res.Hits) != 0 || res.Total == 0) {
			t.Errorf("limit %d: %d hits of %d", req.Limit, len(res.Hits), res.Total)
		}
	}
}

func TestSearchCancelled(t *testing.T) {
	ix := openSite(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := ix.Search(ctx, Request{Query: "ШОС"}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v (want context.Canceled)", err)
	}
}

func TestSearchFromManyGoroutines(t *testing.T) {
	ix := openSite(t)
	queries := []string{"искусственный интеллект", `"обмен опытом"`, "电子政务", "регул*", "topic:ai"}
	var wg sync.WaitGroup
	for i := range 20 {
		wg.Go(func() {
			if _, err := ix.Search(context.Background(), Request{Query: queries[i%len(queries)]}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

// TestLongTextsDoNotWinByLength: the score of a word falls with the length of the body.
func TestLongTextsDoNotWinByLength(t *testing.T) {
	filler := strings.Repeat("Прочие слова об иных делах и вещах. ", 200)
	ix := openDocuments(t, []Document{
		{ID: "long", Lang: "ru", Title: "Отчёт", Body: filler + "Спутник связи." + filler},
		{ID: "short", Lang: "ru", Title: "Заметка", Body: "Запущен новый спутник связи для села."},
		{ID: "title", Lang: "ru", Title: "Спутник на орбите связи", Body: filler},
		{ID: "exact", Lang: "ru", Title: "Спутник связи", Body: filler},
	}, nil)
	res := mustSearch(t, ix, Request{Query: "спутник связи"})
	if got, want := ids(res), "exact title short long"; got != want {
		t.Errorf("%s (want %s)", got, want)
	}
	if !slices.IsSortedFunc(res.Hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) }) {
		t.Error("hits are not sorted by score")
	}
}

func TestScoresAreAlikeButForTheirLastBits(t *testing.T) {
	a := 0.0979875795837146
	if b := math.Nextafter(math.Nextafter(a, 1), 1); rounded(a) != rounded(b) {
		t.Errorf("%v and %v are apart", a, b)
	}
	if b := a * (1 + 1e-9); rounded(a) >= rounded(b) {
		t.Errorf("%v and %v are alike", a, b)
	}
}
