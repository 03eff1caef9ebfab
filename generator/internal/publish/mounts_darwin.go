package publish

import (
	"os"
	"strings"

	"golang.org/x/sys/unix"
)

// mountsWithin lists the mount points at path and in it.
func mountsWithin(path string) ([]string, error) {
	n, err := unix.Getfsstat(nil, unix.MNT_NOWAIT)
	if err != nil {
		return nil, os.NewSyscallError("getfsstat", err)
	}
	table := make([]unix.Statfs_t, n+8) // room for mounts made meanwhile
	if n, err = unix.Getfsstat(table, unix.MNT_NOWAIT); err != nil {
		return nil, os.NewSyscallError("getfsstat", err)
	}
	var mounts []string
	for i := range table[:n] {
		mount := unix.ByteSliceToString(table[i].Mntonname[:])
		if mount == path || strings.HasPrefix(mount, path+"/") {
			mounts = append(mounts, mount)
		}
	}
	return mounts, nil
}
