package server

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"
)

// quiet is how long no file may change before the site is read: editors write in several steps, of
// which each comes right after the one before. Where one is late, the site is read again.
const quiet = 25 * time.Millisecond

// watching is how changes of the source are followed.
type watching struct {
	*fsnotify.Watcher
	opt     Options
	rebuild func()
}

// until rebuilds after changes, until the context ends or the web server fails.
func (w watching) until(ctx context.Context, failed <-chan error) error {
	var due <-chan time.Time
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-failed:
			return err
		case err := <-w.Errors:
			// Changes may have been missed, folders among them.
			if !errors.Is(err, fsnotify.ErrEventOverflow) {
				w.opt.Failed("watching the source: ", err)
			}
			if err := watchTree(w.Watcher, w.opt.Source); err != nil {
				w.opt.Failed("watching the source: ", err)
			}
			due = time.After(quiet)
		case e := <-w.Events:
			if ignored(e.Name) || e.Op == fsnotify.Chmod {
				continue
			}
			_ = watchTree(w.Watcher, e.Name) // where it is a folder; one that is gone again is no fault
			due = time.After(quiet)
		case <-due:
			due = nil
			if err := inTime(ctx, w.rebuild); err != nil {
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
