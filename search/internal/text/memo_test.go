package text

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// remembering returns a lexicon that remembers what data has.
func remembering(t testing.TB, lang string, data []byte) *Lexicon {
	t.Helper()
	x, err := LanguageOf(lang).NewLexicon()
	if err != nil {
		t.Fatal(err)
	}
	x.Remember(NewMemo(data), true)
	return x
}

// readAll has a lexicon read texts, and returns what it makes of them, and how many it recalled.
func readAll(x *Lexicon, texts []string) (made []string, recalled int) {
	for _, s := range texts {
		prepared := x.Language.Prepare(s)
		key := sha256.Sum256([]byte(prepared))
		var t, none Text
		if more, ok := x.Recall(key, &t, &none); ok && string(more) == s {
			recalled++
		} else {
			x.Read(prepared, &t)
			t.Compounds = Compounds(prepared)
		}
		x.Note(key, []byte(s), &t, &none)
		out := fmt.Sprintf("%q:", s)
		for _, token := range t.Tokens {
			out += fmt.Sprintf(" %s %d %d-%d", x.Terms[token.Term], token.Position, token.Start, token.End)
		}
		for _, u := range t.Units {
			out += fmt.Sprintf(" %v %d", x.Words[u>>1], u&1)
		}
		for _, n := range x.ReadCompounds(t.Compounds) {
			out += " " + x.Terms[n]
		}
		made = append(made, out)
	}
	return made, recalled
}

// joinsOf returns the joins of a lexicon in words.
func joinsOf(x *Lexicon) map[string]string {
	out := map[string]string{}
	for pair, term := range x.Joins() {
		out[x.Words[pair.First].Text+" "+pair.Second] = x.Terms[term]
	}
	return out
}

var memoTexts = append(slices.Clone(lexiconSeeds),
	"E-government in the e-Government plan of govTech: GovTech, gov-tech and govtech", "data base, database, data-bases and the data's base",
	"веб-сайт и вебсайты, веб сайт; что-нибудь, чтонибудь, кое-что, кое чего, коечто", "a state-of-the-art U.S.A. COVID-19 1,000,000",
	"They re-present the data", "A re-presentation of data", "веб-сайта нет", "наш веб-сайт",
	"会议通过了《决定》，电子政务与电子商务。", "Электронное правительство: электронного правительства, ЭЛЕКТРОННОМУ",
)

// What a lexicon recalls is what it would read, in the same words; and the joins are the same.
func TestALexiconRecallsWhatItWouldRead(t *testing.T) {
	for _, lang := range lexiconLanguages {
		first := remembering(t, lang, nil)
		if _, n := readAll(first, memoTexts); n != 0 {
			t.Fatalf("%q: a memo of nothing recalls %d texts", lang, n)
		}
		first.Joins()
		data := slices.Concat(first.Memo()...)

		later := slices.Concat([]string{"A new text on data-bases, веб-сайта и базы данных 中国人"}, memoTexts[5:])
		slices.Reverse(later)
		x, fresh := remembering(t, lang, data), remembering(t, lang, nil)
		got, recalled := readAll(x, later)
		want, _ := readAll(fresh, later)
		if recalled < len(later)/2 {
			t.Errorf("%q: %d of %d texts are recalled", lang, recalled, len(later))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q:\n%s\nwant\n%s", lang, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		if got, want := joinsOf(x), joinsOf(fresh); !maps.Equal(got, want) {
			t.Errorf("%q: joins %v, want %v", lang, got, want)
		}
		texts := func(x *Lexicon) (out []string) {
			for _, w := range x.Words {
				out = append(out, fmt.Sprint(w))
			}
			return slices.Sorted(slices.Values(slices.Concat(out, x.Terms)))
		}
		if got, want := texts(x), texts(fresh); !slices.Equal(got, want) {
			t.Errorf("%q: words and terms %q, want %q", lang, got, want)
		}
	}
}

// What a word is as one does not depend on the order of texts.
func TestJoinsDoNotDependOnTheOrder(t *testing.T) {
	for _, lang := range lexiconLanguages {
		forward, backward := remembering(t, lang, nil), remembering(t, lang, nil)
		texts := slices.Clone(memoTexts)
		readAll(forward, texts)
		slices.Reverse(texts)
		readAll(backward, texts)
		if got, want := joinsOf(backward), joinsOf(forward); !maps.Equal(got, want) || len(got) < 3 {
			t.Errorf("%q: joins %v, want %v", lang, got, want)
		}
	}
}

// A memo that is damaged recalls nothing, or what it can; nothing panics.
func TestADamagedMemo(t *testing.T) {
	x := remembering(t, "en", nil)
	readAll(x, memoTexts)
	data := slices.Concat(x.Memo()...)
	for i := range data {
		readAll(remembering(t, "en", data[:i]), memoTexts[12:14])
		damaged := slices.Clone(data)
		damaged[i] ^= 0xff
		readAll(remembering(t, "en", damaged), memoTexts[12:14])
	}
}
