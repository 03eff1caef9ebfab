package documents

import (
	"os"
	"strings"
	"testing"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/load"
)

// The search finds who attended, owns and voted, what is on an agenda and in an attachment; not who
// attended a meeting that counts them.
func TestTheRecordsOfACommitteeAreFound(t *testing.T) {
	c, problems, err := load.Load(load.Source{Site: os.DirFS("../../testdata/committee"), Defaults: kengash.Defaults()})
	if err != nil || problems.Len() > 0 {
		t.Fatal(err, problems.Sorted())
	}
	text := map[string]string{}
	for _, d := range Of(c) {
		text[d.ID] = d.Title + "\n" + d.Body
		if strings.Contains(text[d.ID], "Isabella") {
			t.Errorf("%s names somebody", d.ID)
		}
	}
	for id, want := range map[string]string{
		"en/meetings/2026-03":                    "Grace Hopper",
		"en/meetings/2026-03#agenda.2":           "The trial on Sundays was presented.",
		"en/protocols/2026-03#c1":                "Sundays should stay quiet.",
		"en/protocols/2026-03#attachment.signed": "the budget of the reading room",
		"en/protocols/2026-06#c2.2":              "Shelves\nShelf",
		"en/actions/write-guide":                 "draws the pictures",
	} {
		if !strings.Contains(text[id], want) {
			t.Errorf("%s: want %q: %q", id, want, text[id])
		}
	}
}
