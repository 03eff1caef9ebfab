package diag

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/chars"
)

// Want says which words are allowed in a place, and which of them was probably meant:
// `want in-person, videoconference, hybrid; did you mean "videoconference"?`.
// Of more than two dozen words the first are listed; of up to four dozen all, where none of them is
// like what stands there. Where only the alphabet of a letter is wrong, it says which.
func Want(got string, allowed []string) string {
	like := alike(got, allowed)
	if s := Nearest(got, allowed); s != "" {
		like = []string{strconv.Quote(s)}
	}
	if len(like) == 0 {
		return Name(got, wanted(allowed, 2*dozens))
	}
	return Name(got, wanted(allowed, dozens)+"; did you mean "+strings.Join(like, " or ")+"?")
}

// dozens is how many words a reader looks through to find the one that is meant.
const dozens = 24

// suggestions is how many times a list looks for what was meant. Each time it looks through all
// that are allowed in the place, and whoever has so many similar problems needs no more.
const suggestions = 100

// Want is [Want] for a problem of the list, which after the first hundred no longer says what was
// probably meant.
func (l *List) Want(got string, allowed []string) string {
	if l.Suggest() {
		return Want(got, allowed)
	}
	return wanted(allowed, dozens)
}

// Suggest reports whether a further problem of the list may look for what was meant.
func (l *List) Suggest() bool {
	l.suggested++
	return l.suggested <= suggestions
}

// wanted says which words are allowed in a place: all up to a number, else the first and how many
// there are.
func wanted(allowed []string, most int) string {
	shown, more := allowed, ""
	if len(shown) > most {
		shown, more = shown[:dozens/2], fmt.Sprintf(", … (%d in all)", len(allowed))
	}
	if len(allowed) == 0 {
		return "none is known"
	}
	return "want " + strings.Join(shown, ", ") + more
}

// alike returns, in quotes, the words that begin as got does, for four letters and half of it at
// least: chair_state and chair_person for "chairman". At most three are returned.
func alike(got string, words []string) []string {
	var found []string
	longest := max(4, (len(got)+1)/2)
	for _, w := range words {
		n := 0
		for n < min(len(got), len(w)) && got[n] == w[n] {
			n++
		}
		if n > longest {
			found, longest = nil, n
		}
		if n == longest && len(found) < 3 {
			found = append(found, strconv.Quote(w))
		}
	}
	return found
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
// at most one edit for every three letters, and at least one. What is longer than any name is near
// nothing.
func Nearest(got string, words []string) string {
	const longest = 200
	n := utf8.RuneCountInString(got)
	if n > longest {
		return ""
	}
	best, bestDist := "", max(1, n/3)+1
	for _, w := range words {
		if m := utf8.RuneCountInString(w); m-n >= bestDist || n-m >= bestDist {
			continue // as many edits at least
		}
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
