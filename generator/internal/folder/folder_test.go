package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/diag"
)

// tree makes a folder of a site with something outside of it, and opens it.
func tree(t *testing.T, links map[string]string) *Folder {
	t.Helper()
	top := t.TempDir()
	for name, text := range map[string]string{
		"secret.md": "secret", "site/a/plain.md": "plain", "site/a/b/deep.md": "deep", "site/.hidden": "hidden",
	} {
		file := filepath.Join(top, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(text), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	for name, to := range links {
		if err := os.Symlink(strings.ReplaceAll(to, "$TOP", top), filepath.Join(top, "site", name)); err != nil {
			t.Skip(err) // Windows gives the right to few
		}
	}
	f, err := Open(filepath.Join(top, "site"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func TestAFolderIsAFileSystem(t *testing.T) {
	f := tree(t, nil)
	if err := fstest.TestFS(f, "a/plain.md", "a/b/deep.md", ".hidden"); err != nil {
		t.Error(err)
	}
	sub, err := fs.Sub(f, "a")
	if err != nil {
		t.Fatal(err)
	}
	if err := fstest.TestFS(sub, "plain.md", "b/deep.md"); err != nil {
		t.Error(err)
	}
}

func TestNoLinkIsFollowedUnlessTheSiteSaysSo(t *testing.T) {
	links := map[string]string{
		"inside.md": "a/plain.md", "a/up.md": "../a/b/deep.md", "out.md": "../secret.md", "absolute.md": "$TOP/secret.md",
		"same.md": "$TOP/site/a/plain.md", "hidden.md": ".hidden", "missing.md": "a/none.md", "twice.md": "inside.md",
		"loop.md": "loop.md", "folder": "a", "a/self": "..",
	}
	f := tree(t, links)
	for _, c := range []struct {
		name, strict, linked string // part of the problem; "" where it can be read
	}{
		{"a/plain.md", "", ""},
		{"inside.md", "is a link", ""},
		{"a/up.md", "is a link", ""},
		{"out.md", "is a link", "points out of the folder"},
		{"absolute.md", "is a link", "points out of the folder"},
		{"same.md", "is a link", "points out of the folder"},
		{"hidden.md", "is a link", "something hidden"},
		{"missing.md", "is a link", "a/none.md, which is not there"},
		{"twice.md", "is a link", "something other than a file"},
		{"loop.md", "is a link", "something other than a file"},
		{"folder", "is a link", "something other than a file"},
		{"folder/plain.md", "folder: is a link", "folder: is a link"},
		{"a/self/a/plain.md", "a/self: is a link", "a/self: is a link"},
		{"a/plain.md/x", "a/plain.md: is a file, not a folder", "is a file"},
	} {
		for fsys, want := range map[fs.FS]string{f: c.strict, f.Linked(): c.linked} {
			_, err := fs.ReadFile(fsys, c.name)
			if _, told := errors.AsType[*diag.Error](err); told != (want != "") || !strings.Contains(fmt.Sprint(err), want) {
				t.Errorf("%s: got %v, want %q", c.name, err, want)
			}
		}
	}
}

func TestAListNamesWhatCannotBeReadByItsType(t *testing.T) {
	f := tree(t, map[string]string{"inside.md": "a/plain.md", "out.md": "../secret.md"})
	types := func(fsys fs.FS) (all string) {
		entries, err := fs.ReadDir(fsys, ".")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			all += fmt.Sprint(e.Name(), " ", e.Type(), "\n")
		}
		return all
	}
	if got, want := types(f), ".hidden ----------\na d---------\ninside.md L---------\nout.md L---------\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got, want := types(f.Linked()), ".hidden ----------\na d---------\ninside.md ----------\nout.md L---------\n"; got != want {
		t.Errorf("with links: got\n%swant\n%s", got, want)
	}
}

func TestASocketIsNoFile(t *testing.T) {
	f := tree(t, nil)
	socket, err := net.Listen("unix", filepath.Join(f.roots.entered["."].Name(), "s"))
	if err != nil {
		t.Skip(err) // no such sockets, or too long a name for one
	}
	defer socket.Close()
	if _, err := f.ReadFile("s"); !strings.Contains(fmt.Sprint(err), "s: is a socket") {
		t.Error(err)
	}
}

func TestMoreFoldersThanAreHeldOpenAreRead(t *testing.T) {
	f := tree(t, nil)
	for i := range maxRoots + 3 {
		name := fmt.Sprintf("many/%d/x", i)
		file := filepath.Join(f.roots.entered["."].Name(), filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(file), 0o755), os.WriteFile(file, []byte(name), 0o644)); err != nil {
			t.Fatal(err)
		}
		if got, err := f.ReadFile(name); err != nil || string(got) != name {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	if n := len(f.entered); n != maxRoots {
		t.Errorf("%d folders are open", n)
	}
}

func TestWhatIsNotThereIsNoProblem(t *testing.T) {
	f := tree(t, nil)
	for _, name := range []string{"none", "none/x", "a/none/x"} {
		if _, err := f.ReadFile(name); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "none") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A name that no file can have is one of a file that is not there.
func TestANameThatIsTooLongIsNotThere(t *testing.T) {
	f, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Open(strings.Repeat("a", 300)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
