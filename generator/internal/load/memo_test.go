package load

import (
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// What a memo has kept in parts is what is parsed anew, and texts that are gone go.
func TestTextsOfAMemoAreThoseOfTheirFiles(t *testing.T) {
	kept := map[int][]byte{}
	load := func(site fs.FS) (c *model.Collection, written int) {
		t.Helper()
		memo := taken(kept)
		c, _, err := Load(Source{Site: site, Defaults: kengash.Defaults(), Memo: memo})
		if err != nil {
			t.Fatal(err)
		}
		memo.Parts(func(i int, part []byte) { kept[i], written = slices.Clone(part), written+1 })
		return c, written
	}
	texts := func(c *model.Collection) map[string]model.Prose {
		all := map[string]model.Prose{}
		for _, kind := range model.Kinds {
			for _, e := range c.List(kind) {
				for _, text := range model.BaseOf(e).Prose {
					all[text.File] = text
				}
			}
		}
		return all
	}
	first, written := load(excerpt)
	if len(texts(first)) == 0 || written == 0 {
		t.Fatalf("%d texts, %d parts", len(texts(first)), written)
	}
	again, written := load(excerpt)
	if written != 0 {
		t.Errorf("%d parts have changed, though no text has", written)
	}
	if got, want := texts(again), texts(first); !reflect.DeepEqual(got, want) {
		t.Errorf("the texts are %v\nwant %v", got, want)
	}
	load(fstest.MapFS{ConfigFile: {Data: []byte("[language.en]\nname = \"English\"\n")}})
	if last, _ := load(excerpt); !reflect.DeepEqual(texts(last), texts(first)) {
		t.Error("texts that were gone are others when they are back")
	}
	for i := range kept {
		kept[i] = []byte("damaged")
	}
	if c, _ := load(excerpt); !reflect.DeepEqual(texts(c), texts(first)) {
		t.Error("the texts of a damaged memo are others")
	}
}

// A memo of records gives what is read anew, whatever is done to the files.
func TestRecordsOfAMemoAreThoseOfTheirFiles(t *testing.T) {
	site := fstest.MapFS{}
	err := fs.WalkDir(excerpt, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			data, err := fs.ReadFile(excerpt, name)
			site[name] = &fstest.MapFile{Data: data}
			return err
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	written := time.Now().Add(-time.Hour)
	write := func(name, data string) {
		written = written.Add(time.Minute)
		site[name] = &fstest.MapFile{Data: []byte(data), ModTime: written}
	}
	replace := func(name, old, now string) {
		data := string(site[name].Data)
		if !strings.Contains(data, old) {
			t.Fatalf("%s lacks %q:\n%s", name, old, data)
		}
		write(name, strings.Replace(data, old, now, 1))
	}
	memo := NewMemo()
	kept := map[int][]byte{} // what another run of the program takes
	load := func(memo *Memo) string {
		t.Helper()
		c, problems, err := Load(Source{Site: site, Defaults: kengash.Defaults(), Memo: memo})
		if err != nil {
			t.Fatal(err)
		}
		return everything(c, problems)
	}
	const topic, meeting = "data/topics/ai.toml", "data/meetings/ict-2021.toml"
	for _, step := range []struct {
		name string
		edit func()
	}{
		{"nothing", func() {}},
		{"nothing again", func() {}},
		{"a fact", func() { replace(meeting, "2021-11-25", "2021-11-24") }},
		{"a fault", func() { write(topic, "[label") }},
		{"a fault again", func() { write("data/topics/none.toml", "nonsense = 1\n") }},
		{"notices", func() { replace(meeting, "\"ict-cooperation\"]", "\"ict-cooperation\", \"ict-cooperation\"]") }},
		{"a list without anything", func() { replace(meeting, "topics = ", "languages = []\ntopics = ") }},
		{"no fault", func() { write(topic, "[label]\nen = \"AI\"\n"); delete(site, "data/topics/none.toml") }},
		{"words in a file of their own", func() { write("data/topics/ai.ru.toml", "label = \"ИИ\"\n") }},
		{"other words", func() { write("data/topics/ai.ru.toml", "label = \"ИИ!\"\n") }},
		{"no words", func() { delete(site, "data/topics/ai.ru.toml") }},
		{"an attachment that is not there", func() {
			write(topic, string(site[topic].Data)+"\n[attachment.a]\nfile = \"a.txt\"\ntitle.en = \"A\"\n")
		}},
		{"an attachment", func() { write("static/a.txt", "Words.") }},
		{"another attachment", func() { write("static/a.txt", "Other.") }},
		{"the same second, twice the same length", func() {
			site["static/a.txt"] = &fstest.MapFile{Data: []byte("First."), ModTime: time.Now()}
		}},
		{"the second time", func() { site["static/a.txt"].Data = []byte("Second") }},
		{"a text", func() {
			for name, file := range site {
				if strings.HasPrefix(name, "content/") {
					write(name, string(file.Data)+"\nWords.\n")
				}
			}
		}},
		{"a vocabulary", func() { write("data/vocabularies/kind.toml", "[term.note]\nlabel.en = \"Report\"\n") }},
		{"the configuration", func() { write(ConfigFile, string(site[ConfigFile].Data)+"\n[limits]\nnesting = 2\n") }},
	} {
		step.edit()
		want := load(nil)
		if got := load(memo); got != want {
			t.Fatalf("after %s, the memo gives\n%s\nwant\n%s", step.name, got, want)
		}
		later := taken(kept)
		if got := load(later); got != want {
			t.Fatalf("after %s, what was kept gives\n%s\nwant\n%s", step.name, got, want)
		}
		later.Parts(func(i int, part []byte) { kept[i] = slices.Clone(part) })
	}
}

// taken is the memo of a run that takes what an earlier one kept.
func taken(kept map[int][]byte) *Memo {
	m := NewMemo()
	m.Take(func(i int) []byte { return kept[i] })
	return m
}

// everything is all that a load has read and found, in words.
func everything(c *model.Collection, problems diag.List) string {
	var b strings.Builder
	for _, p := range problems.Sorted() {
		fmt.Fprintln(&b, p)
	}
	if c == nil {
		return b.String()
	}
	for _, kind := range model.Kinds {
		for _, e := range c.List(kind) {
			fmt.Fprintln(&b, e.Ref(), model.BaseOf(e).Words)
			model.Walk(e, func(leaf model.Leaf) { fmt.Fprintln(&b, leaf.Path, leaf.Value, e.At(leaf.Path...)) })
			for _, a := range model.BaseOf(e).Attachments {
				fmt.Fprintln(&b, a)
			}
			for _, lang := range c.Config.Langs() {
				text := model.BaseOf(e).Prose[lang]
				fmt.Fprintln(&b, text.File, text.Blocks, text.Sections, text.Links, text.Cites, text.Signs, text.NodeIDs())
			}
			if w, ok := e.(model.Work); ok {
				for _, n := range w.Doc().Nodes {
					for _, lang := range c.Config.Langs() {
						found, unsaid := c.FormulasAt(model.At(w, n.Key), lang)
						fmt.Fprintln(&b, n.Key, lang, found, unsaid)
					}
				}
			}
		}
	}
	return b.String()
}
