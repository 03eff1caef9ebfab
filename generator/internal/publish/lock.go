package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/generator/internal/lock"
)

// acquire takes the lock of dest, a file, or refuses with [ErrBusy]: two builds at
// once would each remove the other's stage. To wait instead would publish the
// sites in an order that nobody chose.
func acquire(dest string) (*os.File, error) {
	path := lockPath(dest)
	for {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|lock.NoFollow, 0o600)
		if _, there := os.Lstat(path); errors.Is(err, fs.ErrPermission) && there == nil {
			return nil, refusal{
				problem:    fmt.Sprintf("another user's build for %s is running, or was killed", dest),
				wanted:     "one build for a destination at a time, by the user it belongs to",
				suggestion: fmt.Sprintf("wait until it has ended; if none is running, build as that user, or have %s removed", path),
				cause:      err,
			}.err()
		}
		if err != nil {
			return nil, unwritable(filepath.Dir(dest), err)
		}
		checkpoint(stepOpened)
		if err := lock.File(f); err != nil {
			holder := readHolder(f)
			f.Close()
			if errors.Is(err, lock.ErrHeld) {
				return nil, refusal{
					problem:    fmt.Sprintf("another build for %s is running%s", dest, holder),
					wanted:     "one build for a destination at a time",
					suggestion: "wait until it has ended, or choose another destination",
					kind:       ErrBusy,
				}.err()
			}
			return nil, refusal{
				problem:    fmt.Sprintf("the lock %s could not be taken", path),
				wanted:     "a file system with locks, so that two builds cannot meet",
				suggestion: "build into a folder on a local file system, and copy the site from there",
				cause:      err,
			}.err()
		}
		// The holder before us removed the file on leaving. If that happened
		// between our open and our lock, we hold a file without a name, and
		// the next build would lock another one.
		ours, err := f.Stat()
		if err == nil {
			var named fs.FileInfo
			if named, err = os.Lstat(path); err == nil && os.SameFile(ours, named) {
				writeHolder(f)
				return f, nil
			}
		}
		f.Close()
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, unreadable(path, err)
		}
	}
}

// writeHolder notes who holds the lock, for the message to the one who does
// not get it. Failing to do so is no reason not to build.
func writeHolder(f *os.File) {
	text := fmt.Sprintf("process %d", os.Getpid())
	if host, err := os.Hostname(); err == nil {
		text += " on " + host
	}
	if f.Truncate(0) == nil {
		_, _ = f.WriteAt([]byte(text+"\n"), 0)
	}
}

func readHolder(f *os.File) string {
	// Not ReadAll: the file is as long as whoever wrote it liked.
	text, err := io.ReadAll(io.NewSectionReader(f, 0, 200))
	line, _, _ := strings.Cut(string(text), "\n")
	if err != nil || !strings.HasPrefix(line, "process ") {
		return ""
	}
	return " (" + line + ")"
}
