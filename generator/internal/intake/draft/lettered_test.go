package draft_test

import (
	"strings"
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestLettersThatTheTextExplains reads points in English that a letter marks as decisions, of which
// the text says what it means. Without that a letter may be somebody's initial.
func TestLettersThatTheTextExplains(t *testing.T) {
	points := "## 1. Berths\n\n- D: notes of call 30 approved as posted.\n- I: Yusra reported that two more terminals joined.\n\n## 2. Release\n\n- D: offsets go into the next draft.\n\n## 3. Lead\n\n- D: Chiara named release manager for 2.0.\n\n## 4. Text\n\nViews were exchanged on the text.\n"
	for legend, want := range map[string]string{
		"Short forms: **I:** information, **D:** decision, **V:** vote.": "adopted appointed decided exchanged-views",
		"D = decision, I = information":                                  "adopted appointed decided exchanged-views",
		"Those who spoke have letters.":                                  "exchanged-views",
	} {
		d := draft.Read(read(t, "notes.md", "# Notes of call 31 of the Berth Group\n\n6 October 2026\n\n"+legend+"\n\n"+points), site(t, configuration), draft.Options{})
		if got := strings.Join(actsOf(d), " "); got != want {
			t.Errorf("%s: %s, want %s", legend, got, want)
		}
	}
}
