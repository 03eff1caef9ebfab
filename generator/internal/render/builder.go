// Package render turns the model into pages, by Hugo's library and a real Hugo theme.
//
// The Go side decides what stands on a page and where it leads (view.go); the theme decides how it looks. Each page reaches Hugo
// as a content file in memory whose front matter holds the view; its text was parsed once, by load.
package render

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/render/terms"
)

// builder makes the views of one language.
type builder struct {
	c     *model.Collection
	lang  model.Lang
	found *terms.Linker // made by linker, at its first use
}

func (b *builder) text(t model.Text) string { return t.In(b.lang, b.c.Config.Langs()...) }

func (b *builder) link(r model.Ref) Link {
	title := b.c.ShortTitle(r, b.lang)
	if w, ok := model.Get[model.Work](b.c, r); ok && r.Node != "" {
		title += " · " + b.c.PartTitle(w, r.Node, b.lang)
	}
	return Link{title, "/" + r.URL(b.lang)}
}

func (b *builder) linkTo(kind model.Kind, id string) Link {
	return b.link(model.Ref{Kind: kind, ID: id})
}

func (b *builder) optional(r model.Ref) *Link {
	if r == (model.Ref{}) {
		return nil
	}
	l := b.link(r)
	return &l
}

func (b *builder) links(kind model.Kind, ids []string) []Link {
	var out []Link
	for _, id := range ids {
		out = append(out, b.linkTo(kind, id))
	}
	return out
}

func (b *builder) refLinks(refs []model.Ref) []Link {
	var out []Link
	for _, r := range refs {
		out = append(out, b.link(r))
	}
	return out
}

func (b *builder) term(vocabulary string, code model.Code) Term {
	t, _, _ := b.c.Vocabulary[vocabulary].Term(code)
	return Term{string(code), b.c.Label(vocabulary, code, b.lang), b.text(t.Definition)}
}

func (b *builder) optionalTerm(vocabulary string, code model.Code) *Term {
	if code == "" {
		return nil
	}
	t := b.term(vocabulary, code)
	return &t
}

// kindLabel is the word of a kind as a heading begins: with a capital letter, where the script has them.
func (b *builder) kindLabel(k model.Kind) string {
	return upperFirst(b.c.Label(model.VocabKind, k.Code(), b.lang))
}

func (b *builder) kindPlural(k model.Kind) string {
	t, _, _ := b.c.Vocabulary[model.VocabKind].Term(k.Code())
	return cmp.Or(upperFirst(b.text(t.Plural)), b.kindLabel(k))
}

func upperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}

func (b *builder) source(s model.Source) Source {
	return Source{
		Key: s.Key, Title: s.Title, Publisher: s.Publisher, URL: s.URL, Date: string(s.Date), Accessed: string(s.Accessed),
		Lang: s.Lang, Confidence: b.optionalTerm(model.VocabConfidence, s.Confidence), Note: b.text(s.Note),
	}
}

// sources are those of an entity with the given keys; all of them without keys.
func (b *builder) sources(e model.Entity, keys ...string) []Source {
	var out []Source
	for _, s := range model.BaseOf(e).Sources {
		if len(keys) == 0 || slices.Contains(keys, s.Key) {
			out = append(out, b.source(s))
		}
	}
	return out
}

func (b *builder) keyedSources(e model.Entity, keys []string) []Source {
	if len(keys) == 0 {
		return nil
	}
	return b.sources(e, keys...)
}

func (b *builder) sections(e model.Entity) []Section {
	var out []Section
	for _, s := range model.BaseOf(e).Prose[b.lang].Sections {
		out = append(out, Section{s.ID, s.Title, s.HTML})
	}
	b.linkTerms(e, out)
	return out
}

func (b *builder) sought(list []model.Sought) []Sought {
	var out []Sought
	for _, s := range list {
		what := b.text(s.What)
		if _, _, ok := b.c.Vocabulary[model.VocabInstrumentState].Term(model.Code(s.Key)); ok {
			what = b.c.Label(model.VocabInstrumentState, model.Code(s.Key), b.lang)
		}
		out = append(out, Sought{what, string(s.Date), b.text(s.Note)})
	}
	return out
}

