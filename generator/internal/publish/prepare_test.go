package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// refusals are destinations that Prepare refuses.
var refusals = []struct {
	name string
	// sets up the folder and returns the destination
	dest    func(t *testing.T, dir string) string
	options func(dir string) Options
	want    []string
}{
	{
		name: "no destination",
		dest: func(t *testing.T, dir string) string { return "" },
		want: []string{"the destination is empty", "such as public"},
	}, {
		name: "root",
		dest: func(t *testing.T, dir string) string {
			return filepath.VolumeName(dir) + string(filepath.Separator)
		},
		want: []string{"root of a file system", "choose a folder in it"},
	}, {
		name: "file",
		dest: func(t *testing.T, dir string) string { return write(t, filepath.Join(dir, "a"), "") },
		want: []string{"is not a folder", "remove the file"},
	}, {
		name: "link to a file",
		dest: func(t *testing.T, dir string) string {
			return link(t, write(t, filepath.Join(dir, "a"), ""), filepath.Join(dir, "public"))
		},
		want: []string{"is not a folder"},
	}, {
		name: "parent is a file",
		dest: func(t *testing.T, dir string) string {
			return filepath.Join(write(t, filepath.Join(dir, "a"), ""), "public")
		},
		want: []string{"a path made of folders"},
	}, {
		name: "links in a circle",
		dest: func(t *testing.T, dir string) string {
			link(t, "b", filepath.Join(dir, "a"))
			return link(t, "a", filepath.Join(dir, "b"))
		},
		want: []string{"cannot be reached", "correct the path"},
	}, {
		name: "not a site",
		dest: func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "public", "thesis.odt"), "all my work")
			return filepath.Join(dir, "public")
		},
		want: []string{"holds files, and no .kengash file", "choose an empty folder", "--force"},
	}, {
		name: "only a hidden file",
		dest: func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "public", ".ssh", "id"), "secret")
			return filepath.Join(dir, "public")
		},
		want: []string{"no .kengash file"},
	}, {
		name: "marker of something else",
		dest: func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "public", MarkerName), "settings = 1\n")
			return filepath.Join(dir, "public")
		},
		want: []string{"no .kengash file"},
	}, {
		name: "marker is a folder",
		dest: func(t *testing.T, dir string) string {
			mkdir(t, filepath.Join(dir, "public", MarkerName))
			return filepath.Join(dir, "public")
		},
		want: []string{"no .kengash file"},
	}, {
		name: "checkout with a marker, forced",
		dest: func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "public", MarkerName), marker)
			write(t, filepath.Join(dir, "public", ".git"), "gitdir: elsewhere")
			return filepath.Join(dir, "public")
		},
		options: func(dir string) Options { return Options{Force: true} },
		want:    []string{"holds .git", "version control", "build into another folder"},
	}, {
		name: "home, forced",
		dest: func(t *testing.T, dir string) string {
			t.Setenv("HOME", dir)
			t.Setenv("USERPROFILE", dir)
			return dir
		},
		options: func(dir string) Options { return Options{Force: true} },
		want:    []string{"your home folder", "would be deleted"},
	}, {
		name: "around home, behind a link, forced",
		dest: func(t *testing.T, dir string) string {
			home := mkdir(t, filepath.Join(dir, "home", "me"))
			t.Setenv("HOME", home)
			t.Setenv("USERPROFILE", home)
			return link(t, filepath.Join(dir, "home"), filepath.Join(dir, "public"))
		},
		options: func(dir string) Options { return Options{Force: true} },
		want:    []string{"your home folder"},
	}, {
		name: "around the working folder, forced",
		dest: func(t *testing.T, dir string) string {
			t.Chdir(mkdir(t, filepath.Join(dir, "project", "content")))
			return ".."
		},
		options: func(dir string) Options { return Options{Force: true} },
		want:    []string{"the folder you are in", "even --force"},
	}, {
		name: "is the source",
		dest: func(t *testing.T, dir string) string { return mkdir(t, filepath.Join(dir, "content")) },
		options: func(dir string) Options {
			return Options{Sources: []string{filepath.Join(dir, "content")}, Force: true}
		},
		want: []string{"is or holds the source", "would be deleted", "beside the source"},
	}, {
		name: "holds the source",
		dest: func(t *testing.T, dir string) string {
			mkdir(t, filepath.Join(dir, "project", "content"))
			return filepath.Join(dir, "project")
		},
		options: func(dir string) Options {
			return Options{Sources: []string{filepath.Join(dir, "project", "content")}, Force: true}
		},
		want: []string{"is or holds the source"},
	}, {
		name: "holds the source file, by a link",
		dest: func(t *testing.T, dir string) string {
			write(t, filepath.Join(dir, "project", "site.toml"), "")
			return link(t, "project", filepath.Join(dir, "public"))
		},
		options: func(dir string) Options {
			return Options{Sources: []string{filepath.Join(dir, "project", "site.toml")}, Force: true}
		},
		want: []string{"is or holds the source"},
	}, {
		name: "in the source, missing yet",
		dest: func(t *testing.T, dir string) string {
			return filepath.Join(mkdir(t, filepath.Join(dir, "content")), "new", "public")
		},
		options: func(dir string) Options { return Options{Sources: []string{filepath.Join(dir, "content")}} },
		want:    []string{"is in the source", "built from itself"},
	}, {
		name:    "name of a stage",
		dest:    func(t *testing.T, dir string) string { return filepath.Join(dir, ".public.kengash-0123456789abcdef") },
		options: nil,
		want:    []string{"temporary folder", "another name"},
	},
}

