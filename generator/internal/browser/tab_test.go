package browser

import (
	"context"
	"fmt"
	"net/url"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// guard ends a test that hangs. No test relies on its length.
const guard = 5 * time.Minute

// tab is a page of a browser that has never seen the site: nothing is stored, nothing is cached.
type tab struct {
	testing.TB
	ctx context.Context

	mu       sync.Mutex
	requests []string // what pages asked for
	trouble  []string // what the browser complained about: policy, scripts, what could not be loaded
}

// newTab opens a tab, or skips the test where there is no browser.
func newTab(t testing.TB) *tab {
	t.Helper()
	return newTabIn(t, noto)
}

// newTabIn opens a tab of a browser that has the fonts.
func newTabIn(t testing.TB, f *fonts) *tab {
	t.Helper()
	if os.Getenv("KENGASH_BROWSER") == "" {
		t.Skip("NOT RUN: set KENGASH_BROWSER to the path of a Chromium, or use make test")
	}
	browser, err := f.launched()
	if err != nil {
		t.Fatal(err)
	}
	b := &tab{TB: t}
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext(), chromedp.WithListener(b.hear))
	t.Cleanup(cancel)
	var stop context.CancelFunc
	b.ctx, stop = context.WithTimeout(ctx, guard)
	t.Cleanup(stop)
	b.do(chromedp.EmulateViewport(1280, 800))
	return b
}

// hear takes down what a page does. The browser waits while it runs.
func (b *tab) hear(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	case *network.EventLoadingFailed:
		// A page that is left while it loads cancels what it waits for.
		if !e.Canceled {
			b.trouble = append(b.trouble, fmt.Sprintf("%s not loaded: %s %s", e.Type, e.ErrorText, e.BlockedReason))
		}
	case *network.EventResponseReceived:
		if e.Type != network.ResourceTypeDocument && e.Response.Status >= 400 {
			b.trouble = append(b.trouble, fmt.Sprintf("%d for %s", e.Response.Status, e.Response.URL))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError || e.Entry.Level == log.EntryLevelWarning {
			b.trouble = append(b.trouble, fmt.Sprintf("%s: %s", e.Entry.Source, e.Entry.Text))
		}
	case *runtime.EventExceptionThrown:
		b.trouble = append(b.trouble, "script: "+e.ExceptionDetails.Text)
	}
}

// forget empties what was taken down, and gives it.
func (b *tab) forget() (requests, trouble []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	requests, trouble = b.requests, b.trouble
	b.requests, b.trouble = nil, nil
	return requests, trouble
}

// hears waits until the browser has complained of each of some things.
func (b *tab) hears(things ...string) {
	b.Helper()
	for {
		b.mu.Lock()
		heard := strings.Join(b.trouble, "\n")
		b.mu.Unlock()
		i := slices.IndexFunc(things, func(thing string) bool { return !strings.Contains(heard, thing) })
		if i < 0 {
			return
		}
		select {
		case <-b.ctx.Done():
			b.Fatalf("nothing was heard of %s: %q", things[i], heard)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) open(address string) {
	b.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Navigate(address)); err != nil {
		b.Fatalf("%s: %v", address, err)
	}
}

func (b *tab) click(selector string) {
	b.Helper()
	if err := chromedp.Do(b.ctx, chromedp.Click(chromedp.CSS(selector))); err != nil {
		b.Fatalf("click %s: %v", selector, err)
	}
}

func (b *tab) press(keys string) {
	b.Helper()
	b.do(chromedp.KeyEvent(keys))
}

// walk goes through the history of the tab, back or forward. The script has returned before the
// page is left, which would take its value away.
func (b *tab) walk(steps int) {
	b.Helper()
	b.script(fmt.Sprintf("void setTimeout(() => history.go(%d))", steps))
}

// speak sets the languages that the browser asks for.
func (b *tab) speak(languages string) {
	b.Helper()
	params := emulation.SetUserAgentOverrideParams{UserAgent: eval[string](b, "navigator.userAgent"), AcceptLanguage: languages}
	if _, err := chromedp.Call(b.ctx, emulation.SetUserAgentOverride, params); err != nil {
		b.Fatal(err)
	}
}

// prefer sets what the system prefers, light or dark.
func (b *tab) prefer(scheme string) {
	b.Helper()
	params := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
		b.Fatal(err)
	}
}

// printed shows pages as they are printed, or no longer.
func (b *tab) printed(on bool) {
	b.Helper()
	params := emulation.SetEmulatedMediaParams{Media: map[bool]string{true: "print", false: ""}[on]}
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, params); err != nil {
		b.Fatal(err)
	}
}

func (b *tab) withoutScripts() {
	b.Helper()
	if _, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
		b.Fatal(err)
	}
}

// eval gives the value of a script in the page.
func eval[T any](b *tab, script string) T {
	b.Helper()
	value, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.Fatalf("%s: %v", script, err)
	}
	return value
}

// until waits for a script to be true, in whatever page the tab shows by then.
func (b *tab) until(script string) {
	b.Helper()
	for {
		// A page that is being replaced cannot be asked.
		if ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool](script)); err == nil && ok {
			return
		}
		select {
		case <-b.ctx.Done():
			b.Fatalf("never true: %s", script)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// at waits until the tab shows a page with all that belongs to it.
func (b *tab) at(address string) {
	b.Helper()
	b.until(fmt.Sprintf("location.href === %q && document.readyState === 'complete'", address))
}

// stored is what the site keeps in the browser.
func (b *tab) stored() map[string]string {
	b.Helper()
	return eval[map[string]string](b, "Object.assign({}, localStorage)")
}

// outside reports whether a request goes beyond the site at an address.
func outside(address, root string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	switch u.Scheme {
	case "data", "blob", "about", "file":
		return false
	}
	return !strings.HasPrefix(address, root)
}
