package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"
	"testing"
)

func TestNoExchange(t *testing.T) {
	tests := []struct {
		name string
		swap func(a, b string) error
	}{
		{"refused", func(a, b string) error {
			return &os.LinkError{Op: "renameat2", Old: a, New: b, Err: syscall.EINVAL}
		}},
		{"pretended", func(a, b string) error { return nil }},
		{"flag ignored", func(a, b string) error {
			if err := os.RemoveAll(b); err != nil {
				return err
			}
			return os.Rename(a, b)
		}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := tempDir(t)
			dest := filepath.Join(dir, "public")
			mustPublish(t, dest, "old")
			swap = test.swap
			t.Cleanup(func() { swap = exchange })
			_, err := Prepare(dest, Options{})
			wantRefusal(t, err, "cannot exchange two folders", "ext4", "copy the site from there")
			_, err = Prepare(filepath.Join(dir, "new"), Options{})
			wantRefusal(t, err, "cannot exchange two folders")
			wantEntries(t, dir, "public")
			if v := readVersion(t, dest); v != "old" {
				t.Errorf("version = %q", v)
			}
		})
	}
}

// An exchange that fails at the last moment leaves the old site.
func TestExchangeFails(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	swap = func(a, b string) error { return syscall.EXDEV }
	t.Cleanup(func() { swap = exchange })
	err = s.Commit(t.Context())
	wantRefusal(t, err, "could not be put in place", "the old site is untouched")
	if !errors.Is(err, syscall.EXDEV) {
		t.Errorf("%v does not wrap its cause", err)
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	if v := readVersion(t, dest); v != "old" {
		t.Errorf("version = %q", v)
	}
	wantEntries(t, dir, "public")
}

// The index is there at every moment of many publications.
func TestIndexIsNeverMissing(t *testing.T) {
	dest := filepath.Join(tempDir(t), "public")
	index := filepath.Join(dest, "index.html")
	mustPublish(t, dest, "old")
	stop, done := make(chan struct{}), make(chan struct{})
	var looks, missed atomic.Int64
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			default:
			}
			looks.Add(1)
			if _, err := os.Stat(index); err != nil {
				missed.Add(1)
				t.Error(err)
			}
		}
	}()
	for i := range 100 {
		// The reader has looked at least once between two exchanges, however
		// the two are scheduled.
		for before := looks.Load(); looks.Load() == before; {
		}
		mustPublish(t, dest, fmt.Sprint(i))
	}
	close(stop)
	<-done
	t.Logf("%d looks, %d missed", looks.Load(), missed.Load())
}

func TestExchangeAside(t *testing.T) {
	dir := tempDir(t)
	a, b := filepath.Join(dir, ".public.kengash-0123456789abcdef"), filepath.Join(dir, "public")
	write(t, filepath.Join(a, "a"), "")
	write(t, filepath.Join(b, "b"), "")
	if err := exchangeAside(a, b); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, a, "b")
	wantEntries(t, b, "a")

	// What fails midway is undone.
	if err := os.RemoveAll(a); err != nil {
		t.Fatal(err)
	}
	if err := exchangeAside(a, b); err == nil {
		t.Error("exchanged with a missing folder")
	}
	wantEntries(t, dir, "public")
	wantEntries(t, b, "a")
}

// The rest of a build killed between the renames of exchangeAside.
func TestOldSiteAsideIsPutBack(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	stage := filepath.Join(dir, ".public.kengash-0123456789abcdef")
	if err := os.Rename(dest, stage+asideSuffix); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(stage, "index.html"), "new")
	mkdir(t, filepath.Join(dir, ".public.kengash-0000000000000000-old")) // the probe's
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if v := readVersion(t, dest); v != "old" {
		t.Errorf("version = %q", v)
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	wantEntries(t, dir, "public")
}
