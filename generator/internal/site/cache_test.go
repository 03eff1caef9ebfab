package site_test

import (
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scale"
	"github.com/kengash/kengash/generator/internal/site"
	"github.com/kengash/kengash/generator/internal/stage"
)

// edited is a copy of a site that a test changes.
type edited struct {
	t      *testing.T
	dir    string
	random *rand.Rand
}

// file returns a file that matches a pattern.
func (e edited) file(pattern string) string {
	e.t.Helper()
	names, err := filepath.Glob(filepath.Join(e.dir, pattern))
	if err != nil || len(names) == 0 {
		e.t.Fatalf("no file is like %s: %v", pattern, err)
	}
	return names[e.random.IntN(len(names))]
}

// change changes the content of a file, which may not be there yet.
func (e edited) change(file string, to func(string) string) {
	e.t.Helper()
	old, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		e.t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		e.t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(to(string(old))), 0o600); err != nil {
		e.t.Fatal(err)
	}
}

// edits are what editors do to a site.
var edits = map[string]func(e edited){
	"a text": func(e edited) {
		e.change(e.file("content/*/notes/*.md"), func(s string) string { return s + "\n\nAdded.\n" })
	},
	"a fact": func(e edited) {
		e.change(e.file("data/notes/*.toml"), func(s string) string {
			return strings.Replace(s, "zh = \"", fmt.Sprintf("zh = \"%d", e.random.IntN(1e6)), 1)
		})
	},
	"the name of a topic": func(e edited) {
		e.change(e.file("data/topics/*.toml"), func(s string) string {
			return strings.Replace(s, "en = \"", fmt.Sprintf("en = \"%d ", e.random.IntN(1e6)), 1)
		})
	},
	"the name of a meeting": func(e edited) {
		e.change(e.file("data/meetings/*.toml"), func(s string) string {
			return strings.Replace(s, "ru = \"", fmt.Sprintf("ru = \"%d ", e.random.IntN(1e6)), 1)
		})
	},
	"words in a file of their own": func(e edited) {
		data := e.file("data/instruments/*.toml")
		e.change(strings.TrimSuffix(data, ".toml")+".en.toml", func(string) string {
			return fmt.Sprintf("short_title = \"Statement %d\"\n", e.random.IntN(1e6))
		})
	},
	"an attachment": func(e edited) {
		e.change(filepath.Join(e.dir, "static/b.txt"), func(s string) string { return s + "Words of an attachment.\n" })
		e.change(e.file("data/meetings/*.toml"), func(s string) string {
			return s + fmt.Sprintf("\n[attachment.a%d]\nfile = \"b.txt\"\ntitle.en = \"A file\"\n", e.random.IntN(1e6))
		})
	},
	"a label": func(e edited) {
		e.change(filepath.Join(e.dir, "data/vocabularies/kind.toml"), func(string) string {
			return fmt.Sprintf("[term.note]\nlabel.en = \"Report %d\"\n", e.random.IntN(1e6))
		})
	},
	"a path": func(e edited) {
		e.change(filepath.Join(e.dir, "data/vocabularies/kind.toml"), func(string) string {
			return fmt.Sprintf("[term.protocol]\npath = \"minutes\"\nformer_paths = [\"protocols\"]\n[term.note]\npath = \"reports%d\"\n", e.random.IntN(1e6))
		})
	},
	"the configuration": func(e edited) {
		e.change(filepath.Join(e.dir, "kengash.toml"), func(s string) string {
			return fmt.Sprintf("base_url = \"https://c%d.example/\"\n%s", e.random.IntN(1e6), s[strings.Index(s, "\n")+1:])
		})
	},
	"a layout": func(e edited) {
		e.change(filepath.Join(e.dir, "layouts/_partials/chrome/emblem.html"), func(s string) string { return s + "<b></b>" })
	},
	"words of the interface": func(e edited) {
		e.change(filepath.Join(e.dir, "i18n/en.toml"), func(string) string { return fmt.Sprintf("sections = \"S %d\"\n", e.random.IntN(1e6)) })
	},
	"a style": func(e edited) {
		e.change(filepath.Join(e.dir, "assets/css/home.css"), func(s string) string { return s + "main{top:0}\n" })
	},
	"a static file": func(e edited) {
		e.change(filepath.Join(e.dir, "static/a.txt"), func(s string) string { return s + "a" })
	},
	"a new record": func(e edited) {
		id := fmt.Sprintf("new%d", e.random.IntN(1e6))
		from, err := os.ReadFile(e.file("data/topics/*.toml"))
		if err != nil {
			e.t.Fatal(err)
		}
		e.change(filepath.Join(e.dir, "data/topics", id+".toml"), func(string) string { return string(from) })
	},
	"a record less": func(e edited) {
		file := e.file("data/notes/*.toml")
		id := strings.TrimSuffix(filepath.Base(file), ".toml")
		texts, err := filepath.Glob(filepath.Join(e.dir, "content/*/notes", id+".md"))
		if err != nil {
			e.t.Fatal(err)
		}
		for _, name := range append(texts, file) {
			if err := os.Remove(name); err != nil {
				e.t.Fatal(err)
			}
		}
	},
	"a former address": func(e edited) {
		to := strings.TrimSuffix(filepath.Base(e.file("data/topics/*.toml")), ".toml")
		e.change(filepath.Join(e.dir, model.RedirectsFile), func(string) string {
			return fmt.Sprintf("\"topics/former%d\" = \"topics/%s\"\n", e.random.IntN(1e6), to)
		})
	},
	"nothing": func(edited) {},
}

