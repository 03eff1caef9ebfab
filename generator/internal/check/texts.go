package check

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// texts checks that links in prose lead somewhere, and that the languages of a text have the same
// nodes.
func texts(c *model.Collection, l *diag.List) {
	for _, e := range entities(c) {
		prose := model.BaseOf(e).Prose
		for _, p := range prose {
			for _, link := range p.Links {
				reference(c, link.To, link.Pos, l)
			}
		}
		sameNodes(c, e, l)
	}
}

// sameNodes holds the languages of an entity's text against the first that has one. A language that
// has none is reported; its page leads to the others.
func sameNodes(c *model.Collection, e model.Entity, l *diag.List) {
	prose := model.BaseOf(e).Prose
	if len(prose) == 0 {
		if needsText(e) {
			l.Add(diag.Position{File: textPath(c.Config.DefaultLanguage, e.Ref())}, "write it in one language at least", "the text of %s is missing", e.Ref())
		}
		return
	}
	var first *model.Prose
	for _, lang := range c.Config.Langs() {
		p, has := prose[lang]
		switch {
		case !has:
			l.AddNotice(diag.Position{File: textPath(lang, e.Ref())}, "its page names the languages that have it", "the text of %s is missing in %s", e.Ref(), lang)
		case first == nil:
			first = &p
		default:
			compareNodes(*first, p, l)
		}
	}
}

// needsText reports whether an entity is nothing without its text.
func needsText(e model.Entity) bool {
	switch e.Ref().Kind {
	case model.Notes, model.Pages, model.Protocols:
		return true
	}
	return false
}

func textPath(lang model.Lang, r model.Ref) string {
	return "content/" + string(lang) + "/" + string(r.Kind) + "/" + r.ID + ".md"
}

func compareNodes(a, b model.Prose, l *diag.List) {
	want, got := a.NodeIDs(), b.NodeIDs()
	if slices.Equal(want, got) {
		return
	}
	missing := without(want, got)
	extra := without(got, want)
	for _, id := range missing {
		l.Add(diag.Position{File: b.File}, "node ids are the same in every language", "the node %s of %s is missing", id, a.File)
	}
	for _, id := range extra {
		l.Add(position(b, id), "node ids are the same in every language", "the node %s is not in %s", id, a.File)
	}
	if len(missing) == 0 && len(extra) == 0 {
		l.Add(diag.Position{File: b.File}, "want "+strings.Join(want, " "), "the nodes stand in another order than in %s", a.File)
	}
}

func without(ids, other []string) []string {
	among := map[string]bool{}
	for _, id := range other {
		among[id] = true
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return among[id] })
}

func position(p model.Prose, id string) diag.Position {
	if b, ok := p.Block(id); ok {
		return b.Pos
	}
	for _, s := range p.Sections {
		if s.ID == id {
			return s.Pos
		}
	}
	return diag.Position{File: p.File}
}
