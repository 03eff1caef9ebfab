package model_test

import (
	"fmt"
	"os"
	"reflect"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

// collections are those that the derived lists are compared on: the small site of the tests, which
// load has sealed, and generated ones.
func collections(t *testing.T) map[string]*model.Collection {
	t.Helper()
	site, problems, err := load.Load(load.Source{Site: os.DirFS("../../testdata/site"), Defaults: kengash.Defaults()})
	if err != nil || problems.Err() != nil {
		t.Fatal(err, problems.Err())
	}
	all := map[string]*model.Collection{"the small site": site}
	for seed := range uint64(20) {
		c := generated(seed, 3+int(seed)/2)
		c.Seal()
		all[fmt.Sprint("generated ", seed)] = c
	}
	return all
}

// TestWhatSealDerivesIsWhatLookingThroughEverythingFinds compares each list and index with a search
// of all records.
func TestWhatSealDerivesIsWhatLookingThroughEverythingFinds(t *testing.T) {
	for name, c := range collections(t) {
		t.Run(name, func(t *testing.T) {
			n := naive{c: c}
			n.commitments, n.decisions = n.allCommitments(), n.allDecisions()
			same(t, "commitments", c.Commitments(), n.commitments)
			same(t, "decisions", c.Decisions(), n.decisions)
			for _, i := range model.All[*model.Instrument](c, model.Instruments, model.Programmes) {
				same(t, "life of "+i.ID, c.Life(i), n.life(i))
			}
			for _, m := range model.All[*model.Meeting](c, model.Meetings) {
				n.meeting(t, m)
			}
			n.references(t)
			n.notes(t)
			n.texts(t)
		})
	}
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if v := reflect.ValueOf(got); v.Kind() == reflect.Slice && v.Len() == 0 && reflect.ValueOf(want).Len() == 0 {
		return
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: got\n%+v\nwant\n%+v", what, got, want)
	}
}

func TestASealedCollectionTakesNothingIn(t *testing.T) {
	for name, change := range map[string]func(*model.Collection){
		"an entity":    func(c *model.Collection) { c.Add(&model.Page{}) },
		"another seal": func(c *model.Collection) { c.Seal() },
	} {
		t.Run(name, func(t *testing.T) {
			c := generated(1, 4)
			c.Seal()
			defer func() {
				if recover() == nil {
					t.Error("it is taken in")
				}
			}()
			change(c)
		})
	}
}

func BenchmarkSeal(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				c := generated(1, n)
				b.StartTimer()
				c.Seal()
			}
		})
	}
}
