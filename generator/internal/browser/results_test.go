package browser

import (
	"net/url"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

func TestServerAnswersTheFormWithoutScripts(t *testing.T) {
	b := newTab(t)
	base := serve(t, excerpt).address
	b.withoutScripts()
	b.open(base + "ru/topics/ai.html")
	b.typeInto("form.search input", "цифровая грамотность")
	b.press(kb.Enter)
	b.at(base + "ru/search.html?q=" + url.QueryEscape("цифровая грамотность"))
	b.click(`.ks-facet.is-kind a[href*="kind=clause"]`)
	b.until(`location.search.includes("kind=clause") && document.readyState === "complete"`)
	b.click(hitSelector)
	b.at(base + "ru/protocols/ict-2021.html#c4")

	// A browser with scripts shows its own view, and nothing twice.
	b = newTab(t)
	b.searchPage(base, "ru", "?q="+url.QueryEscape("цифровая грамотность"))
	b.answered("цифровая грамотность")
	if !eval[bool](b, "document.querySelectorAll('.ks-answer').length === 1 && document.querySelectorAll('.ks-status').length === 1") {
		t.Error("the hits are there twice")
	}
	b.calm()
}