// The cache is worth nothing if a single byte may differ by it.
func TestABuildFromTheCacheIsThatFromNothing(t *testing.T) {
	e := edited{t, filepath.Join(t.TempDir(), "source"), rand.New(rand.NewPCG(11, 27))}
	if err := scale.Write(e.dir, 20); err != nil {
		t.Fatal(err)
	}
	out, kept := filepath.Join(t.TempDir(), "out"), t.TempDir()
	build := func(name, cache string) (site.Summary, map[string]string) {
		t.Helper()
		made, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: e.dir}, Destination: out + name, Cache: cache})
		if err != nil {
			t.Fatal(err)
		}
		return made, contents(t, out+name)
	}
	build("", kept)
	order := slices.Sorted(maps.Keys(edits))
	e.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for _, name := range order {
		edits[name](e)
		made, got := build("", kept)
		if made.Unchanged != (name == "nothing") {
			t.Errorf("after %s, the site is unchanged: %v", name, made.Unchanged)
		}
		_, want := build("-anew", "")
		for file := range want {
			if got[file] != want[file] {
				t.Fatalf("after %s, %s is\n%.2000s\nwant\n%.2000s", name, file, got[file], want[file])
			}
		}
		if len(got) != len(want) {
			t.Fatalf("after %s, there are %d files, want %d", name, len(got), len(want))
		}
	}
	// Whatever is done to the published site, the next build mends it.
	if err := os.WriteFile(filepath.Join(out, "index.html"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if made, got := build("", kept); made.Unchanged || got["index.html"] == "" {
		t.Errorf("a damaged site is taken for unchanged: %v, %q", made.Unchanged, got["index.html"])
	}
}

// editOfWords is what is done to a site and its published files.
type editOfWords struct {
	name string
	edit func()
	few  bool // whether few pages are made after it
}

// fewPages are those of a record or two, in three languages.
const fewPages = 6

func editsOfWords(e edited, out string) []editOfWords {
	add := func(pattern, text string) { // to one file, or to all of a name
		files := []string{e.file(pattern)}
		if base := filepath.Base(pattern); !strings.Contains(base, "*") {
			files, _ = filepath.Glob(filepath.Join(e.dir, pattern))
		}
		for _, file := range files {
			e.change(file, func(s string) string { return s + text })
		}
	}
	return []editOfWords{
		{"words", func() { add("content/ru/notes/*.md", "\n\nWords.\n") }, true},
		{"words of two texts", func() {
			add("content/en/notes/*.md", "\n\nMore.\n")
			add("content/zh/notes/*.md", "\n\nMore.\n")
		}, true},
		{"words, and a file changed by hand", func() {
			add("content/en/notes/*.md", "\n\nWords.\n")
			e.change(filepath.Join(out, "en/index.html"), func(string) string { return "by hand" })
		}, false},
		{"words, and a file of another", func() {
			add("content/en/notes/*.md", "\n\nWords.\n")
			e.change(filepath.Join(out, "en/mine.html"), func(string) string { return "by hand" })
		}, true},
		{"words, and a page less", func() {
			add("content/en/notes/*.md", "\n\nWords.\n")
			if err := os.Remove(filepath.Join(out, "zh/index.html")); err != nil {
				e.t.Fatal(err)
			}
		}, false},
		{"a link", func() { add("content/en/notes/*.md", "\n\n[A topic](topics/t1).\n") }, false},
		{"a heading", func() {
			add("content/*/notes/"+filepath.Base(e.file("content/en/notes/*.md")), "\n\n## More {#more}\n\nWords.\n")
		}, false},
		{"words of a document", func() {
			e.change(e.file("content/en/protocols/*.md"), func(s string) string { return strings.Replace(s, ".\n", " of other words.\n", 1) })
		}, false},
		{"words and a fact", func() { add("content/en/notes/*.md", "\n\nWords.\n"); edits["a fact"](e) }, false},
		{"a fact, and a page changed by hand", func() {
			edits["a fact"](e)
			e.change(filepath.Join(out, "en/coverage.html"), func(string) string { return "by hand" })
		}, false},
		{"a fact, and a page less", func() {
			edits["a fact"](e)
			if err := os.Remove(filepath.Join(out, "zh/glossary.html")); err != nil {
				e.t.Fatal(err)
			}
		}, false},
		{"words and the configuration", func() { add("content/en/notes/*.md", "\n\nWords.\n"); edits["the configuration"](e) }, false},
		{"words and a layout", func() { add("content/en/notes/*.md", "\n\nWords.\n"); edits["a layout"](e) }, false},
		{"words again", func() { add("content/en/notes/*.md", "\n\nWords.\n") }, true},
	}
}

// Where only words of texts change, only their pages are made; and the site is still that from
// nothing, whatever else has happened.
func TestAnEditOfWordsIsThatFromNothing(t *testing.T) {
	e := edited{t, filepath.Join(t.TempDir(), "source"), rand.New(rand.NewPCG(7, 9))}
	if err := scale.Write(e.dir, 20); err != nil {
		t.Fatal(err)
	}
	out, kept := filepath.Join(t.TempDir(), "out"), t.TempDir()
	pages := 0 // that were made last
	build := func(name, cache string) map[string]string {
		t.Helper()
		pages = 0
		var mu sync.Mutex
		observe := func(at stage.Event) {
			mu.Lock()
			defer mu.Unlock()
			if at.Stage == stage.Rendering && at.Kind == stage.Advance {
				pages = max(pages, at.Done)
			}
		}
		if _, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: e.dir, Observe: observe}, Destination: out + name, Cache: cache}); err != nil {
			t.Fatal(err)
		}
		return contents(t, out+name)
	}
	build("", kept)
	for _, test := range editsOfWords(e, out) {
		age(t, out) // so that files are known by their stamps
		test.edit()
		got := build("", kept)
		if (pages <= fewPages) != test.few {
			t.Errorf("after %s, %d pages are made; few are wanted: %v", test.name, pages, test.few)
		}
		want := build("-anew", "")
		if !maps.Equal(got, want) {
			for file := range want {
				if got[file] != want[file] {
					t.Fatalf("after %s, %s is\n%.2000s\nwant\n%.2000s", test.name, file, got[file], want[file])
				}
			}
			t.Fatalf("after %s, there are %d files, want %d", test.name, len(got), len(want))
		}
	}
}

