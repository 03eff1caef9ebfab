package bundle

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestSortedHashesAreInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 28))
	for _, n := range []int{0, 1, 2, 100_000} {
		all := make([]uint64, n)
		for i := range all {
			all[i] = random.Uint64() >> random.IntN(64)
		}
		want := slices.Sorted(slices.Values(all))
		if got := sortedHashes(all); !slices.Equal(got, want) {
			t.Errorf("%d numbers are not in order", n)
		}
	}
	if got := sortedHashes([]uint64{1<<64 - 1, 0, 1<<64 - 1}); !slices.Equal(got, []uint64{0, 1<<64 - 1, 1<<64 - 1}) {
		t.Errorf("got %d", got)
	}
}
