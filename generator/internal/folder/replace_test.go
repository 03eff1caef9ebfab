package folder

import (
	"os"
	"path/filepath"
	"testing"
)

// The old text must stay whole until the new one is: the file is exchanged, not written over.
func TestATextIsReplacedNotWrittenOver(t *testing.T) {
	f := tree(t, map[string]string{"a/link.md": "plain.md"})
	top := f.entered["."].Name()
	file, old := filepath.Join(top, "a", "plain.md"), filepath.Join(top, "a", "old.md")
	if err := os.Chmod(file, 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(file, old); err != nil { // a second name of the old file
		t.Fatal(err)
	}
	if err := f.Replace("a/plain.md", "two"); err != nil {
		t.Fatal(err)
	}
	if err := f.Linked().Replace("a/link.md", "three"); err == nil {
		t.Error("a link is written through")
	}
	for name, want := range map[string]string{file: "two", old: "plain"} {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v; want %q", filepath.Base(name), got, err, want)
		}
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the rights are %v, %v", info.Mode(), err)
	}
	if left, _ := os.ReadDir(filepath.Join(top, "a")); len(left) != 4 { // b, link.md, old.md, plain.md
		t.Errorf("%d files are left", len(left))
	}
}
