package render

import (
	"bytes"
	"crypto/sha256"
	"encoding/gob"
	"errors"
	"fmt"
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
// a page is kept with the assets that it names, and with those that these name. Where that does not
// tell which pages want an asset, the cache has no page of the generation.
type pageCache struct {
	store      *cache.Store
	generation cache.Key
	unusable   bool

	mu        sync.Mutex
	assets    map[string]asset // of this run, by their path
	published map[string]bool  // those of them that this run's templates have published
	named     map[string]bool  // those of them that a page names
	kept      map[string]bool  // files of pages that were in the cache
	taken     map[string]bool  // those of them that the site in place has
	pages     map[string]Kept  // all that are in it now
	gaveUp    bool             // by this run
	encoded   bytes.Buffer     // the page that was put last; what it takes is used again

	earlier map[string]Kept            // pages of the site that is in place
	placed  map[[sha256.Size]byte]bool // assets of pages that were in the cache, by their hash: all are in place
}

// asset is a file that templates have published.
type asset struct {
	Sum     [sha256.Size]byte
	content []byte
}

// keptPage is a page in the cache.
type keptPage struct {
	Content []byte
	Assets  map[string][sha256.Size]byte // that it names
}

// errConflict says that a page of the cache wants another content of an asset than has been
// published, so that the pages have to be made without a cache.
var errConflict = errors.New("an asset has two contents")

// open finds out whether the pages of a generation can be used.
func (c *pageCache) open(p hugo.Project, opt Options) error {
	if opt.Cache == nil {
		return nil
	}
	generation, err := hugo.Fingerprint(p, opt.Now)
	if err != nil {
		return err
	}
	c.store, c.generation = opt.Cache, sha256.Sum256(append(generation[:], opt.Salt...))
	c.assets, c.published, c.named, c.kept = map[string]asset{}, map[string]bool{}, map[string]bool{}, map[string]bool{}
	c.pages, c.taken, c.placed = map[string]Kept{}, map[string]bool{}, map[[sha256.Size]byte]bool{}
	c.earlier = opt.Published
	_, c.unusable = c.store.Get(c.key("unusable", nil))
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

// remember returns what make makes of something, or has made of it in an earlier run of the
// generation.
func (c *pageCache) remember(what string, of []byte, make func() []byte) []byte {
	if c.store == nil {
		return make()
	}
	key := c.key(what, of)
	made, ok := c.store.Get(key)
	if !ok {
		made = make()
		c.store.Put(key, made)
	}
	return made
}

// keyOf is the key of a page.
func (c *pageCache) keyOf(p hugo.Page) cache.Key {
	if c.store == nil {
		return cache.Key{}
	}
	return c.key("page\x00"+p.Name+"\x00"+p.URL+"\x00"+p.Layout, p.Params)
}

// stays reports whether a page is as it is in the site in place, with the assets of a page that was
// in the cache.
func (c *pageCache) stays(p hugo.Page, key cache.Key) bool {
	if c.store == nil || c.unusable {
		return false
	}
	earlier, ok := c.earlier[p.File()]
	c.mu.Lock()
	defer c.mu.Unlock()
	return ok && earlier.Key == key && c.placed[earlier.Assets]
}

// take counts a page that was taken from the site in place.
func (c *pageCache) take(p hugo.Page, key cache.Key) {
	c.store.Use(key)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept[p.File()], c.taken[p.File()] = true, true
	c.pages[p.File()] = c.earlier[p.File()]
}

// get returns the page that an earlier run has rendered, with the assets that are still to be
// written.
func (c *pageCache) get(p hugo.Page, key cache.Key) (content []byte, assets map[string][]byte, err error) {
	if c.store == nil || c.unusable {
		return nil, nil, nil
	}
	data, ok := c.store.Get(key)
	var k keptPage
	if !ok || gob.NewDecoder(bytes.NewReader(data)).Decode(&k) != nil {
		return nil, nil, nil
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	assets = map[string][]byte{}
	for name, sum := range k.Assets {
		if known, ok := c.assets[name]; ok {
			if known.Sum != sum {
				return nil, nil, errConflict
			}
			continue
		}
		content, ok := c.store.Get(c.key("asset", sum[:]))
		if !ok {
			return nil, nil, nil
		}
		assets[name] = content
	}
	for name, content := range assets {
		c.assets[name] = asset{k.Assets[name], content}
	}
	for name := range k.Assets {
		c.named[name] = true
	}
	c.kept[p.File()] = true
	all := hashOf(k.Assets)
	c.pages[p.File()], c.placed[all] = Kept{key, all}, true
	return k.Content, assets, nil
}

// hashOf is a hash of assets.
func hashOf(assets map[string][sha256.Size]byte) [sha256.Size]byte {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(assets)) {
		fmt.Fprintf(h, "%q %x\n", name, assets[name])
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// all returns all pages of this run; nil where the cache cannot be used for them.
func (c *pageCache) all() map[string]Kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.store == nil || c.unusable || c.gaveUp {
		return nil
	}
	return c.pages
}

// put keeps a page that was rendered.
func (c *pageCache) put(p hugo.Page, key cache.Key, content []byte) {
	if c.store == nil || c.unusable {
		return
	}
	k := keptPage{content, map[string][sha256.Size]byte{}}
	c.mu.Lock()
	defer c.mu.Unlock()
	for todo := [][]byte{content}; len(todo) > 0; todo = todo[1:] {
		for name, a := range c.assets {
			if _, ok := k.Assets[name]; !ok && names(todo[0], path.Base(name)) {
				k.Assets[name], c.named[name] = a.Sum, true
				todo = append(todo, a.content)
			}
		}
	}
	c.pages[p.File()] = Kept{key, hashOf(k.Assets)}
	c.encoded.Reset()
	if gob.NewEncoder(&c.encoded).Encode(k) == nil {
		c.store.Put(key, c.encoded.Bytes())
	}
}

// names reports whether a file names another: the name stands in it, and is not the end of a longer
// one.
func names(content []byte, name string) bool {
	for rest := content; ; {
		at := bytes.Index(rest, []byte(name))
		if at < 0 {
			return false
		}
		if at == 0 || bytes.IndexByte([]byte("/\"'(=, \n\t"), rest[at-1]) >= 0 {
			return true
		}
		rest = rest[at+len(name):]
	}
}

// publish takes an asset that a template has published.
func (c *pageCache) publish(name string, content []byte) error {
	if c.store == nil {
		return nil
	}
	a := asset{sha256.Sum256(content), content}
	c.mu.Lock()
	known, ok := c.assets[name]
	c.assets[name], c.published[name] = a, true
	conflict := ok && known.Sum != a.Sum
	if conflict {
		c.give()
	}
	c.mu.Unlock()
	if conflict {
		return errConflict
	}
	c.store.Put(c.key("asset", a.Sum[:]), content)
	return nil
}

// give gives the generation up. The caller holds the lock.
func (c *pageCache) give() {
	c.store.Put(c.key("unusable", nil), []byte{1})
	c.gaveUp = true
}

// finish gives the generation up where no page names an asset that was published.
func (c *pageCache) finish() {
	if c.store == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, name := range slices.Sorted(maps.Keys(c.published)) {
		if !c.named[name] {
			c.give()
			return
		}
	}
}
