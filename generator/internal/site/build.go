// Package site makes a site from its folder: it reads and checks data and texts, renders the pages,
// builds the search index, and publishes the whole.
package site

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/manifest"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/publish"
	"github.com/kengash/kengash/generator/internal/render"
	"github.com/kengash/kengash/generator/internal/stage"
	"github.com/kengash/kengash/generator/internal/verify"
	"github.com/kengash/kengash/search"
)

// IndexFolder is the folder of a site that holds its search index.
const IndexFolder = model.SearchFolder

// Options say what a build makes, and where.
type Options struct {
	Source
	Destination string
	Force       bool // replace a folder that is not a site of ours
	NoIndex     bool
	// Cache is a folder that keeps what builds of any site have made, for later ones; "" for none.
	// Where it cannot be used, the build does without.
	Cache string

	// Warn is called with what does not stop the build. It may be nil.
	Warn func(string)
	// Profile measures the processes that render. It may be nil.
	Profile *profile.Session
}

// Summary is what a build made.
type Summary struct {
	Pages, Languages, Documents int
	Bytes                       int64
	Took                        time.Duration
	Destination                 string
	Headers                     map[string]string // that a host should send with every file
	Unchanged                   bool              // the published site was already this one
}

// String returns the line that ends a build.
func (s Summary) String() string {
	text := fmt.Sprintf("%d pages in %d languages, %d documents indexed, %.1f s, %.1f MB: %s",
		s.Pages, s.Languages, s.Documents, s.Took.Seconds(), float64(s.Bytes)/1e6, s.Destination)
	if s.Unchanged {
		text += " (unchanged)"
	}
	return text
}

// Build makes a site: read, check, render and index side by side, verify, publish. Whatever goes
// wrong, the site that was there stays.
func Build(ctx context.Context, opt Options) (Summary, error) {
	made, err := build(ctx, opt)
	return made, noRoom(err, opt.Destination)
}

