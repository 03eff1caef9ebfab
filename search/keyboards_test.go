package search

import "testing"

// keyboardDocuments have letters that not every keyboard has, and numbers in groups.
var keyboardDocuments = []Document{
	{ID: "kk/1", Lang: "kk", Title: "Қазақстан Республикасының үкіметі", Body: "Үкімет шешімі, ғылым, өңір."},
	{ID: "ky/1", Lang: "ky", Title: "Өкмөт", Body: "Кыргыз Республикасынын өкмөтү, үй."},
	{ID: "tg/1", Lang: "tg", Title: "Ҳукумати Ҷумҳурии Тоҷикистон", Body: "Тоҷикистон"},
	{ID: "uz/1", Lang: "uz", Title: "Oʻzbekiston Respublikasi", Body: "Toʻgʻri, gʻalaba, sanʼat."},
	{ID: "uz-Cyrl/1", Lang: "uz-Cyrl", Title: "Ўзбекистон Республикаси", Body: "Қонун, ғалаба"},
	{ID: "ru/1", Lang: "ru", Title: "Казахстан и Узбекистан", Body: "Электронное правительство Москвы. Population 215 000. В 3,5 раза."},
	{ID: "ru/2", Lang: "ru", Title: "Выделение", Body: "Выделение области"},
	{ID: "ru/3", Lang: "ru", Title: "Выдел", Body: "Лесной выдел"},
	{ID: "uk/1", Lang: "uk", Title: "Сім’я", Body: "Об’єднання"},
	{ID: "en/1", Lang: "en", Title: "Kazakhstan", Body: "The ministry's plan for O'Reilly and 2,15,000 people, 3.5 times."},
	{ID: "de/1", Lang: "de", Title: "Zahlen", Body: "Es sind 215.000 Leute und 1.234.567 Euro, 3,5 mal."},
}

// keyboardQueries are what is typed for them, and what it is taken for.
var keyboardQueries = []struct{ lang, query, want, correction string }{
	{"kk", "Казакстан", "kk/1", "қазақстан"}, {"kk", "укимет", "kk/1", "үкімет"}, {"kk", "гылым", "kk/1", "ғылым"}, {"kk", "онир", "kk/1", "өңір"},
	{"kk", "qazaqstan", "kk/1", "қазақстан"}, {"kk", "ukimet", "kk/1", "үкімет"}, {"kk", "үкімет", "kk/1", ""},
	{"ky", "окмот", "ky/1", "өкмөт"}, {"ky", "kyrgyz", "ky/1", "кыргыз"}, {"ky", "okmot", "ky/1", "өкмөт"},
	{"tg", "Точикистон", "tg/1", "тоҷикистон"}, {"tg", "хукумати", "tg/1", "ҳукумати"}, {"tg", "Tojikiston", "tg/1", "тоҷикистон"},
	{"uz", "ozbekiston", "uz/1", ""}, {"uz", "togri", "uz/1", ""}, {"uz", "galaba", "uz/1", ""}, {"uz", "sanat", "uz/1", ""}, {"uz", "o'zbekiston", "uz/1", ""},
	{"uz-Cyrl", "узбекистон", "uz-Cyrl/1", "ўзбекистон"}, {"uz-Cyrl", "конун", "uz-Cyrl/1", "қонун"},
	{"ru", "Kazakhstan", "ru/1", "казахстан"}, {"ru", "elektronnoe pravitelstvo", "ru/1", "электронное правительство"}, {"ru", "moskvy", "ru/1", "москвы"},
	{"ru", "выделееие области", "ru/2", "выделение области"}, // the stem of the stem is known, by chance
	{"uk", "сімя", "uk/1", ""}, {"uk", "обєднання", "uk/1", ""}, {"en", "oreilly", "en/1", ""}, {"en", "Kazakstan", "en/1", "kazakhstan"}, {"en", "ministryy", "en/1", "ministry"},
	{"de", "215000", "de/1", ""}, {"de", "215.000", "de/1", ""}, {"de", "215 000", "de/1", ""}, {"de", "1234567", "de/1", ""}, {"de", "1.234.567", "de/1", ""}, {"de", "3,5", "de/1", ""},
	{"ru", "215.000", "ru/1", ""}, {"ru", "215000", "ru/1", ""}, {"ru", "3,5", "ru/1", ""},
	{"en", "215000", "en/1", ""}, {"en", "215,000", "en/1", ""}, {"en", "2,15,000", "en/1", ""}, {"en", "3.5", "en/1", ""},
}

// TestKeyboards: what is typed without the letters of a language, or without the signs of its
// numbers, finds what is written with them.
func TestKeyboards(t *testing.T) {
	ix := openDocuments(t, keyboardDocuments, nil)
	for _, q := range keyboardQueries {
		res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang})
		if res.Total != 1 || res.Hits[0].ID != q.want || res.Correction != q.correction {
			t.Errorf("%s: %q finds %q, correction %q (want %s, %q)", q.lang, q.query, ids(res), res.Correction, q.want, q.correction)
		}
	}
}

func TestClientKeyboards(t *testing.T) {
	var cases []inquiryCase
	for _, q := range keyboardQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query, Lang: q.lang, Typing: true}, inquiryCase{Query: q.query})
	}
	compareSides(t, keyboardDocuments, cases)
}
