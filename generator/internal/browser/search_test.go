package browser

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// searchWords are a query with hits in each language, and what its topic is.
var searchWords = map[string]string{"ru": "цифровая грамотность", "zh": "数字素养", "en": "digital literacy"}

// hitSelector finds the title of each hit of a search page.
const hitSelector = ".ks-hit h2 a"

// searchPage opens a search page; query is that of an address, "?q=…" or "".
func (b *tab) searchPage(base, lang, query string) {
	b.Helper()
	b.open(base + lang + "/search.html" + query)
	b.until("document.readyState === 'complete' && document.querySelector('.ks-answer') !== null")
}

// answered waits for the answer to a query on a search page, and gives the number of results that
// it announces.
func (b *tab) answered(query string) int {
	b.Helper()
	b.until(fmt.Sprintf(`document.querySelector('main input[name=q]').value === %q &&
		!document.querySelector('.ks-answer').hidden && !document.querySelector('.ks-answer[aria-busy]') &&
		document.querySelector('.ks-answer').getAttribute('data-query') === %[1]q &&
		new URLSearchParams(location.search).get('q') === %[1]q && document.querySelector('.ks-status').textContent !== ''`, query))
	return b.announced()
}

// announced is the number that the page says to those who listen, 0 where it says that there is
// nothing.
func (b *tab) announced() int {
	b.Helper()
	said := eval[string](b, "document.querySelector('.ks-status[role=status]').textContent")
	n, err := strconv.Atoi(strings.TrimFunc(said, func(r rune) bool { return r < '0' || r > '9' }))
	if err != nil {
		return 0
	}
	return n
}

// results waits until the page announces a number of results.
func (b *tab) results(n int) {
	b.Helper()
	b.until(fmt.Sprintf(`/^\D*%d\D*$/.test(document.querySelector('.ks-status').textContent)`, n))
}

func (b *tab) typeInto(selector, text string) {
	b.Helper()
	b.click(selector)
	for _, letter := range text {
		b.press(string(letter))
	}
}

// paste puts a text into the field that has the focus, in one step, as an input method does. What
// is typed may be answered letter by letter, and a page does not say which answer it shows.
func (b *tab) paste(text string) {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, input.InsertText, input.InsertTextParams{Text: text}); err != nil {
		b.Fatal(err)
	}
}

// strike presses a key as a keyboard does: what it writes goes nowhere if the page takes the key.
func (b *tab) strike(key, code, text string) {
	b.Helper()
	down := input.DispatchKeyEventParams{Type: input.DispatchKeyEventTypeKeyDown, Key: key, Code: code, Text: text}
	if _, err := chromedp.Call(b.ctx, input.DispatchKeyEvent, down); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) script(script string) {
	b.Helper()
	b.do(chromedp.Evaluate[chromedp.Void](script))
}

// calm fails where the browser complained: of the policy, of a script, of something that is not
// there.
func (b *tab) calm() {
	b.Helper()
	if _, trouble := b.forget(); len(trouble) > 0 {
		b.Errorf("the browser complains: %q", trouble)
	}
}

func TestSearchShowsHitsWhileTyping(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		for lang, words := range searchWords {
			b := newTab(t)
			b.searchPage(base, lang, "")
			b.typeInto("main input[name=q]", words)
			if n := b.answered(words); n == 0 {
				t.Errorf("%s: %q finds nothing", lang, words)
			}
			// Words are marked in titles and excerpts.
			if !eval[bool](b, "document.querySelector('.ks-hit .ks-excerpt mark') !== null && document.querySelector('.ks-hit h2 mark') !== null") {
				t.Errorf("%s: %q is not marked", lang, words)
			}
			if got := eval[int](b, "history.length"); got > 3 {
				t.Errorf("%s: every key is a step in the history: %d", lang, got)
			}
			b.calm()
		}
	})
}

