package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// checkouts are the names by which a folder shows that a version control
// system keeps it. Its history is what no build can bring back.
var checkouts = []string{".git", ".hg", ".svn", ".jj"}

// CheckPlace refuses a destination whose place is wrong, whatever it contains: in a source,
// or around one. The error is an [*diag.Error].
func CheckPlace(dest string, sources []string) error {
	target, err := resolve(dest)
	if err != nil {
		return err
	}
	return checkPlace(target, sources)
}

// checkPlace refuses a destination whose place is wrong, whatever
// it holds.
func checkPlace(dest string, sources []string) error {
	if filepath.Dir(dest) == dest {
		return refusal{
			problem:    fmt.Sprintf("the destination %s is the root of a file system", dest),
			wanted:     "a folder that can be replaced as a whole",
			suggestion: fmt.Sprintf("choose a folder in it, such as %s", filepath.Join(dest, "public")),
		}.err()
	}
	if isAnyWorkName(filepath.Base(dest)) {
		return refusal{
			problem:    fmt.Sprintf("the destination %s has the name of a build's temporary folder", dest),
			wanted:     "a name that a later build does not take for its left-overs",
			suggestion: "choose another name, such as public",
		}.err()
	}
	if home, err := os.UserHomeDir(); err == nil && home != "" {
		if real, err := resolve(home); err == nil {
			home = real
		}
		if within(home, dest) {
			return refusal{
				problem:    fmt.Sprintf("the destination %s is or holds your home folder, which would be deleted", dest),
				wanted:     "a folder that holds the site and nothing else",
				suggestion: fmt.Sprintf("choose a folder in it, such as %s", filepath.Join(dest, "public")),
			}.err()
		}
	}
	for _, source := range sources {
		links := 0
		real, err := follow(source, &links)
		if err != nil {
			return refusal{
				problem:    fmt.Sprintf("the source %s cannot be reached", source),
				wanted:     "a path that shows whether the destination is in it",
				suggestion: "correct the path, or see to the file, link or folder that is in the way",
				cause:      err,
			}.err()
		}
		switch {
		case within(real, dest):
			return refusal{
				problem:    fmt.Sprintf("the destination %s is or holds the source %s, which would be deleted", dest, source),
				wanted:     "a destination apart from what the site is built from",
				suggestion: fmt.Sprintf("choose a folder beside the source, such as %s", filepath.Join(filepath.Dir(real), "public")),
			}.err()
		case within(dest, real):
			return refusal{
				problem:    fmt.Sprintf("the destination %s is in the source %s, so the site would be built from itself", dest, source),
				wanted:     "a destination apart from what the site is built from",
				suggestion: fmt.Sprintf("choose a folder beside the source, such as %s", filepath.Join(filepath.Dir(real), "public")),
			}.err()
		}
	}
	return nil
}

// checkKind refuses a destination that is not a folder or cannot be exchanged.
// Where there is none yet, there is no info.
func checkKind(dest string) (fs.FileInfo, error) {
	info, err := os.Lstat(dest)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(dest, err)
	}
	if !info.IsDir() {
		return nil, refusal{
			problem:    fmt.Sprintf("the destination %s is not a folder", dest),
			wanted:     "a folder, or a path where there is nothing yet",
			suggestion: "choose another destination, or remove the file",
		}.err()
	}
	return info, checkMounts(dest)
}

// checkDest refuses a destination that may not or cannot be replaced because
// of what it is or holds, and says whether there is one.
func checkDest(dest string, force bool) (exists bool, err error) {
	info, err := checkKind(dest)
	if err != nil || info == nil {
		return false, err
	}
	entries, err := os.ReadDir(dest)
	if err != nil {
		return false, unreadable(dest, err)
	}
	if len(entries) > 0 {
		if err := checkContent(dest, force); err != nil {
			return false, err
		}
	}
	if err := checkRights(dest, info, len(entries) == 0); err != nil {
		return false, err
	}
	return true, nil
}

// checkContent decides whether a folder that is not empty may be deleted.
func checkContent(dest string, force bool) error {
	for _, name := range checkouts {
		if _, err := os.Lstat(filepath.Join(dest, name)); err == nil {
			return refusal{
				problem:    fmt.Sprintf("the destination %s holds %s, so it is a version control checkout, which would be deleted", dest, name),
				wanted:     "a folder that holds the site and nothing else",
				suggestion: fmt.Sprintf("build into another folder and copy the site into the checkout, or move %s away first", filepath.Join(dest, name)),
			}.err()
		}
	}
	if marked, err := hasMarker(dest); err != nil {
		return unreadable(dest, err)
	} else if marked {
		return nil
	}
	if !force {
		return refusal{
			problem:    fmt.Sprintf("the destination %s holds files, and no %s file that shows it to be a site of ours; all of it would be deleted", dest, MarkerName),
			wanted:     "a folder that is missing, empty, or was made by an earlier build",
			suggestion: "choose an empty folder; or, if nothing in it is needed, remove it or pass --force",
		}.err()
	}
	// Force is for a folder of another generator, not for a slip such as "..".
	if wd, err := os.Getwd(); err == nil {
		if wd, err := resolve(wd); err == nil && wd != dest && within(wd, dest) {
			return refusal{
				problem:    fmt.Sprintf("the destination %s holds the folder you are in, and is not a site made by Kengash; even --force does not delete it", dest),
				wanted:     "a folder that holds the site and nothing else",
				suggestion: "choose another folder, or go elsewhere and remove this one by hand",
			}.err()
		}
	}
	return nil
}

// checkMounts refuses a destination that is a mount point or holds one. The
// first cannot be renamed. The second could, but removing the old site would
// then delete what is mounted in it.
func checkMounts(dest string) error {
	mounts, err := mountsWithin(dest)
	if err != nil {
		return unreadable(dest, err)
	}
	if len(mounts) == 0 {
		return nil
	}
	if mounts[0] == dest {
		return refusal{
			problem:    fmt.Sprintf("the destination %s is a mount point, which cannot be exchanged with another folder", dest),
			wanted:     "a folder inside one file system",
			suggestion: fmt.Sprintf("choose a folder in it, such as %s, and serve that", filepath.Join(dest, "public")),
		}.err()
	}
	return refusal{
		problem:    fmt.Sprintf("the destination %s holds the mount point %s, whose files would be deleted", dest, mounts[0]),
		wanted:     "a folder that holds the site and nothing else",
		suggestion: fmt.Sprintf("unmount %s, or choose another destination", mounts[0]),
	}.err()
}

func unreadable(dest string, err error) error {
	return refusal{
		problem:    fmt.Sprintf("the destination %s could not be looked at", dest),
		wanted:     "a folder whose content is known before it is replaced",
		suggestion: "give this user the right to read it, or choose another destination",
		cause:      err,
	}.err()
}

func unwritable(parent string, err error) error {
	return refusal{
		problem:    fmt.Sprintf("the folder %s, in which the destination is, cannot be written to", parent),
		wanted:     "a place beside the destination to build the new site in",
		suggestion: fmt.Sprintf("give this user the right to write to %s, or choose a destination elsewhere", parent),
		cause:      err,
	}.err()
}
