package verify

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
)

// told is a fault as it is told: at the first page that has it, with the number of all.
type told struct {
	fault
	file      string
	line, col int
	files     int
}

// take keeps the faults of a file, each once.
func (r *report) take(c *checker) {
	slices.SortStableFunc(c.faults, func(a, b fault) int { return cmp.Compare(a.at, b.at) })
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.found == nil {
		r.found = map[string]*told{}
	}
	here := map[string]bool{}
	for _, f := range c.faults {
		if here[f.what] {
			continue
		}
		here[f.what] = true
		known := r.found[f.what]
		if known == nil {
			known = &told{file: c.name + "\xff"}
			r.found[f.what] = known
		}
		known.files++
		if c.name < known.file { // so that the report is the same whoever came first
			known.fault, known.file = f, c.name
			known.line, known.col = place(c.content, f.at)
		}
	}
}

// place returns line and column of an offset, as editors count them.
func place(content []byte, at int) (line, col int) {
	before := content[:min(at, len(content))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[start:]) + 1
}

// maxProblems is how many different faults are told.
const maxProblems = 50

// err returns the faults as one error, or nil.
func (r *report) err(v *verifier) error {
	if len(r.found) == 0 {
		return nil
	}
	faults := slices.SortedFunc(maps.Values(r.found), func(a, b *told) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line), cmp.Compare(a.col, b.col), cmp.Compare(a.what, b.what))
	})
	var list diag.List
	for i, f := range faults {
		if i == maxProblems {
			list.Add(diag.Position{}, "they are told when these are mended", "the rendered site has %d more faults", len(faults)-i)
			break
		}
		list.AddProblem(f.problem(v))
	}
	return list.Err()
}

func (f *told) problem(v *verifier) diag.Problem {
	msg := "the rendered file " + f.what
	if f.value != "" {
		msg += ": " + short(f.value)
	}
	switch f.files {
	case 1:
	case 2:
		msg += "; so does one file more"
	default:
		msg += fmt.Sprintf("; so do %d files more", f.files-1)
	}
	hint := f.want
	if source := v.source(f); source != "" {
		hint = strings.TrimPrefix(hint+"; it seems to come from "+source, "; ")
	}
	return diag.Problem{Pos: diag.Position{File: f.file, Line: f.line, Col: f.col}, Msg: msg, Hint: hint}
}

// short quotes a value, cut where it is long.
func short(value string) string {
	const most = 80
	if utf8.RuneCountInString(value) > most {
		value = string([]rune(value)[:most]) + "…"
	}
	return fmt.Sprintf("%q", value)
}

// source says where a fault likely comes from: a file that was copied as it is, else the first
// layout that holds what is wrong, else data or a text, else the record of the page. It is "" where
// nothing is found.
func (v *verifier) source(f *told) string {
	for _, layer := range v.opt.Sources {
		if info, err := fs.Stat(layer, "static/"+f.file); err == nil && info.Mode().IsRegular() {
			return diag.Position{File: "static/" + f.file, Line: f.line, Col: f.col}.String()
		}
	}
	for i, trace := range f.traces {
		folders := []string{"layouts", "assets", "kengash.toml", "i18n", "data", "content"}
		if i > 0 {
			folders = folders[:2] // a word as plain as "onclick" may stand in any text
		}
		for _, folder := range folders {
			for _, layer := range v.opt.Sources {
				if at := find(layer, folder, trace); at != "" {
					return at
				}
			}
		}
	}
	return v.record(f.file)
}

// record is the file of the record that a page is of.
func (v *verifier) record(page string) string {
	_, own, _ := strings.Cut(page, "/")
	name := "data/" + strings.TrimSuffix(own, path.Ext(own)) + ".toml"
	for _, layer := range v.opt.Sources {
		if info, err := fs.Stat(layer, name); err == nil && info.Mode().IsRegular() {
			return name
		}
	}
	return ""
}

// maxSource is the size of a source, in bytes, up to which it is searched.
const maxSource = 4 << 20

// find looks for a text in a file, or in the files of a folder, in any case of letters, and says
// where it stands first.
func find(layer fs.FS, root, text string) (at string) {
	text = strings.ToLower(text)
	_ = fs.WalkDir(layer, root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return nil // what cannot be read is not named
		}
		if info, err := d.Info(); err != nil || info.Size() > maxSource {
			return nil
		}
		content, err := fs.ReadFile(layer, name)
		if err != nil {
			return nil
		}
		if i := strings.Index(strings.ToLower(string(content)), text); i >= 0 {
			line, col := place(content, i)
			at = diag.Position{File: name, Line: line, Col: col}.String()
			return fs.SkipAll
		}
		return nil
	})
	return at
}
