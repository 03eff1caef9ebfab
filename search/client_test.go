package search

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/kengash/kengash/search/internal/bundle"
)

// The tests of the reader for browsers run in a real one, the program that browserVariable names,
// as `make test` does. With indexVariable they take an index that is there already instead of that
// of testdata/site.json: a folder that Build of this version wrote.
const (
	browserVariable = "KENGASH_BROWSER"
	indexVariable   = "KENGASH_SEARCH_INDEX"
)

func TestClientIsOneSmallScript(t *testing.T) {
	script, err := Client()
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write(script); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d bytes, %d with gzip", len(script), packed.Len())
	if !bytes.HasPrefix(script, []byte(byteOrderMark)) {
		t.Error("it does not begin with a byte order mark, so a host may have it read in another charset")
	}
	for _, word := range []string{"eval(", "Function(", "fetch(", "XMLHttpRequest", "import(", "WebAssembly", "innerHTML", "blob:"} {
		if bytes.Contains(script, []byte(word)) {
			t.Errorf("uses %s, which does not work everywhere that the script has to", word)
		}
	}
}

// inquiryCase is a search to be made on both sides.
type inquiryCase struct {
	Query  string `json:"query"`
	Lang   string `json:"lang"`
	Typing bool   `json:"typing"`
	Sort   string `json:"sort"`

	Filters map[string][]string `json:"filters"`
}

// readerLang is the reader's language where all languages are searched.
const readerLang = "en"

// clientAnswer is what both sides answer.
type clientAnswer struct {
	Total      int
	Inflected  bool
	Apart      bool
	Signs      bool
	Hits       []clientHit
	Facets     map[string][][2]any
	Error      string
	Correction string
}

type clientHit struct {
	ID, URL, Title, Excerpt string
	Facets                  map[string][]Value
	Marked, TitleMarked     []string
	Score                   float64
	Tier                    int
}

// TestClientAgrees holds the reader in the browser to the answers of the native index: the same
// totals, documents, order, tiers, facets and excerpts, and the same scores.
func TestClientAgrees(t *testing.T) {
	dir := os.Getenv(indexVariable)
	perKind := 30
	if dir == "" {
		dir = buildSite(t)
		perKind = 40
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	cases := generateCases(t, ix, rand.New(rand.NewPCG(20, 26)), perKind)
	page := openPage(t, dir)
	page.open(t, page.http+"index.html")

	worst := 0.0
	failures := 0
	for chunk := range slices.Chunk(cases, 50) {
		for i, got := range page.search(t, chunk) {
			c := chunk[i]
			want := nativeAnswer(t, ix, c)
			if diff := compareAnswers(want, got, &worst); diff != "" {
				if failures++; failures <= 20 {
					t.Errorf("lang %q, query %s: %s", c.Lang, c.Query, diff)
				}
			}
		}
	}
	t.Logf("%d of %d queries agree; the largest difference of scores is %.1g", len(cases)-failures, len(cases), worst)
}

// compareSides asks an index of some documents on both sides.
func compareSides(t *testing.T, docs []Document, cases []inquiryCase, glossary ...Concept) {
	t.Helper()
	dir := t.TempDir()
	if _, err := Build(context.Background(), dir, docs, Options{Glossary: glossary}); err != nil {
		t.Fatal(err)
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	p := openPage(t, dir)
	p.open(t, p.http+"index.html")
	worst := 0.0
	for i, got := range p.search(t, cases) {
		if diff := compareAnswers(nativeAnswer(t, ix, cases[i]), got, &worst); diff != "" {
			t.Errorf("lang %q, query %s: %s", cases[i].Lang, cases[i].Query, diff)
		}
	}
}

// TestClientRunsAnywhere: below a path, and from the disk.
func TestClientRunsAnywhere(t *testing.T) {
	page := openPage(t, buildSite(t))
	for name, base := range map[string]string{"root": page.http, "below a path": page.http + "kb/", "file": page.file} {
		t.Run(name, func(t *testing.T) {
			page.open(t, base+"index.html")
			got := page.search(t, []inquiryCase{{Query: "искусственный интеллект", Lang: "ru"}, {Query: "spectrum"}, {Query: "nothing of the kind xyzzy", Lang: "kk"}, {Query: "人工智能", Lang: "zh-Hans"}})
			if got[0].Error != "" || len(got[0].Hits) == 0 || got[0].Hits[0].ID != "ru/topic/ai" {
				t.Errorf("first hit is not ru/topic/ai: %+v", got[0])
			}
			if got[1].Error != "" || len(got[1].Facets["lang"]) == 0 {
				t.Errorf("all languages: %+v", got[1])
			}
			if got[2].Error != "" || len(got[2].Hits) > 0 {
				t.Errorf("a language without an index: %+v", got[2])
			}
			if got[3].Error != "" || len(got[3].Hits) == 0 || got[3].Hits[0].ID != "zh/topic/ai" {
				t.Errorf("a language by another name: %+v", got[3])
			}
		})
	}
}

// TestClientSaysWhatIsWrong: it does not guess at a format that it does not know.
func TestClientSaysWhatIsWrong(t *testing.T) {
	dir := buildSite(t)
	m, err := bundle.ReadManifest(dir, "ru")
	if err != nil {
		t.Fatal(err)
	}
	m.Version++
	if err := m.Write(dir); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, manifestOf(t, dir).Languages["en"].Part, "en", "t")); err != nil {
		t.Fatal(err)
	}
	page := openPage(t, dir)
	page.open(t, page.http+"index.html")
	got := page.search(t, []inquiryCase{{Query: "план", Lang: "ru"}, {Query: "plan", Lang: "en"}})
	for i, want := range []string{"format 6", "cannot be loaded"} {
		if !strings.Contains(got[i].Error, want) {
			t.Errorf("error %q (want %q in it)", got[i].Error, want)
		}
	}
}

