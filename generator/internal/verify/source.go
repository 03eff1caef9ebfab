package verify

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Where faults are looked for, the likely first. A word as plain as "onclick" says something in
// layouts alone; it is allowed in any text.
var (
	layouts = []string{"layouts", "assets"}
	words   = []string{"kengash.toml", "i18n", "data", "content"}
)

// maxSource is the size of a source, in bytes, up to which it is searched.
const maxSource = 4 << 20

// trace finds where faults likely come from: a file that was copied as it is, else the first source
// that holds what is wrong, else the record of the page.
func (v *verifier) trace(faults []*told) {
	places := make([][]string, len(faults)) // of each fault: where its traces stand first
	for i, f := range faults {
		places[i] = make([]string, len(f.traces))
		if static := "static/" + f.file; v.isSource(static) {
			f.source = diag.Position{File: static, Line: f.line, Col: f.col}.String()
		}
	}
	for i, root := range append(layouts, words...) {
		for _, layer := range v.opt.Sources {
			v.search(layer, root, func(name string, content []byte) {
				small := lowerASCII(content)
				for j, f := range faults {
					f.search(places[j], name, small, i < len(layouts))
				}
			})
		}
	}
	for i, f := range faults {
		for _, at := range places[i] {
			if f.source == "" {
				f.source = at
			}
		}
		if f.source == "" {
			f.source = v.record(f.file)
		}
	}
}

// search looks for the traces of a fault that have not been found yet.
func (f *told) search(places []string, name string, content []byte, layout bool) {
	for i, trace := range f.traces {
		if i > 0 && !layout {
			return
		}
		trace, _, _ = strings.Cut(trace, "\n")
		if places[i] != "" || trace == "" {
			continue
		}
		if at := bytes.Index(content, lowerASCII([]byte(trace))); at >= 0 {
			line, col := place(content, at)
			places[i] = diag.Position{File: name, Line: line, Col: col}.String()
		}
	}
}

// search calls found for each file that can be read, of a folder or of the one that is named.
func (v *verifier) search(layer fs.FS, root string, found func(name string, content []byte)) {
	_ = fs.WalkDir(layer, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // what cannot be read is not named
		}
		if info, err := d.Info(); err != nil || info.Size() > maxSource {
			return nil
		}
		if content, err := fs.ReadFile(layer, name); err == nil {
			found(name, content)
		}
		return nil
	})
}

// record is the file of the record that a page is of.
func (v *verifier) record(page string) string {
	_, own, _ := strings.Cut(page, "/")
	if name := "data/" + strings.TrimSuffix(own, path.Ext(own)) + ".toml"; v.isSource(name) {
		return name
	}
	return ""
}

func (v *verifier) isSource(name string) bool {
	for _, layer := range v.opt.Sources {
		if info, err := fs.Stat(layer, name); err == nil && info.Mode().IsRegular() {
			return true
		}
	}
	return false
}

// lowerASCII returns a copy with the letters A to Z small, and no others: HTML knows no K of
// Kelvin, and every byte stays in its place.
func lowerASCII(b []byte) []byte {
	small := bytes.Clone(b)
	for i, c := range small {
		if c >= 'A' && c <= 'Z' {
			small[i] = c + 'a' - 'A'
		}
	}
	return small
}
