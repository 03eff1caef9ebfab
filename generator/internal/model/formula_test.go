package model

import (
	"fmt"
	"strings"
	"testing"
)

func acts(t *testing.T) *Collection {
	t.Helper()
	c := collection()
	c.Vocabulary[VocabAct] = &Vocabulary{Terms: []Term{
		{Key: "discussed", Formula: Words{"ru": {"обсудили"}, "en": {"discussed"}, "zh": {"各方讨论"}}},
		{Key: "adopted", Formula: Words{"ru": {"приняли", "принят"}, "en": {"adopted"}, "zh": {"通过了"}}},
		{Key: "taken-as-basis", Formula: Words{"ru": {"приняли за основу"}, "en": {"took as a basis", "as a basis"}}},
		{Key: "noted", Formula: Words{"ru": {"отмечена"}}},
	}}
	return c
}

func TestFormulasAreTheWordsOfTheActsWhereTheyStand(t *testing.T) {
	words := func(key string, l Lang, words ...string) Act { return Act{Key: key, Words: Words{l: words}} }
	for _, tc := range []struct {
		name string
		l    Lang
		text string
		acts []Act
		want string // act=words, …; !act where they are missing, !act/word where the act's own are
	}{
		{"as in the vocabulary", "ru", "Стороны обсудили проект.", []Act{{Key: "discussed"}}, "0=обсудили"},
		{"with a capital letter", "ru", "Отмечена необходимость.", []Act{{Key: "noted"}}, "0=Отмечена"},
		{"in the order of the text", "ru", "Стороны обсудили и приняли проект.", []Act{{Key: "adopted"}, {Key: "discussed"}}, "1=обсудили 0=приняли"},
		{"the longer one", "ru", "Стороны приняли за основу проект.", []Act{{Key: "taken-as-basis"}}, "0=приняли за основу"},
		{"the longer one is none of the shorter", "ru", "Стороны приняли за основу проект.", []Act{{Key: "adopted"}}, "!0"},
		{"beside the longer one", "ru", "Стороны приняли за основу проект и приняли Регламент.", []Act{{Key: "adopted"}}, "0=приняли"},
		{"not within a word", "ru", "Для последующего принятия; неприняли.", []Act{{Key: "adopted"}}, "!0"},
		{"only the first place", "en", "They discussed it, then discussed it again.", []Act{{Key: "discussed"}}, "0=discussed"},
		{"in a script without spaces", "zh", "各方讨论并通过了计划。", []Act{{Key: "discussed"}, {Key: "adopted"}}, "0=各方讨论 1=通过了"},
		{"those that the act names", "zh", "各方讨论并通过了计划。", []Act{words("discussed", "zh", "讨论"), {Key: "adopted"}}, "0=讨论 1=通过了"},
		{"in several places", "ru", "Стороны приняли проект за основу.", []Act{words("taken-as-basis", "ru", "приняли", "за основу")}, "0=приняли 0=за основу"},
		{"letter for letter", "ru", "Стороны обсудили проект.", []Act{words("discussed", "ru", "Обсудили")}, "!0/0"},
		{"one of them missing", "ru", "Стороны приняли проект.", []Act{words("taken-as-basis", "ru", "приняли", "за основу")}, "0=приняли !0/1"},
		{"words of one act are none of another", "ru", "Стороны приняли проект.", []Act{words("taken-as-basis", "ru", "приняли"), {Key: "adopted"}}, "0=приняли !1"},
		{"a language without formulas", "ur", "منظور کیا", []Act{{Key: "adopted"}}, ""},
		{"an act without formulas", "zh", "各方注意到。", []Act{{Key: "noted"}}, ""},
		{"an unknown act", "ru", "Стороны приняли.", []Act{{Key: "unheard-of"}}, ""},
		{"no text", "ru", "", []Act{{Key: "adopted"}}, "!0"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			found, unsaid := acts(t).Formulas(tc.acts, tc.text, tc.l)
			var got []string
			for _, f := range found {
				got = append(got, fmt.Sprintf("%d=%s", f.Act, tc.text[f.From:f.To]))
			}
			for _, u := range unsaid {
				s := fmt.Sprintf("!%d", u.Act)
				if u.Word >= 0 {
					s += fmt.Sprintf("/%d", u.Word)
				}
				got = append(got, s)
			}
			if got := strings.Join(got, " "); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
