package search

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// This file tests what documents of any site bring along: facets under names of their own, words
// that count as those of the title, places in a text.

func ownDocuments() []Document {
	a := Document{ID: "ru/a", Lang: "ru", URL: "ru/a.html", Title: "Первый", Facets: map[string][]string{"author": {"Ann", "Bob"}, "page-type": {"guide"}}}
	a.SetText(Line{"p 1", "Спутник связи запущен."}, Line{"p2", strings.Repeat("Прочие слова об иных делах. ", 20)}, Line{"p3", "Кабель проложен по дну моря."})
	b := Document{ID: "ru/b", Lang: "ru", URL: "ru/b.html", Title: "Второй", Body: "Антенна стоит у моря.", Facets: map[string][]string{"author": {"Bob"}, "title": {"Антенна"}}}
	c := Document{ID: "zh/c", Lang: "zh", URL: "zh/c.html", Title: "第三", Facets: map[string][]string{"автор": {"安"}}}
	c.SetText(Line{"一", "卫星  通信\n已"}, Line{"二", "启用海底电缆"})
	return []Document{a, b, c}
}

func TestFacetsUnderAnyName(t *testing.T) {
	labels := Labels{"author": {"Ann": {"ru": "Анна"}}, "facet": {"page-type": {"ru": "Вид страницы"}}}
	ix := openDocuments(t, ownDocuments(), labels)
	for _, c := range []struct {
		req  Request
		want string
	}{
		{Request{Query: "author:ann"}, "ru/a"},
		{Request{Query: `author:"анна"`}, "ru/a"},
		{Request{Query: "моря AUTHOR:bob -page-type:guide"}, "ru/b"},
		{Request{Query: "автор:安"}, "zh/c"},
		{Request{Query: "title:Антенна"}, "ru/b"},
		{Request{Query: "моря", Facets: map[string][]string{"author": {"Ann"}}}, "ru/a"},
		{Request{Query: "автор:安", Lang: "ru"}, ""}, // a facet of the site, if not of these documents
	} {
		if got := ids(mustSearch(t, ix, c.req)); got != c.want {
			t.Errorf("%+v: %q (want %q)", c.req, got, c.want)
		}
	}
	got := mustSearch(t, ix, Request{Query: "моря", Lang: "ru"}).Facets["author"]
	if len(got) != 2 || got[0] != (FacetValue{"Bob", "Bob", 2}) || got[1] != (FacetValue{"Ann", "Анна", 1}) {
		t.Errorf("%v", got)
	}
	if got := ix.FacetLabel("page-type", "en", "ru"); got != "Вид страницы" {
		t.Errorf("the facet is called %q", got)
	}
}

func TestHitsLeadToPlaces(t *testing.T) {
	ix := openDocuments(t, ownDocuments(), nil)
	for query, want := range map[string]string{
		"спутник": "ru/a.html#p%201", "кабель": "ru/a.html#p3", "запущен дно": "ru/a.html#p%201",
		"первый": "ru/a.html", "антенна": "ru/b.html", "первый кабель": "ru/a.html#p3",
		"通信": "zh/c.html#%E4%B8%80", "电缆": "zh/c.html#%E4%BA%8C", "启用": "zh/c.html#%E4%BA%8C",
	} {
		if res := mustSearch(t, ix, Request{Query: query}); len(res.Hits) == 0 || res.Hits[0].URL != want {
			t.Errorf("%s: %+v (want %s)", query, res.Hits, want)
		}
	}
}

// hiddenDocuments have words that no excerpt shows.
var hiddenDocuments = []Document{
	{ID: "ru/1", Lang: "ru", Title: "Тема", Body: "Связь без проводов. ", Hidden: "спутник связи, антенна", Places: []Place{{0, "a"}}},
	{ID: "ru/2", Lang: "ru", Title: "Антенны", Body: strings.Repeat("Прочие слова. ", 50), Hidden: strings.Repeat("антенна ", 50)},
	{ID: "zh/1", Lang: "zh", Title: "題目", Body: "無線電通信 ", Hidden: "衛星、通信衛星"},
	{ID: "zh/2", Lang: "zh", Title: "名", Hidden: "天線"},
}

func TestHiddenWordsAreFoundAndNotShown(t *testing.T) {
	ix := openDocuments(t, hiddenDocuments, nil)
	for _, c := range []struct{ query, id, excerpt, marked string }{
		{"спутник связи", "ru/1", "Связь без проводов.", "Связь"},
		{`"спутник связи" антенна`, "ru/1", "Связь без проводов.", "Связь"},
		{"антенна", "ru/1", "Связь без проводов.", ""},
		{"антенна", "ru/2", strings.TrimSpace(strings.Repeat("Прочие слова. ", 14)) + "…", ""},
		{"卫星通信", "zh/1", "無線電通信", "通信"},
		{"天線", "zh/2", "", ""},
	} {
		found := false
		for _, h := range mustSearch(t, ix, Request{Query: c.query}).Hits {
			if h.ID == c.id {
				found = true
				if got := marked(h.Excerpt, h.Marks); h.Excerpt != c.excerpt || got != c.marked {
					t.Errorf("%s: %s shows %q with marks on %q (want %q, %q)", c.query, c.id, h.Excerpt, got, c.excerpt, c.marked)
				}
			}
		}
		if !found {
			t.Errorf("%s does not find %s", c.query, c.id)
		}
	}
}