// badge is the derived state of an instrument, or the status of an action; nil for other entities.
func (b *builder) badge(e model.Entity) *Badge {
	switch e := e.(type) {
	case *model.Instrument:
		life := b.c.Life(e)
		badge := &Badge{}
		if life.Present != nil {
			badge.Term, badge.Date = b.term(model.VocabInstrumentState, life.Present.Type), string(life.Present.Date)
		}
		for _, a := range life.Awaited {
			badge.Awaited = append(badge.Awaited, b.term(model.VocabInstrumentState, a.State))
		}
		if badge.Code == "" && badge.Awaited == nil {
			return nil
		}
		return badge
	case *model.Action:
		return &Badge{Term: b.term(model.VocabActionStatus, e.Status)}
	}
	return nil
}

// card is an entity as an entry of a list.
func (b *builder) card(e model.Entity) Card {
	r := e.Ref()
	card := Card{Link: Link{b.text(e.Name()), "/" + r.URL(b.lang)}, Kind: b.kindLabel(r.Kind), Code: string(r.Kind.Code()), Text: b.lead(e), TextIn: b.tongue(model.Lead(e)), Badge: b.badge(e)}
	card.Absent = b.absent(e)
	switch e := e.(type) {
	case *model.Meeting:
		card.Title = b.c.ShortTitle(r, b.lang)
		card.Date = string(e.Date)
	case *model.Protocol:
		card.Title = b.c.ShortTitle(r, b.lang)
		card.Date = string(e.Date)
	case *model.Instrument:
		card.Tags = b.links(model.Topics, e.Topics)
	case *model.Action:
		card.Tags = []Link{b.link(e.MandatedBy)}
	case *model.Note:
		card.Date = string(e.Period)
		card.Tags = append(b.links(model.States, []string{e.State}), b.links(model.Topics, e.Topics)...)
	case *model.State:
		card.Text, card.TextIn = b.text(e.OfficialName), b.tongue(e.OfficialName)
	}
	return card
}

// lead is the sentence or two that say what an entity is.
func (b *builder) lead(e model.Entity) string { return b.text(model.Lead(e)) }

// clauseCard is a place in a text as an entry of a list: the clause, with the words and acts of the paragraph, or of the
// whole clause where the reference names no paragraph.
func (b *builder) clauseCard(r model.Ref) Card {
	w, _ := model.Get[model.Work](b.c, r)
	part := model.PartOf(r.Node)
	card := Card{
		Link: Link{b.c.PartTitle(w, r.Node, b.lang), "/" + r.URL(b.lang)},
		Kind: b.c.Label(model.VocabKind, model.Clause, b.lang), Code: string(model.Clause),
		Num: w.Doc().Node(part).Num, Date: string(w.Dated()), Origin: b.c.ShortTitle(w.Ref(), b.lang),
	}
	var words []string
	for _, block := range model.BaseOf(w).Prose[b.lang].Blocks {
		if block.ID == r.Node || r.Node == part && model.PartOf(block.ID) == part {
			words = append(words, block.Text)
			for _, a := range w.Doc().Node(block.ID).Acts {
				card.Acts = append(card.Acts, b.term(model.VocabAct, a.Code()))
			}
		}
	}
	card.Text = strings.Join(words, " ")
	return card
}

// clauses are the clauses of a protocol as entries of a list.
func (b *builder) clauses(p *model.Protocol) []Card {
	var out []Card
	for _, part := range model.Parts(p.Prose[b.lang]) {
		if part.Clause {
			out = append(out, b.clauseCard(model.Ref{Kind: model.Protocols, ID: p.ID, Node: part.ID}))
		}
	}
	return out
}

func (b *builder) cards(entities ...model.Entity) []Card {
	var out []Card
	for _, e := range entities {
		out = append(out, b.card(e))
	}
	return out
}
