package site_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/site"
)

// A language whose key has capitals is spelled so in every folder and address.
func TestLanguageKeysKeepTheirCapitals(t *testing.T) {
	source := filepath.Join(t.TempDir(), "source")
	if err := os.CopyFS(source, os.DirFS("../../testdata/site")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(source, "content/ru"), filepath.Join(source, "content/zh-Hant")); err != nil {
		t.Fatal(err)
	}
	key := regexp.MustCompile(`(?m)^ru = |\bru\b(\]| = )`)
	err := filepath.WalkDir(source, func(name string, d os.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".toml" {
			return err
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		text := key.ReplaceAllStringFunc(string(data), func(s string) string { return strings.Replace(s, "ru", "zh-Hant", 1) })
		return os.WriteFile(name, []byte(text), 0o600)
	})
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), "out")
	if _, err := site.Build(t.Context(), site.Options{Source: site.Source{Dir: source}, Destination: out}); err != nil {
		t.Fatal(err)
	}
	files := contents(t, out)
	for _, want := range []string{"zh-Hant/index.html", "zh-Hant/index.xml", "zh-Hant/sitemap.xml", "zh-Hant/notes/turku-dues.html", "zh-Hant/404.html"} {
		if files[want] == "" {
			t.Errorf("there is no %s", want)
		}
	}
	if !strings.Contains(files["zh-Hant/search.html"], "data-lang=zh-Hant ") && !strings.Contains(files["zh-Hant/search.html"], "data-lang=zh-Hant>") {
		t.Error("the search page does not name the language as the index does")
	}
	for _, name := range []string{"index.html", "404.html"} {
		if !strings.Contains(files[name], "zh-Hant/index.html") {
			t.Errorf("%s does not lead to the language", name)
		}
	}
	if home := files["zh-Hant/index.html"]; !strings.Contains(home, "data-kengash-box data-lang=zh-Hant") {
		t.Error("the search box does not name the language as the index does")
	}
	for name, content := range files {
		if strings.HasPrefix(name, "zh-hant") {
			t.Errorf("%s is spelled otherwise", name)
		}
		if filepath.Ext(name) == ".html" && filepath.Base(name) != "404.html" {
			linksOf(name, content, func(to string) {
				if files[to] == "" {
					t.Errorf("%s: a link leads to %s", name, to)
				}
			})
		}
	}
}

var linkOrSource = regexp.MustCompile(`(?:href|src)="?([^"#? >]+)`)

// linksOf calls found with each file of the site that a page leads to.
func linksOf(name, content string, found func(to string)) {
	for _, m := range linkOrSource.FindAllStringSubmatch(content, -1) {
		if !strings.Contains(m[1], ":") {
			found(filepath.ToSlash(filepath.Join(filepath.Dir(name), m[1])))
		}
	}
}
