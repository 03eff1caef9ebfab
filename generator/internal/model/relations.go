package model

import "slices"

// Mention is one place that refers to an entity.
type Mention struct {
	From  Ref    // who refers; of a text the node that does
	To    Ref    // what is referred to, with its node if one is named
	Field string // the key at the top of the file: "topics", "event", "node", "delegations"; "text" for a link in prose
}

func (c *Collection) gatherMentions() {
	c.mentions = map[Ref][]Mention{}
	for _, kind := range Kinds {
		for _, e := range c.byKind[kind] {
			c.gatherFrom(e)
		}
	}
}

func (c *Collection) gatherFrom(e Entity) {
	add := func(m Mention) {
		if m.To.Entity() == m.From.Entity() {
			return
		}
		if list := c.mentions[m.To.Entity()]; !slices.Contains(list, m) {
			c.mentions[m.To.Entity()] = append(list, m)
		}
	}
	Walk(e, func(l Leaf) {
		if to, ok := l.Mention(); ok {
			from := e.Ref()
			if from.Kind.Work() && l.Path[0] == "node" {
				from.Node = l.Path[1]
			}
			add(Mention{From: from, To: to, Field: l.Path[0]})
		}
	})
	for _, lang := range c.Config.Langs() {
		for _, link := range BaseOf(e).Prose[lang].Links {
			add(Mention{From: e.Ref(), To: link.To, Field: "text"})
		}
	}
}

// Mentions are the places that refer to an entity, in the order of Kinds, lists and files. With fields, only those.
func (c *Collection) Mentions(to Ref, fields ...string) []Mention {
	var out []Mention
	for _, m := range c.mentions[to.Entity()] {
		if len(fields) == 0 || slices.Contains(fields, m.Field) {
			out = append(out, m)
		}
	}
	return out
}

// MentionedBy are the references that mention an entity from one kind, each once: of texts, the paragraphs.
func (c *Collection) MentionedBy(to Ref, kind Kind) []Ref {
	var out []Ref
	for _, m := range c.mentions[to.Entity()] {
		if m.From.Kind == kind && !slices.Contains(out, m.From) {
			out = append(out, m.From)
		}
	}
	return out
}
