package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/hugo"
)

// put makes a page of a view, with the name of its content file in the folder of the language.
func (b *builder) put(name, url, layout string, view any) error {
	if b.wanted != "" && url != b.wanted {
		return nil
	}
	var params bytes.Buffer
	enc := json.NewEncoder(&params)
	enc.SetEscapeHTML(false) // templates do that
	if err := enc.Encode(view); err != nil {
		return fmt.Errorf("%s: %w", url, err)
	}
	return b.sink(hugo.Page{Name: string(b.lang) + "/" + name, URL: "/" + url, Layout: layout, Params: params.Bytes()})
}

// add makes a page with what every page of a language has, and lists it in the sitemap.
func (b *builder) add(name string, url func(model.Lang) string, layout string, v view) error {
	p := v.common()
	if path.Base(name) == "_index.md" {
		p.Feed = "/" + feedURL(b.lang)
	}
	b.complete(v, url)
	if !slices.Contains(p.absentIn, string(b.lang)) {
		b.addresses = append(b.addresses, p.Canonical)
	}
	if err := b.put(name, url(b.lang), layout, v); err != nil {
		return err
	}
	return b.addFormer(name, url(b.lang), moved{Title: p.Heading, To: p.URL, Canonical: p.Canonical})
}

// complete gives a view what every page of a language has.
func (b *builder) complete(v view, url func(model.Lang) string) {
	p := v.common()
	p.Languages = b.languages(url)
	for i, l := range p.Languages {
		p.Languages[i].Absent = slices.Contains(p.absentIn, l.Key)
	}
	b.addChrome(p, url(b.lang))
	typeset(v, b.set)
}

// addChrome adds what every page has around its own content.
func (b *builder) addChrome(p *Page, url string) {
	p.URL, p.Canonical = "/"+url, b.c.Config.BaseURL+url
	p.XDefault = b.c.Config.BaseURL + "index.html"
	if p.Languages == nil {
		p.Languages = b.languages(model.HomeURL)
	}
	if p.Kind != "home" && p.Kind != "languages" && url != "" {
		home := Link{Title: b.brand(), URL: "/" + model.HomeURL(b.lang)}
		p.Breadcrumbs = append([]Link{home}, p.Breadcrumbs...)
	}
}
