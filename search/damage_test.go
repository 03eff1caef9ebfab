package search

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"github.com/kengash/kengash/search/internal/bundle"
)

// damagedQueries are asked of every damaged index.
var damagedQueries = []inquiryCase{
	{Query: "радиочастотный спектр", Lang: "ru"}, {Query: "искусственный интеллект", Lang: "ru"}, {Query: "план -доклад", Lang: "ru"},
	{Query: `"искусственный интеллект"`, Lang: "ru"}, {Query: "инетллект", Lang: "ru"}, {Query: "radio spectrum policy", Lang: "en"},
	{Query: "spectrum", Lang: ""}, {Query: "polic*", Lang: "en"}, {Query: "人工智能", Lang: "zh"}, {Query: "電子政務", Lang: "zh"},
	{Query: "topic:ai", Lang: "", Sort: "date"}, {Query: "plan", Lang: "en", Filters: map[string][]string{"kind": {"clause"}}},
}

// filesOf returns the payloads of an index by their paths.
func filesOf(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || path.Ext(name) != bundle.Extension || name == ClientFile {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// damagedFile is an index in which one file is not what it should be.
type damagedFile struct {
	name, how string
	content   []byte // nil if it is missing
}

// damages makes n damages of an index: bits, bytes, ends, gaps, and whole files that are in the
// place of others or of another build.
func damages(r *rand.Rand, n int, files, stale map[string][]byte) (out []damagedFile) {
	names := sortedKeys(files)
	for len(out) < n {
		name := names[r.IntN(len(names))]
		b := bytes.Clone(files[name])
		at := r.IntN(len(b))
		how := ""
		switch r.IntN(8) {
		case 0:
			how, b = "missing", nil
		case 1:
			how, b = "cut", b[:at]
		case 2:
			other := names[r.IntN(len(names))]
			how, b = "is "+other, files[other]
		case 3:
			how, b = "stale", stale[name]
		case 4:
			how = fmt.Sprintf("gap at %d", at)
			clear(b[at:min(len(b), at+1+r.IntN(64))])
		case 5:
			how = fmt.Sprintf("characters at %d", at)
			for i := at &^ 1; i+1 < min(len(b), at+8); i += 2 {
				v := 0x3000 + r.IntN(1<<15)
				b[i], b[i+1] = byte(v), byte(v>>8)
			}
		case 6:
			how = fmt.Sprintf("bit of %d", at)
			b[at] ^= 1 << r.IntN(8)
		default:
			how = fmt.Sprintf("byte %d", at)
			b[at] = byte(r.IntN(256))
		}
		if !bytes.Equal(b, files[name]) {
			out = append(out, damagedFile{name, how, b})
		}
	}
	return out
}

// falsified makes n damages of what is in payloads, with checksums that are right.
func falsified(t *testing.T, r *rand.Rand, n int, dir string, files map[string][]byte) (out []damagedFile) {
	t.Helper()
	names := sortedKeys(files)
	for len(out) < n {
		name := names[r.IntN(len(names))]
		root, key, of := dir, strings.TrimSuffix(name, bundle.Extension), ""
		if folder, rest, _ := strings.Cut(key, "/"); bundle.IsBuild(folder) {
			root, key, of = filepath.Join(dir, folder), rest, folder
		}
		data, err := bundle.ReadPayload(root, of, key)
		if err != nil {
			t.Fatal(err)
		}
		for range 1 + r.IntN(4) {
			if len(data) > 0 {
				data[r.IntN(len(data))] = []byte{0, 1, 0x7f, 0x80, 0xff, byte(r.IntN(256))}[r.IntN(6)]
			}
		}
		out = append(out, damagedFile{name, "falsified", sealedFile(t, key, of, data)})
	}
	return out
}

// sealedFile returns the file of a payload of a build.
func sealedFile(t *testing.T, key, build string, data []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(key)), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := bundle.WritePayload(dir, key, data); err != nil {
		t.Fatal(err)
	}
	if err := bundle.SealFile(dir, key, build, nil); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(key)+bundle.Extension))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// askDamaged asks the queries of each damaged index, in one page; or others, for partial answers.
