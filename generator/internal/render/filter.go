package render

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
	"github.com/kengash/kengash/generator/internal/typography"
)

// Filter is a choice above a list. Name is the key of the rows and of the address (?topic=ai); its
// word is the theme's "filter_<word>".
type Filter struct {
	Name   string         `json:"name"`
	Word   string         `json:"word"`
	Values []FilterOption `json:"values"`
}

// FilterOption is one value of a filter, of which some row has it.
type FilterOption struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// optionLimit is how many values a filter offers; an address may name any other.
const optionLimit = 60

// keys are what a row is found by: "topic:ai act:approved".
type keys []string

func (k *keys) add(name string, values ...string) {
	for _, v := range values {
		if key := name + ":" + v; v != "" && !slices.Contains(*k, key) {
			*k = append(*k, key)
		}
	}
}

func (k keys) String() string { return strings.Join(k, " ") }

// filterKinds are the kinds whose entities are the values of a filter.
var filterKinds = map[string][]model.Kind{
	"topic": {model.Topics}, "state": {model.States}, "chair": {model.States}, "signed": {model.States},
	"body": {model.Bodies}, "protocol": {model.Protocols}, "meeting": {model.Meetings}, "named": {model.States, model.Bodies, model.Persons},
	"instrument": {model.Programmes, model.Instruments}, "person": {model.Persons},
}

// filterVocabularies are those whose codes are the values of a filter.
var filterVocabularies = map[string]string{
	"act": model.VocabAct, "status": model.VocabActionStatus, "type": model.VocabInstrumentType,
	"origin": model.VocabNoteOrigin,
}

// filterNames are the filters by which a list finds what refers to an entity of a kind.
var filterNames = map[model.Kind]string{
	model.Topics: "topic", model.States: "state", model.Bodies: "body", model.Meetings: "meeting",
	model.Instruments: "instrument", model.Programmes: "instrument", model.Protocols: "protocol", model.Persons: "person",
}

// query is the filter, as an address has it, of what refers to an entity.
func query(to model.Ref) string { return "?" + filterNames[to.Kind] + "=" + to.ID }

// recordKeys are what an entity is found by in the list of its kind: what it refers to, its year,
// and what follows from the records about it.
func (b *builder) recordKeys(e model.Entity) keys {
	var k keys
	hidden := b.c.Hides(e)
	model.Walk(e, func(l model.Leaf) {
		if to, ok := l.Mention(); ok && l.Path[0] != "source" && l.Path[0] != hidden {
			k.add(filterNames[to.Kind], to.ID)
		}
	})
	switch e := e.(type) {
	case *model.Meeting:
		parties, _ := b.c.Delegations(e)
		k.add("state", parties...)
		k.add("chair", e.ChairState)
		k.add("year", e.Date.Year())
	case *model.Protocol:
		for _, n := range e.Nodes {
			k.add("signed", n.State)
		}
		k.add("year", e.Date.Year())
	case *model.Instrument:
		k.add("type", string(e.Type))
		k.add("year", e.Dated().Year())
	case *model.Action:
		k.add("status", string(e.Status))
		k.add("year", yearOf(b.c, e))
	case *model.Note:
		k.add("origin", string(e.Origin))
	}
	return slices.DeleteFunc(k, func(key string) bool { return key[0] == ':' })
}

func (b *builder) filterOptions(name string, years []string) []FilterOption {
	var out []FilterOption
	for _, k := range filterKinds[name] {
		for _, e := range b.c.List(k) {
			out = append(out, FilterOption{e.Ref().ID, typography.UpperFirst(b.c.ShortTitle(e.Ref(), b.lang))})
		}
	}
	if name == "meeting" || len(out) > optionLimit { // the newest first
		slices.Reverse(out)
	}
	if v := b.c.Vocabulary[filterVocabularies[name]]; v != nil {
		for _, t := range v.Terms {
			out = append(out, FilterOption{t.Key, b.text(t.Label)})
		}
	}
	if name == "year" {
		for _, year := range years {
			out = append(out, FilterOption{year, year})
		}
	}
	return out
}

// yearOf is the year of an entity in its list, of an action that of what mandates it; "" where none
// is known.
func yearOf(c *model.Collection, e model.Entity) string {
	of := e.Ref()
	if a, ok := e.(*model.Action); ok {
		of = a.MandatedBy
	}
	return c.DateOf(of).Year()
}
