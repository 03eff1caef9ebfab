package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// overview is a page that looks over many records. Its name is that of its file and its layout; its words are the theme's
// ("page_decisions", "lead_decisions"), since no record has them.
type overview struct {
	name string
	view func(*builder) Page
}

// overviews are those of every site. The page for searching is another, where there is an index.
var overviews = []overview{
	{"decisions", (*builder).decisions},
	{"open", (*builder).open},
	{glossaryName, (*builder).glossary},
	{"coverage", (*builder).coverage},
}

// mainMenu is the order of the menu at the top, of kinds and overviews; the foot has the rest.
var mainMenu = []string{
	"meetings", "protocols", "decisions", "open", "instruments", "programmes", "topics", "notes", "glossary", "states",
}

// addOverview adds the content file of an overview.
func (b *builder) addOverview(content map[string][]byte, o overview) error {
	p := o.view(b)
	p.Kind, p.Overview = o.name, true
	url := func(l model.Lang) string { return model.OverviewURL(o.name, l) }
	return b.add(content, o.name+".md", url, p, frontMatter{Title: o.name, Layout: o.name})
}

// menu leads to the kinds that the collection has entities of, and to the overviews.
func (b *builder) menu() []MenuItem {
	var out []MenuItem
	for _, name := range mainMenu {
		out = append(out, b.menuItem(name)...)
	}
	return out
}

// foot leads to what the menu leaves out, and to the pages that the configuration names.
func (b *builder) foot() []MenuItem {
	var out []MenuItem
	for _, k := range model.Kinds {
		if k != model.Pages && !slices.Contains(mainMenu, string(k)) {
			out = append(out, b.menuItem(string(k))...)
		}
	}
	for _, o := range overviews {
		if !slices.Contains(mainMenu, o.name) {
			out = append(out, b.menuItem(o.name)...)
		}
	}
	for _, l := range b.refLinks(b.c.Config.Menu) {
		out = append(out, MenuItem{Link: l})
	}
	return out
}

// menuItem is the item of a kind or an overview; none where the site has no such page.
func (b *builder) menuItem(name string) []MenuItem {
	if k := model.Kind(name); k.Known() {
		if len(b.c.List(k)) == 0 {
			return nil
		}
		return []MenuItem{{Link: Link{b.kindPlural(k), "/" + k.ListURL(b.lang)}}}
	}
	if slices.ContainsFunc(overviews, func(o overview) bool { return o.name == name }) {
		return []MenuItem{{Link: Link{URL: "/" + model.OverviewURL(name, b.lang)}, Overview: name}}
	}
	return nil
}

// search is the page for searching. Its lists are for readers who would rather look around, or have no scripts.
func (b *builder) search() Page {
	var p Page
	for _, k := range []model.Kind{model.Topics, model.Meetings} {
		var cards []Card
		for _, c := range b.list(k).cards() {
			cards = append(cards, Card{Link: c.Link, Kind: c.Kind, Code: c.Code})
		}
		if len(cards) > 0 {
			p.Groups = append(p.Groups, Group{Name: "group_" + string(k), Cards: cards})
		}
	}
	return p
}
