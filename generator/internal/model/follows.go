package model

import (
	"encoding/gob"
	"maps"
	"reflect"
	"sync"
	"sync/atomic"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Follows is what follows from a record, its texts, the configuration and the vocabularies alone,
// so that it is made once for several collections that have the same.
type Follows struct {
	made sync.Map // by the name of what it is
	more atomic.Bool
}

// KeptFollows is what follows from a record as gob encodes it. Most records have nothing of most.
type KeptFollows struct {
	None []string
	Made map[string]any
}

// What is kept of records: the records themselves, and what follows from them.
func init() {
	for _, kind := range Kinds {
		gob.Register(New(kind, "", nil))
	}
	gob.Register([]diag.Problem{})
	gob.Register(map[string][]diag.Problem{})
	gob.Register(map[inLang]formulasAt{})
}

// FollowsOf returns what Kept has returned.
func FollowsOf(kept KeptFollows) *Follows {
	f := &Follows{}
	for _, what := range kept.None {
		f.made.Store(what, nil)
	}
	for what, made := range kept.Made {
		f.made.Store(what, made)
	}
	return f
}

// Kept returns what was made, to be kept.
func (f *Follows) Kept() KeptFollows {
	kept := KeptFollows{Made: map[string]any{}}
	f.made.Range(func(what, made any) bool {
		if v := reflect.ValueOf(made); made == nil || v.Len() == 0 {
			kept.None = append(kept.None, what.(string))
		} else {
			kept.Made[what.(string)] = made
		}
		return true
	})
	return kept
}

// HasMore reports whether more was made than was kept.
func (f *Follows) HasMore() bool { return f.more.Load() }

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
// alone: a list or a map of a type that is registered here, which must not be changed. What names
// it.
func Once[T any](e Entity, what string, make func() T) T {
	f := e.base().follows
	if f == nil {
		return make()
	}
	if made, ok := f.made.Load(what); ok {
		if made == nil {
			var none T
			return none
		}
		return made.(T)
	}
	made := make()
	f.made.Store(what, made)
	f.more.Store(true)
	return made
}