// buildSite publishes the small site into a folder of its own.
func buildSite(t *testing.T) string {
	t.Helper()
	if os.Getenv(browserVariable) == "" {
		t.Skipf("NOT RUN: set %s to the path of a Chromium, or use make test", browserVariable)
	}
	s := readSite(t)
	dir := filepath.Join(t.TempDir(), "search")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	glossary := []Concept{
		{"ru": {"электронное правительство", "ЭП"}, "en": {"e-government"}, "zh": {"电子政务"}},
		{"ru": {"искусственный интеллект", "ИИ"}, "en": {"artificial intelligence", "AI"}, "zh": {"人工智能"}},
		{"ru": {"спектр"}, "en": {"spectrum"}, "zh": {"频谱"}},
	}
	for i := range s.Documents {
		s.Documents[i].addOwn()
	}
	if _, err := Build(context.Background(), dir, s.Documents, Options{Labels: s.Labels, Glossary: glossary}); err != nil {
		t.Fatal(err)
	}
	return dir
}

// addOwn gives a document what the small site has not: facets of its own, and an address for each
// sentence.
func (d *Document) addOwn() {
	words := strings.Fields(d.Body)
	d.Facets = maps.Clone(d.Facets)
	if d.Facets == nil {
		d.Facets = map[string][]string{}
	}
	d.Facets["length"] = []string{fmt.Sprint(len(words) / 10)}
	if len(words) > 0 {
		d.Facets["слово"] = []string{words[0], words[len(words)-1]}
	}
	var lines []Line
	for i, sentence := range strings.SplitAfter(d.Body, ". ") {
		lines = append(lines, Line{fmt.Sprintf("p %d", i), sentence})
	}
	d.SetText(lines...)
}

// page is a page with the reader on it, in a browser.
type page struct {
	ctx        context.Context
	http, file string // addresses of its folder
}

// openPage puts a page beside an index, with the reader that lies there, and starts a browser.
func openPage(t *testing.T, index string) *page {
	t.Helper()
	program := os.Getenv(browserVariable)
	if program == "" {
		t.Skipf("NOT RUN: set %s to the path of a Chromium, or use make test", browserVariable)
	}
	root := t.TempDir()
	html := `<!doctype html><html lang="ru"><meta charset="utf-8"><title>x</title><script src="search/` + ClientFile + `"></script>`
	err := errors.Join(
		os.Symlink(index, filepath.Join(root, "search")),
		os.WriteFile(filepath.Join(root, "index.html"), []byte(html), 0o644),
	)
	if err != nil {
		t.Fatal(err)
	}
	files := http.FileServer(http.Dir(root))
	mux := http.NewServeMux()
	mux.Handle("/", files)
	mux.Handle("/kb/", http.StripPrefix("/kb", files))
	web := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'")
		mux.ServeHTTP(w, r)
	}))
	t.Cleanup(web.Close)

	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(program), chromedp.DisableGPU,
		chromedp.WSURLReadTimeout(guard), // a browser that was just installed takes its time
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"))
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stopAllocator)
	ctx, stop := chromedp.NewContext(allocator)
	t.Cleanup(stop)
	ctx, cancel := context.WithTimeout(ctx, guard)
	t.Cleanup(cancel)
	return &page{ctx: ctx, http: web.URL + "/", file: "file://" + filepath.ToSlash(root) + "/"}
}

// guard ends a test that hangs. No test relies on its length.
const guard = 15 * time.Minute

