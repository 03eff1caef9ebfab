package load

import (
	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/kengash/kengash/generator/internal/diag"
)

// positions finds where each key and value of a TOML file is. BurntSushi/toml, which reads the
// values, knows no positions of good ones; go-toml's syntax tree does, and comes with Hugo anyway.
// What it cannot parse has no positions: problems then name the nearest place that is known.
//
// A path has the place of its value, the path with "" appended that of its key.
func positions(file string, data []byte) *diag.Index {
	x, places := diag.NewIndex(file), newPlaces(file, data)
	eachPart(data, func(path []string, is part, raw unstable.Range) {
		key := append(path, "")
		switch {
		case is == tableOf, is == tableKey, is == valueKey:
			// The parser's own Shape counts from the file's beginning each time.
			x.Set(places.at(int(raw.Offset)), key...)
			if is != valueKey {
				x.Set(x.At(key...), path...)
			}
		case raw.Length > 0:
			x.Set(places.at(int(raw.Offset)), path...)
		default: // a value without a range of its own stands at its key
			x.Set(x.At(key...), path...)
		}
	})
	return x
}
