package model

import (
	"reflect"
	"slices"
	"strings"
)

// Empties returns which lists of an entity are there and empty, for [SetEmpties]: gob does not tell
// them from lists that are not there.
func Empties(e Entity) (numbers []int) {
	n := 0
	eachBare(reflect.ValueOf(e).Elem(), func(list reflect.Value) {
		if !list.IsNil() {
			numbers = append(numbers, n)
		}
		n++
	})
	return numbers
}

// SetEmpties has lists of an entity be there and empty, of those without elements. It is given the
// numbers that Empties returned of the same entity.
func SetEmpties(e Entity, numbers []int) {
	if len(numbers) == 0 {
		return
	}
	n := 0
	eachBare(reflect.ValueOf(e).Elem(), func(list reflect.Value) {
		if len(numbers) > 0 && numbers[0] == n {
			list.Set(reflect.MakeSlice(list.Type(), 0, 0))
			numbers = numbers[1:]
		}
		n++
	})
}

// eachBare visits the lists without elements of a value, always in the same order. They can be set.
func eachBare(v reflect.Value, visit func(list reflect.Value)) {
	switch v.Kind() {
	case reflect.Slice:
		if v.Len() == 0 {
			visit(v)
		}
		for i := range v.Len() {
			eachBare(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Field(i); f.CanInterface() {
				eachBare(f, visit)
			}
		}
	case reflect.Map: // of which gob keeps all keys
		if kind := v.Type().Elem().Kind(); kind == reflect.String || kind == reflect.Interface {
			return
		}
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			value := reflect.New(v.Type().Elem()).Elem()
			value.Set(v.MapIndex(key))
			eachBare(value, visit)
			v.SetMapIndex(key, value)
		}
	}
}
