package render

import (
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// Filter is a choice above a table. Name is the key of the rows and of the address (?topic=ai); its word is the theme's "filter_<name>".
type Filter struct {
	Name    string         `json:"name"`
	Options []FilterOption `json:"options"`
}

// FilterOption is one value of a filter, of which some row has it.
type FilterOption struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

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

// filters are those of the names that tell rows apart, each with the values that rows have, in the order of the site.
func (b *builder) filters(rows []keys, names ...string) []Filter {
	var out []Filter
	for _, name := range names {
		f := Filter{Name: name}
		for _, o := range b.options(name, rows) {
			if slices.ContainsFunc(rows, func(k keys) bool { return slices.Contains(k, name+":"+o.Value) }) {
				f.Options = append(f.Options, o)
			}
		}
		if len(f.Options) > 1 {
			out = append(out, f)
		}
	}
	return out
}

// filterKinds are the kinds whose entities are the values of a filter.
var filterKinds = map[string][]model.Kind{
	"topic": {model.Topics}, "state": {model.States}, "body": {model.Bodies}, "meeting": {model.Meetings},
	"instrument": {model.Programmes, model.Instruments},
}

// filterVocabularies are those whose codes are the values of a filter.
var filterVocabularies = map[string]string{"act": model.VocabAct, "status": model.VocabActionStatus}

func (b *builder) options(name string, rows []keys) []FilterOption {
	var out []FilterOption
	for _, k := range filterKinds[name] {
		for _, e := range b.c.List(k) {
			out = append(out, FilterOption{e.Ref().ID, upperFirst(b.c.ShortTitle(e.Ref(), b.lang))})
		}
	}
	if name == "meeting" {
		slices.Reverse(out)
	}
	if v := b.c.Vocabulary[filterVocabularies[name]]; v != nil {
		for _, t := range v.Terms {
			out = append(out, FilterOption{t.Key, b.text(t.Label)})
		}
	}
	if name == "year" { // rows stand newest first
		for _, k := range rows {
			for _, key := range k {
				year, is := strings.CutPrefix(key, "year:")
				if o := (FilterOption{year, year}); is && !slices.Contains(out, o) {
					out = append(out, o)
				}
			}
		}
	}
	return out
}
