package hugo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
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

	"github.com/kengash/kengash/generator/internal/diag"
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

// testSite is a project with its pages.
type testSite struct {
	Project
	pages []Page
}

// project returns a small site in three languages.
func project(t testing.TB, baseURL string, layers ...fs.FS) testSite {
	t.Helper()
	s := testSite{Project: Project{
		Theme: layers,
		Config: map[string]any{
			"baseURL":                baseURL,
			"title":                  "A site",
			"defaultContentLanguage": "ru",
			"languages": map[string]any{
				"ru": map[string]any{"weight": 1, "locale": "ru", "label": "Русский", "contentDir": "content/ru"},
				"zh": map[string]any{"weight": 2, "locale": "zh-Hans", "label": "中文", "contentDir": "content/zh"},
				"en": map[string]any{"weight": 3, "locale": "en", "label": "English", "contentDir": "content/en"},
			},
		},
	}}
	add := func(name, url, layout string, params map[string]any) {
		params["canonical"] = baseURL + url
		b, err := json.Marshal(params)
		if err != nil {
			t.Fatal(err)
		}
		s.pages = append(s.pages, Page{Name: name, URL: "/" + url, Layout: layout, Params: b})
	}
	for _, l := range []string{"ru", "zh", "en"} {
		add(l+"/_index.md", l+"/index.html", "", map[string]any{
			"title": "Home", "pages": []any{map[string]any{"title": "AI", "url": "/" + l + "/topics/ai.html"}},
		})
		add(l+"/topics/_index.md", l+"/topics/index.html", "", map[string]any{"title": "Topics"})
		add(l+"/topics/ai.md", l+"/topics/ai.html", "", map[string]any{
			"title":     "AI",
			"date":      "2026-05-04",
			"languages": []any{map[string]any{"tag": "zh-Hans", "canonical": baseURL + "zh/topics/ai.html"}},
			"fooBar":    "foo",
			"nested":    map[string]any{"deepKey": "deep"},
			"list":      []any{map[string]any{"itemKey": "item"}},
			"year":      2026,
			"million":   1000000,
			"html":      `<a href="/ru/body.html">x</a>`,
		})
		add(l+"/topics/deep/_index.md", l+"/topics/deep/index.html", "", map[string]any{"title": "Deep"})
		add(l+"/topics/deep/page.md", l+"/topics/deep/page.html", "", map[string]any{"title": "Page in a folder"})
		add(l+"/about.md", l+"/About Us.html", "special", map[string]any{"title": "About"})
		add(l+"/plain.md", l+"/plain.html", "", map[string]any{"title": "Plain"})
		add(l+"/404.md", l+"/404.html", "notfound", map[string]any{})
		add(l+"/feed.md", l+"/index.xml", "feed", map[string]any{"urls": []string{baseURL + l + "/topics/ai.html?a&b"}})
		add(l+"/topics/states.md", l+"/rows/states.js", "rows", map[string]any{"title": "</script>", "rows": []any{"<b>", 1}})
	}
	add("ru/choose.md", "index.html", "choose", map[string]any{"title": "Choose"})
	add("ru/not-found.md", "404.html", "special", map[string]any{"title": "Not found"})
	add("ru/crawlers.md", "robots.txt", "crawlers", map[string]any{"urls": []string{baseURL + "sitemap.xml"}})
	return s
}

// build renders a site into a folder, with problems of pages and of all in one error.
func build(ctx context.Context, s testSite, dir string, opt Options) error {
	write := func(file string, content []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return err
		}
		return os.WriteFile(name, content, 0o644)
	}
	opt.Asset = write
	r, err := Start(ctx, s.Project, opt)
	if err != nil {
		return err
	}
	defer r.Close()
	var problems []diag.Problem
	for _, p := range s.pages {
		err := r.Render(p, func(content []byte, of []diag.Problem) {
			if problems = append(problems, of...); len(of) > 0 {
				return
			}
			if err := write(p.File(), content); err != nil {
				problems = append(problems, diag.Problem{Msg: err.Error()})
			}
		})
		if err != nil {
			return err
		}
	}
	err = r.Finish()
	if own, ok := errors.AsType[*diag.Error](err); ok {
		problems = append(problems, own.Problems...)
	} else if err != nil {
		return err
	}
	if len(problems) > 0 {
		return NewError(problems)
	}
	return nil
}

// render renders a site, and returns the folder.
func render(t testing.TB, s testSite) string {
	t.Helper()
	dir := t.TempDir()
	opt := Options{Now: testNow, Log: func(level, msg string) { t.Errorf("%s: %s", level, msg) }}
	if err := build(context.Background(), s, dir, opt); err != nil {
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
