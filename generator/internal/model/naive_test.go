package model_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"github.com/kengash/kengash/generator/internal/model"
)

// naive derives by looking through everything.
type naive struct {
	c           *model.Collection
	commitments []model.Commitment
	decisions   []model.Decision
}

type step struct {
	model.Awaited
	done model.Date
}

func (n naive) rank(code model.Code) int {
	_, r, _ := n.c.Vocabulary[model.VocabInstrumentState].Term(code)
	return r
}

func (n naive) steps(i *model.Instrument) (out []step) {
	for _, w := range model.All[model.Work](n.c, model.Works...) {
		for _, node := range w.Doc().Nodes {
			for _, act := range node.Acts {
				if act.Next == "" || !slices.Contains(act.Objects, i.Ref()) {
					continue
				}
				s := step{Awaited: model.Awaited{State: act.Next, Clause: model.At(w, node.Key), Since: w.Dated()}}
				for _, e := range i.Events {
					shows := n.rank(e.Type) >= n.rank(act.Next) && !e.Date.First().Before(w.Dated().First())
					if shows && (s.done == "" || e.Date.Compare(s.done) < 0) {
						s.done = e.Date
					}
				}
				out = append(out, s)
			}
		}
	}
	return out
}

func (n naive) life(i *model.Instrument) model.Life {
	life := model.Life{Events: slices.Clone(i.Events)}
	slices.SortStableFunc(life.Events, func(a, b model.Event) int {
		return cmp.Or(a.Date.Compare(b.Date), cmp.Compare(n.rank(a.Type), n.rank(b.Type)))
	})
	if k := len(life.Events); k > 0 {
		life.Present = &life.Events[k-1]
	}
	for _, s := range n.steps(i) {
		if s.done == "" {
			life.Awaited = append(life.Awaited, s.Awaited)
		}
	}
	return life
}

func (n naive) date(r model.Ref) model.Date {
	switch e := n.c.Entity(r).(type) {
	case *model.Meeting:
		return e.Date
	case model.Work:
		return e.Dated()
	}
	return ""
}

func (n naive) allCommitments() (out []model.Commitment) {
	for _, a := range model.All[*model.Action](n.c, model.Actions) {
		m := model.Commitment{Action: a, Clause: a.MandatedBy, Since: n.date(a.MandatedBy), Open: !n.c.Fulfilled(a), Inferred: a.Status == "fulfilled-inferred"}
		for _, e := range a.Evidence {
			if !m.Open && (m.Done == "" || e.Date != "" && e.Date.Compare(m.Done) < 0) {
				m.Done = e.Date
			}
		}
		out = append(out, m)
	}
	for _, i := range model.All[*model.Instrument](n.c, model.Instruments, model.Programmes) {
		for _, s := range n.steps(i) {
			at := slices.IndexFunc(out, func(m model.Commitment) bool {
				r := m.Clause
				samePlace := r == s.Clause || r.Entity() == s.Clause.Entity() && r.Node == model.PartOf(s.Clause.Node)
				return m.Instrument == nil && samePlace && slices.Contains(m.Action.Objects, i.Ref())
			})
			if at < 0 {
				out = append(out, model.Commitment{Clause: s.Clause, Since: s.Since, Open: s.done == "", Done: s.done})
				at = len(out) - 1
			}
			out[at].Instrument, out[at].Step, out[at].Clause = i, s.State, s.Clause
		}
	}
	slices.SortStableFunc(out, func(a, b model.Commitment) int {
		return cmp.Or(a.Since.Compare(b.Since), n.c.CompareNodes(a.Clause, b.Clause))
	})
	return out
}

func (n naive) allDecisions() (out []model.Decision) {
	meetings := model.All[*model.Meeting](n.c, model.Meetings)
	slices.Reverse(meetings)
	for _, m := range meetings {
		if p := n.protocol(m.ID); p != nil {
			for _, node := range p.Nodes {
				var acts []model.Act
				for i, a := range node.Acts {
					acts = append(acts, a)
					if i+1 == len(node.Acts) || !node.Together(a, node.Acts[i+1]) {
						out = append(out, model.Decision{Meeting: m, Protocol: p, Node: &node, Acts: acts})
						acts = nil
					}
				}
			}
		}
		for i := range m.Outcomes {
			o := &m.Outcomes[i]
			out = append(out, model.Decision{Meeting: m, Node: &model.Node{}, Acts: []model.Act{{Key: string(o.Act), Objects: o.Objects}}, Outcome: o})
		}
	}
	return out
}

func (n naive) protocol(meeting string) *model.Protocol {
	for _, p := range model.All[*model.Protocol](n.c, model.Protocols) {
		if p.Meeting == meeting {
			return p
		}
	}
	return nil
}