func TestPrepareRefuses(t *testing.T) {
	for _, test := range refusals {
		t.Run(test.name, func(t *testing.T) {
			dir := tempDir(t)
			dest := test.dest(t, dir)
			var options Options
			if test.options != nil {
				options = test.options(dir)
			}
			before := listing(t, dir)
			_, err := Prepare(dest, options)
			wantRefusal(t, err, test.want...)
			if after := listing(t, dir); after != before {
				t.Errorf("the refusal changed the folder\nbefore:\n%s\nafter:\n%s", before, after)
			}
		})
	}
}

// listing is the content of a folder as text, for comparison.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		fmt.Fprintln(&b, d.Type(), path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPrepareAllows(t *testing.T) {
	tests := []struct {
		name    string
		setup   func(t *testing.T, dest string)
		options Options
	}{
		{"missing", func(t *testing.T, dest string) {}, Options{}},
		{"missing with parents", func(t *testing.T, dest string) { os.Remove(filepath.Dir(dest)) }, Options{}},
		{"empty", func(t *testing.T, dest string) { mkdir(t, dest) }, Options{}},
		{"a site of ours", func(t *testing.T, dest string) { mustPublish(t, dest, "old") }, Options{}},
		{"a later marker", func(t *testing.T, dest string) {
			write(t, filepath.Join(dest, MarkerName), markerStart+"other words\n")
		}, Options{}},
		{"files, forced", func(t *testing.T, dest string) { write(t, filepath.Join(dest, "x"), "") }, Options{Force: true}},
		{"working folder, forced", func(t *testing.T, dest string) {
			write(t, filepath.Join(dest, "x"), "")
			t.Chdir(dest)
		}, Options{Force: true}},
		{"beside the source", func(t *testing.T, dest string) {}, Options{Sources: []string{"content", "missing"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			parent := mkdir(t, filepath.Join(tempDir(t), "www"))
			dest := filepath.Join(parent, "public")
			test.setup(t, dest)
			if err := publishSite(dest, "new", test.options); err != nil {
				t.Fatal(err)
			}
			if v := readVersion(t, dest); v != "new" {
				t.Errorf("version = %q", v)
			}
			wantEntries(t, parent, "public")
		})
	}
}

func TestRelativeDestination(t *testing.T) {
	dir := tempDir(t)
	t.Chdir(dir)
	s, err := Prepare("public", Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Discard()
	if s.Dest() != filepath.Join(dir, "public") || !filepath.IsAbs(s.Dir()) {
		t.Errorf("Dest = %s, Dir = %s", s.Dest(), s.Dir())
	}
	// The build may go elsewhere meanwhile.
	t.Chdir(tempDir(t))
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(t.Context()); err != nil {
		t.Fatal(err)
	}
	readVersion(t, filepath.Join(dir, "public"))
}

func TestLinkAsDestination(t *testing.T) {
	tests := []struct {
		name   string
		target string // of the link, from the folder it lies in
		exists bool
		real   string
	}{
		{"relative", "real", true, "real"},
		{"to a missing folder", "real", false, "real"},
		{"elsewhere", "../b/real", true, "../b/real"},
		{"elsewhere, missing with its parent", "../c/d/real", false, "../c/d/real"},
		{"to a link", "second", true, "real"},
		{"to a link to a missing folder", "second", false, "real"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			root := tempDir(t)
			dir := mkdir(t, filepath.Join(root, "a"))
			mkdir(t, filepath.Join(root, "b"))
			real := filepath.Join(dir, test.real)
			link(t, "real", filepath.Join(dir, "second"))
			dest := link(t, test.target, filepath.Join(dir, "public"))
			if test.exists {
				mustPublish(t, real, "old")
			}
			for _, version := range []string{"1", "2"} {
				mustPublish(t, dest, version)
				if got, err := os.Readlink(dest); err != nil || got != test.target {
					t.Fatalf("the link leads to %q, %v; want %q", got, err, test.target)
				}
				if info, err := os.Lstat(real); err != nil || !info.IsDir() {
					t.Fatalf("%s: %v, %v", real, info, err)
				}
				if v := readVersion(t, dest+string(filepath.Separator)); v != version {
					t.Errorf("version = %q, want %q", v, version)
				}
			}
			for _, d := range []string{dir, filepath.Dir(real)} {
				if l := listing(t, d); strings.Contains(l, workInfix) {
					t.Errorf("left-overs:\n%s", l)
				}
			}
		})
	}
}

// A process may have the destination as its working folder, also the one that
// builds.
func TestWorkingFolderIsDestination(t *testing.T) {
	dir := tempDir(t)
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, "old")
	t.Chdir(dest)
	mustPublish(t, ".", "new")
	if v := readVersion(t, dest); v != "new" {
		t.Errorf("version = %q", v)
	}
	wantEntries(t, dir, "public")
}
