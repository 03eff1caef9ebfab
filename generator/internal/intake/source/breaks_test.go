package source

import (
	"slices"
	"testing"
)

func TestABreakBehindAHeadingDividesTheParagraph(t *testing.T) {
	for text, divided := range map[string]bool{
		"26/076 Play area\nMembers considered the annual report of the inspector.": true,
		"7. Allotments\nIt was agreed to defer the review.":                        true,
		"7. Approval of the\nAnnual Report of the Council for 2026.":               false,
		"7. Ada Byron (Chair)\nDirector of the Works of the Harbour.":              false,
		"7. Repairs, and the\nDirector will see to them until May.":                false,
		"The play area\nMembers considered the annual report of it.":               false,
		"7. Play area\nreport on the state of the swings.":                         false,
	} {
		b := Block{Kind: Paragraph, Text: text}
		r := &reading{doc: &Document{}}
		got := r.divided(b)
		if (len(got) == 2) != divided {
			t.Errorf("%q makes %d paragraphs", text, len(got))
		}
		if !divided && !slices.EqualFunc(got, []Block{b}, func(x, y Block) bool { return x.Text == y.Text }) {
			t.Errorf("%q is changed: %+v", text, got)
		}
	}
}
