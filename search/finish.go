package search

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/search/internal/bundle"
)

// contents are files as they are in place, for a cache.
type contents struct {
	files []treeFile
	data  []byte // of one file after another
}

// treeFile is a file of a tree that is not in place yet.
type treeFile struct {
	name string // its path in the tree, with slashes
	size int
	mode fs.FileMode
}

// finish seals a tree under a name, sets on it the modes a web server needs (Bleve's files are for
// their owner only), puts it in place under that name, and counts what is in it. What the files
// have then goes into all, unless that is nil.
func (w *writer) finish(tree, name string, all *contents) (files int, size int64, err error) {
	list, err := listTree(tree)
	if err != nil {
		return 0, 0, err
	}
	for _, f := range list {
		size += int64(f.size)
	}
	var rest []byte
	if all != nil {
		all.files, all.data = list, make([]byte, size)
		rest = all.data
	}
	for _, f := range list {
		path := filepath.Join(tree, filepath.FromSlash(f.name))
		content := rest[:min(f.size, len(rest))]
		rest = rest[len(content):]
		if key, payload := strings.CutSuffix(f.name, bundle.Extension); payload {
			err = bundle.SealFile(tree, key, name, content)
		} else if all != nil {
			err = readFull(path, content)
		}
		if err == nil && f.mode != 0o644 {
			err = os.Chmod(path, 0o644)
		}
		if err != nil {
			return 0, 0, fmt.Errorf("finish %s: %w", f.name, err)
		}
	}
	return len(list), size, place(tree, filepath.Join(w.dir, name))
}

// listTree lists the files of a tree, and sets the modes of its folders.
func listTree(tree string) (list []treeFile, err error) {
	err = filepath.WalkDir(tree, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			return os.Chmod(path, 0o755)
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(tree, path)
		list = append(list, treeFile{filepath.ToSlash(rel), int(info.Size()), info.Mode().Perm()})
		return err
	})
	return list, err
}

// readFull reads a file of a known size.
func readFull(name string, into []byte) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.ReadFull(file, into)
	return err
}

// place moves a tree to where it belongs. One of that name has these very bytes, and someone may be
// reading it; unless it is damaged.
func place(tree, dir string) error {
	if _, err := os.Stat(dir); err == nil {
		if sameTree(tree, dir) {
			return nil
		}
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return os.Rename(tree, dir)
}
