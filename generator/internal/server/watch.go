package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long no file may change before the site is read: editors write in several steps, of
// which each comes right after the one before. Where one is late, the site is read again.
const quiet = 25 * time.Millisecond

// watch calls rebuild after changes, until the context ends or the web server fails.
func (s *server) watch(ctx context.Context, w *fsnotify.Watcher, failed <-chan error, rebuild func()) error {
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-failed:
			return err
		case err := <-w.Errors:
			return fmt.Errorf("watching the source: %w", err)
		case e := <-w.Events:
			if ignored(e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			_ = watchTree(w, e.Name) // where it is a folder; one that is gone again is no fault
			due = time.After(quiet)
		case <-due:
			due = nil
			if err := inTime(ctx, rebuild); err != nil {
				return err
			}
		}
	}
}

// watchTree watches a folder and those below it, builds and hidden ones apart.
func watchTree(w *fsnotify.Watcher, root string) error {
	return filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || !d.IsDir() {
			return err
		}
		if p != root && ignored(p) {
			return fs.SkipDir
		}
		return w.Add(p)
	})
}

// ignored reports whether a change does not concern the site: a build's own folders, hidden files,
// an editor's copies.
func ignored(p string) bool {
	name := filepath.Base(p)
	switch {
	case strings.HasPrefix(name, "."), strings.HasSuffix(name, "~"), strings.HasSuffix(name, ".swp"):
		return true
	}
	return name == "public" || name == "node_modules" || name == "bin"
}
