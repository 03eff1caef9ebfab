//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !solaris && !windows

package publish

import (
	"errors"
	"io/fs"
	"os"
)

const noFollow = 0

// lockFile refuses: without a lock that ends with its process, a killed build
// and a running one cannot be told apart.
func lockFile(f *os.File) error { return errors.ErrUnsupported }

func (l *fileLock) release() error {
	err := os.Remove(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // someone tidied up
	}
	return errors.Join(err, l.file.Close())
}
