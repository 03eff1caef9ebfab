package draft_test

import (
	"strings"
	"testing"
)

// TestVotedBelow reads votes that stand on lines of their own below what was proposed, and by whom.
func TestVotedBelow(t *testing.T) {
	for text, want := range map[string]string{
		"Ada shall open an account for the Council.\n\nProposed by: Bo\n\nUnanimously approved.":                             "decided: Ada shall open an account for the Council.",
		"**Ada for Treasurer.**\n\nProposed by: Bo\n\nApproved, for a year.":                                                 "appointed: Ada for Treasurer.",
		"Bo should keep the keys.\n\nMoved: Bo Lund. Seconded: Grace Hill\n\nResult: carried 3-0":                            "approved: Bo should keep the keys.",
		"The Council should leave the League.\n\nProposed by Bo Lund\n\nThere was a long talk on the fees.\n\nDefeated.":     "rejected: The Council should leave the League.",
		"### Rules\n\nProposed by: Ada\n\nAs in the paper of Grace Hill.\n\nPassed unanimously.":                             "approved: As in the paper of Grace Hill.",
		"The Council should make these notes public.\n\nProposed by: Ada\n\nAll in favour.":                                  "approved: The Council should make these notes public.",
		"Motion: that fees of up to 10 may be set by two officers.\n\nProposed by: Ada\n\nRejected, 1 in favour, 2 against.": "rejected: Motion: that fees of up to 10 may be set by two officers.",
		"The barge was painted.\n\nUnanimously approved.":                                                                    "adopted: Unanimously approved.",
	} {
		var got []string
		for _, p := range harbour(t, text).Pieces {
			for _, a := range p.Acts {
				got = append(got, a.Text+": "+p.Text)
			}
		}
		if said := strings.Join(got, "; "); said != want {
			t.Errorf("%s\nacts: %q, want %q", text, said, want)
		}
	}
}
