package query

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

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
			l := text.LanguageOf(test.lang)
			a, err := l.NewAnalyzer()
			if err != nil {
				t.Fatal(err)
			}
			p := Planner{Language: l, Analyzer: a, Dict: everything{}, Glossary: NewGlossary(nil)}
			got, marks, _ := Excerpt(l.Han(l.AsShown(test.body)), l.AsShown(test.body), -1, a, &p.Plan(Parse(test.query, nil)).Marks)
			var marked []string
			for _, m := range marks {
				marked = append(marked, got[m[0]:m[1]])
			}
			if s := strings.Join(marked, "|"); s != test.marked {
				t.Errorf("marked %q (want %q) in %q", s, test.marked, got)
			}
			if n := utf8.RuneCountInString(got); n > constants.Excerpt.Characters+2 && test.name != "a match longer than an excerpt" {
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

func (everything) Has(string) bool           { return true }
func (everything) HasPrefix(string) bool     { return true }
func (everything) HasIn(string, string) bool { return false }
