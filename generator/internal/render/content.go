package render

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// contentFiles are the content files of a Hugo project, by their paths.
type contentFiles map[string][]byte

// frontMatter of a page as Hugo reads it.
type frontMatter struct {
	Title   string         `json:"title"`
	URL     string         `json:"url"`
	Layout  string         `json:"layout,omitempty"`
	Outputs []string       `json:"outputs,omitempty"`
	Date    string         `json:"date,omitempty"`
	Lastmod string         `json:"lastmod,omitempty"`
	Build   map[string]any `json:"build,omitempty"`
	Params  any            `json:"params"`
}

// unlisted keeps a page out of lists, feeds and the sitemap.
var unlisted = map[string]any{"list": "never"}

func (files contentFiles) put(name string, f frontMatter) error {
	data, err := json.Marshal(f)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	files[name] = append(data, '\n')
	return nil
}

// add adds a content file with what every page of a language has.
func (b *builder) add(files contentFiles, file string, url func(model.Lang) string, v view, f frontMatter) error {
	p := v.common()
	p.Languages = b.languages(url)
	for i, l := range p.Languages {
		p.Languages[i].Absent = slices.Contains(p.absentIn, l.Key)
	}
	b.addChrome(p, url(b.lang))
	typeset(v, b.set)
	f.Title, f.URL, f.Params = cmp.Or(p.Heading, f.Title), "/"+url(b.lang), v
	f.Lastmod = string(b.c.Config.DataDate)
	return files.put(string(b.lang)+"/"+file, f)
}

// addChrome adds what every page has around its own content.
func (b *builder) addChrome(p *Page, url string) {
	p.Canonical = b.c.Config.BaseURL + url
	p.XDefault = b.c.Config.BaseURL + "index.html"
	if p.Languages == nil {
		p.Languages = b.languages(model.HomeURL)
	}
	if p.Kind != "home" && p.Kind != "languages" && url != "" {
		home := Link{Title: b.brand(), URL: "/" + model.HomeURL(b.lang)}
		p.Breadcrumbs = append([]Link{home}, p.Breadcrumbs...)
	}
}
