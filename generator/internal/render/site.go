package render

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/cache"
	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/profile"
	"github.com/kengash/kengash/generator/internal/render/hugo"
	"github.com/kengash/kengash/generator/internal/stage"
)

// Options say what the model does not.
type Options struct {
	Theme   []fs.FS          // layers with layouts/, assets/, i18n/, static/; the first that has a file wins
	Observe stage.Observer   // of composing and rendering; the latter counts pages
	Profile *profile.Session // measures the process that renders
	Warn    func(msg string) // what Hugo warns of
	Now     time.Time        // what templates see as now
	Cache   *cache.Store     // pages of earlier runs; nil for none
	Salt    []byte           // what pages of the cache depend on besides what is given here
	Search  bool             // the site has a search index: each language gets a page for it, each page a box

	// Write writes a file of the site, by its path there, and makes its folder; nil to write it
	// below the folder that the site is rendered into. Calls may overlap.
	Write func(file string, content []byte) error

	// Published are the pages of the site that is in place, as far as the cache had them. Take
	// takes a file of it over, and reports whether it could: a page that is still made of the same
	// is not written again.
	Published map[string]Kept
	Take      func(file string) bool

	// Only are the records whose pages are made, and nothing else; nil for all of the site.
	Only []model.Ref
}

// writer returns the function that writes the files of a site.
func (o Options) writer(dir string) func(file string, content []byte) error {
	if o.Write != nil {
		return o.Write
	}
	return func(file string, content []byte) error {
		name := filepath.Join(dir, filepath.FromSlash(file))
		err := os.WriteFile(name, content, 0o644)
		if errors.Is(err, os.ErrNotExist) {
			if err = os.MkdirAll(filepath.Dir(name), 0o755); err == nil {
				err = os.WriteFile(name, content, 0o644)
			}
		}
		return err
	}
}

// Stats tell what was rendered.
type Stats struct {
	Pages  int
	Cached map[string]bool // files that were taken from the cache, by their path in the folder
	Taken  map[string]bool // those of them that were taken from the site that is in place
	Kept   map[string]Kept // what the cache has of each page, by its path; nil where it has not all
}

// Kept is a page in the cache.
type Kept struct {
	Key    cache.Key
	Assets [sha256.Size]byte // hash of the assets that it names
}

// MarshalBinary implements [encoding.BinaryMarshaler]: gob would take each byte by itself.
func (k Kept) MarshalBinary() ([]byte, error) { return append(k.Key[:], k.Assets[:]...), nil }

// UnmarshalBinary implements [encoding.BinaryUnmarshaler].
func (k *Kept) UnmarshalBinary(data []byte) error {
	if len(data) != len(k.Key)+len(k.Assets) {
		return errors.New("not a page of the cache")
	}
	copy(k.Assets[:], data[copy(k.Key[:], data):])
	return nil
}

// rendering are the options of the process that renders.
func (o Options) rendering(dir string, asset func(string, []byte) error) hugo.Options {
	return hugo.Options{
		Now:        o.Now,
		Abandon:    abandoned(dir),
		Asset:      asset,
		MemoryMost: mostMemory(),
		Silence:    silence,
		Profile:    o.Profile,
		Log: func(level, msg string) {
			if level == "warn" && o.Warn != nil {
				o.Warn(msg)
			}
		},
	}
}

// abandoned are the folders that the process that renders removes if this one is killed.
func abandoned(dir string) []string {
	if dir == "" {
		return nil
	}
	return []string{dir}
}

// mostMemory is what the process that renders may have: many times of what the layouts of the
// program need, since those of a site can make a page of any size. GOMEMLIMIT says otherwise.
func mostMemory() int64 {
	if os.Getenv("GOMEMLIMIT") != "" {
		return 0
	}
	return 2 << 30
}

// silence is how long no page may come, which takes milliseconds even on a slow machine.
const silence = time.Minute

// Dump writes the collection as a plain Hugo project, from which the hugo command builds the same
// pages.
func Dump(c *model.Collection, dir string, opt Options) error {
	project, err := projectOf(c, opt)
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	var pages []hugo.Page
	err = eachPage(c, opt, &pageCache{}, func(p hugo.Page) error {
		pages = append(pages, p)
		return nil
	})
	if err != nil {
		return fmt.Errorf("render: %w", err)
	}
	return hugo.Dump(project, pages, dir)
}

// expected is about how many pages are made: those of records, and some lists.
func expected(c *model.Collection, opt Options) int {
	if opt.Only != nil {
		return len(opt.Only) * len(c.Config.Languages)
	}
	n := 20
	for _, k := range model.Kinds {
		n += len(c.List(k))
	}
	return n * len(c.Config.Languages)
}

