package browser

import (
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/storage"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

func serveFolder(t *testing.T, h http.Handler) string {
	t.Helper()
	s := httptest.NewServer(h)
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// everywhere runs a test at each address that the site is read at.
func everywhere(t *testing.T, test func(t *testing.T, base string)) {
	for name, base := range map[string]string{"root": built.http, "below a path": built.below, "file": built.file} {
		t.Run(name, func(t *testing.T) { test(t, base) })
	}
}

func TestRootLeadsToTheBrowsersLanguage(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		for wants, lang := range map[string]string{"ru-RU,ru,en": "ru", "zh-CN,en": "zh", "zh-TW": "zh", "en-GB,ru": "en", "fr,de,en": "en"} {
			b := newTab(t)
			b.speak(wants)
			b.open(base + "index.html")
			b.at(base + lang + "/index.html")
		}
	})
}

func TestRootStaysForOtherLanguages(t *testing.T) {
	b := newTab(t)
	b.speak("fr,de")
	b.open(built.http)
	b.at(built.http)
	for _, lang := range []string{"ru", "zh", "en"} {
		b.do(chromedp.WaitVisible(chromedp.CSS(`a[data-lang=` + lang + `]`)))
	}
	b.click("a[data-lang=zh]")
	b.at(built.http + "zh/index.html")
}

func TestChooserCanBeAskedFor(t *testing.T) {
	b := newTab(t)
	b.speak("en")
	b.open(built.http + "index.html#choose")
	b.at(built.http + "index.html#choose")
}

func TestStoredLanguageWins(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.speak("en")
		b.open(base + "ru/index.html")
		b.click("nav.languages a[data-lang=zh]")
		b.at(base + "zh/index.html")
		b.open(base + "index.html")
		b.at(base + "zh/index.html")
	})
}

func TestLanguageSwitchKeepsThePage(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "ru/topics/ai.html")
	b.click("nav.languages a[data-lang=en]")
	b.at(built.http + "en/topics/ai.html")
}

func TestLanguageIsRememberedWithoutCookies(t *testing.T) {
	b := newTab(t)
	b.open(built.http + "ru/index.html")
	b.click("nav.languages a[data-lang=zh]")
	b.at(built.http + "zh/index.html")
	b.click("button.theme")
	if got := slices.Sorted(maps.Keys(b.stored())); !slices.Equal(got, []string{"kengash-lang", "kengash-theme"}) {
		t.Errorf("the site stores %q", got)
	}
	cookies, err := chromedp.CallBrowser(b.ctx, storage.GetCookies, storage.GetCookiesParams{BrowserContextID: chromedp.FromContext(b.ctx).BrowserContextID})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cookies.Cookies {
		t.Errorf("the site sets the cookie %s", c.Name)
	}
}

func TestNothingIsStoredUnasked(t *testing.T) {
	b := newTab(t)
	b.speak("en")
	b.open(built.http)
	b.at(built.http + "en/index.html")
	if got := b.stored(); len(got) > 0 {
		t.Errorf("the site stores %v before the reader chose anything", got)
	}
}

// ground is the colour that a reader sees behind the text.
const ground = `(() => {
	const of = e => getComputedStyle(e).backgroundColor;
	return of(document.body) === 'rgba(0, 0, 0, 0)' ? of(document.documentElement) : of(document.body);
})()`

func TestThemeFollowsTheSystem(t *testing.T) {
	b := newTab(t)
	b.prefer("light")
	b.open(built.http + "ru/index.html")
	light := eval[string](b, ground)
	b.prefer("dark")
	if dark := eval[string](b, ground); dark == light {
		t.Errorf("the page is %s where the system is light and where it is dark", light)
	}
}

func TestThemeSwitchRemembers(t *testing.T) {
	b := newTab(t)
	b.prefer("light")
	b.open(built.http + "ru/index.html")
	light := eval[string](b, ground)
	said := map[string]bool{eval[string](b, "document.querySelector('button.theme').getAttribute('aria-label')"): true}

	// As the system has it, light, dark, and around.
	b.click("button.theme")
	b.click("button.theme")
	dark := eval[string](b, ground)
	if dark == light {
		t.Fatalf("the page stays %s when dark is chosen", dark)
	}
	said[eval[string](b, "document.querySelector('button.theme').getAttribute('aria-label')")] = true
	if len(said) != 2 {
		t.Errorf("the button says the same for both choices: %v", said)
	}
	b.open(built.http + "en/topics/ai.html")
	if got := eval[string](b, ground); got != dark {
		t.Errorf("the next page is %s, not %s", got, dark)
	}
	b.click("button.theme")
	if got := eval[string](b, ground); got != light {
		t.Errorf("back with the system the page is %s, not %s", got, light)
	}
	if got := b.stored(); len(got) > 0 {
		t.Errorf("back with the system %v stays stored", got)
	}
}

