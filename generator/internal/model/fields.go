package model

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// Field is a key that a data file may have in a table that is bound to a struct.
type Field struct {
	Owner string // the type that declares it: that of the table, or one that it embeds
	Key   string
	Type  reflect.Type
	Tag   reflect.StructTag

	Required bool
	Keyed    bool // a table of tables
	FromKey  bool // left out, it is what the key of its table says

	index []int
}

// In returns the field of a struct.
func (f Field) In(v reflect.Value) reflect.Value { return v.FieldByIndex(f.index) }

var fieldsOf sync.Map // by type

// Fields returns the keys of a struct, and of those that it embeds, in the order of its fields.
func Fields(t reflect.Type) []Field {
	if known, ok := fieldsOf.Load(t); ok {
		return known.([]Field)
	}
	var all []Field
	for i := range t.NumField() {
		f := t.Field(i)
		key, options := TOMLTag(f.Tag)
		switch {
		case f.Anonymous:
			for _, inner := range Fields(f.Type) {
				inner.index = append([]int{i}, inner.index...)
				all = append(all, inner)
			}
		case key != "" && key != "-":
			has := func(option string) bool { return slices.Contains(options, option) }
			all = append(all, Field{t.Name(), key, f.Type, f.Tag, has("required"), has("keyed"), has("key"), f.Index})
		}
	}
	fieldsOf.Store(t, all)
	return all
}

// TOMLTag splits a field's toml tag into the key and its options ("required", "keyed").
func TOMLTag(tag reflect.StructTag) (name string, opts []string) {
	parts := strings.Split(tag.Get("toml"), ",")
	return parts[0], parts[1:]
}
