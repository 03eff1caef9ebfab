package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

const (
	fileMode fs.FileMode = 0o644
	dirMode  fs.FileMode = 0o755
)

// normalise gives all files and folders of the new site the modes of a public
// site, whatever the umask and the modes of copied files were. It refuses a
// site without a file, and what is neither file nor folder: a link would lead
// out of the site, or to a name that the next build may not have.
func normalise(dir string) error {
	files := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		mode := fileMode
		switch {
		case d.IsDir():
			mode = dirMode
		case !d.Type().IsRegular():
			return &Error{
				Path:       path,
				Problem:    fmt.Sprintf("the new site holds %s, which is neither a file nor a folder (%v)", path, d.Type()),
				Wanted:     "a site of files and folders only",
				Suggestion: "replace it in the source by a copy of what it stands for",
			}
		case path != filepath.Join(dir, MarkerName):
			files++
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		const all = fs.ModePerm | fs.ModeSetuid | fs.ModeSetgid | fs.ModeSticky
		if info.Mode()&all == mode {
			return nil
		}
		return os.Chmod(path, mode)
	})
	if own, ok := err.(*Error); ok {
		return own
	}
	if err != nil {
		return &Error{
			Path:       dir,
			Problem:    "the new site could not be made readable for all",
			Wanted:     "a stage that only this build changes",
			Suggestion: "build again; the old site is untouched",
			Err:        err,
		}
	}
	if files == 0 {
		return &Error{
			Path:       dir,
			Problem:    "the new site has no file",
			Wanted:     "at least one file, for it takes the place of the old site",
			Suggestion: "look for why the build wrote nothing; the old site is untouched",
		}
	}
	return nil
}
