package browser

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

const workPage = "en/protocols/ict-2021.html"

// shown are the languages whose paragraphs a reader sees, in their order.
const shown = `Array.from(document.querySelectorAll('[id="c2.p1"] > div')).filter(e => e.checkVisibility()).map(e => e.lang || document.documentElement.lang).join()`

// openTexts opens a page and waits for the texts that its address asks for.
func (b *tab) openTexts(address string) {
	b.Helper()
	b.open(address)
	b.until("!document.querySelector('.is-loading')")
}

func TestTheChoiceOfLanguagesStandsInTheAddress(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.open(base + workPage + "#c2")
		b.until(shown + " === 'en'")
		b.click("label[for=k-show-2]")
		b.at(base + workPage + "?langs=en,ru#c2")
		b.until(shown + " === 'en,ru'")
		b.click("label[for=k-show-3]")
		b.at(base + workPage + "?langs=en,ru,zh#c2")
		b.until(shown + " === 'en,ru,zh-Hans'")
		b.click("label[for=k-show-1]")
		b.click("label[for=k-show-2]")
		b.at(base + workPage + "?langs=zh#c2")
		b.until(shown + " === 'zh-Hans'")
		// The last language stays: a page without text says nothing.
		b.click("label[for=k-show-3]")
		b.until("document.querySelector('#k-show-3').checked && " + shown + " === 'zh-Hans'")

		for _, want := range []string{"ru,zh-Hans", "en,ru,zh-Hans", "en,ru", "en"} {
			b.walk(-1)
			b.until(shown + " === '" + want + "'")
		}
		b.at(base + workPage + "#c2")
		b.walk(1)
		b.until(shown + " === 'en,ru' && document.querySelector('#k-show-2').checked")
		// Of the page's own language alone there is nothing to say.
		b.click("label[for=k-show-2]")
		b.at(base + workPage + "#c2")
		if _, trouble := b.forget(); len(trouble) > 0 {
			t.Errorf("the browser complains: %q", trouble)
		}
	})
}

func TestAnAddressChoosesTheLanguages(t *testing.T) {
	b := newTab(t)
	for query, want := range map[string]string{
		"?langs=en,ru": "en,ru", "?langs=ru,en": "en,ru", "?langs=zh": "zh-Hans", "?langs=xx,zh": "zh-Hans", "?langs=xx": "en", "?langs=": "en",
	} {
		b.open(built.http + workPage + query)
		b.until(shown + " === '" + want + "'")
	}
	// The same languages at the same place in another language of the interface.
	b.open(built.http + workPage + "?langs=ru,zh#c4")
	b.click("nav.languages a[data-lang=ru]")
	b.at(built.http + "ru/protocols/ict-2021.html?langs=ru,zh#c4")
	b.until(shown + " === 'ru,zh-Hans'")
}

// Without scripts there is nothing to choose: the page has its own text, and leads to the others.
func TestTextsInOtherLanguagesAreReachedWithoutJavaScript(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.withoutScripts()
		b.open(base + workPage + "?langs=en,ru")
		b.until(shown + " === 'en' && !document.querySelector('.choice').checkVisibility()")
		b.click(".status a[hreflang=ru]")
		b.at(base + "ru/protocols/ict-2021.html")
		b.until(shown + " === 'ru'")
	})
}

// A text that does not come is not chosen; the page says so, and leads to it.
func TestATextThatDoesNotComeIsOnItsOwnPage(t *testing.T) {
	for what, answer := range map[string]string{"missing": "", "another page": "<!doctype html>", "damaged": `kengashText("ru", "A");`} {
		t.Run(what, func(t *testing.T) {
			base := instead(t, "ru/protocols/ict-2021.js", answer)
			for query, want := range map[string]string{"?langs=ru": "en", "?langs=en,ru,zh": "en,zh-Hans"} {
				b := newTab(t)
				b.open(base + workPage + query)
				b.until(`document.querySelector(".choice .failed")?.textContent === "This text could not be loaded. It is on a page of its own: Русский"`)
				b.until(shown + " === '" + want + "'")
				b.click(".choice .failed a")
				b.at(base + "ru/protocols/ict-2021.html")
			}
		})
	}
}

// instead serves the site with another answer at one address; "" is none.
func instead(t *testing.T, name, answer string) string {
	files := http.FileServer(http.Dir(built.dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path != "/"+name:
			files.ServeHTTP(w, r)
		case answer == "":
			http.NotFound(w, r)
		default:
			http.ServeContent(w, r, name, time.Time{}, strings.NewReader(answer))
		}
	}))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// With one language the page is a sheet with a margin, which does not name what need not be named.
