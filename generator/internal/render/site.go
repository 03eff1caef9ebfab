package render

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// Options say what the model does not.
type Options struct {
	Theme    []fs.FS               // layers with layouts/, assets/, i18n/, static/; the first that has a file wins
	Progress func(done, total int) // pages
	Warn     func(msg string)      // what Hugo warns of
	Now      time.Time             // what templates see as now
	Search   bool                  // the site has a search index: each language gets a page for it, each page a box
}

// Stats tell what was rendered.
type Stats struct{ Pages int }

// Site renders a collection into a folder. Faults of the theme come back as one error with their positions.
func Site(ctx context.Context, c *model.Collection, dir string, opt Options) (Stats, error) {
	p, err := project(c, opt)
	if err != nil {
		return Stats{}, err
	}
	_, err = hugo.Render(ctx, p, dir, hugo.Options{
		Now:      opt.Now,
		Progress: opt.Progress,
		Log: func(level, msg string) {
			if level == "warn" && opt.Warn != nil {
				opt.Warn(msg)
			}
		},
	})
	if err != nil {
		return Stats{}, fmt.Errorf("render: %w", err)
	}
	return Stats{Pages: len(p.Content)}, nil
}

// Dump writes the collection as a plain Hugo project, from which the hugo command builds the same pages.
func Dump(c *model.Collection, dir string, opt Options) error {
	p, err := project(c, opt)
	if err != nil {
		return err
	}
	return hugo.Dump(p, dir)
}

// project makes the Hugo project of a collection.
func project(c *model.Collection, opt Options) (hugo.Project, error) {
	conf, err := config(c, opt)
	if err != nil {
		return hugo.Project{}, fmt.Errorf("render: %w", err)
	}
	p := hugo.Project{Config: conf, Content: map[string][]byte{}, Theme: opt.Theme}
	for _, lang := range c.Config.Langs() {
		b := &builder{c: c, lang: lang}
		if opt.Search {
			if err := b.addOverview(p.Content, overview{"search", (*builder).search}); err != nil {
				return p, fmt.Errorf("render: %w", err)
			}
		}
		if err := b.pages(p.Content); err != nil {
			return p, fmt.Errorf("render: %w", err)
		}
	}
	// The chooser of languages and the page for addresses that do not exist belong to no language. They lie at the top of one,
	// since a folder would become a list of its own.
	b := &builder{c: c, lang: c.Config.DefaultLanguage}
	for _, f := range []frontMatter{
		{URL: "/index.html", Layout: "languages", Build: unlisted, Params: b.chrome(Page{Kind: "languages", Heading: b.text(c.Config.Title)}, "index.html")},
		{URL: "/404.html", Layout: "notfound-all", Build: unlisted, Params: b.chrome(Page{Kind: "404", Heading: "404"}, "")},
	} {
		f.Title = f.Params.Heading
		if err := put(p.Content, string(c.Config.DefaultLanguage)+"/root-"+f.Layout+".md", f); err != nil {
			return p, fmt.Errorf("render: %w", err)
		}
	}
	return p, nil
}

