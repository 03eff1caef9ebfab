package search

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
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
	for _, lang := range []string{"ru", "en", "zh", "uz", "tr", "ur", "fa"} {
		t.Run(lang, func(t *testing.T) {
			path := filepath.Join("testdata", "analysis", lang+".json")
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var samples []sample
			if err := json.Unmarshal(b, &samples); err != nil {
				t.Fatal(err)
			}
			l := languageOf(lang)
			m, err := newMapping(l)
			if err != nil {
				t.Fatal(err)
			}
			for i := range samples {
				s := &samples[i]
				var terms []string
				var spans [][2]int
				for _, token := range m.AnalyzerNamed(analyzerName).Analyze([]byte(l.prepare(s.Text))) {
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
				if err := writeJSON(path, samples); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestLanguageOf(t *testing.T) {
	for key, like := range map[string]string{"ru": "ru", "RU": "ru", "zh-Hans": "zh", "en_GB": "en", "kk": "", "": ""} {
		got, want := languageOf(key), languages[like]
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
		if got := normalize(test.in); got != test.normal {
			t.Errorf("normalize(%q) = %q (want %q)", test.in, got, test.normal)
		}
		if got := fold(test.in); got != test.folded {
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
		if got := containsPhrase(fold(test.text), fold(test.phrase)); got != test.want {
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

func TestExcerpt(t *testing.T) {
	filler := strings.Repeat("прочие слова вокруг ", 30)
	for _, test := range []struct{ name, lang, body, query, marked string }{
		{"short text", "ru", "Обмен опытом.", "опыт обмен", "Обмен|опытом"},
		{"no match", "ru", filler, "опыт", ""},
		{"empty", "ru", "", "опыт", ""},
		{"in the middle", "ru", filler + "обмен опытом " + filler, "опыт обмена", "обмен|опытом"},
		{"at the end", "ru", filler + "обмен опытом", "опыт обмена", "обмен|опытом"},
		{"where most words stand together", "ru", "обмен обмен обмен " + filler + "обмен опытом", "опыт обмена", "обмен|опытом"},
		{"prefix", "en", "Regulation and regular work", "regu*", "Regulation|regular"},
		{"ё", "ru", "Ещё объём вырос", "объем", "объём"},
		{"full width", "zh", "学习 ＷＥＢ 技术", "web", "ＷＥＢ"},
		{"pairs make one mark", "zh", strings.Repeat("其他文字。", 60) + "发展电子政务和数字经济" + strings.Repeat("其他文字。", 60), "电子政务", "电子政务"},
		{"one character", "zh", "发电站和电信", "电", "电|电"},
		{"one word longer than an excerpt", "ru", strings.Repeat("й", 500) + " обмен", "обмен", "обмен"},
		{"a match longer than an excerpt", "ru", strings.Repeat("й", 500), "й*" + strings.Repeat("й", 500), strings.Repeat("й", 500)},
	} {
		t.Run(test.name, func(t *testing.T) {
			l := languageOf(test.lang)
			m, err := newMapping(l)
			if err != nil {
				t.Fatal(err)
			}
			a := m.AnalyzerNamed(analyzerName)
			p := planner{language: l, analyzer: a, dict: everything{}, glossary: newGlossary(nil), hasExact: func(string, string) bool { return false }}
			got, marks, _ := excerpt(l.prepare(test.body), l.asShown(test.body), a, &p.plan(Parse(test.query)).marks)
			var marked []string
			for _, m := range marks {
				marked = append(marked, got[m[0]:m[1]])
			}
			if s := strings.Join(marked, "|"); s != test.marked {
				t.Errorf("marked %q (want %q) in %q", s, test.marked, got)
			}
			if n := utf8.RuneCountInString(got); n > excerptRunes+2 && test.name != "a match longer than an excerpt" {
				t.Errorf("%d characters: %q", n, got)
			}
			if !utf8.ValidString(got) {
				t.Errorf("cut within a character: %q", got)
			}
		})
	}
}

// everything is a dictionary that has all terms.
type everything struct{}

func (everything) has(string) bool       { return true }
func (everything) hasPrefix(string) bool { return true }
