package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestCover(t *testing.T) {
	for _, test := range []struct{ phrase, want string }{
		{"", ""},
		{"план", "план@0"},
		{"план обмена", "план обмена@0"},
		{"the date is not", "the date@0, is not@2"},
		{"the date is", "the date@0, date is@1"},
		{"a b c d e f g h", "a b@0, c d@2, e f@4"}, // the first of a long one are enough
		{"经", ""},
		{"经验", ""}, // a term of the index
		{"经验交流", "经验交@0, 验交流@1"},
		{"落中点击鼠标", "落中点@0, 击鼠标@3"},
		{"使用 draw 帮助", "用 draw@1, draw 帮@2"},
		{"经 验", "经 验@0"},
	} {
		var got []string
		for _, g := range cover(unitsOf(test.phrase)) {
			got = append(got, fmt.Sprintf("%s@%d", g.text, g.at))
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%q: %s (want %s)", test.phrase, s, test.want)
		}
	}
}

// TestPhrasesInManyDocuments: with more documents than are read the grams tell them apart, stop words and
// forms of words too.
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
		i := slices.IndexFunc(ix.parts, func(p *part) bool { return p.lang == test.lang })
		m, err := ix.parts[i].findPhrase(context.Background(), test.phrase)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]int{}
		for _, id := range m.asWritten {
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
	for i := range 3 * maxRead {
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

// TestGramsInARow: two grams whose hashes lie in one row are taken for one another, and neither is lost.
func TestGramsInARow(t *testing.T) {
	rows := []gramRow{{7, []uint32{1*gramCycle + 5}}, {7, []uint32{1*gramCycle + 2, 3 * gramCycle}}, {2, []uint32{4 * gramCycle}}}
	if got, want := packGrams(rows, gramCycle), []byte{2, 2, 5, 1, 3, 4, 1, 0, 2, 0b10_000000, 0b0101_0000, 0b000000_00}; !slices.Equal(got, want) {
		t.Errorf("%v (want %v)", got, want)
	}
}

func TestPlacesArePackedAndRead(t *testing.T) {
	var places []byte
	for i := range 3 * gramCycle {
		places = append(places, byte(i*37%gramCycle))
	}
	for n := range places {
		packed := packPlaces(places[:n])
		for i := range n {
			if got := placeAt(packed, i); got != places[i] {
				t.Fatalf("place %d of %d: %d (want %d)", i, n, got, places[i])
			}
		}
	}
}
