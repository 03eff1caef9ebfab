package render

import (
	"cmp"
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// ListPage is the list of a kind.
type ListPage struct {
	Page
	Register   *Register   `json:"register"`
	Groups     []Group     `json:"groups,omitempty"`
	Chronology *Chronology `json:"chronology,omitempty"` // meetings
	Network    *Network    `json:"network,omitempty"`    // instruments
	Matrix     *Matrix     `json:"matrix,omitempty"`     // notes; topics
}

// listFilters are the filters of each kind's list.
var listFilters = map[model.Kind][]string{
	model.Meetings:    {"topic", "state", "person", "chair", "body", "instrument", "year"},
	model.Protocols:   {"topic", "signed", "year"},
	model.Instruments: {"topic", "type", "body", "state", "meeting", "year"},
	model.Programmes:  {"topic", "type", "body", "state", "meeting", "year"},
	model.Actions:     {"topic", "status", "person", "body", "state", "instrument", "meeting", "protocol", "year"},
	model.Notes:       {"topic", "state", "origin", "body", "instrument", "protocol"},
	model.Bodies:      {"topic", "body"},
	model.Persons:     {"state"},
}

// recordsList is the list of a kind: of notes a table a state, of other kinds one.
func (b *builder) recordsList(kind model.Kind) whole {
	w := whole{
		url: func(l model.Lang) string { return b.c.Paths.ListURL(kind, l) }, file: string(kind) + "/_index.md", folder: b.c.Paths.Of(kind) + "/list/", layout: "section",
		row: "card.html", filters: listFilters[kind],
		dated: slices.Contains([]model.Kind{model.Meetings, model.Protocols, model.Instruments, model.Programmes, model.Actions}, kind),
	}
	entities := b.inListOrder(kind)
	for _, e := range entities {
		card := b.listCard(e)
		var k keys
		if len(w.filters) > 0 && len(entities) > groupLimit {
			k = b.recordKeys(e)
			if len(entities) <= wholeLimit { // else they stand in scripts
				card.Keys = k.String()
			}
		}
		row := entry{section: "all", keys: k, row: card}
		if m, ok := e.(*model.Meeting); ok {
			if row.of = "group_held"; b.c.ToCome(m) {
				row.of = "group_to_come"
			}
		}
		if n, ok := e.(*model.Note); ok && n.State != "" {
			row.section, row.label = n.State, b.linkTo(model.States, n.State).Title
		} else if ok || w.dated {
			row.label = yearOf(b.c, e)
			row.section = sectionOf(row.label)
		}
		w.entries = append(w.entries, row)
	}
	if kind == model.Notes && len(w.entries) > wholeLimit {
		w.first = b.newestNotes(w.entries)
	}
	w.view = func(shown []entry, r *Register) view { return b.listPage(kind, shown, r) }
	return w
}

// listPage is the list of a kind, or a part of it. Pictures are on its first page.
func (b *builder) listPage(kind model.Kind, shown []entry, r *Register) *ListPage {
	name := b.kindPlural(kind)
	p := &ListPage{Page: Page{Kind: string(kind), KindLabel: name, Heading: name, Description: name}, Register: r}
	sorted := kind == model.Notes && (r.Part != nil || r.Keys == "") // by state
	for _, e := range shown {
		g := Group{Name: cmp.Or(e.of, "group_all")}
		if sorted {
			g = Group{Name: "group_notes", Label: e.label}
		}
		if n := len(p.Groups); n == 0 || p.Groups[n-1].Label != g.Label || p.Groups[n-1].Name != g.Name {
			p.Groups = append(p.Groups, g)
		}
		last := &p.Groups[len(p.Groups)-1]
		last.Cards, last.Total = append(last.Cards, e.row.(Card)), last.Total+1
	}
	if r.Part != nil {
		return p
	}
	switch kind {
	case model.Meetings:
		p.Chronology = b.chronology(listLanes)
	case model.Instruments:
		p.Network = b.network()
	case model.Notes, model.Topics:
		if len(b.c.List(model.Notes)) > 0 && len(b.c.List(model.States)) > 0 {
			p.Matrix = b.matrix()
		}
	}
	return p
}

// inListOrder are the entities of a kind as its list has them.
func (b *builder) inListOrder(kind model.Kind) []model.Entity {
	entities := slices.Clone(b.c.List(kind))
	switch kind {
	case model.Meetings, model.Protocols, model.Instruments: // newest first
		slices.Reverse(entities)
	case model.Persons:
		b.sortByName(entities)
	case model.Topics: // those that the site orders come first
		free := slices.IndexFunc(entities, func(e model.Entity) bool { return !slices.Contains(b.c.Config.Order.Topics, e.Ref().ID) })
		if free >= 0 {
			b.sortByName(entities[free:])
		}
	}
	return entities
}

// sortByName puts entities into the order in which readers of the language look them up.
func (b *builder) sortByName(entities []model.Entity) {
	order := newAlphabet(b.languageTag(b.lang))
	slices.SortStableFunc(entities, func(x, y model.Entity) int { return order.compare(b.text(x.Name()), b.text(y.Name())) })
}

// listCard is an entity in the list of its kind.
func (b *builder) listCard(e model.Entity) Card {
	n, ok := e.(*model.Note)
	if !ok {
		return b.card(e)
	}
	card := b.noteCard(n)
	card.Tags = b.links(model.Topics, n.Topics)
	return card
}

// newestNotes are the notes that were compiled last; each names its state.
func (b *builder) newestNotes(entries []entry) []entry {
	compiled := func(e entry) model.Date { return e.row.(Card).compiled }
	out := slices.Clone(entries)
	slices.SortStableFunc(out, func(x, y entry) int { return compiled(y).Compare(compiled(x)) })
	return out[:firstLimit]
}
