package model

import "cmp"

// member is a state, a body or a person with one of its memberships.
type member struct {
	of Ref
	Membership
}

type neighbours struct{ before, after *Meeting }

// gatherMeetings puts in order who met when: the meetings of each body, their protocols, their
// parties.
func (c *Collection) gatherMeetings() {
	c.protocols, c.members = map[string]*Protocol{}, map[string][]member{}
	for _, p := range All[*Protocol](c, Protocols) {
		if c.protocols[p.Meeting] == nil {
			c.protocols[p.Meeting] = p
		}
	}
	c.stateRank = ranksOf(c.IDs(States))
	for _, e := range All[Member](c, PartyKinds...) {
		for _, m := range e.MemberOf() {
			c.members[m.Key] = append(c.members[m.Key], member{e.Ref(), m})
		}
	}
	c.officers = map[string][]Officer{}
	for _, p := range All[*Person](c, Persons) {
		for _, role := range p.Roles {
			c.officers[role.Body] = append(c.officers[role.Body], Officer{p, role})
		}
	}
	c.meetings, c.parties = map[Ref][]*Meeting{}, map[*Meeting][]string{}
	c.neighbours = map[*Meeting]neighbours{}
	last := map[string]*Meeting{} // of each body, of those that are not cancelled
	for _, m := range All[*Meeting](c, Meetings) {
		if c.parties[m] = m.Delegations; len(m.Delegations) == 0 {
			c.parties[m] = c.Members(m.Body, m.Date)
		}
		body := Ref{Kind: Bodies, ID: m.Body}
		if !c.Cancelled(m) {
			if before := last[m.Body]; before != nil {
				c.neighbours[before] = neighbours{c.neighbours[before].before, m}
				c.neighbours[m] = neighbours{before: before}
			}
			last[m.Body] = m
		}
		c.meetings[body] = append(c.meetings[body], m)
		for _, r := range distinct(append(refs(States, c.parties[m]), c.Attended(m)...)) {
			c.meetings[r] = append(c.meetings[r], m)
		}
	}
}

// Named reports whether a site names those who attended a meeting. Where it counts them, nothing
// that it publishes says who they were.
func (c *Collection) Named(m *Meeting) bool {
	return cmp.Or(m.AttendanceAs, c.Config.AttendanceAs, ByName) == ByName
}

// Attended returns the records of those who were at a meeting, each once; those who are named and
// were not there are left out. A slice of the caller's own.
func (c *Collection) Attended(m *Meeting) []Ref {
	if !c.Named(m) {
		return nil
	}
	var out []Ref
	for _, a := range m.Attendance {
		if t, _, _ := c.Vocabulary[VocabAttendance].Term(Code(a.Key)); !t.There {
			continue
		}
		for _, p := range a.Who {
			if p.Ref != (Ref{}) {
				out = append(out, p.Ref)
			}
		}
	}
	return distinct(out)
}

// Members returns the ids of the states that belong to a body on a date, in the site's order. Where
// nobody is a member of the body itself, those of the nearest body above it count.
func (c *Collection) Members(body string, d Date) []string {
	if !d.Known() {
		return nil
	}
	for seen := map[string]bool{}; body != "" && !seen[body]; {
		seen[body] = true
		if all := c.members[body]; len(all) > 0 {
			var members []string
			for _, m := range all {
				if m.of.Kind == States && m.In(d) {
					members = append(members, m.of.ID)
				}
			}
			return members
		}
		b, ok := Get[*Body](c, Ref{Bodies, body, ""})
		if !ok {
			return nil
		}
		body = b.Parent
	}
	return nil
}

// Delegations returns the states of a meeting: those that its record names, else the members of its
// body on its date.
func (c *Collection) Delegations(m *Meeting) (states []string, recorded bool) {
	return c.parties[m], len(m.Delegations) > 0
}

// Protocol returns the protocol of a meeting, or nil.
func (c *Collection) Protocol(meeting string) *Protocol { return c.protocols[meeting] }

// Held reports whether a meeting has been held by the day of the data; one that is to be announced
// has not, and one that was cancelled or postponed is not.
func (c *Collection) Held(m *Meeting) bool {
	return m.Date.Known() && !m.Date.First().After(c.Config.DataDate.Last()) && !c.Cancelled(m)
}

// Cancelled reports whether a meeting is not held on its date, as its status says.
func (c *Collection) Cancelled(m *Meeting) bool {
	t, _, _ := c.Vocabulary[VocabMeetingStatus].Term(m.Status)
	return t.Cancels
}

// ToCome reports whether a meeting is still to be held.
func (c *Collection) ToCome(m *Meeting) bool { return !c.Held(m) && !c.Cancelled(m) }

// MeetingsOf returns the meetings of a body, or those in which a state or a person took part.
func (c *Collection) MeetingsOf(r Ref) []*Meeting { return c.meetings[r] }

// Neighbours returns the meetings of the same body before and after one, or nil.
func (c *Collection) Neighbours(m *Meeting) (before, after *Meeting) {
	n := c.neighbours[m]
	return n.before, n.after
}

// meetingOf returns the meeting whose protocol, or which itself, a reference names; nil where it is
// neither.
func (c *Collection) meetingOf(r Ref) *Meeting {
	if p, ok := Get[*Protocol](c, r); ok {
		r = Ref{Kind: Meetings, ID: p.Meeting}
	}
	m, _ := Get[*Meeting](c, r)
	return m
}
