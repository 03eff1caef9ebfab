package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// Absent says what a page lacks in its language. The page is there nevertheless: it shows the
// facts, and names the languages that have the rest.
type Absent struct {
	Title  bool       `json:"title,omitempty"`
	Text   bool       `json:"text,omitempty"`
	Others []LangLink `json:"others,omitempty"` // languages that have all of it, the text first of all
}

// absent says what an entity lacks in the page's language; nil where it has all.
func (b *builder) absent(e model.Entity) *Absent {
	if model.AvailableIn(e, b.lang) {
		return nil
	}
	a := &Absent{Title: e.Name()[b.lang] == "", Text: !model.HasText(e, b.lang)}
	for _, l := range b.languages(func(l model.Lang) string { return b.c.Paths.URL(e.Ref(), l) }) {
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
