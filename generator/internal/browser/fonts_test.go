package browser

import (
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// fonts is a set of fonts that a browser has, and nothing else. What a reader has differs widely,
// so pages are looked at in sets as different as can be.
type fonts struct {
	folders           string // environment variable with their folders, as tools/need prints them
	sans, serif, mono string // what the generic families stand for
	launched          func() (context.Context, error)
}

var (
	// noto has every script; most tests run in it.
	noto = &fonts{folders: "KENGASH_NOTO", sans: "Noto Sans", serif: "Noto Serif", mono: "Noto Sans Mono"}
	// dejavu is wide, and has no Chinese.
	dejavu = &fonts{folders: "KENGASH_DEJAVU", sans: "DejaVu Sans", serif: "DejaVu Serif", mono: "DejaVu Sans Mono"}
)

func init() {
	for _, f := range []*fonts{noto, dejavu} {
		f.launched = sync.OnceValues(f.launch)
	}
}

// launching guards built.cleanup while tests that run at a time want different sets.
var launching sync.Mutex

// launch starts a browser that has the fonts.
func (f *fonts) launch() (context.Context, error) {
	config, err := f.config()
	if err != nil {
		return nil, err
	}
	ctx, stop := launch(os.Getenv("KENGASH_BROWSER"), chromedp.Env("FONTCONFIG_FILE="+config))
	launching.Lock()
	built.cleanup = append(built.cleanup, stop)
	launching.Unlock()
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("starting %s: %w", os.Getenv("KENGASH_BROWSER"), err)
	}
	return ctx, nil
}

// config writes a configuration of fontconfig that knows only the set's folders, with a cache of
// its own, and returns its path.
func (f *fonts) config() (string, error) {
	folders := filepath.SplitList(os.Getenv(f.folders))
	if len(folders) == 0 {
		return "", fmt.Errorf("%s does not name the folders of %s; use make test", f.folders, f.sans)
	}
	type alias struct {
		Generic string `xml:"family"`
		Family  string `xml:"prefer>family"`
	}
	config := struct {
		XMLName xml.Name `xml:"fontconfig"`
		Dirs    []string `xml:"dir"`
		Cache   string   `xml:"cachedir"`
		Aliases []alias  `xml:"alias"`
	}{
		Dirs: folders, Cache: filepath.Join(built.temp, "fontconfig"),
		Aliases: []alias{{"sans-serif", f.sans}, {"serif", f.serif}, {"monospace", f.mono}},
	}
	data, err := xml.MarshalIndent(config, "", " ")
	if err != nil {
		return "", err
	}
	name := filepath.Join(built.temp, strings.ReplaceAll(f.sans, " ", "-")+".conf")
	return name, os.WriteFile(name, append([]byte(xml.Header), data...), 0o644)
}

// The sets differ: without that, tests in both would prove no more than in one.
func TestTheSetsOfFontsDiffer(t *testing.T) {
	newTab(t) // says why it is skipped
	width := func(f *fonts) float64 {
		b := newTabIn(t, f)
		b.open("data:text/html,<span style='font:100px sans-serif'>Millimetre Совещание</span>")
		return eval[float64](b, "document.querySelector('span').getBoundingClientRect().width")
	}
	if n, d := width(noto), width(dejavu); n == 0 || d < n*1.08 {
		t.Errorf("the same words are %.0f pixels wide in Noto Sans, %.0f in DejaVu Sans", n, d)
	}
}
