package schema

import (
	"flag"
	"fmt"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/limit"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

var update = flag.Bool("update", false, "rewrite docs/data.md")

const referenceHead = `# Data files

Every key of every data file: what it is, its value, and an example. ` + "`make golden`" + ` writes this
page from what ` + "`kengash schema`" + ` tells editors, and a test reads each example.
[data/README.md](../data/README.md) has the rules that hold for all files, complete files of each
kind, and what texts look like.

| Value | |
|---|---|
| text | words on one line, in quotes |
| text by language | a table with one text for each language: ` + "`title.en = \"…\"`" + ` |
| words by language | the same with lists of words |
| code | a term of a [vocabulary](#codes), to which a site can add its own |
| id | the id of a record of that kind: ` + "`\"ict-2025\"`" + ` |
| reference | a record, or a place in its text: ` + "`\"meetings/ict-2025\"`, `\"protocols/ict-2021#c2.p1\"`" + ` |
| clause | a reference to a place in a protocol |
| participant | the id of a person, a reference to a person, a body or a state, or just a name |
| source | the key of a ` + "`[source.*]`" + ` of the same file |
| date | ` + "`2021-11-25`, `\"2021-11\"`, `\"2021\"`, `\"2021/2025\"`, `\"2024/..\"`" + ` |
| time | ` + "`\"09:30\"`" + ` |
| number | a whole number, 0 or more |
| switch | ` + "`true` or `false`" + ` |
| table | keys under a header of its own: ` + "`[quorum]`" + ` |
| tables | a table for each key: ` + "`[agenda.1]`" + ` |
`

// The reference of the data files is what schemas say. -update writes it.
func TestTheReferenceHasEveryField(t *testing.T) {
	r := reference{seen: map[reflect.Type]bool{}}
	r.WriteString(referenceHead)
	r.section("##", "The site", "`kengash.toml`.", reflect.TypeFor[model.Config]())
	r.section("##", "Any record", "What each record may have.", reflect.TypeFor[model.Base]())
	for _, k := range model.Kinds {
		if k == model.Programmes {
			continue // as instruments
		}
		file := "`data/" + string(k) + "/<id>.toml`, with what [any record](#any-record) may have. "
		name := string(k)
		if k == model.Instruments {
			file, name = "`data/instruments/<id>.toml` and `data/programmes/<id>.toml`, with what [any record](#any-record) may have. ", "instruments and programmes"
		}
		r.section("##", name, file+entries[kindType(k).Name()][""].says, kindType(k))
	}
	r.section("##", "vocabularies", "`data/vocabularies/<name>.toml`. "+entries["Vocabulary"][""].says, reflect.TypeFor[model.Vocabulary]())
	r.WriteString("\n## Codes\nThe codes of the program, in English. A site may have others.\n")
	c := program(t)
	for _, name := range model.Vocabularies {
		fmt.Fprintf(&r, "\n### Codes of %s\n%s.\n\n| Code | Word | |\n|---|---|---|\n", name, c.Vocabulary[name].Title["en"])
		for _, term := range c.Vocabulary[name].Terms {
			fmt.Fprintf(&r, "| `%s` | %s | %s |\n", term.Key, term.Label["en"], term.Definition["en"])
		}
	}
	file := path.Join(repository, "docs/data.md")
	if *update {
		if err := os.WriteFile(file, []byte(r.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(have) != r.String() {
		t.Error("docs/data.md is not what the schemas say; regenerate it with -update and review the difference")
	}
}

// program is a collection that has what the program brings, and nothing else.
func program(t *testing.T) *model.Collection {
	t.Helper()
	site := fstest.MapFS{"kengash.toml": {Data: []byte("base_url = \"https://a.example/\"\ndata_date = 2026-11-22\ntitle.en = \"A\"\n[language.en]\nname = \"English\"\n")}}
	c, _ := read(t, site, "", load.NewMemo())
	return c
}

// reference is the text of the page.
type reference struct {
	strings.Builder
	seen map[reflect.Type]bool // tables that have their section
}

// section describes a table, then those in it.
func (r *reference) section(level, name, says string, t reflect.Type) {
	r.seen[t] = true
	if says != "" {
		says = strings.TrimSpace(says) + "\n\n"
	}
	fmt.Fprintf(r, "\n%s %s\n%s| Key | Value | | Example |\n|---|---|---|---|\n", level, name, says)
	var inner []field
	for _, f := range fieldsOf(t) {
		if f.Owner == "Base" && t != reflect.TypeFor[model.Base]() {
			continue
		}
		e := f.words()
		says := e.says
		if t == reflect.TypeFor[limit.Limits]() {
			says += " Default: " + defaultLimit(f.Key) + "."
		}
		if f.must() {
			says += " **Required.**"
		}
		var lines []string
		for line := range strings.SplitSeq(e.example, "\n") {
			lines = append(lines, "`"+line+"`")
		}
		fmt.Fprintf(r, "| `%s` | %s | %s | %s |\n", f.Key, valueOf(f), says, strings.Join(lines, "<br>"))
		if of, ok := f.table(); ok && !r.seen[of] {
			r.seen[of] = true
			inner = append(inner, f)
		}
	}
	for _, f := range inner {
		of, _ := f.table()
		key := f.Key
		if f.Keyed {
			key += ".*"
		}
		r.section("###", "["+key+"]", entries[of.Name()][""].says, of)
	}
}

// valuesByType say what a field of a type holds, whatever its tags are.
var valuesByType = map[reflect.Type]string{
	textType: "text by language", wordsType: "words by language", namedType: "text, or text by language",
	partyType: "participant", deadlineType: "date, or `standing`", clockType: "time",
}

// valueOf says what a field holds.
func valueOf(f field) string {
	code := "code of [" + f.Tag.Get("vocab") + "](#codes-of-" + f.Tag.Get("vocab") + ")"
	if known := valuesByType[f.Type]; known != "" {
		return known
	}
	_, isSource := f.Tag.Lookup("source")
	_, isTable := f.table()
	switch {
	case f.Keyed:
		return "[tables](#" + f.Key + ")" + keysOf(f)
	case isTable:
		return "[table](#" + f.Key + ")"
	case f.Type == statusType:
		return code + ", by language"
	case f.Type.Kind() == reflect.Slice:
		item := f
		item.Type = f.Type.Elem()
		return "list: " + valueOf(item)
	case f.Type.Kind() == reflect.Map:
		return "table of texts"
	case isSource:
		return "source"
	case f.Type == refType && f.Tag.Get("want") == "clause":
		return "clause"
	case f.Type == refType:
		return "reference"
	case f.Tag.Get("vocab") != "":
		return code
	case f.Tag.Get("ref") != "":
		return "id of [" + f.Tag.Get("ref") + "](#" + f.Tag.Get("ref") + ")"
	}
	return plainValue(f)
}

// plainValue says what a field holds that refers to nothing.
func plainValue(f field) string {
	_, waits := f.Tag.Lookup("tba")
	if of := f.Tag.Get("of"); of != "" {
		f.Tag = ""
		return plainValue(f) + ", in [" + of + "](#codes-of-" + of + ")"
	}
	values := valuesOf(f)
	switch {
	case f.Type == dateType && waits:
		return "date, or `tba`"
	case f.Type == dateType:
		return "date"
	case f.Type.Kind() == reflect.Bool:
		return "switch"
	case f.Type.Kind() == reflect.Int:
		return "number"
	case len(values) > 0:
		return "`" + strings.Join(values, "`, `") + "`"
	}
	return "text"
}

// keysOf says what the keys of tables are, if they are not of one's own.
func keysOf(f field) string {
	what, of, _ := strings.Cut(f.Tag.Get("key"), ":")
	switch what {
	case "ref":
		return " by id of [" + of + "](#" + of + ")"
	case "vocab":
		return " by code of [" + of + "](#codes-of-" + of + ")"
	}
	t, _ := f.table()
	for _, inner := range fieldsOf(t) {
		if inner.FromKey && inner.Tag.Get("vocab") != "" {
			return " by code of [" + inner.Tag.Get("vocab") + "](#codes-of-" + inner.Tag.Get("vocab") + "), or by keys of your own"
		}
	}
	return ""
}

// valuesOf are the only values that a text may have.
func valuesOf(f field) (values []string) {
	for name, of := range forms {
		if name == f.Owner+"."+f.Key || strings.HasSuffix(name, "."+f.Owner+"."+f.Key) {
			values = append(values, of.values...)
		}
	}
	slices.Sort(values)
	return slices.Compact(values)
}
