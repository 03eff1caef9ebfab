package source

import (
	"fmt"
	"strings"
	"testing"
)

func TestTheOrderOfLettersAsTheyAreRead(t *testing.T) {
	for _, c := range []struct{ seen, want string }{
		{"םולש", "שלום"},
		{"2024 יאמ 15 םויב", "ביום 15 מאי 2024"},
		{".(David Cohen) ןהכ דוד רמ", "מר דוד כהן (David Cohen)."},
		{"(12.5%) ח״ש 1,250,000", "1,250,000 ש״ח (12.5%)"},
		{"A/RES/70/1 ךמסמ", "מסמך A/RES/70/1"},
		{"10:30 ,2024-05-15", "10:30 ,2024-05-15"}, // no letter says that it is read from right to left
		{"2024-05-15 ךיראת", "תאריך 2024-05-15"},
		{"05-2024 خيرات", "تاريخ 2024-05"}, // after Arabic letters a hyphen divides numbers
		{"%12.5 ةبسن", "نسبة 12.5%"},
		{"ITU 2024 عم", "مع ITU 2024"},
		{"مهرد 250 غلبم", "مبلغ 250 درهم"},
		{"هيلع )قفاو(", "(وافق) عليه"},
		{"هيلع (قفاو)", "(وافق) عليه"},
	} {
		seen := strings.Split(c.seen, "")
		var text strings.Builder
		for _, of := range stretches(seen) {
			text.WriteString(strings.Join(seen[of[0]:of[1]+1], ""))
		}
		if got := paired(text.String()); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.seen, got, c.want)
		}
	}
}

// arabic makes a PDF of signs, each with its place on the page and its text. They are boxes of a
// font of its own: letters of no other font have to be in this file.
func arabic(signs ...[3]any) []byte {
	f := pdfOf("")
	var page, names strings.Builder
	for i, s := range signs {
		fmt.Fprintf(&page, "BT /F3 12 Tf %v %v Td <%02x> Tj ET\n", s[0], s[1], i+1)
		fmt.Fprintf(&names, "<%02x> <", i+1)
		for _, c := range s[2].(string) {
			fmt.Fprintf(&names, "%04x", c)
		}
		names.WriteString(">\n")
	}
	f.objects[2] = stream("", page.String())
	f.objects[3] = strings.Replace(f.objects[3], "/Font <<", fmt.Sprintf("/Font << /F3 << /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] "+
		"/CharProcs << /a 6 0 R >> /Encoding << /Type /Encoding /Differences [1%s] >> /FirstChar 1 /LastChar %d /Widths [%s] /ToUnicode 5 0 R >>",
		strings.Repeat(" /a", len(signs)), len(signs), strings.Repeat("500 ", len(signs))), 1)
	f.add(stream("", fmt.Sprintf("/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange %d beginbfchar\n%sendbfchar endcmap end", len(signs), names.String())))
	f.add(stream("", "500 0 0 0 500 700 d1 0 0 500 700 re f"))
	return f.bytes("")
}

func TestPagesThatAreReadFromRightToLeft(t *testing.T) {
	letters := func(text string, right, y float64, seen bool) (all [][3]any) {
		for i, c := range []rune(text) {
			if c != ' ' {
				all = append(all, [3]any{right - 6*float64(i+1), y, string(c)})
			}
		}
		for i := range len(all) / 2 {
			if seen {
				all[i], all[len(all)-1-i] = all[len(all)-1-i], all[i]
			}
		}
		return all
	}
	join := func(lists ...[][3]any) (all [][3]any) {
		for _, list := range lists {
			all = append(all, list...)
		}
		return all
	}
	for _, c := range []struct {
		name  string
		signs [][3]any
		want  string
	}{
		{"as it is read", letters("سلام عليكم.", 500, 700, false), "سلام عليكم."},
		{"as it is seen", letters("سلام عليكم.", 500, 700, true), "سلام عليكم."},
		{"the second word first", join(letters("عليكم.", 470, 700, false), letters("سلام", 500, 700, false)), "سلام عليكم."},
		{"marks after all letters", join(letters("مدة", 500, 700, true), [][3]any{{482.0, 704.0, "\u064f"}, {488.0, 704.0, "\u0651"}, {494.0, 704.0, "\u064f"}}), "مُدّةُ"},
		{"a ligature", join(letters("خ", 500, 700, false), [][3]any{{488.0, 700.0, "لا"}, {482.0, 700.0, "ف"}}), "خلاف"},
		{"forms of letters in a word", [][3]any{{494.0, 700.0, "\ufeb3"}, {488.0, 700.0, "\ufefc"}, {482.0, 700.0, "\ufee1"}}, "سلام"},
		{"a number", join(letters("رقم", 500, 700, false), [][3]any{{464.0, 700.0, "1"}, {470.0, 700.0, "2"}}), "رقم 12"},
	} {
		doc := read(t, "a.pdf", arabic(c.signs...))
		doc.Name = c.name
		same(t, doc, c.want)
	}
}
