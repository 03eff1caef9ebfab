package scratch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// temp makes an empty folder the one for temporary files.
func temp(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	return dir
}

func folder(t *testing.T) *Folder {
	t.Helper()
	f, err := New("test")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(f.Path(), "file"), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	return f
}

func wantNames(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	got := []string{}
	for _, e := range entries {
		got = append(got, e.Name())
	}
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("%s holds %q, want %q", dir, got, want)
	}
}

func TestAFolderGoesWithItsProcess(t *testing.T) {
	dir := temp(t)
	living := folder(t)
	// A process that was killed has a lock no more.
	dead := folder(t)
	if err := dead.lock.Close(); err != nil {
		t.Fatal(err)
	}
	empty, young, site, foreign := filepath.Join(dir, prefix+"empty"), filepath.Join(dir, prefix+"young"), filepath.Join(dir, prefix+"site"), filepath.Join(dir, "other")
	for _, d := range []string{empty, young, filepath.Join(site, "sub"), foreign} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-2 * unlocked)
	for _, d := range []string{empty, site, foreign} {
		if err := os.Chtimes(d, long, long); err != nil {
			t.Fatal(err)
		}
	}
	// A link to a folder that looks like one of ours.
	elsewhere := t.TempDir()
	for _, name := range []string{lockName, "precious"} {
		if err := os.WriteFile(filepath.Join(elsewhere, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := prefix + "link"
	if err := os.Symlink(elsewhere, filepath.Join(dir, link)); err != nil {
		t.Fatal(err)
	}

	next := folder(t)
	wantNames(t, dir, filepath.Base(living.Path()), filepath.Base(next.Path()), filepath.Base(young), filepath.Base(site), "other", link)
	wantNames(t, elsewhere, lockName, "precious")

	for _, f := range []*Folder{living, next} {
		if err := f.Remove(); err != nil {
			t.Error(err)
		}
	}
	wantNames(t, dir, filepath.Base(young), filepath.Base(site), "other", link)
}

func TestManyFoldersAtOnce(t *testing.T) {
	dir := temp(t)
	errs := make(chan error)
	const many = 8
	for range many {
		go func() {
			for range 20 {
				f, err := New("test")
				if err == nil {
					err = os.WriteFile(filepath.Join(f.Path(), "file"), nil, 0o600)
				}
				if err == nil {
					err = f.Remove()
				}
				if err != nil {
					errs <- err
					return
				}
			}
			errs <- nil
		}()
	}
	for range many {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
	wantNames(t, dir)
}

func TestWhereNoFolderCanBeMade(t *testing.T) {
	dir := filepath.Join(temp(t), "missing")
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	_, err := New("test")
	if err == nil || !strings.Contains(err.Error(), dir) || !strings.Contains(err.Error(), "TMPDIR") {
		t.Errorf("error is %v, want one that names %s and TMPDIR", err, dir)
	}
}
