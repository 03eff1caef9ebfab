package publish

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncTree has all of a tree written to the disk. One syncfs for the whole
// file system takes about as long as the fsync of a few files, and a site has
// thousands; the price is that it also waits for what other programs write.
func syncTree(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer f.Close()
	err = unix.Syncfs(int(f.Fd()))
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EINVAL) {
		return syncFiles(dir)
	}
	return os.NewSyscallError("syncfs", err)
}
