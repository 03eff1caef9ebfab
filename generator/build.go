package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash"
	"github.com/kengash/kengash/generator/internal/check"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/publish"
	"github.com/kengash/kengash/generator/internal/render"
	"github.com/kengash/kengash/search"
)

// ownTheme is the theme that the program brings.
const ownTheme = "kengash"

// indexFolder is where a site has its search index.
const indexFolder = "search"

// site says where a site comes from.
type site struct {
	source  string // folder with data/, content/, themes/ and the configuration
	config  string // the configuration, if it is not kengash.toml in the source
	baseURL string // instead of the configuration's
}

// buildOptions say what a build makes, and where.
type buildOptions struct {
	site
	destination string
	force       bool // replace a folder that is not a site of ours
	noIndex     bool
	progress    *progress
	warn        func(string)
}

// summary is what a build made.
type summary struct {
	pages, languages, documents int
	bytes                       int64
	took                        time.Duration
	destination                 string
}

// build makes a site: read, check, render and index side by side, publish. Whatever goes wrong, the site that was there stays.
func build(ctx context.Context, opt buildOptions) (summary, error) {
	start := time.Now()
	collection, notices, err := openNoting(opt.site)
	if err != nil {
		return summary{}, err
	}
	if n := len(notices); n > 0 && opt.warn != nil {
		opt.warn(fmt.Sprintf("%d %s; kengash check prints them", n, plural(n, "notice")))
	}
	stage, err := publish.Prepare(opt.destination, publish.Options{Sources: opt.inputs(), Force: opt.force})
	if err != nil {
		return summary{}, err
	}
	defer stage.Discard()

	made := summary{languages: len(collection.Config.Languages), destination: opt.destination}
	group, groupCtx := errgroup.WithContext(ctx)
	group.Go(func() error {
		stats, err := render.Site(groupCtx, collection, stage.Dir(), opt.rendering(collection))
		made.pages = stats.Pages
		return err
	})
	if !opt.noIndex {
		group.Go(func() error {
			docs := documents(collection)
			made.documents = len(docs)
			_, err := search.Build(groupCtx, filepath.Join(stage.Dir(), indexFolder), docs,
				search.Options{Labels: labels(collection), Glossary: glossary(collection), Progress: opt.progress.counter("indexing")})
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return summary{}, err
	}
	if made.bytes, err = size(stage.Dir()); err != nil {
		return summary{}, err
	}
	if err := ctx.Err(); err != nil {
		return summary{}, fmt.Errorf("stopped before publishing: %w", err)
	}
	if err := stage.Commit(); err != nil {
		return summary{}, err
	}
	made.took = time.Since(start)
	return made, nil
}

// open reads and checks a site. All that is wrong with it is one *diag.Error.
func open(s site) (*model.Collection, error) {
	collection, _, err := openNoting(s)
	return collection, err
}

// openNoting is open with what is to be known of a site that is not wrong.
func openNoting(s site) (*model.Collection, []diag.Problem, error) {
	collection, problems, err := read(s)
	if err != nil {
		return nil, nil, err
	}
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	return collection, problems.Notices(), nil
}

// read reads and checks a site as far as it goes.
func read(s site) (*model.Collection, diag.List, error) {
	if info, err := os.Stat(s.source); err != nil || !info.IsDir() {
		return nil, diag.List{}, fmt.Errorf("there is no folder %s; name the site's folder by --source", s.source)
	}
	src := load.Source{Site: os.DirFS(s.source), Defaults: kengash.Files, Config: s.config}
	if filepath.IsAbs(s.config) {
		src.ConfigFS, src.Config = os.DirFS(filepath.Dir(s.config)), filepath.Base(s.config)
	}
	collection, problems, err := load.Load(src)
	if err != nil || collection == nil {
		return nil, problems, err
	}
	problems.Append(check.Collection(collection))
	if theme := collection.Config.Theme; theme != ownTheme && !isDir(filepath.Join(s.source, "themes", theme)) {
		problems.Add(collection.Config.Index.At("theme"), "want a folder of themes/, or leave the key out", "there is no theme %q", theme)
	}
	return collection, problems, s.override(collection.Config)
}

// override lays what the command line and the environment say over the configuration.
func (s site) override(c *model.Config) error {
	if s.baseURL != "" {
		if err := c.SetBaseURL(s.baseURL); err != nil {
			return usageError{fmt.Errorf("--baseURL: %w", err)}
		}
	}
	epoch := os.Getenv("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	if err != nil {
		return usageError{fmt.Errorf("SOURCE_DATE_EPOCH: want seconds since 1970, not %q", epoch)}
	}
	day := time.Unix(seconds, 0).UTC()
	if day.Year() < 1 || day.Year() > 9999 {
		return usageError{fmt.Errorf("SOURCE_DATE_EPOCH: %s is in the year %d", epoch, day.Year())}
	}
	c.DataDate = model.Date(day.Format(time.DateOnly))
	return nil
}

// inputs are the folders that a build reads, so that no destination lies in one of them.
func (s site) inputs() []string {
	var dirs []string
	for _, d := range []string{"data", "content", "themes", "layouts", "assets", "i18n", "static"} {
		dir := filepath.Join(s.source, d)
		if _, err := os.Stat(dir); err == nil {
			dirs = append(dirs, dir)
		}
	}
	return dirs
}

// rendering are the options of the pages: the layers of the theme, the site's own files first.
func (o buildOptions) rendering(c *model.Collection) render.Options {
	return render.Options{
		Theme:    themeLayers(o.source, c.Config.Theme),
		Now:      c.Config.DataDate.First(),
		Progress: o.progress.counter("rendering"),
		Warn:     o.warn,
		Search:   !o.noIndex,
	}
}

func themeLayers(source, theme string) []fs.FS {
	embedded, err := fs.Sub(kengash.Files, "themes/"+ownTheme)
	if err != nil {
		panic(err) // the path is a constant
	}
	layers := []fs.FS{os.DirFS(source)}
	if own := filepath.Join(source, "themes", theme); isDir(own) {
		layers = append(layers, os.DirFS(own))
	}
	return append(layers, embedded)
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// size is the number of bytes of the files in a folder.
func size(dir string) (int64, error) {
	var total int64
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += info.Size()
		}
		return err
	})
	return total, err
}
