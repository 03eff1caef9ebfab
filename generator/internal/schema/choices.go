package schema

import (
	"path"
	"slices"
	"strings"

	"github.com/kengash/kengash/generator/internal/model"
)

// choices are the values of a collection that a field may have, and what each means.
type choices struct {
	values, docs []string
}

func (c *choices) add(value, doc string) {
	c.values, c.docs = append(c.values, value), append(c.docs, doc)
}

// plain are choices that say themselves what they mean.
func plain(values []string) choices { return choices{values: values} }

// schema returns that of a text that is one of the choices; none says what there is none of.
func (c choices) schema(description, none string) *Schema {
	if len(c.values) == 0 {
		return &Schema{Description: join(description, none), Not: &Schema{}}
	}
	s := &Schema{Description: description, Type: isText, Enum: c.values}
	if c.docs != nil {
		s.Taplo = &taplo{taploDocs{c.docs}}
	}
	return s
}

// join puts what was said about something into paragraphs.
func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), "\n\n")
}

// names is a text in all languages of the site, each once.
func (b *builder) names(t model.Text) string {
	var all []string
	for _, l := range b.langs {
		if s := t[l]; s != "" && !model.ToDo(s) && !slices.Contains(all, s) {
			all = append(all, s)
		}
	}
	return strings.Join(all, " · ")
}

// term says what a term means.
func (b *builder) term(t model.Term) string {
	return join(b.names(t.Label), t.Definition.In(b.main, b.langs...))
}

// codes are those of a vocabulary.
func (b *builder) codes(vocabulary string) (c choices) {
	v := b.c.Vocabulary[vocabulary]
	if v == nil {
		return c
	}
	for _, t := range v.Terms {
		c.add(t.Key, b.term(t))
	}
	return c
}

// ids are those of the records of a kind, with their names; prefix stands before each.
func (b *builder) ids(kind model.Kind, prefix string) (c choices) {
	for _, e := range b.c.List(kind) {
		name := b.names(e.Name())
		if m, ok := e.(*model.Meeting); ok && m.Date != "" {
			name = join(name, string(m.Date))
		}
		c.add(prefix+e.Ref().ID, name)
	}
	for _, file := range b.c.UnreadFiles() { // it is being edited, perhaps
		if id, ok := strings.CutSuffix(path.Base(file), ".toml"); ok && path.Dir(file) == "data/"+string(kind) && !slices.Contains(c.values, prefix+id) {
			c.add(prefix+id, "")
		}
	}
	return c
}

// records are references to all records.
func (b *builder) records(kinds ...model.Kind) (c choices) {
	for _, k := range kinds {
		of := b.ids(k, string(k)+"/")
		c.values, c.docs = append(c.values, of.values...), append(c.docs, of.docs...)
	}
	return c
}

// mostPlaces is how many places in texts an editor is shown one by one. It keeps them in each
// schema.
const mostPlaces = 1000

// places are references to places in the texts of records; ok is false where they are too many to
// be listed, or not all known.
func (b *builder) places(kinds ...model.Kind) (c choices, ok bool) {
	for _, k := range kinds {
		for _, e := range b.c.List(k) {
			for _, node := range b.c.Nodes(e.Ref()) {
				if len(c.values) == mostPlaces {
					return choices{}, false
				}
				r := e.Ref()
				r.Node = node
				c.add(r.String(), b.excerpt(e, node))
			}
		}
	}
	return c, len(b.c.UnreadFiles()) == 0
}

// excerptRunes is how much of a paragraph is shown beside a reference to it.
const excerptRunes = 80

// excerpt is the beginning of the words at a place, in the first language that has them.
func (b *builder) excerpt(e model.Entity, node string) string {
	words := ""
	for _, l := range append([]model.Lang{b.main}, b.langs...) {
		if block, ok := model.BaseOf(e).Prose[l].Block(node); ok && words == "" {
			words = block.Text
		}
	}
	if m, ok := e.(*model.Meeting); ok {
		for _, item := range m.Agenda {
			if model.AgendaAnchor(item.Key) == node {
				words = b.names(item.Title)
			}
		}
	}
	if r := []rune(words); len(r) > excerptRunes {
		words = strings.TrimSpace(string(r[:excerptRunes])) + "…"
	}
	return words
}
