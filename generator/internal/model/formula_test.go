package model

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func acts(t *testing.T) *Collection {
	t.Helper()
	return withActs(&Vocabulary{Terms: []Term{
		{Key: "discussed", Formula: Words{"ru": {"обсудили"}, "en": {"discussed"}, "zh": {"各方讨论"}}},
		{Key: "adopted", Formula: Words{"ru": {"приняли", "принят"}, "en": {"adopted"}, "zh": {"通过了"}}},
		{Key: "taken-as-basis", Formula: Words{"ru": {"приняли за основу"}, "en": {"took as a basis", "as a basis"}}},
		{Key: "noted", Formula: Words{"ru": {"отмечена"}}},
	}})
}

// withActs makes a sealed collection with a vocabulary of acts.
func withActs(v *Vocabulary, entities ...Entity) *Collection {
	c := NewCollection(&Config{Languages: []Language{{Key: "en"}, {Key: "zh"}}})
	c.Vocabulary[VocabAct] = v
	for _, e := range entities {
		c.Add(e)
	}
	c.Seal()
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

func TestFormulasOfANodeAreThoseOfItsBlock(t *testing.T) {
	p := &Protocol{Base: base(Protocols, "p"), Document: Document{Nodes: []Node{
		{Key: "c1.p1", Acts: []Act{{Key: "adopted"}, {Key: "discussed"}}},
	}}}
	p.Prose["ru"] = Prose{Blocks: []Block{{ID: "c1.p1", Text: "Стороны приняли план."}, {ID: "c1.p2", Text: "Стороны приняли."}}}
	c := withActs(acts(t).Vocabulary[VocabAct], p)
	found, unsaid := c.FormulasAt(At(p, "c1.p1"), "ru")
	if want := []Formula{{0, 15, 29}}; !slices.Equal(found, want) || !slices.Equal(unsaid, []Unsaid{{1, -1}}) {
		t.Errorf("got %v, %v, want %v and the second act unsaid", found, unsaid, want)
	}
	for _, at := range []inLang{{At(p, "c1.p2"), "ru"}, {At(p, "c1.p1"), "en"}} {
		if found, unsaid := c.FormulasAt(at.Ref, at.Lang); found != nil || unsaid != nil {
			t.Errorf("%v: got %v, %v, want nothing", at, found, unsaid)
		}
	}
}

// TestFormulasAreThoseOfASearchWordByWord compares the automaton with a search for each formula at
// each place, on random texts.
func TestFormulasAreThoseOfASearchWordByWord(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	letters := []string{"a", "A", "b", "B", "д", "Д", "İ", "i", "I", "K", "k", "ǅ", "ǆ", "通", "了", " ", " ", ".", "\xe4", "1"}
	random := func(from []string, most int) string {
		var b strings.Builder
		for range 1 + rnd.IntN(most) {
			b.WriteString(from[rnd.IntN(len(from))])
		}
		return b.String()
	}
	found := 0
	for range 3_000 {
		v := &Vocabulary{}
		for i := range 1 + rnd.IntN(4) {
			term := Term{Key: fmt.Sprint(i), Formula: Words{}}
			for range rnd.IntN(4) {
				term.Formula["en"] = append(term.Formula["en"], random(letters, 4))
			}
			v.Terms = append(v.Terms, term)
		}
		text := random(letters, 40)
		var acts []Act
		for i := range 1 + rnd.IntN(4) {
			a := Act{Key: fmt.Sprint(i)}
			for range rnd.IntN(3) - 1 {
				runes := []rune(text)
				from := rnd.IntN(len(runes))
				words := string(runes[from : from+rnd.IntN(len(runes)-from)])
				a.Words = Words{"en": append(a.Words["en"], words)}
			}
			acts = append(acts, a)
		}
		c := withActs(v)
		got, gotUnsaid := c.Formulas(acts, text, "en")
		want, wantUnsaid := wordByWord(v, acts, text, "en")
		if !slices.Equal(got, want) || !slices.Equal(gotUnsaid, wantUnsaid) {
			t.Fatalf("of %q by %v for %v: got %v, %v, want %v, %v", text, v.Terms, acts, got, gotUnsaid, want, wantUnsaid)
		}
		found += len(got)
	}
	if found < 500 {
		t.Errorf("only %d formulas stand in the texts", found)
	}
}

func TestEveryCaseOfALetterIsFound(t *testing.T) {
	for r := rune(1); r <= unicode.MaxRune; r++ {
		lower := unicode.ToLower(r)
		if lower == r {
			continue
		}
		found := false
		newPhrases([]string{string(lower)}).find(string(r), func(_, _, _ int) { found = true })
		if !found {
			t.Errorf("%c is not found by %c", r, lower)
		}
	}
}

// wordByWord is Formulas by a search for each formula at each place.
func wordByWord(v *Vocabulary, acts []Act, text string, l Lang) (found []Formula, unsaid []Unsaid) {
	for i, a := range acts {
		for j, word := range a.Words[l] {
			from, to := place(text, word, func(f, t int) bool { return strings.HasPrefix(text[f:], word) && free(found, f, t) })
			if to == 0 {
				unsaid = append(unsaid, Unsaid{i, j})
				continue
			}
			found = append(found, Formula{i, from, to})
		}
	}
	var all, kept []Formula
	for rank, term := range v.Terms {
		for _, word := range term.Formula[l] {
			place(text, word, func(from, to int) bool {
				if free(found, from, to) {
					all = append(all, Formula{rank, from, to})
				}
				return false
			})
		}
	}
	slices.SortStableFunc(all, func(a, b Formula) int {
		return cmp.Or(cmp.Compare(b.To-b.From, a.To-a.From), cmp.Compare(a.From, b.From))
	})
	for _, f := range all {
		if free(kept, f.From, f.To) {
			kept = append(kept, f)
		}
	}
	slices.SortFunc(kept, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	for i, a := range acts {
		term, rank, _ := v.Term(a.Code())
		if len(a.Words[l]) > 0 || len(term.Formula[l]) == 0 {
			continue
		}
		if at := slices.IndexFunc(kept, func(f Formula) bool { return f.Act == rank }); at < 0 {
			unsaid = append(unsaid, Unsaid{i, -1})
		} else {
			found = append(found, Formula{i, kept[at].From, kept[at].To})
		}
	}
	slices.SortFunc(found, func(a, b Formula) int { return cmp.Compare(a.From, b.From) })
	return found, unsaid
}

// place is the first place of a word in a text that is good, whatever the case of its letters; to
// is 0 where there is none.
func place(text, word string, good func(from, to int) bool) (from, to int) {
	for i := range text {
		if n := foldedPrefix(text[i:], word); n > 0 && whole(text, i, i+n) && good(i, i+n) {
			return i, i + n
		}
	}
	return 0, 0
}

// foldedPrefix is the length of a text's head that is the word but for the case of letters; 0 where
// it begins otherwise.
func foldedPrefix(text, word string) int {
	n := 0
	for _, want := range word {
		got, size := utf8.DecodeRuneInString(text[n:])
		if size == 0 || unicode.ToLower(got) != unicode.ToLower(want) {
			return 0
		}
		n += size
	}
	return n
}

func free(taken []Formula, from, to int) bool {
	return !slices.ContainsFunc(taken, func(f Formula) bool { return from < f.To && f.From < to })
}
