package load

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

var update = flag.Bool("update", false, "write the goldens anew")

// golden holds got against a file of testdata, or writes it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (write it anew by -update)\n--- got\n%s\n--- want\n%s", file, got, want)
	}
}

var (
	// repository is the collection beside the program. It changes with every editor's work, so
	// tests ask of it only what must hold of any collection.
	repository = os.DirFS("../../..")
	// excerpt is a part of it as it was in November 2026, which no editor changes.
	excerpt = os.DirFS("../../testdata/ict")
)

// files lays archives over each other. A file whose name begins with "no " takes that file away;
// "problems" is not part of the site.
func files(archives ...*txtar.Archive) fstest.MapFS {
	site := fstest.MapFS{}
	for _, a := range archives {
		for _, f := range a.Files {
			if gone, ok := strings.CutPrefix(f.Name, "no "); ok {
				delete(site, gone)
			} else if f.Name != "problems" {
				site[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
	}
	return site
}

func archive(t testing.TB, name string) *txtar.Archive {
	t.Helper()
	a, err := txtar.ParseFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// site is the smallest site, with the files of an archive's text laid over it.
func site(t testing.TB, changes string) fstest.MapFS {
	t.Helper()
	return files(archive(t, "base.txtar"), txtar.Parse([]byte(changes)))
}

// problems loads a site and returns what is wrong, a line a problem.
func problems(t testing.TB, site fs.FS) string {
	t.Helper()
	_, list, err := Load(Source{Site: site})
	if err != nil {
		t.Fatal(err)
	}
	return lines(list)
}

func lines(list diag.List) string {
	var b strings.Builder
	for _, p := range list.Sorted() {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

// loaded loads a site that must be without fault.
func loaded(t testing.TB, site fs.FS) *model.Collection {
	t.Helper()
	c, list, err := Load(Source{Site: site, Defaults: kengash.Defaults()})
	if err != nil || list.Len() > 0 {
		t.Fatalf("%v\n%s", err, lines(list))
	}
	return c
}
