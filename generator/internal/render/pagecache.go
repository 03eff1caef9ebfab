package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"maps"
	"path"
	"slices"
	"sync"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// pageCache finds pages that an earlier run has rendered. What a page is made of is its view, and
// what all pages share: the theme with its words and assets, the configuration, and the program.
// That is one hash, the generation.
//
// Templates publish assets while they render a page, and a page from the cache renders nothing. So
// the assets of a generation are kept together, and a build has those that one of its pages names.
type pageCache struct {
	store      *cache.Store
	generation cache.Key
	complete   bool // the assets of the generation are known, so that its pages can be used

	mu        sync.Mutex
	assets    map[string][]byte // of earlier runs
	published map[string][]byte // of this run
	unnamed   map[string]bool   // those of both that no page has named yet
	kept      map[string]bool   // files of pages that were in the cache
}

// open finds the assets of a generation.
func (c *pageCache) open(p hugo.Project, opt Options) error {
	if opt.Cache == nil {
		return nil
	}
	generation, err := hugo.Fingerprint(p, opt.Now)
	if err != nil {
		return err
	}
	c.store, c.generation = opt.Cache, sha256.Sum256(append(generation[:], opt.Salt...))
	c.assets, c.published, c.unnamed, c.kept = map[string][]byte{}, map[string][]byte{}, map[string]bool{}, map[string]bool{}
	data, ok := c.store.Get(c.key("assets", nil))
	if ok && gob.NewDecoder(bytes.NewReader(data)).Decode(&c.assets) == nil {
		c.complete = true
		for name := range c.assets {
			c.unnamed[name] = true
		}
	}
	return nil
}

// key is that of something of the generation.
func (c *pageCache) key(what string, of []byte) cache.Key {
	h := sha256.New()
	h.Write(c.generation[:])
	h.Write([]byte(what))
	h.Write([]byte{0})
	h.Write(of)
	return cache.Key(h.Sum(nil))
}

// get returns the page that an earlier run has rendered, and its key.
func (c *pageCache) get(p hugo.Page) ([]byte, cache.Key, bool) {
	if c.store == nil {
		return nil, cache.Key{}, false
	}
	key := c.key("page\x00"+p.Name+"\x00"+p.URL+"\x00"+p.Layout, p.Params)
	if !c.complete {
		return nil, key, false
	}
	content, ok := c.store.Get(key)
	if ok {
		c.mu.Lock()
		c.kept[p.File()] = true
		c.mu.Unlock()
	}
	return content, key, ok
}

func (c *pageCache) put(key cache.Key, content []byte) {
	if c.store != nil {
		c.store.Put(key, content)
	}
}

// publish takes an asset that a template has published.
func (c *pageCache) publish(name string, content []byte) {
	if c.store == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.published[name] = content
	if _, ok := c.assets[name]; !ok {
		c.unnamed[name] = true
	}
}

// names looks for the names of assets in a page or an asset.
func (c *pageCache) names(content []byte) {
	if c.store == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for name := range c.unnamed {
		if bytes.Contains(content, []byte(path.Base(name))) {
			delete(c.unnamed, name)
		}
	}
}

// finish writes the assets of earlier runs that this build has too, and keeps all for later ones.
func (c *pageCache) finish(write func(name string, content []byte) error) error {
	if c.store == nil {
		return nil
	}
	all := maps.Clone(c.assets)
	maps.Copy(all, c.published)
	for seen := len(c.unnamed) + 1; seen > len(c.unnamed); { // assets may name assets
		seen = len(c.unnamed)
		for name, content := range all {
			if !c.unnamed[name] {
				c.names(content)
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(c.assets)) {
		if _, again := c.published[name]; again || c.unnamed[name] {
			continue
		}
		if err := write(name, c.assets[name]); err != nil {
			return err
		}
	}
	for name := range c.published {
		if c.unnamed[name] {
			// Nobody could tell which pages need it, so the cache has no page of this theme.
			return nil
		}
	}
	if len(c.published) == 0 && c.complete {
		return nil
	}
	var data bytes.Buffer
	if err := gob.NewEncoder(&data).Encode(all); err != nil {
		return err
	}
	c.store.Put(c.key("assets", nil), data.Bytes())
	return nil
}
