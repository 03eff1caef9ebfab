package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// checkLexicon compares what a lexicon makes of a text with what the analyser and Fold make of it.
func checkLexicon(t *testing.T, x *Lexicon, written string) {
	t.Helper()
	if got, want := Normalize(written), normalizeAny(written); got != want {
		t.Errorf("%q: normalized %q (want %q)", written, got, want)
	}
	prepared := x.Language.Prepare(written)
	var read Text
	x.Read(prepared, &read)
	var got, want []string
	for _, token := range read.Tokens {
		got = append(got, fmt.Sprintf("%s %d %d-%d", x.Terms[token.Term], token.Position, token.Start, token.End))
	}
	for _, token := range x.analyzer.Analyze([]byte(prepared)) {
		want = append(want, fmt.Sprintf("%s %d %d-%d", token.Term, token.Position, token.Start, token.End))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: tokens %q (want %q)", prepared, got, want)
	}
	got, want = nil, nil
	for _, n := range read.Units {
		u := x.Words[n>>1]
		got = append(got, fmt.Sprintf("%s %t %t", u.Text, u.Han, n&1 == 1))
	}
	for _, u := range Units(FoldPrepared(prepared)) {
		want = append(want, fmt.Sprintf("%s %t %t", u.Text, u.Han, u.Last))
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q: units %q (want %q)", prepared, got, want)
	}
}

var lexiconLanguages = []string{"", "en", "ru", "zh"}

func newLexicons(t testing.TB) (out []*Lexicon) {
	for _, lang := range lexiconLanguages {
		x, err := LanguageOf(lang).NewLexicon()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, x)
	}
	return out
}

// TestClasses holds for characters between others that each is taken for what it is.
func TestClasses(t *testing.T) {
	lexicons := newLexicons(t)
	for r := rune(0); r < 0x20000; r++ {
		if r > 0x3200 && r < 0xfe00 || r > 0xffff {
			r += 50 // of many that are alike, some
		}
		for i, frame := range []string{"ab%cc a %c1 д%c г%c 1%c2 %c", "", "", "ab%cc 中%c国 1%c2 %c中"} {
			checkLexicon(t, lexicons[i], strings.ReplaceAll(frame, "%c", string(r)))
		}
		if t.Failed() {
			t.Fatalf("U+%04X", r)
		}
	}
}

var lexiconSeeds = []string{
	"", " ", "The Ministry's plan, of 2021: x.y a_b ..a e-mail’s don't", "Министерство (ещё) г.Бишкек «Ёлка»—ель", "中", "中国", "中国，中 国。a中文b 12中",
	"x:中:国 a.中", "１２ ＡＢ：Ｃ", "コンピュータ 電腦", "a\u0301b и\u0306", "word\u200dword 中\u200d国 \u0301 x", "İSTANBUL ẞ Ⱥ ΟΔΟΣ", "א\"ב ه\u0640",
	"3.14,15;9 1'000", "二〇二一年々", "🎉🇰🇬 한국어 ไทย", "\xff a\u00a0\n\u3000 b\t", "中 \u3000国 国  a",
}

func FuzzLexicon(f *testing.F) {
	for _, s := range lexiconSeeds {
		f.Add(s)
	}
	lexicons := newLexicons(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, x := range lexicons {
			checkLexicon(t, x, s)
		}
	})
}
