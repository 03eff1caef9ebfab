package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// actsIn are the acts of the clauses of minutes in English with some paragraphs.
func actsIn(t *testing.T, paragraphs string) string {
	t.Helper()
	text := "# Minutes of the Harbour Council, 12 May 2025\n\nPresent: Ada Byron, Grace Hill\n\n## Business\n\n" + paragraphs + "\n"
	var acts []string
	for _, p := range draft.Read(read(t, "minutes.md", text), site(t, configuration), draft.Options{}).Pieces {
		for _, a := range p.Acts {
			acts = append(acts, a.Text)
		}
	}
	return strings.Join(acts, " ")
}

func TestMotionsInEnglish(t *testing.T) {
	for text, want := range map[string]string{
		"Motion by Ms. Hill, second by Ms. Byron, to approve the minutes. So voted, 3-0.":                             "adopted",
		"Ms. Hill moved that the hearing be continued to 2 June; Ms. Byron seconded. Motion carried.":                 "deferred",
		"Ms. Hill moved to refer the plan back to the committee. Approved 6-3.":                                       "referred",
		"Ms. Hill moved to sell the barge. The motion failed for lack of a second.":                                   "rejected",
		"Ms. Hill moved adoption of the new rules. Seconded by Ms. Byron.\n\nAll in favor.":                           "adopted",
		"MOTION (Hill/Byron): to appoint Ann Reed as treasurer.\n\nRoll call: Hill yes, Byron yes, Reed no.":          "appointed",
		"Approval of the April minutes moved by Ms. Hill, seconded by Ms. Byron.":                                     "adopted",
		"It was proposed by Ms. Hill and seconded by Ms. Byron that the accounts be adopted. Lost, 4 for, 9 against.": "rejected",
		"Resolved, that the Council purchases a second launch. Passed 5-0.":                                           "decided",
		"On a motion by Ms. Hill, seconded by Ms. Byron, the budget was accepted as written. Vote: 4-0.":              "adopted",
		"Motion by Ms. Hill to adjourn. Carried.":                                                                     "",
		"The Director moved the files to the archive.":                                                                "",
		"Ms. Hill moved to buy a crane and later withdrew the motion.":                                                "",
		"The question was moved to the next agenda.":                                                                  "deferred",
		"- Grace Hill: the text is too long\n- Vote: Byron yes, Hill yes. Approved. It goes out in May.":              "adopted",
		"The proposal of the Isles was not agreed and will be considered at the next meeting.":                        "rejected deferred",
		"RECEIVED: the reports of the auditors.":                                                                      "noted",
		"Timetabling (24/33). Carried forward.":                                                                       "deferred",
		"Comment 13: rejected, out of scope":                                                                          "rejected",
		"Fence variance, berth 31. Denied. It is too high.":                                                           "rejected",
		"Minutes of the last call accepted.":                                                                          "adopted",
		"- Agree to create a second repository\n- Ask Grace Hill to draft the charter":                                "agreed instructed",
		"- Discussion of the colours\n- Decision to keep the old flag":                                                "decided",
		"The Council resolved to:\n\n- widen the gate\n- repaint the shed":                                            "decided",
		"Grace Hill thanked the crew and confirmed the date of the regatta.":                                          "",
		"The applicant presented a drawing and requested a reply.":                                                    "",
		"Ann Reed was nominated and elected treasurer.":                                                               "appointed",
	} {
		if got := actsIn(t, text); got != want {
			t.Errorf("%s\nacts: %q, want %q", text, got, want)
		}
	}
}
