package browser

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// output is what a running command has said so far.
type output struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (o *output) Write(p []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.Write(p)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.buf.String()
}

// TestServeReloadsOnChange runs `kengash serve` and edits a text while a page is open.
func TestServeReloadsOnChange(t *testing.T) {
	b := newTab(t)
	source := t.TempDir()
	if err := os.CopyFS(source, os.DirFS(excerpt)); err != nil {
		t.Fatal(err)
	}

	temp := t.TempDir()
	cmd := exec.Command(built.program, "serve", "-s", source, "-p", "0")
	cmd.Env = append(os.Environ(), "TMPDIR="+temp)
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var stderr output
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	stopped := false
	defer func() {
		if !stopped {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		}
	}()
	lines := bufio.NewScanner(stdout)
	address := ""
	said := regexp.MustCompile(`^serving at (\S+)`)
	for address == "" && lines.Scan() {
		if m := said.FindStringSubmatch(lines.Text()); m != nil {
			address = m[1]
		}
	}
	if address == "" {
		t.Fatalf("serve ended without an address: %s", stderr.String())
	}
	read := make(chan struct{})
	go func() { // a full pipe would stop the server
		defer close(read)
		for lines.Scan() {
		}
	}()

	page := address + "ru/pages/about.html"
	b.open(page)
	text := filepath.Join(source, "content", "ru", "pages", "about.md")
	before, err := os.ReadFile(text)
	if err != nil {
		t.Fatal(err)
	}
	write := func(content string) {
		t.Helper()
		if err := os.WriteFile(text, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(string(before) + "\n\nСтрока, которой не было.\n")
	b.until("location.href === '" + page + "' && document.body.textContent.includes('Строка, которой не было.')")

	// A mistake is told, and the last good site stays. After it is mended the open page goes on by itself.
	broken := filepath.Join(source, "data", "topics", "ai.toml")
	good, err := os.ReadFile(broken)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(broken, append(good, "\nthis is no TOML\n"...), 0o644); err != nil {
		t.Fatal(err)
	}
	for !strings.Contains(stderr.String(), "not built") {
		if b.ctx.Err() != nil {
			t.Fatalf("the mistake was not told: %q", stderr.String())
		}
		b.do(chromedp.Sleep(20e6))
	}
	if got := stderr.String(); !strings.Contains(got, "ai.toml") {
		t.Errorf("the problem does not name its file: %q", got)
	}
	b.open(page)
	if !eval[bool](b, "document.body.textContent.includes('Строка, которой не было.')") {
		t.Error("the last good page is gone after a mistake")
	}
	if err := os.WriteFile(broken, good, 0o644); err != nil {
		t.Fatal(err)
	}
	write(string(before) + "\n\nДругая строка.\n")
	b.until("document.body.textContent.includes('Другая строка.')")

	stopped = true
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	<-read
	if err := cmd.Wait(); err != nil {
		t.Errorf("Ctrl-C ends serve with %v: %s", err, stderr.String())
	}
	left, err := os.ReadDir(temp)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range left {
		t.Errorf("serve leaves %s behind", f.Name())
	}
}
