package verify

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
)

// told is a fault as it is reported: at the first page that has it, with the number of all.
type told struct {
	fault
	file      string
	line, col int
	files     int
	source    string // where it likely comes from; "" where nobody knows
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

// maxProblems is the number of different faults that are reported.
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
	if more := len(faults) - maxProblems; more > 0 {
		faults = faults[:maxProblems]
		list.Add(diag.More, diag.Position{}, "they are reported once these are corrected", "the rendered site has %d more faults", more)
	}
	v.trace(faults)
	for _, f := range faults {
		list.AddProblem(f.problem())
	}
	return list.Err()
}

func (f *told) problem() diag.Problem {
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
	if f.source != "" {
		hint += "; it seems to come from " + f.source
	}
	return diag.Problem{Code: diag.UnsafePage, Pos: diag.Position{File: f.file, Line: f.line, Col: f.col}, Msg: msg, Hint: hint}
}

// short quotes a value, cut where it is long.
func short(value string) string {
	const most = 80
	if utf8.RuneCountInString(value) > most {
		value = string([]rune(value)[:most]) + "…"
	}
	return fmt.Sprintf("%q", value)
}
