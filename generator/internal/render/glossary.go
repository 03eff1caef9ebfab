package render

import (
	"maps"
	"slices"
	"strconv"

	"github.com/kengash/kengash/generator/internal/model"
)

// GlossaryPage is the page of all terms.
type GlossaryPage struct {
	Page
	Glossary Glossary `json:"glossary"`
}

// Glossary is every term that the site uses, under the letters of the reader's language.
type Glossary struct {
	Letters []Letter `json:"letters"`
}

// Letter of an index, and what is listed under it.
type Letter struct {
	ID      string          `json:"id"` // anchor: "k-letter-1"
	Letter  string          `json:"letter"`
	Entries []GlossaryEntry `json:"entries"`
}

// GlossaryEntry is a term: a topic, or a word of a vocabulary that has a definition. Where See is
// set it is an abbreviation, and only leads to its term.
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

// glossary makes the page of all terms. A vocabulary's words are listed as far as they are
// defined.
func (b *builder) glossaryPage() *GlossaryPage {
	var entries []GlossaryEntry
	for _, t := range model.All[*model.Topic](b.c, model.Topics) {
		page := b.link(t.Ref())
		e := GlossaryEntry{
			ID: t.ID, Label: b.text(t.Label), Scheme: b.kindPlural(model.Topics), Definition: b.text(t.Definition),
			Synonyms: t.Synonyms[b.lang], Abbreviations: t.Abbreviations[b.lang], Names: b.otherNames(t.Label, t.Abbreviations), Topic: &page,
		}
		entries = append(entries, e)
		for _, abbreviation := range e.Abbreviations {
			entries = append(entries, GlossaryEntry{Label: abbreviation, See: &Link{Title: e.Label, URL: b.entryURL(e.ID)}})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b.c.Vocabulary)) {
		v := b.c.Vocabulary[name]
		for _, t := range v.Terms {
			if name == model.VocabKind && !b.c.Uses(model.Code(t.Key)) {
				continue
			}
			if definition := b.text(t.Definition); definition != "" {
				entries = append(entries, GlossaryEntry{
					ID: name + "." + t.Key, Label: b.text(t.Label), Scheme: b.text(v.Title), Definition: definition,
					Formula: t.Formula[b.lang], Names: b.otherNames(t.Label, nil),
				})
			}
		}
	}
	return &GlossaryPage{Glossary: Glossary{b.letters(entries)}}
}

// names are the words of a term in the languages other than the page's.
func (b *builder) otherNames(label model.Text, abbreviations model.Words) []TopicTerms {
	var out []TopicTerms
	for _, l := range b.c.Config.Languages {
		if l.Lang() != b.lang && label[l.Lang()] != "" {
			out = append(out, b.termIn(l, label, abbreviations))
		}
	}
	return out
}

// termIn are the words of a term in a language.
func (b *builder) termIn(l model.Language, label model.Text, abbreviations model.Words) TopicTerms {
	name, native := b.languageName(l.Lang())
	return TopicTerms{
		LangName: name, Native: native, Tag: l.Tag, Dir: l.Direction, Label: label[l.Lang()], Abbreviations: abbreviations[l.Lang()],
	}
}

// letters sorts entries and puts them under their letters.
func (b *builder) letters(entries []GlossaryEntry) []Letter {
	order := newAlphabet(b.languageTag(b.lang))
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
