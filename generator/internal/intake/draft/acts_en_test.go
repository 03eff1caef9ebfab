package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestActsInEnglish reads sentences and lines by which bodies of many kinds say what they did.
func TestActsInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"Three routes were shown. We'll go with route B.":                                                                                   "decided",
		"Schema: everybody fine with dropping the old fields.":                                                                              "agreed",
		"Website: nobody objected to the new look.":                                                                                         "agreed",
		"Regatta: date fixed, 16 June.":                                                                                                     "agreed",
		"Lights: left on the table until the costs are known.":                                                                              "deferred",
		"Members did not feel able to approve the lease as drafted.":                                                                        "rejected",
		"Minutes of 5 December accepted nem con.":                                                                                           "adopted",
		"The minutes were read out by the Secretary and confirmed unanimously.":                                                             "adopted",
		"Reports taken as read.":                                                                                                            "noted",
		"Planning 25/201, land at Cold Harbour: OBJECT on grounds of drainage.":                                                             "agreed",
		"HC 4/WG 2 instructs its secretariat to contact the yard.":                                                                          "instructed",
		"HC 4/WG 2, noting the results of the ballot, confirms the rule without change.":                                                    "decided",
		"HC 4/WG 2 does not accept the proposal in N 530.":                                                                                  "rejected",
		"Apologies from Mr. Lund were accepted.":                                                                                            "",
		"Mr. Nakamura presented the report and recommended approval.":                                                                       "",
		"WHEREAS, the Committee on Finance recommended approval;":                                                                           "",
		"Ms. Hill moved to go into executive session. Seconded by Mr. Lund. Carried.":                                                       "",
		"Mr. Lund moved to approve it. Motion failed 2-3. Ms. Hill then moved to table it. Seconded and passed 5-0.":                        "deferred rejected",
		"Resolution 12\n\nMoved by: Bo Lund\n\nSeconded by: Grace Hill\n\nTHAT the request be referred to the Board.\n\nCARRIED":            "referred",
		"Resolution 13\n\nMoved by: Bo Lund\n\nSeconded by: Grace Hill\n\nTHAT fees be increased to $250.\n\nDEFEATED":                      "rejected",
		"MOVED Cr Hill SECONDED Cr Lund\n\nThat Council refuse the application for want of light.\n\nCARRIED 3/2":                           "rejected",
		"COUNCIL DECISION\n\nMOVED Cr Hill SECONDED Cr Lund\n\nThat Council:\n\n- accepts the tender; and\n- authorises the Clerk to sign.": "adopted decided",
		"OFFICER RECOMMENDATION\n\nThat Council approve the application.":                                                                   "",
		"To approve the plan of the operation (Annex 2).":                                                                                   "adopted",
		"Not to support the proposal to extend the operation.":                                                                              "rejected",
		"To take note of the report of the Secretariat.":                                                                                    "noted",
		"It was resolved that every household shall install a meter.\n\nThe proposal to cut them off was rejected.":                         "decided rejected",
		"The Board ratified the e-mail vote of 2/20 to hire a crane.":                                                                       "adopted",
		"Hours set at 9 to 5.": "decided",
		"Issue 81: rough consensus in the room to make padding mandatory.": "agreed",
		"Consideration adjourned to the next meeting.":                     "deferred",
		"Ski trip: not viable this year, drop.":                            "rejected",
		"The matter of the fee was left to the executive.":                 "referred",
		"The Council approved the plan.\n\nAdopted unanimously.":           "adopted",
		"| Ref | Applicant | Decision |\n|---|---|---|\n| 1 | Boxing club | Award 4,000 |\n| 2 | Choir | Declined |\n| 3 | Scouts | Carried over to June |": "decided deferred rejected",
		"The minutes of 9 April were signed as correct.":                                                                   "adopted",
		"Notes of the 7 April call approved as posted.":                                                                    "adopted",
		"Grace steps down in June. Bo Lund was confirmed as her replacement.":                                              "appointed",
		"The bank reconciliation to 30th April was received and initialled.":                                               "noted",
		"Commissioners accepted the tender of the yard.":                                                                   "approved",
		"RESOLVED to accept the quotation of Hill Leisure.":                                                                "approved",
		"RESOLVED that the following payments be approved:":                                                                "approved",
		"The Board ordered that the gate be kept shut.":                                                                    "decided",
		"Old flags: dropping them, nobody was against.":                                                                    "agreed",
		"Approval withheld: the plan needs work.":                                                                          "rejected",
		"THAT is what the members wondered.":                                                                               "",
		"The Council approved the release of £3 million from the reserve.":                                                 "approved",
		"Two applications were received. Grants approved.":                                                                 "approved",
		"The Council approved the budget for 2026.":                                                                        "adopted",
		"Pier wardens. Mayor Byron appointed Noor Vance to the Pier Committee. Council concurred.":                         "agreed appointed",
		"The item was withdrawn at the request of the yard and would be taken at the next meeting.":                        "deferred",
		"The delegation of Alder reserved its position on Article 9.":                                                      "",
		"Everyone agrees this makes sense.":                                                                                "agreed",
		"The yard has no crane. We'll come back to this on June 1.":                                                        "deferred",
		"After discussion, it was the consensus of the Council to table this item until June 9 so that prices can be got.": "deferred",
		"Minutes from 5 May approved with no objections.":                                                                  "adopted",
		"REPORTED: that the Chair had, on behalf of the Council, approved the calendar.":                                   "",
		"They took note with appreciation of the offer.":                                                                   "noted",
		"Bonfire - Bo wanted one. Everyone said no.":                                                                       "rejected",
		"The Council took the information into account.":                                                                   "noted",
		"Appeal allowed. The ban ends at once.":                                                                            "decided",
		"Adjourned part-heard to 16 July.":                                                                                 "deferred",
		"| Item | Discussion | Action | Lead |\n|---|---|---|---|\n| 1 | The Council noted the report. | Buy a rope | Bo Lund |\n| 2 | It was agreed that the pier be painted. | | |": "agreed noted",
		"## Decisions\n\n### Item 4.2\n\nItem 4.2\n\nThe Council noted the report.":                                                                                                   "noted",
	} {
		front := "# Minutes of the Harbour Council (HC 4/WG 2), 12 May 2025\n\nPresent:\n\n- Ada Byron\n- Grace Hill\n- Bo Lund\n\n## Business\n\n"
		var got []string
		for _, p := range draft.Read(read(t, "minutes.md", front+text+"\n"), site(t, configuration), draft.Options{}).Pieces {
			for _, a := range p.Acts {
				got = append(got, a.Text)
			}
		}
		if said := strings.Join(slices.Sorted(slices.Values(got)), " "); said != want {
			t.Errorf("%s\nacts: %q, want %q", text, said, want)
		}
	}
}
