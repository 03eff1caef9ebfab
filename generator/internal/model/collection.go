package model

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Collection is all that a site is made of.
type Collection struct {
	Config     *Config
	Vocabulary map[string]*Vocabulary

	byKind    map[Kind][]Entity
	byRef     map[Ref]Entity
	mentions  map[Ref][]Mention // by the entity mentioned; made by Seal
	nodeOrder map[Ref]int       // rank of a node within its text; made by Seal
	formulas  map[Lang]*formulas
	saidAt    map[inLang]formulasAt // of paragraphs that act
}

// NewCollection makes an empty collection.
func NewCollection(c *Config) *Collection {
	return &Collection{Config: c, Vocabulary: map[string]*Vocabulary{}, byKind: map[Kind][]Entity{}, byRef: map[Ref]Entity{}}
}

// New makes an empty entity of a kind, whose positions are in x; nil for an unknown kind.
func New(kind Kind, id string, x *diag.Index) Entity {
	base := Base{Kind: kind, ID: id, Index: x, Prose: map[Lang]Prose{}}
	switch kind {
	case States:
		return &State{Base: base}
	case Bodies:
		return &Body{Base: base}
	case Persons:
		return &Person{Base: base}
	case Topics:
		return &Topic{Base: base}
	case Meetings:
		return &Meeting{Base: base}
	case Protocols:
		return &Protocol{Base: base}
	case Instruments, Programmes:
		return &Instrument{Base: base}
	case Actions:
		return &Action{Base: base}
	case Notes:
		return &Note{Base: base}
	case Pages:
		return &Page{Base: base}
	}
	return nil
}

// Add takes an entity in. Seal must follow before anything is asked.
func (c *Collection) Add(e Entity) {
	c.byRef[e.Ref()] = e
	c.byKind[e.Ref().Kind] = append(c.byKind[e.Ref().Kind], e)
}

// Seal sorts the lists and gathers who mentions whom. It is called once, when all entities are in.
func (c *Collection) Seal() {
	c.nodeOrder = map[Ref]int{}
	for _, w := range All[Work](c, Works...) {
		for i, n := range w.Doc().Nodes {
			c.nodeOrder[At(w, n.Key)] = i
		}
	}
	for kind, list := range c.byKind {
		slices.SortFunc(list, func(a, b Entity) int {
			return cmp.Or(c.compare(a, b), cmp.Compare(a.Ref().ID, b.Ref().ID))
		})
		c.byKind[kind] = list
	}
	c.gatherMentions()
	c.gatherFormulas()
}

// compare orders two entities of a kind: by date where they have one, by the site's explicit order, or not at all.
func (c *Collection) compare(a, b Entity) int {
	rank := func(order []string, id string) int {
		if i := slices.Index(order, id); i >= 0 {
			return i
		}
		return len(order)
	}
	byList := func(order []string) int { return cmp.Compare(rank(order, a.Ref().ID), rank(order, b.Ref().ID)) }
	switch a := a.(type) {
	case *State:
		return byList(c.Config.Order.States)
	case *Topic:
		return byList(c.Config.Order.Topics)
	case *Body:
		return byList(c.Config.Order.Bodies)
	case *Meeting:
		b := b.(*Meeting)
		if (a.Date == TBA) != (b.Date == TBA) {
			return map[bool]int{true: 1, false: -1}[a.Date == TBA]
		}
		return a.Date.Compare(b.Date)
	case *Protocol:
		return a.Date.Compare(b.(*Protocol).Date)
	case *Instrument:
		return a.Dated().Compare(b.(*Instrument).Dated())
	case *Action:
		return c.CompareNodes(a.MandatedBy, b.(*Action).MandatedBy)
	case *Note:
		order, b := c.Config.Order.States, b.(*Note)
		return cmp.Or(cmp.Compare(rank(order, a.State), rank(order, b.State)), cmp.Compare(a.State, b.State))
	}
	return 0
}

// CompareNodes orders references to places in texts: by the date of the work, then as its nodes stand.
func (c *Collection) CompareNodes(a, b Ref) int {
	date := func(r Ref) Date {
		if w, ok := Get[Work](c, r); ok {
			return w.Dated()
		}
		return ""
	}
	return cmp.Or(date(a).Compare(date(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(c.nodeOrder[a], c.nodeOrder[b]))
}

// Has reports whether the entity of a reference exists; the node is not asked.
func (c *Collection) Has(r Ref) bool { return c.byRef[r.Entity()] != nil }

// Entity gives the entity of a reference, or nil.
func (c *Collection) Entity(r Ref) Entity { return c.byRef[r.Entity()] }

// List gives all entities of a kind in their order.
func (c *Collection) List(kind Kind) []Entity { return c.byKind[kind] }

// IDs gives the ids of a kind in their order.
func (c *Collection) IDs(kind Kind) []string {
	ids := make([]string, len(c.byKind[kind]))
	for i, e := range c.byKind[kind] {
		ids[i] = e.Ref().ID
	}
	return ids
}

// All gives the entities of the kinds as their type.
func All[T Entity](c *Collection, kinds ...Kind) []T {
	var out []T
	for _, k := range kinds {
		for _, e := range c.byKind[k] {
			if t, ok := e.(T); ok {
				out = append(out, t)
			}
		}
	}
	return out
}

// Get gives the entity of a reference as its type.
func Get[T Entity](c *Collection, r Ref) (T, bool) {
	t, ok := c.byRef[r.Entity()].(T)
	return t, ok
}

// Label gives the word of a code in a language; the code itself where the vocabulary lacks it.
func (c *Collection) Label(vocabulary string, code Code, l Lang) string {
	if t, _, ok := c.Vocabulary[vocabulary].Term(code); ok {
		return t.Label.In(l, c.Config.Langs()...)
	}
	return string(code)
}
