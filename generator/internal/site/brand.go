package site

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/static"
)

// checkBrand reports colours and an emblem that the theme cannot show.
func checkBrand(layers []fs.FS, c *model.Config, l *diag.List) error {
	if len(c.Brand.Colors) > 0 {
		properties, err := colours(layers)
		if err != nil {
			return err
		}
		l.Append(check.Brand(c, properties))
	}
	emblem := strings.TrimPrefix(c.Brand.Emblem, "/")
	if emblem == "" {
		return nil
	}
	const want = `want the path of a picture below static/, as in "brand/emblem.svg"`
	pos, file := c.Index.At("brand", "emblem"), path.Join(staticFolder, emblem)
	switch {
	case !fs.ValidPath(emblem) || strings.ContainsAny(emblem, `\:?#%`):
		l.Add(diag.Emblem, pos, want, "%q is not the path of a file", c.Brand.Emblem)
	case !static.IsImage(emblem):
		l.Add(diag.Emblem, pos, want, "%q is not a picture", c.Brand.Emblem)
	case slices.ContainsFunc(strings.Split(emblem, "/"), folder.LeftOver):
		l.Add(diag.Emblem, pos, "give it another name", "%s is not published, since it is hidden or left by an editor", file)
	case !slices.ContainsFunc(layers, func(layer fs.FS) bool { return isFile(layer, file) }):
		l.Add(diag.Emblem, pos, want, "there is no %s", file)
	}
	return nil
}

// property matches the setting of a custom property of CSS.
var property = regexp.MustCompile(`--([a-z-]+)\s*:\s*([^;{}]+)`)

// colours are the custom properties of a theme that have a colour somewhere, without "--".
func colours(layers []fs.FS) ([]string, error) {
	var names []string
	for _, layer := range layers {
		files, err := fs.Glob(layer, "assets/css/*.css")
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			css, err := fs.ReadFile(layer, file)
			if err != nil {
				continue // said by checkLayers, if it is to be read at all
			}
			for _, m := range property.FindAllStringSubmatch(string(css), -1) {
				if check.IsColour(strings.TrimSpace(m[2])) {
					names = append(names, m[1])
				}
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
