package site_test

import (
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/manifest"
	"github.com/kengash/kengash/generator/internal/scale"
	"github.com/kengash/kengash/generator/internal/site"
)

// A live site makes each file by itself; it must be the one that a build of all makes, also after
// edits.
func TestALiveSiteHasTheFilesOfABuild(t *testing.T) {
	source := filepath.Join(t.TempDir(), "source")
	if err := scale.Write(source, 120); err != nil { // enough for divided lists
		t.Fatal(err)
	}
	writtenBefore(t, source)
	live := site.NewLive(t.Context(), site.Options{Source: site.Source{Dir: source}})
	defer live.Close()
	e := edited{t, source, rand.New(rand.NewPCG(3, 4))}
	for _, edit := range []string{"nothing", "a text", "a fact", "a label", "a path", "a layout", "a former address", "a record less", "a fact"} {
		edits[edit](e)
		if err := live.Update(); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), "out")
		if _, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: source}, Destination: out}); err != nil {
			t.Fatal(err)
		}
		want := contents(t, out)
		for _, name := range slices.Sorted(maps.Keys(want)) {
			if strings.HasPrefix(name, site.IndexFolder+"/") || slices.Contains([]string{".kengash", "_redirects", manifest.Name}, name) {
				continue
			}
			if edit != "nothing" && e.random.IntN(8) != 0 && !strings.Contains(name, "list/") {
				continue // some will do
			}
			got, err := live.File(name)
			if err != nil {
				t.Fatalf("after %s, %s: %v", edit, name, err)
			}
			if string(got) != want[name] {
				t.Fatalf("after %s, %s is\n%.3000s\nwant\n%.3000s", edit, name, got, want[name])
			}
		}
		for _, name := range []string{"en/none.html", "en/notes/none.html", "none", "xx/index.html", "en"} {
			if _, err := live.File(name); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: error is %v", name, err)
			}
		}
	}
}

// writtenBefore has the files of a folder be an hour old, so that they are known by their times.
func writtenBefore(t *testing.T, dir string) {
	t.Helper()
	before := time.Now().Add(-time.Hour)
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		return os.Chtimes(name, before, before)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestALiveSiteKeepsWhatWasRight(t *testing.T) {
	source := filepath.Join(t.TempDir(), "source")
	if err := os.CopyFS(source, os.DirFS("../../testdata/site")); err != nil {
		t.Fatal(err)
	}
	live := site.NewLive(t.Context(), site.Options{Source: site.Source{Dir: source}})
	defer live.Close()
	if _, err := live.File("en/index.html"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("before it is read: %v", err)
	}
	if err := live.Update(); err != nil {
		t.Fatal(err)
	}
	before, err := live.File("en/index.html")
	if err != nil {
		t.Fatal(err)
	}
	config := filepath.Join(source, "kengash.toml")
	e := edited{t: t, dir: source}
	e.change(config, func(s string) string { return s + "\nnonsense = 1\n" })
	if _, ok := errors.AsType[*diag.Error](live.Update()); !ok {
		t.Error("a fault is not told")
	}
	if after, err := live.File("en/index.html"); err != nil || string(after) != string(before) {
		t.Errorf("after a fault: %v", err)
	}
	// What a layout must not write is not shown.
	e.change(config, func(s string) string { return strings.TrimSuffix(s, "\nnonsense = 1\n") })
	e.change(filepath.Join(source, "layouts/_partials/chrome/emblem.html"), func(string) string { return `<img src="//evil.example/x.png">` })
	if err := live.Update(); err != nil {
		t.Fatal(err)
	}
	if _, err := live.File("en/index.html"); err == nil || !strings.Contains(err.Error(), "evil.example") {
		t.Errorf("a page that loads from another host: %v", err)
	}
}

// What is published unchanged is looked through again whenever it has changed.
func TestALiveSiteChecksWhatIsPublishedUnchanged(t *testing.T) {
	source := filepath.Join(t.TempDir(), "source")
	if err := os.CopyFS(source, os.DirFS("../../testdata/site")); err != nil {
		t.Fatal(err)
	}
	e := edited{t: t, dir: source}
	picture := filepath.Join(source, "static/a.svg")
	good := func(string) string { return `<svg xmlns="http://www.w3.org/2000/svg"><path d="M1 1"/></svg>` }
	bad := func(string) string { return `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>` }
	e.change(picture, good)
	writtenBefore(t, source)
	live := site.NewLive(t.Context(), site.Options{Source: site.Source{Dir: source}})
	defer live.Close()
	for i, step := range []struct {
		content func(string) string // nil leaves the file
		wrong   bool
	}{{nil, false}, {nil, false}, {bad, true}, {nil, true}, {good, false}, {nil, false}, {bad, true}} {
		if step.content != nil {
			e.change(picture, step.content)
		}
		err := live.Update()
		if _, told := errors.AsType[*diag.Error](err); told != step.wrong || err != nil && !told {
			t.Errorf("step %d: %v", i, err)
		}
	}
}
