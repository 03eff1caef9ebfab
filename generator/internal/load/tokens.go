package load

import (
	"slices"
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Token is a key or a plain value of a TOML file, as it is written there.
type Token struct {
	Path       []string // keys from the top of the file; elements of lists by number
	Key        bool     // the last part of Path as a key; a file may name a table in several places
	Start, End int      // its bytes in the file, quotes among them
}

// Tokens returns the keys and plain values of a TOML file whose syntax is right, in the order of
// the file.
func Tokens(data []byte) (all []Token) {
	eachPart(data, func(path []string, is part, raw unstable.Range) {
		if is != container && raw.Length > 0 {
			all = append(all, Token{slices.Clone(path), is != scalar, int(raw.Offset), int(raw.Offset + raw.Length)})
		}
	})
	return all
}

// part is what a part of a TOML file is.
type part int

const (
	tableOf   part = iota // a key before the last of a dotted one
	tableKey              // the last key of the name of a table
	valueKey              // the last key of a value
	scalar                // a value
	container             // a list or an inline table, whose parts follow
)

// eachPart visits the keys and values of a TOML file in its order, as far as its syntax is right.
// Each has a path: keys from the top, elements of lists by number. A container may have no range.
func eachPart(data []byte, visit func(path []string, is part, raw unstable.Range)) {
	w := &partWalker{visit: visit}
	w.parser.Reset(data)
	var table []string
	for w.parser.NextExpression() {
		switch e := w.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = w.keys(e.Key(), nil, tableKey)
		case unstable.KeyValue:
			w.keyValue(e, table)
		}
	}
}

type partWalker struct {
	parser unstable.Parser
	visit  func(path []string, is part, raw unstable.Range)
}

// keys visits the parts of a dotted key below a path, and returns the whole path.
func (w *partWalker) keys(it unstable.Iterator, path []string, last part) []string {
	path = slices.Clone(path)
	for it.Next() {
		path = append(path, string(it.Node().Data))
		is := tableOf
		if it.IsLast() {
			is = last
		}
		w.visit(path, is, it.Node().Raw)
	}
	return path
}

func (w *partWalker) keyValue(kv *unstable.Node, table []string) {
	w.value(kv.Value(), w.keys(kv.Key(), table, valueKey))
}

func (w *partWalker) value(v *unstable.Node, path []string) {
	children := v.Children()
	switch v.Kind {
	case unstable.Array:
		w.visit(path, container, v.Raw)
		for i := 0; children.Next(); i++ {
			w.value(children.Node(), append(slices.Clip(path), strconv.Itoa(i)))
		}
	case unstable.InlineTable:
		w.visit(path, container, v.Raw)
		for children.Next() {
			w.keyValue(children.Node(), path)
		}
	default:
		w.visit(path, scalar, v.Raw)
	}
}
