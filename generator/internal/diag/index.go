package diag

import (
	"encoding/binary"
	"errors"
	"slices"
	"strings"
	"sync"
)

// Index remembers where the keys and values of one file are, by their path ("node", "c1.p2",
// "topics", "0").
type Index struct {
	file string

	mu     sync.Mutex // guards the rest; a map is not changed once the file is read
	packed []byte     // the places as they are kept, until somebody asks: most have no problems to place
	at     map[string]place
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
	at := x.places()
	if _, dup := at[k]; !dup {
		at[k] = place{int32(pos.Line), int32(pos.Col)}
	}
}

// At returns the position of a path, else that of its nearest known ancestor, else the file.
func (x *Index) At(path ...string) Position {
	at := x.places()
	for n := len(path); n > 0; n-- {
		if p, ok := at[pathKey(path[:n])]; ok {
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

// places returns the places by path.
func (x *Index) places() map[string]place {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.at != nil {
		return x.at
	}
	x.at = map[string]place{}
	for b := x.packed; len(b) > 0; {
		var path string
		var p place
		if path, b = cutText(b); len(b) > 0 {
			p.line, b = cutNumber(b)
			p.col, b = cutNumber(b)
		}
		x.at[path] = p
	}
	x.packed = nil
	return x.at
}

// GobEncode encodes an index for a program of this version: the name of the file and, for each
// path, the path, line and column, each text with its length before it. The index keeps them so,
// too, until somebody asks again: that takes a quarter of the memory.
func (x *Index) GobEncode() ([]byte, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.at != nil {
		for path, p := range x.at {
			x.packed = appendText(x.packed, path)
			x.packed = binary.AppendUvarint(x.packed, uint64(p.line))
			x.packed = binary.AppendUvarint(x.packed, uint64(p.col))
		}
		x.packed, x.at = slices.Clone(x.packed), nil // without the room that is left
	}
	return append(appendText(nil, x.file), x.packed...), nil
}

// GobDecode decodes what GobEncode has encoded.
func (x *Index) GobDecode(b []byte) error {
	if len(b) == 0 {
		return errors.New("an index without the name of its file")
	}
	file, rest := cutText(b)
	x.file, x.packed = file, slices.Clone(rest)
	return nil
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// cutText returns a text and what follows it; nothing follows what is damaged.
func cutText(b []byte) (text string, rest []byte) {
	n, size := binary.Uvarint(b)
	if size <= 0 || n > uint64(len(b)-size) {
		return "", nil
	}
	return string(b[size : size+int(n)]), b[size+int(n):]
}

func cutNumber(b []byte) (n int32, rest []byte) {
	v, size := binary.Uvarint(b)
	if size <= 0 {
		return 0, nil
	}
	return int32(v), b[size:]
}

func pathKey(path []string) string { return strings.Join(path, "\x00") }
