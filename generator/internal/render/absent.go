package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Absent says what a page has not got in its language. The page is there nevertheless: it shows the facts, and names the
// languages that have the rest.
type Absent struct {
	Title  bool       `json:"title,omitempty"`
	Text   bool       `json:"text,omitempty"`
	Others []LangLink `json:"others,omitempty"` // languages that have all of it, the entity's text first of all
}

// Tongue is the language of words that stand in for missing ones.
type Tongue struct {
	Tag string `json:"tag"`
	Dir string `json:"dir"`
}

// tongue is the language of a text where it is another than the page's; nil where it is the page's, or there is no text.
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

// foreign are the titles that another language lends, by address.
func (b *builder) foreign() map[string]Tongue {
	out := map[string]Tongue{}
	for _, k := range model.Kinds {
		for _, e := range b.c.List(k) {
			if t := b.tongue(e.Name()); t != nil {
				out["/"+e.Ref().URL(b.lang)] = *t
			}
		}
	}
	return out
}

// absent says what an entity has not got in the page's language; nil where it has all.
func (b *builder) absent(e model.Entity) *Absent {
	if model.AvailableIn(e, b.lang) {
		return nil
	}
	a := &Absent{Title: e.Name()[b.lang] == "", Text: !model.HasText(e, b.lang)}
	for _, l := range b.languages(e.Ref().URL) {
		has := model.AvailableIn(e, model.Lang(l.Key))
		if a.Text { // a text without a title is worth more to a reader than a title without a text
			has = model.HasText(e, model.Lang(l.Key))
		}
		if has {
			a.Others = append(a.Others, l)
		}
	}
	return a
}

// absentIn are the languages that an entity's page is not truly in.
func (b *builder) absentIn(e model.Entity) []string {
	var out []string
	for _, l := range b.c.Config.Languages {
		if !model.AvailableIn(e, l.Lang()) {
			out = append(out, l.Key)
		}
	}
	return out
}
