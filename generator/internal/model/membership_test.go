package model

import "testing"

func TestMembershipMayEndAndComeBack(t *testing.T) {
	back := Membership{From: "2020", Earlier: []Date{"2001/2005"}}
	for _, c := range []struct {
		m         Membership
		day       Date
		in, begun bool
	}{
		{Membership{From: "2001"}, "2026-11-22", true, true},
		{Membership{}, "2026-11-22", true, true},
		{Membership{To: "2019"}, "2026-11-22", false, true},
		{Membership{To: "2019"}, "2019-12-31", true, true},
		{Membership{From: "2001", To: "2019"}, "2026-11-22", false, true},
		{Membership{From: "2001", To: "2019"}, "2019-12-31", true, true},
		{Membership{From: "2030"}, "2026-11-22", false, false},
		{back, "2000-12-31", false, false},
		{back, "2004", true, true},
		{back, "2010", false, true},
		{back, "2026-11-22", true, true},
	} {
		if in, begun := c.m.In(c.day), c.m.Begun(c.day); in != c.in || begun != c.begun {
			t.Errorf("%+v on %s: in %v, begun %v; want %v, %v", c.m, c.day, in, begun, c.in, c.begun)
		}
	}
}
