package results

import "github.com/kengash/kengash/search"

// Bounds of what is sent. A page with its hits, or an answer to a program, is seldom a tenth of it.
const (
	largest    = 256 << 10 // bytes
	mostValues = 100       // of each facet, for programs
)

// fit makes an answer of so many hits and values of each facet, and again with fewer of them while
// it is larger than may be sent.
func fit(hits, values int, make func(hits, values int) ([]byte, error)) ([]byte, error) {
	for {
		made, err := make(hits, values)
		switch {
		case err != nil || len(made) <= largest || hits+values == 0:
			return made, err
		case hits > search.DefaultLimit:
			hits = max(search.DefaultLimit, hits*largest/len(made))
		default:
			hits, values = hits*largest/len(made), values*largest/len(made)
		}
	}
}
