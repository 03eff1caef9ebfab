package search

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Current returns the name of the build that readers of dir use, "" where there is none, or none
// that can be read.
func Current(dir string) string {
	var m Manifest
	if err := readJSON(filepath.Join(dir, ManifestFile), &m); err != nil {
		return ""
	}
	return m.Build
}

// RemoveBuilds removes the builds in dir but those that keep names, so that a folder which is built
// into again and again does not grow. Nothing else in dir is touched.
func RemoveBuilds(dir string, keep ...string) error {
	marks, err := fs.Glob(os.DirFS(dir), "*/"+labelsFile)
	if err != nil {
		return err
	}
	for _, mark := range marks {
		build := path.Dir(mark)
		if slices.Contains(keep, build) {
			continue
		}
		if err := os.RemoveAll(filepath.Join(dir, build)); err != nil {
			return err
		}
	}
	return nil
}
