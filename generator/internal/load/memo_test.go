package load

import (
	"io/fs"
	"reflect"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/model"
)

// What a memo has kept in parts is what is parsed anew, and texts that are gone go.
func TestTextsOfAMemoAreThoseOfTheirFiles(t *testing.T) {
	kept := map[int][]byte{}
	load := func(site fs.FS) (c *model.Collection, written int) {
		t.Helper()
		memo := NewTextMemo()
		memo.Take(func(i int) []byte { return kept[i] })
		c, _, err := Load(Source{Site: site, Defaults: kengash.Defaults(), Memo: memo})
		if err != nil {
			t.Fatal(err)
		}
		memo.Parts(func(i int, part []byte) { kept[i], written = part, written+1 })
		return c, written
	}
	texts := func(c *model.Collection) map[string]model.Prose {
		all := map[string]model.Prose{}
		for _, kind := range model.Kinds {
			for _, e := range c.List(kind) {
				for _, text := range model.BaseOf(e).Prose {
					all[text.File] = text
				}
			}
		}
		return all
	}
	first, written := load(excerpt)
	if len(texts(first)) == 0 || written == 0 {
		t.Fatalf("%d texts, %d parts", len(texts(first)), written)
	}
	again, written := load(excerpt)
	if written != 0 {
		t.Errorf("%d parts have changed, though no text has", written)
	}
	if got, want := texts(again), texts(first); !reflect.DeepEqual(got, want) {
		t.Errorf("the texts are %v\nwant %v", got, want)
	}
	load(fstest.MapFS{ConfigFile: {Data: []byte("[language.en]\nname = \"English\"\n")}})
	if last, _ := load(excerpt); !reflect.DeepEqual(texts(last), texts(first)) {
		t.Error("texts that were gone are others when they are back")
	}
	for i := range kept {
		kept[i] = []byte("damaged")
	}
	if c, _ := load(excerpt); !reflect.DeepEqual(texts(c), texts(first)) {
		t.Error("the texts of a damaged memo are others")
	}
}
