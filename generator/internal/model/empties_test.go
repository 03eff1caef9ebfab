package model

import (
	"bytes"
	"encoding/gob"
	"reflect"
	"testing"
)

func TestListsWithoutAnythingAreKept(t *testing.T) {
	for _, want := range []Entity{
		&Topic{Label: Text{"en": "AI"}},
		&Topic{Broader: []string{}, Synonyms: Words{"en": {}, "ru": {"ИИ"}, "zh": {}}},
		&Topic{Related: []string{}, Synonyms: Words{"en": {"AI"}, "ru": {}}},
		&Protocol{Document: Document{Nodes: []Node{{Key: "a", Cites: []Ref{}}, {Key: "b", Acts: []Act{
			{Key: "noted"}, {Key: "adopted", Objects: []Ref{}},
		}}}}},
	} {
		var data bytes.Buffer
		if err := gob.NewEncoder(&data).Encode(&want); err != nil {
			t.Fatal(err)
		}
		var got Entity
		if err := gob.NewDecoder(&data).Decode(&got); err != nil {
			t.Fatal(err)
		}
		SetEmpties(got, Empties(want))
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%#v\nwant %#v", got, want)
		}
	}
}
