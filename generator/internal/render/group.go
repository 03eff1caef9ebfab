package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// groupLimit is how many entries of a kind a group shows on the page of something else. The whole
// list has them all: see Register.
const groupLimit = 10

// Group is a list under a heading. Name is a key of the theme's i18n ("group_clauses"); on lists,
// Label is its own heading.
type Group struct {
	Name        string       `json:"name"`
	Label       string       `json:"label,omitempty"`
	Total       int          `json:"total"`
	Cards       []Card       `json:"cards"`
	Commitments []Commitment `json:"commitments,omitempty"` // in place of cards: open commitments
	All         string       `json:"all,omitempty"`         // leads to the page of all commitments
	More        []Count      `json:"more,omitempty"`        // the whole lists, where Cards are but the newest
}

// newest are the last of a list whose order is that of time, the last one first, where it is longer
// than a group may be; else the whole list.
func newest[T any](list []T) []T {
	if len(list) <= groupLimit {
		return list
	}
	out := slices.Clone(list[len(list)-groupLimit:])
	slices.Reverse(out)
	return out
}

// addEntities adds entities of one kind to a group, as far as it has room. The query is the filter
// by which the list of the kind shows the same entities.
func (b *builder) addEntities(g *Group, k model.Kind, entities []model.Entity, query string) {
	for _, e := range newest(entities) {
		g.Cards = append(g.Cards, b.card(e))
	}
	g.Total += len(entities)
	if len(entities) > groupLimit {
		g.More = append(g.More, b.wholeList(k, query, len(entities)))
	}
}

// wholeList leads to the list of a kind, filtered.
func (b *builder) wholeList(k model.Kind, query string, n int) Count {
	l := b.listLink(k)
	if query != "" {
		l.URL += query + "#k-list" // past the pictures of the list
	}
	return Count{l, n}
}

// entities are some of one type, as entities.
func entities[E model.Entity](list []E) []model.Entity {
	out := make([]model.Entity, len(list))
	for i, e := range list {
		out[i] = e
	}
	return out
}

// entitiesGroup are some entities of one kind.
func (b *builder) entitiesGroup(name string, k model.Kind, entities []model.Entity, query string) Group {
	g := Group{Name: name}
	b.addEntities(&g, k, entities, query)
	return g
}

// mentionGroup are the entities of some kinds that refer to one; what their texts mention stands
// with the clauses.
func (b *builder) mentionGroup(name string, to model.Ref, kinds ...model.Kind) Group {
	g := Group{Name: name}
	for _, k := range kinds {
		b.addEntities(&g, k, b.mentioning(to, k), query(to))
	}
	return g
}

// mentioning are the entities of a kind that refer to one by their data.
func (b *builder) mentioning(to model.Ref, k model.Kind) []model.Entity {
	var out []model.Entity
	for _, r := range b.c.MentionedBy(to, k) {
		if r.Node == "" {
			out = append(out, b.c.Entity(r))
		}
	}
	return out
}

// filledGroups leaves out the empty ones.
func filledGroups(groups ...Group) []Group {
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Cards)+len(g.Commitments) == 0 })
}

// commitmentGroup shows the first of open commitments. The filter is that of the page of all of
// them.
func (b *builder) commitmentGroup(open []model.Commitment, filter string) Group {
	g := Group{Name: "group_open", Total: len(open), All: "/" + model.OverviewURL(openName, b.lang) + filter}
	for _, l := range open[:min(len(open), groupLimit)] {
		v, _ := b.commitment(l)
		g.Commitments = append(g.Commitments, v)
	}
	return g
}

// otherActions are the actions that mention an entity and are not among some commitments.
func (b *builder) otherActions(to model.Ref, shown []model.Commitment) Group {
	others := slices.DeleteFunc(b.mentioning(to, model.Actions), func(e model.Entity) bool {
		return slices.ContainsFunc(shown, func(l model.Commitment) bool {
			return l.Action != nil && l.Action.ID == e.Ref().ID
		})
	})
	return b.entitiesGroup("group_actions", model.Actions, others, query(to))
}
