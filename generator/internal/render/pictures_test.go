package render

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
)

// manyMeetings is a collection of meetings over forty years, a protocol of two clauses each, and of
// instruments that the clauses act on.
func manyMeetings(t *testing.T, meetings, instruments int) *model.Collection {
	t.Helper()
	site := fstest.MapFS{}
	file := func(name, format string, args ...any) {
		site[name] = &fstest.MapFile{Data: fmt.Appendf(nil, format, args...)}
	}
	file("kengash.toml", `base_url = "https://kengash.example/"
data_date = 2026-11-22
title = { en = "Records" }
language.en.name = "English"
`)
	file("data/bodies/union.toml", "classification = \"organisation\"\nname = { en = \"Union\" }\n")
	for i := range instruments {
		file(fmt.Sprintf("data/instruments/i%d.toml", i), `type = "statement"
availability = "not-in-collection"
title = { en = "A statement on the cooperation of harbours, number %d" }
event.adopted.date = %d-05-06
`, i, 1987+i*40/instruments)
	}
	for i := range meetings {
		day := fmt.Sprintf("%d-%02d-%02d", 1987+i*39/meetings, 1+i%12, 1+i%28)
		file(fmt.Sprintf("data/meetings/m%04d.toml", i), "body = \"union\"\ndate = %s\nordinal = %d\ntitle = { en = \"Meeting %[2]d\" }\n", day, i+1)
		var protocol strings.Builder
		fmt.Fprintf(&protocol, `meeting = "m%04d"
date = %s
title = { en = "Protocol %[1]d" }
version.en = { status = "authentic", availability = "in-collection" }
node.c1.num = "1"
node.c2.num = "2"
`, i, day)
		for clause := range 2 {
			var objects []string
			for k := range 5 {
				if object := fmt.Sprintf("\"instruments/i%d\"", (i*7+clause*5+k)%instruments); !slices.Contains(objects, object) {
					objects = append(objects, object)
				}
			}
			list := strings.Join(objects, ", ")
			fmt.Fprintf(&protocol, "[node.\"c%d.p1\"]\ncites = [%s]\nacts.adopted = { objects = [%[2]s] }\n", clause+1, list)
		}
		file(fmt.Sprintf("data/protocols/p%04d.toml", i), "%s", protocol.String())
		file(fmt.Sprintf("content/en/protocols/p%04d.md", i), "Protocol\n{#title}\n\nAdopted.\n{#c1.p1}\n\nAdopted.\n{#c2.p1}\n")
	}
	return loaded(t, site)
}

// loaded reads a site without a fault.
func loaded(t *testing.T, site fstest.MapFS) *model.Collection {
	t.Helper()
	c, problems, err := load.Load(load.Source{Site: site, Defaults: kengash.Defaults()})
	if err != nil || problems.Len() > 0 {
		t.Fatal(err, problems.Sorted())
	}
	return c
}

func TestThePictureOfTheMatrixHasRoomForAStateOrIsNotDrawn(t *testing.T) {
	for topics, drawn := range map[int]bool{1: true, heatLimit: true, heatLimit + 1: false} {
		site := fstest.MapFS{
			"kengash.toml":        {Data: []byte("base_url = \"https://kengash.example/\"\ndata_date = 2026-11-22\ntitle.en = \"Records\"\nlanguage.en.name = \"English\"\n")},
			"data/states/fi.toml": {Data: []byte("iso2 = \"FI\"\niso3 = \"FIN\"\nname.en = \"Finland\"\nofficial_name.en = \"Finland\"\n")},
			"data/notes/n.toml":   {Data: []byte("state = \"fi\"\ntopics = [\"t0\"]\norigin = \"compiled\"\ncompiled = 2026-11-22\ntitle.en = \"Note\"\n")},
		}
		for i := range topics {
			site[fmt.Sprintf("data/topics/t%d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "label.en = \"Topic %d\"\n", i)}
		}
		heat := newBuilder(loaded(t, site), "en").heat()
		if (heat != nil) != drawn || drawn && (len(heat.Rows) != topics || len(heat.Rows[0].Cells) != 1) {
			t.Errorf("with %d topics the picture is %+v", topics, heat)
		}
	}
}

func TestPicturesOfALargeCollectionStaySmallAndCountWhatTheyLeaveOut(t *testing.T) {
	const meetings, instruments = 300, 100
	b := newBuilder(manyMeetings(t, meetings, instruments), "en")
	chronology := b.chronology(listLanes)
	if n, left := len(chronology.Meetings), chronology.MeetingsLeft; n != namedMeetings || left.Count != meetings-n || left.More[0].Number != meetings {
		t.Errorf("%d meetings are named, %+v left of %d", n, left, meetings)
	}
	if n, left := len(chronology.Works), chronology.WorksLeft; n != listLanes || left.Count != instruments-n || left.More[0].Number != instruments {
		t.Errorf("%d instruments have a strip, %+v left of %d", n, left, instruments)
	}
	if newest := chronology.Meetings[namedMeetings-1].Number; newest != meetings {
		t.Errorf("the last meeting that is named is number %d, want the newest", newest)
	}
	network, clauses := b.network(), 0
	for _, p := range network.Papers {
		clauses += len(p.Clauses)
		for _, c := range p.Clauses {
			if len(c.Cites)+c.CitesLeft != 5 || len(c.Deeds)+c.DeedsLeft != 5 || len(c.Deeds) != shownEnds {
				t.Errorf("%s cites %d and acts on %d", c.Title, len(c.Cites), len(c.Deeds))
			}
		}
	}
	if clauses != shownClauses || network.Left.Count != 2*meetings-clauses || network.Left.More[0].Number != meetings {
		t.Errorf("%d clauses are shown, %+v left of %d", clauses, network.Left, 2*meetings)
	}
	for name, view := range map[string]any{"chronology": chronology, "network": network} {
		if data, err := json.Marshal(view); err != nil || len(data) > 16_000 {
			t.Errorf("the %s takes %d bytes: %v", name, len(data), err)
		}
	}
}
