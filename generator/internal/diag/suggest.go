package diag

import (
	"slices"
	"strconv"
	"strings"
)

// Want says which words may stand in a place, and which of them was probably meant:
// `want in-person, videoconference, hybrid; did you mean "videoconference"?`.
// At most twelve words are listed.
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

// Index remembers where the keys and values of one file stand, by their path ("node", "c1.p2",
// "topics", "0").
type Index struct {
	file string
	at   map[string]place
}

// place is a position without its file.
type place struct{ line, col int32 }

// NewIndex returns an empty index of a file.
func NewIndex(file string) *Index { return &Index{file: file, at: map[string]place{}} }

// File returns the file's path, as problems print it.
func (x *Index) File() string { return x.file }

// Set records where a path stands; the first record of a path stays.
func (x *Index) Set(pos Position, path ...string) {
	k := pathKey(path)
	if _, dup := x.at[k]; !dup {
		x.at[k] = place{int32(pos.Line), int32(pos.Col)}
	}
}

// At returns the position of a path, else that of its nearest known ancestor, else the file.
func (x *Index) At(path ...string) Position {
	for n := len(path); n > 0; n-- {
		if p, ok := x.at[pathKey(path[:n])]; ok {
			return Position{x.file, int(p.line), int(p.col)}
		}
	}
	return Position{File: x.file}
}

// SortKeys orders the keys of the table at path as the file has them.
func (x *Index) SortKeys(keys []string, path ...string) {
	slices.SortStableFunc(keys, func(a, b string) int {
		pa, pb := x.At(append(slices.Clone(path), a)...), x.At(append(slices.Clone(path), b)...)
		return pa.compare(pb)
	})
}

func pathKey(path []string) string { return strings.Join(path, "\x00") }
