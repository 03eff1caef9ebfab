package publish

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/lock"
)

const (
	workInfix   = ".kengash-"
	lockSuffix  = "lock"
	asideSuffix = "-old"
	randomBytes = 8
)

// workPrefix is the beginning of the names of all that is put beside dest.
func workPrefix(dest string) string { return "." + filepath.Base(dest) + workInfix }

func lockPath(dest string) string {
	return filepath.Join(filepath.Dir(dest), workPrefix(dest)+lockSuffix)
}

// isWorkName reports whether name is that of a folder made for a build of dest.
// The part after the prefix is compared in full: ".a.kengash-b.kengash-…"
// belongs to a destination "a.kengash-b", not to "a".
func isWorkName(dest, name string) bool {
	rest, ok := strings.CutPrefix(name, workPrefix(dest))
	return ok && isRandom(strings.TrimSuffix(rest, asideSuffix))
}

// isAnyWorkName reports whether name is one that some destination's builds use.
func isAnyWorkName(name string) bool {
	i := strings.LastIndex(name, workInfix)
	if i < 2 || name[0] != '.' {
		return false
	}
	rest := name[i+len(workInfix):]
	return rest == lockSuffix || isRandom(strings.TrimSuffix(rest, asideSuffix))
}

func isRandom(s string) bool {
	return len(s) == 2*randomBytes && strings.Trim(s, "0123456789abcdef") == ""
}

// makeWorkFolder makes an empty folder beside dest. Only this user can look
// into it until Commit.
func makeWorkFolder(dest string) (string, error) {
	var random [randomBytes]byte
	_, _ = rand.Read(random[:]) // never fails, it says
	dir := filepath.Join(filepath.Dir(dest), workPrefix(dest)+hex.EncodeToString(random[:]))
	if err := os.Mkdir(dir, 0o700); err != nil {
		return "", unwritable(filepath.Dir(dest), err)
	}
	return dir, nil
}

// Tidy removes what killed builds of dest have left beside it, as Prepare does. While another build
// of it runs, that one has done so.
func Tidy(dest string) error {
	target, err := resolve(dest)
	if err != nil {
		return err
	}
	entries, err := os.ReadDir(filepath.Dir(target))
	if err != nil {
		return unreadable(filepath.Dir(target), err)
	}
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.IsDir() && isWorkName(target, e.Name()) }) {
		return nil
	}
	held, err := acquire(target)
	if errors.Is(err, ErrBusy) {
		return nil
	}
	if err != nil {
		return err
	}
	err = recoverAside(target)
	if err == nil {
		err = removeLeftovers(target)
	}
	return errors.Join(err, lock.Remove(held))
}

// removeLeftovers removes the folders that killed builds of dest have left.
// The caller holds the lock of dest, so none of them is in use.
func removeLeftovers(dest string) error {
	parent := filepath.Dir(dest)
	entries, err := os.ReadDir(parent)
	if err != nil {
		return unreadable(parent, err)
	}
	for _, entry := range entries {
		if !entry.IsDir() || !isWorkName(dest, entry.Name()) {
			continue
		}
		path := filepath.Join(parent, entry.Name())
		if err := removeTree(path); err != nil {
			return refusal{
				problem:    fmt.Sprintf("%s, left by a build that was killed, could not be removed", path),
				wanted:     "nothing stale beside the destination",
				suggestion: "remove it by hand, as the user it belongs to",
				cause:      err,
			}.err()
		}
	}
	return nil
}

// removeTree is os.RemoveAll that also removes folders made read-only by
// their owner, and does not go into what is mounted.
func removeTree(path string) error {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	mounts, err := mountsWithin(path)
	if err != nil {
		return err
	}
	if len(mounts) > 0 {
		return fmt.Errorf("%s is mounted; its files are not touched", mounts[0])
	}
	err = os.RemoveAll(path)
	if err == nil || !errors.Is(err, fs.ErrPermission) {
		return err
	}
	_ = filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			_ = os.Chmod(p, 0o700) // if it fails, RemoveAll says why
		}
		return nil
	})
	return os.RemoveAll(path)
}
