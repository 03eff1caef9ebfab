package render

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/terms"
)

// entryURL is the address of an entry of the glossary.
func (b *builder) entryURL(id string) string {
	return "/" + model.OverviewURL(glossaryName, b.lang) + "#" + id
}

// terms are the topics as texts name them.
func (b *builder) terms() []terms.Term {
	var list []terms.Term
	for _, t := range model.All[*model.Topic](b.c, model.Topics) {
		list = append(list, terms.Term{
			ID: t.ID, URL: b.entryURL(t.ID), Same: []string{b.address(t.Ref())}, Title: b.text(t.Definition),
			Names: slices.Concat([]string{t.Label[b.lang]}, t.Synonyms[b.lang], t.Abbreviations[b.lang]),
		})
	}
	return list
}

// linker finds the names of topics in texts, and leads to the glossary.
func (b *builder) linker() *terms.Linker {
	if b.found == nil {
		b.found = terms.New(b.languageTag(b.lang), b.terms())
	}
	return b.found
}

// termsSum is the hash of all by which the linker goes.
func (b *builder) termsSum() []byte {
	if b.names == nil {
		sum := sha256.Sum256(fmt.Appendf(nil, "%q %q", b.languageTag(b.lang), b.terms()))
		b.names = sum[:]
	}
	return b.names
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
	texts := []string{string(b.termsSum()), strings.Join(own, " "), strings.Join(slices.Sorted(maps.Keys(settled)), " ")}
	for _, s := range sections {
		texts = append(texts, s.HTML)
	}
	linked := b.remember("terms", joined(texts), func() []byte {
		var linked []string
		for _, s := range sections {
			seen := maps.Clone(settled)
			linked = append(linked, b.linker().Link(s.HTML, seen))
			for _, id := range own {
				settled[id] = settled[id] || seen[id]
			}
		}
		return joined(linked)
	})
	for i := range sections {
		sections[i].HTML, linked = first(linked)
	}
}

// joined are texts, each behind its length.
func joined(texts []string) []byte {
	size := 0
	for _, t := range texts {
		size += binary.MaxVarintLen64 + len(t)
	}
	out := make([]byte, 0, size)
	for _, t := range texts {
		out = append(binary.AppendUvarint(out, uint64(len(t))), t...)
	}
	return out
}

// first returns the first of joined texts, and the others.
func first(texts []byte) (string, []byte) {
	n, size := binary.Uvarint(texts)
	return string(texts[size : size+int(n)]), texts[size+int(n):]
}

func (b *builder) sections(e model.Entity) []Section {
	var out []Section
	for _, s := range model.BaseOf(e).Prose[b.lang].Sections {
		out = append(out, Section{s.ID, s.Title, s.HTML})
	}
	b.linkTerms(e, out)
	return out
}
