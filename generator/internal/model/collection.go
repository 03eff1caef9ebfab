package model

import (
	"cmp"
	"maps"
	"path"
	"slices"

	"github.com/kengash/kengash/generator/internal/diag"
)

// Collection is all that a site is made of. Vocabularies and entities are put in, then Seal derives
// what follows from them. From then on nothing changes but the settings of Config that a command
// may still lay over it, so that it can be read side by side; slices that its methods return are
// its own and must not be changed, unless a method says otherwise.
type Collection struct {
	Config     *Config
	Vocabulary map[string]*Vocabulary
	Paths      Paths // of the addresses of records

	byKind map[Kind][]Entity
	byRef  map[Ref]Entity
	unread map[string]bool

	withheld map[Ref]Entity // not published yet

	redirects  []Redirect
	redirectOf map[Ref]int

	derived
}

// NewCollection returns an empty collection.
func NewCollection(c *Config) *Collection {
	return &Collection{
		Config: c, Vocabulary: map[string]*Vocabulary{},
		byKind: map[Kind][]Entity{}, byRef: map[Ref]Entity{}, unread: map[string]bool{}, redirectOf: map[Ref]int{},
	}
}

// New returns an empty entity of a kind, whose positions are in x; nil for an unknown kind.
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

// Add puts an entity in, before Seal.
func (c *Collection) Add(e Entity) {
	if c.sealed {
		panic("model: an entity is added to a sealed collection")
	}
	c.byRef[e.Ref()] = e
	c.byKind[e.Ref().Kind] = append(c.byKind[e.Ref().Kind], e)
}

// AddUnread records a file or folder that is there and could not be read, so that what follows from
// it alone is not held against other files.
func (c *Collection) AddUnread(file string) { c.unread[file] = true }

// Unread reports whether a file of the collection, or a folder above it, is there and could not be
// read.
func (c *Collection) Unread(file string) bool {
	for ; file != "."; file = path.Dir(file) {
		if c.unread[file] {
			return true
		}
	}
	return false
}

// UnreadFiles returns the files and folders that are there and could not be read, sorted.
func (c *Collection) UnreadFiles() []string { return slices.Sorted(maps.Keys(c.unread)) }

// UnreadEntity reports whether the data file of a reference is there and could not be read.
func (c *Collection) UnreadEntity(r Ref) bool { return c.Unread(r.DataFile()) }

// UnreadText reports whether a text of an entity, in any language, is there and could not be read.
func (c *Collection) UnreadText(r Ref) bool {
	for _, lang := range c.Config.Langs() {
		if c.Unread(r.TextFile(lang)) {
			return true
		}
	}
	return false
}

// AllRead reports whether every data file of a kind could be read.
func (c *Collection) AllRead(kind Kind) bool {
	for file := range c.unread {
		if dir := "data/" + string(kind); file == "data" || file == dir || path.Dir(file) == dir {
			return false
		}
	}
	return true
}

// sort puts each list into its order.
func (c *Collection) sort() {
	c.nodeOrder = map[Ref]int{}
	for _, w := range All[Work](c, Works...) {
		for i, n := range w.Doc().Nodes {
			c.nodeOrder[At(w, n.Key)] = i
		}
	}
	order := c.Config.Order
	ranks := map[Kind]map[string]int{
		States: ranksOf(order.States), Topics: ranksOf(order.Topics), Bodies: ranksOf(order.Bodies),
	}
	for _, list := range c.byKind {
		slices.SortFunc(list, func(a, b Entity) int {
			return cmp.Or(c.compare(ranks, a, b), cmp.Compare(a.Ref().ID, b.Ref().ID))
		})
	}
}

func ranksOf(ids []string) map[string]int {
	ranks := map[string]int{}
	for i, id := range slices.Backward(ids) {
		ranks[id] = i
	}
	return ranks
}

// compare orders two entities of a kind: by date where they have one, by the site's explicit order,
// or not at all.
func (c *Collection) compare(ranks map[Kind]map[string]int, a, b Entity) int {
	rank := func(kind Kind, id string) int {
		if i, ok := ranks[kind][id]; ok {
			return i
		}
		return len(ranks[kind])
	}
	switch a := a.(type) {
	case *State, *Topic, *Body:
		kind := a.Ref().Kind
		return cmp.Compare(rank(kind, a.Ref().ID), rank(kind, b.Ref().ID))
	case *Meeting:
		b := b.(*Meeting)
		if (a.Date == TBA) != (b.Date == TBA) {
			return map[bool]int{true: 1, false: -1}[a.Date == TBA]
		}
		return a.Date.Compare(b.Date)
	case *Protocol:
		return a.Dated().Compare(b.(*Protocol).Dated())
	case *Instrument:
		return a.Dated().Compare(b.(*Instrument).Dated())
	case *Action:
		return c.CompareNodes(a.MandatedBy, b.(*Action).MandatedBy)
	case *Note:
		b := b.(*Note)
		return cmp.Or(cmp.Compare(rank(States, a.State), rank(States, b.State)), cmp.Compare(a.State, b.State))
	}
	return 0
}

// CompareNodes orders references to places in texts: by the date of the work, then as its nodes
// stand.
func (c *Collection) CompareNodes(a, b Ref) int {
	date := func(r Ref) Date {
		if w, ok := Get[Work](c, r); ok {
			return w.Dated()
		}
		return ""
	}
	return cmp.Or(date(a).Compare(date(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(c.nodeOrder[a], c.nodeOrder[b]))
}

// Has reports whether the entity of a reference exists, ignoring its node.
func (c *Collection) Has(r Ref) bool { return c.byRef[r.Entity()] != nil }

// Entity returns the entity of a reference, or nil.
func (c *Collection) Entity(r Ref) Entity { return c.byRef[r.Entity()] }

// List returns all entities of a kind in their order.
func (c *Collection) List(kind Kind) []Entity { return c.byKind[kind] }

// IDs returns the ids of a kind in their order.
func (c *Collection) IDs(kind Kind) []string {
	if ids, sealed := c.ids[kind]; sealed {
		return ids
	}
	ids := make([]string, len(c.byKind[kind]))
	for i, e := range c.byKind[kind] {
		ids[i] = e.Ref().ID
	}
	return ids
}

func (c *Collection) gatherIDs() {
	ids := map[Kind][]string{}
	for _, kind := range Kinds {
		ids[kind] = slices.Clip(c.IDs(kind))
	}
	c.ids = ids
}

// All returns the entities of the kinds as their type, in a slice of the caller's own.
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

// Get returns the entity of a reference as its type.
func Get[T Entity](c *Collection, r Ref) (T, bool) {
	t, ok := c.byRef[r.Entity()].(T)
	return t, ok
}

// Label returns the word of a code in a language; the code itself where the vocabulary lacks it.
func (c *Collection) Label(vocabulary string, code Code, l Lang) string {
	if t, _, ok := c.Vocabulary[vocabulary].Term(code); ok {
		return t.Label.In(l, c.Config.Langs()...)
	}
	return string(code)
}
