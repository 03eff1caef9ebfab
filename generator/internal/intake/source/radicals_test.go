package source

import "testing"

func TestPartsOfCharactersInAPDF(t *testing.T) {
	var signs [][3]any
	for i, sign := range []string{"⽉", "⼀", "、", "⻓", "⺠", "⻅", "月", "a"} {
		signs = append(signs, [3]any{72.0 + 6*float64(i), 700.0, sign})
	}
	doc := read(t, "a.pdf", arabic(signs...))
	same(t, doc, "月一、长民见月a\n")
	if m := mended(doc, "read 5 signs of parts of characters as characters"); len(m) != 1 {
		t.Errorf("mends %v", doc.Mends)
	}
	for c, want := range map[rune]string{'⻳': "龟", '⿕': "龠", '⺚': "", '中': "", 0x2fe0: ""} {
		if got, ok := radical(c); ok != (want != "") || ok && got != want {
			t.Errorf("%c is %q, want %q", c, got, want)
		}
	}
}
