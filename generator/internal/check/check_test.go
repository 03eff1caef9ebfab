package check

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
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

var update = flag.Bool("update", false, "write the problems of the cases anew")

// files lays archives over each other. A file whose name begins with "no " takes that file away;
// "problems" is not part of the site.
func files(t *testing.T, names ...string) (site fstest.MapFS, last *txtar.Archive) {
	t.Helper()
	site = fstest.MapFS{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files {
			if gone, ok := strings.CutPrefix(f.Name, "no "); ok {
				delete(site, gone)
			} else if f.Name != "problems" {
				site[f.Name] = &fstest.MapFile{Data: f.Data}
			}
		}
		last = a
	}
	return site, last
}

const base = "testdata/base.txtar"

// collection loads a site, which must be right in its form.
func collection(t *testing.T, site, defaults fs.FS) *model.Collection {
	t.Helper()
	c, list, err := load.Load(load.Source{Site: site, Defaults: defaults})
	if err != nil || list.Len() > 0 {
		t.Fatalf("the form is wrong: %v\n%s", err, lines(list))
	}
	return c
}

func lines(list diag.List) string {
	var b strings.Builder
	for _, p := range list.Sorted() {
		b.WriteString(p.String() + "\n")
	}
	return b.String()
}

func TestEveryRuleTellsWhatIsWrongAndWhatIsWanted(t *testing.T) {
	cases, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(cases) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range cases {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			site, a := files(t, base, file)
			got, want := lines(Collection(collection(t, site, kengash.Defaults()))), ""
			if got == "" {
				t.Fatal("no problem is found")
			}
			kept := a.Files[:0:0]
			for _, f := range a.Files {
				if f.Name == "problems" {
					want = string(f.Data)
				} else {
					kept = append(kept, f)
				}
			}
			if *update && got != want {
				a.Files = append(kept, txtar.File{Name: "problems", Data: []byte(got)})
				if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
					t.Fatal(err)
				}
				want = got
			}
			if got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func TestASiteThatAgreesWithItselfHasNoProblems(t *testing.T) {
	site, _ := files(t, base)
	if got := lines(Collection(collection(t, site, kengash.Defaults()))); got != "" {
		t.Error(got)
	}
}

func TestTheCollectionHasNoProblems(t *testing.T) {
	if got := lines(Collection(collection(t, os.DirFS("../../.."), kengash.Defaults()))); got != "" {
		t.Error(got)
	}
}

// excerpt is a part of the collection beside the program, which no editor changes.
func excerpt(t *testing.T) *model.Collection {
	t.Helper()
	return collection(t, os.DirFS("../../testdata/ict"), kengash.Defaults())
}

func TestEveryVocabularyIsWanted(t *testing.T) {
	site, _ := files(t, base)
	got := lines(Collection(collection(t, site, nil)))
	if n := strings.Count(got, "\n"); n != len(model.Vocabularies) {
		t.Errorf("%d problems for %d vocabularies\n%s", n, len(model.Vocabularies), got)
	}
	for _, name := range model.Vocabularies {
		if want := "data/vocabularies/" + name + ".toml: the vocabulary is missing (each code needs a [term.<code>] with a label) [KG0217]\n"; !strings.Contains(got, want) {
			t.Errorf("not told: %s", want)
		}
	}
}

func TestTheDefaultVocabulariesAreAllThatAreWantedAndNoMore(t *testing.T) {
	entries, err := fs.ReadDir(kengash.Defaults(), "data/vocabularies")
	if err != nil {
		t.Fatal(err)
	}
	have := map[string]bool{}
	for _, e := range entries {
		if strings.Count(e.Name(), ".") > 1 {
			continue // the words of a further language
		}
		have[strings.TrimSuffix(e.Name(), ".toml")] = true
	}
	for _, name := range model.Vocabularies {
		if !have[name] {
			t.Errorf("%s is not embedded", name)
		}
		delete(have, name)
	}
	for name := range have {
		t.Errorf("%s is embedded and not used", name)
	}
}
