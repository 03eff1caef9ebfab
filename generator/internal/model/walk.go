package model

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Leaf is one value of an entity as a data file holds it.
type Leaf struct {
	Path  []string // keys from the top of the file; elements of lists by number
	Tag   reflect.StructTag
	Value any // string, Code, Ref, Date, Deadline, Text, Words, Status, bool or int
}

// Walk visits every value of an entity (or a part of one) that is set, in the order of the type's
// fields and the file's tables. The keys of keyed tables that are codes or references are visited
// too.
func Walk(v any, visit func(Leaf)) {
	walk(reflect.ValueOf(v), nil, field{}, visit)
}

// field is a field of a struct that files may set.
type field struct {
	index int
	name  string // its key; "" for an embedded struct, whose keys stand beside the others
	keyed bool   // a keyed table
	tag   reflect.StructTag
}

var fieldsOf sync.Map // the fields of a struct, by its type

// fields returns those of a struct's fields that files may set.
func fields(t reflect.Type) []field {
	if known, ok := fieldsOf.Load(t); ok {
		return known.([]field)
	}
	var all []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, opts := TOMLTag(f.Tag)
		switch {
		case f.Anonymous:
			all = append(all, field{index: i, tag: f.Tag})
		case name != "" && name != "-":
			all = append(all, field{i, name, slices.Contains(opts, "keyed"), f.Tag})
		}
	}
	fieldsOf.Store(t, all)
	return all
}

func walk(v reflect.Value, path []string, f field, visit func(Leaf)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, f, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			el := v.Index(i)
			key := strconv.Itoa(i)
			if f.keyed {
				key = el.FieldByName("Key").String()
				visitKey(key, path, f.tag, visit)
			}
			walk(el, below(path, key), f, visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Ref]() {
			if r := v.Interface().(Ref); r != (Ref{}) {
				visit(Leaf{path, f.tag, r})
			}
			return
		}
		if v.Type() == reflect.TypeFor[Party]() {
			switch p := v.Interface().(Party); {
			case p.Ref != (Ref{}):
				visit(Leaf{path, f.tag, p.Ref})
			case p.Name != "":
				visit(Leaf{path, "", p.Name}) // no reference
			}
			return
		}
		if v.Type() == reflect.TypeFor[Named]() {
			n := v.Interface().(Named)
			if n.Own != "" {
				visit(Leaf{path, f.tag, n.Own})
			}
			if n.Text != nil {
				visit(Leaf{path, f.tag, n.Text})
			}
			return
		}
		for _, f := range fields(v.Type()) {
			switch value := v.Field(f.index); {
			case f.name == "":
				walk(value, path, f, visit)
			case !value.IsZero():
				walk(value, below(path, f.name), f, visit)
			}
		}
	default:
		if !v.IsZero() {
			visit(Leaf{path, f.tag, v.Interface()})
		}
	}
}

// Relations visits the references at the top of an entity's file: what the record itself is part
// of, carries out, is mandated by. Those in its tables and its text are left out.
func Relations(e Entity, visit func(Leaf)) {
	relations(reflect.ValueOf(e).Elem(), visit)
}

func relations(v reflect.Value, visit func(Leaf)) {
	for _, f := range fields(v.Type()) {
		switch value := v.Field(f.index); {
		case f.name == "":
			relations(value, visit)
		case f.tag.Get("ref") != "" && !value.IsZero():
			walk(value, []string{f.name}, f, visit)
		}
	}
}

// below is a path of its own that goes on with a key.
func below(path []string, key string) []string { return append(path[:len(path):len(path)], key) }

// visitKey visits the key of a keyed table where the tag says that it is a code or a reference.
func visitKey(key string, path []string, tag reflect.StructTag, visit func(Leaf)) {
	path = below(path, key)
	what, of, _ := strings.Cut(tag.Get("key"), ":")
	switch what {
	case "ref":
		visit(Leaf{path, reflect.StructTag(`ref:"` + of + `"`), key})
	case "vocab":
		visit(Leaf{path, reflect.StructTag(`vocab:"` + of + `"`), Code(key)})
	}
}

// TOMLTag splits a field's toml tag into the key and its options ("required", "keyed").
func TOMLTag(tag reflect.StructTag) (name string, opts []string) {
	parts := strings.Split(tag.Get("toml"), ",")
	return parts[0], parts[1:]
}

// Mention is the entity that a leaf refers to; ok is false where it refers to none.
func (l Leaf) Mention() (r Ref, ok bool) {
	kind := l.Tag.Get("ref")
	if kind == "" {
		return Ref{}, false
	}
	switch v := l.Value.(type) {
	case Ref:
		return v, true
	case string:
		return Ref{Kind: Kind(kind), ID: v}, true
	}
	return Ref{}, false
}
