package bundle

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestCover(t *testing.T) {
	for _, test := range []struct{ phrase, want string }{
		{"", ""},
		{"план", "план@0"},
		{"план обмена", "план обмена@0"},
		{"the date is not", "the date@0, is not@2"},
		{"the date is", "the date@0, date is@1"},
		{"a b c d e f g h", "a b@0, c d@2, e f@4"}, // the first of a long one are enough
		{"经", ""},
		{"经验", ""}, // a term of the index
		{"经验交流", "经验交@0, 验交流@1"},
		{"落中点击鼠标", "落中点@0, 击鼠标@3"},
		{"使用 draw 帮助", "用 draw@1, draw 帮@2"},
		{"经 验", "经 验@0"},
	} {
		var got []string
		for _, g := range Cover(test.phrase) {
			got = append(got, fmt.Sprintf("%s@%d", g.Text, g.At))
		}
		if s := strings.Join(got, ", "); s != test.want {
			t.Errorf("%q: %s (want %s)", test.phrase, s, test.want)
		}
	}
}

// TestGramsInARow: two grams whose hashes lie in one row are taken for one another, and neither is
// lost.
func TestGramsInARow(t *testing.T) {
	cycle := uint32(gramCycle)
	rows := []gramRow{{7, []uint32{1*cycle + 5}}, {7, []uint32{1*cycle + 2, 3 * cycle}}, {2, []uint32{4 * cycle}}}
	if got, want := packGrams(rows, cycle), []byte{2, 2, 5, 1, 3, 4, 1, 0, 2, 0b10_000000, 0b0101_0000, 0b000000_00}; !slices.Equal(got, want) {
		t.Errorf("%v (want %v)", got, want)
	}
}

func TestPlacesArePackedAndRead(t *testing.T) {
	var places []byte
	for i := range 3 * gramCycle {
		places = append(places, byte(i*37%gramCycle))
	}
	for n := range places {
		packed := packPlaces(places[:n])
		for i := range n {
			if got := placeAt(packed, i); got != places[i] {
				t.Fatalf("place %d of %d: %d (want %d)", i, n, got, places[i])
			}
		}
	}
}
