package schema

import (
	"reflect"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// field is a key that a table of a data file may have.
type field struct {
	owner    string // the type that declares it: that of the table, or one that it embeds
	key      string
	of       reflect.Type
	tag      reflect.StructTag
	required bool
	keyed    bool // a table of tables
	fromKey  bool // left out, it is what the key of its table says
}

// fieldsOf returns the keys of a table that is bound to a struct, in the order of its fields.
func fieldsOf(t reflect.Type) []field {
	var all []field
	for i := range t.NumField() {
		f := t.Field(i)
		key, opts := model.TOMLTag(f.Tag)
		switch {
		case f.Anonymous:
			all = append(all, fieldsOf(f.Type)...)
		case key != "" && key != "-":
			has := func(opt string) bool { return slices.Contains(opts, opt) }
			all = append(all, field{t.Name(), key, f.Type, f.Tag, has("required"), has("keyed"), has("key")})
		}
	}
	return all
}

// table returns the struct that a field holds one or several tables of; ok is false where it holds
// values.
func (f field) table() (t reflect.Type, ok bool) {
	t = f.of
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch t {
	case refType, partyType, namedType:
		return nil, false
	}
	return t, t.Kind() == reflect.Struct
}

// must reports whether a table cannot be without the key. A site without a language is told so by
// load in its own words.
func (f field) must() bool { return f.required || f.owner == "Config" && f.key == "language" }

// words returns what is said of a field.
func (f field) words() entry { return entries[f.owner][f.key] }

var (
	textType     = reflect.TypeFor[model.Text]()
	wordsType    = reflect.TypeFor[model.Words]()
	statusType   = reflect.TypeFor[model.Status]()
	namedType    = reflect.TypeFor[model.Named]()
	refType      = reflect.TypeFor[model.Ref]()
	dateType     = reflect.TypeFor[model.Date]()
	deadlineType = reflect.TypeFor[model.Deadline]()
	partyType    = reflect.TypeFor[model.Party]()
	clockType    = reflect.TypeFor[model.Clock]()
	langType     = reflect.TypeFor[model.Lang]()
)

// kindType returns the type of the records of a kind.
func kindType(k model.Kind) reflect.Type { return reflect.TypeOf(model.New(k, "", nil)).Elem() }
