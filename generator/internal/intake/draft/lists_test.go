package draft_test

import (
	"testing"

	"github.com/kengash/kengash/generator/internal/intake/draft"
)

// TestPointsThatDecide: each point of a list that decides something has acts of its own.
func TestPointsThatDecide(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"flat.md", "# Minutes of 4 May 2024\n\n## Store\n\n- The board approved the plan.\n- The board approved the budget.\n", []string{"c1.1.p1 adopted", "c1.2.p1 adopted"}},
		{"below.md", "# Minutes of 4 May 2024\n\n## Store\n\n- Repairs\n  - The board approved the plan.\n  - The board approved the budget.\n", []string{"c1.1.1.p1 adopted", "c1.1.2.p1 adopted"}},
		{"before.md", "# Minutes of 4 May 2024\n\n- Repairs\n  - The board approved the plan.\n  - The board approved the budget.\n- Rent\n  - The board rejected the offer.\n", []string{"c1.1.p1 adopted", "c1.2.p1 adopted", "c2.p1 rejected"}},
		{"loose.md", "# Minutes of 4 May 2024\n\n1. The board approved the plan.\n\n   For: 5.\n\n2. The board approved the budget.\n\n   - It was long.\n\n3. The board rejected the offer.\n", []string{"c1.p1 adopted", "c2.p1 adopted", "c3.p1 rejected"}},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		lossless(t, d)
		valid(t, d)
		var got []string
		for _, p := range d.Pieces {
			for _, a := range p.Acts {
				got = append(got, p.ID+" "+a.Text)
			}
		}
		equal(t, c.name, got, c.want...)
	}
}

// TestDaysThatTheTextHasInPart reads the day of the meeting from what stands beside the text.
func TestDaysThatTheTextHasInPart(t *testing.T) {
	for _, c := range []struct{ name, text, want, sure string }{
		{"minutes.md", "---\ntitle: \"Weekly call\"\ndate: 2024-05-04\n---\n\nThe board approved the plan.\n", "2024-05-04", "guess"},
		{"minutes-2024.05.04.md", "# Minutes\n\nThe board approved the plan.\n", "2024-05-04", "likely"},
		{"minutes.md", "# Minutes of the call on 4 May\n\nThe board approved the plan for 2024.\n", "2024-05-04", "guess"},
		{"minutes.md", "# Minutes of 25/04/24\n\nThe board approved the plan.\n", "2024-04-25", "guess"},
	} {
		d := draft.Read(read(t, c.name, c.text), site(t, configuration), draft.Options{})
		if d.Date.Text != c.want || d.Date.Sure.String() != c.sure {
			t.Errorf("%s: %q, %s; want %s, %s\n%s", c.name, d.Date.Text, d.Date.Sure, c.want, c.sure, c.text)
		}
	}
}
