package typography_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/typography"
)

// ~ stands for the no-break blank.
func TestRussianBlanksAtWhichNoLineBreaks(t *testing.T) {
	for text, want := range map[string]string{
		"25 ноября 2021 года, г. Бишкек":          "25~ноября 2021~года, г.~Бишкек",
		"(приложение № 3 и №4)":                   "(приложение~№~3 и №4)",
		"200 млрд рупий, 63,9 млн человек":        "200~млрд рупий, 63,9~млн человек",
		"с 2016 по 2025 гг.; 10 000 000; 5 %":     "с 2016 по 2025~гг.; 10~000~000; 5~%",
		"один – два — три":                        "один~– два~— три",
		"Пункт 4 и статья 5, ст. 6":               "Пункт~4 и статья~5, ст.~6",
		"И. И. Иванов, т. е. он":                  "И.~И.~Иванов, т.~е. он",
		"в 2021 и 2022 годах; 12 справок о главе": "в 2021 и 2022~годах; 12 справок о главе",
		"600 МГц.":     "600~МГц.",
		"слово –дефис": "слово –дефис",
		"":             "",
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		set := typography.SetterOf("ru")
		if got := set.Text(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
		if i := strings.Index(want, "\u00a0"); i >= 0 { // one that is set already ends a word too
			half := text[:i] + "\u00a0" + text[i+1:]
			if got := set.Text(half); got != want {
				t.Errorf("%q becomes %q, want %q", half, got, want)
			}
		}
		if got := set.Text(want); got != want {
			t.Errorf("%q, once set, becomes %q", text, got)
		}
		if got := strings.ReplaceAll(set.Text(text), "\u00a0", " "); got != text {
			t.Errorf("more than blanks changes: %q becomes %q", text, got)
		}
	}
}

func TestHTMLIsSetInItsTextAlone(t *testing.T) {
	for code, want := range map[string]string{
		`<a href="x" title="№ 8 – 9">2023</a> года`:               `<a href="x" title="№ 8 – 9">2023</a>~года`,
		`<p>№ <b>8</b> <em>–</em> да</p>`:                         `<p>№~<b>8</b>~<em>–</em> да</p>`,
		`<pre>№ 8 <b>№ 9</b></pre> № 8`:                           `<pre>№ 8 <b>№ 9</b></pre> №~8`,
		`<code class="x">25 ноября</code><br/> 25 ноября <broken`: `<code class="x">25 ноября</code><br/> 25~ноября <broken`,
	} {
		want = strings.ReplaceAll(want, "~", "\u00a0")
		if got := typography.SetterOf("ru-RU").HTML(code); got != want {
			t.Errorf("%q becomes %q, want %q", code, got, want)
		}
	}
}

func TestOtherLanguagesStayAsTheyAre(t *testing.T) {
	for _, tag := range []string{"en", "zh-Hans", "ur", "x-none", ""} {
		set := typography.SetterOf(tag)
		if text := "№ 8 – 25 ноября"; set.Text(text) != text || set.HTML(text) != text {
			t.Errorf("%q: a text is set", tag)
		}
	}
}
