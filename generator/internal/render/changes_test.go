package render

import (
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/model"
)

// A meeting names the newest of the commitments of all earlier ones, and counts the others: their
// number grows with the years.
func TestAMeetingCountsOldCommitmentsBeyondTheNewest(t *testing.T) {
	for actions, want := range map[int]struct{ items, left int }{3: {3, 0}, groupLimit: {groupLimit, 0}, groupLimit + 5: {groupLimit, 5}} {
		site := fstest.MapFS{
			"kengash.toml":              {Data: []byte("base_url = \"https://kengash.example/\"\ndata_date = 2026-11-22\ntitle.en = \"Records\"\nlanguage.en.name = \"English\"\n")},
			"data/bodies/union.toml":    {Data: []byte("classification = \"organisation\"\nname.en = \"Union\"\n")},
			"content/en/protocols/p.md": {Data: []byte("Protocol\n{#title}\n\nAdopted.\n{#c1.p1}\n")},
			"data/protocols/p.toml": {Data: []byte(`meeting = "m0"
date = 2020-01-01
title.en = "Protocol"
version.en = { status = "authentic", availability = "in-collection" }
node.c1.num = "1"
[node."c1.p1"]
acts.adopted = {}
`)},
		}
		for i := range 2 {
			site[fmt.Sprintf("data/meetings/m%d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "body = \"union\"\ndate = %d-01-01\nordinal = %d\ntitle.en = \"Meeting\"\n", 2020+i, i+1)}
		}
		for i := range actions {
			site[fmt.Sprintf("data/actions/a%02d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "mandated_by = \"protocols/p#c1.p1\"\nstatus = \"open\"\ntitle.en = \"Action %d\"\n", i)}
		}
		c := loaded(t, site)
		said := 0
		for _, m := range c.List(model.Meetings) {
			for _, s := range newBuilder(c, "en").changes(m.(*model.Meeting)).Sentences {
				if s.Name != "changed_open" {
					continue
				}
				said++
				if len(s.Items) != want.items || s.Left != want.left {
					t.Errorf("%d actions: %d are named and %d counted, want %d and %d", actions, len(s.Items), s.Left, want.items, want.left)
				}
			}
		}
		if said != 1 {
			t.Errorf("%d actions: %d meetings speak of open ones, want the later one", actions, said)
		}
	}
}
