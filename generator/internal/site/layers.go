package site

import (
	"errors"
	"io/fs"
	"path"
	"strings"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
)

// ownTheme is the theme that the program brings.
const ownTheme = "kengash"

// themeFolders are the folders of a site or a theme that hold how pages look.
var themeFolders = []string{"layouts", "assets", "i18n", "static"}

// layersOf returns the folders that a page's templates and assets are looked for in, the site's own
// first and the program's last.
func layersOf(from *folder.Folder, c *model.Config) []fs.FS {
	if c.Files.FollowsLinks() {
		from = from.Linked()
	}
	layers := []fs.FS{from}
	if c.Theme != ownTheme || isThere(from, themeDir(c.Theme)) {
		if own, err := fs.Sub(from, themeDir(c.Theme)); err == nil { // else checkLayers says so
			layers = append(layers, own)
		}
	}
	embedded, err := fs.Sub(kengash.Files, themeDir(ownTheme))
	if err != nil {
		panic(err) // the path is a constant
	}
	return append(layers, embedded)
}

func themeDir(theme string) string { return path.Join("themes", theme) }

func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// checkLayers reports what is no file in the folders of a site and its theme, and a theme that is
// not there.
func checkLayers(layers []fs.FS, c *model.Config, l *diag.List) error {
	if !fs.ValidPath(c.Theme) || strings.Contains(c.Theme, "/") || c.Theme != ownTheme && !isThere(layers[0], themeDir(c.Theme)) {
		l.Add(c.Index.At("theme"), "want a folder of themes/, or leave the key out", "there is no theme %q", c.Theme)
		return nil
	}
	for _, layer := range layers[:len(layers)-1] { // the last is the program's
		for _, dir := range themeFolders {
			if err := folder.Check(layer, dir, l); err != nil {
				return err
			}
		}
	}
	return nil
}
