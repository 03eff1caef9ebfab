package model

import (
	"cmp"
	"strings"
)

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

// PartTitle returns the name of the part of a document, or of the sub-clause, that holds a node:
// "Preamble", "Clause 2. Regular exchange of experience". A clause without a number is called by
// its label, by the heading that it prints, or by its first words.
func (c *Collection) PartTitle(w Work, node string, l Lang) string {
	others := c.Config.Langs()
	part := PartOf(node)
	code := ClausePart
	switch {
	case IsAnnex(part):
		code = AnnexPart
	case !isClause(part):
		return c.Label(VocabDocumentPart, Code(part), l)
	}
	at, num := c.named(w, node, part, l)
	label := w.Doc().Node(at).Label.In(l, others...)
	if label == "" {
		label = c.Heading(w, at, l)
	}
	if num == "" {
		return cmp.Or(label, c.firstWords(w, part, l), c.Label(VocabDocumentPart, code, l))
	}
	title := c.Numbered(VocabDocumentPart, code, num, l)
	if label == "" {
		return title
	}
	t, _, _ := c.Vocabulary[VocabDocumentPart].Term(ClausePart)
	if pattern := t.Labelled.In(l, others...); pattern != "" {
		return filled(pattern, title, label)
	}
	return title + ". " + label
}

// filled is the pattern of a title with a number and a label: either may have the other's place in
// its words.
func filled(pattern, title, label string) string {
	between := strings.Split(pattern, "{numbered}")
	for i, s := range between {
		between[i] = strings.ReplaceAll(s, "{label}", label)
	}
	return strings.Join(between, title)
}

// named is the innermost node with a number or a printed heading that holds one, and the number; an
// annex has the one of its id.
func (c *Collection) named(w Work, node, part string, l Lang) (at, num string) {
	for at = node; at != part && at != ""; at = above(at) {
		if num = w.Doc().Node(at).Num; num != "" || !IsParagraph(at) && c.Heading(w, at, l) != "" {
			return at, num
		}
	}
	if num = w.Doc().Node(part).Num; num == "" && IsAnnex(part) {
		num = part[1:]
	}
	return part, num
}

// Heading returns the heading that a text prints above a clause or an annex; "" where it has none.
func (c *Collection) Heading(w Work, part string, l Lang) string {
	if b, ok := BaseOf(w).Prose[l].Block(part); ok {
		return b.Text
	}
	for _, other := range c.Config.Langs() {
		if b, ok := BaseOf(w).Prose[other].Block(part); ok {
			return b.Text
		}
	}
	return ""
}

// wordsOfTitle is how many letters of a clause may be its name.
const wordsOfTitle = 60

// firstWords are those of a clause that has neither a number nor a heading.
func (c *Collection) firstWords(w Work, part string, l Lang) string {
	for _, lang := range append([]Lang{l}, c.Config.Langs()...) {
		for _, b := range BaseOf(w).Prose[lang].Blocks {
			if PartOf(b.ID) == part {
				return shortened(b.Text, wordsOfTitle)
			}
		}
	}
	return ""
}

// shortened is the beginning of a text: whole words, where it has spaces.
func shortened(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	head := string(runes[:most])
	if i := strings.LastIndexByte(head, ' '); i > 0 {
		head = head[:i]
	}
	return strings.TrimRight(head, " .,;:") + "…"
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
