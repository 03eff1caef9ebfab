//go:build unix && !linux && !darwin

package publish

import (
	"os"
	"path/filepath"
	"syscall"
)

// mountsWithin reports whether path is a mount point, by its device number. A
// mount deeper in path, or one of the same file system, goes unseen here.
func mountsWithin(path string) ([]string, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, err
	}
	parent, err := os.Lstat(filepath.Dir(path))
	if err != nil {
		return nil, err
	}
	a, okA := info.Sys().(*syscall.Stat_t)
	b, okB := parent.Sys().(*syscall.Stat_t)
	if okA && okB && a.Dev != b.Dev {
		return []string{path}, nil
	}
	return nil, nil
}