func TestHitsLeadToTheParagraphAndMarkIt(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.searchPage(base, "ru", "?q="+url.QueryEscape("цифровая грамотность")+"&kind=clause")
		b.until("document.querySelectorAll('" + hitSelector + "').length > 0")
		if got := eval[string](b, "document.querySelector('.ks-hit .ks-place').textContent"); !strings.Contains(got, "Протокол") {
			t.Errorf("the hit does not say where it stands: %q", got)
		}
		if got := eval[string](b, "document.querySelector('"+hitSelector+"').textContent"); !strings.Contains(got, "Пункт 4") {
			t.Errorf("the hit does not name the clause: %q", got)
		}
		b.click(hitSelector)
		b.at(base + "ru/protocols/ict-2021.html#c4")
		if !eval[bool](b, `(() => {
			const words = document.querySelector('#c4 .t1 > p'), box = words.getBoundingClientRect();
			const other = document.querySelector('#c3 .t1 > p');
			return box.top >= 0 && box.top < innerHeight && getComputedStyle(words).backgroundColor !== getComputedStyle(other).backgroundColor;
		})()`) {
			t.Error("the paragraph is not shown, or not marked")
		}
		b.calm()
	})
}

// markedWords are the words that a page marks without a change of its text.
const markedWords = `Array.from(CSS.highlights.get('kengash-words') ?? [], r => r.toString().toLowerCase())`

func TestHitLeadsToOneParagraphOfSeveralAndMarksTheWords(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.searchPage(base, "ru", "?q="+url.QueryEscape("подготовки совещания экспертов")+"&kind=clause")
		b.until("document.querySelectorAll('" + hitSelector + "').length > 0")
		href := eval[string](b, "document.querySelector('"+hitSelector+"').href")
		if !strings.HasPrefix(href, base+"ru/protocols/ict-2021.html#c1.p") {
			t.Fatalf("the hit leads to %s", href)
		}
		b.click(hitSelector)
		b.at(href)
		b.until(markedWords + ".length > 0")
		if !eval[bool](b, "Array.from(CSS.highlights.get('kengash-words')).some(r => document.querySelector(':target').contains(r.startContainer))") {
			t.Error("no word of the paragraph is marked")
		}
		if !eval[bool](b, `(() => {
			const [target, other] = ['#' + CSS.escape(location.hash.slice(1)), '.part .block:not(:target)'].map(s => getComputedStyle(document.querySelector(s + ' > .t1 > p')).backgroundColor);
			return target !== other;
		})()`) {
			t.Error("the paragraph is not marked")
		}
		if eval[bool](b, "sessionStorage.length > 0 || document.querySelector('main mark:not(.f1, .f2, .f3)') !== null") {
			t.Error("something is left in the storage of the tab, or put into the text")
		}
		b.calm()
	})
}

// A synonym is marked where the whole of it stands, on the list of hits and on the page.
func TestSynonymsAreMarkedAsAWhole(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "ru", "?q="+url.QueryEscape("политика спектра")+"&kind=clause")
	b.until("document.querySelector('.ks-excerpt mark') !== null")
	want := []string{"политики управления радиочастотным спектром"}
	got := eval[[]string](b, "Array.from(document.querySelectorAll('.ks-hit:first-of-type .ks-excerpt mark'), m => m.textContent)")
	if !slices.Equal(got, want) {
		t.Errorf("the hit has marks on %q (want %q)", got, want)
	}
	b.click(hitSelector)
	b.until(markedWords + ".length > 0")
	got = eval[[]string](b, markedWords)
	slices.Sort(got)
	if !slices.Equal(slices.Compact(got), want) {
		t.Errorf("the page has marks on %q (want %q)", got, want)
	}
	b.calm()
}

// Whoever goes by the keyboard comes to the hits before what narrows them.
func TestHitsComeBeforeTheFiltersForTheKeyboard(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "en", "?q=digital")
	b.until("document.querySelectorAll('" + hitSelector + "').length > 0")
	if !eval[bool](b, `(() => {
		const hits = Array.from(document.querySelectorAll('`+hitSelector+`')), filters = document.querySelectorAll('.ks-choices :is(a, button, input)');
		return filters.length > 0 && hits.every(h => Array.from(filters).every(f => h.compareDocumentPosition(f) & Node.DOCUMENT_POSITION_FOLLOWING));
	})()`) {
		t.Error("a filter comes before a hit")
	}
	if !eval[bool](b, "document.querySelector('.ks-switches').getBoundingClientRect().top < document.querySelector('.ks-results').getBoundingClientRect().top") {
		t.Error("what narrows the hits is not seen above them")
	}
	b.calm()
}