func (n naive) members(body string, d model.Date) []string {
	if !d.Known() {
		return nil
	}
	for seen := map[string]bool{}; body != "" && !seen[body]; {
		seen[body] = true
		var members []string
		any := false
		for _, s := range model.All[*model.State](n.c, model.States) {
			for _, m := range s.Memberships {
				any = any || m.Key == body
				if m.Key == body && m.In(d) {
					members = append(members, s.ID)
				}
			}
		}
		if any {
			return members
		}
		b, ok := model.Get[*model.Body](n.c, model.Ref{Kind: model.Bodies, ID: body})
		if !ok {
			return nil
		}
		body = b.Parent
	}
	return nil
}

func (n naive) delegations(m *model.Meeting) []string {
	if len(m.Delegations) > 0 {
		return m.Delegations
	}
	return n.members(m.Body, m.Date)
}

func (n naive) meetingOf(r model.Ref) *model.Meeting {
	if p, ok := model.Get[*model.Protocol](n.c, r); ok {
		r = model.Ref{Kind: model.Meetings, ID: p.Meeting}
	}
	m, _ := model.Get[*model.Meeting](n.c, r)
	return m
}

// meeting compares all that follows from one meeting.
func (n naive) meeting(t *testing.T, m *model.Meeting) {
	t.Helper()
	same(t, "protocol of "+m.ID, n.c.Protocol(m.ID), n.protocol(m.ID))
	states, _ := n.c.Delegations(m)
	same(t, "delegations of "+m.ID, states, n.delegations(m))
	var body []*model.Meeting
	for _, o := range model.All[*model.Meeting](n.c, model.Meetings) {
		if o.Body == m.Body {
			body = append(body, o)
		}
	}
	same(t, "meetings of "+m.Body, n.c.MeetingsOf(model.Ref{Kind: model.Bodies, ID: m.Body}), body)
	i := slices.Index(body, m)
	before, after := n.c.Neighbours(m)
	if i > 0 && before != body[i-1] || i == 0 && before != nil || i+1 < len(body) && after != body[i+1] || i+1 == len(body) && after != nil {
		t.Errorf("%s stands between %v and %v", m.ID, before, after)
	}
	ch, ok := n.c.Changes(m)
	want, wanted := n.changes(m, before)
	if ok != wanted {
		t.Errorf("changes at %s: %v, want %v", m.ID, ok, wanted)
	}
	for _, s := range []struct {
		what      string
		got, want any
	}{
		{"joined", ch.Joined, want.Joined}, {"left", ch.Left, want.Left}, {"between", ch.Between, want.Between}, {"here", ch.Here, want.Here},
		{"opened", ch.Opened, want.Opened}, {"closed", ch.Closed, want.Closed}, {"open", ch.Open, want.Open},
		{"new topics", ch.TopicsNew, want.TopicsNew}, {"topics gone", ch.Gone, want.Gone}, {"before", ch.Before, want.Before},
	} {
		same(t, s.what+" at "+m.ID, s.got, s.want)
	}
}

func (n naive) changes(m, before *model.Meeting) (ch model.Changes, ok bool) {
	if before == nil || !m.Date.Known() || !before.Date.Known() {
		return ch, false
	}
	without := func(ids, other []string) []string {
		return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return slices.Contains(other, id) })
	}
	ch.Before = before
	is, was := n.delegations(m), n.delegations(before)
	if members := n.members(before.Body, before.Date); (len(m.Delegations) == 0 || len(before.Delegations) == 0) && len(members) > 0 {
		was, is = members, n.members(m.Body, m.Date)
	}
	ch.Joined, ch.Left = without(is, was), without(was, is)
	for _, i := range model.All[*model.Instrument](n.c, model.Instruments, model.Programmes) {
		for _, e := range n.life(i).Events {
			at := n.meetingOf(e.Clause)
			if e.Meeting != "" {
				at = n.meetingOf(model.Ref{Kind: model.Meetings, ID: e.Meeting})
			}
			switch {
			case at == m:
				ch.Here = append(ch.Here, model.Step{Instrument: i, Event: e})
			case at != before && e.Date.Compare(before.Date) > 0 && e.Date.Compare(m.Date) <= 0:
				ch.Between = append(ch.Between, model.Step{Instrument: i, Event: e})
			}
		}
	}
	slices.SortStableFunc(ch.Between, func(a, b model.Step) int { return a.Event.Date.Compare(b.Event.Date) })
	n.changedCommitments(m, before, &ch)
	if now, old := n.protocol(m.ID), n.protocol(before.ID); now != nil && old != nil {
		ch.TopicsNew, ch.Gone = without(topicsOf(now), topicsOf(old)), without(topicsOf(old), topicsOf(now))
	}
	return ch, true
}

