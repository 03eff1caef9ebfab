package search

import (
	"strings"
	"testing"
)

// letterDocuments are texts in letters that readers type in more than one way.
var letterDocuments = []Document{
	{ID: "zh/s", Lang: "zh", Title: "发展电子政务", Body: "关于发展数字经济的决定。" + strings.Repeat("其他文字。", 60)},
	{ID: "zh/t", Lang: "zh", Title: "會議紀要", Body: strings.Repeat("其他文字。", 60) + "各方就關於網絡安全的合作達成一致。İstanbul 會議。" + strings.Repeat("其他文字。", 60)},
	{ID: "zh/title", Lang: "zh", URL: "zh/title.html", Title: "電子商務指南", Places: []Place{{4, "p"}}, Body: "x\n\n\n" + strings.Repeat("其他文字。", 60) + "商务"},
	{ID: "zh-TW/t", Lang: "zh-TW", Title: "會議紀要", Body: "關於網絡安全的合作。"},
	{ID: "tr/1", Lang: "tr", Title: "İstanbul zirvesi", Body: strings.Repeat("başka sözler ", 30) + "İlham Əliyev İstanbul şehrine geldi. " + strings.Repeat("başka sözler ", 30)},
	{ID: "ur/1", Lang: "ur", Title: "بجلی کی حکومت", Body: "ہر شخص کو آزادی اور ترقّی کا حق ہے۔ لڑکے۔"},
	{ID: "ur/2", Lang: "ur", Title: "لڑکی", Body: "دفعہ ۱۲"},
	{ID: "fa/1", Lang: "fa", Title: "مادهٔ ۱۲", Body: "می\u200cخواهم حقوقِ بشر را بدانم. خانۀ کتاب\u200cهای ما."},
}

// spellingDocuments are words that are written with different signs.
var spellingDocuments = []Document{
	{ID: "uz/1", Lang: "uz", Title: "Oʻzbekiston", Body: "O‘zbekiston gʻalaba"},
	{ID: "uz/2", Lang: "uz", Title: "Tog'", Body: "Qurʼon"},
	{ID: "en/1", Lang: "en", Title: "Xi’an", Body: "A ﬁnal oﬀer of 5 m² to the oﬃce, №7, for 215,000 people in WEEK\u2060LY \u2068intergovern\u200dmental\u2069 meetings."},
	{ID: "en/2", Lang: "en", Title: "Figures", Body: "It was 34\u00a0567 in 1998, then 1 234 567."},
	{ID: "be/1", Lang: "be", Title: "Сям’я", Body: "x"},
	{ID: "fr/1", Lang: "fr", Title: "L’Ouzbékistan", Body: "aujourd’hui"},
	{ID: "hi/1", Lang: "hi", Title: "वर्ष २०२१", Body: "क्\u200dषमा"},
	{ID: "fa/1", Lang: "fa", Title: "سال ۲۰۲۱", Body: "۲۱۵٬۰۰۰"},
	{ID: "tr/1", Lang: "tr", Title: "KIRGIZİSTAN IŞIK", Body: "toplantısı TOPLANTI"},
}

// spellingQueries are what is typed for them.
var spellingQueries = []struct{ lang, query, want, marked string }{
	{"uz", "O'zbekiston", "uz/1", "O‘zbekiston"}, {"uz", "Oʻzbekiston", "uz/1", ""}, {"uz", "O`zbekiston", "uz/1", ""},
	{"uz", `"o'zbekiston"`, "uz/1", ""}, {"uz", "g’alaba", "uz/1", "gʻalaba"}, {"uz", "toʻgʻ", "", ""}, {"uz", "togʻ", "uz/2", ""}, {"uz", "qur'on", "uz/2", "Qurʼon"},
	{"en", "xi'an", "en/1", ""}, {"en", "office", "en/1", "oﬃce"}, {"en", "final offer", "en/1", "ﬁnal|oﬀer"}, {"en", "m2", "en/1", "m²"}, {"en", "no7", "en/1", "№7"},
	{"en", "215000", "en/1", "215,000"}, {"en", "215 000", "en/1", "215,000"}, {"en", "intergovernmental", "en/1", "intergovern\u200dmental"},
	{"en", `"intergovernmental meetings"`, "en/1", ""}, {"en", "34567", "en/2", "34 567"}, {"en", "34,567", "en/2", ""}, {"en", "1234567", "en/2", "1 234 567"},
	{"be", "сям'я", "be/1", ""}, {"fr", "Ouzbékistan", "fr/1", ""}, {"fr", "aujourd'hui", "fr/1", ""}, {"fr", "l'Ouzbékistan", "fr/1", ""},
	{"hi", "2021", "hi/1", ""}, {"hi", "क्षमा", "hi/1", ""}, {"fa", "2021", "fa/1", ""}, {"fa", "215000", "fa/1", ""}, {"fa", "۲۰۲۱", "fa/1", ""},
	{"tr", "ışık", "tr/1", ""}, {"tr", "Kırgızistan", "tr/1", ""}, {"tr", "toplantısı", "tr/1", ""}, {"tr", "toplantı", "tr/1", "TOPLANTI"},
}

