package browser

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
)

// urdu builds the sample collection in Urdu, and gives its folder and its address.
func urdu(t *testing.T) (dir, base string) {
	t.Helper()
	return buildSite(t, filepath.Join(repository, "examples", "urdu"))
}

func TestRightToLeftPagesAreMirrored(t *testing.T) {
	_, base := urdu(t)
	b := newTab(t)
	b.do(chromedp.EmulateViewport(1280, 800))
	b.open(base + "ur/instruments/reading-rooms-plan.html")
	for what, script := range map[string]string{
		"the emblem is at the right":            `document.querySelector('.brand').getBoundingClientRect().right > innerWidth * .9`,
		"the languages are at the left":         `document.querySelector('nav.languages').getBoundingClientRect().left < innerWidth * .2`,
		"the facts are left of the content":     `document.querySelector('.facts').getBoundingClientRect().right < document.querySelector('.content').getBoundingClientRect().left`,
		"the timeline's line is at the right":   `parseFloat(getComputedStyle(document.querySelector('.timeline > li')).borderRightWidth) > 0`,
		"a heading begins at the right":         `getComputedStyle(document.querySelector('h1')).direction === 'rtl'`,
		"the breadcrumbs point to the left":     `getComputedStyle(document.querySelector('.crumbs li + li'), '::before').content.includes('‹')`,
		"names of files run from left to right": `getComputedStyle(document.querySelector('.files code')).direction === 'ltr'`,
	} {
		if !eval[bool](b, script) {
			t.Errorf("not so: %s", what)
		}
	}
	// A heading that English lends runs from left to right, and begins where the page's own do.
	b.open(base + "ur/notes/river-book-boats.html")
	if !eval[bool](b, `(() => { const s = getComputedStyle(document.querySelector('h1')); return s.direction === 'ltr' && s.textAlign === 'end' })()`) {
		t.Error("a lent heading is not at the right")
	}
}

func TestRightToLeftPagesFitNarrowWindows(t *testing.T) {
	dir, base := urdu(t)
	b := newTab(t)
	b.do(chromedp.EmulateViewport(320, 640))
	seen := 0
	err := fs.WalkDir(os.DirFS(dir), "ur", func(name string, d fs.DirEntry, err error) error {
		if err != nil || path.Ext(name) != ".html" {
			return err
		}
		seen++
		b.open(base + name)
		if width := eval[int](b, "document.documentElement.scrollWidth"); width > 320 {
			t.Errorf("%s is %d pixels wide", name, width)
		}
		return nil
	})
	if err != nil || seen < 20 {
		t.Fatalf("%d pages, %v", seen, err)
	}
}

func TestSearchSpeaksALanguageThatIsAdded(t *testing.T) {
	_, base := urdu(t)
	b := newTab(t)
	b.open(base + "ur/search.html?q=" + "تعلیم")
	b.until(`/نتائج|نتیجہ/.test(document.querySelector('.ks-status')?.textContent ?? '')`)
	b.until(`document.querySelectorAll('.ks-hit').length > 0`)
	if got := eval[string](b, `getComputedStyle(document.querySelector('.ks-hit')).direction`); got != "rtl" {
		t.Errorf("hits run %s", got)
	}
}

func TestRootKnowsRegions(t *testing.T) {
	_, base := urdu(t)
	for wants, lang := range map[string]string{"ur-PK,en": "ur", "fr,ur": "ur", "en-PK,ur": "en"} {
		b := newTab(t)
		b.speak(wants)
		b.open(base)
		b.at(base + lang + "/index.html")
	}
}

func TestBackFromTheFirstPageDoesNotLoop(t *testing.T) {
	b := newTab(t)
	b.speak("en")
	b.open(built.http + "ru/topics/ai.html")
	b.open(built.http)
	b.at(built.http + "en/index.html")
	b.walk(-1)
	b.at(built.http + "ru/topics/ai.html")
}
