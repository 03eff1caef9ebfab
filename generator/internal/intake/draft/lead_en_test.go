package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestDecisionsInShort reads decisions in English of which minutes tell by the vote, the outcome or
// the election alone.
func TestDecisionsInShort(t *testing.T) {
	for text, want := range map[string]string{
		"The request of the Ferry Union for a seat was not acceded to.":         "rejected",
		"The proposal to add a berth was not retained.":                         "rejected",
		"Request from the scouts – turned down this year because of the works.": "rejected",
		"Turned down the request from the rowing club.":                         "rejected",
		"Path repairs. Two quotes in. Leave until the third arrives.":           "deferred",
		"Reserves: left over until the auditor has reported.":                   "deferred",
		"Website – Defer.":                                                                                         "deferred",
		"Trophies: no motion. Will come back next month.":                                                          "deferred",
		"The decision on the pool was carried over pending a second bid.":                                          "deferred",
		"It was decided to hold over the paper until June.":                                                        "decided deferred",
		"Agreed: to recommend to the Assembly the award of the medals.":                                            "agreed recommended",
		"The appointment of Bo Lund as pilot was agreed.":                                                          "appointed",
		"The minutes of 4 May were agreed as an accurate record.":                                                  "adopted",
		"BL appointed link governor for the harbour school.":                                                       "appointed",
		"Ms. Hill appointed Byron and Lund to the nominating committee.":                                           "appointed",
		"Bo Lund was named Treasurer.":                                                                             "appointed",
		"Grace Hill wins unopposed.":                                                                               "appointed",
		"Mayor Reed appointed Bo Lund to the Harbour Board.":                                                       "appointed",
		"M/S/C Hill/Byron to keep the old flag.":                                                                   "decided",
		"Motion by Hill, second by Byron, to dismiss the complaint. Motion passed.":                                "decided",
		"Grant to the school: 250 (prop. Hill, sec. Byron, all in favour).":                                        "adopted",
		"Motion: keep 300 in hand, pending a better application. Approved, 5-2.":                                   "decided",
		"Motion: pay the fees. Denied, 1-6.":                                                                       "rejected",
		"Motion to adjourn by Hill, second by Byron. All in favor.":                                                "",
		"The late fees of berth 12 were waived.":                                                                   "decided",
		"Rope store: submitted by Bo Lund, $300 requested.":                                                        "",
		"Resolution 51 – Adoption of the agenda\n\nThe Council adopts the agenda.":                                 "adopted",
		"Decision: The Council\n\n(a) endorsed the plan;\n\n(b) directed the Clerk to publish it.":                 "approved instructed",
		"The Secretariat was asked to:\n\na) send out the form;\n\nb) compile the replies.":                        "instructed instructed",
		"Tabled discussion until the treasurer is here.":                                                           "deferred",
		"We will table the goals until after the vote.":                                                            "deferred",
		"Ms. Hill proposed a total levy of 15,000 be requested, seconded by Ms. Byron. 4 for, 1 against. Carried.": "decided",
		"| Topic | Notes | Actions |\n|---|---|---|\n| Fees | • Bo spoke • Decision to go on | – |":                "decided",
		"All other actions are closed.":                                                                            "",
		"Council was unable to reach agreement on the seat and agreed to continue.":                                "deferred",
		"Naming of the quay – pulled from the agenda.":                                                             "deferred",
		"Merge the two funds. For: 1, against: 3. ❌ Failed":                                                        "rejected",
		"Approve the accounts. Moved GH, seconded AB. ✅":                                                           "adopted",
		"Board content for the report to be shared.":                                                               "agreed",
		"Electricity: renew for 24 months – unanimous.":                                                            "agreed",
		"Item 4 parked until the survey is back.":                                                                  "deferred",
		"Consideration was adjourned sine die.":                                                                    "deferred",
		"Nominee: Olga Reed. Voted onto the board.":                                                                "appointed",
		"It was agreed to leave the fence for now.":                                                                "agreed deferred",
		"The Chair directed that the yard repair the crane.":                                                       "instructed",
		"The matter shall be tabled again at the fourth meeting.":                                                  "deferred",
		"Washing of windows: Council elected not to proceed this year.":                                            "rejected",
		"The fine of berth 5 was upheld.":                                                                          "decided",
		"Landscaping: renew with Green at 1,850. MSC":                                                              "adopted",
		"├── proposals │ ├── approved │ └── rejected":                                                              "",
		"Spoke of boxes. Tabled discussion until the treasurer is here.":                                           "deferred",
		"The goals are open. We will table the rest after the vote.":                                               "deferred",
		"The plan of 2020 was previously turned down.":                                                             "",
		"The Council was told that the county had turned the plan down.":                                           "",
	} {
		if got := actsIn(t, text); got != want {
			t.Errorf("%s\nacts: %q, want %q", text, got, want)
		}
	}
}