// open shows a page of the folder.
func (p *page) open(t *testing.T, address string) {
	t.Helper()
	if err := chromedp.Do(p.ctx, chromedp.Navigate(address)); err != nil {
		t.Fatal(err)
	}
}

// search makes searches on the page that is open, with the script that a page's own code would
// have.
func (p *page) search(t *testing.T, cases []inquiryCase) []clientAnswer {
	t.Helper()
	asked, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf(`(async (cases, readerLang, limit) => {
		const engines = globalThis.engines ??= {};
		const answers = [];
		for (const c of cases) {
			try {
				const engine = await (engines[c.lang] ??= Kengash.open({lang: c.lang || readerLang}));
				const r = await engine.search(c.query, {lang: c.lang, typing: c.typing, sort: c.sort || "relevance", filters: c.filters ?? {}, limit});
				answers.push({
					total: r.total, inflected: r.inflected, apart: r.apart, signs: r.signs, correction: r.correction ?? "",
					hits: r.hits.map(h => ({...h, marked: h.marks.map(([from, to]) => h.excerpt.slice(from, to)),
						titleMarked: h.titleMarks.map(([from, to]) => h.title.slice(from, to))})),
					facets: Object.fromEntries(Object.entries(r.facets).map(([f, values]) => [f, values.map(v => [v.value, v.count])])),
				});
			} catch (e) {
				answers.push({error: String(e)});
			}
		}
		return JSON.stringify(answers);
	})(%s, %q, %d)`, asked, readerLang, comparedHits)
	out, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	var answers []clientAnswer
	if err := json.Unmarshal([]byte(out), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// comparedHits is how many hits of each query are compared.
const comparedHits = 20

func nativeAnswer(t *testing.T, ix *Index, c inquiryCase) clientAnswer {
	t.Helper()
	res := mustSearch(t, ix, Request{
		Query: c.Query, Lang: c.Lang, DisplayLang: cmp.Or(c.Lang, readerLang), Typing: c.Typing, Sort: c.Sort, Facets: c.Filters, Limit: comparedHits,
	})
	a := clientAnswer{Total: res.Total, Inflected: res.Inflected, Apart: res.Apart, Signs: res.Signs, Correction: res.Correction, Facets: map[string][][2]any{}}
	for _, h := range res.Hits {
		hit := clientHit{ID: h.ID, URL: h.URL, Title: h.Title, Excerpt: h.Excerpt, Facets: h.Facets, Score: h.Score, Tier: h.Tier}
		for _, m := range h.TitleMarks {
			hit.TitleMarked = append(hit.TitleMarked, h.Title[m[0]:m[1]])
		}
		for _, m := range h.Marks {
			hit.Marked = append(hit.Marked, h.Excerpt[m[0]:m[1]])
		}
		a.Hits = append(a.Hits, hit)
	}
	for facet, values := range res.Facets {
		for _, v := range values {
			a.Facets[facet] = append(a.Facets[facet], [2]any{v.Value, float64(v.Count)})
		}
	}
	return a
}

// compareAnswers tells the first difference, or nothing.
func compareAnswers(want, got clientAnswer, worst *float64) string {
	const tolerance = 1e-9
	switch {
	case got.Error != "":
		return got.Error
	case got.Total != want.Total || got.Inflected != want.Inflected || got.Apart != want.Apart || got.Signs != want.Signs || got.Correction != want.Correction:
		return fmt.Sprintf("total %d, inflected %v, apart %v, signs %v, correction %q (want %d, %v, %v, %v, %q)",
			got.Total, got.Inflected, got.Apart, got.Signs, got.Correction, want.Total, want.Inflected, want.Apart, want.Signs, want.Correction)
	case len(got.Hits) != len(want.Hits):
		return fmt.Sprintf("%d hits (want %d)", len(got.Hits), len(want.Hits))
	}
	for i, w := range want.Hits {
		g := got.Hits[i]
		difference := math.Abs(g.Score-w.Score) / math.Max(w.Score, math.SmallestNonzeroFloat64)
		if g.ID == w.ID && difference <= tolerance {
			*worst = max(*worst, difference)
			g.Score = w.Score
		}
		if fmt.Sprintf("%+v", g) != fmt.Sprintf("%+v", w) {
			return fmt.Sprintf("hit %d: %+v\nwant %+v", i, g, w)
		}
	}
	for facet := range want.Facets { // got has those without values, too
		if got.Facets[facet] == nil {
			return fmt.Sprintf("no facet %s", facet)
		}
	}
	for facet := range got.Facets {
		if fmt.Sprint(got.Facets[facet]) != fmt.Sprint(want.Facets[facet]) {
			return fmt.Sprintf("facet %s: %v (want %v)", facet, got.Facets[facet], want.Facets[facet])
		}
	}
	return ""
}
