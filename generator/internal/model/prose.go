package model

import (
	"github.com/kengash/kengash/generator/internal/diag"
)

// Prose is the text of an entity in one language, parsed once: HTML for pages, plain text for search and exports.
// A document made of nodes (a protocol) has Blocks, other prose has Sections.
type Prose struct {
	File     string
	Blocks   []Block
	Sections []Section
	Links    []Link     // to other entities
	Cites    []Citation // of facts
}

// Block is one node of a document.
type Block struct {
	ID   string // node id: "c2.p1"
	HTML string // inline HTML, without a wrapping element
	Text string
	Pos  diag.Position
	// Source is the hash of the block that this one was translated from, as the text says it: {#c2.p1 source=ab12cd34}. "" where it
	// says none.
	Source string
	Mark   diag.Position // of the line with the node
}

// Section is a heading and what follows it. The words before the first heading are a section with an empty ID and title.
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

// Block gives the block of a node id.
func (p Prose) Block(id string) (Block, bool) {
	for _, b := range p.Blocks {
		if b.ID == id {
			return b, true
		}
	}
	return Block{}, false
}

// NodeIDs are the ids that addresses may point to within the prose, in the order of the text. A clause, preamble,
// closing or signature part has an id of its own beside its blocks.
func (p Prose) NodeIDs() []string {
	var ids []string
	for _, part := range Parts(p) {
		if _, own := p.Block(part.ID); !own {
			ids = append(ids, part.ID)
		}
	}
	for _, b := range p.Blocks {
		ids = append(ids, b.ID)
	}
	for _, s := range p.Sections {
		if s.ID != "" {
			ids = append(ids, s.ID)
		}
	}
	return ids
}
