package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

// The geometry is decided at build by estimates; here real letters are measured.
const measure = `(() => {
	const faults = [];
	let drawn = 0;
	for (const svg of document.querySelectorAll('svg.picture')) {
		if (!svg.getClientRects().length) continue;
		drawn++;
		const frame = svg.getBoundingClientRect();
		const words = [...svg.querySelectorAll('text:not(.is-number)')].map(t => ({said: t.textContent, at: t.getBoundingClientRect(), size: parseFloat(getComputedStyle(t).fontSize)}));
		words.forEach((a, i) => {
			if (a.size < 12) faults.push('small: ' + a.said);
			if (a.at.left < frame.left - 1 || a.at.right > frame.right + 1) faults.push('outside: ' + a.said);
			for (const b of words.slice(i + 1)) {
				const height = Math.min(a.at.bottom, b.at.bottom) - Math.max(a.at.top, b.at.top);
				if (a.at.left < b.at.right - 1 && b.at.left < a.at.right - 1 && height > 3) faults.push('overlap: ' + a.said + ' / ' + b.said);
			}
		});
	}
	if (!drawn && !document.querySelector('.instead')?.getClientRects().length) faults.push('neither a picture nor a list');
	if (document.documentElement.scrollWidth > innerWidth) faults.push('the page scrolls sideways');
	return faults;
})()`

func TestWordsInPicturesAreLegible(t *testing.T) {
	for _, width := range []int64{320, 704, 768, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			tab := newTab(t)
			tab.do(chromedp.EmulateViewport(width, 900))
			for _, lang := range []string{"ru", "zh", "en"} {
				for _, page := range []string{"/index.html", "/meetings/index.html", "/instruments/index.html"} {
					tab.open(built.http + lang + page)
					for _, f := range eval[[]string](tab, measure) {
						t.Errorf("%s%s: %s", lang, page, f)
					}
				}
			}
		})
	}
}
