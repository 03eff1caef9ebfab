package site

import (
	"crypto/sha256"
	"maps"
	"testing"
)

func TestSumsAreKept(t *testing.T) {
	for _, want := range []sums{{}, {"": {}}, {"a": sha256.Sum256([]byte("a")), "ж/б": sha256.Sum256([]byte("b"))}} {
		data, err := want.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var got sums
		if err := got.UnmarshalBinary(data); err != nil || !maps.Equal(got, want) {
			t.Errorf("%v, %v (want %v)", got, err, want)
		}
		for n := range data {
			if got.UnmarshalBinary(data[:n]) == nil && len(got) >= len(want) {
				t.Errorf("%d of %d bytes of %v are taken for all", n, len(data), want)
			}
		}
	}
	if (&sums{}).UnmarshalBinary([]byte("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")) == nil {
		t.Error("a length beyond the end is taken")
	}
}
