package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// decided is a collection with a protocol of 2021 that announces steps, and later meetings without
// one.
func decided(more ...Entity) *Collection {
	plan, programme := Ref{Kind: Instruments, ID: "plan"}, Ref{Kind: Programmes, ID: "programme"}
	return collection(append([]Entity{
		body("org", ""), state("in", "org", "2017", ""), state("kz", "org", "2001", ""), state("ir", "org", "2023-07-04", ""),
		meeting("m1", "org", "2021-11-25"), meeting("m2", "org", "2023-05-13"), meeting("m3", "org", "2024-02-01"), meeting("next", "org", TBA),
		&Protocol{Base: base(Protocols, "p1"), Meeting: "m1", Date: "2021-11-25", Document: Document{Nodes: []Node{
			{Key: "c1.p1", Scope: Scope{Topics: []string{"first"}}, Acts: []Act{{Key: "discussed", Objects: []Ref{plan}}, {Key: "approved", Objects: []Ref{plan}, Next: "adopted"}}},
			{Key: "c2.p1", Scope: Scope{Topics: []string{"second"}}, Acts: []Act{{Key: "approved", Objects: []Ref{programme}, Next: "adopted"}, {Key: "agreed"}}},
		}}},
		&Instrument{Base: base(Instruments, "plan"), Events: []Event{{Key: "draft-approved", Type: "draft-approved", Date: "2021-11-25", Clause: Ref{Protocols, "p1", "c1.p1"}}}},
	}, more...)...)
}

func programme(events ...Event) *Instrument {
	return &Instrument{Base: base(Programmes, "programme"), Topics: []string{"literacy"}, Events: events}
}

func action(id, node string, status Code, more func(*Action)) *Action {
	a := &Action{Base: base(Actions, id), MandatedBy: Ref{Protocols, "p1", node}, Status: status}
	if more != nil {
		more(a)
	}
	return a
}

// said are commitments as one line each: name, step, place, open or the day it was done.
func said(commitments []Commitment) string {
	var out []string
	for _, m := range commitments {
		var name []string
		if m.Action != nil {
			name = append(name, m.Action.ID)
		}
		if m.Instrument != nil {
			name = append(name, m.Instrument.ID+":"+string(m.Step))
		}
		how := "open"
		if !m.Open {
			how = "done " + string(m.Done)
		}
		out = append(out, fmt.Sprintf("%s #%s %s %s", strings.Join(name, "+"), m.Clause.Node, m.Since, how))
	}
	return strings.Join(out, "; ")
}

