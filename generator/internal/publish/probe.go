package publish

import (
	"fmt"
	"os"
	"path/filepath"
)

// probe makes sure that the exchange will work, by doing it: the stage, still
// empty, is exchanged with a second folder beside it.
func probe(dest, stage string, destExists bool) error {
	parent := filepath.Dir(dest)
	other, err := makeWorkFolder(dest)
	if err != nil {
		return err
	}
	defer os.RemoveAll(other)
	// A file tells the two apart: there are file systems that ignore the
	// flags of a rename, and some whose file numbers change.
	const name = "probe"
	if err := os.WriteFile(filepath.Join(stage, name), nil, 0o600); err != nil {
		return unwritable(parent, err)
	}
	checkpoint(stepProbing)
	err = swap(stage, other)
	if err == nil {
		if _, err = os.Lstat(filepath.Join(other, name)); err == nil {
			_, err = os.ReadDir(stage)
		}
	}
	if err != nil {
		return refusal{
			problem:    fmt.Sprintf("the file system of %s cannot exchange two folders in one step", parent),
			wanted:     "a file system on which the new site can take the place of the old one without a moment of neither (ext4, XFS, Btrfs, ZFS, tmpfs and APFS can; network and foreign file systems often cannot)",
			suggestion: "build into a folder on such a file system, and copy the site from there",
			cause:      err,
		}.err()
	}
	if destExists {
		return checkMovable(dest, other)
	}
	return nil
}
