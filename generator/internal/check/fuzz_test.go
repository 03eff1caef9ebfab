package check

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"runtime"
	"strings"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/hostile"
	"github.com/kengash/kengash/generator/internal/load"
)

// allocated is what reading and checking a site may allocate: for what the program brings, and for
// each byte of the input. It stands for time and memory alike, and is the same on every machine.
const (
	allocatedBase = 100 << 20
	allocatedByte = 20_000
)

// FuzzCheck lays one file over a small site, and reads and checks it all: it ends soon, and every
// problem has a place in the site.
func FuzzCheck(f *testing.F) {
	places := fuzzed()
	for _, dir := range []string{"data", "content/en", "i18n"} {
		err := fs.WalkDir(os.DirFS("../../.."), dir, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil
			}
			data, err := os.ReadFile("../../../" + name)
			for i, place := range places {
				if path.Ext(place) == path.Ext(name) && path.Base(path.Dir(place)) == path.Base(path.Dir(name)) {
					f.Add(byte(i), data)
				}
			}
			return err
		})
		if err != nil {
			f.Fatal(err)
		}
	}
	for _, c := range hostile.Cases() {
		if strings.HasSuffix(c.Name, "paragraphs") {
			continue // the same again
		}
		for name, text := range c.Files(200) {
			for i, place := range places {
				if place == name {
					f.Add(byte(i), []byte(text))
				}
			}
		}
	}
	f.Fuzz(func(t *testing.T, place byte, data []byte) {
		name := places[int(place)%len(places)]
		files := map[string]string{name: string(data)}
		site := siteOf(files)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		problems := checked(t, site)
		runtime.ReadMemStats(&after)
		if n := after.TotalAlloc - before.TotalAlloc; n > allocatedBase+allocatedByte*uint64(len(data)) {
			t.Errorf("%d bytes are allocated for a file of %d", n, len(data))
		}
		for _, p := range problems.Sorted() {
			if p.Msg == "" || p.Pos.File == "" || p.Pos.File == name && p.Pos.Line > bytes.Count(data, []byte("\n"))+1 {
				t.Errorf("%s has no place in the site", p)
			}
		}
	})
}

// fuzzed are the files that are exchanged.
func fuzzed() []string {
	return []string{
		"kengash.toml", "data/vocabularies/act.toml", "data/states/uz.toml", "data/bodies/union.toml", "data/topics/ai.toml",
		"data/meetings/m1.toml", "data/protocols/p1.toml", "data/instruments/plan.toml", "data/actions/a1.toml", "data/persons/p.toml",
		hostile.Facts, hostile.Prose, hostile.Cited, hostile.Protocol, "i18n/en.toml", "data/topics/ai.en.toml",
	}
}

func checked(t testing.TB, site fs.FS) diag.List {
	t.Helper()
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults()})
	if err != nil {
		t.Fatal(err)
	}
	if c != nil {
		problems.Append(Collection(c))
		problems.Append(Notices(c))
	}
	return problems
}
