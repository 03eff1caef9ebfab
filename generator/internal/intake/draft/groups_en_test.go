package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// harbour is the draft of minutes in English in which a text stands.
func harbour(t *testing.T, text string) *draft.Draft {
	t.Helper()
	front := "# Minutes of the Harbour Council, 12 May 2025\n\nPresent:\n\n- Ada Byron (@ada_b)\n- Grace Hill\n- Bo Lund\n\n## Business\n\n"
	return draft.Read(read(t, "minutes.md", front+text+"\n"), site(t, configuration), draft.Options{})
}

// TestDutiesBeside reads owners and days in the places where working groups and offices put them.
func TestDutiesBeside(t *testing.T) {
	for text, want := range map[string]string{
		"> ***Action #1:*** draft a section on tides *(on Grace Hill, due 2025-06-25)*":                           "Grace Hill 2025-06-25",
		"@Bo: pursue the refund of the deposit.":                                                                  "Bo Lund",
		"APOLOGIES: Professor Yuen, Dr Marchetti":                                                                 "",
		"[Yard] Bo to paint the crane by 1 June 2025.":                                                            "Bo Lund 2025-06-01",
		"The forms must be mailed by 1 June 2025 (Grace Hill).":                                                   "Grace Hill 2025-06-01",
		"The accounts were approved by 1 June 2025 (Grace Hill).":                                                 "",
		"The lamp had been reported to C.C.C. Clerk to confirm that it is mended.":                                "Clerk",
		"A motion from Ms. Hill to sell the crane was lost, 1 for, 2 against.":                                    "",
		"Payments approved (prop. GH, sec. BL).":                                                                  "",
		"Chairs propose to move the milestone to 1 June 2025.":                                                    "",
		"The roof leaks. It is to be mended.\n\nACTION: Dean of Engineering (by 1 June 2025)":                     "Dean of Engineering 2025-06-01",
		"AP1 – Notice to users – Bo – 8 June":                                                                     "Bo Lund 2025-06-08",
		"The Council tasked the Secretariat, in cooperation with the Yard, with preparing a plan by 1 June 2025.": "Secretariat 2025-06-01",
		"The Tidal Computing Centre and the Brack Institute of Technology were entrusted with preparing a call.":  "Tidal Computing Centre, Brack Institute of Technology",
		"The Ministry of Transport and Communications was asked to draft it.":                                     "Ministry of Transport and Communications",
		"Both sides will provide comments by 1 June 2025.":                                                        "Both sides 2025-06-01",
		"| Action | Owner | Due |\n|---|---|---|\n| Buy a rope | Bo / Grace | 1 June |":                           "Bo Lund, Grace Hill 2025-06-01",
		"Manager: Olga Reed\n\n| Due | Task | Assigned to |\n|---|---|---|\n| 1 June | Sign the lease | Olga |":   "Olga Reed 2025-06-01",
	} {
		if got := dutiesIn(harbour(t, text)); got != want {
			t.Errorf("%s\ntasks: %q, want %q", text, got, want)
		}
	}
}

// TestDecisionsByNumber reads decisions as working groups and agencies write them.
func TestDecisionsByNumber(t *testing.T) {
	for text, want := range map[string]string{
		"> ***Resolution #2: merge PR 212 after editorial changes.***":                      "decided",
		"> ***Resolution #1: approve the minutes of 2025-05-05.***":                         "adopted",
		"> ***Resolution #4: postpone the review until September.***":                       "deferred",
		"> ***Resolution #3: close issue 198 without change.***":                            "decided",
		"**Proposed resolution: merge PR 212.**":                                            "",
		"RESOLUTION: publish the note":                                                      "decided",
		"They considered it expedient to postpone consideration of the draft Convention.":   "considered deferred",
		"Land off Mill Lane - 14 dwellings. OBJECT on grounds of drainage.":                 "agreed",
		"Special Order 6B was tabled by General Consent.":                                   "deferred",
		"The allocation of documents was agreed, it being understood that it is not final.": "agreed",
		"Minutes approved by: Ada Byron":                                                    "",
	} {
		if got := strings.Join(actsOf(harbour(t, text)), " "); got != want {
			t.Errorf("%s\nacts: %q, want %q", text, got, want)
		}
	}
}

// TestRollOfDelegations reads lists of those whom countries, bodies and firms sent.
func TestRollOfDelegations(t *testing.T) {
	for text, want := range map[string]string{
		"The meeting was opened by H.E. Mr. Otto Kahn, Minister of Ports of Alder, who was elected Chair.":                                                                             "chair: Otto Kahn",
		"Ministers decided to set up a Task Force, chaired by Mr. Otto Kahn of Brack.":                                                                                                 "",
		"Judge Lund is appointed rapporteur on electronic filing.":                                                                                                                     "",
		"Delegates from Alder, Brack, Tidal Networks Ltd. and Orbicom attended.":                                                                                                       "",
		"The meeting was attended by Ms. Abby Stone (Republic of Brack), Dr. Lea Moon (Isles) and the Yard Union.":                                                                     "present: Abby Stone; present: Lea Moon",
		"Participants:\n\nAlder        Ms. Abby Stone (Head), Mr. Kurt Vogt\n\nSecretariat        Mr. Otto Kahn, Director":                                                             "present: Abby Stone; present: Kurt Vogt; present: Otto Kahn",
		"In: Ada, Bo, Grace\n\nOut: Kurt Vogt":                                                                                                                                         "present: Ada; present: Bo; present: Grace; absent: Kurt Vogt",
		"Management: Olga Reed, Hill Property Services":                                                                                                                                "guest: Olga Reed",
		"In attendance: Mr G. Prowse (Registrar and Secretary)":                                                                                                                        "present: G. Prowse; secretary: G. Prowse",
		"Present: Ada Byron (Vice-Chancellor, in the Chair), Ms F. Deane (President, Students' Union)":                                                                                 "present: Ada Byron; chair: Ada Byron; present: F. Deane",
		"## Annex 1: List of participants\n\nAlder\n\nMs. Abby Stone, Director, Spectrum Policy\n\nCape Ronan\n\nMr. Kurt Vogt, Minister of Ports\n\nYard Secretariat\n\nDr. Lea Moon": "present: Abby Stone; present: Kurt Vogt; present: Lea Moon",
		"## Annex A. Delegations\n\n| Alder | Brack |\n|---|---|\n| Ms. Abby Stone, Minister | Mr. Otto Kahn, Secretary |\n| Dr. Lea Moon, Tidal Computing Centre | Mr. Kurt Vogt, Director, Spectrum Wing |": "present: Abby Stone; present: Otto Kahn; present: Lea Moon; present: Kurt Vogt",
	} {
		var got []string
		business := "\n\n## Business\n\nThe plan was approved.\n"
		if strings.HasPrefix(text, "## Annex") {
			text, business = business[2:]+"\n"+text, "\n"
		}
		for _, g := range draft.Read(read(t, "minutes.md", "# Minutes of the Harbour Council, 12 May 2025\n\n"+text+business), site(t, configuration), draft.Options{}).Attendance {
			for _, w := range g.Who {
				got = append(got, g.Code+": "+w.Why)
			}
		}
		slices.Sort(got)
		all := strings.Split(want, "; ")
		slices.Sort(all)
		if strings.Join(got, "; ") != strings.Join(all, "; ") {
			t.Errorf("%s\nattendance: %q, want %q", text, strings.Join(got, "; "), want)
		}
	}
}
