package render

import (
	"html"
	"regexp"
	"testing"

	"github.com/kengash/kengash/generator/internal/model"
)

func english(t *testing.T) *builder {
	t.Helper()
	c := model.NewCollection(&model.Config{Languages: []model.Language{{Key: "en"}, {Key: "zh"}}})
	c.Vocabulary[model.VocabAct] = &model.Vocabulary{Terms: []model.Term{
		{Key: "discussed", Label: model.Text{"en": "discussed"}, Formula: model.Words{"en": {"discussed"}}},
		{Key: "agreed", Label: model.Text{"en": `"agreed"`}, Definition: model.Text{"en": "Assent."}, Formula: model.Words{"en": {"agreed at once", "R&D agreed"}}},
	}}
	c.Seal()
	return newBuilder(c, "en")
}

var markTag = regexp.MustCompile(`</?mark[^>]*>`)

func TestWordsOfActsAreMarkedAndNoLetterChanges(t *testing.T) {
	discussed, agreed := model.Act{Key: "discussed"}, model.Act{Key: "agreed"}
	const d, a = `<mark class="f1">`, `title="&#34;agreed&#34;">`
	for _, tc := range []struct {
		name, code string
		acts       []model.Act
		want       string
		numbers    [2]int
	}{
		{"plain words", "They discussed it.", []model.Act{discussed}, "They " + d + "discussed</mark> it.", [2]int{1}},
		{"behind an entity", "A &amp; B &#8212; discussed &lt;it&gt;", []model.Act{discussed}, "A &amp; B &#8212; " + d + "discussed</mark> &lt;it&gt;", [2]int{1}},
		{"with an entity in them", "R&amp;D agreed.", []model.Act{agreed}, `<mark class="f1" ` + a + "R&amp;D agreed</mark>.", [2]int{1}},
		{"across an element", "They agreed <em>at once</em>.", []model.Act{agreed},
			`They <mark class="f1" ` + a + `agreed </mark><em><mark class="f1" ` + a + "at once</mark></em>.", [2]int{1}},
		{"numbered as the acts stand", "They agreed at once what they discussed.", []model.Act{discussed, agreed},
			`They <mark class="f2" ` + a + `agreed at once</mark> what they ` + d + `discussed</mark>.`, [2]int{1, 2}},
		{"not in the text", "They met.", []model.Act{discussed}, "They met.", [2]int{}},
		{"not within a tag", `<a title="discussed">x</a>`, []model.Act{discussed}, `<a title="discussed">x</a>`, [2]int{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, numbers := english(t).marked(tc.code, tc.acts)
			if got != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
			for i, n := range numbers {
				if n != tc.numbers[i] {
					t.Errorf("the act %d has the number %d, want %d", i, n, tc.numbers[i])
				}
			}
			if bare := markTag.ReplaceAllString(got, ""); bare != tc.code {
				t.Errorf("without its marks the text is %q", bare)
			}
		})
	}
}

func TestAQuoteIsTheSentenceThatSaysIt(t *testing.T) {
	acts := []model.Act{{Key: "discussed"}}
	for _, tc := range []struct{ text, want string }{
		{"They met. They discussed it. They left.", "They discussed it."},
		{"It was discussed (г. Бишкек), and No. 3 too. Then nothing.", "It was discussed (г. Бишкек), and No. 3 too."},
		{"各方讨论。They discussed it。完。", "They discussed it。"},
		{"It was discussed", "It was discussed"},
		{"They met. They left & went.", "They met. They left & went."},
	} {
		got, _ := english(t).quote(tc.text, acts)
		if words := html.UnescapeString(markTag.ReplaceAllString(got, "")); words != tc.want {
			t.Errorf("of %q: got %q, want %q", tc.text, words, tc.want)
		}
	}
}

func TestItemsAndCellsStandApart(t *testing.T) {
	for code, want := range map[string]string{
		"<ul>\n<li>Lamps &amp; oil\n<ul>\n<li>agreed</li>\n</ul>\n</li>\n<li>one <em>more</em></li>\n</ul>": "Lamps & oil · agreed · one more",
		"<table><tr><th>No</th><td>1</td></tr></table>":                                                     "No · 1",
		"<blockquote>\n<p>We need light.</p>\n</blockquote>":                                                "We need light.",
	} {
		if got := wordsOf(model.Block{Flow: true, HTML: code}); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", code, got, want)
		}
	}
	if got := wordsOf(model.Block{Text: "One line."}); got != "One line." {
		t.Errorf("got %s", got)
	}
}

func TestAQuoteBeginsWithAnItem(t *testing.T) {
	b := english(t)
	for text, want := range map[string]string{
		"Lamps. Mary as dep. Treasurer, which they discussed":                   "Treasurer, which they discussed",
		"Lamps · Mary as dep. Treasurer · Vote: discussed · Next. More to come": "Mary as dep. Treasurer · Vote: discussed · Next.",
	} {
		if got := b.saying(text, []model.Act{{Key: "discussed"}}); got != want {
			t.Errorf("got  %q\nwant %q", got, want)
		}
	}
}