func TestClientHidesWords(t *testing.T) {
	var cases []inquiryCase
	for _, query := range []string{"спутник связи", `"спутник связи"`, "антенна", "卫星", "通信", "天線", ""} {
		cases = append(cases, inquiryCase{Query: query})
	}
	compareSides(t, hiddenDocuments, cases)
}

func TestKeywordsCountAsTheTitleDoes(t *testing.T) {
	filler := strings.Repeat("Прочие слова об иных делах. ", 20)
	docs := []Document{
		{ID: "a", Lang: "ru", Title: "Отчёт", Body: "Спутник связи. " + filler},
		{ID: "b", Lang: "ru", Title: "Отчёт", Body: "Спутник связи. " + filler, Keywords: "Спутник связи."},
		{ID: "c", Lang: "ru", Title: "Отчёт", Body: "Спутник связи. " + filler},
	}
	res := mustSearch(t, openDocuments(t, docs, nil), Request{Query: "спутник"})
	if got := ids(res); got != "b a c" || res.Hits[0].Title != "Отчёт" {
		t.Errorf("%s, first titled %q", got, res.Hits[0].Title)
	}
}

// TestClientTakesNamesThatObjectsHave: a site may call a facet, a value and a language as
// JavaScript calls what every object has.
func TestClientTakesNamesThatObjectsHave(t *testing.T) {
	dir := t.TempDir()
	docs := []Document{
		{ID: "en/a", Lang: "en", URL: "a", Title: "Lamp", Facets: map[string][]string{"constructor": {"constructor", "Ann"}}},
		{ID: "constructor/b", Lang: "constructor", URL: "b", Title: "Lamp"},
	}
	opt := Options{Labels: Labels{"kind": {"guide": {"en": "Guide"}}}, Glossary: []Concept{{"en": {"lamp", "light"}}}}
	if _, err := Build(t.Context(), dir, docs, opt); err != nil {
		t.Fatal(err)
	}
	p := openPage(t, dir)
	p.open(t, p.http+"index.html")
	got, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](`(async () => {
		const engine = await Kengash.open({lang: "constructor"});
		const all = await engine.search("lamp", {lang: "", filters: {}});
		const one = await engine.search("constructor:ann", {lang: "", filters: {topic: []}});
		return [all.total, one.total, JSON.stringify(all.facetLabels), JSON.stringify(all.facets.constructor)].join(" ");
	})()`, chromedp.EvalAwaitPromise))
	want := `2 1 {} [{"value":"Ann","label":"Ann","count":1},{"value":"constructor","label":"constructor","count":1}]`
	if err != nil || got != want {
		t.Errorf("%s, %v (want %s)", got, err, want)
	}
}

func TestBadFacetsAndPlaces(t *testing.T) {
	for want, d := range map[string]Document{
		`called "lang"`:          {Facets: map[string][]string{"lang": {"x"}}},
		`called "sort"`:          {Facets: map[string][]string{"sort": {"x"}}},
		`name of a facet "Page"`: {Facets: map[string][]string{"Page": {"x"}}},
		`name of a facet "a b"`:  {Facets: map[string][]string{"a b": {"x"}}},
		`bad place "p" at 9`:     {Places: []Place{{9, "p"}}},
	} {
		d.ID, d.Lang = "a", "en"
		if _, err := Build(t.Context(), t.TempDir(), []Document{d}, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v (want %s)", err, want)
		}
	}
}

// TestValuesAreThoseOfTheLanguage: a value that another language writes otherwise hides none.
func TestValuesAreThoseOfTheLanguage(t *testing.T) {
	ix := openDocuments(t, []Document{
		{ID: "en/a", Lang: "en", Title: "One", Facets: map[string][]string{"author": {"ann"}}},
		{ID: "ru/b", Lang: "ru", Title: "Два", Facets: map[string][]string{"author": {"ANN"}}},
		{ID: "zh/c", Lang: "zh", Title: "三", Facets: map[string][]string{"author": {"Bob"}}},
	}, nil)
	for lang, want := range map[string]string{"": "en/a ru/b", "en": "en/a", "ru": "ru/b", "zh": ""} {
		if got := ids(mustSearch(t, ix, Request{Query: "author:Ann", Lang: lang})); got != want {
			t.Errorf("in %q: %q (want %q)", lang, got, want)
		}
	}
}

func TestWordsOfALanguageByAnyKey(t *testing.T) {
	for lang, want := range map[string]string{
		"ru": "21 результат", "RU": "21 результат", "zh_Hant": "21条结果", "zh-CN": "21条结果", "kk": "21 results", "..": "21 results",
	} {
		words, err := WordsIn(lang)
		if got := words.Found(21); err != nil || got != want || words.Previous == "" || words.Next == "" {
			t.Errorf("%s: %q, %v, pages %q and %q (want %q)", lang, got, err, words.Previous, words.Next, want)
		}
	}
}
