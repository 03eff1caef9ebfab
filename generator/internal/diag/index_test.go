package diag

import (
	"bytes"
	"encoding/gob"
	"slices"
	"testing"
)

func TestIndexGivesThePlaceOfAPathOrOfItsNearestAncestor(t *testing.T) {
	x := NewIndex("a.toml")
	if x.File() != "a.toml" {
		t.Errorf("File is %q", x.File())
	}
	x.Set(Position{Line: 2, Col: 1}, "node")
	x.Set(Position{Line: 5, Col: 7, File: "lies"}, "node", "c1.p2")
	x.Set(Position{Line: 9, Col: 9}, "node", "c1.p2") // the first record stays
	for _, c := range []struct {
		path []string
		want string
	}{
		{nil, "a.toml"},
		{[]string{"unheard-of"}, "a.toml"},
		{[]string{"node"}, "a.toml:2:1"},
		{[]string{"node", "c9"}, "a.toml:2:1"},
		{[]string{"node", "c1.p2"}, "a.toml:5:7"},
		{[]string{"node", "c1.p2", "topics", "0"}, "a.toml:5:7"},
		{[]string{"node", "c1", "p2"}, "a.toml:2:1"}, // a dot in a key is not a step of the path
	} {
		if got := x.At(c.path...).String(); got != c.want {
			t.Errorf("At(%q) is %s, want %s", c.path, got, c.want)
		}
	}
}

func TestSortKeysOrdersAsTheFileDoes(t *testing.T) {
	x := NewIndex("a.toml")
	x.Set(Position{Line: 30}, "event", "adopted")
	x.Set(Position{Line: 10}, "event", "proposed")
	x.Set(Position{Line: 20, Col: 8}, "event", "signed")
	x.Set(Position{Line: 20, Col: 2}, "event", "drafted")
	keys := []string{"adopted", "drafted", "proposed", "signed"}
	x.SortKeys(keys, "event")
	if want := []string{"proposed", "drafted", "signed", "adopted"}; !slices.Equal(keys, want) {
		t.Errorf("got %q, want %q", keys, want)
	}
	unknown := []string{"b", "a"}
	x.SortKeys(unknown, "nowhere")
	if !slices.Equal(unknown, []string{"b", "a"}) {
		t.Errorf("keys without places changed their order: %q", unknown)
	}
}

// TestAnIndexStaysWhatItIsWhenItIsKept: places are packed then, and asked for again.
func TestAnIndexStaysWhatItIsWhenItIsKept(t *testing.T) {
	x := NewIndex("a.toml")
	x.Set(Position{Line: 3, Col: 5}, "node", "c1.p2")
	x.Set(Position{Line: 4, Col: 1}, "node", "c1.p2", "topics")
	for range 2 {
		var kept bytes.Buffer
		if err := gob.NewEncoder(&kept).Encode(x); err != nil {
			t.Fatal(err)
		}
		if x.at != nil {
			t.Error("the places are not packed")
		}
		y := new(Index)
		if err := gob.NewDecoder(&kept).Decode(y); err != nil {
			t.Fatal(err)
		}
		for _, index := range []*Index{x, y} {
			if got, want := index.At("node", "c1.p2", "topics", "0"), (Position{"a.toml", 4, 1}); got != want {
				t.Errorf("at %v, want %v", got, want)
			}
			if got, want := index.At("node", "c1.p2", "acts"), (Position{"a.toml", 3, 5}); got != want {
				t.Errorf("at %v, want %v", got, want)
			}
		}
	}
}
