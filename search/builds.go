package search

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/kengash/kengash/search/internal/bundle"
	"github.com/kengash/kengash/search/internal/index"
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

// RemoveBuilds removes the builds in dir but those that keep names, with the parts that none of
// these has, so that a folder which is built into again and again does not grow. Nothing else in
// dir is touched.
func RemoveBuilds(dir string, keep ...string) error {
	kept := map[string]bool{}
	for _, build := range keep {
		kept[build] = true
		sums, err := readSums(dir, build)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err // whose parts are not known
		}
		for name := range sums {
			folder, _, _ := strings.Cut(name, "/")
			kept[folder] = true
		}
	}
	for _, mark := range []string{"*/" + labelsFile, "*/*/" + index.Folder} {
		marks, err := fs.Glob(os.DirFS(dir), mark)
		if err != nil {
			return err
		}
		for _, mark := range marks {
			folder, _, _ := strings.Cut(mark, "/")
			if kept[folder] || !bundle.IsBuild(folder) {
				continue
			}
			if err := os.RemoveAll(filepath.Join(dir, folder)); err != nil {
				return err
			}
		}
	}
	return nil
}
