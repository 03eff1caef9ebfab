package model

import (
	"slices"
	"strings"
)

// Work is a record whose text may be in the collection, in versions and by nodes: a protocol, an
// instrument, a programme (Akoma Ntoso FRBRWork).
type Work interface {
	Entity
	// Doc is what the record says of its text.
	Doc() *Document
	// Dated is the date by which works are told apart: of signature, of the first event. "" where
	// none is known.
	Dated() Date
}

// Works are the kinds of works.
var Works = []Kind{Protocols, Instruments, Programmes}

// Work reports whether entities of the kind are works.
func (k Kind) Work() bool { return slices.Contains(Works, k) }

// Document is what a work's record says of its text.
type Document struct {
	Versions []Version `toml:"version,keyed"`
	Nodes    []Node    `toml:"node,keyed"`

	byID keyed // of Nodes
}

// Doc returns the document itself, for Work.
func (d *Document) Doc() *Document { return d }

// Version is the document in one language (Akoma Ntoso expression).
type Version struct {
	Key            string
	Lang           Lang   `toml:"lang"` // defaults to Key
	Status         Code   `toml:"status,required" vocab:"text-status"`
	Availability   Code   `toml:"availability,required" vocab:"availability"`
	TranslatedFrom string `toml:"translated_from"` // key of a version
}

// Codes that follow from the text itself, so that the program must know them.
const (
	Authentic       Code = "authentic"
	InCollection    Code = "in-collection"
	NotInCollection Code = "not-in-collection"
)

// Node is a place in the text and what is known of it. Its Key is the node id, the same in every
// language: "title", "pre.p1", "c1", "c1.p1", "end.p1", "sig.1".
type Node struct {
	Key    string
	Num    string   `toml:"num"`   // of a clause, as printed
	Label  Text     `toml:"label"` // what a clause is about, in the editors' words
	Topics []string `toml:"topics" ref:"topics"`
	States []string `toml:"states" ref:"states"`
	Bodies []string `toml:"bodies" ref:"bodies"`
	Cites  []Ref    `toml:"cites" ref:"any"`
	Acts   []Act    `toml:"acts,keyed" key:"vocab:act"`
	State  string   `toml:"state" ref:"states"` // of a signature block
}

// Act is what a paragraph does to its objects; Key is a code of the vocabulary "act".
type Act struct {
	Key     string
	Objects []Ref `toml:"objects" ref:"any"`
	State   Code  `toml:"state" vocab:"instrument-state"` // of the object when acted on: "draft"
	Next    Code  `toml:"next" vocab:"instrument-state"`  // what is to follow: "adopted"
	Words   Words `toml:"words"`                          // by which the paragraph says it; left out: the vocabulary's formulas
}

// Code returns the act's code.
func (a Act) Code() Code { return Code(a.Key) }

func (n *Node) key() string { return n.Key }

// Node returns what is known of a node; the zero Node (with its key) where the data say nothing.
func (d *Document) Node(id string) Node {
	if i := find(d.byID, d.Nodes, id, (*Node).key); i >= 0 {
		return d.Nodes[i]
	}
	return Node{Key: id}
}

// Version returns the version whose text the collection shows in a language; ok is false where it
// has none.
func (d *Document) Version(l Lang) (v Version, ok bool) {
	for _, v := range d.Versions {
		if v.Lang == l && v.Availability == InCollection {
			return v, true
		}
	}
	return Version{}, false
}

// Parts of a document: the head of a node id.
const (
	PartTitle      = "title"
	PartPreamble   = "pre"
	PartClosing    = "end"
	PartSignatures = "sig"
)

// isClause reports whether a part is a clause: "c1", "c12".
func isClause(part string) bool {
	digits, found := strings.CutPrefix(part, "c")
	return found && digits != "" && digits[0] != '0' && strings.Trim(digits, "0123456789") == ""
}

// PartOf returns the part of a document that holds a node: "title", "pre", "c1", "end" or "sig"; ""
// for a node of no part.
func PartOf(node string) string {
	head, _, _ := strings.Cut(node, ".")
	switch {
	case head == PartTitle, head == PartPreamble, head == PartClosing, head == PartSignatures, isClause(head):
		return head
	}
	return ""
}

// Part is a run of blocks that stand together: the preamble, a clause, the closing words, the
// signatures.
type Part struct {
	ID     string  // "pre", "c1", "end", "sig"
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

// At returns the reference to a node of a work.
func At(w Work, node string) Ref {
	r := w.Ref()
	r.Node = node
	return r
}
