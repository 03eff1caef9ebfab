package model

import (
	"maps"
	"reflect"
	"sync"
)

// Follows is what follows from a record, its texts, the configuration and the vocabularies alone,
// so that it is made once for several collections that have the same.
type Follows struct{ made sync.Map }

// Copy returns an entity that shares all with another but what Seal sets.
func Copy(e Entity) Entity {
	to := reflect.New(reflect.TypeOf(e).Elem())
	to.Elem().Set(reflect.ValueOf(e).Elem())
	same := to.Interface().(Entity)
	base := same.base()
	base.Prose = maps.Clone(base.Prose)
	return same
}

// Remember has an entity take what follows from it from f.
func Remember(e Entity, f *Follows) { e.base().follows = f }

// Once returns what make makes of an entity, its texts, the configuration and the vocabularies
// alone, which must not be changed. The type of what names it.
func Once[T any](e Entity, what any, make func() T) T {
	f := e.base().follows
	if f == nil {
		return make()
	}
	if made, ok := f.made.Load(what); ok {
		return made.(T)
	}
	made := make()
	f.made.Store(what, made)
	return made
}
