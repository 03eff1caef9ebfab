package search

import (
	"testing"
	"unicode/utf8"
)

// markDocuments have words whose marks many keyboards do not have, beside others that are one edit
// away from what is typed for them.
var markDocuments = []Document{
	{ID: "en/1", Lang: "en", Title: "Café", Body: "Chișinău Łódź île"},
	{ID: "en/2", Lang: "en", Title: "Cage", Body: "cage care lode ale cage cage"},
	{ID: "en/3", Lang: "en", Title: "Cave", Body: "cage"},
	{ID: "kk/1", Lang: "kk", Title: "Қазақстан", Body: "үкімет қаулысы"},
	{ID: "kk/2", Lang: "kk", Title: "Qazaqstan", Body: "қаул"},
	{ID: "uz/1", Lang: "uz", Title: "Ўзбекистон", Body: "ҳукумат"},
	{ID: "ja/1", Lang: "ja", Title: "東京", Body: "ـ々 人々"}, // of a sign that makes no difference and a character
	{ID: "tg/1", Lang: "tg", Title: "Тоҷикистон", Body: "ҷумҳурӣ"},
}

var markQueries = []struct{ lang, query, want string }{
	{"en", "cafe", "en/1"}, {"en", "Chisinau", "en/1"}, {"en", "Lodz", "en/1"}, {"en", "ile", "en/1"}, {"en", "Chisnau", "en/1"},
	{"kk", "Казакстан", "kk/1"}, {"kk", "укимет", "kk/1"}, {"kk", "Kazakstan", "kk/2"}, {"uz", "Узбекистон", "uz/1"}, {"uz", "хукумат", "uz/1"},
	{"ja", "々", "ja/1"}, {"tg", "Точикистон", "tg/1"}, {"tg", "чумхури", "tg/1"},
}

func TestMarksOfLetters(t *testing.T) {
	ix := openDocuments(t, markDocuments, nil)
	for _, q := range markQueries {
		res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang})
		if ids(res) != q.want {
			t.Errorf("%s: %q finds %q (want %q)", q.lang, q.query, ids(res), q.want)
		}
		for _, h := range res.Hits {
			for _, m := range h.Marks {
				if marked := h.Excerpt[m[0]:m[1]]; !utf8.ValidString(marked) {
					t.Errorf("%s: %q marks %q", q.lang, q.query, marked)
				}
			}
		}
	}
}

func TestClientMarksOfLetters(t *testing.T) {
	var cases []inquiryCase
	for _, q := range markQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query})
	}
	compareSides(t, markDocuments, cases)
}
