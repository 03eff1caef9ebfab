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

// served is a running `kengash serve`.
type served struct {
	t       *testing.T
	address string
	stderr  output
	temp    string // its folder for temporary files
	cmd     *exec.Cmd
	ended   chan struct{} // nothing more is said
}

// serve runs `kengash serve` on a folder until it is stopped, or the test ends.
func serve(t *testing.T, source string) *served {
	t.Helper()
	s := &served{t: t, temp: t.TempDir(), ended: make(chan struct{})}
	s.cmd = exec.Command(built.program, "serve", "-s", source, "-p", "0")
	s.cmd.Env = append(os.Environ(), "TMPDIR="+s.temp)
	s.cmd.Stderr = &s.stderr
	stdout, err := s.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if s.cmd.ProcessState == nil {
			_ = s.cmd.Process.Kill()
			_ = s.cmd.Wait()
		}
	})
	lines := bufio.NewScanner(stdout)
	said := regexp.MustCompile(`^serving at (\S+)`)
	for s.address == "" && lines.Scan() {
		if m := said.FindStringSubmatch(lines.Text()); m != nil {
			s.address = m[1]
		}
	}
	if s.address == "" {
		t.Fatalf("serve ended without an address: %s", s.stderr.String())
	}
	go func() { // a full pipe would stop the server
		defer close(s.ended)
		for lines.Scan() {
		}
	}()
	return s
}

// stop ends it as Ctrl-C does.
func (s *served) stop() {
	s.t.Helper()
	if err := s.cmd.Process.Signal(os.Interrupt); err != nil {
		s.t.Fatal(err)
	}
	<-s.ended
	const interrupted = 130 // as shells say it
	if err := s.cmd.Wait(); s.cmd.ProcessState.ExitCode() != interrupted {
		s.t.Errorf("Ctrl-C ends serve with %v: %s", err, s.stderr.String())
	}
	left, err := os.ReadDir(s.temp)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, f := range left {
		s.t.Errorf("serve leaves %s behind", f.Name())
	}
}

// edit puts something at the end of a file, and returns a function that takes it away again. Like
// an editor it puts a new file in the place of the old one, so that nobody reads half of it.
func edit(t *testing.T, file, more string) (undo func()) {
	t.Helper()
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write := func(content string) {
		next := filepath.Join(t.TempDir(), "next")
		err := os.WriteFile(next, []byte(content), 0o644)
		if err == nil {
			err = os.Rename(next, file)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write(string(before) + more)
	return func() { write(string(before)) }
}

// TestServeReloadsOnChange edits a text while a page is open.
func TestServeReloadsOnChange(t *testing.T) {
	b := newTab(t)
	source := t.TempDir()
	if err := os.CopyFS(source, os.DirFS(excerpt)); err != nil {
		t.Fatal(err)
	}
	s := serve(t, source)
	page := s.address + "ru/pages/about.html"
	text := filepath.Join(source, "content", "ru", "pages", "about.md")
	b.open(page)
	edit(t, text, "\n\nСтрока, которой не было.\n")
	b.until("location.href === '" + page + "' && document.body.textContent.includes('Строка, которой не было.')")

	// A mistake is told, and the last good site stays. After it is mended the open page goes on by
	// itself.
	mend := edit(t, filepath.Join(source, "data", "topics", "ai.toml"), "\nthis is no TOML\n")
	for !strings.Contains(s.stderr.String(), "not updated") {
		if b.ctx.Err() != nil {
			t.Fatalf("the mistake was not told: %q", s.stderr.String())
		}
		b.do(chromedp.Sleep(20e6))
	}
	if got := s.stderr.String(); !strings.Contains(got, "ai.toml") {
		t.Errorf("the problem does not name its file: %q", got)
	}
	b.open(page)
	if !eval[bool](b, "document.body.textContent.includes('Строка, которой не было.')") {
		t.Error("the last good page is gone after a mistake")
	}
	mend()
	edit(t, text, "\n\nДругая строка.\n")
	b.until("document.body.textContent.includes('Другая строка.')")
	s.stop()
}