func TestOneLanguageIsASheet(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(1280, 800))
	for lang, status := range map[string]string{"ru": "", "en": "unofficial translation"} {
		b.open(built.http + lang + "/protocols/ict-2021.html")
		for what, script := range map[string]string{
			"what a paragraph does stands beside it": `(() => { const [p, a] = document.querySelectorAll('[id="c1.p1"] > .t1 > p, [id="c1.p1"] > aside');
				return a.getBoundingClientRect().left > p.getBoundingClientRect().right; })()`,
			"the language is not named":    `!document.querySelector('[id="c1.p1"] > .t1 > b').checkVisibility()`,
			"its status, where it matters": fmt.Sprintf(`document.querySelector('[id="c1.p1"] > .t1').innerText.startsWith(%q)`, status),
			"no head of columns":           `!document.querySelector('.columns-head').checkVisibility()`,
			"contents beside the text":     `document.querySelector('.contents').getBoundingClientRect().right < document.querySelector('[id="pre.p1"]').getBoundingClientRect().left`,
		} {
			if !eval[bool](b, script) {
				t.Errorf("%s: not so: %s", lang, what)
			}
		}
	}
	// A text that is not the page's own is named, with what it is.
	b.open(built.http + "en/protocols/ict-2021.html?langs=ru")
	b.until(`document.querySelector('[id="c1.p1"] > .t2').innerText.startsWith('Русский authentic text')`)
}

func TestTheSameParagraphStandsInOneRow(t *testing.T) {
	for _, query := range []string{"?langs=en,ru,zh", "?langs=ru,zh"} {
		for _, width := range []int64{320, 800, 1280} {
			t.Run(fmt.Sprint(width, query), func(t *testing.T) {
				b := newTab(t)
				b.do(chromedp.EmulateViewport(width, 640))
				b.openTexts(built.http + workPage + query)
				wide := width > 768
				// Side by side the words of a row begin at one height and columns at one edge; else
				// they follow each other, each under the name of its language. What a paragraph
				// does stands above.
				if fault := eval[string](b, fmt.Sprintf(`(wide => {
					const edges = {};
					for (const block of document.querySelectorAll('.part .block')) {
						const cells = Array.from(block.querySelectorAll(':scope > div')).filter(e => e.checkVisibility());
						const boxes = cells.map(e => e.querySelector('p').getBoundingClientRect());
						const does = block.querySelector('aside, .signed');
						if (does && does.getBoundingClientRect().bottom > boxes[0].top + 1) return block.id + ': does not stand above';
						for (let i = 0; i < cells.length; i++) {
							const name = cells[i].querySelector('b').getBoundingClientRect();
							if (i && wide && Math.abs(boxes[i].top - boxes[0].top) > 6) return block.id + ': heights ' + boxes.map(r => r.top);
							if (wide && Math.abs(boxes[i].left - (edges[i] ??= boxes[i].left)) > 1) return block.id + ': edges';
							if (i && !wide && boxes[i].top < boxes[i - 1].bottom) return block.id + ': not below';
							if (!wide && (name.height < 10 || name.bottom > boxes[i].top + 1)) return block.id + ': no name';
						}
					}
					return '';
				})(%v)`, wide)); fault != "" {
					t.Error(fault)
				}
				if got := eval[int](b, "document.documentElement.scrollWidth"); got > int(width) {
					t.Errorf("the page is %d wide", got)
				}
			})
		}
	}
}

func TestTheLanguagesStayInSight(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(1280, 800))
	b.open(built.http + workPage + "?langs=en,ru,zh#c5")
	b.until(`(() => {
		const head = document.querySelector('.columns-head'), box = head.getBoundingClientRect(), clause = document.querySelector('#c5 > h3').getBoundingClientRect();
		return scrollY > 500 && Math.abs(box.top) < 1 && clause.top >= box.bottom && clause.top < 200;
	})()`)
}