func TestClauseAnchorIsShown(t *testing.T) {
	for _, width := range []int64{320, 1280} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			b := newTab(t)
			b.do(chromedp.EmulateViewport(width, 640))
			for _, clause := range []string{"pre", "c3", "c6"} {
				b.open(built.http + "ru/protocols/ict-2021.html#" + clause)
				b.until(`(() => {
					const place = document.getElementById(location.hash.slice(1)), box = place.getBoundingClientRect();
					const top = box.top + 4;
					if (top < 0 || top > innerHeight) return false;
					const seen = document.elementFromPoint(box.left + box.width / 2, top);
					return seen === place || place.contains(seen) || seen.contains(place);
				})()`)
			}
		})
	}
}

func TestWithoutJavaScript(t *testing.T) {
	everywhere(t, func(t *testing.T, base string) {
		b := newTab(t)
		b.withoutScripts()
		b.open(base + "index.html")
		for _, lang := range []string{"ru", "zh", "en"} {
			b.do(chromedp.WaitVisible(chromedp.CSS(`a[data-lang=` + lang + `]`)))
		}
		b.click("a[data-lang=en]")
		b.at(base + "en/index.html")
		b.click(`main a[href$="protocols/ict-2021.html"]`)
		b.at(base + "en/protocols/ict-2021.html")
		b.click("nav.languages a[data-lang=ru]")
		b.at(base + "ru/protocols/ict-2021.html")
		// A button that does nothing would be a lie.
		if eval[bool](b, "document.querySelector('button.theme').checkVisibility()") {
			t.Error("the theme switch shows, though nothing can answer it")
		}
	})
}

func TestMenuOpensWithoutJavaScript(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(320, 640))
	b.withoutScripts()
	b.open(built.http + "ru/index.html")
	b.click(".menu summary")
	b.do(chromedp.WaitVisible(chromedp.CSS(`.menu a[href$="topics/index.html"]`)))
	b.click(`.menu a[href$="topics/index.html"]`)
	b.at(built.http + "ru/topics/index.html")
}

func TestEscapeClosesTheMenu(t *testing.T) {
	b := newTab(t)
	b.do(chromedp.EmulateViewport(320, 640))
	b.open(built.http + "ru/index.html")
	b.click(".menu summary")
	b.do(chromedp.WaitVisible(chromedp.CSS(`.menu a[href$="topics/index.html"]`)))
	b.press(kb.Escape)
	b.until("!document.querySelector('.menu details').open && document.activeElement.matches('.menu summary')")
}

func TestKeyboardReachesSkipLink(t *testing.T) {
	for _, page := range []string{"ru/index.html", "zh/topics/ai.html", "en/protocols/ict-2021.html"} {
		b := newTab(t)
		b.open(built.http + page)
		b.press(kb.Tab)
		if !eval[bool](b, `(() => {
			const link = document.activeElement, box = link.getBoundingClientRect();
			return link.matches('a.skip') && box.top >= 0 && box.left >= 0 && box.width > 20 && box.height > 20 &&
				link.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
		})()`) {
			t.Errorf("%s: the first Tab does not show the skip link, but %s", page, eval[string](b, "document.activeElement.outerHTML.slice(0, 100)"))
		}
		b.press(kb.Enter)
		b.until("document.activeElement.matches('main') && location.hash === '#k-main'")
		b.press(kb.Tab)
		if !eval[bool](b, "document.querySelector('main').contains(document.activeElement)") {
			t.Errorf("%s: after the skip link, Tab leads out of the content", page)
		}
	}
}

func TestKeyboardFocusIsShown(t *testing.T) {
	for _, scheme := range []string{"light", "dark"} {
		b := newTab(t)
		b.prefer(scheme)
		b.open(built.http + "ru/index.html")
		for range 12 {
			b.press(kb.Tab)
			if !eval[bool](b, `(() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; })()`) {
				t.Errorf("%s: no outline where the keyboard is: %s", scheme, eval[string](b, "document.activeElement.outerHTML.slice(0, 100)"))
			}
		}
	}
}

func TestUnknownAddressesAreAnsweredInTheirLanguage(t *testing.T) {
	for address, tag := range map[string]string{"ru/x": "ru", "zh/topics/none.html": "zh-Hans", "en/a/b/c/d": "en"} {
		b := newTab(t)
		b.open(built.http + address)
		if got := eval[string](b, "document.documentElement.lang"); got != tag {
			t.Errorf("%s is answered in %s", address, got)
		}
		if _, trouble := b.forget(); len(trouble) > 1 || (len(trouble) == 1 && !strings.Contains(trouble[0], "404")) {
			t.Errorf("%s: %q", address, trouble) // the page itself is a 404
		}
		b.click("main a")
		b.at(built.http + address[:2] + "/index.html")
	}
	b := newTab(t)
	b.open(built.http + "nowhere/at/all")
	b.click(`main [lang=en] a`)
	b.at(built.http + "en/index.html")
}