// Words are marked as readers see them, whatever stands in or between their letters.
func TestWordsAreMarkedThroughElementsAndInvisibleSigns(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "en/protocols/ict-2021.html")
	eval[bool](b, `(() => {
		const words = document.querySelector('#c4 .t1 > p');
		words.innerHTML = 'On dig&shy;ital <wbr>lite<b>ra</b>cy, <i>digi<wbr>tal</i>. Not indigital.<br>DIGITAL';
		return true;
	})()`)
	b.click("form.search input")
	b.paste("digital literacy kind:clause")
	b.until("document.querySelector('.ks-popup [role=option][href*=\"#c4\"]') !== null")
	b.press(kb.ArrowDown)
	b.strike("Enter", "Enter", "\r")
	b.until(markedWords + ".length > 0 && location.hash === '#c4'")
	got := eval[[]string](b, `Array.from(CSS.highlights.get('kengash-words')).filter(r => document.querySelector('#c4 .t1 > p').contains(r.startContainer)).map(r => r.toString().replace('\u00ad', '-'))`)
	if want := []string{"dig-ital literacy", "digital", "DIGITAL"}; !slices.Equal(got, want) && !slices.Equal(got, []string{"dig-ital", "literacy", "digital", "DIGITAL"}) {
		t.Errorf("marked are %q, want %q", got, want)
	}
	b.calm()
}

func TestBoxLeadsIntoThePageItIsOn(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "en/protocols/ict-2021.html")
	b.click("form.search input")
	b.paste("digital literacy kind:clause")
	b.until("document.querySelector('.ks-popup [role=option][href*=\"#c4\"]') !== null")
	b.press(kb.ArrowDown)
	b.strike("Enter", "Enter", "\r")
	b.until(markedWords + ".includes('literacy') && location.hash === '#c4'")
	b.calm()
}

func TestFacetCountsAreExact(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "ru", "?q="+url.QueryEscape("сотрудничество"))
	all := b.answered("сотрудничество")
	type value struct {
		ID    string
		Count int
	}
	values := eval[[]value](b, `Array.from(document.querySelectorAll('.ks-facet:not([hidden]) label'), l => ({ID: l.querySelector('input').id, Count: +l.querySelector('.ks-count').textContent}))`)
	kinds := map[string]bool{}
	for _, v := range values {
		kinds[strings.Split(v.ID, "-")[1]] = true
		toggle := fmt.Sprintf("document.getElementById(%q).click()", v.ID)
		b.script(toggle)
		b.results(v.Count)
		if got := eval[string](b, fmt.Sprintf("document.getElementById(%q).closest('label').querySelector('.ks-count').textContent", v.ID)); got != strconv.Itoa(v.Count) {
			t.Errorf("%s counts %d before it is chosen and %s after", v.ID, v.Count, got)
		}
		b.script(toggle)
		b.results(all)
	}
	for _, facet := range []string{"kind", "topic", "state", "year"} {
		if !kinds[facet] {
			t.Errorf("there is no facet %q", facet)
		}
	}
	b.calm()
}

func TestSearchStatesAreAddressesAndBackWorks(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.searchPage(base, "en", "?q=cooperation&topic=ai")
		narrow := b.answered("cooperation")
		if !eval[bool](b, "document.getElementById('ks-topic-ai').checked") {
			t.Fatal("the topic of the address is not chosen")
		}
		b.script("document.getElementById('ks-topic-ai').click()")
		b.until(fmt.Sprintf("!location.search.includes('topic') && !/^%d /.test(document.querySelector('.ks-status').textContent)", narrow))
		wide := b.answered("cooperation")
		if wide <= narrow {
			t.Fatalf("%d results with the topic, %d without", narrow, wide)
		}
		b.typeInto("main input[name=q]", "zzqqx")
		b.until("document.querySelectorAll('" + hitSelector + "').length === 0 && document.querySelector('.ks-notes button') !== null")
		b.walk(-1)
		b.results(wide)
		b.answered("cooperation")
		b.walk(-1)
		b.until("location.search.includes('topic=ai')")
		b.results(narrow)
		b.calm()
	})
}

