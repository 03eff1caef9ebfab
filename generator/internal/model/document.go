package model

import "slices"

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

// Document is what a work's record says of its text.
type Document struct {
	Versions []Version `toml:"version,keyed"`
	Nodes    []Node    `toml:"node,keyed"`

	// Implied reports that the record names no version: it has one text, the authentic one.
	Implied bool `toml:"-"`

	byID keyed // of Nodes
}

// Doc returns the document itself, for Work.
func (d *Document) Doc() *Document { return d }

// Version is the document in one language (Akoma Ntoso expression).
type Version struct {
	Key            string
	Lang           Lang   `toml:"lang,key"`
	Status         Code   `toml:"status,required" vocab:"text-status"`
	Availability   Code   `toml:"availability,required" vocab:"availability"`
	TranslatedFrom string `toml:"translated_from"` // key of a version
}

// Codes that follow from the text itself, so that the program must know them.
const (
	Authentic           Code = "authentic"
	OfficialTranslation Code = "official-translation"
	InCollection        Code = "in-collection"
	NotInCollection     Code = "not-in-collection"
)

// Node is a place in the text and what is known of it. Its Key is the node id, the same in every
// language: "title", "pre.p1", "c1", "c1.p1", "end.p1", "sig.1".
type Node struct {
	Key   string
	Num   string `toml:"num"`   // of a clause, as printed
	Label Text   `toml:"label"` // what a clause is about, in the editors' words
	Scope
	Cites []Ref `toml:"cites" ref:"any"`
	Acts  []Act `toml:"acts,keyed" key:"vocab:act"`
	Decided
	Agenda string `toml:"agenda"`             // the number of the item of the meeting's agenda
	State  string `toml:"state" ref:"states"` // of a signature block
	Signer Party  `toml:"signer" ref:"any"`   // of a signature block: who signs, for State where there is one
}

// Scope is what a paragraph, or an act in it, is about and whom it names.
type Scope struct {
	Topics  []string `toml:"topics" ref:"topics"`
	States  []string `toml:"states" ref:"states"`
	Bodies  []string `toml:"bodies" ref:"bodies"`
	Persons []string `toml:"persons" ref:"persons"`
}

// ScopeOf returns the scope of one of the node's acts: key by key the act's own, an empty list
// included, else the paragraph's.
func (n Node) ScopeOf(a Act) Scope {
	s := n.Scope
	if a.Topics != nil {
		s.Topics = a.Topics
	}
	if a.States != nil {
		s.States = a.States
	}
	if a.Bodies != nil {
		s.Bodies = a.Bodies
	}
	if a.Persons != nil {
		s.Persons = a.Persons
	}
	return s
}

// Whole returns the scope of the paragraph with those of its acts, in slices of the caller's own.
func (n Node) Whole() Scope {
	s := Scope{slices.Clone(n.Topics), slices.Clone(n.States), slices.Clone(n.Bodies), slices.Clone(n.Persons)}
	for _, a := range n.Acts {
		s.Topics = append(s.Topics, a.Topics...)
		s.States = append(s.States, a.States...)
		s.Bodies = append(s.Bodies, a.Bodies...)
		s.Persons = append(s.Persons, a.Persons...)
	}
	return Scope{distinct(s.Topics), distinct(s.States), distinct(s.Bodies), distinct(s.Persons)}
}

// Together reports whether two acts of the node do something to the same objects, by the same and
// in the same scope.
func (n Node) Together(a, b Act) bool {
	return slices.Equal(a.Objects, b.Objects) && slices.Equal(a.By, b.By) && n.ScopeOf(a).equal(n.ScopeOf(b))
}

// ActsOn returns the acts of the node that have to do with an entity: on a topic, naming a state or
// a body, on an object; all of them where none has more to do with it than the others.
func (n Node) ActsOn(to Ref) []Act {
	var out []Act
	for _, a := range n.Acts {
		if n.ScopeOf(a).has(to) || slices.ContainsFunc(a.Objects, func(r Ref) bool { return r.Entity() == to }) {
			out = append(out, a)
		}
	}
	if len(out) == 0 {
		return n.Acts
	}
	return out
}

func (s Scope) has(to Ref) bool {
	switch to.Kind {
	case Topics:
		return slices.Contains(s.Topics, to.ID)
	case States:
		return slices.Contains(s.States, to.ID)
	case Bodies:
		return slices.Contains(s.Bodies, to.ID)
	case Persons:
		return slices.Contains(s.Persons, to.ID)
	}
	return false
}

func (s Scope) equal(o Scope) bool {
	return slices.Equal(s.Topics, o.Topics) && slices.Equal(s.States, o.States) && slices.Equal(s.Bodies, o.Bodies) &&
		slices.Equal(s.Persons, o.Persons)
}

// Act is what a paragraph does to its objects; Key is a code of the vocabulary "act".
type Act struct {
	Key     string
	Objects []Ref   `toml:"objects" ref:"any"`
	By      []Party `toml:"by" ref:"any"` // whose act alone it is
	Scope           // where it is not the paragraph's, see Node.ScopeOf
	State   Code    `toml:"state" vocab:"instrument-state"` // of the object when acted on: "draft"
	Next    Code    `toml:"next" vocab:"instrument-state"`  // what is to follow: "adopted"
	Words   Words   `toml:"words"`                          // by which the paragraph says it; left out: the vocabulary's formulas
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

// At returns the reference to a node of a work.
func At(w Work, node string) Ref {
	r := w.Ref()
	r.Node = node
	return r
}
