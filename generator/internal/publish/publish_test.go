package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

// siteFiles are the files of a test site; each holds the site's version and
// nothing else.
var siteFiles = func() []string {
	files := []string{"index.html", "404.html", "css/main.css"}
	for i := range 60 {
		files = append(files, fmt.Sprintf("posts/%d/index.html", i))
	}
	return files
}()

func writeSite(dir, version string) error {
	for _, name := range siteFiles {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(path, []byte(version), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func publishSite(dest, version string, options Options) error {
	s, err := Prepare(dest, options)
	if err != nil {
		return err
	}
	defer s.Discard()
	if err := writeSite(s.Dir(), version); err != nil {
		return err
	}
	return s.Commit(context.Background())
}

func mustPublish(t *testing.T, dest, version string) {
	t.Helper()
	if err := publishSite(dest, version, Options{}); err != nil {
		t.Fatal(err)
	}
}

// readVersion checks that dest is one whole site, with all its files and no
// other, and gives its version.
func readVersion(t *testing.T, dest string) string {
	t.Helper()
	version := ""
	var names []string
	err := filepath.WalkDir(dest, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dest, path)
		if name == MarkerName {
			return nil
		}
		names = append(names, filepath.ToSlash(name))
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if version == "" {
			version = string(text)
		}
		if string(text) != version || version == "" {
			t.Errorf("%s is of version %q, files before it of %q", name, text, version)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	want := slices.Sorted(slices.Values(siteFiles))
	if !slices.Equal(names, want) {
		t.Fatalf("the site has %d files, want the %d of the site: %q", len(names), len(want), names)
	}
	if marked, err := hasMarker(dest); !marked || err != nil {
		t.Errorf("hasMarker = %v, %v", marked, err)
	}
	return version
}

func wantEntries(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var have []string
	for _, e := range entries {
		have = append(have, e.Name())
	}
	if !slices.Equal(have, want) {
		t.Errorf("%s holds %q, want %q", dir, have, want)
	}
}

// tempDir is t.TempDir with links resolved, as on macOS it lies behind one.
func tempDir(t *testing.T) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

func mkdir(t *testing.T, path string) string {
	t.Helper()
	if err := os.MkdirAll(path, 0o755); err != nil {
		t.Fatal(err)
	}
	return path
}

func write(t *testing.T, path, text string) string {
	t.Helper()
	mkdir(t, filepath.Dir(path))
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func link(t *testing.T, target, path string) string {
	t.Helper()
	if err := os.Symlink(target, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return path
}

// hintForm is what is wanted, and what to do.
var hintForm = regexp.MustCompile(`^want .+; .+`)

// wantRefusal checks that err is a *diag.Error that teaches and says each of the
// texts.
func wantRefusal(t *testing.T, err error, texts ...string) {
	t.Helper()
	var own *diag.Error
	if !errors.As(err, &own) {
		t.Fatalf("error = %v, want a *diag.Error", err)
	}
	if len(own.Problems) != 1 || own.Problems[0].Msg == "" || !hintForm.MatchString(own.Problems[0].Hint) {
		t.Errorf("the error leaves something out: %+v", own.Problems)
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("the error does not say %q: %v", text, err)
		}
	}
}
