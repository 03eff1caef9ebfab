package search

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// benchFolder names the environment variable of a folder with queries.json and corpus/docs.jsonl, a
// corpus with known answers. Without it the evaluation is skipped.
const benchFolder = "KENGASH_SEARCH_BENCH"

// benchIndex names the variable of a search folder that was built before, of the same corpus.
const benchIndex = "KENGASH_SEARCH_INDEX"

// readBench reads the documents of the corpus.
func readBench(t testing.TB) (dir string, docs []Document) {
	t.Helper()
	dir, pages := readBenchPages(t)
	for _, d := range pages {
		docs = append(docs, Document{
			ID: d.Lang + "/" + d.ID, Lang: d.Lang, URL: strings.TrimPrefix(d.URL, "/"), Title: d.Title, Body: d.Text,
		})
	}
	return dir, docs
}

// benchPage is a line of docs.jsonl.
type benchPage struct {
	ID, Lang, URL, Title, Text string
	Entries                    []string `json:"index_entries"` // of the help's own index, which are not in the page
}

func readBenchPages(t testing.TB) (dir string, pages []benchPage) {
	t.Helper()
	if dir = os.Getenv(benchFolder); dir == "" {
		t.Skip("set " + benchFolder + " to a folder with queries.json and corpus/docs.jsonl")
	}
	f, err := os.Open(filepath.Join(dir, "corpus", "docs.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var p benchPage
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, p)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return dir, pages
}

// BenchmarkCorpus builds the corpus, and reports the size of what a static host serves.
func BenchmarkCorpus(b *testing.B) {
	_, docs := readBench(b)
	for b.Loop() {
		dir := b.TempDir()
		s, err := Build(context.Background(), dir, docs, Options{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(s.Files), "files")
		b.ReportMetric(float64(s.Bytes), "bytes")
		if keep := os.Getenv("KENGASH_SEARCH_KEEP"); keep != "" {
			if err := os.CopyFS(keep, os.DirFS(dir)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// benchQuery is a query with the documents that answer it, without the language.
type benchQuery struct {
	Q   string   `json:"q"`
	Rel []string `json:"rel"`
}

// deepSets are the sets of queries of which all answers count, rather than the first few.
var deepSets = []string{"word", "substr", "nounform", "phrase", "phraseword", "frag4", "typoword"}

// goals are what a set has to reach: the share of queries whose answer is first, or among the first
// five, and recall and precision.
var goals = map[string]struct{ first, five, recall, precision float64 }{
	"title.en":    {first: .99, five: .99},
	"title.ru":    {first: .99, five: .99},
	"title.zh":    {first: .99, five: .99},
	"typo.en":     {five: .98},
	"typo.ru":     {five: .98},
	"typoword.en": {recall: .97},
	"typoword.ru": {recall: .97},
	"inflect.ru":  {first: .92, five: .98},
	"nounform.ru": {recall: .98},
	"entry.en":    {five: .70},
	"entry.ru":    {five: .66},
	"entry.zh":    {five: .67},
	"phrase.en":   {recall: .99, precision: .97},
	"phrase.ru":   {recall: .99, precision: .97},
	"phrase.zh":   {recall: .99, precision: .97},
	"substr.zh":   {recall: .99, precision: .97},
}

// openBench opens the index of the corpus, and makes it if need be.
func openBench(t *testing.T) *Index {
	t.Helper()
	dir := os.Getenv(benchIndex)
	if _, docs := readBench(t); dir == "" {
		dir = t.TempDir()
		if _, err := Build(context.Background(), dir, docs, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { ix.Close() })
	return ix
}

// readQueries reads the sets of queries of the bench.
func readQueries(t *testing.T, folder string) (sets map[string][]benchQuery) {
	t.Helper()
	if err := readJSON(filepath.Join(folder, "queries.json"), &sets); err != nil {
		t.Fatal(err)
	}
	return sets
}

// TestQuality runs the queries of the bench and holds the answers against the goals.
func TestQuality(t *testing.T) {
	ix := openBench(t)
	sets := readQueries(t, os.Getenv(benchFolder))
	for _, name := range sortedKeys(sets) {
		got := evaluate(t, ix, name, sets[name])
		t.Log(got)
		if g := goals[name]; got.first < g.first || got.five < g.five || got.recall < g.recall || got.precision < g.precision {
			t.Errorf("%s: below the goal %+v", name, g)
		}
	}
}

// TestQualityOfFreshQueries tells how queries that nothing was tuned on do.
func TestQualityOfFreshQueries(t *testing.T) {
	folder, pages := readBenchPages(t)
	ix := openBench(t)
	sets := freshSets(pages, readQueries(t, folder))
	for _, name := range sortedKeys(sets) {
		t.Log(evaluate(t, ix, name, sets[name]))
	}
}

// quality is how well the queries of a set are answered: the share of them whose answer is first or among the
// first five, and mean recall and precision.
type quality struct {
	set                            string
	queries, absent                int
	first, five, recall, precision float64
}

func (q quality) String() string {
	return fmt.Sprintf("%-13s %4d queries  first %.3f  five %.3f  absent %2d  recall %.3f  precision %.3f",
		q.set, q.queries, q.first, q.five, q.absent, q.recall, q.precision)
}

// evaluate runs the queries of a set.
func evaluate(t *testing.T, ix *Index, set string, queries []benchQuery) quality {
	t.Helper()
	got := quality{set: set, queries: len(queries)}
	kind, lang, _ := strings.Cut(set, ".")
	limit := 10
	if slices.Contains(deepSets, kind) {
		limit = 400
	}
	for _, q := range queries {
		res := mustSearch(t, ix, Request{Query: q.Q, Lang: lang, Limit: limit})
		best, found := 0, 0.0
		for i, h := range res.Hits {
			if slices.Contains(q.Rel, strings.TrimSuffix(strings.TrimPrefix(h.URL, lang+"/"), ".html")) {
				found++
				if best == 0 {
					best = i + 1
				}
			}
		}
		switch {
		case best == 1:
			got.first++
			got.five++
		case 1 < best && best <= 5:
			got.five++
		case best == 0:
			got.absent++
		}
		got.recall += found / float64(len(q.Rel))
		got.precision += found / max(1, float64(min(res.Total, len(res.Hits))))
		if best == 0 || best > 5 && limit == 10 {
			t.Logf("  %s: %q: rank %d, %d hits", set, q.Q, best, res.Total)
		}
	}
	n := float64(len(queries))
	got.first, got.five, got.recall, got.precision = got.first/n, got.five/n, got.recall/n, got.precision/n
	return got
}
