// Package site makes a site from its folder: it reads and checks data and texts, renders the pages,
// builds the search index, and publishes the whole.
package site

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/documents"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/load"
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
	languages := "1 language"
	if s.Languages != 1 {
		languages = fmt.Sprintf("%d languages", s.Languages)
	}
	text := fmt.Sprintf("%d pages in %s, %d documents indexed, %.1f s, %.1f MB: %s",
		s.Pages, languages, s.Documents, s.Took.Seconds(), float64(s.Bytes)/1e6, s.Destination)
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
	collection, notices, err := opt.openRemembering(keptBy(store))
	if err != nil {
		return Summary{}, err
	}
	opt.warnOf(len(notices))
	b := &building{Options: opt, past: past, store: store, collection: collection, notices: len(notices)}
	if err := b.open(); err != nil {
		return Summary{}, err
	}
	defer b.close()
	made, err := b.again(ctx)
	if err == errAnew {
		made, err = b.anew(ctx)
	}
	made.Took = time.Since(start)
	return made, err
}

// openRemembering opens the source of a build; records and texts that were read before are not
// parsed again.
func (o Options) openRemembering(kept search.Cache) (*model.Collection, []diag.Problem, error) {
	if kept == nil {
		return openWithNotices(o.Source)
	}
	part := func(i int) cache.Key { return sha256.Sum256(fmt.Appendf(nil, "read %d", i)) }
	source, memo := o.Source, load.NewMemo()
	source.memo = memo
	memo.Take(func(i int) []byte {
		data, _ := kept.Get(part(i))
		return data
	})
	collection, notices, err := openWithNotices(source)
	if err == nil {
		memo.Parts(func(i int, data []byte) { kept.Put(part(i), data) })
	}
	return collection, notices, err
}

// building is a build whose source is read.
type building struct {
	Options
	past       *past
	store      *cache.Store
	collection *model.Collection
	notices    int

	from   *folder.Folder
	staged *publish.Stage
}

// open prepares to make the site.
func (b *building) open() (err error) {
	if err := b.prepare(); err != nil {
		return err
	}
	if b.from, err = folder.Open(b.Dir); err != nil {
		return errors.Join(err, b.staged.Discard())
	}
	b.from.Traced(b.trace)
	return nil
}

// prepare makes an empty stage.
func (b *building) prepare() (err error) {
	b.staged, err = publish.Prepare(b.Destination, publish.Options{Sources: b.inputs(), Force: b.Force, Stamps: b.past.stamps()})
	return err
}

func (b *building) close() {
	_ = b.from.Close()
	_ = b.staged.Discard()
}

// anew makes all of the site.
func (b *building) anew(ctx context.Context) (Summary, error) {
	pages, index, err := b.make(ctx)
	if err != nil {
		return Summary{}, err
	}
	made := b.summary(pages.Pages, index.documents)
	if err := b.verify(ctx, pages.Cached); err != nil {
		return Summary{}, err
	}
	return b.publish(ctx, made, pages.Kept, func() (map[string]manifest.Sum, error) {
		if err := writeRedirects(b.collection, b.staged.Dir()); err != nil {
			return nil, err
		}
		known := index.sums
		for name := range pages.Taken {
			known[name] = b.past.earlier.Files[name]
		}
		return manifest.Add(known, b.staged.Dir())
	})
}

// make makes pages and the index, side by side.
func (b *building) make(ctx context.Context) (pages render.Stats, index indexed, err error) {
	group, groupCtx := errgroup.WithContext(ctx)
	group.Go(func() (err error) {
		pages, err = b.render(groupCtx, nil)
		return err
	})
	group.Go(func() (err error) {
		index, err = b.index(groupCtx, true) // the pages take the processors
		return err
	})
	return pages, index, group.Wait()
}