func TestCommitmentsAreWhatClausesLaidDown(t *testing.T) {
	plan := Ref{Kind: Instruments, ID: "plan"}
	on := func(id, node string) *Action {
		return action(id, node, "open", func(a *Action) { a.Objects = []Ref{plan} })
	}
	adopt := func(status Code, node string) *Action {
		return action("adopt", node, status, func(a *Action) { a.Objects = []Ref{plan} })
	}
	shown := func(a *Action) { a.Evidence = []Evidence{{Date: "2024"}, {Date: "2023-05-13"}, {}} }
	for _, tc := range []struct {
		name string
		more []Entity
		want string
	}{
		{"an announced step", nil, "plan:adopted #c1.p1 2021-11-25 open"},
		{"and the action on it are one", []Entity{adopt("not-evidenced", "c1.p1")}, "adopt+plan:adopted #c1.p1 2021-11-25 open"},
		{"by the clause as a whole too", []Entity{adopt("open", "c1")}, "adopt+plan:adopted #c1.p1 2021-11-25 open"},
		{"an action of another clause is another", []Entity{adopt("open", "c2.p1")}, "plan:adopted #c1.p1 2021-11-25 open; adopt #c2.p1 2021-11-25 open"},
		{"the first of two actions on it", []Entity{adopt("open", "c1"), on("a-second", "c1.p1")},
			"a-second+plan:adopted #c1.p1 2021-11-25 open; adopt #c1 2021-11-25 open"},
		{"whichever names the clause", []Entity{adopt("open", "c1.p1"), on("a-second", "c1")},
			"a-second+plan:adopted #c1.p1 2021-11-25 open; adopt #c1.p1 2021-11-25 open"},
		{"a step that an event shows", []Entity{programme(Event{Type: "in-force", Date: "2025"}, Event{Type: "adopted", Date: "2024-05"})},
			"plan:adopted #c1.p1 2021-11-25 open; programme:adopted #c2.p1 2021-11-25 done 2024-05"},
		{"an event before the commitment shows nothing", []Entity{programme(Event{Type: "adopted", Date: "2019"})},
			"plan:adopted #c1.p1 2021-11-25 open; programme:adopted #c2.p1 2021-11-25 open"},
		{"a fulfilled action, by its first evidence", []Entity{action("meet", "c2.p1", "fulfilled-inferred", shown)},
			"plan:adopted #c1.p1 2021-11-25 open; meet #c2.p1 2021-11-25 done 2023-05-13"},
		{"evidence of progress closes nothing", []Entity{action("meet", "c2.p1", "in-progress", shown)},
			"plan:adopted #c1.p1 2021-11-25 open; meet #c2.p1 2021-11-25 open"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if got := said(decided(tc.more...).Commitments()); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestACommitmentConcernsThoseWhoAnswerForIt(t *testing.T) {
	c := decided(programme(),
		action("all", "c2.p1", "open", func(a *Action) { a.AllParties = true }),
		action("one", "c2.p1", "open", func(a *Action) { a.States, a.Topics = []string{"ir"}, []string{"second"} }),
	)
	var got []string
	for _, m := range c.Commitments() {
		got = append(got, strings.Join(c.Responsible(m), ",")+"/"+strings.Join(m.Topics(), ","))
	}
	if got, want := strings.Join(got, " "), "/ in,kz/ ir/second /literacy"; got != want { // Iran was no party in 2021
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestDecisionsStandByMeetingAndThingActedOn(t *testing.T) {
	m4 := meeting("m4", "org", "2024-06-01")
	m4.Outcomes = []Outcome{{Key: "dpi", Act: "supported", Topics: []string{"first"}}}
	c := decided(programme(), m4)
	var got []string
	for _, d := range c.Decisions() {
		var codes []string
		for _, a := range d.Acts {
			codes = append(codes, a.Key)
		}
		got = append(got, d.Meeting.ID+" "+d.Node.Key+" "+strings.Join(codes, ",")+" "+strings.Join(d.Scope().Topics, ","))
	}
	want := []string{"m4  supported first", "m1 c1.p1 discussed,approved first", "m1 c2.p1 approved second", "m1 c2.p1 agreed second"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestChangesAreWhatCameSinceTheMeetingBefore(t *testing.T) {
	adopted := func(e Event) *Instrument {
		e.Type = "adopted"
		return &Instrument{Base: base(Instruments, "x"), Events: []Event{e}}
	}
	met := action("meet", "c2.p1", "fulfilled", func(a *Action) { a.Evidence = []Evidence{{Date: "2023-05-13"}} })
	standing := action("exchange", "c2.p1", "open", func(a *Action) { a.Deadline = Standing })
	second := &Protocol{Base: base(Protocols, "p2"), Meeting: "m2", Date: "2023-05-13", Document: Document{Nodes: []Node{{Key: "c1.p1", Scope: Scope{Topics: []string{"second", "third"}}}}}}
	commitment := &Action{Base: base(Actions, "new"), MandatedBy: Ref{Protocols, "p2", "c1.p1"}, Status: "open"}
	for _, tc := range []struct {
		name, meeting string
		more          []Entity
		want          string
	}{
		{"the first", "m1", nil, "none"},
		{"a day not known", "next", nil, "none"},
		{"nothing but what is open", "m2", nil, "old protocol; open plan:adopted #c1.p1 2021-11-25 open"},
		{"a new member", "m3", nil, "joined ir; open plan:adopted #c1.p1 2021-11-25 open"},
		{"adopted by another in between", "m2", []Entity{adopted(Event{Date: "2022"})}, "old protocol; between x; open plan:adopted #c1.p1 2021-11-25 open"},
		{"adopted here", "m2", []Entity{adopted(Event{Date: "2023-05-13", Meeting: "m2"})}, "old protocol; here x; open plan:adopted #c1.p1 2021-11-25 open"},
		{"adopted before", "m2", []Entity{adopted(Event{Date: "2021-11-25"})}, "old protocol; open plan:adopted #c1.p1 2021-11-25 open"},
		{"adopted later", "m2", []Entity{programme(Event{Type: "adopted", Date: "2024"})},
			"old protocol; open plan:adopted #c1.p1 2021-11-25 open; programme:adopted #c2.p1 2021-11-25 done 2024"},
		{"shown by then; what has no end is not counted", "m2", []Entity{met, standing},
			"old protocol; closed meet #c2.p1 2021-11-25 done 2023-05-13; open plan:adopted #c1.p1 2021-11-25 open"},
		{"shown before", "m3", []Entity{met}, "joined ir; open plan:adopted #c1.p1 2021-11-25 open"},
		{"two protocols", "m2", []Entity{second, commitment},
			"protocol; old protocol; new third; gone first; opened new #c1.p1 2023-05-13 open; open plan:adopted #c1.p1 2021-11-25 open"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := decided(tc.more...)
			m, _ := Get[*Meeting](c, Ref{Kind: Meetings, ID: tc.meeting})
			got := "none"
			if ch, ok := c.Changes(m); ok {
				got = changes(ch)
			}
			if got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func changes(ch Changes) string {
	var out []string
	say := func(word, s string) {
		if s != "" {
			out = append(out, strings.TrimSpace(word+" "+s))
		}
	}
	steps := func(all []Step) string {
		var ids []string
		for _, s := range all {
			ids = append(ids, s.Instrument.ID)
		}
		return strings.Join(ids, ",")
	}
	if ch.Protocol {
		out = append(out, "protocol")
	}
	if ch.BeforeProtocol {
		out = append(out, "old protocol")
	}
	say("joined", strings.Join(ch.Joined, ","))
	say("left", strings.Join(ch.Left, ","))
	say("between", steps(ch.Between))
	say("here", steps(ch.Here))
	say("new", strings.Join(ch.TopicsNew, ","))
	say("gone", strings.Join(ch.Gone, ","))
	say("opened", said(ch.Opened))
	say("closed", said(ch.Closed))
	var open []Commitment
	for _, m := range ch.Open {
		open = append(open, *m)
	}
	say("open", said(open))
	return strings.Join(out, "; ")
}

func TestUntilCountsWholeMonths(t *testing.T) {
	for _, tc := range []struct {
		from, to      Date
		years, months int
	}{
		{"2021-11-25", "2026-11-22", 4, 11}, {"2021-11-25", "2026-11-25", 5, 0}, {"2021-11-25", "2021-12-24", 0, 0}, {"2021-11-25", "2021-12-25", 0, 1},
		{"2021-12-31", "2022-02-28", 0, 1}, {"2021", "2022-06", 1, 5}, {"", "2022", 0, 0}, {"2022", "", 0, 0}, {"2022", "2021", 0, 0}, {TBA, "2022", 0, 0},
	} {
		if y, m := tc.from.Until(tc.to); y != tc.years || m != tc.months {
			t.Errorf("from %s to %s: got %d, %d, want %d, %d", tc.from, tc.to, y, m, tc.years, tc.months)
		}
	}
}
