package model

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/diag"
	"github.com/kengash/kengash/generator/internal/typography"
)

// Prose is the text of an entity in one language, parsed once: HTML for pages, plain text for
// search and exports. A document made of nodes (a protocol) has Blocks, other prose has Sections.
type Prose struct {
	File     string
	Blocks   []Block
	Sections []Section
	Links    []Link     // to other entities
	Cites    []Citation // of facts
	Signs    []Sign     // that an editor of the language would write in another way

	index *proseIndex // made by Seal
}

// proseIndex is what follows from a text.
type proseIndex struct {
	byID  keyed // of Blocks
	parts []Part
	nodes []string
}

// sealed returns the text with its index.
func (p Prose) sealed() Prose {
	p.index = nil
	p.index = &proseIndex{keys(p.Blocks, (*Block).key), Parts(p), p.NodeIDs()}
	return p
}

// Sign is a sign of a text at its place.
type Sign struct {
	typography.Sign
	Pos diag.Position
}

// Block is one node of a document.
type Block struct {
	ID   string // node id: "c2.p1"
	HTML string // inline HTML, without a wrapping element
	Flow bool   // HTML has paragraphs, lists and tables of its own
	Text string
	Pos  diag.Position
	// Source is the hash of the block that this one was translated from, as the text says it:
	// {#c2.p1 source=ab12cd34}. "" where it says none.
	Source string
	Mark   diag.Position // of the line with the node; of the last line, where it is counted
	// Counted reports that the text does not name the node: it follows from the order of blocks.
	Counted bool

	hash string // of a source of translations, made by Seal
}

// Section is a heading and what follows it. The words before the first heading are a section with
// an empty ID and title.
type Section struct {
	ID    string
	Title string // plain text
	HTML  string // without the heading
	Text  string
	Pos   diag.Position
}

// Link in a text to an entity.
type Link struct {
	To  Ref
	Pos diag.Position
}

// Citation in a text of a [fact.*] table.
type Citation struct {
	Fact string
	Pos  diag.Position
}

func (b *Block) key() string { return b.ID }

// Block returns the block of a node id.
func (p Prose) Block(id string) (Block, bool) {
	var k keyed
	if p.index != nil {
		k = p.index.byID
	}
	if i := find(k, p.Blocks, id, (*Block).key); i >= 0 {
		return p.Blocks[i], true
	}
	return Block{}, false
}

// NodeIDs returns the ids that addresses may point to within the prose, in the order of the text. A
// clause, preamble, closing or signature part has an id of its own beside its blocks.
func (p Prose) NodeIDs() []string {
	if p.index != nil {
		return p.index.nodes
	}
	var ids []string
	for _, part := range Parts(p) {
		if _, own := p.Block(part.ID); !own {
			ids = append(ids, part.ID)
		}
	}
	for i, b := range p.Blocks {
		for _, id := range p.Heads(i) {
			if _, own := p.Block(id); !own {
				ids = append(ids, id)
			}
		}
		ids = append(ids, b.ID)
	}
	for _, s := range p.Sections {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// Heads returns the ids of the sub-clauses that begin with a block: "c1.1" for the first of
// c1.1.p1, c1.1.p2; the outer ones first.
func (p Prose) Heads(block int) []string {
	id := p.Blocks[block].ID
	if strings.Count(id, ".") < 2 {
		return nil
	}
	before := ""
	if block > 0 {
		before = p.Blocks[block-1].ID
	}
	var heads []string
	for up := above(id); strings.Contains(up, "."); up = above(up) {
		if before == up || strings.HasPrefix(before, up+".") {
			break
		}
		heads = append(heads, up)
	}
	slices.Reverse(heads)
	return heads
}

// Headed is a clause, or a sub-clause that has a printed heading, with the blocks that stand under
// it and under none of its own sub-clauses with one.
type Headed struct {
	ID     string // "c1", "c1.2"
	Blocks []Block
}

// Headed divides a part by the headings that it prints: the part itself, then its sub-clauses.
func (p Part) Headed() []Headed {
	out := []Headed{{ID: p.ID}}
	for _, b := range p.Blocks {
		if p.Clause && b.ID != p.ID && !IsParagraph(b.ID) {
			out = append(out, Headed{ID: b.ID})
		}
		at := len(out) - 1
		for at > 0 && b.ID != out[at].ID && !strings.HasPrefix(b.ID, out[at].ID+".") {
			at--
		}
		out[at].Blocks = append(out[at].Blocks, b)
	}
	return out
}

// Words are the texts of its blocks, without the heading.
func (h Headed) Words() []string {
	var words []string
	for _, b := range h.Blocks {
		if b.ID != h.ID {
			words = append(words, b.Text)
		}
	}
	return words
}

// Part is a run of blocks that belong together: the preamble, a clause, the closing words, the
// signatures, an annex.
type Part struct {
	ID     string  // "pre", "c1", "end", "sig", "a1"
	Clause bool    // a numbered clause
	Blocks []Block // in the order of the text
}

// Parts divides a document's text in one language. The title is not among them.
func Parts(text Prose) []Part {
	if text.index != nil {
		return text.index.parts
	}
	var parts []Part
	start := 0 // of the last part's run, while nothing stands between its blocks
	for i, b := range text.Blocks {
		id := PartOf(b.ID)
		if id == PartTitle || id == "" {
			continue
		}
		n := len(parts)
		switch {
		case n == 0 || parts[n-1].ID != id:
			parts, start = append(parts, Part{ID: id, Clause: isClause(id), Blocks: text.Blocks[i : i+1 : i+1]}), i
		case start+len(parts[n-1].Blocks) == i:
			parts[n-1].Blocks = text.Blocks[start : i+1 : i+1]
		default:
			parts[n-1].Blocks = append(parts[n-1].Blocks, b)
		}
	}
	return parts
}
