package search_test

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/search"
	"github.com/kengash/kengash/search/pages"
)

// corpusVariable names the environment variable of a folder that tools/bench/corpus wrote: pages in
// three languages, and queries with their answers. `make bench` sets it.
const corpusVariable = "KENGASH_SEARCH_CORPUS"

// goal is what the queries of a set have to reach: the share of those whose answer is first, or
// among the first five, and mean recall and precision.
type goal struct{ first, five, recall, precision float64 }

// goals are those of the sets of queries.json: what was measured with the packages of Debian 12,
// less an answer or two of the forty of a set, since another release has other pages.
var goals = map[string]goal{
	"title.en":    {first: .99},
	"title.ru":    {first: .99},
	"title.zh":    {first: .99},
	"typo.en":     {first: .87, five: .97},
	"typo.ru":     {first: .87, five: .95},
	"prefix.en":   {first: .67, five: .85},
	"prefix.ru":   {first: .7, five: .87},
	"entry.en":    {five: .72},
	"entry.ru":    {five: .57},
	"entry.zh":    {five: .65},
	"word.en":     {recall: .92},
	"word.ru":     {recall: .95},
	"typoword.en": {recall: .95},
	"typoword.ru": {recall: .9},
	"phrase.en":   {recall: .99, precision: .98},
	"phrase.ru":   {recall: .99, precision: .98},
	"phrase.zh":   {recall: .99, precision: .98},
	"substr.zh":   {recall: .99, precision: .96},
}

// deepSets are the sets of queries of which all answers count, rather than the first few.
var deepSets = []string{"word", "typoword", "phrase", "substr"}

// TestQuality holds the answers to queries over a large corpus against goals.
func TestQuality(t *testing.T) {
	folder := os.Getenv(corpusVariable)
	if folder == "" {
		t.Skipf("NOT RUN: set %s to a corpus, or use make bench", corpusVariable)
	}
	ix := openCorpus(t, filepath.Join(folder, "pages"))
	b, err := os.ReadFile(filepath.Join(folder, "queries.json"))
	if err != nil {
		t.Fatal(err)
	}
	var sets map[string][]question
	if err := json.Unmarshal(b, &sets); err != nil {
		t.Fatal(err)
	}
	if len(sets) == 0 {
		t.Fatal("queries.json has no queries")
	}
	for _, name := range slices.Sorted(maps.Keys(sets)) {
		want, known := goals[name]
		if !known {
			t.Errorf("%s: no goal", name)
		}
		got := evaluate(t, ix, name, sets[name])
		t.Logf("%-12s %2d queries  first %.3f  five %.3f  recall %.3f  precision %.3f",
			name, len(sets[name]), got.first, got.five, got.recall, got.precision)
		if got.first < want.first || got.five < want.five || got.recall < want.recall || got.precision < want.precision {
			t.Errorf("%s: below the goal %+v", name, want)
		}
	}
	for name := range goals {
		if len(sets[name]) == 0 {
			t.Errorf("%s: no queries", name)
		}
	}
}

// openCorpus builds and opens the index of a folder of pages.
func openCorpus(t *testing.T, folder string) *search.Index {
	t.Helper()
	docs, _, err := pages.Read(t.Context(), os.DirFS(folder), pages.Options{})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if _, err := search.Build(t.Context(), dir, docs, search.Options{}); err != nil {
		t.Fatal(err)
	}
	ix, err := search.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// question is a query with the pages that answer it, without the language.
type question struct {
	Q   string
	Rel []string
}

// evaluate asks the queries of a set, which is called "kind.language".
func evaluate(t *testing.T, ix *search.Index, set string, queries []question) (got goal) {
	t.Helper()
	kind, lang, _ := strings.Cut(set, ".")
	limit := 10
	if slices.Contains(deepSets, kind) {
		limit = 400
	}
	for _, q := range queries {
		res, err := ix.Search(t.Context(), search.Request{Query: q.Q, Lang: lang, Limit: limit})
		if err != nil {
			t.Fatal(err)
		}
		best, found := 0, 0.0
		for i, h := range res.Hits {
			page, _, _ := strings.Cut(h.URL, "#")
			if slices.Contains(q.Rel, strings.TrimSuffix(strings.TrimPrefix(page, lang+"/"), ".html")) {
				found++
				if best == 0 {
					best = i + 1
				}
			}
		}
		if best == 1 {
			got.first++
		}
		if best > 0 && best <= 5 {
			got.five++
		}
		got.recall += found / float64(len(q.Rel))
		got.precision += found / max(1, float64(min(res.Total, len(res.Hits))))
	}
	n := float64(len(queries))
	return goal{got.first / n, got.five / n, got.recall / n, got.precision / n}
}
