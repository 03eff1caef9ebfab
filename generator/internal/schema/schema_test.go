package schema

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	kengash "github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

const repository = "../../.."

// open reads a site.
func open(t *testing.T, site fs.FS) *model.Collection {
	t.Helper()
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults(), Drafts: true})
	if err != nil || c == nil {
		t.Fatal(err, problems.Sorted())
	}
	problems.Append(check.Collection(c))
	for _, p := range problems.Sorted() {
		if !p.Notice {
			t.Error(p)
		}
	}
	return c
}

// validators are the schemas of a site as a public validator reads them, with the files that each
// is of.
type validators struct {
	rules    []rule
	compiled map[string]*jsonschema.Schema
}

func compile(t *testing.T, c *model.Collection) validators {
	t.Helper()
	files, err := Files(c)
	if err != nil {
		t.Fatal(err)
	}
	v := validators{rules(), map[string]*jsonschema.Schema{}}
	compiler := jsonschema.NewCompiler()
	for name, content := range files {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
		if err != nil {
			t.Fatal(name, err)
		}
		if err := compiler.AddResource(name, doc); err != nil {
			t.Fatal(name, err)
		}
	}
	for name := range files {
		if v.compiled[name], err = compiler.Compile(name); err != nil {
			t.Fatal(name, err)
		}
	}
	return v
}

// check returns what the schema of a file says of its content; known is false where none is of it.
func (v validators) check(t *testing.T, name string, content []byte) (known bool, err error) {
	t.Helper()
	var table map[string]any
	if err := toml.Unmarshal(content, &table); err != nil {
		t.Fatal(name, err)
	}
	for _, r := range v.rules {
		stem, lang, words := strings.Cut(strings.TrimSuffix(path.Base(name), ".toml"), ".")
		if dir := path.Dir(name); (dir == r.dir || dir == "." && r.dir == "") && words == r.words && (r.stem == "" || r.stem == stem) && lang != "" == words {
			return true, v.compiled[r.schema].Validate(asJSON(reflect.ValueOf(table)))
		}
	}
	return false, nil
}

// asJSON is what editors hold against a schema: dates and times are texts.
func asJSON(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Interface:
		return asJSON(v.Elem())
	case reflect.Map:
		out := map[string]any{}
		for _, key := range v.MapKeys() {
			out[key.String()] = asJSON(v.MapIndex(key))
		}
		return out
	case reflect.Slice:
		out := []any{}
		for i := range v.Len() {
			out = append(out, asJSON(v.Index(i)))
		}
		return out
	}
	if t, ok := v.Interface().(time.Time); ok {
		return t.Format(map[string]string{"date-local": "2006-01-02", "time-local": "15:04:05"}[t.Location().String()])
	}
	return v.Interface()
}

// files returns the data files of a site.
func dataFiles(t *testing.T, site fs.FS) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	for _, root := range []string{"data", "kengash.toml"} {
		err := fs.WalkDir(site, root, func(name string, d fs.DirEntry, err error) error {
			if err == nil && path.Ext(name) == ".toml" {
				out[name], err = fs.ReadFile(site, name)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// What check accepts, the schemas accept.
func TestCollectionsKeepToTheirSchemas(t *testing.T) {
	for _, dir := range []string{".", "examples/urdu", "generator/testdata/committee", "generator/testdata/ict", "generator/testdata/site"} {
		t.Run(dir, func(t *testing.T) {
			site := os.DirFS(path.Join(repository, dir))
			v := compile(t, open(t, site))
			files := dataFiles(t, site)
			for name, content := range files {
				if known, err := v.check(t, name, content); err != nil || !known {
					t.Errorf("%s: %v, of a schema: %t", name, err, known)
				}
			}
			if len(files) < 9 {
				t.Errorf("only %d files", len(files))
			}
		})
	}
}

// Each type and key that data files are bound to has its entry, and there is no other.
func TestEntriesAreComplete(t *testing.T) {
	want := map[string]map[string]bool{}
	for _, f := range allFields() {
		if want[f.Owner] == nil {
			want[f.Owner] = map[string]bool{}
		}
		want[f.Owner][f.Key] = true
		if e := f.words(); e.says == "" || e.example == "" {
			t.Errorf("%s.%s has no words; say in entries_*.go of this package what %q is, with an example as in a file", f.Owner, f.Key, f.Key)
		}
	}
	for owner, keys := range entries {
		for key := range keys {
			if key != "" && !want[owner][key] {
				t.Errorf("%s.%s: there is no such field; remove its entry", owner, key)
			}
		}
	}
}

// allFields returns the fields of all types that data files are bound to, each once.
func allFields() (all []field) {
	seen, known := map[reflect.Type]bool{}, map[string]bool{}
	var visit func(reflect.Type)
	visit = func(t reflect.Type) {
		if seen[t] {
			return
		}
		seen[t] = true
		for _, f := range fieldsOf(t) {
			if name := f.Owner + "." + f.Key; !known[name] {
				known[name] = true
				all = append(all, f)
			}
			if inner, ok := f.table(); ok {
				visit(inner)
			}
		}
	}
	visit(reflect.TypeFor[model.Config]())
	visit(reflect.TypeFor[model.Vocabulary]())
	for _, k := range model.Kinds {
		visit(kindType(k))
	}
	return all
}
