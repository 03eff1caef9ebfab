package browser

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"
)

const parallelPage = "en/protocols/ict-2021/parallel.html"

// shown are the languages whose paragraphs a reader sees, in their order.
const shown = `Array.from(document.querySelectorAll('[id="c2.p1"] .cell')).filter(e => e.checkVisibility()).map(e => e.lang).join()`

func TestTheChoiceOfLanguagesStandsInTheAddress(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.open(base + parallelPage + "#c2")
		b.until(shown + " === 'ru,zh-Hans,en'")
		b.click("label[for=k-show-3]")
		b.at(base + parallelPage + "?langs=ru,zh#c2")
		b.until(shown + " === 'ru,zh-Hans'")
		b.click("label[for=k-show-1]")
		b.at(base + parallelPage + "?langs=zh#c2")
		b.until(shown + " === 'zh-Hans'")
		// The last language stays: a page without text says nothing.
		b.click("label[for=k-show-2]")
		b.until("document.querySelector('#k-show-2').checked && " + shown + " === 'zh-Hans'")

		b.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		b.at(base + parallelPage + "?langs=ru,zh#c2")
		b.until(shown + " === 'ru,zh-Hans' && document.querySelector('#k-show-1').checked")
		b.do(chromedp.Evaluate[chromedp.Void]("history.back()"))
		b.at(base + parallelPage + "#c2")
		b.until(shown + " === 'ru,zh-Hans,en'")
		b.do(chromedp.Evaluate[chromedp.Void]("history.forward()"))
		b.until(shown + " === 'ru,zh-Hans'")
		// With all languages chosen there is nothing to say of them.
		b.click("label[for=k-show-3]")
		b.at(base + parallelPage + "#c2")
		if _, trouble := b.forget(); len(trouble) > 0 {
			t.Errorf("the browser complains: %q", trouble)
		}
	})
}

func TestAnAddressChoosesTheLanguages(t *testing.T) {
	b := newTab(t)
	for query, want := range map[string]string{
		"?langs=en,ru": "ru,en", "?langs=zh": "zh-Hans", "?langs=xx,zh": "zh-Hans", "?langs=xx": "ru,zh-Hans,en", "?langs=": "ru,zh-Hans,en",
	} {
		b.open(built.http + parallelPage + query)
		b.until(shown + " === '" + want + "'")
	}
	// The same languages at the same place in another language of the interface.
	b.open(built.http + parallelPage + "?langs=ru,zh#c4")
	b.click("nav.languages a[data-lang=ru]")
	b.at(built.http + "ru/protocols/ict-2021/parallel.html?langs=ru,zh#c4")
	b.until(shown + " === 'ru,zh-Hans'")
}

func TestLanguagesAreChosenWithoutJavaScript(t *testing.T) {
	b := newTab(t)
	b.withoutScripts()
	b.open(built.http + parallelPage)
	b.until(shown + " === 'ru,zh-Hans,en'")
	b.click("label[for=k-show-2]")
	b.until(shown + " === 'ru,en'")
	b.click("label[for=k-show-1]")
	b.click("label[for=k-show-3]")
	b.do(chromedp.WaitVisible(chromedp.CSS(".choice .none")))
}

func TestTheSameParagraphStandsInOneRow(t *testing.T) {
	for _, query := range []string{"", "?langs=ru,zh", "?langs=en"} {
		for _, width := range []int64{320, 800, 1280} {
			t.Run(fmt.Sprint(width, query), func(t *testing.T) {
				b := newTab(t)
				b.do(chromedp.EmulateViewport(width, 640))
				b.open(built.http + parallelPage + query)
				wide := width > 768
				// Side by side the words of a row begin at one height and columns at one edge; else
				// they follow each other, each under the name of its language.
				if fault := eval[string](b, fmt.Sprintf(`(wide => {
					const edges = {};
					for (const line of document.querySelectorAll('.part > .line')) {
						const cells = Array.from(line.querySelectorAll('.cell')).filter(e => e.checkVisibility());
						const boxes = cells.map(e => e.querySelector('.words').getBoundingClientRect());
						for (let i = 0; i < cells.length; i++) {
							const name = cells[i].querySelector('.in b').getBoundingClientRect();
							if (i && wide && Math.abs(boxes[i].top - boxes[0].top) > 6) return line.id + ': heights ' + boxes.map(r => r.top);
							if (wide && Math.abs(boxes[i].left - (edges[i] ??= boxes[i].left)) > 1) return line.id + ': edges';
							if (i && !wide && boxes[i].top < boxes[i - 1].bottom) return line.id + ': not below';
							if (!wide && (name.height < 10 || name.bottom > boxes[i].top + 1)) return line.id + ': no name';
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
	b.open(built.http + parallelPage + "#c5")
	b.until(`(() => {
		const head = document.querySelector('.columns-head'), box = head.getBoundingClientRect(), clause = document.getElementById('c5-h').getBoundingClientRect();
		return scrollY > 500 && Math.abs(box.top) < 1 && clause.top >= box.bottom && clause.top < 200;
	})()`)
}

func TestAClauseLeadsToItselfInTheOtherLanguages(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "zh/protocols/ict-2021.html")
	b.click("#c3 a.compare")
	b.at(built.http + "zh/protocols/ict-2021/parallel.html#c3")
	b.until("document.getElementById('c3').matches(':target')")
}