// render makes the pages of some records, or all of the site but its index.
func (b *building) render(ctx context.Context, only []model.Ref) (render.Stats, error) {
	rendering := b.rendering(b.from, b.collection, b.store)
	rendering.Only = only
	if b.store != nil {
		rendering.Write = b.staged.Write
		rendering.Published = b.past.earlier.Pages
		rendering.Take = func(name string) bool {
			sum, ok := b.past.earlier.Files[name]
			return ok && b.staged.Keep(name, sum)
		}
	}
	return render.Site(ctx, b.collection, b.staged.Dir(), rendering)
}

// index writes the search index, if there is to be one.
func (b *building) index(ctx context.Context, oneByOne bool) (indexed, error) {
	if b.NoIndex {
		return indexed{sums: map[string]manifest.Sum{}}, nil
	}
	options := search.Options{Cache: keptBy(b.store), OneByOne: oneByOne}
	if b.store != nil {
		options.Keep = func(name string, sum [sha256.Size]byte) bool {
			return b.staged.Keep(IndexFolder+"/"+name, sum)
		}
	}
	return b.Options.index(ctx, b.collection, b.staged.Dir(), options)
}

func (b *building) summary(pages, documents int) Summary {
	config := b.collection.Config
	return Summary{
		Pages: pages, Documents: documents, Languages: len(config.Languages),
		Destination: b.Destination, Headers: verify.Headers(config.Hosts),
	}
}

// verify verifies the stage, but for files that were verified before.
func (b *building) verify(ctx context.Context, before map[string]bool) error {
	config := b.collection.Config
	opt := verify.Options{BaseURL: config.BaseURL, Hosts: config.Hosts, Sources: layersOf(b.from, config), Verified: before}
	return b.Observe.Run(ctx, stage.Verifying, func(ctx context.Context, advance func(done, total int)) error {
		opt.Progress = advance
		return verify.Site(ctx, b.staged.Dir(), opt)
	})
}

// publish puts the stage in place and keeps what is known of it for the next build. The hashes that
// sums returns are taken before: afterwards others may change the files.
func (b *building) publish(ctx context.Context, made Summary, pages map[string]render.Kept, sums func() (map[string]manifest.Sum, error)) (Summary, error) {
	err := b.Observe.Run(ctx, stage.Publishing, func(ctx context.Context, _ func(done, total int)) error {
		files, err := sums()
		if err != nil {
			return err
		}
		if files[manifest.Name], err = manifest.Write(b.staged.Dir(), files); err != nil {
			return err
		}
		b.past.look(files)
		err = b.staged.Commit(ctx)
		made.Bytes = b.staged.Size()
		return err
	})
	if err != nil {
		return Summary{}, err
	}
	_ = b.Observe.Run(ctx, stage.Keeping, func(context.Context, func(done, total int)) error {
		b.past.keep(made, b.notices, b.collection, pages, b.staged.Stamps())
		if err := b.store.Commit(); err != nil && b.Warn != nil {
			b.Warn(err.Error())
		}
		return nil
	})
	return made, nil
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

// Use has values count as used in this run.
func (p ofProgram) Use(keys ...cache.Key) {
	for _, key := range keys {
		p.Store.Use(p.key(key))
	}
}

// Put keeps a value.
func (p ofProgram) Put(key cache.Key, value ...[]byte) { p.Store.Put(p.key(key), value...) }

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

// indexed is a search index that was written.
type indexed struct {
	documents int
	sums      map[string]manifest.Sum // of files of the site, as far as they are known
}

// index writes the search index of a collection below a folder.
func (o Options) index(ctx context.Context, c *model.Collection, dir string, options search.Options) (indexed, error) {
	made := indexed{sums: map[string]manifest.Sum{}}
	err := o.Observe.Run(ctx, stage.Indexing, func(ctx context.Context, advance func(done, total int)) error {
		docs := documents.Of(c)
		made.documents = len(docs)
		options.Facets, options.Labels, options.Glossary, options.Progress = documents.Facets, documents.Labels(c), documents.Glossary(c), advance
		options.Forget = true
		built, err := search.Build(ctx, filepath.Join(dir, IndexFolder), docs, options)
		for name, sum := range built.Sums {
			made.sums[IndexFolder+"/"+name] = sum
		}
		return err
	})
	return made, err
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
