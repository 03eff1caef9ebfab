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
func Tokens(data []byte) []Token {
	t := &tokens{}
	t.parser.Reset(data)
	var table []string
	for t.parser.NextExpression() {
		switch e := t.parser.Expression(); e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = t.keys(e.Key(), nil)
		case unstable.KeyValue:
			t.keyValue(e, table)
		}
	}
	return t.all
}

type tokens struct {
	parser unstable.Parser
	all    []Token
}

func (t *tokens) add(path []string, key bool, raw unstable.Range) {
	t.all = append(t.all, Token{slices.Clone(path), key, int(raw.Offset), int(raw.Offset + raw.Length)})
}

func (t *tokens) keys(it unstable.Iterator, path []string) []string {
	path = slices.Clone(path)
	for it.Next() {
		path = append(path, string(it.Node().Data))
		t.add(path, true, it.Node().Raw)
	}
	return path
}

func (t *tokens) keyValue(kv *unstable.Node, table []string) {
	t.value(kv.Value(), t.keys(kv.Key(), table))
}

func (t *tokens) value(v *unstable.Node, path []string) {
	children := v.Children()
	switch v.Kind {
	case unstable.Array:
		for i := 0; children.Next(); i++ {
			t.value(children.Node(), append(slices.Clip(path), strconv.Itoa(i)))
		}
	case unstable.InlineTable:
		for children.Next() {
			t.keyValue(children.Node(), path)
		}
	default:
		if v.Raw.Length > 0 {
			t.add(path, false, v.Raw)
		}
	}
}
