package text

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestAnalysis holds what terms each language makes of a text, and at which bytes. The files are a
// contract: whatever else reads the index has to make the same.
func TestAnalysis(t *testing.T) {
	type sample struct {
		Text  string   `json:"text"`
		Terms []string `json:"terms"`
		Spans [][2]int `json:"spans"` // of the prepared text
	}
	for _, lang := range []string{"ru", "en", "zh", "uz", "tr", "ur", "fa", "hi", "fr", "it", "ca"} {
		t.Run(lang, func(t *testing.T) {
			path := filepath.Join("..", "..", "testdata", "analysis", lang+".json")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var samples []sample
			if err := json.Unmarshal(b, &samples); err != nil {
				t.Fatal(err)
			}
			l := LanguageOf(lang)
			a, err := l.NewAnalyzer()
			if err != nil {
				t.Fatal(err)
			}
			for i := range samples {
				s := &samples[i]
				var terms []string
				var spans [][2]int
				for _, token := range a.Analyze([]byte(l.Prepare(s.Text))) {
					terms = append(terms, string(token.Term))
					spans = append(spans, [2]int{token.Start, token.End})
				}
				if *update {
					s.Terms, s.Spans = terms, spans
				} else if !slices.Equal(terms, s.Terms) || !slices.Equal(spans, s.Spans) {
					t.Errorf("%q: %q %v\nwant %q %v", s.Text, terms, spans, s.Terms, s.Spans)
				}
			}
			if *update {
				b, err := json.MarshalIndent(samples, "", "  ")
				if err == nil {
					err = os.WriteFile(path, append(b, '\n'), 0o644)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestLanguageOf(t *testing.T) {
	for key, like := range map[string]string{"ru": "ru", "RU": "ru", "zh-Hans": "zh", "en_GB": "en", "kk": "", "": ""} {
		got, want := LanguageOf(key), languages[like]
		if !slices.Equal(got.filters, want.filters) || got.joinHan != want.joinHan {
			t.Errorf("%q is not like %q", key, like)
		}
	}
}

func TestNormalizeAndFold(t *testing.T) {
	for _, test := range []struct{ in, normal, folded string }{
		{"", "", ""},
		{" Ещё\n\n один\u00a0раз ", "Ещё один раз", "еще один раз"},
		{"и\u0306од", "йод", "йод"},
		{"инфра\u00adструктура", "инфраструктура", "инфраструктура"},
		{"IT-индустрия (проект)", "IT-индустрия (проект)", "it индустрия проект"},
		{"电子 政务", "电子 政务", "电子政务"},
		{"电子，政务", "电子，政务", "电子 政务"},
		{"ＩＴ产业2021年", "ＩＴ产业2021年", "it 产业 2021 年"},
		{"a\xffb", "ab", "ab"},
		{"snake_case.go", "snake_case.go", "snake case go"},
		{"—", "—", ""},
	} {
		if got := Normalize(test.in); got != test.normal {
			t.Errorf("normalize(%q) = %q (want %q)", test.in, got, test.normal)
		}
		if got := Fold(test.in); got != test.folded {
			t.Errorf("fold(%q) = %q (want %q)", test.in, got, test.folded)
		}
	}
}

func TestContainsPhrase(t *testing.T) {
	for _, test := range []struct {
		text, phrase string
		want         bool
	}{
		{"Обмен опытом, и снова.", "обмен опытом", true},
		{"Обмен опытом", "мен опытом", false},
		{"взаимообмен опытом, обмен опытом", "обмен опытом", true},
		{"обмен опытом", "обмен опыт", false},
		{"发展电子政务和电信", "子政", true},
		{"发展IT产业", "it", true},
		{"发展ITS产业", "it", false},
		{"x", "", false},
	} {
		if got := ContainsPhrase(Fold(test.text), Fold(test.phrase)); got != test.want {
			t.Errorf("%q in %q: %v", test.phrase, test.text, got)
		}
	}
}

func TestRussianVariants(t *testing.T) {
	index := []string{"масс", "массив", "сноск", "владельц", "чтен", "ключ"}
	has := func(term string) bool { return slices.Contains(index, term) }
	for _, test := range []struct{ stem, surface, want string }{
		{"массив", "массивами", "масс"},
		{"масс", "массив", "массив"},
		{"сносок", "сносок", "сноск"},
		{"владелец", "владелец", "владельц"},
		{"чтен", "чтение", ""},
		{"ключ", "ключ", ""},
		{"ит", "ит", ""},
	} {
		if got := strings.Join(russianVariants(test.stem, test.surface, has), " "); got != test.want {
			t.Errorf("%s (%s): %q (want %q)", test.stem, test.surface, got, test.want)
		}
	}
}
