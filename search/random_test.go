package search

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/kengash/kengash/search/internal/native"
)

// randomSeeds are those of the random documents and queries of the tests below, which name the one
// that fails.
var randomSeeds = []uint64{1, 2, 3}

// randomWords are words of several scripts, by language: with marks, in wide and composed forms,
// with signs inside, and some that are the beginnings or parts of others.
var randomWords = map[string]string{
	"en":      "spectrum spectra policy policies regulate regulation regulator data base database data-base net work network radio-frequency 5G WP.29 covid-19 don’t parseHttpRequest HTTP naïve café ﬁne the of and it 1,000 1000 O'Brien e-mail email ｗｉｄｅ 𝒮cript",
	"ru":      "спектр спектра спектром связь связи политика политики ёлка елка Ёж регулирование регуляция радио радио-частота радиочастота план-график и в не ИКТ 2021 1 000 ё́жик электронный электронное",
	"zh":      "人工智能 人工 智能 电子政务 電子政務 政务 频谱 頻譜 规划 的 和 ５Ｇ AI 数据库 數據庫 乾 二〇二一 第3章",
	"zh-Hant": "人工智慧 人工 智慧 電子政務 政務 頻譜 規劃 的 和 AI 資料庫",
	"fr":      "l'eau d’État réseau réseaux politique élève eleve qu'il spectre aujourd'hui 1 234 œuvre",
	"ar":      "الطيف طيف السياسة سياسات مدرسة مدرسه إنترنت انترنت كِتاب كتاب ١٢٣ ی ي لـلـه",
	"ja":      "データ ベース データベース ｶﾀｶﾅ カタカナ ひらがな 人工知能 々 東京都 が ﾞ",
	"ko":      "데이터 데이터베이스 정책 정책을 주파수 AI",
	"kk":      "құжат құжаттар байланыс Ғылым ғылым Іс іс әлем",
	"th":      "ข้อมูล นโยบาย คลื่นความถี่",
	"hi":      "डेटा नीति डेटाबेस १२३ क़",
}

// randomSigns stand between words.
var randomSigns = []string{" ", " ", " ", " ", " ", ". ", ", ", " — ", "\n", " (", ") ", "/", "-", "_", ":", "…", "\u00a0", "\u200b", "。", "、", " 😀 ", "’", "\""}

type randomText struct {
	*rand.Rand
	words []string
}

func newRandomText(r *rand.Rand, lang string) *randomText {
	return &randomText{r, strings.Split(randomWords[lang], " ")}
}

func (x *randomText) of(list []string) string { return list[x.IntN(len(list))] }

// word is a word of the language, seldom of another, at times in other letters, cut, or with a sign
// in it.
func (x *randomText) word() string {
	w := x.of(x.words)
	switch x.IntN(24) {
	case 0:
		w = strings.ToUpper(w)
	case 1:
		first, size := utf8.DecodeRuneInString(w)
		w = strings.ToUpper(string(first)) + w[size:]
	case 2:
		runes := []rune(w)
		w = string(runes[:1+x.IntN(len(runes))])
	case 3:
		runes := []rune(w)
		w = string(slices.Insert(runes, x.IntN(len(runes)+1), []rune("\u0301\u00ad\u200d'.-’ـ")[x.IntN(8)]))
	case 4:
		w += x.of(x.words)
	case 5:
		w = newRandomText(x.Rand, x.of(sortedKeys(randomWords))).word()
	}
	return w
}

func (x *randomText) text(most int) string {
	var b strings.Builder
	for range 1 + x.IntN(most) {
		b.WriteString(x.word())
		b.WriteString(x.of(randomSigns))
	}
	return b.String()
}

// junk is a query of words and of signs that may mean something in one.
func (x *randomText) junk() string {
	signs := []string{`"`, `"`, "-", "*", " ", " ", " OR ", " | ", "|", ":", "kind:", "-kind:", "lang:", ",", "«", "»", "“", "„", "「", "(", ")", "--", "  ", "+", "\\", "?"}
	var b strings.Builder
	for range 1 + x.IntN(8) {
		b.WriteString(x.word() + x.of(signs))
		if x.IntN(2) == 0 {
			b.WriteString(x.of(signs))
		}
	}
	return b.String()
}

// randomDocuments makes up to n documents in each language.
func randomDocuments(r *rand.Rand, langs []string, n int) (docs []Document) {
	for _, lang := range langs {
		x := newRandomText(r, lang)
		for i := range 1 + r.IntN(n) {
			d := Document{
				ID: fmt.Sprintf("%s/%d", lang, i), Lang: lang, URL: fmt.Sprintf("%s/%d.html", lang, i), Title: x.words[0] + " " + x.text(5),
				Facets: map[string][]string{"kind": {x.of([]string{"note", "clause", "Тема"})}},
			}
			if r.IntN(4) > 0 {
				d.Date = fmt.Sprintf("20%02d-%02d", r.IntN(30), 1+r.IntN(12))
			}
			if r.IntN(3) == 0 {
				d.Aliases = []string{x.word(), x.text(3)}
			}
			d.Body = x.text(1 + r.IntN(60))
			d.addOwn()
			docs = append(docs, d)
		}
	}
	return docs
}

