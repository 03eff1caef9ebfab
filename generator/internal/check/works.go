package check

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/model"
)

// works checks that the facts of a protocol, an instrument or a programme and its text fit: nodes
// exist, every clause has its number and its first paragraph, versions agree with the texts that
// are there, translations name what they were made from.
func works(c *model.Collection, l *diag.List) {
	for _, w := range model.All[model.Work](c, model.Works...) {
		doc, ids := w.Doc(), c.Nodes(w.Ref())
		for _, n := range doc.Nodes {
			if !c.HasNode(model.At(w, n.Key)) && !c.UnreadText(w.Ref()) {
				l.Add(diag.NoNode, w.At("node", n.Key), wantNode(l, n.Key, ids), "the text of %s has no node %q", w.Ref(), n.Key)
			}
		}
		for _, id := range ids {
			if model.PartOf(id) == model.PartSignatures && id != model.PartSignatures && doc.Node(id).State == "" && doc.Node(id).Signer == (model.Party{}) {
				l.Add(diag.NoSigner, w.At("node", id), `write [node."`+id+`"] with signer = "…" (a person, a body or a name), or state = "…"`, "nobody is named as the signatory of %s", id)
			}
		}
		for _, lang := range c.Config.Langs() {
			clauses(w, lang, l)
			if !c.Unread(w.Ref().TextFile(lang)) {
				version(w, lang, l)
			}
			if !c.UnreadText(w.Ref()) {
				marks(w, lang, l)
			}
		}
		for _, v := range doc.Versions {
			from := v.TranslatedFrom
			if from != "" && !slices.ContainsFunc(doc.Versions, func(o model.Version) bool { return o.Key == from }) {
				l.Add(diag.Version, w.At("version", v.Key, "translated_from"), "want the key of a version", "there is no [version.%s]", from)
			}
		}
		if i, ok := w.(*model.Instrument); ok {
			availability(i, l)
		}
	}
}

// clauses checks the shape of a text: that its nodes belong to parts, and that a clause has a
// number where others have one and it prints no heading.
func clauses(w model.Work, lang model.Lang, l *diag.List) {
	text := model.BaseOf(w).Prose[lang]
	for _, b := range text.Blocks {
		if model.PartOf(b.ID) == "" {
			l.Add(diag.NodeOfNothing, b.Pos, "want title, pre.p1, c1.p1, end.p1, sig.1, a1.p1 and the like", "the node %q belongs to no part of a document", b.ID)
		}
	}
	numbers := slices.ContainsFunc(w.Doc().Nodes, func(n model.Node) bool { return n.Num != "" && !strings.Contains(n.Key, ".") })
	for _, part := range model.Parts(text) {
		if !part.Clause {
			continue
		}
		_, heading := text.Block(part.ID)
		if numbers && !heading && w.Doc().Node(part.ID).Num == "" {
			l.Add(diag.Clause, w.At("node", part.ID), `write [node.`+part.ID+`] with num = "`+strings.TrimPrefix(part.ID, "c")+`"`, "the clause %s has no number", part.ID)
		}
		nested := slices.ContainsFunc(part.Blocks, func(b model.Block) bool { return strings.Count(b.ID, ".") > 1 })
		alone := heading && len(part.Blocks) == 1
		if _, ok := text.Block(part.ID + ".p1"); !ok && !nested && !alone {
			l.Add(diag.Clause, part.Blocks[0].Pos, "every clause has a .p1, even when alone", "the clause %s has no paragraph %s.p1", part.ID, part.ID)
		}
	}
}

// version checks that a text has a version that says what it is, and a version in the collection
// has a text.
func version(w model.Work, lang model.Lang, l *diag.List) {
	text, has := model.BaseOf(w).Prose[lang]
	v, ok := w.Doc().Version(lang)
	switch {
	case has && !ok:
		l.Add(diag.Version, diag.Position{File: text.File}, `write [version.`+string(lang)+`] with status and availability = "in-collection"`, "no version says what this text is")
	case ok && !has:
		l.Add(diag.Version, w.At("version", v.Key), `write the text, or availability = "not-in-collection"`, "the text of the version %q is missing", v.Key)
	}
}

// marks checks that only a translation of a text in the collection says what its blocks were made
// from.
func marks(w model.Work, lang model.Lang, l *diag.List) {
	if _, ok := model.SourceText(w, lang); ok {
		return
	}
	for _, b := range model.BaseOf(w).Prose[lang].Blocks {
		if b.Source != "" {
			l.Add(diag.SourceMark, b.Mark, "remove source=…, or write translated_from into the version", "%s was translated from no text of the collection", b.ID)
			return // one cause
		}
	}
}

// availability checks that an instrument says of its availability what its versions say.
func availability(i *model.Instrument, l *diag.List) {
	has := slices.ContainsFunc(i.Versions, func(v model.Version) bool { return v.Availability == model.InCollection })
	switch {
	case has && i.Availability != model.InCollection:
		l.Add(diag.Version, i.At("availability"), `want "in-collection", as a version says`, "the text of %s is in the collection", i.Ref())
	case !has && i.Availability == model.InCollection:
		l.Add(diag.Version, i.At("availability"), `write [version.<language>] with status and availability = "in-collection"`, "no version of %s is in the collection", i.Ref())
	}
}