// config is the Hugo configuration of a collection.
func config(c *model.Collection, opt Options) (map[string]any, error) {
	languages := map[string]any{}
	for i, l := range c.Config.Languages {
		b := &builder{c: c, lang: l.Lang()}
		site := b.site()
		if opt.Search {
			site.Search = "/" + model.OverviewURL("search", l.Lang())
		}
		words, err := hugo.CoverageOf(opt.Theme, l.Key)
		if err != nil {
			return nil, err
		}
		site.Interface = CoverageCell{words.Have, words.Of}
		if n := len(words.Missing); n > 0 && opt.Warn != nil {
			opt.Warn(fmt.Sprintf("i18n/%s.toml lacks %d of %d words, which pages show in English: %s", l.Key, n, words.Of, strings.Join(words.Missing, ", ")))
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
	}, nil
}

// site makes what all pages of a language share.
func (b *builder) site() SiteParams {
	config := b.c.Config
	s := SiteParams{
		Brand: b.brand(), Emblem: config.Brand.Emblem, Description: b.text(config.Description),
		License: b.text(config.License), DataDate: string(config.DataDate), Home: "/" + model.HomeURL(b.lang),
		Menu: b.menu(), Foot: b.foot(), Colors: config.Brand.Colors, Languages: b.languages(model.HomeURL),
		Contribute: b.optional(config.Contribute),
		Foreign:    b.foreign(),
	}
	if s.Emblem != "" {
		s.Emblem = "/" + strings.TrimPrefix(s.Emblem, "/")
	}
	return s
}

// brand is the short name of the site, its title where it has none.
func (b *builder) brand() string {
	return cmp.Or(b.text(b.c.Config.Brand.Name), b.text(b.c.Config.Title))
}

// languages are the addresses of one page in every language.
func (b *builder) languages(url func(model.Lang) string) []LangLink {
	var out []LangLink
	for _, l := range b.c.Config.Languages {
		u := url(l.Lang())
		out = append(out, LangLink{
			Key: l.Key, Name: l.Name, Tag: l.Tag, Dir: l.Direction, URL: "/" + u, Absolute: b.c.Config.BaseURL + u, Current: l.Lang() == b.lang,
		})
	}
	return out
}

// frontMatter of a page as Hugo reads it.
type frontMatter struct {
	Title   string         `json:"title"`
	URL     string         `json:"url"`
	Layout  string         `json:"layout,omitempty"`
	Date    string         `json:"date,omitempty"`
	Lastmod string         `json:"lastmod,omitempty"`
	Build   map[string]any `json:"build,omitempty"`
	Params  Page           `json:"params"`
}

// unlisted keeps a page out of lists, feeds and the sitemap.
var unlisted = map[string]any{"list": "never"}

// pages adds the content files of a language.
func (b *builder) pages(content map[string][]byte) error {
	if err := b.add(content, "_index.md", model.HomeURL, b.home(), frontMatter{}); err != nil {
		return err
	}
	for _, o := range overviews {
		if err := b.addOverview(content, o); err != nil {
			return err
		}
	}
	notFound := func(l model.Lang) string { return string(l) + "/404.html" }
	if err := b.add(content, "404.md", notFound, Page{Kind: "404", Heading: "404"}, frontMatter{Layout: "notfound", Build: unlisted}); err != nil {
		return err
	}
	for _, k := range model.Kinds {
		if len(b.c.List(k)) == 0 {
			continue
		}
		if err := b.add(content, string(k)+"/_index.md", k.ListURL, b.list(k), frontMatter{}); err != nil {
			return err
		}
		for _, e := range b.c.List(k) {
			p := b.entity(e)
			p.Files, p.Citation = b.files(e), b.citation(e)
			err := b.add(content, string(k)+"/"+e.Ref().ID+".md", e.Ref().URL, p, frontMatter{Date: day(e)})
			if err != nil {
				return err
			}
			if w, ok := e.(model.Work); ok && len(b.c.Compared(w)) > 1 {
				if err := b.addParallel(content, w); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// add adds a content file with what every page of a language has.
func (b *builder) add(content map[string][]byte, file string, url func(model.Lang) string, p Page, f frontMatter) error {
	f.Title, f.URL, f.Params = cmp.Or(p.Heading, f.Title), "/"+url(b.lang), b.chrome(p, url(b.lang))
	f.Params.Languages = b.languages(url)
	for i, l := range f.Params.Languages {
		f.Params.Languages[i].Absent = slices.Contains(p.absentIn, l.Key)
	}
	f.Lastmod = string(b.c.Config.DataDate)
	return put(content, string(b.lang)+"/"+file, f)
}

// chrome adds what every page has around its own content.
func (b *builder) chrome(p Page, url string) Page {
	p.Canonical = b.c.Config.BaseURL + url
	p.XDefault = b.c.Config.BaseURL + "index.html"
	if p.Languages == nil {
		p.Languages = b.languages(model.HomeURL)
	}
	if p.Kind != "home" && p.Kind != "languages" && url != "" {
		p.Breadcrumbs = append([]Link{{b.brand(), "/" + model.HomeURL(b.lang)}}, p.Breadcrumbs...)
	}
	return p
}

// files are the data and text files that an entity's page is made from.
func (b *builder) files(e model.Entity) []File {
	base := model.BaseOf(e)
	paths := []string{base.Index.File()}
	if words, ok := base.Words[b.lang]; ok {
		paths = append(paths, words)
	}
	if text, ok := base.Prose[b.lang]; ok {
		paths = append(paths, text.File)
	}
	var out []File
	for _, p := range paths {
		out = append(out, b.file(p))
	}
	return out
}

// file is a file of the site's folder, with the address at which it can be edited.
func (b *builder) file(path string) File {
	f := File{Path: path}
	if pattern := b.c.Config.EditURL; pattern != "" {
		f.Edit = strings.ReplaceAll(pattern, "{path}", path)
	}
	return f
}

// day is the date of an entity for feeds: of a meeting, a protocol, the compilation of a note, the newest event of an
// instrument. "" where it has none that is a full date.
func day(e model.Entity) string {
	var d model.Date
	switch e := e.(type) {
	case *model.Meeting:
		d = e.Date
	case *model.Protocol:
		d = e.Date
	case *model.Note:
		d = e.Compiled
	case *model.Instrument:
		for _, event := range e.Events {
			if event.Date.Compare(d) > 0 {
				d = event.Date
			}
		}
	}
	if first := d.First(); d.Known() && !first.IsZero() {
		return first.Format("2006-01-02")
	}
	return ""
}

func put(content map[string][]byte, name string, f frontMatter) error {
	data, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	content[name] = append(data, '\n')
	return nil
}
