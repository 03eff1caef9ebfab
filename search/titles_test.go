package search

import "testing"

// titleDocuments have titles with numbers at their heads.
var titleDocuments = []Document{
	{ID: "en/1", Lang: "en", Title: "7.22. Import filters", Body: "Filters for files."},
	{ID: "en/2", Lang: "en", Title: "Chapter 3. Import filters of the other kind", Body: "Import filters, import filters."},
	{ID: "en/3", Lang: "en", Title: "Appendix A: Keyboard", Body: "Import filters."},
	{ID: "en/4", Lang: "en", Title: "Open…", Body: "Keyboard keyboard keyboard"},
	{ID: "en/5", Lang: "en", Title: "3.1. Color to alpha", Body: "Color, alpha, color."},
	{ID: "en/6", Lang: "en", Title: "7.2. Color to alpha…", Body: "It asks."},
	{ID: "en/7", Lang: "en", Title: "Save", Body: "Save, save."},
	{ID: "en/8", Lang: "en", Title: "Save…", Body: "It asks, too."},
	{ID: "en/9", Lang: "en", Title: "2. About", Body: "What is it?"},
	{ID: "ru/1", Lang: "ru", Title: "Глава 3. Настройка печати", Body: "Печать."},
	{ID: "ru/2", Lang: "ru", Title: "Печать", Body: "Настройка печати, настройка печати."},
	{ID: "zh/1", Lang: "zh", Title: "第三章 打印设置", Body: "打印。"},
	{ID: "zh/2", Lang: "zh", Title: "其他", Body: "打印设置，打印设置，打印设置。"},
}

// titleQueries are titles with and without the numbers, and the document that comes first; "" if
// nothing is found.
var titleQueries = []struct{ lang, query, want string }{
	{"en", "Import filters", "en/1"}, {"en", "7.22. Import filters", "en/1"}, {"en", "4.1 Import filters", "en/1"}, {"en", "Import filtrs", "en/1"},
	{"en", "Keyboard", "en/3"}, {"en", "Open", "en/4"}, {"en", "3.1 Open…", "en/4"},
	{"en", "Color to alpha", "en/5"}, {"en", "Color to alpha…", "en/6"}, {"en", "7.2. Color to alpha...", "en/6"}, {"en", "Colour to alpha…", "en/6"},
	{"en", "save", "en/7"}, {"en", "save…", "en/8"}, {"en", "save...", "en/8"},
	{"en", "About", "en/9"}, {"en", "abuot", "en/9"}, {"en", "abuot keyboard", "en/3"}, {"en", "keyboard abuot", "en/3"},
	{"ru", "Настройка печати", "ru/1"}, {"ru", "Глава 3. Настройка печати", "ru/1"}, {"zh", "打印设置", "zh/1"}, {"zh", "第三章 打印设置", "zh/1"},
	{"en", "§", ""}, {"en", "✅", ""}, {"en", "?", ""}, {"en", "*", ""}, {"en", "-", ""}, {"en", "\"", ""}, {"en", "\u200e", ""},
}

func TestTitlesWithNumbers(t *testing.T) {
	ix := openDocuments(t, titleDocuments, nil)
	for _, q := range titleQueries {
		res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang})
		first := ""
		if len(res.Hits) > 0 {
			first = res.Hits[0].ID
		}
		if first != q.want || q.want == "" && res.Total != 0 {
			t.Errorf("%s: %q finds %q (want %q first)", q.lang, q.query, ids(res), q.want)
		}
	}
}

func TestClientTitlesWithNumbers(t *testing.T) {
	var cases []inquiryCase
	for _, q := range titleQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query, Typing: true})
	}
	compareSides(t, titleDocuments, cases)
}
