package render

import (
	"context"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

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
	Memory  int64            // soft limit of the process that renders; 0 for none
	Search  bool             // the site has a search index: each language gets a page for it, each page a box
}

// Stats tell what was rendered.
type Stats struct{ Pages int }

// Site renders a collection into a folder. Faults of the theme come back as one error with their
// positions.
func Site(ctx context.Context, c *model.Collection, dir string, opt Options) (Stats, error) {
	var p hugo.Project
	var scripts []string
	err := opt.Observe.Run(ctx, stage.Composing, func(context.Context, func(done, total int)) (err error) {
		p, scripts, err = project(c, opt)
		return err
	})
	if err != nil {
		return Stats{}, err
	}
	pages := len(p.Content)
	err = opt.Observe.Run(ctx, stage.Rendering, func(ctx context.Context, advance func(done, total int)) error {
		_, err := hugo.Render(ctx, p, dir, hugo.Options{
			Now:         opt.Now,
			Progress:    advance,
			MemoryLimit: opt.Memory,
			MemoryMost:  mostMemory(opt.Memory),
			Silence:     silence(pages),
			Profile:     opt.Profile,
			Log: func(level, msg string) {
				if level == "warn" && opt.Warn != nil {
					opt.Warn(msg)
				}
			},
		})
		for _, name := range scripts {
			if err == nil {
				err = packRows(filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
		return err
	})
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	return Stats{Pages: pages}, nil
}

// mostMemory is what the process that renders may have at all: several times of what the layouts of
// the program need, since those of a site can make a page of any size.
func mostMemory(limit int64) int64 {
	if limit == 0 {
		return 0
	}
	return 2<<30 + 4*limit
}

// silence is how long no page may be written. Hugo says nothing while it reads the content, for
// which a slow machine needs some milliseconds a page.
func silence(pages int) time.Duration {
	return time.Minute + time.Duration(pages)*30*time.Millisecond
}

// Dump writes the collection as a plain Hugo project, from which the hugo command builds the same
// pages.
func Dump(c *model.Collection, dir string, opt Options) error {
	p, _, err := project(c, opt)
	if err != nil {
		return err
	}
	return hugo.Dump(p, dir)
}

// project makes the Hugo project of a collection, and names its scripts with rows.
func project(c *model.Collection, opt Options) (p hugo.Project, scripts []string, err error) {
	conf, err := hugoConfig(c, opt)
	if err != nil {
		return hugo.Project{}, nil, fmt.Errorf("render: %w", err)
	}
	files, cells := contentFiles{}, map[inText]markedCell{}
	for _, lang := range c.Config.Langs() {
		b := newBuilder(c, lang)
		b.cellsMade = cells
		if err := b.addPages(files, opt.Search); err != nil {
			return hugo.Project{}, nil, fmt.Errorf("render: %w", err)
		}
		scripts = append(scripts, b.scripts...)
	}
	// The chooser of languages and the page for addresses that do not exist belong to no language.
	// They lie at the top of one, since a folder would become a list of its own.
	b := newBuilder(c, c.Config.DefaultLanguage)
	for _, of := range []struct {
		layout, url, canonical string
		page                   Page
	}{
		{"languages", "/index.html", "index.html", Page{Kind: "languages", Heading: b.text(c.Config.Title)}},
		{"notfound-all", "/404.html", "", Page{Kind: "404", Heading: "404"}},
	} {
		b.addChrome(&of.page, of.canonical)
		f := frontMatter{Title: of.page.Heading, URL: of.url, Layout: of.layout, Build: unlisted, Params: of.page}
		if err := files.put(string(b.lang)+"/root-"+of.layout+".md", f); err != nil {
			return hugo.Project{}, nil, fmt.Errorf("render: %w", err)
		}
	}
	return hugo.Project{Config: conf, Content: files, Theme: opt.Theme}, scripts, nil
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
		"disableKinds":           []string{"taxonomy", "term", "404"},
		"enableRobotsTXT":        true,
		"frontmatter":            map[string]any{"date": []string{"date"}}, // no date is no date: lastmod does not stand in for it
		"outputs":                map[string]any{"home": []string{"html", "rss"}, "section": []string{"html"}, "page": []string{"html"}},
		// White space and tags that HTML does not need are a tenth of a page.
		"minify": map[string]any{
			"minifyOutput": true, "disableCSS": true, "disableJS": true, "disableJSON": true, "disableSVG": true, "disableXML": true,
			"tdewolff": map[string]any{"html": map[string]any{"keepWhitespace": true, "keepEndTags": false, "keepDocumentTags": false}},
		},
		"outputFormats": map[string]any{
			scriptFormat: map[string]any{"mediaType": "text/javascript", "isPlainText": true, "notAlternative": true},
		},
	}, nil
}

// SiteParams is what all pages share (site.Params of the theme, per language).
type SiteParams struct {
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

// site makes what all pages of a language share.
func (b *builder) siteParams() SiteParams {
	config := b.c.Config
	s := SiteParams{
		Brand: b.brand(), Emblem: config.Brand.Emblem, Description: b.text(config.Description),
		License: b.text(config.License), DataDate: string(config.DataDate), Home: "/" + model.HomeURL(b.lang),
		Menu: b.menu(), Foot: b.foot(), Colors: config.Brand.Colors, Languages: b.languages(model.HomeURL),
		Contribute: b.optional(config.Contribute), Standing: b.text(config.Standing), Imprint: b.imprint(),
	}
	if s.Emblem != "" {
		s.Emblem = "/" + strings.TrimPrefix(s.Emblem, "/")
	}
	return s
}
