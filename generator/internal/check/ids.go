package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// ids checks that no id of a text is one that its page makes of the data, and that no fact has one
// of the theme.
func ids(c *model.Collection, l *diag.List) {
	for _, e := range entities(c) {
		anchors := c.Anchors(e)
		for _, lang := range c.Config.Langs() {
			text := model.BaseOf(e).Prose[lang]
			for _, s := range text.Sections {
				path, taken := anchors[s.ID]
				if !taken {
					continue
				}
				p := diag.Problem{Code: diag.TakenID, Pos: s.Pos, Msg: "the id " + s.ID + " is one that the page makes of the data", Hint: "give the heading another id"}
				if path != nil {
					p.Also = []diag.Position{e.At(path...)}
				}
				l.AddProblem(p)
			}
		}
		for id, path := range anchors {
			if why := model.UnfitAnchor(id); why != "" {
				l.Add(diag.TakenID, e.At(path...), "give it another key", "%q %s", id, why)
			}
		}
	}
}
