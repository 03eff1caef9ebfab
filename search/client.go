package search

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"sync"

	"github.com/evanw/esbuild/pkg/api"

	"github.com/kengash/kengash/search/internal/constants"
)

// The files of the reader for browsers, in the folder of the index.
const (
	ClientFile      = "kengash-search.js"
	ClientStyleFile = "kengash-search.css"
)

const clientStyle = "client/view/kengash-search.css"

// clientSources are the sources of the reader.
//
//go:embed client/*.ts client/tsconfig.json
//go:embed client/index client/load client/plan client/search client/text client/view
var clientSources embed.FS

// clientEntry is the source that imports all the others.
const clientEntry = "client/kengash.ts"

// constantsFile is where the sources find what they share with Go.
const constantsFile = "internal/constants/constants.json"

// Client returns the reader for browsers, ClientFile: all of client/ as one classic script,
// minified. It is the same for every index of this version and depends on nothing but the program's
// own sources. An error means that these are at fault.
func Client() ([]byte, error) { return bundleClient() }

// writeClient writes the files of the reader into a folder, and returns their names.
func writeClient(dir string) ([]string, error) {
	script, err := Client()
	if err != nil {
		return nil, err
	}
	style, err := clientSources.ReadFile(clientStyle)
	if err != nil {
		return nil, err
	}
	return []string{ClientFile, ClientStyleFile}, errors.Join(
		os.WriteFile(filepath.Join(dir, ClientFile), script, 0o644),
		os.WriteFile(filepath.Join(dir, ClientStyleFile), style, 0o644),
	)
}

var bundleClient = sync.OnceValues(func() ([]byte, error) {
	config, err := clientSources.ReadFile("client/tsconfig.json")
	if err != nil {
		return nil, fmt.Errorf("bundle %s: %w", ClientFile, err)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       []string{clientEntry},
		Outfile:           ClientFile,
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2020,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsNone,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		TsconfigRaw:       string(config),
		Plugins:           []api.Plugin{embeddedSources},
	})
	var errs []error
	for _, m := range append(result.Errors, result.Warnings...) {
		if l := m.Location; l != nil {
			errs = append(errs, fmt.Errorf("%s:%d:%d: %s", l.File, l.Line, l.Column, m.Text))
		} else {
			errs = append(errs, errors.New(m.Text))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, fmt.Errorf("bundle %s: %w", ClientFile, err)
	}
	return append([]byte(byteOrderMark), result.OutputFiles[0].Contents...), nil
})

// byteOrderMark makes a browser read a script as UTF-8, whatever the page or the host declares.
const byteOrderMark = "\ufeff"

// embeddedSources lets esbuild read the sources from the program instead of the disk.
var embeddedSources = api.Plugin{Name: "embedded", Setup: func(b api.PluginBuild) {
	const namespace = "embedded"
	b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(args api.OnResolveArgs) (api.OnResolveResult, error) {
		file := clientEntry // args.Path has the working folder in it, where that has such a file
		if args.Kind != api.ResolveEntryPoint {
			if file = path.Join(path.Dir(args.Importer), args.Path); path.Ext(file) != ".json" {
				file += ".ts"
			}
		}
		return api.OnResolveResult{Path: file, Namespace: namespace}, nil
	})
	b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(args api.OnLoadArgs) (api.OnLoadResult, error) {
		source := constants.JSON
		if args.Path != constantsFile {
			var err error
			if source, err = clientSources.ReadFile(args.Path); err != nil {
				return api.OnLoadResult{}, err
			}
		}
		contents, loader := string(source), api.LoaderTS
		if path.Ext(args.Path) == ".json" {
			loader = api.LoaderJSON
		}
		return api.OnLoadResult{Contents: &contents, Loader: loader}, nil
	})
}}
