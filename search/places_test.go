package search

import (
	"crypto/sha256"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/kengash/kengash/search/internal/text"
)

// placesOf prepares the whole text before each place, the plain and slow way.
func placesOf(d *Document, l text.Language) string {
	body := l.AsShown(d.Body)
	var lines []string
	for _, p := range d.Places {
		at := min(len(l.AsShown(d.Body[:p.At])), len(body))
		if strings.HasPrefix(body[at:], " ") {
			at++
		}
		lines = append(lines, fmt.Sprintf("%d %s", len([]rune(body[:at])), p.Anchor))
	}
	return strings.Join(lines, "\n")
}

func TestPlacesAreWhereTheTextPutsThem(t *testing.T) {
	for _, test := range []struct {
		lang  string
		lines []string
	}{
		{"en", []string{"One.", "Two  and\n three", "  ", "…", "four\u00ad\u200b", "İstanbul ẞ", "end"}},
		{"ru", []string{"Ещё", "объём и\u0306", "од", "конец"}},
		{"zh", []string{"卫星  通信", "已", "電腦 abc", "启用", " 海底", "𠀀𠀁"}},
		{"fa", []string{"می\u200cخواهم", "کتاب", "ى"}},
	} {
		var d Document
		var lines []Line
		for i, text := range test.lines {
			lines = append(lines, Line{fmt.Sprintf("p%d", i), text})
		}
		d.SetText(lines...)
		l := text.LanguageOf(test.lang)
		if got, want := d.places(l, l.AsShown(d.Body)), placesOf(&d, l); got != want {
			t.Errorf("%s: places\n%s\nwant\n%s", test.lang, got, want)
		}
	}

	// A place may begin anywhere, even where a sign goes on that began before.
	d := Document{Body: "и\u0306од и ещё", Places: []Place{{0, "a"}, {2, "b"}, {4, "c"}, {8, "d"}, {9, "e"}}}
	l := text.LanguageOf("ru")
	if got, want := d.places(l, l.AsShown(d.Body)), "0 a\n1 b\n1 c\n4 d\n4 e"; got != want {
		t.Errorf("places\n%s\nwant\n%s", got, want)
	}
}

func newLexicon(t testing.TB, lang string) *text.Lexicon {
	t.Helper()
	x, err := text.LanguageOf(lang).NewLexicon()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// longDocument has n paragraphs, each with an address.
func longDocument(n int) *Document {
	lines := make([]Line, n)
	for i := range lines {
		lines[i] = Line{fmt.Sprintf("a%d", i), fmt.Sprintf("Article %d. Filler number %d about ports, ships and tariffs.", i, i)}
	}
	d := &Document{ID: "en/code", Lang: "en", Title: "Code"}
	d.SetText(lines...)
	return d
}

// TestPlacesCostNoMoreThanTheText counts the bytes that are allocated for a document: they grow
// with its length, not with its length times its places.
func TestPlacesCostNoMoreThanTheText(t *testing.T) {
	x := newLexicon(t, "en")
	cost := func(n int) float64 {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		d := longDocument(n)
		d.record(x, nil, [sha256.Size]byte{}, &prepared{})
		runtime.ReadMemStats(&after)
		return float64(after.TotalAlloc - before.TotalAlloc)
	}
	cost(1) // what is made once
	few, many := cost(500), cost(8*500)
	if many > 8*1.5*few {
		t.Errorf("500 places take %.0f bytes, 8 times as many %.1f times as many", few, many/few)
	}
}

func BenchmarkPlaces(b *testing.B) {
	x, d := newLexicon(b, "en"), longDocument(4000)
	for b.Loop() {
		d.record(x, nil, [sha256.Size]byte{}, &prepared{})
	}
}
