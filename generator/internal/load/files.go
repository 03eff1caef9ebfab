package load

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
)

// normalised is a file without the marks of the system it was written on: no byte order mark, lines
// that end in a line feed.
func normalised(data []byte) []byte {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.IndexByte(data, '\r') < 0 {
		return data
	}
	return bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n"))
}

// places finds the lines and columns of the bytes of a file. On the same line it continues from the
// last place that it found.
type places struct {
	file   string
	source []byte
	starts []int // of the lines
	offset int   // of the last place
	last   diag.Position
}

func newPlaces(file string, source []byte) *places {
	p := &places{file: file, source: source, starts: []int{0}}
	for i, c := range source {
		if c == '\n' {
			p.starts = append(p.starts, i+1)
		}
	}
	return p
}

// at is the place of a byte.
func (p *places) at(offset int) diag.Position {
	offset = min(max(offset, 0), len(p.source))
	for start := offset - 1; start >= 0 && start > offset-utf8.UTFMax; start-- { // the byte may lie within a rune
		if _, size := utf8.DecodeRune(p.source[start:]); start+size > offset {
			offset = start
			break
		}
	}
	line, begins := slices.BinarySearch(p.starts, offset)
	if begins {
		line++
	}
	from, col := p.starts[line-1], 1
	if p.last.Line == line && p.offset <= offset {
		from, col = p.offset, p.last.Col
	}
	p.offset = offset
	p.last = diag.Position{File: p.file, Line: line, Col: col + utf8.RuneCount(p.source[from:offset])}
	return p.last
}

// position is the place of a byte of a file.
func position(file string, source []byte, offset int) diag.Position {
	return newPlaces(file, source).at(offset)
}

// filesIn lists the files of a folder that belong there, and reports the others.
func (l *loader) filesIn(fsys fs.FS, dir, wanted string) ([]string, error) {
	entries, err := l.entries(fsys, dir)
	var names []string
	for _, e := range entries {
		if !e.IsDir() && !folder.Hidden(e.Name()) && path.Ext(e.Name()) == path.Ext(wanted) {
			names = append(names, e.Name())
		} else {
			l.stray(dir, e, wanted)
		}
	}
	return slices.Clip(names), err
}

func kindNames() []string {
	names := make([]string, len(model.Kinds))
	for i, k := range model.Kinds {
		names[i] = string(k)
	}
	return names
}

func langNames(langs []model.Lang) []string {
	names := make([]string, len(langs))
	for i, l := range langs {
		names[i] = string(l)
	}
	return names
}

// subfolders lists the folders in a folder of the site that has no files itself, and reports its
// files.
func (l *loader) subfolders(dir, wanted string) ([]string, error) {
	entries, err := l.entries(l.src.Site, dir)
	var names []string
	for _, e := range entries {
		switch {
		case e.IsDir() && !folder.LeftOver(e.Name()):
			names = append(names, e.Name())
		case path.Join(dir, e.Name()) != model.RedirectsFile:
			l.stray(dir, e, wanted)
		}
	}
	return names, err
}