func askDamaged(t *testing.T, dir string, damaged []damagedFile, partial ...inquiryCase) [][]json.RawMessage {
	t.Helper()
	whole := http.FileServer(http.Dir(dir))
	mux := http.NewServeMux()
	mux.HandleFunc("/index.html", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<!doctype html><html lang="ru"><meta charset="utf-8"><title>x</title><script src="/whole/%s"></script>`, ClientFile)
	})
	mux.Handle("/whole/", http.StripPrefix("/whole", whole))
	mux.HandleFunc("/damaged/{n}/{name...}", func(w http.ResponseWriter, r *http.Request) {
		n, err := strconv.Atoi(r.PathValue("n"))
		if err != nil || n >= len(damaged) {
			http.NotFound(w, r)
			return
		}
		if d := damaged[n]; d.name != r.PathValue("name") {
			http.StripPrefix("/damaged/"+r.PathValue("n"), whole).ServeHTTP(w, r)
		} else if d.content == nil {
			http.NotFound(w, r)
		} else {
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = w.Write(d.content)
		}
	})
	web := httptest.NewServer(mux)
	t.Cleanup(web.Close)
	p := openPage(t, dir)
	p.open(t, web.URL+"/index.html")
	asked := damagedQueries
	if partial != nil {
		asked = partial
	}
	var out [][]json.RawMessage
	for n := range damaged {
		base := fmt.Sprintf("%s/damaged/%d/", web.URL, n)
		if damaged[n].name == "" {
			base = web.URL + "/whole/"
		}
		out = append(out, p.ask(t, base, asked, partial != nil))
	}
	return out
}

// ask makes searches in the index at an address; an error answers as text.
func (p *page) ask(t *testing.T, base string, cases []inquiryCase, partial ...bool) []json.RawMessage {
	t.Helper()
	asked, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	script := fmt.Sprintf(`(async (base, cases, readerLang, partial) => JSON.stringify(await Promise.all(cases.map(async c => {
		try {
			const engine = await Kengash.open({base, lang: c.lang || readerLang});
			return await engine.search(c.query, {lang: c.lang, sort: c.sort || "relevance", filters: c.filters ?? {}, partial});
		} catch (e) {
			return String(e);
		}
	}))))(%q, %s, %q, %v)`, base, asked, readerLang, slices.Contains(partial, true))
	out, err := chromedp.Run(p.ctx, chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%s: %v", base, err)
	}
	var answers []json.RawMessage
	if err := json.Unmarshal([]byte(out), &answers); err != nil {
		t.Fatal(err)
	}
	return answers
}

// manifestOf reads what current.json says.
func manifestOf(t *testing.T, dir string) (m Manifest) {
	t.Helper()
	if err := readJSON(filepath.Join(dir, ManifestFile), &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func isError(answer json.RawMessage) bool { return answer[0] == '"' }

// TestDamagedBundle: whatever happens to a file of the bundle, an answer is right, or an error.
func TestDamagedBundle(t *testing.T) {
	dir, old := buildSite(t), t.TempDir()
	sum, err := Build(context.Background(), old, readSite(t).Documents[1:], Options{})
	if err != nil {
		t.Fatal(err)
	}
	files, stale := filesOf(t, dir), map[string][]byte{}
	now := manifestOf(t, dir)
	folders := map[string]string{sum.Build: now.Build}
	for lang, l := range now.Languages {
		folders[sum.Languages[lang].Part] = l.Part
	}
	for name, content := range filesOf(t, old) {
		folder, rest, _ := strings.Cut(name, "/")
		stale[path.Join(cmp.Or(folders[folder], folder), rest)] = content
	}
	r := rand.New(rand.NewPCG(14, 1))
	damaged := append([]damagedFile{{}}, damages(r, 60, files, stale)...)
	answers := askDamaged(t, dir, damaged)
	detected, harmless := 0, 0
	for n, d := range damaged[1:] {
		before := detected
		for i, got := range answers[n+1] {
			switch {
			case isError(got):
				detected++
			case !bytes.Equal(got, answers[0][i]):
				t.Errorf("%s, %s, query %s: %.300s\nwant %.300s", d.name, d.how, damagedQueries[i].Query, got, answers[0][i])
			}
		}
		if detected == before {
			harmless++
		}
	}
	for i, want := range answers[0] {
		if isError(want) {
			t.Errorf("query %s of the whole index: %s", damagedQueries[i].Query, want)
		}
	}
	t.Logf("%d damages: %d concern no query; of the others %d answers are errors", len(damaged)-1, harmless, detected)
	if detected == 0 {
		t.Error("no damage is detected")
	}
}

// TestFalsifiedBundle: whatever a file of the bundle contains, under a right checksum, the page
// goes on. A search that hangs ends the test.
func TestFalsifiedBundle(t *testing.T) {
	dir := buildSite(t)
	r := rand.New(rand.NewPCG(14, 2))
	damaged := append(falsified(t, r, 40, dir, filesOf(t, dir)), damagedFile{})
	answers := askDamaged(t, dir, damaged)
	if last := answers[len(answers)-1]; slices.ContainsFunc(last, isError) {
		t.Errorf("the page does not go on: %s", last)
	}
}

// TestPayloadIsTooLarge: a small file that inflates to more than a payload may have is refused.
func TestPayloadIsTooLarge(t *testing.T) {
	dir := buildSite(t)
	large := sealedFile(t, "manifest/ru", "", make([]byte, 1<<26+1))
	for _, answers := range askDamaged(t, dir, []damagedFile{{"manifest/ru.js", "too large", large}}, damagedQueries[0]) {
		if !bytes.Contains(answers[0], []byte("damaged")) {
			t.Errorf("%.300s (want an error)", answers[0])
		}
	}
}

// TestPartialAnswers: where a page asks for it, the rest of a damaged index answers, and says so.
func TestPartialAnswers(t *testing.T) {
	dir := buildSite(t)
	damaged := []damagedFile{{}, {manifestOf(t, dir).Languages["en"].Part + "/en/d/0.js", "missing", nil}, {"manifest/zh.js", "missing", nil}}
	partial := inquiryCase{Query: "spectrum"}
	for n, answers := range askDamaged(t, dir, damaged, partial) {
		var got struct {
			Hits    []struct{ ID, Lang string }
			Partial bool
		}
		if err := json.Unmarshal(answers[0], &got); err != nil {
			t.Fatalf("%s: %s", damaged[n].name, answers[0])
		}
		if got.Partial != (n > 0) || (n != 1) != (len(got.Hits) > 0) {
			t.Errorf("%s %s: %s", damaged[n].name, damaged[n].how, answers[0])
		}
	}
}

// TestNewBuildIsLoaded: a search after a site was published again is of the new build alone.
func TestNewBuildIsLoaded(t *testing.T) {
	dir := buildSite(t)
	p := openPage(t, dir)
	p.open(t, p.http+"index.html")
	base := p.http + "search/"
	before := p.ask(t, base, damagedQueries[:1])
	old := Current(dir)
	docs := readSite(t).Documents
	for i := range docs {
		docs[i].Title += " xyzzy"
	}
	if _, err := Build(context.Background(), dir, docs, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := RemoveBuilds(dir, Current(dir)); err != nil || Current(dir) == old {
		t.Fatalf("%v, build %s", err, old)
	}
	for _, c := range []inquiryCase{{Query: "xyzzy", Lang: "ru"}, {Query: "spectrum"}} {
		got := p.ask(t, base, []inquiryCase{c})
		if isError(before[0]) || isError(got[0]) || !bytes.Contains(got[0], []byte("xyzzy")) {
			t.Errorf("%s: %s", c.Query, got[0])
		}
	}
}

// TestDamagedNativeIndex: Open refuses what is not as it was written, and names it.
func TestDamagedNativeIndex(t *testing.T) {
	whole := t.TempDir()
	site := readSite(t)
	sum, err := Build(context.Background(), whole, site.Documents, Options{Labels: site.Labels})
	if err != nil {
		t.Fatal(err)
	}
	build := sum.Build
	tree := os.DirFS(whole)
	names, err := fs.Glob(tree, "*/*/bleve/store/*")
	if err != nil {
		t.Fatal(err)
	}
	meta, err := fs.Glob(tree, "*/*/bleve/*.json")
	if err != nil {
		t.Fatal(err)
	}
	names = append(append(names, meta...), build+"/labels.json", build+"/glossary.json", build+"/native.sha256")
	r := rand.New(rand.NewPCG(14, 3))
	for range 120 {
		name := names[r.IntN(len(names))]
		file := filepath.Join(whole, filepath.FromSlash(name))
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		damaged := bytes.Clone(content)
		switch at := r.IntN(len(damaged)); r.IntN(3) {
		case 0:
			damaged = damaged[:at]
		default:
			damaged[at] ^= byte(1 + r.IntN(255))
		}
		if err := os.WriteFile(file, damaged, 0o644); err != nil {
			t.Fatal(err)
		}
		if ix, err := Open(whole); err == nil {
			_ = ix.Close()
			t.Errorf("%s is opened though damaged", name)
		} else if !strings.Contains(err.Error(), build) {
			t.Errorf("%s: the error names no file: %v", name, err)
		}
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ix, err := Open(whole)
	if err != nil {
		t.Fatal(err)
	}
	_ = ix.Close()
	t.Run("building again mends it", func(t *testing.T) {
		if err := os.WriteFile(filepath.Join(whole, sum.Languages["ru"].Part, "ru/bleve/store/root.bolt"), nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Build(context.Background(), whole, site.Documents, Options{Labels: site.Labels}); err != nil {
			t.Fatal(err)
		}
		ix, err := Open(whole)
		if err != nil {
			t.Fatal(err)
		}
		_ = ix.Close()
	})
}
