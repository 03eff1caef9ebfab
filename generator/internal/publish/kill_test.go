package publish

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// The test binary is also the program that is killed: with childDest set it
// publishes one version after the other until it dies. So that a test that
// goes wrong leaves none running, it ends with its parent, which holds its stdin.
const (
	childDest    = "PUBLISH_TEST_DEST"
	childVersion = "PUBLISH_TEST_VERSION"
	childKillAt  = "PUBLISH_TEST_KILL_AT" // the step at which it kills itself
)

func TestMain(m *testing.M) {
	if dest := os.Getenv(childDest); dest != "" {
		child(dest)
	}
	os.Exit(m.Run())
}

func child(dest string) {
	if at := os.Getenv(childKillAt); at != "" {
		checkpoint = func(step string) {
			if step == at {
				self, _ := os.FindProcess(os.Getpid())
				_ = self.Kill()
				select {}
			}
		}
	}
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		os.Exit(1)
	}()
	fmt.Println("started")
	for i := 0; ; i++ {
		if err := publishSite(dest, fmt.Sprintf("%s-%d", os.Getenv(childVersion), i), Options{}); err != nil {
			fmt.Println("error:", err)
			os.Exit(1)
		}
	}
}

// startChild starts the program and gives its output after the first line,
// with which it says that it runs.
func startChild(t *testing.T, dest, version, killAt string) (*exec.Cmd, io.Reader) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), childDest+"="+dest, childVersion+"="+version, childKillAt+"="+killAt)
	cmd.Stderr = os.Stderr
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReader(out)
	if line, err := r.ReadString('\n'); line != "started\n" {
		cmd.Process.Kill()
		cmd.Wait()
		t.Fatalf("the program says %q, %v", line, err)
	}
	return cmd, r
}

// waitKilled waits for the program and makes sure that it was the kill that
// ended it.
func waitKilled(t *testing.T, cmd *exec.Cmd, out io.Reader) {
	t.Helper()
	text, _ := io.ReadAll(out)
	cmd.Wait()
	if len(text) > 0 || cmd.ProcessState.Exited() && os.PathSeparator == '/' {
		t.Fatalf("the program ended by itself: %v: %s", cmd.ProcessState, text)
	}
}

func leftovers(t *testing.T, dest string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dest))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), workPrefix(dest)) {
			names = append(names, e.Name())
		}
	}
	return names
}

func TestKilledAtRandomMoments(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "0-0")
	sites := map[string]bool{}
	stale := 0
	for i := range 20 {
		cmd, out := startChild(t, dest, fmt.Sprint(i+1), "")
		time.Sleep(rand.N(60 * time.Millisecond)) // the moment, not a deadline
		cmd.Process.Kill()
		waitKilled(t, cmd, out)
		version := readVersion(t, dest)
		sites[version] = true
		if n := len(leftovers(t, dest)); n > 0 {
			stale++
			if n > 3 {
				t.Errorf("left-overs add up: %q", leftovers(t, dest))
			}
		}
	}
	mustPublish(t, dest, "last")
	if v := readVersion(t, dest); v != "last" {
		t.Errorf("version = %q", v)
	}
	wantEntries(t, dir, "public")
	t.Logf("%d different sites seen after 20 kills, %d of which left something to remove", len(sites), stale)
}

func TestKilledAtEveryStep(t *testing.T) {
	tests := []struct {
		step string
		want string
		left int // stage, probe and lock
	}{
		{stepOpened, "old", 1},
		{stepLocked, "old", 1},
		{stepProbing, "old", 3},
		{stepStaged, "old", 2},
		{stepSynced, "old", 2},
		{stepSwapped, "new-0", 2},
		{stepRemoved, "new-0", 1},
	}
	for _, test := range tests {
		t.Run(test.step, func(t *testing.T) {
			dir := tempDir(t)
			dest := filepath.Join(dir, "public")
			mustPublish(t, dest, "old")
			cmd, out := startChild(t, dest, "new", test.step)
			waitKilled(t, cmd, out)
			if v := readVersion(t, dest); v != test.want {
				t.Errorf("version = %q, want %q", v, test.want)
			}
			if left := leftovers(t, dest); len(left) != test.left {
				t.Errorf("left are %q, want %d; the test is not at the step it means", left, test.left)
			}
			// A Prepare alone, of a build that then fails, cleans up.
			s, err := Prepare(dest, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if err := s.Discard(); err != nil {
				t.Fatal(err)
			}
			wantEntries(t, dir, "public")
			if v := readVersion(t, dest); v != test.want {
				t.Errorf("version = %q, want %q", v, test.want)
			}
		})
	}
}

// The first build of all, killed before there is a site.
func TestKilledBeforeTheFirstSite(t *testing.T) {
	for _, step := range []string{stepStaged, stepSynced, stepSwapped} {
		t.Run(step, func(t *testing.T) {
			dir := tempDir(t)
			dest := filepath.Join(dir, "public")
			cmd, out := startChild(t, dest, "new", step)
			waitKilled(t, cmd, out)
			if step == stepSwapped {
				readVersion(t, dest)
			} else if _, err := os.Lstat(dest); err == nil {
				t.Error("there is a destination already")
			}
			mustPublish(t, dest, "last")
			wantEntries(t, dir, "public")
		})
	}
}

// A build in another process is as much in the way as one in this process.
func TestOtherProcessIsBuilding(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	cmd, out := startChild(t, dest, "other", "")
	text, _ := io.ReadAll(out)
	if err := cmd.Wait(); err == nil {
		t.Error("the other build went through")
	}
	if !strings.Contains(string(text), fmt.Sprintf("another build for %s is running (process %d", dest, os.Getpid())) {
		t.Errorf("the other build says %q", text)
	}
	if err := writeSite(s.Dir(), "first"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if v := readVersion(t, dest); v != "first" {
		t.Errorf("version = %q", v)
	}
	wantEntries(t, dir, "public")
}
