package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func TestSecondBuildIsRefused(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	first, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Discard()
	if err := writeSite(first.Dir(), "first"); err != nil {
		t.Fatal(err)
	}

	other := link(t, "public", filepath.Join(dir, "www"))
	for _, d := range []string{dest, other} {
		_, err = Prepare(d, Options{Force: true})
		wantRefusal(t, err, "another build", fmt.Sprintf("process %d", os.Getpid()), "wait until it has ended")
		if !errors.Is(err, ErrBusy) {
			t.Errorf("%v is not ErrBusy", err)
		}
	}
	// Neighbours are not in the way, not even those of a similar name.
	for _, name := range []string{"other", "public.kengash-b", "public2"} {
		mustPublish(t, filepath.Join(dir, name), "neighbour")
	}

	// The live stage was left alone.
	if err := first.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	if v := readVersion(t, dest); v != "first" {
		t.Errorf("version = %q", v)
	}
	mustPublish(t, dest, "second")
	wantEntries(t, dir, "other", "public", "public.kengash-b", "public2", "www")
}

// The build before removes its lock file just when the next one has opened
// it: a lock on a file without a name keeps nobody out.
func TestLockFileRemovedInBetween(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	first, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	opened := 0
	checkpoint = func(step string) {
		if step != stepOpened {
			return
		}
		if opened++; opened == 1 {
			if err := first.Discard(); err != nil {
				t.Error(err)
			}
		}
	}
	t.Cleanup(func() { checkpoint = func(string) {} })
	second, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if opened != 2 {
		t.Errorf("the lock file was opened %d times, want 2", opened)
	}
	if _, err := Prepare(dest, Options{}); !errors.Is(err, ErrBusy) {
		t.Errorf("error = %v, want ErrBusy", err)
	}
	if err := second.Discard(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, dir)
}

func TestManyBuildsAtOnce(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	const builders, rounds = 6, 5
	errs := make(chan error, builders)
	var refused atomic.Int64
	for b := range builders {
		go func() {
			for r := 0; r < rounds; {
				err := publishSite(dest, fmt.Sprintf("%d-%d", b, r), Options{})
				switch {
				case err == nil:
					r++
				case errors.Is(err, ErrBusy):
					refused.Add(1)
					time.Sleep(time.Millisecond) // leave the others room to build
				default:
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	for range builders {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	readVersion(t, dest)
	wantEntries(t, dir, "public")
	t.Logf("%d builds published, %d refused", builders*rounds, refused.Load())
}

func TestLeftoversAreRemoved(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")

	// Of killed builds of this destination.
	write(t, filepath.Join(dir, ".public.kengash-0123456789abcdef", "posts", "index.html"), "half")
	mkdir(t, filepath.Join(dir, ".public.kengash-fedcba9876543210"))
	write(t, filepath.Join(dir, ".public.kengash-00000000000000aa-old", "index.html"), "aside")
	locked := mkdir(t, filepath.Join(dir, ".public.kengash-00000000000000bb", "readonly"))
	write(t, filepath.Join(locked, "f"), "")
	if err := os.Chmod(locked, 0o500); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, ".public.kengash-lock"), "process 1\n")
	// Of others.
	keep := []string{
		".public.kengash-0123456789abcdeg",
		".public.kengash-0123",
		".public.kengash-x.kengash-0123456789abcdef",
		".public.kengash-notes",
		".www.kengash-0123456789abcdef",
		"public.kengash-0123456789abcdef",
	}
	for _, name := range keep {
		write(t, filepath.Join(dir, name, "f"), "")
	}
	outside := write(t, filepath.Join(tempDir(t), "f"), "")
	link(t, filepath.Dir(outside), filepath.Join(dir, ".public.kengash-1111111111111111"))
	keep = append(keep, ".public.kengash-1111111111111111", "public")
	slices.Sort(keep)

	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, dir, keep...)
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
	if v := readVersion(t, dest); v != "old" {
		t.Errorf("version = %q", v)
	}
}

func TestDiscard(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "a", "b", "public")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := s.Discard(); err != nil {
			t.Fatal(err)
		}
	}
	wantEntries(t, dir)
	wantRefusal(t, s.Commit(t.Context()), "has ended already")

	// After a Commit it leaves the site alone.
	if s, err = Prepare(dest, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, s.Commit(t.Context()), "has ended already")
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	readVersion(t, dest)

	// A parent that has come to hold something else stays.
	s, err = Prepare(filepath.Join(dir, "c", "public"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "c", "f"), "")
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, filepath.Join(dir, "c"), "f")
}

func TestWorkNames(t *testing.T) {
	tests := []struct {
		dest, name string
		own, any   bool
	}{
		{"/a/public", ".public.kengash-0123456789abcdef", true, true},
		{"/a/public", ".public.kengash-0123456789abcdef-old", true, true},
		{"/a/public", ".public.kengash-lock", false, true},
		{"/a/public", ".public.kengash-0123456789ABCDEF", false, false},
		{"/a/public", ".public.kengash-0123456789abcde", false, false},
		{"/a/public", ".public.kengash-b.kengash-0123456789abcdef", false, true},
		{"/a/public.kengash-b", ".public.kengash-b.kengash-0123456789abcdef", true, true},
		{"/a/public", "public", false, false},
		{"/a/public", "..kengash-0123456789abcdef", false, false},
		{"/a/.www", "..www.kengash-0123456789abcdef", true, true},
	}
	for _, test := range tests {
		if got := isWorkName(test.dest, test.name); got != test.own {
			t.Errorf("isWorkName(%q, %q) = %v", test.dest, test.name, got)
		}
		if got := isAnyWorkName(test.name); got != test.any {
			t.Errorf("isAnyWorkName(%q) = %v", test.name, got)
		}
	}
}
