package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestPeopleApartByInitials reads lists of one a line that have lost their lines: the initials in
// brackets tell where a name begins. Posts may stand before names elsewhere.
func TestPeopleApartByInitials(t *testing.T) {
	for line, want := range map[string]string{
		"Present: Ada Byron (AB), Chair Bo Lund (BL), Vice-Chair Cy Hill-Reed (CHR) Di Marsh (DM), from item 5 Ed Poole (EP)": "present: Ada Byron, Bo Lund, Cy Hill-Reed, Di Marsh, Ed Poole; chair: Ada Byron; vice-chair: Bo Lund",
		"Present: Ada Byron (AB), Chair, Nora Otley (NO), Treasurer, Cy Hill (CH)":                                            "present: Ada Byron, Nora Otley, Cy Hill; chair: Ada Byron",
		"Present: Dr Ada Byron (AB), Dr Bo Lund (BL)":                                                                         "present: Ada Byron, Bo Lund",
	} {
		d := draft.Read(read(t, "minutes.md", "# Minutes of the board\n\n4 May 2026\n\n"+line+"\n\n## 1. Budget\n\nThe budget was approved.\n"), site(t, configuration), draft.Options{})
		lossless(t, d)
		if got := strings.Join(attendanceIn(d), "; "); got != want {
			t.Errorf("%s\nattendance: %s\nwant: %s", line, got, want)
		}
	}
}
