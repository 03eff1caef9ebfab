package model

import (
	"reflect"
	"strconv"
	"strings"
)

// Leaf is one value of an entity as a data file holds it.
type Leaf struct {
	Path  []string // keys from the top of the file, elements of lists by number; only until visit returns
	Tag   reflect.StructTag
	Value any // string, Code, Ref, Date, Deadline, Text, Words, Status, bool or int
}

// Walk visits every value of an entity (or a part of one) that is set, in the order of the type's
// fields and the file's tables. The keys of keyed tables that are codes or references are visited
// too.
func Walk(v any, visit func(Leaf)) {
	walk(reflect.ValueOf(v), make([]string, 0, deep), Field{}, visit)
}

// deep is how many keys hardly any path has more of.
const deep = 8

// walk visits what is in v. All paths are in one array, so that a walk takes no memory.
func walk(v reflect.Value, path []string, f Field, visit func(Leaf)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			walk(v.Elem(), path, f, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			el := v.Index(i)
			key := strconv.Itoa(i)
			if f.Keyed {
				key = el.FieldByName("Key").String()
				visitKey(key, path, f.Tag, visit)
			}
			walk(el, append(path, key), f, visit)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[Ref]() {
			if r := v.Interface().(Ref); r != (Ref{}) {
				visit(Leaf{path, f.Tag, r})
			}
			return
		}
		if v.Type() == reflect.TypeFor[Party]() {
			switch p := v.Interface().(Party); {
			case p.Ref != (Ref{}):
				visit(Leaf{path, f.Tag, p.Ref})
			case p.Name != "":
				visit(Leaf{path, "", p.Name}) // no reference
			}
			return
		}
		if v.Type() == reflect.TypeFor[Named]() {
			n := v.Interface().(Named)
			if n.Own != "" {
				visit(Leaf{path, f.Tag, n.Own})
			}
			if n.Text != nil {
				visit(Leaf{path, f.Tag, n.Text})
			}
			return
		}
		for _, f := range Fields(v.Type()) {
			if value := f.In(v); !value.IsZero() {
				walk(value, append(path, f.Key), f, visit)
			}
		}
	default:
		if !v.IsZero() {
			visit(Leaf{path, f.Tag, v.Interface()})
		}
	}
}

// Relations visits the references at the top of an entity's file: what the record itself is part
// of, carries out, is mandated by. Those in its tables and its text are left out.
func Relations(e Entity, visit func(Leaf)) {
	v := reflect.ValueOf(e).Elem()
	for _, f := range Fields(v.Type()) {
		if value := f.In(v); f.Tag.Get("ref") != "" && !value.IsZero() {
			walk(value, []string{f.Key}, f, visit)
		}
	}
}

// visitKey visits the key of a keyed table where the tag says that it is a code or a reference.
func visitKey(key string, path []string, tag reflect.StructTag, visit func(Leaf)) {
	path = append(path, key)
	what, of, _ := strings.Cut(tag.Get("key"), ":")
	switch what {
	case "ref":
		visit(Leaf{path, reflect.StructTag(`ref:"` + of + `"`), key})
	case "vocab":
		visit(Leaf{path, reflect.StructTag(`vocab:"` + of + `"`), Code(key)})
	}
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
