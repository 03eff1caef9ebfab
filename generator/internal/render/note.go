package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Quotation of a place in a protocol.
type Quotation struct {
	Place  Link     `json:"place"`
	HTML   []string `json:"html"`             // its paragraphs
	Status *Term    `json:"status,omitempty"` // of the words, where they are not authentic
}

// Beside is where a reader of a note goes on.
type Beside struct {
	Others []Card `json:"others,omitempty"` // notes of other states on its topics
	Own    []Card `json:"own,omitempty"`    // other notes of its state
	Topics []Link `json:"topics,omitempty"`
}

func (b *builder) note(n *model.Note, p *Page) {
	origin := b.term(model.VocabNoteOrigin, n.Origin)
	p.Provenance = &origin
	var f facts
	f.link("fact_state", b.optionalTo(model.States, n.State))
	f.links("fact_topics", b.links(model.Topics, n.Topics)...)
	f.date("fact_period", n.Period, nil)
	f.date("fact_compiled", n.Compiled, nil)
	f.link("fact_mandated_by", b.optional(n.MandatedBy))
	f.add("fact_facts", b.confidences(n)...)
	p.Facts = f.rows
	p.Mandate = b.quotation(n.MandatedBy)
	for i := range p.Sources {
		p.Sources[i].ID = "source." + p.Sources[i].Key
	}
	for i, fact := range n.Facts {
		number := i + 1
		p.Evidence = append(p.Evidence, Evidence{
			ID: fact.Key, Number: number, Period: string(fact.Period), OneOrigin: fact.OneOrigin, Remark: b.text(fact.Remark),
			Confidence: b.optionalTerm(model.VocabConfidence, fact.Confidence),
		})
		for j, s := range p.Sources {
			if slices.Contains(fact.Sources, s.Key) {
				last := &p.Evidence[i]
				last.Cites = append(last.Cites, Link{sourceName(s), "#" + s.ID})
				p.Sources[j].Facts = append(p.Sources[j].Facts, Link{strconv.Itoa(number), "#" + fact.Key})
			}
		}
	}
	p.Beside = b.beside(n)
}

// sourceName is a source in a word or two: its publisher, else its title.
func sourceName(s Source) string {
	if s.Publisher != "" {
		return s.Publisher
	}
	return s.Title
}

// confidences say how many facts of a note have which confidence, the highest first.
func (b *builder) confidences(n *model.Note) []FactValue {
	var out []FactValue
	if v := b.c.Vocabulary[model.VocabConfidence]; v != nil {
		for _, code := range v.Codes() {
			count := 0
			for _, fact := range n.Facts {
				if string(fact.Confidence) == code {
					count++
				}
			}
			if count > 0 {
				out = append(out, FactValue{Text: fmt.Sprintf("%s (%d)", b.c.Label(model.VocabConfidence, model.Code(code), b.lang), count)})
			}
		}
	}
	return out
}

// quotation are the words of a place in a protocol; nil where the language has no text of it.
func (b *builder) quotation(r model.Ref) *Quotation {
	protocol, ok := model.Get[*model.Protocol](b.c, r)
	if !ok || r.Node == "" {
		return nil
	}
	q := &Quotation{Place: b.link(r)}
	for _, block := range protocol.Prose[b.lang].Blocks {
		if block.ID == r.Node || strings.HasPrefix(block.ID, r.Node+".") {
			q.HTML = append(q.HTML, block.HTML)
		}
	}
	if q.HTML == nil {
		return nil
	}
	if v := b.document(protocol).Version; v != nil && v.Status.Code != "authentic" {
		q.Status = &v.Status
	}
	return q
}

// beside are the notes that a reader of one may want next.
func (b *builder) beside(n *model.Note) *Beside {
	out := &Beside{}
	for _, o := range model.All[*model.Note](b.c, model.Notes) {
		switch {
		case o.ID == n.ID:
		case o.State == n.State:
			card := b.noteCard(o)
			card.Tags = b.links(model.Topics, o.Topics)
			out.Own = append(out.Own, card)
		case shares(o.Topics, n.Topics):
			card := b.noteCard(o)
			card.Tags = b.links(model.States, []string{o.State})
			out.Others = append(out.Others, card)
		}
	}
	for _, id := range n.Topics {
		out.Topics = append(out.Topics, b.linkTo(model.Topics, id))
	}
	return out
}

// noteCard is a note as an entry of a list, with where it comes from.
func (b *builder) noteCard(n *model.Note) Card {
	card := b.card(n)
	card.Provenance = b.c.Label(model.VocabNoteOrigin, n.Origin, b.lang)
	return card
}

// notesByState are the notes of the collection, a list a state.
func (b *builder) notesByState() []Group {
	var out []Group
	for _, s := range model.All[*model.State](b.c, model.States) {
		g := Group{Name: "group_notes", Label: b.text(s.ShortName)}
		for _, n := range model.All[*model.Note](b.c, model.Notes) {
			if n.State == s.ID {
				card := b.noteCard(n)
				card.Tags = b.links(model.Topics, n.Topics)
				g.Cards = append(g.Cards, card)
			}
		}
		out = append(out, g)
	}
	return b.groups(out...)
}

func shares(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}
