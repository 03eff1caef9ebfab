package command

import (
	"os"
	"path/filepath"
	"testing"
)

// The old text must stay whole until the new one is: the file is exchanged, not written over.
func TestATextIsReplacedNotWrittenOver(t *testing.T) {
	dir := t.TempDir()
	file, link, old := filepath.Join(dir, "text.md"), filepath.Join(dir, "link.md"), filepath.Join(dir, "old.md")
	if err := os.WriteFile(file, []byte("one"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(file, link); err != nil {
		t.Fatal(err)
	}
	if err := os.Link(file, old); err != nil { // a second name of the old file
		t.Fatal(err)
	}
	if err := replaceFile(link, "two"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{file: "two", link: "two", old: "one"} {
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s holds %q, %v; want %q", filepath.Base(name), got, err, want)
		}
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is no longer one: %v", err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm() != 0o640 {
		t.Errorf("the rights are %v, %v", info.Mode(), err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 3 {
		t.Errorf("%d files are left", len(left))
	}
}