func TestSortByDate(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "en", "?q=cooperation&sort=date")
	b.answered("cooperation")
	byDate := eval[[]string](b, "Array.from(document.querySelectorAll('"+hitSelector+"'), a => a.href)")
	if got := eval[string](b, "document.querySelector('.ks-switches select').value"); got != "date" {
		t.Errorf("the page says that it sorts by %s", got)
	}
	b.searchPage(built.http, "en", "?q=cooperation")
	b.answered("cooperation")
	if slices.Equal(byDate, eval[[]string](b, "Array.from(document.querySelectorAll('"+hitSelector+"'), a => a.href)")) {
		t.Error("by date hits stand as they do by relevance")
	}
}

func TestSearchInAllLanguages(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "ru", "?q="+url.QueryEscape("AI"))
	b.answered("AI")
	b.click(".ks-switches input[type=checkbox]")
	b.until("location.search.includes('lang=all') && document.querySelectorAll('.ks-facet.is-lang:not([hidden]) input').length > 1 && document.querySelector('.ks-hit [lang]:not(.ks-others *)') !== null")
	if !eval[bool](b, "Array.from(document.querySelectorAll('.ks-hit h2[lang]'), h => h.closest('.ks-hit').querySelector('.ks-place').textContent).every(t => /английский|китайский/.test(t))") {
		t.Error("a hit in another language does not say so")
	}
	b.calm()
}

func TestHitsLeadToOtherLanguages(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "ru", "?q="+url.QueryEscape("цифровая грамотность")+"&kind=clause")
	b.until("document.querySelector('.ks-others a[hreflang=zh]') !== null")
	b.click(".ks-others a[hreflang=zh]")
	b.at(built.http + "zh/protocols/ict-2021.html#c4")
}

func TestNothingFoundSaysWhatToTry(t *testing.T) {
	for lang := range searchWords {
		b := newTab(t)
		b.searchPage(built.http, lang, "?q=zzqqxxjjwwy&topic=ai")
		b.until("document.querySelectorAll('.ks-notes button').length === 2")
		if got := eval[string](b, "document.querySelector('.ks-answer').innerText"); !strings.Contains(got, "zzqqxxjjwwy") {
			t.Errorf("%s: the page does not say what was not found: %q", lang, got)
		}
		b.click(".ks-notes button:nth-of-type(1)")
		b.until("!location.search.includes('topic') && document.querySelectorAll('.ks-notes button').length === 1")
		b.click(".ks-notes button")
		b.until("location.search.includes('lang=all')")
		b.calm()
	}
}

func TestTypoIsCorrectedAndSaid(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "en", "?q=spectrom")
	b.until("document.querySelectorAll('" + hitSelector + "').length > 0")
	if got := eval[string](b, "document.querySelector('.ks-notes').innerText"); !strings.Contains(got, "spectrum") || !strings.Contains(got, "spectrom") {
		t.Errorf("the page does not say what was searched instead of what: %q", got)
	}
	b.click(".ks-notes p button")
	b.until("location.search.includes('exact') && document.querySelectorAll('" + hitSelector + "').length === 0")
	b.walk(-1)
	b.until("!location.search.includes('exact') && document.querySelectorAll('" + hitSelector + "').length > 0")
	b.calm()
}

func TestSearchPageByKeyboard(t *testing.T) {
	b := newTab(t)
	b.searchPage(built.http, "en", "?q=cooperation")
	b.answered("cooperation")
	b.strike("/", "Slash", "/")
	b.until("document.activeElement.matches('main input[name=q]')")
	b.press(kb.ArrowDown)
	b.press(kb.ArrowDown)
	b.until("document.activeElement === document.querySelectorAll('" + hitSelector + "')[1]")
	b.press(kb.ArrowUp)
	b.press(kb.ArrowUp)
	b.until("document.activeElement.matches('main input[name=q]')")
	b.press(kb.ArrowDown)
	b.press(kb.Escape)
	b.until("document.activeElement.matches('main input[name=q]')")
	if got := eval[string](b, "document.activeElement.value"); got != "cooperation" {
		t.Errorf("Escape in the hits empties the field: %q", got)
	}
	b.press(kb.ArrowDown)
	b.press(kb.Enter)
	b.until("!location.pathname.endsWith('/search.html')")
}

