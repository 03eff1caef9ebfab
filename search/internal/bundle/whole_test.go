package bundle_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/search"
	"github.com/kengash/kengash/search/internal/bundle"
)

// partDir is the folder of a language's part.
func partDir(dir string, s search.Summary, lang string) string {
	return filepath.Join(dir, s.Languages[lang].Part)
}

// check compares the published pieces of a language, put together, with its native index.
func check(dir string, s search.Summary, lang string, docs []search.Document) error {
	segments, err := filepath.Glob(filepath.Join(partDir(dir, s, lang), lang, "bleve", "store", "*.zap"))
	if err != nil || len(segments) != 1 {
		return fmt.Errorf("segments %v, %v", segments, err)
	}
	want, err := os.ReadFile(segments[0])
	if err != nil {
		return err
	}
	keywords := map[string]string{}
	for _, d := range docs {
		keywords[d.ID] = d.Keywords
	}
	got, err := assemble(dir, lang, want, keywords)
	if err == nil && !bytes.Equal(got, want) {
		err = errors.New("the pieces are not the segment")
	}
	return err
}

func readSite(t *testing.T, into any) {
	t.Helper()
	b, err := os.ReadFile("../../testdata/site.json")
	if err == nil {
		err = json.Unmarshal(b, into)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// manyDocuments makes n documents of each language.
func manyDocuments(docs []search.Document, n int) []search.Document {
	var out []search.Document
	for _, lang := range []string{"ru", "en", "zh"} {
		own := slices.DeleteFunc(slices.Clone(docs), func(d search.Document) bool { return d.Lang != lang })
		for i := range n {
			d := own[i%len(own)]
			d.ID, d.Title = fmt.Sprintf("%s/%05d", lang, i), fmt.Sprintf("%s %d", d.Title, i)
			d.Body += " " + own[(i+1)%len(own)].Body
			out = append(out, d)
		}
	}
	return out
}

// TestPiecesAreTheIndex: the published pieces hold all of the native index that queries need, so
// that it can be put together from them byte for byte.
func TestPiecesAreTheIndex(t *testing.T) {
	var site struct{ Documents []search.Document }
	readSite(t, &site)
	few := func(n int, body string) []search.Document {
		var docs []search.Document
		for i := range n {
			docs = append(docs, search.Document{ID: fmt.Sprint(i), Lang: "kk", URL: "u", Title: fmt.Sprintf("Құжат %d", i%3), Body: body})
		}
		return docs
	}
	for _, test := range []struct {
		name string
		docs []search.Document
	}{
		{"site", site.Documents},
		{"many documents", manyDocuments(site.Documents, 500)},
		{"none", nil},
		{"one document", few(1, "Ашық деректер")},
		{"one document without text", []search.Document{{ID: "a", Lang: "ru"}}},
		{"two documents", few(2, "Ашық деректер")},
		{"no text", []search.Document{{ID: "a", Lang: "xx"}, {ID: "b", Lang: "xx"}, {ID: "c", Lang: "xx", Title: "…"}}},
		{"postings in several chunks", few(3000, "one two two three "+strings.Repeat("many ", 9))},
		{"words that count as those of the title", []search.Document{
			{ID: "ru/a", Lang: "ru", Title: "Отчёт", Body: "Спутник связи и кабель.", Keywords: "Спутник связи."},
			{ID: "ru/b", Lang: "ru", Body: "Кабель", Keywords: "кабель"},
			{ID: "ru/hidden", Lang: "ru", Body: "Кабель", Hidden: "провод, шнур"},
			{ID: "ru/c", Lang: "ru", Title: "Кабель"},
		}},
		{"lists", []search.Document{
			{ID: "ru/a", Lang: "ru", Title: "А", Facets: map[string][]string{"topic": {"z", "b"}, "state": {"uz"}}, Breadcrumb: []string{"x", "", "y"}, Aliases: []string{"q w", "e", "r"}},
			{ID: "en/a", Lang: "en", Title: "A", Aliases: []string{"q", "w"}},
			{ID: "en/b", Lang: "en", Title: "B", Facets: map[string][]string{"kind": {"k"}}, Date: "2021-02"},
		}},
		{"writings", []search.Document{
			{ID: "1", Lang: "ja", Title: "コンピュータ 電腦 abc", Body: "ｶﾅ 한국어 텍스트 ไทย 🎉 é é 𠀀𠀁 a_b x.y 中1文 " + strings.Repeat("中文", 2000)},
			{ID: "2", Lang: "ja", Title: "電", Body: strings.Repeat("x", 70000)},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := search.Build(context.Background(), dir, test.docs, search.Options{})
			if err != nil {
				t.Fatal(err)
			}
			for lang := range s.Languages {
				if err := check(dir, s, lang, test.docs); err != nil {
					t.Errorf("%s: %v", lang, err)
				}
			}
		})
	}
}

// TestOtherPiecesAreNot: the comparison sees what is changed.
func TestOtherPiecesAreNot(t *testing.T) {
	var site struct{ Documents []search.Document }
	readSite(t, &site)
	rewrite := func(t *testing.T, root, key string, change func([]byte) []byte) {
		t.Helper()
		data, err := bundle.ReadPayload(root, filepath.Base(root), key)
		if err == nil {
			err = bundle.WriteSealed(root, filepath.Base(root), key, change(data))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, test := range []struct {
		name   string
		change func(t *testing.T, dir string, s search.Summary)
		want   string
	}{
		{"a piece is missing", func(t *testing.T, dir string, s search.Summary) {
			if err := os.Remove(filepath.Join(partDir(dir, s, "ru"), "ru", "d", "0.js")); err != nil {
				t.Fatal(err)
			}
		}, filepath.Join("d", "0.js")},
		{"a piece is cut", func(t *testing.T, dir string, s search.Summary) {
			rewrite(t, partDir(dir, s, "ru"), "ru/t/0", func([]byte) []byte { return []byte{200, 1} })
		}, "t/0 is damaged"},
		{"a text is another", func(t *testing.T, dir string, s search.Summary) {
			rewrite(t, partDir(dir, s, "ru"), "ru/d/0", func(data []byte) []byte { return bytes.Replace(data, []byte("о"), []byte("а"), 1) })
		}, "are in no piece"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := search.Build(context.Background(), dir, site.Documents, search.Options{})
			if err != nil {
				t.Fatal(err)
			}
			test.change(t, dir, s)
			if err := check(dir, s, "ru", site.Documents); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v (want %s)", err, test.want)
			}
		})
	}
}

func TestManifestsThatAreNone(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "manifest"), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ data, want string }{
		{`{"version":2}`, "format version 2 (this program reads version 6; build the index again)"},
		{`{"version":6,"build":"0a","part":"0b","documents":0}`, "bad manifest"},
		{`{"version":6,"build":"0a","part":"../x","documents":1,"grams":{"pairs":1,"words":1}}`, "bad manifest"},
		{``, "unexpected end of JSON input"},
	} {
		data := append([]byte{byte(len(test.data))}, test.data...)
		if err := bundle.WritePayload(dir, "manifest/ru", append(data, 0)); err != nil {
			t.Fatal(err)
		}
		if _, err := bundle.ReadManifest(dir, "ru"); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v (want %s)", test.data, err, test.want)
		}
	}
	if _, err := bundle.ReadManifest(dir, "en"); err == nil || !strings.Contains(err.Error(), "en.js") {
		t.Errorf("no such language: error %v", err)
	}
}
