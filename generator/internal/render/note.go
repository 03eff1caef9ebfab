package render

import (
	"slices"
	"strconv"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Quotation of a place in a protocol.
type Quotation struct {
	Place  Link     `json:"place"`
	HTML   []string `json:"html" set:"html"`  // its paragraphs
	Status *Term    `json:"status,omitempty"` // of the words, where they are not authentic
}

// Beside is where a reader of a note goes on.
type Beside struct {
	Others    []Card `json:"others,omitempty"` // notes of other states on its topics
	Own       []Link `json:"own,omitempty"`    // other notes of its state
	MoreOwn   []Link `json:"more_own,omitempty"`
	Topics    []Link `json:"topics,omitempty"`    // where all notes on its topics are
	Stateless bool   `json:"stateless,omitempty"` // the note is that of no state
}

// NotePage is the page of an experience note.
type NotePage struct {
	Record
	Provenance Term       `json:"provenance"`         // compiled or contributed
	Evidence   []Evidence `json:"evidence,omitempty"` // the facts
	Mandate    *Quotation `json:"mandate,omitempty"`  // the clause that asks for notes
	Beside     *Beside    `json:"beside,omitempty"`   // where to go on
}

func (b *builder) notePage(n *model.Note, r Record) *NotePage {
	p := &NotePage{Record: r, Provenance: b.term(model.VocabNoteOrigin, n.Origin), Mandate: b.quotation(n.MandatedBy), Beside: b.beside(n)}
	var f facts
	f.link("fact_state", b.optionalTo(model.States, n.State))
	f.links("fact_note_by", b.parties(n.By)...)
	f.links("fact_topics", b.links(model.Topics, n.Topics)...)
	f.date("fact_period", n.Period, nil)
	f.date("fact_compiled", n.Compiled, nil)
	f.link("fact_mandated_by", b.optional(n.MandatedBy))
	f.add("fact_facts", b.confidences(n)...)
	p.Facts = f.rows
	for i := range p.Sources {
		p.Sources[i].ID = model.SourceAnchor(p.Sources[i].Key)
	}
	for i, fact := range n.Facts {
		number := i + 1
		p.Evidence = append(p.Evidence, Evidence{
			ID: model.FactAnchor(fact.Key), Number: number, Period: string(fact.Period), OneOrigin: fact.OneOrigin, Remark: b.text(fact.Remark),
			Confidence: b.optionalTerm(model.VocabConfidence, fact.Confidence),
		})
		for j, s := range p.Sources {
			if slices.Contains(fact.Sources, s.Key) {
				last := &p.Evidence[i]
				last.Cites = append(last.Cites, sourceLink(s))
				p.Sources[j].Facts = append(p.Sources[j].Facts, Link{Title: strconv.Itoa(number), URL: "#" + fact.Key})
			}
		}
	}
	return p
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
				out = append(out, FactValue{Text: b.c.Label(model.VocabConfidence, model.Code(code), b.lang), Count: count})
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
	if v, ok := protocol.Version(b.lang); ok && v.Status != model.Authentic {
		q.Status = b.optionalTerm(model.VocabTextStatus, v.Status)
	}
	return q
}

// besideLimit is how many notes of each list stand beside a note.
const besideLimit = 3

// beside are the notes that a reader of one may want next: those of other states on its topics,
// where there are many the nearest in time, and others of its state, where there are many as a
// whole list.
func (b *builder) beside(n *model.Note) *Beside {
	out := &Beside{Topics: b.links(model.Topics, n.Topics), Stateless: n.State == ""}
	for _, o := range b.notes().nearest(n) {
		card := Card{Link: b.noteLink(o)}
		if state := b.optionalTo(model.States, o.State); state != nil {
			card.Tags = []Link{*state}
		}
		out.Others = append(out.Others, card)
	}
	if out.Stateless {
		return out
	}
	own := b.c.NotesOf(n.State)
	if len(own)-1 > besideLimit { // few of many say less of a state than the list of all
		// How many they are is left to the list: said here, each new note would change the pages
		// of all others of its state.
		out.MoreOwn = []Link{b.wholeList(model.Notes, "?state="+n.State, len(own)).Link}
		return out
	}
	for _, o := range own {
		if o != n {
			out.Own = append(out.Own, b.noteLink(o))
		}
	}
	return out
}

func (b *builder) noteLink(n *model.Note) Link {
	return Link{b.text(n.Title), b.address(n.Ref()), b.tongue(n.Title)}
}

// notes finds notes near others. It is made at the first use.
func (b *builder) notes() *noteFinder {
	if b.finder == nil {
		b.finder = newNoteFinder(b.c)
	}
	return b.finder
}