// age has the files of a folder that were just written look older.
func age(t *testing.T, dir string) {
	t.Helper()
	now := time.Now()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err != nil || now.Sub(info.ModTime()) > time.Hour {
			return err
		}
		return os.Chtimes(path, time.Time{}, now.Add(-2*time.Hour))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Assets follow the pages that name them, whatever layouts publish, and where.
func TestAssetsOfTheCacheAreThoseOfABuildFromNothing(t *testing.T) {
	e := edited{t, filepath.Join(t.TempDir(), "source"), rand.New(rand.NewPCG(5, 6))}
	if err := scale.Write(e.dir, 20); err != nil {
		t.Fatal(err)
	}
	layout := func(text string) {
		e.change(filepath.Join(e.dir, "layouts/_partials/chrome/emblem.html"), func(string) string { return text })
	}
	home := func(text string) {
		e.change(filepath.Join(e.dir, "layouts/_partials/home/hero.html"), func(string) string { return text })
	}
	title := func(name string) {
		e.change(filepath.Join(e.dir, "kengash.toml"), func(s string) string {
			lines := strings.Split(s, "\n")
			lines = slices.DeleteFunc(lines, func(l string) bool { return strings.HasPrefix(l, "edit_url") })
			return fmt.Sprintf("edit_url = \"https://%s.example/{path}\"\n%s", name, strings.Join(lines, "\n"))
		})
	}
	out, kept := filepath.Join(t.TempDir(), "out"), t.TempDir()
	compare := func(step string) {
		t.Helper()
		made := map[string]map[string]string{}
		for name, cache := range map[string]string{"": kept, "-anew": ""} {
			if _, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: e.dir}, Destination: out + name, Cache: cache}); err != nil {
				t.Fatalf("%s: %v", step, err)
			}
			made[name] = contents(t, out+name)
		}
		if !maps.Equal(made[""], made["-anew"]) {
			t.Fatalf("%s: the files differ: %q, want %q", step, slices.Sorted(maps.Keys(made[""])), slices.Sorted(maps.Keys(made["-anew"])))
		}
	}
	touch := func() { edits["a text"](e) }

	layout(`{{ with resources.FromString "img/a.svg" "<svg xmlns=\"http://www.w3.org/2000/svg\"/>" }}<img src="/img/a.svg" alt="">{{ .Publish }}{{ end }}`)
	compare("an asset that all pages name")
	touch()
	compare("… and a text")
	home(`{{ (resources.FromString "unnamed.txt" "x").Publish }}`)
	compare("an asset that no page names")
	touch()
	compare("… and a text")
	home(`{{ (resources.FromString "data.txt" (jsonify .Params.home.counts)).Publish }}<a href="/data.txt">data</a>`)
	compare("an asset made of a view")
	edits["a record less"](e)
	compare("… and a record less")
	edits["a new record"](e)
	compare("… and a new record")
	title("a")
	compare("a configuration")
	title("b")
	compare("another")
	title("a")
	compare("the first again")

	home(`{{ (resources.FromString "en/index.html" "x").Publish }}`)
	_, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: e.dir}, Destination: out, Cache: kept})
	if err == nil || !strings.Contains(err.Error(), "en/index.html, which is the address of a page") {
		t.Errorf("an asset at the address of a page: %v", err)
	}
}
