package search

import "testing"

// titleDocuments have titles with numbers at their heads.
var titleDocuments = []Document{
	{ID: "en/1", Lang: "en", Title: "7.22. Import filters", Body: "Filters for files."},
	{ID: "en/2", Lang: "en", Title: "Chapter 3. Import filters of the other kind", Body: "Import filters, import filters."},
	{ID: "en/3", Lang: "en", Title: "Appendix A: Keyboard", Body: "Import filters."},
	{ID: "en/4", Lang: "en", Title: "Open…", Body: "Keyboard keyboard keyboard"},
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
