package render

import (
	"github.com/kengash/kengash/generator/internal/model"
)

// SearchPage is the page for searching. Its lists are for readers who would rather look around, or
// have no scripts.
type SearchPage struct {
	Page
	Groups []Group `json:"groups,omitempty"`
}

func (b *builder) searchPage() *SearchPage {
	p := &SearchPage{}
	for _, k := range []model.Kind{model.Topics, model.Meetings} {
		all := b.inListOrder(k)
		g := Group{Name: "group_" + string(k), Total: len(all)}
		for _, e := range all[:min(len(all), homeTopicLimit)] {
			g.Cards = append(g.Cards, Card{Link: b.link(e.Ref()), Kind: b.kindLabel(k), Code: string(k.Code())})
		}
		if len(all) > len(g.Cards) {
			g.More = []Count{b.wholeList(k, "", len(all))}
		}
		p.Groups = append(p.Groups, g)
	}
	p.Groups = filledGroups(p.Groups...)
	return p
}
