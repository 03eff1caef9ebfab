package model

import (
	"maps"
	"slices"
)

// Party is who attends, votes or answers for something: a state, a body or a person of the
// collection, or somebody who has no record there (schema.org Person or Organization).
type Party struct {
	Ref  Ref    // the record; zero where there is none
	Name string // of somebody without a record
}

// PartyKinds are the kinds of records that can be a party.
var PartyKinds = []Kind{States, Bodies, Persons}

// ParseParty reads "<kind>/<id>", the id of a person, or a name; ok is false for a reference to
// what cannot be a party.
func ParseParty(s string) (p Party, ok bool) {
	if r, is := ParseRef(s); is {
		return Party{Ref: r}, r.Node == "" && slices.Contains(PartyKinds, r.Kind)
	}
	if ValidID(s) {
		return Party{Ref: Ref{Kind: Persons, ID: s}}, true
	}
	return Party{Name: s}, true
}

// String returns what ParseParty reads.
func (p Party) String() string {
	if p.Ref == (Ref{}) {
		return p.Name
	}
	return p.Ref.String()
}

// Short returns the shortest form that ParseParty reads: the id of a person.
func (p Party) Short() string {
	if p.Ref.Kind == Persons {
		return p.Ref.ID
	}
	return p.String()
}

// PartyNamed returns the one person or body that has a name, in any language; ok is false where
// none has it, or several have.
func (c *Collection) PartyNamed(name string) (r Ref, ok bool) {
	for _, kind := range []Kind{Persons, Bodies} {
		for _, e := range c.List(kind) {
			has := slices.Contains(slices.Collect(maps.Values(e.Name())), name)
			if b, is := e.(*Body); is {
				has = has || slices.Contains(slices.Collect(maps.Values(b.ShortName)), name)
			}
			switch {
			case has && ok:
				return Ref{}, false
			case has:
				r, ok = e.Ref(), true
			}
		}
	}
	return r, ok
}

// Membership of a state, a body or a person in a body (Popolo Membership); Key is the body's id.
type Membership struct {
	Key      string
	From     Date   `toml:"from"` // "": no source says
	To       Date   `toml:"to"`
	Earlier  []Date `toml:"earlier"`              // intervals in which a member that came back was one before
	Role     Code   `toml:"role" vocab:"role"`    // where it is another than that of a member: "observer"
	OnBehalf Party  `toml:"on_behalf" ref:"any"`  // whom the member represents (Popolo on_behalf_of)
	Elected  Ref    `toml:"elected_by" ref:"any"` // the clause or meeting that made it a member
}

// Period returns the time of the membership, open where it goes on; "" where none is known.
func (m Membership) Period() Date { return period(m.From, m.To) }

// period is the time from one date to another, open where there is none.
func period(from, to Date) Date {
	if from == "" {
		return to
	}
	if to == "" {
		return from + "/.."
	}
	return from + "/" + to
}

// Periods returns the times of the membership, earlier ones first.
func (m Membership) Periods() []Date { return append(slices.Clone(m.Earlier), m.Period()) }

// In reports whether the membership holds on the first day of a date, as far as is known.
func (m Membership) In(d Date) bool {
	if m.From == "" && m.To != "" && !m.To.Last().Before(d.First()) {
		return true
	}
	return slices.ContainsFunc(m.Periods(), func(p Date) bool { return p.holds(d) })
}

// holds reports whether the first day of a date is in an interval.
func (d Date) holds(of Date) bool {
	day := of.First()
	return !d.First().After(day) && (d.Last().IsZero() || !d.Last().Before(day))
}

// Begun reports whether the membership has begun, at any time, by the first day of a date.
func (m Membership) Begun(d Date) bool { return !m.Periods()[0].First().After(d.First()) }

// Role is a post that somebody holds in a body for a time (Popolo Post and Membership).
type Role struct {
	Key      string
	Body     string `toml:"body,required" ref:"bodies"`
	Role     Code   `toml:"role,key" vocab:"role"`
	From     Date   `toml:"from"`
	To       Date   `toml:"to"`
	Title    Text   `toml:"title"` // where the post has a name of its own
	OnBehalf Party  `toml:"on_behalf" ref:"any"`
	Elected  Ref    `toml:"elected_by" ref:"any"`
}

// Period returns the time of the role; "" where none is known.
func (r Role) Period() Date {
	return period(r.From, r.To)
}

// In reports whether the role is held on the first day of a date, as far as is known.
func (r Role) In(d Date) bool {
	return (r.From == "" || !r.From.First().After(d.First())) && (r.To == "" || !r.To.Last().Before(d.First()))
}

// Officer is a person with a post.
type Officer struct {
	Person *Person
	Role   Role
}

// Officers returns those who hold or held a post in a body, in the order of persons.
func (c *Collection) Officers(body string) []Officer { return c.officers[body] }

// Person is somebody whom a record or a source names (Popolo Person).
type Person struct {
	Base
	State       string       `toml:"state" ref:"states"`
	Body        string       `toml:"body" ref:"bodies"` // where they work: a member of the collection
	FullName    Text         `toml:"name,required"`
	NameStatus  Status       `toml:"name_status" vocab:"text-status"`
	Post        Text         `toml:"post"`
	PostStatus  Status       `toml:"post_status" vocab:"text-status"`
	Affiliation Text         `toml:"affiliation"` // where they work, in words
	Memberships []Membership `toml:"membership,keyed" key:"ref:bodies"`
	Roles       []Role       `toml:"role,keyed"`
}

// Name returns the person's name.
func (p *Person) Name() Text { return p.FullName }

// Member is an entity that can be a member of bodies.
type Member interface {
	Entity
	MemberOf() []Membership
}

// MemberOf returns the memberships of a state, in the order of its file.
func (s *State) MemberOf() []Membership { return s.Memberships }

// MemberOf returns the memberships of a body in other bodies.
func (b *Body) MemberOf() []Membership { return b.Memberships }

// MemberOf returns the memberships of a person.
func (p *Person) MemberOf() []Membership { return p.Memberships }

// Attendance is who was at a meeting in one way; Key is a code of the vocabulary "attendance":
// "present", "chair", "excused".
type Attendance struct {
	Key   string
	Who   []Party `toml:"who" ref:"any"`
	By    []Party `toml:"by" ref:"any"` // of those represented by proxy: who represented each
	Count int     `toml:"count"`        // in place of names, or of more than are named
}

// Number returns how many attended in this way.
func (a Attendance) Number() int { return max(a.Count, len(a.Who)) }

// Quorum is what a record says of the quorum of a meeting.
type Quorum struct {
	State    Code `toml:"state" vocab:"quorum"` // "reached"
	Required int  `toml:"required"`             // how many there must be
	Present  int  `toml:"present"`              // how many counted
}

// attendanceKey is the key of the attendance in the file of a meeting.
const attendanceKey = "attendance"

// How a site shows who attended its meetings.
const (
	ByName  = "names"
	ByCount = "counts"
)