func (n naive) changedCommitments(m, before *model.Meeting, ch *model.Changes) {
	for _, cm := range n.commitments {
		switch {
		case n.meetingOf(cm.Clause) == m:
			ch.Opened = append(ch.Opened, cm)
		case cm.Since.Compare(before.Date) > 0:
		case !cm.Open && cm.Done.Compare(before.Date) > 0 && cm.Done.Compare(m.Date) <= 0:
			ch.Closed = append(ch.Closed, cm)
		case cm.OpenOn(m.Date) && !cm.Standing():
			ch.Open = append(ch.Open, &cm)
		}
	}
}

func topicsOf(p *model.Protocol) (out []string) {
	for _, node := range p.Nodes {
		for _, topic := range node.Whole().Topics {
			if !slices.Contains(out, topic) {
				out = append(out, topic)
			}
		}
	}
	return out
}

// references compares what is found by the reference to an entity.
func (n naive) references(t *testing.T) {
	t.Helper()
	for _, kind := range model.Kinds {
		for _, e := range n.c.List(kind) {
			r := e.Ref()
			mentions := n.mentions(r)
			same(t, "mentions of "+r.String(), n.c.Mentions(r), mentions)
			for _, fields := range [][]string{{"node"}, {"topics", "text"}, {"objects"}} {
				want := slices.DeleteFunc(slices.Clone(mentions), func(m model.Mention) bool { return !slices.Contains(fields, m.Field) })
				same(t, fmt.Sprint("mentions of ", r, " in ", fields), n.c.Mentions(r, fields...), want)
			}
			for _, from := range model.Kinds {
				var want []model.Ref
				for _, m := range mentions {
					if m.From.Kind == from && !slices.Contains(want, m.From) {
						want = append(want, m.From)
					}
				}
				same(t, fmt.Sprint(r, " is mentioned by ", from), n.c.MentionedBy(r, from), want)
			}
			same(t, "commitments of "+r.String(), n.c.CommitmentsOf(r), filter(n.commitments, func(m model.Commitment) bool { return n.concerns(m, r) }))
			same(t, "decisions of "+r.String(), n.c.DecisionsOf(r), filter(n.decisions, func(d model.Decision) bool { return n.about(d, r) }))
			for _, node := range []string{"", "c1", "c1.p1", "odd"} {
				place := model.Ref{Kind: r.Kind, ID: r.ID, Node: node}
				want := filter(n.commitments, func(m model.Commitment) bool { return n.laidDown(m, place) })
				same(t, "commitments from "+place.String(), n.c.CommitmentsFrom(place), want)
			}
		}
	}
}

func filter[T any](list []T, keep func(T) bool) []T {
	return slices.DeleteFunc(slices.Clone(list), func(v T) bool { return !keep(v) })
}

func (n naive) concerns(m model.Commitment, r model.Ref) bool {
	switch r.Kind {
	case model.Topics:
		return slices.Contains(m.Topics(), r.ID)
	case model.Bodies:
		return slices.Contains(m.Bodies(), r.ID)
	case model.States:
		if m.Action == nil {
			return false
		}
		by := slices.Contains(m.Action.States, r.ID)
		if at := n.meetingOf(m.Clause); m.Action.AllParties && at != nil {
			by = by || slices.Contains(n.delegations(at), r.ID)
		}
		if by != slices.Contains(n.c.Responsible(m), r.ID) {
			return !by
		}
		return by
	}
	return m.Action != nil && m.Action.Ref() == r || m.Instrument != nil && m.Instrument.Ref() == r
}

func (n naive) laidDown(m model.Commitment, place model.Ref) bool {
	at := n.meetingOf(m.Clause)
	return m.Clause == place || m.Clause.Entity() == place ||
		m.Clause.Entity() == place.Entity() && place.Node != "" && model.PartOf(m.Clause.Node) == place.Node ||
		at != nil && at.Ref() == place
}

func (n naive) about(d model.Decision, r model.Ref) bool {
	switch r.Kind {
	case model.Meetings:
		if d.Meeting.Ref() == r {
			return true
		}
	case model.Protocols:
		if d.Protocol != nil && d.Protocol.Ref() == r {
			return true
		}
	case model.Topics:
		if slices.Contains(d.Scope().Topics, r.ID) {
			return true
		}
	case model.States:
		return slices.Contains(d.Scope().States, r.ID)
	case model.Bodies:
		return slices.Contains(d.Scope().Bodies, r.ID)
	}
	return slices.ContainsFunc(d.Concerns(), func(o model.Ref) bool { return o.Entity() == r })
}

