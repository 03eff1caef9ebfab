package publish

import (
	"errors"
	"fmt"
	"os"

	"golang.org/x/sys/unix"
)

// exchange swaps the names of the folders at a and b in one step.
func exchange(a, b string) error {
	return rename2(a, b, unix.RENAME_EXCHANGE)
}

// renameNew renames the folder at from to the name to, which must be free.
func renameNew(from, to string) error {
	err := rename2(from, to, unix.RENAME_NOREPLACE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) {
		// A plain rename does no harm here: a folder replaces an empty folder
		// at most.
		return os.Rename(from, to)
	}
	return err
}

func rename2(from, to string, flags uint) error {
	for {
		err := unix.Renameat2(unix.AT_FDCWD, from, unix.AT_FDCWD, to, flags)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			return &os.LinkError{Op: "renameat2", Old: from, New: to, Err: err}
		}
		return nil
	}
}

// checkMovable refuses a dest that comes from a lower layer of an overlay, such
// as a folder of a container's image: the overlay exchanges the folders made
// in the container, as the probe did, but not that one. The only way to ask is
// to rename dest to a name it can never get, that of full, a folder with a
// file in it: rename(2) then fails for certain, and how it fails is the answer.
func checkMovable(dest, full string) error {
	var st unix.Statfs_t
	if err := unix.Statfs(dest, &st); err != nil {
		return unreadable(dest, &os.PathError{Op: "statfs", Path: dest, Err: err})
	}
	if int64(st.Type) != unix.OVERLAYFS_SUPER_MAGIC {
		return nil
	}
	if err := unix.Rename(dest, full); !errors.Is(err, unix.EXDEV) {
		return nil
	}
	return refusal{
		problem:    fmt.Sprintf("the destination %s belongs to a read-only layer of an overlay file system (a container's image), which cannot exchange it", dest),
		wanted:     "a folder made in this container, or on a volume",
		suggestion: fmt.Sprintf("remove %s in the container once, or choose a destination on a volume", dest),
		cause:      unix.EXDEV,
	}.err()
}