// TestTasksBelowLead reads tasks in English that stand apart from those who have to do them.
func TestTasksBelowLead(t *testing.T) {
	for text, want := range map[string]string{
		"The Secretariat was asked to:\n\na) send out the form by 30 June 2025;\n\nb) compile the replies.\n\nThe Council thanked them.": "Secretariat 2025-06-30; Secretariat",
		"On the rules, the Clerk shall:\n\n- print them\n- post them at the gate by 1 June 2025":                                         "Clerk; Clerk 2025-06-01",
		"The Council resolved to:\n\n- widen the gate\n- repaint the shed":                                                               "",
		"Posters to be printed (GH, end of June).":                                                                                       "Grace Hill 2025-06-30",
		"The fence to be painted before 18 June. GH":                                                                                     "Grace Hill 2025-06-18",
		"Fair on Sat 7 Jun. Bo is going to ask the baker.":                                                                               "Bo Lund",
		"Bo Lund spoke of the crane. Members asked him to get a price by 2 June 2025.":                                                   "Bo Lund 2025-06-02",
		"The members asked them to wait.":                                                                                                "",
		"Bo will bring the draft on the 19th.":                                                                                           "Bo Lund 2025-05-19",
		"Bo to bring prices to the June meeting.\n\nNext meeting: 9 June 2025":                                                           "Bo Lund 2025-06-09",
		"The Council requested Member States to send their data by 30 June 2025.":                                                        "Member States 2025-06-30",
		"The Council will study this and report back by 1 July 2025.":                                                                    "Council 2025-07-01",
		"The manager, Olga Reed, spoke. Olga to get the tree removed.":                                                                   "Olga Reed",
		"Mayor asked to move the date.":                                                                                                  "",
		"| Topic | Notes | Actions: who |\n|---|---|---|\n| Fees | Bo spoke | • Ada to fix the poll • Grace and Bo to call the yard by 2 June 2025 |": "Ada Byron; Grace Hill, Bo Lund 2025-06-02",
		"The Council requested the depositary, the Republic of Isles, to send copies by 2 June 2025.":                                                 "Depositary 2025-06-02",
		"Bo Lund advised he would contact the yard.":                                                                                "Bo Lund",
		"Report of the yard: Ada spoke of the crane. She'll get a price.":                                                           "Ada Byron",
		"The Heads of Delegation agreed to recommend the text to their authorities.":                                                "",
		"The accounts were agreed. MSC":                                                                                             "",
		"## Action items\n\n- Ada: file the form by 2025-06-15\n- Bo: get the plan approved":                                        "Ada Byron 2025-06-15; Bo Lund",
		"ACTION A-123: Grace to write the text by June 30.":                                                                         "Grace Hill 2025-06-30",
		"| Item | Discussion | Action / Lead / Deadline |\n|---|---|---|\n| Buoys | Ada spoke | Mend the chain – GH – 2025-06-15 |": "Grace Hill 2025-06-15",
		"The Chief Secretary to send the plan by 20 June 2025.":                                                                     "Chief Secretary 2025-06-20",
		"| Item | Minute | Action |\n|---|---|---|\n| 1 | Roof. Ada was asked to get prices by the end of June. It leaks. | AB 30 June |\n| 2 | Ropes were bought. | |": "Ada Byron 2025-06-30",
		"Ada Byron said she would be away.":                              "",
		"It was decided that the item be registered as a new work item.": "",
		"The Faculty was invited to resubmit.":                           "",
	} {
		front := "# Minutes of the Harbour Council, 12 May 2025\n\nPresent:\n\n- Ada Byron\n- Grace Hill\n- Bo Lund\n\n## Business\n\n"
		if got := dutiesIn(draft.Read(read(t, "minutes.md", front+text+"\n"), site(t, configuration), draft.Options{})); got != want {
			t.Errorf("%s\ntasks: %q, want %q", text, got, want)
		}
	}
}

// TestDayOfMeeting reads the day of a meeting in English beside other days.
func TestDayOfMeeting(t *testing.T) {
	for text, want := range map[string]string{
		"In accordance with the Agreement of 3 May 2009, the seventh session was held in Riga on 12 May 2025.":                                     "2025-05-12",
		"- last minutes were accepted\n- the bins were discussed\n\nHeld on 12 May 2025.":                                                          "2025-05-12",
		"25 May 2025\n\n1402nd meeting – 12 and 13 May 2025":                                                                                       "2025-05-12/2025-05-13",
		"Held on 12 May 2025.\n\n## Business\n\nThe plan was approved.\n\nThe meeting closed at 8.\n\nSigned: ____ Ada Byron\n\nDate: 9 June 2025": "2025-05-12",
		"Monday 26 May 2025\n\nDear all,\n\nOur meeting of Thursday 12 May 2025":                                                                   "2025-05-12",
		"Dated: 26 May 2025\n\nSubject: Record of the 5th Review Meeting on the pier held on 12 May 2025":                                          "2025-05-12",
		"Notice of this meeting was mailed on 20 April 2025.\n\nThe meeting was held on 12 May 2025.":                                              "2025-05-12",
	} {
		got := draft.Read(read(t, "minutes.md", "# Minutes of the Harbour Council\n\n"+text+"\n\n## Business\n\nThe Council approved the plan.\n"), site(t, configuration), draft.Options{}).Date.Text
		if got != want {
			t.Errorf("%s\nday: %q, want %q", text, got, want)
		}
	}
}
