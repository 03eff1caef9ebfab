package site_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/model"
)

// paths are those of kinds in the test below; those of others are the names of their folders.
var paths = map[model.Kind]string{
	model.Protocols: "minutes", model.States: "members", model.Notes: "experience", model.Persons: "people", model.Pages: "about",
}

// renamedOnce is the excerpt with those paths, which had others before.
var renamedOnce = sync.OnceValues(func() (*builtSite, error) {
	source, err := os.MkdirTemp("", "kengash-site-test-")
	if err != nil {
		return nil, err
	}
	cleanup = append(cleanup, func() { os.RemoveAll(source) })
	words := ""
	for kind, path := range paths {
		words += fmt.Sprintf("[term.%s]\npath = %q\nformer_paths = [%q]\n", kind.Code(), path, kind)
	}
	if err := os.CopyFS(source, os.DirFS(excerpt)); err != nil {
		return nil, err
	}
	for name, text := range map[string]string{
		"data/vocabularies/kind.toml": words,
		model.RedirectsFile:           "\"protocols/first\" = \"protocols/ict-2021#c2.p1\"\n",
	} {
		if err := os.WriteFile(filepath.Join(source, name), []byte(text), 0o600); err != nil {
			return nil, err
		}
	}
	return once(source)()
})

// A site calls the pages of a kind by a word of its own.
func TestPagesAreWhereTheSiteCallsThem(t *testing.T) {
	s := whole(t, renamedOnce)
	s.links(t, func(page, to string) {
		for kind := range paths {
			if strings.Contains(to, "/"+string(kind)+"/") {
				t.Errorf("%s leads to the former address %q", page, to)
			}
		}
	})
	for _, d := range documents.Of(s.model(t)) {
		file, anchor, _ := strings.Cut(d.URL, "#")
		if fault := s.exists(file, anchor); fault != "" {
			t.Errorf("%s: %s %s", d.ID, d.URL, fault)
		}
	}
	for _, file := range []string{"en/sitemap.xml", "en/index.xml"} {
		text, err := os.ReadFile(filepath.Join(s.dir, file))
		if err != nil || strings.Contains(string(text), "/protocols/") || !strings.Contains(string(text), "/en/minutes/ict-2021.html") {
			t.Errorf("%s does not say where minutes are: %v", file, err)
		}
	}
}

// What was published where the site called kinds otherwise leads on.
func TestPagesWhereTheSiteCalledThemLeadOn(t *testing.T) {
	s := whole(t, renamedOnce)
	moved := map[string]string{"en/protocols/first.html": "en/minutes/ict-2021.html"}
	excerptSite(t).each(func(name string, _ *goquery.Document) {
		moved[name] = name
		for kind, path := range paths {
			moved[name] = strings.Replace(moved[name], "/"+string(kind)+"/", "/"+path+"/", 1)
		}
	})
	for from, to := range moved {
		if from == to || leadsOn(from) {
			continue
		}
		if got := s.page(t, from).Find("link[rel=canonical]").AttrOr("href", ""); got != siteBase+to {
			t.Errorf("%s leads to %s, want %s", from, got, to)
		}
	}
	rules, err := os.ReadFile(filepath.Join(s.dir, "_redirects"))
	for _, rule := range []string{"/en/protocols/* /en/minutes/:splat 301!\n", "/en/minutes/first.html /en/minutes/ict-2021.html#c2.p1 301!\n"} {
		if err != nil || !strings.Contains(string(rules), rule) {
			t.Errorf("the rules for hosts lack %q: %v", rule, err)
		}
	}
}
