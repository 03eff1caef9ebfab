package check

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// protocols asks that the facts of a protocol and its text fit: nodes exist, every clause has its number and its first paragraph,
// versions agree with the texts that are there.
func protocols(c *model.Collection, l *diag.List) {
	for _, p := range model.All[*model.Protocol](c, model.Protocols) {
		ids := nodesOf(p)
		for _, n := range p.Nodes {
			if !slices.Contains(ids, n.Key) {
				l.Add(p.At("node", n.Key), diag.Want(n.Key, ids), "the text of %s has no node %q", p.Ref(), n.Key)
			}
		}
		for _, id := range ids {
			if model.PartOf(id) == model.PartSignatures && id != model.PartSignatures && p.Node(id).State == "" {
				l.Add(p.At("node", id), `write [node."`+id+`"] with state = "…"`, "the signature block %s has no state", id)
			}
		}
		for _, lang := range c.Config.Langs() {
			clauses(p, lang, l)
			version(p, lang, l)
		}
		for _, v := range p.Versions {
			from := v.TranslatedFrom
			if from != "" && !slices.ContainsFunc(p.Versions, func(o model.Version) bool { return o.Key == from }) {
				l.Add(p.At("version", v.Key, "translated_from"), "want the key of a version", "there is no [version.%s]", from)
			}
		}
	}
}

func clauses(p *model.Protocol, lang model.Lang, l *diag.List) {
	text := p.Prose[lang]
	for _, b := range text.Blocks {
		if model.PartOf(b.ID) == "" {
			l.Add(b.Pos, "want title, pre.p1, c1.p1, end.p1, sig.1 and the like", "the node %q belongs to no part of a protocol", b.ID)
		}
	}
	for _, part := range model.Parts(text) {
		if !part.Clause {
			continue
		}
		if p.Node(part.ID).Num == "" {
			l.Add(p.At("node", part.ID), `write [node.`+part.ID+`] with num = "`+strings.TrimPrefix(part.ID, "c")+`"`, "the clause %s has no number", part.ID)
		}
		if _, ok := text.Block(part.ID + ".p1"); !ok {
			l.Add(part.Blocks[0].Pos, "every clause has a .p1, even when alone", "the clause %s has no paragraph %s.p1", part.ID, part.ID)
		}
	}
}

// version asks that a text has a version that says what it is, and a version in the collection has a text.
func version(p *model.Protocol, lang model.Lang, l *diag.List) {
	text, has := p.Prose[lang]
	v, ok := p.Version(lang)
	switch {
	case has && !ok:
		l.Add(diag.Position{File: text.File}, `write [version.`+string(lang)+`] with status and availability = "in-collection"`, "no version says what this text is")
	case ok && !has:
		l.Add(p.At("version", v.Key), `write the text, or availability = "not-in-collection"`, "the text of the version %q is missing", v.Key)
	}
}

// notes asks that every fact of a note is used in every language's text.
func notes(c *model.Collection, l *diag.List) {
	for _, n := range model.All[*model.Note](c, model.Notes) {
		for _, lang := range c.Config.Langs() {
			text, has := n.Prose[lang]
			if !has {
				continue // said by texts
			}
			for _, f := range n.Facts {
				if !slices.ContainsFunc(text.Cites, func(c model.Citation) bool { return c.Fact == f.Key }) {
					l.Add(n.At("fact", f.Key), "write [@"+f.Key+"] behind what it shows, or take the fact out", "the fact %s is not used in %s", f.Key, text.File)
				}
			}
		}
	}
}

// evidence asks that what is said to have happened rests on something.
func evidence(c *model.Collection, l *diag.List) {
	for _, i := range model.All[*model.Instrument](c, model.Instruments, model.Programmes) {
		for _, e := range i.Events {
			if e.Clause == (model.Ref{}) && e.Meeting == "" && len(e.Sources) == 0 {
				l.Add(i.At("event", e.Key), "name its clause, its meeting or its sources", "nothing shows the event %q", e.Key)
			}
		}
	}
	for _, a := range model.All[*model.Action](c, model.Actions) {
		if strings.HasPrefix(string(a.Status), "fulfilled") && len(a.Evidence) == 0 {
			l.Add(a.At("status"), "write [evidence.<key>], or another status", "nothing shows that the commitment was %s", a.Status)
		}
	}
}

// disputable are the fields of a meeting that sources may disagree on, as pages name them.
var disputable = []string{"date", "format", "ordinal", "place"}

// conflicts asks that a conflict names a field that pages have a word for.
func conflicts(c *model.Collection, l *diag.List) {
	for _, m := range model.All[*model.Meeting](c, model.Meetings) {
		for _, conflict := range m.Conflicts {
			if !slices.Contains(disputable, conflict.Field) {
				l.Add(m.At("conflict", conflict.Key, "field"), diag.Want(conflict.Field, disputable), "no conflict can be shown about %q", conflict.Field)
			}
		}
	}
}
