package kengash_test

import (
	"bufio"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// Comments have at most 100 columns, so that they are read beside code, not across a screen.
// Linters hold the limits of files and functions.
func TestCommentsAreNarrow(t *testing.T) {
	const columns = 100
	skipped := []string{"node_modules", ".git", "bin", "public", "work", "testdata"}
	files := 0
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			if slices.Contains(skipped, path.Base(name)) {
				return fs.SkipDir
			}
			return err
		}
		if !slices.Contains([]string{".go", ".ts", ".js", ".mjs"}, path.Ext(name)) {
			return nil
		}
		files++
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		lines := bufio.NewScanner(file)
		lines.Buffer(nil, 1<<20) // a line of data may be long
		for n := 1; lines.Scan(); n++ {
			text := strings.TrimSpace(lines.Text())
			comment := strings.HasPrefix(text, "//") || strings.HasPrefix(text, "/*") || strings.HasPrefix(text, "* ")
			if w := width(lines.Text()); comment && w > columns && !strings.HasPrefix(text, "//go:") {
				t.Errorf("%s:%d: the comment is %d columns wide, at most %d", name, n, w, columns)
			}
		}
		return lines.Err()
	})
	if err != nil || files < 200 {
		t.Fatalf("%d files, %v", files, err)
	}
}

// width is how many columns a line takes, with tabs of four.
func width(line string) (n int) {
	for _, r := range line {
		if n++; r == '\t' {
			n = (n + 3) / 4 * 4
		}
	}
	return n
}
