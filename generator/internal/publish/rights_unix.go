//go:build unix

package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"golang.org/x/sys/unix"
)

// checkRights refuses a destination of another user's that could not be moved
// or, once moved, not be removed. The first would be found out only after the
// build, the second would leave the old site on the disk forever.
func checkRights(dest string, info fs.FileInfo, empty bool) error {
	uid := os.Geteuid()
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || uid == 0 || int(stat.Uid) == uid {
		return nil
	}
	parent := filepath.Dir(dest)
	parentInfo, err := os.Stat(parent)
	if err != nil {
		return unreadable(parent, err)
	}
	parentStat, ok := parentInfo.Sys().(*syscall.Stat_t)
	sticky := parentInfo.Mode()&fs.ModeSticky != 0 && ok && int(parentStat.Uid) != uid
	if !sticky && (empty || unix.Access(dest, unix.W_OK|unix.X_OK) == nil) {
		return nil
	}
	return refusal{
		problem:    fmt.Sprintf("the destination %s belongs to another user (number %d), and this user (number %d) may not replace it", dest, stat.Uid, uid),
		wanted:     "a folder that belongs to the user who builds",
		suggestion: "build as that user, have the folder removed or given to you, or choose another destination",
		cause:      fs.ErrPermission,
	}.err()
}
