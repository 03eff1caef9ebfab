package bundle

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/kengash/kengash/search/internal/constants"
)

// TestPigeonhole: the two prefixes find every word at a distance of one edit.
func TestPigeonhole(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	letters := []rune("абвгд")
	random := func() []rune {
		w := make([]rune, constants.Spelling.Min+r.IntN(6))
		for i := range w {
			w[i] = letters[r.IntN(len(letters))]
		}
		return w
	}
	counts := map[string]int{}
	for range 4000 {
		counts[string(random())] = 1 + r.IntN(9)
	}
	var words []spelling
	for word, documents := range counts {
		words = append(words, spelling{word, documents})
	}
	forward, reversed := listSpellings(words), listBackward(words)
	dir := t.TempDir()
	out, err := newPayloads(t.Context(), dir, "ru", nil)
	if err != nil {
		t.Fatal(err)
	}
	for k, shard := range append(forward.shards, reversed.shards...) {
		out.shard(wordFolder, k, shard)
	}
	if _, err := out.wait(); err != nil {
		t.Fatal(err)
	}
	s := Speller{dir, "", "ru", Words{Forward: forward.separators, Backward: reversed.separators}}
	if len(forward.shards) < 3 {
		t.Fatalf("%d shards", len(forward.shards))
	}
	for range 200 {
		word := random()
		got, err := s.Near(string(word))
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		for c := range counts {
			if editDistance(word, []rune(c)) == 1 {
				want = append(want, c)
			}
		}
		if !slices.IsSortedFunc(got, func(a, b string) int { return counts[b] - counts[a] }) {
			t.Errorf("%s: not the most frequent first: %v", string(word), got)
		}
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v\nwant %v", string(word), got, want)
		}
	}
}

func TestEditDistance(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"связь", "связь", 0}, {"связь", "свзь", 1}, {"свзь", "связь", 1}, {"связь", "свезь", 1}, {"связь", "сзявь", 2}, {"связь", "совязь", 1},
		{"связь", "свзяь", 1}, {"связь", "свя", 2}, {"abab", "baba", 2}, {"aab", "ab", 1}, {"", "a", 1}, {"abcd", "acbd", 1}, {"abcd", "badc", 2},
	} {
		if got := editDistance([]rune(test.a), []rune(test.b)); got != test.want {
			t.Errorf("%s, %s: %d (want %d)", test.a, test.b, got, test.want)
		}
	}
}
