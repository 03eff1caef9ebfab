package publish

import (
	"errors"
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// noFollow has no meaning here.
const noFollow = 0

// lockFile locks f for as long as it is open, or returns errLocked. The locked
// byte lies far behind the text: a locked byte cannot be read by others.
func lockFile(f *os.File) error {
	at := &windows.Overlapped{OffsetHigh: 1}
	err := windows.LockFileEx(windows.Handle(f.Fd()),
		windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) || errors.Is(err, windows.ERROR_IO_PENDING) {
		return errLocked
	}
	return os.NewSyscallError("LockFileEx", err)
}

// release lets go of the lock and removes its file, in this order: an open
// file cannot be removed. That it cannot is also why nothing is lost when
// another build has taken it in between.
func (l *fileLock) release() error {
	err := l.file.Close()
	if e := os.Remove(l.path); e != nil && !errors.Is(e, fs.ErrNotExist) && !errors.Is(e, windows.ERROR_SHARING_VIOLATION) {
		err = errors.Join(err, e)
	}
	return err
}
