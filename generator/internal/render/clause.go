package render

import (
	"slices"
	"strings"
	"unicode"

	"github.com/kengash/kengash/generator/internal/model"
)

// clauseCard is a place in a text as an entry of a list: the clause, with the words and acts of the
// paragraph, or of the whole clause where the reference names no paragraph.
func (b *builder) clauseCard(r model.Ref) Card {
	w, _ := model.Get[model.Work](b.c, r)
	part := model.PartOf(r.Node)
	card := Card{
		Link: Link{Title: b.c.PartTitle(w, r.Node, b.lang), URL: b.address(r)},
		Kind: b.c.Label(model.VocabKind, model.Clause, b.lang), Code: string(model.Clause),
		Num: w.Doc().Node(part).Num, Date: string(w.Dated()), Origin: b.c.ShortTitle(w.Ref(), b.lang),
	}
	var words []string
	for _, block := range b.under(w, r.Node) {
		if block.ID != r.Node || model.IsParagraph(r.Node) || part == model.PartPreamble {
			words = append(words, wordsOf(block))
		}
		for _, a := range w.Doc().Node(block.ID).Acts {
			act := Term{Code: string(a.Code()), Label: b.c.Label(model.VocabAct, a.Code(), b.lang)}
			if !slices.Contains(card.Acts, act) {
				card.Acts = append(card.Acts, act)
			}
		}
	}
	card.Text = clipped(strings.Join(words, " "), clipLimit)
	return card
}

// under are the blocks of a place in a text: the paragraph, or those of the clause or sub-clause.
func (b *builder) under(w model.Work, node string) []model.Block {
	text := model.BaseOf(w).Prose[b.lang]
	if block, ok := text.Block(node); ok && model.IsParagraph(node) {
		return []model.Block{block}
	}
	for _, part := range model.Parts(text) {
		if part.ID != model.PartOf(node) {
			continue
		}
		for _, h := range part.Headed() {
			if h.ID == node {
				return h.Blocks
			}
		}
	}
	return nil
}

// clauseCardOn is a paragraph as an entry of the list of an entity: where only some of its acts
// have to do with that, these and the sentence that says them.
func (b *builder) clauseCardOn(r, to model.Ref) Card {
	card := b.clauseCard(r)
	w, _ := model.Get[model.Work](b.c, r)
	node := w.Doc().Node(r.Node)
	acts := node.ActsOn(to)
	if len(acts) == len(node.Acts) {
		return card
	}
	card.Acts = nil
	for _, a := range acts {
		card.Acts = append(card.Acts, Term{Code: string(a.Code()), Label: b.c.Label(model.VocabAct, a.Code(), b.lang)})
	}
	if block, ok := model.BaseOf(w).Prose[b.lang].Block(r.Node); ok {
		card.Text = clipped(b.saying(wordsOf(block), acts), clipLimit)
	}
	return card
}

// clipLimit is how many characters of a text its card in a list shows; the text has the rest.
const clipLimit = 120

// clipped is the beginning of a text: whole words, not more than so many characters of them.
func clipped(text string, limit int) string {
	n, end := 0, 0 // characters; where the last word ends that has room
	for i, r := range text {
		if n == limit {
			return strings.TrimRightFunc(text[:end], unicode.IsPunct) + "…"
		}
		if unicode.IsSpace(r) || unicode.Is(unicode.Han, r) {
			end = i
		}
		n++
	}
	return text
}

// clauses are the clauses of a protocol as entries of a list on the page of its meeting.
func (b *builder) clauses(p *model.Protocol) []Card {
	var out []Card
	for _, part := range model.Parts(p.Prose[b.lang]) {
		for _, h := range part.Headed() {
			if !part.Clause || len(h.Blocks) == 0 {
				continue
			}
			card := b.clauseCard(model.Ref{Kind: model.Protocols, ID: p.ID, Node: h.ID})
			card.Origin, card.Date = "", "" // all are of the meeting's protocol
			out = append(out, card)
		}
	}
	return out
}

// clauseGroup are the paragraphs of texts that name an entity, signatures apart. The filter is that
// of the page of all decisions.
func (b *builder) clauseGroup(to model.Ref, filter string) Group {
	var places []model.Ref
	for _, k := range model.Works {
		for _, r := range b.c.MentionedBy(to, k) {
			if part := model.PartOf(r.Node); part != "" && part != model.PartSignatures {
				places = append(places, r)
			}
		}
	}
	g := Group{Name: "group_clauses", Total: len(places)}
	for _, r := range newest(places) {
		g.Cards = append(g.Cards, b.clauseCardOn(r, to))
	}
	if len(places) > groupLimit {
		g.More = []Count{b.wholeDecisions(filter, len(places))}
	}
	return g
}

// wholeDecisions leads to the page of all decisions, filtered. Its title is the theme's.
func (b *builder) wholeDecisions(filter string, n int) Count {
	return Count{Link{URL: "/" + model.OverviewURL(decisionsName, b.lang) + filter}, n}
}
