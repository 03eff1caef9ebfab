package render

import (
	"slices"

	"github.com/kengash/kengash/generator/internal/model"
)

// HomePage is the first page.
type HomePage struct {
	Page
	Home       Home        `json:"home"`
	Chronology *Chronology `json:"chronology,omitempty"`
	Heat       *Heat       `json:"heat,omitempty"`
}

// Home is what the first page shows of each kind.
type Home struct {
	Ways     []Way    `json:"ways,omitempty"`     // what a reader can do, the first thing first
	Protocol *Card    `json:"protocol,omitempty"` // the featured protocol
	Clauses  []Card   `json:"clauses,omitempty"`  // its clauses
	Meetings HomeList `json:"meetings"`           // newest first; one to come first of all
	Topics   HomeList `json:"topics"`
	Works    HomeList `json:"works"` // instruments and programmes with their states
	Notes    HomeList `json:"notes"`
	Counts   []Count  `json:"counts"`
	Ledger   []Tally  `json:"ledger,omitempty"` // decisions and open commitments
}

// HomeList are the first entries of a list.
type HomeList struct {
	Cards []Card  `json:"cards,omitempty"`
	More  []Count `json:"more,omitempty"` // the whole lists, where Cards are but some
}

// Way is where a reader can begin. The words of one with a name are the theme's ("way_<name>"); a
// list has its own title.
type Way struct {
	Link
	Name string `json:"name,omitempty"`
}

// Tally is the number of the rows of an overview.
type Tally struct {
	MenuItem
	Number int `json:"number"`
}

// How many entries the first page shows.
const (
	homeLimit      = 8
	homeNotesLimit = 6
	homeTopicLimit = 40
	homeWays       = 3
)

// homePage makes the view of the first page.
func (b *builder) homePage() *HomePage {
	config := b.c.Config
	p := &HomePage{Page: Page{
		Kind: "home", Heading: b.text(config.Title), Lead: b.text(config.Description), Description: b.text(config.Description),
	}}
	works := slices.Clone(b.c.List(model.Programmes))
	works = append(works, b.c.List(model.Instruments)...)
	if len(works) > homeLimit {
		works = append(b.inListOrder(model.Instruments), b.c.List(model.Programmes)...)
	}
	h := Home{
		Meetings: b.homeList(homeLimit, b.inListOrder(model.Meetings), model.Meetings),
		Topics:   b.homeList(homeTopicLimit, b.inListOrder(model.Topics), model.Topics),
		Works:    b.homeList(homeLimit, works, model.Instruments, model.Programmes),
		Notes:    b.homeList(homeNotesLimit, b.c.List(model.Notes), model.Notes),
	}
	if protocol := b.featured(); protocol != nil {
		card := b.card(protocol)
		h.Protocol, h.Clauses = &card, b.clauses(protocol)
	}
	h.Ways = b.ways(h.Protocol)
	h.Ledger = append(b.tally(decisionsName, len(b.c.Decisions())), b.tally(openName, len(openOnes(b.c.Commitments())))...)
	for _, k := range model.Kinds {
		if n := b.number(k); n > 0 && k != model.Pages {
			h.Counts = append(h.Counts, b.wholeList(k, "", n))
		}
	}
	p.Home, p.Chronology, p.Heat = h, b.chronology(homeLanes), b.heat()
	return p
}

// ways are the places to begin at: the protocol, what meetings did, the experience by topic; where
// a collection has not all of them, its lists.
func (b *builder) ways(protocol *Card) []Way {
	var out []Way
	if protocol != nil {
		out = append(out, Way{protocol.Link, "protocol"})
	}
	if len(b.c.Decisions()) > 0 {
		out = append(out, Way{Link{URL: "/" + model.OverviewURL(decisionsName, b.lang)}, decisionsName})
	}
	if len(b.c.List(model.Notes)) > 0 && len(b.c.List(model.States)) > 0 {
		out = append(out, Way{Link{URL: b.listAddress(model.Notes)}, string(model.Notes)})
	}
	for _, k := range []model.Kind{model.Meetings, model.Topics, model.Notes, model.Instruments, model.Programmes, model.States, model.Bodies} {
		if len(out) < homeWays && len(b.c.List(k)) > 0 {
			out = append(out, Way{b.listLink(k), ""})
		}
	}
	return out
}

// number is how many records of a kind there are, without meetings to come.
func (b *builder) number(k model.Kind) int {
	n := len(b.c.List(k))
	for _, m := range model.All[*model.Meeting](b.c, k) {
		if !b.c.Held(m) {
			n--
		}
	}
	return n
}

func (b *builder) homeList(limit int, entities []model.Entity, kinds ...model.Kind) HomeList {
	var l HomeList
	for _, e := range entities[:min(len(entities), limit)] {
		l.Cards = append(l.Cards, b.card(e))
	}
	if len(entities) > limit {
		for _, k := range kinds {
			if n := len(b.c.List(k)); n > 0 {
				l.More = append(l.More, b.wholeList(k, "", n))
			}
		}
	}
	return l
}

func (b *builder) tally(name string, n int) []Tally {
	var out []Tally
	for _, item := range b.menuItem(name) {
		out = append(out, Tally{item, n})
	}
	return out
}

// featured is the protocol on the first page: the one that the configuration names, else the
// newest.
func (b *builder) featured() *model.Protocol {
	if p, ok := model.Get[*model.Protocol](b.c, model.Ref{Kind: model.Protocols, ID: b.c.Config.Home.Protocol}); ok {
		return p
	}
	all := model.All[*model.Protocol](b.c, model.Protocols)
	if len(all) == 0 {
		return nil
	}
	return all[len(all)-1]
}
