//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd || solaris

package lock

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/unix"
)

// NoFollow keeps a link planted under the lock's name from making us write
// to its target.
const NoFollow = unix.O_NOFOLLOW

// File locks f for as long as it is open, or returns [ErrHeld]. The lock
// goes with the process, however that ends; programs it starts do not inherit
// it, as os opens files close-on-exec.
func File(f *os.File) error {
	for {
		err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB)
		switch {
		case err == unix.EINTR:
			continue
		case errors.Is(err, unix.EWOULDBLOCK):
			return ErrHeld
		}
		return os.NewSyscallError("flock", err)
	}
}

// Remove removes the locked file f and lets go of the lock, in this order: only while it is held
// can nobody else be relying on the file.
func Remove(f *os.File) error {
	err := os.Remove(f.Name())
	if errors.Is(err, fs.ErrNotExist) {
		err = nil // someone tidied up
	}
	return errors.Join(err, f.Close())
}
