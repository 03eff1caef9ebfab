package check

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

func TestOfManyContradictionsOfAKindTheFirstAreToldAndTheRestCounted(t *testing.T) {
	for n, want := range map[int]int{10: 10, 11: 11, 12: 11, 40: 11} {
		site, _ := files(t, base)
		for i := range n {
			site[fmt.Sprintf("data/topics/t%02d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "broader = [\"t%02d\"]\nlabel = { en = \"T\", zh = \"词\" }\n", i)}
		}
		got := lines(Collection(collection(t, site, kengash.Defaults())))
		if strings.Count(got, "\n") != want {
			t.Errorf("%d contradictions are told by\n%s", n, got)
		}
		if last := fmt.Sprintf("data/topics/t10.toml:1:12: and %d more references of a record to itself [KG0313]\n", n-10); n > 11 && !strings.HasSuffix(got, last) {
			t.Errorf("got\n%s\nwant at its end\n%s", got, last)
		}
	}
}

// A relation that the model gets is held by its tags alone: whatever field of a record may name one
// of its own kind, a record that names itself there is told.
func TestEveryRelationOfARecordToItselfIsTold(t *testing.T) {
	told := 0
	for _, kind := range model.Kinds {
		of := reflect.TypeOf(model.New(kind, "x", nil)).Elem()
		for i := range of.NumField() {
			if ref := of.Field(i).Tag.Get("ref"); ref != string(kind) && ref != "any" {
				continue
			}
			told++
			x := model.New(kind, "x", diag.NewIndex("x.toml"))
			switch field := reflect.ValueOf(x).Elem().Field(i).Addr().Interface().(type) {
			case *string:
				*field = "x"
			case *[]string:
				*field = []string{"x"}
			case *model.Ref:
				*field = x.Ref()
			case *[]model.Ref:
				*field = []model.Ref{x.Ref()}
			case *[]model.Party:
				*field = []model.Party{{Ref: x.Ref()}}
			}
			c := model.NewCollection(&model.Config{})
			c.Add(x)
			c.Seal()
			f := &facts{c, map[string][]diag.Problem{}}
			f.circles()
			if len(f.found) != 1 {
				t.Errorf("%s, %s: found %v", kind, of.Field(i).Name, f.found)
			}
		}
	}
	if told < 8 {
		t.Errorf("%d relations are found", told)
	}
}