func (n naive) mentions(to model.Ref) (out []model.Mention) {
	for _, kind := range model.Kinds {
		for _, e := range n.c.List(kind) {
			add := func(m model.Mention) {
				if m.To.Entity() == to && m.From.Entity() != to && !slices.Contains(out, m) {
					out = append(out, m)
				}
			}
			model.Walk(e, func(l model.Leaf) {
				if r, ok := l.Mention(); ok {
					from := e.Ref()
					if from.Kind.Work() && l.Path[0] == "node" {
						from.Node = l.Path[1]
					}
					add(model.Mention{From: from, To: r, Field: l.Path[0]})
				}
			})
			for _, lang := range n.c.Config.Langs() {
				for _, link := range model.BaseOf(e).Prose[lang].Links {
					add(model.Mention{From: e.Ref(), To: link.To, Field: "text"})
				}
			}
		}
	}
	return out
}

// notes compares the notes of states on topics, and the topics below others.
func (n naive) notes(t *testing.T) {
	t.Helper()
	topics := [][]string{nil}
	for _, topic := range model.All[*model.Topic](n.c, model.Topics) {
		topics = append(topics, []string{topic.ID}, []string{topic.ID, "t1", "none"})
		var narrower []*model.Topic
		for _, o := range model.All[*model.Topic](n.c, model.Topics) {
			if slices.Contains(o.Broader, topic.ID) {
				narrower = append(narrower, o)
			}
		}
		same(t, "narrower than "+topic.ID, n.c.Narrower(topic.ID), narrower)
		below := []string{topic.ID}
		for i := 0; i < len(below); i++ {
			for _, o := range model.All[*model.Topic](n.c, model.Topics) {
				if slices.Contains(o.Broader, below[i]) && !slices.Contains(below, o.ID) {
					below = append(below, o.ID)
				}
			}
		}
		same(t, "below "+topic.ID, n.c.Below(topic.ID), below)
	}
	for _, state := range append(n.c.IDs(model.States), "") {
		var meetings []*model.Meeting
		for _, m := range model.All[*model.Meeting](n.c, model.Meetings) {
			if slices.Contains(n.delegations(m), state) {
				meetings = append(meetings, m)
			}
		}
		same(t, "meetings of "+state, n.c.MeetingsOf(model.Ref{Kind: model.States, ID: state}), meetings)
		for _, on := range topics {
			want := filter(model.All[*model.Note](n.c, model.Notes), func(note *model.Note) bool {
				on := len(on) == 0 || slices.ContainsFunc(on, func(id string) bool { return slices.Contains(note.Topics, id) })
				return (state == "" || note.State == state) && on
			})
			same(t, fmt.Sprint("notes of ", state, " on ", on), n.c.NotesOf(state, on...), want)
		}
	}
}

// texts compares what is found within works with the same in texts that are not sealed.
func (n naive) texts(t *testing.T) {
	t.Helper()
	for _, w := range model.All[model.Work](n.c, model.Works...) {
		var nodes []string
		for lang, p := range model.BaseOf(w).Prose {
			bare := model.Prose{Blocks: p.Blocks, Sections: p.Sections}
			same(t, "parts of "+w.Ref().String(), model.Parts(p), model.Parts(bare))
			same(t, "ids of "+w.Ref().String(), p.NodeIDs(), bare.NodeIDs())
			nodes = append(nodes, bare.NodeIDs()...)
			for _, id := range append(bare.NodeIDs(), "c9") {
				got, ok := p.Block(id)
				want, wanted := bare.Block(id)
				same(t, id, got, want)
				same(t, id, ok, wanted)
				same(t, id, w.Doc().Node(id), (&model.Document{Nodes: w.Doc().Nodes}).Node(id))
				same(t, id, got.Hash(), model.Block{Text: want.Text}.Hash())
				found, unsaid := n.c.FormulasAt(model.At(w, id), lang)
				var wantFound []model.Formula
				var wantUnsaid []model.Unsaid
				if ok {
					wantFound, wantUnsaid = n.c.Formulas(w.Doc().Node(id).Acts, got.Text, lang)
				}
				same(t, "formulas of "+id, found, wantFound)
				same(t, "acts unsaid in "+id, unsaid, wantUnsaid)
			}
		}
		slices.Sort(nodes)
		same(t, "nodes of "+w.Ref().String(), n.c.Nodes(w.Ref()), slices.Compact(slices.Clone(nodes)))
		for _, id := range append(nodes, "c9") {
			same(t, id, n.c.HasNode(model.At(w, id)), id != "c9")
		}
	}
}
