// Package render turns the model into pages, with Hugo as a library and a real Hugo theme.
//
// Go decides what a page shows and where it links to (view.go); the theme decides how it looks.
// Each page reaches Hugo as a view, from which a template makes it; its text was parsed once, by
// load.
package render

import (
	"cmp"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/hugo"
	"github.com/kengash/kengash/generator/internal/render/terms"
	"github.com/kengash/kengash/generator/internal/typography"
)

// pageSink takes the pages of a site as they are made.
type pageSink func(hugo.Page) error

// builder makes the views of one language.
type builder struct {
	c      *model.Collection
	lang   model.Lang
	set    typography.Setter
	found  *terms.Linker // made by linker, at its first use
	names  []byte        // made by termsSum, at its first use
	made   map[model.Ref]Link
	day    model.Date  // whose names the page has that is made; "" for those of today
	finder *noteFinder // made by notes, at its first use

	cellsMade map[inText]markedCell // shared by the builders of a site

	// remember returns what make makes of something, or has made of it in an earlier run.
	remember func(what string, of []byte, make func() []byte) []byte

	sink      pageSink   // takes the pages that are added
	wanted    string     // the address of the only page that is; "" for all
	addresses []string   // absolute ones, of the pages that were added, for the sitemap
	feed      []FeedItem // of the records that were added
}

func newBuilder(c *model.Collection, lang model.Lang) *builder {
	return &builder{
		c: c, lang: lang, set: setterOf(c, lang), made: map[model.Ref]Link{}, cellsMade: map[inText]markedCell{},
		remember: func(_ string, _ []byte, make func() []byte) []byte { return make() },
	}
}

func setterOf(c *model.Collection, l model.Lang) typography.Setter {
	lang, _ := c.Config.Language(l)
	return typography.SetterOf(lang.Tag)
}

func (b *builder) text(t model.Text) string { return t.In(b.lang, b.c.Config.Langs()...) }

func (b *builder) term(vocabulary string, code model.Code) Term {
	t, _, _ := b.c.Vocabulary[vocabulary].Term(code)
	return Term{string(code), b.c.Label(vocabulary, code, b.lang), b.text(t.Definition)}
}

func (b *builder) optionalTerm(vocabulary string, code model.Code) *Term {
	if code == "" {
		return nil
	}
	t := b.term(vocabulary, code)
	return &t
}

// kindLabel is the word of a kind as a heading begins: with a capital letter, where the script has
// them.
func (b *builder) kindLabel(k model.Kind) string {
	return typography.UpperFirst(b.c.Label(model.VocabKind, k.Code(), b.lang))
}

func (b *builder) kindPlural(k model.Kind) string {
	t, _, _ := b.c.Vocabulary[model.VocabKind].Term(k.Code())
	return cmp.Or(typography.UpperFirst(b.text(t.Plural)), b.kindLabel(k))
}

// languageName is the name of a language in the page's; native reports that it has none there, and
// its name is in itself.
func (b *builder) languageName(l model.Lang) (name string, native bool) {
	lang, ok := b.c.Config.Language(l)
	if !ok {
		return string(l), false
	}
	if name := lang.Names[b.lang]; name != "" {
		return name, false
	}
	return lang.Name, l != b.lang
}

func (b *builder) languageTag(l model.Lang) string {
	if lang, ok := b.c.Config.Language(l); ok {
		return lang.Tag
	}
	return string(l)
}

func (b *builder) rtl() bool {
	l, _ := b.c.Config.Language(b.lang)
	return l.Direction == model.RightToLeft
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

// link leads to an entity, by the name that it had on the day of the page, or to a place in its
// text. A link is made once: a collection has few entities and many links.
func (b *builder) link(r model.Ref) Link {
	former := b.c.FormerName(r, b.day)
	if l, ok := b.made[r]; ok && former == nil {
		return l
	}
	l := Link{Title: b.c.ShortTitleOn(r, b.day, b.lang), URL: b.address(r)}
	if former != nil {
		l.In = b.tongue(former.Name)
		return l
	}
	if e := b.c.Entity(r); e != nil {
		l.In = b.tongue(e.Name())
	}
	if w, ok := model.Get[model.Work](b.c, r); ok && r.Node != "" {
		l.Title += " · " + b.c.PartTitle(w, r.Node, b.lang)
	}
	b.made[r] = l
	return l
}

// address is that of an entity's page, or of a place on it.
func (b *builder) address(r model.Ref) string { return "/" + b.c.Paths.URL(r, b.lang) }

// listAddress is that of the list of a kind.
func (b *builder) listAddress(k model.Kind) string { return "/" + b.c.Paths.ListURL(k, b.lang) }

// listLink leads to the list of a kind.
func (b *builder) listLink(k model.Kind) Link {
	return Link{Title: b.kindPlural(k), URL: b.listAddress(k)}
}

// tongue is the language of a text where it is another than the page's; nil where it is the page's,
// or there is no text.
func (b *builder) tongue(t model.Text) *Tongue {
	if t[b.lang] != "" {
		return nil
	}
	for _, l := range b.c.Config.Languages {
		if t[l.Lang()] != "" {
			return &Tongue{l.Tag, l.Direction}
		}
	}
	return nil
}

func (b *builder) linkTo(kind model.Kind, id string) Link {
	return b.link(model.Ref{Kind: kind, ID: id})
}

func (b *builder) optional(r model.Ref) *Link {
	if r == (model.Ref{}) {
		return nil
	}
	l := b.link(r)
	return &l
}

func (b *builder) optionalTo(kind model.Kind, id string) *Link {
	if id == "" {
		return nil
	}
	l := b.linkTo(kind, id)
	return &l
}

func (b *builder) links(kind model.Kind, ids []string) []Link {
	var out []Link
	for _, id := range ids {
		out = append(out, b.linkTo(kind, id))
	}
	return out
}

func (b *builder) refLinks(refs []model.Ref) []Link {
	var out []Link
	for _, r := range refs {
		out = append(out, b.link(r))
	}
	return out
}

// lead is the sentence or two that say what an entity is.
func (b *builder) lead(e model.Entity) string { return b.text(model.Lead(e)) }

// file is a file of the site's folder, with the address at which it can be edited.
func (b *builder) file(path string) File {
	f := File{Path: path}
	if pattern := b.c.Config.EditURL; pattern != "" {
		f.Edit = strings.ReplaceAll(pattern, "{path}", path)
	}
	return f
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

// decisionsName is the name of the page of all decisions.
const decisionsName = "decisions"

// openName is the name of the page of all commitments.
const openName = "open"

// coverageName is the name of the page about languages.
const coverageName = "coverage"

// searchName is the name of the page for searching.
const searchName = "search"

// glossaryName is the name of the page.
const glossaryName = "glossary"

// Addresses of the feed and the sitemap of a language, relative to the site's root.
func feedURL(l model.Lang) string    { return string(l) + "/index.xml" }
func sitemapURL(l model.Lang) string { return string(l) + "/sitemap.xml" }
