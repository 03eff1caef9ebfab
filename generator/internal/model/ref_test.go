package model

import "testing"

func TestIDsAreFitForFilesAndAddresses(t *testing.T) {
	for id, want := range map[string]bool{
		"uz": true, "ict-2021": true, "2021": true, "a-b-c": true, "concept-2019": true,
		"": false, "Uz": false, "ict_2021": false, "ict--2021": false, "-uz": false, "uz-": false, "a.b": false, "a/b": false,
		"..": false, "уз": false, "uz\n": false, "uz ": false,
	} {
		if ValidID(id) != want {
			t.Errorf("ValidID(%q) is %v", id, !want)
		}
	}
}

func TestNodesAreLettersDigitsHyphensAndDots(t *testing.T) {
	for id, want := range map[string]bool{
		"title": true, "pre.p1": true, "c1": true, "c10.p12": true, "sig.1": true, "what-changed": true, "f1": true,
		"": false, "1c": false, "C1": false, "c1.": false, ".p1": false, "c1..p1": false, "c1 p1": false, "п1": false, "c1\n": false,
	} {
		if ValidNode(id) != want {
			t.Errorf("ValidNode(%q) is %v", id, !want)
		}
	}
}

func TestRefsAreReadAndWrittenAlike(t *testing.T) {
	for s, want := range map[string]Ref{
		"topics/ai":                {Topics, "ai", ""},
		"protocols/ict-2021":       {Protocols, "ict-2021", ""},
		"protocols/ict-2021#c2":    {Protocols, "ict-2021", "c2"},
		"protocols/ict-2021#c2.p1": {Protocols, "ict-2021", "c2.p1"},
		"pages/about#method":       {Pages, "about", "method"},
	} {
		r, ok := ParseRef(s)
		if !ok || r != want {
			t.Errorf("%q is read as %+v, %v", s, r, ok)
		}
		if r.String() != s {
			t.Errorf("%q is written as %q", s, r)
		}
	}
	if s := (Ref{}).String(); s != "" {
		t.Errorf("the zero Ref is written as %q", s)
	}
}

func TestRefsOfOtherFormsAreRefused(t *testing.T) {
	for _, s := range []string{
		"", "ai", "/", "topics/", "/ai", "topic/ai", "Topics/ai", "topics/AI", "topics/ai/", "topics/ai/x", "topics//ai", "/topics/ai",
		"topics/ai.html", "topics/ai#", "topics/ai##c1", "topics/ai#c1#c2", "topics/ai#C1", "topics/ai #c1", " topics/ai", "#c1", "vocabularies/act",
	} {
		if r, ok := ParseRef(s); ok {
			t.Errorf("%q is read as %+v", s, r)
		}
	}
}

func TestAddressesArePermanent(t *testing.T) {
	for _, c := range []struct {
		ref          Ref
		url, clause  string
		entity, list string
	}{
		{Ref{Topics, "ai", ""}, "zh/topics/ai.html", "", "topics/ai", "zh/topics/index.html"},
		{Ref{Protocols, "ict-2021", "c2.p1"}, "zh/protocols/ict-2021.html#c2.p1", "c2", "protocols/ict-2021", "zh/protocols/index.html"},
		{Ref{Protocols, "ict-2021", "c12"}, "zh/protocols/ict-2021.html#c12", "c12", "protocols/ict-2021", "zh/protocols/index.html"},
		{Ref{Protocols, "ict-2021", "pre.p1"}, "zh/protocols/ict-2021.html#pre.p1", "", "protocols/ict-2021", "zh/protocols/index.html"},
		{Ref{Protocols, "ict-2021", "c0.p1"}, "zh/protocols/ict-2021.html#c0.p1", "", "protocols/ict-2021", "zh/protocols/index.html"},
		{Ref{Notes, "tunduk", "c2"}, "zh/notes/tunduk.html#c2", "", "notes/tunduk", "zh/notes/index.html"}, // only protocols have clauses
	} {
		if got := (Paths{}).URL(c.ref, "zh"); got != c.url {
			t.Errorf("%s is at %s, want %s", c.ref, got, c.url)
		}
		if got := c.ref.Clause(); got != c.clause {
			t.Errorf("%s is in the clause %q, want %q", c.ref, got, c.clause)
		}
		if got := c.ref.Entity().String(); got != c.entity {
			t.Errorf("%s is of the entity %s, want %s", c.ref, got, c.entity)
		}
		if got := (Paths{}).ListURL(c.ref.Kind, "zh"); got != c.list {
			t.Errorf("the list of %s is at %s, want %s", c.ref, got, c.list)
		}
	}
	if got := HomeURL("zh"); got != "zh/index.html" {
		t.Errorf("the first page is at %s", got)
	}
}

func TestEveryKindHasACodeOfItsOwnAndAnEntity(t *testing.T) {
	seen := map[Code]bool{Clause: true}
	for _, k := range Kinds {
		if !k.Known() || k.Code() == "" || seen[k.Code()] {
			t.Errorf("the kind %s has the code %q", k, k.Code())
		}
		seen[k.Code()] = true
		e := New(k, "x", nil)
		if e == nil || e.Ref() != (Ref{k, "x", ""}) {
			t.Errorf("the kind %s makes %v", k, e)
		}
	}
	if len(Kinds) != len(singular) {
		t.Errorf("%d kinds are shown of %d", len(Kinds), len(singular))
	}
	if Kind("vocabularies").Known() || New("vocabularies", "x", nil) != nil {
		t.Error("vocabularies are taken for a kind")
	}
}
