package check

import (
	"fmt"
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
		for lang, p := range prose {
			if len(p.Blocks) > 0 && p.Blocks[0].Counted && !model.ToDo(p.Blocks[0].Text) {
				l.AddNotice(diag.Counted, diag.Position{File: p.File}, fmt.Sprintf("kengash mark %s %s writes them into the text", e.Ref(), lang),
					"paragraphs without ids: their addresses change when one is put in before them")
			}
			for _, link := range p.Links {
				reference(c, link.To, func() diag.Position { return link.Pos }, l)
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
		if needsText(e) && !c.UnreadText(e.Ref()) {
			l.Add(diag.NoText, diag.Position{File: e.Ref().TextFile(c.Config.DefaultLanguage)}, "write it in one language at least", "the text of %s is missing", e.Ref())
		}
		return
	}
	var first *model.Prose
	for _, lang := range c.Config.Langs() {
		p, has := prose[lang]
		switch {
		case c.Unread(e.Ref().TextFile(lang)):
		case !has:
			l.AddNotice(diag.Untranslated, diag.Position{File: e.Ref().TextFile(lang)}, "its page names the languages that have it", "the text of %s is missing in %s", e.Ref(), lang)
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

const sameIDs = "node ids are the same in every language"

// compareNodes holds the nodes of a text against those of another language.
func compareNodes(a, b model.Prose, l *diag.List) {
	if twice(a) || twice(b) {
		return // one of them is meant to be another
	}
	want, got := a.NodeIDs(), b.NodeIDs()
	if slices.Equal(want, got) {
		return
	}
	missing, extra := written(a, without(want, got)), written(b, without(got, want))
	switch {
	case len(missing) > severalNodes:
		where, pos := placeOf(missing[0], want, b)
		l.Add(diag.OtherNodes, pos, sameIDs+"; continue "+where, "%d nodes of %s are missing: %s", len(missing), a.File, some(missing))
	default:
		for _, id := range missing {
			where, pos := placeOf(id, want, b)
			l.AddProblem(diag.Problem{
				Code: diag.OtherNodes,
				Pos:  pos, Msg: "the node " + id + " of " + a.File + " is missing", Hint: sameIDs + "; it belongs " + where,
				Also: []diag.Position{position(a, id)},
			})
		}
	}
	switch {
	case len(extra) > severalNodes:
		l.Add(diag.OtherNodes, position(b, extra[0]), sameIDs, "%d nodes are not in %s: %s", len(extra), a.File, some(extra))
	default:
		for _, id := range extra {
			l.Add(diag.OtherNodes, position(b, id), sameIDs, "the node %s is not in %s", id, a.File)
		}
	}
	if len(missing) == 0 && len(extra) == 0 {
		l.Add(diag.NodeOrder, diag.Position{File: b.File}, "want "+strings.Join(want, " "), "the nodes are in a different order from that of %s", a.File)
	}
}

// severalNodes is the number of nodes that are reported one by one; more of them have one cause.
const severalNodes = 3

// some lists the first of many ids.
func some(ids []string) string { return strings.Join(first(ids, 8), ", ") }

// written takes out the parts that a text has by their nodes alone, where those are among the ids.
func written(p model.Prose, ids []string) []string {
	below := map[string]bool{}
	for _, id := range ids {
		if part := model.PartOf(id); part != id {
			below[part] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(ids), func(id string) bool {
		_, own := p.Block(id)
		return !own && below[id]
	})
}

// placeOf says where in a text a node of another language's belongs: in words, and the place of the
// node that precedes it.
func placeOf(id string, order []string, p model.Prose) (where string, pos diag.Position) {
	for _, before := range slices.Backward(order[:slices.Index(order, id)]) {
		if b, ok := p.Block(before); ok {
			return "after " + before, b.Mark
		}
		if pos := position(p, before); pos.Line > 0 {
			return "after " + before, pos
		}
	}
	return "at the beginning", diag.Position{File: p.File, Line: 1, Col: 1}
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

// twice reports whether two blocks of a text have one id, which is a problem of its own.
func twice(p model.Prose) bool {
	seen := map[string]bool{}
	for _, b := range p.Blocks {
		if seen[b.ID] {
			return true
		}
		seen[b.ID] = true
	}
	return false
}
