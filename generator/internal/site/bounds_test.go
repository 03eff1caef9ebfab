package site_test

import (
	"encoding/json"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/scale"
	"github.com/kengash/kengash/generator/internal/site"
)

// manyOnce is the site of a generated collection whose lists are longer than a page.
var manyOnce = sync.OnceValues(func() (*builtSite, error) {
	temp, err := os.MkdirTemp("", "kengash-site-test-")
	if err != nil {
		return nil, err
	}
	cleanup = append(cleanup, func() { os.RemoveAll(temp) })
	source := filepath.Join(temp, "source")
	if err := scale.Write(source, 200); err != nil {
		return nil, err
	}
	return buildSite(source, filepath.Join(temp, "site"))
})

func TestNoPageGrowsWithTheCollection(t *testing.T) {
	s := whole(t, manyOnce)
	var sizes []int64
	for name := range s.pages {
		info, err := os.Stat(filepath.Join(s.dir, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		sizes = append(sizes, info.Size())
		if info.Size() > 300_000 {
			t.Errorf("%s has %d bytes", name, info.Size())
		}
	}
	slices.Sort(sizes)
	if median := sizes[len(sizes)/2]; median > 25_000 {
		t.Errorf("the median of pages is %d bytes", median)
	}
	for name, page := range s.pages {
		page.Find("section.group .cards, .experience .cards, .beside .cards").Each(func(_ int, list *goquery.Selection) {
			limit := 10
			if strings.HasSuffix(name, "/index.html") || strings.Contains(name, "/list/") {
				limit = 100
			}
			if n := list.Children().Length(); n > limit {
				t.Errorf("%s: a list has %d entries", name, n)
			}
		})
	}
}

func TestEveryLinkOfALargeCollectionHasWordsAndLeadsSomewhere(t *testing.T) {
	s := whole(t, manyOnce)
	for name, page := range s.pages {
		page.Find("body a[href]").Each(func(_ int, a *goquery.Selection) {
			href := a.AttrOr("href", "")
			if strings.TrimSpace(a.Text()) == "" && a.AttrOr("aria-label", "") == "" {
				t.Errorf("%s: the link to %q has no words", name, href)
			}
			target, err := url.Parse(href)
			if err != nil || target.IsAbs() {
				return
			}
			file := name
			if lost(name) && strings.HasPrefix(target.Path, "/") {
				file = target.Path[1:]
			} else if target.Path != "" {
				file = path.Join(path.Dir(name), target.Path)
			}
			if s.pages[file] == nil {
				t.Errorf("%s: there is no %s", name, file)
			} else if target.Fragment != "" && !slices.Contains(s.ids[file], target.Fragment) {
				t.Errorf("%s: %s has no place %q", name, file, target.Fragment)
			}
		})
	}
}

// keysScript is what search of the keys of a divided list reads.
type keysScript struct {
	Values []string
	Sets   [][]int
	Parts  []struct {
		Name string
		Runs []struct {
			Shared int
			Own    []int
		}
	}
}

func TestPartsOfADividedListHaveAllOfItOnce(t *testing.T) {
	s := whole(t, manyOnce)
	c := s.model(t)
	if n := len(c.Decisions()); n <= 100 {
		t.Fatalf("%d decisions do not make a divided list", n)
	}
	for lang := range s.langs {
		first := s.page(t, lang+"/decisions.html")
		src := first.Find("form[data-filters]").AttrOr("data-src", "")
		if src != "../"+lang+"/decisions/keys.js" {
			t.Fatalf("%s: the keys stand in %q", lang, src)
		}
		var keys keysScript
		readScript(t, filepath.Join(s.dir, lang, "decisions", "keys.js"), "kengashRegister.keys(", &keys)
		var places []string
		var topics []string // of each row
		for i, part := range keys.Parts {
			link := first.Find("nav.parts a").Eq(i).AttrOr("href", "")
			if link != "decisions/"+part.Name+".html" {
				t.Errorf("%s: part %s is led to by %q", lang, part.Name, link)
			}
			page := s.page(t, lang+"/decisions/"+part.Name+".html")
			rows := page.Find("table.decisions tbody tr")
			n := 0
			for _, run := range part.Runs {
				for _, own := range run.Own {
					n++
					for _, v := range keys.Sets[own] {
						if topic, is := strings.CutPrefix(keys.Values[v], "topic:"); is {
							topics = append(topics, topic)
						}
					}
				}
			}
			if rows.Length() != n || n > 100 {
				t.Errorf("%s: part %s has %d rows and keys of %d", lang, part.Name, rows.Length(), n)
			}
			rows.Each(func(_ int, row *goquery.Selection) {
				places = append(places, row.Find("th a").First().AttrOr("href", ""))
			})
		}
		var want, wantTopics []string
		for _, d := range c.Decisions() {
			place := d.Protocol.Ref()
			place.Node = d.Node.Key
			want = append(want, "../"+strings.TrimPrefix(c.Paths.URL(place, model.Lang(lang)), lang+"/"))
			wantTopics = append(wantTopics, d.Scope().Topics...)
		}
		if !slices.Equal(places, want) {
			t.Errorf("%s: the parts have %d rows in another order, or others, than the %d decisions", lang, len(places), len(want))
		}
		if !slices.Equal(topics, wantTopics) {
			t.Errorf("%s: rows are not found by their topics", lang)
		}
	}
}

// A group that shows but the newest of its entries says how many there are, and leads to all of
// them.
func TestAGroupLeadsToItsWholeList(t *testing.T) {
	s := whole(t, manyOnce)
	c := s.model(t)
	for _, topic := range model.All[*model.Topic](c, model.Topics) {
		page := s.page(t, c.Paths.URL(topic.Ref(), "en"))
		whole := page.Find(`section.group:has(h2:contains("Decisions and discussions")) .whole a`)
		if got := whole.AttrOr("href", ""); got != "../decisions.html?topic="+topic.ID {
			t.Errorf("%s: the whole list of decisions is %q", topic.ID, got)
		}
	}
}

// readScript reads the JSON that a script calls a function with.
func readScript(t *testing.T, file, call string, v any) {
	t.Helper()
	script, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	data, is := strings.CutPrefix(strings.TrimSpace(string(script)), call)
	if !is {
		t.Fatalf("%s does not call %s", file, call)
	}
	if err := json.Unmarshal([]byte(strings.TrimSuffix(data, ");")), v); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
}

// BenchmarkBuild builds generated collections with their index.
func BenchmarkBuild(b *testing.B) {
	for _, n := range []struct {
		name    string
		records int
	}{{"200", 200}, {"1000", 1000}} {
		b.Run(n.name, func(b *testing.B) {
			source := b.TempDir()
			if err := scale.Write(source, n.records); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				made, err := site.Build(b.Context(), site.Options{
					Source: site.Source{Dir: source}, Destination: filepath.Join(b.TempDir(), "public"),
				})
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(made.Bytes)/1e6, "MB/site")
				b.ReportMetric(float64(made.Pages), "pages")
			}
		})
	}
}
