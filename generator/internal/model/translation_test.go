package model

import (
	"slices"
	"testing"
)

func TestTheHashIsOfTheWordsAndNotOfHowTheyAreWritten(t *testing.T) {
	want := Block{Text: "Стороны рассмотрели й"}.Hash()
	if len(want) != HashLength {
		t.Fatalf("%q has not %d digits", want, HashLength)
	}
	for _, same := range []Block{
		{Text: " Стороны\nрассмотрели\u00a0 й", HTML: "<em>Стороны</em>"},
		{Text: "Стороны рассмотрели и\u0306", ID: "c1.p1"}, // as some systems write й
	} {
		if got := same.Hash(); got != want {
			t.Errorf("%q has the hash %s, want %s", same.Text, got, want)
		}
	}
	if got := (Block{Text: "Стороны рассмотрели Й"}).Hash(); got == want {
		t.Error("other words have the same hash")
	}
}

func TestATranslationIsStaleByTheParagraph(t *testing.T) {
	old := Block{Text: "The Parties met."}.Hash()
	p := &Protocol{Base: base(Protocols, "p"), Document: Document{Versions: []Version{
		{Key: "en", Lang: "en", Availability: InCollection},
		{Key: "zh-authentic", Lang: "zh", Availability: NotInCollection},
		{Key: "zh", Lang: "zh", Availability: InCollection, TranslatedFrom: "en"},
		{Key: "fr", Lang: "fr", Availability: InCollection, TranslatedFrom: "zh-authentic"},
	}}}
	p.Prose["en"] = Prose{Blocks: []Block{{ID: "c1.p1", Text: "The Parties met."}, {ID: "c1.p2", Text: "They parted again."}, {ID: "c1.p3", Text: "Done."}}}
	p.Prose["zh"] = Prose{Blocks: []Block{
		{ID: "c1.p1", Source: old}, {ID: "c1.p2", Source: old}, {ID: "c1.p3"}, {ID: "c1.p4", Source: old},
	}}
	p.Prose["fr"] = Prose{Blocks: []Block{{ID: "c1.p1", Source: "00000000"}}}
	for node, want := range map[string]bool{
		"c1.p1": false, // its source is as it was
		"c1.p2": true,  // its source has changed
		"c1.p3": false, // does not say what it was made from
		"c1.p4": true,  // its source is gone
		"c1.p5": false, // is not there
	} {
		if got := Stale(p, "zh", node); got != want {
			t.Errorf("%s is stale: %v", node, got)
		}
	}
	if Stale(p, "fr", "c1.p1") || Stale(p, "en", "c1.p1") {
		t.Error("a text is stale whose source nobody here can see")
	}
	if _, ok := SourceText(p, "fr"); ok {
		t.Error("a text that is not in the collection is found")
	}
}

func TestTheTextsOfAWorkAreComparedInTheSitesOrder(t *testing.T) {
	i := &Instrument{Base: base(Programmes, "p")}
	i.Prose["zh"] = Prose{Blocks: []Block{{ID: "c1.p1"}}}
	i.Prose["en"] = Prose{Blocks: []Block{{ID: "c1.p1"}}}
	one := &Instrument{Base: base(Instruments, "one")}
	one.Prose["en"], one.Prose["zh"] = Prose{Sections: []Section{{ID: "not-a-document"}}}, i.Prose["zh"]
	c := collection(i, one)
	if got, want := c.Compared(one), []Lang{"zh"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := c.Compared(i), []Lang{"en", "zh"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (Paths{}).ParallelURL(Ref{Programmes, "p", "c1.p1"}, "zh"), "zh/programmes/p/parallel.html"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := (Paths{}).TextURL(Ref{Programmes, "p", "c1.p1"}, "zh"), "zh/programmes/p.js"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
