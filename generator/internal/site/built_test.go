package site_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/command"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/site"
)

const (
	// repository is the collection beside the program. It changes with every editor's work, so
	// tests ask of it only what must hold of any collection.
	repository = "../../.."
	// excerpt is a part of it as it was in November 2026, which no editor changes.
	excerpt  = "../../testdata/ict"
	siteBase = "https://kengash.example/"
)

// builtSite is a collection as a build left it.
type builtSite struct {
	source string
	dir    string
	langs  map[string]string            // languages and their tags
	pages  map[string]*goquery.Document // by path
	ids    map[string][]string          // of every page
}

// buildSite builds the collection of a folder into another one, and reads its pages.
func buildSite(source, dir string) (*builtSite, error) {
	s := &builtSite{
		source: source, dir: dir,
		langs: map[string]string{}, pages: map[string]*goquery.Document{}, ids: map[string][]string{},
	}
	c, err := site.Open(site.Source{Dir: source})
	if err != nil {
		return nil, err
	}
	for _, l := range c.Config.Languages {
		s.langs[l.Key] = cmp.Or(l.Tag, l.Key)
	}
	var stdout, stderr bytes.Buffer
	args := []string{"build", "-s", source, "-d", dir, "--no-cache"}
	if code := command.Run(context.Background(), args, nil, &stdout, &stderr); code != 0 {
		return nil, fmt.Errorf("exit code %d\n%s", code, stderr.String())
	}
	return s, fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path.Ext(name) != ".html" {
			return err
		}
		data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		data = bytes.ReplaceAll(data, []byte("\u00a0"), []byte(" ")) // see TestRussianPagesKeepTogetherWhatBelongsTogether
		doc, err := goquery.NewDocumentFromReader(bytes.NewReader(data))
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		s.pages[name] = doc
		doc.Find("[id]").Each(func(_ int, e *goquery.Selection) { s.ids[name] = append(s.ids[name], e.AttrOr("id", "")) })
		return nil
	})
}

// once returns a function that builds a collection the first time that it is called.
func once(source string) func() (*builtSite, error) {
	return sync.OnceValues(func() (*builtSite, error) {
		temp, err := os.MkdirTemp("", "kengash-site-test-")
		if err != nil {
			return nil, err
		}
		cleanup = append(cleanup, func() { os.RemoveAll(temp) })
		return buildSite(source, filepath.Join(temp, "site"))
	})
}

var realOnce, excerptOnce = once(repository), once(excerpt)

// realSite is the site of the collection beside the program.
func realSite(t *testing.T) *builtSite { return whole(t, realOnce) }

// excerptSite is the site of the excerpt.
func excerptSite(t *testing.T) *builtSite { return whole(t, excerptOnce) }

func whole(t *testing.T, once func() (*builtSite, error)) *builtSite {
	t.Helper()
	s, err := once()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// model reads the collection that the site was made from.
func (s *builtSite) model(t *testing.T) *model.Collection {
	t.Helper()
	c, err := site.Open(site.Source{Dir: s.source})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// each calls test for every page in the order of names.
func (s *builtSite) each(test func(name string, page *goquery.Document)) {
	for _, name := range slices.Sorted(maps.Keys(s.pages)) {
		test(name, s.pages[name])
	}
}

func (s *builtSite) page(t *testing.T, name string) *goquery.Document {
	t.Helper()
	if s.pages[name] == nil {
		t.Fatalf("there is no page %s", name)
	}
	return s.pages[name]
}

// lost reports whether a page answers for addresses that do not exist: it cannot have relative
// links.
func lost(name string) bool { return path.Base(name) == "404.html" }

// leadsOn reports whether a page only leads to another, from an address that was published.
func leadsOn(name string) bool { return path.Base(name) == "parallel.html" }

// langOf returns the language of a page by its address; "" for the pages of no language.
func (s *builtSite) langOf(name string) string {
	head, _, found := strings.Cut(name, "/")
	if !found || s.langs[head] == "" {
		return ""
	}
	return head
}

// siteLangs are the languages of the excerpt and their tags.
var siteLangs = map[string]string{"ru": "ru", "zh": "zh-Hans", "en": "en"}

// absolute are the elements whose addresses must be absolute.
const absolute = `link[rel="canonical"], link[rel="alternate"][hreflang]`

// link says what is wrong with a link of a page; "" where nothing is.
func (s *builtSite) link(page string, e *goquery.Selection, to string) string {
	u, err := url.Parse(to)
	switch {
	case err != nil:
		return "is no address"
	case e.Is(absolute):
		own, ok := strings.CutPrefix(to, siteBase)
		if !ok {
			return "is not absolute"
		}
		return s.exists(own, "")
	case strings.HasPrefix(to, siteBase):
		return "leads to the site itself by an absolute address"
	case u.Scheme == "https", u.Scheme == "http", u.Scheme == "mailto":
		return ""
	case u.Scheme != "":
		return "has an unknown scheme"
	case strings.HasPrefix(to, "/"):
		return "begins at the root"
	case u.Path == "" && u.Fragment == "":
		return "is empty"
	case u.Path == "":
		return s.exists(page, u.Fragment)
	case strings.HasSuffix(u.Path, "/"), strings.HasSuffix(u.Path, "."):
		return "leads to a folder"
	}
	return s.exists(path.Join(path.Dir(page), u.Path), u.Fragment)
}

// links checks that every link of a page leads somewhere, and calls visit with each.
func (s *builtSite) links(t *testing.T, visit func(page, to string)) {
	s.each(func(name string, page *goquery.Document) {
		if lost(name) {
			return
		}
		page.Find("[href], [src]").Each(func(_ int, e *goquery.Selection) {
			for _, attr := range []string{"href", "src"} {
				if to, ok := e.Attr(attr); ok {
					if fault := s.link(name, e, to); fault != "" {
						t.Errorf("%s: %s of <%s> %q %s", name, attr, goquery.NodeName(e), to, fault)
					}
					visit(name, to)
				}
			}
		})
	})
}

// exists says what is wrong with an address from the site's root.
func (s *builtSite) exists(file, anchor string) string {
	info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(file)))
	switch {
	case err != nil:
		return "leads nowhere"
	case info.IsDir():
		return "leads to a folder"
	case anchor != "" && !slices.Contains(s.ids[file], anchor):
		return "has an anchor that is not there"
	}
	return ""
}
