package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

func TestDutiesInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"The Council asked Ms. Hill to bring back figures by 8 June 2025.":                                     "Grace Hill 2025-06-08",
		"It was agreed that the Clerk obtain three quotations.":                                                "Clerk",
		"Mr. Fong was directed to compare the fees.":                                                           "Fong",
		"Ada undertook to chase the repairs and to report by 11 June 2025.":                                    "Ada Byron 2025-06-11",
		"Bo presented the figures. He will send them to the auditor.":                                          "Bo Lund",
		"The Northland side took note of it and undertook to reply by 30 September 2025.":                      "Northland side 2025-09-30",
		"Jurisdictions shall report on it by 30 June 2025.":                                                    "Jurisdictions 2025-06-30",
		"Ada takes the paperwork, due 2025-06-01.":                                                             "Ada Byron 2025-06-01",
		"It was agreed that notices be issued by the Secretary within 15 days.":                                "Secretary 2025-05-27",
		"Letters will be sent by the Clerk within five working days.":                                          "Clerk 2025-05-19",
		"Bo checks with the yard whether the crane is free.":                                                   "Bo Lund",
		"It was agreed to paint the pier. (GH)":                                                                "Grace Hill",
		"ACTION: ada_b to write to the county (end of June)":                                                   "Ada Byron 2025-06-30",
		"ACTION: blund to write to the yard, 4 June.":                                                          "Bo Lund 2025-06-04",
		"Ada will report on 4 June.":                                                                           "Ada Byron 2025-06-04",
		"The Council directed staff to bring back a plan at the June 7 meeting.":                               "Staff 2025-06-07",
		"The Commission asked staff to draft a rule.":                                                          "Staff",
		"Members considered whether to purchase a buoy.":                                                       "",
		"The Isles side proposed to establish a fund.":                                                         "",
		"| Item | Owner |\n|---|---|\n| Minutes | Ada Byron |\n| Dredging | Bo Lund |":                         "",
		"| Item | Lead | Time |\n|---|---|---|\n| Dredging | Bo Lund | 10:30 |":                                "",
		"| Action | Owner | Due |\n|---|---|---|\n| Buy a rope | GH | 1 June |\n| None | – | – |":              "Grace Hill 2025-06-01",
		"The plan was referred to the Works Committee, which will report to the June meeting (9 June).":        "Works Committee 2025-06-09",
		"Roof: two prices awaited → Bo to chase the yard this week":                                            "Bo Lund 2025-05-18",
		"ACTION GH/BL: organise a second drill":                                                                "Grace Hill, Bo Lund",
		"A-34 GH: open an issue (due 2025-06-12)":                                                              "Grace Hill 2025-06-12",
		"In reply to a question, Ada undertook to publish the plan within two weeks.":                          "Ada Byron 2025-05-26",
		"The petitioner agreed to reduce the height.":                                                          "",
		"It was decided that exam reviews take place online.":                                                  "",
		"Captain Nora Fisk spoke. Captain Fisk will send the chart by 1 June.":                                 "Nora Fisk 2025-06-01",
		"Action: Bo and Grace to inspect the barge.":                                                           "Bo Lund, Grace Hill",
		"AI 87-1: Bo to write the reply (due 6 June 2025).":                                                    "Bo Lund 2025-06-06",
		"The barge leaks. Somebody has to look at it.\n\nAction: Ms Hill, by 14 June 2025":                     "Grace Hill 2025-06-14",
		"The library will extend its hours.":                                                                   "",
		"The Isles side requested access to the quota.":                                                        "",
		"The Council decided to postpone the matter.":                                                          "",
		"Grace Hill will be away.":                                                                             "",
		"Changes to the agenda were made.":                                                                     "",
		"## Action items\n\n1. Bo Lund – share the draft – 10 June 2025\n2. All – send plans":                  "Bo Lund 2025-06-10; All",
		"## Action items\n\n- Paint the shed (Grace, 5 June 2025)\n- Buy a rope – Ada – 6 June":                "Grace Hill 2025-06-05; Ada Byron 2025-06-06",
		"Ms Hill was to report on the pier by 9 June.":                                                         "Grace Hill 2025-06-09",
		"Ada asks about funds for the barge.":                                                                  "",
		"Bo announces that the yard is able to lend a crane.":                                                  "",
		"The pier leaks. A notice has to be put up.\n\nAction: Director, Irrigation\n\nTimeline: 20 June 2025": "Director, Irrigation 2025-06-20",
		"The Council asked that management close both by 30 June 2025.":                                        "Management 2025-06-30",
		"[ACTION: Ada to call the yard]":                                                                       "Ada Byron",
		"The administrations agreed to use one form.":                                                          "",
		"Everyone agreed to skip the call on 25 May.":                                                          "",
		"Ada will audit the books by March.":                                                                   "Ada Byron 2026-03-31",
		"## Action items\n\n- Create a few signs (Noor)\n- Paint the shed (Bo)":                                "Noor; Bo Lund",
		"## Action items\n\n- Audit of the shed – GH – March 2027\n- Hill – confirm the code – ASAP":           "Grace Hill 2027-03-31; Grace Hill",
		"| Item | Action | Lead | By |\n|---|---|---|---|\n| The accounts were agreed. | | | |\n| The pier leaks. | Buy a rope | GH | 30/06/25 |": "Grace Hill 2025-06-30",
		"- [ ] @ada_b to update the list": "Ada Byron",
	} {
		front := "# Minutes of the Harbour Council, 12 May 2025\n\nPresent:\n\n- Ada Byron (@ada_b)\n- Grace Hill\n- Bo Lund\n\n## Business\n\n"
		var got []string
		for _, a := range draft.Read(read(t, "minutes.md", front+text+"\n"), site(t, configuration), draft.Options{}).Actions {
			got = append(got, dutyIn(a))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\ntasks: %q, want %q", text, got, want)
		}
	}
}