func TestBoxIsACombobox(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.open(base + "ru/topics/ai.html")
		b.strike("/", "Slash", "/")
		b.until("document.activeElement.matches('form.search input[role=combobox]')")
		b.paste("спектр")
		const field = "document.querySelector('form.search input')"
		b.until(field + ".getAttribute('aria-expanded') === 'true' && document.getElementById(" + field + ".getAttribute('aria-controls')).matches('[role=listbox]:not([hidden])')")
		if got := eval[string](b, "document.querySelector('.ks-popup [role=status]').textContent"); strings.Trim(got, "0123456789") == got {
			t.Errorf("the number of results is not announced: %q", got)
		}
		const active = "document.getElementById(" + field + ".getAttribute('aria-activedescendant'))"
		b.press(kb.ArrowDown)
		b.until(active + "?.matches('[role=option][aria-selected=true]:first-child')")
		b.press(kb.ArrowUp)
		b.until(active + " === null")
		b.press(kb.ArrowUp)
		b.until(active + "?.matches(':last-child')")
		b.press(kb.Escape)
		b.until(field + ".getAttribute('aria-expanded') === 'false' && " + field + ".value === 'спектр' && document.querySelector('.ks-popup').hidden")
		b.press(kb.ArrowDown)
		b.until(field + ".getAttribute('aria-expanded') === 'true'")
		b.press(kb.ArrowDown)
		wants := eval[string](b, active+".href")
		b.strike("Enter", "Enter", "\r")
		b.at(wants)

		b.typeInto("form.search input", "спектр")
		b.press(kb.Enter)
		b.at(base + "ru/search.html?q=" + url.QueryEscape("спектр"))
		b.answered("спектр")
		b.calm()
	})
}

func TestSearchScriptComesWhenItIsWanted(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "ru/index.html")
	if requests, _ := b.forget(); slices.ContainsFunc(requests, func(r string) bool { return strings.Contains(r, "/search/") }) {
		t.Errorf("a page asks for the search before a reader does: %q", requests)
	}
	b.click("form.search input")
	b.until("typeof Kengash === 'object'")
}

func TestSlowLinesAreTold(t *testing.T) {
	b := newTab(t)
	var slow atomic.Bool
	told := make(chan struct{})
	quick := host(built.dir, nil)
	base := serveFolder(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if slow.Load() {
			<-told
		}
		quick.ServeHTTP(w, r)
	}))
	goOn := sync.OnceFunc(func() { close(told) })
	t.Cleanup(goOn)
	b.searchPage(base, "ru", "")
	slow.Store(true)
	b.typeInto("main input[name=q]", "спектр")
	b.until("document.querySelector('.ks-answer[aria-busy=true] .ks-status')?.textContent.includes('…') ?? false")
	// What is typed while an answer is on its way is what is answered.
	b.script("document.querySelector('main input[name=q]').select()")
	for _, letter := range "грамотность" {
		b.press(string(letter))
	}
	goOn()
	b.until("document.querySelector('.ks-hit h2 mark')?.textContent.toLowerCase().startsWith('грамотност') && !document.querySelector('.ks-answer[aria-busy]')")
	b.calm()
}

func TestSearchWithoutJavaScript(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.withoutScripts()
		b.open(base + "en/topics/ai.html")
		b.typeInto("form.search input", "spectrum")
		b.press(kb.Enter)
		b.at(base + "en/search.html?q=spectrum")
		b.do(chromedp.WaitVisible(chromedp.CSS("main noscript p")))
		b.click(`main a[href$="topics/spectrum.html"]`)
		b.at(base + "en/topics/spectrum.html")
	})
}
