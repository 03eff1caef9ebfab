package model

import "slices"

// Mention is one place that refers to an entity.
type Mention struct {
	From  Ref    // who refers; of a text the node that does
	To    Ref    // what is referred to, with its node if one is named
	Field string // the key at the top of the file: "topics", "event", "node", "delegations"; "text" for a link in prose
}

// mentions are those of one collection: by the entity that is mentioned, and of these by field and
// by the kind of what mentions it.
type mentions struct {
	of    map[Ref][]Mention
	field map[Ref]map[string][]Mention
	from  map[Ref]map[Kind][]Ref
}

func (c *Collection) gatherMentions() {
	c.mentions = mentions{map[Ref][]Mention{}, map[Ref]map[string][]Mention{}, map[Ref]map[Kind][]Ref{}}
	for _, kind := range Kinds {
		for _, e := range c.byKind[kind] {
			c.mentions.gather(e, c.Config.Langs(), c.Hides(e))
		}
	}
}

// Hides returns the key at the top of a record's file whose references no page may show; "" for
// none.
func (c *Collection) Hides(e Entity) string {
	if m, ok := e.(*Meeting); ok && !c.Named(m) {
		return attendanceKey
	}
	return ""
}

// gather adds what an entity mentions, each once. All that one entity mentions comes together, so
// that nothing has to be sought among what others do.
func (m *mentions) gather(e Entity, langs []Lang, hidden string) {
	self := e.Ref()
	seen := map[Mention]bool{}
	add := func(mention Mention) {
		to := mention.To.Entity()
		if to == self || seen[mention] {
			return
		}
		seen[mention] = true
		m.of[to] = append(m.of[to], mention)
		if m.field[to] == nil {
			m.field[to], m.from[to] = map[string][]Mention{}, map[Kind][]Ref{}
		}
		m.field[to][mention.Field] = append(m.field[to][mention.Field], mention)
		source := Mention{From: mention.From, To: to} // without a field: that the place mentions the entity at all
		if !seen[source] {
			seen[source] = true
			m.from[to][self.Kind] = append(m.from[to][self.Kind], mention.From)
		}
	}
	Walk(e, func(l Leaf) {
		if to, ok := l.Mention(); ok && l.Path[0] != hidden {
			from := self
			if from.Kind.Work() && l.Path[0] == "node" {
				from.Node = l.Path[1]
			}
			add(Mention{From: from, To: to, Field: l.Path[0]})
		}
	})
	for _, lang := range langs {
		for _, link := range BaseOf(e).Prose[lang].Links {
			add(Mention{From: self, To: link.To, Field: "text"})
		}
	}
}

// Mentions returns the places that refer to an entity, in the order of Kinds, lists and files. With
// fields, only those.
func (c *Collection) Mentions(to Ref, fields ...string) []Mention {
	to = to.Entity()
	switch len(fields) {
	case 0:
		return c.mentions.of[to]
	case 1:
		return c.mentions.field[to][fields[0]]
	}
	var out []Mention
	for _, m := range c.mentions.of[to] {
		if slices.Contains(fields, m.Field) {
			out = append(out, m)
		}
	}
	return out
}

// MentionedBy returns the references that mention an entity from one kind, each once: of texts, the
// paragraphs.
func (c *Collection) MentionedBy(to Ref, kind Kind) []Ref { return c.mentions.from[to.Entity()][kind] }
