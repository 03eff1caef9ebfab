package search

import (
	"bufio"
	"context"
	"encoding/json"
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
		var d struct{ ID, Lang, URL, Title, Text string }
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		docs = append(docs, Document{
			ID: d.Lang + "/" + d.ID, Lang: d.Lang, URL: strings.TrimPrefix(d.URL, "/"), Title: d.Title, Body: d.Text,
		})
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return dir, docs
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
	"entry.zh":    {five: .66},
	"phrase.en":   {recall: .99, precision: .97},
	"phrase.ru":   {recall: .99, precision: .97},
	"phrase.zh":   {recall: .99, precision: .97},
	"substr.zh":   {recall: .99, precision: .97},
}

// TestQuality runs the queries of the bench and holds the answers against the goals.
func TestQuality(t *testing.T) {
	folder, docs := readBench(t)
	dir := os.Getenv(benchIndex)
	if dir == "" {
		dir = t.TempDir()
		if _, err := Build(context.Background(), dir, docs, Options{}); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	b, err := os.ReadFile(filepath.Join(folder, "queries.json"))
	if err != nil {
		t.Fatal(err)
	}
	var sets map[string][]benchQuery
	if err := json.Unmarshal(b, &sets); err != nil {
		t.Fatal(err)
	}
	for _, name := range sortedKeys(sets) {
		kind, lang, _ := strings.Cut(name, ".")
		limit := 10
		if slices.Contains(deepSets, kind) {
			limit = 400
		}
		var first, five, absent, recall, precision float64
		for _, q := range sets[name] {
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
				first++
				five++
			case 1 < best && best <= 5:
				five++
			case best == 0:
				absent++
			}
			recall += found / float64(len(q.Rel))
			precision += found / max(1, float64(min(res.Total, len(res.Hits))))
			if best == 0 || best > 5 && limit == 10 {
				t.Logf("  %s: %q: rank %d, %d hits", name, q.Q, best, res.Total)
			}
		}
		n := float64(len(sets[name]))
		t.Logf("%-13s first %.3f  five %.3f  absent %2.0f  recall %.3f  precision %.3f", name, first/n, five/n, absent, recall/n, precision/n)
		g := goals[name]
		if first/n < g.first || five/n < g.five || recall/n < g.recall || precision/n < g.precision {
			t.Errorf("%s: below the goal %+v", name, g)
		}
	}
}
