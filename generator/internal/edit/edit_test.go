package edit

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/folder"
)

// sample returns a folder with some files, opened.
func sample(t *testing.T) (string, *folder.Folder) {
	t.Helper()
	dir := t.TempDir()
	for name, content := range map[string]string{"a/one": "1", "a/two": "2", "top": "t"} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	in, err := folder.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close() })
	return dir, in
}

// list returns the files of a file system with their contents.
func list(t *testing.T, fsys fs.FS) string {
	t.Helper()
	var all []string
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		all = append(all, name+"="+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(all, " ")
}

func changed(t *testing.T, in *folder.Folder) *Files {
	t.Helper()
	f := New(in)
	f.Write("a/one", []byte("first"))
	f.Write("b/c/new", []byte("n"))
	f.Write("empty", nil)
	if err := f.Move("a/two", "a/three"); err != nil {
		t.Fatal(err)
	}
	return f
}

const after = "a/one=first a/three=2 b/c/new=n empty= top=t"

func TestFilesAreThoseThatApplyWrites(t *testing.T) {
	dir, in := sample(t)
	f := changed(t, in)
	if got := list(t, f); got != after {
		t.Errorf("before: %s", got)
	}
	if got := list(t, os.DirFS(dir)); got != "a/one=1 a/two=2 top=t" {
		t.Errorf("written too early: %s", got)
	}
	if err := f.Apply(); err != nil {
		t.Fatal(err)
	}
	if got := list(t, os.DirFS(dir)); got != after {
		t.Errorf("after: %s", got)
	}
	for name, want := range map[string]bool{"a/one": true, "a/two": false, "b/c/new": true, "no": false} {
		if got := f.Exists(name); got != want {
			t.Errorf("%s exists: %v", name, got)
		}
	}
}

func TestAnErrorLeavesTheFolderAsItWas(t *testing.T) {
	dir, in := sample(t)
	f := changed(t, in)
	f.Write("top/below", []byte("x")) // top is a file
	if err := f.Apply(); err == nil {
		t.Fatal("a file became a folder")
	}
	if got := list(t, os.DirFS(dir)); got != "a/one=1 a/two=2 top=t" {
		t.Errorf("left: %s", got)
	}
}

func TestAFileThatHasComeMeanwhileIsNotOverwritten(t *testing.T) {
	dir, in := sample(t)
	if err := in.Create("a/one", "again"); err == nil {
		t.Error("a file was made twice")
	}
	if got := list(t, os.DirFS(dir)); got != "a/one=1 a/two=2 top=t" {
		t.Errorf("left: %s", got)
	}
}
