package check

import (
	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// Notices are what an editor should look at and no fault of the collection: translations whose
// source has changed since, and those that do not say what they were made from. A site is built all
// the same, and marks the former.
func Notices(c *model.Collection) diag.List {
	var l diag.List
	for _, w := range model.All[model.Work](c, model.Works...) {
		for _, lang := range c.Config.Langs() {
			translation(w, lang, &l)
		}
	}
	return l
}

// translation holds each block of a translation against the one that it was made from.
func translation(w model.Work, lang model.Lang, l *diag.List) {
	source, ok := model.SourceText(w, lang)
	if !ok {
		return
	}
	text, marked := model.BaseOf(w).Prose[lang], false
	for _, b := range text.Blocks {
		marked = marked || b.Source != ""
	}
	if !marked {
		l.AddNotice(diag.Stale, diag.Position{File: text.File}, "when it says what "+source.File+" says, run kengash mark "+w.Ref().String()+" "+string(lang),
			"the translation does not say what text it was made from")
		return
	}
	for _, b := range text.Blocks {
		from, ok := source.Block(b.ID)
		if !ok || from.Hash() == b.Source {
			continue // that a node is missing is a problem
		}
		p := diag.Problem{Code: diag.Stale, Notice: true, Pos: b.Mark, Hint: "when the translation says the same, write {#" + b.ID + " source=" + from.Hash() + "}", Also: []diag.Position{from.Pos}}
		if p.Msg = b.ID + " was translated from an older text"; b.Source == "" {
			p.Msg = b.ID + " does not say what text it was translated from"
		}
		l.AddProblem(p)
	}
}
