package browser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// legibility says what is wrong with the words of pictures, as the letters really stand: too small,
// outside of the picture, over one another, or not in their circle.
const legibility = `(() => {
	const faults = [], pictures = document.querySelectorAll('.chronology, .network');
	const smallest = matchMedia('print').matches ? 10 : 12; // letters are smaller on paper
	for (const picture of pictures) {
		const frame = picture.getBoundingClientRect(), words = [];
		const walker = document.createTreeWalker(picture, NodeFilter.SHOW_TEXT), range = document.createRange();
		while (walker.nextNode()) {
			const text = walker.currentNode, parent = text.parentElement;
			if (!text.data.trim() || parent.closest('title, .vh') || getComputedStyle(parent.closest('.head') ?? parent).position === 'absolute') continue;
			if (parseFloat(getComputedStyle(parent).fontSize) < smallest) faults.push('small: ' + text.data);
			range.selectNodeContents(text);
			// A range does not know of the length that a number in a drawing is given.
			for (const at of parent.closest('svg') ? [parent.getBoundingClientRect()] : range.getClientRects()) {
				if (at.left < frame.left - 1 || at.right > frame.right + 1) faults.push('outside: ' + text.data);
				// A line may be as high as a slope of Nastaliq; its letters are about the middle.
				words.push({said: text.data, left: at.left, right: at.right, top: at.top + at.height * .3, bottom: at.bottom - at.height * .3});
			}
		}
		words.forEach((a, i) => {
			for (const b of words.slice(i + 1)) {
				if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom) faults.push('overlap: ' + a.said + ' / ' + b.said);
			}
		});
		for (const number of picture.querySelectorAll('circle + text')) {
			const [inner, outer] = [number, number.previousSibling].map(e => e.getBoundingClientRect());
			if (inner.left < outer.left - 1 || inner.right > outer.right + 1) faults.push('wider than its circle: ' + number.textContent);
		}
	}
	if (!pictures.length) faults.push('there is no picture');
	if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
	return faults;
})()`

func TestWordsInPicturesAreLegible(t *testing.T) {
	_, urduBase := urdu(t)
	for _, f := range []*fonts{noto, dejavu} {
		for _, width := range []int64{320, 704, 1280} {
			t.Run(fmt.Sprintf("%s at %d px", f.sans, width), func(t *testing.T) {
				t.Parallel()
				b := newTabIn(t, f)
				b.do(chromedp.EmulateViewport(width, 900))
				for base, langs := range map[string][]string{built.http: {"ru", "zh", "en"}, urduBase: {"ur"}} {
					for _, lang := range langs {
						for _, page := range []string{"/index.html", "/meetings/index.html", "/instruments/index.html"} {
							b.open(base + lang + page)
							legible(t, b, lang+page)
						}
					}
				}
			})
		}
	}
}

// legible fails where words of a page's pictures are not: as they are, in letters wider than those
// of any font, and on paper.
func legible(t *testing.T, b *tab, page string) {
	t.Helper()
	look := func(how string) {
		t.Helper()
		for _, f := range eval[[]string](b, legibility) {
			t.Errorf("%s, %s: %s", page, how, f)
		}
	}
	look("as it is")
	b.script(`document.querySelectorAll(".chronology, .network").forEach(e => { e.style.letterSpacing = ".25em"; })`)
	look("letters apart")
	b.printed(true)
	look("printed")
	b.printed(false)
}

// The test above looks for what must not be. This one shows that it would see it.
func TestIllegibleWordsAreSeen(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "en/index.html")
	for fault, style := range map[string]string{
		"small": "font-size: 9px", "outside": "position: relative; left: 3000px", "overlap": "display: block; margin-block-end: -1.4em",
	} {
		b.script(fmt.Sprintf(`document.querySelector(".lanes a").style = %q`, style))
		if got := fmt.Sprint(eval[[]string](b, legibility)); !strings.Contains(got, fault) {
			t.Errorf("%s is not seen: %s", style, got)
		}
	}
}
