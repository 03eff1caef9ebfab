package text

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"
)

// TestShrinkingCapitals: the list has all capitals of which Bleve's lower case makes broken words.
func TestShrinkingCapitals(t *testing.T) {
	var want []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.RuneLen(unicode.ToLower(r)) < utf8.RuneLen(r) && norm.NFC.String(string(r)) == string(r) {
			want = append(want, r)
		}
	}
	if string(want) != shrinking {
		t.Errorf("shrinking is %q (want %q)", shrinking, string(want))
	}
}

// TestFirstHan: no character before the first that IsHan looks up is Chinese.
func TestFirstHan(t *testing.T) {
	for r := range rune(unicode.MaxRune) {
		if IsHan(r) != unicode.Is(unicode.Han, r) {
			t.Fatalf("%U: %v", r, IsHan(r))
		}
	}
}

// TestHanTable: characters of three bytes for such, which are not to be replaced themselves.
func TestHanTable(t *testing.T) {
	pairs := HanPairs()
	if len(pairs) < 2500 {
		t.Errorf("%d pairs", len(pairs))
	}
	for from, to := range pairs {
		if from < firstHan || from > lastHan || len(string(from)) != len(string(to)) || pairs[to] != 0 {
			t.Errorf("%c to %c", from, to)
		}
	}
	if got := FoldHan("關於發展數字經濟與臺灣後記 ABC"); got != "关于发展数字经济与台湾后记 ABC" {
		t.Error(got)
	}
}

// TestSimplifiedCharactersOfTheTable: the client's list of those that GB 2312 has, too, by which it
// sees without the table whether a query needs it.
func TestSimplifiedCharactersOfTheTable(t *testing.T) {
	var want []rune
	for _, from := range slices.Sorted(maps.Keys(HanPairs())) {
		if _, err := simplifiedchinese.HZGB2312.NewEncoder().String(string(from)); err == nil {
			want = append(want, from)
		}
	}
	source, err := os.ReadFile("../../client/text/han.ts")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(source), `const both = "`+string(want)+`"`) {
		t.Errorf("client/text/han.ts: both is not %q", string(want))
	}
}
