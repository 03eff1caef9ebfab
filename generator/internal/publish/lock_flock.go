//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris

package publish

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// noFollow keeps a link planted under the lock's name from making us write
// to its target.
const noFollow = unix.O_NOFOLLOW

// lockFile locks f for as long as it is open, or returns errLocked. The lock
// goes with the process, however that ends; programs it starts do not inherit
// it, as os opens files close-on-exec.
func lockFile(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == unix.EINTR:
			continue
		case errors.Is(err, unix.EWOULDBLOCK):
			return errLocked
		}
		return os.NewSyscallError("flock", err)
	}
}

// release removes the lock file and lets go of the lock, in this order: only
// while it is held can nobody else be relying on the file.
func (l *fileLock) release() error {
	err := os.Remove(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // someone tidied up
	}
	return errors.Join(err, l.file.Close())
}
