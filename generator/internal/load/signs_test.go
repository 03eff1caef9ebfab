package load

import (
	"bytes"
	"math/rand/v2"
	"regexp"
	"testing"

	"github.com/kengash/kengash/generator/internal/typography"
)

// TestMaskedIsWhatAPatternFinds compares the masks with those of a pattern, which takes ten times
// as long.
func TestMaskedIsWhatAPatternFinds(t *testing.T) {
	pattern := regexp.MustCompile("(?s:```.*?(?:```|\\z))|`[^`\n]*`|\\]\\([^)\n]*\\)|\\{[#.][^}\n]*\\}|<[^>\n ]*>|\\[@[^\\]\n]*\\]|(?m:^\\|[ :|-]+\\|$)")
	r := rand.New(rand.NewPCG(1, 2))
	signs := "`](){}#.<> [@|:-\nab"
	for range 100_000 {
		source := make([]byte, r.IntN(40))
		for i := range source {
			source[i] = signs[r.IntN(len(signs))]
		}
		want := pattern.ReplaceAllFunc(source, func(form []byte) []byte { return bytes.Repeat([]byte{typography.Masked}, len(form)) })
		if got := masked(source); !bytes.Equal(got, want) {
			t.Fatalf("%q: masked %q, want %q", source, got, want)
		}
	}
}
