// Package edit changes files of a site's folder: all that belong together, or none.
package edit

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/folder"
)

// Files are those of a site's folder as they would be after changes that nobody has written yet. As
// an [fs.FS] it can be read and checked before anything is written.
type Files struct {
	under   *folder.Folder
	changed map[string][]byte // by name; nil where the file is removed
}

// New returns the files of a folder without any change.
func New(under *folder.Folder) *Files { return &Files{under, map[string][]byte{}} }

// Read returns the content of a file.
func (f *Files) Read(name string) ([]byte, error) {
	content, ok := f.changed[name]
	switch {
	case !ok:
		return f.under.ReadFile(name)
	case content == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return content, nil
}

// Write has a file hold a content.
func (f *Files) Write(name string, content []byte) {
	if content == nil {
		content = []byte{}
	}
	f.changed[name] = content
}

// Remove has a file be gone.
func (f *Files) Remove(name string) { f.changed[name] = nil }

// Move has a file stand under another name.
func (f *Files) Move(from, to string) error {
	content, err := f.Read(from)
	if err == nil {
		f.Write(to, content)
		f.Remove(from)
	}
	return err
}

// Exists reports whether something has a name.
func (f *Files) Exists(name string) bool {
	if content, ok := f.changed[name]; ok {
		return content != nil
	}
	_, err := f.under.Stat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// Changed returns the names of the files that are written or removed, sorted.
func (f *Files) Changed() []string { return slices.Sorted(maps.Keys(f.changed)) }

// Apply writes the changes. A file that is new must not be there. What was written before an error
// is undone.
func (f *Files) Apply() (err error) {
	var undo []func() error
	defer func() {
		for _, u := range slices.Backward(undo) {
			if err != nil {
				err = errors.Join(err, u())
			}
		}
	}()
	for _, name := range f.Changed() {
		content := f.changed[name]
		if content == nil {
			continue // once all others are written
		}
		old, err := f.under.ReadFile(name)
		back := func() error { return f.under.Replace(name, string(old)) }
		if errors.Is(err, fs.ErrNotExist) {
			back = func() error { return f.under.Remove(name) }
			err = f.under.Create(name, string(content))
		} else if err == nil {
			err = f.under.Replace(name, string(content))
		}
		if err != nil {
			return fmt.Errorf("edit: %w", err)
		}
		undo = append(undo, back)
	}
	for _, name := range f.Changed() {
		if f.changed[name] != nil {
			continue
		}
		old, err := f.under.ReadFile(name)
		if err == nil {
			err = f.under.Remove(name)
		}
		if err != nil {
			return fmt.Errorf("edit: %w", err)
		}
		undo = append(undo, func() error { return f.under.Create(name, string(old)) })
	}
	return nil
}

// Open opens a file or a folder as it would be.
func (f *Files) Open(name string) (fs.File, error) {
	if content, ok := f.changed[name]; ok {
		if content == nil {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
		return &file{entry{path.Base(name), int64(len(content)), 0}, bytes.NewReader(content)}, nil
	}
	opened, err := f.under.Open(name)
	if err != nil && (!errors.Is(err, fs.ErrNotExist) || len(f.below(name)) == 0) {
		return nil, err
	}
	if err == nil {
		if info, err := opened.Stat(); err != nil || !info.IsDir() {
			return opened, err
		}
		opened.Close()
	}
	entries, err := f.ReadDir(name)
	if err != nil {
		return nil, err
	}
	return &dir{file{entry{path.Base(name), 0, fs.ModeDir}, strings.NewReader("")}, entries}, nil
}

// ReadDir lists a folder by name as it would be.
func (f *Files) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := f.under.ReadDir(name)
	below := f.below(name)
	if err != nil && (!errors.Is(err, fs.ErrNotExist) || len(below) == 0) {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool {
		_, again := below[e.Name()]
		content, ok := f.changed[path.Join(name, e.Name())]
		return again || ok && content == nil
	})
	for _, e := range below {
		entries = append(entries, fs.FileInfoToDirEntry(e))
	}
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return entries, nil
}

// below are the files that are written in a folder, and the folders that lead to others.
func (f *Files) below(dir string) map[string]entry {
	out := map[string]entry{}
	for name, content := range f.changed {
		rest, ok := strings.CutPrefix(name, dir+"/")
		if dir == "." {
			rest, ok = name, true
		}
		if !ok || content == nil {
			continue
		}
		if child, _, deeper := strings.Cut(rest, "/"); deeper {
			out[child] = entry{child, 0, fs.ModeDir}
		} else {
			out[child] = entry{child, int64(len(content)), 0}
		}
	}
	return out
}

// entry describes a file that is not written yet, or a folder on the way to one.
type entry struct {
	name string
	size int64
	mode fs.FileMode
}

func (e entry) Name() string       { return e.name }
func (e entry) Size() int64        { return e.size }
func (e entry) Mode() fs.FileMode  { return e.mode }
func (e entry) ModTime() time.Time { return time.Time{} }
func (e entry) IsDir() bool        { return e.mode.IsDir() }
func (e entry) Sys() any           { return nil }

// file is an entry that is open.
type file struct {
	entry
	io.Reader
}

func (f *file) Stat() (fs.FileInfo, error) { return f.entry, nil }
func (f *file) Close() error               { return nil }

// dir is a folder that is open.
type dir struct {
	file
	entries []fs.DirEntry // that were not listed yet
}

// ReadDir lists the next entries; all that are left for n below 1.
func (d *dir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n > 0 && len(d.entries) == 0 {
		return nil, io.EOF
	}
	if n <= 0 {
		n = len(d.entries)
	}
	n = min(n, len(d.entries))
	out := d.entries[:n:n]
	d.entries = d.entries[n:]
	return out, nil
}
