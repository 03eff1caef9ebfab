package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// todo reports texts that are still to be written.
func todo(c *model.Collection, l *diag.List) {
	for _, e := range entities(c) {
		for _, p := range model.Once(e, "todo", func() []diag.Problem {
			var found diag.List
			base := model.BaseOf(e)
			todoOf(e, base.Index, base.Prose, &found)
			return found.Notices()
		}) {
			l.AddProblem(p)
		}
	}
	todoOf(c.Config, c.Config.Index, nil, l)
}

// todoOf reports what is still to be written of the words of a file, and of texts.
func todoOf(v any, index *diag.Index, texts map[model.Lang]model.Prose, l *diag.List) {
	const hint = "pages show the word; write the text, or remove it"
	tell := func(pos diag.Position) {
		l.AddNotice(diag.Todo, pos, hint, "a text that is still to be written (%s)", model.Todo)
	}
	model.Walk(v, func(leaf model.Leaf) {
		t, _ := leaf.Value.(model.Text)
		for lang, text := range t {
			if model.ToDo(text) {
				tell(index.At(append(leaf.Path, string(lang))...))
			}
		}
	})
	for _, prose := range texts {
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
