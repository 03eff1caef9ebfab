package schema

import (
	"reflect"

	"github.com/kengash/kengash/generator/internal/model"
)

// field is a key that a table of a data file may have.
type field struct{ model.Field }

// fieldsOf returns the keys of a table that is bound to a struct, in the order of its fields.
func fieldsOf(t reflect.Type) (all []field) {
	for _, f := range model.Fields(t) {
		all = append(all, field{f})
	}
	return all
}

// table returns the struct that a field holds one or several tables of; ok is false where it holds
// values.
func (f field) table() (t reflect.Type, ok bool) {
	t = f.Type
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
func (f field) must() bool { return f.Required || f.Owner == "Config" && f.Key == "language" }

// words returns what is said of a field.
func (f field) words() entry { return entries[f.Owner][f.Key] }

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
