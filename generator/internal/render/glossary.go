package render

import (
	"maps"
	"slices"
	"strconv"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/terms"
)

// glossaryName is the name of the page.
const glossaryName = "glossary"

// Glossary is every term that the site uses, under the letters of the reader's language.
type Glossary struct {
	Letters []Letter `json:"letters"`
}

// Letter of an index, and what stands under it.
type Letter struct {
	ID      string          `json:"id"` // anchor: "k-letter-1"
	Letter  string          `json:"letter"`
	Entries []GlossaryEntry `json:"entries"`
}

// GlossaryEntry is a term: a topic, or a word of a vocabulary that has a definition. Where See is set it is an abbreviation, and
// only leads to its term.
type GlossaryEntry struct {
	ID            string       `json:"id,omitempty"` // anchor: "ai" of a topic, "act.approved" of a vocabulary's word
	Label         string       `json:"label"`
	Scheme        string       `json:"scheme,omitempty"` // what it is a term of: "Topics", "Acts of the Parties" (skos:inScheme)
	Definition    string       `json:"definition,omitempty"`
	Synonyms      []string     `json:"synonyms,omitempty"`
	Abbreviations []string     `json:"abbreviations,omitempty"`
	Formula       []string     `json:"formula,omitempty"` // the words by which texts of documents say it
	Names         []TopicTerms `json:"names,omitempty"`   // in the other languages; without synonyms
	Topic         *Link        `json:"topic,omitempty"`   // its page
	See           *Link        `json:"see,omitempty"`
}

// entryURL is the address of an entry of the glossary.
func (b *builder) entryURL(id string) string {
	return "/" + model.OverviewURL(glossaryName, b.lang) + "#" + id
}

// glossary makes the page of all terms. A vocabulary's words stand there as far as they are defined.
func (b *builder) glossary() Page {
	var entries []GlossaryEntry
	for _, t := range model.All[*model.Topic](b.c, model.Topics) {
		page := b.link(t.Ref())
		e := GlossaryEntry{
			ID: t.ID, Label: b.text(t.Label), Scheme: b.kindPlural(model.Topics), Definition: b.text(t.Definition),
			Synonyms: t.Synonyms[b.lang], Abbreviations: t.Abbreviations[b.lang], Names: b.names(t.Label, t.Abbreviations), Topic: &page,
		}
		entries = append(entries, e)
		for _, abbreviation := range e.Abbreviations {
			entries = append(entries, GlossaryEntry{Label: abbreviation, See: &Link{e.Label, b.entryURL(e.ID)}})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b.c.Vocabulary)) {
		v := b.c.Vocabulary[name]
		for _, t := range v.Terms {
			if definition := b.text(t.Definition); definition != "" {
				entries = append(entries, GlossaryEntry{
					ID: name + "." + t.Key, Label: b.text(t.Label), Scheme: b.text(v.Title), Definition: definition,
					Formula: t.Formula[b.lang], Names: b.names(t.Label, nil),
				})
			}
		}
	}
	return Page{Glossary: &Glossary{b.letters(entries)}}
}

// names are the words of a term in the languages other than the page's.
func (b *builder) names(label model.Text, abbreviations model.Words) []TopicTerms {
	var out []TopicTerms
	for _, l := range b.c.Config.Languages {
		if l.Lang() != b.lang && label[l.Lang()] != "" {
			out = append(out, TopicTerms{
				LangName: l.Name, Tag: l.Tag, Dir: l.Direction, Label: label[l.Lang()], Abbreviations: abbreviations[l.Lang()],
			})
		}
	}
	return out
}

// letters sorts entries and puts them under their letters.
func (b *builder) letters(entries []GlossaryEntry) []Letter {
	order := newAlphabet(b.tag(b.lang))
	slices.SortStableFunc(entries, func(x, y GlossaryEntry) int { return order.compare(x.Label, y.Label) })
	var out []Letter
	for _, e := range entries {
		letter := order.letter(e.Label)
		if len(out) == 0 || out[len(out)-1].Letter != letter {
			out = append(out, Letter{ID: letterID(len(out) + 1), Letter: letter})
		}
		last := &out[len(out)-1]
		last.Entries = append(last.Entries, e)
	}
	return out
}

func letterID(n int) string { return "k-letter-" + strconv.Itoa(n) }

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
		b.found = terms.New(b.tag(b.lang), list)
	}
	return b.found
}

// linkTerms links the topics in prose of ours: where a section first uses them, and an entity's own topics once on its page. The
// texts of documents are nobody's to change, so theirs stay as they are.
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
