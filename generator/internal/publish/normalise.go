package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
)

const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// normalise gives all files and folders of the new site the modes of a public
// site, regardless of the umask and the modes of copied files. It refuses a
// site without a file, and what is neither file nor folder: a link would lead
// out of the site, or to a name that the next build may not have. It returns
// the size of all files, and the stamps of those that have one.
func normalise(dir string) (bytes int64, stamps map[string]folder.Stamp, err error) {
	files, now := 0, time.Now()
	stamps = map[string]folder.Stamp{}
	err = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := fileMode
		switch {
		case d.IsDir():
			mode = dirMode
		case !d.Type().IsRegular():
			return refusal{
				problem:    fmt.Sprintf("the new site holds %s, which is neither a file nor a folder (%v)", path, d.Type()),
				wanted:     "a site of files and folders only",
				suggestion: "replace it in the source by a copy of its target",
			}.err()
		case path != filepath.Join(dir, MarkerName):
			files++
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if !d.IsDir() {
			bytes += info.Size()
			if stamp, ok := folder.StampOf(info, now); ok {
				stamps[filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator)))] = stamp
			}
		}
		const all = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
		if info.Mode()&all == mode {
			return nil
		}
		return os.Chmod(path, mode)
	})
	if own, ok := err.(*diag.Error); ok {
		return 0, nil, own
	}
	if err != nil {
		return 0, nil, refusal{
			problem:    "the new site could not be made readable for all",
			wanted:     "a stage that only this build changes",
			suggestion: "build again; the old site is untouched",
			cause:      err,
		}.err()
	}
	if files == 0 {
		return 0, nil, refusal{
			problem:    "the new site has no file",
			wanted:     "at least one file, for it takes the place of the old site",
			suggestion: "look for why the build wrote nothing; the old site is untouched",
		}.err()
	}
	return bytes, stamps, nil
}
