package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

func TestAttendanceInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"Voting members present (in person): Ada Byron, Grace Hill":                           "present: Ada Byron; present: Grace Hill",
		"Selectmen present: Ada Byron (Chair), Grace Hill":                                    "present: Ada Byron; chair: Ada Byron; present: Grace Hill",
		"Members: Ada Byron, Chair; Grace Hill, Vice Chair; Bo Lund":                          "present: Ada Byron; chair: Ada Byron; present: Grace Hill; vice-chair: Grace Hill; present: Bo Lund",
		"The Port Authority (Mr Bo Lund) and the HBU (Ms Grace Hill) took part as observers.": "observer: Bo Lund; observer: Grace Hill",
		"Meridia sent its regrets (Mr Otto Kahn).":                                            "excused: Otto Kahn",
		"Mr Bo Lund of the host ministry served as secretary.":                                "secretary: Bo Lund",
		"Not able to join: Ines Duarte":                                                       "absent: Ines Duarte",
		"Absent with notice John Hickey, Shelley Janes":                                       "excused: John Hickey; excused: Shelley Janes",
		"Staff: Town Administrator Victor Shay, Recording Secretary Beth Carmody":             "guest: Victor Shay; secretary: Beth Carmody",
		"**Present**\nada_b, Bo Lund, evan":                                                   "present: ada_b; present: Bo Lund; present: evan",
		"Administrators: Supt. Carl Knox, Principal Lea Moon":                                 "guest: Carl Knox; guest: Lea Moon",
		"Notes: Ada Byron": "scribe: Ada Byron",
		"Present at the meeting were directors Ada Byron and Bo Lund.":                                                                                 "present: Ada Byron; present: Bo Lund",
		"Director Grace Hill did not attend.":                                                                                                          "absent: Grace Hill",
		"Also attending were property manager Todd Ellery of Hill & Co and ten owners.":                                                                "guest: Todd Ellery",
		"Apologies for absence were received from Dr. Ruth Vance and Hugh Daly.":                                                                       "excused: Ruth Vance; excused: Hugh Daly",
		"The President, Sir Colin Frayne, took the chair and welcomed 47 members.":                                                                     "chair: Colin Frayne",
		"The meeting was called to order by President Gail Norwood at 7 pm.":                                                                           "chair: Gail Norwood",
		"Ms. Pike acted as Chair of the meeting and Mr. Lund acted as Secretary.":                                                                      "chair: Pike; secretary: Lund",
		"The Hon. Secretary, Nell Abernathy, recorded the minutes.":                                                                                    "scribe: Nell Abernathy",
		"The Meeting elected Dr. Moana Tui (Brack) as Chairperson and Mr. Kurt Vogt as Vice-Chairperson. Ms. Lea Moon (Alder) was elected Rapporteur.": "chair: Moana Tui; vice-chair: Kurt Vogt; scribe: Lea Moon",
		"Mr Hay was appointed chairman of the meeting and Ms Novak secretary.":                                                                         "chair: Hay; secretary: Novak",
		"Ms. Moon was elected Secretary of the Finance Committee.":                                                                                     "",
		"Also taking part were Mr. Otto Kahn (Alder) and Ms. Abby Stone.":                                                                              "present: Otto Kahn; present: Abby Stone",
		"Ministers of two countries took part: H.E. Otto Kahn (Alder), H.E. Abby Stone (Brack).":                                                       "present: Otto Kahn; present: Abby Stone",
		"The meeting was led by Ada Byron.":                                                                                                            "chair: Ada Byron",
		"The session was chaired by Dame Ada Byron, with Bo Lund acting as secretary.":                                                                 "chair: Ada Byron; secretary: Bo Lund",
		"Roll call by clerk Beth Carmody. Council member Otto Kahn absent, all others present.":                                                        "secretary: Beth Carmody; absent: Otto Kahn",
		"Mr Kurt Vogt represented the Harbour Union as observer; Ms. Lea Moon provided the secretariat.":                                               "observer: Kurt Vogt; secretary: Lea Moon",
		"In the absence of the President, Mrs Joan Lamb, the Vice-President, Mr Kurt Vogt, took the chair.":                                            "excused: Joan Lamb; chair: Kurt Vogt",
		"Vice President Kurt Vogt was not able to attend.":                                                                                             "absent: Kurt Vogt",
		"Approved the minutes. Motion by Otto Kahn, 2nd by Abby Stone. Passed 5-0.":                                                                    "present: Otto Kahn; present: Abby Stone",
		"Present: Germany: A. Weber, K. Vogt; France: L. Petit; Liaison: R. Jones (IEC)":                                                               "present: A. Weber; present: K. Vogt; present: L. Petit; present: R. Jones",
		"Present: Latvia: Mr Janis Ozols, Chief of the State Border Guard; Sweden: Ms Eva Kjell, Head":                                                 "present: Janis Ozols; present: Eva Kjell",
		"Secretariat: Ms Jo Watts; Mr Lee Chan":                                                                                                        "present: Jo Watts; present: Lee Chan",
		"Also present: PCSO Lamb, 4 members of the public and the Clerk, Mrs D Rowe.":                                                                  "guest: Lamb; secretary: D Rowe",
		"Others on the call: Ada Byron, Bo Lund":                                                                                                       "present: Ada Byron; present: Bo Lund",
		"Present: The Rt Hon Lady Ferris (Chair); Mr Justice Holloway; Ms Anita Roy KC":                                                                "present: Ferris; chair: Ferris; present: Holloway; present: Anita Roy",
		"On call: Ada Byron, Bo Lund":                                                                                                                  "present: Ada Byron; present: Bo Lund",
		"Members: Assoc. Prof. Ada Byron (chair), Dr. Bo Lund":                                                                                         "present: Ada Byron; chair: Ada Byron; present: Bo Lund",
		"Sorry: Ada Byron":     "excused: Ada Byron",
		"Recording: Ada Byron": "scribe: Ada Byron",
		"| Present: | Ada Byron |\n|---|---|\n| In attendance: | Bo Lund, Finance<br>Grace Hill, Internal Audit |": "present: Ada Byron; guest: Bo Lund; guest: Grace Hill",
		"Not attended: Ada Byron": "absent: Ada Byron",
		"Present: The Hon Ada Byron (in the Chair); The Hon. Bo Lund, Minister":                                                                                               "present: Ada Byron; chair: Ada Byron; present: Bo Lund",
		"The following ministers took part:\n\n- H.E. Dr. Ada Byron, Minister of Trade (Norland);\n\n- Mr. Bo Lund, Deputy Minister of Energy":                                "present: Ada Byron; present: Bo Lund",
		"Attendees: Dr Ada Byron (AB) Chair; Bo Lund (BL) Anaesthetics; Prof Grace Hill (GH) Consultant Nephrologist":                                                         "present: Ada Byron; chair: Ada Byron; present: Bo Lund; present: Grace Hill",
		"Present: Mayor Byron; Council Members Bo Lund, Grace Hill and Otto Kahn":                                                                                             "present: Byron; present: Bo Lund; present: Grace Hill; present: Otto Kahn",
		"| Given Name | Family Name | Role | Present |\n|---|---|---|---|\n| Ada | Byron | Co-Chair | Yes |\n| Bo | van Lund | Member | No |":                                 "chair: Ada Byron; present: Ada Byron; absent: Bo van Lund",
		"| Surname | First name | Firm | Attended |\n|---|---|---|---|\n| Byron | Ada | Hill & Co | Y |\n| Hill | Grace | – | N |":                                            "present: Ada Byron; absent: Grace Hill",
		"Present: Cllrs. A. Byron (in the Chair), Mrs. B. Lund, Miss G. Hill and O. Kahn-Moor":                                                                                "present: A. Byron; chair: A. Byron; present: B. Lund; present: G. Hill; present: O. Kahn-Moor",
		"Apologies were received and accepted from Cllrs. J. Vogt (holiday) and M. Stone (work). District Cllr. Oakden also sent his apologies.":                              "excused: J. Vogt; excused: M. Stone; excused: Oakden",
		"Staff in attendance: Zoe Marsh (Director), Ian Pell, minutes by Kay Low":                                                                                             "guest: Zoe Marsh; guest: Ian Pell; scribe: Kay Low",
		"Drop-in: Lucia Stone from the Docs Group":                                                                                                                            "guest: Lucia Stone",
		"Ada Byron took the chair. With her round the table were Canon Lund, Grace Hill and Dr Kahn, and I was there as Clerk.":                                               "chair: Ada Byron; present: Lund; present: Grace Hill; present: Kahn",
		"There were only three of us: Ada Byron, Bo Lund and Grace Hill.":                                                                                                     "present: Ada Byron; present: Bo Lund; present: Grace Hill",
		"Colonel Lund being still in hospital, we began late. Otto Kahn, our surveyor, joined us for the first hour, and Sister Grace Hill came in for the item on the pier.": "absent: Lund; guest: Otto Kahn; guest: Grace Hill",
		"Delegations were led by Mr Otto Kahn (Alder), Mrs Lea Moon (Brack) and Ms Abby Stone (Cairn). Mr Bo Lund kept the record.":                                           "present: Otto Kahn; present: Lea Moon; present: Abby Stone; scribe: Bo Lund",
		"Staff report: the roof leaks.":             "",
		"Members discussed the roof.":               "",
		"Notes: we discussed the roof for an hour.": "",
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
