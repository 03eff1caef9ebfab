package site

import (
	"context"
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/folder"
	"github.com/kengash/kengash/generator/internal/load"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render"
	"github.com/kengash/kengash/generator/internal/verify"
	"github.com/kengash/kengash/search"
)

// Live is a site whose pages are made when they are asked for, for an editor who changes it: a page
// is there as soon as the records are read and checked.
type Live struct {
	opt   Options
	pages *render.Live

	mu         sync.RWMutex
	collection *model.Collection // the last that was right; nil as long as there was none
	from       *folder.Folder
	layers     []fs.FS

	kept latest
}

// latest keeps what the last run has used.
type latest struct {
	mu   sync.Mutex
	all  map[cache.Key][]byte
	used map[cache.Key]bool
}

// Get returns a value that was kept.
func (k *latest) Get(key cache.Key) ([]byte, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	value, ok := k.all[key]
	if ok {
		k.used[key] = true
	}
	return value, ok
}

// Use has values count as used in this run.
func (k *latest) Use(keys ...cache.Key) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, key := range keys {
		if _, ok := k.all[key]; ok {
			k.used[key] = true
		}
	}
}

// Put keeps a value.
func (k *latest) Put(key cache.Key, value ...[]byte) {
	var whole []byte
	if len(value) == 1 {
		whole = value[0] // not a copy: it can be the whole index
	} else {
		whole = slices.Concat(value...)
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.all == nil {
		k.all, k.used = map[cache.Key][]byte{}, map[cache.Key]bool{}
	}
	k.all[key], k.used[key] = whole, true
}

// forget ends a run.
func (k *latest) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	maps.DeleteFunc(k.all, func(key cache.Key, _ []byte) bool { return !k.used[key] })
	clear(k.used)
}

// NewLive returns a site that has not been read yet. Only the source, NoIndex, Warn and Profile of
// the options count. The caller calls Close in the end.
func NewLive(ctx context.Context, opt Options) *Live {
	opt.memo, opt.layers, opt.Drafts = load.NewMemo(), &checkedLayers{}, true
	return &Live{opt: opt, pages: render.NewLive(ctx)}
}

// Update reads and checks the site as it is now. Where it is not right, the pages stay what they
// were, and the error is that of [Open].
func (l *Live) Update() error {
	c, notices, err := openWithNotices(l.opt.Source)
	if err != nil {
		return err
	}
	l.opt.warnOf(len(notices))
	from, err := folder.Open(l.opt.Dir)
	if err != nil {
		return err
	}
	rendering := l.opt.rendering(from, c, nil)
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.pages.Show(c, rendering); err != nil {
		return errors.Join(err, from.Close())
	}
	if l.from != nil {
		_ = l.from.Close()
	}
	l.collection, l.from, l.layers = c, from, rendering.Theme
	return nil
}

// Close ends the use of the site.
func (l *Live) Close() {
	l.pages.Close()
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.from != nil {
		_ = l.from.Close()
	}
}

// File returns a file of the site, but for those of the search. The error is [fs.ErrNotExist] where
// there is none.
func (l *Live) File(name string) ([]byte, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if slices.ContainsFunc(strings.Split(name, "/"), folder.LeftOver) {
		return nil, fs.ErrNotExist // which is not published either
	}
	for _, layer := range l.layers {
		if file := path.Join(staticFolder, name); isFile(layer, file) {
			return fs.ReadFile(layer, file)
		}
	}
	content, err := l.pages.File(name)
	if err != nil {
		return nil, err
	}
	config := l.collection.Config
	err = verify.Content(name, content, verify.Options{BaseURL: config.BaseURL, Hosts: config.Hosts, Sources: l.layers})
	return content, err
}

// Headers are what is to be sent with every file.
func (l *Live) Headers() map[string]string {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.collection == nil {
		return verify.Headers(nil)
	}
	return verify.Headers(l.collection.Config.Hosts)
}

// Index writes the search index of the site as it was last read below a folder, and returns how
// many documents it has.
func (l *Live) Index(ctx context.Context, dir string) (int, error) {
	l.mu.RLock()
	c := l.collection
	l.mu.RUnlock()
	if c == nil || l.opt.NoIndex {
		return 0, nil
	}
	made, err := l.opt.index(ctx, c, dir, search.Options{Cache: &l.kept})
	if err == nil {
		l.kept.forget()
	}
	return made.documents, err
}
