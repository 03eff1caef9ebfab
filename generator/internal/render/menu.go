package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// MenuItem is an entry of a menu. That of an overview has no title: its words are the theme's
// "page_<overview>".
type MenuItem struct {
	Link
	Overview string `json:"overview,omitempty"`
}

// mainMenu is the order of the menu at the top, of kinds and overviews; the foot has the rest.
var mainMenu = []string{
	"meetings", "protocols", "decisions", "open", "instruments", "programmes", "topics", "notes", "glossary", "states",
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
	for _, name := range overviewNames {
		if !slices.Contains(mainMenu, name) {
			out = append(out, b.menuItem(name)...)
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
		return []MenuItem{{Link: b.listLink(k)}}
	}
	if slices.Contains(overviewNames, name) {
		return []MenuItem{{Link: Link{URL: "/" + model.OverviewURL(name, b.lang)}, Overview: name}}
	}
	return nil
}

// overviewNames are the pages that look over many records. A name is that of the file and the
// layout; the words are the theme's ("page_decisions", "lead_decisions"), since no record has them.
// The page for searching is another, where there is an index.
var overviewNames = []string{decisionsName, openName, glossaryName, coverageName}
