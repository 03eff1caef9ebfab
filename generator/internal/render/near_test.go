package render

import (
	"cmp"
	"fmt"
	"hash/crc32"
	"slices"
	"testing"
	"testing/fstest"

	"github.com/kengash/kengash/generator/internal/model"
)

// The notes beside a note are those that a plain search finds: of other states, on one of its
// topics, the nearest in time first, and of those equally near the next on the ring of checksums.
func TestTheNotesBesideANoteAreTheNearest(t *testing.T) {
	site := fstest.MapFS{
		"kengash.toml": {Data: []byte("base_url = \"https://kengash.example/\"\ndata_date = 2026-11-22\ntitle.en = \"Records\"\nlanguage.en.name = \"English\"\n")},
	}
	for i := range 4 {
		site[fmt.Sprintf("data/states/s%d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "name.en = \"State %d\"\n", i)}
		site[fmt.Sprintf("data/topics/t%d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, "label.en = \"Topic %d\"\ndefinition.en = \"A topic.\"\n", i)}
	}
	for i := range 60 {
		topics := fmt.Sprintf(`"t%d"`, i%3)
		if i%5 == 0 {
			topics += fmt.Sprintf(`, "t%d"`, (i+1)%3)
		}
		if i < 3 {
			topics = `"t3"` // on which there are fewer than have room
		}
		site[fmt.Sprintf("data/notes/n%02d.toml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil,
			"title.en = \"Note %d\"\nstate = \"s%d\"\ntopics = [%s]\nperiod = \"%d\"\norigin = \"compiled\"\ncompiled = 2026-01-01\nsummary.en = \"Words.\"\n", i, i%7%4, topics, 2010+i*i%9)}
	}
	c := loaded(t, site)
	notes := model.All[*model.Note](c, model.Notes)
	if len(notes) != 60 {
		t.Fatalf("%d notes", len(notes))
	}
	b := newBuilder(c, "en")
	for _, n := range notes {
		var want []*model.Note
		for _, o := range notes {
			if o.State != n.State && slices.ContainsFunc(o.Topics, func(id string) bool { return slices.Contains(n.Topics, id) }) {
				want = append(want, o)
			}
		}
		if len(want) > besideLimit {
			far := func(o *model.Note) int {
				return max(middle(o.Period)-middle(n.Period), middle(n.Period)-middle(o.Period))
			}
			turn := func(o *model.Note) uint32 {
				return crc32.ChecksumIEEE([]byte(o.ID)) - crc32.ChecksumIEEE([]byte(n.ID))
			}
			slices.SortFunc(want, func(x, y *model.Note) int {
				return cmp.Or(cmp.Compare(far(x), far(y)), cmp.Compare(turn(x), turn(y)))
			})
			want = want[:besideLimit]
		}
		if got := b.notes().nearest(n); !slices.Equal(got, want) {
			t.Errorf("beside %s: %v, want %v", n.ID, ids(got), ids(want))
		}
	}
}

func ids(notes []*model.Note) (out []string) {
	for _, n := range notes {
		out = append(out, n.ID)
	}
	return out
}
