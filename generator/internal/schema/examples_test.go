package schema

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	kengash "github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

// place is where a field stands: in the file of a kind, in a table of it, in a table of that.
type place struct {
	file  string // that an example of it is in
	root  reflect.Type
	above []field
	field
}

// places are those of all fields, each where it comes first.
func places() (all []place) {
	seen := map[string]bool{}
	var visit func(place, reflect.Type)
	visit = func(at place, t reflect.Type) {
		for _, f := range fieldsOf(t) {
			at.field = f
			if name := f.Owner + "." + f.Key; !seen[name] {
				seen[name] = true
				all = append(all, at)
			}
			if inner, ok := f.table(); ok && len(at.above) < 2 {
				below := at
				below.above = append(slices.Clone(at.above), f)
				visit(below, inner)
			}
		}
	}
	root := func(file string, t reflect.Type) { visit(place{file: file, root: t}, t) }
	root("kengash.toml", reflect.TypeFor[model.Config]())
	root("data/vocabularies/act.toml", reflect.TypeFor[model.Vocabulary]())
	for _, k := range model.Kinds {
		root(model.Ref{Kind: k, ID: "example"}.DataFile(), kindType(k))
	}
	return all
}

var keyOfLine = regexp.MustCompile(`^[a-z0-9_]+`)

// with puts the lines of an example among others, in place of those of the same keys.
func with(lines []string, example string) []string {
	for line := range strings.SplitSeq(example, "\n") {
		if key := keyOfLine.FindString(line); key != "" {
			lines = slices.DeleteFunc(lines, func(old string) bool { return keyOfLine.FindString(old) == key })
		}
		lines = append(lines, line)
	}
	return lines
}

// required are the examples of the keys that a table must have.
func required(t reflect.Type) (lines []string) {
	for _, f := range fieldsOf(t) {
		if f.Required {
			lines = with(lines, f.words().example)
		}
	}
	return lines
}

// text is a file with the field as its entry shows it, and what it has to have besides.
func (p place) text() string {
	lines, own := required(p.root), p.words().example
	switch {
	case strings.HasPrefix(own, "["):
		lines = append(lines, own)
	case len(p.above) == 0:
		lines = with(lines, own)
	case len(p.above) == 1:
		lines = append(lines, with(strings.Split(p.above[0].words().example, "\n"), own)...)
	default:
		inner, _ := p.above[1].table()
		prefix, _, _ := strings.Cut(p.above[1].words().example, " = ")
		lines = append(lines, p.above[0].words().example)
		for _, line := range with(required(inner), own) {
			lines = append(lines, prefix+"."+line)
		}
	}
	text := strings.Join(lines, "\n") + "\n"
	if strings.Contains(text, `["report"]`) && !strings.Contains(text, "[source.report]") {
		text += "[source.report]\ntitle = \"Report\"\n"
	}
	if p.root == reflect.TypeFor[model.Config]() {
		text += "[language.ru]\nname = \"Русский\"\n[language.zh]\nname = \"中文\"\n[language.en]\nname = \"English\"\n"
	}
	return text + needed[p.Owner+"."+p.Key]
}

// needed is what the example of a field wants to be in the same file.
var needed = map[string]string{
	"Outcome.agenda":   "[agenda.\"2.1\"]\ntitle.en = \"Draft programme\"\n",
	"Attachment.annex": "[annex.1]\ntitle.en = \"Draft\"\navailability = \"not-in-collection\"\n",
}

// ict is a collection that has what the examples name, in one language, so that it is read fast.
func ict(t *testing.T) fstest.MapFS {
	t.Helper()
	site, from := fstest.MapFS{}, os.DirFS(path.Join(repository, "generator/testdata/ict"))
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(name, "content/ru/") || strings.HasPrefix(name, "content/zh/") || strings.Contains(name, "/notes/") {
			return err
		}
		data, err := fs.ReadFile(from, name)
		site[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"ict-2024", "ict-2025"} {
		file := site["data/meetings/"+id+".toml"]
		file.Data = append(file.Data, "\n[agenda.1]\ntitle.en = \"Literacy\"\n"...)
	}
	for name, text := range map[string]string{
		"static/minutes/2026-03.txt":      "As signed.",
		"content/en/protocols/example.md": "The group agreed, and came to an agreement, on a regular exchange.\n{#c1.p1}\n",
	} {
		site[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site
}

// read reads a site, and returns what is wrong in one of its files.
func read(t *testing.T, site fs.FS, file string, memo *load.Memo) (c *model.Collection, wrong []string) {
	t.Helper()
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults(), Drafts: true, Memo: memo})
	if err != nil {
		t.Fatal(err)
	}
	if c != nil {
		problems.Append(check.Collection(c))
	}
	for _, found := range problems.Sorted() {
		if found.Pos.File == file && !found.Notice {
			wrong = append(wrong, found.String())
		}
	}
	return c, wrong
}

// The example of each field is read and checked without a problem, in the file that has it, and
// keeps to the schema.
func TestExamplesAreRead(t *testing.T) {
	site := ict(t)
	memo := load.NewMemo()
	var schemas *validators
	for _, p := range places() {
		file, text := p.file, p.text()
		if of := p.Tag.Get("of"); of != "" {
			file = model.VocabularyFile(of)
			if of == model.VocabKind {
				text = strings.Replace(text, "[term.welcomed]", "[term.protocol]", 1)
			}
		}
		files := maps.Clone(site)
		files[file] = &fstest.MapFile{Data: []byte(text)}
		if strings.HasPrefix(file, "data/notes") {
			files["content/en/notes/example.md"] = &fstest.MapFile{Data: []byte("Agencies exchange data" + map[bool]string{true: " [@f1]"}[strings.Contains(text, "[fact.f1]")] + ".\n")}
		}
		if !strings.HasPrefix(file, "data/protocols") {
			delete(files, "content/en/protocols/example.md")
		}
		c, problems := read(t, files, file, memo)
		for _, found := range problems {
			t.Errorf("%s.%s: %s in\n%s", p.Owner, p.Key, found, text)
		}
		if schemas == nil {
			all := compile(t, c)
			schemas = &all
		}
		if known, err := schemas.check(t, file, []byte(text)); err != nil || !known {
			t.Errorf("%s.%s: %v in\n%s", p.Owner, p.Key, err, text)
		}
	}
}
