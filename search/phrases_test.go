package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/index"
)

// TestPhrasesInManyDocuments: with more documents than are read the grams tell them apart, stop
// words and forms of words too.
func TestPhrasesInManyDocuments(t *testing.T) {
	texts := []string{"the date is not known", "the date was not known", "dates are known, not the date", "known is the date", "数字经济合作平台", "数字合作经济平台"}
	var docs []Document
	for i := range 20 * len(texts) {
		n := i % len(texts)
		lang := "en"
		if n > 3 {
			lang = "zh"
		}
		docs = append(docs, Document{ID: fmt.Sprintf("%s/%d-%03d", lang, n, i), Lang: lang, URL: "u", Title: "x", Body: texts[n]})
	}
	ix := openDocuments(t, docs, nil)
	for _, test := range []struct {
		lang, phrase string
		want         []int // texts that have it
	}{
		{"en", "date is not", []int{0}},
		{"en", "the date", []int{0, 1, 2, 3}},
		{"en", "not the date", []int{2}},
		{"en", "dates", []int{2}},
		{"en", "known", []int{0, 1, 2, 3}},
		{"en", "is not", []int{0}},
		{"en", "date the", nil},
		{"zh", "数字经济", []int{4}},
		{"zh", "字经济合作", []int{4}},
		{"zh", "合作", []int{4, 5}},
		{"zh", "作经济平", []int{5}},
	} {
		i := slices.IndexFunc(ix.parts, func(x *index.Index) bool { return x.Lang == test.lang })
		m, err := ix.parts[i].FindPhrase(context.Background(), test.phrase)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]int{}
		for _, id := range m.AsWritten {
			_, rest, _ := strings.Cut(id, "/")
			found[rest[:1]]++
		}
		want := map[string]int{}
		for _, n := range test.want {
			want[fmt.Sprint(n)] = 20
		}
		if fmt.Sprint(found) != fmt.Sprint(want) {
			t.Errorf("%q: %v (want %v)", test.phrase, found, want)
		}
	}
}

// phraseDocuments are more than are read for a phrase, so that the grams decide.
func phraseDocuments() []Document {
	var docs []Document
	for i := range 3 * constants.Grams.Read {
		en, ja := "the date is not known", "これは データベース です"
		if i%2 == 0 {
			en, ja = "is the date known, or not", "これは ベース データ です"
		}
		docs = append(docs,
			Document{ID: fmt.Sprintf("en/%03d", i), Lang: "en", URL: "u", Title: "x", Body: en, Date: fmt.Sprint(2000 + i)},
			Document{ID: fmt.Sprintf("ja/%03d", i), Lang: "ja", URL: "u", Title: "x", Body: ja})
	}
	return docs
}

// phraseQueries are phrases of stop words alone, and of words that are several terms.
var phraseQueries = []struct {
	lang, query string
	want        int
}{
	{"en", `"is not"`, 12}, {"en", `"is the"`, 12}, {"en", `"not is"`, 0}, {"en", `"the"`, 0}, {"en", `the "is not"`, 12},
	{"en", `"is not" -known`, 0}, {"en", `-"is not"`, 12}, {"en", `known "is not"`, 12},
	{"ja", `"データベース"`, 12}, {"ja", `-"データベース"`, 12},
}

func TestPhrasesOfOddWords(t *testing.T) {
	ix := openDocuments(t, phraseDocuments(), nil)
	for _, q := range phraseQueries {
		if res := mustSearch(t, ix, Request{Query: q.query, Lang: q.lang}); res.Total != q.want || res.Inflected {
			t.Errorf("%s: %d, inflected %v (want %d)", q.query, res.Total, res.Inflected, q.want)
		}
	}
}

func TestClientPhrasesOfOddWords(t *testing.T) {
	var cases []inquiryCase
	for _, q := range phraseQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: q.lang}, inquiryCase{Query: q.query})
	}
	compareSides(t, phraseDocuments(), cases)
}

// TestAWordIsNoPair: words and pairs of words whose hashes are the same have rows of their own.
func TestAWordIsNoPair(t *testing.T) {
	docs := []Document{{ID: "en/0", Lang: "en", Title: "tud bem"}} // FNV-1a gives it the hash of "paket"
	for i := range 36 {
		body := "pakets"
		if i%3 == 0 {
			body = "paket"
		}
		docs = append(docs, Document{ID: fmt.Sprintf("en/%s/%02d", body, i), Lang: "en", Body: body})
	}
	m, err := openDocuments(t, docs, nil).parts[0].FindPhrase(context.Background(), "paket")
	if err != nil || len(m.AsWritten) != 12 || !strings.HasPrefix(m.AsWritten[0], "en/paket/") {
		t.Errorf("%v, %v (want the 12 documents with the word)", m.AsWritten, err)
	}
}

// lostQueries have phrases that no document has, in quotes of all kinds, with what they find.
var lostQueries = []struct {
	query, want, correction string
	apart                   bool
}{
	{`“Widnows” Menu`, "en/menu", "Windows Menu", true},
	{`"Widnows Menu"`, "en/menu", "Windows Menu", true},
	{`«menu widnows»`, "en/menu", "menu Windows", true},
	{`„menu windows“ -"no such thing"`, "en/menu", "", true},
	{`「windows menu」`, "en/menu", "", false},
	{`"window menu"`, "en/menu", "", false},
	{`"printing ranges" 'menu windows' "menu windows"`, "en/menu", "", true},
	{`"printing ranges" file:"x"`, "en/print", "", true},
	{`"menu windows" -"windows menu"`, "", "", false},
	{`"qxzqxz zqxzqx"`, "", "", false},
	{`"the of"`, "", "", false},
}

var lostDocuments = []Document{
	{ID: "en/menu", Lang: "en", Title: "Windows menu", Body: "The menu of all windows."},
	{ID: "en/print", Lang: "en", Title: "Print", Body: "A range that is printed. File x."},
	{ID: "ru/menu", Lang: "ru", Title: "Меню окон", Body: "Окна"},
}

// TestLostPhrases: a phrase that nothing has falls back to its words, corrected, and says so.
func TestLostPhrases(t *testing.T) {
	ix := openDocuments(t, lostDocuments, nil)
	for _, q := range lostQueries {
		for _, lang := range []string{"en", ""} {
			res := mustSearch(t, ix, Request{Query: q.query, Lang: lang})
			first := ""
			if len(res.Hits) > 0 {
				first = res.Hits[0].ID
			}
			if first != q.want || res.Apart != q.apart || !strings.EqualFold(res.Correction, q.correction) {
				t.Errorf("%s: %q, apart %v, correction %q (want %+v)", q.query, first, res.Apart, res.Correction, q)
			}
		}
	}
}

func TestClientLostPhrases(t *testing.T) {
	var cases []inquiryCase
	for _, q := range lostQueries {
		cases = append(cases, inquiryCase{Query: q.query, Lang: "en"}, inquiryCase{Query: q.query}, inquiryCase{Query: q.query, Lang: "en", Typing: true})
	}
	cases = append(cases, inquiryCase{Query: "§"}, inquiryCase{Query: `"` + "…" + `"`}, inquiryCase{Query: ""})
	compareSides(t, lostDocuments, cases)
}
