package diag

import (
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/chars"
)

// Want says which words may stand in a place, and which of them was probably meant:
// `want in-person, videoconference, hybrid; did you mean "videoconference"?`.
// At most twelve words are listed. Where only the alphabet of a letter is wrong, it says which.
func Want(got string, allowed []string) string {
	shown, more := allowed, ""
	if len(shown) > 12 {
		shown, more = shown[:12], ", …"
	}
	hint := "want " + strings.Join(shown, ", ") + more
	if len(allowed) == 0 {
		hint = "none is known"
	}
	if s := Nearest(got, allowed); s != "" {
		hint += "; did you mean " + strconv.Quote(s) + "?"
	}
	return Name(got, hint)
}

// Name adds to what is wanted of a name which of its letters only looks like one of ASCII, where
// that is what is wrong with it: "c" may be Cyrillic.
func Name(got, hint string) string {
	if s, ok := chars.InName(got); ok {
		return s.String() + "; " + hint
	}
	return hint
}

// Nearest returns the word at the smallest edit distance from got, or "" where none is near:
// at most one edit for every three letters, and at least one.
func Nearest(got string, words []string) string {
	best, bestDist := "", max(1, len([]rune(got))/3)+1
	for _, w := range words {
		if d := distance(strings.ToLower(got), strings.ToLower(w)); d < bestDist {
			best, bestDist = w, d
		}
	}
	return best
}

// distance is the optimal string alignment distance: insertions, deletions, substitutions, and
// swaps of neighbours.
func distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	var before, prev []int
	cur := make([]int, len(t)+1)
	for j := range cur {
		cur[j] = j
	}
	for i := range s {
		before, prev, cur = prev, cur, make([]int, len(t)+1)
		cur[0] = i + 1
		for j := range t {
			cost := 1
			if s[i] == t[j] {
				cost = 0
			}
			cur[j+1] = min(prev[j+1]+1, cur[j]+1, prev[j]+cost)
			if i > 0 && j > 0 && s[i] == t[j-1] && s[i-1] == t[j] {
				cur[j+1] = min(cur[j+1], before[j-1]+1)
			}
		}
	}
	return cur[len(t)]
}