func build(ctx context.Context, opt Options) (Summary, error) {
	start := time.Now()
	store := opt.openCache()
	defer store.Close()
	past := opt.past(store)
	if made, ok := past.unchanged(); ok {
		made.Took = time.Since(start)
		return made, nil
	}
	opt.trace = past.trace
	collection, notices, err := openWithNotices(opt.Source)
	if err != nil {
		return Summary{}, err
	}
	opt.warnOf(len(notices))
	staged, err := publish.Prepare(opt.Destination, publish.Options{Sources: opt.inputs(), Force: opt.Force})
	if err != nil {
		return Summary{}, err
	}
	defer staged.Discard()

	from, err := folder.Open(opt.Dir)
	if err != nil {
		return Summary{}, err
	}
	defer from.Close()
	from.Traced(opt.trace)
	made := Summary{
		Languages: len(collection.Config.Languages), Destination: opt.Destination, Headers: verify.Headers(collection.Config.Hosts),
	}
	rendering := opt.rendering(from, collection, store)
	if store != nil {
		rendering.Write = staged.Write
	}
	var cached map[string]bool
	group, groupCtx := errgroup.WithContext(ctx)
	group.Go(func() error {
		stats, err := render.Site(groupCtx, collection, staged.Dir(), rendering)
		made.Pages, cached = stats.Pages, stats.Cached
		return err
	})
	if !opt.NoIndex {
		group.Go(func() (err error) {
			made.Documents, err = opt.index(groupCtx, collection, staged.Dir(), keptBy(store))
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return Summary{}, err
	}
	if err := opt.verify(ctx, staged.Dir(), from, collection.Config, cached); err != nil {
		return Summary{}, err
	}
	err = opt.Observe.Run(ctx, stage.Publishing, func(ctx context.Context, _ func(done, total int)) (err error) {
		sums, err := writeLists(collection, staged.Dir())
		if err != nil {
			return err
		}
		past.look(sums)
		if made.Bytes, err = size(staged.Dir()); err != nil {
			return err
		}
		return staged.Commit(ctx)
	})
	if err != nil {
		return Summary{}, err
	}
	_ = opt.Observe.Run(ctx, stage.Keeping, func(context.Context, func(done, total int)) error {
		past.keep(made, len(notices))
		if err := store.Commit(); err != nil && opt.Warn != nil {
			opt.Warn(err.Error())
		}
		return nil
	})
	made.Took = time.Since(start)
	return made, nil
}

// writeLists writes the redirects of a site, and lists its files in its manifest. It returns their
// sums and that of the manifest. It is called before the site is published: afterwards others may
// change the files.
func writeLists(c *model.Collection, dir string) (map[string]manifest.Sum, error) {
	if err := writeRedirects(c, dir); err != nil {
		return nil, err
	}
	sums, err := manifest.Sums(dir)
	if err != nil {
		return nil, err
	}
	sums[manifest.Name], err = manifest.Write(dir, sums)
	return sums, err
}

// verify verifies the pages in a folder, but for those that were verified before.
func (o Options) verify(ctx context.Context, dir string, from *folder.Folder, c *model.Config, before map[string]bool) error {
	opt := verify.Options{BaseURL: c.BaseURL, Hosts: c.Hosts, Sources: layersOf(from, c), Verified: before}
	return o.Observe.Run(ctx, stage.Verifying, func(ctx context.Context, advance func(done, total int)) error {
		opt.Progress = advance
		return verify.Site(ctx, dir, opt)
	})
}

// Dump writes the plain Hugo project of a site to a folder.
func Dump(opt Options, dir string) error {
	collection, err := Open(opt.Source)
	if err != nil {
		return err
	}
	if err := publish.CheckPlace(dir, opt.inputs()); err != nil {
		return err
	}
	from, err := folder.Open(opt.Dir)
	if err != nil {
		return err
	}
	defer from.Close()
	return render.Dump(collection, dir, opt.rendering(from, collection, nil))
}

// rendering are the options of the pages.
func (o Options) rendering(from *folder.Folder, c *model.Collection, store *cache.Store) render.Options {
	program, err := cache.Program()
	if err != nil {
		store = nil // whose pages would be those of any program
	}
	return render.Options{
		Cache:   store,
		Salt:    fmt.Appendf(program, "\n%q\n%q", c.Config.BaseURL, c.Config.Hosts),
		Theme:   layersOf(from, c.Config),
		Now:     c.Config.DataDate.First(),
		Observe: o.Observe,
		Profile: o.Profile,
		Warn:    o.Warn,
		Search:  !o.NoIndex,
	}
}

// keptBy is a store as the search uses it; nil where there is none.
func keptBy(store *cache.Store) search.Cache {
	program, err := cache.Program()
	if err != nil || store == nil {
		return nil
	}
	return ofProgram{store, program}
}

// ofProgram is a cache of what this program makes, and no other version of it.
type ofProgram struct {
	*cache.Store
	program []byte
}

func (p ofProgram) key(key cache.Key) cache.Key { return sha256.Sum256(append(key[:], p.program...)) }

// Get returns a value that was kept.
func (p ofProgram) Get(key cache.Key) ([]byte, bool) { return p.Store.Get(p.key(key)) }

// Put keeps a value.
func (p ofProgram) Put(key cache.Key, value []byte) { p.Store.Put(p.key(key), value) }

// cacheLimit is how many bytes the cache has at most, besides what the site that is built needs.
const cacheLimit = 4 << 30

// openCache opens the cache of a site; nil where there is none.
func (o Options) openCache() *cache.Store {
	if o.Cache == "" {
		return nil
	}
	store, err := cache.Of(o.Cache, o.Dir, cacheLimit)
	if err != nil {
		if o.Warn != nil {
			o.Warn("nothing is kept for the next build: " + err.Error())
		}
		return nil
	}
	return store
}

// index writes the search index of a collection below a folder, and returns how many documents it
// has.
func (o Options) index(ctx context.Context, c *model.Collection, dir string, kept search.Cache) (int, error) {
	count := 0
	err := o.Observe.Run(ctx, stage.Indexing, func(ctx context.Context, advance func(done, total int)) error {
		docs := documents.Of(c)
		count = len(docs)
		_, err := search.Build(ctx, filepath.Join(dir, IndexFolder), docs, search.Options{
			Facets: documents.Facets, Labels: documents.Labels(c), Glossary: documents.Glossary(c), Progress: advance, Cache: kept,
			OneByOne: true, // the pages are rendered meanwhile
		})
		return err
	})
	return count, err
}

// warnOf tells how many notices there are.
func (o Options) warnOf(notices int) {
	if notices == 0 || o.Warn == nil {
		return
	}
	count := fmt.Sprintf("%d notices", notices)
	if notices == 1 {
		count = "1 notice"
	}
	o.Warn(count + "; kengash check prints them")
}

// size returns the number of bytes of the files in a folder.
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
