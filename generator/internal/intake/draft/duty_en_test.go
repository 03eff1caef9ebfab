package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

func TestDutiesInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"The Council asked Ms. Hill to bring back figures by 8 June 2025.":                      "Grace Hill 2025-06-08",
		"It was agreed that the Clerk obtain three quotations.":                                 "Clerk",
		"Mr. Fong was directed to compare the fees.":                                            "Fong",
		"Ada undertook to chase the repairs and to report by 11 June 2025.":                     "Ada Byron 2025-06-11",
		"Bo presented the figures. He will send them to the auditor.":                           "Bo Lund",
		"The Northland side took note of it and undertook to reply by 30 September 2025.":       "Northland side 2025-09-30",
		"Jurisdictions shall report on it by 30 June 2025.":                                     "Jurisdictions 2025-06-30",
		"Ada takes the paperwork, due 2025-06-01.":                                              "Ada Byron 2025-06-01",
		"Action: Bo and Grace to inspect the barge.":                                            "Bo Lund, Grace Hill",
		"AI 87-1: Bo to write the reply (due 6 June 2025).":                                     "Bo Lund 2025-06-06",
		"The barge leaks. Somebody has to look at it.\n\nAction: Ms Hill, by 14 June 2025":      "Grace Hill 2025-06-14",
		"The library will extend its hours.":                                                    "",
		"The Isles side requested access to the quota.":                                         "",
		"The Council decided to postpone the matter.":                                           "",
		"Grace Hill will be away.":                                                              "",
		"Changes to the agenda were made.":                                                      "",
		"## Action items\n\n1. Bo Lund – share the draft – 10 June 2025\n2. All – send plans":   "Bo Lund 2025-06-10; All",
		"## Action items\n\n- Paint the shed (Grace, 5 June 2025)\n- Buy a rope – Ada – 6 June": "Grace Hill 2025-06-05; Ada Byron 2025-06-06",
		"- [ ] @ada_b to update the list":                                                       "Ada Byron",
	} {
		front := "# Minutes of the Harbour Council, 12 May 2025\n\nPresent:\n\n- Ada Byron (@ada_b)\n- Grace Hill\n- Bo Lund\n\n## Business\n\n"
		var got []string
		for _, a := range draft.Read(read(t, "minutes.md", front+text+"\n"), site(t, configuration), draft.Options{}).Actions {
			var owners []string
			for _, o := range a.Owners {
				owners = append(owners, o.Text)
			}
			got = append(got, strings.TrimSpace(strings.Join(owners, ", ")+" "+a.Deadline.Text))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\ntasks: %q, want %q", text, got, want)
		}
	}
}
