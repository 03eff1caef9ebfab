package query

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/kengash/kengash/search/internal/constants"
	"github.com/kengash/kengash/search/internal/text"
)

// siteFacets are those of a site.
var siteFacets = []string{"kind", "topic", "state", "year"}

func TestParse(t *testing.T) {
	word := func(s string) Term { return Term{Text: s} }
	for _, test := range []struct {
		query string
		want  Query
	}{
		{"", Query{}},
		{"  обмен   опытом ", Query{Terms: []Term{word("обмен"), word("опытом")}}},
		{"IT-индустрия e-government", Query{Terms: []Term{word("IT-индустрия"), word("e-government")}}},
		{"C++ — 5G", Query{Terms: []Term{word("C++"), word("5G")}}},
		{`"обмен  опытом"`, Query{Terms: []Term{{Text: "обмен опытом", Phrase: true}}}},
		{"“经验交流”政策", Query{Terms: []Term{{Text: "经验交流", Phrase: true}, word("政策")}}},
		{`план "`, Query{Terms: []Term{word("план")}}},
		{`"a b" "c d`, Query{Terms: []Term{{Text: "a b", Phrase: true}, word("c"), word("d")}}},
		{`план"обмена"`, Query{Terms: []Term{word("план"), {Text: "обмена", Phrase: true}}}},
		{`-шум -"за рамками" - x`, Query{Terms: []Term{{Text: "шум", Not: true}, {Text: "за рамками", Phrase: true, Not: true}, word("x")}}},
		{"--x", Query{Terms: []Term{{Text: "x", Not: true}}}},
		{"регул* -regu** *", Query{Terms: []Term{{Text: "регул", Prefix: true}, {Text: "regu", Prefix: true, Not: true}}}},
		{"«Цифровой план» (план)", Query{Terms: []Term{{Text: "Цифровой план", Phrase: true}, word("(план)")}}},
		{"「数字」‹план› -« a b », «c", Query{Terms: []Term{{Text: "数字", Phrase: true}, word("‹план›"), {Text: "a b", Phrase: true, Not: true}, word("«c")}}},
		{`Topic:ai,5g lang：zh`, Query{Filters: []Filter{{Facet: "topic", Values: []string{"ai", "5g"}}, {Facet: "lang", Values: []string{"zh"}}}}},
		{`state:"Узбекистан, Казахстан" -kind:note x`, Query{
			Terms:   []Term{word("x")},
			Filters: []Filter{{Facet: "state", Values: []string{"Узбекистан, Казахстан"}}, {Facet: "kind", Values: []string{"note"}, Not: true}},
		}},
		{"a OR b | c d", Query{Terms: []Term{word("a"), {Text: "b", Or: true}, {Text: "c", Or: true}, word("d")}}},
		{`OR a OR -b OR c`, Query{Terms: []Term{word("a"), {Text: "b", Not: true}, word("c")}}},
		{`a OR "b c" ORB or`, Query{Terms: []Term{word("a"), {Text: "b c", Phrase: true, Or: true}, word("ORB"), word("or")}}},
		{"a OR topic:ai b", Query{Terms: []Term{word("a"), word("b")}, Filters: []Filter{{Facet: "topic", Values: []string{"ai"}}}}},
		{"topic: ai", Query{Terms: []Term{word("topic:"), word("ai")}}},
		{"color:red 12:30", Query{Terms: []Term{word("color:red"), word("12:30")}}},
	} {
		if got := Parse(test.query, siteFacets); !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: %+v\nwant %+v", test.query, got, test.want)
		}
	}
}

// FuzzParse: any text parses, and the form that String gives parses to the same.
func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"обмен опытом по электронному правительству", "искусственный интеллект", "политики управления радиочастотным спектром",
		"radio spectrum policy", "电子政务", "无线电频谱管理政策", "人工智能 topic:ai",
		`"обмен опытом" -"цифровая экономика" state:uz kind:clause year:2021 lang:zh`,
		`топик “经验交流” 频谱* -регул* topic:ai,5g state:"Республика Узбекистан"`,
		`a OR b | "c d" OR -e`, `OR`, `|`, `a OR topic:x b`, `a | | b`,
		`""`, `"`, `-"`, "--", "topic:", "topic:,", `topic:""x`, "*", "-topic:*", "：：", "\xff\xfe", "й\u0306\u00ad\ufeff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q := Parse(s, siteFacets)
		q.Signs = false // what is left of signs is nothing
		again := q.String()
		if utf8.RuneCountInString(again) > constants.Query.Characters {
			t.Skip("the long form is cut")
		}
		if text.JoinNumbers(again) != again {
			t.Skip("a number in groups, which a sign held apart")
		}
		if got := Parse(again, siteFacets); !reflect.DeepEqual(got, q) {
			t.Errorf("%q is %+v\n%q is %+v", s, q, again, got)
		}
		for _, term := range q.Terms {
			if !strings.ContainsFunc(term.Text, text.IsWordRune) {
				t.Errorf("%q: a term without a letter: %+v", s, term)
			}
		}
	})
}
