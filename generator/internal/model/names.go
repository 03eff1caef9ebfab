package model

import "strings"

// ShortTitle returns an entity's name for links and lists: its short title where it has one.
func (c *Collection) ShortTitle(r Ref, l Lang) string {
	others := c.Config.Langs()
	var short Text
	switch e := c.Entity(r).(type) {
	case nil:
		return r.String()
	case *Body:
		short = e.ShortName
	case *Meeting:
		short = e.ShortTitle
	case *Protocol:
		short = e.ShortTitle
	case *Instrument:
		short = e.ShortTitle
	}
	if s := short.In(l); s != "" {
		return s
	}
	return c.Entity(r).Name().In(l, others...)
}

// PartTitle returns the name of the part of a document that holds a node: "Preamble", "Clause 2.
// Regular exchange of experience".
func (c *Collection) PartTitle(w Work, node string, l Lang) string {
	others := c.Config.Langs()
	part := PartOf(node)
	if !isClause(part) {
		return c.Label(VocabDocumentPart, Code(part), l)
	}
	title := c.Numbered(VocabDocumentPart, ClausePart, w.Doc().Node(part).Num, l)
	label := w.Doc().Node(part).Label.In(l, others...)
	if label == "" {
		return title
	}
	t, _, _ := c.Vocabulary[VocabDocumentPart].Term(ClausePart)
	if pattern := t.Labelled.In(l, others...); pattern != "" {
		return strings.NewReplacer("{numbered}", title, "{label}", label).Replace(pattern)
	}
	return title + ". " + label
}

// Numbered returns the word of a code with a number: "Clause 2", "第2条".
func (c *Collection) Numbered(vocabulary string, code Code, num string, l Lang) string {
	t, _, _ := c.Vocabulary[vocabulary].Term(code)
	pattern := t.Numbered.In(l, c.Config.Langs()...)
	if pattern == "" {
		return c.Label(vocabulary, code, l) + " " + num
	}
	return strings.ReplaceAll(pattern, "{num}", num)
}
