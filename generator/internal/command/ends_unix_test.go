//go:build unix

package command

import (
	"bytes"
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A building is a real process of kengash, with a folder for temporary files of its own.
type building struct {
	*exec.Cmd
	dest, temp     string
	stdout, stderr bytes.Buffer
	ended          chan error
}

// newBuilding prepares a build of a site, which lies in a folder of its own.
func newBuilding(t *testing.T, source, dest, temp string) *building {
	t.Helper()
	b := &building{dest: dest, temp: temp, ended: make(chan error, 1)}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	b.Cmd = exec.Command(exe)
	b.Args = []string{"kengash", "build", "-s", source, "-d", dest} // by its name TestMain knows what it is to be
	b.Env = append(os.Environ(), "TMPDIR="+temp)
	b.Stdout, b.Stderr = &b.stdout, &b.stderr
	return b
}

func startBuilding(t *testing.T, source, dest, temp string) *building {
	t.Helper()
	b := newBuilding(t, source, dest, temp)
	if err := b.Start(); err != nil {
		t.Fatal(err)
	}
	go func() { b.ended <- b.Wait() }()
	t.Cleanup(func() { _ = b.Process.Kill() })
	return b
}

// stop sends a signal, waits for the end, and returns the exit code; -1 where the signal itself
// ended the process. A process that hangs fails the test.
func (b *building) stop(t *testing.T, s os.Signal) int {
	t.Helper()
	_ = b.Process.Signal(s)
	select {
	case <-b.ended:
	case <-time.After(guard):
		_ = b.Process.Kill()
		t.Fatalf("the build hangs: %s", b.stderr.String())
	}
	return b.ProcessState.ExitCode()
}

// left returns what lies in the folder for temporary files and beside the destination.
func (b *building) left(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, dir := range []string{b.temp, filepath.Dir(b.dest)} {
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if name := filepath.Join(dir, e.Name()); name != b.dest {
				names = append(names, name)
			}
		}
	}
	return names
}

// content returns all files of a folder.
func content(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(p)
		files[p] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func same(a, b map[string]string) bool {
	for name, text := range a {
		if b[name] != text {
			return false
		}
	}
	return len(a) == len(b)
}

// KENGASH_STOPS says how many builds are stopped, if not a few (make stops).
func TestABuildEndsAtASignal(t *testing.T) {
	stops := 4
	if n, err := strconv.Atoi(os.Getenv("KENGASH_STOPS")); err == nil {
		stops = n
	}
	dest, temp := filepath.Join(t.TempDir(), "public"), t.TempDir()
	start := time.Now()
	first := startBuilding(t, fixture, dest, temp)
	if err := <-first.ended; err != nil {
		t.Fatalf("%v: %s", err, first.stderr.String())
	}
	took, want := time.Since(start), content(t, dest)
	signals := []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP}
	codes := map[int]int{}
	for i := range stops {
		b := startBuilding(t, fixture, dest, temp)
		time.Sleep(rand.N(took)) // the moment, not a deadline
		s := signals[i%len(signals)]
		code := b.stop(t, s)
		codes[code]++
		switch said := b.stderr.String(); {
		case code == 0, code == -1: // it was faster, or the program had not begun
		case code != 128+int(s) || !strings.Contains(said, "kengash: stopped by a signal ("+s.String()+")\n"):
			t.Errorf("%v: the exit code is %d, and it says %q", s, code, said)
		}
		if left := b.left(t); len(left) > 0 {
			t.Errorf("%v left %q behind", s, left)
		}
		if !same(content(t, dest), want) {
			t.Fatalf("%v: the site is not whole", s)
		}
	}
	t.Logf("exit codes and how often: %v", codes)
}

// hung starts the build of a site whose home page takes for ever, and returns when it renders.
func hung(t *testing.T, dest, temp string) *building {
	t.Helper()
	source := filepath.Join(t.TempDir(), "site")
	if err := os.CopyFS(source, os.DirFS(fixture)); err != nil {
		t.Fatal(err)
	}
	const endless = `{{ define "main" }}{{ range seq 100000 }}{{ range seq 100000 }}{{ end }}{{ end }}{{ end }}`
	layout := filepath.Join(source, "layouts", "home.html")
	if err := os.MkdirAll(filepath.Dir(layout), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(layout, []byte(endless), 0o644); err != nil {
		t.Fatal(err)
	}
	b := startBuilding(t, source, dest, temp)
	for {
		if pages, _ := filepath.Glob(filepath.Join(filepath.Dir(dest), ".public.kengash-*", "*", "*.html")); len(pages) > 0 {
			return b
		}
		select {
		case err := <-b.ended:
			t.Fatalf("the build ended by itself: %v: %s", err, b.stderr.String())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

func TestARenderThatHangsIsKilled(t *testing.T) {
	dest, temp := filepath.Join(t.TempDir(), "public"), t.TempDir()
	b := hung(t, dest, temp)

	var said bytes.Buffer
	if code := Run(context.Background(), []string{"build", "-s", fixture, "-d", dest}, nil, new(bytes.Buffer), &said); code != 1 ||
		!strings.Contains(said.String(), "another build for "+dest+" is running") {
		t.Errorf("a second build ends with %d and says %q", code, said.String())
	}
	if code := b.stop(t, syscall.SIGTERM); code != 128+int(syscall.SIGTERM) {
		t.Errorf("the exit code is %d: %s", code, b.stderr.String())
	}
	if left := b.left(t); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// The build itself is killed, and can clean up nothing.
func TestTheNextBuildCleansUp(t *testing.T) {
	dest, temp := filepath.Join(t.TempDir(), "public"), t.TempDir()
	b := hung(t, dest, temp)
	b.stop(t, syscall.SIGKILL)
	next := startBuilding(t, fixture, dest, temp)
	if err := <-next.ended; err != nil {
		t.Fatalf("%v: %s", err, next.stderr.String())
	}
	if left := next.left(t); len(left) > 0 {
		t.Errorf("the next build left %q behind", left)
	}
}

func TestServeEndsAtASignal(t *testing.T) {
	b := newBuilding(t, fixture, filepath.Join(t.TempDir(), "public"), t.TempDir())
	b.Args = []string{"kengash", "serve", "-s", fixture, "-p", "0"}
	b.Stdout = nil
	out, err := b.StdoutPipe()
	if err == nil {
		err = b.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Process.Kill() })
	if _, err := out.Read(make([]byte, 1)); err != nil { // it serves
		t.Fatalf("%v: %s", err, b.stderr.String())
	}
	go func() { b.ended <- b.Wait() }()
	if code := b.stop(t, syscall.SIGTERM); code != 128+int(syscall.SIGTERM) {
		t.Errorf("the exit code is %d: %s", code, b.stderr.String())
	}
	if left := b.left(t); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}
