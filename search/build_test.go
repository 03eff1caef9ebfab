package search

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"github.com/kengash/kengash/search/internal/bundle"
)

// readTree returns the files below a folder by path, and checks their modes.
func readTree(t *testing.T, root string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(root, func(path string, e fs.DirEntry, err error) error {
		if err != nil || path == root {
			return err
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o644)
		if e.IsDir() {
			want = 0o755
		}
		if info.Mode().Perm() != want {
			t.Errorf("%s has mode %o (want %o)", path, info.Mode().Perm(), want)
		}
		if e.IsDir() {
			return nil
		}
		b, err := os.ReadFile(path)
		rel, _ := filepath.Rel(root, path)
		files[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// manyDocuments makes n documents of each language of the site.
func manyDocuments(t testing.TB, n int) []Document {
	t.Helper()
	byLang := map[string][]Document{}
	for _, d := range readSite(t).Documents {
		byLang[d.Lang] = append(byLang[d.Lang], d)
	}
	var out []Document
	for lang, docs := range byLang {
		r := rand.New(rand.NewPCG(1, 2))
		for i := range n {
			d := docs[i%len(docs)]
			d.ID = fmt.Sprintf("%s/%05d", lang, i)
			d.Title = fmt.Sprintf("%s %d", d.Title, i)
			for range 3 {
				d.Body += " " + docs[r.IntN(len(docs))].Body
			}
			out = append(out, d)
		}
	}
	return out
}

func TestSameDocumentsGiveSameBytes(t *testing.T) {
	for _, test := range []struct {
		name string
		docs []Document
	}{
		{"site", readSite(t).Documents},
		{"many documents", manyDocuments(t, 607)},
	} {
		t.Run(test.name, func(t *testing.T) {
			labels := readSite(t).Labels
			var first map[string]string
			for run, procs := range []int{1, 2, 7} {
				previous := runtime.GOMAXPROCS(procs)
				defer runtime.GOMAXPROCS(previous)
				docs := slices.Clone(test.docs)
				rand.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
				dir := filepath.Join(t.TempDir(), strings.Repeat("deeper/", run))
				forget := run == 2 // what Build drops, it has read
				if _, err := Build(context.Background(), dir, docs, Options{Labels: labels, Forget: forget}); err != nil {
					t.Fatal(err)
				}
				if kept := slices.ContainsFunc(docs, func(d Document) bool { return d.Body != "" }); kept == forget {
					t.Errorf("run %d: there are bodies: %v", run, kept)
				}
				files := readTree(t, dir)
				if first == nil {
					first = files
					continue
				}
				if len(files) != len(first) {
					t.Errorf("run %d: %d files (want %d)", run, len(files), len(first))
				}
				for path, content := range first {
					if files[path] != content {
						t.Errorf("run %d: %s differs", run, path)
					}
				}
			}
			for path, content := range first {
				if strings.Contains(content, os.TempDir()) {
					t.Errorf("%s holds a path of the machine that built it", path)
				}
			}
		})
	}
}

// built are the files that a build makes, in order.
func built(t *testing.T, dir string, sum Summary) []string {
	t.Helper()
	files := []string{"current.json", "current.js", ClientFile, ClientStyleFile}
	for _, f := range []string{"labels.json", "glossary.json", "native.sha256", "names.js", "han.js"} {
		files = append(files, sum.Build+"/"+f)
	}
	for lang := range sum.Languages {
		files = append(files, "manifest/"+lang+".js")
		for _, f := range []string{
			"bleve/index_meta.json", "bleve/store/000000000002.zap", "bleve/store/root.bolt",
			"s.js", "g.js", "t/0.js", "p/0.js", "p/1.js", "d/0.js", "w/0.js", "w/1.js",
		} {
			files = append(files, sum.Languages[lang].Part+"/"+lang+"/"+f)
		}
		m, err := bundle.ReadManifest(dir, lang)
		if err != nil {
			t.Fatal(err)
		}
		for k := range m.Terms {
			files = append(files, fmt.Sprintf("%s/%s/t/%d.js", sum.Languages[lang].Part, lang, k+1))
		}
		for k := range len(m.Docs) - 1 {
			files = append(files, fmt.Sprintf("%s/%s/d/%d.js", sum.Languages[lang].Part, lang, k+1))
		}
	}
	slices.Sort(files)
	return files
}

func TestBuildLayout(t *testing.T) {
	dir := t.TempDir()
	s := readSite(t)
	last := 0
	sum, err := Build(context.Background(), dir, s.Documents, Options{Labels: s.Labels, Progress: func(done, total int) {
		if done != last+1 || total != len(s.Documents) {
			t.Errorf("progress %d of %d after %d", done, total, last)
		}
		last = done
	}})
	if err != nil {
		t.Fatal(err)
	}
	if last != len(s.Documents) {
		t.Errorf("progress ended at %d of %d", last, len(s.Documents))
	}
	want := built(t, dir, sum)
	files := readTree(t, dir)
	var got []string
	for path, content := range files {
		got = append(got, path)
		if b := []byte(content); strings.HasSuffix(path, ".zap") {
			if sum := binary.BigEndian.Uint32(b[len(b)-4:]); sum != crc32.ChecksumIEEE(b[:len(b)-4]) {
				t.Errorf("%s: wrong checksum", path)
			}
		}
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("files %v\nwant %v", got, want)
	}
	if entries := 4 + len(sum.Languages); sum.Files != len(files)-entries || sum.Dir != filepath.Join(dir, sum.Build) || sum.Languages["ru"].Documents != 19 {
		t.Errorf("%+v", sum)
	}

	t.Run("again", func(t *testing.T) {
		again, err := Build(context.Background(), dir, s.Documents, Options{Labels: s.Labels})
		if err != nil || again.Build != sum.Build || len(readTree(t, dir)) != len(files) {
			t.Errorf("%v, %+v", err, again)
		}
	})
	t.Run("other documents have another name", func(t *testing.T) {
		other, err := Build(context.Background(), dir, s.Documents[1:], Options{Labels: s.Labels})
		if err != nil || other.Build == sum.Build {
			t.Errorf("%v, %+v", err, other)
		}
	})
}

// TestPartsStay: a language that has not changed stays where it is, and no build is removed with a
// part of one that is kept.
func TestPartsStay(t *testing.T) {
	dir := t.TempDir()
	s := readSite(t)
	before, err := Build(t.Context(), dir, s.Documents, Options{})
	if err != nil {
		t.Fatal(err)
	}
	docs := slices.Clone(s.Documents)
	i := slices.IndexFunc(docs, func(d Document) bool { return d.Lang == "ru" })
	docs[i].Body += " xyzzy"
	after, err := Build(t.Context(), dir, docs, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if after.Build == before.Build {
		t.Error("the build has the same name")
	}
	for lang, l := range after.Languages {
		if same := l.Part == before.Languages[lang].Part; same != (lang != "ru") {
			t.Errorf("%s: the same part: %t", lang, same)
		}
	}
	if err := RemoveBuilds(dir, after.Build); err != nil {
		t.Fatal(err)
	}
	ix, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if got := mustSearch(t, ix, Request{Query: "xyzzy"}); got.Total != 1 {
		t.Errorf("%d hits", got.Total)
	}
	for _, folder := range []string{before.Build, before.Languages["ru"].Part} {
		if _, err := os.Stat(filepath.Join(dir, folder)); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s is still there: %v", folder, err)
		}
	}
}

// TestAnyBleveOpensIt: the index is Bleve's own, with nothing that only this package understands.
func TestAnyBleveOpensIt(t *testing.T) {
	dir := t.TempDir()
	sum, err := Build(context.Background(), dir, readSite(t).Documents, Options{})
	if err != nil {
		t.Fatal(err)
	}
	index, err := bleve.Open(filepath.Join(dir, sum.Languages["ru"].Part, "ru", "bleve"))
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	q := bleve.NewMatchPhraseQuery("искусственный интеллект")
	q.SetField("body")
	request := bleve.NewSearchRequest(q)
	request.IncludeLocations = true
	res, err := index.Search(request)
	if err != nil || res.Total != 3 || res.Hits[0].Locations["body"] == nil {
		t.Errorf("%v, %v", err, res)
	}
}

func TestBuildErrors(t *testing.T) {
	good := Document{ID: "a", Lang: "ru", Title: "t"}
	cancelled, cancel := context.WithCancel(context.Background())
	cancel()
	for _, test := range []struct {
		name string
		ctx  context.Context
		docs []Document
		want string
	}{
		{"duplicate id", nil, []Document{good, {ID: "b", Lang: "ru"}, {ID: "a", Lang: "en"}}, `document "a": two documents have this id`},
		{"empty id", nil, []Document{{Lang: "ru", Title: "T", URL: "u"}}, `document titled "T" (u): empty id`},
		{"no language", nil, []Document{{ID: "x"}}, `document "x": bad language key ""`},
		{"language that leaves the folder", nil, []Document{{ID: "x", Lang: "../ru"}}, `bad language key "../ru"`},
		{"date", nil, []Document{{ID: "x", Lang: "ru", Date: "25.11.2021"}}, `document "x": bad date "25.11.2021"`},
		{"cancelled", cancelled, []Document{good}, "context canceled"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			ctx := test.ctx
			if ctx == nil {
				ctx = context.Background()
			}
			_, err := Build(ctx, dir, test.docs, Options{})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v (want %s)", err, test.want)
			}
			if files := readTree(t, dir); len(files) > 0 {
				t.Errorf("left behind: %v", files)
			}
		})
	}
	t.Run("cancelled on the way", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		dir := t.TempDir()
		_, err := Build(ctx, dir, manyDocuments(t, 50), Options{Progress: func(done, _ int) {
			if done == 60 {
				cancel()
			}
		}})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("error %v (want context.Canceled)", err)
		}
		if files := readTree(t, dir); len(files) > 0 {
			t.Errorf("left behind: %v", files)
		}
	})
	t.Run("folder is a file", func(t *testing.T) {
		file := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(file, nil, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := Build(context.Background(), file, []Document{good}, Options{}); err == nil {
			t.Error("no error")
		}
	})
}

func TestFewDocuments(t *testing.T) {
	for n := range 4 {
		var docs []Document
		for i := range n {
			docs = append(docs, Document{ID: fmt.Sprint(i), Lang: "kk", Title: "Құжат", Body: "Ашық деректер"})
		}
		ix := openDocuments(t, docs, nil)
		if res := mustSearch(t, ix, Request{Query: "ДЕРЕКТЕР"}); res.Total != n {
			t.Errorf("%d hits in %d documents", res.Total, n)
		}
		if got := ix.Manifest().Languages["kk"].Documents; got != n {
			t.Errorf("the manifest says %d documents (want %d)", got, n)
		}
	}
	t.Run("without any text", func(t *testing.T) {
		ix := openDocuments(t, []Document{{ID: "a", Lang: "ru"}, {ID: "b", Lang: "pt-BR"}}, nil)
		if res := mustSearch(t, ix, Request{}); ids(res) != "b a" { // in order of language
			t.Errorf("%s", ids(res))
		}
	})
}

func TestUnknownLanguage(t *testing.T) {
	ix := openSite(t)
	for _, query := range []string{"oʻzbekistonda", "SUNʼIY intellekt", "it sohasi", "电子政务 lang:uz", `"elektron hukumat"`} {
		if res := mustSearch(t, ix, Request{Query: query}); len(res.Hits) == 0 || res.Hits[0].ID != "uz/note/portal" {
			t.Errorf("%q finds %s", query, ids(res))
		}
	}
}

func TestOpenWritesNothing(t *testing.T) {
	dir := t.TempDir()
	s := readSite(t)
	if _, err := Build(context.Background(), dir, s.Documents, Options{}); err != nil {
		t.Fatal(err)
	}
	before := readTree(t, dir)
	first, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Open(dir) // beside the first
	if err != nil {
		t.Fatal(err)
	}
	for _, ix := range []*Index{first, second} {
		if res := mustSearch(t, ix, Request{Query: "ШОС"}); res.Total == 0 {
			t.Error("no hits")
		}
		if err := ix.Close(); err != nil {
			t.Error(err)
		}
	}
	after := readTree(t, dir)
	if len(after) != len(before) {
		t.Errorf("%d files, before %d", len(after), len(before))
	}
	for path := range before {
		if after[path] != before[path] {
			t.Errorf("%s changed", path)
		}
	}
}

func TestOpenErrors(t *testing.T) {
	dir := t.TempDir()
	sum, err := Build(context.Background(), dir, []Document{{ID: "a", Lang: "ru", Title: "t"}}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	manifest := func(format string, args ...any) {
		if err := os.WriteFile(filepath.Join(dir, ManifestFile), fmt.Appendf(nil, format, args...), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct{ manifest, want string }{
		{`{"build": "abc", "version": 99}`, "version 99"},
		{`{"build": "../x", "version": 6}`, `bad build name "../x"`},
		{`{"build": "abc", "version": 6}`, "native.sha256"},
		{`{`, ManifestFile},
		{fmt.Sprintf(`{"build": %q, "version": 6, "languages": {"en": {"documents": 1, "part": "0a"}}}`, sum.Build), "does not list 0a/en/bleve"},
		{fmt.Sprintf(`{"build": %q, "version": 6, "languages": {"ru": {"documents": 1, "part": ".."}}}`, sum.Build), `bad name ".." of a part`},
		{fmt.Sprintf(`{"build": %q, "version": 6, "languages": {"..": {"documents": 1}}}`, sum.Build), `bad language key ".."`},
		{fmt.Sprintf(`{"build": %q, "version": 6, "languages": {"ru": {"documents": 7, "part": %q}}}`, sum.Build, sum.Languages["ru"].Part), "1 documents, but current.json says 7"},
	} {
		manifest("%s", test.manifest)
		if _, err := Open(dir); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v (want %s)", test.manifest, err, test.want)
		}
	}
	if _, err := Open(filepath.Join(dir, "nowhere")); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("error %v (want fs.ErrNotExist)", err)
	}
}

func BenchmarkBuild(b *testing.B) {
	docs := manyDocuments(b, 1000)
	for b.Loop() {
		if _, err := Build(context.Background(), b.TempDir(), docs, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(docs)*b.N)/b.Elapsed().Seconds(), "docs/s")
}

func BenchmarkSearch(b *testing.B) {
	ix := openDocuments(b, manyDocuments(b, 1000), nil)
	for _, query := range []string{"обмен опытом по электронному правительству", "radio spectrum policy", "电子政务", `"exchange of experience"`, "регул*", ""} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				mustSearch(b, ix, Request{Query: query})
			}
		})
	}
}