// eachPage makes the pages of a collection, one after another, with what a cache remembers.
func eachPage(c *model.Collection, opt Options, kept *pageCache, sink pageSink) error {
	cells := map[inText]markedCell{}
	for _, lang := range c.Config.Langs() {
		b := newBuilder(c, lang)
		b.cellsMade, b.remember, b.sink = cells, kept.remember, sink
		if opt.Only == nil {
			if err := b.addPages(opt.Search); err != nil {
				return err
			}
		}
		for _, r := range opt.Only {
			if err := b.addRecord(c.Entity(r)); err != nil {
				return err
			}
		}
	}
	if opt.Only != nil {
		return nil
	}
	b := newBuilder(c, c.Config.DefaultLanguage)
	b.sink = sink
	return b.addRoot()
}

// projectOf is what the pages of a collection share. The theme is read once.
func projectOf(c *model.Collection, opt Options) (hugo.Project, error) {
	config, err := hugoConfig(c, opt)
	if err != nil {
		return hugo.Project{}, err
	}
	theme, err := hugo.Snapshot(opt.Theme)
	return hugo.Project{Config: config, Theme: theme}, err
}

// missingNamed is how many words of the interface that a language lacks are named.
const missingNamed = 40

// hugoConfig is the Hugo configuration of a collection.
func hugoConfig(c *model.Collection, opt Options) (map[string]any, error) {
	languages := map[string]any{}
	for i, l := range c.Config.Languages {
		b := newBuilder(c, l.Lang())
		site := b.siteParams()
		typeset(&site, b.set)
		if opt.Search {
			site.Search = "/" + model.OverviewURL(searchName, l.Lang())
		}
		words, err := hugo.CoverageOf(opt.Theme, l.Key)
		if err != nil {
			return nil, err
		}
		site.Interface = CoverageCell{words.Have, words.Of}
		if n := len(words.Missing); n > 0 && opt.Warn != nil {
			named := words.Missing
			if len(named) > missingNamed {
				named = append(named[:missingNamed:missingNamed], "…")
			}
			opt.Warn(fmt.Sprintf("i18n/%s.toml lacks %d of %d words, which pages show in English: %s", l.Key, n, words.Of, strings.Join(named, ", ")))
		}
		languages[l.Key] = map[string]any{
			"locale": l.Tag, "label": l.Name, "direction": l.Direction, "weight": i + 1,
			"contentDir": "content/" + l.Key, "title": b.text(c.Config.Title), "params": site,
		}
	}
	return map[string]any{
		"baseURL":                c.Config.BaseURL,
		"title":                  c.Config.Title.In(c.Config.DefaultLanguage, c.Config.Langs()...),
		"defaultContentLanguage": string(c.Config.DefaultLanguage),
		"languages":              languages,
		// White space and tags that HTML does not need are a tenth of a page.
		"minify": map[string]any{
			"minifyOutput": true, "disableCSS": true, "disableJS": true, "disableJSON": true, "disableSVG": true, "disableXML": true,
			"tdewolff": map[string]any{"html": map[string]any{"keepWhitespace": true, "keepEndTags": false, "keepDocumentTags": false}},
		},
	}, nil
}

// SiteParams is what all pages share (site.Params of the theme, per language).
type SiteParams struct {
	Key         string            `json:"key"` // of the language, as addresses have it: Hugo lowers its own
	Brand       string            `json:"brand"`
	Emblem      string            `json:"emblem,omitempty"` // "/brand/emblem.svg"
	Description string            `json:"description"`
	License     string            `json:"license,omitempty"`
	Standing    string            `json:"standing,omitempty"`
	Imprint     *Imprint          `json:"imprint,omitempty"`
	DataDate    string            `json:"data_date"`
	Home        string            `json:"home"`             // "/ru/index.html"
	Search      string            `json:"search,omitempty"` // "/ru/search.html"; "" where the site has no index
	Menu        []MenuItem        `json:"menu"`
	Foot        []MenuItem        `json:"foot"`
	Colors      map[string]string `json:"colors,omitempty"`
	Contribute  *Link             `json:"contribute,omitempty"` // the page that says how
	Languages   []LangLink        `json:"languages"`            // to the first pages
	Interface   CoverageCell      `json:"interface"`            // words of the theme in this language
}

// siteParams makes what all pages of a language share.
func (b *builder) siteParams() SiteParams {
	config := b.c.Config
	s := SiteParams{
		Key: string(b.lang), Brand: b.brand(), Emblem: config.Brand.Emblem, Description: b.text(config.Description),
		License: b.text(config.License), DataDate: string(config.DataDate), Home: "/" + model.HomeURL(b.lang),
		Menu: b.menu(), Foot: b.foot(), Colors: config.Brand.Colors, Languages: b.languages(model.HomeURL),
		Contribute: b.optional(config.Contribute), Standing: b.text(config.Standing), Imprint: b.imprint(),
	}
	if s.Emblem != "" {
		s.Emblem = "/" + strings.TrimPrefix(s.Emblem, "/")
	}
	return s
}
