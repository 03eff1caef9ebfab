package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

func TestAttendanceInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"Voting members present (in person): Ada Byron, Grace Hill":               "present: Ada Byron; present: Grace Hill",
		"Selectmen present: Ada Byron (Chair), Grace Hill":                        "present: Ada Byron; chair: Ada Byron; present: Grace Hill",
		"Members: Ada Byron, Chair; Grace Hill, Vice Chair; Bo Lund":              "present: Ada Byron; chair: Ada Byron; present: Grace Hill; vice-chair: Grace Hill; present: Bo Lund",
		"Not able to join: Ines Duarte":                                           "absent: Ines Duarte",
		"Absent with notice John Hickey, Shelley Janes":                           "excused: John Hickey; excused: Shelley Janes",
		"Staff: Town Administrator Victor Shay, Recording Secretary Beth Carmody": "guest: Victor Shay; secretary: Beth Carmody",
		"**Present**\nada_b, Bo Lund, evan":                                       "present: ada_b; present: Bo Lund; present: Evan",
		"Administrators: Supt. Carl Knox, Principal Lea Moon":                     "guest: Carl Knox; guest: Lea Moon",
		"Notes: Ada Byron": "scribe: Ada Byron",
		"Present at the meeting were directors Ada Byron and Bo Lund.":                  "present: Ada Byron; present: Bo Lund",
		"Director Grace Hill did not attend.":                                           "absent: Grace Hill",
		"Also attending were property manager Todd Ellery of Hill & Co and ten owners.": "guest: Todd Ellery",
		"Apologies for absence were received from Dr. Ruth Vance and Hugh Daly.":        "excused: Ruth Vance; excused: Hugh Daly",
		"The President, Sir Colin Frayne, took the chair and welcomed 47 members.":      "chair: Colin Frayne",
		"The meeting was called to order by President Gail Norwood at 7 pm.":            "chair: Gail Norwood",
		"Ms. Pike acted as Chair of the meeting and Mr. Lund acted as Secretary.":       "chair: Pike; secretary: Lund",
		"The Hon. Secretary, Nell Abernathy, recorded the minutes.":                     "scribe: Nell Abernathy",
		"Staff report: the roof leaks.":                                                 "",
		"Members discussed the roof.":                                                   "",
		"Notes: we discussed the roof for an hour.":                                     "",
	} {
		d := draft.Read(read(t, "minutes.md", "# Minutes of the Harbour Council, 12 May 2025\n\n"+text+"\n"), site(t, configuration), draft.Options{})
		var got []string
		for _, g := range d.Attendance {
			for _, w := range g.Who {
				got = append(got, g.Code+": "+w.Text)
			}
		}
		wanted := strings.Split(want, "; ")
		slices.Sort(got)
		slices.Sort(wanted)
		if strings.Join(got, "; ") != strings.Join(wanted, "; ") {
			t.Errorf("%s\nattendance: %q, want %q", text, got, wanted)
		}
	}
}
