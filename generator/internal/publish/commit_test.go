package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestCommitRefuses(t *testing.T) {
	tests := []struct {
		name  string
		build func(t *testing.T, s *Stage)
		want  []string
	}{
		{"nothing built", func(t *testing.T, s *Stage) {
			mkdir(t, filepath.Join(s.Dir(), "posts"))
		}, []string{"has no file", "the old site is untouched"}},
		{"own marker", func(t *testing.T, s *Stage) {
			write(t, filepath.Join(s.Dir(), MarkerName), "mine")
		}, []string{"a file .kengash of its own", "rename"}},
		{"link", func(t *testing.T, s *Stage) {
			write(t, filepath.Join(s.Dir(), "index.html"), "")
			link(t, "index.html", filepath.Join(s.Dir(), "home.html"))
		}, []string{"home.html", "neither a file nor a folder"}},
		{"destination has become a checkout", func(t *testing.T, s *Stage) {
			write(t, filepath.Join(s.Dir(), "index.html"), "")
			mkdir(t, filepath.Join(s.Dest(), ".git"))
		}, []string{"holds .git"}},
		{"destination has become a folder of the user", func(t *testing.T, s *Stage) {
			write(t, filepath.Join(s.Dir(), "index.html"), "")
			if err := os.Remove(filepath.Join(s.Dest(), MarkerName)); err != nil {
				t.Fatal(err)
			}
		}, []string{"no .kengash file"}},
		{"stage is gone", func(t *testing.T, s *Stage) {
			if err := os.RemoveAll(s.Dir()); err != nil {
				t.Fatal(err)
			}
		}, []string{"the marker of the new site could not be written"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := tempDir(t)
			dest := filepath.Join(dir, "public")
			mustPublish(t, dest, "old")
			s, err := Prepare(dest, Options{})
			if err != nil {
				t.Fatal(err)
			}
			test.build(t, s)
			before := listing(t, dest)
			err = s.Commit(t.Context())
			wantRefusal(t, err, test.want...)
			if errors.Is(err, ErrInPlace) {
				t.Errorf("%v is ErrInPlace", err)
			}
			if err := s.Discard(); err != nil {
				t.Fatal(err)
			}
			if after := listing(t, dest); after != before {
				t.Errorf("the old site was touched\nbefore:\n%s\nafter:\n%s", before, after)
			}
			wantEntries(t, dir, "public")
		})
	}
}

func TestCommitAgain(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	wantRefusal(t, s.Commit(t.Context()), "has no file")
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	readVersion(t, dest)
	wantEntries(t, dir, "public")
}

func TestDestinationComesAndGoesMeanwhile(t *testing.T) {
	t.Run("comes", func(t *testing.T) {
		dir := tempDir(t)
		s, err := Prepare(filepath.Join(dir, "public"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Discard()
		mkdir(t, s.Dest())
		if err := errors.Join(writeSite(s.Dir(), "new"), s.Commit(t.Context())); err != nil {
			t.Fatal(err)
		}
		readVersion(t, s.Dest())
		wantEntries(t, dir, "public")
	})
	t.Run("goes", func(t *testing.T) {
		dir := tempDir(t)
		mustPublish(t, filepath.Join(dir, "public"), "old")
		s, err := Prepare(filepath.Join(dir, "public"), Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Discard()
		if err := os.RemoveAll(s.Dest()); err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(writeSite(s.Dir(), "new"), s.Commit(t.Context())); err != nil {
			t.Fatal(err)
		}
		readVersion(t, s.Dest())
		wantEntries(t, dir, "public")
	})
}

func TestMarkerIsAlwaysTheSame(t *testing.T) {
	dir := tempDir(t)
	for _, name := range []string{"a", "b"} {
		mustPublish(t, filepath.Join(dir, name), name)
		have, err := os.ReadFile(filepath.Join(dir, name, MarkerName))
		if err != nil || string(have) != marker {
			t.Errorf("the marker is %q, %v", have, err)
		}
	}
}

func TestModes(t *testing.T) {
	if os.PathSeparator != '/' {
		t.Skip("this system has no such modes")
	}
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	for name, mode := range map[string]fs.FileMode{
		"index.html": 0o600,
		"404.html":   0o777 | fs.ModeSetuid,
		"css":        0o777 | fs.ModeSticky | fs.ModeSetgid,
		"posts/0":    0o700,
	} {
		if err := os.Chmod(filepath.Join(s.Dir(), name), mode); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	err = filepath.WalkDir(dest, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		if d.IsDir() {
			want = fs.ModeDir | 0o755
		}
		if info, err := d.Info(); err != nil || info.Mode() != want {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode(), err, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSyncFiles(t *testing.T) {
	dir := tempDir(t)
	if err := writeSite(dir, "x"); err != nil {
		t.Fatal(err)
	}
	if err := syncFiles(dir); err != nil {
		t.Error(err)
	}
	if err := syncFiles(filepath.Join(dir, "missing")); err == nil {
		t.Error("a missing folder was synced")
	}
}
