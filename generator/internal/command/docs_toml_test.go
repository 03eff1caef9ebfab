package command

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/site"
)

// shownFile matches a file that the documentation shows whole: its name, at the end of a paragraph,
// and its text.
var shownFile = regexp.MustCompile("(?ms)`((?:data/|content/|kengash)[\\w./-]+)`[^`\n]*:\n\n```(?:toml|markdown)\n(.*?)^```$")

// The files that data/README.md shows are read without a problem, as part of a collection.
func TestTheDocumentedFilesAreRead(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(repository, "data", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir := copyOfTheSite(t)
	files := shownFile.FindAllStringSubmatch(string(text), -1)
	if want := len(regexp.MustCompile("(?m)^```(toml|markdown)$").FindAll(text, -1)); len(files) != want {
		t.Errorf("%d examples have a name, of %d", len(files), want)
	}
	for _, m := range files { // a text that is shown in some languages is in no other
		others, err := filepath.Glob(filepath.Join(dir, regexp.MustCompile(`^content/\w+/`).ReplaceAllString(m[1], "content/*/")))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range others {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		}
	}
	shown := map[string]bool{}
	for _, m := range files {
		shown[m[1]] = true
		writeFile(t, filepath.Join(dir, m[1]), m[2])
	}
	for _, p := range problemsOf(t, dir) {
		if shown[p.Pos.File] {
			t.Error(p)
		}
	}
}

// Every other example in TOML is a part of a configuration that is read without a problem.
func TestTheDocumentedConfigurationsAreRead(t *testing.T) {
	example := regexp.MustCompile("(?ms)^ *```toml\n(.*?)^ *```$")
	const head, foot = "base_url = \"https://council.example/\"\n", "\n[language.en]\nname = \"English\"\n"
	seen := 0
	for name, text := range documentation(t) {
		if name == "data/README.md" {
			continue
		}
		for _, m := range example.FindAllStringSubmatch(text, -1) {
			seen++
			dir := copyOfTheSite(t)
			writeFile(t, filepath.Join(dir, "kengash.toml"), head+m[1]+foot)
			for _, p := range problemsOf(t, dir) {
				if p.Pos.File == "kengash.toml" && 1 < p.Pos.Line && p.Pos.Line <= 1+strings.Count(m[1], "\n") {
					t.Errorf("%s: %v in\n%s", name, p, m[1])
				}
			}
		}
	}
	if seen < 4 {
		t.Errorf("%d examples were found", seen)
	}
}

// copyOfTheSite returns a folder with a copy of a collection that no editor changes, and an emblem.
func copyOfTheSite(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../testdata/ict")); err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, "static/brand/emblem.svg"), `<svg xmlns="http://www.w3.org/2000/svg"/>`)
	return dir
}

// problemsOf returns what is wrong or odd in a site. Examples need not speak every language.
func problemsOf(t *testing.T, dir string) []diag.Problem {
	t.Helper()
	collection, problems, err := site.Read(site.Source{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	problems.Append(check.Notices(collection))
	var list []diag.Problem
	for _, p := range problems.Sorted() {
		if !p.Notice || !strings.Contains(p.Msg, " missing in ") {
			list = append(list, p)
		}
	}
	return list
}

func writeFile(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), fs.ModePerm); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
