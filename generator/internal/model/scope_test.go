package model

import (
	"reflect"
	"testing"
)

// An act has the topics, states and bodies of its paragraph where it names none of its own.
func TestActsHaveAScopeOfTheirOwn(t *testing.T) {
	n := Node{Key: "c1.p1", Scope: Scope{Topics: []string{"ai", "dues"}, Bodies: []string{"group", "office"}}, Acts: []Act{
		{Key: "considered", Scope: Scope{Topics: []string{"all"}}},
		{Key: "discussed", Scope: Scope{Topics: []string{}}},
		{Key: "agreed"},
		{Key: "supported"},
		{Key: "noted", Scope: Scope{Bodies: []string{"group"}, States: []string{"fi"}}},
	}}
	want := []Scope{
		{Topics: []string{"all"}, Bodies: []string{"group", "office"}},
		{Topics: []string{}, Bodies: []string{"group", "office"}},
		n.Scope, n.Scope,
		{Topics: []string{"ai", "dues"}, Bodies: []string{"group"}, States: []string{"fi"}},
	}
	for i, a := range n.Acts {
		if got := n.ScopeOf(a); !reflect.DeepEqual(got, want[i]) {
			t.Errorf("%s: got %v, want %v", a.Key, got, want[i])
		}
	}
	all := Scope{Topics: []string{"ai", "dues", "all"}, States: []string{"fi"}, Bodies: []string{"group", "office"}}
	if got := n.Whole(); !reflect.DeepEqual(got, all) {
		t.Errorf("the paragraph as a whole: got %v, want %v", got, all)
	}
	for to, want := range map[Ref]int{{Kind: Topics, ID: "all"}: 1, {Kind: Topics, ID: "ai"}: 3, {Kind: Bodies, ID: "office"}: 4, {Kind: States, ID: "fi"}: 1, {Kind: Instruments, ID: "x"}: 5} {
		if got := n.ActsOn(to); len(got) != want {
			t.Errorf("acts on %s: got %v, want %d", to, got, want)
		}
	}
	var got [][]string
	for _, run := range runs(n) {
		var codes []string
		for _, a := range run {
			codes = append(codes, a.Key)
		}
		got = append(got, codes)
	}
	if want := [][]string{{"considered"}, {"discussed"}, {"agreed", "supported"}, {"noted"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("runs: got %v, want %v", got, want)
	}
}

// Words that are the formula of two acts are those of the one that the paragraph has.
func TestWordsOfTwoActs(t *testing.T) {
	c := NewCollection(&Config{Languages: []Language{{Key: "en"}}})
	c.Vocabulary[VocabAct] = &Vocabulary{Terms: []Term{
		{Key: "to-be-agreed", Formula: Words{"en": {"will be agreed"}}},
		{Key: "deferred", Formula: Words{"en": {"postponed"}}, Older: Words{"en": {"will be agreed"}}},
	}}
	c.Seal()
	for _, code := range []string{"to-be-agreed", "deferred"} {
		if found, unsaid := c.Formulas([]Act{{Key: code}}, "The date will be agreed.", "en"); len(found) != 1 || len(unsaid) > 0 {
			t.Errorf("%s: found %v, unsaid %v", code, found, unsaid)
		}
	}
}
