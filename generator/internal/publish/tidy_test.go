package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTidyRemovesWhatKilledBuildsHaveLeft(t *testing.T) {
	dest := filepath.Join(t.TempDir(), "public")
	dead := filepath.Join(filepath.Dir(dest), ".public.kengash-0123456789abcdef")
	of := filepath.Join(filepath.Dir(dest), ".other.kengash-0123456789abcdef")
	for _, dir := range []string{dest, filepath.Join(dead, "en"), of} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	there := func(dir string) bool {
		_, err := os.Stat(dir)
		return err == nil
	}
	running, err := acquire(dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := Tidy(dest); err != nil || !there(dead) {
		t.Errorf("while a build runs: %v, its folder is there: %v", err, there(dead))
	}
	if err := running.Close(); err != nil { // as when its process is killed
		t.Fatal(err)
	}
	if err := Tidy(dest); err != nil || there(dead) || !there(of) || !there(dest) || there(lockPath(dest)) {
		t.Errorf("%v; the dead folder is there: %v, another's: %v, the site: %v, the lock: %v",
			err, there(dead), there(of), there(dest), there(lockPath(dest)))
	}
	if err := Tidy(filepath.Join(t.TempDir(), "none")); err != nil {
		t.Errorf("a destination that is not there: %v", err)
	}
}
