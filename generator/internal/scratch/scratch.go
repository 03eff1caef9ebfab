// Package scratch creates temporary folders, and removes those that killed runs have left.
//
// Each folder contains a locked file. The lock ends with its process, so a folder whose file can be
// locked belongs to no process any more; the next run that needs a folder removes it.
package scratch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/lock"
)

const (
	prefix   = "kengash-"
	lockName = ".kengash-scratch" // no folder of anybody else has it

	// unlocked is how old an empty folder must be for it to be one of a process that was killed
	// before it made the file.
	unlocked = time.Hour
)

// Folder is a folder of this process, by a path without links.
type Folder struct {
	path string
	lock *os.File
}

// New makes an empty folder whose name says what it is used for, and removes those of processes
// that have ended.
func New(use string) (*Folder, error) {
	parent := os.TempDir()
	removeDead(parent)
	for {
		path, err := os.MkdirTemp(parent, prefix+use+"-")
		if err != nil {
			return nil, explain(parent, err)
		}
		held, err := take(filepath.Join(path, lockName), os.O_CREATE|os.O_EXCL)
		if err == nil {
			// esbuild names files by their real path, and must be understood; on macOS the folder
			// for temporary files is behind a link.
			if path, err = filepath.EvalSymlinks(path); err == nil {
				return &Folder{path: path, lock: held}, nil
			}
			_ = held.Close()
		}
		_ = os.RemoveAll(path)
		if !errors.Is(err, errLost) {
			return nil, explain(parent, err)
		}
	}
}

// Path returns the folder. What begins with a dot in it is not the caller's.
func (f *Folder) Path() string { return f.path }

// Remove removes the folder. What cannot be removed, the next process tries again.
func (f *Folder) Remove() error { return remove(f.path, f.lock) }

// errLost is what take returns when another process has taken the folder for a dead one's.
var errLost = errors.New("taken by another process")

// take opens and locks the file of a folder.
func take(name string, flag int) (*os.File, error) {
	f, err := os.OpenFile(name, os.O_RDWR|lock.NoFollow|flag, 0o600)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errLost
	}
	if err != nil {
		return nil, err
	}
	err = lock.File(f)
	if err == nil {
		// Whoever removed the folder between the two had the lock of this very file.
		var ours, named fs.FileInfo
		if ours, err = f.Stat(); err == nil {
			named, err = os.Lstat(name)
		}
		if err == nil && os.SameFile(ours, named) {
			return f, nil
		}
		err = errLost
	} else if errors.Is(err, lock.ErrHeld) {
		err = errLost
	}
	_ = f.Close()
	return nil, err
}

// removeDead removes the folders of processes that have ended. One that cannot be removed, mostly
// of another user, is left to whom it belongs.
func removeDead(parent string) {
	entries, err := os.ReadDir(parent)
	if err != nil {
		return // New says what is wrong with it
	}
	for _, entry := range entries {
		if !entry.IsDir() || !strings.HasPrefix(entry.Name(), prefix) {
			continue
		}
		path := filepath.Join(parent, entry.Name())
		held, err := take(filepath.Join(path, lockName), 0)
		switch info, statErr := entry.Info(); {
		case err == nil:
			_ = remove(path, held)
		case errors.Is(err, errLost) && statErr == nil && time.Since(info.ModTime()) > unlocked:
			_ = os.Remove(path) // which it is not, if there is anything in it
		}
	}
}

// remove removes a folder whose file is held, the file last.
func remove(path string, held *os.File) error {
	entries, err := os.ReadDir(path)
	for _, entry := range entries {
		if entry.Name() != lockName {
			err = errors.Join(err, os.RemoveAll(filepath.Join(path, entry.Name())))
		}
	}
	if err != nil {
		return errors.Join(err, held.Close())
	}
	return errors.Join(lock.Remove(held), os.Remove(path))
}

// Explain says of an error of writing to the folder what is to be done.
func (f *Folder) Explain(err error) error { return explain(filepath.Dir(f.path), err) }

func explain(parent string, err error) error {
	return &diag.Error{
		Problems: []diag.Problem{{
			Code: diag.NoRoom,
			Msg:  fmt.Sprintf("the folder for temporary files, %s, cannot be used: %v", parent, err),
			Hint: "want a few megabytes in a folder that may be written to; make room there, or name another by TMPDIR",
		}},
		Causes: []error{err},
	}
}
