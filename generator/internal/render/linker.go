package render

import (
	"maps"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/terms"
)

// entryURL is the address of an entry of the glossary.
func (b *builder) entryURL(id string) string {
	return "/" + model.OverviewURL(glossaryName, b.lang) + "#" + id
}

// linker finds the names of topics in texts, and leads to the glossary.
func (b *builder) linker() *terms.Linker {
	if b.found == nil {
		var list []terms.Term
		for _, t := range model.All[*model.Topic](b.c, model.Topics) {
			list = append(list, terms.Term{
				ID: t.ID, URL: b.entryURL(t.ID), Same: []string{"/" + t.Ref().URL(b.lang)}, Title: b.text(t.Definition),
				Names: slices.Concat([]string{t.Label[b.lang]}, t.Synonyms[b.lang], t.Abbreviations[b.lang]),
			})
		}
		b.found = terms.New(b.languageTag(b.lang), list)
	}
	return b.found
}

// linkTerms links the topics in prose of ours: where a section first uses them, and an entity's own
// topics once on its page. The texts of documents are nobody's to change, so theirs stay as they
// are.
func (b *builder) linkTerms(e model.Entity, sections []Section) {
	var own []string
	settled := map[string]bool{}
	switch e := e.(type) {
	case *model.Note:
		own = e.Topics
	case *model.Topic:
		settled[e.ID] = true
	case *model.Page:
	default:
		return
	}
	for i := range sections {
		seen := maps.Clone(settled)
		sections[i].HTML = b.linker().Link(sections[i].HTML, seen)
		for _, id := range own {
			settled[id] = settled[id] || seen[id]
		}
	}
}

func (b *builder) sections(e model.Entity) []Section {
	var out []Section
	for _, s := range model.BaseOf(e).Prose[b.lang].Sections {
		out = append(out, Section{s.ID, s.Title, s.HTML})
	}
	b.linkTerms(e, out)
	return out
}