func TestAClauseLeadsToItselfInAllLanguages(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.open(base + "zh/protocols/ict-2021.html")
		b.until(`Array.from(document.querySelectorAll(".document .part"), p => p.querySelector("a.compare").getAttribute("href") === "?langs=zh,ru,en#" + p.id).join() ===
			Array(9).fill(true).join()`)
		b.click("#c3 a.compare")
		b.at(base + "zh/protocols/ict-2021.html?langs=zh,ru,en#c3")
		b.until("document.getElementById('c3').matches(':target') && " + shown + " === 'zh-Hans,ru,en'")
		b.walk(-1)
		b.until(shown + " === 'zh-Hans'")
		b.open(base + "zh/protocols/ict-2021.html")
		b.click(".choice .compare-all")
		b.at(base + "zh/protocols/ict-2021.html?langs=zh,ru,en#k-text")
		b.until(shown + " === 'zh-Hans,ru,en'")
	})
}

// What an address asks for is chosen before the text is drawn. Up to a tenth counts as still (Web
// Vitals): buttons to copy come later, and are taller where nothing hovers. Columns that came later
// would move the page by nearly one.
func TestNothingMovesWhenLanguagesAreChosen(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(1280, 800))
	b.open(built.http + workPage + "?langs=en,ru,zh#c3")
	b.until(`scrollY > 500 && ` + shown + ` === 'en,ru,zh-Hans'`)
	// A late shift is seen as an early one: the browser keeps them all for whoever asks.
	eval[bool](b, `(window.shift = 0, new PerformanceObserver(list => {
		for (const e of list.getEntries()) window.shift += e.value;
	}).observe({type: 'layout-shift', buffered: true}), requestAnimationFrame(() => setTimeout(() => { window.told = true; })), true)`)
	b.until("window.told === true")
	shift := eval[float64](b, "window.shift")
	if shift > 0.1 {
		t.Errorf("the page moves by %v", shift)
	}
}

// Addresses of texts side by side lead to the work with all languages, from anywhere, with scripts
// and without.
func TestThePublishedAddressesOfParallelTextsLeadOn(t *testing.T) {
	const old = "en/protocols/ict-2021/parallel.html"
	everywhere(t, func(t *testing.T, base string) {
		for asked, want := range map[string]string{"": "?langs=en,ru,zh", "#c2.p1": "?langs=en,ru,zh#c2.p1", "?langs=ru,zh#c2": "?langs=ru,zh#c2"} {
			b := newTab(t)
			b.open(base + old + asked)
			b.at(base + workPage + want)
		}
		b := newTab(t)
		b.withoutScripts()
		b.open(base + old)
		b.at(base + workPage + "?langs=en,ru,zh")
		if _, trouble := b.forget(); len(trouble) > 0 {
			t.Errorf("the browser complains: %q", trouble)
		}
	})
}

func TestTextsOfOtherDirectionsStandSideBySide(t *testing.T) {
	_, base := urdu(t)
	for _, width := range []int64{320, 1280} {
		b := newTab(t)
		b.do(chromedp.EmulateViewport(width, 800))
		b.openTexts(base + "ur/protocols/first-2025.html?langs=ur,en,ru")
		for what, script := range map[string]string{
			"Urdu runs from the right":         `getComputedStyle(document.querySelector('.block .t1 p')).direction === 'rtl'`,
			"English runs from the left":       `getComputedStyle(document.querySelector('.block .t2 p')).direction === 'ltr'`,
			"what is said of it is in Urdu":    `getComputedStyle(document.querySelector('.part .t2 > span')).direction === 'rtl' && document.querySelector('.part .t2 > span').lang === 'ur'`,
			"nothing is wider than the window": `document.documentElement.scrollWidth <= innerWidth`,
		} {
			if !eval[bool](b, script) {
				t.Errorf("%d: not so: %s", width, what)
			}
		}
		if width > 768 && !eval[bool](b, `document.querySelector('[id="c1.p1"] .t1').getBoundingClientRect().left > document.querySelector('[id="c1.p1"] .t2').getBoundingClientRect().right`) {
			t.Error("the first language is not at the right")
		}
	}
}

// On paper stands what was chosen.
func TestParallelTextsArePrinted(t *testing.T) {
	b := newTab(t)
	b.openTexts(built.http + workPage + "?langs=en,ru")
	b.printed(true)
	if got := eval[string](b, shown); got != "en,ru" {
		t.Errorf("printed are %q", got)
	}
	if !eval[bool](b, `!document.querySelector('.choice').checkVisibility() && document.querySelector('.columns-head').checkVisibility()`) {
		t.Error("the choice is printed, or the languages are not named")
	}
	if words := eval[string](b, `document.querySelector('[id="c4.p1"]').innerText`); !strings.Contains(words, "approved") || !strings.Contains(words, "одобрили") {
		t.Errorf("clause 4 is printed as %q", words)
	}
}