// letterQueries are what they type, and what it has to find.
var letterQueries = []struct{ lang, query, want, marked string }{
	{"zh", "關於發展數字經濟", "zh/s", "关于发展数字经济"},
	{"zh", "電子政務", "zh/s", ""},
	{"zh", "發展電子政務", "zh/s", "发展"},
	{"zh", "网络安全", "zh/t", "網絡安全"},
	{"zh", "網絡安全", "zh/t", "網絡安全"},
	{"zh", "会议纪要", "zh/t", "會議"},
	{"zh", `"關於網絡"`, "zh/t", "關於網絡"},
	{"zh-TW", "會議紀要", "zh-TW/t", ""},
	{"tr", "istanbul", "tr/1", "İstanbul"},
	{"tr", "İstanbul zirvesi", "tr/1", "İstanbul"},
	{"tr", "ilham", "tr/1", "İlham"},
	{"tr", "istanb*", "tr/1", "İstanbul"},
	{"ur", "بجلي كي حكومت", "ur/1", ""},
	{"ur", "ترقی", "ur/1", "ترقّی"},
	{"ur", "ازادي", "ur/1", "آزادی"},
	{"ur", "هر شخص", "ur/1", "ہر|شخص"},
	{"ur", "لڑکی", "ur/2", ""},
	{"fa", "می خواهم", "fa/1", "می|خواهم"},
	{"fa", "میخواهم حقوق بشر", "fa/1", "حقوقِ|بشر"},
	{"fa", "كتاب هاي", "fa/1", "کتاب|های"},
	{"fa", "ماده ۱۲", "fa/1", ""},
}

// TestLetters: what a reader types finds what is written in the other letters, on both sides, and
// is shown as it is written.
func TestLetters(t *testing.T) {
	checkLetters(t, letterDocuments, letterQueries)
	checkLetters(t, spellingDocuments, spellingQueries)
}

func checkLetters(t *testing.T, docs []Document, queries []struct{ lang, query, want, marked string }) {
	t.Helper()
	ix := openDocuments(t, docs, nil)
	for _, q := range queries {
		res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang, Exact: true})
		if q.want == "" {
			if len(res.Hits) > 0 {
				t.Errorf("%s: %q finds %s (want nothing)", q.lang, q.query, ids(res))
			}
			continue
		}
		if len(res.Hits) == 0 {
			t.Errorf("%s: %q finds nothing (want %s)", q.lang, q.query, q.want)
			continue
		}
		h := res.Hits[0]
		var marked []string
		for _, m := range h.Marks {
			marked = append(marked, h.Excerpt[m[0]:m[1]])
		}
		if got := strings.Join(marked, "|"); h.ID != q.want || q.marked != "" && !strings.Contains(got, q.marked) {
			t.Errorf("%s: %q finds %s, marked %q (want %s, %q)", q.lang, q.query, h.ID, got, q.want, q.marked)
		}
	}
}

// TestTitlesInTraditionalCharacters: what is typed in simplified ones is in such a title as
// written, and is marked there.
func TestTitlesInTraditionalCharacters(t *testing.T) {
	ix := openDocuments(t, letterDocuments, nil)
	res := mustSearch(t, ix, Request{Query: `"电子商务"`, Lang: "zh"})
	if ids(res) != "zh/title" || res.Inflected || len(res.Hits[0].TitleMarks) != 1 {
		t.Errorf("%+v", res)
	}
	if res = mustSearch(t, ix, Request{Query: "电子商务指南", Lang: "zh"}); len(res.Hits) == 0 || res.Hits[0].URL != "zh/title.html" {
		t.Errorf("a query that is the title does not lead to the beginning: %+v", res.Hits)
	}
}

func TestClientSpellings(t *testing.T) {
	var cases []inquiryCase
	for _, q := range spellingQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query, Lang: q.lang, Typing: true}, inquiryCase{Query: q.query})
	}
	compareSides(t, spellingDocuments, cases)
}

func TestClientLetters(t *testing.T) {
	var cases []inquiryCase
	// First of all such as need no table of characters by themselves.
	for _, query := range []string{"电子商务", `"电子商务"`, "电子商务指南"} {
		cases = append(cases, inquiryCase{Query: query, Lang: "zh"})
	}
	for _, q := range letterQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query, Lang: q.lang, Typing: true}, inquiryCase{Query: q.query})
	}
	compareSides(t, letterDocuments, cases)
}
