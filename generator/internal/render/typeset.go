package render

import (
	"reflect"
	"sync"

	"github.com/kengash/kengash/generator/internal/typography"
)

// typeset sets the words of a view as its language has them, where they become a page and nowhere
// else: the search, citations and the files themselves keep plain blanks. Fields with the tag
// set:"html" hold HTML; those with set:"-" are for machines.
func typeset(v any, s typography.Setter) {
	if s != nil {
		setValue(reflect.ValueOf(v), s.Text, s)
	}
}

func setValue(v reflect.Value, set func(string) string, s typography.Setter) {
	switch v.Kind() {
	case reflect.String:
		if text := v.String(); v.CanSet() {
			v.SetString(set(text))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			setValue(v.Elem(), set, s)
		}
	case reflect.Interface:
		if !v.IsNil() && v.Elem().Kind() == reflect.Struct {
			c := reflect.New(v.Elem().Type()).Elem()
			c.Set(v.Elem())
			setValue(c, set, s)
			v.Set(c)
		} else if !v.IsNil() {
			setValue(v.Elem(), set, s)
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.String && v.CanSet() {
			c := reflect.MakeSlice(v.Type(), v.Len(), v.Len()) // it may be the model's
			reflect.Copy(c, v)
			v.Set(c)
		}
		for i := range v.Len() {
			setValue(v.Index(i), set, s)
		}
	case reflect.Struct:
		for _, f := range setFields(v.Type()) {
			of := set
			if f.html {
				of = s.HTML
			}
			setValue(v.Field(f.index), of, s)
		}
	}
}

// setField is a field of a view that may hold words.
type setField struct {
	index int
	html  bool
}

var fieldsSet sync.Map // those of a struct, by its type

func setFields(t reflect.Type) []setField {
	if known, ok := fieldsSet.Load(t); ok {
		return known.([]setField)
	}
	var all []setField
	for i := range t.NumField() {
		f := t.Field(i)
		how := f.Tag.Get("set")
		if kind := f.Type.Kind(); !f.IsExported() || how == "-" || kind == reflect.Map || kind == reflect.Int || kind == reflect.Bool {
			continue
		}
		all = append(all, setField{i, how == "html"})
	}
	fieldsSet.Store(t, all)
	return all
}
