//go:build unix

package publish

import (
	"os"
	"path/filepath"
	"testing"
)

// A file of the site in place is taken for the next one only if it is the very file that would be
// made, and nobody else could change it.
func TestWriteLinksWhatIsTheSame(t *testing.T) {
	const name = "a/b/page.html"
	tests := []struct {
		name   string
		change func(t *testing.T, file string) // the published file
		linked bool
	}{
		{"as it was published", func(*testing.T, string) {}, true},
		{"other bytes", func(t *testing.T, file string) { write(t, file, "Same") }, false},
		{"longer", func(t *testing.T, file string) { write(t, file, "same!") }, false},
		{"shorter", func(t *testing.T, file string) { write(t, file, "sam") }, false},
		{"not there", func(t *testing.T, file string) { remove(t, file) }, false},
		{"a folder", func(t *testing.T, file string) { remove(t, file); mkdir(t, file) }, false},
		{"another mode", func(t *testing.T, file string) {
			if err := os.Chmod(file, 0o600); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"another name", func(t *testing.T, file string) {
			if err := os.Link(file, filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(filepath.Dir(file)))), "copy")); err != nil {
				t.Fatal(err)
			}
		}, false},
		{"a link", func(t *testing.T, file string) {
			remove(t, file)
			link(t, write(t, filepath.Join(t.TempDir(), "page.html"), "same"), file)
		}, false},
		{"in a folder that is a link", func(t *testing.T, file string) {
			elsewhere := filepath.Join(filepath.Dir(filepath.Dir(filepath.Dir(filepath.Dir(file)))), "elsewhere")
			if err := os.Rename(filepath.Dir(file), elsewhere); err != nil {
				t.Fatal(err)
			}
			link(t, elsewhere, filepath.Dir(file))
		}, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dest := filepath.Join(tempDir(t), "public")
			file := filepath.Join(dest, name)
			publish := func() {
				s, err := Prepare(dest, Options{})
				if err != nil {
					t.Fatal(err)
				}
				defer s.Discard()
				for range 2 { // the second time, the file is there
					if err := s.Write(name, []byte("same")); err != nil {
						t.Fatal(err)
					}
				}
				if err := s.Commit(t.Context()); err != nil {
					t.Fatal(err)
				}
			}
			publish()
			test.change(t, file)
			before, _ := os.Lstat(file)
			publish()
			after, err := os.Lstat(file)
			if err != nil {
				t.Fatal(err)
			}
			if linked := before != nil && os.SameFile(before, after); linked != test.linked || !after.Mode().IsRegular() || after.Mode() != fileMode {
				t.Errorf("linked: %v (want %v), %v", linked, test.linked, after.Mode())
			}
			if content, err := os.ReadFile(file); string(content) != "same" || err != nil {
				t.Errorf("%q, %v", content, err)
			}
		})
	}
}

// A file that is written again is another one: the site in place keeps the first.
func TestWriteLeavesTheSiteInPlaceAlone(t *testing.T) {
	dest := filepath.Join(tempDir(t), "public")
	mustPublish(t, dest, "old")
	s, err := Prepare(dest, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, content := range []string{"old", "new"} {
		if err := s.Write("index.html", []byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Discard(); err != nil {
		t.Fatal(err)
	}
	if version := readVersion(t, dest); version != "old" {
		t.Errorf("the site in place is %q", version)
	}
}

func remove(t *testing.T, file string) {
	t.Helper()
	if err := os.Remove(file); err != nil {
		t.Fatal(err)
	}
}
