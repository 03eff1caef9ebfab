package search

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// checkAssembled tells whether the published pieces of all languages are the native index.
func checkAssembled(t *testing.T, dir string, s Summary) {
	t.Helper()
	for lang := range s.Languages {
		segments, err := filepath.Glob(filepath.Join(s.Dir, lang, nativeFolder, "store", "*.zap"))
		if err != nil || len(segments) != 1 {
			t.Fatalf("segments %v, %v", segments, err)
		}
		want, err := os.ReadFile(segments[0])
		if err != nil {
			t.Fatal(err)
		}
		got, err := Assemble(dir, lang)
		if err != nil {
			t.Error(err)
		} else if !bytes.Equal(got, want) {
			t.Errorf("%s: the pieces are not the segment", lang)
		}
	}
}

func TestPiecesAreTheIndex(t *testing.T) {
	few := func(n int, body string) []Document {
		var docs []Document
		for i := range n {
			docs = append(docs, Document{ID: fmt.Sprint(i), Lang: "kk", URL: "u", Title: fmt.Sprintf("Құжат %d", i%3), Body: body})
		}
		return docs
	}
	for _, test := range []struct {
		name string
		docs []Document
	}{
		{"site", readSite(t).Documents},
		{"several batches", manyDocuments(t, maxBatch+200)},
		{"none", nil},
		{"one document", few(1, "Ашық деректер")},
		{"one document without text", []Document{{ID: "a", Lang: "ru"}}},
		{"two documents", few(2, "Ашық деректер")},
		{"no text", []Document{{ID: "a", Lang: "xx"}, {ID: "b", Lang: "xx"}, {ID: "c", Lang: "xx", Title: "…"}}},
		{"postings in several chunks", few(3000, "one two two three "+strings.Repeat("many ", 9))},
		{"words that count as those of the title", []Document{
			{ID: "ru/a", Lang: "ru", Title: "Отчёт", Body: "Спутник связи и кабель.", Keywords: "Спутник связи."},
			{ID: "ru/b", Lang: "ru", Body: "Кабель", Keywords: "кабель"},
			{ID: "ru/c", Lang: "ru", Title: "Кабель"},
		}},
		{"lists", []Document{
			{ID: "ru/a", Lang: "ru", Title: "А", Topics: []string{"z", "b"}, States: []string{"uz"}, Breadcrumb: []string{"x", "", "y"}, Aliases: []string{"q w", "e", "r"}},
			{ID: "en/a", Lang: "en", Title: "A", Aliases: []string{"q", "w"}},
			{ID: "en/b", Lang: "en", Title: "B", Kind: "k", Date: "2021-02"},
		}},
		{"writings", []Document{
			{ID: "1", Lang: "ja", Title: "コンピュータ 電腦 abc", Body: "ｶﾅ 한국어 텍스트 ไทย 🎉 é é 𠀀𠀁 a_b x.y 中1文 " + strings.Repeat("中文", 2000)},
			{ID: "2", Lang: "ja", Title: "電", Body: strings.Repeat("x", 70000)},
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			s, err := Build(context.Background(), dir, test.docs, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkAssembled(t, dir, s)
		})
	}
	if os.Getenv(benchFolder) != "" {
		t.Run("corpus", func(t *testing.T) {
			_, docs := readBench(t)
			dir := t.TempDir()
			s, err := Build(context.Background(), dir, docs, Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkAssembled(t, dir, s)
		})
	}
}

func TestAssembleErrors(t *testing.T) {
	build := func(t *testing.T) (string, Summary) {
		dir := t.TempDir()
		s, err := Build(context.Background(), dir, readSite(t).Documents, Options{})
		if err != nil {
			t.Fatal(err)
		}
		return dir, s
	}
	rewrite := func(t *testing.T, dir, key string, data []byte) {
		if err := writePayload(dir, key, data); err != nil {
			t.Fatal(err)
		}
	}
	manifest := func(change func(m *clientManifest)) func(t *testing.T, dir string, _ Summary) {
		return func(t *testing.T, dir string, _ Summary) {
			m, err := readClientManifest(dir, "ru")
			if err != nil {
				t.Fatal(err)
			}
			change(m)
			if err := writeClientManifest(dir, "manifest/ru", m); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, test := range []struct {
		name   string
		change func(t *testing.T, dir string, s Summary)
		want   string
	}{
		{"other version", func(t *testing.T, dir string, _ Summary) {
			rewrite(t, dir, "manifest/ru", appendString(nil, `{"version":9}`))
		}, "format version 9 (this program reads version 2; build the index again)"},
		{"no such language", func(t *testing.T, dir string, _ Summary) {
			os.Remove(filepath.Join(dir, "manifest", "ru.js"))
		}, "ru.js"},
		{"a piece is missing", func(t *testing.T, _ string, s Summary) {
			os.Remove(filepath.Join(s.Dir, "ru", "d", "0.js"))
		}, filepath.Join("d", "0.js")},
		{"a piece is another", func(t *testing.T, _ string, s Summary) {
			b, _ := os.ReadFile(filepath.Join(s.Dir, "ru", "g.js"))
			os.WriteFile(filepath.Join(s.Dir, "ru", "rest.js"), b, 0o644)
		}, `payload "ru/g" (want "ru/rest")`},
		{"a piece is cut", func(t *testing.T, _ string, s Summary) {
			rewrite(t, s.Dir, "ru/t/0", []byte{200, 1})
		}, "t/0 is damaged"},
		{"the rest is another", func(t *testing.T, _ string, s Summary) {
			data, _ := readPayload(s.Dir, "ru/rest")
			data[len(data)-3] ^= 1
			rewrite(t, s.Dir, "ru/rest", data)
		}, "do not make up the segment"},
		{"no size that a file has", manifest(func(m *clientManifest) { m.Zap.Size = 1 << 60 }), "do not make up the segment"},
		{"no documents", manifest(func(m *clientManifest) { m.Documents, m.lengths = 0, nil }), "bad manifest"},
		{"too many documents", manifest(func(m *clientManifest) { m.Documents = 1 << 60 }), "manifest/ru is damaged"},
		{"no document files", manifest(func(m *clientManifest) { m.Docs = nil }), "0 documents"},
		{"a document file of too many", manifest(func(m *clientManifest) { m.Docs = []int{1 << 60} }), "d/0 is damaged"},
		{"a text is another", func(t *testing.T, _ string, s Summary) {
			data, _ := readPayload(s.Dir, "ru/d/0")
			rewrite(t, s.Dir, "ru/d/0", bytes.Replace(data, []byte("о"), []byte("а"), 1))
		}, "the stored documents have"},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, s := build(t)
			test.change(t, dir, s)
			if _, err := Assemble(dir, "ru"); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v (want %s)", err, test.want)
			}
		})
	}
}

func FuzzPayload(f *testing.F) {
	for _, s := range []string{"", "a", "ab", "abc", strings.Repeat("\x00\xff", 40)} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		symbols := appendSymbols(nil, data)
		if got, err := readSymbols(symbols); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%x gives %x, %v", data, got, err)
		}
		for c := range slices.Chunk(symbols, 2) {
			if r := rune(binary.LittleEndian.Uint16(c)); utf16.IsSurrogate(r) || r > firstSymbol+1<<symbolBits || r < '0' {
				t.Errorf("character %x", r)
			}
		}
		file, err := encodePayload("ru/t/1", data)
		if err != nil {
			t.Fatal(err)
		}
		if key, got, err := decodePayload(file); err != nil || key != "ru/t/1" || !bytes.Equal(got, data) {
			t.Errorf("%s, %x, %v", key, got, err)
		}
		decodePayload(data) // does not panic
		readSymbols(data)
	})
}

func TestSeparator(t *testing.T) {
	for _, test := range []struct{ last, next, want string }{
		{"", "b", "b"}, {"a", "b", "b"}, {"abc", "abd", "abd"}, {"ab", "abcd", "abc"}, {"аб", "авто", "ав"}, {"中文", "丰", "丰"}, {"中", "中文字", "中文"},
	} {
		if got := separator(test.last, test.next); got != test.want {
			t.Errorf("%q, %q: %q (want %q)", test.last, test.next, got, test.want)
		}
	}
}
