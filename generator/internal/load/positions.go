package load

import (
	"strconv"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/kengash/kengash/generator/internal/diag"
)

// positions finds where each key and value of a TOML file is. BurntSushi/toml, which reads the
// values, knows no positions of good ones; go-toml's syntax tree does, and comes with Hugo anyway.
// What it cannot parse has no positions: problems then name the nearest place that is known.
//
// A path has the place of its value, the path with "" appended that of its key.
func positions(file string, data []byte) *diag.Index {
	x := &indexer{Index: diag.NewIndex(file), places: newPlaces(file, data)}
	x.parser.Reset(data)
	var table []string
	for x.parser.NextExpression() {
		switch e := x.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = x.keys(e.Key(), nil)
			x.Set(x.At(append(table, "")...), table...)
		case unstable.KeyValue:
			x.keyValue(e, table)
		}
	}
	return x.Index
}

type indexer struct {
	*diag.Index
	parser unstable.Parser
	places *places
}

// position is the place of a part of the file. The parser's own Shape counts from the file's
// beginning each time.
func (x *indexer) position(r unstable.Range) diag.Position { return x.places.at(int(r.Offset)) }

// keys records the places of the parts of a dotted key below a path, and returns the whole path.
func (x *indexer) keys(it unstable.Iterator, path []string) []string {
	path = append([]string(nil), path...)
	for it.Next() {
		path = append(path, string(it.Node().Data))
		pos := x.position(it.Node().Raw)
		x.Set(pos, append(path, "")...)
		if !it.IsLast() {
			x.Set(pos, path...)
		}
	}
	return path
}

func (x *indexer) keyValue(kv *unstable.Node, table []string) {
	path := x.keys(kv.Key(), table)
	x.value(kv.Value(), path)
	x.Set(x.At(append(path, "")...), path...) // values without a range of their own stand at their key
}

func (x *indexer) value(v *unstable.Node, path []string) {
	if v.Raw.Length > 0 {
		x.Set(x.position(v.Raw), path...)
	}
	switch v.Kind {
	case unstable.Array:
		it := v.Children()
		for i := 0; it.Next(); i++ {
			x.value(it.Node(), append(path[:len(path):len(path)], strconv.Itoa(i)))
		}
	case unstable.InlineTable:
		it := v.Children()
		for it.Next() {
			x.keyValue(it.Node(), path)
		}
	}
}
