package site

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/static"
	"github.com/kengash/kengash/generator/internal/verify"
)

// ownTheme is the theme that the program brings.
const ownTheme = "kengash"

// staticFolder holds the files of a site or a theme that are published unchanged.
const staticFolder = "static"

// wordsFolder holds the words of the interface, a file a language.
const wordsFolder = "i18n"

// themeFolders are the folders of a site or a theme that hold how pages look.
var themeFolders = []string{"layouts", "assets", wordsFolder, staticFolder}

// layersOf returns the folders that a page's templates and assets are looked for in, the site's own
// first and the program's last.
func layersOf(from *folder.Folder, c *model.Config) []fs.FS {
	from = allowed(from, c)
	var layers []fs.FS
	for _, dir := range layerFolders(from, c) {
		layers = append(layers, staticRules(c).Layer(sub(from, dir), staticFolder))
	}
	return append(layers, sub(kengash.Files, themeFolder(ownTheme)))
}

// staticRules are the rules of what is published as it is.
func staticRules(c *model.Config) static.Rules {
	return static.Rules{
		Options: verify.Options{BaseURL: c.BaseURL, Hosts: c.Hosts},
		Limits:  c.Limits,
		Active:  c.Files.Active,
		Own:     sub(kengash.Files, path.Join(themeFolder(ownTheme), staticFolder)),
	}
}

// allowed returns a site's folder with the links that its configuration allows.
func allowed(from *folder.Folder, c *model.Config) *folder.Folder {
	if c.Files.FollowsLinks() {
		return from.Linked()
	}
	return from
}

// layerFolders are the folders of a site that are layers: the site's own and its theme.
func layerFolders(from fs.FS, c *model.Config) []string {
	if theme := themeFolder(c.Theme); isThere(from, theme) {
		return []string{".", theme}
	}
	return []string{"."}
}

func themeFolder(theme string) string { return "themes/" + theme }

func isThere(fsys fs.FS, name string) bool {
	_, err := fs.Stat(fsys, name)
	return !errors.Is(err, fs.ErrNotExist)
}

// isFile reports whether there may be a file: what may not be published is told elsewhere.
func isFile(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return isThere(fsys, name) && (err != nil || !info.IsDir())
}

// sub is fs.Sub for a path that is valid.
func sub(fsys fs.FS, dir string) fs.FS {
	below, err := fs.Sub(fsys, dir)
	if err != nil {
		panic(err)
	}
	return below
}

// checkLayers reports what may not be in the folders of a site and its theme, and a theme that is
// not there.
func checkLayers(from *folder.Folder, c *model.Config, l *diag.List) error {
	from = allowed(from, c)
	if c.Theme != ownTheme && !isThere(from, themeFolder(c.Theme)) {
		l.Add(diag.NoTheme, c.Index.At("theme"), "want a folder in themes/, or leave the key out", "there is no theme %q", c.Theme)
		return nil
	}
	for i, what := range c.Files.Active {
		if !slices.Contains(static.Active, what) {
			l.Add(diag.Setting, c.Index.At("files", "active", strconv.Itoa(i)), diag.Want(what, static.Active), "unknown kind of file %q", what)
		}
	}
	layers := layersOf(from, c)
	if err := checkBrand(layers, c, l); err != nil {
		return err
	}
	rules := staticRules(c)
	for _, layer := range layerFolders(from, c) {
		for _, dir := range themeFolders {
			if err := folder.Check(from, path.Join(layer, dir), l); err != nil {
				return err
			}
		}
		if err := checkWords(from, path.Join(layer, wordsFolder), l); err != nil {
			return err
		}
		if err := static.Bundles(from, path.Join(layer, "assets"), layers, l); err != nil {
			return err
		}
		if err := rules.Check(from, path.Join(layer, staticFolder), l); err != nil {
			return err
		}
	}
	return nil
}

// checkWords reports files in a folder of interface words that are not TOML. Hugo would also read
// YAML and JSON, which nothing checks first.
func checkWords(from fs.FS, dir string, l *diag.List) error {
	files, err := fs.Glob(from, dir+"/*")
	for _, file := range files {
		if path.Ext(file) != ".toml" && !folder.LeftOver(path.Base(file)) {
			l.Add(diag.InterfaceWords, diag.Position{File: file}, "want "+dir+"/<language>.toml", "cannot be read as words of a language")
		}
	}
	return err
}
