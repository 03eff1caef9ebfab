package model

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// Leaf is one value of an entity as a data file holds it.
type Leaf struct {
	Path  []string // keys from the top of the file; elements of lists by number
	Tag   reflect.StructTag
	Value any // string, Code, Ref, Date, Deadline, Text, Words, Status, bool or int
}

// Walk visits every value of an entity (or a part of one) that is set, in the order of the type's fields and the file's tables.
// The keys of keyed tables that are codes or references are visited too.
func Walk(v any, visit func(Leaf)) {
	walk(reflect.ValueOf(v), nil, "", visit)
}

func walk(v reflect.Value, path []string, tag reflect.StructTag, visit func(Leaf)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, tag, visit)
		}
	case reflect.Slice:
		_, opts := TOMLTag(tag)
		for i := range v.Len() {
			el := v.Index(i)
			key := strconv.Itoa(i)
			if slices.Contains(opts, "keyed") {
				key = el.FieldByName("Key").String()
				visitKey(key, path, tag, visit)
			}
			walk(el, append(slices.Clone(path), key), tag, visit)
		}
	case reflect.Struct:
		if r, isRef := v.Interface().(Ref); isRef {
			if r != (Ref{}) {
				visit(Leaf{path, tag, r})
			}
			return
		}
		for i := range v.NumField() {
			f := v.Type().Field(i)
			name, _ := TOMLTag(f.Tag)
			switch {
			case f.Anonymous:
				walk(v.Field(i), path, f.Tag, visit)
			case name != "" && name != "-":
				walk(v.Field(i), append(slices.Clone(path), name), f.Tag, visit)
			}
		}
	default:
		if !v.IsZero() {
			visit(Leaf{path, tag, v.Interface()})
		}
	}
}

// visitKey visits the key of a keyed table where the tag says that it is a code or a reference.
func visitKey(key string, path []string, tag reflect.StructTag, visit func(Leaf)) {
	path = append(slices.Clone(path), key)
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
