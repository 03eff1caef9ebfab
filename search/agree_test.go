package search

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf16"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/chromedp/chromedp"
	"github.com/evanw/esbuild/pkg/api"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/native"
	"github.com/kengash/kengash/search/internal/text"
)

// analysisScript makes of the client's text/ a function of language and texts, in a page.
const analysisScript = `
import { analyze, languageOf, prepare } from "./text/analyze";
import { useHan } from "./text/han";
import { fold } from "./text/fold";
globalThis.analyses = (lang, texts, han) => {
	useHan(Uint8Array.from(han));
	const l = languageOf(lang);
	return JSON.stringify(texts.map(text => {
		const prepared = prepare(l, text);
		const tokens = analyze(l, prepared);
		return {fold: fold(text), terms: tokens.map(t => t.term), spans: tokens.map(t => [t.start, t.end])};
	}));
};`

// analysisOf is what one side makes of a text: positions are of UTF-16 units.
type analysisOf struct {
	Fold  string
	Terms []string
	Spans [][2]int
}

// analyse analyses texts in a browser.
func (p *page) analyse(t *testing.T, lang string, texts []string) []analysisOf {
	t.Helper()
	asked, err := json.Marshal(texts)
	if err != nil {
		t.Fatal(err)
	}
	var table []int
	for _, b := range bundle.Han() {
		table = append(table, int(b))
	}
	han, err := json.Marshal(table)
	if err != nil {
		t.Fatal(err)
	}
	out, err := chromedp.Run(p.ctx, chromedp.Evaluate[string]("analyses("+quoted(lang)+","+string(asked)+","+string(han)+")"))
	if err != nil {
		t.Fatal(err)
	}
	var got []analysisOf
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	return got
}

func quoted(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// analyseHere analyses a text as the index does.
func analyseHere(a analysis.Analyzer, l text.Language, written string) analysisOf {
	prepared := l.Prepare(written)
	units := make([]int, len(prepared)+1) // byte: UTF-16 units before it
	n := 0
	for i, r := range prepared {
		for j := range len(string(r)) {
			units[i+j] = n
		}
		n += utf16.RuneLen(r)
	}
	units[len(prepared)] = n
	got := analysisOf{Fold: text.Fold(written), Terms: []string{}, Spans: [][2]int{}}
	for _, token := range a.Analyze([]byte(prepared)) {
		got.Terms = append(got.Terms, string(token.Term))
		got.Spans = append(got.Spans, [2]int{units[token.Start], units[token.End]})
	}
	return got
}

// analysisPage opens a page that analyses.
func analysisPage(t *testing.T) *page {
	t.Helper()
	result := api.Build(api.BuildOptions{
		Stdin:   &api.StdinOptions{Contents: analysisScript, ResolveDir: "client", Loader: api.LoaderTS},
		Bundle:  true,
		Format:  api.FormatIIFE,
		Target:  api.ES2020,
		Charset: api.CharsetUTF8,
	})
	for _, m := range result.Errors {
		t.Fatal(m.Text)
	}
	p := openPage(t, t.TempDir())
	p.open(t, p.http+"index.html")
	if _, err := chromedp.Run(p.ctx, chromedp.Evaluate[json.RawMessage](string(result.OutputFiles[0].Contents)+";true")); err != nil {
		t.Fatal(err)
	}
	return p
}

// agreement is the share of the tokens of a corpus of which both sides make the same.
const agreement = .9999

// TestClientAnalyses holds the two sides to one another: all of the samples, and of an index that
// indexVariable names nearly all words.
func TestClientAnalyses(t *testing.T) {
	texts := map[string][]string{}
	files, err := filepath.Glob("testdata/analysis/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	for _, file := range files {
		lang := filepath.Base(file[:len(file)-len(".json")])
		var samples []struct{ Text string }
		if err := readJSON(file, &samples); err != nil {
			t.Fatal(err)
		}
		for _, s := range samples {
			texts[lang] = append(texts[lang], s.Text)
		}
	}
	p := analysisPage(t)
	if total, same := p.compareAnalyses(t, texts); same != total {
		t.Errorf("%d of %d words of the samples agree", same, total)
	}
	dir := os.Getenv(indexVariable)
	if dir == "" {
		return
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	total, same := p.compareAnalyses(t, textsOf(t, ix))
	t.Logf("%d of %d words agree (%.6f)", same, total, float64(same)/float64(total))
	if float64(same) < agreement*float64(total) {
		t.Errorf("fewer than %v", agreement)
	}
}

// textsOf lists the titles and texts of an index by language.
func textsOf(t *testing.T, ix *Index) map[string][]string {
	t.Helper()
	texts := map[string][]string{}
	for _, x := range ix.parts {
		for _, hit := range allHits(t, x) {
			texts[x.Lang] = append(texts[x.Lang], stored(hit, native.Name), stored(hit, native.Body))
		}
	}
	return texts
}

// compareAnalyses counts words, and those of which both sides make the same term at the same place.
func (p *page) compareAnalyses(t *testing.T, texts map[string][]string) (total, same int) {
	t.Helper()
	reported := 0
	for _, lang := range sortedKeys(texts) {
		l := text.LanguageOf(lang)
		a, err := l.NewAnalyzer()
		if err != nil {
			t.Fatal(err)
		}
		for chunk := range slices.Chunk(texts[lang], 200) {
			for i, got := range p.analyse(t, lang, chunk) {
				want := analyseHere(a, l, chunk[i])
				if got.Fold != want.Fold {
					t.Errorf("%s: %.80q: folded %.200q\nwant %.200q", lang, chunk[i], got.Fold, want.Fold)
				}
				n, k := len(want.Terms), 0
				for j := range min(n, len(got.Terms)) {
					if got.Terms[j] == want.Terms[j] && got.Spans[j] == want.Spans[j] {
						k++
					} else if reported++; reported <= 20 {
						t.Logf("%s: %q %v (want %q %v)", lang, got.Terms[j], got.Spans[j], want.Terms[j], want.Spans[j])
					}
				}
				total += max(n, len(got.Terms))
				same += k
			}
		}
	}
	return total, same
}
