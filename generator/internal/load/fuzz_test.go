package load

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/chars"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/hostile"
	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/model"
)

// seeds adds the collection's files of an ending, with the kind that their folder names.
func seeds(f *testing.F, root, ext string, keep func(kind string) bool) {
	f.Helper()
	err := fs.WalkDir(repository, root, func(p string, d fs.DirEntry, err error) error {
		kind := path.Base(path.Dir(p))
		if err != nil || d.IsDir() || path.Ext(p) != ext || !keep(kind) {
			return err
		}
		data, err := fs.ReadFile(repository, p)
		if err == nil {
			f.Add(data, kind)
		}
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
}

// within fails where a problem stands outside of its file.
func within(t *testing.T, file string, data []byte, l diag.List) {
	t.Helper()
	lines := strings.Split(string(normalised(data)), "\n")
	for _, p := range l.Sorted() {
		if p.Pos.File != file || p.Msg == "" || p.Pos.Line > len(lines) || p.Pos.Line > 0 && p.Pos.Col > len([]rune(lines[p.Pos.Line-1]))+1 {
			t.Errorf("%s stands outside of the file", p)
		}
	}
}

// hostileSeeds adds a short input of each class of hostile ones that concerns a kind of file.
func hostileSeeds(f *testing.F, classes, ext string, args ...any) {
	f.Helper()
	for _, c := range hostile.Cases() {
		if !strings.HasPrefix(c.Name, classes+"/") {
			continue
		}
		for name, text := range c.Files(300) {
			if path.Ext(name) == ext {
				f.Add(append([]any{[]byte(text)}, args...)...)
			}
		}
	}
}

func FuzzTOML(f *testing.F) {
	seeds(f, "data", ".toml", func(string) bool { return true })
	hostileSeeds(f, "toml", ".toml", "notes")
	hostileSeeds(f, "records", ".toml", "notes")
	f.Add([]byte("\xff\xfe\x00"), "topics")
	f.Add([]byte("title.en = \"a\\u202e\"\n[source.\"b\\n\"]\ntitle = \"\"\"c\nd\"\"\"\n"), "notes")
	f.Add([]byte("[[a]]\n[a.b]\na.b = 1\n\"\" = 2\n"), "notes")
	f.Fuzz(func(t *testing.T, data []byte, kind string) {
		const file = "data/fuzz.toml"
		l := &loader{limits: limit.Default, langs: []model.Lang{"ru", "zh", "en"}}
		text, ok, _ := l.read(fstest.MapFS{file: {Data: data}}, file)
		if !ok {
			within(t, file, data, l.problems)
			return
		}
		var into any = &model.Config{}
		switch e := model.New(model.Kind(kind), "fuzz", nil); {
		case e != nil:
			into = e
		case kind == "vocabularies":
			into = &model.Vocabulary{}
		}
		characters := l.problems.Len() // those that are refused
		index, ok := l.bindFile(file, text, into)
		if ok != (index != nil) || !ok && l.problems.Len() != characters+1 {
			t.Errorf("index %v, %v, with %d problems", index, ok, l.problems.Len())
		}
		within(t, file, data, l.problems)
		fault := l.problems.Err() != nil
		model.Walk(into, func(leaf model.Leaf) {
			text := fmt.Sprint(leaf.Value)
			if !fault && (strings.Contains(text, "\n") || len(chars.Find(text)) > 0) {
				t.Errorf("%q is %q", leaf.Path, text)
			}
		})
	})
}

func FuzzProtocolText(f *testing.F) {
	seeds(f, "content", ".md", func(kind string) bool { return kind == "protocols" })
	f.Add([]byte("[a]: b\n{#c1}\n"), "protocols")
	f.Add([]byte("{#c1}\n\n{#}\nx\n{#c1.p1"), "protocols")
	hostileSeeds(f, "protocol", ".md", "protocols")
	f.Fuzz(func(t *testing.T, data []byte, _ string) {
		p := fuzzText(t, data, model.Protocols, (*textFile).document)
		for _, b := range p.Blocks {
			if strings.Contains(b.HTML, "<p>") {
				t.Errorf("a block has a paragraph in it: %q", b.HTML)
			}
		}
	})
}

func FuzzProse(f *testing.F) {
	seeds(f, "content", ".md", func(kind string) bool { return kind != "protocols" })
	f.Add([]byte("- ## a {#k-main style=x}\n\n&#27; [a](https://kengash.example/ \"&#x202e;\")\n"), "notes")
	f.Add([]byte("# a {#b}\n[@f1]: c\n[@f1 @f2](topics/ai)\n<x>\n![@f1](y)\n| [@f1] |\n|-|\n"), "notes")
	hostileSeeds(f, "prose", ".md", "notes")
	f.Fuzz(func(t *testing.T, data []byte, _ string) {
		fuzzText(t, data, model.Notes, (*textFile).sections)
	})
}

// fuzzText reads a text and checks what holds of every one: problems stand in the file, and the
// HTML has nothing of the writer's own.
func fuzzText(t *testing.T, data []byte, kind model.Kind, read func(*textFile)) model.Prose {
	t.Helper()
	const file = "content/en/fuzz.md"
	e := model.New(kind, "fuzz", nil)
	if n, ok := e.(*model.Note); ok {
		n.Facts = []model.Fact{{Key: "f1"}, {Key: "f2"}}
	}
	var problems diag.List
	data = bytes.ToValidUTF8(normalised(data), []byte("?")) // others are refused before
	if limit.Default.Check(file, data, kind.Work()) != nil {
		return model.Prose{}
	}
	data = leftovers(file, onlyCharacters(file, data, &problems), &problems)
	text := newText(file, data, "en", e, &problems)
	read(text)
	within(t, file, data, problems)
	fault := problems.Err() != nil
	var out []string
	for _, b := range text.prose.Blocks {
		out = append(out, b.HTML)
	}
	for _, s := range text.prose.Sections {
		out = append(out, s.HTML)
	}
	for _, s := range out {
		if found := chars.Find(s); !fault && len(found) > 0 {
			t.Errorf("%s in %q", chars.Name(found[0].Rune), s)
		}
		for _, bad := range []string{"<script", "<iframe", `href="javascript:`, "<img", ` style="`, ` accesskey="`} {
			if !fault && strings.Contains(strings.ToLower(s), bad) {
				t.Errorf("%q in %q", bad, s)
			}
		}
	}
	return text.prose
}
