package static

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/folder"
)

// Bundles records what the style sheets and scripts in assets/ of a layer import that is not a file
// of assets/ in any layer. esbuild, which bundles them, reads the disk: what they name by a path
// that leads out would be published.
func Bundles(fsys fs.FS, dir string, layers []fs.FS, l *diag.List) error {
	err := fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || folder.LeftOver(d.Name()) {
			if _, told := errors.AsType[*diag.Error](err); told {
				return nil
			}
			return err
		}
		loader, bundled := loaders[path.Ext(name)]
		if !bundled {
			return nil
		}
		source, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		b := bundle{layers: layers, file: strings.TrimPrefix(name, dir+"/")}
		for _, m := range b.faults(string(source), loader) {
			pos := diag.Position{File: name}
			if m.Location != nil {
				pos.Line, pos.Col = m.Location.Line, m.Location.Column+1
			}
			l.Add(diag.Bundle, pos, "want one below assets/; files that are published unchanged belong in static/", "%s", m.Text)
		}
		return nil
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

var loaders = map[string]api.Loader{
	".css": api.LoaderCSS, ".js": api.LoaderJS, ".mjs": api.LoaderJS, ".cjs": api.LoaderJS, ".jsx": api.LoaderJSX,
	".ts": api.LoaderTS, ".mts": api.LoaderTS, ".tsx": api.LoaderTSX,
}

// bundle is a file of assets/ that may be bundled.
type bundle struct {
	layers []fs.FS
	file   string // below assets/
}

// outside is where a problem of this package's comes from.
const outside = "kengash"

// faults returns what the file takes in and should not. Syntax is left to Hugo, which may make the
// file anew before it is bundled.
func (b bundle) faults(source string, loader api.Loader) []api.Message {
	made := api.Build(api.BuildOptions{
		Stdin:  &api.StdinOptions{Contents: source, Sourcefile: b.file, Loader: loader},
		Bundle: true, LogLevel: api.LogLevelSilent,
		Plugins: []api.Plugin{{Name: outside, Setup: func(build api.PluginBuild) {
			build.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
				taken := api.OnResolveResult{External: true, Path: args.Path}
				if !b.has(args.Path) {
					taken.Errors = []api.Message{{Text: "takes in " + args.Path + ", which is not a file of assets/"}}
				}
				return taken, nil
			})
		}}},
	})
	return slices.DeleteFunc(made.Errors, func(m api.Message) bool { return m.PluginName != outside })
}

// has reports whether an address is a file of assets/, named from the file's folder or from the
// top, or something that is not taken in: what Hugo hands over, an address of the web.
func (b bundle) has(address string) bool {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	for _, prefix := range []string{"@params", "data:", "https://", "http://", "//"} {
		if strings.HasPrefix(address, prefix) {
			return true
		}
	}
	if address == "" {
		return true
	}
	return b.there(path.Join(path.Dir(b.file), address)) || b.there(path.Join(".", strings.TrimLeft(address, "/")))
}

// there reports whether a file of assets/ has a path, but for an ending that esbuild finds itself.
func (b bundle) there(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	for _, layer := range b.layers {
		for _, file := range []string{name, name + ".js", name + ".ts", name + ".mjs", name + ".jsx", name + ".tsx", name + ".css", name + ".json",
			name + "/index.js", name + "/index.ts", name + "/index.jsx", name + "/index.tsx", name + "/index.css"} {
			if info, err := fs.Stat(layer, "assets/"+file); err == nil && info.Mode().IsRegular() {
				return true
			}
		}
	}
	return false
}
