//go:build unix

package publish

import (
	"io/fs"
	"os"
	"syscall"
)

// ours reports whether a file of the site belongs to this user, as a new one would, and has no
// other name by which it could be changed.
func ours(info fs.FileInfo) bool {
	stat, ok := info.Sys().(*syscall.Stat_t)
	return ok && stat.Nlink == 1 && int(stat.Uid) == os.Geteuid()
}
