package browser

import (
	"bufio"
	"net/url"
	"os"
	"os/exec"
	"regexp"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// serveExcerpt runs `kengash serve` on the excerpt until the test ends, and gives its address.
func serveExcerpt(t *testing.T) string {
	t.Helper()
	cmd := exec.Command(built.program, "serve", "-s", excerpt, "-p", "0")
	cmd.Env = append(os.Environ(), "TMPDIR="+t.TempDir())
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		_ = cmd.Wait()
	})
	lines := bufio.NewScanner(stdout)
	said := regexp.MustCompile(`^serving at (\S+)`)
	for lines.Scan() {
		if m := said.FindStringSubmatch(lines.Text()); m != nil {
			return m[1]
		}
	}
	t.Fatal("serve ended without an address")
	return ""
}

func TestServerAnswersTheFormWithoutScripts(t *testing.T) {
	b := newTab(t)
	base := serveExcerpt(t)
	b.withoutScripts()
	b.open(base + "ru/topics/ai.html")
	b.typeInto("form.search input", "цифровая грамотность")
	b.press(kb.Enter)
	b.at(base + "ru/search.html?q=" + url.QueryEscape("цифровая грамотность"))
	b.click(`.ks-facet.is-kind a[href*="kind=clause"]`)
	b.click(hitSelector)
	b.at(base + "ru/protocols/ict-2021.html#c4")

	// A browser with scripts shows its own view, and nothing twice.
	b = newTab(t)
	b.searchPage(base, "ru", "?q="+url.QueryEscape("цифровая грамотность"))
	b.answered("цифровая грамотность")
	if !eval[bool](b, "document.querySelectorAll('.ks-answer').length === 1 && document.querySelectorAll('.ks-status').length === 1") {
		t.Error("the hits are there twice")
	}
	b.calm()
}
