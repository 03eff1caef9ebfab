package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// exchangeAside is the exchange in three renames, for systems without a call
// for it. If the second fails, the first is undone.
func exchangeAside(a, b string) error {
	aside := a + asideSuffix
	if err := os.Rename(b, aside); err != nil {
		return err
	}
	if err := os.Rename(a, b); err != nil {
		if undo := os.Rename(aside, b); undo != nil {
			return fmt.Errorf("%w; and the old folder could not be put back, it is at %s: %w", err, aside, undo)
		}
		return err
	}
	return os.Rename(aside, a)
}

// recoverAside puts the old site back when a build was killed in the midst of
// exchangeAside. The caller holds the lock of dest.
func recoverAside(dest string) error {
	if _, err := os.Lstat(dest); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	parent := filepath.Dir(dest)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return unreadable(parent, err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !entry.IsDir() || !strings.HasSuffix(name, asideSuffix) || !isWorkName(dest, name) {
			continue
		}
		// One that was put aside from a work folder, by the probe, is not a site.
		path := filepath.Join(parent, name)
		if marked, err := hasMarker(path); err != nil || !marked {
			continue
		}
		if err := renameNew(path, dest); err != nil {
			return refusal{
				problem:    fmt.Sprintf("the old site, set aside at %s by a build that was killed, could not be put back", path),
				wanted:     fmt.Sprintf("the old site at %s until the new one takes its place", dest),
				suggestion: fmt.Sprintf("rename %s to %s by hand", path, dest),
				cause:      err,
			}.err()
		}
		return nil
	}
	return nil
}