// TestClientAgreesOnRandomDocuments: of any words, in any language, both sides find the same in the
// same order.
func TestClientAgreesOnRandomDocuments(t *testing.T) {
	for _, seed := range randomSeeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 1))
			langs := sortedKeys(randomWords)
			docs := randomDocuments(r, langs, 40)
			var cases []inquiryCase
			for _, lang := range langs {
				x := newRandomText(r, lang)
				for range 10 {
					cases = append(cases, inquiryCase{Query: x.junk(), Lang: lang, Typing: r.IntN(3) == 0})
				}
				cases = append(cases, inquiryCase{Query: x.junk()})
			}
			ix := openDocuments(t, docs, nil)
			cases = append(cases, generateCases(t, ix, r, 1)...)
			compareSides(t, docs, cases)
		})
	}
}

// TestBleveAgreesOnRandomDocuments: what is found is what Bleve finds by queries of its own in the
// index of a language, which is an index of Bleve like any other.
func TestBleveAgreesOnRandomDocuments(t *testing.T) {
	plain := map[string][]string{ // no word is a part or another form of others
		"en": strings.Fields("radio policy frequency broadband satellite harbour mountain library"),
		"fr": strings.Fields("radio politique fréquence satellite montagne bibliothèque"),
		"kk": strings.Fields("байланыс құжат ғылым әлем тау кітап"),
		"ar": strings.Fields("سياسة كتاب جبل مدينة بحر"),
	}
	for _, seed := range randomSeeds {
		r := rand.New(rand.NewPCG(seed, 2))
		var docs []Document
		for _, lang := range sortedKeys(plain) {
			x := &randomText{r, plain[lang]}
			words := func(n int) string {
				var out []string
				for range n {
					out = append(out, x.of(x.words), "–")
				}
				return strings.Join(out, " ")
			}
			for i := range 60 {
				docs = append(docs, Document{
					ID: fmt.Sprintf("%s/%d", lang, i), Lang: lang, Title: fmt.Sprint(words(r.IntN(2)), " ", 1000+i), Body: words(1 + r.IntN(4)),
					Facets: map[string][]string{"kind": {x.of([]string{"note", "clause"})}},
				})
			}
		}
		dir, found := t.TempDir(), 0
		sum, err := Build(t.Context(), dir, docs, Options{})
		if err != nil {
			t.Fatal(err)
		}
		ix, err := Open(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, lang := range sortedKeys(plain) {
			own, err := bleve.OpenUsing(filepath.Join(dir, sum.Languages[lang].Part, lang, "bleve"), map[string]any{"read_only": true})
			if err != nil {
				t.Fatal(err)
			}
			for range 60 {
				asked, want := randomBoolean(&randomText{r, plain[lang]})
				request := bleve.NewSearchRequestOptions(want, len(docs), 0, false)
				result, err := own.Search(request)
				if err != nil {
					t.Fatal(err)
				}
				var ids []string
				for _, hit := range result.Hits {
					ids = append(ids, hit.ID)
				}
				var got []string
				answer := mustSearch(t, ix, Request{Query: asked, Lang: lang, Exact: true, Limit: len(docs)})
				for _, hit := range answer.Hits {
					if hit.Tier == 0 { // has all words
						got = append(got, hit.ID)
					}
				}
				found += len(ids)
				slices.Sort(ids)
				if slices.Sort(got); !slices.Equal(got, ids) {
					t.Errorf("seed %d, language %s, query %s: %v\nwant %v", seed, lang, asked, got, ids)
				}
			}
			if err := own.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if err := ix.Close(); err != nil || found == 0 {
			t.Fatal(err, found)
		}
	}
}

// randomBoolean is a query as readers write it, and as Bleve takes it.
func randomBoolean(x *randomText) (string, query.Query) {
	anywhere := func(word string) query.Query {
		title, body := bleve.NewMatchQuery(word), bleve.NewMatchQuery(word)
		title.SetField(native.Title)
		body.SetField(native.Body)
		return bleve.NewDisjunctionQuery(title, body)
	}
	first, second := x.of(x.words), x.of(x.words)
	asked, all, not := first, []query.Query{anywhere(first)}, []query.Query{}
	switch x.IntN(4) {
	case 0:
		asked, all = first+" "+second, append(all, anywhere(second))
	case 1:
		asked, all[0] = first+" OR "+second, bleve.NewDisjunctionQuery(anywhere(first), anywhere(second))
	case 2:
		if first != second {
			asked, not = first+" -"+second, append(not, anywhere(second))
		}
	}
	if x.IntN(3) == 0 {
		kind := bleve.NewTermQuery("note")
		kind.SetField(native.Facet("kind"))
		asked, all = asked+" kind:note", append(all, kind)
	}
	return asked, query.NewBooleanQuery(all, nil, not)
}
