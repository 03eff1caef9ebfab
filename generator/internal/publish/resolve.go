package publish

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// maxLinks is how many symbolic links resolve follows, as Linux does.
const maxLinks = 40

// resolve returns the absolute path of dest with every symbolic link followed,
// also when what it leads to is missing yet. The error is an [*diag.Error].
func resolve(dest string) (string, error) {
	if dest == "" {
		return "", refusal{
			problem:    "the destination is empty",
			wanted:     "the path of the folder that becomes the site",
			suggestion: "name a folder of its own for the site, such as public",
		}.err()
	}
	links := 0
	path, err := follow(dest, &links)
	if err != nil {
		return "", refusal{
			problem:    fmt.Sprintf("the destination %s cannot be reached", dest),
			wanted:     "a path made of folders that this user may enter, and of links that lead to folders",
			suggestion: "correct the path, or see to the file, link or folder that is in the way",
			cause:      err,
		}.err()
	}
	return path, nil
}

// follow is resolve without the explanations. EvalSymlinks does the work for
// everything that exists; only a missing end has to be followed by hand.
func follow(path string, links *int) (string, error) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		if real, err = filepath.Abs(real); err != nil {
			return "", err
		}
		// The working folder, which Abs put in front, may be a link itself.
		return filepath.EvalSymlinks(real)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", err
	}
	parent := filepath.Dir(path)
	if parent == path {
		return path, nil
	}
	if parent, err = follow(parent, links); err != nil {
		return "", err
	}
	path = filepath.Join(parent, filepath.Base(path))
	info, err := os.Lstat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil
	}
	if err != nil {
		return "", err
	}
	if info.Mode()&fs.ModeSymlink == 0 {
		return path, nil
	}
	if *links++; *links > maxLinks {
		return "", fmt.Errorf("%s: more than %d links", path, maxLinks)
	}
	target, err := os.Readlink(path)
	if err != nil {
		return "", err
	}
	if !filepath.IsAbs(target) {
		target = parent + string(filepath.Separator) + target
	}
	return follow(target, links)
}

// within reports whether inner is outer or is in it. It compares the folders
// themselves where they exist, as two paths may name one folder: by a bind
// mount, or on a file system that ignores case.
func within(inner, outer string) bool {
	outerInfo, outerErr := os.Stat(outer)
	for p := inner; ; p = filepath.Dir(p) {
		if p == outer {
			return true
		}
		if outerErr == nil {
			if info, err := os.Stat(p); err == nil && os.SameFile(info, outerInfo) {
				return true
			}
		}
		if filepath.Dir(p) == p {
			return false
		}
	}
}
