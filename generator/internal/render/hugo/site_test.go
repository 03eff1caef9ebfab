package hugo

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/rogpeppe/go-internal/txtar"
)

var testNow = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// theme returns the theme of testdata/theme.txtar, with files changed or added
// as given in pairs of name and text.
func theme(t testing.TB, changes ...string) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/theme.txtar")
	if err != nil {
		t.Fatal(err)
	}
	m := fstest.MapFS{}
	for _, f := range archive.Files {
		m[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	maps.Copy(m, layer(changes...))
	return m
}

// layer returns a file system with files given in pairs of name and text.
func layer(files ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		m[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return m
}

// project returns a small site in three languages.
func project(t testing.TB, baseURL string, layers ...fs.FS) Project {
	t.Helper()
	p := Project{
		Content: map[string][]byte{},
		Theme:   layers,
		Config: map[string]any{
			"baseURL":                baseURL,
			"title":                  "A site",
			"disableKinds":           []string{"taxonomy", "term"},
			"enableRobotsTXT":        true,
			"defaultContentLanguage": "ru",
			"outputs":                map[string]any{"section": []string{"html"}},
			"languages": map[string]any{
				"ru": map[string]any{"weight": 1, "locale": "ru", "label": "Русский", "contentDir": "content/ru"},
				"zh": map[string]any{"weight": 2, "locale": "zh-Hans", "label": "中文", "contentDir": "content/zh"},
				"en": map[string]any{"weight": 3, "locale": "en", "label": "English", "contentDir": "content/en"},
			},
		},
	}
	add := func(name string, frontMatter map[string]any) {
		b, err := json.Marshal(frontMatter)
		if err != nil {
			t.Fatal(err)
		}
		p.Content[name] = b
	}
	for _, l := range []string{"ru", "zh", "en"} {
		add(l+"/_index.md", map[string]any{"title": "Home", "lastmod": "2025-03-04"})
		add(l+"/topics/_index.md", map[string]any{"title": "Topics", "url": "/" + l + "/topics/index.html", "lastmod": "2025-01-01"})
		add(l+"/topics/ai.md", map[string]any{
			"title": "AI", "url": "/" + l + "/topics/ai.html", "date": "2026-05-04", "lastmod": "2026-05-05",
			"params": map[string]any{
				"fooBar":  "foo",
				"nested":  map[string]any{"deepKey": "deep"},
				"list":    []any{map[string]any{"itemKey": "item"}},
				"year":    2026,
				"million": 1000000,
				"html":    `<a href="/ru/body.html">x</a>`,
			},
		})
		add(l+"/topics/deep/_index.md", map[string]any{"title": "Deep"})
		add(l+"/topics/deep/page.md", map[string]any{"title": "Page in a folder"})
		add(l+"/about.md", map[string]any{"title": "About", "url": "/" + l + "/About Us.html", "type": "special"})
	}
	add("ru/choose.md", map[string]any{
		"title": "Choose", "url": "/index.html", "layout": "choose", "build": map[string]any{"list": "never"},
	})
	add("ru/not-found.md", map[string]any{
		"title": "Not found", "url": "/404.html", "type": "special", "build": map[string]any{"list": "never"},
	})
	return p
}

// render renders p and returns the folder.
func render(t testing.TB, p Project) string {
	t.Helper()
	dir := t.TempDir()
	p.Content = maps.Clone(p.Content)
	opt := Options{Now: testNow, Log: func(level, msg string) { t.Logf("%s: %s", level, msg) }}
	if _, err := Render(context.Background(), p, dir, opt); err != nil {
		t.Fatal(err)
	}
	return dir
}

// tree returns all files below dir.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(filepath.Join(dir, name))
		files[name] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// sameTree compares two results of tree.
func sameTree(t testing.TB, got, want map[string]string) {
	t.Helper()
	names := slices.Sorted(maps.Keys(got))
	if wantNames := slices.Sorted(maps.Keys(want)); !slices.Equal(names, wantNames) {
		t.Fatalf("files are\n%s\nwant\n%s", strings.Join(names, "\n"), strings.Join(wantNames, "\n"))
	}
	for _, name := range names {
		if got[name] != want[name] {
			t.Errorf("%s differs:\n%s\nwant\n%s", name, got[name], want[name])
		}
	}
}

func read(t testing.TB, dir, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func document(t testing.TB, dir, name string) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader([]byte(read(t, dir, name))))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// wantAttr checks an attribute of the only element a selector finds.
func wantAttr(t testing.TB, doc *goquery.Document, selector, attr, want string) {
	t.Helper()
	s := doc.Find(selector)
	if s.Length() != 1 {
		t.Errorf("%s: found %d elements, want 1", selector, s.Length())
		return
	}
	if got := s.AttrOr(attr, ""); got != want {
		t.Errorf("%s[%s] = %q, want %q", selector, attr, got, want)
	}
}

// wantText checks the text of the elements a selector finds, joined by "|".
func wantText(t testing.TB, doc *goquery.Document, selector, want string) {
	t.Helper()
	got := strings.Join(doc.Find(selector).Map(func(_ int, s *goquery.Selection) string {
		// CLDR sets apart digits and units by several kinds of space.
		return strings.Join(strings.Fields(s.Text()), " ")
	}), "|")
	if got != want {
		t.Errorf("%s is %q, want %q", selector, got, want)
	}
}
