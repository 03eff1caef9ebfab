package hugo

import (
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"
)

// Snapshot returns the layers of a theme as they are now: what Hugo's build reads of them is read
// once, so that what a page was made with is what [Fingerprint] has seen. Files in static/ are read
// when they are copied.
func Snapshot(layers []fs.FS) ([]fs.FS, error) {
	out := make([]fs.FS, len(layers))
	for i, layer := range layers {
		memory := afero.NewMemMapFs()
		err := walkLayer(layer, buildDirs, func(name string) error {
			content, err := fs.ReadFile(layer, name)
			if err != nil {
				return err
			}
			return afero.WriteFile(memory, filepath.FromSlash(name), content, 0o644)
		})
		if err != nil {
			return nil, fmt.Errorf("reading the theme: %w", err)
		}
		out[i] = snapshot{afero.NewIOFS(memory), layer}
	}
	return out, nil
}

// snapshot is a layer whose static files are those of another.
type snapshot struct{ read, layer fs.FS }

// Open opens a file or folder.
func (s snapshot) Open(name string) (fs.File, error) {
	if name == staticDir || strings.HasPrefix(name, staticDir+"/") {
		return s.layer.Open(name)
	}
	return s.read.Open(name)
}
