package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// todo reports texts that are still to be written.
func todo(c *model.Collection, l *diag.List) {
	const hint = "pages show the word; write the text, or remove it"
	tell := func(pos diag.Position) { l.AddNotice(pos, hint, "a text that is still to be written (%s)", model.Todo) }
	of := func(v any, index *diag.Index) {
		model.Walk(v, func(leaf model.Leaf) {
			t, _ := leaf.Value.(model.Text)
			for lang, text := range t {
				if model.ToDo(text) {
					tell(index.At(append(leaf.Path[:len(leaf.Path):len(leaf.Path)], string(lang))...))
				}
			}
		})
	}
	for _, e := range entities(c) {
		base := model.BaseOf(e)
		of(e, base.Index)
		for _, prose := range base.Prose {
			for _, b := range prose.Blocks {
				if model.ToDo(b.Text) {
					tell(b.Pos)
				}
			}
			for _, s := range prose.Sections {
				if model.ToDo(s.Title) || model.ToDo(s.Text) {
					tell(s.Pos)
				}
			}
		}
	}
	of(c.Config, c.Config.Index)
}
