package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
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
	return s.Commit()
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

// wantRefusal checks that err is an *Error that teaches and says each of the
// texts.
func wantRefusal(t *testing.T, err error, texts ...string) {
	t.Helper()
	var own *Error
	if !errors.As(err, &own) {
		t.Fatalf("error = %v, want an *Error", err)
	}
	if own.Problem == "" || own.Wanted == "" || own.Suggestion == "" {
		t.Errorf("the error leaves something out: %+v", own)
	}
	for _, text := range texts {
		if !strings.Contains(err.Error(), text) {
			t.Errorf("the error does not say %q: %v", text, err)
		}
	}
}

func TestPrepareRefuses(t *testing.T) {
	tests := []struct {
		name string
		// set up the folder and give the destination
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
			want:    []string{"lies in the source", "built from itself"},
		}, {
			name:    "name of a stage",
			dest:    func(t *testing.T, dir string) string { return filepath.Join(dir, ".public.kengash-0123456789abcdef") },
			options: nil,
			want:    []string{"temporary folder", "another name"},
		},
	}
	for _, test := range tests {
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
	if err := s.Commit(); err != nil {
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
	if err := first.Commit(); err != nil {
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
	wantRefusal(t, s.Commit(), "has ended already")

	// After a Commit it leaves the site alone.
	if s, err = Prepare(dest, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, s.Commit(), "has ended already")
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
			err = s.Commit()
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
	wantRefusal(t, s.Commit(), "has no file")
	if err := writeSite(s.Dir(), "new"); err != nil {
		t.Fatal(err)
	}
	if err := s.Commit(); err != nil {
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
		if err := errors.Join(writeSite(s.Dir(), "new"), s.Commit()); err != nil {
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
		if err := errors.Join(writeSite(s.Dir(), "new"), s.Commit()); err != nil {
			t.Fatal(err)
		}
		readVersion(t, s.Dest())
		wantEntries(t, dir, "public")
	})
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
	if err := s.Commit(); err != nil {
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
	err = s.Commit()
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
