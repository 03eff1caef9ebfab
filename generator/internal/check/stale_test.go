package check

import (
	"strings"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/model"
)

func TestNoticesNameTheParagraphThatWasTranslatedFromAnOlderText(t *testing.T) {
	old, now := model.Block{Text: "The Parties met."}.Hash(), model.Block{Text: "The Parties adopted the Plan."}.Hash()
	title := model.Block{Text: "Protocol"}.Hash()
	for _, c := range []struct{ name, text, want string }{
		{"no mark at all", "纪要\n{#title}\n\n各方。\n{#pre.p1}\n\n各方通过计划。\n{#c1.p1}\n\n乌\n{#sig.1}\n",
			"content/zh/protocols/p1.md: the translation does not say what text it was made from (when it says what content/en/protocols/p1.md says, run kengash mark protocols/p1 zh) [KG0512]\n"},
		{"one block without a mark, one of an older text", "纪要\n{#title source=" + title + "}\n\n各方。\n{#pre.p1 source=" + old + "}\n\n各方通过计划。\n{#c1.p1 source=" + old + "}\n\n乌\n{#sig.1}\n",
			"content/zh/protocols/p1.md:8:1: c1.p1 was translated from an older text (when the translation says the same, write {#c1.p1 source=" + now + "}); see also content/en/protocols/p1.md:7:1 [KG0512]\n" +
				"content/zh/protocols/p1.md:11:1: sig.1 does not say what text it was translated from (when the translation says the same, write {#sig.1 source=" + model.Block{Text: "Uzbekistan"}.Hash() + "}); see also content/en/protocols/p1.md:10:1 [KG0512]\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			site, _ := files(t, base)
			site["content/zh/protocols/p1.md"].Data = []byte(c.text)
			collection := collection(t, site, kengash.Defaults())
			if got := strings.ReplaceAll(lines(Notices(collection)), "notice: ", ""); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
			if got := lines(Collection(collection)); got != "" {
				t.Errorf("a notice is a problem: %s", got)
			}
		})
	}
}

func TestTheTranslationsOfTheCollectionAreMadeFromThePresentTexts(t *testing.T) {
	if got := lines(Notices(excerpt(t))); got != "" {
		t.Error(got)
	}
	// Each block says so: without marks nothing could be told.
	for _, w := range model.All[model.Work](excerpt(t), model.Works...) {
		for lang, text := range model.BaseOf(w).Prose {
			_, translated := model.SourceText(w, lang)
			for _, b := range text.Blocks {
				if (b.Source != "") != translated {
					t.Errorf("%s: %s has the mark %q", text.File, b.ID, strings.TrimSpace(b.Source))
				}
			}
		}
	}
}
