package model

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/diag"
)

// collection makes a sealed collection of entities, in English and Chinese, with states and topics
// in an explicit order.
func collection(entities ...Entity) *Collection {
	c := NewCollection(&Config{
		Languages: []Language{{Key: "en"}, {Key: "zh"}},
		Order:     Order{States: []string{"in", "ir", "kz", "cn"}, Topics: []string{"second"}},
	})
	c.Vocabulary[VocabInstrumentState] = vocabulary("proposed", "draft", "draft-approved", "adopted", "in-force")
	c.Vocabulary[VocabActionStatus] = &Vocabulary{Terms: []Term{
		{Key: "open"}, {Key: "fulfilled", Closes: true}, {Key: "fulfilled-inferred", Closes: true, Inferred: true},
	}}
	for _, e := range entities {
		c.Add(e)
	}
	c.Seal()
	return c
}

func vocabulary(codes ...string) *Vocabulary {
	v := &Vocabulary{}
	for _, code := range codes {
		v.Terms = append(v.Terms, Term{Key: code, Label: Text{"en": strings.ToUpper(code)}})
	}
	return v
}

func base(k Kind, id string) Base {
	return Base{Kind: k, ID: id, Index: diag.NewIndex("data/" + string(k) + "/" + id + ".toml"), Prose: map[Lang]Prose{}}
}

func state(id, body string, from, to Date) *State {
	s := &State{Base: base(States, id)}
	if body != "" {
		s.Memberships = []Membership{{Key: body, From: from, To: to}}
	}
	return s
}

func body(id, parent string) *Body { return &Body{Base: base(Bodies, id), Parent: parent} }

func meeting(id, body string, date Date) *Meeting {
	return &Meeting{Base: base(Meetings, id), Body: body, Date: date, Title: Text{"en": "Meeting " + id}}
}

func TestSealOrdersEachKindByItsRule(t *testing.T) {
	c := collection(
		meeting("next", "b", TBA), meeting("m2024", "b", "2024-02-01"), meeting("m2021", "b", "2021-11-25"), meeting("a-next", "b", TBA),
		&Topic{Base: base(Topics, "first")}, &Topic{Base: base(Topics, "second")}, &Topic{Base: base(Topics, "another")},
		state("cn", "", "", ""), state("by", "", "", ""), state("in", "", "", ""), state("kz", "", "", ""),
		&Instrument{Base: base(Instruments, "late"), Events: []Event{{Date: "2025"}, {Date: "2020"}}},
		&Instrument{Base: base(Instruments, "early"), Events: []Event{{Date: "2019"}}},
		&Instrument{Base: base(Instruments, "undated")},
		&Note{Base: base(Notes, "b-of-kz"), State: "kz"}, &Note{Base: base(Notes, "a-of-kz"), State: "kz"}, &Note{Base: base(Notes, "of-in"), State: "in"},
		&Page{Base: base(Pages, "method")}, &Page{Base: base(Pages, "about")},
	)
	for kind, want := range map[Kind][]string{
		Meetings:    {"m2021", "m2024", "a-next", "next"}, // to be announced: last
		Topics:      {"second", "another", "first"},
		States:      {"in", "kz", "cn", "by"},
		Instruments: {"undated", "early", "late"},
		Notes:       {"of-in", "a-of-kz", "b-of-kz"},
		Pages:       {"about", "method"},
		Programmes:  {},
	} {
		if got := c.IDs(kind); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", kind, got, want)
		}
	}
}

