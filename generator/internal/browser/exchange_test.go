package browser

import (
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func TestTableOfStatesAndTopicsIsReadByKeyboardAt320(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(320, 640))
	b.open(built.http + "ru/notes/index.html")
	eval[bool](b, `!document.querySelector(".scroll").focus()`)
	b.press(kb.ArrowRight)
	b.until(`document.querySelector(".scroll").scrollLeft > 0`)
	// The states stay where they are, over the cells.
	b.until(`(() => {
		const state = document.querySelector(".matrix tbody th a");
		state.scrollIntoView({block: "center", inline: "nearest"});
		const box = state.getBoundingClientRect();
		return box.left >= 0 && state.contains(document.elementFromPoint(box.left + 5, box.top + box.height / 2));
	})()`)
}

func TestTermLeadsToItsEntryAndTheEntryToItsTopic(t *testing.T) {
	b := newTab(t)
	b.withoutScripts()
	b.open(built.below + "ru/notes/russia-ai-strategy-2030.html")
	b.click(".prose a.term")
	b.at(built.below + "ru/glossary.html#digital-economy")
	b.click(`[id="digital-economy"] a.more`)
	b.at(built.below + "ru/topics/digital-economy.html")
}
