//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !solaris && !windows

package lock

import (
	"errors"
	"io/fs"
	"os"
)

// NoFollow has no meaning here.
const NoFollow = 0

// File refuses: without a lock that ends with its process, a killed build
// and a running one cannot be told apart.
func File(f *os.File) error { return errors.ErrUnsupported }

// Remove removes the file f and closes it.
func Remove(f *os.File) error {
	err := os.Remove(f.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // someone tidied up
	}
	return errors.Join(err, f.Close())
}
