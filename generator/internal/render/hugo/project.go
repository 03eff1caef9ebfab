package hugo

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/folder"
)

const (
	configFile = "hugo.json"
	contentDir = "content"
	themesDir  = "themes"
	staticDir  = "static"
	i18nDir    = "i18n"
)

// buildDirs are the folders of a theme that Hugo's build reads. It leaves
// static/ to others.
var buildDirs = []string{"layouts", "assets", i18nDir}

// Dump writes p and its pages to dir as a plain Hugo project: hugo.json, content/, the first
// layer of the theme at the top and the others under themes/. dir must be new
// or empty. The stock command builds from it what a [Renderer] renders:
//
//	hugo --source dir --clock 2026-01-02T00:00:00Z
//
// The clock is needed only where templates ask for the time.
func Dump(p Project, pages []Page, dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("dump: %w", err)
	}
	if len(entries) > 0 {
		return fmt.Errorf("dump: %s is not empty: choose a new folder, or remove it first", dir)
	}
	if err := writeProject(p, dir, append([]string{staticDir}, buildDirs...)); err != nil {
		return fmt.Errorf("dump: %w", err)
	}
	for _, page := range pages {
		if err := writeContent(dir, page); err != nil {
			return fmt.Errorf("dump: %w", err)
		}
	}
	return nil
}

// frontMatter is what a content file begins with.
type frontMatter struct {
	URL     string          `json:"url"`
	Layout  string          `json:"layout,omitempty"`
	Outputs []string        `json:"outputs"`
	Params  json.RawMessage `json:"params"`
}

// writeContent writes the content file of a page to the project in dir.
func writeContent(dir string, page Page) error {
	if err := page.check(); err != nil {
		return err
	}
	data, err := json.Marshal(frontMatter{page.URL, page.Layout, []string{formatOf(page.URL)}, page.Params})
	if err != nil {
		return fmt.Errorf("%s: %w", page.Name, err)
	}
	return writeFile(filepath.Join(dir, contentDir, filepath.FromSlash(page.Name)), append(data, '\n'))
}

// Fingerprint returns the hash of all that pages depend on besides their views: configuration,
// layouts, assets and words, which static files there are, and the time that templates see.
func Fingerprint(p Project, now time.Time) ([sha256.Size]byte, error) {
	h := sha256.New()
	config, err := configJSON(p)
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	fmt.Fprintf(h, "%d %s\n", now.UnixNano(), config)
	for i, layer := range p.Theme {
		err := walkLayer(layer, append([]string{staticDir}, buildDirs...), func(name string) error {
			fmt.Fprintf(h, "%d %q\n", i, name)
			if strings.HasPrefix(name, staticDir+"/") {
				return nil
			}
			content, err := fs.ReadFile(layer, name)
			sum := sha256.Sum256(content)
			h.Write(sum[:])
			return err
		})
		if err != nil {
			return [sha256.Size]byte{}, err
		}
	}
	return [sha256.Size]byte(h.Sum(nil)), nil
}

// writeProject writes p to dir but for its content, with the given folders of the theme.
func writeProject(p Project, dir string, themeDirs []string) error {
	config, err := configJSON(p)
	if err != nil {
		return err
	}
	if err := writeFile(filepath.Join(dir, configFile), config); err != nil {
		return err
	}
	for i, layer := range p.Theme {
		top := filepath.Join(dir, layerDir(i))
		// Hugo refuses a theme whose folder is missing.
		if err := os.MkdirAll(top, 0o755); err != nil {
			return err
		}
		err := walkLayer(layer, themeDirs, func(name string) error {
			return writeFrom(layer, name, top, false)
		})
		if err != nil {
			return err
		}
	}
	return writeFallback(p, dir)
}

// CopyStatic copies the static/ folders of the layers into outDir, the first
// layer that holds a file winning, and returns the number of files. A file that
// is there already is never replaced: that is an error.
func CopyStatic(layers []fs.FS, outDir string) (int, error) {
	seen := map[string]bool{}
	for _, layer := range layers {
		err := walkLayer(layer, []string{staticDir}, func(name string) error {
			if seen[name] {
				return nil
			}
			seen[name] = true
			static, err := fs.Sub(layer, staticDir)
			if err != nil {
				return err
			}
			err = writeFrom(static, name[len(staticDir)+1:], outDir, true)
			if errors.Is(err, fs.ErrExist) {
				return fmt.Errorf("%s: the site makes a file of this address itself (rename it, or remove it)", name)
			}
			return err
		})
		if err != nil {
			return 0, err
		}
	}
	return len(seen), nil
}

// layerDir is the folder of layer i of a theme below the project.
func layerDir(i int) string {
	if i == 0 {
		return "."
	}
	return filepath.Join(themesDir, layerName(i))
}

// layerPrefix begins the names of the layers below the first.
const layerPrefix = "layer"

// layerName is the name by which Hugo knows layer i of a theme, i > 0.
func layerName(i int) string { return layerPrefix + strconv.Itoa(i) }

// walkLayer calls fn for each file in the given folders of a layer, but for
// what nobody means to publish. A folder that is missing is empty.
func walkLayer(layer fs.FS, dirs []string, fn func(name string) error) error {
	for _, dir := range dirs {
		err := fs.WalkDir(layer, dir, func(name string, d fs.DirEntry, err error) error {
			switch {
			case name == dir && errors.Is(err, fs.ErrNotExist):
				return fs.SkipDir
			case err != nil:
				return err
			case folder.LeftOver(d.Name()):
				if d.IsDir() {
					return fs.SkipDir
				}
				return nil
			case d.IsDir():
				return nil
			}
			return fn(name)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// writeFrom copies the file name of layer to the same path below dir. If
// exclusive, a file that exists already is an error.
func writeFrom(layer fs.FS, name, dir string, exclusive bool) (err error) {
	src, err := layer.Open(name)
	if err != nil {
		return err
	}
	defer src.Close()

	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	flag := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if exclusive {
		flag = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	}
	dst, err := os.OpenFile(file, flag, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dst.Close()) }()
	_, err = io.Copy(dst, src)
	return err
}

func writeFile(file string, b []byte) error {
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(file, b, 0o644)
}
