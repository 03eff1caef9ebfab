package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func blocks(ids ...string) Prose {
	var p Prose
	for _, id := range ids {
		p.Blocks = append(p.Blocks, Block{ID: id, Text: "text of " + id})
	}
	return p
}

func TestPartOfIsTheHeadOfANode(t *testing.T) {
	for node, want := range map[string]string{
		"title": "title", "pre.p1": "pre", "c1": "c1", "c1.p2": "c1", "c12.p3": "c12", "end.p1": "end", "sig.8": "sig",
		"": "", "c0": "", "c01.p1": "", "c": "", "cx": "", "x1.p1": "", "context": "", "annex.1": "", "preamble": "",
	} {
		if got := PartOf(node); got != want {
			t.Errorf("%q is in the part %q, want %q", node, got, want)
		}
	}
}

func TestPartsAreRunsOfBlocksWithoutTheTitle(t *testing.T) {
	parts := Parts(blocks("title", "pre.p1", "pre.p2", "c1.p1", "c1.p2", "c2.p1", "stray", "c2.p2", "end.p1", "sig.1", "sig.2"))
	var got []string
	for _, p := range parts {
		got = append(got, fmt.Sprintf("%s:%v:%d", p.ID, p.Clause, len(p.Blocks)))
	}
	want := []string{"pre:false:2", "c1:true:2", "c2:true:2", "end:false:1", "sig:false:2"}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if got := Parts(blocks("title")); got != nil {
		t.Errorf("a title makes the parts %v", got)
	}
}

func TestNodeIDsAreThoseOfPartsBlocksAndSections(t *testing.T) {
	p := blocks("title", "pre.p1", "c1", "c1.p1", "c2.p1")
	p.Sections = []Section{{}, {ID: "context"}}
	if got := strings.Join(p.NodeIDs(), " "); got != "pre c2 title pre.p1 c1 c1.p1 c2.p1 context" {
		t.Errorf("got %s", got)
	}
	if b, ok := p.Block("c1.p1"); !ok || b.Text != "text of c1.p1" {
		t.Errorf("got %v, %v", b, ok)
	}
	if _, ok := p.Block("c3"); ok {
		t.Error("a block that is not there is found")
	}
}

func TestPartTitlesHaveTheNumberAndTheLabel(t *testing.T) {
	p := &Protocol{Base: base(Protocols, "p"), Document: Document{Nodes: []Node{
		{Key: "c1", Num: "1", Label: Text{"en": "Scope", "zh": "范围"}}, {Key: "c2", Num: "2 bis"}, {Key: "c3", Num: "3", Label: Text{"en": "Only English"}},
	}}}
	with := collection(p)
	with.Vocabulary[VocabDocumentPart] = &Vocabulary{Terms: []Term{
		{Key: "pre", Label: Text{"en": "Preamble", "zh": "序言"}},
		{Key: "clause", Label: Text{"en": "Clause"}, Numbered: Text{"en": "Clause {num}", "zh": "第{num}条"}, Labelled: Text{"en": "{numbered}. {label}", "zh": "{numbered}　{label}"}},
	}}
	plain := collection(p)
	plain.Vocabulary[VocabDocumentPart] = &Vocabulary{Terms: []Term{{Key: "clause", Label: Text{"en": "Clause"}}}}
	for _, w := range []struct {
		c    *Collection
		node string
		lang Lang
		want string
	}{
		{with, "c1", "en", "Clause 1. Scope"}, {with, "c1.p2", "en", "Clause 1. Scope"}, {with, "c1", "zh", "第1条　范围"},
		{with, "c2", "zh", "第2 bis条"}, {with, "c3", "zh", "第3条　Only English"}, {with, "pre.p1", "zh", "序言"}, {with, "end.p1", "en", "end"},
		{plain, "c1", "en", "Clause 1. Scope"}, {plain, "c2", "zh", "Clause 2 bis"},
	} {
		if got := w.c.PartTitle(p, w.node, w.lang); got != w.want {
			t.Errorf("%s in %s is %q, want %q", w.node, w.lang, got, w.want)
		}
	}
}

func TestVersionIsTheOneInTheCollection(t *testing.T) {
	p := &Protocol{Document: Document{Versions: []Version{
		{Key: "ru", Lang: "ru", Availability: InCollection},
		{Key: "zh-authentic", Lang: "zh", Availability: NotInCollection, Status: Authentic},
		{Key: "zh", Lang: "zh", Availability: InCollection, TranslatedFrom: "ru"},
		{Key: "en", Lang: "en", Availability: NotInCollection},
	}}}
	for lang, want := range map[Lang]string{"ru": "ru", "zh": "zh", "en": "", "fr": ""} {
		if v, ok := p.Version(lang); v.Key != want || ok != (want != "") {
			t.Errorf("%s has the version %q, %v, want %q", lang, v.Key, ok, want)
		}
	}
}

func TestNodeIsItsKeyAloneWhereTheDataSayNothing(t *testing.T) {
	p := &Protocol{Document: Document{Nodes: []Node{{Key: "c1", Num: "1"}}}}
	if n := p.Node("c1"); n.Num != "1" {
		t.Errorf("got %v", n)
	}
	if n := p.Node("c2"); n.Key != "c2" || n.Num != "" {
		t.Errorf("got %v", n)
	}
}

func TestSourcesAreFoundByKey(t *testing.T) {
	b := Base{Sources: []Source{{Key: "a", Title: Named{Own: "A"}}}}
	if s, ok := b.Source("a"); !ok || s.Title.Own != "A" {
		t.Errorf("got %v, %v", s, ok)
	}
	if _, ok := b.Source("b"); ok {
		t.Error("a source that is not there is found")
	}
}