func TestActionsStandInTheOrderOfTheirParagraphs(t *testing.T) {
	action := func(id, node string) *Action {
		return &Action{Base: base(Actions, id), MandatedBy: Ref{Protocols, "p", node}}
	}
	p := &Protocol{Base: base(Protocols, "p"), Date: "2021", Document: Document{Nodes: []Node{{Key: "c2.p1"}, {Key: "c10.p1"}, {Key: "end.p2"}}}}
	old := &Protocol{Base: base(Protocols, "z-old"), Date: "2019"}
	of := action("of-old", "c1")
	of.MandatedBy.ID = "z-old"
	c := collection(action("end", "end.p2"), action("ten", "c10.p1"), action("two", "c2.p1"), of, p, old)
	if got, want := c.IDs(Actions), []string{"of-old", "two", "ten", "end"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNotesOfAStateOutsideTheOrderComeLast(t *testing.T) {
	c := collection(&Note{Base: base(Notes, "other"), State: "by"}, &Note{Base: base(Notes, "first"), State: "in"})
	if got, want := c.IDs(Notes), []string{"first", "other"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q: states outside the order stand last, as in the list of states", got, want)
	}
}

func TestEntitiesAreFoundByReferenceAndType(t *testing.T) {
	c := collection(meeting("m", "b", "2021"), &Instrument{Base: base(Programmes, "x")}, &Instrument{Base: base(Instruments, "y")})
	if !c.Has(Ref{Meetings, "m", "c1"}) || c.Has(Ref{Meetings, "n", ""}) {
		t.Error("Has does not ask for the entity of a reference")
	}
	if e := c.Entity(Ref{Meetings, "m", ""}); e == nil || e.Name()["en"] != "Meeting m" {
		t.Errorf("got %v", e)
	}
	if _, ok := Get[*Protocol](c, Ref{Meetings, "m", ""}); ok {
		t.Error("a meeting is taken for a protocol")
	}
	if all := All[*Instrument](c, Instruments, Programmes, Meetings); len(all) != 2 || all[0].ID != "y" || all[1].ID != "x" {
		t.Errorf("got %v", all)
	}
}

func TestMembersFollowTheDateAndTheBodiesAbove(t *testing.T) {
	c := collection(
		body("org", ""), body("council", "org"), body("group", "council"), body("own", "org"), body("loop", "loop"), body("orphan", "nowhere"),
		state("in", "org", "2017-06-09", ""), state("kz", "org", "2001-06-15", ""), state("ir", "org", "2023-07-04", ""),
		state("cn", "org", "2001", "2022"), state("zz", "own", "2000", ""),
	)
	for _, tc := range []struct {
		body string
		date Date
		want []string
	}{
		{"org", "2001-06-14", []string{"cn"}}, // since 2001 means all of it
		{"org", "2001-06-15", []string{"kz", "cn"}},
		{"org", "2021-11-25", []string{"in", "kz", "cn"}},
		{"org", "2022-12-31", []string{"in", "kz", "cn"}}, // until 2022 means all of it
		{"org", "2023-07-03", []string{"in", "kz"}},
		{"org", "2023-07-04", []string{"in", "ir", "kz"}},
		{"group", "2023-07-04", []string{"in", "ir", "kz"}}, // those of the nearest body above that has any
		{"own", "2023-07-04", []string{"zz"}},               // its own, not those above
		{"own", "1999", nil},                                // has members, only not then
		{"org", TBA, nil}, {"org", "", nil}, {"loop", "2021", nil}, {"orphan", "2021", nil}, {"", "2021", nil},
	} {
		if got := c.Members(tc.body, tc.date); !slices.Equal(got, tc.want) {
			t.Errorf("%s on %q: got %q, want %q", tc.body, tc.date, got, tc.want)
		}
	}
}

func TestDelegationsAreThoseOfTheRecordElseTheMembers(t *testing.T) {
	recorded, derived := meeting("a", "org", "2021"), meeting("b", "org", "2021")
	recorded.Delegations = []string{"ir", "zz"}
	c := collection(body("org", ""), state("in", "org", "2017", ""), recorded, derived)
	if got, said := c.Delegations(recorded); !slices.Equal(got, []string{"ir", "zz"}) || !said {
		t.Errorf("got %q, %v", got, said)
	}
	if got, said := c.Delegations(derived); !slices.Equal(got, []string{"in"}) || said {
		t.Errorf("got %q, %v", got, said)
	}
}

func TestNeighboursAreMeetingsOfTheSameBody(t *testing.T) {
	first, other, second, next := meeting("m1", "b", "2021"), meeting("o", "other", "2022"), meeting("m2", "b", "2023"), meeting("n", "b", TBA)
	c := collection(next, second, first, other)
	for _, w := range []struct{ of, before, after *Meeting }{{first, nil, second}, {second, first, next}, {next, second, nil}, {other, nil, nil}} {
		if b, a := c.Neighbours(w.of); b != w.before || a != w.after {
			t.Errorf("%s stands between %v and %v", w.of.ID, b, a)
		}
	}
	p := &Protocol{Base: base(Protocols, "p"), Meeting: "m1"}
	if c = collection(first, p); c.Protocol("m1") != p || c.Protocol("m2") != nil {
		t.Error("the protocol of a meeting is not found")
	}
}

func TestLifeDerivesTheStateAndWhatIsAwaited(t *testing.T) {
	protocol := &Protocol{Base: base(Protocols, "p"), Date: "2021-11-25", Document: Document{Nodes: []Node{
		{Key: "c4.p1", Acts: []Act{
			{Key: "discussed", Objects: []Ref{{Programmes, "x", ""}}, State: "draft"},
			{Key: "approved", Objects: []Ref{{Programmes, "x", ""}}, State: "draft", Next: "adopted"},
		}},
		{Key: "c5.p1", Acts: []Act{{Key: "approved", Objects: []Ref{{Instruments, "other", ""}}, Next: "adopted"}}},
	}}}
	event := func(typ Code, d Date) Event { return Event{Key: string(typ), Type: typ, Date: d} }
	for name, c := range map[string]struct {
		events  []Event
		order   string // of the types, as they happened
		present Code
		awaited bool
	}{
		"nothing evidenced":                   {nil, "", "", true},
		"approved as a draft only":            {[]Event{event("draft-approved", "2021-11-25")}, "draft-approved", "draft-approved", true},
		"adopted later":                       {[]Event{event("adopted", "2023-01-01"), event("draft-approved", "2021-11-25")}, "draft-approved adopted", "adopted", false},
		"adopted on the day itself":           {[]Event{event("adopted", "2021-11-25")}, "adopted", "adopted", false},
		"a later step implies it":             {[]Event{event("in-force", "2024")}, "in-force", "in-force", false},
		"adopted before the clause asked":     {[]Event{event("adopted", "2019")}, "adopted", "adopted", true},
		"a lesser step is none":               {[]Event{event("draft", "2024")}, "draft", "draft", true},
		"two on a day stand by rank":          {[]Event{event("in-force", "2024"), event("adopted", "2024")}, "adopted in-force", "in-force", false},
		"less exact dates stand by first day": {[]Event{event("adopted", "2022-05"), event("draft-approved", "2022")}, "draft-approved adopted", "adopted", false},
	} {
		t.Run(name, func(t *testing.T) {
			x := &Instrument{Base: base(Programmes, "x"), Events: c.events}
			life := collection(protocol, x).Life(x)
			var order []string
			for _, e := range life.Events {
				order = append(order, string(e.Type))
			}
			if got := strings.Join(order, " "); got != c.order {
				t.Errorf("the events are %q, want %q", got, c.order)
			}
			switch {
			case c.present == "" && life.Present != nil, c.present != "" && (life.Present == nil || life.Present.Type != c.present):
				t.Errorf("the present state is %v, want %q", life.Present, c.present)
			}
			want := []Awaited{{"adopted", Ref{Protocols, "p", "c4.p1"}, "2021-11-25"}}
			if !c.awaited {
				want = nil
			}
			if !slices.Equal(life.Awaited, want) {
				t.Errorf("awaited are %v, want %v", life.Awaited, want)
			}
		})
	}
}

func TestLifeLeavesTheRecordedEventsInTheirOrder(t *testing.T) {
	x := &Instrument{Base: base(Programmes, "x"), Events: []Event{{Key: "b", Type: "adopted", Date: "2024"}, {Key: "a", Type: "draft", Date: "2020"}}}
	collection(x).Life(x)
	if x.Events[0].Key != "b" {
		t.Error("deriving the state changed the data")
	}
}

func TestMentionsNameWhoRefersAndHow(t *testing.T) {
	p := &Protocol{Base: base(Protocols, "p"), Meeting: "m", Date: "2021", Document: Document{Nodes: []Node{
		{Key: "c1.p1", Scope: Scope{Topics: []string{"ai"}}, Acts: []Act{{Key: "adopted", Objects: []Ref{{Topics, "ai", ""}}}}},
		{Key: "c2.p1", Scope: Scope{Topics: []string{"ai", "ai"}}, Cites: []Ref{{Protocols, "p", "c1"}}}, // of itself: no mention
	}}}
	n := &Note{Base: base(Notes, "n"), State: "kz", Topics: []string{"ai"}, MandatedBy: Ref{Protocols, "p", "c2.p1"}}
	n.Prose["zh"] = Prose{Links: []Link{{To: Ref{Topics, "ai", ""}}, {To: Ref{Topics, "ai", ""}}}}
	n.Prose["fr"] = Prose{Links: []Link{{To: Ref{States, "kz", ""}}}} // not a language of the site
	c := collection(p, n, &Topic{Base: base(Topics, "ai"), Related: []string{"ai"}}, state("kz", "", "", ""), meeting("m", "b", "2021"))

	ai := Ref{Topics, "ai", ""}
	want := []Mention{
		{Ref{Protocols, "p", "c1.p1"}, ai, "node"}, {Ref{Protocols, "p", "c2.p1"}, ai, "node"},
		{Ref{Notes, "n", ""}, ai, "topics"}, {Ref{Notes, "n", ""}, ai, "text"},
	}
	if got := c.Mentions(ai); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	if got := c.Mentions(ai, "text", "related"); !slices.Equal(got, want[3:]) {
		t.Errorf("by field: %v", got)
	}
	if got := c.MentionedBy(ai, Protocols); !slices.Equal(got, []Ref{want[0].From, want[1].From}) {
		t.Errorf("by kind: %v", got)
	}
	if got := c.Mentions(Ref{Protocols, "p", "c9"}); len(got) != 1 || got[0].To.Node != "c2.p1" || got[0].Field != "mandated_by" {
		t.Errorf("the node of what is mentioned is lost: %v", got)
	}
	if got := c.Mentions(Ref{Meetings, "m", ""}, "meeting"); len(got) != 1 || got[0].From != (Ref{Protocols, "p", ""}) {
		t.Errorf("outside of nodes a protocol refers as a whole: %v", got)
	}
	if got := c.Mentions(Ref{States, "kz", ""}); len(got) != 1 {
		t.Errorf("got %v", got)
	}
}

func TestShortTitlesFallBackToTitlesAndOtherLanguages(t *testing.T) {
	m := meeting("m", "b", "2021")
	m.ShortTitle = Text{"en": "Short"}
	i := &Instrument{Base: base(Instruments, "i"), Title: Text{"zh": "构想"}}
	c := collection(m, i, &Topic{Base: base(Topics, "t"), Label: Text{"en": "Topic"}})
	for _, w := range []struct {
		ref  Ref
		lang Lang
		want string
	}{
		{m.Ref(), "en", "Short"}, {m.Ref(), "zh", "Meeting m"}, {i.Ref(), "en", "构想"}, {Ref{Topics, "t", ""}, "zh", "Topic"},
		{Ref{Topics, "gone", ""}, "zh", "topics/gone"},
	} {
		if got := c.ShortTitle(w.ref, w.lang); got != w.want {
			t.Errorf("%s in %s is %q, want %q", w.ref, w.lang, got, w.want)
		}
	}
}

func TestLabelsAreTheCodesWhereTheVocabularyLacksThem(t *testing.T) {
	c := collection()
	for _, w := range [][3]string{{VocabInstrumentState, "draft", "DRAFT"}, {VocabInstrumentState, "no-such", "no-such"}, {"no-vocabulary", "x", "x"}} {
		if got := c.Label(w[0], Code(w[1]), "zh"); got != w[2] {
			t.Errorf("%s of %s is %q, want %q", w[1], w[0], got, w[2])
		}
	}
	v := c.Vocabulary[VocabInstrumentState]
	if got := v.Codes(); !slices.Equal(got, []string{"proposed", "draft", "draft-approved", "adopted", "in-force"}) {
		t.Errorf("codes are %q", got)
	}
	if term, rank, ok := v.Term("draft"); term.Key != "draft" || rank != 1 || !ok {
		t.Errorf("got %v, %d, %v", term, rank, ok)
	}
	if _, rank, ok := v.Term("x"); rank != -1 || ok {
		t.Errorf("an unknown term has the rank %d, %v", rank, ok)
	}
}

func TestTextFallsBackToOtherLanguagesInOrder(t *testing.T) {
	text := Text{"en": "E", "zh": "中", "ru": ""}
	for _, w := range []struct {
		lang   Lang
		others []Lang
		want   string
	}{
		{"en", nil, "E"}, {"ru", nil, ""}, {"ru", []Lang{"fr", "zh", "en"}, "中"}, {"fr", []Lang{"ru", "en"}, "E"},
	} {
		if got := text.In(w.lang, w.others...); got != w.want {
			t.Errorf("%s, %s: got %q, want %q", w.lang, w.others, got, w.want)
		}
	}
	if got := Text(nil).In("en", "zh"); got != "" {
		t.Errorf("no text is %q", got)
	}
}

func TestBaseURLIsAbsoluteAndEndsInASlash(t *testing.T) {
	for address, want := range map[string]string{
		"https://kengash.example":      "https://kengash.example/",
		"https://kengash.example/":     "https://kengash.example/",
		"http://127.0.0.1:8080/kb":     "http://127.0.0.1:8080/kb/",
		"https://kengash.example/a/b/": "https://kengash.example/a/b/",
		"":                             "", "kengash.example": "", "/kb/": "", "//kengash.example/": "", "ftp://kengash.example/": "", "https://": "",
		"https://kengash.example/?a=b": "", "https://kengash.example/#a": "", "https://kengash.example:port/": "", "javascript:alert(1)": "",
		"https://user:secret@kengash.example/": "", "https://kengash.example/a b/": "", "https://kengash.example/../a/": "", "https://kengash.example//a/": "",
		"https://kengash.example/\"><script>/": "", "https://kengash.example/%00/": "", "https://kengash.example/%22/": "", "https://:80/": "",
		"https://пример.example/база/": "https://пример.example/база/",
	} {
		c := &Config{BaseURL: "before"}
		err := c.SetBaseURL(address)
		if want == "" {
			if err == nil || c.BaseURL != "before" {
				t.Errorf("%q is accepted as %q", address, c.BaseURL)
			}
			continue
		}
		if err != nil || c.BaseURL != want {
			t.Errorf("%q is %q, %v, want %q", address, c.BaseURL, err, want)
		}
	}
}

func TestLanguagesAreFoundByKey(t *testing.T) {
	c := &Config{Languages: []Language{{Key: "ru"}, {Key: "zh", Tag: "zh-Hans"}}}
	if l, ok := c.Language("zh"); !ok || l.Tag != "zh-Hans" || l.Lang() != "zh" {
		t.Errorf("got %v, %v", l, ok)
	}
	if _, ok := c.Language("zh-Hans"); ok {
		t.Error("a tag is taken for a key")
	}
	if !slices.Equal(c.Langs(), []Lang{"ru", "zh"}) {
		t.Errorf("got %q", c.Langs())
	}
}
