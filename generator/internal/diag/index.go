package diag

import (
	"slices"
	"strings"
)

// Index remembers where the keys and values of one file are, by their path ("node", "c1.p2",
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

// Set records where a path is; the first record of a path stays.
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
	at := make(map[string]Position, len(keys))
	for _, key := range keys {
		at[key] = x.At(append(path[:len(path):len(path)], key)...)
	}
	slices.SortStableFunc(keys, func(a, b string) int { return at[a].compare(at[b]) })
}

func pathKey(path []string) string { return strings.Join(path, "\x00") }
