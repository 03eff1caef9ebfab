package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// leaves returns what Walk visits, a line a leaf: path, type, value, and what the tag says of it.
func leaves(v any) []string {
	var out []string
	Walk(v, func(l Leaf) {
		line := fmt.Sprintf("%s %T %v", strings.Join(l.Path, "/"), l.Value, l.Value)
		for _, key := range []string{"ref", "vocab", "source"} {
			if of, ok := l.Tag.Lookup(key); ok {
				line += " " + strings.TrimSuffix(key+":"+of, ":")
			}
		}
		out = append(out, strings.ReplaceAll(line, "model.", ""))
	})
	return out
}

func TestWalkVisitsEveryValueThatIsSetByItsPath(t *testing.T) {
	m := &Meeting{
		Base: Base{Kind: Meetings, ID: "m", Sources: []Source{{Key: "s1", Title: Named{Own: "T"}, Publisher: Named{Text: Text{"en": "P"}}, Confidence: "high"}}},
		Body: "b", Ordinal: 2, Date: "2021", Delegations: []string{"uz", "kz"},
		MandatedBy: Ref{Protocols, "p", "c1"},
		Title:      Text{"en": "M"},
		Agenda:     []AgendaItem{{Key: "1"}, {Key: "2", Topics: []string{"ai"}}},
		Outcomes:   []Outcome{{Key: "o", Act: "adopted", Objects: []Ref{{Topics, "ai", ""}, {}}, Sources: []string{"s1"}}},
	}
	want := []string{
		"source/s1/title string T",
		"source/s1/publisher Text map[en:P]",
		"source/s1/confidence Code high vocab:confidence",
		"body string b ref:bodies",
		"ordinal int 2",
		"date Date 2021",
		"delegations/0 string uz ref:states",
		"delegations/1 string kz ref:states",
		"mandated_by Ref protocols/p#c1 ref:any",
		"title Text map[en:M]",
		"agenda/2/topics/0 string ai ref:topics",
		"outcome/o/act Code adopted vocab:act",
		"outcome/o/objects/0 Ref topics/ai ref:any",
		"outcome/o/sources/0 string s1 source",
	}
	if got := leaves(m); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestWalkVisitsKeysThatAreCodesOrReferences(t *testing.T) {
	for name, c := range map[string]struct {
		v    any
		want []string
	}{
		"a code": {
			&Protocol{Document: Document{Nodes: []Node{{Key: "c1.p1", Acts: []Act{{Key: "adopted", Next: "in-force"}}}}}},
			[]string{"node/c1.p1/acts/adopted Code adopted vocab:act", "node/c1.p1/acts/adopted/next Code in-force vocab:instrument-state"},
		},
		"a reference": {
			&State{Memberships: []Membership{{Key: "sco", From: "2001"}}},
			[]string{"membership/sco string sco ref:bodies", "membership/sco/from Date 2001"},
		},
		"neither": {
			&Instrument{Events: []Event{{Key: "adopted", Date: "2001"}}},
			[]string{"event/adopted/date Date 2001"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := leaves(c.v); !slices.Equal(got, c.want) {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWalkVisitsNothingOfAnEmptyEntity(t *testing.T) {
	for _, k := range Kinds {
		if got := leaves(New(k, "x", nil)); got != nil {
			t.Errorf("%s: %q", k, got)
		}
	}
	Walk((*Meeting)(nil), func(l Leaf) { t.Errorf("a nil entity has %v", l) })
}

func TestAVisitorMayAppendToAPath(t *testing.T) {
	var paths [][]string
	Walk(&Meeting{Delegations: []string{"a", "b", "c"}, Topics: []string{"d"}}, func(l Leaf) {
		paths = append(paths, slices.Clone(l.Path))
		_ = append(l.Path, "scribble") // as a visitor that asks for a place below would
	})
	if got := fmt.Sprint(paths); got != "[[delegations 0] [delegations 1] [delegations 2] [topics 0]]" {
		t.Error(got)
	}
}

func TestLeafTellsWhatItRefersTo(t *testing.T) {
	var got []string
	Walk(&Body{Classification: "council", Parent: "sco", FoundedBy: Ref{Protocols, "p", "c1.p1"}, Topics: []string{"ai"}}, func(l Leaf) {
		if r, ok := l.Mention(); ok {
			got = append(got, r.String())
		}
	})
	if want := []string{"bodies/sco", "protocols/p#c1.p1", "topics/ai"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
