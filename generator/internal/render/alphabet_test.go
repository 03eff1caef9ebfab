package render

import (
	"slices"
	"strings"
	"testing"
)

func TestWordsStandAsReadersLookThemUp(t *testing.T) {
	for _, c := range []struct{ tag, words, letters string }{
		{"ru", "IT-индустрия Абзац Е Ёлка Ель Желание одобрили Яр", "I А Е Е Е Ж О Я"},
		{"zh-Hans", "AI 电子政务 IT产业 交换意见 宽带通信 人工智能 商定 审议 数字经济 讨论 通过 无线电 银行 赞同 指出", "A D I J K R S S S T T W Y Z Z"},
		{"fr", "Eau École Énergie Etat Fer", "E E E E F"},
		{"sv", "Apa Zon Ål Ärta Öl", "A Z Å Ä Ö"},
		{"cs", "cena čas dům dýně hora chata ikona", "C Č D D H Ch I"},
		{"tr", "ırmak inci", "I İ"},
		{"uz", "gaz ota suv soʻz zamon oʻquv O'zbekiston oʻgʻil gʻalla shahar choy", "G O S S Z Oʻ Oʻ Oʻ Gʻ Sh Ch"},
		{"uk", "ім'я їжа йод", "І Ї Й"},
		{"kk", "ат әке", "А Ә"},
		{"en", "5G adopted AI broadband E-government taken", "0–9 A A B E T"},
	} {
		a := newAlphabet(c.tag)
		words := strings.Fields(c.words)
		sorted := slices.Clone(words)
		slices.Reverse(sorted)
		slices.SortFunc(sorted, a.compare)
		if !slices.Equal(sorted, words) {
			t.Errorf("%s: %q, want %q", c.tag, sorted, words)
		}
		var letters []string
		for _, w := range words {
			letters = append(letters, a.letter(w))
		}
		if got := strings.Join(letters, " "); got != c.letters {
			t.Errorf("%s: the letters %s, want %s", c.tag, got, c.letters)
		}
	}
}

func TestTheFirstCharactersOfPinyinAreInOrder(t *testing.T) {
	a := newAlphabet("zh-Hans")
	for _, p := range pinyin {
		if got := a.letter(p.first); got != p.letter {
			t.Errorf("%s stands under %s, want %s", p.first, got, p.letter)
		}
	}
}
