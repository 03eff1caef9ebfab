package model

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Prose is the text of an entity in one language, parsed once: HTML for pages, plain text for
// search and exports. A document made of nodes (a protocol) has Blocks, other prose has Sections.
type Prose struct {
	File     string
	Blocks   []Block
	Sections []Section
	Links    []Link     // to other entities
	Cites    []Citation // of facts

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

// Block is one node of a document.
type Block struct {
	ID   string // node id: "c2.p1"
	HTML string // inline HTML, without a wrapping element
	Text string
	Pos  diag.Position
	// Source is the hash of the block that this one was translated from, as the text says it:
	// {#c2.p1 source=ab12cd34}. "" where it says none.
	Source string
	Mark   diag.Position // of the line with the node

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

// sealTexts makes the indexes of all texts, and the hashes of those that others were translated
// from.
func (c *Collection) sealTexts() {
	c.nodes = map[Ref][]string{}
	for _, list := range c.byKind {
		for _, e := range list {
			if w, ok := e.(Work); ok {
				sealWork(w)
			}
			base := e.base()
			var ids []string
			for l, p := range base.Prose {
				p = p.sealed()
				base.Prose[l] = p
				ids = append(ids, p.NodeIDs()...)
			}
			if n, ok := e.(*Note); ok {
				for _, f := range n.Facts {
					ids = append(ids, f.Key)
				}
			}
			slices.Sort(ids)
			c.nodes[e.Ref()] = slices.Compact(ids)
		}
	}
}

// sealWork makes the index of a work's nodes, and the hashes before any block is copied.
func sealWork(w Work) {
	doc := w.Doc()
	doc.byID = keys(doc.Nodes, (*Node).key)
	for _, v := range doc.Versions {
		source, _ := SourceText(w, v.Lang)
		for i := range source.Blocks {
			source.Blocks[i].hash = source.Blocks[i].Hash()
		}
	}
}

// Nodes returns the ids that addresses may point to within an entity, in any language, sorted:
// those of its texts, and of a note its facts.
func (c *Collection) Nodes(r Ref) []string { return c.nodes[r.Entity()] }

// HasNode reports whether addresses may point to the node of a reference.
func (c *Collection) HasNode(r Ref) bool {
	_, found := slices.BinarySearch(c.nodes[r.Entity()], r.Node)
	return found
}
