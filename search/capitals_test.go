package search

import "testing"

// capitalDocuments are of languages whose keys have capitals.
var capitalDocuments = []Document{
	{ID: "zh-Hant/1", Lang: "zh-Hant", URL: "zh-Hant/a.html", Title: "電子政務", Body: "發展電子政務和頻譜規劃。", Facets: map[string][]string{"kind": {"clause"}}},
	{ID: "zh-Hant/2", Lang: "zh-Hant", URL: "zh-Hant/b.html", Title: "頻譜", Body: "人工智慧與政務。"},
	{ID: "pt-BR/1", Lang: "pt-BR", URL: "pt-BR/a.html", Title: "Governo eletrônico", Body: "Espectro e governo."},
	{ID: "pt-PT/1", Lang: "pt-PT", URL: "pt-PT/a.html", Title: "Governo eletrónico", Body: "Espetro."},
}

// TestClientReadsLanguagesWithCapitals: a language has one spelling in keys, addresses and filters,
// and a reader finds it by any.
func TestClientReadsLanguagesWithCapitals(t *testing.T) {
	var cases []inquiryCase
	for _, query := range []string{"電子政務", "政務", "頻譜", `"電子政務"`, "lang:zh-Hant 政務", "governo", "eletronico", "kind:clause", ""} {
		for _, lang := range []string{"zh-Hant", "pt-BR", ""} {
			cases = append(cases, inquiryCase{Query: query, Lang: lang})
		}
	}
	compareSides(t, capitalDocuments, cases)

	dir := t.TempDir()
	if _, err := Build(t.Context(), dir, capitalDocuments, Options{}); err != nil {
		t.Fatal(err)
	}
	p := openPage(t, dir)
	p.open(t, p.http+"index.html")
	for lang, want := range map[string]string{"zh-Hant": "zh-Hant/1", "zh-hant": "zh-Hant/1", "zh-TW": "zh-Hant/1", "zh": "zh-Hant/1"} {
		got := p.search(t, []inquiryCase{{Query: "電子政務", Lang: lang}})[0]
		if got.Error != "" || len(got.Hits) == 0 || got.Hits[0].ID != want || got.Hits[0].URL != "zh-Hant/a.html" {
			t.Errorf("%s: %+v (want %s)", lang, got, want)
		}
	}
}
